"""
The other half of each planted error: the same one planted in the evidence.

A claim with an error looks odd by itself, and that is soon learnt in place of what differs. So the sound claim is
also shown beside evidence with the error in it, which does not bear it out, and the one with the error beside the
same evidence, which does: only reading both sides tells the four apart.
"""

from collections.abc import Sequence

from pairs import Row

from crosswire.check.beside import COMMON, HELD, MISSING, MISSING_NAME, MISSING_NUMBER, SHARED_WORD, THEIRS
from crosswire.read.encoder.wordpieces import SHAPES

_DIGITS, _CAPITALS, _FOLLOWS = (5, 7), range(1, 5), SHAPES + 1


def mirrored(good: Row, bad: Row, separator: int) -> tuple[Row, Row] | None:
    """
    Return the sound claim, then the one with an error, beside evidence with that error; None where no evidence has it.

    `separator` is the piece between claim and evidence.
    """
    ends = [row.inputs[0].index(separator) for row in (good, bad)]
    one, other = good.inputs[0][1 : ends[0]], bad.inputs[0][1 : ends[1]]
    first, last = _span(one, other)
    # A word put in, or one that stands everywhere, is looked for with its neighbours.
    while last[0] - first < 2 and (last[0] == first or _is_common(good, first, last[0])) and first > 0:
        first -= 1
        if last[0] < len(one) and last[1] < len(other):
            last = (last[0] + 1, last[1] + 1)
    old, new = one[first : last[0]], other[first : last[1]]
    if not old or not new:
        return None
    columns = list(zip(*good.inputs, strict=True))
    theirs = columns[ends[0] + 1 :]
    places = _places([column[0] for column in theirs], old)
    if not places:
        return None
    put = list(zip(*bad.inputs, strict=True))[1 + first : 1 + last[1]]
    changed: list[tuple[int, ...]] = []
    at = 0
    for place in places:
        changed += theirs[at:place]
        kinds = [theirs[place][3], *[0] * (len(put) - 1)]
        changed += [(*column[:3], kind, THEIRS) for column, kind in zip(put, kinds, strict=True)]
        at = place + len(old)
    changed += theirs[at:]
    sound = columns[: ends[0] + 1]
    if bad.kind != "added":
        sound[1 + first : 1 + last[0]] = _missing(sound[1 + first : 1 + last[0]])
    # What says more bears out what says less.
    holds = bad.kind == "added"
    wrong = [int(not holds and first <= head - 1 < last[0]) for head in good.heads]
    odd = list(zip(*bad.inputs, strict=True))[: ends[1] + 1]
    odd[1 + first : 1 + last[1]] = [_held(column) for column in odd[1 + first : 1 + last[1]]]
    shared = set(new)
    echoed = [
        (*column[:4], SHARED_WORD) if column[0] in shared and column[4] == THEIRS else column for column in changed
    ]
    return (
        good._replace(inputs=_rows(sound + changed), wrong=wrong, label=holds, kind=bad.kind + ", mirrored"),
        bad._replace(inputs=_rows(odd + echoed), wrong=[0] * len(bad.heads), label=True, kind="mirrored"),
    )


def _span(one: Sequence[int], other: Sequence[int]) -> tuple[int, tuple[int, int]]:
    """Return where two claims begin to differ, and where in each they are alike again."""
    first = 0
    while first < min(len(one), len(other)) and one[first] == other[first]:
        first += 1
    same = 0
    while same < min(len(one), len(other)) - first and one[-1 - same] == other[-1 - same]:
        same += 1
    return first, (len(one) - same, len(other) - same)


def _is_common(row: Row, first: int, last: int) -> bool:
    return all(mark == COMMON for mark in row.inputs[4][1 + first : 1 + last])


def _places(pieces: Sequence[int], words: Sequence[int]) -> list[int]:
    found: list[int] = []
    at = 0
    while at + len(words) <= len(pieces):
        if list(pieces[at : at + len(words)]) == list(words):
            found.append(at)
            at += len(words)
        else:
            at += 1
    return found


def _missing(columns: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    mark = MISSING
    for column in columns:
        # The pieces of a word after its first have no shape of their own.
        if column[1] != _FOLLOWS:
            shape = column[1] % 8
            mark = MISSING_NUMBER if shape in _DIGITS else MISSING_NAME if shape in _CAPITALS else MISSING
        found.append((*column[:4], mark) if column[4] == HELD else column)
    return found


def _held(column: tuple[int, ...]) -> tuple[int, ...]:
    return column if column[4] == COMMON else (*column[:4], HELD)


def _rows(columns: Sequence[tuple[int, ...]]) -> tuple[list[int], ...]:
    return tuple(list(row) for row in zip(*columns, strict=True))
