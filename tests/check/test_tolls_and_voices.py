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


def check_against(source: str, *lines: str) -> Check:
    packs = load("core")
    article = Article("source", source, outlet="The Wire", regions=(Region(0, len(source), "body"),))
    readings = tuple(read_all([article], packs))
    dossier = weigh_readings(Inputs((article,), ()), readings, packs, lambda stage, done, total: None)
    return check_report(read_draft("\n\n".join(lines).encode(), "draft.md"), dossier, readings, packs)


def check(*lines: str) -> Check:
    return check_against(SOURCE, *lines)


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


COPIED = """\
Some hope for a longer truce, but envoys from Westhaven have said it will not hold.
Clinton said the bridge at Oldport would stay shut until the spring floods are over.
"It is some phony plan. Not a plan for the river at all, another plan," said Deputy Mayor Tom Arden.
"""


@pytest.mark.parametrize("line", COPIED.strip().split("\n"))
def test_a_sentence_copied_whole_differs_in_nothing(line: str) -> None:
    for one in check_against(COPIED, line).statements:
        assert one.verdict == "supported", one.reason
        assert not one.differences


def test_a_sentence_cut_out_of_its_denial_is_no_copy() -> None:
    source = "The mayor never said that the bridge at Oldport would stay shut until spring."
    (found,) = check_against(source, "The bridge at Oldport would stay shut until spring.").statements
    assert found.verdict == "contradicted", found.reason


def test_a_surname_alone_may_be_anybody_of_that_name() -> None:
    source = (
        'President Karel Ost left early. His sister, Deputy Mayor Lena Ost, stayed. "The bridge will stay shut until '
        'the spring," Lena Ost said.'
    )
    (alone,) = check_against(source, '"The bridge will stay shut until the spring," Ms Ost said.').statements
    assert alone.verdict == "supported", alone.reason
    (named,) = check_against(
        source, '"The bridge will stay shut until the spring," President Karel Ost said.'
    ).statements
    assert named.verdict == "misattributed", named.reason
