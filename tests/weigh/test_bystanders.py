"""Only who bargains is a party: no lone person, no go-between, and no stand on a topic of general news in talks."""

import pytest

from tests.weigh.test_positions import cells, told

TALKS = "Egypt demanded a ceasefire of 30 days. Norway rejected the ceasefire.\n\n"


def _parties(text: str) -> set[str]:
    return {party for party, *_ in cells(told(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Per Holm, chief strategist at Lake Capital, demanded sanctions against the port.",
        "Ada Brandt, a former arms inspector, demanded that Egypt free the prisoners.",
    ],
    ids=["who-trades", "who-was-in-office-once"],
)
def test_a_lone_person_takes_no_stand_where_states_bargain(text: str) -> None:
    assert _parties(TALKS + text) == {"EGY", "NOR"}


def test_where_nobody_else_bargains_a_persons_call_is_a_stand() -> None:
    assert _parties("Ada Brandt, an author, demanded a ceasefire.") == {"ada-brandt"}


def test_a_department_s_spokesman_speaks_for_his_state() -> None:
    text = "US state department spokesman Per Holm demanded sanctions against Egypt."
    assert "USA" in _parties(TALKS + text)


def test_who_brokered_a_deal_is_not_bound_by_it() -> None:
    text = "Egypt reached an agreement on its uranium, brokered by Brazil and Turkey."
    assert _parties(TALKS + text) == {"EGY", "NOR"}


def test_two_sides_that_others_brought_together_agree() -> None:
    found = cells(told("Egypt reached an agreement with Norway on an exchange of prisoners, brokered by Turkey."))
    assert {(party, stance) for party, _, _, stance, _ in found} == {("EGY", "accept"), ("NOR", "accept")}


def test_a_topic_of_general_news_is_no_matter_of_talks() -> None:
    words = "Norway demanded a new bill on pensions and legislation on taxes."
    assert {issue for _, issue, *_ in cells(told(TALKS + words))} == {"ceasefire"}


def test_who_prepares_a_vote_or_stands_behind_a_paper_offers_nothing() -> None:
    for text in (
        "Norway said it would not open the port as the UN security council prepared to vote on sanctions.",
        "The deal revived parts of a UN-backed offer for Egypt to part with uranium.",
    ):
        assert "UN" not in _parties(TALKS + text)


def test_a_refusal_in_a_side_clause_is_its_own_subjects() -> None:
    text = (
        "Brazil's president oversaw the signing at a hotel after Norway refused to withdraw its troops from the valley."
    )
    assert "BRA" not in _parties(TALKS + text)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Egypt demanded the withdrawal of the restrictions on its students.", "territory"),
        ("Egypt is ready to hand over the running of the territory to technocrats.", "territory"),
        ("Egypt said it would accept the plan if it respects Egyptian sovereignty.", "territory"),
        ("Egypt rejected the envoy because of his lack of neutrality.", "security_guarantees"),
    ],
    ids=["curbs-are-withdrawn", "the-place-itself", "whose-say-it-is", "an-umpires-neutrality"],
)
def test_a_loose_word_names_no_issue(text: str, issue: str) -> None:
    assert issue not in {one for _, one, *_ in cells(told(text))}


def test_an_analyst_s_forecast_is_no_stand_of_whom_his_institute_is_called_after() -> None:
    text = (
        "Egypt refused to free the prisoners.\n\nAda Brandt, policy fellow at the European Council on Lakes thinktank, "
        "demanded a ceasefire."
    )
    assert _parties(text) == {"EGY"}


def test_what_a_premier_tells_of_a_body_is_that_body_s_stand() -> None:
    text = (
        "The Arab League will impose sanctions on Egypt and has appealed to its members to withdraw their ambassadors, "
        "said Norwegian Prime Minister Per Holm."
    )
    assert "NOR" not in {party for party, *_ in cells(told("Chile demanded a ceasefire. Peru rejected it.\n\n" + text))}


def test_sons_of_two_fathers_are_two() -> None:
    text = "Omar bin Said al-Veld, the premier, demanded a ceasefire. Omar bin Rashid al-Veld, the emir, rejected it."
    names = {one.name for one in told(text, "Omar bin Said al-Veld met Omar bin Rashid al-Veld.").actors}
    assert len({one for one in names if one.startswith("Omar")}) == 2
