"""What tells whether a word of a statement is borne out: where the evidence has it, and what kind of word it is."""

from collections.abc import Sequence
from math import exp, log1p, sqrt

from crosswire.check.library import Library, Unit, forms_of
from crosswire.check.words import Word
from crosswire.text.tokens import words as words_of

# What `looks` tells of a word, in its order; `training/check/train.py` weighs it.
LOOKS = ("best", "said", "number", "capital", "name", "named", "beside", "seldom")


def looks(
    words: Sequence[Word], text: str, units: Sequence[Unit], candidates: Sequence[Unit], library: Library
) -> list[tuple[float, ...]]:
    """
    Return of each word what tells whether it is borne out, in the order of `LOOKS`.

    `best`: the best sentence of the evidence has it, in any form; `said`: so has any sentence of the articles that the
    evidence is of, and `named` the same of a name; `beside`: the share of the statement's other words that a sentence
    which has it holds, with those around it; `seldom`: how seldom the sources have it.
    """
    weights = [library.weight(word.key) for word in words]
    total = sum(weights)
    first = library.forms(units[0]) if units else frozenset()
    said = frozenset[str]().union(*(library.said(source) for source in sorted({unit.source for unit in units})))
    places = list({(unit.source, unit.index): unit for unit in [*candidates, *units]}.values())
    held = [
        sum(weight for word, weight in zip(words, weights, strict=True) if word.key in unit.keys | unit.near)
        for unit in places
    ]
    found: list[tuple[float, ...]] = []
    for word, weight in zip(words, weights, strict=True):
        written = text[word.start : word.end]
        own = forms_of(words_of(written))
        most = max((share for unit, share in zip(places, held, strict=True) if word.key in unit.keys), default=weight)
        found.append(
            (
                float(own <= first),
                float(own <= said),
                float(word.key[0] in "#~"),
                float(written[:1].isupper()),
                float(word.is_name),
                float(word.is_name and own <= said),
                (most - weight) / ((total - weight) or 1.0),
                weight / (library.unseen or 1.0),
            )
        )
    return found


def at_best(row: tuple[float, ...]) -> tuple[float, ...]:
    """
    Return the looks of the same word where one sentence holds it and all the words beside it.

    >>> at_best((0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 0.2, 0.7))
    (1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.7)
    """
    _, _, number, capital, name, _, _, seldom = row
    return 1.0, 1.0, number, capital, name, name, 1.0, seldom


def total_chance(scores: Sequence[float], best: Sequence[float]) -> float:
    """
    Return how far a statement falls short by the log-odds of its words, nought where they are the best they can be.

    The logarithms of their chances are summed and divided by the root of their number, halfway to the mean: of many
    words some are always in doubt.

    >>> total_chance([4.0, 4.0], [4.0, 4.0])
    0.0
    >>> total_chance([4.0, -2.0], [4.0, 4.0]) > total_chance([-2.0, -2.0], [4.0, 4.0])
    True
    """
    return (sum(map(_log_chance, scores)) - sum(map(_log_chance, best))) / sqrt(len(scores) or 1)


def _log_chance(score: float) -> float:
    return -log1p(exp(-max(-30.0, min(30.0, score))))
