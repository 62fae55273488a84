"""
Score the lines of a saved page: how likely each belongs to the article's body.

Small boosted trees over `page_lines.measure`, kept as plain arrays in `page_weights.json`;
`training/page_lines/train.py` rebuilds them, `bench/quality/page_lines` measures them.
"""

import json
from functools import cache
from importlib.resources import files

from crosswire.errors import SourceError

from .page_lines import COLUMNS, PageLine, measure

# One tree: for each node its column, threshold and children; a child below zero is leaf number -1 - child.
Tree = tuple[list[int], list[float], list[int], list[int], list[float]]


def score_lines(lines: list[PageLine]) -> list[float]:
    r"""
    Return a score for each line: above zero it reads like body, below like furniture (log-odds).

    >>> from .page_lines import cut_lines
    >>> [score > 0 for score in score_lines(cut_lines("Share\nMenu\nMost read"))]
    [False, False, False]
    """
    trees = _trees()
    return [_score(trees, row) for row in measure(lines)]


def _score(trees: tuple[Tree, ...], row: list[float]) -> float:
    total = 0.0
    for column, threshold, left, right, leaf in trees:
        node = 0
        while node >= 0:
            node = left[node] if row[column[node]] <= threshold[node] else right[node]
        total += leaf[-1 - node]
    return total


@cache
def _trees() -> tuple[Tree, ...]:
    data = json.loads((files("crosswire.sources") / "page_weights.json").read_text("utf-8"))
    if tuple(data["columns"]) != COLUMNS:
        raise SourceError(
            "page_weights.json: expected the columns of page_lines.measure, found others; "
            "run training/page_lines/train.py"
        )
    names = ("column", "threshold", "left", "right", "leaf")
    return tuple(zip(*(data[name] for name in names), strict=True))
