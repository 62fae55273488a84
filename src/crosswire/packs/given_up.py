"""Issues named by what is given up: to pull out of a contested valley is territory, to free soldiers is prisoners."""

import re
from functools import lru_cache

from crosswire.packs.schema import PackIssue

# What may stand between "withdraw from" and the place: "all of the two eastern".
_BETWEEN = (
    r"(?:the|all|of|its|their|rest|whole|entire|remaining|part|parts|any|each|both|two|three|four|five|north|south|east|"
    r"west|northern|southern|eastern|western|occupied|annexed|contested|disputed|region|regions|province|provinces|and|"
    r"\d[\d,]*|six|seven|eight|nine|ten|eleven|twelve|hundreds|thousands|dozens|our|these|those|other|more|"
    r"captured|detained|wounded|sick|seized|abducted|jailed|prisoner|[a-z]{3,12}(?:ian|ean|ese|ish)|[a-z]{3,9}(?:an|i))"
)


def given_up(issue: PackIssue) -> re.Pattern[str] | None:
    """
    Return what finds the words in which one of an issue's places is to be left, kept or handed over; None without.

    >>> hills = PackIssue("land", "land", (), places=("high hills",), giving_up=("withdraw from",))
    >>> bool(given_up(hills).search("it must withdraw from all of the high hills"))
    True
    >>> bool(given_up(hills).search("it must withdraw from talks in the high hills"))
    False
    >>> men = PackIssue("men", "men", (), places=("soldiers",), giving_up=("free",))
    >>> [bool(given_up(men).search(words)) for words in ("free 18 orian soldiers", "free talks with the soldiers")]
    [True, False]
    """
    return _pattern(issue.giving_up, issue.places) if issue.places and issue.giving_up else None


@lru_cache(maxsize=64)
def _pattern(verbs: tuple[str, ...], places: tuple[str, ...]) -> re.Pattern[str]:
    left, right = _either(verbs), _either(places)
    return re.compile(rf"(?<![\w-])(?:{left})(?: (?:{_BETWEEN}|{right}),?){{0,5}} (?:{right})(?![\w-])")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word.lower()) for word in sorted(words, key=lambda word: (-len(word), word)))
