"""A denial answers the words it points back to, and denies what its main clause says; verdicts are on main clauses."""

from typing import Any

import msgspec

from crosswire.model import Dossier, Span
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import CAST, Report, actor

ORM = actor("orm", "Orm", "place", known=True)
LEAGUE = actor("league", "Rowers League", "body")
GAZETTE = actor("gazette", "Hill Gazette", "outlet")


def case(*reports: Report) -> Dossier:
    for report in reports:
        report.actors = (*CAST, ORM, LEAGUE, GAZETTE)
    return weigh([r.article for r in reports], [r.reading for r in reports])


def kinds(dossier: Dossier) -> list[str]:
    return [dispute.kind for dispute in dossier.disputes]


BOTH = "Varga said that gunboats had burnt forty barges, but Toller {} and spoke of four."


def one_breath(denial: str, *, earlier: str = "") -> Dossier:
    """Say a sentence in which one voice asserts and the other denies, after what a third said before it."""
    report = Report("a", "Lake Post")
    if earlier:
        report.say(earlier, "STATE", speaker="league", event="ATTACK", mode="indirect", actors=("league", "BLU"))
    sentence = BOTH.format(denial)
    start, cut = len(report.text), sentence.index(", but")
    report.say(sentence, "STATE", speaker="varga", event="ATTACK", mode="indirect", actors=("varga",))
    cue = start + sentence.index(denial)
    denied = {"speaker": "toller", "agent": "toller", "event": "ATTACK", "realis": "negated", "mode": "indirect"}
    told = report.statements[-1]
    other = Report("a", "Lake Post")
    other.text = report.text[:start]
    other.say(sentence, "DENY", cue=Span(cue, cue + len(denial.split()[0])), actors=("toller",), **denied)
    said = other.statements[-1]
    report.statements[-1] = _part(told, Span(start, start + cut), "one")
    report.statements.append(_part(said, Span(cue, start + len(sentence) - 1), "two"))
    return case(report)


def _part(statement: Any, span: Span, name: str) -> Any:
    return msgspec.structs.replace(statement, id=f"{statement.id}:{name}", contents=(span,))


def asserted(dossier: Dossier) -> list[str]:
    return [e.quote for d in dossier.disputes for side in d.sides if side.label == "asserted" for e in side.evidence]


def test_a_denial_of_this_answers_its_own_sentence() -> None:
    earlier = "The league said that Blueland had shelled the mill at Orm."
    dossier = one_breath("disputed this", earlier=earlier)
    assert kinds(dossier) == ["denial"]
    assert asserted(dossier) == [BOTH.format("disputed this")]


def test_a_denial_of_something_else_does_not() -> None:
    assert kinds(one_breath("disputed the ferry bill")) == []


def charged(denial: str, **fields: Any) -> Dossier:
    a, b = Report("a", "Lake Post"), Report("b", "Hill Post", 1)
    words = "Redlandian gunboats bombarded the mill at Orm on Monday, the minister said."
    a.say(words, "STATE", speaker="toller", event="ATTACK", event_target="orm", actors=("orm", "toller"))
    more: dict[str, Any] = {"speaker": "varga", "agent": "varga", "mode": "indirect", "actors": ("orm", "varga")}
    return case(a, b.say(denial, "DENY", **(more | fields)))


def test_what_a_clause_beside_the_denial_tells_of_is_not_denied() -> None:
    denial = "Varga denied that the fair was put off over events at Orm, where boats shelled houses."
    main = {"core": ("fair", "off", "put"), "event": "ATTACK"}
    assert kinds(charged(denial, **main)) == []
    assert kinds(charged("Varga denied that boats had shelled Orm.", event="ATTACK")) == ["denial"]


def test_observers_denied_access_deny_nothing() -> None:
    assert kinds(charged("Varga's crews were denied access to Orm after boats shelled it.", event="ATTACK")) == []


REPORT = "The Hill Gazette reported that Redland had told Toller to burn the barge register at Orm."
DISPUTED = "The ferry board disputed the Hill Gazette's report that Redland told Toller to burn the barge register."


def reported(denial: str, **fields: Any) -> list[str]:
    actors = ("RED", "gazette", "orm", "toller")
    a = Report("a", "Lake Post").say(REPORT, actors=actors, via=("gazette",), mode="indirect")
    b = Report("b", "Dale Post").say(denial, "DENY", unnamed="the ferry board", **({"actors": actors} | fields))
    return kinds(case(a, b))


