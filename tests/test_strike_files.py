"""The second demo case's own files: they parse, and truth.json says of them only what can be read in them."""

import datetime as dt
import json
from functools import cache
from typing import Any

import pytest
from bench.quality.demo.case import CASES

from crosswire import packs
from crosswire.packs.check import check_pack
from tests.test_demo_files import fold, overlap, quoted, records

CASE = CASES["strike"]
PARTIES = {"tfwu", "ostmere-transit", "drivers-guild", "ostmere-council"}


@cache
def texts() -> dict[str, str]:
    """Map every `ref` of truth.json to its article's folded text."""
    return {
        f"{path.name}#{number}" if path.suffix in {".jsonl", ".xml"} else path.name: fold(text)
        for path in sorted((CASE / "reports").iterdir())
        for number, text in enumerate(records(path), 1)
    }


@cache
def truth() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((CASE / "truth.json").read_text(encoding="utf-8"))
    return data


@cache
def known() -> packs.Packs:
    return packs.load("core", "negotiation", str(CASE / "pack"))


def test_every_quote_of_the_truth_stands_in_its_article() -> None:
    missing = [(ref, quote) for ref, quote in quoted(truth()) if fold(quote) not in texts()[ref]]
    assert missing == []
    assert len(quoted(truth())) > 200


def test_the_truth_lists_every_article_once_with_known_outlet_date_and_title() -> None:
    outlets = {outlet.id for outlet in known().outlets}
    refs = [article["ref"] for article in truth()["articles"]]
    assert sorted(refs) == sorted(texts())
    for article in truth()["articles"]:
        assert article["outlet"] in outlets
        assert dt.date(2025, 9, 1) <= dt.date.fromisoformat(article["published"]) <= dt.date(2025, 9, 28)
        assert article["genre"] == "statement" or fold(article["title"]) in texts()[article["ref"]]
    assert len({article["outlet"] for article in truth()["articles"]}) >= 8


def test_the_pack_is_sound_and_data_only() -> None:
    assert check_pack(str(CASE / "pack")) == []
    assert {path.suffix for path in (CASE / "pack").rglob("*") if path.is_file()} == {".toml"}


def test_parties_issues_and_acts_are_the_packs() -> None:
    issues = {issue.id for issue in known().issues}
    acts = {act.id for act in known().acts}
    for cell in truth()["positions"]:
        assert cell["party"] in PARTIES
        assert cell["issue"] in issues
        assert cell["act"] in acts
    actors = {actor.id for actor in known().actors}
    assert all(set(pair) <= actors for pair in truth()["different_actors"])
    assert all(one["actor"] in actors for one in truth()["same_actor"])


@pytest.mark.parametrize(
    ("part", "least"),
    [
        ("copies", 3),
        ("cites", 2),
        ("disputes", 10),
        ("not_disputes", 4),
        ("positions", 30),
        ("watch", 10),
        ("corroborated", 7),
        ("must_not_merge", 15),
        ("timeline", 15),
        ("statements", 60),
    ],
)
def test_enough_is_planted(part: str, least: int) -> None:
    assert len(truth()[part]) >= least


def test_copies_share_long_passages_with_their_origin() -> None:
    for group in truth()["copies"]:
        for member in group["members"]:
            assert overlap_of(group["origin"], member["ref"]) > 0.3, member["ref"]


def overlap_of(one: str, other: str) -> float:
    return overlap(texts()[one], texts()[other])


def test_the_reinstatements_add_up() -> None:
    (deal,) = truth()["commitments"]
    total = 0
    for delivery in deal["deliveries"]:
        total += delivery["number"]
        assert (delivery["total"], delivery["remaining"]) == (total, deal["promised"] - total)


def test_the_timeline_is_in_order() -> None:
    dates = [entry["date"] for entry in truth()["timeline"]]
    assert dates == sorted(dates)


def test_questions_name_their_articles() -> None:
    questions = json.loads((CASE / "questions.json").read_text(encoding="utf-8"))
    assert questions["default"] in {item["question"] for item in questions["questions"]}
    assert all(ref in texts() for item in questions["questions"] for ref in item["articles"])
    assert any(not item["answerable"] for item in questions["questions"])
