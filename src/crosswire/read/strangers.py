"""People whom a paragraph opens with and nothing else knows: whoever "she" is after them, it is nobody named before."""

import re

_STRANGER = re.compile(
    r"(?!(?:After|As|At|Before|By|During|For|From|In|Last|Late|Next|On|Since|The|This|Under|Until|With)\b)"
    r"[A-Z][\w'’-]+(?: (?:[A-Z][\w'’.-]*|al|bin|da|de|del|di|dos|van|von)){1,3}, (?:an?|at|from|of|the|who)\b"
)
# No paragraph is longer; so much is searched back.
_PARAGRAPH = 4_000


def after_stranger(text: str, before: int) -> int:
    r"""
    Return where the paragraph of an offset begins if it opens with somebody's name and who he is, 0 if it does not.

    >>> text = "It rained.\n\nIda Lund, of the harbour, stayed. She said so."
    >>> after_stranger(text, len(text)), after_stranger(text, 5)
    (12, 0)
    """
    start = paragraph_start(text, before)
    return start if start is not None and _STRANGER.match(text, start, before) else 0


def paragraph_start(text: str, before: int) -> int | None:
    """Return where the paragraph of an offset begins, None in the first one and in one longer than any is."""
    at = text.rfind("\n\n", max(0, before - _PARAGRAPH), before)
    return at + 2 if at >= 0 else None
