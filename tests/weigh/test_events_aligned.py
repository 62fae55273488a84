"""Which reports are of one event, told in other words."""

from typing import Any

import pytest

from crosswire.model import Dossier
from crosswire.text.tokens import terms
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import Report, count, on


def case(*reports: Report) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports])


def joined(*told: dict[str, Any]) -> bool:
    """Tell whether the sentences, one an outlet, make one claim."""
    reports = []
    for name, fields in zip("abcd", told, strict=False):
        more = dict(fields)
        report = Report(name, f"Outlet {name}", more.pop("day", 0))
        # The rest of a report, so that its sentences are no lead and the case has common words.
        for at in range(3 if more.pop("inside", True) else 0):
            report.say(f"Filler {name}{at} of {name}alpha{at} went {name}beta{at} over {name}gamma{at}.")
        reports.append(report.say(more.pop("sentence"), more.pop("act"), **more))
    return any(len({s.partition(":")[0] for s in c.statements}) == len(told) for c in case(*reports).claims)


SWAP = {"act": "RELEASE", "agent": "RED", "target": "BLU", "event_date": on(-1)}
ONE_EVENT = {
    "same-amount-act-and-day": (
        {**SWAP, "sentence": "Redland and Blueland each handed over 250 captives", "figures": [count("prisoner", 250)]},
        {**SWAP, "sentence": "The two sides exchanged 250 men at a bridge", "figures": [count("prisoner", 250)]},
    ),
    "each-side-or-not": (
        {**SWAP, "sentence": "Each side freed 300 prisoners", "figures": [count("prisoner", 300, each=True)]},
        {**SWAP, "sentence": "300 prisoners were freed by both", "figures": [count("prisoner", 300)]},
    ),
    "synonyms": (
        {"act": "CEASEFIRE", "sentence": "Redland halted the truce on the valley front", "agent": "RED"},
        {"act": "CEASEFIRE", "sentence": "Redland stopped the ceasefire on the valley front", "agent": "RED"},
    ),
    "long-leads-of-one-day": (
        {
            "act": "STATE",
            "inside": False,
            "sentence": "The harbour council voted on Monday to close the old fish market, a wide-ranging step that "
            "its critics said would cost many traders their living by the winter.",
        },
        {
            "act": "STATE",
            "inside": False,
            "sentence": "Traders vowed to fight on after the council voted for closing the fish market in the harbour, "
            "where their families have sold eels and herring since the lighthouse was built.",
        },
    ),
}


@pytest.mark.parametrize("told", ONE_EVENT.values(), ids=ONE_EVENT.keys())
def test_one_event_in_other_words(told: tuple[dict[str, Any], ...]) -> None:
    assert joined(*told)


TWO_EVENTS = {
    "other-amount": (
        {**SWAP, "sentence": "Each side freed 300 prisoners at the bridge", "figures": [count("prisoner", 300)]},
        {**SWAP, "sentence": "Each side freed 250 prisoners at the bridge", "figures": [count("prisoner", 250)]},
    ),
    "other-day": (
        {**SWAP, "sentence": "Each side freed 300 prisoners", "figures": [count("prisoner", 300)]},
        {
            **SWAP,
            "sentence": "The sides exchanged 300 men",
            "figures": [count("prisoner", 300)],
            "event_date": on(-9),
        },
    ),
    "promised-and-done": (
        {
            **SWAP,
            "sentence": "The sides will swap 300 prisoners",
            "figures": [count("prisoner", 300)],
            "realis": "future",
        },
        {**SWAP, "sentence": "The sides swapped 300 prisoners", "figures": [count("prisoner", 300)]},
    ),
    "amount-of-something-else": (
        {"act": "STATE", "sentence": "The port handles 400 ships in a good month", "figures": [count("ship", 400)]},
        {"act": "STATE", "sentence": "The village lost 400 sheep to the flood", "figures": [count("sheep", 400)]},
    ),
    "small-amounts-say-nothing": (
        {"act": "STATE", "sentence": "Two envoys waited in the hall", "figures": [count("envoy", 2)]},
        {"act": "STATE", "sentence": "Blueland recalled two envoys from the coast", "figures": [count("envoy", 2)]},
    ),
    "proposed-and-achieved": (
        {"act": "PROPOSE", "sentence": "Redland presented a memorandum on lifting the grain embargo", "agent": "RED"},
        {"act": "STATE", "sentence": "Redland has achieved the lifting of the grain embargo", "speaker": "varga"},
    ),
    "bare-words": (
        {"act": "STATE", "sentence": "The market of the old town reopened after repairs to its roof"},
        {"act": "STATE", "sentence": "The market for repairs in the valley was slow and its roof-makers idle"},
    ),
}


@pytest.mark.parametrize("told", TWO_EVENTS.values(), ids=TWO_EVENTS.keys())
def test_two_events_stay_apart(told: tuple[dict[str, Any], ...]) -> None:
    assert not joined(*told)


def test_a_headline_adds_no_origin_of_its_own_article() -> None:
    report = Report("a", "Lake Post").say("Delegations swap prisoners at Orm bridge", "RELEASE", headline=True)
    report.say("The delegations swapped prisoners at the Orm bridge on Monday.", "RELEASE")
    (claim,) = case(report).claims
    assert (len(claim.statements), claim.origins) == (2, ("outlet:lake-post",))


def test_the_main_clause_alone_joins_reports_that_go_on_differently() -> None:
    first = "Redland seized the trawler Gannet off the cape after a chase that its owners called mere piracy"
    second = "Redland seized the trawler Gannet off the cape while insurers in three capitals raised premiums"
    core = {"core": terms("Redland seized the trawler Gannet off the cape")}
    told = [{"act": "DETAIN", "agent": "RED", "sentence": s, **core} for s in (first, second)]
    assert joined(*told)


def bargain(id_: str, outlet: str, sentence: str, day: int, issues: list[str]) -> Report:
    return Report(id_, outlet, 5).say(sentence, "AGREE_JOINT", event_date=on(day), issues=issues)


def bargains(day: int, issues: list[str]) -> int:
    """Return how many claims a report of a deal and one that tells of a deal in passing make."""
    long = (
        "Redland and Blueland agreed to a lull in shelling around the northern lock and its mills, after a ferry sank."
    )
    short = "The lull, agreed then, took hold as bells rang at noon."
    first = bargain("a", "Lake Post", long, 1, ["ceasefire", "navigation_trade"])
    return len(case(first, bargain("b", "Hill Times", short, day, issues)).claims)


def test_one_bargain_on_one_matter_on_one_day_is_one_event() -> None:
    assert bargains(1, ["ceasefire"]) == 1


def test_a_bargain_of_another_day_or_matter_is_another() -> None:
    assert bargains(2, ["ceasefire"]) == 2
    assert bargains(1, ["prisoners"]) == 2
