"""What an article tells in its own voice beside somebody's words."""

import datetime as dt

import pytest

from crosswire.model import Article, Region, Statement
from crosswire.packs import load
from crosswire.read import RuleAnnotator, read_many


def told(body: str, title: str = "A day in Marn") -> list[Statement]:
    text = f"{title}\n\n{body}"
    regions = (Region(0, len(title), "title"), Region(len(title) + 2, len(text), "body"))
    article = Article("a", text, published=dt.date(2031, 5, 14), regions=regions)
    return list(next(iter(read_many([article], load("core", "negotiation"), annotator=RuleAnnotator()))).statements)


def said(statement: Statement) -> str:
    start, words = statement.evidence.start, statement.evidence.quote
    return " … ".join(words[c.start - start : c.end - start] for c in statement.contents)


def test_what_followed_the_occasion_is_the_articles_own() -> None:
    found = told('"We brought a list," Ms Roe said after the negotiations in Marn, which lasted nine hours.')
    own = [s for s in found if s.mode == "narrated" and not s.headline]
    assert [(said(s), s.act, s.speaker) for s in own] == [
        ("the negotiations in Marn, which lasted nine hours", "MEET", None)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Ms Roe said the envoys would go on after the talks, which lasted nine hours.",
        '"We brought a list," Ms Roe said after the show in Marn, which lasted nine hours.',
        '"We brought a list," Ms Roe said after the negotiations in Marn.',
    ],
    ids=["inside-what-is-said", "no-act", "no-clause"],
)
def test_no_occasion_is_made_up(body: str) -> None:
    assert not [s for s in told(body) if s.mode == "narrated" and not s.headline]


def headline(title: str) -> list[tuple[str, str]]:
    return [(s.mode, said(s)) for s in told("The envoys left the town on Monday.", title) if s.headline]


def test_a_headlines_scene_is_the_papers_own() -> None:
    assert headline("Norway says 300 prisoners to be swapped as Geneva talks end without truce") == [
        ("indirect", "300 prisoners to be swapped"),
        ("narrated", "Geneva talks end without truce"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Norway says Chile will be treated as a threat to the port",
        "Norway says it will leave as soon as the port is closed",
        "Norway says Chile attacked the port as it was leaving the bay",
    ],
    ids=["as-a", "as-soon-as", "pronoun"],
)
def test_what_the_speaker_says_goes_on_after_as(title: str) -> None:
    assert [mode for mode, _ in headline(title)] == ["indirect"]
    assert " as " in headline(title)[0][1]
