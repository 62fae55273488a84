"""Where reports disagree, and where they only seem to."""

from typing import Any

import pytest

from crosswire.model import Dispute, Dossier
from crosswire.weigh import weigh
from crosswire.weigh.verdicts import load_verdicts
from tests.weigh.weigh_reports import Report, count, on

STRIKE = "The strike on the Orm grain depot killed {} people"
SWAP = "The sides exchanged {} prisoners at the Orm bridge"


def case(*reports: Report) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports])


def two(one: dict[str, Any], other: dict[str, Any]) -> Dossier:
    reports = []
    for name, fields in zip("ab", (one, other), strict=True):
        more = dict(fields)
        day, outlet = more.pop("day", 0), more.pop("outlet", f"Outlet {name}")
        reports.append(Report(name, outlet, day).say(more.pop("sentence"), more.pop("act"), **more))
    return case(*reports)


def only(dossier: Dossier) -> Dispute:
    (dispute,) = dossier.disputes
    return dispute


def swap(value: float, **more: Any) -> dict[str, Any]:
    figure = count("prisoner", value, **more.pop("figure", {}))
    return {"sentence": SWAP.format(f"{value:,.0f}"), "act": "RELEASE", "figures": [figure], **more}


def toll(value: float, **more: Any) -> dict[str, Any]:
    return {"sentence": STRIKE.format(value), "act": "ATTACK", "figures": [count("person", value)], **more}


def test_two_counts_of_one_exchange_are_a_dispute_with_a_side_each() -> None:
    dossier = two(swap(1000), swap(1200))
    dispute = only(dossier)
    assert (dispute.kind, dispute.topic) == ("figure", "prisoner")
    assert [(side.label, side.low) for side in dispute.sides] == [("1,000", 1000), ("1,200", 1200)]
    assert {claim.status for claim in dossier.claims} == {"disputed"}
    for side in dispute.sides:
        assert side.origins
        for evidence in side.evidence:
            evidence.check(next(a for a in dossier.articles if a.id == evidence.article).text)


NO_FIGURE_DISPUTE = {
    "a-floor-holds-with-the-number": (swap(1000, figure={"qualifier": "at-least"}), swap(1200)),
    "about": (swap(1000, figure={"qualifier": "about"}), swap(1050)),
    "rounding": (swap(1000), swap(1012)),
    "a-part-of-the-whole": (swap(1000), swap(300, figure={"subset": True})),
    "from-each-side": (swap(300, figure={"each": True}), swap(600)),
    "an-updated-toll": (toll(12), toll(15, day=2)),
    "planned-against-done": (swap(1000, realis="future"), swap(1200)),
    "two-days-two-exchanges": (swap(1000, event_date=on(-3)), swap(1200, event_date=on(0))),
    "one-outlet-correcting-itself": (swap(1000, outlet="Lake Post"), swap(1200, outlet="Lake Post")),
    "another-event": (
        swap(1000),
        {
            "sentence": "Police detained 200 prisoners who had fled",
            "act": "DETAIN",
            "figures": [count("prisoner", 200)],
        },
    ),
}


