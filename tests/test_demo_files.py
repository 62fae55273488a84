"""The demo case's own files: they parse, and truth.json says of them only what can be read in them."""

import datetime as dt
import email
import email.policy
import importlib.util
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html
import pypdfium2
import pytest

from crosswire import packs
from crosswire.packs.check import check_pack

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "src/crosswire/examples/demo"
REPORTS = DEMO / "reports"
GENRES = {"news", "opinion", "analysis", "interview", "statement", "summary", "qa"}
ACTS = {"CONDITION", "CONCEDE", "OFFER", "DEMAND", "REJECT", "RED_LINE", "ACCEPT", "PROMISE"}


def fold(text: str) -> str:
    """Fold white space, as extraction from PDF, mail and HTML may break lines anywhere."""
    return " ".join(text.split())


def records(path: Path) -> list[str]:
    """Return the texts of a file's articles by the plainest means, not by the code under test."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(data)
        pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
        # The running head and the page number stand between a sentence's halves.
        bodies = [re.sub(r"\d / \d\s*$", "", page).partition("\n")[2] for page in pages]
        return [" ".join(bodies)]
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in data.decode().splitlines()]
        return [f"{row['title']}\n{row['text']}" for row in rows]
    if path.suffix == ".xml":
        items = lxml.etree.fromstring(data).findall("channel/item")
        return [" ".join(_plain(part.text or "") for part in item) for item in items]
    if path.suffix == ".eml":
        message = email.message_from_bytes(data, policy=email.policy.default)
        return [message["subject"] + "\n" + message.get_content()]
    if path.suffix == ".html":
        return [lxml.html.fromstring(data.decode()).text_content()]
    return [data.decode()]


def _plain(markup: str) -> str:
    return str(lxml.html.fromstring(f"<div>{markup}</div>").text_content())


@cache
def texts() -> dict[str, str]:
    """Map every `ref` of truth.json to its article's folded text."""
    found = {}
    for path in sorted(REPORTS.iterdir()):
        articles = records(path)
        for number, text in enumerate(articles, 1):
            many = path.suffix in {".jsonl", ".xml"}
            found[f"{path.name}#{number}" if many else path.name] = fold(text)
    return found


@cache
def truth() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
    return data


@cache
def known() -> packs.Packs:
    return packs.load("core", "negotiation", str(DEMO / "pack"))


def walk(node: object) -> Iterator[dict[str, Any]]:
    """Yield every mapping inside a JSON value."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


def quoted(node: object) -> list[tuple[str, str]]:
    return [(item["ref"], item["quote"]) for item in walk(node) if "quote" in item]


def outlet_of() -> dict[str, str]:
    return {article["ref"]: article["outlet"] for article in truth()["articles"]}


def test_every_quote_of_the_truth_stands_in_its_article() -> None:
    missing = [(ref, quote) for ref, quote in quoted(truth()) if fold(quote) not in texts()[ref]]
    assert missing == []
    assert len(quoted(truth())) > 250


def test_the_truth_lists_every_article_once() -> None:
    refs = [article["ref"] for article in truth()["articles"]]
    assert sorted(refs) == sorted(texts())
    assert len(refs) == len(set(refs)) >= 30


def test_articles_carry_their_title_and_author() -> None:
    for article in truth()["articles"]:
        if article["genre"] != "statement":
            assert fold(article["title"]) in texts()[article["ref"]], article["ref"]
        if article["author"] and "/" not in article["ref"]:
            for name in article["author"].split(" and "):
                raw = (REPORTS / article["ref"].partition("#")[0]).read_text(encoding="utf-8")
                assert name in raw, article["ref"]


def test_articles_have_known_outlets_and_genres_and_dates_of_the_case() -> None:
    outlets = {outlet.id for outlet in known().outlets}
    for article in truth()["articles"]:
        assert article["outlet"] in outlets
        assert article["genre"] in GENRES
        assert dt.date(2025, 4, 28) <= dt.date.fromisoformat(article["published"]) <= dt.date(2025, 5, 25)
    assert len({article["outlet"] for article in truth()["articles"]}) >= 10


def test_the_pack_is_sound() -> None:
    assert check_pack(str(DEMO / "pack")) == []


def test_parties_issues_and_acts_are_the_packs() -> None:
    actors = {actor.id for actor in known().actors}
    issues = {issue.id for issue in known().issues}
    acts = {act.id for act in known().acts}
    for cell in truth()["positions"]:
        assert cell["party"] in {"VAL", "KES"}
        assert cell["issue"] in issues
        assert cell["act"] in ACTS & acts
        assert cell["round"] in {1, 2, 3}
    for pair in truth()["different_actors"]:
        assert set(pair) <= actors
    for one in truth()["same_actor"]:
        assert one["actor"] in actors


def test_a_listed_speaker_is_named_in_the_article() -> None:
    surnames = {actor.id: {name.split()[-1] for name in (actor.name, *actor.aliases)} for actor in known().actors}
    for statement in truth()["statements"]:
        speaker = statement["speaker"]
        if speaker is None:
            assert statement["unnamed"], statement
            assert fold(statement["unnamed"]).lower() in texts()[statement["ref"]].lower(), statement
            continue
        names = surnames.get(speaker, {speaker.rsplit("-", 1)[-1].capitalize()})
        assert any(name in texts()[statement["ref"]] for name in names), statement


@pytest.mark.parametrize(
    ("part", "least"),
    [
        ("copies", 4),
        ("not_copies", 2),
        ("cites", 5),
        ("disputes", 12),
        ("not_disputes", 4),
        ("positions", 20),
        ("watch", 10),
        ("corroborated", 8),
        ("single_origin", 5),
        ("must_not_merge", 10),
        ("timeline", 12),
        ("statements", 40),
    ],
)
def test_enough_is_planted(part: str, least: int) -> None:
    assert len(truth()[part]) >= least


def test_all_kinds_of_dispute_are_planted() -> None:
    kinds = {dispute["kind"] for dispute in truth()["disputes"]}
    assert kinds == {"figure", "denial", "attribution", "date", "characterisation"}


def test_copies_share_long_passages_with_their_origin_and_hard_negatives_do_not() -> None:
    for group in truth()["copies"]:
        for member in group["members"]:
            assert shared(group["origin"], member["ref"]) > 0.3, member["ref"]
    for item in truth()["not_copies"]:
        first, *_, last = (evidence["ref"] for evidence in item["evidence"])
        assert unquoted(first, last) < 0.05, item["id"]


def shared(one: str, other: str) -> float:
    """Return which part of the shorter text's five-word shingles the longer one holds."""
    return overlap(texts()[one], texts()[other])


