"""
How much each day matters in the reports: who names it, how near to what the case is about, and what came out after it.

Dates named by other reports are the best sign of a timeline's dates (Kessler et al. 2012; Tran et al. 2013; Gholipour
Ghalandari & Ifrim 2020, who count sentences and reports). Here a report counts once with its copies, by the naming
sentence nearest to what all of them are about, and the less the more days it names: a chronology names every day.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum, sqrt

from crosswire.model import Article, Day, Statement

from .homes import Homes

# What a report that came out on a day or the day after adds, beside one that names it. Tuned, as the root below, on
# h1n1 of Timeline17 and six people of Entities; from .1 to .4 the Date-F1 stays within .01 (bench/quality/timelines).
PUBLISHED = 0.25
_SHARP = frozenset({"minute", "day"})
_DAY = dt.timedelta(days=1)

Naming = dict[dt.date, float]


def rank_days(
    articles: Sequence[Article], statements: Iterable[Statement], homes: Homes, used: Mapping[str, int]
) -> tuple[Day, ...]:
    """
    Return every day that a report names or was published on, in date order, with its weight among them.

    `used` says of each stem how many articles' statements hold it.
    """
    near = _nearness(articles, statements, used)
    kept = [article for article in articles if article.id not in homes.summaries]
    named: dict[str, Naming] = defaultdict(dict)
    for article in kept:
        family = named[homes.family[article.id]]
        for day, value in near.get(article.id, {}).items():
            family[day] = max(value, family.get(day, 0.0))
    shares: dict[dt.date, list[float]] = defaultdict(list)
    for _, days in sorted(named.items()):
        for day, value in days.items():
            shares[day].append(value / sqrt(len(days)))
    published = Counter(day for family in sorted(named) for day in _reported(homes.written[family]))
    each = PUBLISHED * fsum(value for values in shares.values() for value in values) / max(1, len(named))
    weights = {day: fsum(shares.get(day, ())) + each * published[day] for day in {*shares, *published}}
    most = max(weights.values(), default=0.0) or 1.0
    return tuple(Day(day, weights[day] / most, len(shares.get(day, ()))) for day in sorted(weights))


def _nearness(
    articles: Sequence[Article], statements: Iterable[Statement], used: Mapping[str, int]
) -> Mapping[str, Naming]:
    """
    Return of each article the days its statements name, and how near to the whole the nearest of these stands.

    Nearness is the mean share of the articles that use a statement's stems.
    """
    found: dict[str, Naming] = defaultdict(dict)
    for one in statements:
        if not one.times:
            continue
        named = {when.first for when in one.times if when.precision in _SHARP and when.first == when.last}
        if named:
            days = found[one.article]
            value = sum(map(used.__getitem__, one.terms)) / (len(articles) * max(1, len(one.terms)))
            days.update({day: max(value, days.get(day, 0.0)) for day in named})
    return found


def _reported(published: dt.date | None) -> Iterator[dt.date]:
    """Yield the days that a report may be news of: the day it came out, and the day before."""
    if published is not None:
        yield published
        if published > dt.date.min:
            yield published - _DAY
