"""A report as it was received: immutable text, its metadata and the labelled regions of its page."""

import datetime as dt
import re
from typing import Literal

import msgspec

from crosswire.model.span import Span

RegionRole = Literal[
    "title", "byline", "date", "body", "pullquote", "caption", "credit", "heading", "navigation", "footer"
]
Genre = Literal["news", "opinion", "analysis", "interview", "statement", "summary", "qa"]

# "talks.txt", "talks.html.gz"; in "desk.jsonl line 3" the ending stands inside.
_ENDING = re.compile(r"(?:\.(?:txt|text|md|markdown|x?html?|pdf|eml|gz))+$", re.IGNORECASE)


class Region(msgspec.Struct, frozen=True, order=True):
    """
    A labelled stretch of an article's text; regions are in text order and never overlap.

    Statements are read from `title` and `body` only. `credit` is a wire's mark ("Reporting by ...", "(AP)"),
    `heading` a section heading inside the body, `pullquote` a display quote that repeats a body sentence.
    """

    start: int
    end: int
    role: RegionRole

    @property
    def span(self) -> Span:
        """The place inside the article."""
        return Span(self.start, self.end)


class Link(msgspec.Struct, frozen=True, order=True):
    """A hyperlink kept from HTML: where its words stand in the text, and where it points."""

    start: int
    end: int
    url: str


class Article(msgspec.Struct, frozen=True):
    """
    One report. `text` is the normalised text every offset in Crosswire points into; it never changes.

    `id` hashes the normalised text and the outlet (docs/decisions/001): the same words under another outlet's name
    are another article, and a copy. `outlet`, `author`, `title`, `url` and `published` are None when unknown;
    `year_inferred` says that the page gave a day without a year. `location` is where the user's input stood
    ("reports.zip!a.html"), for messages only.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    language: str = "en"
    genre: Genre = "news"
    regions: tuple[Region, ...] = ()
    links: tuple[Link, ...] = ()
    location: str = ""
    year_inferred: bool = False

    def spans(self, *roles: RegionRole) -> tuple[Span, ...]:
        """Return the spans of the regions with one of `roles`, in text order."""
        return tuple(region.span for region in self.regions if region.role in roles)

    def is_aside(self, span: Span) -> bool:
        """Tell whether words stand in what surrounds a report: a byline, the page's menus, its foot."""
        return any(region.covers(span) for region in self.spans("byline", "navigation", "footer", "credit"))

    @property
    def label(self) -> str:
        """
        What to call the article's outlet on the page: its name, or the input's own name without its ending.

        >>> Article("a1", "They met.", location="reports/03-talks.txt").label
        '03-talks'
        """
        name = self.location.rsplit("/", 1)[-1]
        return self.outlet or _ENDING.sub("", name) or name or self.id


class Skipped(msgspec.Struct, frozen=True, order=True):
    """An input that gave no article, and why; shown to the user, never dropped in silence."""

    location: str
    reason: str
