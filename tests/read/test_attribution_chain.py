# ruff: noqa: E501  (tables of sentences read better unwrapped)
"""Citations followed to their end, broken sentences, answers in interviews, and who an office or a thing is."""

import pytest

from crosswire.model import Actor, Article, Attribution, Genre, Mention, Region, Span
from crosswire.read.attribution import find_attributions
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment
from tests.read.test_attribution import ACTORS, PACKS, mentions_of, read


@pytest.mark.parametrize(
    ("text", "source", "via", "content"),
    [
        pytest.param("According to the newspaper Morning Ledger, which cited a source in the ministry, the dam held.",
                     "a source in the ministry", ["Morning Ledger"], "the dam held", id="relative-after-according-to"),
        pytest.param("Citing Wirepress, which quoted two doctors, Morning Ledger said that the dam held.",
                     "two doctors", ["Morning Ledger", "Wirepress"], "that the dam held", id="citing-opens-the-sentence"),
        pytest.param("Morning Ledger said late on Friday, citing Wirepress, which had quoted an aide, that the dam held.",
                     "an aide", ["Morning Ledger", "Wirepress"], "that the dam held", id="citing-before-the-content"),
        pytest.param("The dam held, Wirepress reported, citing Morning Ledger.",
                     "Wirepress", ["Wirepress", "Morning Ledger"], "The dam held", id="outlets-only-name-nobody"),
        pytest.param("Morning Ledger, which cited an official, reported that the dam held.",
                     "an official", ["Morning Ledger"], "that the dam held", id="relative-before-the-verb"),
        pytest.param("State broadcaster Wirepress reported that Norland rejected the plan.",
                     "State broadcaster Wirepress", ["Wirepress"], "that Norland rejected the plan", id="what-it-is-stands-first"),
        pytest.param("The Wirepress agency reported that Norland rejected the plan.",
                     "The Wirepress agency", ["Wirepress"], "that Norland rejected the plan", id="what-it-is-stands-last"),
    ],
)  # fmt: skip
def test_a_citation_is_followed_to_its_end(text: str, source: str, via: list[str], content: str) -> None:
    (found,) = read(text)
    assert found.speaker is None
    assert found.source is not None
    assert found.source.of(text) == source
    assert [link.name for link in found.via] == via
    assert [span.of(text) for span in found.contents] == [content]
    assert found.unnamed == (source not in text[: len(source)] and source != "Wirepress")


def test_one_who_is_no_outlet_speaks_for_himself_when_he_cites() -> None:
    (found,) = read("Anna Korr said that the dam held, citing a report.")
    assert (found.speaker, found.via) == ("anna-korr", ())


def test_remarks_that_an_outlet_carried_came_through_it_last() -> None:
    (found,) = read("Korr told Wirepress, in remarks carried by Morning Ledger, that the dam held.")
    assert (found.speaker, [link.name for link in found.via]) == ("anna-korr", ["Morning Ledger", "Wirepress"])


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Radio Orlanda reported that the dam held.", ["Radio Orlanda"]),
        ("Asked by Wirepress about the dam, Korr said that it held.", ["Wirepress"]),
        ("Asked by the mayor about the dam, Korr said that it held.", []),
        ("Korr told the Radio Club that the dam held.", []),
        ("The Harbour News host complained that the dam held.", []),
    ],
    ids=["a-station-by-its-first-word", "asked-by-an-outlet", "asked-by-a-person", "no-station", "an-outlets-host"],
)
def test_the_outlet_that_passed_it_on(text: str, via: list[str]) -> None:
    (found,) = read(text)
    assert [link.name for link in found.via] == via


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param("A levy, Korr said, would be “a tax on rain”.", ["A levy", "would be “a tax on rain”"], id="subject-then-verb"),
        pytest.param("With the ten found in May, Korr said, the total had reached 40.",
                     ["With the ten found in May", "the total had reached 40"], id="fronted-phrase"),
        pytest.param("If the dam breaks, Korr said, the valley floods.", ["If the dam breaks", "the valley floods"], id="side-clause"),
        pytest.param("The dam held, Korr said, citing a report.", ["The dam held"], id="whole-clause-before"),
        pytest.param("The dam held, Korr said, and the valley was dry.", ["The dam held"], id="and-is-the-report-going-on"),
    ],
)  # fmt: skip
def test_a_cue_may_break_into_what_was_said(text: str, contents: list[str]) -> None:
    assert [span.of(text) for span in read(text)[0].contents] == contents


