"""Which statements are one claim, and which never are."""

from itertools import permutations
from typing import Any

import pytest

from crosswire.model import Dossier
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import Report, count, on


def case(*reports: Report, **more: Any) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports], **more)


def merged(dossier: Dossier) -> list[tuple[str, ...]]:
    return sorted(claim.statements for claim in dossier.claims if len(claim.statements) > 1)


def test_two_outlets_reporting_one_event_make_one_corroborated_claim() -> None:
    dossier = case(
        Report("a", "Lake Post").say("The two delegations exchanged prisoners at the Orm bridge.", "RELEASE"),
        Report("b", "Hill Times").say("Delegations exchanged prisoners at the Orm bridge on Monday.", "RELEASE"),
    )
    (claim,) = dossier.claims
    assert claim.status == "corroborated"
    assert claim.origins == ("outlet:hill-times", "outlet:lake-post")


PRISONERS = "The sides agreed to exchange {} prisoners of war at the Orm bridge"
KEEP_APART = {
    "different-figures": (
        {"act": "RELEASE", "sentence": PRISONERS.format("1,000"), "figures": [count("prisoner", 1000)]},
        {"act": "RELEASE", "sentence": PRISONERS.format("1,200"), "figures": [count("prisoner", 1200)]},
    ),
    "a-floor-is-not-the-number": (
        {"act": "RELEASE", "sentence": PRISONERS.format("1,000"), "figures": [count("prisoner", 1000)]},
        {
            "act": "RELEASE",
            "sentence": PRISONERS.format("more than 1,000"),
            "figures": [count("prisoner", 1000, qualifier="at-least")],
        },
    ),
    "accuser-and-accused-swapped": (
        {
            "act": "ACCUSE",
            "sentence": "Redland accused Blueland of breaking the truce",
            "agent": "RED",
            "target": "BLU",
        },
        {
            "act": "ACCUSE",
            "sentence": "Blueland accused Redland of breaking the truce",
            "agent": "BLU",
            "target": "RED",
        },
    ),
    "negation": (
        {"act": "ACCEPT", "sentence": "Redland will sign the harbour accord", "agent": "RED"},
        {"act": "ACCEPT", "sentence": "Redland will not sign the harbour accord", "agent": "RED", "negated": True},
    ),
    "denial": (
        {"act": "ATTACK", "sentence": "Redland shelled the harbour at Orm", "agent": "RED"},
        {"act": "DENY", "sentence": "Redland denied it shelled the harbour at Orm", "agent": "RED", "speaker": "RED"},
    ),
    "meetings-of-different-days": (
        {"act": "MEET", "sentence": "Delegations met at the Orm bridge for talks", "event_date": on(-5)},
        {"act": "MEET", "sentence": "Delegations met at the Orm bridge for talks", "event_date": on(0)},
    ),
    "undated-meetings-reported-weeks-apart": (
        {"act": "MEET", "sentence": "Delegations met at the Orm bridge for talks"},
        {"act": "MEET", "sentence": "Delegations met at the Orm bridge for talks", "day": 17},
    ),
    "future-and-past": (
        {"act": "MEET", "sentence": "Delegations meet at the Orm bridge for talks", "realis": "future"},
        {"act": "MEET", "sentence": "Delegations meet at the Orm bridge for talks"},
    ),
    "different-speakers-demands": (
        {
            "act": "DEMAND",
            "sentence": "Withdraw all troops from the Orm valley now",
            "speaker": "varga",
            "agent": "varga",
        },
        {
            "act": "DEMAND",
            "sentence": "Withdraw all troops from the Orm valley now",
            "speaker": "toller",
            "agent": "toller",
        },
    ),
    "only-names-in-common": (
        {"act": "STATE", "sentence": "Mira Varga said the harvest was poor this year", "speaker": "varga"},
        {"act": "STATE", "sentence": "Mira Varga said her party would win the vote", "speaker": "varga"},
    ),
}


