"""A denial that says itself what it denies is a quarrel in one sentence; one that leans on another is none."""

import datetime as dt

import pytest

from crosswire.model import Article, Dispute
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
BEFORE = "The quays of Orm were closed on Monday."


def alone(text: str) -> list[Dispute]:
    """Return the disputes that one sentence holds."""
    article = Article("a", f"News.\n\n{BEFORE}\n\n{text}", outlet="Lake Post", published=dt.date(2031, 5, 7))
    found = weigh([article], [read_article(article, PACKS)], PACKS.outlets).disputes
    return [one for one in found if one.kind == "denial" and one.sides[0].claims == one.sides[1].claims]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Lind denied a report in a weekly newspaper that she had told the ferry company to close the line.",
        "Mayor Ada Lind dismissed suggestions that the company had paid for her campaign.",
        "The Dockers Union rejects the claim that its pickets blocked the gate.",
        'Mayor Ada Lind said the charge that the council had forged the letters was "nonsense".',
        "Norway denied that it had agreed to give up the northern islands.",
        "Norway denies backing the islanders.",
        "Mayor Ada Lind denied ordering guards to beat the strikers.",
        "The Dockers Union accuses the company of hiring thugs - a charge the company denies.",
        "Bo Tarn denied knowledge of the letter even though the council says it was delivered to his office.",
    ],
    ids=[
        "a-report-that",
        "suggestions-that",
        "the-claim-that",
        "the-charge-was-nonsense",
        "denied-that",
        "denies-doing",
        "denied-ordering",
        "a-charge-it-denies",
        "even-though-another-says",
    ],
)
def test_what_is_denied_stands_in_the_sentence(text: str) -> None:
    assert len(alone(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that any such offer had been made.",
        "Norway denied that any date had been set.",
        "The army denied having carried out the strike.",
        "Norway denied entry to nine drivers of the ferry company.",
        "Mayor Ada Lind rejected the demand that the company should pay the crews.",
        "Mayor Ada Lind dismissed the plan of the company as too dear for the town.",
        "The company proposed to share the quays, something the union has neither confirmed nor denied.",
        "The union has never denied that the crews were late on Monday.",
    ],
    ids=[
        "any-such", "any-date", "the-strike", "withheld", "a-demand", "a-plan", "neither-nor", "never-denied"
    ],
)  # fmt: skip
def test_what_leans_on_another_sentence_or_denies_nothing_is_none(text: str) -> None:
    assert alone(text) == []
