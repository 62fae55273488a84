"""Patterns of alternatives that a search tries only where one of their first letters stands."""

from collections.abc import Iterable


def by_letter(alternatives: Iterable[str], *, before: str = r"\w") -> str:
    r"""
    Return a pattern for alternatives of which none has `before`, a class of characters, in front.

    What stands in front is looked at behind the first letter: a search skips to the next such letter, where it would
    stop at every place to look back first, at several times the cost. Those of one letter are tried in their order,
    those that open with anything but a plain letter after all others.

    >>> by_letter(["talks?", "round", "truce"])
    't(?<!\\w.)(?:alks?|ruce)|r(?<!\\w.)(?:ound)'
    """
    rests: dict[str, list[str]] = {}
    for one in alternatives:
        rests.setdefault(one[0] if one[0].isalnum() else "", []).append(one)
    other = rests.pop("", [])
    found = [f"{letter}(?<!{before}.)(?:{'|'.join(one[1:] for one in same)})" for letter, same in rests.items()]
    return "|".join([*found, f"(?<!{before})(?:{'|'.join(other)})"] if other else found)
