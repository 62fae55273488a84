"""
Score the realis of what a sentence tells on the gold of bench/gold/acts.

    python -m bench.quality.realis.evaluate [train|test|test2|test3] [--errors] [--rules]

Negatives are left out: where nothing is told there is no realis. A sentence in which no statement was found counts as
wrong. "reported" is a statement that is hedged and that nobody named makes.
"""

import argparse

from bench.gold import Split, act_rows
from bench.quality.acts.evaluate import NONE, read_rows
from bench.quality.labels import Pair, accuracy, confusions, macro_f1, shown
from crosswire.read import choose_annotator
from crosswire.read.annotator import Annotator


def main() -> None:
    """Print the tables of one split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", nargs="?", default="test", choices=["train", "test", "test2", "test3"])
    parser.add_argument("--errors", action="store_true", help="list the sentences read wrong (for train)")
    parser.add_argument("--rules", action="store_true", help="read by rules alone")
    options = parser.parse_args()
    reader = choose_annotator(fast=options.rules)
    read = read_pairs(options.split, reader)
    if options.errors:
        for text, (gold, found) in read:
            if gold != found:
                print(f"want {gold}, found {found}: {text}")
    pairs = [pair for _, pair in read]
    print(f"{options.split}: {len(pairs)} sentences that tell an act, read by {reader.name}")
    print(shown("realis macro-F1", pairs, macro_f1))
    print(shown("realis accuracy", pairs, accuracy))
    print("\n".join(["", *confusions(pairs)]))


def read_pairs(split: Split, reader: Annotator | None = None) -> list[tuple[str, Pair]]:
    """Return each sentence that tells an act, with its realis in the gold and as read (by rules, without a reader)."""
    rows = [row for row in act_rows(split) if row.act != NONE]
    return [(row.text, (row.realis, one.realis)) for row, one in zip(rows, read_rows(rows, reader), strict=True)]


if __name__ == "__main__":
    main()
