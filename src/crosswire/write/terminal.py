"""Assessment to plain text for a terminal: wrapped, headed, with outlets in place of footnotes."""

import textwrap

from crosswire.model import Assessment, Line, Section
from crosswire.write.layout import corpus_line, dated, day, heading, small_print, written_for

_WIDTH = 100


def to_text(assessment: Assessment, width: int = _WIDTH) -> str:
    """Return the assessment as text no wider than `width` columns."""
    blocks = [
        textwrap.fill(heading(assessment), width),
        textwrap.fill(
            f"As of {day(assessment.as_of)}. {corpus_line(assessment.corpus)}.{written_for(assessment)}", width
        ),
        *(textwrap.fill(f"! {gap}", width, subsequent_indent="  ") for gap in assessment.unanswered),
    ]
    blocks += [section_text(section, width) for section in assessment.sections]
    blocks.append("SOURCES\n-------")
    blocks.append(
        "\n".join(_source(row.outlet, row.title, dated(row), row.folded, width) for row in assessment.sources)
    )
    if assessment.corpus.skipped:
        blocks.append("NOT READ\n--------")
        blocks += [textwrap.fill(f"- {one.location}: {one.reason}", width) for one in assessment.corpus.skipped]
    return "\n\n".join(blocks) + "\n"


def section_text(section: Section, width: int = _WIDTH) -> str:
    """Return one section, headed."""
    head = f"{section.title.upper()}\n{'-' * len(section.title)}"
    return "\n\n".join([head, *(_block(line, width) for line in section.lines)])


def _block(line: Line, width: int) -> str:
    indent = "  " * line.level
    label = f"[{line.label}] " if line.label else ""
    body = textwrap.fill(f"{label}{line.text}", width, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  ")
    note = textwrap.fill(
        f"({small_print(line)})", width, initial_indent=f"{indent}    ", subsequent_indent=f"{indent}     "
    )
    return f"{body}\n{note}"


def _source(outlet: str, title: str | None, published: str, folded: str | None, width: int) -> str:
    text = f"- {outlet}" + (f": {title}" if title else "") + f" ({published})" + (f"; {folded}" if folded else "")
    return textwrap.fill(text, width, subsequent_indent="  ")
