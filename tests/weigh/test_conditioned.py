"""A condition is its speaker's, and not of whoever is to do what it hangs on."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.conditioned import waits
from crosswire.weigh.topics import find_topics

PACKS = load("core", "negotiation")


@pytest.mark.parametrize(
    ("text", "party", "held"),
    [
        ("Hamas said it would store its weapons if Norway withdrew its troops from the valley.", "NOR", False),
        ("Norway said it would withdraw its troops from the valley if Hamas gave up its weapons.", "NOR", True),
        ("The sanctions on Norway return unless the council adopts a text.", "UN", False),
    ],
    ids=["who-is-to-withdraw", "who-says-so", "a-body-by-its-noun"],
)
def test_a_condition_is_its_speakers(text: str, party: str, *, held: bool) -> None:
    body = f"News.\n\nNorway and Hamas held a second round of talks on Monday. {text}"
    article = Article("a", body, outlet="Paper", published=dt.date(2031, 3, 4))
    found = weigh([article], [read_article(article, PACKS)], PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    assert any(one.party == party and one.stance == "condition" for one in found.positions) is held


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("the shelling must end before any observers can be sent", True),
        ("there had to be a truce before any talks", False),
        ("observers must be sent before the truce ends", False),
    ],
    ids=["what-comes-later-waits", "another-issue", "what-comes-first-is-asked"],
)
def test_what_comes_later_hangs_on_what_is_asked(words: str, *, held: bool) -> None:
    assert waits(words, "monitoring", find_topics(PACKS.issues)) is held
