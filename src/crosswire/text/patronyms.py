"""Whose son or daughter a name says somebody is: two of one name and surname are told apart by that."""

import re

_FATHER = re.compile(r"\b(?:bin|ibn|ben|bint) (\w+)", re.IGNORECASE)


def father_of(name: str) -> str | None:
    """
    Return the father's name in a person's, in small letters.

    >>> [father_of(one) for one in ("Omar bin Said al-Veld", "Omar Bin Rashid Bin Ali", "O Veld")]
    ['said', 'rashid', None]
    """
    match = _FATHER.search(name)
    return match[1].lower() if match is not None else None


def are_two(one: str, other: str) -> bool:
    """Tell whether two names name the sons of two fathers."""
    first, second = father_of(one), father_of(other)
    return first is not None and second is not None and first != second
