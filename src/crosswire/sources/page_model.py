"""Score the lines of a saved page: how likely each belongs to the article's body, and where the body lies."""

from .page_lines import COLUMNS, PageLine, best_block, measure

_IN_BLOCK = COLUMNS.index("in_block")
_FURNITURE = COLUMNS.index("furniture")


def score_lines(lines: list[PageLine]) -> list[float]:
    """Return a score for each line: above zero it reads like body, below like furniture."""
    return [1.0 if row[_IN_BLOCK] and not row[_FURNITURE] else -1.0 for row in measure(lines)]


def find_block(scores: list[float]) -> tuple[int, int]:
    """Return the half-open range of lines that holds the body: the contiguous range with the largest sum of scores."""
    return best_block(scores)
