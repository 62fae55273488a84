"""What a trained reader marks, joined with the rules: each where it is better, and never a deed taken for a claim."""

from collections.abc import Sequence

import msgspec
import pytest

from crosswire.model import Article, Attribution, Reading, Span
from crosswire.packs import load
from crosswire.read.annotator import Marks, Opened, RuleAnnotator
from crosswire.read.attribution_seen import Seen
from crosswire.read.name_kinds import SeenName
from crosswire.read.reader import read_article, reading_key

PACKS = load("core", "negotiation")


class Marked(RuleAnnotator):
    """An annotator whose encoder marks what the test says."""

    def __init__(self, attributions: tuple[Seen, ...] = (), names: tuple[SeenName, ...] = ()) -> None:
        self._marks = Marks(attributions, names)

    def marks(self, opened: Sequence[Opened]) -> list[Marks]:
        return [self._marks for _ in opened]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def seen(text: str, source: str | None, cue: str | None, *contents: str, score: float = 0.95) -> Seen:
    return Seen(
        span(text, source) if source else None,
        span(text, cue) if cue else None,
        tuple(span(text, words) for words in contents),
        score,
    )


def read(text: str, *marks: Seen, names: tuple[SeenName, ...] = ()) -> Reading:
    return read_article(Article("a", text), PACKS, Marked(marks, names))


def told(text: str, one: Attribution) -> tuple[str | None, list[str]]:
    return one.source.of(text) if one.source else None, [part.of(text) for part in one.contents]


def test_what_only_the_encoder_sees_is_read_with_its_speaker() -> None:
    text = "Jane Doe was adamant that the dam would hold."
    [one] = read(text, seen(text, "Jane Doe", "was adamant", "that the dam would hold")).attributions
    assert told(text, one) == ("Jane Doe", ["that the dam would hold"])
    assert (one.speaker, one.deed) == ("jane-doe", False)


def test_its_ends_of_a_content_are_taken() -> None:
    text = "The minister, Jane Doe, said the dam would hold, at a hearing in Oslo."
    [one] = read(text, seen(text, "The minister, Jane Doe,", "said", "the dam would hold")).attributions
    assert told(text, one)[1] == ["the dam would hold"]
    assert one.speaker == "jane-doe"


def test_a_whole_quotation_keeps_its_marks() -> None:
    text = "“The dam will hold,” Jane Doe said."
    [one] = read(text, seen(text, "Jane Doe", "said", "The dam will hold,")).attributions
    assert told(text, one)[1] == ["“The dam will hold,”"]
    assert one.kind == "direct"


def test_who_cited_whom_is_for_the_rules() -> None:
    text = "According to Reuters, which cited a senior diplomat, the dam would hold."
    by_rules = read_article(Article("a", text), PACKS).attributions
    assert read(text, seen(text, "which", "cited", "a senior diplomat", "the dam would hold")).attributions == by_rules


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The Senate passed a sweeping bill on Monday.", "The Senate", "passed", "a sweeping bill"),
        (
            "The group released an advertisement about Jane Doe.",
            "The group",
            "released",
            "an advertisement about Jane Doe",
        ),
    ],
)
def test_a_deed_stays_the_reports_own(text: str, source: str, cue: str, content: str) -> None:
    reading = read(text, seen(text, source, cue, content))
    assert [one.deed for one in reading.attributions] == [True]
    assert {one.mode for one in reading.statements} <= {"narrated"}


def test_a_cue_without_a_source_wants_to_be_sure() -> None:
    text = "To call this brokering is to call the waiter a chef."
    assert not read(text, seen(text, None, "To call", "this brokering", score=0.4)).attributions


def test_invented_dialogue_stays_nobodys() -> None:
    text = "A columnist imagines it.\n— I demand the house before supper.\n— Is it not mine?\nSo it goes."
    article = Article("a", text, genre="opinion")
    bare = RuleAnnotator().annotate(article, PACKS)
    assert any(quote.kind == "dialogue" for quote in bare.quotes)
    marked = Marked((seen(text, "I", "demand", "the house before supper"),)).annotate(article, PACKS)
    assert not [one for one in marked.attributions if one.cue == span(text, "demand")]


def test_what_only_the_rules_find_stays_when_it_is_plain_speech() -> None:
    text = "Norway says the dam will hold. Egypt disagrees."
    assert [told(text, one) for one in read(text).attributions] == [("Norway", ["the dam will hold"])]


