"""The tags a machine-made summary ends its sentences with ("Northwire+3"): whom it read, and none of its words."""

import re
from collections.abc import Sequence

from crosswire.model import Region

from .layout import overlay

_NAME = r"[A-Z][\w&'’-]{0,30}(?: [A-Z0-9][\w&'’-]{0,30}){0,3}"
_PLUS = r" ?\+ ?\d{1,3}"
# Bare ("Northwire+2") or in brackets, where one may stand without a number ("(Northwire+2)", "[Lake Post, Northwire]").
_TAGS = re.compile(
    rf"(?<=[.!?\"”’)\]] )(?:(?:{_NAME}{_PLUS}[ \t]?)+"
    rf"|[(\[]{_NAME}(?:{_PLUS})?(?:[,;] {_NAME}(?:{_PLUS})?){{0,5}}[)\]][ \t]?)"
    r"(?=\n|\Z|[A-Z])"
)
# One such mark may be a score or a time zone.
_FEWEST = 2


def is_tagged(line: str) -> bool:
    """
    Tell whether a line is a sentence with the tag of whom it was taken from.

    >>> is_tagged("They met on Monday. Northwire+2"), is_tagged("The Group of 7+1")
    (True, False)
    """
    return "+" in line[-5:] and _TAGS.search(line, max(0, len(line) - 80)) is not None


def cut_tags(text: str, regions: Sequence[Region]) -> tuple[Region, ...]:
    r"""
    Label the tags behind the sentences of a summary as credits; a page with one or none is left as it is.

    >>> text = "They met on Monday. Northwire+2\nThey will meet again. Lake Post+1"
    >>> [text[one.start : one.end] for one in cut_tags(text, [Region(0, len(text), "body")]) if one.role == "credit"]
    ['Northwire+2', 'Lake Post+1']
    >>> text = "They met on Monday. (Northwire+2)\nThey will meet again. (Lake Post, Northwire)"
    >>> [text[one.start : one.end] for one in cut_tags(text, [Region(0, len(text), "body")]) if one.role == "credit"]
    ['(Northwire+2)', '(Lake Post, Northwire)']
    """
    if "+" not in text[:40_000]:
        return tuple(regions)
    found = [
        Region(match.start(), match.start() + len(match.group().rstrip()), "credit") for match in _TAGS.finditer(text)
    ]
    inside = [tag for tag in found if any(one.role == "body" and one.start < tag.start < one.end for one in regions)]
    numbered = any("+" in text[tag.start : tag.end] for tag in found)
    return overlay(regions, inside) if numbered and len(found) >= _FEWEST else tuple(regions)
