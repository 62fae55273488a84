"""
What statements mean, whatever their words: vectors of a trained reader, and the pairs of two reports that they bring
together.

Two reports of one event tell each fact once. So a pair is taken when the two mean nearly the same and, in either
report, nothing else comes as near (nearest neighbours with a margin, Artetxe & Schwenk 2019). Whatever is typed
(figures, roles, signs, days) can still say no.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.model import Reading

from .claims import Compared
from .events import shares_amount
from .likeness import Likeness, compare
from .one_voice import same_voice
from .propositions import Lens, Proposition, same_act
from .slips import price_of_slips

# Reports that each is compared with, statement by statement: those of its days that are nearest in meaning.
PARTNERS, DAYS = 12, 4
# Reports whose partners are looked for at a time: bounds the memory, and nothing else.
BLOCK = 512
# The evidence that two statements mean the same: how near they are, `LEAD` times by how much nearer than the next best
# of each, how alike they are worded, and a telling amount that both give. Tuned on the dev half of
# bench/gold/claims/reports.jsonl and on ten of BASIL's stories, all of whose common facts were listed by eye.
NEEDED, LEAD, SAME_AMOUNT = 1.05, 1.25, 0.2
# No pair has less of the first, or of the first two together, so that few are looked at.
NEAR, WITHOUT_WORDS = 0.55, 0.5
# Added to what is needed: a "not" in one of the two only; another act; no person, or no party, in common where both
# name some; a narrator's and a speaker's word for it.
OTHER_SIGN, OTHER_ACT, OTHER_PEOPLE, OTHER_PARTIES, OTHER_VOICE = 0.1, 0.1, 0.2, 0.05, 0.05
# Opening sentences of two reports tell of the same news: so much less is needed.
BOTH_OPEN = 0.1
# The same where no two telling words are shared and the two are not very near: names alone bring together what two
# reports tell of one person. Read by eye over BASIL and pasted cases: of six such pairs the two wrong ones go.
ONLY_NAMES, BARE, SURE = 0.2, 2, 0.8
# ... where they are worded less alike than this, and where the main clauses share no word: what is common is an aside.
FEW_WORDS, SPARSE, ASIDE = 0.12, 0.05, 0.05
# Reports more than so many days apart tell of other news, with much background in common: more is needed, and words.
ONE_NEWS, OTHER_NEWS, LEAST_WORDS = 1, 0.15, 0.1
# Telling words without which a statement is a fragment, and the part of the shorter of two quotations that is common.
WHOLE, QUOTED = 3, 0.5

Vectors = NDArray[np.float32]


class Meanings(NamedTuple):
    """
    Whole numbers, a row of them each, the rows' lengths, and the row of every statement that has one.

    Sums of products of so few and so small whole numbers are exact: no order of adding can move an output.
    """

    rows: Mapping[str, int]
    vectors: Vectors
    lengths: Vectors

    def near(self, ours: Sequence[str], theirs: Sequence[str]) -> Vectors:
        """Return the cosines of statements with others."""
        one, other = ([self.rows[statement] for statement in some] for some in (ours, theirs))
        found: Vectors = self.vectors[one] @ self.vectors[other].T
        found /= self.lengths[one][:, None] * self.lengths[other]
        return found


NO_MEANINGS = Meanings({}, np.zeros((0, 1), dtype=np.float32), np.zeros(0, dtype=np.float32))


def meanings_of(readings: Iterable[Reading]) -> Meanings:
    """Return the vectors that the readings carry; readings by rules carry none."""
    rows: dict[str, int] = {}
    parts: list[NDArray[np.int8]] = []
    for reading in readings:
        if reading.meanings:
            parts.append(np.frombuffer(reading.meanings, dtype=np.int8).reshape(len(reading.statements), -1))
            rows.update({one.id: len(rows) + at for at, one in enumerate(reading.statements)})
    if not parts:
        return NO_MEANINGS
    vectors = np.concatenate(parts).astype(np.float32)
    return Meanings(rows, vectors, _lengths(vectors))


def _lengths(vectors: Vectors) -> Vectors:
    found: Vectors = np.sqrt(np.maximum((vectors * vectors).sum(axis=1), 1.0))
    return found


def near_in_meaning(
    heads: Sequence[Proposition], pairs: list[Compared], meanings: Meanings, lens: Lens
) -> list[Compared]:
    """
    Return `pairs` with those raised, and those added, that two reports tell in other words; only what may agree.

    Without meanings they are the very list that was given.
    """
    if not meanings.rows:
        return pairs
    known = {(pair.one.statement.id, pair.other.statement.id): at for at, pair in enumerate(pairs)}
    found = list(pairs)
    for pair in _raised(heads, meanings, lens):
        at = known.get((pair.one.statement.id, pair.other.statement.id))
        if at is None:
            found.append(pair)
        elif pair.margin > found[at].margin or not found[at].joins:
            found[at] = pair
    return found


def _raised(heads: Sequence[Proposition], meanings: Meanings, lens: Lens) -> Iterator[Compared]:
    """Yield what means the same in two reports, with by how much the evidence exceeds what is needed."""
    reports: dict[str, list[int]] = defaultdict(list)
    for at, head in enumerate(heads):
        if head.statement.id in meanings.rows and _is_whole(head):
            reports[head.family].append(at)
    places = list(reports.values())
    for ours, theirs in _partners(places, heads, meanings):
        yield from _between(places[ours], places[theirs], heads, meanings, lens)


def _is_whole(item: Proposition) -> bool:
    said = item.statement
    return len(item.words.telling) >= WHOLE and not said.headline and not said.opinion


def _between(
    ours: Sequence[int], theirs: Sequence[int], heads: Sequence[Proposition], meanings: Meanings, lens: Lens
) -> Iterator[Compared]:
    near = meanings.near(*([heads[at].statement.id for at in some] for some in (ours, theirs)))
    rivals = _next_best(near, [heads[at] for at in theirs]), _next_best(near.T, [heads[at] for at in ours]).T
    score = near + LEAD * (2 * near - rivals[0] - rivals[1])
    least = near + 2 * LEAD * (near - np.maximum(*rivals))
    for row, column in zip(*np.nonzero((near >= NEAR) & (score >= WITHOUT_WORDS)), strict=True):
        low, high = sorted((ours[row], theirs[column]))
        one, other = heads[low], heads[high]
        likeness = compare(one.words, other.words, lens.weights)
        # Without words in common nothing but the meaning tells which of two sentences is meant.
        bare = likeness.telling < BARE
        evidence = float((least if bare else score)[row, column]) + likeness.jaccard
        margin = evidence + SAME_AMOUNT * shares_amount(one, other) - _needed(one, other, lens)
        if bare and near[row, column] < SURE:
            margin -= ONLY_NAMES
        margin -= SPARSE * (likeness.jaccard < FEW_WORDS)
        margin -= ASIDE * one.core.telling.isdisjoint(other.core.telling)
        if margin >= 0 and _comparable(one, other, likeness):
            price = price_of_slips(one, other, lens)
            if price is not None and margin >= price:
                yield Compared(one, other, likeness, margin - price, joins=True, sure=True)


def _next_best(near: Vectors, theirs: Sequence[Proposition]) -> Vectors:
    """Return for each cell the nearest of its row in another sentence than the cell's; 0 where there is none."""
    sentences: dict[tuple[int, int], int] = {}
    groups = np.array(
        [sentences.setdefault((p.statement.evidence.start, p.statement.evidence.end), len(sentences)) for p in theirs]
    )
    best = np.zeros((len(near), len(sentences)), dtype=np.float32)
    for column, group in enumerate(groups.tolist()):
        best[:, group] = np.maximum(best[:, group], near[:, column])
    first = best.argmax(axis=1)
    top = best.max(axis=1)
    best[np.arange(len(best)), first] = 0.0
    second = best.max(axis=1)
    found: Vectors = np.where(groups[None] == first[:, None], second[:, None], top[:, None])
    return found


