"""Actors: one node a person or body, with role and party, and spans that re-slice."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Actor, Article, Mention, Region, Span
from crosswire.packs import load
from crosswire.read.actors import find_actors
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment

PACKS = load("core", "negotiation", "ukraine_russia")


def read(text: str, title: str = "") -> tuple[dict[str, Actor], list[Mention], str]:
    whole = f"{title}\n\n{text}" if title else text
    start = len(whole) - len(text)
    regions = (*([Region(0, len(title), "title")] if title else []), Region(start, len(whole), "body"))
    article = Article("a", whole, regions=regions)
    sentences, paragraphs = segment(article)
    quotes = find_quotes(whole, sentences, paragraphs)
    actors, mentions = find_actors(article, sentences, paragraphs, quotes, PACKS)
    return {actor.id: actor for actor in actors}, mentions, whole


@pytest.mark.parametrize(
    ("text", "key", "role", "party"),
    [
        ("Defence Minister Rustem Umerov arrived.", "rustem-umerov", "Defence Minister", "UKR"),
        ("Jane Doe, a spokeswoman for the ministry, declined.", "jane-doe", "spokeswoman for the ministry", None),
        ("A spokesman for the mayor, Brad Doe, declined.", "brad-doe", "spokesman for the mayor", None),
        ("Polish Foreign Minister Anna Nowak left.", "anna-nowak", "Foreign Minister", "POL"),
        ("Former president Ernest Bellweather spoke.", "ernest-bellweather", "Former president", None),
        ("Norway’s trade minister, Ingrid Dahl, left.", "ingrid-dahl", "trade minister", "NOR"),
        ("Ann Doe, Norway’s trade minister, left.", "ann-doe", "trade minister", "NOR"),
        ("Ann Doe, a Russian Foreign Ministry official, left.", "ann-doe", "Russian Foreign Ministry official", "RUS"),
        (
            "Ann Doe, director of the Second Department at the Norwegian Fisheries Ministry, left.",
            "ann-doe",
            "director of the Second Department at the Norwegian Fisheries Ministry",
            "NOR",
        ),
        ("Ann Doe, special envoy for Norway, left.", "ann-doe", "special envoy for Norway", None),
        ("White House spokesman Carl Doe left.", "carl-doe", "White House spokesman", "USA"),
        ("Sen. Ruth Doe left.", "ruth-doe", "Sen.", None),
    ],
    ids=[
        "pack",
        "apposition",
        "apposition-before",
        "nation",
        "lower-case",
        "owner-before",
        "owner-after",
        "its-ministry",
        "at-its-ministry",
        "what-he-is-sent-for",
        "body",
        "short",
    ],
)
def test_role_and_party(text: str, key: str, role: str, party: str | None) -> None:
    actors, _, _ = read(text)
    assert (actors[key].role, actors[key].party) == (role, party)


@pytest.mark.parametrize(
    ("text", "key", "count"),
    [
        ("Zelensky left. Zelenskyy returned. Volodymyr Zelenskiy spoke.", "volodymyr-zelenskyy", 3),
        ("Vladimir Medinski left. Medinskiy returned.", "vladimir-medinsky", 2),
        ("Mary Steele left. Mr. Berg stayed. Ms. Steele returned.", "mary-steele", 2),
        ("Defense Minister Umerov left.", "rustem-umerov", 1),
        ("Jürgen O’Neill left. Mr. O'Neill returned.", "jurgen-oneill", 2),
        ("Bill de Vries Jr. left. Mr. de Vries returned.", "bill-de-vries-jr", 2),
    ],
    ids=["pack-spellings", "transliteration", "surname", "title-surname", "apostrophe", "particle"],
)
def test_one_actor_across_spellings(text: str, key: str, count: int) -> None:
    _, mentions, _ = read(text)
    assert sum(mention.actor == key and mention.kind != "pronoun" for mention in mentions) == count


def test_two_people_of_one_surname_are_told_apart_by_honorific() -> None:
    _, mentions, text = read("Peter Holm and Mary Holm came. Mrs. Holm left. Mr. Holm stayed.")
    assert [mention.actor for mention in mentions if text[mention.start : mention.end] == "Holm"] == [
        "mary-holm",
        "peter-holm",
    ]


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("Officials at the European Commission agreed.", "EC", "body"),
        ("The United Auto Workers objected.", "united-auto-workers", "body"),
        ("The Ministry of Rural Affairs objected.", "ministry-of-rural-affairs", "body"),
        ("The George W. Hollis Foundation objected.", "george-w-hollis-foundation", "body"),
        ("He works in Lillehammer Street with Reuters.", "reuters", "outlet"),
        ("It happened on Alder Street.", "alder-street", "place"),
        ("Republicans objected.", "USGOP", "group"),
        ("Ukrainian negotiators objected.", "ukrainian-negotiators", "group"),
        ("The Russian government objected.", "RUS", "state"),
        (
            "The Doe family heard that the Hollis administration objected. Ann Hollis left.",
            "hollis-administration",
            "body",
        ),
    ],
)
def test_kinds(text: str, key: str, kind: str) -> None:
    actors, _, _ = read(text)
    assert actors[key].kind == kind


def test_party_of_a_group_is_its_nation() -> None:
    actors, _, _ = read("Ukrainian negotiators met Russian officials.")
    assert [actor.party for actor in actors.values()] == ["UKR", "RUS"]


def test_an_acronym_in_brackets_is_the_same_body() -> None:
    _, mentions, _ = read("The Office of Harbour Safety (OHS) objected. The OHS said so twice.")
    assert [mention.actor for mention in mentions] == ["office-of-harbour-safety"] * 3 or (
        [mention.actor for mention in mentions] == ["office-of-harbour-safety"] * 2
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moscow rejected the plan.", "metonym"),
        ("Talks between Moscow and Kyiv resumed.", "metonym"),
        ("He lives in Moscow.", "name"),
        ("The train to Moscow was late.", "name"),
    ],
)
def test_a_capital_is_a_government_only_where_it_acts(text: str, kind: str) -> None:
    actors, mentions, whole = read(text)
    found = next(mention for mention in mentions if whole[mention.start : mention.end] == "Moscow")
    assert found.kind == kind
    assert found.actor is not None
    assert (actors[found.actor].kind == "state") == (kind == "metonym")


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the talks resumed.",
        "Talks resumed in May. The Talks were long.",
        "Meanwhile, nobody came. Nothing happened.",
        "Share this. Read More.",
        "The report said 1,200 tons of grain left the port.",
        "Senior officials spoke. Negotiators left.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    actors, _, _ = read(text)
    assert actors == {}


def test_a_headline_names_nobody_new() -> None:
    actors, mentions, whole = read("Ann Berg said no.", title="Berg Slams Harsh Winter Budget Plan")
    assert list(actors) == ["ann-berg"]
    assert whole[mentions[0].start : mentions[0].end] == "Berg"


def test_a_title_case_headline_says_nothing_of_its_verbs() -> None:
    actors, _, _ = read("Mara Holm spoke. Holm left.", title="Holm Defends Her Actions Before Council Panel")
    assert list(actors) == ["mara-holm"]


def test_a_road_is_not_the_person_whose_name_it_bears() -> None:
    actors, mentions, text = read("Peter Halm left. The Lower Halm road was shelled. Halm came back.")
    assert {key: actor.kind for key, actor in actors.items()} == {"peter-halm": "person", "lower-halm-road": "place"}
    assert [mention.actor for mention in mentions] == ["peter-halm", "lower-halm-road", "peter-halm"]
    assert mentions[1].span.of(text) == "Lower Halm road"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Upper Gaza road reopened.", "upper-gaza-road"),
        ("They met near the Old Gaza crossing.", "old-gaza-crossing"),
    ],
    ids=["opens-the-sentence", "inside-it"],
)
def test_a_road_is_not_the_listed_place_it_is_named_after(text: str, key: str) -> None:
    actors, _, _ = read(text)
    assert {key: actor.kind for key, actor in actors.items()} == {key: "place"}


@pytest.mark.parametrize(
    "text",
    [
        "Old Gaza road maps were sold.",
        "He took the Gaza road home.",
        "Gaza roads were shut.",
        "The Gaza crossing shut.",
    ],
    ids=["no-article", "place-alone", "plural", "place-alone-first"],
)
def test_a_listed_place_by_itself_stays_the_place(text: str) -> None:
    actors, _, _ = read(text)
    assert list(actors) == ["gaza"]


@pytest.mark.parametrize(
    "text", ["Peter Halm road-tested it.", "Ann Halm street-fought.", "Carl Halm square dances."], ids=str
)
def test_a_person_before_a_road_word_without_an_article_stays_a_person(text: str) -> None:
    actors, _, _ = read(text)
    assert [actor.kind for actor in actors.values()] == ["person"]


def test_a_run_of_a_comma_list_names_one_body_only() -> None:
    actors, _, _ = read("The Office of Salt, Sugar, Spice and Tea objected. Sugar fell. Tea fell.")
    assert list(actors) == ["office-of-salt-sugar-spice-and-tea"]


def test_full_covers_title_and_apposition() -> None:
    _, mentions, text = read("Defence Minister Rustem Umerov spoke. Ann Doe, a lawyer, spoke.")
    assert [mention.full.of(text).rstrip(",") for mention in mentions] == [
        "Defence Minister Rustem Umerov",
        "Ann Doe, a lawyer",
    ]


def test_reading_again_gives_the_same() -> None:
    text = "Ann Doe met Rustem Umerov in Istanbul. She said Russia refused. The minister left."
    assert read(text)[:2] == read(text)[:2]


WORDS = st.sampled_from(
    "Ann Doe Putin Moscow Russian officials said he She it the minister Ministry of Trade (MT) Mr. "
    "U.S. al-Amin , . “ ” \" ' 's "
    "O’Neill Jr. Monday "
    "A Sen. and de von — - ( ) \n Zelensky’s President company İstanbul ß Ω".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS | st.text(max_size=6), max_size=40).map(" ".join))
def test_any_text_gives_mentions_in_order_that_lie_in_it(text: str) -> None:
    actors, mentions = find_actors(Article("a", text), [Span(0, len(text))], [1], [], PACKS)
    ids = {actor.id for actor in actors}
    assert len(ids) == len(actors)
    reach = 0
    for mention in mentions:
        assert reach <= mention.start < mention.end <= len(text)
        assert 0 <= mention.full.start <= mention.start
        assert mention.end <= mention.full.end <= len(text)
        assert mention.actor is None or mention.actor in ids
        reach = mention.end


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["(", '"', "1", "a a a ", "He ", "Mr. A", "A.", "Jane Doe, ", "Office of ", "A-", "Putin said he "]
)
def test_a_megabyte_of_anything_is_read_in_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        find_actors(Article("a", text), [Span(0, size)], [1], [], PACKS)
        return time.process_time() - start

    assert seconds(1_000_000) < 30 * max(seconds(100_000), 0.02)


def test_a_ministry_is_its_state_s() -> None:
    actors, mentions, text = read(
        "Norway's Fisheries Ministry closed the bank. Chile's Fisheries Ministry protested. "
        "The Fisheries Ministry said more ships would sail."
    )
    found = [actors[one.actor] for one in mentions if one.actor and text[one.start : one.end] == "Fisheries Ministry"]
    assert [(one.name, one.party) for one in found] == [
        ("Norway's Fisheries Ministry", "NOR"),
        ("Chile's Fisheries Ministry", "CHL"),
        ("Chile's Fisheries Ministry", "CHL"),
    ]


@pytest.mark.parametrize("article", ["an ", "the ", ""])
def test_an_apposed_title_loses_its_whole_article(article: str) -> None:
    actors, _, _ = read(f"Nadia Orlin, {article}official of the harbour board, said the port was shut.")
    assert actors["nadia-orlin"].role == "official of the harbour board"
