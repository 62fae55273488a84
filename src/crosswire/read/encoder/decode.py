"""From scores to spans: the best tag sequence, and where words stand as seen from a cue."""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

OUTSIDE = 0
# Flat tags come in pairs, begin and inside, in this order after OUTSIDE.
LABELS = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)
# A cue's own view has the pairs of source and content only.
FLAT_TAGS = 7
CUE_TAGS = 5

_STEPS = np.array([1, 2, 3, 4, 5, 7, 10, 15, 23, 36, 61])
DISTANCES = 2 * len(_STEPS) + 1
REACH = 3
STEPS = 2 * REACH + 1


class Chunk(msgspec.Struct, frozen=True, order=True):
    """Words `first` up to `last` (not included) of a window carrying one label."""

    first: int
    last: int
    label: int


def viterbi(scores: Array, lengths: Sequence[int], first: Array, follow: Array) -> list[list[int]]:
    """
    Return the best tag sequence of each row of `scores` (rows, places, tags), a row being `lengths[row]` places long.

    Ties go to the lower tag. Rows do not influence each other.
    """
    rows, places, tags = scores.shape
    # Rows last: numpy then works through them, and through tags, as one long vector a place.
    turned = np.ascontiguousarray(scores.transpose(1, 2, 0))
    totals = np.empty((places, tags, rows), dtype=np.float32)
    totals[0] = first[:, None] + turned[0]
    step = np.empty((tags, tags, rows), dtype=np.float32)
    costs = follow[:, :, None]
    for place in range(1, places):
        np.add(totals[place - 1][:, None, :], costs, out=step)
        np.maximum.reduce(step, axis=0, out=totals[place])
        totals[place] += turned[place]
    paths = np.zeros((places, rows), dtype=np.int64)
    begins: dict[int, list[int]] = {}
    for row, length in enumerate(lengths):
        begins.setdefault(length - 1, []).append(row)
    chosen = np.zeros(rows, dtype=np.int64)
    for place in range(places - 1, -1, -1):
        # A row begins at its own last place; what was chosen beyond it is thrown away.
        chosen = (totals[place] + follow[:, chosen]).argmax(axis=0)
        for row in begins.get(place, ()):
            chosen[row] = totals[place, :, row].argmax()
        paths[place] = chosen
    return [paths[:length, row].tolist() for row, length in enumerate(lengths)]


def chunks(tags: Sequence[int]) -> list[Chunk]:
    """
    Return what a tag sequence marks; an inside without its begin opens a chunk.

    >>> chunks([0, 1, 2, 0, 3, 3])
    [Chunk(first=1, last=3, label=0), Chunk(first=4, last=5, label=1), Chunk(first=5, last=6, label=1)]
    """
    found = []
    opened, label = 0, -1
    for place, tag in enumerate(tags):
        inside = tag and tag % 2 == 0 and (tag - 1) // 2 == label
        if not inside:
            if label >= 0:
                found.append(Chunk(opened, place, label))
            opened, label = place, (tag - 1) // 2 if tag else -1
    if label >= 0:
        found.append(Chunk(opened, len(tags), label))
    return found


def places(words: int, cues: Sequence[tuple[int, int]], sentences: Sequence[int]) -> tuple[Numbers, Numbers, Numbers]:
    """
    Return where each word stands as seen from each cue: (cues, words) buckets of distance, sentences and cues between.

    `cues` are in text order; `sentences` numbers the sentence of each word.
    """
    here = np.arange(words)
    starts = np.array([first for first, _ in cues], dtype=np.int64)
    ends = np.array([last for _, last in cues], dtype=np.int64)
    ahead = np.maximum(0, here - ends[:, None] + 1)
    behind = np.maximum(0, starts[:, None] - here)
    distance = np.searchsorted(_STEPS, ahead, side="right") - np.searchsorted(_STEPS, behind, side="right")
    numbers = np.asarray(sentences, dtype=np.int64)
    between = numbers - numbers[starts][:, None]
    passed = np.searchsorted(starts, here, side="right") - 1
    others = passed - np.arange(len(cues))[:, None]
    others = np.where(others < 0, others + 1, others)
    return (
        distance + len(_STEPS),
        np.clip(between, -REACH, REACH) + REACH,
        np.clip(others, -REACH, REACH) + REACH,
    )
