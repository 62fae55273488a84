"""
How one statement stands to another: the same, more specific, a part of it, against it, denying it, or neither.

The steps go from what keeps two statements apart (standing, occasion) over what sets them against each other (a denial,
a figure, a doer, a day, an opposite deed) to what they share. Thresholds were tuned on the dev half of
bench/gold/claims.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from crosswire.model import Article, Quantity, Reading, When
from crosswire.text.numbers import find_numbers
from crosswire.text.tokens import terms

from .actors import rename, unify_actors
from .claims import wording_margin
from .counts import may_both_hold
from .events import LOOSE, event_margin
from .likeness import Likeness, compare, term_weights, wording
from .meetings import find_casts
from .occasions import is_another, is_elsewhen
from .opposites import exclude
from .propositions import COMMITTING, DAYLIKE, JOINT, WISHES, Lens, Proposition, proposition, same_act
from .sides import Sides
from .synonyms import canonical
from .verdicts import opposed

Kind = Literal["same", "more specific", "part of", "contradicts", "denies", "unrelated"]
RELATIONS: tuple[Kind, ...] = ("same", "more specific", "part of", "contradicts", "denies", "unrelated")
# Share of the shorter wording that is common: before the two are of one matter, before one can clash with the other,
# before amounts and days do, and before the longer only adds to it.
MATTER, CLASH, SURE, WHOLE = 0.5, 0.65, 0.8, 0.85
# "Food prices rose by 15 %" counts something else than "prices rose by 7 %": so much of both must be common.
COUNTED = 0.75
# One that adds details leaves this much of the longer wording unshared.
DETAILED = 0.78
# How alike two wordings are that need nothing else to be one.
ALIKE = 0.4
# Days between two dates that reports may give one event, if it is past; more is another occasion.
SHIFT = 6
# "Thirty of the prisoners", "among the soldiers": the number comes first and is a part.
_PART = re.compile(r"\s(?:of|among)\s(?:the|those|these|its|their|his|her|whom|them)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:would|might|could|may)\b", re.IGNORECASE)
_NUMBERS = frozenset(
    terms(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
    )
)
_SUBJECT = re.compile(
    r"(?:(?:The |Some |Local |Masked |Armed )?([A-Za-z]{3,20}s)(?<!ss)|(?:An? )([a-z]{3,20})) "
    r"(?:have |had |has )?([a-z]{3,16})\b"
)
# "Was set on fire by students", "shot by a former clerk".
_DONE_BY = re.compile(
    r"\b(?:was|were|been) (?:[a-z]{2,14} ){1,4}by (?:the |an? )?((?:[a-z-]{3,14} ){0,2}[a-z]{3,20})\b(?! [A-Z])"
)
_WILL = re.compile(r"\b(?:will|shall|is to|are to)\b")
# "Reopening the port is a stunt": a deed is judged, not told.
_JUDGED = re.compile(r"(?:^|[“\"])[A-Z][a-z]{2,14}ing\b[^.,;]{0,120}\b(?:is|was|would be) (?:an?|the|[a-z]{4,14}[.,])")
_IF = re.compile(r"\b(?:if|unless|provided|should (?:it|they|he|she|the))\b", re.IGNORECASE)
_AMONG = re.compile(r"\bamong (?:the|those)\b|^of (?:the|those)\b", re.IGNORECASE)
FIRST_WORDS = 24
# Points of shared structure that speak for one matter, and one more for one event; a number from this up is telling.
FRAME, TELLING_NUMBER = 2, 10
_LATER = frozenset({"future"})
_UNSURE = frozenset({"conditional", "questioned"})


class Relation(msgspec.Struct, frozen=True):
    """How the second of two statements stands to the first; `what` names in which respect they clash."""

    kind: Kind
    what: str | None = None


UNRELATED = Relation("unrelated")


def relate(one: Proposition, other: Proposition, lens: Lens) -> Relation:
    """Return how two statements stand to each other; `more specific` and `part of` hold in either direction."""
    one, other = (_without_numbers(item, lens) for item in (one, other))
    likeness = compare(one.words, other.words, lens.weights)
    frame = _frame(one, other)
    if likeness.inside < MATTER and frame < FRAME:
        return UNRELATED
    if _denies(one, other, likeness):
        return Relation("denies")
    apart = is_part(one, other) != is_part(other, one)
    if apart and _of_one_whole(one, other, likeness):
        return Relation("part of")
    if not _one_standing(one, other) or _other_occasion(one, other):
        return UNRELATED
    if apart:
        return Relation("part of")
    clash = _clash(one, other, likeness, lens)
    if clash:
        return Relation("contradicts", clash)
    if frame <= FRAME and not _aligned(one, other, likeness, lens):
        return UNRELATED
    return Relation("more specific" if _adds(one, other, likeness) else "same")


def _without_numbers(item: Proposition, lens: Lens) -> Proposition:
    """Leave out the numbers in words, as those in digits are: how many is compared apart."""
    if _NUMBERS.isdisjoint(item.words.terms):
        return item
    return msgspec.structs.replace(item, words=wording(item.words.terms - _NUMBERS, lens.weights))


def _denies(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    """Tell whether one of the two says that what the other says is not so."""
    if likeness.inside < MATTER or not likeness.telling:
        return False
    bargain = "DENY" in (one.act, other.act) and not COMMITTING.isdisjoint((one.act, other.act))
    if {"conditional", "questioned"} & {one.realis, other.realis} and not bargain:
        return False
    if ("DENY" in (one.act, other.act)) and one.act != other.act:
        return True
    return one.negated != other.negated and likeness.inside >= CLASH


def _of_one_whole(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    """Tell whether a part and its whole are plainly of one matter, though the part may still be to come."""
    if one.statement.opinion or other.statement.opinion or _UNSURE & {one.realis, other.realis}:
        return False
    return likeness.inside >= CLASH and bool(_numbers(one) & _numbers(other))


def _one_standing(one: Proposition, other: Proposition) -> bool:
    """Tell whether both are reports, of what was or of what will be: neither a condition, a wish nor a judgement."""
    if one.statement.opinion or other.statement.opinion or _judged(one) != _judged(other):
        return False
    ours, theirs = one.realis, other.realis
    # "Offered to free them in return for ...": the offer was made, whatever hangs on what is offered.
    made = {one.act, other.act} <= COMMITTING and same_act(one.act, other.act) and _supposed(one) == _supposed(other)
    if not made and (ours in _UNSURE) != (theirs in _UNSURE):
        return False
    if (ours in _LATER) != (theirs in _LATER) and not _same_day(one, other):
        return False
    wished = one.act in WISHES, other.act in WISHES
    return wished[0] == wished[1] or "REJECT" in (one.act, other.act) or "STATE" in (one.act, other.act)


def _judged(item: Proposition) -> bool:
    return bool(_JUDGED.search(item.statement.evidence.quote))


def _supposed(item: Proposition) -> bool:
    """Tell whether a statement only supposes: "would offer it if ..."."""
    quote = item.statement.evidence.quote
    return bool(_MODAL.search(quote) and _IF.search(quote))


def _when(item: Proposition) -> When | None:
    """Return the date of the event, or the one date the statement names."""
    said = item.statement
    return said.event_date or (said.times[0] if len({(t.first, t.last) for t in said.times}) == 1 else None)


def _same_day(one: Proposition, other: Proposition) -> bool:
    ours, theirs = _when(one), _when(other)
    return bool(
        ours and theirs and ours.precision in DAYLIKE and (ours.first, ours.last) == (theirs.first, theirs.last)
    )


def _gap(one: Proposition, other: Proposition) -> int:
    """Return the days between the dates of two statements; an undated one is of its report's day, 0 when unknown."""
    dates = []
    for item in (one, other):
        when = _when(item)
        first, last = (when.first, when.last) if when else (item.published, item.published)
        if first is None or last is None:
            return 0
        dates.append((first, last))
    (start, end), (low, high) = dates
    return max((low - end).days, (start - high).days, 0)


