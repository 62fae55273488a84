"""Positions and gaps: who states what, how firmly, what answers what, and what a copy or a lost report changes."""

import datetime as dt
import random
from collections.abc import Sequence

import pytest
from bench.quality.positions.evaluate import dossier_of

from crosswire.model import Article, Dossier
from crosswire.packs import Packs, load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2025, 3, 3)


def told(*texts: str, packs: Packs = PACKS, apart: int = 0) -> Dossier:
    days = [DAY + dt.timedelta(days=n * apart) for n in range(len(texts))]
    articles = [Article(f"a{n}", text, outlet=f"Paper {n}", published=days[n]) for n, text in enumerate(texts)]
    return weigh(articles, [read_article(one, packs) for one in articles], vocabulary=vocabulary_of(packs))


def cells(dossier: Dossier) -> set[tuple[str, str, str | None, str, str]]:
    return {(one.party, one.issue, one.round, one.stance, one.stated_by) for one in dossier.positions}


def test_a_demand_and_its_rejection_are_opposed_with_both_words() -> None:
    found = told("Egypt demanded a ceasefire of 30 days. Norway rejected the demand for a ceasefire of 30 days.")
    assert [(gap.issue, gap.relation) for gap in found.gaps] == [("ceasefire", "opposed")]
    words = {one.id: one.evidence[0].quote for one in found.positions}
    assert {words[found.gaps[0].one], words[found.gaps[0].other]} == {
        "Egypt demanded a ceasefire of 30 days.",
        "Norway rejected the demand for a ceasefire of 30 days.",
    }


def test_two_positions_on_one_issue_about_two_things_tell_nothing() -> None:
    found = told("Egypt demanded an end to tariffs on cotton. Norway rejected sanctions against its banks.")
    assert {gap.relation for gap in found.gaps} <= {"unknown"}


MET = "Envoys of Egypt and Norway met in Vienna on Monday for a first round of talks. "


@pytest.mark.parametrize(
    ("later", "taken_back"), [("", False), ("A second round was held in Vienna on Thursday. ", True)]
)
def test_a_condition_named_in_the_round_of_a_refusal_takes_nothing_back(later: str, taken_back: bool) -> None:
    found = told(
        f"{MET}Egypt demanded a ceasefire of 30 days. Norway rejected the demand for a ceasefire of 30 days.",
        f"{MET}{later}Norway said it would accept a ceasefire of 30 days only if Egypt opened the port.",
        apart=4,
    )
    refused = next(one for one in found.positions if one.stance == "reject")
    named = next(one for one in found.positions if one.stance == "condition")
    assert (named.round != refused.round) is taken_back
    assert (refused.superseded_by == named.id) is taken_back


def test_an_offer_with_a_condition_is_a_condition_with_its_words() -> None:
    found = told("Norway offered to release the prisoners if Egypt opened the port.")
    assert [(one.stance, one.firmness) for one in found.positions] == [("condition", "precondition")]
    assert [words.quote for words in found.positions[0].conditions] == ["if Egypt opened the port"]


def test_an_account_that_the_partys_own_words_do_not_fit_is_a_dispute_and_replaces_nothing() -> None:
    found = told(
        "Egypt would accept a truce with observers, two diplomats said.",
        "Egypt rejected a truce with observers on Monday.",
    )
    accounts = [one for one in found.positions if one.contradicts]
    assert [(one.stance, one.stated_by, one.by) for one in accounts] == [("accept", "outlet", "two diplomats")]
    assert [one.kind for one in found.disputes if one.kind == "position"] == ["position"]
    assert any(one.stated_by == "self" and one.stance in ("reject", "red_line") for one in found.positions)


def test_what_could_not_be_accepted_is_rejected() -> None:
    assert [one.stance for one in told("Egypt could not accept a ceasefire of 30 days.").positions] == ["reject"]


READY, REFUSED = "Egypt was ready to accept a truce with observers.", '"We reject a truce with observers," Egypt said.'


def test_a_report_s_own_account_beside_the_words_it_quotes_is_no_dispute() -> None:
    assert told(f"{READY} {REFUSED}").disputes == ()
    assert [one.kind for one in told(READY, REFUSED).disputes] == ["position"]


