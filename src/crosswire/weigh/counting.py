"""Make a claim of a group of propositions: who stands behind it, and which statement words it best."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from hashlib import blake2b

from crosswire.model import Claim, Evidence, Realis, Statement, Status
from crosswire.text.mains import is_borne_out

from .held import STANCE
from .origins import Trace
from .propositions import Lens, Proposition, date_order
from .reprints import by_camp, reprinted
from .same_word import independent
from .shared import shared_stems
from .sides import Sides

# Words of a sentence that says something whole and can still be read at once.
SHORT, LONG = 6, 40
# A side's mind, which it alone knows; what it did at the table, others saw.
_WILLING = re.compile(
    r"\b(?:(?:ready|willing|unwilling|prepared|open) (?:to|for)|(?:wants?|wishes|intends?|hopes?|seeks?) to)\b"
)


def build_claim(group: Sequence[Proposition], traces: Mapping[str, Trace], lens: Lens) -> Claim:
    """Make the claim of a group: its lead, its independent origins and who reports it."""
    if len(group) == 1:
        return _claim_of_one(group[0], traces[group[0].statement.id])
    said = [item.statement for item in group]
    camps, reporters = count_origins(group, traces, lens.sides)
    counted = counted_of(group, traces)
    shared = shared_stems(_by_voice(counted, traces), lens) if camps[1:] else None
    lead = lead_of(counted, shared)
    status: Status = "corroborated" if len(camps) > 1 else "single-origin"
    head = lead.statement
    dates = [item.published for item in group if item.published]
    actors = {actor for s in said for actor in s.actors}
    issues = {issue for s in said for issue in s.issues}
    return Claim(
        id=claim_id(said),
        lead=head.id,
        statements=tuple(s.id for s in said),
        origins=tuple(sorted(origin for camp in camps for origin in camp)),
        status=status,
        evidence=_evidence(said),
        reporters=reporters,
        act=lead.act,
        agent=lead.agent or next((i.agent for i in group if i.agent), None),
        target=lead.target or next((i.target for i in group if i.target), None),
        actors=tuple(sorted(actors)),
        issues=tuple(sorted(issues)),
        realis=_realis(head),
        figures=head.figures,
        when=head.event_date or next((s.event_date for s in said if s.event_date), None),
        first=min(dates, default=None),
        last=max(dates, default=None),
        camps=camps,
        shared=tuple(sorted(shared or ())),
        narrated=any(s.mode == "narrated" and not s.opinion for s in said),
    )


def _claim_of_one(item: Proposition, trace: Trace) -> Claim:
    """Make the claim that a single statement is: most claims of a large case are."""
    said = item.statement
    origins = _alone(trace.origin)
    return Claim(
        id=claim_id((said,)),
        lead=said.id,
        statements=(said.id,),
        origins=origins,
        status="single-origin",
        evidence=(said.evidence,),
        reporters=_alone(trace.reporter),
        act=item.act,
        agent=item.agent,
        target=item.target,
        actors=said.actors if len(said.actors) < 2 else tuple(sorted(set(said.actors))),
        issues=said.issues if len(said.issues) < 2 else tuple(sorted(set(said.issues))),
        realis=_realis(said),
        figures=said.figures,
        when=said.event_date,
        first=item.published,
        last=item.published,
        camps=_camp_of(origins),
        narrated=said.mode == "narrated" and not said.opinion,
    )


@lru_cache(maxsize=1 << 14)
def _alone(origin: str) -> tuple[str, ...]:
    return (origin,)


@lru_cache(maxsize=1 << 14)
def _camp_of(origins: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (origins,)


def claim_id(said: Sequence[Statement]) -> str:
    """Name a claim after its earliest statement, so that later reports of the same leave its id alone."""
    return "c" + blake2b(said[0].id.encode(), digest_size=5).hexdigest()


def _realis(statement: Statement) -> Realis:
    return "negated" if statement.negated and statement.realis == "actual" else statement.realis


def count_origins(
    group: Sequence[Proposition], traces: Mapping[str, Trace], sides: Sides
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """
    Return the origins of what is claimed by camp, which is what independence is counted by, and those that report it.

    Weak statements count only when nothing else stands behind the claim. An outlet that attributes the very claim to
    a named speaker in the same report (or a copy of it) has it from there, so its own sentence adds nothing; nor does
    its unnamed source, nor anybody's once a speaker is named. Nor does a report's own sentence on what a side is ready
    for ("Peru is ready to resume talks") where that side itself says so: nobody else can know.
    Outlets that print one sentence are one voice.
    """
    if len(group) == 1:
        only = traces[group[0].statement.id]
        return _camp_of(_alone(only.origin)), _alone(only.reporter)
    said = [(item, traces[item.statement.id]) for item in counted_of(group, traces)]
    reporters = {trace.reporter for _, trace in said}
    # A state's own agency speaks for it too.
    voices = {trace.camp for _, trace in said}
    stances = [_own_stance(item, sides) for item, _ in said]
    said = [pair for pair, own in zip(said, stances, strict=True) if own not in voices or pair[1].camp == own]
    said = independent(said, sides)
    attributed = {item.family for item, trace in said if trace.is_speaker}
    counted = [trace for item, trace in said if trace.is_speaker or trace.cited or item.family not in attributed]
    named = {trace.origin: trace.camp for trace in counted if not trace.is_unnamed}
    # An unnamed source may be the very speaker whom another report names.
    veiled = {} if any(trace.is_speaker for trace in counted) else _veiled(counted, named)
    return by_camp({**named, **veiled}, reprinted(said)), tuple(sorted(reporters))


def _by_voice(group: Sequence[Proposition], traces: Mapping[str, Trace]) -> list[tuple[str, Proposition]]:
    """Return the statements with the independent voice that each is of."""
    said = [(item, traces[item.statement.id]) for item in group]
    first = reprinted(said)
    return [(first[trace.camp], item) for item, trace in said]


def _own_stance(item: Proposition, sides: Sides) -> str | None:
    """Return the camp of whom a report's own sentence says what it is ready for."""
    if item.agent is None or item.act not in STANCE or not _WILLING.search(item.statement.evidence.quote):
        return None
    return f"speaker:{sides.of(item.agent)}"


