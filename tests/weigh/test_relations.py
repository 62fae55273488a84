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
