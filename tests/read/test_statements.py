"""Statements from hand-made readings, so that a failure here is this module's own."""

import datetime as dt
import itertools
from dataclasses import dataclass, field

import pytest

from crosswire.model import Actor, Article, Attribution, Figure, Mention, Quote, Reading, Span, Statement, Time, Via
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.read.statements import find_statements
from crosswire.text.sentences import split_sentences

PACKS = load("core", "negotiation")
ACTORS = {
    "Arland": Actor("ARL", "Arland", "state", party="ARL"),
    "Veskia": Actor("VES", "Veskia", "state", party="VES"),
    "Mara Quist": Actor("quist", "Mara Quist", "person", party="ARL"),
    "Quist": Actor("quist", "Mara Quist", "person", party="ARL"),
    "Olen": Actor("olen", "Olen", "person"),
}
MONDAY = dt.date(2024, 5, 13)


@dataclass
class Draft:
    """A text and what stands in it, by its words."""

    text: str
    said: list[dict[str, str]] = field(default_factory=list)
    pronouns: dict[str, str | None] = field(default_factory=dict)
    dates: dict[str, dt.date] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    quotes: tuple[str, ...] = ()
    genre: str = "news"
    headline: str = ""

    def span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words))

    def mentions(self) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for name in ACTORS:
            at = self.text.find(name)
            while at >= 0:
                if not any(one.start <= at < one.end for one in found):
                    found.append(Mention(at, at + len(name), "name", ACTORS[name].id, Span(at, at + len(name))))
                at = self.text.find(name, at + 1)
        for words, actor in self.pronouns.items():
            span = self.span(words)
            found.append(Mention(span.start, span.end, "pronoun", actor, span))
        return tuple(sorted(found, key=lambda one: one.start))

    def statements(self) -> tuple[Statement, ...]:
        head = len(self.headline)
        cuts = ([Span(0, head)] if head else []) + split_sentences(self.text, head, len(self.text))
        article = Article("a1", self.text, published=dt.date(2024, 5, 15), genre=self.genre)  # type: ignore[arg-type]
        reading = Reading(
            "a1",
            "",
            tuple(cuts),
            tuple(0 if span.end <= head else 1 for span in cuts),
            quotes=tuple(Quote(s.start, s.end, Span(s.start + 1, s.end - 1)) for s in map(self.span, self.quotes)),
            actors=tuple({actor.id: actor for actor in ACTORS.values()}.values()),
            mentions=self.mentions(),
            attributions=tuple(self.attribution(one, cuts) for one in self.said),
            figures=tuple(Figure(n, n, "prisoner", self.span(words)) for words, n in self.numbers.items()),
            times=tuple(Time(self.span(words), "date", day, day) for words, day in self.dates.items()),
        )
        return find_statements(article, reading, PACKS)

    def attribution(self, one: dict[str, str], cuts: list[Span]) -> Attribution:
        cue = self.span(one["cue"])
        return Attribution(
            "indirect",
            tuple(self.span(part) for part in one["said"].split("|")),
            next(index for index, span in enumerate(cuts) if span.covers(cue)),
            source=self.span(one["source"]) if "source" in one else None,
            cue=cue,
            lemma=one.get("lemma", "say"),
            speaker=one.get("speaker"),
            unnamed=one.get("unnamed") == "yes",
            negated=one.get("negated") == "yes",
            via=(Via("Reuters", self.span("Reuters"), None),) if "via" in one else (),
        )


def said(text: str, contents: str, cue: str = "said", **more: str) -> Statement:
    return Draft(text, [{"cue": cue, "said": contents, **more}]).statements()[0]


@pytest.mark.parametrize(
    ("contents", "act", "event", "agent", "target", "realis"),
    [
        ("the mood was calm", "STATE", None, "quist", None, "actual"),
        ("Veskia attacked the port", "ACCUSE", "ATTACK", "quist", "VES", "actual"),
        ("Veskia violated the truce", "ACCUSE", "VIOLATE", "quist", "VES", "actual"),
        ("Veskia must withdraw its troops", "DEMAND", "WITHDRAW", "quist", "VES", "future"),
        ("Veskia should come back to the table", "APPEAL", None, "quist", "VES", "future"),
        ("we will release 40 prisoners", "PROMISE", "RELEASE", "quist", None, "future"),
        ("we will strike their bases if shelling goes on", "THREATEN", "ATTACK", "quist", None, "conditional"),
        ("we will withdraw the troops only if shelling stops", "CONDITION", "WITHDRAW", "quist", None, "conditional"),
        ("we do not accept this border", "REJECT", "ACCEPT", "quist", None, "actual"),
        ("we will never cede the port", "RED_LINE", None, "quist", None, "future"),
        ("Arland rejects the plan", "REJECT", None, "ARL", None, "actual"),
        ("Veskia rejected the plan", "STATE", "REJECT", "quist", None, "actual"),
        ("we struck the base with drones", "CLAIM_RESP", "ATTACK", "quist", None, "actual"),
        ("we did not attack the camp", "DENY", "ATTACK", "quist", None, "negated"),
    ],
)
def test_what_a_speaker_does_by_saying_it(
    contents: str, act: str, event: str | None, agent: str, target: str | None, realis: str
) -> None:
    found = said(f"Mara Quist said {contents}.", contents, source="Mara Quist", speaker="quist")
    assert (found.act, found.event, found.agent, found.target, found.realis) == (act, event, agent, target, realis)


