"""A side that is said to have broken a deal is said to have broken what it agreed to in it."""

import datetime as dt

from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def statuses(*texts: str) -> dict[str, str]:
    articles = [
        Article(f"a{at}", f"News of day {at}.\n\n{text}", outlet=f"Wire {at}", published=dt.date(2025, 5, 1 + 5 * at))
        for at, text in enumerate(texts)
    ]
    found = weigh(
        articles, [read_article(one, PACKS) for one in articles], PACKS.outlets, vocabulary=vocabulary_of(PACKS)
    )
    return {one.deed: one.status for one in found.commitments}


AGREED = "Envoys of Peru and Chile met in Lima on Monday. Peru agreed to lift its embargo on the port of Chile."
MORE = "Peru also agreed to free 30 prisoners of Chile."


def test_a_charge_of_breaking_the_deal_is_of_all_that_was_agreed() -> None:
    found = statuses(AGREED, MORE, "Chile's president accused Peru of violating the deal struck in Lima.")
    assert set(found.values()) == {"disputed"}


def test_a_report_that_terms_were_not_honoured_is_no_one_sides_word() -> None:
    found = statuses(AGREED, MORE, "Peru was barred from the meeting after it failed to honour the terms of the deal.")
    assert set(found.values()) == {"breached"}


def test_a_charge_before_the_deal_is_not_of_it() -> None:
    found = statuses("Chile's president accused Peru of violating the deal struck in May.", AGREED, MORE)
    assert set(found.values()) == {"announced"}


def test_who_agreed_to_let_observers_in_has_once_others_sent_them() -> None:
    found = statuses(
        "Peru said on Monday it would allow the mission to enter Lima on a number of conditions.",
        "The league of ports despatched 165 observers to Peru on Monday.",
    )
    assert found == {"post": "fulfilled"}


def test_whoever_accuses_a_charge_is_no_finding() -> None:
    found = statuses(AGREED, MORE, "A harbour master accused Peru of violating the deal struck in Lima.")
    assert set(found.values()) == {"disputed"}
