"""The dated events of a case, by the day they happened, never by the day they were reported."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosswire.model import Article, Claim, TimelineEntry, When

from .propositions import Proposition

# A season or a year is too coarse to stand in a list of days.
_SHARP = ("minute", "day", "week", "month")


def find_timeline(
    claims: Sequence[Claim], groups: Sequence[Sequence[Proposition]], articles: Mapping[str, Article]
) -> tuple[TimelineEntry, ...]:
    """
    Return one entry per event date and claim, in date order.

    An event counts when a report has it happen (realis actual) or when it is set for a day after the report
    (`scheduled`). What nobody dates to a month or better stays out.
    """
    entries: dict[tuple[When, bool, str], TimelineEntry] = {}
    for claim, group in zip(claims, groups, strict=True):
        dated = [found for item in group if (found := _dated(item, articles))]
        by_kind: dict[bool, list[When]] = defaultdict(list)
        for when, scheduled in dated:
            by_kind[scheduled].append(when)
        for scheduled, whens in by_kind.items():
            when = min(whens, key=lambda w: (_SHARP.index(w.precision), w))
            entries[when, scheduled, claim.id] = TimelineEntry(when, (claim.id,), scheduled)
    return tuple(entries[key] for key in sorted(entries))


def _dated(item: Proposition, articles: Mapping[str, Article]) -> tuple[When, bool] | None:
    said = item.statement
    when = said.event_date
    if when is None or when.precision not in _SHARP or said.opinion or item.negated:
        return None
    published = articles[said.article].published
    ahead = published is not None and when.first > published
    if ahead and said.realis in ("actual", "future"):
        return when, True
    if said.realis == "actual" and not ahead:
        return when, False
    return None
