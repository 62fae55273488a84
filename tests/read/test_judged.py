"""The act a trained reader sees, joined with the rules': each where it is better, and in doubt the rules'."""

from collections.abc import Callable, Sequence

import pytest

from crosswire.model import Article, Span, Statement
from crosswire.packs import load
from crosswire.read.annotator import Marks, Opened, RuleAnnotator
from crosswire.read.judged import Judgement
from crosswire.read.reader import read_article

PACKS = load("core", "negotiation")


class Sees:
    """A sight that judges every stretch alike."""

    def __init__(self, text: str, act: str, chance: float, realis: str, parts: tuple[str, str]) -> None:
        words = text.split()
        self.words = tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)
        self.parts = [tuple(0.9 if word.strip(".,") in part.split() else 0.0 for word in words) for part in parts]
        self.acts, self.reales = {act: chance, "STATE": 1 - chance}, {"actual": 0.05, realis: 0.95}

    def ask(
        self, stretches: Sequence[Sequence[Span]], *, doubtful: Sequence[bool] = ()
    ) -> Callable[[], list[Judgement | None]]:
        return lambda: [Judgement(self.acts, self.reales, self.words, *self.parts)] * len(stretches)

    def meanings(self, stretches: Sequence[Sequence[Span]]) -> bytes:
        return b""


class Judged(RuleAnnotator):
    """Reads by rules, with a sight beside them."""

    def __init__(self, sight: Sees) -> None:
        self.sight = sight

    def marks(self, opened: Sequence[Opened]) -> list[Marks]:
        return [Marks((), (), self.sight) for _ in opened]


def read(text: str, act: str, chance: float = 0.95, realis: str = "", parts: tuple[str, str] = ("", "")) -> Statement:
    reader = Judged(Sees(text, act, chance, realis or "actual", parts))
    return read_article(Article("a", text), PACKS, reader).statements[0]


def test_an_act_that_only_the_reader_sees_is_taken_with_its_parts() -> None:
    one = read("Pakistan handed India a cold shoulder over the dam.", "REJECT", parts=("Pakistan", "India"))
    assert (one.act, one.agent, one.target) == ("REJECT", "PAK", "IND")


def test_a_guess_is_not_taken() -> None:
    assert read("Pakistan handed India a cold shoulder over the dam.", "REJECT", 0.2).act == "STATE"


def test_a_rule_s_act_stands_against_a_weak_other() -> None:
    assert read("Pakistan rejected the proposal of India.", "ACCEPT", 0.5).act == "REJECT"


def test_a_deed_somebody_tells_of_is_the_event_in_his_statement() -> None:
    one = read("Jane Doe said the valley was full of smoke from shells.", "ATTACK", parts=("", ""))
    assert (one.act, one.event) == ("STATE", "ATTACK")
    assert one.speaker == "jane-doe"


def test_an_act_by_the_rules_that_the_reader_surely_does_not_see_is_none() -> None:
    one = read("The minister, Jane Doe, approved the operation on her own knee.", "none", 0.999)
    assert (one.act, one.target) == ("STATE", None)


@pytest.mark.parametrize("realis", ["conditional", "future"])
def test_realis_is_the_reader_s_where_the_rules_saw_no_act(realis: str) -> None:
    assert read("Pakistan handed India a cold shoulder over the dam.", "REJECT", realis=realis).realis == realis


def test_hearsay_changes_no_realis() -> None:
    assert read("Pakistan handed India a cold shoulder over the dam.", "REJECT", realis="reported").realis == "actual"


class Counts(Sees):
    """A sight that keeps what it is asked."""

    asked: list[tuple[int, int, bool]] = []

    def ask(
        self, stretches: Sequence[Sequence[Span]], *, doubtful: Sequence[bool] = ()
    ) -> Callable[[], list[Judgement | None]]:
        self.asked = [(one[0].start, one[0].end, sure) for one, sure in zip(stretches, doubtful, strict=True)]
        return super().ask(stretches, doubtful=doubtful)


def asked(text: str) -> list[bool]:
    sight = Counts(text, "STATE", 1.0, "actual", ("", ""))
    read_article(Article("a", text), PACKS, Judged(sight))
    return [sure for _, _, sure in sight.asked]


def test_an_act_by_the_rules_is_checked_and_other_clauses_looked_at() -> None:
    assert asked("Pakistan rejected the proposal of India.") == [True]
    assert asked("Pakistan handed India a cold shoulder over the dam.") == [False]


def test_neither_bylines_nor_reporting_words_that_act_are_judged() -> None:
    assert asked("Meridian Wire + 5") == []
    assert asked("Jane Doe denied that the valley was full of smoke.") == []


