"""What stances are read with: the case's articles, actors and rounds, and what the packs say of bargaining."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from crosswire.model import Actor, Article, Evidence, Move, Round, Statement, Time

from .bearings import Bearing
from .both_sides import BothSides
from .origins import Trace
from .topics import Topics


class Reader(msgspec.Struct, frozen=True):
    """What stances are read with: articles, actors, traces, rounds, and the topics of negotiation."""

    articles: Mapping[str, Article]
    actors: Mapping[str, Actor]
    traces: Mapping[str, Trace]
    rounds: Sequence[Round]
    # The round that a sentence names by its number.
    numbered: Mapping[Evidence, Round]
    topics: Topics
    times: Mapping[str, Sequence[Time]]
    mediators: AbstractSet[str]
    # Whether what is said hangs on a condition, and whether it tells of an approval at home.
    hinges: Callable[[Statement], bool]
    approves: Callable[[Statement], bool]
    side: Callable[[str], str]
    both: BothSides = BothSides()
    # The clauses of each statement that take a stand.
    moves: Mapping[str, Sequence[Move]] = {}
    # The articles that speak of talks at all.
    talking: AbstractSet[str] = frozenset()
    # The articles that tell of an agreement reached: what a side undertakes there, it has accepted.
    agreed: AbstractSet[tuple[str, str]] = frozenset()
    pledging: AbstractSet[str] = frozenset()
    # What the words of a stance say of its order and direction.
    bearings: Callable[[Statement, str], frozenset[Bearing]] = lambda said, words: frozenset()
    # Whether who tells a side's stand speaks for no government.
    hearsay: Callable[[Statement, str], bool] = lambda said, party: False
