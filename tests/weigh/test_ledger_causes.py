"""Ledger rows by the cause that once missed or made them up, each over a small invented case."""

import datetime as dt

import pytest

from crosswire.model import Incident
from tests.weigh.test_ledgers import ledgers, report


def incident(text: str, day: str = "2024-05-16") -> Incident:
    named = report("n", "2024-05-01", "Leskia and Torvania held talks in Hollin on Wednesday.", "Hill Courier")
    (one,) = ledgers(report("a", day, text), named).incidents
    return one


@pytest.mark.parametrize(
    ("text", "violator", "kind", "day"),
    [
        pytest.param(
            "On Monday 13 May a Leskian drone dropped a grenade on a signal post outside Pell, Red Lamp said.",
            "LES",
            "drone",
            dt.date(2024, 5, 13),
            id="the-month-is-no-modal",
        ),
        pytest.param(
            "Leskian guards turned the volunteers' own launch back from the pier at Pell on Wednesday, the log says.",
            "LES",
            "access denied",
            dt.date(2024, 5, 15),
            id="whom-they-turned-back-stands-between",
        ),
        pytest.param(
            "Leskian troops moved 30 lorries up to the border on Wednesday, Red Lamp said.",
            "LES",
            "movement",
            dt.date(2024, 5, 15),
            id="troops-are-their-states",
        ),
        pytest.param(
            "Torvania accused Leskia of holding back forty prisoners.",
            "LES",
            "breach",
            dt.date(2024, 5, 16),
            id="what-is-held-back-is-a-breach",
        ),
    ],
)
def test_a_deed_is_laid_at_a_sides_door(text: str, violator: str, kind: str, day: dt.date) -> None:
    found = incident(text)
    assert (found.violator, found.type, found.day) == (violator, kind, day)


def test_what_was_held_back_is_no_shelling() -> None:
    shelled = "Torvania accused Leskia of shelling the town of Pell on Wednesday, killing two people."
    held = "Torvania accused Leskia of holding back forty prisoners. Leskia denied it."
    kinds = {one.type: one.response for one in ledgers(report("a", "2024-05-16", f"{shelled}\n\n{held}")).incidents}
    assert set(kinds) == {"shelling", "breach"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Leskian forces seized the peninsula of Pell in 2019, after a short war.", id="a-war-of-long-ago"),
        pytest.param("Leskian engineers turned the clock back from summer to winter time, the log says.", id="a-clock"),
        pytest.param("Torvania accused Leskia of insincerity.", id="a-word-is-no-deed"),
    ],
)
def test_what_is_no_incident(text: str) -> None:
    assert ledgers(report("a", "2024-05-16", text)).incidents == ()


def test_a_promise_not_to_do_a_thing_is_one_to_refrain() -> None:
    told = "Harrow Freight promised not to use agency drivers on Friday."
    (one,) = ledgers(report("a", "2024-05-16", told)).commitments
    assert (one.promisors, one.deed) == (("harrow",), "refrain")
    assert one.words.quote.startswith("not to use agency drivers")


def test_whose_crew_will_be_returned_does_not_return_it() -> None:
    met = "Leskia and Torvania signed an accord on Thursday and agreed to exchange 20 prisoners each."
    crew = "The crew of the Gull, a Leskian trawler, will be returned by 20 May under the accord."
    found = ledgers(report("a", "2024-05-16", f"{met}\n\n{crew}")).commitments
    assert ("TOR",) in [one.promisors for one in found if "returned" in one.words.quote]


def test_sixty_colleagues_are_the_sixty_workers() -> None:
    one = report("a", "2024-05-16", "Velmet Steel agreed on Thursday to reinstate 60 workers by 31 May.")
    other = report("b", "2024-05-17", "Velmet Steel undertook to reinstate 60 colleagues by 31 May.", "Hill Courier")
    assert len(ledgers(one, other).commitments) == 1
