"""Read articles: annotate, find statements, and name what a reading depends on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol

import msgspec

from crosswire.model import Article, Reading
from crosswire.packs import Packs
from crosswire.read.annotator import Annotator, RuleAnnotator
from crosswire.read.breaches import find_breaches
from crosswire.read.chronology import put_in_time
from crosswire.read.judged import Sight
from crosswire.read.meant import meant_by
from crosswire.read.occasions import find_occasions
from crosswire.read.pledges import find_pledges
from crosswire.read.round_notes import find_round_notes
from crosswire.read.statements import Told, draft_told

# Goes into every reading's key; raise it whenever a rule may read the same article differently.
ENGINE = "18"


class Mapper(Protocol):
    """Anything that maps like the built-in `map`: a process pool's `map`, Ray's, or the built-in itself."""

    def __call__(self, function: Callable[[Article], Reading], articles: Iterable[Article], /) -> Iterable[Reading]:
        """Apply `function` to each article, keeping their order."""


def read_article(article: Article, packs: Packs, annotator: Annotator | None = None) -> Reading:
    """
    Read one article: everything found in it, and its statements.

    >>> from crosswire.packs import load
    >>> text = "The envoys met in Geneva on Monday. They rejected the proposal."
    >>> [one.act for one in read_article(Article("a", text), load("core")).statements]
    ['MEET', 'REJECT']
    """
    return read_together([article], packs, annotator)[0]


def read_together(articles: Sequence[Article], packs: Packs, annotator: Annotator | None = None) -> list[Reading]:
    """
    Read some articles side by side: what `read_article` says of each, at less cost with the trained encoder.

    >>> from crosswire.packs import load
    >>> articles = [Article("a", "Talks began."), Article("b", "Talks ended.")]
    >>> read_together(articles, load("core")) == [read_article(one, load("core")) for one in articles]
    True
    """
    reader = annotator or RuleAnnotator()
    looked: Sequence[tuple[Reading, Sight | None]]
    if isinstance(reader, RuleAnnotator):
        looked = reader.look(articles, packs)
    else:
        looked = [(reader.annotate(article, packs), None) for article in articles]
    key = reading_key(packs, reader)
    # All are drafted before the first is told, so that what they ask the encoder is judged together.
    drafts = [
        draft_told(article, reading, packs, sight) for article, (reading, sight) in zip(articles, looked, strict=True)
    ]
    return [
        _finished(article, msgspec.structs.replace(reading, key=key), tell, sight, packs)
        for article, (reading, sight), tell in zip(articles, looked, drafts, strict=True)
    ]


def _finished(article: Article, reading: Reading, tell: Told, sight: Sight | None, packs: Packs) -> Reading:
    statements, moves, words = tell()
    statements, moves = put_in_time(article, reading.times, statements, moves)
    found = msgspec.structs.replace(reading, statements=statements, moves=moves)
    found = msgspec.structs.replace(found, occasions=find_occasions(article, found, packs))
    return msgspec.structs.replace(
        found,
        notes=find_round_notes(article, found, packs),
        pledges=find_pledges(article, found, packs, words),
        breaches=find_breaches(article, found, packs, words),
        meanings=sight.meanings(meant_by(statements)) if sight else b"",
    )


def read_many(
    articles: Iterable[Article],
    packs: Packs,
    *,
    annotator: Annotator | None = None,
    map: Mapper = map,  # noqa: A002
) -> Iterator[Reading]:
    """
    Read articles in order. `map` may be a process pool's; the function it is given can be sent to other processes.

    >>> from crosswire.packs import load
    >>> articles = [Article("a", "Talks began."), Article("b", "Talks ended.")]
    >>> [reading.article for reading in read_many(articles, load("core"))]
    ['a', 'b']
    """
    yield from map(partial(_read, packs=packs, annotator=annotator), articles)


def _read(article: Article, *, packs: Packs, annotator: Annotator | None) -> Reading:
    return read_article(article, packs, annotator)


def reading_key(packs: Packs, annotator: Annotator | None = None) -> str:
    """
    Return what a reading depends on besides its article: engine, annotator and packs.

    >>> from crosswire.packs import load
    >>> reading_key(load("core")).startswith("engine-18/rules-")
    True
    """
    reader = annotator or RuleAnnotator()
    return f"engine-{ENGINE}/{reader.name}-{reader.version}/{packs.digest}"
