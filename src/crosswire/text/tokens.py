"""Words of a text: tokens with their places, lower-case words, and the content terms two texts are compared by."""

import re
from functools import lru_cache

from crosswire.model.span import Span
from crosswire.text.stems import stem

__all__ = ["stem", "terms", "tokens", "words"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]|_+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s$")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")

# Function words of English: they carry grammar, not content.
STOP = frozenset(
    str.split("""
    a about above after again against all also although am among an and another any are aren't around as at back be
    became because been before being below between both but by came can can't cannot could couldn't did didn't do does
    doesn't doing don't down during each either else even ever every few first for from further get go got had hadn't
    has hasn't have haven't having he he'd he'll her here hers herself him himself his how however i i'd i'll i'm i've
    if in into is isn't it it'd it'll its itself just last like made make many may me might more most much must my
    myself near neither no nor not now of off on once one only onto or other others our ours ourselves out over own per
    perhaps quite rather really said same say says saying shall she should since so some still such than that that'd
    the their theirs them themselves then there there'd these they they'd they'll they're they've this those though
    through thus to too toward towards told under until up upon us very was wasn't we we'd we'll we're we've well were
    weren't what whatever when where whether which while who whom whose why will with within without won't would
    wouldn't yes yet you you'd you'll you're you've your yours yourself
    """)
)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """
    Return the places of the words, numbers and punctuation marks between `start` and `end`.

    >>> [span.of("He won 1,200 votes.") for span in tokens("He won 1,200 votes.")]
    ['He', 'won', '1,200', 'votes', '.']
    """
    stop = len(text) if end is None else end
    return [Span(*match.span()) for match in _TOKEN.finditer(text, start, stop)]


def words(text: str) -> list[str]:
    """
    Return the words of `text` in lower case, apostrophes straight, a possessive "'s" cut off.

    >>> words("Kyiv’s envoy doesn't know: 1,200?")
    ['kyiv', 'envoy', "doesn't", 'know', '1,200']
    """
    lowered = text.lower().replace("’", "'")
    return [_POSSESSIVE.sub("", word) if word.endswith("'s") else word for word in _WORD.findall(lowered)]


def terms(text: str) -> tuple[str, ...]:
    """
    Return the stems of the content words of `text`, sorted, each once.

    >>> terms("The envoys met 1,200 prisoners; prisoners waited")
    ('1200', 'envoi', 'meet', 'prisoner', 'wait')
    """
    return tuple(sorted({_term(word) for word in words(text) if word not in STOP and len(word) > 1}))


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str:
    return _GROUPED.sub("", word) if word[0].isdigit() else stem(word)