def _frame(one: Proposition, other: Proposition) -> int:
    """Count what the structure of two statements shares: a number, a day, a side or place; a telling number twice."""
    numbers = _numbers(one) & _numbers(other)
    shared = 0 if not numbers else 2 if max(numbers) >= TELLING_NUMBER else 1
    return shared + _same_day(one, other) + min(2, len(one.parties & other.parties))


def _numbers(item: Proposition) -> set[float]:
    return {f.low for f in item.statement.figures if f.low is not None and f.low > 1 and f.unit not in LOOSE}


def _other_occasion(one: Proposition, other: Proposition) -> bool:
    """Tell whether the two are of different times: long apart, unless both are still to come."""
    quotes = one.statement.evidence.quote, other.statement.evidence.quote
    if is_another(*quotes) or (is_elsewhen(*quotes) and not _same_day(one, other)):
        return True
    whens = _when(one), _when(other)
    # "Will close on 1 March" is still to come, whichever March it was read as.
    if None not in whens and all(
        _WILL.search(item.statement.evidence.quote) or (when and _ahead(when, item))
        for when, item in zip(whens, (one, other), strict=True)
    ):
        return False
    ahead = [when for when, item in zip(whens, (one, other), strict=True) if when and _ahead(when, item)]
    if ahead and None in whens:
        return False  # a deadline that only one of them gives
    precisions = {when.precision for when in whens if when}
    # A day outside the week or month that the other names is of another event; days may be shifted in the telling.
    coarse = None not in whens and (len(precisions) > 1 or precisions.isdisjoint(DAYLIKE))
    # Another day and another number are of another event; reports of one differ in one of the two.
    return _gap(one, other) > (0 if coarse or (None not in whens and _figures_clash(one, other)) else SHIFT)