@pytest.mark.parametrize("pair", KEEP_APART.values(), ids=KEEP_APART.keys())
def test_never_merged(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    reports = []
    for name, fields in zip("ab", pair, strict=True):
        more = dict(fields)
        day = more.pop("day", 0)
        reports.append(Report(name, f"Outlet {name}", day).say(more.pop("sentence"), more.pop("act"), **more))
    assert merged(case(*reports)) == []


MERGE = {
    "event-said-and-event-narrated": (
        {"sentence": "Redland shelled the harbour at Orm overnight", "act": "ATTACK", "agent": "RED"},
        {
            "sentence": "Redland had shelled the harbour at Orm overnight",
            "act": "STATE",
            "speaker": "toller",
            "event": "ATTACK",
            "event_agent": "RED",
        },
    ),
    "a-minister-and-the-state": (
        {"sentence": "Redland rejected the monitoring plan for the valley", "act": "REJECT", "agent": "RED"},
        {"sentence": "Mira Varga rejected the monitoring plan for the valley", "act": "REJECT", "agent": "varga"},
    ),
    "same-figure": (
        {"act": "RELEASE", "sentence": PRISONERS.format("1,000"), "figures": [count("prisoner", 1000)]},
        {"act": "RELEASE", "sentence": PRISONERS.format("1,000"), "figures": [count("prisoner", 1000)]},
    ),
}


@pytest.mark.parametrize("pair", MERGE.values(), ids=MERGE.keys())
def test_merged(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    reports = []
    for name, fields in zip("ab", pair, strict=True):
        more = dict(fields)
        reports.append(Report(name, f"Outlet {name}").say(more.pop("sentence"), more.pop("act"), **more))
    assert len(merged(case(*reports))) == 1


def test_one_speaker_is_one_origin_however_many_outlets_quote_him() -> None:
    words = "The harbour will reopen for grain ships within ten days"
    reports = [Report(n, f"Outlet {n}").say(words, speaker="varga", mode="direct") for n in "abcd"]
    for report in reports:
        report.say(f"Outlet {report.id} also saw {report.id}ne {report.id}wo {report.id}hree {report.id}our at work.")
        report.say(" ".join(f"{report.id}word{n}" for n in range(40)))
    claim = next(c for c in case(*reports).claims if len(c.statements) > 1)
    assert claim.origins == ("speaker:varga",)
    assert len(claim.reporters) == 4
    assert claim.status == "single-origin"


def test_two_officials_of_one_side_do_not_corroborate_each_other() -> None:
    words = "The harbour will reopen for grain ships within ten days"
    dossier = case(Report("a", "A").say(words, speaker="varga"), Report("b", "B").say(words, speaker="RED"))
    assert {claim.status for claim in dossier.claims} == {"single-origin"}


def test_no_chain_joins_two_that_cannot_stand_together() -> None:
    dossier = case(
        Report("a", "A").say("Delegations agreed to swap prisoners", "RELEASE", figures=[count("prisoner", 1000)]),
        Report("b", "B").say("Delegations agreed to swap prisoners", "RELEASE"),
        Report("c", "C").say("Delegations agreed to swap prisoners", "RELEASE", figures=[count("prisoner", 1200)]),
    )
    for claim in dossier.claims:
        assert len({"a", "c"} & {s.partition(":")[0] for s in claim.statements}) < 2


def test_lead_is_no_headline_and_does_not_dangle() -> None:
    dossier = case(
        Report("a", "A").say("Delegations swap prisoners at Orm bridge", "RELEASE", headline=True),
        Report("b", "B", 1).say("They swapped prisoners at the Orm bridge, delegations say", "RELEASE", dangling=1),
        Report("c", "C", 1).say("The delegations swapped prisoners at the Orm bridge before noon", "RELEASE"),
    )
    (claim,) = dossier.claims
    assert claim.lead.startswith("c:")


def test_order_of_the_input_never_matters() -> None:
    reports = [
        Report("a", "A").say("Delegations swapped prisoners at the Orm bridge", "RELEASE"),
        Report("b", "B").say("The delegations swapped prisoners at Orm bridge", "RELEASE"),
        Report("c", None).say("Mira Varga said the harbour reopens soon", speaker="varga"),
    ]
    assert len({repr(case(*order)) for order in permutations(reports)}) == 1
