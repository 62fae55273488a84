"""A draft saved as a web page: everything it shows, menus apart; nothing is judged to be boilerplate by its looks."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crosswire.sources.html import parse
from crosswire.sources.layout import Block

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset("script style nav noscript template svg form button select textarea iframe head aside".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = frozenset(
    "p li div section article main blockquote td th tr table ul ol dl dt dd figcaption figure pre header footer body "
    "html address details summary caption".split()
)
_NUMBER = re.compile(r"\[?\s{0,3}(\d{1,3})\s{0,3}\]?")


class _Gathered:
    """The words of the block being read, and its links."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.links: list[tuple[str, str]] = []

    def take(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return the words and links so far, and begin anew."""
        text, links = " ".join("".join(self.words).split()), tuple(self.links)
        self.words, self.links = [], []
        return text, links


def page_blocks(markup: str) -> list[Block]:
    """
    Return the blocks of a page in reading order.

    >>> [(one.role, one.text) for one in page_blocks("<h1>Truce</h1><p>It holds.<sup>2</sup></p><p>They met.</p>")]
    [('heading', 'Truce'), ('body', 'It holds. [2]'), ('body', 'They met.')]
    """
    tree = parse(markup)
    if tree is None:
        return []
    for name in ("article", "main"):
        found = tree.findall(f".//{name}")
        if len(found) == 1:
            tree = found[0]
            break
    return list(_walk(tree))


def _walk(root: "HtmlElement") -> Iterator[Block]:
    """Walk the tree without recursion: a hostile page nests as deep as it likes."""
    gathered = _Gathered()
    role = "body"
    numbers: list[int | None] = []
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        is_block = tag in _BLOCKS or tag in _HEADINGS
        if closing:
            if is_block:
                yield from _block(role, gathered)
                role = "body"
                if tag in ("ol", "ul"):
                    numbers.pop()
            gathered.words.append(element.tail or "" if element is not root else "")
            continue
        if is_block or tag in ("br", "hr"):
            yield from _block(role, gathered)
            role = "heading" if tag in _HEADINGS else "body"
        if tag in ("ol", "ul"):
            numbers.append(0 if tag == "ol" else None)
        if tag == "li" and numbers and numbers[-1] is not None:
            numbers[-1] += 1
            if "http" in "".join(element.itertext()) or element.find(".//a") is not None:
                gathered.words.append(f"{numbers[-1]}. ")
        if not tag or tag in _DROPPED:
            gathered.words.append(element.tail or "")
            continue
        words = "".join(element.itertext()) if tag in ("sup", "a") else ""
        note = _NUMBER.fullmatch(words.strip())
        if note and (tag == "sup" or element.get("href")):
            gathered.words.append(f" [{note[1]}]")
            _link(
                element.get("href") or next((one.get("href") for one in element.iter("a")), None),
                f"[{note[1]}]",
                gathered,
            )
            gathered.words.append(element.tail or "")
            continue
        if tag == "a":
            _link(element.get("href"), " ".join(words.split()), gathered)
        gathered.words.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    yield from _block(role, gathered)


def _link(href: str | None, words: str, gathered: _Gathered) -> None:
    if href and href.startswith(("http://", "https://")) and words:
        gathered.links.append((words, href[:2_000]))


def _block(role: str, gathered: _Gathered) -> Iterator[Block]:
    text, links = gathered.take()
    if text:
        yield Block("heading" if role == "heading" else "body", text, links)
