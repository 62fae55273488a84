"""Find where the reports disagree."""

from collections.abc import Mapping, Sequence

import msgspec

from crosswire.model import Claim, Dispute

from .likeness import Weights
from .origins import Trace
from .propositions import Proposition, Sides


class Bench(msgspec.Struct, frozen=True):
    """What disputes are looked for in: claims with their propositions, and the traces behind them."""

    groups: Sequence[Sequence[Proposition]]
    claims: Sequence[Claim]
    traces: Mapping[str, Trace]
    weights: Weights
    sides: Sides


def find_denials(bench: Bench) -> dict[str, list[str]]:
    return {}


def find_disputes(bench: Bench) -> list[Dispute]:
    return []
