"""How one statement stands to another."""

import datetime as dt

import pytest
from bench.quality.claims.evaluate import GOLD

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh.relations import Relation, relate_articles

BASE = "Tessen and Arlmark released 60 sailors in Oslo on Thursday."
CASES = {
    "the-order-of-the-parties-is-no-matter": ("On Thursday Arlmark and Tessen released 60 sailors in Oslo.", "same"),
    "a-detail-more-is-more-specific": (
        "Tessen and Arlmark released 60 sailors, 22 of them injured, in Oslo on Thursday after nine hours of waiting.",
        "more specific",
    ),
    "a-part-is-no-other-number": ("Nine of the sailors released in Oslo on Thursday were officers.", "part of"),
    "another-number-of-the-same": ("Tessen and Arlmark released 95 sailors in Oslo on Thursday.", "contradicts"),
    "a-denial": ("Arlmark denied that it had released 60 sailors in Oslo.", "denies"),
    "another-year": ("In 2024 Tessen and Arlmark released 31 sailors in Oslo.", "unrelated"),
    "what-could-be": ("Tessen and Arlmark could release 60 sailors in Oslo if the ferry arrives.", "unrelated"),
    "another-place": ("Tessen and Arlmark released 60 sailors in Lima on Thursday.", "unrelated"),
    "an-earlier-time": ("Tessen and Arlmark had released 40 sailors in Oslo the year before.", "unrelated"),
    "a-part-still-to-come": ("Of the 60 sailors released in Oslo on Thursday, 14 will go to hospital.", "part of"),
    "something-else": ("Tessen's parliament elected a new speaker on Thursday.", "unrelated"),
}


def relation(one: str, other: str) -> Relation:
    articles = [Article(id_, text, published=dt.date(2031, 5, 19)) for id_, text in (("a", one), ("b", other))]
    packs = load(str(GOLD.parent / "pack"))
    readings = [read_article(article, packs) for article in articles]
    return relate_articles(articles, readings, [("a", "b")])[0]


@pytest.mark.parametrize(("other", "kind"), CASES.values(), ids=CASES.keys())
def test_relation(other: str, kind: str) -> None:
    assert relation(BASE, other).kind == kind


@pytest.mark.parametrize(("other", "kind"), CASES.values(), ids=CASES.keys())
def test_relation_either_way_round(other: str, kind: str) -> None:
    assert relation(other, BASE).kind == kind


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        pytest.param(
            "Miners opened the gates of the Orm dam in Tessen on Monday, flooding two villages.",
            "Soldiers opened the gates of the Orm dam in Tessen on Monday.",
            "contradicts",
            id="another-doer",
        ),
        pytest.param(
            "Soldiers opened the gates of the Orm dam in Tessen on Monday.",
            "On Monday troops opened the gates of the Orm dam in Tessen.",
            "same",
            id="another-word-for-the-doer",
        ),
        pytest.param(
            "Four bakers were fined on Monday for selling stale bread.",
            "Nine bakers were fined on Monday for selling stale bread.",
            "contradicts",
            id="numbers-in-words",
        ),
        pytest.param(
            "Tessen will shut its last coal pit in Sarn on 30 November.",
            "Tessen will shut its last coal pit in Sarn on 31 March.",
            "contradicts",
            id="two-days-still-to-come",
        ),
    ],
)
def test_relation_of_other_pairs(one: str, other: str, kind: str) -> None:
    assert relation(one, other).kind == kind
