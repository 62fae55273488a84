"""
Score act, roles and realis of single sentences against gold of our own.

    python bench/quality/acts/score.py [dev|test] [--errors]

Every sentence of gold.jsonl is read alone; its first statement counts. Even lines are dev (tuned on), odd lines test.
`*` in a gold field is not scored, `-` means nobody. An actor is right when its name holds the gold name or the reverse.
Macro-F1 is over the acts that occur in the split's gold.
"""

import argparse
import datetime as dt
import json
from pathlib import Path

from crosswire.model import Article, Reading, Statement
from crosswire.packs import Packs, load
from crosswire.read import read_article

GOLD = Path(__file__).with_name("gold.jsonl")
NOT_SCORED = "*"
Row = dict[str, str]


def main() -> None:
    """Print the table of one split."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", nargs="?", default="dev", choices=["dev", "test"])
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    packs = load("core", "negotiation")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    rows = rows[options.split == "test" :: 2]
    pairs: list[tuple[str, str]] = []
    right = {"agent": [0, 0], "target": [0, 0], "realis": [0, 0]}
    for row in rows:
        reading, found = first_statement(row, packs)
        # A sentence that tells of nothing may give no statement at all: both are "no act".
        act = found.act if found else "STATE" if row["act"] == "STATE" else "NONE"
        wrong = []
        if row["act"] != NOT_SCORED:
            pairs.append((row["act"], act))
            wrong += [f"act {act}"] if act != row["act"] else []
        for field in right:
            if row[field] == NOT_SCORED or found is None or (row["act"] in ("NONE", "STATE") and field == "target"):
                continue
            right[field][1] += 1
            value = getattr(found, field)
            good = value == row[field] if field == "realis" else same_actor(reading, value, row[field])
            right[field][0] += good
            wrong += [] if good else [f"{field} {value}"]
        if wrong and options.errors:
            print(
                f"{row['text']}\n    want {row['act']} {row['agent']} {row['target']} {row['realis']}:",
                "; ".join(wrong),
            )
    accuracy = sum(gold == found for gold, found in pairs) / len(pairs)
    fields = ", ".join(f"{name} {good}/{count}" for name, (good, count) in right.items())
    print(f"{options.split}: {len(rows)} sentences, act accuracy {accuracy:.3f}, macro-F1 {macro(pairs):.3f}, {fields}")


def first_statement(row: Row, packs: Packs) -> tuple[Reading, Statement | None]:
    """Read one sentence as an article of its own."""
    article = Article("gold", row["text"], published=dt.date(2024, 5, 15))
    reading = read_article(article, packs)
    return reading, next(iter(reading.statements), None)


def same_actor(reading: Reading, actor: str | None, wanted: str) -> bool:
    """Tell whether an actor id is the actor the gold names; "-" wants nobody."""
    if wanted == "-":
        return actor is None
    names = [name for one in reading.actors if one.id == actor for name in (one.name, *one.names)]
    plain = wanted.rstrip("*")
    return any(plain.lower() in name.lower() or (len(name) > 3 and name.lower() in plain.lower()) for name in names)


def macro(pairs: list[tuple[str, str]]) -> float:
    """Return macro-F1 over the acts of the gold."""
    scores = []
    for act in sorted({gold for gold, _ in pairs}):
        hit = sum(gold == found == act for gold, found in pairs)
        wanted, given = sum(gold == act for gold, _ in pairs), sum(found == act for _, found in pairs)
        scores.append(2 * hit / (wanted + given) if wanted + given else 0.0)
    return sum(scores) / len(scores)


if __name__ == "__main__":
    main()
