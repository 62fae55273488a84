"""
DATEWISE (Gholipour Ghalandari & Ifrim 2020), as their paper describes it, and a TF-IDF timeline.

Dates are ranked first, by how many sentences name them or by a regression on seven counts. A date's candidates are the
sentences that name it and the first ones of the reports published on it or the day after, kept when they are near to
what both have in common, down to the knee of the similarities. Centroid-opt then adds, one by one, the sentence that
brings the summary nearest to the mean of the candidates. Day and sentence bounds are Crosswire's own reading, where the
paper took HeidelTime's and spaCy's. As in the paper only sentences with a word of the topic are shown.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import msgspec

from bench import AbsentError
from crosswire.model import Article, Reading

# How many first sentences of a report speak for the day it came out, and for the day before.
LEADS, REACH = 5, 2
_FEATURES = ("sentences", "sentences before", "sentences after", "reports", "before", "after", "published")
_SHARP = frozenset({"minute", "day"})

Timeline = dict[dt.date, list[str]]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a report: its words, its place, the day the report came out and the first day it names."""

    text: str
    place: int
    report: str
    published: dt.date
    names: dt.date | None


def sentences_of(articles: Sequence[Article], readings: Sequence[Reading]) -> list[Sentence]:
    """Return the sentences of dated reports with the first day each names."""
    found = []
    for article, reading in zip(articles, readings, strict=True):
        times = iter(sorted(reading.times, key=lambda time: time.span.start))
        time = next(times, None)
        for place, span in enumerate(reading.sentences):
            day = None
            while time is not None and time.span.start < span.end:
                if day is None and time.precision in _SHARP and time.start is not None and time.start == time.end:
                    day = time.start
                time = next(times, None)
            if article.published:
                found.append(Sentence(span.of(article.text), place, article.id, article.published, day))
    return found


def statistics(sentences: Sequence[Sentence]) -> dict[dt.date, Counter[str]]:
    """Return of each day the seven counts the supervised ranking goes by."""
    counts: dict[dt.date, Counter[str]] = defaultdict(Counter)
    reports = {(one.report, one.published) for one in sentences}
    for one in sentences:
        if one.names:
            counts[one.names].update(("sentences", f"sentences {_side(one.names, one.published)}"))
    for _, published, day in sorted({(one.report, one.published, one.names) for one in sentences if one.names}):
        counts[day].update(("reports", _side(day, published)))
    for _, published in reports:
        counts[published]["published"] += 1
    return counts


def by_mentions(sentences: Sequence[Sentence]) -> list[dt.date]:
    """Rank days by how many sentences name them."""
    counts = statistics(sentences)
    return sorted((day for day in counts if counts[day]["sentences"]), key=lambda day: (-counts[day]["sentences"], day))


def by_reports(sentences: Sequence[Sentence]) -> list[dt.date]:
    """Rank days by how many reports were published on them."""
    counts = statistics(sentences)
    return sorted(counts, key=lambda day: (-counts[day]["published"], day))


class Supervised:
    """The regression on seven counts, each scaled to unit length over a topic's days."""

    def __init__(self, topics: Sequence[tuple[Sequence[Sentence], frozenset[dt.date]]]) -> None:
        numpy = _needed("numpy")
        tables = [(_table(statistics(sentences)), gold) for sentences, gold in topics]
        rows = numpy.vstack([table for (_, table), _ in tables])
        right = [float(day in gold) for (days, _), gold in tables for day in days]
        self._model = _needed("sklearn.linear_model").LinearRegression().fit(rows, right)

    def rank(self, sentences: Sequence[Sentence]) -> list[dt.date]:
        """Rank days by the regression."""
        days, table = _table(statistics(sentences))
        values = dict(zip(days, self._model.predict(table), strict=True))
        return sorted(days, key=lambda day: (-values[day], day))


