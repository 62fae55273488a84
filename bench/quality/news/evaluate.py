"""
Score both ledgers on sentences of real news (`bench/gold/news`): which rows rest on them, and whose those are.

    python -m bench.quality.news.evaluate [dev|test] [--errors]

Each report is a case of its own, read by rules. `--errors` is for dev: of the test only totals may be looked at.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from bench import AbsentError
from bench.quality.timelines.corpus import Topic, load_topic
from crosswire.model import Article, Commitment, Dossier, Incident
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

GOLD = Path(__file__).resolve().parents[2] / "gold" / "news"
Row = dict[str, Any]
_TOLLS = ("killed", "wounded")


def rows(split: str) -> list[Row]:
    """Return the labelled sentences of one split."""
    return [json.loads(line) for line in (GOLD / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()]


def score(split: str) -> tuple[dict[str, float], list[str]]:
    """Return precision and recall of both kinds and the share of right tolls, and every miss in words."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows(split):
        by_article[row["article"]].append(row)
    for name, held in sorted(by_article.items()):
        article = _article(name)
        if hashlib.sha256(article.text.encode()).hexdigest()[:12] != held[0]["sha"]:
            raise AbsentError(f"report {name} of ../shared/data is not the one that was labelled")
        dossier = _weighed(article)
        for row in held:
            misses += _count(row, _resting(row, dossier), counts)
    found = {
        f"{kind}s {rate}": counts[f"{kind} right"] / max(1, counts[f"{kind} {base}"])
        for kind in ("incident", "promise")
        for rate, base in (("precision", "found"), ("recall", "wanted"))
    }
    return {**found, "tolls right": counts["toll right"] / max(1, counts["toll"])}, misses


def _count(row: Row, found: Sequence[Incident | Commitment], counts: Counter[str]) -> Iterator[str]:
    kind, wanted = row["kind"], row["by"]
    if row.get("optional"):
        return
    right = [one for one in found if not set(wanted).isdisjoint(_sides(one))]
    counts[f"{kind} wanted"] += bool(wanted)
    counts[f"{kind} right"] += bool(right)
    # Two promises in one sentence are one right answer; every side that does not belong there is a wrong one.
    wrong = {_sides(one) for one in found if one not in right}
    counts[f"{kind} found"] += bool(right) + len(wrong)
    if wanted and not right:
        yield f"{row['article']} {row['start']} {kind} MISSED {wanted}"
    yield from (f"{row['article']} {row['start']} {kind} INVENTED {sides}" for sides in sorted(wrong))
    for toll in _TOLLS:
        if toll in row and right:
            counts["toll"] += 1
            best = {one.kind: one.best for one in getattr(right[0], "tolls", ())}
            counts["toll right"] += best.get(toll) == row[toll]
            if best.get(toll) != row[toll]:
                yield f"{row['article']} {row['start']} {toll} {row[toll]}, found {best.get(toll)}"


def _sides(one: Incident | Commitment) -> tuple[str, ...]:
    return (one.violator,) if isinstance(one, Incident) else one.promisors


def _resting(row: Row, dossier: Dossier) -> list[Incident | Commitment]:
    """Return the ledger's rows that rest on a sentence."""
    held: Sequence[Incident | Commitment]
    held = dossier.incidents if row["kind"] == "incident" else dossier.commitments
    return [one for one in held if any(span.start < row["end"] and row["start"] < span.end for span in one.evidence)]


def _weighed(article: Article) -> Dossier:
    packs = load("core", "negotiation")
    return weigh([article], [read_article(article, packs)], packs.outlets)


def _article(name: str) -> Article:
    topic, _, number = name.rpartition("-")
    return _topic(topic).articles[int(number)]


@lru_cache(maxsize=8)
def _topic(name: str) -> Topic:
    return load_topic(name)


def main() -> None:
    """Print the table of one split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", nargs="?", default="dev", choices=["dev", "test"])
    parser.add_argument("--errors", action="store_true", help="list what was missed and made up (dev only)")
    options = parser.parse_args()
    found, misses = score(options.split)
    for name, rate in found.items():
        print(f"{options.split} {name:22} {rate:.3f}")
    if options.errors and options.split == "dev":
        print("\n".join(misses))


if __name__ == "__main__":
    main()
