"""The common core of a claim: the stems of its wordings that more than one independent voice stands behind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crosswire.model import Statement
from crosswire.text.tokens import terms

from .propositions import Lens, Proposition
from .synonyms import canonical

# What is compared across camps: a canonical stem, a day, an amount, a side.
_Mark = tuple[object, ...]


def shared_stems(said: Sequence[tuple[str, Proposition]], lens: Lens) -> frozenset[str]:
    """
    Return the stems that stand for something two camps say; `said` pairs each statement with its camp.

    Synonyms count as one, and words for the same day, amount or side do, however each report writes them.
    """
    stems: dict[_Mark, set[str]] = defaultdict(set)
    camps: dict[_Mark, set[str]] = defaultdict(set)
    for camp, item in said:
        for mark, words in _marks(item, lens):
            stems[mark].update(words)
            camps[mark].add(camp)
    return frozenset(stem for mark, found in stems.items() if len(camps[mark]) > 1 for stem in found)


def _marks(item: Proposition, lens: Lens) -> Iterator[tuple[_Mark, Iterable[str]]]:
    """Yield what a statement says, each with its stems; a day may have none ("May 8")."""
    said = item.statement
    for stem in said.terms:
        for word in canonical((stem,)) or (stem,):
            yield ("stem", word), (stem,)
    for when in (said.event_date, *said.times) if said.event_date else said.times:
        yield ("day", when.first, when.last), _stems(said, when.start, when.end)
    for figure in said.figures:
        yield ("amount", figure.low, figure.high), _stems(said, figure.start, figure.end)
    for actor in said.actors:
        names = lens.names.get(actor, frozenset())
        yield ("side", lens.sides.of(actor)), [stem for stem in said.terms if stem in names]


def _stems(said: Statement, start: int, end: int) -> tuple[str, ...]:
    """Return the stems of a stretch of the article, when the statement's evidence holds it."""
    first = said.evidence.start
    return terms(said.evidence.quote[start - first : end - first]) if first <= start < end <= said.evidence.end else ()
