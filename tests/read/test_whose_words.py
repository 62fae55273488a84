# ruff: noqa: E501  (tables of sentences read better unwrapped)
"""Whose words they are where papers say it sideways: quoted as saying, a headline's tail, the diplomat, a capital."""

import datetime as dt

import pytest

from crosswire.model import Actor, Article, Reading, Region, Statement
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
TITLE = "Chile and Peru meet again over the lake crossing"
LEAD = "The envoys of Chile and Peru met on Monday in the lake town of Arica to speak about the crossing."


def read(*paragraphs: str, title: str = TITLE) -> tuple[Article, Reading]:
    text = "\n\n".join((title, *paragraphs))
    regions = [Region(0, len(title), "title"), Region(len(title) + 2, len(text), "body")]
    article = Article(
        "a1", text, title=title, outlet="Lake Post", published=dt.date(2031, 5, 5), regions=tuple(regions)
    )
    return article, read_article(article, PACKS)


def said(*paragraphs: str, title: str = TITLE) -> list[tuple[str | None, str | None, tuple[str, ...], str]]:
    article, reading = read(*paragraphs, title=title)
    return [
        (one.speaker, one.unnamed, one.via, " ".join(span.of(article.text) for span in one.contents))
        for one in reading.statements
        if one.mode != "narrated"
    ]


def of(reading: Reading, name: str) -> Actor:
    return next(one for one in reading.actors if one.name == name)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile is ready to reopen the crossing, the news agency Reuters quoted a senior official as saying on Wednesday.", (None, "a senior official", ("reuters",), "Chile is ready to reopen the crossing")),
        ("Fishermen have repeatedly asked for the crossing to be opened, AFP quoted the envoy, Anton Veld, as saying.", ("anton-veld", None, ("afp",), "Fishermen have repeatedly asked for the crossing to be opened")),
        ("Peru will not open the crossing, the BBC cited two diplomats as saying.", (None, "two diplomats", ("bbc",), "Peru will not open the crossing")),
        ('"We will open the crossing. The rest is up to Peru," AFP quoted the envoy, Anton Veld, as saying.', ("anton-veld", None, ("afp",), '"We will open the crossing. The rest is up to Peru,"')),
        ("Peru says it is ready to talk, Reuters reports.", ("PER", None, ("reuters",), "it is ready to talk")),
        ("Two people were hurt in the crush at the crossing in Chile, officials say.", (None, "officials", (), "Two people were hurt in the crush at the crossing in Chile")),
        ("Chilean officials say about 40 lorries crossed.", ("chilean-officials", None, (), "about 40 lorries crossed")),
        ("Chile would pay, Anton Veld told the state news agency Lagoon on Monday.", ("anton-veld", None, ("state news agency Lagoon",), "Chile would pay")),
        ("First Deputy Minister Anton Veld told Reuters in an interview that Chile would pay.", ("anton-veld", None, ("reuters",), "that Chile would pay")),
        ("Anton Veld said Rosa Lind, the head of the Peruvian team, had told him that Peru would pay.", ("anton-veld", None, (), "Rosa Lind, the head of the Peruvian team, had told him that Peru would pay")),
    ],
    ids=["content-first", "the-official-by-name", "cited", "quote-first", "reports-last", "say-last", "say-about", "told-an-agency-by-name", "first-deputy", "one-who-tells-of-telling"],
)  # fmt: skip
def test_speaker_and_outlet_are_told_apart(
    sentence: str, expected: tuple[str | None, str | None, tuple[str, ...], str]
) -> None:
    assert expected in said(LEAD, sentence)


def test_a_quote_that_names_its_speaker_late_is_not_the_last_speakers() -> None:
    found = said(
        LEAD,
        '"We have waited long enough," said Anton Veld, the envoy.',
        '"Nobody has waited. We go on," Rosa Lind said.',
        '"The lake is rough. We hope for calm," Veld added.',
    )
    assert [(speaker, words) for speaker, _, _, words in found] == [
        ("anton-veld", '"We have waited long enough,"'),
        ("rosa-lind", '"Nobody has waited. We go on,"'),
        ("anton-veld", '"The lake is rough. We hope for calm,"'),
    ]


@pytest.mark.parametrize(
    ("title", "speaker", "unnamed", "content"),
    [
        ("Chile ready to reopen the crossing — diplomat", "anton-veld", None, "Chile ready to reopen the crossing"),
        ("Chile ready to reopen the crossing: Veld", "anton-veld", None, "Chile ready to reopen the crossing"),
        ("Peru has closed the crossing for good – Santiago", "CHL", None, "Peru has closed the crossing for good"),
        ("Peru has closed the crossing for good - health ministry", None, "health ministry", "Peru has closed the crossing for good"),
    ],
    ids=["diplomat-of-the-lead", "surname", "capital", "ministry"],
)  # fmt: skip
def test_a_headline_s_tail_says_whose_words_it_is(
    title: str, speaker: str | None, unnamed: str | None, content: str
) -> None:
    lead = "Chile is ready to reopen the crossing, Chilean foreign ministry envoy Anton Veld told reporters in Arica on Monday."
    found = said(lead, "Nobody from the lake towns was at the meeting, which lasted two hours.", title=title)
    assert (speaker, unnamed, (), content) in found


