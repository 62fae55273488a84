"""What opens a report, and a paragraph: a first sentence has none before it, so whom it calls "he" is named in it."""

import re

from crosswire.model import Span, Statement
from crosswire.text.datelines import dateline_end

# Where a paragraph ends.
PARTED = re.compile(r"\n\s*\n")
# Characters a dateline takes before the first sentence.
_DATELINE = 60
# Words that an opening sentence means somebody by whom it names later, or not at all, for effect.
_BARE = re.compile(r"[“\"‘']?(?:he|she|they|it|his|her|their|its|him|them)\b", re.IGNORECASE)
# ... and who stands before a main verb, with no clause after that could name him: "On Tuesday they were asked again".
_AIMLESS = re.compile(
    r"(?:After|As|At|Before|By|For|From|In|Now|Of|On|Then|To|Today|When|While|With|Yesterday) "
    r"(?:[\w’'-]+ ){0,6}[\w’'-]+,? (?:he|she|they) [^,]*$"
)


def opens_report(text: str, body: int | None, span: Span) -> bool:
    """
    Tell whether a sentence is the first of a report whose body begins at `body`, and names whom it speaks of.

    >>> text = "Hours after he won, Ada Brunn resigned. He left."
    >>> opens_report(text, 0, Span(0, 39)), opens_report(text, 0, Span(40, 48)), opens_report(text, None, Span(0, 39))
    (True, False, False)
    """
    if body is None or not body <= span.start <= body + _DATELINE:
        return False
    first = span.start <= max(body, dateline_end(text, body, span.end))
    return first and not _BARE.match(span.of(text)) and not _AIMLESS.match(span.of(text))


def of_one_paragraph(text: str, statement: Statement, span: Span) -> Span:
    """Leave out the paragraphs into which somebody's words go on, where the first says whose they are."""
    parted = PARTED.search(text, span.start, span.end)
    if parted is None or statement.source is None or statement.cue is None or not statement.contents:
        return span
    told = max(statement.source.end, statement.cue.end, min(one.start for one in statement.contents) + 1)
    return Span(span.start, parted.start()) if told <= parted.start() else span
