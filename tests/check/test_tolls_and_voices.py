"""One invented report as the only source: counts of the dead in other words, and words put in another's mouth."""

import pytest

from crosswire.check import check_report
from crosswire.check.statements import opens_in_the_air
from crosswire.model import Article, Check, Region
from crosswire.packs import load
from crosswire.pipeline import Inputs, read_all, weigh_readings
from crosswire.sources.drafts import read_draft

SOURCE = """\
OLDPORT - A strike on a bakery in Oldport killed 16 people on Tuesday, the mayor said. Rescuers put the toll at 16 by \
nightfall. Two children were among the dead. President Karel Ost condemned the strike.
"It was a crime against the whole city," said President Karel Ost.
"We will rebuild it, street by street," Mayor Jana Rehn said.
"""
WORDS = "a crime against the whole city"


def check(*lines: str) -> Check:
    packs = load("core")
    article = Article("source", SOURCE, outlet="The Wire", regions=(Region(0, len(SOURCE), "body"),))
    readings = tuple(read_all([article], packs))
    dossier = weigh_readings(Inputs((article,), ()), readings, packs, lambda stage, done, total: None)
    return check_report(read_draft("\n\n".join(lines).encode(), "draft.md"), dossier, readings, packs)


@pytest.mark.parametrize(
    "line",
    [
        "Rescuers put the toll at 26 by nightfall.",
        "The mayor put the death toll in Oldport at 26.",
        "The strike killed 26 people, the mayor said.",
        "A strike on Oldport left 26 dead on Tuesday.",
    ],
)
def test_another_toll_is_a_wrong_figure_in_whatever_words(line: str) -> None:
    (found,) = check(line).statements
    assert found.verdict == "wrong-figure", found.reason
    assert any("26" in (one.said or "") and "16" in (one.found or "") for one in found.differences)


@pytest.mark.parametrize(
    "line",
    [
        "Rescuers put the toll at 16 by nightfall.",
        "A strike on Oldport left 16 dead on Tuesday.",
        "The toll stood at 16 by 9 p.m. on Tuesday.",
        # Another town's dead are no other count of these.
        "A strike on Westhaven left 26 dead in March.",
    ],
)
def test_the_same_toll_and_another_event_are_no_wrong_figure(line: str) -> None:
    assert all(one.kind != "figure" for statement in check(line).statements for one in statement.differences)


@pytest.mark.parametrize(
    "line",
    [
        'Mayor Jana Rehn said it "was {words}".',
        'For Mayor Jana Rehn it was "{words}".',
        'In the words of Mayor Jana Rehn, it was "{words}".',
        'In Jana Rehn’s words, it was "{words}".',
        'Jana Rehn: "It was {words}."',
    ],
)
def test_words_are_put_in_another_mouth_without_a_verb_of_saying_too(line: str) -> None:
    (found,) = check(line.format(words=WORDS)).statements
    assert found.verdict == "misattributed", found.reason
    own = line.format(words=WORDS).replace("Mayor Jana Rehn", "Karel Ost").replace("Jana Rehn", "Karel Ost")
    (right,) = check(own).statements
    assert right.verdict == "supported", right.reason


def test_a_person_named_beside_a_quotation_is_not_taken_for_its_speaker() -> None:
    (found,) = check(f'After Mayor Jana Rehn had spoken, the strike was called "{WORDS}".').statements
    assert found.verdict != "misattributed", found.reason


def test_a_report_that_begins_with_a_pronoun_says_less() -> None:
    named = check("Mayor Jana Rehn will rebuild Oldport street by street.").statements[0]
    in_the_air = check("She will rebuild Oldport street by street.").statements[0]
    later = check("Mayor Jana Rehn spoke.", "She will rebuild Oldport street by street.").statements[-1]
    assert in_the_air.support < later.support
    assert in_the_air.support < named.support


@pytest.mark.parametrize(
    "words", ["It is said that they met.", "There were 12 of them.", "Shell signed.", "Theyn left."]
)
def test_what_begins_with_no_pronoun_for_somebody(words: str) -> None:
    assert not opens_in_the_air(words)
