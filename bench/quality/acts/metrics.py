"""The gate's figures of acts, roles and realis: the dev lines of our own gold. Test lines are for publishing only."""

import json

from bench.quality.acts import score
from crosswire.packs import load

INPUTS = (score.GOLD,)
QUICK = True
LOWER: frozenset[str] = frozenset()
_FIELDS = ("agent", "target", "realis")


def measure() -> dict[str, float]:
    """Read every dev sentence alone and compare its first statement."""
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
    accuracy = sum(gold == found for gold, found in pairs) / len(pairs)
    return {"act accuracy": accuracy, "act macro-F1": score.macro(pairs)} | shares
