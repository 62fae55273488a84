"""What several reports share in a later clause is never shown by the clause before it."""

import datetime as dt

import pytest

from crosswire.assess.desk import Desk
from crosswire.assess.plan import Plan
from crosswire.assess.wording import _follows, word
from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def test_a_statement_knows_whether_another_clause_stands_before_it() -> None:
    text = "Norway and Egypt agreed to exchange 40 prisoners, but their talks ended without a ceasefire."
    first, last = read_article(Article("a", text), PACKS).statements
    span = first.evidence.span
    assert not _follows(text, first, span)
    assert _follows(text, last, span)


def weighed(*reports: tuple[str, dt.date, str, str]) -> list[int]:
    articles = [
        Article(f"a{number}", f"{title}\n\n{text}", title, outlet, published=day)
        for number, (outlet, day, title, text) in enumerate(reports)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    return sorted((len(claim.statements) for claim in dossier.claims), reverse=True)


def test_what_a_speaker_asked_for_is_not_what_he_later_says_was_done() -> None:
    first, later = dt.date(2025, 3, 3), dt.date(2025, 3, 14)
    asked = "Jon Petrov said Norway had proposed the lifting of the grain embargo."
    done = "Jon Petrov said Norway had achieved the lifting of the grain embargo."
    assert weighed(("Harbour Post", first, "Talks", asked), ("Harbour Post", later, "Ships", done))[0] == 1


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "The port closed on Friday after the mayor Dana Roe said it was unsafe for ships.",
            "[T]he mayor Dana Roe said it was unsafe for ships.",
        ),
        (
            "The remarks were the strongest rebuke since Dana Roe accepted an invitation from the port board.",
            "Dana Roe accepted an invitation from the port board.",
        ),
        (
            "While the council met, Dana Roe said the union would not sign.",
            "While the council met, Dana Roe said the union would not sign.",
        ),
    ],
)
def test_what_hangs_on_the_reports_own_clause_is_shown_without_it(sentence: str, shown: str) -> None:
    article = Article("a", sentence, outlet="Harbour Post", published=dt.date(2025, 3, 3))
    dossier = weigh([article], [read_article(article, PACKS)], PACKS.outlets)
    desk = Desk(dossier, Plan(None), PACKS, dt.date(2025, 3, 3))
    lines = [word(desk, one) for one in dossier.statements if one.speaker]
    assert [line.text for line in lines if line] == [shown]