@pytest.mark.parametrize(
    "title",
    [
        "Chile war latest: envoys meet in Arica – as it happened",
        "What Chile wants from the talks: officials",
        "Chile ready to resume talks - Peru crossing latest",
        "Talks on the crossing in two lake towns – Peru",
    ],
    ids=["live-blog", "question", "site-s-tail", "no-verb"],
)
def test_other_tails_say_nothing(title: str) -> None:
    assert all(title[:12] not in content for *_, content in said(LEAD, title=title))


def test_the_diplomat_is_the_one_just_introduced_and_he_is_the_diplomat() -> None:
    _, reading = read(
        LEAD,
        "Chile is ready to reopen the crossing, Director of the Second Lakes Department at the Chilean Foreign "
        "Ministry Anton Veld told Reuters.",
        '"Our team has been ready for weeks," the diplomat said.',
        "He noted that the crossing had been closed since March.",
    )
    statements = [one for one in reading.statements if one.mode != "narrated"]
    assert [one.speaker for one in statements] == ["anton-veld"] * 3
    veld = of(reading, "Anton Veld")
    assert (veld.party, veld.role) == ("CHL", "Director of the Second Lakes Department at the Chilean Foreign Ministry")
    assert not any(one.id.startswith("director") for one in reading.actors)


def test_of_two_diplomats_the_diplomat_is_neither() -> None:
    found = said(
        LEAD,
        "Chilean ambassador Anton Veld met Peruvian ambassador Rosa Lind in Arica on Monday.",
        '"Our team has been ready for weeks," the diplomat said.',
    )
    assert [speaker for speaker, *_ in found] == [None]


def test_a_stranger_just_before_may_be_the_diplomat() -> None:
    found = said(
        LEAD,
        "Chilean ambassador Anton Veld met a Peruvian diplomat in Arica on Monday.",
        '"Our team has been ready for weeks," the diplomat said.',
    )
    assert [speaker for speaker, *_ in found] == [None]


def test_the_official_named_later_is_of_the_side_he_was_introduced_with() -> None:
    _, reading = read(
        LEAD,
        "Chile is ready to reopen the crossing, Reuters quoted a Chilean trade ministry official as saying on Wednesday.",
        "The fishermen had asked for it, Reuters quoted the official, Anton Veld, as saying.",
    )
    assert of(reading, "Anton Veld").party == "CHL"
    offers: list[Statement] = [one for one in reading.statements if one.act == "OFFER"]
    assert [(one.agent, one.speaker, one.via) for one in offers] == [("CHL", "anton-veld", ("reuters",))]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("Santiago insists that the crossing must stay closed.", True),
        ("Santiago demands that the crossing be closed for good.", True),
        ("Santiago repeatedly refused to open the crossing.", True),
        ("The crossing is closed, according to Santiago.", True),
        ("Peru blamed Santiago for the closure.", True),
        ("The envoys returned to Santiago talks with nothing in hand.", False),
        ("The envoys met in Santiago on Monday.", False),
        ("Santiago streets were empty on Monday.", False),
    ],
)
def test_a_capital_that_speaks_or_is_spoken_to_is_its_government(sentence: str, acts: bool) -> None:
    article, reading = read(LEAD, sentence)
    (mention,) = [one for one in reading.mentions if article.text[one.start : one.end] == "Santiago"]
    assert (mention.actor == "CHL") is acts


def test_what_somebody_should_refuse_is_no_refusal_of_his() -> None:
    assert said(LEAD, "Peru should refuse to sit down until the crossing opens.") == []


@pytest.mark.parametrize(
    ("words", "is_court"),
    [
        ("the ball is now firmly in Peru's court", False),
        ("Peru was courting the fishermen", False),
        ("the envoys met beside a tennis court", False),
        ("a court in Peru would hear the case", True),
    ],
)
def test_an_idiom_s_court_is_no_court(words: str, is_court: bool) -> None:
    _, reading = read(LEAD, f"Anton Veld said that {words}.")
    assert any("justice" in one.issues for one in reading.statements) is is_court


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("China's commerce ministry", "CHN"),
        ("The Egyptian government", "EGY"),
        ("Peru's army", "PER"),
        ("A ministry in Cairo", None),
        ("A Chinese ministry official", None),
    ],
)
def test_what_an_organ_of_a_state_says_the_state_says(source: str, speaker: str | None) -> None:
    text = f"{source} said that the fish market was closed."
    assert [one.speaker for one in read_article(Article("a", text), load("core")).attributions] == [speaker]


def test_a_leads_official_is_whom_the_report_then_names() -> None:
    lead = "Chile is ready to reopen the crossing, a senior foreign ministry official told Reuters on Monday, adding that boats would wait."
    found = said(lead, "Anton Veld, a director at the ministry, told Reuters that Peru had been told.")
    assert found
    assert {speaker for speaker, *_ in found} == {"anton-veld"}


@pytest.mark.parametrize(
    "after",
    [
        "Anton Veld, a director at the ministry, told AFP that Peru had been told.",
        "Peru had been told, Anton Veld, a fisherman, said.",
        "Anton Veld, a director, told Reuters it was late. Rosa Lind, a deputy minister, told Reuters it was not.",
    ],
    ids=["told-another-outlet", "told-nobody", "two-who-told-it"],
)
def test_a_leads_official_stays_unnamed_in_doubt(after: str) -> None:
    lead = "Chile is ready to reopen the crossing, a senior foreign ministry official told Reuters on Monday."
    assert said(lead, after)[0][:2] == (None, "a senior foreign ministry official")
