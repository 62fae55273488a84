"""Disputes told in other words: rebuttals, counter-charges, rival dates, tolls in any unit, verdicts on one round."""

from typing import Any

import pytest

from crosswire.model import Actor, Dispute, Dossier, Evidence, Quantity, When
from crosswire.text.tokens import terms
from crosswire.weigh import weigh
from crosswire.weigh.deeds import deeds
from crosswire.weigh.nations import blamed, nation_words
from crosswire.weigh.verdicts import passed
from tests.weigh.weigh_reports import CAST, DAY, Report, actor, count, on

ORM = actor("orm", "Orm", "place", known=True)
FEN = actor("FEN", "Fenmark", "state", party="FEN", known=True)


def case(*reports: Report) -> Dossier:
    for report in reports:
        report.actors = (*CAST, ORM, FEN)
    return weigh([r.article for r in reports], [r.reading for r in reports])


def kinds(dossier: Dossier) -> list[str]:
    return [dispute.kind for dispute in dossier.disputes]


def said(dispute: Dispute, label: str) -> str:
    return " ".join(e.quote for side in dispute.sides if side.label == label for e in side.evidence)


NATIONS = nation_words(CAST)


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Bluelandish gunboats shelled the mill", "BLU"),
        ("The mill was hit by a Redlandian mortar", "RED"),
        ("Blueland has seized the barge", "BLU"),
        ("Shells hit the Bluelandish mill", None),
        ("The Bluelandish mill was shelled", None),
        ("Bluelandish gunboats did not shell the mill", None),
        ("The guns of Blueland shelled nobody", None),
        ("Blueland opened the mill", None),
    ],
)
def test_a_deed_is_laid_at_the_door_of_its_doer_only(sentence: str, side: str | None) -> None:
    found = blamed(sentence, NATIONS)
    assert (found.side if found else None) == side


def test_verbs_of_one_deed_are_one_act() -> None:
    assert deeds(["impound"]) == deeds(["board"]) == {"DETAIN"}
    assert deeds(["negoti", "tabl"]) == frozenset()


CHARGE = "Redlandian gunboats bombarded the mill at Orm on Monday, the minister said."


def rebuttal(denial: str, *, gap: int = 0, **fields: Any) -> Dossier:
    a, b = Report("a", "Lake Post"), Report("b", "Hill Post", gap)
    a.say(CHARGE, "STATE", speaker="toller", event="ATTACK", event_target="orm", actors=("orm", "toller"))
    more: dict[str, Any] = {"speaker": "varga", "negated": True, "mode": "direct", "actors": ("orm", "varga")} | fields
    return case(a, b.say(denial, more.pop("act", "STATE"), **more))


def test_the_accused_side_answers_in_other_words() -> None:
    (dispute,) = rebuttal("Our boats did not fire on Orm.").disputes
    assert dispute.kind == "denial"
    assert "bombarded" in said(dispute, "asserted")


def test_a_formal_denial_naming_the_doer_answers_for_whoever_speaks() -> None:
    dossier = rebuttal("that Redlandian boats had fired on the mill", act="DENY", speaker=None, agent=None)
    assert kinds(dossier) == ["denial"]


NO_REBUTTAL = {
    "the-accuser-s-own-not": ("Our boats did not fire on Orm.", {"speaker": "toller", "actors": ("orm", "toller")}),
    "a-third-state": ("Our boats did not fire on Orm.", {"speaker": "FEN", "actors": ("orm", "FEN")}),
    "no-deed": ("Nothing was agreed at Orm.", {}),
    "of-another-matter": ("Our boats did not fire on anybody.", {"actors": ("varga",)}),
    "long-after": ("Our boats did not fire on Orm.", {"gap": 20}),
    "a-plan": ("Our boats will not fire on Orm.", {"realis": "future"}),
}


@pytest.mark.parametrize(("denial", "fields"), NO_REBUTTAL.values(), ids=NO_REBUTTAL.keys())
def test_no_rebuttal(denial: str, fields: dict[str, Any]) -> None:
    assert rebuttal(denial, **fields).disputes == ()