def test_a_third_party_may_deny_a_report_that_it_names() -> None:
    assert reported(DISPUTED) == ["denial"]


def test_a_denial_that_names_nobody_s_report_or_another_is_none_of_it() -> None:
    assert reported(DISPUTED.replace("Hill Gazette's ", ""), actors=("RED", "toller")) == []
    assert reported("The ferry board disputed the Hill Gazette's report that tolls at Orm rise.") == []


def answered(denial: str) -> list[str]:
    report = Report("a", "Lake Post").say("Redland accused Toller of arming the barge crews.", "ACCUSE",
                                          agent="RED", target="toller")  # fmt: skip
    return kinds(case(report.say(denial, "DENY", speaker="toller", agent="toller", mode="indirect")))


def test_a_denial_of_something_else_answers_no_charge() -> None:
    assert answered("Toller dismissed the charges.") == ["denial"]
    assert answered("Toller denied that he had armed anybody.") == ["denial"]
    assert answered("Toller dismissed the ferry diamond story.") == []


def test_what_is_expected_to_be_disputed_is_not_yet_denied() -> None:
    assert reported(DISPUTED.replace("disputed", "is to dispute"), realis="future") == []


COUNTERED = "Toller accused his former masters {}of burning the northern barges at Orm with hired crews."


def test_without_is_no_not() -> None:
    a = Report("a", "Lake Post").say(COUNTERED.format(""), "ACCUSE", speaker="toller", agent="toller")
    b = Report("b", "Hill Post").say(
        COUNTERED.format("- without offering proof - "), "ACCUSE", unnamed="he", realis="negated", agent="toller"
    )
    assert kinds(case(a, b)) == []


def doers(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    told: dict[str, Any] = {"target": "orm", "actors": ("orm",)}
    a = Report("a", "Lake Post").say("{} shot at the northern barge crews of Orm.".format(one.pop("who")), "ATTACK",
                                     **told, **one)  # fmt: skip
    b = Report("b", "Hill Post").say("{} shot at the northern barge crews of Orm.".format(other.pop("who")), "ATTACK",
                                     **told, **other)  # fmt: skip
    return [kind for kind in kinds(case(a, b)) if kind == "attribution"]


def test_an_outlet_or_a_group_that_tells_of_a_deed_is_not_its_doer() -> None:
    red = {"who": "Redland's guards", "agent": "RED"}
    assert doers(dict(red), {"who": "Blueland's guards", "agent": "BLU"}) == ["attribution"]
    assert doers(dict(red), {"who": "Guards, the Hill Gazette reports,", "agent": "gazette"}) == []
    assert doers(dict(red), {"who": "Guards, according to the Rowers League,", "agent": "league"}) == []
    group = {"who": "Guards, the group said,", "agent": "league", "speaker": "league", "mode": "indirect"}
    assert doers(dict(red), group) == []


def verdicts(one: str, other: str, core: tuple[str, ...], other_core: tuple[str, ...]) -> list[str]:
    a = Report("a", "Lake Post").say(one, actors=("RED",), core=core)
    b = Report("b", "Hill Post").say(other, actors=("RED",), speaker="toller", core=other_core)
    return kinds(case(a, b))


def test_a_verdict_in_passing_is_none_on_what_the_sentence_is_about() -> None:
    sham = "Redland's ballot was a sham."
    assert verdicts("Redland's ballot was sincere.", sham, ("ballot", "sincer"), ("ballot", "sham")) == [
        "characterisation"
    ]
    passing = "In Redland millers, who have a serious stake in barges, dread storms."
    assert verdicts(passing, sham, ("dread",), ("ballot", "sham")) == []


def test_a_settlement_that_is_negotiated_is_no_part_anybody_played() -> None:
    a = Report("a", "Lake Post").say("Hopes for a negotiated settlement in Redland are alive, Toller said.",
                                     speaker="toller", actors=("RED", "toller"))  # fmt: skip
    b = Report("b", "Hill Post").say("A choir hosted the barge fair while Redland's crews sang.", actors=("RED",))
    assert kinds(case(a, b)) == []
