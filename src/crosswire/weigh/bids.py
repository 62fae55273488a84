"""Reports of one bid that share few words: a side asks or offers one rate on one matter, or is ready to talk again."""

import re
from collections.abc import Hashable

from crosswire.model import Statement

from .propositions import Lens, Proposition

# A rate is a bid's own mark; a count of people or days may be anything's.
_RATE = "%"
BIDS = frozenset({"DEMAND", "OFFER", "PROPOSE"})
# Days between two reports of one bid: the next round brings the next bid, but may repeat this one.
_FRESH = 5


# "Is ready to resume talks", "its team is prepared to return to the table": what each report words anew.
_READY = re.compile(
    r"\b(?:ready|readiness|prepared|willing\w*|open) (?:to|for) (?:[\w'’-]+ ){0,5}?"
    r"(?:talks?|negotiat\w+|dialogue|return|meetings?|table|round)\b",
    re.IGNORECASE,
)
# ... on a condition, which makes it another bid.
_HANGS = re.compile(r"\b(?:if|once|provid\w+|only|unless|until|after|when|condition\w*)\b", re.IGNORECASE)


def bid_marks(item: Proposition) -> list[tuple[Hashable, ...]]:
    """Return what stands for the shared words of two reports of one bid: its act and rate, or that one is ready."""
    if _is_ready(item):
        return [("ready", item.act, 0), ("ready", item.act, 1)]
    rate = _rate(item)
    return [] if rate is None else [("bid", item.act, rate, 0), ("bid", item.act, rate, 1)]


def ready_alike(one: Proposition, other: Proposition, lens: Lens) -> bool:
    """Tell whether both report that a side is ready for talks: whatever the tense or whoever the talks are with."""
    return _is_ready(one) and _is_ready(other) and same_bid(one, other, lens)


def same_bid(one: Proposition, other: Proposition, lens: Lens) -> bool:
    """
    Tell whether both report that one side demands, offers or proposes one rate, or is ready for talks, in one week.

    Bids on different matters, of unnamed bidders or far apart in time stay two; so do two rates of one report. Its
    headline, lead and body all say that a side is ready.
    """
    rate = _rate(one)
    ready = rate is None and _is_ready(one) and _is_ready(other)
    if (rate is None and not ready) or rate != _rate(other) or one.act != other.act:
        return False
    if one.family == other.family and not ready:
        return False
    if one.agent is None or other.agent is None or lens.sides.of(one.agent) != lens.sides.of(other.agent):
        return False
    if one.published is None or other.published is None or abs((one.published - other.published).days) > _FRESH:
        return False
    if ready and not _one_place(one.statement, other.statement, lens):
        return False
    ours, theirs = set(one.statement.issues), set(other.statement.issues)
    return not ours or not theirs or bool(ours & theirs)


def _rate(item: Proposition) -> Hashable:
    """Return the one rate of a bid that is made and not taken back; None when there are two, or another act."""
    if item.act not in BIDS or item.negated:
        return None
    rates = {(low, high) for low, high, _ in item.amounts.get(_RATE, ())}
    return next(iter(rates)) if len(rates) == 1 else None


def _is_ready(item: Proposition) -> bool:
    """Tell whether a side offers to talk, on nothing but that: no figure, no day."""
    if item.act != "OFFER" or item.negated or item.amounts:
        return False
    said = _said(item.statement)
    return _READY.search(said) is not None and _HANGS.search(said) is None


def _said(said: Statement) -> str:
    start = said.evidence.start
    pieces = (said.evidence.quote[max(0, one.start - start) : max(0, one.end - start)] for one in said.contents)
    return " ".join(pieces)


def _one_place(ours: Statement, theirs: Statement, lens: Lens) -> bool:
    """Tell whether two offers to talk name a place of talks in common, or one of them none."""
    places = [{one for one in said.actors if _is_place(one, lens)} for said in (ours, theirs)]
    return not all(places) or bool(places[0] & places[1])


def _is_place(actor: str, lens: Lens) -> bool:
    known = lens.sides.actors.get(actor)
    return known is not None and known.kind == "place"
