"""Rounds of talks over several reports: one a day, numbered, never merged, and none where there is no row of them."""

import datetime as dt

from crosswire.model import Article, Round
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
FIRST, SECOND, THIRD = dt.date(2025, 3, 3), dt.date(2025, 3, 10), dt.date(2025, 3, 17)
PARTIES = (
    "Egypt accused Norway of delay. Norway rejected the demand of Egypt.",
    "Norway warned Egypt against new tariffs, and Egypt denied having planned any.",
    "Fishermen of Egypt blocked a port in protest; Norway promised its own fleet compensation.",
    "Norway demanded a written apology. Egypt offered to let both coastguards inspect the nets.",
)


def rounds(*reports: tuple[str, dt.date, str]) -> tuple[Round, ...]:
    articles = [
        Article(f"a{number}", f"{text} {PARTIES[number]}", outlet=outlet, published=published)
        for number, (outlet, published, text) in enumerate(reports)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets).rounds


def test_one_round_told_in_two_ways_is_one_and_two_rounds_are_two() -> None:
    found = rounds(
        ("Harbour Post", FIRST, "Egypt and Norway held a first round of talks on Monday."),
        ("Lake Wire", dt.date(2025, 3, 5), "The first round of talks between Egypt and Norway was held on 3 March."),
        ("Lake Wire", SECOND, "Egypt and Norway met for a second round of talks on Monday."),
    )
    assert [(one.ordinal, one.day, len(one.origins), one.held) for one in found] == [
        (1, FIRST, 2, True),
        (2, SECOND, 1, True),
    ]
    assert all(one.parties == found[0].parties for one in found)
    assert len(found[0].parties) == 2


def test_a_report_that_gives_only_the_number_joins_the_round_of_that_number() -> None:
    found = rounds(
        ("Harbour Post", SECOND, "Egypt and Norway held a second round of talks on Monday."),
        ("Vesk Mail", dt.date(2025, 3, 12), "Egypt walked out of the second round of talks with Norway."),
    )
    assert [(one.ordinal, len(one.evidence)) for one in found] == [(2, 2)]


def test_a_round_between_two_numbered_ones_is_numbered_by_them() -> None:
    found = rounds(
        ("Harbour Post", FIRST, "Egypt and Norway held a first round of talks on Monday."),
        ("Lake Wire", SECOND, "Egypt and Norway held talks on Monday."),
        ("Vesk Mail", SECOND, "Talks between Egypt and Norway were held on Monday."),
        ("Harbour Post", THIRD, "Egypt and Norway held a third round of talks on Monday."),
    )
    assert [(one.ordinal, one.inferred) for one in found] == [(1, False), (2, True), (3, False)]


def test_what_is_still_to_come_is_not_held() -> None:
    found = rounds(
        ("Harbour Post", SECOND, "Egypt and Norway held a second round of talks on Monday."),
        ("Lake Wire", SECOND, "The next round is set for March 17."),
    )
    assert [(one.day, one.held) for one in found] == [(SECOND, True), (THIRD, False)]


def test_meetings_without_a_second_round_are_no_row() -> None:
    assert rounds(("Harbour Post", FIRST, "Egypt and Norway held a first round of talks on Monday.")) == ()


def test_one_papers_talks_without_a_number_are_no_round() -> None:
    found = rounds(
        ("Harbour Post", SECOND, "Egypt and Norway held a second round of talks on Monday."),
        ("Harbour Post", dt.date(2025, 3, 13), "Egypt held talks with France on Wednesday about cotton."),
    )
    assert [one.day for one in found] == [SECOND]


def test_a_number_given_to_two_days_stays_with_the_day_more_origins_give() -> None:
    found = rounds(
        ("Harbour Post", SECOND, "Egypt and Norway held a second round of talks on Monday."),
        ("Lake Wire", SECOND, "A second round of talks between Egypt and Norway was held on Monday."),
        ("Vesk Mail", dt.date(2025, 3, 14), "Egypt and Norway held a second round of talks on Tuesday."),
    )
    assert [(one.day, one.ordinal) for one in found if one.ordinal] == [(SECOND, 2)]


def test_a_first_round_between_reports_of_two_days_is_one() -> None:
    found = rounds(
        ("Harbour Post", FIRST, "Egypt and Norway held a first round of talks on Monday."),
        ("Harbour Post", SECOND, "Egypt demanded a ceasefire."),
    )
    assert [(one.day, one.ordinal) for one in found] == [(FIRST, 1)]


def test_a_number_without_a_day_joins_the_talks_right_before_it() -> None:
    found = rounds(
        ("Harbour Post", SECOND, "Norway told reporters after Monday's talks with Egypt that it was tired."),
        ("Lake Wire", SECOND, "Another second round, another photograph."),
    )
    assert [(one.day, one.ordinal) for one in found] == [(SECOND, 2)]


def test_rounds_listed_in_one_report_are_those_that_others_number_or_tell_by_their_month() -> None:
    late = dt.date(2025, 3, 24)
    found = rounds(
        (
            "Harbour Post",
            late,
            "Three rounds of talks between Egypt and Norway were held in Oslo on 3, 10 and 17 March.",
        ),
        ("Lake Wire", late, "Egypt and Norway have met three times this year, most recently on 17 March."),
        ("Vesk Mail", late, "Egypt is ready to host a fourth round of talks with Norway, an aide said on Monday."),
        (
            "Bay Post",
            dt.date(2025, 4, 2),
            "Talks between Egypt and Norway were held on 3 March, 10 March and 17 March, three rounds in all. "
            "During the third round, the envoys of Egypt and Norway agreed to an exchange of notes.",
        ),
    )
    assert [one.ordinal for one in found if one.day == THIRD] == [3]
    assert all(one.day <= THIRD for one in found)


def test_what_a_side_is_ready_to_host_is_no_round() -> None:
    found = rounds(
        ("Harbour Post", FIRST, "Egypt and Norway held a first round of talks on Monday."),
        ("Lake Wire", SECOND, "Egypt and Norway held a second round of talks on Monday."),
        ("Vesk Mail", THIRD, "Egypt is ready to resume talks with Norway, an aide said on Monday."),
        ("Lake Wire", THIRD, "Norway offered on Monday to host a third round of talks with Egypt."),
    )
    assert [(one.ordinal, one.day) for one in found] == [(1, FIRST), (2, SECOND)]


def test_a_journey_of_one_side_is_not_the_next_round() -> None:
    found = {}
    for name, plan in (
        ("journey", "The minister of Egypt will travel to Chile on 14 March for talks."),
        ("talks", "Egypt and Norway will meet for talks on 14 March."),
    ):
        at = rounds(
            ("Harbour Post", FIRST, "Egypt and Norway held a first round of talks on Monday."),
            ("Lake Wire", SECOND, f"Egypt and Norway met for a second round of talks on Monday. {plan}"),
        )
        found[name] = [one.value for one in at[1].details if one.kind == "next"]
    assert found == {"journey": [], "talks": ["2025-03-14"]}
