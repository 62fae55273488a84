"""Where a commitment stands: what was delivered, what failed, and the status that follows on the date of the case."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.model import Change, CommitmentStatus, Delivery, Pledge

from .promised_things import exact, is_too_many
from .told import Ledger, Told, evidence_of

# Days before its last day from which a promise is due.
_DUE_DAYS = 7
_FINAL = frozenset({"withdrawn", "fulfilled"})
# Days by which two reports may date one delivery apart: one names the day, the other comes out on the next.
_SAME_DELIVERY = 1
# Days before a promise is said to be kept in which the other side's "not yet" contradicts that.
_SAME_BREATH = 3
# What is only not done yet.
_YET = re.compile(r"\b(?:not|n['’]t|has|have|had|is|are) (?:\w+ )?yet\b|\byet to\b")


class Kept(msgspec.Struct, frozen=True):
    """What one passage tells of the keeping of a promise; `voice` is the side whose word it is, None for a report's."""

    pledge: Pledge
    told: Told
    by: frozenset[str]
    voice: str | None

    @property
    def day(self) -> dt.date | None:
        """The day it happened, else that of the report."""
        return self.pledge.day.first if self.pledge.day else self.told.article.published

    @property
    def dated(self) -> dt.date | None:
        """The day the words give, None where they give none."""
        return self.pledge.day.first if self.pledge.day else None


class Standing(msgspec.Struct, frozen=True):
    """The state of one commitment."""

    status: CommitmentStatus
    changes: tuple[Change, ...]
    deliveries: tuple[Delivery, ...]
    delivered: float | None


def standing_of(
    ledger: Ledger,
    kept: Sequence[Kept],
    promisors: Sequence[str],
    promised: float | None,
    made: dt.date | None,
    deadline: dt.date | None,
    promise: Sequence[Told],
) -> Standing:
    """Return where a promise stands, with a change for each step that reports tell of."""
    deliveries, delivered = _deliveries(ledger, [one for one in kept if one.pledge.kind == "kept"], promised)
    steps = [_change("announced", made, promise, ledger)]
    steps += _progress(deliveries, promised)
    for one in sorted(kept, key=lambda one: (one.day or dt.date.max, one.told.order)):
        off = _is_still_due(one, deadline) or _is_too_late(one, deadline)
        if not off and (status := _turn(one, promisors)) is not None:
            steps.append(_change(status, one.day, [one.told], ledger))
    changes = _told_once(sorted(steps[1:], key=lambda one: (one.day or dt.date.max, one.status, one.evidence)))
    whole = [steps[0], *changes]
    if whole[-1].status == "fulfilled" and (contested := _contested(kept, promisors, ledger)) is not None:
        whole.append(contested)
    return Standing(_status(whole, made, deadline, ledger.as_of), tuple(whole), deliveries, delivered)


def _change(status: CommitmentStatus, day: dt.date | None, told: Sequence[Told], ledger: Ledger) -> Change:
    return Change(status, day, ledger.origins(told)[0], evidence_of(told))


