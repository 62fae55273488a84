"""Statements that mean the same in other words are one claim; what is typed can still say no."""

from itertools import permutations
from typing import Any

import msgspec
import numpy as np

from crosswire.model import Dossier, Quantity, Reading
from crosswire.weigh import weigh
from crosswire.weigh.meaning import meanings_of
from tests.weigh.weigh_reports import Report

PASSED = "The council approved the harbour bridge after a debate of nine hours."
AHEAD = "Lawmakers in the town hall waved through the crossing at the port."
GRAIN = "Grain prices rose in the southern markets once the dry summer ended."
SCHOOLS = "Teachers in the hill villages want longer breaks between lessons."
# Directions: two that nearly agree, and two of other matters.
BRIDGE, CROSSING, PRICES, LESSONS = [100, 20, 0, 0], [100, 0, 20, 0], [0, 0, 100, 30], [0, 100, 0, 100]


def with_meanings(report: Report, *rows: list[int]) -> Reading:
    return msgspec.structs.replace(report.reading, meanings=np.array(rows, dtype=np.int8).tobytes())


def case(first: Report, second: Report, *, meant: bool = True) -> Dossier:
    pairs = ((first, (BRIDGE, PRICES)), (second, (CROSSING, LESSONS)))
    readings = [with_meanings(report, *rows) if meant else report.reading for report, rows in pairs]
    return weigh([first.article, second.article], readings)


def sizes(dossier: Dossier) -> list[int]:
    return sorted((len(claim.statements) for claim in dossier.claims), reverse=True)


def reports(**other: Any) -> tuple[Report, Report]:
    return (
        Report("a", "Hill Times").say(PASSED).say(GRAIN),
        Report("b", "Lake Post").say(AHEAD, **other).say(SCHOOLS),
    )


def test_what_means_the_same_is_one_claim_in_whatever_words() -> None:
    assert sizes(case(*reports())) == [2, 1, 1]
    assert sizes(case(*reports(), meant=False)) == [1, 1, 1, 1]


def test_other_numbers_keep_two_apart() -> None:
    first = Report("a", "Hill Times").say(PASSED, figures=[Quantity("vote", 9, 9)]).say(GRAIN)
    second = Report("b", "Lake Post").say(AHEAD, figures=[Quantity("vote", 12, 12)]).say(SCHOOLS)
    assert sizes(case(first, second)) == [1, 1, 1, 1]


def test_a_denial_another_doer_and_another_speaker_keep_two_apart() -> None:
    assert sizes(case(*reports(negated=True, realis="negated"))) == [1, 1, 1, 1]
    first = Report("a", "Hill Times").say(PASSED, "ACCEPT", agent="RED").say(GRAIN)
    second = Report("b", "Lake Post").say(AHEAD, "ACCEPT", agent="BLU").say(SCHOOLS)
    assert sizes(case(first, second)) == [1, 1, 1, 1]
    first = Report("a", "Hill Times").say(PASSED, speaker="varga").say(GRAIN)
    second = Report("b", "Lake Post").say(AHEAD, speaker="toller").say(SCHOOLS)
    assert sizes(case(first, second)) == [1, 1, 1, 1]


def test_what_is_to_come_is_not_what_is_done() -> None:
    assert sizes(case(*reports(realis="future"))) == [1, 1, 1, 1]


def test_a_tense_read_apart_in_two_narrators_sentences_of_one_day_and_words_is_a_slip() -> None:
    named = "Lawmakers in the town hall approved the harbour crossing at the port."
    first = Report("a", "Hill Times").say(PASSED).say(GRAIN)
    second = Report("b", "Lake Post").say(named, realis="future").say(SCHOOLS)
    assert sizes(case(first, second)) == [2, 1, 1]
    assert sizes(case(first, Report("b", "Lake Post", 1).say(named, realis="future").say(SCHOOLS))) == [1, 1, 1, 1]
    spoken = Report("b", "Lake Post").say(named, realis="future", speaker="varga").say(SCHOOLS)
    assert sizes(case(first, spoken)) == [1, 1, 1, 1]


def test_what_a_narrator_tells_and_somebody_says_is_not_so_are_two() -> None:
    denied = "Varga was certain that nobody approved, and not she, the harbour bridge."
    first = Report("a", "Hill Times").say(PASSED).say(GRAIN)
    assert sizes(case(first, Report("b", "Lake Post").say(denied, speaker="varga").say(SCHOOLS))) == [1, 1, 1, 1]


def test_reports_of_other_weeks_are_not_compared() -> None:
    first = Report("a", "Hill Times").say(PASSED).say(GRAIN)
    second = Report("b", "Lake Post", day=9).say(AHEAD).say(SCHOOLS)
    assert sizes(case(first, second)) == [1, 1, 1, 1]


def test_a_rival_in_the_other_report_keeps_two_apart() -> None:
    first = Report("a", "Hill Times").say(PASSED).say(GRAIN)
    second = Report("b", "Lake Post").say(AHEAD).say(SCHOOLS)
    readings = [with_meanings(first, BRIDGE, PRICES), with_meanings(second, CROSSING, [100, 0, 25, 0])]
    assert sizes(weigh([first.article, second.article], readings)) == [1, 1, 1, 1]


def test_the_order_of_readings_changes_nothing() -> None:
    first, second = reports()
    third = Report("c", "Sea Mail").say(SCHOOLS).say(AHEAD)
    told = [with_meanings(first, BRIDGE, PRICES), with_meanings(second, CROSSING, LESSONS)]
    told.append(with_meanings(third, LESSONS, CROSSING))
    articles = [first.article, second.article, third.article]
    found = {msgspec.json.encode(weigh(articles, list(order))) for order in permutations(told)}
    assert len(found) == 1


def test_readings_without_meanings_have_none() -> None:
    first, second = reports()
    assert meanings_of([first.reading]).rows == {}
    held = meanings_of([first.reading, with_meanings(second, CROSSING, LESSONS)])
    assert sorted(held.rows.values()) == [0, 1]
    assert held.near([second.statements[0].id], [second.statements[0].id])[0, 0] == 1.0


def test_a_large_number_and_more_than_it_are_one_number() -> None:
    first = Report("a", "Hill Times").say(PASSED, figures=[Quantity("dollar", 250_000, None, "at-least")]).say(GRAIN)
    second = Report("b", "Lake Post").say(AHEAD, figures=[Quantity("dollar", 250_000, 250_000)]).say(SCHOOLS)
    assert sizes(case(first, second)) == [2, 1, 1]
    few = Report("b", "Lake Post").say(AHEAD, figures=[Quantity("dollar", 5, 5)]).say(SCHOOLS)
    floor = Report("a", "Hill Times").say(PASSED, figures=[Quantity("dollar", 5, None, "at-least")]).say(GRAIN)
    assert sizes(case(floor, few)) == [1, 1, 1, 1]
