"""Markdown, plain text and pasted chat answers: lines become blocks, and inline marks become what a reader sees."""

import re
from collections.abc import Iterator

from crosswire.model import RegionRole
from crosswire.sources.drafts.wikitext import plain_wikitext
from crosswire.sources.layout import Block
from crosswire.sources.markdown import IMAGE, STRONG
from crosswire.text.normalise import normalise

_FENCE = re.compile(r"[ \t]{0,3}(```|~~~)")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]{1,9}(.{1,1000}?)[ \t#]{0,40}")
_BOLD_LINE = re.compile(r"[ \t]{0,3}(?:\*\*|__)([^*_]{1,200})(?:\*\*|__)[: \t]{0,4}")
_RULE = re.compile(r"[ \t]{0,3}(?:[-*_=][ \t]{0,2}){3,200}")
_ITEM = re.compile(r"[ \t]{0,20}(?:[-*+•▪◦‣–]|\d{1,3}[.)])[ \t]{1,9}")
_NUMBERED = re.compile(r"[ \t]{0,20}(\d{1,3})[.)][ \t]{1,9}")
# "[2]" and "【2†source】", as they stand behind what they are cited for.
_CITED = re.compile(r"[\[【]\^?(\d{1,3})(?:†[^】\]\n]{0,80})?[\]】]")
_NOTE = re.compile(r"[ \t]{0,3}(?=\[\^?[\w-]{1,20}\]:?[ \t])")
_QUOTED = re.compile(r"^[ \t]{0,3}(?:>[ \t]?){1,9}")
_TABLE_RULE = re.compile(r"[ \t]{0,3}\|?[ \t:|-]{3,400}")
_LINK = re.compile(r"\[((?:[^\[\]\n]|\[[^\[\]\n]{0,60}\]|\\[\[\]]){1,300})\]\(<?(https?://[^\s()<>]{1,2000})>?"
                   r"(?:[ \t]{1,3}\"[^\"\n]{0,300}\")?\)")  # fmt: skip
_NOTED = re.compile(r"<sup\b[^<>]{0,200}>[ \t]{0,3}\[?(\d{1,3})\]?[ \t]{0,3}</sup>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
# Raw HTML that a reader of the page never sees the words of.
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,2000}>[^<]{0,20000}</\1\s{0,3}>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_MAX_LINES = 50_000
_WRAP_WIDTH = 132
# What ends a line of a chat answer: a sentence's end, a tag ("Reuters+3"), an outlet's name behind a sentence.
_ENDED = re.compile(r"(?:[.!?:;][\"”’)\]]{0,3}|\]|\+ ?\d{1,3}|[.!?][\"”’)]{0,2}(?: [A-Z][\w&'’-]{0,30}){1,4})$")


def markdown_blocks(text: str) -> list[Block]:
    r"""
    Return the blocks of a Markdown or plain text, headings told from the rest.

    >>> [(one.role, one.text) for one in markdown_blocks("## Truce\n- It *holds*. [1](https://a.example)\n- No.")]
    [('heading', 'Truce'), ('body', 'It holds. [1]'), ('body', 'No.')]
    """
    lines = plain_wikitext(_HIDDEN.sub("", normalise(text))).split("\n")
    return [_inline(role, words) for role, words in _chunks(_with_entries(lines[:_MAX_LINES]))]


def _with_entries(lines: list[str]) -> list[str]:
    """Mark a numbered list at the end as the list of references that it is where the words above cite its numbers."""
    first = len(lines)
    entries: dict[int, int] = {}
    for at in range(len(lines) - 1, -1, -1):
        number = _NUMBERED.match(lines[at])
        if number:
            entries[at] = int(number[1])
            first = at
        elif lines[at].strip():
            break
    numbers = [entries[at] for at in sorted(entries)]
    cited = {int(match[1]) for line in lines[:first] for match in _CITED.finditer(line)}
    if not numbers or numbers != list(range(1, len(numbers) + 1)) or not cited & set(numbers):
        return lines
    return [
        f"[{entries[at]}] {line[match.end() :]}" if at in entries and (match := _NUMBERED.match(line)) else line
        for at, line in enumerate(lines)
    ]


def _chunks(lines: list[str]) -> Iterator[tuple[RegionRole, str]]:
    """Yield the raw words of each block."""
    open_: list[str] = []
    hangs = fenced = False
    if lines and lines[0].strip() == "---" and "---" in [line.strip() for line in lines[1:30]]:
        lines = lines[[line.strip() for line in lines[1:30]].index("---") + 2 :]
    for line in lines:
        if _FENCE.match(line):
            yield from _paragraphs(open_, hangs)
            open_, hangs, fenced = [], False, not fenced
            continue
        if fenced:
            yield "caption", line
            continue
        line = _QUOTED.sub("", line, count=1)
        heading = _HEADING.fullmatch(line) or _BOLD_LINE.fullmatch(line)
        starts = heading or _ITEM.match(line) or _NOTE.match(line) or "|" in line[:4]
        if not line.strip() or starts or _RULE.fullmatch(line):
            yield from _paragraphs(open_, hangs)
            open_, hangs = [], False
        if heading:
            yield "heading", heading[1]
        elif line.lstrip().startswith("|"):
            if not _TABLE_RULE.fullmatch(line):
                yield "body", " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
        elif _ITEM.match(line) or _NOTE.match(line):
            number = _NUMBERED.match(line)
            words = line[_ITEM.match(line).end() :] if _ITEM.match(line) else line.strip()  # type: ignore[union-attr]
            # The number stays where it may be a reference's: an address or a name follows.
            open_, hangs = [f"{number[1]}. {words}" if number and "http" in words else words], True
        elif line.strip() and not _RULE.fullmatch(line):
            open_.append(line)
    yield from _paragraphs(open_, hangs)


def _paragraphs(lines: list[str], hangs: bool) -> Iterator[tuple[RegionRole, str]]:
    """Join lines cut at a width; lines of a list item hang together."""
    if hangs:
        yield "body", " ".join(line.strip() for line in lines)
        return
    width = max(map(len, lines), default=0)
    open_ = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        open_ += f" {line.strip()}" if open_ else line.strip()
        if not following or not _goes_on(line.rstrip(), following.lstrip(), width):
            yield "body", open_
            open_ = ""


def _goes_on(line: str, following: str, width: int) -> bool:
    """Tell whether a line was cut at a width: the next word would not have fitted, and nothing ends here."""
    if following[:1].islower():
        return True
    is_full = len(line) + 1 + len(following.split(" ", 1)[0]) > width
    return is_full and width <= _WRAP_WIDTH and _ENDED.search(line) is None


def _inline(role: RegionRole, raw: str) -> Block:
    words = _NOTED.sub(r" [\1]", IMAGE.sub("", raw))
    links: list[tuple[str, str]] = []

    def linked(match: re.Match[str]) -> str:
        shown = match[1]
        if shown.strip("[]\\ ").isdigit() or (shown.startswith("[") and shown.endswith("]")):
            shown = f"[{shown.strip('[] ')}]"
        links.append((_plain(shown), match[2]))
        return shown

    words = _LINK.sub(linked, words)
    words = _AUTOLINK.sub(r"\1", words)
    return Block(role, " ".join(_plain(words).split()), tuple(links))


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", STRONG.sub("", _TAG.sub("", words)).replace("`", "")).strip()
