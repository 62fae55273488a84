"""Cluster statements that assert the same proposition, with a say for every member against every newcomer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

import msgspec

from .bids import bid_marks, ready_alike, same_bid
from .clashing import ANYHOW, clashes_of
from .events import event_margin, heads_detail, same_bargain, shares_amount
from .likeness import Likeness
from .meetings import meeting_marks, same_meeting
from .one_deed import deed_margin, deed_marks
from .one_voice import one_remark, same_voice, voice_marks
from .pairing import KIN, NEAR
from .propositions import Lens, Proposition, date_order, may_agree, same_act, shares_figure
from .same_word import judges_the_unnamed
from .slips import price_of_slips

# Weighted Jaccard two wordings need before they can be one claim. Read by eye on pairs of BASIL sentences of one story
# by two outlets: from .23 up about nine in ten say the same, from .19 to .23 about half.
ALIKE = 0.23
# Long sentences share much and differ in more: this overlap is enough when so many telling words are common.
LONG, LONG_TELLING = 0.19, 7
# A shorter report of the same: nearly all its words stand in the longer one.
# A fragment stands in many a sentence, so two voices need more of it.
INSIDE, INSIDE_LEAST, INSIDE_TELLING, INSIDE_VOICES = 0.85, 0.18, 4, 6
# Words besides names that must be common in any case; two voices that share three share a topic as often as a claim.
TELLING, TELLING_VOICES = 3, 4
# A short quotation has few words besides names: one speaker's must then be half the same, two voices' nearly all.
SAME_WORDS_VOICE, SAME_WORDS, TELLING_SAME = 0.45, 0.7, 2
# Nearly half the same, and not two named voices: three such words are enough.
HALF_SAME = 0.4
# One report seldom says a thing twice; what is alike in it develops the story.
SAME_REPORT = 0.5
# Added when something typed is missing that would speak for one claim.
OTHER_ACT, OTHER_VOICE, NO_SHARED_FIGURE, OTHER_SIGN = 0.06, 0.15, 0.06, 0.1
# A narrator's sentence and somebody's own words: what is told about a text is not what it says.
TOLD_OF_QUOTED = 0.02
_LETTERS = re.compile(r"\w+")
# Two people do not use the same words: quotations alike with two speakers are one, ascribed twice.
_QUOTED = frozenset({"direct", "mixed"})


class Compared(msgspec.Struct, frozen=True, gc=False):
    """
    Two distinct propositions, how alike they are worded, and by how much that and their structure exceed what one
    claim needs; `joins` says that it does exceed it, and that nothing contradicts one claim. `sure` pairs mean the same
    whatever tense each is read in (meaning.py). `clashes` are the kinds of conflict that may come of the two.
    """

    one: Proposition
    other: Proposition
    likeness: Likeness
    margin: float
    joins: bool = False
    sure: bool = False
    clashes: int = ANYHOW


Unit = tuple[Proposition, ...]


def compare_two(one: Proposition, other: Proposition, likeness: Likeness, lens: Lens) -> Compared | None:
    """Compare two propositions that met; None where nothing can come of them."""
    # Meetings and bids are acts of their own: most pairs are of statements, and need no asking.
    acted = one.act == other.act != "STATE"
    one_event = acted and (same_meeting(one, other, lens) or same_bid(one, other, lens))
    near = one_event or likeness.jaccard >= NEAR or shares_amount(one, other) or same_bargain(one, other)
    ready = one_event and ready_alike(one, other, lens)
    if not near or (heads_detail(one, other, likeness) and not ready):
        return None
    margin = max(wording_margin(one, other, likeness), event_margin(one, other, likeness, lens))
    margin = max(margin, deed_margin(one, other, likeness, lens))
    margin = max(margin, likeness.jaccard) if one_event else margin
    joins = margin >= 0 and (ready or may_join(one, other, lens))
    return Compared(one, other, likeness, margin, joins, sure=ready, clashes=clashes_of(one, other))


def marks_of(item: Proposition) -> list[tuple[object, ...]]:
    """Return what may stand for a shared word when pairs are looked for: amounts of a unit, and an act on a day."""
    found: list[tuple[object, ...]] = []
    for unit, values in item.amounts.items():
        if unit:
            found += [("amount", unit, low, high) for low, high, _ in values]
    if item.when and item.act != "STATE":
        found.append(("day", item.act, item.when.first))
    found += meeting_marks(item) + bid_marks(item) + deed_marks(item) + voice_marks(item)
    return found


def find_claims(units: Sequence[Unit], pairs: Iterable[Compared], lens: Lens) -> list[Unit]:
    """
    Group units of identical propositions into claims, each in date order.

    Pairs join from the most alike down, by wording or as reports of one event, when every member of the one group can
    stand beside every member of the other (complete link) and most are akin: at least `KIN` alike, or reports of one
    event. So there are no chains.
    """
    heads = [unit[0] for unit in units]
    place = {head.statement.id: at for at, head in enumerate(heads)}
    placed = ((place[pair.one.statement.id], place[pair.other.statement.id], pair) for pair in pairs)
    home = list(range(len(units)))
    join(home, home, heads, placed, lens)
    return groups_of(units, home)


def join(
    home: list[int],
    places: Iterable[int],
    heads: Sequence[Proposition],
    pairs: Iterable[tuple[int, int, Compared]],
    lens: Lens,
) -> None:
    """Give each of some places, still its own home, that of its claim: the first place of it. All pairs are of them."""
    margins: dict[tuple[int, int], float] = {}
    akin: set[tuple[int, int]] = set()
    sure: set[tuple[int, int]] = set()
    for low, high, pair in pairs:
        if pair.margin < 0 and pair.likeness.jaccard < KIN:
            continue
        key = (low, high)
        akin.add(key)
        if pair.sure:
            sure.add(key)
        if pair.joins:
            margins[key] = pair.margin
    members = {at: [at] for at in places}
    for (one, other), _ in sorted(margins.items(), key=lambda item: (-item[1], item[0])):
        into, gone = sorted((home[one], home[other]))
        if into != gone and _kin(members[into], members[gone], heads, akin, sure, lens):
            members[into] += members[gone]
            for at in members.pop(gone):
                home[at] = into


def groups_of(units: Sequence[Unit], home: Sequence[int]) -> list[Unit]:
    """Return the units of each home together, in date order."""
    joined: dict[int, list[int]] = defaultdict(list)
    for at, first in enumerate(home):
        if at != first:
            joined[first].append(at)
    whole = {
        first: tuple(sorted((item for at in (first, *rest) for item in units[at]), key=date_order))
        for first, rest in joined.items()
    }
    # Units come in date order, and so do their claims, which are called by the first of them.
    return [whole.get(at) or units[at] for at, first in enumerate(home) if at == first]


def fold(propositions: Sequence[Proposition]) -> list[Unit]:
    """Bring identical propositions together, in date order, so that pasted copies cost nothing."""
    units: dict[tuple[object, ...], list[Proposition]] = defaultdict(list)
    for item in sorted(propositions, key=date_order):
        units[same_as(item)].append(item)
    return [tuple(unit) for unit in units.values()]


def same_as(item: Proposition) -> tuple[object, ...]:
    """Return what all identical propositions have in common."""
    said, day = item.statement, item.when
    figures = tuple([(f.unit, f.low, f.high, f.each, f.qualifier) for f in said.figures]) if said.figures else ()
    when = (day.first, day.last) if day else None
    # Without a word to compare, only the very same sentence is the same.
    alone = None if len(item.words.terms) > 2 else said.evidence.quote
    key = (item.act, item.agent, item.target, item.negated, said.realis, said.speaker, said.unnamed is None)
    return (*key, figures, when, item.published, item.words.terms, alone)


def wording_margin(one: Proposition, other: Proposition, likeness: Likeness) -> float:
    """Return by how much the wording is more alike than these two statements need; negative for "no"."""
    speakers = one.statement.speaker, other.statement.speaker
    one_voice = same_voice(one, other)
    if one_voice and likeness.jaccard == 1.0 and _quoted_words(one) == _quoted_words(other) != "":
        return 1.0  # three words in quotation marks, by one speaker, are one saying
    nearly = likeness.jaccard >= (SAME_WORDS_VOICE if one_voice else SAME_WORDS)
    half = likeness.jaccard >= HALF_SAME and None in speakers and one.nots == other.nots
    least = TELLING_SAME if nearly else TELLING if one_voice or half else TELLING_VOICES
    if likeness.telling < least:
        return -1.0
    extra = 0.0
    if not same_act(one.act, other.act):
        extra += OTHER_ACT
    if not one_voice and None not in speakers:
        if one.statement.mode in _QUOTED and other.statement.mode in _QUOTED:
            return -1.0
        extra += OTHER_VOICE
    if {one.statement.mode, other.statement.mode} == {"narrated", "direct"}:
        extra += TOLD_OF_QUOTED
    if not shares_figure(one, other):
        extra += NO_SHARED_FIGURE
    if one.nots != other.nots:
        extra += OTHER_SIGN
    if one.family == other.family:
        return likeness.jaccard - SAME_REPORT - extra
    needs = [ALIKE]
    if likeness.telling >= LONG_TELLING:
        needs.append(LONG)
    if likeness.inside >= INSIDE and likeness.telling >= (INSIDE_TELLING if one_voice else INSIDE_VOICES):
        needs.append(INSIDE_LEAST)
    return likeness.jaccard - min(needs) - extra


def _quoted_words(item: Proposition) -> str:
    """Return the words of a quotation without marks and case; nothing for what is not quoted."""
    said = item.statement
    if said.mode != "direct":
        return ""
    start, words = said.evidence.start, said.evidence.quote
    pieces = (words[max(0, span.start - start) : max(0, span.end - start)] for span in said.contents)
    return " ".join(_LETTERS.findall(" ".join(pieces).casefold()))


def _kin(
    ours: Sequence[int],
    theirs: Sequence[int],
    heads: Sequence[Proposition],
    akin: Set[tuple[int, int]],
    sure: Set[tuple[int, int]],
    lens: Lens,
) -> bool:
    """Tell whether nothing keeps any two members apart, and at least half of the pairs are alike."""
    pairs = [(min(a, b), max(a, b)) for a in ours for b in theirs]
    if 2 * sum(pair in akin for pair in pairs) < len(pairs):
        return False
    tied = any(pair in sure for pair in pairs)
    return all(
        pair in sure or _may_stand(heads[pair[0]], heads[pair[1]], lens, akin=pair in akin, tied=tied) for pair in pairs
    )


def _may_stand(one: Proposition, other: Proposition, lens: Lens, *, akin: bool, tied: bool) -> bool:
    """
    Tell whether two may be of one claim that others bring them to; `tied` where some of those plainly mean the same.

    Two without a common word are two facts, or two sayings, though a third report tells both in one sentence.
    """
    if not akin and one.words.telling.isdisjoint(other.words.telling):
        return False
    return may_join(one, other, lens) or (tied and price_of_slips(one, other, lens) is not None)


def may_join(one: Proposition, other: Proposition, lens: Lens) -> bool:
    """Tell whether nothing but the wording could keep two statements from being one claim."""
    return may_agree(one, other, lens.sides, remark=one_remark(one, other)) and not judges_the_unnamed(one, other)
