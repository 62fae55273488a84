"""
The pipeline on the demo case: what was planted is found, and nothing that must stay apart is merged.

`demo_misses.txt` names the planted items that are not found yet. An item that is found must be struck off the list, and
an item that is on no list must be found: the list can only shrink.
"""

from pathlib import Path

import pytest
from bench.quality.demo.case import Case, Item, load_case
from bench.quality.demo.evaluate import CHECKS, planted, truth

from crosswire.read import choose_annotator

MISSES = frozenset((Path(__file__).parent / "demo_misses.txt").read_text(encoding="utf-8").split())
# Nothing of these kinds may ever be on the list.
NEVER_MISSED = frozenset({"must_not_merge", "not_copies", "single_origin", "same_actor", "page_roles"})
ITEMS = [(kind, f"{kind}/{name}", item) for kind, name, item in planted(truth())]


@pytest.fixture(scope="module", params=["encoder", "rules"])
def case(request: pytest.FixtureRequest) -> Case:
    return load_case(choose_annotator(fast=request.param == "rules"))


@pytest.mark.parametrize(
    ("kind", "item"), [pytest.param(kind, item, id=name) for kind, name, item in ITEMS if name not in MISSES]
)
def test_planted_items_are_found(case: Case, kind: str, item: Item) -> None:
    assert CHECKS[kind](case, item) == []


def test_the_list_of_misses_is_true_and_short(case: Case) -> None:
    missed = {name for kind, name, item in ITEMS if CHECKS[kind](case, item)}
    assert missed >= MISSES, f"found by now, strike off demo_misses.txt: {sorted(MISSES - missed)}"
    assert not {name for name in MISSES if name.split("/")[0] in NEVER_MISSED}


def test_every_kind_of_planted_item_is_checked(case: Case) -> None:
    assert {kind for kind, _, _ in ITEMS} == set(CHECKS)
    assert len(case.refs) == 37