def counted_of(group: Sequence[Proposition], traces: Mapping[str, Trace]) -> list[Proposition]:
    """Return the statements of a group that count: all but the weak, or all when there are no others."""
    return [item for item in group if not traces[item.statement.id].weak] or list(group)


def _veiled(counted: Iterable[Trace], named: Mapping[str, str]) -> dict[str, str]:
    """Return the unnamed sources with their one camp: two outlets' may be one and the same person."""
    silent = [trace for trace in counted if trace.is_unnamed and trace.reporter not in named]
    return {trace.origin: min(one.camp for one in silent) for trace in silent}


def lead_of(group: Sequence[Proposition], shared: Set[str] | None = None) -> Proposition:
    """
    Return the statement that words the claim best for a reader: whole, self-contained, hedged where most are.

    Where several voices stand behind the claim, the one that adds least to the stems they share.
    """
    if len(group) == 1:
        return group[0]
    full = [item for item in group if not item.statement.headline] or list(group)
    hedged = 2 * Counter(item.statement.hedged for item in full)[True] >= len(full)

    def rank(item: Proposition) -> tuple[bool | int, ...]:
        said = item.statement
        words = len(said.evidence.quote.split())
        plain = said.mode == "narrated" or (said.mode == "direct" and said.speaker is not None)
        return (
            said.headline,
            said.article != item.family,
            said.dangling > 0,
            said.hedged != hedged,
            not SHORT <= words <= LONG,
            said.opinion,
            *_strange(said, shared),
            not plain,
            len(said.resolved),
        )

    return min(group, key=lambda item: (rank(item), date_order(item)))


def _strange(said: Statement, shared: Set[str] | None) -> tuple[bool | int, ...]:
    """Return how far a sentence goes beyond the stems that its claim's voices share; nothing where there is one."""
    if shared is None:
        return ()
    return not is_borne_out(said.core or said.terms, shared), bool(said.loaded), len(set(said.terms) - shared)


def _evidence(said: Sequence[Statement]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(s.evidence for s in said))
