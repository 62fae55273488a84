"""The day of the next round is watched once, and what an answer was asked about is left out."""

import datetime as dt

from crosswire.assess import assess
from crosswire.assess.frames import after_frame
from crosswire.model import Article, Evidence, Span, Statement
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2025, 5, 29)
HELD = "Envoys of Norway and Egypt held a third round of talks in Lima on 14 May."
AHEAD = (
    "Norway and Egypt will hold a fourth round of talks in Lima on 4 June.",
    "Norway's delegation will arrive in Lima for the talks on 4 June.",
    "Egypt agreed to send a delegation to Lima on 4 June for the negotiations.",
)


def watched(*reports: str) -> list[str | None]:
    articles = [
        Article(f"a{number}", f"News.\n\n{HELD}\n\n{text}", outlet=outlet, published=DAY)
        for number, (text, outlet) in enumerate(zip(reports, ("Lake Wire", "Harbour Post", "Vale Daily"), strict=False))
    ]
    readings = [read_article(one, PACKS) for one in articles]
    dossier = weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    section = next((one for one in assess(dossier, PACKS).sections if one.title == "What to watch"), None)
    return [line.label for line in section.lines] if section else []


def test_who_comes_to_the_next_round_is_no_second_date() -> None:
    assert watched(*AHEAD).count("4 June 2025") == 1


def test_another_matter_of_the_same_day_is_a_date_of_its_own() -> None:
    labels = watched(AHEAD[0], "The embargo on Egypt's oil ends on 4 June.")
    assert labels.count("4 June 2025") == 2


def placed(text: str, source: str) -> str:
    span = Span(0, len(text))
    start = text.index(source)
    said = Statement(
        "s",
        "a",
        "STATE",
        "indirect",
        Evidence.cut("a", text, span),
        (Span(start, len(text)),),
        source=Span(start, start + len(source)),
    )
    return after_frame(text, said, span).of(text)


def test_what_somebody_was_asked_about_is_left_out() -> None:
    text = "Asked about the report, Ann Berg said a truce was not on the table."
    assert placed(text, "Ann Berg") == "Ann Berg said a truce was not on the table."


def test_whoever_asks_is_kept() -> None:
    text = "Ann Berg asked about the report, and Peter Holm said nothing."
    assert placed(text, "Ann Berg") == text


def test_a_day_that_was_only_proposed_gives_way_to_the_one_set() -> None:
    proposed = "Norway had proposed the week of June 2 for a fourth round of talks with Egypt in Lima."
    reports = (proposed, AHEAD[0])
    articles = [
        Article(f"a{at}", f"News.\n\n{HELD}\n\n{text}", outlet=outlet, published=DAY)
        for at, (text, outlet) in enumerate(zip(reports, ("Lake Wire", "Harbour Post"), strict=True))
    ]
    readings = [read_article(one, PACKS) for one in articles]
    dossier = weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    named = {detail.value for held in dossier.rounds for detail in held.details if detail.kind == "next"}
    assert named <= {"2025-06-04"}
