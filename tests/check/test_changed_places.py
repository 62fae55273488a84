"""One invented report as the only source: two who changed places, rates, what is only possible, grades of its own."""

import pytest

from tests.check.test_turns import check_against

SOURCE = """\
GENEVA - Israeli jets struck a Hezbollah weapons depot near Tyre. There was no indication that the fire at the mill \
was an attack. The guild turned the idea down; the company accepted it.
Minister Rosa Lindt said that she had spoken with Haan but not with Brand since the meeting.
Apprentices get 600 crowns a week. The mill will be allowed to send up to 120 carts a week. \
The rate of the crown stood at 832 crowns to the dollar on Monday, up from 900 \
crowns in August.
Consul Ada Moor urged the city on Thursday to give the talks another month, while Consul Piet Haan argued for a \
deadline in May. Greece's government has rejected a request by Turkey to send an observer to the harvest.
Karl Brand said that the visit was a gesture and could be suspended if the European guests left. Analysts expect the \
drought to end within ten days. The police are looking into who lit the fire at the mill.
The United States wants Iran to give up its dams entirely. Clerks of the court let the case against four weavers drop.
"""


@pytest.mark.parametrize(
    ("line", "verdict", "said"),
    [
        ("Hezbollah jets struck an Israeli weapons depot near Tyre.", "wrong-name", "Hezbollah"),
        ("The company turned down the idea; the guild accepted it.", "wrong-name", "company"),
        ("Lindt has spoken with Brand but not with Haan since the meeting.", "contradicted", "Haan"),
        ("Apprentices get 600 crowns a day.", "wrong-figure", "600 crowns a day"),
        ("The mill will send up to 120 carts a day.", "wrong-figure", "up to 120 carts a day"),
        ("The rate of the crown rose to 900 crowns to the dollar.", "wrong-figure", "to 900 crowns"),
        ("Moor argued for a deadline in May, while Haan urged the city to give the talks another month.", "wrong-name",
         "Moor"),
        ("Turkey rejected a request by Greece to send an observer to the harvest.", "wrong-name", "Turkey"),
        ("The fire at the mill was an attack.", "contradicted", ""),
    ],
    ids=["adjectives", "nouns", "not-with", "rate", "rate-of-a-bound", "up-from", "two-consuls", "its-government",
         "no-indication"],
)  # fmt: skip
def test_two_that_changed_places_are_found(line: str, verdict: str, said: str) -> None:
    found = check_against({"The Wire": SOURCE}, line)
    assert found.verdict == verdict, found.reason
    assert any(one.said == said for one in found.differences), found.differences


@pytest.mark.parametrize(
    "line",
    [
        "Israeli jets struck a Hezbollah weapons depot near Tyre.",
        "The guild turned down the idea; the company accepted it.",
        "Lindt has spoken with Haan but not with Brand since the meeting.",
        "Apprentices get 600 crowns a week.",
        "Apprentices get 600 crowns weekly.",
        "The rate of the crown stood at 832 crowns to the dollar on Monday.",
        "Haan argued for a deadline in May, while Moor urged the city to give the talks another month.",
        "Greece has rejected a request by Turkey to send an observer to the harvest.",
        "There was no indication that the fire at the mill was an attack.",
        "Brand said that the visit could be suspended if guests from Europe left.",
        "Washington wants Tehran to give up its dams entirely.",
        "Clerks let four weavers go without a case.",
        "Analysts expect that the drought will end within ten days.",
    ],
)
def test_what_stands_in_its_place_is_not_accused(line: str) -> None:
    found = check_against({"The Wire": SOURCE}, line)
    assert found.verdict in ("supported", "partly", "unsupported"), (found.verdict, found.reason)


@pytest.mark.parametrize(
    "line",
    ["The drought will end within ten days.", "The police established that somebody lit the fire at the mill."],
)
def test_what_is_only_possible_or_looked_into_is_held_in_part(line: str) -> None:
    found = check_against({"The Wire": SOURCE}, line)
    assert found.verdict in ("partly", "unsupported"), (found.verdict, found.reason)


def test_what_one_kind_of_speaker_says_is_not_another_ones() -> None:
    source = "The federation said that the driver had driven at the picket line. Police are looking into it. "
    source += "The company regretted the walkout and said through its spokeswoman that wages would be paid in May."
    found = check_against({"The Wire": source}, "Police said that the driver had driven at the picket line.")
    assert found.verdict == "misattributed", found.reason
    found = check_against({"The Wire": source}, "The union said that the driver had driven at the picket line.")
    assert found.verdict != "misattributed", found.reason
    found = check_against({"The Wire": source}, "The firm said that wages would be paid in May.")
    assert found.verdict != "misattributed", found.reason


def test_a_grade_of_the_report_is_no_part_of_its_sentence() -> None:
    line = "Apprentices get 600 crowns a week. (reported; low confidence; 1 origin: The Wire (also The Mail))"
    assert check_against({"The Wire": SOURCE}, line).verdict == "supported"


def test_the_tag_of_an_outlet_that_was_not_given_is_no_statement() -> None:
    found = check_against({"The Wire": SOURCE}, "Apprentices get 600 crowns a week. Weekly Review+2")
    assert found.verdict == "supported", found.reason
    assert found.citations[0].problem == "Weekly Review is none of the sources given"


def test_what_stands_in_brackets_and_is_told_stays() -> None:
    found = check_against(
        {"The Wire": SOURCE}, "Apprentices get 600 crowns a week (low wages for the Ruritanian coast)."
    )
    assert "Ruritanian" in found.text


def test_a_list_of_sources_does_not_take_the_place_of_the_footnotes() -> None:
    report = """\
Apprentices get 600 crowns a week.[^1]

## Sources

- The Post: "Rain in the hills", 12 October 2025
- The Wire: "Jets over Tyre", 14 October 2025

[^1]: The Wire, 14 October 2025, 3-9: "Apprentices get 600 crowns a week."
"""
    found = check_against({"The Wire": SOURCE, "The Post": "Rain fell in the hills of Oldport on Sunday."}, report)
    assert found.verdict == "supported", (found.verdict, found.reason)
