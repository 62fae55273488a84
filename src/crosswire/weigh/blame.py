"""Attribution and date disputes: who did it, and when."""

from collections import defaultdict
from collections.abc import Iterator

from .docket import Conflict, Docket, Pair, Stand, Voice, within
from .propositions import EVENTS, Proposition, figures_agree, times_agree

# Two reports of one deed that differ in the doer share nearly all other words.
SAME_DEED, SHARED = 0.5, 4
# Two dates of one event: the reports agree in everything else, and came together.
SAME_EVENT, SHIFT, TOGETHER = 0.6, 5, 2
# Accusation and counter-accusation come within days, and share what they are about.
COUNTER, ABOUT_SHARED = 3, 2
_DEEDS = frozenset({"ATTACK", "VIOLATE", "DETAIN", "WALK_OUT", "MOBILISE"})
_SHARP = frozenset({"minute", "day"})


def find_blame(docket: Docket) -> Iterator[Conflict]:
    """Yield the conflicts over who did a deed, counter-accusations included."""
    for pair in docket.pairs:
        if _same_deed(pair, docket):
            one, other = pair.one, pair.other
            when = one.said.when or other.said.when
            yield Conflict("attribution", one.said.act, _doer(one, docket), _doer(other, docket), when)
    yield from _mutual(docket)


def find_dates(docket: Docket) -> Iterator[Conflict]:
    """Yield the conflicts over the day of one event."""
    for pair in docket.pairs:
        one, other = pair.one, pair.other
        if _same_event(pair, docket) and one.said.when and other.said.when:
            ours, theirs = one.said.when, other.said.when
            if ours.last < theirs.first or theirs.last < ours.first:
                stands = (Stand(one.claim, ours.first.isoformat()), Stand(other.claim, theirs.first.isoformat()))
                yield Conflict("date", one.said.act, *stands)


def _same_deed(pair: Pair, docket: Docket) -> bool:
    one, other = pair.one.said, pair.other.said
    return (
        one.act in _DEEDS
        and one.act == other.act
        and docket.sides.differ(one.agent, other.agent)
        and docket.sides.agree(one.target, other.target)
        and _happened(one)
        and _happened(other)
        and pair.likeness.jaccard >= SAME_DEED
        and pair.likeness.shared >= SHARED
        and times_agree(one, other)
        and docket.apart(pair.one, pair.other)
    )


def _happened(item: Proposition) -> bool:
    return item.statement.realis == "actual" and not item.negated and not item.statement.opinion


def _mutual(docket: Docket) -> Iterator[Conflict]:
    """Yield the pairs in which A accuses B and B accuses A of the same matter."""
    charges: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for voice in docket.voices:
        said = voice.said
        if said.act == "ACCUSE" and said.agent and said.target and not said.negated:
            charges[docket.sides.of(said.agent), docket.sides.of(said.target)].append(voice)
    for accuser, accused in sorted(charges):
        if accuser >= accused:
            continue
        for one in charges[accuser, accused]:
            for other in charges.get((accused, accuser), ()):
                if _one_matter(one, other, docket):
                    topic = one.said.statement.event or "ACCUSE"
                    yield Conflict("attribution", topic, _accused(one, docket), _accused(other, docket))


def _one_matter(one: Voice, other: Voice, docket: Docket) -> bool:
    ours, theirs = one.said.statement, other.said.statement
    names = {term for actor in (ours.agent, ours.target) if actor for term in actor.split("-")}
    about = bool(set(ours.issues) & set(theirs.issues)) or (ours.event is not None and ours.event == theirs.event)
    shared = len((one.words.terms & other.words.terms) - names)
    return (about or shared > ABOUT_SHARED) and shared >= ABOUT_SHARED and within(one.said, other.said, COUNTER)


def _accused(voice: Voice, docket: Docket) -> Stand:
    return Stand(voice.claim, _name(docket, voice.said.target))


def _doer(voice: Voice, docket: Docket) -> Stand:
    return Stand(voice.claim, _name(docket, voice.said.agent))


def _name(docket: Docket, actor: str | None) -> str:
    side = docket.sides.of(actor) if actor else ""
    known = docket.sides.actors.get(side) or docket.sides.actors.get(actor or "")
    return known.name if known else side


def _same_event(pair: Pair, docket: Docket) -> bool:
    one, other = pair.one.said, pair.other.said
    if one.when is None or other.when is None:
        return False
    return (
        one.act == other.act
        and one.act in EVENTS
        and {one.when.precision, other.when.precision} <= _SHARP
        and abs((one.when.first - other.when.first).days) <= SHIFT
        and one.statement.realis == other.statement.realis
        and not (one.negated or other.negated)
        and docket.sides.agree(one.agent, other.agent)
        and docket.sides.agree(one.target, other.target)
        and figures_agree(one.statement.figures, other.statement.figures)
        and pair.likeness.jaccard >= SAME_EVENT
        and pair.likeness.shared >= SHARED
        and within(one, other, TOGETHER)
        and docket.apart(pair.one, pair.other)
    )
