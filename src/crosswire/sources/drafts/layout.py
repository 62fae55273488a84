"""Which blocks of a draft are its own statements: headings, lists of references and notices are not."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from crosswire.model import Article
from crosswire.sources.layout import Block, compose
from crosswire.text.clauses import has_clause
from crosswire.text.normalise import digest
from crosswire.text.times import parse_date

# Headings over what is no statement of the draft: where it took things from.
_REFERENCES = re.compile(
    r"(?:\d{1,2}\.? )?(?:(?:list of |key |works |selected |primary )?(?:references|sources|citations|footnotes|"
    r"endnotes|bibliography|works cited|links|further reading)(?: (?:used|cited|consulted|and notes))?|"
    r"notes|disclaimer)\W{0,3}",
    re.IGNORECASE,
)
# "[1] Northgate, ...", "1. https://...", "[^1]: ...": an entry of a list of references, wherever it stands.
_ENTRY = re.compile(r"\[\^?[\w-]{1,20}\](?:: ?| (?=\S))|\d{1,3}[.)] (?=\S{0,80}https?://)")
_ADDRESS_ALONE = re.compile(r"\W{0,3}https?://\S{1,2000}")
_MARK_INSIDE = re.compile(r"\[\^?\w{1,8}\]")
# A sentence's end, or a date or speaker before what is told: "30 May: deadline for the exchange. Reuters+2".
_GOES_ON = re.compile(r"[.!?][\"”’]{0,2} \S|: [a-z“\"]")
_MOST_WORDS = 10
_TOP = 6
# A date line is short: "Updated 22 May 2025, 07:00".
_DATE_LINE = 80
_UPDATED = re.compile(
    r"(?:updated|published|date|as of|last updated|compiled|prepared)\b[ :]{0,3}(?:on )?", re.IGNORECASE
)


def draft_article(blocks: Iterable[Block], location: str) -> Article | None:
    """Set a draft's blocks as an article: `body` regions are checked, all others are shown. None without words."""
    listed = _sorted_out([block for block in blocks if block.text.strip()])
    layout = compose(listed)
    if not layout.text:
        return None
    title = next((block.text for block in listed if block.role == "title"), None)
    published = next((day for block in listed[:_TOP] if (day := _date_of(block.text))), None)
    # The title names the draft; it is no statement to check.
    return Article(
        id=digest(f"{layout.text}\0draft"),
        text=layout.text,
        title=" ".join(title.split()) if title else None,
        published=published,
        genre="summary",
        regions=layout.regions,
        links=layout.links,
        location=location,
    )


def _sorted_out(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    in_references = False
    for block in blocks:
        role = block.role
        if role == "body" and not in_references and 0 < len(found) < _TOP and _date_of(block.text):
            role = "date"
        elif role == "body" and not in_references and _is_heading(block.text):
            role = "heading"
        if role == "heading":
            in_references = bool(_REFERENCES.fullmatch(block.text.strip()))
            role = "title" if not found and not in_references else "heading"
        elif role == "body" and (in_references or _is_entry(block.text)):
            role = "footer"
        found.append(Block(role, block.text, block.links))
    return found


def _is_heading(text: str) -> bool:
    """Tell whether a line heads what follows: a few words, no sentence, no end."""
    line = text.strip()
    if "\n" in line or len(line) > 120 or line[-1:] in '.!?"”’;,)]' or len(line.split()) > _MOST_WORDS:
        return False
    if line.startswith(("“", '"', "‘")) or _MARK_INSIDE.search(line) or _GOES_ON.search(line):
        return False
    return _REFERENCES.fullmatch(line) is not None or not has_clause(line)


def _is_entry(text: str) -> bool:
    line = text.strip()
    return _ADDRESS_ALONE.fullmatch(line) is not None or _ENTRY.match(line) is not None


def _date_of(text: str) -> dt.date | None:
    line = text.strip()
    if len(line) > _DATE_LINE or line.endswith((".", "!", "?")):
        return None
    for piece in re.split(r"\s[|·•–—]\s", line):
        words = _UPDATED.sub("", piece, count=1)
        if len(words) < 40 and (day := parse_date(words)):
            return day
    return None
