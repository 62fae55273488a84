"""
Score the root of a relation on the sentences of PLV-relations that stand in PLOVER's gold standard records.

    python -m bench.quality.plover.evaluate [--errors]

A sentence comes with its source and target, as in the published comparisons; its root is asked. Neither these sentences
nor the gold standard records were trained on. The data lies beside the checkout.
"""

import argparse
import json
import re
from pathlib import Path

from bench.quality.labels import Pair, accuracy, confusions, macro_f1, shown
from crosswire.model import Article
from crosswire.read.encoder import load
from crosswire.read.encoder.root_words import joined_root, root_words
from crosswire.read.segment import segment

DATA = Path(__file__).resolve().parents[3].parent / "shared/data/plv-relations/plv_test_in_gsr.jsonl"
_TAG = re.compile(r"<(/?)([st])>")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list the ids of sentences read wrong")
    options = parser.parse_args()
    found = read_pairs()
    if options.errors:
        for name, (gold, root) in found:
            if gold != root:
                print(f"{name}: want {gold}, found {root}")
    pairs = [pair for _, pair in found]
    print(f"{len(pairs)} relations")
    print(shown("root macro-F1", pairs, macro_f1))
    print(shown("root accuracy", pairs, accuracy))
    print("\n".join(["", *confusions(pairs)]))


def read_pairs() -> list[tuple[str, Pair]]:
    """Return each relation with its root in the gold and as read."""
    encoder = load()
    found = []
    for line in DATA.read_text(encoding="utf-8").splitlines():
        row: dict[str, str] = json.loads(line)
        text, marks = unmarked(row["marked"])
        article = Article(row["id"], text)
        _, sight = encoder.look(article, segment(article)[0])
        found.append((row["id"], (row["root"], joined_root(sight, root_words(), article, marks))))
    return found


def unmarked(marked: str) -> tuple[str, list[int]]:
    """
    Return a text without its marks, and of each character whether it is the source's (1) or the target's (2).

    >>> unmarked("<s>A</s> met <t>B</t>")
    ('A met B', [1, 0, 0, 0, 0, 0, 2])
    """
    text, marks, mark, done = "", [], 0, 0
    for tag in [*_TAG.finditer(marked), None]:
        stop = tag.start() if tag else len(marked)
        text += marked[done:stop]
        marks += [mark] * (stop - done)
        if tag:
            mark, done = 0 if tag[1] else " st".index(tag[2]), tag.end()
    return text, marks


if __name__ == "__main__":
    main()
