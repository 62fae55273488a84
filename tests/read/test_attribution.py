# ruff: noqa: E501  (tables of sentences read better unwrapped)
"""Who said what: sources, cues, contents, speakers and the outlets in between."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire import packs
from crosswire.model import Actor, Article, Attribution, Mention, Region, Span
from crosswire.read import read_article
from crosswire.read.attribution import find_attributions
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment

PACKS = packs.load("core")
ACTORS = {
    "Anna Korr": Actor("anna-korr", "Anna Korr", "person"),
    "Korr": Actor("anna-korr", "Anna Korr", "person"),
    "Pavel Dunn": Actor("pavel-dunn", "Pavel Dunn", "person"),
    "Norland": Actor("norland", "Norland", "state"),
    "Morning Ledger": Actor("morning-ledger", "Morning Ledger", "outlet"),
    "Wirepress": Actor("wirepress", "Wirepress", "outlet"),
}


def mentions_of(text: str, pronouns: dict[str, str | None]) -> list[Mention]:
    """Place a mention at every known name (longest first) and at the pronouns given, with their actors."""
    found: list[Mention] = []
    taken: list[Span] = []
    for name in sorted(ACTORS, key=len, reverse=True):
        place = text.find(name)
        while place >= 0:
            span = Span(place, place + len(name))
            if not any(span.meets(other) for other in taken):
                taken.append(span)
                found.append(Mention(span.start, span.end, "name", ACTORS[name].id, span))
            place = text.find(name, place + 1)
    for word, actor in pronouns.items():
        place = text.find(word)
        if place >= 0:
            found.append(Mention(place, place + len(word), "pronoun", actor, Span(place, place + len(word))))
    return sorted(found, key=lambda mention: mention.start)


def read(text: str, title: bool = False, **pronouns: str | None) -> list[Attribution]:
    regions = (Region(0, len(text), "title"),) if title else ()
    sentences, paragraphs = segment(Article("a", text, regions=regions))
    quotes = find_quotes(text, sentences, paragraphs)
    actors = list({actor.id: actor for actor in ACTORS.values()}.values())
    return find_attributions(text, sentences, paragraphs, quotes, actors, mentions_of(text, pronouns), PACKS)


def rows(text: str, **pronouns: str | None) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (
            item.source.of(text) if item.source else None,
            item.cue.of(text) if item.cue else None,
            [span.of(text) for span in item.contents],
        )
        for item in read(text, False, **pronouns)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents"),
    [
        ("Anna Korr said the talks would go on.", "Anna Korr", "said", ["the talks would go on"]),
        ("Korr has also said that nothing was agreed.", "Korr", "has also said", ["that nothing was agreed"]),
        ("“We will go,” Korr said.", "Korr", "said", ["“We will go,”"]),
        ("“We will go,” said Anna Korr, the chief negotiator.", "Anna Korr, the chief negotiator", "said", ["“We will go,”"]),
        ("“We will go,” Korr said on Monday, “but not now.”", "Korr", "said", ["“We will go,”", "“but not now.”"]),
        ("Korr said: “We will go.”", "Korr", "said:", ["“We will go.”"]),
        ("The truce is dead, Anna Korr said.", "Anna Korr", "said", ["The truce is dead"]),
        ("The truce is dead, according to Anna Korr.", "Anna Korr", "according to", ["The truce is dead"]),
        ("According to Anna Korr, the truce is dead.", "Anna Korr", "According to", ["the truce is dead"]),
        ("Korr told reporters that the truce was dead.", "Korr", "told", ["that the truce was dead"]),
        ("In a statement, Korr called the plan “a step back.”", "Korr", "called", ["the plan “a step back.”"]),
        ("Anna Korr, speaking in Port Elm, warned that time was short.", "Anna Korr", "warned", ["that time was short"]),
        ("Anna Korr, the chief negotiator, warned that time was short.", "Anna Korr, the chief negotiator", "warned", ["that time was short"]),
        ("Korr was quoted as saying that nothing had changed.", "Korr", "saying", ["that nothing had changed"]),
        ("Korr accused Norland of shelling the port.", "Korr", "accused", ["Norland of shelling the port"]),
        ("Norland was accused by Anna Korr of shelling the port.", "Anna Korr", "was accused", ["Norland", "of shelling the port"]),
        ("Korr promised to return the bodies.", "Korr", "promised", ["to return the bodies"]),
        ("Two people familiar with the talks said the offer stood.", "Two people familiar with the talks", "said", ["the offer stood"]),
        ("The statement said 40 people were hurt.", "The statement", "said", ["40 people were hurt"]),
        ("On Monday Korr said the port was open.", "Korr", "said", ["the port was open"]),
        ("The owners, naturally, say that the dockers began it.", "The owners", "say", ["that the dockers began it"]),
        ("The owners, for their part, say the port was shut.", "The owners", "say", ["the port was shut"]),
        ("Korr's claim that the port was shelled spread fast.", "Korr", "claim", ["that the port was shelled spread fast"]),
    ],
)  # fmt: skip
def test_source_cue_content(text: str, source: str, cue: str, contents: list[str]) -> None:
    assert rows(text) == [(source, cue, contents)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The port lies in the north.", id="no-cue"),
        pytest.param("A spokesman for Anna Korr declined to comment.", id="nothing-said"),
        pytest.param("After the strike, still, report cards came.", id="noun-after-an-aside"),
        pytest.param("The alleged plot came to nothing.", id="adjective"),
        pytest.param("The reports of shelling were old.", id="noun-not-verb"),
        pytest.param("The storm threatened the harbour.", id="things-do-not-threaten"),
        pytest.param("The new claims are old.", id="plural-noun"),
        pytest.param("I think the plan is dead.", id="author"),
        pytest.param("The “historic” deal failed.", id="scare-quote-has-no-speaker"),
        pytest.param("— Shall we sign?\n\n— After lunch, he said.", id="invented-dialogue"),
    ],
)
def test_nothing_said(text: str) -> None:
    assert rows(text) == []


def test_second_verb_keeps_the_speaker() -> None:
    found = read("Anna Korr accused Norland of delay and urged allies to act, adding that time was short.")
    assert [(item.speaker, item.lemma) for item in found] == [
        ("anna-korr", "accuse"),
        ("anna-korr", "urge"),
        ("anna-korr", "add"),
    ]


def test_negated_cue() -> None:
    (found,) = read("Korr did not say that she would resign.")
    assert found.negated


def test_spokesman_is_not_the_one_he_speaks_for() -> None:
    (found,) = read("A spokesman for Anna Korr said the offer stood.")
    assert (found.speaker, found.unnamed) == (None, True)


def test_lawyer_of_a_named_person_is_not_that_person() -> None:
    (found,) = read("Korr's lawyer said the offer stood.")
    assert (found.speaker, found.unnamed) == (None, True)


def test_two_who_speak_together_are_not_one() -> None:
    (found,) = read("Anna Korr and Pavel Dunn said the offer stood.")
    assert (found.speaker, found.unnamed, found.source) == (None, False, Span(0, 24))


def test_apposed_name_is_the_speaker() -> None:
    (found,) = read("The ministry's chief negotiator, Anna Korr, said the offer stood.")
    assert found.speaker == "anna-korr"


def test_resolved_pronoun_names_its_antecedent() -> None:
    text = "Anna Korr arrived. She said the offer stood."
    (found,) = read(text, She="anna-korr")
    assert found.speaker == "anna-korr"
    assert found.speaker_mention == 0


def test_unresolved_pronoun_takes_the_only_person_near() -> None:
    (found,) = read("Anna Korr arrived. She said the offer stood.", She=None)
    assert found.speaker == "anna-korr"


def test_unresolved_pronoun_stays_open_between_two_people() -> None:
    (found,) = read("Anna Korr met Pavel Dunn. She said the offer stood.", She=None)
    assert found.speaker is None


@pytest.mark.parametrize(
    ("text", "speaker", "unnamed", "via"),
    [
        ("The Morning Ledger cited a ministry spokesperson saying the deal was dead.", None, True, ["Morning Ledger"]),
        ("According to Wirepress, Norland rejected the offer.", None, False, ["Wirepress"]),
        ("Anna Korr told the Morning Ledger that the deal was dead.", "anna-korr", False, ["Morning Ledger"]),
        ("Wirepress, citing a diplomatic source, reported that talks would resume.", None, True, ["Wirepress"]),
        ("Wirepress quoted Anna Korr as saying the deal was dead.", "anna-korr", False, ["Wirepress"]),
        ("Wirepress reported that Anna Korr said the deal was dead.", "anna-korr", False, ["Wirepress"]),
        ("The Northern Herald reported that the port had closed.", None, False, ["Northern Herald"]),
        ("Anna Korr said the deal was dead.", "anna-korr", False, []),
    ],
)
def test_via_chain(text: str, speaker: str | None, unnamed: bool, via: list[str]) -> None:
    (found,) = read(text)
    assert (found.speaker, found.unnamed, [link.name for link in found.via]) == (speaker, unnamed, via)
    assert all(link.name in link.span.of(text) for link in found.via)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Minister: Talks will go on", "Minister", "Talks will go on"),
        ("Talks 'useless for us', says minister", "minister", "Talks 'useless for us'"),
        ("Korr says Norland broke truce", "Korr", "Norland broke truce"),
    ],
)
def test_headline(text: str, source: str, content: str) -> None:
    (found,) = read(text, title=True)
    assert (found.source and found.source.of(text), found.contents[0].of(text)) == (source, content)


def test_headline_label_that_is_nobody() -> None:
    assert read("Analysis: Talks will go on", title=True) == []


def test_quote_sentence_belongs_to_the_running_speaker() -> None:
    text = "Korr said the talks were slow. “They drag on.”\n\n“Nobody likes it.”\n\nThe port is open."
    first, second = read(text)
    assert [span.of(text) for span in first.contents] == ["the talks were slow", "“They drag on.”"]
    assert (second.speaker, second.cue, second.contents[0].of(text)) == ("anna-korr", None, "“Nobody likes it.”")


def test_quote_after_narration_is_left_open() -> None:
    text = "Korr said the talks were slow.\n\nThe port was shelled. “Nobody likes it.”"
    assert len(read(text)) == 1


def test_kinds() -> None:
    text = "“We go,” Korr said. Korr said it was “a very bad day for us all” there. Korr said it rained."
    assert [item.kind for item in read(text)] == ["direct", "mixed", "indirect"]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Anna Korr", "said", "says", ",", ".", "“", "”", "that", "told", "according to", "citing", "and", "the", "Wirepress",
             "who", "he", "was", "accused", "by", "of", ":", "(", ")", "claim", "\n\n", "as", "saying", "'s", "İ", "—", "to", "in"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_order_of_words_resolves(words: list[str]) -> None:
    text = " ".join(words).strip()
    for item in read(text):
        for span in (
            *item.contents,
            *(span for span in (item.source, item.cue) if span),
            *(link.span for link in item.via),
        ):
            assert 0 <= span.start < span.end <= len(text)
        assert item.contents


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["(", '"', "“a” ", "1", "a a a ", "he said, ", "X said “a.” ", "said ", "Xx. Said he. "]
)
def test_linear_on_long_text(unit: str) -> None:
    times = []
    for size in (30_000, 300_000):
        text = unit * (size // len(unit))
        article = Article("a", text)
        sentences, paragraphs = segment(article)
        quotes = find_quotes(text, sentences, paragraphs)
        started = time.process_time()
        find_attributions(text, sentences, paragraphs, quotes, [], [], PACKS)
        times.append(time.process_time() - started)
    assert times[1] < 30 * times[0] + 0.5


def sources(text: str) -> list[str | None]:
    return [source for source, _, _ in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("One demand Anna Korr brought to the table was a port levy.", id="one-and-a-base-form-is-a-noun"),
        pytest.param("Other states have claims that differ from ours.", id="have-and-a-third-person-is-a-noun"),
        pytest.param("Most claims have been paid by the fund.", id="most-and-a-third-person-is-a-noun"),
        pytest.param("A formal interview request regarding emails went unanswered.", id="regarding-is-a-preposition"),
        pytest.param("The envoy flew to the Free States of the north.", id="a-capital-inside-a-sentence-is-a-name"),
        pytest.param("The report Anna Korr wrote was long.", id="a-reduced-relative-reports-nothing"),
        pytest.param(
            "Pavel Dunn's statement to the police ran to nine pages.", id="a-statement-to-somebody-says-nothing"
        ),
        pytest.param(
            "The council chose to mend the “broken system” and Pavel Dunn left.", id="a-narrated-quote-is-nobodys"
        ),
        pytest.param("Anna Korr walked past the “closed port” sign.", id="a-quote-near-a-name-is-not-said-by-it"),
    ],
)
def test_words_that_look_like_cues_report_nothing(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("CORVANE, Estavia, April 29 (Wire) - Anna Korr said the talks failed.", "Anna Korr", id="wire-dateline"),
        pytest.param("CORVANE — Anna Korr said the talks failed.", "Anna Korr", id="dateline-of-a-town-alone"),
        pytest.param("CORVANE (Wire) - Norland and Sudland agreed to talk.", "Norland and Sudland", id="dateline-and-two-parties"),
        pytest.param("Anna Korr, who had, in the spring, left the port, said it was late.", "Anna Korr", id="relative-with-commas"),
        pytest.param("Pavel Dunn, the mayor, who had left, said it was late.", "Pavel Dunn, the mayor", id="apposition-and-relative"),
        pytest.param("Anna Korr, 31, who had left, said it was late.", "Anna Korr", id="age-and-relative"),
        pytest.param("Anna Korr, speaking in Corvane, Estavia, was explaining that it was late.", "Anna Korr", id="participle-with-commas"),
        pytest.param("Other states claim that the levy is unlawful.", "Other states", id="other-is-no-subject"),
        pytest.param("The region as a whole claims that the levy is unlawful.", "The region as a whole", id="as-a-whole-stays-with-its-noun"),
    ],
)  # fmt: skip
def test_the_source_is_the_whole_subject_and_no_more(text: str, source: str) -> None:
    assert sources(text)[-1] == source


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("Anna Korr's claim that the levy is unlawful surprised the council.", "that the levy is unlawful", id="past-verb"),
        pytest.param("Anna Korr's repeated claim that the levy is false was rejected.", "that the levy is false", id="was"),
        pytest.param("Anna Korr's claim that the levy imposed in May is false was wrong.", "that the levy imposed in May is false", id="participle"),
        pytest.param("Anna Korr's claim that they kept the port he was using was denied.", "that they kept the port he was using", id="contact-clause"),
        pytest.param("CORVANE — The levy will fall, Anna Korr said.", "The levy will fall", id="dateline-is-not-said"),
    ],
)  # fmt: skip
def test_the_content_ends_before_the_main_verb(text: str, content: str) -> None:
    assert rows(text)[0][2] == [content]


def test_whom_a_statement_is_of_does_not_make_it() -> None:
    found = read("Of Anna Korr, he said, “This was late.”", he="anna-korr")
    assert [item.speaker for item in found] == [None]


def test_whom_a_statement_follows_may_make_it() -> None:
    found = read("After Anna Korr left, he said, “This was late.”", he="anna-korr")
    assert [item.speaker for item in found] == ["anna-korr"]


def test_he_after_an_unnamed_source_is_that_source() -> None:
    found = read("Pavel Dunn left. A spokesman said the talks failed. He said a round would follow.", He="pavel-dunn")
    assert [(item.speaker, item.unnamed) for item in found] == [(None, True), (None, True)]


def test_he_after_several_unnamed_sources_is_none_of_them() -> None:
    found = read("Officials said the talks failed. He said a round would follow.", He="pavel-dunn")
    assert [(item.speaker, item.unnamed) for item in found] == [(None, True), ("pavel-dunn", False)]


@pytest.mark.parametrize("lemma", ["believe", "want", "fear", "intend", "oppose", "doubt", "consider"])
def test_states_of_mind_are_attitudes(lemma: str) -> None:
    assert next(cue for cue in PACKS.speech if cue.lemma == lemma).attitude


@pytest.mark.parametrize("lemma", ["say", "demand", "deny", "accuse", "conclude", "according to"])
def test_speech_is_no_attitude(lemma: str) -> None:
    assert not next(cue for cue in PACKS.speech if cue.lemma == lemma).attitude


def test_neither_confirmed_nor_denied_is_no_denial() -> None:
    reading = read_article(
        Article("x", "Olen Marr neither confirmed nor denied that the dam had failed."), packs.load()
    )
    assert [one.act for one in reading.statements] == ["STATE"]
    assert reading.attributions[0].negated
