"""
textacy's direct quotations as attributions, for the table of attribution.

It needs a spaCy pipeline with tags and a dependency parse, which spaCy publishes on GitHub
(`python -m spacy download en_core_web_sm`); without one the row says so.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from bench import AbsentError
from bench.quality.attribution.evaluate import Link
from crosswire.model import Span

MODEL = "en_core_web_sm"


def load_textacy() -> Callable[[str], list[Link]]:
    """Return textacy's finder; raise `AbsentError` saying what is missing."""
    for package in ("textacy", "spacy"):
        if find_spec(package) is None:
            raise AbsentError(f"not installed: {package}")
    spacy, quotations = import_module("spacy"), import_module("textacy.extract.triples")
    if not spacy.util.is_package(MODEL):
        raise AbsentError(f"not runnable offline: it needs spaCy's {MODEL}, a download from GitHub")
    pipeline = spacy.load(MODEL)

    def find(text: str) -> list[Link]:
        found = quotations.direct_quotations(pipeline(text))
        return [Link(_spans(one.speaker), _spans(one.cue), (_span(one.content),)) for one in found]

    return find


def _spans(tokens: list[object]) -> tuple[Span, ...]:
    """Return the one span from the first to the last token."""
    if not tokens:
        return ()
    first, last = tokens[0], tokens[-1]
    return (Span(first.idx, last.idx + len(last.text)),)  # type: ignore[attr-defined]


def _span(content: object) -> Span:
    return Span(content.start_char, content.end_char)  # type: ignore[attr-defined]
