"""A line stands alone in the report's own words, or there is no line."""

import datetime as dt

import pytest

from crosswire.assess.desk import Desk
from crosswire.assess.plan import Plan
from crosswire.assess.wording import Worded, alike, key, quote_line, word
from crosswire.model import Article, Dossier, Evidence, Resolved, Span, Statement
from crosswire.packs import load

PUBLISHED = dt.date(2025, 6, 4)


def worded(
    sentence: str, *resolved: tuple[str, str], before: str = "Rustem Halm leads the team.", dangling: int = 0
) -> str:
    found = _word(sentence, resolved, before, dangling)
    return found.text if found else ""


def _word(sentence: str, resolved: tuple[tuple[str, str], ...], before: str, dangling: int) -> Worded | None:
    text = f"{before}\n\n{sentence}"
    start = len(before) + 2
    article = Article("a1", text, outlet="Harbour Post", published=PUBLISHED)
    statement = Statement(
        id="s1",
        article="a1",
        act="STATE",
        mode="narrated",
        evidence=Evidence.cut("a1", text, Span(start, len(text))),
        contents=(Span(start, len(text)),),
        resolved=tuple(_resolved(text, start, words, stands_for) for words, stands_for in resolved),
        terms=tuple(sentence.casefold().split()),
        dangling=dangling,
    )
    return word(Desk(Dossier((article,), (), (statement,), (), ()), Plan(None), load("core"), PUBLISHED), statement)


def _resolved(text: str, start: int, words: str, stands_for: str) -> Resolved:
    at = text.index(words, start)
    if stands_for[-4:].isdigit():
        return Resolved(at, at + len(words), stands_for, "date")
    name = text.index(stands_for)
    return Resolved(
        at, at + len(words), stands_for, "actor", Evidence.cut("a1", text, Span(name, name + len(stands_for)))
    )


@pytest.mark.parametrize(
    ("sentence", "resolved", "expected"),
    [
        ("The envoys met in the old town hall.", (), "The envoys met in the old town hall."),
        ("But the envoys met in the old town hall.", (), "[T]he envoys met in the old town hall."),
        ("The US and China met in the old town hall.", (), "The US and China met in the old town hall."),
        ("They told us of talks in the old town hall.", (), ""),
        ("He said the talks would go on.", (("He", "Rustem Halm"),), "[Rustem Halm] said the talks would go on."),
        ("He and Mr. Halm would visit the dam.", (("He", "Rustem Halm"),), ""),
        (
            "Talks over his plan failed in the night.",
            (("his", "Rustem Halm"),),
            "Talks over [Rustem Halm’s] plan failed in the night.",
        ),
        (
            "The envoys met on Monday in Vesk.",
            (("Monday", "2 June 2025"),),
            "The envoys met on Monday [2 June 2025] in Vesk.",
        ),
        ("The envoys met on 2 June in Vesk.", (("2 June", "2 June 2025"),), "The envoys met on 2 June in Vesk."),
        ("The envoys met in May in Vesk.", (("May", "May 2025"),), "The envoys met in May in Vesk."),
        (
            "The toll of Monday's raid rose to 16.",
            (("Monday", "2 June 2025"),),
            "The toll of Monday's [2 June 2025] raid rose to 16.",
        ),
        ("VESK, Oria (Northwire) — The envoys met in the hall.", (), "The envoys met in the hall."),
        ("The envoys accepted the truce for one reason.", (), "The envoys accepted the truce."),
        ("Halm's envoys rejected that formula too.", (), ""),
        ("Halm's envoys condemned such attacks on Friday.", (), ""),
        ("Halm's own ministry still says 14 May.", (), ""),
        ("The envoys' truce had then been in force for a day.", (), ""),
        (
            "Halm's envoys saw an attack and said such attacks must stop.",
            (),
            "Halm's envoys saw an attack and said such attacks must stop.",
        ),
        ("Halm's envoys discussed such issues as fishing.", (), "Halm's envoys discussed such issues as fishing."),
    ],
    ids=[
        "a-whole-sentence-stays",
        "a-connective-is-cut-and-the-capital-bracketed",
        "the-us-is-a-country",
        "us-is-not",
        "a-subject-pronoun-is-replaced",
        "nobody-is-told-apart-from-himself",
        "a-possessive-is-replaced",
        "a-weekday-gets-its-date",
        "a-date-that-is-given-is-not-repeated",
        "nor-is-a-month",
        "the-bracket-follows-a-possessive-date",
        "a-dateline-is-left-out",
        "a-reason-that-is-not-told-is-not-promised",
        "what-is-not-shown-is-not-pointed-at",
        "such-things-were-named-elsewhere",
        "a-day-of-what",
        "then-was-told-elsewhere",
        "such-things-were-named-here",
        "such-as-names-them-itself",
    ],
)
def test_sentences_are_made_to_stand_alone(sentence: str, resolved: tuple[tuple[str, str], ...], expected: str) -> None:
    assert worded(sentence, *resolved) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "He said the talks would go on.",
        "This was rejected by both delegations at once.",
        "We think that the talks will go on.",
        "The former said that the talks would go on.",
        "“We will free them today, he said of the prisoners.",
        "Talks ended.",
        "The defence minister of Oria denied that.",
        "The envoys would do so only in writing.",
    ],
    ids=[
        "unresolved-pronoun",
        "leaning-opener",
        "first-person",
        "the-former",
        "unbalanced-quotation",
        "too-short",
        "object-elsewhere",
        "did-so",
    ],
)
def test_sentences_that_cannot_stand_alone_give_no_line(sentence: str) -> None:
    assert worded(sentence) == ""


