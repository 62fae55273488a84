"""Annotators: what turns an article into a reading. The rules here; a trained one fits the same protocol."""

from typing import Protocol

from crosswire.model import Article, Reading
from crosswire.packs import Packs
from crosswire.read.actors import find_actors
from crosswire.read.attribution import find_attributions
from crosswire.read.credits import find_credits
from crosswire.read.figures import find_figures
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment
from crosswire.text.timex import find_times


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


class RuleAnnotator:
    """Reads by rules and packs alone; holds no state, so it can be sent to other processes."""

    name = "rules"
    version = "2"

    def annotate(self, article: Article, packs: Packs) -> Reading:
        """
        Return the reading of `article` by rules.

        >>> from crosswire.packs import load
        >>> reading = RuleAnnotator().annotate(Article("a", "Talks began on Monday."), load("core"))
        >>> reading.sentences
        (Span(start=0, end=22),)
        """
        text = article.text
        sentences, paragraphs = segment(article)
        quotes = find_quotes(text, sentences, paragraphs)
        actors, mentions = find_actors(article, sentences, paragraphs, quotes, packs)
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
                )
            ),
            credits=tuple(find_credits(article, sentences, mentions, packs)),
            figures=tuple(find_figures(text, sentences, packs)),
            times=tuple(find_times(text, sentences, article.published)),
        )
