"""The pipeline on the demo case: everything planted in it is found, and nothing that must stay apart is merged."""

import pytest
from bench.quality.demo.case import Case, Item, load_case
from bench.quality.demo.evaluate import CHECKS, planted, truth

ITEMS = list(planted(truth()))


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case()


@pytest.mark.parametrize(("kind", "item"), [pytest.param(k, i, id=f"{k}-{name}") for k, name, i in ITEMS])
def test_planted(case: Case, kind: str, item: Item) -> None:
    assert CHECKS[kind](case, item) == []


def test_every_planted_quotation_is_in_an_article(case: Case) -> None:
    assert {kind for kind, _, _ in ITEMS} == set(CHECKS)
    assert len(case.refs) == 35
    assert len(case.dossier.disputes) >= 1