def test_a_title_and_name_after_the_comma_are_the_speaker() -> None:
    text = "“Nothing fell,” the spokeswoman of the Ministry of Works, Captain Anna Korr, told reporters."
    (found,) = read(text)
    assert found.speaker == "anna-korr"


def test_a_list_of_people_is_no_renaming() -> None:
    assert [one.speaker for one in read("Pavel Dunn, Anna Korr said.")] != ["pavel-dunn"]


def test_a_thing_that_says_something_is_nobody() -> None:
    assert read("She held up a banner. It said: “Nothing here is about grain.”", It=None) == []


def test_a_body_that_says_something_speaks() -> None:
    (found,) = read("Norland answered. It said: “We will not go.”", It="norland")
    assert found.speaker == "norland"


def _whole(text: str, outlet: str | None = None, genre: Genre = "news", title: int = 0) -> list[Attribution]:
    regions = (Region(0, title, "title"), Region(title, len(text), "body")) if title else ()
    sentences, paragraphs = segment(Article("a", text, regions=regions))
    quotes = find_quotes(text, sentences, paragraphs)
    actors = list({actor.id: actor for actor in ACTORS.values()}.values())
    marks = mentions_of(text, {})
    return find_attributions(text, sentences, paragraphs, quotes, actors, marks, PACKS, outlet=outlet, genre=genre)


def test_what_was_told_to_the_articles_own_outlet_came_through_nobody() -> None:
    text = "“We will go,” Korr told Wirepress."
    assert [link.name for link in _whole(text)[0].via] == ["Wirepress"]
    assert _whole(text, outlet="Wirepress")[0].via == ()
    assert [link.name for link in _whole(text, outlet="Morning Ledger")[0].via] == ["Wirepress"]


TITLE = "Anna Korr on the dam"
LABELLED = (
    f"{TITLE}\n\nShe built it.\n\nQ: Will it hold?\n\nA: It will. Norland says otherwise.\n\nQ: For long?\n\nA: Years."
)
PLAIN = f"{TITLE}\n\nShe built it.\n\nWill it hold?\n\nIt will. Norland says it will not.\n\nFor long?\n\nKorr: Years."


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        pytest.param(LABELLED, ["It will.", "Norland says otherwise.", "Years."], id="labels"),
        pytest.param(PLAIN, ["It will.", "Norland says it will not.", "Years."], id="questions-and-a-name"),
    ],
)
def test_an_interviews_answers_are_the_interviewees_speech(text: str, answers: list[str]) -> None:
    found = _whole(text, genre="interview", title=len(TITLE))
    assert {(one.speaker, one.kind) for one in found} == {("anna-korr", "direct")}
    assert [one.contents[0].of(text) for one in found] == answers


def test_only_an_interview_has_answers() -> None:
    assert all(one.source is not None for one in _whole(LABELLED, title=len(TITLE)))


def test_an_interview_with_two_people_answers_for_neither() -> None:
    text = PLAIN.replace(TITLE, "Anna Korr and Pavel Dunn").replace("She built", "Anna Korr and Pavel Dunn built")
    found = _whole(text, genre="interview", title=len("Anna Korr and Pavel Dunn"))
    assert all(one.source is not None for one in found)


@pytest.mark.parametrize(
    ("officers", "speaker"),
    [
        pytest.param(["works minister"], "anna-korr", id="the-only-one"),
        pytest.param(["works minister", "Works Minister"], None, id="two-of-them"),
        pytest.param(["minister of grain"], None, id="another-office"),
    ],
)
def test_an_office_named_with_its_state_is_the_one_person_holding_it(officers: list[str], speaker: str | None) -> None:
    text = "“I will see,” Norland's works minister said."
    sentences, paragraphs = segment(Article("a", text))
    ids = ["anna-korr", "pavel-dunn"]
    people = [Actor(who, who, "person", party="norland", role=role) for who, role in zip(ids, officers, strict=False)]
    actors = [ACTORS["Norland"], *people]
    start = text.index("Norland")
    marks = [Mention(0, 1, "name", one.id, Span(0, 1)) for one in people]
    marks.append(Mention(start, start + 7, "name", "norland", Span(start, start + 7)))
    found = find_attributions(
        text, sentences, paragraphs, find_quotes(text, sentences, paragraphs), actors, marks, PACKS
    )
    assert [one.speaker for one in found] == [speaker]
