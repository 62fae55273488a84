"""Which days a timeline shows when it cannot show all, in what stretches, and where nothing is dated."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import fsum

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, day
from crosswire.assess.select import Scores
from crosswire.model import Line, TimelineEntry, When

# More days than this are a chronicle, and are cut to those that matter most in the reports.
MOST_DAYS = 24
MOST, MOST_OF_A_DAY = 32, 3
# A stretch without a dated event is worth a word from a week on, where it is this share of what the reports cover.
_SILENT_DAYS, _SILENT_SHARE = 7, 0.1
# What a claim that names a day beside the one of its event is worth at that day.
_BESIDE = 0.5
_WEEK = dt.timedelta(days=6)
# Two claims of one time whose main clauses share so much tell one event: of the pairs above it that stood in the
# timelines of eleven cases, six in seven did.
_SAME_EVENT = 0.35

Stretch = tuple[dt.date, dt.date]
Dated = tuple[str, When]
Worded = Callable[[str, When], Line | None]


class Told(msgspec.Struct, frozen=True):
    """The lines of a timeline with their stretches of days, in order, and how many dated stretches have none."""

    lines: tuple[tuple[Stretch, Line], ...]
    left: int


def tell(
    desk: Desk,
    scores: Scores,
    worded: Worded,
    *,
    most_days: int = MOST_DAYS,
    most: int = MOST,
    of_a_day: int = MOST_OF_A_DAY,
) -> Told:
    """
    Choose what a timeline tells: the days that matter most, of each its best claim, then the best of the others.

    `worded` makes the line of a claim that happened at a time, or None when it can have none.
    """
    ranked = _ranked(desk, scores)
    dated: dict[Stretch, list[Dated]] = defaultdict(list)
    for entry, claim in ranked:
        dated[stretch_of(entry.when, desk.by)].append((claim, entry.when))
    fresh, lines, told = Fresh(), defaultdict[Stretch, list[Line]](list), dict[str, When]()

    def line_of(claim: str, when: When) -> Line | None:
        sharper = [one for one, at in told.items() if _meet(when, at) and _length(at) <= _length(when)]
        twice = any(_are_one(desk, scores, claim, one) for one in sharper)
        return None if twice else worded(claim, when)

    many = len(dated) > most_days
    for stretch in _by_weight(desk, scores, dated):
        if len(lines) == most_days:
            break
        # "In the last week" tells nothing beside the days of that week.
        told_of = many and stretch[0] < stretch[1] and any(stretch[0] <= one[0] <= stretch[1] for one in lines)
        if not told_of and (found := _first(dated[stretch], line_of, fresh)):
            lines[stretch].append(found[2])
            told[found[0]] = found[1]
    count = len(lines)
    for entry, claim in ranked:
        stretch = stretch_of(entry.when, desk.by)
        if claim in told or not 0 < len(lines.get(stretch, ())) < of_a_day or count >= most:
            continue
        line = line_of(claim, entry.when)
        if line and fresh.admits(line):
            lines[stretch].append(line)
            told[claim] = entry.when
            count += 1
    again = _told_again(desk, scores, told)
    kept = {stretch: [line for line in found if again.isdisjoint(line.claims)] for stretch, found in lines.items()}
    ordered = tuple((stretch, line) for stretch in sorted(kept) for line in sorted(kept[stretch], key=_id))
    return Told(ordered, len(dated) - len(lines))


def stretch_of(when: When, by: str) -> Stretch:
    """
    Return the days an event stands under: its own, or the week from Monday to Sunday that holds them.

    >>> [str(one) for one in stretch_of(When(dt.date(2025, 5, 8), dt.date(2025, 5, 8), "day", 0, 1), "week")]
    ['2025-05-05', '2025-05-11']
    """
    monday = when.first - dt.timedelta(days=when.first.weekday()) if when.first.toordinal() > 7 else when.first
    if by == "week" and when.last <= monday + _WEEK:
        return monday, monday + _WEEK
    return when.first, when.last


def silences(desk: Desk) -> tuple[Stretch, ...]:
    """Return the last day before and the first day after each long stretch, among the reports, with nothing dated."""
    published = [article.published for article in desk.dossier.articles if article.published]
    if not published:
        return ()
    first, last = min(published), desk.as_of or max(published)
    least = max(_SILENT_DAYS, _SILENT_SHARE * (last - first).days)
    found: list[Stretch] = []
    reached: dt.date | None = None
    for entry in desk.dossier.timeline:
        if entry.when.last < first or entry.when.first > last:
            continue
        if reached is not None and (entry.when.first - reached).days > least:
            found.append((reached, entry.when.first))
        reached = max(reached or entry.when.last, entry.when.last)
    return tuple(found)


def between(first: dt.date, last: dt.date) -> str:
    """
    Write the two ends of a stretch, the month and the year once where they are the same.

    >>> between(dt.date(2025, 5, 3), dt.date(2025, 5, 19)), between(dt.date(2025, 4, 28), dt.date(2025, 5, 19))
    ('3 and 19 May 2025', '28 April and 19 May 2025')
    """
    if first.year != last.year:
        return f"{day(first)} and {day(last)}"
    return f"{first:%-d}{'' if first.month == last.month else f' {first:%B}'} and {day(last)}"


def _ranked(desk: Desk, scores: Scores) -> list[tuple[TimelineEntry, str]]:
    entries = [
        (entry, claim)
        for entry in desk.dossier.timeline
        if not entry.scheduled and (desk.as_of is None or entry.when.first <= desk.as_of)
        for claim in entry.claims
        if claim in desk.claims
    ]
    return sorted(entries, key=lambda one: (-_fit(desk, scores, *one), one[0].when.first, one[1]))


def _fit(desk: Desk, scores: Scores, entry: TimelineEntry, claim: str) -> float:
    """Return how well a claim stands at a time: less where it only names the time beside another that dates it."""
    found = desk.claims[claim]
    events = [desk.statements[one].event_date for one in found.statements if one in desk.statements]
    dates = any(event.days == entry.when.days for event in events if event)
    return scores.score(found) * (1.0 if dates else _BESIDE)


def _by_weight(desk: Desk, scores: Scores, claims: Mapping[Stretch, Sequence[Dated]]) -> list[Stretch]:
    """Order stretches by how much their days matter in the reports, and their claims to the question."""
    weights = {one.date: one.weight for one in desk.dossier.days}
    pull = {
        stretch: max(scores.relevance(desk.claims[claim]) for claim, _ in found) for stretch, found in claims.items()
    }
    value = {stretch: (0.05 + pull[stretch] ** 1.5) * _weight(stretch, weights) for stretch in claims}
    return sorted(claims, key=lambda stretch: (-value[stretch], stretch))


def _weight(stretch: Stretch, weights: Mapping[dt.date, float]) -> float:
    """Return the mean weight of a stretch's days, shared among them: "last week" tells little of any day in it."""
    first, last = stretch
    total = (last - first).days + 1
    if total > len(weights):
        return fsum(value for date, value in weights.items() if first <= date <= last) / total**2
    return fsum(weights.get(first + dt.timedelta(days=at), 0.0) for at in range(total)) / total**2


