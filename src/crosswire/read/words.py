"""The words of an article as parallel columns: what the pattern finders of this part read."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

import msgspec

from crosswire.model import Mention, Span
from crosswire.text.abbreviations import keep_names
from crosswire.text.held import Held
from crosswire.text.normalise import fold_case

# The first branch takes the plain words, nearly all of them, without the cost of asking for a hyphen's other half.
_TOKEN = re.compile(r"\w++(?!-)|\w+(?:-\w+)*|'(?:s|t|re|ve|ll|d|m)\b|[^\w\s]")
# Caught, so that splitting keeps the gaps: the words and their places in one scan of the text.
_CAUGHT = re.compile(f"({_TOKEN.pattern})")
# Abbreviations keep their full stop as "_", so that a full stop on its own ends a sentence.
_ABBREVIATED = tuple(
    f" {short}."
    for short in "mr mrs ms dr gen sen rep gov lt col sgt capt st jr sr prof rev adm maj u.s u.k u.n".split()
)
_HELD = Held(_ABBREVIATED)


class Words(msgspec.Struct, frozen=True):
    """
    Lower-case words and marks of a text with their places; clitics ("'s", "'t") stand alone, and "US" is no "us".

    `owner[i]` is the index of the mention that word i belongs to, -1 for none.
    """

    starts: list[int]
    low: list[str]
    owner: list[int]

    def at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def inside(self, span: Span) -> range:
        """Return the indexes of the words that start inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def join(self, first: int, stop: int) -> str:
        """Return the words from `first` to before `stop`, one blank between."""
        return " ".join(self.low[first:stop])


def split_words(text: str) -> list[str]:
    """
    Split `text` into lower-case words the way `find_words` does.

    >>> split_words("It won’t: Kyiv's envoy")
    ['it', 'won', "'t", ':', 'kyiv', "'s", 'envoy']
    """
    return _TOKEN.findall(fold(text))


def find_words(text: str, mentions: tuple[Mention, ...] = ()) -> Words:
    """Return the words of a whole text, each with the mention it belongs to."""
    starts, low = _columns(text)
    owner = [-1] * len(starts)
    for index, mention in enumerate(mentions):
        first = bisect_left(starts, mention.start)
        while first < len(starts) and starts[first] < mention.end:
            owner[first] = index
            first += 1
    return Words(starts, low, owner)


# Several finders ask for the words of one article in turn, and a few articles are read side by side.
@lru_cache(maxsize=8)
def _columns(text: str) -> tuple[list[int], list[str]]:
    """Return where the words of a text start, and the words; nobody may change either."""
    folded = fold(text)
    for short in sorted(_HELD.inside(folded)):
        folded = folded.replace(short, short.replace(".", "_"))
    pieces = _CAUGHT.split(keep_names(text, folded))
    return list(accumulate(map(len, pieces)))[0:-1:2], pieces[1::2]


# Asked of one article by eight finders in turn.
@lru_cache(maxsize=16)
def fold(text: str) -> str:
    """
    Return `text` in lower case with straight apostrophes and the same length.

    >>> fold("İ’S")
    "i's"
    """
    return fold_case(text).replace("’", "'")
