"""Score one label a sentence: macro-F1, accuracy, their intervals, and what was taken for what."""

import random
from collections import Counter
from collections.abc import Callable, Sequence

Pair = tuple[str, str]
DRAWS = 1_000


def accuracy(pairs: Sequence[Pair]) -> float:
    """Return the share of (gold, found) pairs that agree."""
    return sum(gold == found for gold, found in pairs) / len(pairs)


def macro_f1(pairs: Sequence[Pair]) -> float:
    """
    Return F1 averaged over the labels that the gold holds.

    >>> round(macro_f1([("a", "a"), ("a", "b"), ("b", "b")]), 3)
    0.667
    """
    scores = f1_by_label(pairs)
    return sum(scores.values()) / len(scores)


def f1_by_label(pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the F1 of each label of the gold, in the order of the labels."""
    hits = Counter(gold for gold, found in pairs if gold == found)
    wanted, given = Counter(gold for gold, _ in pairs), Counter(found for _, found in pairs)
    return {label: 2 * hits[label] / (wanted[label] + given[label]) for label in sorted(wanted)}


def interval(pairs: Sequence[Pair], figure: Callable[[Sequence[Pair]], float]) -> tuple[float, float]:
    """
    Return the 95 % percentile interval of `figure` over sentences drawn with replacement; the seed is fixed.

    >>> interval([("a", "a")] * 9, accuracy)
    (1.0, 1.0)
    """
    chance = random.Random(7)
    drawn = sorted(figure(chance.choices(pairs, k=len(pairs))) for _ in range(DRAWS))
    return drawn[DRAWS // 40], drawn[-DRAWS // 40 - 1]


def shown(name: str, pairs: Sequence[Pair], figure: Callable[[Sequence[Pair]], float]) -> str:
    """Return a line with a figure and its interval."""
    low, high = interval(pairs, figure)
    return f"{name} {figure(pairs):.3f} ({low:.3f}-{high:.3f})"


def confusions(pairs: Sequence[Pair]) -> list[str]:
    """Return a table: one row a gold label, its F1, and what it was taken for, the most frequent first."""
    scores = f1_by_label(pairs)
    width = max(len(label) for label in scores)
    lines = [f"{'gold':<{width}}   n    F1  found as"]
    for label, score in scores.items():
        found = Counter(other for gold, other in pairs if gold == label)
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        told = ", ".join(f"{other} {count}" for other, count in ranked)
        lines.append(f"{label:<{width}} {found.total():>3}  {score:.2f}  {told}")
    return lines