def _deliveries(
    ledger: Ledger, kept: Sequence[Kept], promised: float | None
) -> tuple[tuple[Delivery, ...], float | None]:
    """Return the deliveries in order and how many they come to; a running total outweighs the sum of what is dated."""
    parts = [one for one in kept if not one.pledge.total and not one.pledge.left]
    groups: list[list[Kept]] = []
    for one in sorted(parts, key=lambda one: (one.dated is None, one.day or dt.date.max, one.told.order)):
        home = next((group for group in groups if any(_same(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    found = _until_full(sorted((_delivery(group, ledger, promised) for group in groups), key=_in_time), promised)
    if promised is None:
        return tuple(found), None
    done = sum(one.quantity or 0.0 for one in found)
    totals = _totals(ledger, [one for one in kept if one.pledge.total or one.pledge.left], promised)
    for total in totals:
        if total.total is None or is_too_many(total.total, promised):
            continue
        before = sum(one.quantity or 0.0 for one in found if one.day and total.day and one.day <= total.day)
        if total.total > before:
            found.append(msgspec.structs.replace(total, quantity=total.total - before))
        done = max(sum(one.quantity or 0.0 for one in found), total.total)
    return tuple(sorted(found, key=_in_time)), done if found else None


def _in_time(one: Delivery) -> tuple[object, ...]:
    return (one.day or dt.date.max, one.quantity or 0.0, one.evidence)


def _until_full(deliveries: Iterable[Delivery], promised: float | None) -> list[Delivery]:
    """Return the deliveries up to the one that completes the promise: what is handed over later is another's."""
    found: list[Delivery] = []
    for one in deliveries:
        if promised is not None and sum(held.quantity or 0.0 for held in found) >= promised:
            break
        found.append(one)
    return found


def _same(one: Kept, other: Kept) -> bool:
    """Tell whether two passages tell of one delivery."""
    ours, theirs = exact(one.pledge), exact(other.pledge)
    if ours is not None and theirs is not None and ours != theirs:
        return False
    if one.day is None or other.day is None:
        return True
    near = abs((one.day - other.day).days)
    if one.dated and other.dated:
        return near == 0
    # An undated report may come out any time after what it looks back on.
    late = one if one.dated is None else other
    first = other if late is one else one
    return near <= _SAME_DELIVERY or (late.day or dt.date.max) >= (first.day or dt.date.min)


def _at_least(one: Kept, promised: float | None) -> float | None:
    """Return the least that a passage tells of where that is all that was promised: "more than 7,000", of 6,000."""
    least = one.pledge.quantity.low if one.pledge.quantity is not None else None
    return least if promised is not None and least is not None and least >= promised else None


def _delivery(group: Sequence[Kept], ledger: Ledger, promised: float | None) -> Delivery:
    told = [one.told for one in group]
    day = min((one.dated for one in group if one.dated), default=None)
    counts = [exact(one.pledge) for one in group] + [_at_least(one, promised) for one in group]
    count = next((count for count in counts if count is not None), None)
    day = day or min((one.day for one in group if one.day), default=None)
    return Delivery(day, count, None, ledger.origins(told)[0], evidence_of(told))


def _totals(ledger: Ledger, kept: Iterable[Kept], promised: float) -> list[Delivery]:
    """Return the running totals by day; what is left counts from the promise, the better supported count wins."""
    by_day: dict[tuple[dt.date, float], list[Kept]] = defaultdict(list)
    for one in kept:
        count = exact(one.pledge)
        count = _at_least(one, promised) if count is None and not one.pledge.left else count
        day = one.told.article.published
        if count is None or day is None or is_too_many(count, promised) or (one.pledge.left and count > promised):
            continue
        by_day[day, promised - count if one.pledge.left else count].append(one)
    best: dict[dt.date, tuple[int, float, list[Kept]]] = {}
    for (day, count), held in sorted(by_day.items()):
        voices = ledger.origins(one.told for one in held)[1] + any(not one.pledge.left for one in held)
        if day not in best or voices > best[day][0]:
            best[day] = (voices, count, held)
    return [
        Delivery(day, None, count, ledger.origins(one.told for one in held)[0], evidence_of(one.told for one in held))
        for day, (_, count, held) in sorted(best.items())
    ]


def _progress(deliveries: Sequence[Delivery], promised: float | None) -> list[Change]:
    """Return the changes that deliveries make: partial until all is done; without a count, one is all."""
    done, found = 0.0, list[Change]()
    for one in deliveries:
        done = max(done + (one.quantity or 0.0), one.total or 0.0)
        status: CommitmentStatus = "partial" if promised is not None and done < promised else "fulfilled"
        if promised is not None and one.quantity is None:
            continue
        if found and found[-1].status == "fulfilled":
            break
        found.append(Change(status, one.day, one.origins, one.evidence))
    return found


def _is_still_due(one: Kept, deadline: dt.date | None) -> bool:
    """Tell whether a passage only says of a day before the deadline that a thing is not done yet: nothing is broken."""
    early = deadline is not None and one.day is not None and one.day < deadline
    return early and one.pledge.kind == "failed" and _YET.search(one.told.evidence.quote) is not None


def _is_too_late(one: Kept, deadline: dt.date | None) -> bool:
    """Tell whether a passage takes back what had fallen due before: it is another promise that is suspended then."""
    return one.pledge.kind == "ended" and deadline is not None and one.day is not None and one.day > deadline


def _turn(one: Kept, promisors: Sequence[str]) -> CommitmentStatus | None:
    """Return what a passage that tells of no delivery makes of a promise."""
    if one.pledge.kind == "done":
        return "fulfilled"
    if one.pledge.kind == "begun":
        return "partial"
    if one.pledge.kind == "ended":
        return "withdrawn"
    if one.pledge.kind == "denied":
        return "disputed"
    if one.pledge.kind != "failed":
        return None
    # Who says that the other side broke it alleges that; who says so of itself admits it; a report tells of it.
    charged = (one.voice is not None or one.told.statement.act == "ACCUSE") and one.voice not in promisors[:1]
    mutual = len(one.by) > 1 or (one.voice in promisors and len(promisors) > 1)
    return "disputed" if charged or mutual else "breached"


def _contested(kept: Sequence[Kept], promisors: Sequence[str], ledger: Ledger) -> Change | None:
    """
    Return the dispute over a promise that only who owed it says to have kept, and another side says was not.

    A charge from before the keeping is said is over by then, unless it is of the same days.
    """
    done = [one for one in kept if one.pledge.kind in ("kept", "done")]
    if not done or not all(_is_own_word(one, promisors) for one in done):
        return None
    since = min((one.day for one in done if one.day), default=None)
    charges = [
        one
        for one in kept
        if one.pledge.kind == "failed"
        and one.voice is not None
        and one.voice not in (one.by or promisors[:1])
        and (since is None or one.day is None or (since - one.day).days <= _SAME_BREATH)
    ]
    if not charges:
        return None
    day = max((one.day for one in (*done, *charges) if one.day), default=None)
    return _change("disputed", day, [one.told for one in (*done, *charges)], ledger)


def _is_own_word(one: Kept, promisors: Sequence[str]) -> bool:
    """Tell whether who owed a promise says so himself, where a report does not tell it in its own voice."""
    spoken = one.told.statement.speaker is not None or one.told.trace.camp == f"speaker:{one.voice}"
    return spoken and one.voice is not None and one.voice in (one.by or promisors)


def _told_once(changes: Sequence[Change]) -> list[Change]:
    """Bring changes to one status together; a promise taken back or kept in full is not broken afterwards."""
    found: list[Change] = []
    for one in changes:
        if found and found[-1].status in _FINAL and one.status in ("disputed", "breached", "partial"):
            continue
        if found and found[-1].status == one.status and (one.status != "partial" or found[-1].day == one.day):
            last = found.pop()
            one = msgspec.structs.replace(one, day=last.day)
            origins = tuple(sorted({*last.origins, *one.origins}))
            one = Change(one.status, one.day, origins, tuple(dict.fromkeys((*last.evidence, *one.evidence))))
        found.append(one)
    return found


def _status(
    changes: Sequence[Change], made: dt.date | None, deadline: dt.date | None, as_of: dt.date | None
) -> CommitmentStatus:
    last = changes[-1].status
    if last != "announced" or deadline is None or as_of is None:
        return last
    if as_of > deadline:
        return "lapsed"
    return "due" if (deadline - as_of).days <= _DUE_DAYS else last
