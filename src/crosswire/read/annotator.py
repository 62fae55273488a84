"""Annotators: what turns an article into a reading. Rules alone, or rules joined with the trained encoder."""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

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
    from crosswire.read.encoder import Encoder


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


class RuleAnnotator:
    """Reads by rules and packs alone; holds no state, so it can be sent to other processes."""

    name = "rules"
    version = "5"

    def marks(self, article: Article, sentences: Sequence[Span], quotes: Sequence[Quote]) -> Marks | None:
        """Return what a trained reader marks; rules alone mark nothing."""
        return None

    def annotate(self, article: Article, packs: Packs) -> Reading:
        """
        Return the reading of `article`.

        >>> from crosswire.packs import load
        >>> reading = RuleAnnotator().annotate(Article("a", "Talks began on Monday."), load("core"))
        >>> reading.sentences
        (Span(start=0, end=22),)
        """
        return self.look(article, packs)[0]

    def look(self, article: Article, packs: Packs) -> tuple[Reading, Sight | None]:
        """Return the reading of `article`, and what a trained reader sees of its stretches."""
        text = article.text
        sentences, paragraphs = segment(article)
        quotes = find_quotes(text, sentences, paragraphs)
        marks = self.marks(article, sentences, quotes)
        actors, mentions = find_actors(article, sentences, paragraphs, quotes, packs, marks.names if marks else ())
        actors, mentions = join_known(text, actors, mentions, packs)
        reading = Reading(
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
        return reading, marks.sight if marks else None


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

    def marks(self, article: Article, sentences: Sequence[Span], quotes: Sequence[Quote]) -> Marks:
        """Return the attributions and the names that the encoder finds."""
        found, sight = self._encoder.look(article, sentences, quotes)
        attributions = tuple(
            Seen(one.sources[0] if one.sources else None, one.cues[0] if one.cues else None, one.contents, one.score)
            for one in found.attributions
            if one.contents
        )
        return Marks(attributions, tuple(SeenName(one.span, one.kind, one.score) for one in found.entities), sight)
