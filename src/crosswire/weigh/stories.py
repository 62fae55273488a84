"""
Group articles that report one story, by what their statements are about and when they came.

Term profiles compared by TF-IDF cosine within a window of days, joined by average link from the most alike down
(group-average clustering, Jain & Dubes 1988, section 3.2): a chain of follow-ups must not run a story into the next.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log, sqrt

from crosswire.model import Article, Statement

# Mean cosine two groups need; from .08 to .14 BCubed F1 on BASIL stays above .99 (bench/quality/stories/RESULTS.md).
ALIKE = 0.1
# Days between two reports of one story.
WINDOW = 4
# A term in more than this share of a large case tells no story apart and is not looked up.
COMMON, LARGE = 0.25, 40

Profile = dict[str, float]


def group_stories(articles: Sequence[Article], statements: Iterable[Statement]) -> list[tuple[str, ...]]:
    """
    Return the stories as sorted tuples of article ids, in order.

    An article without statements stands alone; undated articles may belong to any day.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for statement in statements:
        weight = 2 if statement.headline else 1
        for term in (*statement.terms, *(f"@{actor}" for actor in statement.actors)):
            counts[statement.article][term] += weight
    dates = {article.id: article.published for article in articles}
    profiles = _profiles({article: counts[article] for article in sorted(dates)})
    likeness = _likeness(profiles, dates)
    return _join(sorted(dates), likeness)


def _profiles(counts: Mapping[str, Counter[str]]) -> dict[str, Profile]:
    """Return unit TF-IDF vectors; the logarithm of the count keeps a long report from being all about one name."""
    seen = Counter(term for terms in counts.values() for term in terms)
    total = len(counts)
    profiles = {}
    for article, terms in counts.items():
        raw = {term: (1 + log(n)) * log((total + 1) / seen[term]) for term, n in sorted(terms.items())}
        length = sqrt(fsum(value * value for value in raw.values())) or 1.0
        profiles[article] = {term: value / length for term, value in raw.items()}
    return profiles


def _likeness(profiles: Mapping[str, Profile], dates: Mapping[str, dt.date | None]) -> dict[tuple[str, str], float]:
    """Return the cosines of article pairs within the window, over an inverted index of the telling terms."""
    holders: dict[str, list[str]] = defaultdict(list)
    for article, profile in profiles.items():
        for term in profile:
            holders[term].append(article)
    limit = max(LARGE, COMMON * len(profiles))
    found: dict[tuple[str, str], float] = defaultdict(float)
    for term, carriers in sorted(holders.items()):
        if len(carriers) > limit:
            continue
        for at, one in enumerate(carriers):
            for other in carriers[at + 1 :]:
                if _near(dates[one], dates[other]):
                    found[one, other] += profiles[one][term] * profiles[other][term]
    return {pair: value for pair, value in found.items() if value >= ALIKE / 3}


def _near(one: dt.date | None, other: dt.date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= WINDOW


def _join(articles: Sequence[str], likeness: Mapping[tuple[str, str], float]) -> list[tuple[str, ...]]:
    home = {article: article for article in articles}
    members = {article: [article] for article in articles}
    for pair, _ in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        into, gone = sorted((home[pair[0]], home[pair[1]]))
        if into == gone:
            continue
        links = fsum(likeness.get((min(a, b), max(a, b)), 0.0) for a in members[into] for b in members[gone])
        if links / (len(members[into]) * len(members[gone])) >= ALIKE:
            members[into] += members.pop(gone)
            home.update(dict.fromkeys(members[into], into))
    return sorted(tuple(sorted(group)) for group in members.values())
