"""The tag in brackets that ends a digest's sentence before its stop: "(Northwire+3).", "[Lake Post, Northwire]."."""

import re

from crosswire.model.span import Span

_NAME = r"[A-Z][\w.&'’-]{0,30}(?: [A-Z0-9][\w.&'’-]{0,30}){0,4}"
_PLUS = r" ?\+ ?\d{1,3}"
_LOWER = r"[a-z]{2,6}"
_ONE = rf"(?:{_NAME}|{_LOWER})(?:{_PLUS})?"
_TAG = re.compile(
    rf"\s[(\[](?:(?:via|[Ss]ources?|per):? )?(?P<names>{_ONE}(?: ?[,;/&] ?{_ONE}){{0,5}})[)\]](?=[.!?]?$)"
)
_SPLIT = re.compile(r" ?[,;/&] ?")
_COUNT = re.compile(rf"{_PLUS}$")
_LONGEST = 160


def closing_tag(text: str, span: Span) -> tuple[Span, tuple[str, ...], bool] | None:
    """
    Return the tag that closes a sentence with the blank before it, the names in it, and whether one is counted.

    >>> words = "They met on Monday (Northwire+3, Lake Post)."
    >>> place, names, counted = closing_tag(words, Span(0, len(words)))
    >>> place.of(words), names, counted
    (' (Northwire+3, Lake Post)', ('Northwire', 'Lake Post'), True)
    """
    if text[span.end - 2 : span.end].rstrip(".!?")[-1:] not in (")", "]"):
        return None
    start = max(text.rfind(" (", span.start, span.end), text.rfind(" [", span.start, span.end))
    if start <= span.start or span.end - start > _LONGEST:
        return None
    match = _TAG.match(text[start : span.end])
    if match is None:
        return None
    named = _SPLIT.split(match["names"])
    names = tuple(_COUNT.sub("", one).strip() for one in named)
    return Span(start, start + match.end()), names, any("+" in one for one in named)
