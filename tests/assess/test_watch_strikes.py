"""What to watch and what was offered: a day that hangs on a vote, none called off, and the latest offer first."""

import datetime as dt

import pytest

from crosswire.assess import assess
from crosswire.assess.parts import question_parts
from crosswire.model import Article, Section
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2031, 11, 14)


def sections(*texts: str, question: str | None = None) -> dict[str, Section]:
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(at))
        for at, text in enumerate(texts)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    return {one.title: one for one in assess(dossier, PACKS, question=question).sections}


def watched(*texts: str) -> list[str]:
    found = sections(*texts).get("What to watch")
    return [line.text for line in found.lines] if found else []


def test_a_day_that_hangs_on_a_vote_is_watched() -> None:
    text = "The Dockers Federation said the strike would resume on 9 December if the offer was voted down."
    assert watched(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A strike by the Dockers Federation set for 18 November has been suspended.",
        "Pork from Norway remains subject to a 25 per cent tariff.",
        "The Dockers Federation said it had suspended a strike planned for next week.",
    ],
    ids=["called-off", "subject-to-a-tariff", "planned-and-suspended"],
)
def test_what_will_not_be_is_not_watched(text: str) -> None:
    assert watched(text) == []


def test_a_strike_that_is_set_is_watched() -> None:
    text = "A strike by the Dockers Federation will begin on 18 November."
    assert watched(text) == [text.replace("18 November", "18 November")]


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("What has the port offered?", "offers"),
        ("What has Canada given in return?", "offers"),
        ("What does the union want?", "wants"),
        ("What has happened?", "state"),
    ],
)
def test_what_was_offered_is_a_question_of_its_own(question: str, ask: str) -> None:
    assert [part.ask for part in question_parts(question)] == [ask]


def test_the_latest_offer_answers_first() -> None:
    first = "The Harbour Council offered a bonus of $300 for nights and holidays."
    second = "The Harbour Council offered the dockers a raise of 4 percent."
    other = "The Dockers Federation said that the quays were unsafe."
    found = sections(first, other, second, question="What has the Harbour Council offered?")
    assert [line.text for line in found["Your question, part by part"].lines] == [second, first]


ANSWER = "The Dockers Federation disputes that figure."


def test_a_denial_below_what_it_answers_may_point_to_it() -> None:
    claim = "Mayor Ada Lind said the strike had cost the town $4 million."
    lines = [line.text for line in sections(f"{claim} {ANSWER}")["Where accounts disagree"].lines]
    assert lines[1:] == [claim, ANSWER]


def test_a_frame_is_left_out_where_what_is_told_follows_it() -> None:
    leak = "The Harbour Council has floated a raise of 4.5 percent over 30 months, the Post understands."
    denial = "It comes as the Harbour Council denied a report that it had offered 4.5 percent over 30 months."
    lines = [line.text for line in sections(leak, denial)["Where accounts disagree"].lines]
    assert lines[2] == "[T]he Harbour Council denied a report that it had offered 4.5 percent over 30 months."
