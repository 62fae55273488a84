"""A statement beside its evidence, laid out for the network that reads the two together."""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import NamedTuple

import msgspec

from crosswire.check.appraise import Appraisal
from crosswire.check.library import Library, Unit
from crosswire.check.score import support
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Span
from crosswire.read.encoder.comparer import Compared, Comparer, load_comparer
from crosswire.read.encoder.windows import OUTSIDE, PARAGRAPH, PLAIN, TITLE
from crosswire.read.encoder.wordpieces import SHAPES, Cutter
from crosswire.read.encoder.wordpieces import Word as Cut

# Pieces of a statement and of both together: a sentence of news is 30 pieces, and attention grows with the square.
LONGEST_STATEMENT, LIMIT = 64, 128
# What is said of each piece beside its word: whose it is, and whether the other side has it.
SIGN, COMMON, HELD, LIKE, MISSING, MISSING_NAME, MISSING_NUMBER, THEIRS, SHARED_WORD = range(9)
MARKS = 9
# From these shares on the evidence holds a word, or one like it.
_HELD, _LIKE = 0.99, 0.4
# The log-odds of what is sure without a look.
_SURE = 4.0


class Laid(NamedTuple):
    """A window: the rows of the network's input, the statement's words, and where each one's first piece is."""

    inputs: tuple[list[int], list[int], list[int], list[int], list[int]]
    words: list[Cut]
    heads: list[int]


def choose_comparer(*, fast: bool = False) -> Comparer | None:
    """Return what reads statements beside their evidence, None with `fast` or where its runtime is not installed."""
    return None if fast or find_spec("openvino") is None else load_comparer()


def read_beside(
    found: Sequence[Appraisal], stated: Sequence[Stated], text: str, *, library: Library, comparer: Comparer
) -> list[Appraisal]:
    """
    Read statements beside their evidence, and measure their support anew with what that says.

    To the measures comes `whole`, how well a statement is borne out, as log-odds. What has no evidence need not be read
    to be unlikely, nor what was copied whole to be likely.
    """
    asked = [at for at, one in enumerate(found) if one.units and one.words and not one.copied]
    windows = []
    for at in asked:
        one = found[at]
        span, units = stated[at].span, one.units
        windows.append(lay_out(text, span, one.words, one.shares, units, library=library, cutter=comparer.cutter))
    seen = dict(zip(asked, comparer.compare([(one.inputs, one.heads) for one in windows]), strict=True))
    return [_measured(one, seen.get(at)) for at, one in enumerate(found)]


def _measured(one: Appraisal, seen: Compared | None) -> Appraisal:
    # One decimal: what is beyond it differs between processors.
    whole = round(seen.whole, 1) if seen else _SURE if one.copied else -_SURE
    measured = one.measures | {"whole": whole}
    return msgspec.structs.replace(one, measures=measured, support=support(measured))


def lay_out(
    text: str, span: Span, words: Sequence[Word], shares: Sequence[float], units: Sequence[Unit], *, library: Library,
    cutter: Cutter,
) -> Laid:  # fmt: skip
    """
    Lay out a statement, then its evidence, the best first, then the sentences around that, as far as they fit.

    `shares` say of each of its content words how far the evidence holds it.
    """
    inputs: tuple[list[int], ...] = ([cutter.first], [SHAPES], [OUTSIDE], [PLAIN], [SIGN])
    own: list[Cut] = []
    heads: list[int] = []
    marks = dict(zip((word.start for word in words), map(_mark, words, shares), strict=True))
    ends = {word.start: word.end for word in words}
    mark, until = COMMON, span.start
    for word in cutter.cut(text, span.start, span.end):
        if len(inputs[0]) + len(word.pieces) > LONGEST_STATEMENT:
            break
        if word.start in marks:
            mark, until = marks[word.start], ends[word.start]
        elif word.start >= until:
            mark = COMMON
        own.append(word)
        heads.append(len(inputs[0]))
        _add(inputs, word, TITLE if len(own) == 1 else PLAIN, mark)
    _close(inputs, cutter)
    asked = keys_of(words)
    for unit in _in_turn(units, library):
        place = library.articles[unit.source].text
        theirs = cutter.cut(place, unit.span.start, unit.span.end)
        room = LIMIT - 1 - len(inputs[0])
        if room < 8 or (sum(len(word.pieces) for word in theirs) > room and inputs[0].count(cutter.last) > 1):
            continue
        shared = {word.start for word in unit.words if word.key in asked}
        for at, word in enumerate(theirs):
            if len(inputs[0]) + len(word.pieces) >= LIMIT:
                break
            _add(inputs, word, PLAIN if at else PARAGRAPH, SHARED_WORD if word.start in shared else THEIRS)
        _close(inputs, cutter)
    return Laid(inputs, own, heads)  # type: ignore[arg-type]


def _in_turn(units: Sequence[Unit], library: Library) -> list[Unit]:
    """Return the evidence, then the sentences around it, the best evidence's first; each once."""
    around = [library.units[place] for unit in units for place in library.around(unit)]
    return list({(unit.source, unit.index): unit for unit in [*units, *around]}.values())


def _mark(word: Word, share: float) -> int:
    if share >= _HELD:
        return HELD
    if word.is_name:
        return MISSING_NAME
    if word.key[0] in "#~":
        return MISSING_NUMBER
    return LIKE if share >= _LIKE else MISSING


def _add(inputs: tuple[list[int], ...], word: Cut, kind: int, mark: int) -> None:
    more = len(word.pieces) - 1
    inputs[0].extend(word.pieces)
    inputs[1].extend([word.shape, *[SHAPES + 1] * more])
    inputs[2].extend([OUTSIDE] * (more + 1))
    inputs[3].extend([kind, *[PLAIN] * more])
    inputs[4].extend([mark] * (more + 1))


def _close(inputs: tuple[list[int], ...], cutter: Cutter) -> None:
    for row, value in zip(inputs, (cutter.last, SHAPES, OUTSIDE, PLAIN, SIGN), strict=True):
        row.append(value)
