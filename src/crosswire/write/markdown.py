"""Assessment to Markdown: sections as headings, lines as list items, evidence as numbered notes."""

import re
from collections.abc import Iterator

from crosswire.model import Assessment, Evidence, Grid, Line, SourceRow
from crosswire.write.layout import corpus_line, dated, day, heading, small_print, written_for

# Characters that would be read as markup when an article's words hold them.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


def to_markdown(assessment: Assessment) -> str:
    """Return the assessment as CommonMark; every line ends in references to the numbered evidence at the foot."""
    numbers: dict[Evidence, int] = {}
    lines = [
        f"# {_plain(heading(assessment))}",
        "",
        f"*As of {day(assessment.as_of)}. {corpus_line(assessment.corpus)}.{written_for(assessment)}*",
    ]
    for gap in assessment.unanswered:
        lines += ["", f"> {_plain(gap)}"]
    for section in assessment.sections:
        lines += ["", f"## {section.title}", ""]
        if section.intro:
            lines += [f"*{section.intro}*", ""]
        if section.grid:
            lines += [*_table(section.grid), ""]
        lines += [_item(line, numbers) for line in section.lines]
    lines += ["", "## Sources", ""]
    lines += [_source(row) for row in assessment.sources]
    if assessment.corpus.skipped:
        lines += ["", "## Not read", ""]
        lines += [f"- {_plain(one.location)}: {_plain(one.reason)}" for one in assessment.corpus.skipped]
    lines += ["", "## Evidence", "", *_notes(assessment, numbers)]
    return "\n".join(lines) + "\n"


def _item(line: Line, numbers: dict[Evidence, int]) -> str:
    marks = "".join(f"[^{numbers.setdefault(one, len(numbers) + 1)}]" for one in line.evidence)
    label = f"**{_plain(line.label)}**: " if line.label else ""
    return f"{'  ' * line.level}- {label}{_plain(line.text)}{marks} *({_plain(small_print(line))})*"


def _table(grid: Grid) -> Iterator[str]:
    yield f"| {' | '.join(map(_plain, (*grid.heads, *grid.columns)))} |"
    yield f"|{' --- |' * (len(grid.heads) + len(grid.columns))}"
    for row in grid.rows:
        cells = (", ".join(dict.fromkeys(entry.text for entry in cell)) for cell in row.cells)
        yield f"| {' | '.join(map(_plain, (*row.heads, *cells)))} |"


def _source(row: SourceRow) -> str:
    title = f"“{_plain(row.title)}”, " if row.title else ""
    folded = f" — folded: {_plain(row.folded)}" if row.folded else ""
    rated = f", rated {row.reliability}" if row.reliability else ""
    return f"- {_plain(row.outlet)}: {title}{dated(row)} ({row.genre}{rated}){folded}"


def _notes(assessment: Assessment, numbers: dict[Evidence, int]) -> Iterator[str]:
    outlets = {row.article: row for row in assessment.sources}
    for evidence, number in numbers.items():
        row = outlets[evidence.article]
        words = _plain(" ".join(evidence.quote.split()))
        yield f"[^{number}]: {_plain(row.outlet)}, {day(row.published)}, {evidence.start}–{evidence.end}: “{words}”"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