def test_a_word_that_is_only_reported_is_not_its_speakers_own() -> None:
    text = "The union is ready to talk and hopes that a day is set, its secretary Jane Doe told reporters."
    [one] = read(text, seen(text, "its secretary Jane Doe", "hopes", "that a day is set")).attributions
    assert told(text, one)[1] == ["The union is ready to talk and hopes that a day is set"]
    assert one.speaker == "jane-doe"


def test_what_is_seen_inside_plain_speech_leaves_its_speaker() -> None:
    text = "Jane Doe said the port believes that the dam will hold."
    found = read(text, seen(text, "the port", "believes", "that the dam will hold")).attributions
    assert [one.speaker for one in found if one.source and one.source.of(text) == "Jane Doe"] == ["jane-doe"]


def test_the_encoder_says_what_an_unlisted_name_is() -> None:
    text = "The march was led by VRK. Officials of the VRK said nothing."

    def kinds(names: tuple[SeenName, ...]) -> dict[str, str]:
        return {actor.name: actor.kind for actor in read(text, names=names).actors}

    starts = (text.index("VRK"), text.rindex("VRK"))
    for seen_as, kind in (("organisation", "body"), ("place", "place")):
        assert kinds(tuple(SeenName(Span(at, at + 3), seen_as, 0.9) for at in starts)).get("VRK") == kind
    unsure = tuple(SeenName(Span(at, at + 3), "organisation", 0.4) for at in starts)
    assert kinds(unsure) == kinds(())


def test_a_title_comes_before_what_the_encoder_sees() -> None:
    text = "President Paris Moore spoke. Mr. Moore left."
    marks = (SeenName(span(text, "Paris Moore"), "place", 0.99),)
    assert {actor.kind for actor in read(text, names=marks).actors if "Moore" in actor.name} == {"person"}


def names_of(text: str, *marks: tuple[str, str, float]) -> dict[str, str]:
    """Return the kinds of the actors read, by name, where the encoder marks these words."""
    seen = tuple(SeenName(span(text, words), kind, score) for words, kind, score in marks)
    return {actor.name: actor.kind for actor in read(text, names=seen).actors}


def test_a_shape_the_encoder_does_not_see_is_no_person() -> None:
    text = "Thanks Again Dana left. Kim Olsen said the dam will hold."
    assert names_of(text, ("Kim Olsen", "person", 0.9)) == {"Kim Olsen": "person"}


def test_its_end_of_a_name_is_taken() -> None:
    text = "They met Kim Olsen Thursday Notes arrived."
    assert names_of(text, ("Kim Olsen", "person", 0.5)) == {"Kim Olsen": "person"}


def test_a_longer_name_takes_in_the_listed_state() -> None:
    text = "Rigs stand in the Gulf of Mexico. Crews left."
    assert names_of(text, ("Gulf of Mexico", "place", 0.5)) == {"Gulf of Mexico": "place"}
    assert "Gulf of Mexico" not in names_of(text, ("Gulf of Mexico", "place", 0.1))


def test_a_lone_word_is_somebody_only_where_the_encoder_is_sure() -> None:
    text = "We thanked Odile for the key. Odile left."
    assert names_of(text, ("Odile", "person", 0.9)) == {"Odile": "person"}
    assert names_of(text, ("Odile", "person", 0.4)) == {}


def test_a_group_is_no_person() -> None:
    text = "Dana Korvan spoke. Buyers of Korvan goods left."
    seen = (SeenName(span(text, "Dana Korvan"), "person", 0.9),)
    at = text.index("Korvan goods")
    group = (*seen, SeenName(Span(at, at + 6), "group", 0.9))
    article = read(text, names=group)
    assert all(mention.start != at for mention in article.mentions)


def test_no_marks_read_as_the_rules_do() -> None:
    text = "“The dam will hold,” Jane Doe said. She left for Oslo."
    rules = read_article(Article("a", text), PACKS, RuleAnnotator())
    assert msgspec.structs.replace(rules, key="") == msgspec.structs.replace(read(text), key="")


def test_other_weights_read_anew() -> None:
    assert reading_key(PACKS, RuleAnnotator()) != reading_key(PACKS, _Versioned("encoder", "3-abc"))
    assert reading_key(PACKS, _Versioned("encoder", "3-abc")) != reading_key(PACKS, _Versioned("encoder", "3-abd"))


class _Versioned(RuleAnnotator):
    def __init__(self, name: str, version: str) -> None:
        self.name, self.version = name, version


def test_a_cue_that_closes_a_title_is_read() -> None:
    text = "Port of Oslo: what we know"
    [one] = read(text, seen(text, "we", "know", "Port of Oslo")).attributions
    assert told(text, one) == ("we", ["Port of Oslo"])