def unquoted(one: str, other: str) -> float:
    return overlap(*(re.sub(r"[“\"][^”\"]*[”\"]", " ", texts()[ref]) for ref in (one, other)))


def overlap(one: str, other: str) -> float:
    left, right = (shingles(text) for text in (one, other))
    return len(left & right) / min(len(left), len(right))


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}


def test_corroborated_facts_count_origins_not_articles() -> None:
    copied = {m["ref"]: group["wire"] for group in truth()["copies"] for m in group["members"]}
    for fact in (*truth()["corroborated"], *truth()["single_origin"]):
        refs = {item["ref"] for item in fact["evidence"]}
        # What a copier adds to the wire's text is its own reporting.
        fold_to = {} if fact.get("own_paragraph") else copied
        assert {fold_to.get(ref, outlet_of()[ref]) for ref in refs} == set(fact["origins"]), fact["id"]
        assert len(refs) == fact["articles"]
    assert all(len(fact["origins"]) >= 2 for fact in truth()["corroborated"])
    assert all(len(fact["origins"]) == 1 for fact in truth()["single_origin"])


def test_the_exchange_adds_up() -> None:
    (deal,) = truth()["commitments"]
    total = 0
    for delivery in deal["deliveries"]:
        total += delivery["number"]
        assert delivery["total"] == total
        assert delivery["remaining"] == deal["promised"] - total


def test_page_roles_are_the_lines_of_the_page() -> None:
    for page in truth()["page_roles"]:
        lines = (REPORTS / page["ref"]).read_text(encoding="utf-8").split("\n")
        assert [item["text"] for item in page["lines"]] == [line for line in lines if line.strip()]
        assert all(lines[item["line"] - 1] == item["text"] for item in page["lines"])
        assert {"title", "byline", "date", "body", "pullquote", "navigation", "footer"} <= {
            item["role"] for item in page["lines"]
        }


def test_the_timeline_is_in_order() -> None:
    dates = [entry["date"] for entry in truth()["timeline"]]
    assert dates == sorted(dates)


def test_questions_name_what_an_answer_must_mention() -> None:
    questions = json.loads((DEMO / "questions.json").read_text(encoding="utf-8"))
    assert len(questions["questions"]) == 3
    assert questions["default"] in {item["question"] for item in questions["questions"]}
    for item in questions["questions"]:
        assert item["answerable"] is bool(item["must_mention"])
        assert all(ref in texts() for ref in item["articles"])
    assert any(not item["answerable"] for item in questions["questions"])


def test_the_pdf_is_what_its_source_renders() -> None:
    spec = importlib.util.spec_from_file_location("build_demo", ROOT / "examples/build_demo.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.render(script.SOURCE.read_text(encoding="utf-8")) == script.TARGET.read_bytes()
