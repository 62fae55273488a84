"""How far a claim still tells how things stand: news fades, what was awaited is overtaken, a judgement is no news."""

import datetime as dt
import math
import re

from crosswire.assess.desk import Desk
from crosswire.assess.judging import judges
from crosswire.assess.leaning import is_empty
from crosswire.assess.onlookers import onlookers_of, only_judges
from crosswire.model import Claim, Statement

# News is worth half after this share of the days that the reports span, and never less than the least.
_HALF_LIFE, _LEAST_DAYS = 1 / 6, 3
_LEAST = 0.1
# What was told in the last half of the reports' days is of late, in the last third or ten days of them fresh; in the
# last tenth of them, or on the last few, is how things stand at the end.
_LATE, _FRESH, _END, _LAST_DAYS, _LAST_TEN = 0.5, 1 / 3, 0.1, 3, 10
# ... but no more than two weeks.
_MOST_DAYS = 14
# ... and so is what an undated report tells.
_UNDATED = 0.5
# What a claim is worth that awaits a day which has passed, and one that looks back on what was news long before it.
_OVERTAKEN, _LOOKING_BACK, _LONG_AWAITED = 0.25, 0.5, 0.5
# What a deed is worth that was done on the days of its report, and the days that make it so.
_DEED, _OF_THE_DAY = 2.0, 3
_BACK = 10
# What a report's own judgement is worth beside what it tells of somebody's word or deed.
_JUDGEMENT = 0.35
# ... and that somebody kept silent.
_SILENCE = 0.05
_NO_STANDS = frozenset({"STATE", "MEET"})
# Words by which what is told is still to come.
_AWAITED = re.compile(
    r"\b(?:(?:is|are|was|were|be|being) (?:\w+ly )?(?:expected|due|set|scheduled|poised|likely|about|slated|ready) to"
    r"|(?:is|are|was|were) to [a-z]+|will|would|ahead of|hopes? (?:to|that|of)|prepar(?:es?|ing) (?:to|for)"
    r"|(?:expected|scheduled|planned|due) (?:on|for|in|at|to|this|next|today|tomorrow|later))\b"
)


class News:
    """The worth of claims as news at a desk's date."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        dates = [one.published for one in desk.dossier.articles if one.published]
        span = (max(dates) - min(dates)).days if dates else 0
        self._half_life = max(_LEAST_DAYS, span * _HALF_LIFE)
        self._late = max(_LEAST_DAYS, span * _LATE)
        self._fresh = max(_LAST_TEN, span * _FRESH)
        self._end = min(max(_LAST_DAYS, span * _END), _MOST_DAYS)
        self._onlookers = onlookers_of(desk.packs.lexicon)

    def standing(self, claim: Claim) -> float:
        """Return what a claim is worth whatever its age: less if overtaken, told in retrospect, or a mere judgement."""
        lead = self._desk.statements[claim.lead]
        # A columnist's judgement is what a column is read for.
        told = not lead.opinion and self._desk.articles[lead.article].genre not in ("opinion", "analysis")
        judged = told and lead.mode == "narrated" and judges(lead.evidence.quote)
        judged = judged or (told and only_judges(lead) and self._looks_on(lead))
        back = _days_back(claim, lead)
        looking_back = _LOOKING_BACK if back is not None and back > _BACK else 1.0
        worth = _SILENCE if is_empty(lead.evidence.quote) else _JUDGEMENT if judged else 1.0
        return self._overtaken(claim, lead) * looking_back * worth

    def _looks_on(self, lead: Statement) -> bool:
        return self._onlookers.is_one(self._desk.actors.get(lead.speaker or ""), lead.unnamed)

    def freshness(self, claim: Claim, latest: dt.date | None) -> float:
        """Return what a claim is worth by its age at a day: 1 for what is told then, more for a deed just done."""
        if latest is None:
            return 1.0
        if claim.last is None:
            return _UNDATED
        age = max(0, (latest - claim.last).days)
        worth = max(_LEAST, math.exp2(-age / self._half_life))
        back = _days_back(claim, self._desk.statements[claim.lead])
        return worth * (_DEED if back is not None and 0 <= back <= _OF_THE_DAY else 1.0)

    def is_late(self, day: dt.date | None, latest: dt.date | None) -> bool:
        """Tell whether a day is in the later half of those that the reports span."""
        return latest is None or (day is not None and (latest - day).days <= self._late)

    def is_fresh(self, day: dt.date | None, latest: dt.date | None) -> bool:
        """Tell whether a day is in the last third of those that the reports span, or in the last ten days."""
        return latest is None or (day is not None and (latest - day).days <= self._fresh)

    def is_of_the_last(self, claim: Claim, latest: dt.date | None) -> bool:
        """Tell whether a claim was told on the last of the days that the reports span."""
        return self.is_of_the_end(claim.last, latest)

    def is_of_the_end(self, day: dt.date | None, latest: dt.date | None) -> bool:
        """Tell whether a day is one of the last of those that the reports span."""
        return latest is None or (day is not None and (latest - day).days <= self._end)

    def _overtaken(self, claim: Claim, lead: Statement) -> float:
        """Return less than 1 for what awaits a day that is past."""
        # "The truce expires on Friday": whatever the words, the day is after the report's.
        ahead = next((one for one in lead.times if claim.last is not None and one.first > claim.last), None)
        day, as_of = lead.event_date or claim.when or ahead, self._desk.as_of
        awaited = ahead is not None or _AWAITED.search(lead.evidence.quote) is not None
        # "Today the mayor ordered the port to close": what is to come was done with the order.
        done = day is not None and claim.first is not None and day.last <= claim.first
        if not awaited and (claim.realis != "future" or done):
            return 1.0
        if as_of is None or claim.first is None or any(one.last > as_of for one in lead.times):
            return 1.0
        if day is None or day.last < claim.first:
            # What was awaited long ago, and not again since, has come or is awaited no more; a stand stands.
            long_ago = claim.last is not None and (as_of - claim.last).days > 2 * self._half_life
            return _LONG_AWAITED if long_ago and claim.act in _NO_STANDS else 1.0
        return _OVERTAKEN if day.last < as_of else 1.0


def _days_back(claim: Claim, lead: Statement) -> int | None:
    """Return how many days before its first report a thing was done; None for what is undated or still to come."""
    day = lead.event_date
    return None if day is None or claim.first is None or claim.realis == "future" else (claim.first - day.last).days
