"""The annotated articles beside the checkout, as text with spans: loaded as the benchmarks load them."""

from dataclasses import dataclass

from bench.quality.attribution import evaluate
from bench.quality.entities import worldwide as newswire
from bench.quality.entities.worldwide import KINDS

__all__ = ["KINDS", "Link", "Piece", "Text", "polnear", "worldwide"]
Piece = tuple[int, int]


@dataclass(frozen=True)
class Link:
    """One attribution: pieces of its source, cue and content."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]


@dataclass(frozen=True)
class Text:
    """An annotated text; `links` or `entities` is None where the corpus does not mark them."""

    name: str
    text: str
    links: tuple[Link, ...] | None = None
    entities: tuple[tuple[int, int, str], ...] | None = None


def polnear(split: str) -> list[Text]:
    """Return PolNeAR's articles (Newell et al. 2018), one annotator an article."""
    return [
        Text(name, text, links=tuple(Link(*(_pieces(link, role) for role in evaluate.CLASSES)) for link in gold))
        for name, text, gold in evaluate.load(split)
    ]


def _pieces(link: evaluate.Link, role: str) -> tuple[Piece, ...]:
    return tuple((span.start, span.end) for span in getattr(link, role))


def worldwide(split: str) -> list[Text]:
    """Return the Worldwide English Newswire articles (Shan et al. 2023)."""
    return [Text(row.name, row.text, entities=row.entities) for row in newswire.load(split)]
