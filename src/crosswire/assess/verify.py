"""
The last word: every line is checked against the articles it cites, and a line that fails does not appear.

The rules: evidence resolves to the very words recorded; verbatim parts are those words; brackets hold a name the
article itself gives, the dropped capital, or a date that the article's date line and the words before it yield;
our own words add no name, number or date; whatever stands in quotation marks stands so in the evidence.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from crosswire.errors import EvidenceError
from crosswire.model import Article, Assessment, Evidence, Grid, GridRow, Line, Part, Section, Time
from crosswire.text.entry_days import entry_days
from crosswire.text.normalise import fold_case
from crosswire.text.paper_days import is_counted
from crosswire.text.sentences import split_sentences
from crosswire.text.timex import find_times

_NUMBER = re.compile(r"\d[\d.,]*")
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{1,4000})[”\"»]")
# Wider than any expression of time is long: what stands further off a paragraph says nothing of those in it.
_NEAR = 200
_CAPITALISED = re.compile(r"(?<![.?!:“\"] )(?<!^)(?<!^[“\"\[])(?<![\w’'-])[A-Z][\w’'-]+")


def verify_line(line: Line, articles: Mapping[str, Article], allowed: frozenset[str] = frozenset()) -> list[str]:
    """
    Return everything wrong with a line, in words; an empty list is a pass.

    `allowed` holds the words of names (of outlets, actors and origins) and the counts that our own words may use.
    """
    return list(_problems(line, articles, allowed))


def verify(assessment: Assessment, articles: Iterable[Article], allowed: frozenset[str] = frozenset()) -> list[str]:
    """Return everything wrong with an assessment's lines, each prefixed by section and line id."""
    known = {article.id: article for article in articles}
    return [
        f"{section.name}/{line.id}: {problem}"
        for section in assessment.sections
        for line in section.lines
        for problem in verify_line(line, known, allowed)
    ]


def keep_verified(
    section: Section, articles: Mapping[str, Article], allowed: frozenset[str]
) -> tuple[Section, list[str]]:
    """Return the section without the lines that fail, and what was wrong with those."""
    kept: list[Line] = []
    wrong: list[str] = []
    headless: int | None = None  # what stands under a line that fails says nothing without it
    for line in section.lines:
        if headless is not None and line.level > headless:
            continue
        problems = verify_line(line, articles, allowed)
        wrong.extend(f"{section.name}/{line.id}: {problem}" for problem in problems)
        headless = line.level if problems else None
        if not problems:
            kept.append(line)
    grid = _with_lines(section.grid, {line.id for line in kept}) if section.grid else None
    return Section(section.name, section.title, tuple(kept), section.intro, grid), wrong


def _with_lines(grid: Grid, kept: set[str]) -> Grid:
    """Return the grid without the entries of lines that do not appear."""
    rows = (
        GridRow(row.heads, tuple(tuple(entry for entry in cell if entry.line in kept) for cell in row.cells))
        for row in grid.rows
    )
    return Grid(grid.heads, grid.columns, tuple(rows))


def _problems(line: Line, articles: Mapping[str, Article], allowed: frozenset[str]) -> Iterator[str]:
    if not line.evidence:
        yield "no evidence"
    if "".join(part.text for part in line.parts) != line.text:
        yield "the parts do not add up to the text"
    for evidence in line.evidence:
        yield from _unresolved(evidence, articles)
    before: Part | None = None
    for part in line.parts:
        yield from _PART_RULES[part.kind](part, before, line, articles, allowed)
        before = part
    quotes = [one.quote for one in line.evidence]
    quotes += [part.evidence.quote for part in line.parts if part.evidence]
    outside = re.sub(r" ?\[[^\]]{0,120}\]", "\0", line.text)
    for found in _QUOTED.finditer(outside):
        pieces = [_folded(piece) for piece in found.group(1).split("\0")]
        if not any(all(piece in _folded(quote) for piece in pieces) for quote in quotes):
            yield f"quoted words stand in no evidence: {found.group(1)[:60]!r}"


def _unresolved(evidence: Evidence, articles: Mapping[str, Article]) -> Iterator[str]:
    article = articles.get(evidence.article)
    if article is None:
        yield f"cites article {evidence.article}, which is not in the case"
        return
    try:
        evidence.check(article.text)
    except EvidenceError as error:
        yield str(error)