def _partners(
    reports: Sequence[Sequence[int]], heads: Sequence[Proposition], meanings: Meanings
) -> list[tuple[int, int]]:
    """Return which reports to compare: each and the `PARTNERS` of its days that are nearest to it as wholes."""
    if not reports:
        return []
    sums = np.stack(
        [meanings.vectors[[meanings.rows[heads[at].statement.id] for at in some]].sum(0) for some in reports]
    )
    wholes = np.rint(sums * (127 / np.maximum(np.abs(sums).max(axis=1, keepdims=True), 1.0))).astype(np.float32)
    lengths = _lengths(wholes)
    dates = [heads[some[0]].published for some in reports]
    # A report without a date may be of any day.
    days = np.array([date.toordinal() if date else 0 for date in dates])
    order = np.argsort(days, kind="stable")
    found: set[tuple[int, int]] = set()
    for start in range(0, len(order), BLOCK):
        some = order[start : start + BLOCK]
        low, high = np.searchsorted(days[order], (days[some[0]] - DAYS, days[some[-1]] + DAYS + 1))
        others = (
            order if not days[some[0]] else np.concatenate((order[: np.searchsorted(days[order], 1)], order[low:high]))
        )
        near = wholes[some] @ wholes[others].T / (lengths[some][:, None] * lengths[others])
        apart = np.abs(days[some][:, None] - days[others]) > DAYS
        near[(apart & (days[some] > 0)[:, None] & (days[others] > 0)) | (some[:, None] == others)] = -1.0
        for row, one in enumerate(some.tolist()):
            best = np.argsort(-near[row], kind="stable")[:PARTNERS]
            found.update((min(one, its), max(one, its)) for its in others[best[near[row, best] > 0]].tolist())
    return sorted(found)


def _comparable(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    """Tell whether one fact may be told by these two voices, with these numbers."""
    ours, theirs = one.statement, other.statement
    if None not in (ours.speaker, theirs.speaker) and ours.speaker != theirs.speaker:
        return False
    if ours.mode == theirs.mode == "direct" and likeness.inside < QUOTED:
        return False  # two quotations give one remark in the same words
    if likeness.jaccard < LEAST_WORDS and _apart(one, other):
        return False
    if one.nots != other.nots and _narrated(one) != _narrated(other):
        return False  # "the letter was sent", "he is certain that he did not send it"
    return not (one.counts and other.counts and one.counts.isdisjoint(other.counts))


def _apart(one: Proposition, other: Proposition) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) > ONE_NEWS


def _narrated(item: Proposition) -> bool:
    return item.statement.speaker is None and item.statement.unnamed is None


def _needed(one: Proposition, other: Proposition, lens: Lens) -> float:
    """Return the evidence that two statements need, by what one has and the other lacks."""
    needed = (
        NEEDED
        + OTHER_NEWS * _apart(one, other)
        + OTHER_SIGN * (one.nots != other.nots)
        + OTHER_ACT * (not same_act(one.act, other.act))
    )
    if one.parties and other.parties and one.parties.isdisjoint(other.parties):
        needed += OTHER_PARTIES
    people, theirs = (lens.sides.people(item.statement.actors) for item in (one, other))
    if people and theirs and people.isdisjoint(theirs):
        needed += OTHER_PEOPLE
    spoken = one.statement.speaker is not None or other.statement.speaker is not None
    needed += OTHER_VOICE * (spoken and not same_voice(one, other))
    return needed - BOTH_OPEN * (one.opening is not None and other.opening is not None)
