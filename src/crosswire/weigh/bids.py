"""Reports of one bid that share few words: the same side asks or offers the same rate on the same matter."""

from collections.abc import Hashable

from .propositions import Lens, Proposition

# A rate is a bid's own mark; a count of people or days may be anything's.
_RATE = "%"
BIDS = frozenset({"DEMAND", "OFFER", "PROPOSE"})
# Days between two reports of one bid: the next round brings the next bid, but may repeat this one.
_FRESH = 5


def bid_marks(item: Proposition) -> list[tuple[Hashable, ...]]:
    """Return what stands for the shared words of two reports of one bid: its act and rate."""
    rate = _rate(item)
    return [] if rate is None else [("bid", item.act, rate, 0), ("bid", item.act, rate, 1)]


def same_bid(one: Proposition, other: Proposition, lens: Lens) -> bool:
    """
    Tell whether both report that one side demands, offers or proposes one rate: "offered 3.5 percent".

    Bids on different matters, of unnamed bidders or far apart in time stay two; so do two passages of one report.
    """
    rate = _rate(one)
    if rate is None or rate != _rate(other) or one.act != other.act or one.family == other.family:
        return False
    if one.agent is None or other.agent is None or lens.sides.of(one.agent) != lens.sides.of(other.agent):
        return False
    if one.published is None or other.published is None or abs((one.published - other.published).days) > _FRESH:
        return False
    ours, theirs = set(one.statement.issues), set(other.statement.issues)
    return not ours or not theirs or bool(ours & theirs)


def _rate(item: Proposition) -> Hashable:
    """Return the one rate of a bid that is made and not taken back; None when there are two, or another act."""
    if item.act not in BIDS or item.negated:
        return None
    rates = {(low, high) for low, high, _ in item.amounts.get(_RATE, ())}
    return next(iter(rates)) if len(rates) == 1 else None