def _verbatim(
    part: Part, before: Part | None, line: Line, articles: Mapping[str, Article], allowed: frozenset[str]
) -> Iterator[str]:
    if part.evidence is None:
        yield f"verbatim words without a place: {part.text[:60]!r}"
        return
    yield from _unresolved(part.evidence, articles)
    if _folded(part.text) != _folded(part.evidence.quote):
        yield f"words differ from their evidence: {part.text[:60]!r}"


def _resolved(
    part: Part, before: Part | None, line: Line, articles: Mapping[str, Article], allowed: frozenset[str]
) -> Iterator[str]:
    inner = part.text.strip().removeprefix("[").removesuffix("]")
    if not (part.text.strip().startswith("[") and part.text.endswith("]") and inner):
        yield f"resolved words stand outside brackets: {part.text[:60]!r}"
        return
    if part.evidence is None:
        if not _is_date_of(inner, before, articles):
            yield f"bracketed date is not what the words before it yield: {inner!r}"
        return
    yield from _unresolved(part.evidence, articles)
    owner = re.sub(r"(?:’s|'s|’)$", "", inner)
    if owner.casefold() not in _folded(part.evidence.quote).casefold():
        yield f"bracketed name does not stand at its evidence: {inner!r}"


def _ours(
    part: Part, before: Part | None, line: Line, articles: Mapping[str, Article], allowed: frozenset[str]
) -> Iterator[str]:
    counts = {str(len(line.origins)), str(len(line.claims)), str(len({one.article for one in line.evidence}))}
    for number in _NUMBER.findall(part.text):
        bare = number.rstrip(".,")
        if bare not in counts and not (line.kind == "assessed" and bare in allowed):
            yield f"our words add a number: {number}"
    for name in _CAPITALISED.findall(part.text if before is None else "x " + part.text):
        if name not in allowed:
            yield f"our words add a name: {name}"


_PART_RULES = {"verbatim": _verbatim, "resolved": _resolved, "ours": _ours}


def _is_date_of(inner: str, before: Part | None, articles: Mapping[str, Article]) -> bool:
    """Work the date out anew from the words right before the bracket and the article's own date."""
    if before is None or before.evidence is None:
        return False
    article, end = articles[before.evidence.article], before.evidence.end
    return any(
        inner in _spellings(time.start, time.end)
        for ending in ("\n", "\n\n")
        for last, time in _times_around(article, end, ending)
        if time.start and time.end and end - 2 <= last <= end
    )


def _times_around(article: Article, place: int, ending: str) -> Iterator[tuple[int, Time]]:
    """Yield the times in the line or the paragraph around a place, each with where it ends."""
    before, after = article.text.rfind(ending, 0, place), article.text.find(ending, place)
    start, stop = before + len(ending) if before >= 0 else 0, after if after >= 0 else len(article.text)
    first = max(0, start - _NEAR)
    text = article.text[first : stop + _NEAR]
    sentences = split_sentences(text, start - first, stop - first)
    for day, counted in _days_of(article, place):
        for time in find_times(text, sentences, day):
            if not counted or is_counted(time.span.of(text)):
                yield first + time.span.end, time


def _days_of(article: Article, place: int) -> Iterator[tuple[dt.date | None, bool]]:
    """Yield the days a place may have been written on: the page's, its entry's, and for what is counted the next."""
    published = article.published
    yield published, False
    if published is not None:
        entries = [day for start, day in entry_days(fold_case(article.text), published) if start <= place]
        yield from ((day, False) for day in entries[-1:])
        yield published + dt.timedelta(1), True


def _spellings(first: dt.date, last: dt.date) -> set[str]:
    """Return every way a bracket may write a stretch of days."""
    one = f"{first:%-d %B %Y}"
    if first == last:
        return {one, f"{first:%-d %B}"}
    two = f"{last:%-d %B %Y}"
    same_month = f"{first.day}–{two}" if (first.year, first.month) == (last.year, last.month) else one
    whole = {f"{first:%B %Y}"} if first.day == 1 and (last + dt.timedelta(1)).day == 1 else set()
    year = {f"{first:%Y}"} if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) else set()
    return {f"{one} – {two}", f"{one}–{two}", f"{one} to {two}", same_month, *whole, *year}


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)
