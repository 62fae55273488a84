"""Weekdays to come in sentences told in the past, and the day a morning paper's page was written for."""

import datetime as dt

import pytest

from crosswire.text.sentences import split_sentences
from crosswire.text.timex import find_times

# A Wednesday.
PUBLISHED = dt.date(2025, 6, 4)


def days(text: str, published: dt.date = PUBLISHED) -> list[str]:
    return [str(time.start) for time in find_times(text, split_sentences(text), published) if time.kind == "date"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("Her decision to pull out of this Friday's vote cost her.", "2025-06-06", id="this-friday"),
        pytest.param("The mayor said that this Monday he fell.", "2025-06-02", id="this-monday-told-as-past"),
        pytest.param("The deal should see Ada Roe sworn in on Friday.", "2025-06-06", id="should-see-done"),
        pytest.param("Roe wanted to see them back at work on Monday.", "2025-06-09", id="wanted-to-see"),
        pytest.param("They could see that Roe was sworn in on Monday.", "2025-06-02", id="could-see-that-it-was"),
        pytest.param("The fair opened on Monday and runs until Sunday.", "2025-06-08", id="runs-until"),
        pytest.param("The list is being kept secret until Friday.", "2025-06-06", id="is-kept-until"),
        pytest.param("The bridge was kept shut until Monday.", "2025-06-02", id="was-kept-until"),
        pytest.param("The envoys spoke before ministers sit down on Friday.", "2025-06-06", id="before-they-sit-down"),
        pytest.param(
            "The vote, which was to have been held on Tuesday, was moved.", "2025-06-03", id="was-to-have-been"
        ),
        pytest.param("The swap was to have been made by Friday, a feast.", "2025-06-06", id="was-to-have-been-soon"),
        pytest.param("It doubts the release of sixty men by Friday, when both will feast.", "2025-06-06", id="by-when"),
        pytest.param("Roe was due to meet the miners named by the court on Friday.", "2025-06-06", id="was-due-soon"),
        pytest.param("Roe was due to meet the miners on Monday.", "2025-06-02", id="was-due-before"),
        pytest.param("The fair, which should have opened on Monday, is off.", "2025-06-02", id="should-have"),
        pytest.param("By Friday, police had arrested sixty men.", "2025-05-30", id="by-then"),
        pytest.param("Shops readied themselves for Sunday, the start of the week.", "2025-06-08", id="readied-for"),
        pytest.param("The mayor prepared a speech on Sunday.", "2025-06-01", id="prepared-on"),
        pytest.param("Roe had been expected home on Monday.", "2025-06-02", id="had-been-expected"),
        pytest.param(
            "It throws into doubt the talks that had been due to open on Friday.", "2025-06-06", id="had-been-due"
        ),
        pytest.param(
            "Ten men, who'd been expected in Vesk on Tuesday, wait.", "2025-06-03", id="who-had-been-expected"
        ),
        pytest.param(
            "Roe put a plan on Monday that would free them.", "2025-06-02", id="the-relative-has-its-own-verb"
        ),
        pytest.param("Roe said that holding Friday's vote will harm them.", "2025-06-06", id="said-that-does-not-tell"),
        pytest.param("Roe said Friday's run-off should be delayed.", "2025-06-06", id="a-vote-that-should-be-delayed"),
        pytest.param("Friday's attack should be condemned, she said.", "2025-05-30", id="an-attack-is-not-called"),
        pytest.param(
            "The talks come ahead of a long meeting of the governors of the Harbour Board of Port Almeria on Monday.",
            "2025-06-09",
            id="come-ahead-of-a-meeting",
        ),
        pytest.param("They came ahead of a meeting, and spoke on Monday.", "2025-06-02", id="came-and-left"),
        pytest.param("They hoped to use the summit this weekend.", "2025-06-07", id="this-weekend"),
    ],
)
def test_a_weekday_ahead_of_a_clause_in_the_past(text: str, day: str) -> None:
    assert days(text)[-1] == day


def test_what_is_called_for_a_day_lies_ahead_wherever_it_is_named() -> None:
    text = "Friday's vote has split Port Almeria. The vote will be held on Friday. Roe quit after Friday's meeting."
    assert days(text) == ["2025-06-06", "2025-06-06", "2025-05-30"]


def test_a_victory_that_could_not_be_seen_as_fair_lies_ahead_with_its_vote() -> None:
    text = "The vote will be held on Friday. Roe said that a victory on Friday could not be seen as fair."
    assert days(text) == ["2025-06-06", "2025-06-06"]


def test_done_things_stay_past_though_another_is_called_for_that_day() -> None:
    assert days("They met after Friday's vote. The next vote will be held on Friday.")[0] == "2025-05-30"


def test_a_feast_names_no_weekday() -> None:
    assert days("The shops closed on Easter Monday.") == []


def test_last_week_of_a_sunday_paper_is_the_week_that_is_ending() -> None:
    found = find_times("They left last week.", split_sentences("They left last week."), dt.date(2025, 6, 8))[0]
    assert (str(found.start), str(found.end)) == ("2025-06-02", "2025-06-07")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("Roe fled on Tuesday. The council met last night.", "2025-06-04", id="two-names-of-two-days"),
        pytest.param("Roe fled on Monday. The council met last night.", "2025-06-03", id="another-day"),
        pytest.param('Roe fled on Tuesday. "I left yesterday," she said.', "2025-06-03", id="a-speaker-s-yesterday"),
        pytest.param("Today Roe fled. On Tuesday she hid. It met last night.", "2025-06-03", id="a-page-with-today"),
        pytest.param("Roe will speak on Tuesday. It met last night.", "2025-06-03", id="a-day-to-come"),
        pytest.param("Roe will speak on Wednesday. It met last night.", "2025-06-04", id="its-own-day-to-come"),
        pytest.param(
            "It rained on Tuesday. Roe said so on Wednesday. It met last night.", "2025-06-03", id="its-own-day-past"
        ),
    ],
)
def test_a_morning_paper_s_yesterday_is_the_day_its_page_came_out(text: str, day: str) -> None:
    assert days(text)[-1] == day


def test_a_live_page_goes_on_past_midnight() -> None:
    told = "Roe was sworn in on Thursday. "
    assert days(told) == ["2025-05-29"]
    assert days(told + "The senators spoke on and on. " * 800) == ["2025-06-05"]
