"""What changed between two states of a case: what is new, firmer, contested, moved, or rests on less than before."""

from collections.abc import Iterable, Iterator

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.sections.changed_records import changed_records, moved_positions
from crosswire.assess.sections.disagreements import dispute_lines, ranked_disputes
from crosswire.assess.select import Scores
from crosswire.model import Claim, Dispute, Dossier, Line, Section, Statement

# A list longer than this is the report again, not what changed in it.
_MOST_OF_A_KIND = 12
# What nobody does by it, and whose reports tell no news of their own.
_PLAIN = frozenset({None, "STATE"})
_ECHOES = frozenset({"analysis", "summary", "opinion"})
_SIDES = frozenset({"state", "body", "group"})
# The part of a report that opens it.
_TOP = 0.12


def changed(desk: Desk, scores: Scores, before: Desk) -> Section | None:
    """
    List what `desk` holds that `before`, an earlier state of the same case, did not; None when nothing changed.

    Claims are the same where they share a statement, since a claim's own id follows the wording chosen for it.
    """
    past = _Past(before)
    fresh, lines = Fresh(), list[Line]()
    for block in (*moved_positions(desk, before), *changed_records(desk, before)):
        # One sentence may tell of a round, a promise and a turn: each is a change of its own.
        lines += block
        _ = [fresh.admits(line) for line in block]
    for found in (
        _corroborated(desk, scores, past),
        _contested(desk, scores, past),
        _weakened(desk, scores, past, before),
        _new(desk, scores, past),
    ):
        lines += _fresh(fresh, found)
    intro = _intro(desk.dossier, before.dossier)
    return Section("changed", "What changed", tuple(lines), intro) if lines else None


class _Past:
    """The claims and disputes of the earlier state, found by their statements."""

    def __init__(self, desk: Desk) -> None:
        self._words = {_folded(one) for one in desk.dossier.statements}
        self._claim = {one: claim for claim in desk.dossier.claims for one in claim.statements}
        self._sides = [_sides(desk, dispute) for dispute in desk.dossier.disputes]

    def claims(self, claim: Claim) -> list[Claim]:
        """Return the earlier claims that share a statement with `claim`."""
        held = {self._claim[one].id: self._claim[one] for one in claim.statements if one in self._claim}
        return [held[one] for one in sorted(held)]

    def told(self, said: Statement) -> bool:
        """Tell whether an earlier report says the very same: a copy brings nothing new."""
        return _folded(said) in self._words

    def voices(self, claim: Claim) -> int:
        """Return how many independent voices stood behind the best supported of them."""
        return max((one.count for one in self.claims(claim)), default=0)

    def disputed(self, desk: Desk, dispute: Dispute) -> bool:
        """Tell whether an earlier dispute set the same statements against each other."""
        now = _sides(desk, dispute)
        return any(sum(bool(side & other) for side in now for other in held) >= 2 for held in self._sides)


def _folded(said: Statement) -> str:
    return " ".join(said.evidence.quote.split())


def _sides(desk: Desk, dispute: Dispute) -> list[frozenset[str]]:
    return [
        frozenset(one for claim in side.claims if claim in desk.claims for one in desk.claims[claim].statements)
        for side in dispute.sides
    ]


def _fresh(fresh: Fresh, blocks: Iterable[list[Line]]) -> Iterator[Line]:
    shown = 0
    for block in blocks:
        if shown == _MOST_OF_A_KIND:
            return
        # What stands in a dispute is told: it is not told again by itself.
        admitted = [fresh.admits(line) for line in block]
        if len(block) > 1 or any(admitted):
            shown += 1
            yield from block


def _line(desk: Desk, claim: Claim, label: str) -> list[Line]:
    line = claim_line(desk, claim, label=label)
    return [line] if line else []


def _new(desk: Desk, scores: Scores, past: _Past) -> Iterator[list[Line]]:
    for claim in scores.ranked:
        lead = desk.statements[claim.lead]
        known = past.claims(claim) or past.told(lead) or lead.opinion or claim.status == "denied"
        if not known and _is_news(desk, claim):
            yield _line(desk, claim, "New")


def _is_news(desk: Desk, claim: Claim) -> bool:
    """
    Tell whether a claim that is new is news: an act on an issue or of a side, a count on an issue, a report's opening.

    The rest is colour ("the dog had followed him through three camps"), an analyst's reading or a summary's echo.
    """
    lead = desk.statements[claim.lead]
    article = desk.articles[lead.article]
    if article.genre in _ECHOES or (article.genre == "interview" and lead.mode == "narrated"):
        return False
    telling = any(act not in _PLAIN for act in (lead.act, lead.event))
    side = desk.actors.get(claim.agent or "")
    named = side is not None and (side.party is not None or side.kind in _SIDES)
    opens = lead.evidence.start <= _TOP * len(article.text)
    return (telling and (bool(claim.issues) or named)) or bool(claim.issues and claim.figures) or opens


def _corroborated(desk: Desk, scores: Scores, past: _Past) -> Iterator[list[Line]]:
    for claim in scores.ranked:
        if claim.status == "corroborated" and past.voices(claim) == 1 and claim.count > 1:
            yield _line(desk, claim, "Now corroborated")


def _contested(desk: Desk, scores: Scores, past: _Past) -> Iterator[list[Line]]:
    for dispute in ranked_disputes(desk, scores):
        if not past.disputed(desk, dispute):
            block = dispute_lines(desk, dispute)
            yield [_relabelled(one, f"Now contested · {one.label}") if one.label else one for one in block]


def _weakened(desk: Desk, scores: Scores, past: _Past, before: Desk) -> Iterator[list[Line]]:
    # A report added may show two sentences to be of two things: only one that is gone, or was corrected, takes away.
    gone = {one.id for one in before.dossier.articles} - desk.articles.keys()
    for claim in scores.ranked if gone else ():
        if claim.count < past.voices(claim):
            yield _line(desk, claim, "Rests on fewer origins than before")


def _relabelled(line: Line, label: str) -> Line:
    return msgspec.structs.replace(line, label=label)


def _intro(now: Dossier, before: Dossier) -> str:
    here, there = {one.id: one for one in now.articles}, {one.id: one for one in before.articles}
    added, gone = len(here.keys() - there.keys()), sorted(there.keys() - here.keys())
    said = f"{added} more {'report' if added == 1 else 'reports'} than before."
    if gone:
        names = "; ".join(f"{there[one].label}: {there[one].title or one}" for one in gone)
        said += f" No longer among them: {names}."
    return said
