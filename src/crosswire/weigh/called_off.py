"""Days on which nothing will happen: "a strike set for Tuesday has been called off"."""

import re

# What stands between the thing and its day, and what has become of it.
_SET = re.compile(
    r"\b(?:set(?: down)?|planned|scheduled|due|slated|called|meant|expected|which was) (?:\w+ ){0,4}(?:on |for |to )?"
    r"(?:\w+ (?:and|to) )?$",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:suspend(?:ed|s|ing)?|cancel(?:l?ed|s|l?ing)?|call(?:ed|s|ing) off|postpon(?:ed|es|ing)|scrapp?(?:ed|s|ing)"
    r"|avert(?:ed|s|ing)?|put off|shelv(?:ed|es|ing)|dropp?(?:ed|s|ing)|no longer)\b",
    re.IGNORECASE,
)
# Characters before a day in which its "set for" stands, and a sentence's that are read.
_BACK, _LONGEST = 60, 600


def is_called_off(words: str, start: int) -> bool:
    """
    Tell whether the day at `start` is that of a thing which the same sentence says will not be.

    >>> [is_called_off(words, words.index("May")) for words in ("The strike set for May 9 has been suspended.",
    ...     "The strike will be suspended on May 9.", "A strike set for May 9 will go ahead.")]
    [True, False, False]
    """
    if start < 0 or len(words) > _LONGEST or _SET.search(words[max(0, start - _BACK) : start]) is None:
        return False
    return _OFF.search(words) is not None
