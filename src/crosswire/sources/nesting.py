"""A guard in front of the C parsers: markup nested thousands deep is flattened before any of them sees it."""

import re

# The deepest of 437 real pages (zyte181, fundus256) opens 51 elements inside each other; libxml2 gives up at 256.
MAX_DEPTH = 200

# Elements that hold nothing, or that HTML parsers close by themselves when the next one opens.
_UNCOUNTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd option optgroup tr td th thead tbody tfoot colgroup html head body".split()
)
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noscript"))
_TAG = re.compile(r"<(?:(!--)|(/?)([A-Za-z][A-Za-z0-9:_-]{0,40}))")


def flatten(markup: str, limit: int = MAX_DEPTH) -> str:
    """
    Drop the tags that open more than `limit` elements inside each other; the words stay. Linear time.

    >>> flatten("<b><b><b>talks</b></b></b>", limit=2)
    '<b><b>talks</b></b>'
    """
    if markup.count("<") <= limit:
        return markup
    kept: list[str] = []
    at = done = depth = 0
    closers: dict[str, int] = {}
    while (match := _TAG.search(markup, at)) is not None:
        at = match.end()
        name = (match[3] or "").lower()
        if match[1] or (name in _RAW and not match[2]):
            at = _skip(markup, "-->" if match[1] else f"</{name}", at, closers)
            continue
        if name in _UNCOUNTED:
            continue
        is_close = bool(match[2])
        is_deep = depth > limit if is_close else depth >= limit
        depth = max(0, depth - 1) if is_close else depth + 1
        if is_deep:
            kept.append(markup[done : match.start()])
            stop = markup.find(">", at)
            done = at = len(markup) if stop < 0 else stop + 1
    if not done:
        return markup
    kept.append(markup[done:])
    return "".join(kept)


def _skip(markup: str, closer: str, at: int, closers: dict[str, int]) -> int:
    """Return where `closer` next stands, remembering it, so that many openers cost one scan."""
    known = closers.get(closer)
    if known is None or (known >= 0 and known < at):
        known = closers[closer] = markup.find(closer, at)
    return known if known >= 0 else at