class Summariser:
    """Candidate sentences of a day and centroid-opt over them; without `both` the published ones alone."""

    def __init__(self, sentences: Sequence[Sentence], words: Sequence[str], *, both: bool = True) -> None:
        self._numpy = _needed("numpy")
        vectorizer = _needed("sklearn.feature_extraction.text").TfidfVectorizer(stop_words="english")
        self._rows = vectorizer.fit_transform([one.text for one in sentences])
        self._allowed = [any(word in one.text.casefold() for word in words) for one in sentences]
        self._sentences = sentences
        self._naming: dict[dt.date, list[int]] = defaultdict(list)
        self._leads: dict[dt.date, list[int]] = defaultdict(list)
        for at, one in enumerate(sentences):
            if one.names and both:
                self._naming[one.names].append(at)
            elif one.place <= LEADS:
                for back in range(REACH if both else 1):
                    self._leads[one.published - dt.timedelta(days=back)].append(at)

    def timeline(self, ranked: Sequence[dt.date], days: int, length: int) -> Timeline:
        """Return the first `days` ranked days that have a summary, each of `length` sentences."""
        found: Timeline = {}
        for day in ranked:
            if len(found) == days:
                break
            if chosen := self._centroid_opt(self._candidates(day), length):
                found[day] = [self._sentences[at].text for at in chosen]
        return found

    def _candidates(self, day: dt.date) -> list[int]:
        naming, leads = self._naming.get(day, []), self._leads.get(day, [])
        if not naming or not leads:
            return [*naming, *leads]
        means = [self._numpy.asarray(self._rows[part].mean(axis=0)).ravel() for part in (naming, leads)]
        shared = self._numpy.where((means[0] > 0) & (means[1] > 0), means[0] + means[1], 0.0)
        likeness = self._rows[[*naming, *leads]] @ shared
        cut = self._knee(sorted(likeness, reverse=True))
        kept = [at for at, value in zip([*naming, *leads], likeness, strict=True) if value > 0 and value > cut]
        return kept or [*naming, *leads]

    def _knee(self, values: Sequence[float]) -> float:
        """Return the value furthest from the straight line between the first and the last."""
        numpy, last = self._numpy, len(values) - 1
        if last < 1:
            return 0.0
        at = numpy.arange(len(values))
        away = numpy.abs((values[last] - values[0]) * at - last * (numpy.asarray(values) - values[0]))
        return float(values[int(away.argmax())])

    def _centroid_opt(self, candidates: Sequence[int], length: int) -> list[int]:
        numpy = self._numpy
        if not candidates:
            return []
        rows = self._rows[candidates]
        centre = numpy.asarray(rows.sum(axis=0)).ravel()
        towards, sizes = rows @ centre, numpy.asarray(rows.multiply(rows).sum(axis=1)).ravel()
        open_ = numpy.array([self._allowed[at] for at in candidates]) & (sizes > 0)
        total, chosen = numpy.zeros_like(centre), list[int]()
        while open_.any() and len(chosen) < length:
            along = rows @ total
            lengths = numpy.sqrt(numpy.maximum(sizes + 2 * along + total @ total, 1e-12))
            best = int(numpy.where(open_, (towards + total @ centre) / lengths, -1.0).argmax())
            chosen.append(candidates[best])
            row = rows[best]
            # What says the same word for word is not said again.
            open_ &= numpy.asarray((rows @ row.T).todense()).ravel() < 0.9999
            open_[best] = False
            total = total + numpy.asarray(row.todense()).ravel()
        return chosen


def _table(counts: Mapping[dt.date, Counter[str]]) -> tuple[list[dt.date], Any]:
    days = sorted(counts)
    rows = [[float(counts[day][name]) for name in _FEATURES] for day in days]
    return days, _needed("sklearn.preprocessing").normalize(rows, axis=0)


def _side(day: dt.date, published: dt.date) -> str:
    return "before" if day < published else "after" if day > published else "same"


def _needed(module: str) -> Any:
    if find_spec(module.partition(".")[0]) is None:
        raise AbsentError("not installed: scikit-learn")
    return import_module(module)
