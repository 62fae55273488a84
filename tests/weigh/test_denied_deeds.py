"""A denial of a deed by its verb answers what was said of it just before, whoever the denier acts for."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
CHARGE = "A border official said that 50 travellers had waited since dawn and that Norway had turned back 38 of them."


LAID = "Norway's army said the mine had been newly laid near the gate. It wants an inquiry."


@pytest.mark.parametrize(
    ("told", "denial", "disputed"),
    [
        (CHARGE, "The Lake Authority denied turning anyone back.", True),
        (CHARGE, "The Lake Authority denied having turned anyone back.", True),
        (CHARGE, "The Lake Authority denied planning a new road.", False),
        (CHARGE, "The Lake Authority denied entry to nine drivers.", False),
        (LAID, "Egypt's ministry denied laying new mines.", True),
        (LAID, "Egypt's ministry denied laying cables.", False),
    ],
    ids=["a-gerund", "having-done", "another-deed", "withheld", "bent-verb", "another-thing"],
)
def test_a_denied_deed_answers_what_was_said_of_it(told: str, denial: str, *, disputed: bool) -> None:
    article = Article("a", f"News from the lake.\n\nThe gate opened on Monday. {told} {denial}", outlet="Paper")
    dossier = weigh([article], [read_article(article, PACKS)], PACKS.outlets)
    assert (
        any(one.kind == "denial" and one.sides[0].claims != one.sides[1].claims for one in dossier.disputes) is disputed
    )
