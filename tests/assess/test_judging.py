"""What a commentator argues, and what he only tells."""

import pytest

from crosswire.assess.judging import argues, forecasts, lacks_condition


@pytest.mark.parametrize(
    ("words", "does"),
    [
        pytest.param("The mayor never wanted a second round.", True, id="what-is-not"),
        pytest.param("The union could have had the same offer in March.", True, id="what-could-be"),
        pytest.param("The lock is the easy part of it.", True, id="how-something-is"),
        pytest.param("What the envoy wanted was to get home, and he did.", True, id="what-it-was-about"),
        pytest.param("It was a pointless walk-out.", True, id="blame"),
        pytest.param("The choice, which is theirs, is hardly between war and peace.", True, id="past-a-clause"),
        pytest.param("The envoys met at the lock in May.", False, id="a-deed-in-may"),
        pytest.param("Its members have widened their campaign for a no vote.", False, id="a-no-vote"),
        pytest.param("The crews raised the hope that it could be a start.", False, id="what-others-hope"),
        pytest.param("The next report is due in November.", False, id="what-is-due"),
        pytest.param("Wheat was the dearest of the goods shipped.", False, id="how-something-was"),
        pytest.param("The editors put together a slide show of the visit.", False, id="a-show"),
    ],
)
def test_what_argues(words: str, does: bool) -> None:
    assert argues(words) is does


@pytest.mark.parametrize(
    ("words", "does"),
    [
        pytest.param("The new plan is likely to raise the pressure.", True, id="likely"),
        pytest.param("It is the only part of the plan to have lived so far.", True, id="so-far"),
        pytest.param("The mayor met the crews in May.", False, id="the-month"),
        pytest.param("The council is no friend of the crews.", False, id="how-it-is"),
    ],
)
def test_what_is_true_of_its_day_alone(words: str, does: bool) -> None:
    assert forecasts(words) is does


def test_what_would_have_been_needs_its_condition() -> None:
    assert lacks_condition("Vale would have had to free the crews.")
    assert not lacks_condition("If it had signed, Vale would have had to free the crews.")
    assert not lacks_condition("Nobody would have minded.")
