"""Attribution and date disputes: who did it, and when."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .charges import Charge
from .clashing import BLAMED, DATED
from .docket import Conflict, Docket, Pair, Stand, Voice, within
from .marks import DEEDS
from .nearby import Nearby
from .propositions import EVENTS, Proposition, figures_agree, roles_agree, times_agree

# Two reports of one deed that differ in the doer share nearly all other words.
SAME_DEED, SHARED = 0.5, 4
# Two dates of one event: the reports agree in everything else, and came together.
SAME_EVENT, SHIFT, TOGETHER = 0.6, 5, 2
# When their structure speaks for one event too, less will do.
ALIGNED_EVENT = 0.4
# Accusation and counter-accusation come within days, and share what they are about.
COUNTER, ABOUT_SHARED = 3, 2
# Characters between a charge and the counter-charge that one report sets beside it.
SIDE_BY_SIDE = 1500
# Characters from "according to" to the end of a name.
NAMED = 60
_HAVE_IT_FROM = re.compile(r"\baccording to\b", re.IGNORECASE)
_FOUGHT = frozenset({"ATTACK", "VIOLATE"})
_SHARP = frozenset({"minute", "day"})


def find_blame(docket: Docket, charges: Sequence[Charge]) -> Iterator[Conflict]:
    """Yield the conflicts over who did a deed, counter-accusations included."""
    for pair in docket.clashing(BLAMED):
        if _same_deed(pair, docket):
            one, other = pair.one, pair.other
            when = one.said.when or other.said.when
            yield Conflict("attribution", one.said.act, _doer(one, docket), _doer(other, docket), when)
    yield from _mutual(docket, charges)


def find_dates(docket: Docket) -> Iterator[Conflict]:
    """Yield the conflicts over the day of one event."""
    for pair in docket.clashing(DATED):
        one, other = pair.one, pair.other
        if _same_event(pair, docket) and one.said.when and other.said.when:
            ours, theirs = one.said.when, other.said.when
            if ours.last < theirs.first or theirs.last < ours.first:
                stands = (Stand(one.claim, ours.first.isoformat()), Stand(other.claim, theirs.first.isoformat()))
                yield Conflict("date", one.said.act, *stands)


def _same_deed(pair: Pair, docket: Docket) -> bool:
    one, other = pair.one.said, pair.other.said
    return (
        one.act in DEEDS
        and one.act == other.act
        and docket.sides.differ(one.agent, other.agent)
        and not (_is_source(one, docket) or _is_source(other, docket))
        and docket.sides.agree(one.target, other.target)
        and _happened(one)
        and _happened(other)
        and (pair.aligned or (pair.likeness.jaccard >= SAME_DEED and pair.likeness.shared >= SHARED))
        and times_agree(one, other)
        and docket.apart(pair.one, pair.other)
    )


def _is_source(item: Proposition, docket: Docket) -> bool:
    """Tell whether the doer is whom a sentence has it from: an outlet, a rights group, "according to the league"."""
    if item.agent is None or not docket.sides.parties(item.agent):
        return True
    if item.agent == item.statement.speaker and not docket.sides.is_state(docket.sides.of(item.agent)):
        return True
    words, known = item.statement.evidence.quote, docket.sides.actors.get(item.agent)
    if known is None:
        return False
    sources = [words[match.end() : match.end() + NAMED] for match in _HAVE_IT_FROM.finditer(words)]
    return any(name in source for name in known.names for source in sources)


def _happened(item: Proposition) -> bool:
    return item.statement.realis == "actual" and not item.negated and not item.statement.opinion


def _mutual(docket: Docket, made: Sequence[Charge]) -> Iterator[Conflict]:
    """Yield the pairs in which A says that B did it, and B that A did."""
    charges: dict[tuple[str, str], list[Charge]] = defaultdict(list)
    for charge in made:
        charges[charge.accuser, charge.accused].append(charge)
    for accuser, accused in sorted(charges):
        if accuser >= accused:
            continue
        answers = Nearby(charges.get((accused, accuser), ()), lambda charge: charge.voice.said)
        for one in charges[accuser, accused]:
            for _, other in answers.within(one.voice.said, COUNTER):
                if one.voice.claim != other.voice.claim and _one_matter(one, other, docket):
                    topic = min(filter(None, (one.act, other.act)), default="ACCUSE")
                    stands = [Stand(c.voice.claim, _name(docket, c.whom)) for c in (one, other)]
                    yield Conflict("attribution", topic, stands[0], stands[1])


def _one_matter(one: Charge, other: Charge, docket: Docket) -> bool:
    """Tell whether two charges are about one thing: what they share, or one report that sets them side by side."""
    ours, theirs = one.voice.said.statement, other.voice.said.statement
    names = {term for actor in (ours.agent, ours.target) if actor for term in actor.split("-")}
    deed = one.act is not None and one.act == other.act
    about = bool(set(ours.issues) & set(theirs.issues)) or deed
    shared = len((one.voice.words.terms & other.voice.words.terms) - names)
    near = (
        ours.article == theirs.article
        and {one.act, other.act} <= _FOUGHT
        and abs(ours.evidence.start - theirs.evidence.start) <= SIDE_BY_SIDE
        and docket.sides.is_state(one.accuser)
        and docket.sides.is_state(other.accuser)
    )
    worded = (about or shared > ABOUT_SHARED) and shared >= ABOUT_SHARED
    return (near or worded) and within(one.voice.said, other.voice.said, COUNTER)


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
        and roles_agree(one, other, docket.sides)
        and figures_agree(one.statement.figures, other.statement.figures)
        and pair.likeness.jaccard >= (ALIGNED_EVENT if pair.aligned else SAME_EVENT)
        and pair.likeness.shared >= SHARED
        and within(one, other, TOGETHER)
        and docket.apart(pair.one, pair.other)
    )
