"""How exact a number is, from the words before it: "at least", "up to", "about"."""

import re
from collections.abc import Sequence
from functools import cache

from crosswire.model import Span
from crosswire.model.reading import Qualifier

_AT_LEAST = (
    "at least|at the very least|more than|over|no fewer than|no less than|not less than|not fewer than|upwards of|"
    "a minimum of|minimum of|in excess of|greater than|exceeding|above|well over|far more than|upward of|just over|"
    "as few as|as little as|at a minimum|a good|north of|topping|surpassing"
)
_AT_MOST = (
    "at most|up to|as many as|as much as|no more than|not more than|fewer than|less than|under|below|a maximum of|"
    "maximum of|just under|just shy of|not even|as high as"
)
# Longer than what they end in, which says something else: "little more than 50".
_ABOUT = ("little more than", "little less than", "shy of", "nigh on", "getting on for", "closing in on")
_EXACTLY = "exactly|precisely|only|just|a total of|all|a record"
# Between qualifier and number: "at least another 20", "more than a dozen".
_FILLERS = frozenset(str.split("a an the some about around nearly roughly another additional $ us$ € £"))
# A bracket or a mark opens a phrase and is no part of it: "(around $240,000)".
_WORD = re.compile(r"[^\s(\[\"“‘]\S{0,39}")
_LONGEST = 5
_TAIL = re.compile(r"(?:(?P<least>-plus|\+| or more)|-odd| or so| or thereabouts)(?![\w+])")
# What stands behind the noun: "40 men or more", "40 men at least".
_BEHIND = re.compile(
    r"(?P<about> or so| or thereabouts|, give or take)\b|"
    r"(?P<more> or more)\b(?! of\b)|(?:(?P<least>,? at least)|,? at (?:the )?most)"
    r"(?=[.,;:)]|$| (?!an?\b|some\b|one\b|two\b|three\b|four\b|five\b|six\b|the\b|as\b|in\b)[a-z]{2,14}\b)"
)
_WINDOW = 48
# "hand over 1,000 prisoners": the verb's particle, no qualifier.
_PARTICLE = re.compile(
    r"\b(?:hand|turn|tak|took|sign|carr|cross|fight|fought|giv|gave|went|go|argu|vot|win|won|pass)\w{0,4}$",
    re.IGNORECASE,
)
# "over two years", "over a 75-year period" is during them as often as more than them.
_LASTING = re.compile(
    r"\b(?:for|wait(?:ed|ing|s)?|last(?:ed|ing|s)?|took|tak(?:e|es|en|ing)|spen[dt]s?|serv(?:e|ed|es|ing)|needs?|after)$"
)
_OVER_TIME = re.compile(r"[\w,.]+(?: \w+)?[ -](?:second|minute|hour|day|week|month|year|decade)s?\b", re.IGNORECASE)


def qualified(text: str, sentence: Span, start: int, approximators: tuple[str, ...]) -> tuple[int, Qualifier]:
    """
    Return where the figure whose number starts at `start` begins with its qualifier, and what the qualifier says.

    >>> qualified("They freed at least 20 men", Span(0, 26), 20, ("about",))
    (11, 'at-least')
    """
    first = max(sentence.start, start - _WINDOW)
    table, lasts = _table(approximators)
    nearest = text[first:start].rsplit(None, 1)
    if not nearest or nearest[-1].lstrip('(["“‘').lower() not in lasts:
        return start, "exactly"
    words = [(first + match.start(), match.group().lower()) for match in _WORD.finditer(text[first:start])]
    for skipped in (0, 1):
        if skipped and not (words and words[-1][1] in _FILLERS):
            break
        kept = words[: len(words) - skipped][-_LONGEST:]
        for index in range(len(kept)):
            phrase = " ".join(word for _, word in kept[index:])
            qualifier = table.get(phrase)
            if qualifier is None:
                continue
            place = kept[index][0]
            if phrase == "over" and not _is_more(text, first, place, start):
                return start, "exactly"
            return place, qualifier
    return start, "exactly"


def _is_more(text: str, first: int, place: int, start: int) -> bool:
    """Tell whether the "over" at `place` means more than the number at `start`, and is no particle and no "during"."""
    before = text[first:place].rstrip()
    if _OVER_TIME.match(text, start):
        return bool(_LASTING.search(before))  # "waited over two years"
    return not _PARTICLE.search(before)


def qualifier_behind(text: str, end: int, stop: int) -> tuple[int, Qualifier] | None:
    """
    Return where a qualifier behind a counted noun ends, and what it says; None when none does.

    >>> told = "Forty men at least, and ten women, at least one of them old"
    >>> qualifier_behind(told, 9, len(told)), qualifier_behind(told, 33, len(told))
    ((18, 'at-least'), None)
    """
    match = _BEHIND.match(text, end, stop)
    if match is None:
        return None
    return match.end(), "at-least" if match["least"] or match["more"] else "about" if match["about"] else "at-most"


def qualifier_after(text: str, end: int) -> tuple[int, Qualifier] | None:
    """
    Return where a qualifier that stands after a number ends, and what it says; None when none does.

    >>> qualifier_after("eighty-odd sailors", 6), qualifier_after("20 men", 2)
    ((10, 'about'), None)
    """
    match = _TAIL.match(text, end)
    if match is None:
        return None
    return match.end(), "at-least" if match["least"] else "about"


@cache
def _table(approximators: tuple[str, ...]) -> tuple[dict[str, Qualifier], frozenset[str]]:
    """Return the qualifiers by phrase, and the words one of which stands before every qualified number."""
    kinds: tuple[tuple[Qualifier, Sequence[str]], ...] = (
        ("about", (*approximators, *_ABOUT)),
        ("exactly", _EXACTLY.split("|")),
        ("at-least", _AT_LEAST.split("|")),
        ("at-most", _AT_MOST.split("|")),
    )
    table = {phrase: kind for kind, phrases in kinds for phrase in phrases}
    return table, _FILLERS.union(phrase.rsplit(" ", 1)[-1] for phrase in table)
