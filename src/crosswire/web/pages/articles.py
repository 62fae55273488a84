"""The article reader: the text as it was received, every span coloured by kind, opened at a span on request."""

import datetime as dt
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query

from crosswire.model import Evidence, Span
from crosswire.web.drawer import cited
from crosswire.web.page import Current, TheShelf, found, page
from crosswire.web.spans import Mark, marks

router = APIRouter(tags=["sources"])

Place = Annotated[str, Query(max_length=24, pattern=r"^(\d{1,9}-\d{1,9})?$")]


class ArticlePage(msgspec.Struct, frozen=True):
    """An article with every span found in it; `start` and `end` are the span asked for, `citation` its citation."""

    id: str
    title: str | None
    outlet: str
    author: str | None
    published: dt.date | None
    genre: str
    url: str | None
    origin: str
    folded: str | None
    text: str
    spans: tuple[Mark, ...]
    start: int | None
    end: int | None
    citation: str | None

    @property
    def here(self) -> Span | None:
        """The span asked for."""
        return None if self.start is None or self.end is None else Span(self.start, self.end)


@page(router, "/articles/{article}", "article.html.j2", ArticlePage)
def article(
    snapshot: Current, shelf: TheShelf, article: Annotated[str, Path(max_length=64)], at: Place = ""
) -> ArticlePage:
    """One report with every span coloured by kind, opened at a span."""
    one = found(snapshot.articles.get(article), "report")
    here = None
    if at:
        start, end = (int(number) for number in at.split("-"))
        here = Span(start, end) if start < end <= len(one.text) else None
    citation = cited(Evidence.cut(one.id, one.text, here), one).citation if here else None
    row = next(row for row in snapshot.assessment().sources if row.article == one.id)
    return ArticlePage(
        id=one.id,
        title=one.title,
        outlet=one.label,
        author=one.author,
        published=one.published,
        genre=one.genre,
        url=one.url if one.url and one.url.startswith(("https://", "http://")) else None,
        origin=snapshot.origin_name(snapshot.origin_of(one.id)),
        folded=row.folded,
        text=one.text,
        spans=marks(snapshot, one, shelf.reading(one.id)),
        start=here.start if here else None,
        end=here.end if here else None,
        citation=citation,
    )
