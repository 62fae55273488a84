"""What every writer says the same way: the corpus line, dates, and the marks of a line."""

import datetime as dt

from crosswire.model import Assessment, Corpus, Evidence, Line, SourceRow

MARKS = {"reported": "reported", "claimed": "claimed", "assessed": "assessed"}


def day(date: dt.date | None) -> str:
    """
    Write a date, or say that there is none.

    >>> day(dt.date(2025, 6, 2))
    '2 June 2025'
    """
    return f"{date:%-d %B %Y}" if date else "undated"


def days(first: dt.date | None, last: dt.date | None) -> str:
    """
    Write the days from one to another, what both share once.

    >>> days(dt.date(2025, 5, 3), dt.date(2025, 5, 8)), days(dt.date(2025, 4, 29), dt.date(2025, 5, 8))
    ('3 to 8 May 2025', '29 April to 8 May 2025')
    """
    if first is None or last is None or first == last:
        return day(first or last)
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    return f"{first:%-d} to {day(last)}" if first.month == last.month else f"{first:%-d %B} to {day(last)}"


def dated(row: SourceRow) -> str:
    """Write a report's date, and where its year is from if its page told none."""
    return day(row.published) + (" (the year by the other reports)" if row.year_inferred else "")


def corpus_line(corpus: Corpus) -> str:
    """Return one line on what was read: reports, outlets, origins, dates and what was skipped."""
    parts = [
        counted(corpus.articles, "report"),
        counted(corpus.outlets, "outlet"),
        f"{corpus.origins} independent {'line' if corpus.origins == 1 else 'lines'} of reporting",
        counted(corpus.claims, "claim"),
    ]
    dates = "" if corpus.first is None else f"; {day(corpus.first)}"
    if corpus.last and corpus.last != corpus.first:
        dates += f" to {day(corpus.last)}"
    skipped = f"; {counted(len(corpus.skipped), 'input')} skipped" if corpus.skipped else ""
    rules = "; read by rules alone" if corpus.reader == "rules" else ""
    packs = f"; with the pack {' and '.join(corpus.subjects)}" if corpus.subjects else ""
    return ", ".join(parts) + dates + skipped + rules + packs


def counted(number: int, noun: str) -> str:
    """
    Write a number with its noun.

    >>> counted(1, "report"), counted(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number} {noun if number == 1 else noun + 's'}"


def heading(assessment: Assessment) -> str:
    """Return the report's title: the question, or what it is when none was asked."""
    return assessment.question or "Assessment"


def written_for(assessment: Assessment) -> str:
    """Return who the assessment is written for, as a sentence of its own after others; empty when for nobody."""
    return f" Written for: {assessment.analyst}." if assessment.analyst else ""


def small_print(line: Line) -> str:
    """Return what follows a line: its mark, its confidence where it has one, and its note."""
    parts = [MARKS[line.kind]]
    if line.confidence:
        parts.append(f"{line.confidence} confidence")
    if line.progress:
        parts.append(line.progress.text)
    if line.note:
        parts.append(line.note)
    return "; ".join(parts)


def anchor(evidence: Evidence) -> str:
    """Return the stable id of a span in a report."""
    return f"e-{evidence.article}-{evidence.start}-{evidence.end}"
