"""How much a day matters in the reports, by who names it."""

import datetime as dt
from typing import Any

from crosswire.model import Day, When
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import DAY, Report

MILL, FAIR, FLOOD = (DAY - dt.timedelta(days=back) for back in (20, 30, 40))


def at(*days: dt.date, precision: str = "day") -> dict[str, Any]:
    return {"times": tuple(When(day, day, precision, 0, 1) for day in days)}


def days(*reports: Report) -> dict[dt.date, Day]:
    return {one.date: one for one in weigh([r.article for r in reports], [r.reading for r in reports]).days}


def test_a_day_that_more_reports_name_weighs_more() -> None:
    one = Report("a", "Lake Post").say("The mill burned on that day.", **at(MILL))
    other = Report("b", "Hill News", 2).say("Farmers recalled how the mill burned.", **at(MILL))
    third = Report("c", "Dock Times", 4).say("The fair opened under grey skies.", **at(FAIR))
    found = days(one, other, third)
    assert (found[MILL].reports, found[FAIR].reports) == (2, 1)
    assert found[MILL].weight > found[FAIR].weight
    assert max(day.weight for day in found.values()) == 1.0


def test_a_copy_adds_nothing() -> None:
    words = (
        "The mill burned to the ground that night, and the guard who slept in the loft was carried out alive by two "
        "bakers from the row of shops behind it. Sacks of barley meant for the spring market were lost, the owner's "
        "daughter counted forty, and the smell of toast hung over the lower town until the wind turned at noon."
    )
    first = Report("a", "Lake Post").say(words, **at(MILL))
    copy = Report("b", "Hill News", 1).say(words, **at(MILL))
    other = Report("c", "Dock Times", 4).say("The fair opened under grey skies.", **at(FAIR))
    assert days(first, other)[MILL].reports == days(first, copy, other)[MILL].reports == 1


def test_a_chronology_shares_its_weight_among_the_days_it_names() -> None:
    row = Report("a", "Lake Post")
    for day in (MILL, FLOOD, FLOOD - dt.timedelta(days=9)):
        row.say("The mill stood idle.", **at(day))
    plain = Report("b", "Hill News", 2).say("The mill stood idle.", **at(FAIR))
    found = days(row, plain)
    assert found[FAIR].weight > found[MILL].weight


def test_a_sentence_beside_the_matter_weighs_less() -> None:
    near = [Report(name, name, 2 * at_).say("Redland and Blueland held talks.") for at_, name in enumerate("xyz")]
    talks = Report("a", "Lake Post", 8).say("Redland and Blueland held talks.", **at(MILL))
    aside = Report("b", "Hill News", 10).say("A heron crossed our pond.", **at(FAIR))
    found = days(*near, talks, aside)
    assert found[MILL].weight > found[FAIR].weight


def test_a_report_speaks_for_the_day_it_came_out_and_the_day_before() -> None:
    found = days(
        Report("a", "Lake Post").say("The mill burned.", **at(MILL)), Report("b", "Hill News", 9).say("Rain fell.")
    )
    out = DAY + dt.timedelta(days=9)
    assert found[out].reports == found[out - dt.timedelta(days=1)].reports == 0
    assert 0 < found[out].weight < found[MILL].weight


def test_a_month_is_no_day() -> None:
    report = Report("a", "Lake Post")
    report.say("The mill burned that month.", times=(When(MILL, MILL + dt.timedelta(days=8), "month", 0, 1),))
    assert MILL not in days(report)


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = [Report(name, name, at_).say("The mill burned.", **at(MILL, FAIR)) for at_, name in enumerate("abc")]
    assert days(*reports) == days(*reversed(reports))
