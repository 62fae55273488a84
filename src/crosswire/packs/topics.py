"""Packs for kinds of talks, which a case takes of itself: a strike, a trade deal, a coalition."""

import re
from collections.abc import Iterable
from functools import cache

from crosswire.packs.schema import Header
from crosswire.text.held import Held

# A report is on a subject that it uses so many different words of, and a case is where so many of its reports are.
_WORDS, _SHARE = 2, 0.4
# What says it stands at the beginning; a long page is not searched to its end.
_REACH = 20_000


def fitting(headers: Iterable[Header], texts: Iterable[str]) -> tuple[str, ...]:
    """
    Return the names of the packs whose subject two in five of the texts are on, in the order of the headers.

    >>> header = Header("dock", "Docks", "Strikes.", topic=("strike", "picket*", "union"))
    >>> fitting([header], ["The union's strike goes on; pickets stood at the gate."])
    ('dock',)
    >>> fitting([header], ["A strike was called off; the union agreed.", "The union met.", "Rain."])
    ()
    """
    read = [text[:_REACH].lower() for text in texts]
    return tuple(one.name for one in headers if one.topic and _fits(one.topic, read))


def _fits(topic: tuple[str, ...], texts: list[str]) -> bool:
    pattern, heads = _pattern(topic), _heads(topic)
    on = sum(len({match[0] for match in heads.matches(pattern, text)}) >= _WORDS for text in texts)
    return bool(on) and on >= _SHARE * len(texts)


@cache
def _heads(words: tuple[str, ...]) -> Held:
    """Return what finds where any of the words may stand: few reports of a case hold a word of another subject."""
    return Held(word.partition("*")[0] for word in words)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in ordered) + r")\b")
