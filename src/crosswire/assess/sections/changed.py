"""What changed between two states of a case: what is new, firmer, contested, moved, or rests on less than before."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.sections.disagreements import dispute_lines, ranked_disputes
from crosswire.assess.sections.positions import Stance, issue_name, stance_of
from crosswire.assess.select import Scores
from crosswire.assess.stated import STANCES
from crosswire.model import Claim, Dispute, Dossier, Evidence, Line, Section

# A list longer than this is the report again, not what changed in it.
_MOST_OF_A_KIND = 12
# A party has moved when it yields what it held firm, or refuses what it had given; a condition put to an offer is none.
_FIRM = frozenset({"DEMAND", "REJECT", "RED_LINE", "CONDITION"})
_SOFT = frozenset({"ACCEPT", "CONCEDE", "OFFER", "PROMISE"})
_REFUSED = frozenset({"REJECT", "RED_LINE"})
# An issue that more than this share of the positions touch is the whole quarrel, and tells two positions of one
# party on it to be about one thing no better than chance.
_BROAD, _FEW = 0.2, 10


def changed(desk: Desk, scores: Scores, before: Desk) -> Section | None:
    """
    List what `desk` holds that `before`, an earlier state of the same case, did not; None when nothing changed.

    Claims are the same where they share a statement, since a claim's own id follows the wording chosen for it.
    """
    past = _Past(before)
    fresh, lines = Fresh(), list[Line]()
    for found in (
        _moved(desk, scores, before),
        _corroborated(desk, scores, past),
        _contested(desk, scores, past),
        _weakened(desk, scores, past),
        _new(desk, scores, past),
    ):
        lines += _fresh(fresh, found)
    intro = _intro(desk.dossier, before.dossier)
    return Section("changed", "What changed", tuple(lines), intro) if lines else None


class _Past:
    """The claims and disputes of the earlier state, found by their statements."""

    def __init__(self, desk: Desk) -> None:
        self._claim = {one: claim for claim in desk.dossier.claims for one in claim.statements}
        self._sides = [_sides(desk, dispute) for dispute in desk.dossier.disputes]

    def claims(self, claim: Claim) -> list[Claim]:
        """Return the earlier claims that share a statement with `claim`."""
        held = {self._claim[one].id: self._claim[one] for one in claim.statements if one in self._claim}
        return [held[one] for one in sorted(held)]

    def voices(self, claim: Claim) -> int:
        """Return how many independent voices stood behind the best supported of them."""
        return max((one.count for one in self.claims(claim)), default=0)

    def disputed(self, desk: Desk, dispute: Dispute) -> bool:
        """Tell whether an earlier dispute set the same statements against each other."""
        now = _sides(desk, dispute)
        return any(sum(bool(side & other) for side in now for other in held) >= 2 for held in self._sides)


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
        if len(block) > 1 or (block and fresh.admits(block[0])):
            shown += 1
            yield from block


def _line(desk: Desk, claim: Claim, label: str) -> list[Line]:
    line = claim_line(desk, claim, label=label)
    return [line] if line else []


def _new(desk: Desk, scores: Scores, past: _Past) -> Iterator[list[Line]]:
    for claim in scores.ranked:
        lead = desk.statements[claim.lead]
        if not past.claims(claim) and not lead.opinion and not desk.is_reading(lead) and claim.status != "denied":
            yield _line(desk, claim, "New")


def _corroborated(desk: Desk, scores: Scores, past: _Past) -> Iterator[list[Line]]:
    for claim in scores.ranked:
        if claim.status == "corroborated" and past.voices(claim) == 1 and claim.count > 1:
            yield _line(desk, claim, "Now corroborated")


def _contested(desk: Desk, scores: Scores, past: _Past) -> Iterator[list[Line]]:
    for dispute in ranked_disputes(desk, scores):
        if not past.disputed(desk, dispute):
            block = dispute_lines(desk, dispute)
            yield [_relabelled(one, f"Now contested · {one.label}") if one.label else one for one in block]


def _weakened(desk: Desk, scores: Scores, past: _Past) -> Iterator[list[Line]]:
    for claim in scores.ranked:
        if claim.count < past.voices(claim):
            yield _line(desk, claim, "Rests on fewer origins than before")


def _moved(desk: Desk, scores: Scores, before: Desk) -> Iterator[list[Line]]:
    """Yield the stances that turned: firm before and yielding now, or the reverse, on one issue of one party."""
    past: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    broad = _broad(desk)
    for stance in filter(None, (stance_of(before, claim) for claim in before.dossier.claims)):
        past[_cell(before, stance)].append(stance)
    known = {one for claim in before.dossier.claims for one in claim.statements}
    for claim in scores.ranked:
        now = stance_of(desk, claim)
        if now is None or _cell(desk, now)[1] in broad or known.intersection(claim.statements):
            continue
        earlier = past.get(_cell(desk, now), [])
        turned = [one for one in earlier if _turned(one.act, now.act)]
        if turned and not any(one.act == now.act for one in earlier):
            was = max(turned, key=lambda one: (str(one.claim.last), one.claim.id))
            name = desk.name(_cell(desk, now)[0])
            moved = f"{name} · {_cell(desk, now)[1]} · {STANCES[was.act]} before, {STANCES[now.act]} now"
            basis = tuple(one for one in was.claim.evidence if one.article in desk.articles)
            yield [_with_evidence(one, basis) for one in _line(desk, claim, moved)]


def _broad(desk: Desk) -> frozenset[str]:
    """Return the issues too wide to compare positions on, and the empty name of no issue."""
    held = [stance for claim in desk.dossier.claims if (stance := stance_of(desk, claim))]
    counts = Counter(issue_name(desk, stance.claim) for stance in held)
    return frozenset(issue for issue, count in counts.items() if not issue or count > max(_FEW, _BROAD * len(held)))


def _cell(desk: Desk, stance: Stance) -> tuple[str, str]:
    return desk.party(stance.holder) or stance.holder, issue_name(desk, stance.claim)


def _turned(was: str, now: str) -> bool:
    return (was in _FIRM and now in _SOFT) or (was in _SOFT and now in _REFUSED)


def _with_evidence(line: Line, more: tuple[Evidence, ...]) -> Line:
    return msgspec.structs.replace(line, evidence=tuple(dict.fromkeys((*line.evidence, *more))))


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
