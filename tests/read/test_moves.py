"""Stands of single clauses: several in one sentence, by nouns and auxiliaries, and what takes none."""

import datetime as dt

import pytest

from crosswire.model import Article, Move
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def _moves(text: str, *, genre: str = "news") -> list[Move]:
    article = Article("a", text, published=dt.date(2030, 5, 8), genre=genre)  # type: ignore[arg-type]
    return list(read_article(article, PACKS).moves)


def _stands(text: str, **options: str) -> list[tuple[str, str | None, str]]:
    return [(one.act, one.agent, one.issues[0] if one.issues else "") for one in _moves(text, **options)]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (
            "Peru refused inspections and demanded the release of its sailors held in Arica.",
            [("REJECT", "PER", "monitoring"), ("DEMAND", "PER", "prisoners")],
        ),
        (
            "Peru said it would never accept a tribunal for its officers.",
            [("RED_LINE", "PER", "accountability")],
        ),
        (
            "Chile, Brazil, Norway and Peru demanded a ceasefire.",
            [(act, agent, "ceasefire") for act, agent in (("DEMAND", one) for one in ("BRA", "CHL", "NOR", "PER"))],
        ),
        ("Chile repeated its refusal to cede the peninsula.", [("REJECT", "CHL", "territory")]),
        ("Peru said it would accept nothing less than a ceasefire.", [("DEMAND", "PER", "ceasefire")]),
        ("Peru had gone in demanding a ceasefire.", [("DEMAND", "PER", "ceasefire")]),
        ('Peru said: "The blockade stays."', [("REJECT", "PER", "navigation_trade")]),
        ("Peru said it would not lift the blockade, not for a day.", [("RED_LINE", "PER", "navigation_trade")]),
        ("The minister spoke of Peru's demand that the embargo be lifted.", [("DEMAND", "PER", "sanctions_economy")]),
        ("Peru's envoy arrived with a call for a ceasefire.", [("DEMAND", "PER", "ceasefire")]),
        ("The prisoner exchange, which Chile refused, was Peru's idea.", [("REJECT", "CHL", "prisoners")]),
        ("Chile said it would not hold fire while Peru kept the port closed.", [("CONDITION", "CHL", "ceasefire")]),
        ("Chile said it would not accept a ceasefire while a third of its ports were closed.",
         [("REJECT", "CHL", "ceasefire")]),
        ("Chile said it could lift the embargo, provided Peru opened the strait.",
         [("CONDITION", "CHL", "sanctions_economy")]),
        ("Peru said that Chile must lift the embargo.", [("DEMAND", "PER", "sanctions_economy")]),
        ("An amnesty, Peru said, is out of the question.", [("RED_LINE", "PER", "accountability")]),
        ("Peru offered a truce in exchange for the end of the embargo.", [("OFFER", "PER", "ceasefire")]),
        ("The two sides settled on a truce.", [("AGREE_JOINT", None, "ceasefire")]),
    ],
    ids=[
        "two-verbs-are-two-stands",
        "never-is-for-good",
        "four-in-a-list",
        "refusal-is-a-noun-of-refusing",
        "nothing-less-is-a-demand",
        "who-goes-in-demanding-demands",
        "what-stays-is-refused",
        "not-for-a-day-is-for-good",
        "a-demand-belongs-to-its-possessor",
        "who-arrives-with-a-call-demands",
        "a-relative-clause-is-about-what-it-follows",
        "refused-while-is-a-condition",
        "while-so-many-are-is-a-reason",
        "could-provided-is-a-condition",
        "must-demands-of-another",
        "a-predicate-is-the-speakers",
        "a-price-is-no-condition",
        "two-sides-agree-together",
    ],
)  # fmt: skip
def test_a_clause_takes_its_own_stand(text: str, stands: list[tuple[str, str | None, str]]) -> None:
    assert _stands(text) == stands


@pytest.mark.parametrize(
    "text",
    [
        "Peru neither accepted the truce nor refused it.",
        "Chile has stopped asking for a ceasefire.",
        "Did Peru refuse the truce?",
        "The sanctions will not hurt farmers, Peru said.",
        "Peru did not demand a ceasefire.",
        "Analysts wrote of reports calling for sanctions.",
        "Peru could lift the embargo, Chile said.",
        "The court refused his appeal and the minister wanted lunch.",
        "No more than three ships passed the strait, Peru said.",
        "Chile denied that it had refused the truce.",
    ],
    ids=[
        "neither-nor",
        "stopped-asking",
        "a-question",
        "a-forecast-of-a-thing",
        "a-negated-demand",
        "a-gerund-of-a-noun",
        "what-another-could-do",
        "no-matter-named",
        "no-more-than-counts",
        "what-is-denied",
    ],
)
def test_no_stand_is_made_up(text: str) -> None:
    found = [one for one in _moves(text) if one.issues and one.agent in ("PER", "CHL")]
    assert not [one for one in found if not (text.startswith("Chile denied") and one.act == "REJECT")]


def test_an_authors_view_takes_no_stand() -> None:
    assert (
        _stands(
            "Refusing the truce was a mistake. So was the embargo, and the demand for sanctions was another.",
            genre="opinion",
        )
        == []
    )


def test_what_a_side_will_do_under_an_accord_it_has_accepted() -> None:
    text = "Peru and Chile signed an accord on Monday. Under the accord Peru will lift the embargo by June."
    assert ("ACCEPT", "PER", "sanctions_economy") in _stands(text)


def test_words_of_an_answer_that_name_nothing_point_back() -> None:
    found = _moves("Peru offered a truce of ten days. Chile turned the offer down at once.")
    assert [(one.act, one.agent, one.back) for one in found] == [("OFFER", "PER", False), ("REJECT", "CHL", True)]


def test_a_sentence_is_on_the_matter_it_is_put_under() -> None:
    found = _moves("On sanctions the minister sounded softer. Peru was willing to wait, Chile told reporters.")
    assert all(one.beside == ("sanctions_economy",) for one in found)


def test_every_span_is_cut_from_the_text() -> None:
    text = "Peru refused inspections, and it demanded $4.10 a tonne for transit through the port."
    for one in _moves(text):
        assert 0 <= one.clause.start <= one.span.start <= one.span.end <= one.clause.end <= len(text)
    assert any("4.10" in one.span.of(text) for one in _moves(text))


def test_moves_are_found_in_linear_time() -> None:
    for unit in ("(", "a a ", "will not ", "refused and ", "demand for "):
        _moves("Peru refused the truce. " + unit * 20_000)