def test_no_such_thing_answers_what_another_source_says_of_the_same_doer() -> None:
    report = Report("a", "Lake Post")
    fields: dict[str, Any] = {"event": "ACCEPT", "event_agent": "toller", "actors": ("toller",), "mode": "indirect"}
    report.say("Jon Toller signed off the tunnel raid himself, an aide said.", "STATE", unnamed="an aide", **fields)
    report.say("The minister signed off no such raid, his office said.", "STATE", unnamed="his office", **fields)
    assert kinds(case(report)) == ["denial"]
    plain = Report("a", "Lake Post")
    plain.say("Jon Toller signed off the tunnel raid himself, an aide said.", "STATE", unnamed="an aide", **fields)
    plain.say("The minister signed off the tunnel budget, his office said.", "STATE", unnamed="his office", **fields)
    assert case(plain).disputes == ()


def test_each_side_s_they_is_the_side_it_charges() -> None:
    report = Report("a", "Lake Post")
    report.say("Redlandian guns raided the weir before dawn, Toller said.", speaker="toller", event="ATTACK")
    report.say("They broke the lull while our people slept.", speaker="toller", mode="direct")
    report.say("Blueland struck first, and it struck a clinic.", speaker="varga", mode="direct", event="ATTACK",
               event_agent="BLU", actors=("BLU", "varga"))  # fmt: skip
    dispute = next(d for d in case(report).disputes if d.kind == "attribution")
    assert "They broke the lull" in said(dispute, "Redland")
    assert "struck first" in said(dispute, "Blueland")


def dated(speaker: str, sentence: str, day: int) -> tuple[str, dict[str, Any]]:
    return sentence, {"speaker": speaker, "times": (on(day),), "event_date": on(day)}


def rival_dates(*told: tuple[str, dict[str, Any]]) -> Dossier:
    report = Report("a", "Lake Post", day=2)
    for sentence, fields in told:
        report.say(sentence, "STATE", **fields)
    return case(report)


def test_two_sides_date_one_deed_apart() -> None:
    dossier = rival_dates(
        dated("BLU", "the tug Heron was boarded on Wednesday", -3), dated("RED", "that it impounded the tug later", -1)
    )
    (dispute,) = dossier.disputes
    assert (dispute.kind, [side.label for side in dispute.sides]) == ("date", ["2031-05-11", "2031-05-13"])


NO_RIVAL_DATES = {
    "one-side": (dated("BLU", "the tug was boarded then", -3), dated("toller", "that it impounded the tug later", -1)),
    "two-deeds": (dated("BLU", "the tug was boarded then", -3), dated("RED", "that the weir was shelled later", -1)),
    "weeks-apart": (dated("BLU", "the tug was boarded then", -30), dated("RED", "that it impounded the tug", -1)),
    "still-to-come": (dated("BLU", "the tug was boarded then", -3), dated("RED", "that it impounds the tug", 5)),
}


@pytest.mark.parametrize("told", NO_RIVAL_DATES.values(), ids=NO_RIVAL_DATES.keys())
def test_no_rival_dates(told: tuple[tuple[str, dict[str, Any]], ...]) -> None:
    assert "date" not in kinds(rival_dates(*told))


def tolls(*figures: tuple[str, Quantity | None, int, dict[str, Any]]) -> Dossier:
    reports = []
    for at, (sentence, figure, day, fields) in enumerate(figures):
        report = Report(f"r{at}", f"Outlet {at}", day)
        report.say("Rockets struck the mill at Orm.", "ATTACK", target="orm", actors=("orm",))
        given = [figure] if figure else []
        reports.append(report.say(sentence, "STATE", figures=given, **fields))
    return case(*reports)


TWELVE = ("Rockets killed 12 villagers, rescuers said.", count("person", 12), 0, {"unnamed": "rescuers"})
MORGUE = ("The morgue counts 17 bodies.", count("body", 17), 0, {"speaker": "varga"})
FEWER = ("The number of dead was put at no more than four.", None, 0, {"speaker": "toller", "negated": True})


