"""Sentences of an article, and the paragraph each stands in."""

import re

from crosswire.model import Article, Region, Span
from crosswire.text.sentences import paragraphs, split_sentences

# What numbers a paragraph: "1. ", "(a) ", "iv) ".
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)|\d{1,2}\.)\s+(?=[\"“‘'(]?[A-Z])")


def segment(article: Article) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    r"""
    Return the sentences of title and body, and for each its paragraph: 0 the title, 1 and up the body's.

    An article without regions is all body.

    >>> segment(Article("a", "Talks end. Envoys left.\n\nThey agreed."))[1]
    (1, 1, 2)
    """
    regions = article.regions or (Region(0, len(article.text), "body"),)
    sentences: list[Span] = []
    numbers: list[int] = []
    number = 0
    for region in regions:
        if region.role not in ("title", "body"):
            continue
        for paragraph in paragraphs(article.text, region.start, region.end):
            number += region.role == "body"
            item = _ITEM.match(article.text, paragraph.start, paragraph.end) if region.role == "body" else None
            found = split_sentences(article.text, item.end() if item else paragraph.start, paragraph.end)
            sentences.extend(found)
            numbers.extend([0 if region.role == "title" else number] * len(found))
    return tuple(sentences), tuple(numbers)