def _ahead(when: When, item: Proposition) -> bool:
    return item.published is not None and (when.last > item.published)


def is_part(one: Proposition, other: Proposition) -> bool:
    """Tell whether `other` counts a part of what `one` is about."""
    said = other.statement
    if not said.contents:
        return False
    start, quote = said.evidence.start, said.evidence.quote
    begun = said.contents[0].start
    if _AMONG.search(quote, max(0, begun - start)) and not _AMONG.search(one.statement.evidence.quote):
        return True
    low = max(0, begun - start)
    wholes = [figure.low for figure in said.figures if not figure.subset]
    if wholes and any(figure.subset for figure in said.figures[1:]) and not said.figures[0].subset:
        return wholes[0] not in [figure.low for figure in one.statement.figures]  # it gives the whole, then a part
    return any(_PART.match(quote, n.end) for n in find_numbers(quote, low, min(len(quote), low + FIRST_WORDS)))


def _clash(one: Proposition, other: Proposition, likeness: Likeness, lens: Lens) -> str | None:
    """Return in what two statements of one matter cannot both hold."""
    if exclude(_stems(one), _stems(other)):
        return "characterisation"
    if likeness.inside < CLASH:
        return None
    if _other_subject(one, other):
        return "attribution"
    if one.verdicts and other.verdicts and opposed(one.verdicts, other.verdicts):
        return "characterisation"
    if {one.act, other.act} & {"REJECT"} and one.act != other.act and likeness.inside >= WHOLE:
        return "characterisation"
    same_deed = same_act(one.act, other.act) or "STATE" in (one.act, other.act)
    if same_deed and likeness.jaccard >= _needed(one, other) and _figures_clash(one, other):
        return "figure"
    if same_deed and likeness.jaccard >= ALIKE and _other_doer(one, other, lens):
        return "attribution"
    if likeness.jaccard >= 0.9 and _gap(one, other) > 0 and _when(one) and _when(other):
        return "date"
    return None


def _needed(one: Proposition, other: Proposition) -> float:
    """Return how alike two numbers' wordings must be; where only one is dated the other may be of another day."""
    return COUNTED if (_when(one) is None) == (_when(other) is None) else WHOLE


def _stems(item: Proposition) -> frozenset[str]:
    return frozenset(item.statement.terms)


def _figures_clash(one: Proposition, other: Proposition) -> bool:
    ours, theirs = _wholes(one), _wholes(other)
    return any(
        not any(may_both_hold(a, b) for a in ours[unit] for b in theirs[unit]) for unit in ours.keys() & theirs.keys()
    )


