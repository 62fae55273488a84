"""What of a sentence leans on the one before it."""

import pytest

from crosswire.assess.leaning import hangs, leans, misses_its_sentence, own_end, points_away


@pytest.mark.parametrize(
    ("words", "does"),
    [
        pytest.param("The detention reflects deep divisions in the council.", True, id="a-deed-named-before"),
        pytest.param("The detention of the envoy reflects deep divisions.", False, id="whose-is-said"),
        pytest.param("The memorandum offers two options.", True, id="a-paper-named-before"),
        pytest.param("The memorandum that Vale sent offers two options.", False, id="whose-paper-is-said"),
        pytest.param("In exchange Vale would open the lock.", True, id="for-what"),
        pytest.param("In exchange for grain Vale would open the lock.", False, id="for-what-is-said"),
        pytest.param("If not, the lock stays shut.", True, id="if-not"),
        pytest.param("All five stayed away from the ceremony.", True, id="a-bare-number"),
        pytest.param("All five ministers stayed away.", False, id="of-whom"),
        pytest.param("The ministry offers two options.", False, id="an-office"),
        pytest.param("Vale opposes it, partly because of the lock.", True, id="opposes-what"),
        pytest.param("Vale has rejected it as a starting point.", True, id="rejected-what"),
        pytest.param("Mayor Ida Lund told him publicly to sign.", True, id="told-whom"),
        pytest.param("Vale said it would open the lock.", False, id="what-it-said-of-itself"),
        pytest.param("Vale opposes the plan and will reject it on Monday.", False, id="named-before"),
        pytest.param("The second is the return of the crews.", True, id="the-second-of-a-list"),
        pytest.param("The second round is due in May.", False, id="an-ordinal-of-a-noun"),
    ],
)
def test_what_hangs_on_the_sentence_before(words: str, does: bool) -> None:
    assert hangs(words) is does


@pytest.mark.parametrize(
    ("words", "does"),
    [
        pytest.param("The union says it would live with that so long as the lock opens.", True, id="live-with-that"),
        pytest.param("The minister reiterated this yesterday.", True, id="said-this-again"),
        pytest.param("The minister said the question could wait ten years.", True, id="which-question"),
        pytest.param("The minister said the question of the lock could wait.", False, id="the-question-of-what"),
        pytest.param("Vale has agreed to this only in principle.", True, id="agreed-to-this"),
        pytest.param("Vale has agreed to this plan in principle.", False, id="agreed-to-a-plan"),
        pytest.param("Should Vale get these two things it will be glad.", True, id="which-two-things"),
        pytest.param("As a consequence, there was no plan for the lock.", True, id="a-consequence-of-what"),
        pytest.param("In May there was a similar assessment from the council.", True, id="similar-to-what"),
        pytest.param("The mayor called the demand absurd.", False, id="the-demand"),
        pytest.param("The envoy confirmed that on Monday the lock had opened.", False, id="that-on-monday"),
        pytest.param("The envoy confirmed that the lock had opened.", False, id="that-clause"),
    ],
)
def test_what_hangs_on_it_inside(words: str, does: bool) -> None:
    assert hangs(words) is does


def test_what_is_done_to_that_offer_points_away() -> None:
    assert points_away("The mayor rejected that offer.")
    assert not points_away("The mayor dismissed that demand as “absurd” and went home.")


def test_a_list_s_bare_question_tells_nothing() -> None:
    assert leans("Whether Vale goes back to sea if the talks fail.")
    assert not leans("Whether Vale goes back to sea is unclear.")


def test_what_came_then_leans_on_what_came_before() -> None:
    assert leans("But then came the envoy's letter.")
    assert not leans("But on Monday the envoy's letter came.")


@pytest.mark.parametrize(
    ("clause", "does"),
    [
        pytest.param("the country's mayor announced their release.", True, id="whose-release"),
        pytest.param("the crews said that they would sail.", False, id="the-crews"),
        pytest.param("the minister told him to sign.", True, id="told-whom"),
        pytest.param("the minister said “let them go” on Monday.", False, id="quoted"),
    ],
)
def test_a_clause_cut_out_of_its_sentence(clause: str, does: bool) -> None:
    assert misses_its_sentence(clause) is does


def test_a_clause_ends_where_the_main_verb_goes_on() -> None:
    clause = "Vale had said that it was to start, and was followed by two more rounds"
    assert clause[: own_end(clause)] == "Vale had said that it was to start"
