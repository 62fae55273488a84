"""What one section tells, those that fill up the report do not tell again."""

import datetime as dt

import pytest

from crosswire.assess import assess
from crosswire.assess.sections import SUMMARIES
from crosswire.model import Article, Assessment, Dossier
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2031, 11, 1)


def weighed(*texts: tuple[int, str]) -> Dossier:
    """Weigh reports of some days after the first."""
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(after))
        for at, (after, text) in enumerate(texts)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)


@pytest.mark.parametrize("filling", ["single_origin", "watch"])
def test_a_sentence_of_the_demo_is_not_told_again_where_the_report_is_filled_up(
    demo_assessment: Assessment, filling: str
) -> None:
    told: set[tuple[str, int]] = set()
    seen = 0
    # Those that sum up, and those that are made later still.
    after = {*SUMMARIES, "single_origin", "watch", "opinion", "framing", "quotations"}
    for section in demo_assessment.sections:
        for line in section.lines:
            place = (line.evidence[0].article, line.evidence[0].start) if line.evidence else None
            if section.name == filling and place and line.label in (None, "Threat", "Promise", "Offer"):
                assert place not in told, line.text
                seen += 1
            elif place and line.kind != "assessed" and section.name not in after:
                told.add(place)
    assert seen or filling == "watch"


def test_a_threat_of_the_first_week_is_watched_no_more_after_six() -> None:
    threat = "Norway threatened to close the strait to tankers of Egypt."
    met = "Envoys of Norway and Egypt met in Lima on Monday."
    home = "Egypt's minister flew home from Lima on Friday."

    def threats(day: int) -> list[str]:
        found = assess(weighed((day, threat), (0, met), (44, home)), PACKS)
        return [line.text for one in found.sections if one.name == "watch" for line in one.lines]

    assert threats(40) == [threat]
    assert threats(2) == []


def test_what_was_told_long_before_the_end_says_its_day() -> None:
    old = "Norway is closed to tankers of Egypt, the harbour office said."
    new = "Envoys of Norway and Egypt spoke for an hour in Lima, and nobody said what of."
    found = assess(weighed((0, old), (1, "The ferries sail."), (40, new)), PACKS)
    labels = {line.text: line.label for one in found.sections if one.name == "single_origin" for line in one.lines}
    labels |= {line.text: line.label for one in found.sections if one.name == "bottom_line" for line in one.lines}
    assert labels.get(old) == "As of 1 November 2031", labels
