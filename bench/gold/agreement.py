"""
How far two annotations of the same sentences agree: Cohen's kappa, for each act against the rest and over all labels.

    python -m bench.gold.agreement

Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from bench.gold import ACTS, FIGURES

Labels = tuple[str, str]
Value = float | str | bool | None


class Passes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence's act and realis in each pass, and why the gold has what it has where they differ."""

    id: str
    first: Labels
    second: Labels
    why: str | None = None


class FigurePasses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence's figures in each pass: low, high, unit, qualifier, each."""

    id: str
    first: tuple[tuple[Value, ...], ...]
    second: tuple[tuple[Value, ...], ...]
    why: str | None = None


def main() -> None:
    """Print the tables."""
    for name in ("passes.jsonl", "passes3.jsonl"):
        print(name)
        _show(act_passes(name))
    figures = figure_passes()
    print(f"figures: {len(figures)} sentences, same {sum(row.first == row.second for row in figures)}")


def _show(rows: Sequence[Passes]) -> None:
    for place, name in enumerate(("act", "realis")):
        pairs = [(row.first[place], row.second[place]) for row in rows]
        same = sum(one == other for one, other in pairs)
        print(f"{name}: {len(pairs)} sentences, same {same}, kappa {kappa(pairs):.3f}")
        for label in sorted({label for pair in pairs for label in pair}):
            split = [(str(one == label), str(other == label)) for one, other in pairs]
            counts = [sum(pair[side] == "True" for pair in split) for side in (0, 1)]
            print(f"    {label:<12} {counts[0]:>3} {counts[1]:>3}  kappa {kappa(split):.3f}")


def act_passes(name: str = "passes.jsonl") -> list[Passes]:
    """Return both annotations of the acts, in the order of the gold; in `passes3.jsonl`, of more3.txt and test3.txt."""
    lines = ACTS.with_name(name).read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Passes) for line in lines]


def figure_passes() -> list[FigurePasses]:
    """Return both annotations of the figures, in the order of the gold."""
    lines = FIGURES.with_name("passes.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=FigurePasses) for line in lines]


def kappa(pairs: Sequence[Labels]) -> float:
    """
    Return how much of the agreement that chance leaves open was reached; 1 where nothing was left open.

    >>> kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")])
    0.5
    """
    seen = sum(one == other for one, other in pairs) / len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[label] * second[label] for label in first) / len(pairs) ** 2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


if __name__ == "__main__":
    main()
