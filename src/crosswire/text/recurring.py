"""Times that come round again, which name no day of the calendar: "every Monday", "each July", "every other week"."""

import re
from collections.abc import Iterator

from crosswire.model import Span, Time
from crosswire.model.reading import Precision
from crosswire.text.periods import UNIT_DAYS
from crosswire.text.time_scan import Scan
from crosswire.text.times import MONTHS, WEEKDAYS

_DAYS = "|".join(name for name in WEEKDAYS if name.endswith("day"))
_MONTHS = "|".join(name for name in MONTHS if len(name) > 4 or name in ("july", "june", "may"))
_EACH = r"\b(?:each|every)(?P<other> other)? "
_WEEKDAY = re.compile(rf"{_EACH}(?:{_DAYS})\b(?: (?:morning|afternoon|evening|night)\b)?")
_MONTH = re.compile(rf"{_EACH}(?:{_MONTHS})\b")
_UNIT = re.compile(rf"{_EACH}(?P<unit>hour|day|week|month|quarter|year|decade)\b")
_SHARP: dict[str, Precision] = {"hour": "minute", "day": "day", "week": "week", "month": "month", "quarter": "season"}


def find_recurring(scan: Scan) -> Iterator[Time]:
    """
    Yield recurring times as durations, `days` being how often they come round.

    They keep "every Monday" from being read as the last one.
    """
    if "every " not in scan.folded and " each " not in scan.folded:
        return
    for kind, pattern, length in (("weekday", _WEEKDAY, 7), ("month", _MONTH, 365)):
        for match in scan.matches(pattern, kind):
            if any(character.isupper() for character in scan.text[match.start() : match.end()]):
                yield _recurring(match, length, "week" if length == 7 else "year")
    for match in scan.matches(_UNIT, "unit"):
        days = UNIT_DAYS[match["unit"]]
        yield _recurring(match, round(days) if days >= 1 else None, _SHARP.get(match["unit"], "year"))


def _recurring(match: re.Match[str], days: int | None, precision: Precision) -> Time:
    length = 2 * days if days and match["other"] else days
    return Time(Span(*match.span()), "duration", None, None, precision, days=length)
