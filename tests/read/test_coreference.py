"""References: the nearest fitting actor, or nobody where two fit or none does."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read.actors import find_actors
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment

PACKS = load("core")


def refers(text: str, words: str) -> str | None:
    """Return the actor of the last mention written as `words`."""
    article = Article("a", text)
    sentences, paragraphs = segment(article)
    quotes = find_quotes(text, sentences, paragraphs)
    _, mentions = find_actors(article, sentences, paragraphs, quotes, PACKS)
    return [mention.actor for mention in mentions if text[mention.start : mention.end] == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Ann Berg left. She was tired.", "She", "ann-berg"),
        ("Ann Berg met Peter Holm. She smiled.", "She", "ann-berg"),
        ("Ann Berg met Peter Holm. He smiled.", "He", "peter-holm"),
        ("Mr. Kwarteng left. He was tired.", "He", "kwarteng"),
        ("Foreign Minister Ann Berg left. The minister was tired.", "The minister", "ann-berg"),
        ("The Trade Ministry objected. The ministry said no.", "The ministry", "trade-ministry"),
        ("Peter Holm said he would stay.", "he", "peter-holm"),
        ("Carl Berg spoke for an hour. Peter Holm said he would stay.", "he", "peter-holm"),
        ("Carl Berg spoke. Berg left. On Monday Peter Holm sold what he owned.", "he", "peter-holm"),
        ("Carl Berg spoke. “No,” said Peter Holm, adding that he was tired.", "he", "peter-holm"),
        ("Carl Berg spoke. Peter Holm (North Party) said he would stay.", "he", "peter-holm"),
        ("Peter Holm left.\n\nThe mayor said nothing.\n\nHis car was gone.", "His", None),
        ("The Hollis Foundation said it would pay.", "it", "hollis-foundation"),
    ],
)
def test_antecedents(text: str, words: str, actor: str | None) -> None:
    assert refers(text, words) == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Carl Berg and Peter Holm met. He smiled.", "He"),
        ("A witness spoke. He smiled.", "He"),
        ("Carl Berg spoke. Berg told Peter Holm he was late.", "he"),
        ("Ann Berg left. He smiled.", "He"),
        ("Peter Holm spoke to a lawyer. A neighbour said he was tired.", "he"),
        (
            "Foreign Minister Ann Berg met Foreign Minister Carl Holm. The officials left. Then the minister sat.",
            "the minister",
        ),
        ("Peter Holm spoke. “He is tired,” the aide said.", "He"),
        ("The Hollis Foundation and the Berg Institute met. It rained for hours, and it hurt.", "it"),
    ],
    ids=["two-fit", "unnamed", "object", "gender", "nearer-stranger", "two-ministers", "inside-speech", "weather"],
)
def test_none_where_nobody_surely_fits(text: str, words: str) -> None:
    assert refers(text, words) is None


def test_an_empty_it_is_no_mention() -> None:
    article = Article("a", "It is clear that talks failed. It seems late.")
    sentences, paragraphs = segment(article)
    assert find_actors(article, sentences, paragraphs, [], PACKS)[1] == []


def test_a_leading_phrase_points_forward() -> None:
    assert refers("Carl Berg spoke.\n\nIn his letter, Mr. Holm objected. Peter Holm left.", "his") == "peter-holm"


def test_an_often_named_person_does_not_take_another_subjects_pronoun() -> None:
    text = "Carl Berg spoke. Mr. Berg left. Mr. Berg came back. Peter Holm is asked whether he lied."
    assert refers(text, "he") == "peter-holm"


def test_a_title_of_another_side_is_not_the_one_named_before() -> None:
    told = "The representative of Peru, Ann Berg, spoke. The representative of Chile left."
    assert refers(told, "The representative") is None
    assert refers("The representative of Peru, Ann Berg, spoke. The representative left.", "The representative") == (
        "ann-berg"
    )


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Norway wants Egypt to leave the lake. It has also demanded a treaty.", "NOR"),
        ("Norway wants Egypt to leave the lake. It has said it is ready to talk.", "NOR"),
        ("The plan angered Norway. It demands much of Egypt.", None),
        ("Norway fired on a port, Egypt's army said. It claimed to have hit back.", None),
    ],
    ids=["it-demands", "it-has-said", "no-subject", "whoever-told-it"],
)
def test_it_with_a_will_of_its_own_is_the_state_that_led_before(text: str, actor: str | None) -> None:
    assert refers(text, "It") == actor
