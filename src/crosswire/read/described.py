"""Bodies told by words of their own names: "the port authority" after the Port Vell Port Authority."""

import re
from collections.abc import Iterable

from crosswire.model import Actor

_WORD = re.compile(r"[a-z]+")
_THE = re.compile(r"(?:The|the) (?=[a-z])")
_LONGEST, _LEAST = 5, 2


def described(words: str, actors: Iterable[Actor]) -> str | None:
    """
    Return the one body of an article whose name holds all the words of a description; None for two of them or none.

    >>> body = Actor("vale-employers-association", "Vale Employers Association", "body")
    >>> described("The employers' association", [body])
    'vale-employers-association'
    """
    match = _THE.match(words)
    named = words[match.end() :].replace("’", "'") if match else ""
    told = set(_WORD.findall(named.replace("'s", "").replace("'", "")))
    if not named.islower() or not _LEAST <= len(told) <= _LONGEST:
        return None
    found = {
        one.id
        for one in actors
        if one.kind == "body"
        for name in (one.name, *one.names)
        if told < set(_WORD.findall(name.lower().replace("’", "'").replace("'s", "").replace("'", "")))
    }
    return next(iter(found)) if len(found) == 1 else None
