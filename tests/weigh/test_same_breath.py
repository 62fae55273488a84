"""What one sentence holds besides its main act."""

import pytest

from crosswire.model import Position
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.positions import Vocabulary
from tests.weigh.test_ledgers import PACK, report

MET = "Leskia and Torvania held a second round of talks in Hollin on Thursday."


def positions(text: str) -> set[tuple[str, str, str]]:
    packs = load("core", "negotiation", str(PACK))
    article = report("a", "2024-05-16", f"{MET}\n\n{text}")
    told = weigh([article], [read_article(article, packs)], vocabulary=Vocabulary(packs.issues, packs.lexicon))
    return {key(one) for one in told.positions}


def key(one: Position) -> tuple[str, str, str]:
    return one.party, one.issue, one.stance


def test_an_answer_is_to_the_demand_of_its_own_sentence() -> None:
    found = positions(
        "Leskia proposed an exchange of prisoners.\n\nLeskia demands a ceasefire; Torvania still refuses it."
    )
    assert ("TOR", "ceasefire", "reject") in found
    assert ("TOR", "prisoners", "reject") not in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Torvania rejected a ceasefire.", True),
        ("Torvania had rejected a ceasefire in any form a week earlier.", False),
    ],
)
def test_a_look_back_is_no_stance_of_today(text: str, told: bool) -> None:
    assert (("TOR", "ceasefire", "reject") in positions(text)) is told


def test_a_reason_names_no_partner() -> None:
    found = positions("Leskia agreed on Thursday to a ceasefire of ten days after Torvania closed the port of Pell.")
    assert ("TOR", "ceasefire", "accept") not in found
