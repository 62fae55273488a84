"""
How good a timeline is beside a gold one: its dates, and its words by alignment.

Date-F1 compares the sets of days. AR-1 is ROUGE-1 where each day is compared with the day of the other timeline that
costs least by date and words, many to one, and counts less the further off it is: "align+ m:1" of Martschat and Markert
(2017), the figure of the field. This is our own small implementation; stems and content words are those of
`crosswire.text.tokens`, not ROUGE-1.5.5's, so figures compare within a table and not with other papers'.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from crosswire.text.tokens import STOP, stem, words

Days = Mapping[dt.date, Sequence[str]]
Bags = dict[dt.date, Counter[str]]


def date_f1(found: Days, gold: Days) -> float:
    """
    Return F1 of the days of a timeline.

    >>> one, two, three = (dt.date(2025, 5, day) for day in (1, 2, 3))
    >>> date_f1({one: [], two: []}, {one: [], three: []})
    0.5
    """
    return 2 * len(set(found) & set(gold)) / (len(found) + len(gold)) if found or gold else 0.0


def ar1_f1(found: Days, gold: Days) -> float:
    """
    Return F1 of alignment-based ROUGE-1.

    >>> one, two = dt.date(2025, 5, 1), dt.date(2025, 5, 2)
    >>> [ar1_f1({day: ["Talks opened"]}, {one: ["Talks opened"]}) for day in (one, two)]
    [1.0, 0.5]
    """
    ours, theirs = _bags(found), _bags(gold)
    precision, recall = _aligned(ours, theirs), _aligned(theirs, ours)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _bags(days: Days) -> Bags:
    return {
        day: Counter(stem(word) for one in said for word in words(one) if word not in STOP)
        for day, said in days.items()
    }


def _aligned(these: Bags, those: Bags) -> float:
    """Return the share of the words of these days that stand in the day each is aligned to."""
    matched, total = 0.0, 0
    for day, bag in sorted(these.items()):
        total += bag.total()
        if not those:
            continue
        best = min(sorted(those), key=lambda other: (1 - _near(day, other)) * (1 - _alike(bag, those[other])))
        matched += _near(day, best) * (bag & those[best]).total()
    return matched / total if total else 0.0


def _near(one: dt.date, other: dt.date) -> float:
    return 1 / (abs((one - other).days) + 1)


def _alike(one: Counter[str], other: Counter[str]) -> float:
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0
