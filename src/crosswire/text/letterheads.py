"""The state that an official page has at its head: "REPUBLIC OF ORIA" above the name of a ministry."""

import re

# Characters in which a letterhead stands.
_REACH = 400
_STATE = re.compile(
    r"^[ \t]*(?:the )?(?:(?:federal|united|islamic|people['’]s|democratic|socialist|co-operative|arab|royal) )*"
    r"(?:republic|kingdom|government|state|federation|commonwealth|sultanate|emirate|principality) of (?:the )?"
    r"(?P<state>[^\W\d_][^\n,.;:()]{2,40}?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def letterhead(text: str) -> str | None:
    r"""
    Return the state that a line of its own names at the head of a page, as it is written there.

    >>> letterhead("REPUBLIC OF ORIA\nMINISTRY OF WORKS\n\nThe works go on."), letterhead("The republic of Oria met.")
    ('ORIA', None)
    """
    match = _STATE.search(text[:_REACH])
    return match["state"] if match is not None else None
