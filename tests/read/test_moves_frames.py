"""One stand in the many frames that reports put it in: whoever the subject, wherever its verb."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.text.verbs import verb_forms

PACKS = load("core", "negotiation")
FRAMES = (
    "Chile {third} {it}.",
    "Chile's government {past} {it}.",
    "The Chilean foreign minister, Ana Roe, {past} {it}.",
    "Chilean officials {past} {it}.",
    "A Chilean spokesman {past} {it}.",
    "A senior Chilean negotiator {past} {it}.",
    "Chile and Peru both {past} {it}.",
    "Chile's president, Juan Roe, spoke first. He {past} {it}.",
    "Chile left the table on Friday, {gerund} {it}.",
    "Chile's president, Juan Roe, sent the envoy home on Friday, {gerund} {it}.",
    "Peru wants trade, but Chile {past} {it}.",
    "The talks broke up after Chile {past} {it}.",
    "While Peru spoke of hope, Chile {past} {it}.",
    "Juan Roe, Chile's president, told reporters that his country {past} {it}.",
)
VERBS = {"demand": "DEMAND", "reject": "REJECT", "offer": "OFFER", "agree to": "ACCEPT", "call for": "DEMAND"}


def stands(text: str) -> set[tuple[str, str | None]]:
    article = Article(
        "a", f"News of talks\n\nChile and Peru held talks in Lima.\n\n{text}", published=dt.date(2025, 6, 9)
    )
    reading = read_article(article, PACKS)
    sides = {one.id: one.party or one.id for one in reading.actors}
    return {(one.act, sides.get(one.agent or "", one.agent)) for one in reading.moves if "ceasefire" in one.issues}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("verb", VERBS)
def test_a_stand_is_read_in_every_frame(frame: str, verb: str) -> None:
    forms = verb_forms(verb)
    sentence = frame.format(third=forms.third, past=forms.past, gerund=forms.gerund, it="a ceasefire")
    joint = verb == "agree to" and " both " in frame
    assert ("AGREE_JOINT" if joint else VERBS[verb], "CHL") in stands(sentence)


def test_two_sides_that_speak_with_one_voice_each_take_it() -> None:
    assert stands("Chile and Peru both rejected a ceasefire.") == {("REJECT", "CHL"), ("REJECT", "PER")}
    assert {side for _, side in stands("Chile and Peru both want a ceasefire.")} <= {"CHL", "PER", None}


@pytest.mark.parametrize(
    "sentence",
    [
        "A former Chilean official rejected a ceasefire.",
        "Thousands marched in Lima on Friday, demanding a ceasefire.",
        "Neither Chile nor Peru demanded a ceasefire.",
    ],
)
def test_it_is_no_sides_stand(sentence: str) -> None:
    assert not {side for _, side in stands(sentence)} & {"CHL", "PER"}


def test_a_wish_ends_where_another_clause_begins() -> None:
    assert stands("Peru wants trade, but Chile agreed to a ceasefire.") == {("ACCEPT", "CHL")}


def test_a_verb_of_the_present_is_no_noun() -> None:
    assert stands("Peru demands a ceasefire.") == {("DEMAND", "PER")}
    assert ("REJECT", "CHL") in stands("Chile comes out against a ceasefire.")
    assert ("REJECT", "CHL") in stands("Chile has come out against a ceasefire.")
