"""Positions, gaps and rounds on the demo: nothing is made up, and most of what was planted is found."""

import pytest
from bench.quality.demo.case import Case, load_case
from bench.quality.demo.positions import scores


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case()


# Least precision and recall of each kind, by rules alone; what is firm must be right.
@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [
        ("cells", 0.95, 0.83),
        ("relations", 0.95, 0.9),
        ("firm relations", 1.0, 0.9),
        ("movements", 0.95, 0.85),
        ("rounds", 1.0, 1.0),
        ("round details", 1.0, 0.95),
    ],
)
def test_what_was_planted_is_found_and_nothing_else(case: Case, kind: str, precision: float, recall: float) -> None:
    right, found, planted = scores(case)[kind]
    assert right / found >= precision
    assert right / planted >= recall


def test_sixty_cells_are_planted_over_three_rounds(case: Case) -> None:
    assert len(case.truth["cells"]) >= 60
    assert {one["round"] for one in case.truth["cells"]} == {1, 2, 3}
    assert all(case.locate(one) for one in case.truth["cells"])
