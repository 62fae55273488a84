"""The bottom line opens with what the last reports lead with, and says what an accord provides for."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Line, Region
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
QUESTION = "Chile and Peru negotiate a water treaty: what is your most up-to-date, in-depth assessment?"
OLD = (
    "2031-03-01",
    "Chile and Peru opened negotiations on a water treaty in Lima on Saturday.\n\n"
    "Chile's minister said the treaty talks would be long. Peru's minister said that Peru wanted a treaty this year.",
)
QUARREL = (
    "2031-05-01",
    "Peru broke off the treaty negotiations with Chile on Thursday over a dam on the border river.\n\n"
    "Chile said the water treaty negotiations had collapsed because of the dam.",
)
SIGNED = (
    "2031-05-20",
    "Hours after they reopened the border, delegates of Chile and Peru signed a water treaty on Tuesday to end a row."
    "\n\nThe treaty, signed in Lima, ends a row that has cost both sides a harvest.\n\nIt calls for a joint board that "
    "will share the river by the month.\n\nPeru's minister praised the music at the dinner.",
)


def report(name: str, body: str, day: dt.date) -> Article:
    text = f"News of the day\n\n{body}"
    regions = (Region(0, 15, "title"), Region(17, len(text), "body"))
    return Article(name, text, outlet=f"Paper {name}", published=day, regions=regions)


def bottom(*told: tuple[str, str], question: str = QUESTION) -> list[Line]:
    articles = [report(f"a{at}", text, dt.date.fromisoformat(day)) for at, (day, text) in enumerate(told)]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    sections = assess(dossier, PACKS, question=question).sections
    return [line for section in sections if section.name == "bottom_line" for line in section.lines]


def test_the_last_turn_comes_first_though_its_sentence_opens_with_they() -> None:
    lines = bottom(OLD, QUARREL, SIGNED)
    assert lines[0].text.startswith("Hours after they reopened the border")


def test_what_the_accord_provides_for_is_told_below_the_sentence_that_names_it() -> None:
    told = [line.text for line in bottom(OLD, QUARREL, SIGNED) if "joint board" in line.text]
    assert told
    assert told[0].startswith("The treaty, signed in Lima,")


def test_what_was_told_long_before_the_end_opens_nothing() -> None:
    assert "opened negotiations" not in bottom(OLD, QUARREL, SIGNED)[0].text


def test_two_papers_that_lead_with_one_thing_are_shown_once() -> None:
    again = ("2031-05-20", "Delegates of Chile and Peru signed a water treaty on Tuesday to end a row.")
    lines = [line.text for line in bottom(OLD, QUARREL, SIGNED, again) if "signed a water treaty" in line.text]
    assert len(lines) == 1


def test_a_report_that_opens_with_a_scene_leads_with_nothing() -> None:
    scene = (
        "2031-05-21",
        "The cranes of the old port of Arica stand still in the fog and a dog sleeps under the largest.\n\n"
        "Chile and Peru negotiated a water treaty here, and Peru's delegates drank Chile's coffee.",
    )
    assert "cranes" not in bottom(OLD, QUARREL, SIGNED, scene)[0].text


def test_how_firm_the_ground_is_stands_above_the_lines() -> None:
    articles = [report("a", SIGNED[1], dt.date(2031, 5, 20))]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    section = next(one for one in assess(dossier, PACKS, question=QUESTION).sections if one.name == "bottom_line")
    assert section.intro is not None
    assert "two or more independent origins" in section.intro
    assert not any(line.kind == "assessed" for line in section.lines)


def test_what_the_last_report_tells_stands_before_an_older_lead() -> None:
    lines = bottom(OLD, QUARREL, SIGNED)
    days = [line.note.rpartition("; ")[2] for line in lines if line.label is None and line.note]
    assert days == sorted(days, key=lambda day: dt.datetime.strptime(day, "%d %B %Y"), reverse=True)


def test_what_was_wanted_before_the_accord_is_not_how_things_stand() -> None:
    assert not any("wanted a treaty this year" in line.text for line in bottom(OLD, QUARREL, SIGNED))


def test_a_report_on_other_things_and_a_lone_voice_in_it_say_nothing() -> None:
    song = (
        "2031-05-22",
        "The singer Rosa Quint of Arica has a new song about the sea, which children in Chile hum.\n\n"
        '"I love the sea and I love Peru as one loves a cousin," Quint said in her kitchen.',
    )
    assert not any("Quint" in line.text for line in bottom(OLD, QUARREL, SIGNED, song))


def test_a_ceiling_that_two_reports_give_is_told_once() -> None:
    again = (
        "2031-05-21",
        "Chile's farmers hailed the water treaty with Peru on Wednesday.\n\n"
        "The treaty limits each side to 1,550 cubic metres of the river an hour.",
    )
    more = (
        "2031-05-21",
        "Peru's farmers hailed the water treaty with Chile on Wednesday.\n\n"
        "Under the water treaty, both may draw no more than 1,550 cubic metres from the river in any hour of a day.",
    )
    assert sum("1,550" in line.text for line in bottom(OLD, QUARREL, SIGNED, again, more)) == 1
