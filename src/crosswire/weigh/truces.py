"""Which truce a side was bound by on a day."""

import datetime as dt
from collections.abc import Sequence

from crosswire.model import Commitment


def truce_in_force(violator: str, day: dt.date | None, truces: Sequence[Commitment]) -> str | None:
    """Return the id of the truce that a side was bound by on a day, None without one."""
    if day is None:
        return None
    for one in truces:
        first, last = one.starts or one.made, one.deadline
        ended = min((change.day for change in one.changes if change.status == "withdrawn" and change.day), default=None)
        bound = violator in one.promisors and first is not None and first <= day
        if bound and (last is None or day <= last) and (ended is None or day <= ended):
            return one.id
    return None