def test_a_dangling_reference_gives_no_line() -> None:
    assert worded("The envoys met in the old town hall.", dangling=1) == ""


def test_only_the_first_pronoun_of_a_person_is_resolved() -> None:
    text = worded("He said that he would go on with the talks.", ("He", "Rustem Halm"), ("he", "Rustem Halm"))
    assert text == "[Rustem Halm] said that he would go on with the talks."


def quotation(words: str) -> str:
    text = f"“{words}” the minister said."
    article = Article("a1", text, published=PUBLISHED)
    evidence = Evidence.cut("a1", text, Span(0, len(text)))
    statement = Statement(
        "s1", "a1", "STATE", "direct", evidence, (Span(0, len(words) + 2),), terms=tuple(words.casefold().split())
    )
    desk = Desk(Dossier((article,), (), (statement,), (), ()), Plan(None), load("core"), PUBLISHED)
    found = quote_line(desk, statement)
    return found.text if found else ""


def test_a_quotation_is_its_own_words() -> None:
    assert quotation("The guns will fall silent at midnight,") == "“The guns will fall silent at midnight”"


@pytest.mark.parametrize(
    "words",
    ["It will happen when the time has come,", "silent at midnight in all of the towns", "No comment."],
    ids=["answers-something-unseen", "a-fragment", "too-short"],
)
def test_quotations_that_say_nothing_alone_are_left_out(words: str) -> None:
    assert quotation(words) == ""


def test_near_duplicates_are_told_from_neighbours() -> None:
    one = key("Oria and Teland agreed on a truce of 30 days on Monday.")
    assert alike(one, key("On Monday Oria and Teland agreed on a 30 days truce."))
    assert not alike(one, key("Oria accused Teland of shelling a school in Marn."))


@pytest.mark.parametrize(
    ("text", "dangles"),
    [
        ("On Tuesday in the capital they were asked again whether the port would open.", True),
        ("Of the deal, he said that the port would never open again to foreign ships.", True),
        ("Olen Marr stepped off the plane with the promise he had been sent to win.", False),
        ("Three hundred on the third of May and two hundred and fifty yesterday.", True),
    ],
    ids=["circumstances first", "a topic first", "the name first", "no verb"],
)
def test_a_subject_nobody_named_and_a_verbless_answer_stand_for_nothing(text: str, dangles: bool) -> None:
    assert (worded(text) == "") is dangles