def test_tolls_of_one_event_clash_whatever_they_count() -> None:
    (dispute,) = tolls(TWELVE, MORGUE, FEWER).disputes
    assert (dispute.kind, [side.label for side in dispute.sides]) == ("figure", ["at most 4", "12", "17"])


NO_TOLL: dict[str, Any] = {
    "a-part-of-the-dead": (TWELVE, ("3 children were killed", count("person", 3, subset=True), 0, {})),
    "an-update": (TWELVE, ("Villagers killed now number 15.", count("person", 15), 1, {})),
    "a-toll-that-rose": (TWELVE, ("The dead rose to 15 people.", count("person", 15), 0, {})),
    "over-time": (TWELVE, ("The morgue counts 60 bodies since the thaw.", count("body", 60), 0, {})),
    "of-another-size": (TWELVE, ("The morgue counts 400 bodies.", count("body", 400), 0, {})),
    "the-wounded": (TWELVE, ("Doctors treated 40 people.", count("person", 40), 0, {})),
    "a-bound-that-holds": (TWELVE, ("Killed were at most 20 people.", count("person", 20, qualifier="at-most"), 0, {})),
}


@pytest.mark.parametrize("pair", NO_TOLL.values(), ids=NO_TOLL.keys())
def test_no_toll_dispute(pair: Any) -> None:
    assert tolls(*pair).disputes == ()


def test_a_report_of_many_tolls_does_not_say_which_event_each_is_of() -> None:
    told = Report("a", "Lake Post").say("Rockets struck the mill at Orm.", "ATTACK", target="orm", actors=("orm",))
    told.say(TWELVE[0], figures=[TWELVE[1]], unnamed="rescuers")
    other = Report("b", "Hill News").say("Rockets struck the mill at Orm.", "ATTACK", target="orm", actors=("orm",))
    other.say("The morgue counts 17 bodies.", figures=[count("body", 17)])
    assert kinds(case(told, other)) == ["figure"]
    for value in (31, 44):
        other.say(f"A second morgue by the weir counts {value} bodies.", figures=[count("body", value)])
    assert kinds(case(told, other)) == []


def balances(one: str, other: str) -> list[str]:
    report = Report("a", "Lake Post").say(one, speaker="varga", mode="direct")
    return kinds(case(report.say(other, unnamed="an officer", mode="direct")))


def test_two_counts_of_what_is_left_clash() -> None:
    assert balances("So there are 80 to go.", "That leaves 120, by our list.") == ["figure"]
    assert balances("So there are 80 to go.", "Another 80 remain on the list.") == []
    assert balances("So there are 80 to go.", "We freed 120 of them.") == []


