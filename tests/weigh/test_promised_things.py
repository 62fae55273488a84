"""What was done is booked on the promise it is of, and an answer on the charge it turns round or speaks to."""

import datetime as dt

from crosswire.model import Article, Commitment, Dossier
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
START = dt.date(2025, 6, 3)
SWAP = "Norway and Egypt agreed on Monday in Oslo to exchange 900 prisoners each."
BODIES = "Norway and Egypt agreed on Monday in Oslo to hand over the bodies of 600 fallen soldiers each."


def weighed(*texts: str) -> Dossier:
    articles = [
        Article(f"a{number}", f"News.\n\n{text}", outlet=f"Paper {number}", published=START + dt.timedelta(9 * number))
        for number, text in enumerate(texts)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)


def commitment(*texts: str) -> Commitment:
    [found] = weighed(*texts).commitments
    return found


def test_prisoners_freed_keep_no_promise_of_bodies() -> None:
    assert commitment(BODIES, "Norway freed 500 prisoners on Tuesday.").delivered is None
    assert commitment(BODIES, "Norway handed over 500 bodies on Tuesday.").delivered == 500


def test_bodies_handed_over_free_no_prisoners() -> None:
    assert commitment(SWAP, "Norway handed over 500 bodies on Tuesday.").delivered is None


def test_a_total_that_began_before_the_promise_is_not_booked_on_it() -> None:
    assert commitment(SWAP, "The two sides have swapped 800 prisoners this year, Egypt says.").deliveries == ()
    assert commitment(SWAP, "The two sides have swapped more than 8,000 prisoners, Egypt says.").deliveries == ()


def test_a_promise_and_a_second_deed_of_it_are_two_rows() -> None:
    found = weighed(
        "Norway and Egypt agreed on Monday to swap all sick prisoners and to hand over the bodies of 600 soldiers each."
    ).commitments
    assert sorted(one.amounts[0].quantity.unit or "" if one.amounts else "" for one in found) == ["", "body"]


def test_one_sides_part_is_no_rival_count_of_the_whole() -> None:
    found = weighed(
        "Norway and Egypt agreed on Monday to exchange 900 prisoners. "
        "Under the deal, Norway will release 300 prisoners."
    ).commitments
    assert sorted((len(one.promisors), one.amounts[0].quantity.low, len(one.amounts)) for one in found) == [
        (1, 300, 1),
        (2, 900, 1),
    ]


def test_a_truce_that_one_side_suspends_is_withdrawn() -> None:
    found = commitment(
        "Norway and Egypt agreed on Monday to a ceasefire. ", "Egypt on Tuesday suspended the ceasefire agreement."
    )
    assert (found.deed, found.status) == ("truce", "withdrawn")


CHARGE = "Egyptian troops opened fire on fishermen in Oslo on Monday, killing a man, Norway said. "


def responses(text: str) -> dict[str, str | None]:
    return {one.violator: one.response for one in weighed(text).incidents}


def test_a_charge_turned_round_answers_the_charge_before_it() -> None:
    text = CHARGE + (
        "Egypt's army gave a different account, saying that Norwegian troops had fired into its waters off Cairo."
    )
    assert responses(text)["EGY"] == "counter-accused"


def test_a_charge_of_another_place_answers_nothing() -> None:
    text = CHARGE + "Egypt said that Norwegian drones had attacked a depot in Cairo, wounding two."
    assert responses(text).get("EGY") is None


def test_a_denial_of_another_matter_answers_nothing() -> None:
    assert responses(CHARGE + "Egypt denied that it had received a new draft of the plan.")["EGY"] is None
    assert responses(CHARGE + "Egypt denied the accusation.")["EGY"] == "denied"