def test_who_accuses_whom_of_doing_what_to_whom() -> None:
    text = "Mara Quist accused Veskia of shelling a village in Arland."
    found = said(text, "shelling a village in Arland", "accused", lemma="accuse", source="Mara Quist", speaker="quist")
    assert (found.act, found.agent, found.target) == ("ACCUSE", "quist", "VES")
    assert (found.event, found.event_agent) == ("ATTACK", "VES")


def test_a_denial_negates_what_it_denies() -> None:
    text = "Veskia denied that its army had attacked the camp."
    found = said(text, "that its army had attacked the camp", "denied", lemma="deny", source="Veskia", speaker="VES")
    assert (found.act, found.agent, found.realis, found.negated) == ("DENY", "VES", "negated", True)


def test_not_saying_is_no_act() -> None:
    text = "Mara Quist did not say that Veskia attacked the port."
    found = said(text, "Veskia attacked the port", "say", source="Mara Quist", speaker="quist", negated="yes")
    assert (found.act, found.negated) == ("STATE", True)


def test_an_unnamed_source_keeps_its_words() -> None:
    text = "A diplomatic source said the mood was calm."
    found = said(text, "the mood was calm", source="A diplomatic source", unnamed="yes")
    assert (found.speaker, found.unnamed, found.dangling) == (None, "A diplomatic source", 0)


def test_via_is_kept_outermost_first() -> None:
    text = "Mara Quist said the mood was calm, Reuters reported."
    assert said(text, "the mood was calm", source="Mara Quist", speaker="quist", via="yes").via == ("Reuters",)


def test_evidence_is_the_whole_sentence_and_contents_may_be_broken() -> None:
    text = "Rain fell. “The talks,” Mara Quist said, “were useful.” Snow fell."
    found = said(text, "The talks|were useful", source="Mara Quist", speaker="quist")
    assert found.evidence.quote.startswith("“The talks,”")
    assert "Rain" not in found.evidence.quote
    assert [span.of(text) for span in found.contents] == ["The talks", "were useful"]


def test_a_narrated_act_has_no_speaker() -> None:
    (found,) = Draft("Veskia rejected the proposal of Arland.").statements()
    assert (found.mode, found.speaker, found.act, found.agent, found.target) == (
        "narrated",
        None,
        "REJECT",
        "VES",
        "ARL",
    )


def test_two_clauses_are_two_statements() -> None:
    acts = [one.act for one in Draft("Veskia shelled the port, and Arland suspended the talks.").statements()]
    assert acts == ["ATTACK", "WALK_OUT"]


@pytest.mark.parametrize(
    "text",
    [
        "Will Veskia accept the plan?",
        "Read more about Veskia and its long road.",
        "You can follow Veskia and the talks here.",
        "Veskia: the main points:",
        "This is a developing story about Veskia and Arland.",
        "The long and quiet road.",
        "We think Veskia has rejected the plan.",
    ],
)
def test_what_the_article_does_not_assert(text: str) -> None:
    assert Draft(text).statements() == ()


def test_an_unattributed_quotation_is_not_the_articles_voice() -> None:
    text = "“Veskia attacked the port and we saw it burn.”"
    assert Draft(text, quotes=(text,)).statements() == ()


def test_an_opinion_piece_claims_for_its_author() -> None:
    (found,) = Draft("Veskia rejected the proposal without shame.", genre="opinion").statements()
    assert found.opinion
    assert found.speaker is None


def test_a_pronoun_is_resolved_with_evidence() -> None:
    text = "Mara Quist arrived in Arland. She rejected the plan."
    last = Draft(text, pronouns={"She": "quist"}).statements()[-1]
    assert [(one.stands_for, one.kind) for one in last.resolved] == [("Mara Quist", "actor")]
    assert last.resolved[0].evidence is not None
    last.resolved[0].evidence.check(text)
    assert last.dangling == 0


