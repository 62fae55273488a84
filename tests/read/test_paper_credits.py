"""Which paper had a story first is a credit, and no claim of the report that says so."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
LEAD = "Norway plans to reopen the port of Halden in June, two officials said on Thursday."


def told(text: str) -> list[str]:
    reading = read_article(Article("a", f"{LEAD}\n\n{text}", outlet="Lake Wire"), PACKS)
    return [one.evidence.quote for one in reading.statements if one.evidence.start > len(LEAD)]


def cited(text: str) -> set[str]:
    reading = read_article(Article("a", f"{LEAD}\n\n{text}", outlet="Lake Wire"), PACKS)
    return {one.outlet for one in reading.credits if one.how == "cites"}


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Politico was first to report the plan.", "politico"),
        ("Politico was the first to report on the plan.", "politico"),
        ("The plan was first reported by Axios.", "axios"),
        ("Bloomberg first reported the talks on Wednesday.", "bloomberg"),
        ("The New York Times earlier reported the details of the plan.", "nyt"),
        ("The story was first published in the Financial Times.", "ft"),
        ("News of the plan was first reported in the Wall Street Journal.", "wsj"),
        ("Details of the draft were earlier reported by the Washington Post.", "wapo"),
        ("Norway's move was reported first by CNN on 3 May.", "cnn"),
        ("The plan was first reported by Axios and CNN.", "axios"),
        ("(First reported by Axios.)", "axios"),
    ],
)
def test_a_credit_to_a_paper_is_a_cite_and_no_claim(text: str, outlet: str) -> None:
    assert told(text) == []
    assert outlet in cited(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Financial Times first reported that Norway would send 12 ships in June.",
        "Axios reported the death of 12 sailors.",
        "Politico was first to report that 12 sailors had died.",
        "Norway was first to report the outbreak.",
        "The outbreak was first reported by Norway.",
        "The outbreak was first reported in Lima.",
        "CNN was first reported missing by its owners, who sued in Lima.",
    ],
)
def test_what_a_paper_reported_and_what_others_report_stays_a_claim(text: str) -> None:
    assert told(text) == [text]


def test_an_aside_on_who_had_it_first_makes_no_claim_of_its_own() -> None:
    text = "Axios, which first reported the plan, said the port would open on 3 June."
    assert told(text) == [text]


def test_long_sentences_are_passed_over_fast() -> None:
    assert told(f"Axios first {'reported the plan ' * 400}.") != [""]
