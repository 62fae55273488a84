"""One sentence may tell two claims: above it is shown, and among those of one origin it is not shown again."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
TOLD = (
    "Peru's President Ana Roe said on Monday that the plan for talks with Chile could form the basis of a settlement, "
    "but threatened to seize the port of Arica if Chile walked away from the negotiations."
)


def test_a_sentence_of_two_claims_is_shown_once() -> None:
    rest = "Chile has not answered the plan for talks. Envoys of both met in Lima on Sunday."
    article = Article(
        "a",
        f"Peru weighs a plan for talks with Chile\n\n{TOLD}\n\n{rest}",
        outlet="Coast Wire",
        published=dt.date(2030, 5, 8),
    )
    dossier = weigh([article], [read_article(article, PACKS)], PACKS.outlets)
    asked = assess(dossier, PACKS, question="Will Peru and Chile hold talks?")
    names = [one.name for one in asked.sections for line in one.lines if "form the basis" in line.text]
    assert "bottom_line" in names
    assert "single_origin" not in names