def verdicts(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    reports = []
    for name, fields in zip("ab", (one, other), strict=True):
        more = dict(fields)
        report = Report(name, f"Outlet {name}", more.pop("day", 0))
        if venue := more.pop("venue", None):
            report.say(f"Delegations held talks in {venue.title()}.", "MEET", actors=(venue,), speaker=None)
        reports.append(report.say(more.pop("sentence"), "STATE", **more))
    return [k for k in kinds(case(*reports)) if k == "characterisation"]


ROLE = {"actors": ("FEN",), "sentence": "Fenmark mediated the barge accord, the column says."}
HOST = {"actors": ("FEN", "varga"), "speaker": "varga", "sentence": "Fenmark was only a spectator here."}
WON = {"speaker": "varga", "venue": "orm", "sentence": "We came for barges; that is a triumph."}
LOST = {"speaker": "toller", "venue": "orm", "sentence": "For the fishermen Orm was a fiasco."}
LIFT = {"speaker": "varga", "issues": ["sanctions"], "sentence": "The timber tariff is abolished."}
PAUSE = {
    "issues": ["sanctions"],
    "realis": "future",
    "sentence": "Blueland will have paused its tariff on oak for May.",
}


@pytest.mark.parametrize(("one", "other"), [(ROLE, HOST), (WON, LOST), (LIFT, PAUSE)], ids=["role", "round", "object"])
def test_opposite_verdicts_on_one_matter(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert verdicts(one, other) == ["characterisation"]


NO_VERDICTS = {
    "its-own-side-s-part": (ROLE, HOST | {"speaker": "FEN", "actors": ("FEN",)}),
    "another-third-party": (ROLE, HOST | {"actors": ("orm", "varga")}),
    "no-round-in-common": (WON, {key: value for key, value in LOST.items() if key != "venue"}),
    "another-week": (WON, LOST | {"day": 9}),
    "not-called-a-success": (WON | {"sentence": "I will not call it a triumph."}, LOST),
    "another-object": (LIFT, PAUSE | {"sentence": "Blueland will have paused its census for May."}),
}


@pytest.mark.parametrize(("one", "other"), NO_VERDICTS.values(), ids=NO_VERDICTS.keys())
def test_no_verdict_dispute(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert verdicts(one, other) == []


def within(report: Report, *days: int) -> tuple[When, ...]:
    start = len(report.text)
    return tuple(
        When(on(day).first, on(day).first, "day", start + 1 + at, start + 2 + at) for at, day in enumerate(days)
    )


def days(report: Report) -> list[tuple[int, bool]]:
    return [((entry.when.first - DAY).days, entry.scheduled) for entry in case(report).timeline]


def test_a_sentence_of_two_days_stands_at_both() -> None:
    report = Report("a", "Lake Post")
    report.say("The lull, agreed on Sunday, takes effect on Friday", "CEASEFIRE", times=within(report, -3, 2),
               event_date=on(-3))  # fmt: skip
    assert days(report) == [(-3, False), (2, True)]


def test_the_one_day_in_what_is_said_dates_it() -> None:
    report = Report("a", "Lake Post")
    report.say("The list went to the mediators on Sunday morning", times=within(report, -3))
    assert days(report) == [(-3, False)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The third exchange since the agreement of 11 May brought no surprise", []),
        ("The third exchange fell on the morning of 11 May", [(-3, False)]),
        ("The clerks were counting votes before 11 May's debate", []),
        ("With the 300 freed on 11 May, the total had reached 550", []),
    ],
    ids=["of-a-thing", "of-a-day", "its-own-thing", "what-came-before"],
)
def test_the_day_of_an_agreement_dates_nothing_else(sentence: str, found: list[tuple[int, bool]]) -> None:
    report = Report("a", "Lake Post")
    at = sentence.index("11 May")
    report.say(sentence, times=(When(on(-3).first, on(-3).first, "day", at, at + 6),))
    assert days(report) == found


@pytest.mark.parametrize("fields", [{"negated": True}, {"act": "DENY"}, {"act": "DEMAND"}, {"opinion": True},
                                    {"realis": "questioned"}])  # fmt: skip
def test_days_of_what_is_denied_or_wished_for_are_no_events(fields: dict[str, Any]) -> None:
    report = Report("a", "Lake Post")
    report.say("The list went to the mediators on Sunday", **{"act": "STATE", "times": within(report, -3)} | fields)
    assert days(report) == []


def test_evidence_of_every_side_is_the_text_s_own() -> None:
    dossier = tolls(TWELVE, MORGUE, FEWER)
    texts = {article.id: article.text for article in dossier.articles}
    shown: list[Evidence] = [e for d in dossier.disputes for side in d.sides for e in side.evidence]
    assert shown
    for evidence in shown:
        evidence.check(texts[evidence.article])


def test_one_speaker_s_three_words_are_one_claim() -> None:
    a = Report("a", "Lake Post").say("It leaks.", speaker="varga", mode="direct")
    b = Report("b", "Hill Post").say("“It leaks”", speaker="varga", mode="direct")
    c = Report("c", "Dale Post").say("It sinks.", speaker="varga", mode="direct")
    assert sorted(len(claim.statements) for claim in case(a, b, c).claims) == [1, 2]


def test_no_actor_is_a_nation_by_chance() -> None:
    people = [Actor("moor", "Moor", "person", names=("Moor",)), Actor("oz", "Oz", "state", names=("Oz",))]
    assert nation_words(people) == {}


def test_naming_a_law_is_no_verdict_on_it() -> None:
    assert passed(terms("The valley passed a new law on barges")) == frozenset()
