"""What awaits an accord that a later report tells of as made: "they are close to signing", before they signed."""

import datetime as dt
import re
from collections import defaultdict
from functools import cached_property
from itertools import combinations

from crosswire.assess.desk import Desk
from crosswire.model import Claim, Statement

_MADE = frozenset({"AGREE_JOINT"})
_AWAITING = frozenset({"AGREE_JOINT", "ACCEPT"})
# Words by which an accord is still to come, or nearly there.
_PAPERS = r"(?:deal|accord|agreement|breakthrough|treaty|pact|settlement)"
_DOING = r"(?:sign|agree|conclud|accept|reach|strik|struck|settl|seal)\w*"
_NEAR = re.compile(
    rf"\b(?:close[r]?[”\"]? to|near(?:ing|er)?|on the (?:verge|brink|point) of) (?:[\w’'-]+ ){{0,3}}"
    rf"(?:{_DOING}|{_PAPERS})\b"
    rf"|\b(?:likely|expect\w*|hop(?:es?|ed|ing)|has yet|have yet|trying|possible(?: [\w’'-]+){{0,4}}) to {_DOING}"
    rf"|\b(?:could|may|might|whether \w+ (?:would|will)) (?:be )?(?:\w+ly )?{_DOING}"
    rf"|\b(?:close to having|could only be) (?:an?|the) (?:[\w’'-]+ ){{0,2}}{_PAPERS}\b",
    re.IGNORECASE,
)
# Sides, and words besides their names, that the two must have in common.
_ALIKE = 2
# Accords of two sides that are looked at, the last ones.
_LAST = 40


class Accords:
    """The accords that the reports of a desk tell of as made, each with the day of its report."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def awaited(self, claim: Claim) -> bool:
        """Tell whether a claim awaits what a later report says was agreed or signed by the same sides."""
        lead = self._desk.statements[claim.lead]
        ahead = lead.realis in ("future", "conditional") and not _AWAITING.isdisjoint((lead.act, lead.event or ""))
        if claim.last is None or not (ahead or _NEAR.search(lead.evidence.quote)):
            return False
        words = self._words(lead)
        return any(
            day > claim.last and len(words & others) >= _ALIKE
            for pair in combinations(sorted(self._sides(lead)), _ALIKE)
            for day, others in self._made.get(pair, ())
        )

    @cached_property
    def _made(self) -> dict[tuple[str, ...], list[tuple[dt.date, frozenset[str]]]]:
        """The last accords of each two sides, with their words."""
        found: dict[tuple[str, ...], list[tuple[dt.date, frozenset[str]]]] = defaultdict(list)
        for said in self._desk.dossier.statements:
            day = self._desk.articles[said.article].published
            plain = said.realis == "actual" and not (said.negated or said.opinion or said.headline)
            if day is None or not plain or said.act not in _MADE or _NEAR.search(said.evidence.quote):
                continue
            for pair in combinations(sorted(self._sides(said)), _ALIKE):
                found[pair].append((day, self._words(said)))
        return {pair: sorted(told, key=lambda one: one[0])[-_LAST:] for pair, told in found.items()}

    def _sides(self, said: Statement) -> frozenset[str]:
        named = (*said.actors, said.speaker, said.agent, said.target)
        return frozenset(side for one in named if one and (side := self._desk.party(one)))

    def _words(self, said: Statement) -> frozenset[str]:
        called = (self._desk.actors[one] for one in said.actors if one in self._desk.actors)
        # A treaty's own name is a word for it.
        names = {word.casefold() for one in called if one.kind != "body" for word in one.name.split()}
        return frozenset(said.terms) - names
