"""An offer turned down and another thing taken is no agreement on the offer."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def relations(*texts: str) -> dict[tuple[str, tuple[str, ...]], str]:
    day = dt.date(2025, 3, 5)
    articles = [
        Article(f"a{at}", f"{TALKS}\n\n{text}", outlet=f"Paper {at}", published=day) for at, text in enumerate(texts)
    ]
    found = weigh(articles, [read_article(one, PACKS) for one in articles], vocabulary=vocabulary_of(PACKS))
    return {(one.issue, tuple(sorted(one.parties))): one.relation for one in found.gaps}


BOTH = ("EGY", "NOR")
TALKS = "Egypt and Norway held talks in Lima on Monday."


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        (
            "Egypt rejected Norway's offer of a 4 per cent rise in transit fees, and accepted a rise of 6 per cent put "
            "forward by Peru.",
            "navigation_trade",
        ),
        (
            "Norway offered a 30-day ceasefire. Egypt turned the offer down. Egypt accepted a ceasefire of three days.",
            "ceasefire",
        ),
        (
            "Norway offered a limited ceasefire at sea. Egypt turned the offer down. "
            "Egypt accepted another ceasefire on land.",
            "ceasefire",
        ),
        (
            "Norway proposed humanitarian corridors in the north. Egypt rejected the corridors in the north. "
            "Egypt accepted humanitarian corridors in the south instead.",
            "humanitarian_access",
        ),
    ],
    ids=["of-another-party", "of-other-days", "told-as-another", "instead"],
)
def test_what_is_taken_after_a_refusal_is_no_agreement_on_what_was_refused(text: str, issue: str) -> None:
    assert relations(text)[issue, BOTH] in ("opposed", "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "Norway offered a 30-day ceasefire. Egypt accepted the offer.",
        "Norway offered a 30-day ceasefire. Egypt accepted a ceasefire of 30 days.",
        "Norway proposed a ceasefire of 30 days. Egypt rejected a plan for a new border on Monday. "
        "Egypt accepted the ceasefire of 30 days.",
    ],
    ids=["answers-it", "names-it", "refused-something-else"],
)
def test_what_is_taken_without_a_refusal_of_it_is_agreed(text: str) -> None:
    assert relations(text)["ceasefire", BOTH] == "agreed"


def test_what_was_refused_first_and_then_taken_is_not_called_opposed() -> None:
    text = "Norway offered a 30-day ceasefire. Egypt turned the offer down on Monday. On Tuesday Egypt accepted it."
    assert relations(text)["ceasefire", BOTH] in ("agreed", "overlap")