def test_an_account_of_another_month_or_of_the_past_is_no_dispute() -> None:
    assert told(READY, REFUSED, apart=40).disputes == ()
    past = "In 2003 Egypt agreed to a truce with observers, two diplomats said."
    assert told(past, REFUSED).disputes == ()


@pytest.mark.parametrize(
    "text",
    [
        "The council of Egypt has the authority to approve a ceasefire.",
        "A general of Norway approved the operation at the port.",
        "Egypt accused Norway of rejecting a ceasefire.",
        "Norway denied that it had refused a ceasefire.",
        "Will Egypt accept a ceasefire?",
        "Egypt may accept a ceasefire.",
        "Egypt could soon reject the ceasefire, analysts warned.",
    ],
    ids=["authority", "deed", "inner-verb-of-an-allegation", "denied", "asked", "may", "could"],
)
def test_what_is_no_stance_gives_no_position(text: str) -> None:
    assert told(text).positions == ()


REPORTS: list[dict[str, str]] = [
    {
        "outlet": "Lake Wire",
        "date": "2025-03-03",
        "title": "First round",
        "text": "Egypt and Norway held a first round of talks on Monday. Egypt demanded a ceasefire of 30 days. "
        "Norway rejected the demand for a ceasefire. Norway offered to release 40 prisoners.",
    },
    {
        "outlet": "Vesk Mail",
        "date": "2025-03-10",
        "title": "Second round",
        "text": "Egypt and Norway held a second round of talks on Monday. Norway accepted a ceasefire of ten days. "
        "Egypt will never accept observers, the government of Egypt said.",
    },
    {
        "outlet": "Harbour Post",
        "date": "2025-03-11",
        "title": "Ports",
        "text": "Norway demanded that the port be reopened. Egypt rejected the demand to reopen the port.",
    },
]
ROW = {"id": "p", "actors": [], "issues": [], "reports": REPORTS}


def worked(reports: Sequence[dict[str, str]]) -> Dossier:
    return dossier_of({**ROW, "reports": reports})


def test_a_copy_changes_no_cell_and_no_relation() -> None:
    reports = ROW["reports"]
    assert isinstance(reports, list)
    before, after = worked(reports), worked([*reports, {**reports[0], "outlet": "Copy Cat", "date": "2025-03-04"}])
    assert cells(after) == cells(before)
    assert [(g.issue, g.round, g.parties, g.relation) for g in after.gaps] == [
        (g.issue, g.round, g.parties, g.relation) for g in before.gaps
    ]
    assert {one.count for one in after.positions} == {one.count for one in before.positions}


@pytest.mark.parametrize("gone", [2])
def test_without_a_report_only_what_rested_on_it_is_gone(gone: int) -> None:
    reports = ROW["reports"]
    assert isinstance(reports, list)
    whole, left = worked(reports), worked([one for at, one in enumerate(reports) if at != gone])
    lost = {one for one in cells(whole) if one not in cells(left)}
    rested = {
        (one.party, one.issue, one.round, one.stance, one.stated_by)
        for one in whole.positions
        if {evidence.article for evidence in one.evidence} == {f"p-{gone}"}
    }
    assert lost == rested
    assert cells(left) <= cells(whole)


def test_the_order_of_reports_never_shows() -> None:
    articles = [
        Article(f"a{n}", one["text"], outlet=one["outlet"], published=dt.date.fromisoformat(one["date"]))
        for n, one in enumerate(REPORTS)
    ]
    readings = [read_article(one, PACKS) for one in articles]
    first = weigh(articles, readings, vocabulary=vocabulary_of(PACKS))
    for seed in range(5):
        order = list(range(len(articles)))
        random.Random(seed).shuffle(order)
        shuffled = weigh([articles[n] for n in order], [readings[n] for n in order], vocabulary=vocabulary_of(PACKS))
        assert (shuffled.positions, shuffled.gaps, shuffled.rounds) == (first.positions, first.gaps, first.rounds)


def test_a_yes_and_a_no_in_one_breath_are_a_yes_to_neither() -> None:
    found = told(
        "Egypt and Norway held a first round of talks on Monday. Norway demanded the release of all prisoners.",
        "“We accepted the page on fishing and then they handed us a page on prisoners. We walked out,” Egypt said.",
    )
    assert cells(found) == {("NOR", "prisoners", None, "demand", "self")}
