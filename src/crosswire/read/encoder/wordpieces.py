"""
Word pieces with their places in the text: BERT's uncased cutting (Devlin et al. 2019), one code point at a time.

Our own, because offsets must be code points of the text as it stands, and because a library that does the same costs
more to import than an article costs to cut.
"""

import re
import unicodedata

import msgspec

# Letters and digits run together; any other sign stands alone.
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# Longer runs are no words: cutting them would cost more than they tell.
_LONGEST = 60
_MEMORY = 50_000
UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"

SHAPES = 16
# Shapes from Title to mixed hold a capital.
_MIXED = 4
_MARK = 6


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word: where it stands, its pieces, its shape."""

    start: int
    end: int
    pieces: tuple[int, ...]
    shape: int


def is_mark(word: Word) -> bool:
    """Say whether a word is a lone sign, neither letter nor digit."""
    return word.shape % (SHAPES // 2) == _MARK


def is_capital(word: Word) -> bool:
    """Say whether a word holds a capital letter."""
    return 1 <= word.shape % (SHAPES // 2) <= _MIXED


class Cutter:
    """Cuts text by a vocabulary of pieces; remembers the words it has met."""

    def __init__(self, vocabulary: list[str]) -> None:
        """Keep the pieces; a piece's number is its place in the list."""
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.first, self.last = self._numbers[FIRST], self._numbers[LAST]
        self._unknown = (self._numbers[UNKNOWN],)
        self._met: dict[str, tuple[tuple[int, ...], int]] = {}

    def cut(self, text: str, start: int, end: int) -> list[Word]:
        """
        Return the words of `text[start:end]`.

        >>> cutter = Cutter(["[UNK]", "[CLS]", "[SEP]", "env", "##oy", "##s", "."])
        >>> [(word.start, word.end, word.pieces) for word in cutter.cut("Envoys.", 0, 7)]
        [(0, 6, (3, 4, 5)), (6, 7, (6,))]
        """
        words = []
        met = self._met
        before = -1
        for match in _WORD.finditer(text, start, end):
            found = match[0]
            known = met.get(found)
            if known is None:
                if len(met) >= _MEMORY:
                    met.clear()
                known = met[found] = (self._pieces(found), _shape(found))
            first, last = match.span()
            words.append(Word(first, last, known[0], known[1] + (SHAPES // 2 if first == before else 0)))
            before = last
        return words

    def _pieces(self, word: str) -> tuple[int, ...]:
        plain = _plain(word)
        if not plain or len(plain) > _LONGEST:
            return self._unknown
        found = []
        place = 0
        while place < len(plain):
            prefix = "##" if place else ""
            for stop in range(len(plain), place, -1):
                number = self._numbers.get(prefix + plain[place:stop])
                if number is not None:
                    found.append(number)
                    place = stop
                    break
            else:
                return self._unknown
        return tuple(found)


def _plain(word: str) -> str:
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(sign for sign in unicodedata.normalize("NFD", lowered) if unicodedata.category(sign) != "Mn")


def _shape(word: str) -> int:
    """Return the shape of a word: lower, Title, UPPER, one capital, mixed, digits, mark, digits and letters."""
    if not word[0].isalnum():
        return _MARK
    if word.isdigit():
        return 5
    if any(sign.isdigit() for sign in word):
        return 7
    if word.islower():
        return 0
    if len(word) == 1:
        return 3
    if word.isupper():
        return 2
    return 1 if word[0].isupper() and word[1:].islower() else 4
