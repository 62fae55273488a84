"""What looks like several origins and is one: a reprinted sentence, state media by many names, a vague number."""

import pytest

from crosswire.model import Dossier, Quantity
from crosswire.weigh import weigh
from crosswire.weigh.claims import Compared
from crosswire.weigh.likeness import compare, term_weights
from crosswire.weigh.origins import official_camps
from crosswire.weigh.propositions import Lens, proposition
from crosswire.weigh.sides import Sides
from crosswire.weigh.standing_out import stand_out
from crosswire.weigh.state_media import SOME_STATE, state_media
from crosswire.weigh.withheld import withholds
from tests.weigh.weigh_reports import BLUE, CAST, RED, Report

STOCK = "The lake republic bars foreign reporters from its harbours, and losses named by either party stay unproven."
REWORDED = (
    "The lake republic bars foreign reporters from its harbours, weirs, mills and barge yards until further notice."
)


def case(*reports: Report) -> Dossier:
    for report in reports:
        report.actors = CAST
    return weigh([r.article for r in reports], [r.reading for r in reports])


def most(dossier: Dossier) -> int:
    return max(claim.count for claim in dossier.claims)


def with_more(name: str, seed: int, sentence: str) -> Report:
    """Return a report that shares no more than a sentence with the others."""
    words = [f"{chr(97 + seed)}{chr(97 + at % 26)}{chr(97 + at // 26)}rel" for at in range(200)]
    report = Report(name, f"{name} Post")
    for at in range(0, 100, 10):
        report.say(" ".join(words[at : at + 10]).capitalize() + ".")
    return report.say(sentence)


def stock(dossier: Dossier) -> tuple[int, int]:
    """Return how many voices the claim of the stock sentence has, and in how many reports it stands."""
    claim = next(c for c in dossier.claims if any("lake republic" in e.quote for e in c.evidence))
    return claim.count, len({one.article for one in claim.evidence})


def test_a_sentence_printed_by_two_outlets_is_one_voice() -> None:
    dossier = case(with_more("a", 0, STOCK), with_more("b", 1, STOCK))
    assert stock(dossier) == (1, 2)
    reasons = [folding.reason for origin in dossier.origins for folding in origin.foldings]
    assert any("in the words of" in reason for reason in reasons)


def test_the_same_in_other_words_is_a_second_voice() -> None:
    assert stock(case(with_more("a", 0, STOCK), with_more("b", 1, REWORDED))) == (2, 2)


def test_a_reprint_beside_a_second_voice_leaves_two() -> None:
    assert stock(case(with_more("a", 0, STOCK), with_more("b", 1, STOCK), with_more("c", 2, REWORDED))) == (2, 3)


NATIONS = {"redlandian": "RED", "bluelandian": "BLU"}


@pytest.mark.parametrize(
    ("names", "camps"),
    [
        (["state media", "Redlandian state television"], {"speaker:RED"}),
        (["The official news agency", "state-run radio"], {SOME_STATE}),
        (["Redlandian state TV", "Bluelandian state TV", "state TV"], {"speaker:RED", "speaker:BLU", SOME_STATE}),
        (["Northern state media"], set()),
        (["Harbour Radio", "media", "State of the Lake", "the press"], set()),
    ],
    ids=["one-state-s", "no-state-s", "of-two-states", "whose-nobody-knows", "not-the-state-s"],
)
def test_state_media_are_of_a_state(names: list[str], camps: set[str]) -> None:
    assert set(state_media(names, NATIONS).values()) == camps


def test_state_media_by_three_names_and_their_government_count_once() -> None:
    words = "The ferry crews left the northern harbour after the pumps had failed"
    reports = [
        Report("a", "Lake Post").say(f"{words}, state TV said.", via=("state TV",), mode="indirect"),
        Report("b", "Hill Post").say(f"{words} at dawn, state media said.", unnamed="state media"),
        Report("c", "Dale Post").say(f"{words} there, Redlandian state radio said.", via=("Redlandian state radio",)),
        Report("d", "Moor Post").say(f"{words} again, the ministry said.", speaker="RED"),
    ]
    assert most(case(*reports)) == 1


VAGUE = Quantity("person", 24, None, "at-least", start=0, end=6)


def test_dozens_are_no_number_that_two_reports_share() -> None:
    a = Report("a", "Lake Post").say("Dozens of people sang at the mill.", figures=[VAGUE], agent="RED")
    b = Report("b", "Hill Post").say("Dozens of people wept at the weir.", figures=[VAGUE], agent="RED")
    assert most(case(a, b)) == 1


@pytest.mark.parametrize(("gap", "joins"), [(0, True), (9, False)], ids=["of-its-days", "weeks-later"])
def test_only_reports_of_the_same_days_have_sentences_that_answer_each_other(gap: int, joins: bool) -> None:
    both = ("RED", "BLU")
    a = Report("a", "Lake Post").say("Redland let Blueland repair the barge lock.", actors=both)
    b = Report("b", "Hill Post", gap).say("Blueland repaired the barge lock by leave of Redland.", actors=both)
    sides = Sides({one.id: one for one in CAST})
    weights = term_weights(one.statements[0].terms for one in (a, b))
    lens = Lens(weights, {}, sides)
    one, other = (proposition(r.statements[0], r.published, r.id, lens) for r in (a, b))
    pair = Compared(one, other, compare(one.words, other.words, weights), margin=-0.1)
    assert [raised.joins for raised in stand_out([pair], lens)] == [joins]


@pytest.mark.parametrize(
    ("sentence", "withheld"),
    [
        ("The observers were denied access to the weir", True),
        ("Redland denied the crews medical treatment", True),
        ("Redland denied the claim that crews were denied access", False),
        ("Redland denied that its boats had fired", False),
        ("Its ministry rejected the charge", False),
    ],
)
def test_what_is_denied_to_somebody_is_no_denial(sentence: str, withheld: bool) -> None:
    report = Report("a").say(sentence, "DENY", agent=RED.id, target=BLUE.id)
    assert withholds(report.statements[0]) is withheld


@pytest.mark.parametrize(
    ("outlet", "genre", "camps"),
    [
        ("Ministry of Trade of Redland", "statement", {"a": "speaker:RED"}),
        ("The Redland", "statement", {"a": "speaker:RED"}),
        ("Ministry of Trade of Redland", "news", {}),
        ("Port Union", "statement", {}),
    ],
)
def test_a_ministry_s_paper_is_of_its_state_s_camp(outlet: str, genre: str, camps: dict[str, str]) -> None:
    paper = Report("a", outlet, genre=genre).say("Redland will suspend the levy on the harbour cranes.", agent="RED")
    assert official_camps([paper.article], CAST) == camps
