"""
The gate's figures of acts and roles.

Most are of the dev lines of gold.jsonl, which the rules were written on; `own` ones of the test sentences of
bench/gold/acts, which nothing was written or trained on, by rules and (`joined`) by the trained encoder with them.
"""

import json

from bench.gold import ACTS, act_rows
from bench.quality.acts import score
from bench.quality.acts.evaluate import read_rows, share
from bench.quality.labels import accuracy, macro_f1
from crosswire.packs import load
from crosswire.read import choose_annotator
from crosswire.read.annotator import Annotator

INPUTS = (score.GOLD, ACTS)
QUICK = True
LOWER: frozenset[str] = frozenset()
_FIELDS = ("agent", "target", "realis")


def measure() -> dict[str, float]:
    """Read every sentence alone."""
    joined = {f"joined: {name}": figure for name, figure in _own(choose_annotator()).items()}
    return _patterns() | _own(choose_annotator(fast=True)) | joined


def _own(reader: Annotator) -> dict[str, float]:
    rows = act_rows("test")
    found = read_rows(rows, reader)
    pairs = [(row.act, one.act) for row, one in zip(rows, found, strict=True)]
    roles = {}
    for name in ("source", "target"):
        right, count = share(rows, found, name)
        roles[f"own {name} right"] = right / count
    return {"own act accuracy": accuracy(pairs), "own act macro-F1": macro_f1(pairs)} | roles


def _patterns() -> dict[str, float]:
    packs = load("core", "negotiation")
    rows: list[score.Row] = [json.loads(line) for line in score.GOLD.read_text(encoding="utf-8").splitlines()][::2]
    pairs: list[tuple[str, str]] = []
    fields: dict[str, list[bool]] = {name: [] for name in _FIELDS}
    for row in rows:
        reading, found = score.first_statement(row, packs)
        if row["act"] != score.NOT_SCORED:
            pairs.append((row["act"], found.act if found else "STATE" if row["act"] == "STATE" else "NONE"))
        for name in _FIELDS:
            skip = name == "target" and row["act"] in ("NONE", "STATE")
            if found is not None and row[name] != score.NOT_SCORED and not skip:
                value = getattr(found, name)
                right = value == row[name] if name == "realis" else score.same_actor(reading, value, row[name])
                fields[name].append(right)
    shares = {f"{name} right": sum(hits) / len(hits) for name, hits in fields.items()}
    return {"act accuracy": accuracy(pairs), "act macro-F1": macro_f1(pairs)} | shares
