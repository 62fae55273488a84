"""Cut a report into the statements that can be checked, one a clause that stands alone."""

import re
from collections.abc import Sequence

import msgspec

from crosswire.check.words import Vocabulary, Word
from crosswire.model import Article, Attribution, Citation, Figure, Quote, Reading, Span, Time
from crosswire.text.clauses import clauses

# A report's words on itself: nothing in the sources can bear on them.
_ITSELF = re.compile(
    r"(?:this|the (?:following|above|present)) (?:\w+ )?(?:report|summary|briefing|brief|article|document|section|"
    r"table|list|answer|response|overview|analysis|timeline)\b|"
    r"(?:sources?|references?|note|disclaimer|see also|read more|(?:last )?updated|"
    r"(?:prepared|written|compiled) by)\s?:|"
    r"(?:as an ai|i (?:hope|can|have|could|was|am)\b|let me know|would you like|here(?: is|'s|’s| are)\b|below is)",
    re.IGNORECASE,
)
# What blanking a citation out leaves: "from each side ."
_SPACED = re.compile(r" ([.,;:!?])(?=\s|$)")
# The impersonal "it is said that" and "it rained" stand for nobody anywhere: only persons and "its" are meant.
_PRONOUN = re.compile(r"\W*(?:he|she|they|him|her|his|hers|them|their|theirs|its)\b", re.IGNORECASE)
# Fewer content words say too little to look for, unless one of them is a number; one less where a source is cited.
_LEAST = 3


class Stated(msgspec.Struct, frozen=True):
    """A statement of the report: its place, its content words, and what was read in it."""

    span: Span
    text: str
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    citations: tuple[Citation, ...]
    # Nothing stands before it in the report.
    opens: bool = False


def find_statements(
    report: Article, reading: Reading, citations: Sequence[Citation], vocabulary: Vocabulary
) -> list[Stated]:
    """
    Return the statements of a report whose citations were blanked out, in text order.

    A citation belongs to every statement of its sentence, one behind a sentence's end to that sentence.
    """
    found: list[Stated] = []
    sentences = _merged(reading.sentences, reading.quotes)
    for at, sentence in enumerate(sentences):
        reach = sentences[at + 1].start if at + 1 < len(sentences) else len(report.text)
        # A mark behind a paragraph's end belongs to the paragraph's last sentence.
        line_end = report.text.find("\n", sentence.end)
        reach = min(reach, line_end if line_end >= 0 else reach)
        cited = tuple(one for one in citations if sentence.start <= one.span.start < max(reach, sentence.end))
        found += [
            stated_at(report, span, reading, cited, vocabulary)
            for span in _clauses(report.text, sentence, reading.quotes)
            if _is_statement(report.text, span, vocabulary, least=_LEAST - bool(cited))
        ]
    return found


def _merged(sentences: Sequence[Span], quotes: Sequence[Quote]) -> list[Span]:
    """Join the sentences that one quotation runs over: it is one thing said."""
    found: list[Span] = []
    for sentence in sentences:
        if found and any(
            one.start < found[-1].end and one.end > sentence.start for one in quotes if one.parent is None
        ):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _clauses(text: str, sentence: Span, quotes: Sequence[Quote]) -> list[Span]:
    if any(sentence.start <= one.start < sentence.end for one in quotes):
        return [sentence]
    return [_trimmed(text, span) for span in clauses(text, sentence)]


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" -–—•*|"))
    return Span(start, max(start, span.start + len(words.rstrip(" |"))))


def _is_statement(text: str, span: Span, vocabulary: Vocabulary, least: int = _LEAST) -> bool:
    words = span.of(text).strip()
    if words.rstrip('"”’)').endswith("?") or _ITSELF.match(words):
        return False
    content = vocabulary.words(text, span)
    return len(content) >= least or (len(content) > 1 and any(word.is_number for word in content))


def stated_at(
    report: Article, span: Span, reading: Reading, citations: tuple[Citation, ...], vocabulary: Vocabulary
) -> Stated:
    """Return the statement at a place of a report."""
    return Stated(
        span=span,
        text=_SPACED.sub(r"\1", " ".join(span.of(report.text).split())),
        words=tuple(
            word
            for word in vocabulary.words(report.text, span)
            if not (word.is_name and vocabulary.countries.is_short(report.text, word.start, word.end))
        ),
        figures=tuple(one for one in reading.figures if span.covers(one.span)),
        times=tuple(one for one in reading.times if span.covers(one.span)),
        quotes=tuple(one for one in reading.quotes if span.covers(one.span) and one.parent is None),
        attributions=tuple(one for one in reading.attributions if _within(one, span)),
        citations=citations,
        opens=not report.text[: span.start].strip(),
    )


def opens_in_the_air(words: str) -> bool:
    """
    Tell whether words begin with a pronoun, which stands for nobody where nothing stands before it.

    >>> opens_in_the_air("They signed the truce."), opens_in_the_air("It is said that they signed the truce.")
    (True, False)
    """
    return _PRONOUN.match(words) is not None


def _within(attribution: Attribution, span: Span) -> bool:
    return any(span.meets(content) for content in attribution.contents) and (
        attribution.cue is None or span.covers(attribution.cue)
    )
