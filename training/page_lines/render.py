"""Render an HTML page to the text a browser's "select all, copy, paste" gives: blocks and list items to lines."""

import re

from lxml import etree, html

BLOCKS = frozenset(
    "address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption "
    "figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li legend main nav ol p pre section summary table tbody tfoot thead tr ul "
    "label".split()
)
HIDDEN = frozenset(
    "script style noscript template svg head select option iframe object canvas audio video textarea input math".split()
)
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def render(data: bytes) -> str:
    """Return the visible words of a page, one line a block."""
    tree = html.document_fromstring(data, parser=html.HTMLParser(encoding=_encoding(data), huge_tree=True))
    pieces: list[str] = []
    stack: list[tuple[etree._Element, bool]] = [(tree, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            pieces.append("\n" if node.tag in BLOCKS else "\t" if node.tag in ("td", "th") else "")
            pieces.append(_SPACE.sub(" ", node.tail or ""))
            continue
        if not isinstance(node.tag, str) or node.tag in HIDDEN or _is_unseen(node):
            pieces.append(_SPACE.sub(" ", node.tail or ""))
            continue
        if node.tag in BLOCKS:
            pieces.append("\n")
        pieces.append(_SPACE.sub(" ", node.text or ""))
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _is_unseen(node: etree._Element) -> bool:
    return node.get("hidden") is not None or _UNSEEN.search(node.get("style") or "") is not None


def _encoding(data: bytes) -> str:
    match = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    name = match.group(1).decode().lower() if match else "utf-8"
    return name if name in ("utf-8", "iso-8859-1", "windows-1252", "windows-1251", "utf8") else "utf-8"
