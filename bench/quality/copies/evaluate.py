"""
Score the folding of near-copies on wirecopy-planted, next to MinHash on the same texts.

    python bench/quality/copies/evaluate.py            # prints the table in RESULTS.md

Gold: documents with an equal `origin`, op `embed` left out (it pastes paragraphs into another article, which must not
be folded as a whole; the `embed` column counts how many were). Every other pair is a negative, 360 of them reports of
the same story by other outlets. Cluster pairs are micro-averaged; the columns give, per operation, how many copies
stand in their original's cluster.
"""

import json
import time
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path

from crosswire.model import Article, Reading
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment
from crosswire.weigh.groups import Groups
from crosswire.weigh.homes import find_homes
from crosswire.weigh.outlets import outlet_book

DATA = Path(__file__).resolve().parents[3].parent / "shared/data/wirecopy-planted/wirecopy.jsonl"
Rows = list[dict[str, str]]
Clusters = dict[str, str]


def crosswire(rows: Rows) -> Clusters:
    """Fold with the product's own code: quotes found, speech masked, overlaps aligned."""
    articles = [Article(id=row["id"], text=row["text"], outlet=row["outlet"]) for row in rows]
    readings = {}
    for article in articles:
        sentences, paragraphs = segment(article)
        readings[article.id] = Reading(
            article.id, "bench", quotes=tuple(find_quotes(article.text, sentences, paragraphs))
        )
    return find_homes(articles, readings, outlet_book(())).family


def linked(rows: Rows, pairs: Iterable[tuple[str, str]]) -> Clusters:
    groups: Groups[str] = Groups(row["id"] for row in rows)
    for one, other in pairs:
        groups.join(one, other)
    return {row["id"]: groups.root(row["id"]) for row in rows}


def word_shingles(text: str, size: int) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]


def datasketch_minhash(rows: Rows, size: int = 3, least: float = 0.2) -> Clusters:
    """The setting the data's README gives its best figures for: 3-word shingles, J >= .2, 128 permutations."""
    from datasketch import MinHash, MinHashLSH

    index, prints = MinHashLSH(threshold=least, num_perm=128), {}
    for row in rows:
        sketch = MinHash(num_perm=128)
        sketch.update_batch([shingle.encode() for shingle in word_shingles(row["text"], size)])
        prints[row["id"]] = sketch
        index.insert(row["id"], sketch)
    pairs = ((key, other) for key, sketch in prints.items() for other in index.query(sketch))
    return linked(rows, ((a, b) for a, b in pairs if a != b and prints[a].jaccard(prints[b]) >= least))


def rensa_minhash(rows: Rows, size: int = 3, least: float = 0.2) -> Clusters:
    from rensa import RMinHash, RMinHashLSH

    index, prints = RMinHashLSH(threshold=least, num_perm=128, num_bands=64), {}
    for at, row in enumerate(rows):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(word_shingles(row["text"], size))
        prints[at] = sketch
        index.insert(at, sketch)
    found = ((at, other) for at, sketch in prints.items() for other in index.query(sketch) if other != at)
    return linked(rows, ((rows[a]["id"], rows[b]["id"]) for a, b in found if prints[a].jaccard(prints[b]) >= least))


def score(rows: Rows, clusters: Clusters) -> dict[str, float]:
    by_id = {row["id"]: row for row in rows}
    judged = [row["id"] for row in rows if row["op"] != "embed"]
    right = said = true = 0
    for one, other in combinations(judged, 2):
        same, found = by_id[one]["origin"] == by_id[other]["origin"], clusters[one] == clusters[other]
        right, said, true = right + (same and found), said + found, true + same
    precision, recall = right / max(1, said), right / max(1, true)
    return {"P": precision, "R": recall, "F1": 2 * right / max(1, said + true)}


def by_operation(rows: Rows, clusters: Clusters) -> dict[str, str]:
    """Return, by operation, how many copies share their original's cluster (embed: how many must not, and do)."""
    original = {row["origin"]: row["id"] for row in rows if row["op"] == "original"}
    found: dict[str, list[bool]] = {}
    for row in rows:
        if row["op"] != "original":
            found.setdefault(row["op"], []).append(clusters[row["id"]] == clusters[original[row["origin"]]])
    return {op: f"{sum(hits)}/{len(hits)}" for op, hits in sorted(found.items())}


def main() -> None:
    rows: Rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    systems: dict[str, Callable[[Rows], Clusters]] = {
        "Crosswire": crosswire,
        "datasketch MinHash, 3-word, J >= .2": datasketch_minhash,
        "rensa MinHash, 3-word, J >= .2": rensa_minhash,
    }
    operations = sorted({row["op"] for row in rows} - {"original"})
    print("| system | P | R | F1 | docs/s |", " | ".join(operations), "|")
    print("|---" * (5 + len(operations)) + "|")
    for name, system in systems.items():
        begun = time.perf_counter()
        try:
            clusters = system(rows)
        except ImportError as missing:
            print(f"| {name} | not run: {missing} |")
            continue
        speed = len(rows) / (time.perf_counter() - begun)
        figures, split = score(rows, clusters), by_operation(rows, clusters)
        numbers = " | ".join(f"{figures[key]:.3f}" for key in ("P", "R", "F1"))
        print(f"| {name} | {numbers} | {speed:,.0f} |", " | ".join(split[op] for op in operations), "|")


if __name__ == "__main__":
    main()