def test_a_pronoun_beside_its_name_needs_no_help() -> None:
    text = "Mara Quist rejected the plan after she read it."
    assert Draft(text, pronouns={"she": "quist"}).statements()[0].resolved == ()


def test_a_leading_possessive_is_its_subjects() -> None:
    text = "Olen left the hall of Arland. In a letter announcing his exit, Mara Quist thanked Veskia."
    last = Draft(text, pronouns={"his": "olen"}).statements()[-1]
    assert (last.resolved, last.dangling) == ((), 0)


def test_a_possessive_of_nobody_in_the_lead_gets_no_name() -> None:
    text = "Arland met Veskia and Mara Quist. Critics in Arland rejected her plan."
    last = Draft(text, pronouns={"her": "quist"}).statements()[-1]
    assert (last.resolved, last.dangling) == ((), 1)


def test_a_speaking_pronoun_is_the_speaker() -> None:
    text = "Mara Quist spoke in Arland. She rejected the plan."
    draft = Draft(
        text,
        [{"cue": "rejected", "said": "the plan", "source": "She", "speaker": "quist", "lemma": "reject"}],
        pronouns={"She": None},
    )
    last = draft.statements()[-1]
    assert ([one.stands_for for one in last.resolved], last.dangling) == (["Mara Quist"], 0)


def test_an_unresolved_opener_dangles() -> None:
    text = "The two rejected the plan of Arland."
    assert Draft(text).statements()[0].dangling == 1
    assert Draft("They rejected the plan of Arland.", pronouns={"They": None}).statements()[0].dangling == 1


def test_a_relative_date_is_resolved_to_its_day() -> None:
    text = "Veskia rejected the plan on Monday."
    (found,) = Draft(text, dates={"on Monday": MONDAY}).statements()
    assert [(one.stands_for, one.kind, one.evidence) for one in found.resolved] == [("13 May 2024", "date", None)]
    assert found.event_date is not None
    assert found.event_date.first == MONDAY


def test_the_day_of_saying_is_not_the_day_of_the_event() -> None:
    text = "Mara Quist said on Monday that Veskia attacked the port."
    draft = Draft(
        text, [{"cue": "said", "said": "Veskia attacked the port", "source": "Mara Quist", "speaker": "quist"}]
    )
    draft.dates["on Monday"] = MONDAY
    found = draft.statements()[0]
    assert found.event_date is None
    assert found.times == ()


@pytest.mark.parametrize("words", ["since Monday", "until Monday"])
def test_a_stretch_dates_no_event(words: str) -> None:
    text = f"Veskia has shelled the port of Arland {words}."
    assert Draft(text, dates={words: MONDAY}).statements()[0].event_date is None


def test_figures_inside_the_contents_only() -> None:
    text = "At 40 prisoners a day, Mara Quist said 90 prisoners had come home."
    draft = Draft(
        text, [{"cue": "said", "said": "90 prisoners had come home", "source": "Mara Quist", "speaker": "quist"}]
    )
    draft.numbers.update({"40 prisoners": 40, "90 prisoners": 90})
    assert [one.low for one in draft.statements()[0].figures] == [90]


def test_a_headline_says_so() -> None:
    text = "Veskia rejects plan\n\nVeskia rejected the plan of Arland."
    flags = [one.headline for one in Draft(text, headline="Veskia rejects plan").statements()]
    assert flags == [True, False]


def test_no_narrator_duplicate_of_what_was_attributed() -> None:
    text = "Mara Quist said Veskia attacked the port."
    draft = Draft(
        text, [{"cue": "said", "said": "Veskia attacked the port", "source": "Mara Quist", "speaker": "quist"}]
    )
    assert [one.mode for one in draft.statements()] == ["indirect"]


def test_ids_are_unique_and_stable() -> None:
    draft = Draft("Veskia shelled the port, and Arland suspended the talks. Veskia rejected the plan.")
    first, second = draft.statements(), draft.statements()
    assert first == second
    assert all(one.id != other.id for one, other in itertools.combinations(first, 2))


@pytest.mark.parametrize(
    ("text", "dangling"),
    [
        ("The crew will return on Friday, under an annex that was not published.", 0),
        ("The crew returned on Friday, and that was not in the annex of Chile.", 1),
        ("Chile said the Petrel and her crew of seven were boarded at dawn.", 0),
        ("Chile said the harbour and her crew of seven were watched at dawn.", 1),
    ],
    ids=["relative", "demonstrative", "a-ship", "no-ship"],
)
def test_what_points_out_of_a_sentence(text: str, dangling: int) -> None:
    found = read_article(Article("a", f"News of the day.\n\n{text}"), load("core", "negotiation")).statements
    assert [one.dangling for one in found if one.evidence.quote == text][:1] == [dangling]
