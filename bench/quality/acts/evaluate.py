"""
Score what a sentence tells on the gold of bench/gold/acts: the act, who does it, to whom.

    python -m bench.quality.acts.evaluate [train|test|test2|test3] [--errors] [--rules]

Every sentence is read alone, as an article of its own. Its act is that of the first statement that tells any; where a
statement merely passes on a deed ("..., officials said": STATE with an event), the deed. A STATE that nobody says is
"none". A source or target is right when a mention of the actor read, or the source's words, meets the gold's words.
"""

import argparse
import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from bench.gold import ActRow, Place, act_rows
from bench.quality.labels import accuracy, confusions, macro_f1, shown
from crosswire.model import Article, Reading, Span, Statement
from crosswire.packs import Packs, load
from crosswire.read import choose_annotator, read_article
from crosswire.read.annotator import Annotator, RuleAnnotator

NONE = "none"
MISSING = "no statement"


class Found(msgspec.Struct, frozen=True):
    """What was read in a sentence: its act and realis, and whether source and target are the gold's."""

    act: str
    realis: str
    source: bool
    target: bool


def main() -> None:
    """Print the tables of one split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", nargs="?", default="test", choices=["train", "test", "test2", "test3"])
    parser.add_argument("--errors", action="store_true", help="list the sentences read wrong (for train)")
    parser.add_argument("--rules", action="store_true", help="read by rules alone")
    options = parser.parse_args()
    rows = act_rows(options.split)
    reader = choose_annotator(fast=options.rules)
    found = read_rows(rows, reader)
    pairs = [(row.act, one.act) for row, one in zip(rows, found, strict=True)]
    if options.errors:
        for row, one in zip(rows, found, strict=True):
            if row.act != one.act:
                print(f"{row.id} want {row.act}, found {one.act}: {row.text}")
    print(f"{options.split}: {len(rows)} sentences, read by {reader.name}")
    print(shown("act macro-F1", pairs, macro_f1))
    print(shown("act accuracy", pairs, accuracy))
    for name in ("source", "target"):
        right, count = share(rows, found, name)
        print(f"{name} right {right}/{count}")
    print("\n".join(["", *confusions(pairs)]))


def read_rows(rows: Iterable[ActRow], reader: Annotator | None = None) -> list[Found]:
    """Read every sentence with the packs that know no conflict, by rules alone unless a reader is given."""
    packs = load("core", "negotiation")
    return [read_row(row, packs, reader or RuleAnnotator()) for row in rows]


def read_row(row: ActRow, packs: Packs, reader: Annotator) -> Found:
    """Read one sentence and compare its source and target."""
    reading = read_article(Article("gold", row.text, published=dt.date(2024, 5, 15)), packs, reader)
    chosen = _chosen(reading.statements)
    if chosen is None:
        return Found(NONE, MISSING, source=False, target=False)
    sources = [row.source] if row.source else []
    agent, target = _roles(chosen)
    own = chosen.source is not None and chosen.speaker == agent and _meets([chosen.source], sources)
    return Found(
        told_act(chosen),
        realis_of(chosen),
        source=own or _meets(_places(reading, agent), sources),
        target=_meets(_places(reading, target), row.targets),
    )


def told_act(statement: Statement) -> str:
    """Return the act a statement tells: its own, the deed it passes on, or none."""
    if statement.act != "STATE":
        return statement.act
    if statement.event is not None:
        return statement.event
    return "STATE" if statement.speaker or statement.unnamed else NONE


def realis_of(statement: Statement) -> str:
    """Return a statement's realis; what it hedges and nobody named says is merely reported."""
    if statement.realis == "actual" and statement.hedged and statement.speaker is None:
        return "reported"
    return statement.realis


def share(rows: Sequence[ActRow], found: Sequence[Found], name: str) -> tuple[int, int]:
    """Return how many sources (targets) are right, of the sentences whose gold has one."""
    wanted = [(row.source is not None) if name == "source" else bool(row.targets) for row in rows]
    right = [one.source if name == "source" else one.target for one in found]
    return sum(hit for hit, has in zip(right, wanted, strict=True) if has), sum(wanted)


def _chosen(statements: Sequence[Statement]) -> Statement | None:
    telling = (one for one in statements if told_act(one) != NONE)
    return next(telling, statements[0] if statements else None)


def _roles(statement: Statement) -> tuple[str | None, str | None]:
    if statement.act == "STATE" and statement.event is not None:
        return statement.event_agent, statement.event_target
    return statement.agent or statement.speaker, statement.target


def _places(reading: Reading, actor: str | None) -> list[Span]:
    return [one.full for one in reading.mentions if actor is not None and one.actor == actor]


def _meets(spans: Iterable[Span], places: Sequence[Place]) -> bool:
    return any(span.start < end and start < span.end for span in spans for start, end in places)


if __name__ == "__main__":
    main()
