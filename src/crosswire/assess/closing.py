"""What closes a report or a sentence and tells nothing: an outlet's standing line, a digest's credit."""

from collections import defaultdict
from collections.abc import Sequence

from crosswire.assess.desk import Desk
from crosswire.model import Article, Claim, Span, Statement
from crosswire.text.closing_tags import closing_tag

# Days of reports that close with one line before it is a standing one.
_DAYS = 3


def closing_lines(articles: Sequence[Article]) -> frozenset[str]:
    r"""
    Return the last lines that reports of several days share word for word.

    >>> import datetime as dt
    >>> days = (dt.date(2031, 5, one) for one in (1, 2, 3))
    >>> foot = "Hopes remain, writes Ann Lee."
    >>> told = [Article(str(day), f"On {day} they met.\n\n{foot}", published=day) for day in days]
    >>> sorted(closing_lines(told)), sorted(closing_lines(told[:2]))
    (['Hopes remain, writes Ann Lee.'], [])
    """
    days = defaultdict[str, set[object]](set)
    for article in articles:
        last = _last_line(article)
        if last and article.published is not None:
            days[last].add(article.published)
    return frozenset(line for line, told in days.items() if len(told) >= _DAYS)


def is_closing(desk: Desk, claim: Claim, lines: frozenset[str]) -> bool:
    """Tell whether a claim is told in no more than a standing line at the foot of reports."""
    quotes = [desk.statements[one].evidence.quote for one in claim.statements if one in desk.statements]
    return bool(lines) and bool(quotes) and all(any(one in line for line in lines) for one in quotes)


def untagged(desk: Desk, statement: Statement, span: Span | None) -> Span | None:
    """Leave out the tag that ends a digest's sentence and says whom it read: "(Northwire+3)."; it is a credit."""
    found = closing_tag(desk.text(statement.article), span) if span is not None else None
    if span is None or found is None:
        return span
    tag, names, counted = found
    listed = [one.casefold() in desk.outlet_names for one in names]
    credit = all(listed) or (counted and (any(listed) or desk.articles[statement.article].genre == "summary"))
    return Span(span.start, tag.start) if credit else span


def _last_line(article: Article) -> str:
    body = article.spans("body")
    text = body[-1].of(article.text) if body else article.text
    return text.rstrip().rpartition("\n")[2].strip()
