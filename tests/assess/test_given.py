"""What a sentence takes for given without naming it, and what it names itself."""

import pytest

from crosswire.assess.frames import is_aside
from crosswire.assess.given import brought_up, names, remark_points, takes_as_given
from crosswire.assess.leaning import runs_on
from crosswire.model import Evidence, Span, Statement


@pytest.mark.parametrize(
    "words",
    [
        "Vale maintains that nothing happened there.",
        "Oria is understood to have asked for the last of these to be struck out.",
        "Oria refused to hand it over for 16 years.",
        "The premier told them that there was no hope.",
        "Lind put it at 339 names.",
        "If the bank agreed with them, Oria would have to pay.",
        "If these expectations are not met, Lind will be blamed.",
        "Prominent among such hostile forces are the guards.",
        "The pact could harm Lind in other ways.",
        "The second, which the text calls a package, demands that Vale halt.",
        "Twelve remained in hospital on Monday.",
        "Since then Lind has pulled out of the race.",
        "Oria sent mixed signals over what it would do during this period.",
        "Ana Vale, the commerce secretary, said the tolls would not change from there.",
        "Oria has agreed to this only in principle.",
        "At a second on Monday night the parties agreed to wait.",
    ],
)
def test_what_only_another_sentence_names_is_taken_for_given(words: str) -> None:
    assert takes_as_given(words)


@pytest.mark.parametrize(
    "words",
    [
        "Vale sent troops to Tarn and kept them there.",
        "There is no pact, and there will be none.",
        "Oria sent 40 boats, most of them old.",
        "The court gave the port to Oria, and Vale refused to hand it over.",
        "Vale says it will leave on Monday.",
        "The talks resume this week.",
        "Those who sign will be freed.",
        "The strikes hit depots, and these depots burned.",
        "Oria wants a corridor such as the one at Tarn.",
        "It was the biggest such exchange of the war.",
        "The first round of talks was held in Tarn.",
        "Two drivers were hurt on Monday.",
        "The first round was held in May and a second in June.",
        "They met for a second round on Monday.",
        "Lind left in 2019, and since then Vale has led the party.",
        "“We will hand it over,” Lind said.",
        "Lind believes it possible that Vale leaves.",
        "Lind said that if Vale left the port would close.",
    ],
)
def test_what_a_sentence_names_itself_is_not(words: str) -> None:
    assert not takes_as_given(words)


def test_the_sentence_above_may_name_it() -> None:
    assert not takes_as_given("Oria refused to hand it over.", "The court gave the port to Oria.")
    assert takes_as_given("If these expectations are not met, Lind will be blamed.", "The pact was signed in May.")
    assert not takes_as_given("Lind rejects these terms.", "Vale sent its terms on Monday.")


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("If it does this, Oria will be alone.", True),
        ("He stressed the need for a clear timeline.", True),
        ("I read it, and I put it in a drawer.", True),
        ("I don't have a problem with that, provided it ends.", True),
        ("I do not think he will play a part.", True),
        ("If that is approved, we will act.", True),
        ("It is time to sign.", False),
        ("Both sides must sign.", False),
        ("We read the draft and put it in a drawer.", False),
        ("Unless this root cause is removed, all will fail.", False),
    ],
)
def test_a_remark_that_answers_another_points_to_it(words: str, points: bool) -> None:
    assert remark_points(words) is points


def test_a_thing_just_brought_up_is_known_from_there() -> None:
    before = "Lind runs a page that thousands read."
    head = brought_up("The page is widely credited with the first march.", before)
    assert head
    assert names(before, head)
    assert not names("Lind was freed.", head)
    assert brought_up("The page of Lind is read by many.", before) is None
    assert brought_up("The army is leaving.", "The army was told to leave.") is None


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("The crews, on patrol near Tarn, are under growing pressure It formally agreed to go.", True),
        ("Ana Vale The premier’s gain has to be measured against her past.", True),
        ("The premier told The Herald that it was over.", False),
        ("Vale said it was over.", False),
    ],
)
def test_a_caption_before_a_sentence_is_no_part_of_it(words: str, joined: bool) -> None:
    assert runs_on(words, None) is joined


def test_words_told_in_a_clause_on_their_speaker_are_no_claim_of_the_whole_sentence() -> None:
    text = "The deal has to be measured against the stand of Lind, who declared in May that Oria was weak."
    at, cue = text.index("Lind"), text.index("declared")
    said = Statement(
        "s", "a", "STATE", "indirect", Evidence.cut("a", text, Span(0, len(text))),
        (Span(text.index("that Oria"), len(text)),), speaker="lind", source=Span(at, at + 4), cue=Span(cue, cue + 8),
    )  # fmt: skip
    assert is_aside(text, said, Span(0, len(text)))
    assert not is_aside(text, said, Span(at, len(text)))