def stretches_asked(text: str) -> list[str]:
    sight = Counts(text, "STATE", 1.0, "actual", ("", ""))
    read_article(Article("a", text), PACKS, Judged(sight))
    return [text[start:end] for start, end, _ in sight.asked]


def test_a_sentence_that_tells_one_thing_alone_is_judged_whole() -> None:
    whole = "On Monday, Pakistan handed India a cold shoulder, to the surprise of many."
    assert stretches_asked(whole) == [whole]
    said = "In the capital, a village elder said the valley was quiet."
    assert stretches_asked(said) == [said]
    two = "The envoys met in Geneva, but Pakistan handed India a cold shoulder."
    assert all(len(one) < len(two) for one in stretches_asked(two))


def test_which_act_may_be_open_where_that_it_is_one_is_not() -> None:
    class Torn(Sees):
        def __init__(self, nothing: float) -> None:
            super().__init__("", "REJECT", 0.4, "actual", ("", ""))
            self.acts = {"REJECT": 0.4, "COUNTER": 0.6 - nothing - 0.3, "WALK_OUT": 0.3, "none": nothing}

    text = "Pakistan handed India a cold shoulder over the dam."
    acts = [
        read_article(Article("a", text), PACKS, Judged(Torn(nothing))).statements[0].act for nothing in (0.02, 0.25)
    ]
    assert acts == ["REJECT", "STATE"]


def test_approving_one_s_own_deed_accepts_nothing() -> None:
    for text in ("The president approved the operation on Sunday.", "The cabinet approves an offensive in the north."):
        assert [one.act for one in read_article(Article("a", text), PACKS).statements if one.act == "ACCEPT"] == []
    assert (
        read_article(Article("a", "The cabinet approved the proposal of India."), PACKS).statements[0].act == "ACCEPT"
    )


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Pakistan kept the gates shut until India cleared the canal.", "CONDITION"),
        ("For an evening at least the dam held in Pakistan.", "STATE"),
    ],
)
def test_a_condition_is_taken_only_where_words_make_one(text: str, act: str) -> None:
    assert read(text, "CONDITION").act == act


def test_who_tells_of_another_s_act_does_not_perform_it() -> None:
    one = read("Jane Doe said Pakistan had rejected the proposal of India.", "REJECT", parts=("Doe", "India"))
    assert (one.act, one.event, one.event_agent) == ("STATE", "REJECT", "PAK")


def test_what_failed_to_be_agreed_is_not_agreed() -> None:
    for words, negated in (("failed to agree", True), ("shook hands", False)):
        one = read(f"Pakistan and India {words} on the dam.", "AGREE_JOINT")
        assert (one.act, one.negated) == ("AGREE_JOINT", negated)


def test_who_neither_confirms_nor_denies_does_neither() -> None:
    text = "Pakistan neither confirmed nor denied the arrest of the envoy."
    assert read(text, "DENY", 0.99).act == read_article(Article("a", text), PACKS).statements[0].act


@pytest.mark.parametrize(("chance", "act"), [(0.7, "STATE"), (0.85, "RED_LINE")])
def test_a_red_line_where_the_rules_see_nothing_takes_more_than_a_guess(chance: float, act: str) -> None:
    assert read("Pakistan would sooner see the dam dry.", "RED_LINE", chance).act == act


def test_a_taken_act_that_happened_is_not_negated_by_the_rules_not() -> None:
    one = read("Pakistan no longer clung to the dam.", "CONCEDE", 0.99)
    assert (one.act, one.negated) == ("CONCEDE", False)


def test_who_suspends_tariffs_threatens_nobody() -> None:
    text = "Pakistan said it would suspend the additional tariffs on copper."
    assert read(text, "THREATEN", 0.99).act == "PROMISE"
    assert read(text.replace("suspend", "regret"), "THREATEN", 0.99).act == "THREATEN"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Pakistan called the paper of India an ultimatum.", "THREATEN"),
        ("Jane Doe said Pakistan would not set India any preliminary conditions.", "RED_LINE"),
        ('Jane Doe said there was "nothing new" to report on the dam.', "DENY"),
    ],
)
def test_words_that_say_otherwise_are_not_read_as_the_act(text: str, act: str) -> None:
    assert read(text, act).act != act


def test_an_ultimatum_given_is_a_threat_and_a_denial_a_denial() -> None:
    assert read("Pakistan handed India a paper that ends on Monday.", "THREATEN").act == "THREATEN"
    assert read("Jane Doe said there was nothing of that kind in the paper.", "DENY").act == "DENY"


def test_a_warning_of_what_is_threatens_nobody() -> None:
    assert read("Jane Doe warned that the talks were at a dead end.", "THREATEN").act != "THREATEN"
    assert read("Jane Doe warned that her patience was not endless.", "THREATEN").act == "THREATEN"
