"""Two reports of one bid are one claim, however few words they share."""

from pathlib import Path

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_many
from crosswire.text.times import parse_date
from crosswire.weigh import weigh

PACKS = load("core", "negotiation", str(Path(__file__).resolve().parents[2] / "src/crosswire/examples/strike/pack"))


def together(one: str, other: str, day: str = "6 September 2025") -> bool:
    """Tell whether a claim holds statements of both reports."""
    articles = [
        Article("a", f"First title\n\n{one}", outlet="Lowmark Wire", published=parse_date("4 September 2025")),
        Article("b", f"Another heading\n\n{other}", outlet="The Ostmere Examiner", published=parse_date(day)),
    ]
    dossier = weigh(articles, list(read_many(articles, PACKS)), PACKS.outlets)
    home = {said.id: said.article for said in dossier.statements}
    return any({home[said] for said in claim.statements} == {"a", "b"} for claim in dossier.claims)


OFFER = "The company offered 3.5 percent."


@pytest.mark.parametrize(
    ("other", "day", "one_claim"),
    [
        ("Ostmere Transit offered every employee a pay rise of 3.5 per cent.", "6 September 2025", True),
        ("Ostmere Transit offered every employee a pay rise of 4.5 per cent.", "6 September 2025", False),
        ("The Drivers' Guild offered every employee a pay rise of 3.5 per cent.", "6 September 2025", False),
        ("Ostmere Transit offered every employee a pay rise of 3.5 per cent.", "26 September 2025", False),
    ],
    ids=["same-side-same-rate", "another-rate", "another-side", "weeks-later"],
)
def test_one_bid_is_one_claim(other: str, day: str, one_claim: bool) -> None:
    assert together(OFFER, other, day) is one_claim
