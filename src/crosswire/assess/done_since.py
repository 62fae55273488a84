"""What awaits an accord that a later report tells of as made: "they are close to signing", before they signed."""

import datetime as dt
import re
from functools import cached_property

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
# Words that the two must have in common, names not counted.
_ALIKE = 2


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
        sides, words = self._sides(lead), self._words(lead)
        return any(
            day > claim.last and len(words & others) >= _ALIKE and (len(sides & parties) >= _ALIKE)
            for day, parties, others in self._made
        )

    @cached_property
    def _made(self) -> list[tuple[dt.date, frozenset[str], frozenset[str]]]:
        found = []
        for said in self._desk.dossier.statements:
            day = self._desk.articles[said.article].published
            plain = said.realis == "actual" and not (said.negated or said.opinion or said.headline)
            if day is None or not plain or said.act not in _MADE or _NEAR.search(said.evidence.quote):
                continue
            sides = self._sides(said)
            if len(sides) >= _ALIKE:
                found.append((day, sides, self._words(said)))
        return found

    def _sides(self, said: Statement) -> frozenset[str]:
        named = (*said.actors, said.speaker, said.agent, said.target)
        return frozenset(side for one in named if one and (side := self._desk.party(one)))

    def _words(self, said: Statement) -> frozenset[str]:
        called = (self._desk.actors[one] for one in said.actors if one in self._desk.actors)
        # A treaty's own name is a word for it.
        names = {word.casefold() for one in called if one.kind != "body" for word in one.name.split()}
        return frozenset(said.terms) - names