def _meet(one: When, other: When) -> bool:
    """Tell whether two times share a day."""
    return max(one.first, other.first) <= min(one.last, other.last)


def _length(when: When) -> int:
    return (when.last - when.first).days


def _told_again(desk: Desk, scores: Scores, told: Mapping[str, When]) -> frozenset[str]:
    """Return the claims of a longer stretch whose event another claim tells on its day."""
    return frozenset(
        claim
        for claim, when in told.items()
        if any(
            _length(at) < _length(when) and _meet(when, at) and _are_one(desk, scores, claim, one)
            for one, at in told.items()
        )
    )


def _are_one(desk: Desk, scores: Scores, claim: str, other: str) -> bool:
    """Tell whether two claims of one time tell one event, as near as their main clauses' rarer words show."""
    return claim != other and scores.overlap(desk.claims[claim], desk.claims[other]) >= _SAME_EVENT


def _first(claims: Sequence[Dated], worded: Worded, fresh: Fresh) -> tuple[str, When, Line] | None:
    """Return the first claim that can stand as a line and says something new, with its time and the line."""
    made = ((*one, worded(*one)) for one in claims)
    return next(((claim, when, line) for claim, when, line in made if line and fresh.admits(line)), None)


def _id(line: Line) -> str:
    return line.id
