"""What one sentence holds besides its main act."""

import pytest

from crosswire.model import Actor, Evidence, Position, Span, Statement
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.positions import Vocabulary
from crosswire.weigh.same_breath import tells_of_another
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
        ("Torvania has previously rejected a ceasefire.", False),
        ("The ceasefire plan holds parts of an earlier text rejected by Torvania.", False),
    ],
)
def test_a_look_back_is_no_stance_of_today(text: str, told: bool) -> None:
    assert (("TOR", "ceasefire", "reject") in positions(text)) is told


def test_a_reason_names_no_partner() -> None:
    found = positions("Leskia agreed on Thursday to a ceasefire of ten days after Torvania closed the port of Pell.")
    assert ("TOR", "ceasefire", "accept") not in found


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Leskia told the council that Torvania was not keeping the truce.", True),
        ("Leskia said Torvania has never honoured the truce.", True),
        ("Leskia said Torvania could never join the pact.", False),
        ("Leskia said Leskia was not keeping the pact.", False),
        ("Leskia said the plan was not acceptable.", False),
    ],
    ids=["what-another-does", "has-never", "a-modal", "its-own", "a-plan"],
)
def test_what_another_has_not_done_is_no_refusal(quote: str, told: bool) -> None:
    start = quote.index("that ") if "that " in quote else quote.index("said ") + 5
    said = Statement(
        "s",
        "a",
        "REJECT",
        "indirect",
        Evidence("a", 0, len(quote), quote),
        speaker="LES",
        contents=(Span(start, len(quote)),),
    )
    actors = {"LES": Actor("LES", "Leskia", "state", names=("Leskia",))}
    assert tells_of_another(said, "REJECT", "LES", actors) is told


def test_what_a_paper_would_allow_is_no_offer_of_whom_it_allows() -> None:
    found = positions("The new draft would allow Torvania to hold a ceasefire in the north, a diplomat said.")
    assert ("TOR", "ceasefire", "offer") not in found


def test_no_answer_yet_is_no_refusal() -> None:
    assert ("TOR", "ceasefire", "reject") not in positions(
        "Leskia proposed a ceasefire. Torvania has not formally responded to the ceasefire plan."
    )


def test_what_a_side_would_do_under_a_text_is_none_of_its_promises() -> None:
    found = positions("Two mediators have proposed a text under which Torvania would keep the ceasefire for a year.")
    assert not [one for one in found if one[0] == "TOR"]


def test_who_announces_an_agreement_of_others_is_no_party_to_it() -> None:
    found = positions("Norway announced that Leskia and Torvania had agreed to a ceasefire of ten days on Thursday.")
    assert not [one for one in found if one[0] == "NOR"]


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Leskia and Torvania agreed on observers with the help of Norway and Egypt.", True),
        ("A body to verify the ceasefire was agreed with the help of Norway, Egypt and the League.", False),
    ],
)
def test_who_helped_is_no_party_to_it(text: str, *, agreed: bool) -> None:
    found = positions(text)
    assert not [one for one in found if one[0] in ("NOR", "EGY")]
    assert any(one[2] == "accept" for one in found) is agreed


def test_a_no_goes_on_with_the_speakers_own_and_not_with_what_the_other_put() -> None:
    found = positions(
        "Leskia demanded that the prisoners be freed.\n\n"
        "“We will never accept a ceasefire,” Torvania said. “That is not on the table.”"
    )
    assert ("TOR", "ceasefire", "red_line") in found
    assert ("TOR", "prisoners", "red_line") not in found


def test_where_a_thing_goes_is_no_partner() -> None:
    found = positions("Torvania said it had signed a ceasefire with local leaders to return its troops to Leskia.")
    assert not [one for one in found if one[0] == "LES"]