@pytest.mark.parametrize("pair", NO_FIGURE_DISPUTE.values(), ids=NO_FIGURE_DISPUTE.keys())
def test_no_figure_dispute(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert two(*pair).disputes == ()


def test_a_denial_marks_what_it_denies() -> None:
    dossier = two(
        {"sentence": "Redland shelled the grain harbour at Orm on Monday night", "act": "ATTACK", "agent": "RED"},
        {"sentence": "shelling the grain harbour at Orm", "act": "DENY", "agent": "varga", "speaker": "varga"},
    )
    assert only(dossier).kind == "denial"
    denied = next(claim for claim in dossier.claims if claim.act == "ATTACK")
    assert denied.status == "denied"
    assert [c.act for c in dossier.claims if c.id in denied.denied_by] == ["DENY"]


def test_a_denial_by_somebody_else_denies_nothing() -> None:
    dossier = two(
        {"sentence": "Redland shelled the grain harbour at Orm on Monday night", "act": "ATTACK", "agent": "RED"},
        {"sentence": "shelling the grain harbour at Orm", "act": "DENY", "agent": "toller", "speaker": "toller"},
    )
    assert dossier.disputes == ()


def test_a_bare_denial_answers_the_accusation_before_it() -> None:
    report = Report("a", "Lake Post")
    report.say("Jon Toller accused Redland of starving the valley.", "ACCUSE", agent="toller", speaker="toller",
               target="RED")  # fmt: skip
    report.say("Mira Varga denied it.", "DENY", agent="varga", speaker="varga")
    (dispute,) = case(report).disputes
    assert dispute.kind == "denial"


def test_the_same_sentence_with_not_is_a_denial() -> None:
    dossier = two(
        {"sentence": "The delegations signed the harbour accord in Orm", "act": "AGREE_JOINT"},
        {"sentence": "The delegations signed no harbour accord in Orm", "act": "AGREE_JOINT", "negated": True},
    )
    assert only(dossier).kind == "denial"


def test_accusation_and_counter_accusation_dispute_who_did_it() -> None:
    dossier = two(
        {"sentence": "Redland broke the harbour truce by shelling", "act": "ACCUSE", "agent": "toller",
         "speaker": "toller", "target": "RED", "event": "VIOLATE"},
        {"sentence": "Blueland broke the harbour truce by shelling", "act": "ACCUSE", "agent": "varga",
         "speaker": "varga", "target": "BLU", "event": "VIOLATE"},
    )  # fmt: skip
    dispute = only(dossier)
    assert dispute.kind == "attribution"
    assert sorted(side.label for side in dispute.sides) == ["Blueland", "Redland"]


def test_one_deed_laid_at_two_doors() -> None:
    dossier = two(
        {"sentence": "Redland shelled the grain harbour at Orm at dawn", "act": "ATTACK", "agent": "RED"},
        {"sentence": "Blueland shelled the grain harbour at Orm at dawn", "act": "ATTACK", "agent": "BLU"},
    )
    assert only(dossier).kind == "attribution"


def test_two_dates_of_one_meeting() -> None:
    meeting = "The foreign ministers met at the castle in Orm for harbour talks"
    dossier = two(
        {"sentence": meeting, "act": "MEET", "event_date": on(-2)},
        {"sentence": meeting.replace("met at", "met again at"), "act": "MEET", "event_date": on(-1)},
    )
    dispute = only(dossier)
    assert (dispute.kind, [s.label for s in dispute.sides]) == ("date", ["2031-05-12", "2031-05-13"])


def test_opposite_verdicts_on_one_event() -> None:
    dossier = two(
        {"sentence": "The harbour talks between the delegations at Orm were constructive", "act": "STATE",
         "speaker": "varga", "issues": ["process_format"]},
        {"sentence": "The harbour talks between the delegations at Orm were pointless", "act": "STATE",
         "speaker": "toller", "issues": ["process_format"]},
    )  # fmt: skip
    dispute = only(dossier)
    assert dispute.kind == "characterisation"
    assert sorted(side.label for side in dispute.sides) == ["constructive", "pointless"]


def test_verdicts_on_different_events_do_not_clash() -> None:
    dossier = two(
        {"sentence": "The harvest festival in the valley was a success", "act": "STATE", "speaker": "varga"},
        {"sentence": "The bridge repair was a failure, engineers found", "act": "STATE", "speaker": "toller"},
    )
    assert dossier.disputes == ()


def test_no_word_passes_both_verdicts_of_a_pair() -> None:
    for verdict in load_verdicts():
        assert not set(verdict.one.words) & set(verdict.other.words), verdict.name


def test_timeline_keeps_event_dates_and_marks_what_is_scheduled() -> None:
    a, b = Report("a", "A"), Report("b", "B")
    a.say("The delegations exchanged prisoners at the Orm bridge", "RELEASE", event_date=on(-1))
    b.say("The delegations exchanged prisoners at the Orm bridge", "RELEASE", event_date=on(-1))
    b.say("Ministers will meet in the castle next week", "MEET", event_date=on(7), realis="future")
    b.say("The valley was flooded that year", "STATE", event_date=on(-300, "year"))
    entries = case(a, b).timeline
    assert [(e.when.first, e.scheduled) for e in entries] == [(on(-1).first, False), (on(7).first, True)]


def test_brief_opposite_verdicts_on_one_issue_clash_within_a_day() -> None:
    one = {"sentence": "the talks were constructive", "act": "STATE", "speaker": "varga", "issues": ["process_format"]}
    other = {"sentence": "the talks were pointless", "act": "STATE", "speaker": "toller", "issues": ["process_format"]}
    assert only(two(one, other)).kind == "characterisation"
    assert two(one, {**other, "day": 5}).disputes == ()
    assert two(one, {**other, "issues": ["prisoners"]}).disputes == ()


def test_an_agreement_to_swap_is_done_though_the_swap_is_to_come() -> None:
    dossier = two(
        {**swap(1000, realis="future"), "act": "AGREE_JOINT", "event": "RELEASE"},
        {**swap(1200), "act": "AGREE_JOINT"},
    )
    assert only(dossier).kind == "figure"


def test_a_brief_denial_of_the_same_act_by_the_same_doer_denies_it() -> None:
    dossier = two(
        {"sentence": "Blueland rejected the memorandum", "act": "REJECT", "agent": "BLU"},
        {"sentence": "Blueland rejected the memorandum", "act": "DENY", "agent": "toller", "speaker": "toller",
         "event": "REJECT", "event_agent": "BLU", "negated": True},
    )  # fmt: skip
    assert only(dossier).kind == "denial"


def test_reports_of_one_swap_in_other_words_dispute_its_size() -> None:
    dossier = two(
        {"sentence": "Redland and Blueland agreed to exchange 1,000 prisoners, each side said", "act": "AGREE_JOINT",
         "agent": "RED", "target": "BLU", "figures": [count("prisoner", 1000, each=True)], "event_date": on(0)},
        {"sentence": "1,200 prisoners to be swapped by Redland and Blueland", "act": "AGREE_JOINT",
         "agent": "BLU", "target": "RED", "figures": [count("prisoner", 1200)], "event_date": on(0)},
    )  # fmt: skip
    dispute = only(dossier)
    assert (dispute.kind, [side.label for side in dispute.sides]) == ("figure", ["1,000 each", "1,200"])


def test_500_each_and_1000_in_all_are_one_number() -> None:
    dossier = two(
        {"sentence": "The sides exchanged 500 prisoners each at the Orm bridge", "act": "RELEASE",
         "figures": [count("prisoner", 500, each=True)]},
        {"sentence": "The sides exchanged 1,000 prisoners in all at the Orm bridge", "act": "RELEASE",
         "figures": [count("prisoner", 1000)]},
    )  # fmt: skip
    assert dossier.disputes == ()


CHARGE = {"act": "ACCUSE", "agent": "toller", "speaker": "toller", "target": "RED"}


def answered(accuser: dict[str, Any], answer: str, **fields: Any) -> Dossier:
    report = Report("a", "Lake Post").say("Jon Toller accused Redland of holding back pilots.", **accuser)
    return case(report.say(answer, speaker="varga", mode="direct", **fields))


def test_a_plain_not_answers_the_other_state_s_accusation() -> None:
    dossier = answered({**CHARGE, "agent": "BLU"}, "No category was promised, and none was withheld", negated=True)
    assert only(dossier).kind == "denial"


NO_ANSWER = {
    "no-negation": ({"agent": "BLU"}, {}),
    "a-refusal-is-no-denial": ({"agent": "BLU"}, {"negated": True, "act": "REJECT"}),
    "accused-was-somebody-else": ({"agent": "RED", "target": "BLU"}, {"negated": True}),
}


@pytest.mark.parametrize(("charge", "answer"), NO_ANSWER.values(), ids=NO_ANSWER.keys())
def test_no_answer_to_the_accusation(charge: dict[str, Any], answer: dict[str, Any]) -> None:
    dossier = answered({**CHARGE, **charge}, "The category of pilots will be discussed next week", **answer)
    assert dossier.disputes == ()


def test_each_side_s_speaker_lays_the_breach_at_the_other_s_door() -> None:
    dossier = two(
        {"sentence": "Redland fired first on the valley road and broke the harbour truce", "act": "STATE",
         "event": "VIOLATE", "event_agent": "RED", "speaker": "toller"},
        {"sentence": "Blueland attacked and broke the harbour truce first", "act": "STATE",
         "event": "VIOLATE", "event_agent": "BLU", "speaker": "varga"},
    )  # fmt: skip
    dispute = only(dossier)
    assert (dispute.kind, sorted(side.label for side in dispute.sides)) == ("attribution", ["Blueland", "Redland"])


def test_lifted_or_only_suspended_is_a_matter_of_dispute() -> None:
    dossier = two(
        {"sentence": "The embargo on grain is lifted", "act": "STATE", "speaker": "varga", "issues": ["sanctions"]},
        {"sentence": "Blueland suspended its embargo on grain", "act": "STATE", "issues": ["sanctions"]},
    )
    assert only(dossier).kind == "characterisation"


def test_what_is_only_asked_for_is_judged_by_nobody() -> None:
    dossier = two(
        {"sentence": "Lift the embargo on grain", "act": "DEMAND", "agent": "RED", "issues": ["sanctions"]},
        {"sentence": "Blueland suspended its embargo on grain", "act": "STATE", "issues": ["sanctions"]},
    )
    assert dossier.disputes == ()
