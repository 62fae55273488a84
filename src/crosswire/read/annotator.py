"""Annotators: what turns an article into a reading. Rules alone, or rules joined with the trained encoder."""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from crosswire.model import Article, Quote, Reading, Span
from crosswire.packs import Packs
from crosswire.read.actors import find_actors
from crosswire.read.attribution import find_attributions
from crosswire.read.attribution_seen import Seen
from crosswire.read.credits import find_credits
from crosswire.read.figures import find_figures
from crosswire.read.judged import Sight
from crosswire.read.known_names import join_known
from crosswire.read.name_kinds import SeenName
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment
from crosswire.text.timex import find_times

if TYPE_CHECKING:
    from crosswire.read.encoder import Encoder, Found


class Annotator(Protocol):
    """
    Finds everything in one article but its statements. A pure function of article and packs.

    `name` and `version` go into the key of every reading: change `version` whenever the same input may give another.
    """

    @property
    def name(self) -> str:
        """What the annotator is called."""

    @property
    def version(self) -> str:
        """Which of its versions this is."""

    def annotate(self, article: Article, packs: Packs) -> Reading:
        """Return the reading of `article`, with an empty key and no statements."""


class Marks(msgspec.Struct, frozen=True):
    """What a trained reader marks in one article: who said what, and names."""

    attributions: tuple[Seen, ...]
    names: tuple[SeenName, ...]
    # What it sees of any stretch of the article, asked when the statements are made.
    sight: Sight | None = None


class Opened(NamedTuple):
    """An article with its sentences and quotations, before anything is found in it."""

    article: Article
    sentences: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    quotes: list[Quote]


class RuleAnnotator:
    """Reads by rules and packs alone; holds no state, so it can be sent to other processes."""

    name = "rules"
    version = "5"

    def marks(self, opened: Sequence[Opened]) -> Sequence[Marks | None]:
        """Return what a trained reader marks in each article; rules alone mark nothing."""
        return [None] * len(opened)

    def annotate(self, article: Article, packs: Packs) -> Reading:
        """
        Return the reading of `article`.

        >>> from crosswire.packs import load
        >>> reading = RuleAnnotator().annotate(Article("a", "Talks began on Monday."), load("core"))
        >>> reading.sentences
        (Span(start=0, end=22),)
        """
        return self.look([article], packs)[0][0]

    def look(self, articles: Sequence[Article], packs: Packs) -> list[tuple[Reading, Sight | None]]:
        """Return the reading of each article, and what a trained reader sees of its stretches."""
        opened = [_opened(article) for article in articles]
        marked = zip(opened, self.marks(opened), strict=True)
        return [(self._reading(one, marks, packs), marks.sight if marks else None) for one, marks in marked]

    def _reading(self, opened: Opened, marks: Marks | None, packs: Packs) -> Reading:
        article, sentences, paragraphs, quotes = opened
        text = article.text
        actors, mentions = find_actors(article, sentences, paragraphs, quotes, packs, marks.names if marks else ())
        actors, mentions = join_known(text, actors, mentions, packs)
        return Reading(
            article=article.id,
            key="",
            sentences=sentences,
            paragraphs=paragraphs,
            quotes=tuple(quotes),
            actors=tuple(actors),
            mentions=tuple(mentions),
            attributions=tuple(
                find_attributions(
                    text,
                    sentences,
                    paragraphs,
                    quotes,
                    actors,
                    mentions,
                    packs,
                    outlet=article.outlet,
                    genre=article.genre,
                    seen=marks.attributions if marks else None,
                )
            ),
            credits=tuple(find_credits(article, sentences, mentions, packs)),
            figures=tuple(find_figures(text, sentences, packs)),
            times=tuple(find_times(text, sentences, article.published)),
        )


def _opened(article: Article) -> Opened:
    sentences, paragraphs = segment(article)
    return Opened(article, sentences, paragraphs, find_quotes(article.text, sentences, paragraphs))


def choose_annotator(*, fast: bool = False) -> Annotator:
    """
    Return the annotator to read with: the trained encoder joined with the rules, or with `fast` the rules alone.

    Where the encoder's runtime is not installed the rules read alone; the reading's key and the report say which read.
    """
    if fast or find_spec("openvino") is None:
        return RuleAnnotator()
    from crosswire.read.encoder import load

    return EncoderAnnotator(load())


class EncoderAnnotator(RuleAnnotator):
    """Reads by rules and packs, with who said what as the trained encoder marks it; each process builds its own."""

    name = "encoder"

    def __init__(self, encoder: "Encoder") -> None:
        """Read with `encoder`; a changed encoder reads anew what another has read."""
        self._encoder = encoder
        self.version = f"{RuleAnnotator.version}-{encoder.version}"

    def marks(self, opened: Sequence[Opened]) -> list[Marks]:
        """Return the attributions and the names that the encoder finds in each article."""
        seen = self._encoder.look_together([(one.article, one.sentences, one.quotes) for one in opened])
        return [_marks(found, sight) for found, sight in seen]


def _marks(found: "Found", sight: Sight) -> Marks:
    attributions = tuple(
        Seen(one.sources[0] if one.sources else None, one.cues[0] if one.cues else None, one.contents, one.score)
        for one in found.attributions
        if one.contents
    )
    return Marks(attributions, tuple(SeenName(one.span, one.kind, one.score) for one in found.entities), sight)
