"""The evidence drawer: the passages behind a line, by the origin their reports count as, copies folded."""

from collections.abc import Iterable

import msgspec

from crosswire.model import Article, Evidence
from crosswire.web.shelf import Snapshot
from crosswire.write.layout import day


class Cited(msgspec.Struct, frozen=True):
    """One passage as a reader meets it; `citation` is the text to paste elsewhere."""

    article: str
    outlet: str
    title: str | None
    date: str
    quote: str
    start: int
    end: int
    citation: str


class Drawn(msgspec.Struct, frozen=True):
    """The passages of one origin: those of the first report, and those of reports that count as the same."""

    origin: str
    passages: tuple[Cited, ...]
    copies: tuple[Cited, ...]


def cited(evidence: Evidence, article: Article) -> Cited:
    """Return a passage with what a citation needs: outlet, title, date and span."""
    words = quoted(evidence.quote)
    title = f"“{article.title}”, " if article.title else ""
    where = f"characters {evidence.start}–{evidence.end}"
    return Cited(
        article=article.id,
        outlet=article.label,
        title=article.title,
        date=day(article.published),
        quote=words,
        start=evidence.start,
        end=evidence.end,
        citation=f"{article.label}, {title}{day(article.published)}, {where}: {words}",
    )


def quoted(words: str) -> str:
    """
    Put a passage on one line and between quotation marks, where it does not begin with its own.

    >>> quoted("a  truce"), quoted("“Yes,” she said.")
    ('“a truce”', '“Yes,” she said.')
    """
    line = " ".join(words.split())
    return line if line[:1] in "\"“„«‘'" else f"“{line}”"


def drawer(evidence: Iterable[Evidence], snapshot: Snapshot) -> list[Drawn]:
    """Sort passages by origin, in the order the line gives them; the first report of an origin stands for it."""
    articles = snapshot.articles
    groups: dict[str, list[Evidence]] = {}
    for one in evidence:
        groups.setdefault(snapshot.origin_of(one.article), []).append(one)
    drawn = []
    for origin, members in groups.items():
        first = members[0].article
        own = tuple(cited(one, articles[one.article]) for one in members if one.article == first)
        rest = tuple(cited(one, articles[one.article]) for one in members if one.article != first)
        drawn.append(Drawn(snapshot.origin_name(origin), own, rest))
    return drawn