def _wholes(item: Proposition) -> Mapping[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = {}
    for figure in item.statement.figures:
        if figure.unit and not figure.subset:
            found.setdefault(figure.unit, []).append(figure)
    return found


def _other_doer(one: Proposition, other: Proposition, lens: Lens) -> bool:
    """Tell whether the two name different doers; what two sides do together has no order."""
    ours, theirs = one.agent, other.agent
    if ours is theirs is None and _same_day(one, other) and one.words.telling == other.words.telling:
        # Only the name differs: "Orla sent 600 tents on Friday", "Tarn sent 600 tents on Friday".
        left, right = one.parties - other.parties, other.parties - one.parties
        return len(left) == len(right) == 1 and lens.sides.differ(*left, *right)
    if not lens.sides.differ(ours, theirs):
        return False
    joint = {one.act, other.act} <= JOINT
    sides = [set(map(lens.sides.of, lens.sides.parties(*item.statement.actors))) for item in (one, other)]
    return not (joint and sides[0] == sides[1])


def _other_subject(one: Proposition, other: Proposition) -> bool:
    """
    Tell whether two sentences of one day differ in who did it, and in nothing else that the shorter one says.

    "Engineers opened the sluice on Monday", "Rebels opened the sluice on Monday".
    """
    if not _same_day(one, other):
        return False
    common = one.words.terms & other.words.terms
    ours, theirs = (_opening(item, common) for item in (one, other))
    if not ours or not theirs or ours & other.words.terms or theirs & one.words.terms:
        return False
    left, right = one.words.terms - ours, other.words.terms - theirs
    return len(common) > 2 and (left <= right or right <= left)


def _opening(item: Proposition, common: frozenset[str]) -> frozenset[str]:
    """Return the terms for the doer: the noun before a verb that both sentences hold, or the one after "by"."""
    quote = item.statement.evidence.quote
    match = _SUBJECT.match(quote)
    if match is not None and not canonical(terms(match[3])).isdisjoint(common):
        return canonical(terms(match[1] or match[2]))
    done = _DONE_BY.search(quote)
    return canonical(terms(done[1])) if done else frozenset()


def _aligned(one: Proposition, other: Proposition, likeness: Likeness, lens: Lens) -> bool:
    if likeness.inside >= WHOLE and likeness.jaccard >= ALIKE / 2:
        return True
    return (
        likeness.jaccard >= ALIKE
        or max(wording_margin(one, other, likeness), event_margin(one, other, likeness, lens)) >= 0
    )


def _adds(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    """Tell whether one of the two says all of the other and more."""
    if likeness.inside < WHOLE or _told_outside(one, other) or _told_outside(other, one):
        return False
    ours, theirs = ({(f.unit, f.low) for f in item.statement.figures} for item in (one, other))
    return likeness.jaccard < DETAILED and (likeness.jaccard < DETAILED - 0.1 or ours < theirs or theirs < ours)


def _told_outside(long: Proposition, short: Proposition) -> bool:
    """Tell whether the other sentence holds all of this one's words, some before what it says: "officials said"."""
    return len(long.words.terms) > len(short.words.terms) and long.words.terms <= canonical(
        terms(short.statement.evidence.quote)
    )


def relate_articles(
    articles: Sequence[Article], readings: Sequence[Reading], pairs: Iterable[tuple[str, str]]
) -> list[Relation]:
    """Return how pairs of one-sentence articles stand to each other: by their statements that are most alike."""
    unified = unify_actors(list(readings))
    dates = {article.id: article.published for article in articles}
    said = {r.article: [rename(s, unified) for s in r.statements] for r in readings}
    statements = [s for listed in said.values() for s in listed]
    names = {actor.id: canonical(terms(" ".join(actor.names))) for actor in unified.actors}
    weights = term_weights((canonical(s.terms) for s in statements), frozenset().union(*names.values()))
    sides = Sides({actor.id: actor for actor in unified.actors})
    lens = Lens(weights, names, sides, frozenset(s.id for s in statements), find_casts(statements, sides))
    items = {a: [proposition(s, dates[a], a, lens) for s in listed] for a, listed in said.items()}
    found = []
    for one, other in pairs:
        both = [(compare(a.words, b.words, weights), a, b) for a in items[one] for b in items[other]]
        best = max(both, key=lambda item: (item[0].jaccard, item[0].inside), default=None)
        found.append(relate(best[1], best[2], lens) if best else UNRELATED)
    return found
