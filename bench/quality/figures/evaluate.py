"""
Score counted quantities on the gold of bench/gold/figures.

    python -m bench.quality.figures.evaluate [train|test] [--errors]

A figure found belongs to the gold figure it meets. It is exact when value (both bounds), unit and qualifier are the
gold's; its words are exact when the span is too. A sentence is right when all its figures are exact and none is made
up. Intervals are over sentences.
"""

import argparse
from collections import Counter
from collections.abc import Sequence

import msgspec

from bench.gold import FigureRow, GoldFigure, figure_rows
from bench.peers.intervals import Counts, f1, with_interval
from crosswire.model import Figure
from crosswire.packs import load
from crosswire.read.figures import find_figures
from crosswire.text.sentences import split_sentences

# A third is 33.3 % to some and 33.33 % to others.
_NEAR = 0.1


class Judged(msgspec.Struct, frozen=True):
    """One sentence: its gold and found figures in pairs (None where one side has none)."""

    row: FigureRow
    pairs: tuple[tuple[GoldFigure | None, Figure | None], ...]

    @property
    def exact(self) -> int:
        """How many figures are exact."""
        return sum(not errors(gold, found) for gold, found in self.pairs)

    @property
    def counts(self) -> Counts:
        """Exact, found and wanted figures."""
        found = sum(found is not None for _, found in self.pairs)
        return self.exact, found, sum(gold is not None for gold, _ in self.pairs)


def main() -> None:
    """Print the table of one split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", nargs="?", default="test", choices=["train", "test"])
    parser.add_argument("--errors", action="store_true", help="list the figures read wrong (for train)")
    options = parser.parse_args()
    judged = judge(figure_rows(options.split))
    kinds = Counter(kind for one in judged for gold, found in one.pairs for kind in errors(gold, found))
    if options.errors:
        for one in judged:
            for gold, found in one.pairs:
                if errors(gold, found):
                    print(f"{one.row.id} {', '.join(errors(gold, found))}: {one.row.text}\n    {gold}\n    {found}")
    print(f"{options.split}: {len(judged)} sentences, {sum(one.counts[2] for one in judged):.0f} figures")
    print("exact F1", with_interval([one.counts for one in judged], f1))
    print(
        "sentences right", with_interval([(float(right(one)), 1.0) for one in judged], lambda sums: sums[0] / sums[1])
    )
    matched = [(gold, found) for one in judged for gold, found in one.pairs if gold and found]
    for name, hits in shares(matched).items():
        print(f"{name} right {hits}/{len(matched)} of the figures found")
    print("errors:", ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) or "none")


def judge(rows: Sequence[FigureRow]) -> list[Judged]:
    """Read every sentence alone and pair its figures with the gold's."""
    packs = load("core", "negotiation")
    return [Judged(row, _paired(row.figures, find_figures(row.text, split_sentences(row.text), packs))) for row in rows]


def right(judged: Judged) -> bool:
    """Tell whether all figures of a sentence are exact."""
    return judged.exact == len(judged.pairs)


def errors(gold: GoldFigure | None, found: Figure | None) -> list[str]:
    """Return what is wrong with a figure, empty when it is exact."""
    if gold is None or found is None:
        return ["missed" if found is None else "made up"]
    wrong = {
        "value": not (_same(gold.low, found.low) and _same(gold.high, found.high)),
        "unit": gold.unit != found.unit,
        "qualifier": gold.qualifier != found.qualifier,
    }
    return [name for name, is_wrong in wrong.items() if is_wrong]


def shares(matched: Sequence[tuple[GoldFigure, Figure]]) -> dict[str, int]:
    """Count what is right of the figures found, part by part."""
    return {
        "value": sum("value" not in errors(gold, found) for gold, found in matched),
        "unit": sum(gold.unit == found.unit for gold, found in matched),
        "qualifier": sum(gold.qualifier == found.qualifier for gold, found in matched),
        "each": sum(gold.each == found.each for gold, found in matched),
        "subset": sum(gold.subset == found.subset for gold, found in matched),
        "span": sum((gold.start, gold.end) == (found.span.start, found.span.end) for gold, found in matched),
    }


def _paired(
    golds: Sequence[GoldFigure], found: Sequence[Figure]
) -> tuple[tuple[GoldFigure | None, Figure | None], ...]:
    left = list(found)
    pairs: list[tuple[GoldFigure | None, Figure | None]] = []
    for gold in golds:
        mate = next((one for one in left if one.span.start < gold.end and gold.start < one.span.end), None)
        if mate is not None:
            left.remove(mate)
        pairs.append((gold, mate))
    return (*pairs, *((None, one) for one in left))


def _same(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) < _NEAR)


if __name__ == "__main__":
    main()
