"""Whose reporting an article says it is: datelines, credit lines, footers, citations, links."""

import pytest

from crosswire.model import Article, Link, Region, Span
from crosswire.packs import Packs
from crosswire.packs.schema import PackOutlet
from crosswire.read.credits import find_credits
from crosswire.read.segment import segment

PACKS = Packs(
    names=("test",),
    actors=(),
    outlets=(
        PackOutlet("wirepress", "Wirepress", "wire", ("WP",), ("wirepress.example",)),
        PackOutlet("ledger", "Morning Ledger", "paper", (), ("ledger.example",)),
    ),
    issues=(),
    acts=(),
    speech=(),
    lexicon={},
    digest="credits-test",
)


def credits_of(text: str, **fields: object) -> list[tuple[str, str, str]]:
    article = Article("a", text, **fields)  # type: ignore[arg-type]
    sentences, _ = segment(article)
    return [(credit.outlet, credit.how, credit.span.of(text)) for credit in find_credits(article, sentences, [], PACKS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORT ELM, June 2 (Wirepress) - Talks opened.", [("wirepress", "wire", "Wirepress")]),
        ("PORT ELM (WP) — Talks opened.", [("wirepress", "wire", "WP")]),
        (
            "Talks opened.\n\n(Reporting by A. Bee for Wirepress; Editing by C. Dee)",
            [("wirepress", "wire", "Wirepress")],
        ),
        ("Talks opened.\n\nSource: Wirepress", [("wirepress", "source", "Wirepress")]),
        ("Talks opened.\n\nSource: Canal Nine", [("Canal Nine", "source", "Canal Nine")]),
        ("The Morning Ledger reported that talks opened.", [("ledger", "cites", "Morning Ledger")]),
        ("Talks opened, as first reported by the Morning Ledger.", [("ledger", "cites", "Morning Ledger")]),
        ("She told the Morning Ledger that talks opened.", [("ledger", "cites", "Morning Ledger")]),
    ],
)
def test_credit_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert credits_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Morning Ledger building burned.", id="named-but-not-cited"),
        pytest.param("The envoy (Norland) arrived.", id="bracket-without-outlet"),
        pytest.param("He cited the sourcebook. Wirepresses reported nothing.", id="part-of-a-word"),
    ],
)
def test_no_credit(text: str) -> None:
    assert credits_of(text) == []


def test_own_outlet_is_not_cited() -> None:
    assert credits_of("The Morning Ledger reported that talks opened.", outlet="Morning Ledger") == []


def test_credit_region() -> None:
    text = "Talks opened.\n\nWirepress contributed."
    regions = (Region(0, 13, "body"), Region(15, len(text), "credit"))
    assert ("wirepress", "wire", "Wirepress") in credits_of(text, regions=regions)


def test_link_to_another_outlet() -> None:
    text = "Talks opened, as reported."
    links = (
        Link(14, 25, "https://www.ledger.example/story"),
        Link(0, 5, "https://elsewhere.example/x"),
        Link(0, 5, "http://[bad"),
    )
    assert credits_of(text, links=links) == [("ledger", "link", "as reported")]


def test_link_to_itself_is_no_credit() -> None:
    links = (Link(0, 5, "https://ledger.example/story"),)
    assert credits_of("Talks opened.", links=links, url="https://ledger.example/today") == []


def test_spans_resolve() -> None:
    text = "PORT ELM (WP) — The Morning Ledger reported it."
    article = Article("a", text)
    for credit in find_credits(article, [Span(0, len(text))], [], PACKS):
        assert credit.span.of(text) in ("WP", "Morning Ledger")


@pytest.mark.parametrize(
    "line",
    ["(WP)", "WP", "(With inputs from WP)", "With reporting by WP and a trainee."],
    ids=["marks", "bare", "inputs", "with"],
)
def test_a_last_line_that_names_a_wire_credits_it(line: str) -> None:
    text = f"The envoy left the city on Monday.\n\n{line}"
    found = find_credits(Article("a", text), (), (), PACKS)
    assert [(one.outlet, one.how) for one in found] == [("wirepress", "wire")]


def test_a_last_line_that_says_more_credits_nobody() -> None:
    text = "The envoy left the city on Monday.\n\nShares of Wirepress fell."
    assert [one for one in find_credits(Article("a", text), (), (), PACKS) if one.how == "wire"] == []
