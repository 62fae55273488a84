"""What is to come on a day stands in the order of the days, and one thing of a day stands once."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Line
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
# A Thursday.
DAY = dt.date(2025, 5, 29)
TALKS = "Envoys of Norway and Egypt held a second round of talks in Lima on Wednesday."


def watched(*texts: str, apart: int = 0) -> list[Line]:
    days = [DAY - dt.timedelta(days=apart * (len(texts) - 1 - at)) for at in range(len(texts))]
    articles = [
        Article(f"a{at}", f"News {at}.\n\n{TALKS}\n\n{text}", outlet=f"Wire {at}", published=days[at])
        for at, text in enumerate(texts)
    ]
    readings = [read_article(one, PACKS) for one in articles]
    dossier = weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    section = next((one for one in assess(dossier, PACKS).sections if one.name == "watch"), None)
    return list(section.lines) if section else []


def labels(*texts: str) -> list[str]:
    return [str(line.label) for line in watched(*texts)]


def test_days_stand_in_order_whatever_names_them() -> None:
    found = labels(
        "Talks between Norway and Egypt are due to resume on 12 June.",
        "Egypt promised on Wednesday to release 40 Norwegian sailors by 3 June.",
        "There will be no decision on the canal until Norway's parliament meets on 6 June.",
    )
    dated = [label.split(" ·")[0] for label in found if "June 2025" in label]
    assert len(dated) > 1
    assert dated == sorted(dated, key=lambda label: int(label.split()[0]))


def test_one_thing_of_a_day_stands_once() -> None:
    found = labels(
        "Norway's parliament votes on the canal treaty with Egypt on 6 June.",
        "The canal treaty will be put to the vote in Norway's parliament on 6 June.",
    )
    assert sum("6 June 2025" in label for label in found) == 1


def test_a_plan_that_is_off_is_no_aim() -> None:
    text = "Norway's president said plans to disband three regiments by December had been cancelled."
    assert not any("Aim" in label for label in labels(text))


def days(*texts: tuple[int, str]) -> list[str]:
    articles = [
        Article(f"a{at}", f"News {at}.\n\n{TALKS}\n\n{text}", outlet=f"Wire {at}", published=dt.date(2025, 5, at))
        for at, text in texts
    ]
    readings = [read_article(one, PACKS) for one in articles]
    dossier = weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    section = next((one for one in assess(dossier, PACKS).sections if one.name == "watch"), None)
    return [str(line.label) for line in section.lines] if section else []


BALLOT = (22, "The treaty will be put to a ballot of the Norwegian members on 3 June.")


def test_what_a_later_report_moves_to_another_day_is_watched_no_more() -> None:
    moved = "Norway said on Wednesday that the ballot on the treaty would be moved from 3 June to 9 June."
    assert "3 June 2025" in days(BALLOT, (29, "Norway said on Wednesday that the ferry would sail from 3 June."))
    assert "3 June 2025" not in days(BALLOT, (29, moved))


def test_what_a_later_report_says_is_not_on_its_day_is_watched_no_more() -> None:
    off = "Norway told Egypt on Wednesday that the ballot on the treaty would not be held on 3 June."
    other = "Norway told Egypt on Wednesday that the ferry would not be ready on 3 June."
    assert "3 June 2025" not in days(BALLOT, (29, off))
    assert "3 June 2025" in days(BALLOT, (29, other))


def test_what_falls_on_a_day_is_told_by_the_newest_report() -> None:
    found = watched(
        "Norway says the two sides agreed to free 900 sailors each by 12 June, which leaves 700 sailors there.",
        "The exchange of 900 sailors from each side by Norway and Egypt must be completed by 12 June.",
        apart=7,
    )
    told = [line.text for line in found if "12 June" in line.text]
    assert told
    assert not any("700" in text for text in told)


def test_a_days_number_and_one_name_make_no_two_things_one() -> None:
    found = labels(
        "Norway will hand over charts of its minefields by 6 June.",
        "Norway's parliament votes on the canal treaty with Egypt on 6 June.",
    )
    assert sum("6 June 2025" in label for label in found) == 2
