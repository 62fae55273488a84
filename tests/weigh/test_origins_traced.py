"""Independent origins: what a paste, a wire, a citation, a speaker and an aggregator count for."""

import random
from typing import Any

import pytest

from crosswire.model import Dossier
from crosswire.packs.schema import PackOutlet
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import CAST, Report, actor

OUTLETS = (
    PackOutlet(id="lakewire", name="Lake Wire", kind="wire", aliases=("LW",)),
    PackOutlet(id="digest", name="The Digest", kind="aggregator"),
    PackOutlet(id="lake_post", name="Lake Post", domains=("lakepost.example",)),
    PackOutlet(id="red_ministry", name="Red Ministry", kind="official", owner="Government of Redland"),
    PackOutlet(id="red_radio", name="Red Radio", kind="state", owner="Government of Redland"),
)
EVENT = "The two delegations exchanged prisoners at the Orm bridge."


def case(*reports: Report) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports], OUTLETS)


def long_report(id_: str, outlet: str | None, seed: int = 1, day: int = 0, **more: Any) -> Report:
    """A report of invented sentences; the same seed gives the same wording."""
    words = "envoy bridge grain harbour winter ferry council map valley guard truce night road mill clerk".split()
    rng = random.Random(seed)
    report = Report(id_, outlet, day, **more).say(EVENT, "RELEASE")
    for _ in range(12):
        report.say(" ".join(["The", *(rng.choice(words) for _ in range(14)), f"x{seed}"]) + ".")
    return report


def event_claim(dossier: Dossier) -> Any:
    return next(c for c in dossier.claims if c.act == "RELEASE")


def paste(report: Report, id_: str, outlet: str, keep: int, title: str | None = None, day: int = 1) -> Report:
    copy = Report(id_, outlet, day, title=title)
    for said in report.statements[:keep]:
        copy.say(said.evidence.quote, said.act)
    return copy


@pytest.mark.parametrize("keep", [13, 7], ids=["whole", "truncated"])
def test_ten_pastes_change_no_count(keep: int) -> None:
    first, second = long_report("a", "Lake Post"), long_report("b", "Hill Times", seed=2)
    before = event_claim(case(first, second))
    pastes = [paste(first, f"p{n}", f"Blog {n}", keep, title=f"Title {n}", day=n % 3) for n in range(10)]
    dossier = case(first, second, *pastes)
    after = event_claim(dossier)
    assert len(after.origins) == len(before.origins) == 2
    assert len(dossier.origins) == 2
    assert len(after.statements) == 12


def test_a_copy_says_why_it_was_folded_and_shows_the_passage() -> None:
    report = long_report("a", "Lake Post")
    dossier = case(report, paste(report, "b", "Blog", 13))
    (origin,) = dossier.origins
    (folding,) = origin.foldings
    assert (folding.article, folding.how) == ("b", "copy")
    assert "100 % of its wording" in folding.reason
    assert "14 May 2031" in folding.reason
    folding.evidence[0].check(dossier.articles[1].text)


def test_reports_that_share_only_quotations_stay_apart() -> None:
    from crosswire.model import Quote, Span

    speech = " ".join(f"word{n}" for n in range(120))
    reports = []
    for name, seed in (("a", 1), ("b", 2)):
        report = long_report(name, f"Outlet {name}", seed)
        start = len(report.text)
        report.say(f"“{speech}”", speaker="varga", mode="direct")
        end = len(report.text) - 2
        reports.append((report, Quote(start, end, Span(start + 1, end - 1))))
    import msgspec

    readings = [msgspec.structs.replace(r.reading, quotes=(q,)) for r, q in reports]
    dossier = weigh([r.article for r, _ in reports], readings, OUTLETS)
    assert len(set(dossier.outlet_origin.values())) == 2


def test_a_wire_credit_folds_even_without_the_wires_own_copy() -> None:
    a = Report("a", "Lake Post").say(EVENT, "RELEASE").credit("Reporting by Lake Wire", "lakewire")
    b = Report("b", "Hill Times").say("Delegations exchanged prisoners at the Orm bridge, unharmed.", "RELEASE")
    b.credit("(LW)", "LW")
    dossier = case(a, b)
    assert event_claim(dossier).origins == ("outlet:lakewire",)
    assert event_claim(dossier).status == "single-origin"
    (wire,) = [o for o in dossier.origins if o.id == "outlet:lakewire"]
    assert (wire.kind, wire.name) == ("wire", "Lake Wire")
    assert {f.how for f in wire.foldings} == {"wire"}


def test_two_credited_wires_are_a_papers_own_mix() -> None:
    a = Report("a", "Lake Post").say(EVENT, "RELEASE").credit("(LW)", "LW").credit("(Sea Press)", "Sea Press")
    assert case(a).outlet_origin == {"a": "outlet:lake_post"}


def test_a_cited_outlet_is_the_origin_of_what_is_cited() -> None:
    a = Report("a", "Lake Post").say(EVENT, "RELEASE")
    b = Report("b", "Hill Times").say("Delegations exchanged prisoners at Orm bridge, Lake Post said.", "RELEASE",
                                       via=["Lake Post"])  # fmt: skip
    assert event_claim(case(a, b)).origins == ("outlet:lake_post",)


def test_an_outlet_citing_a_wire_quoting_an_official_rests_on_the_official() -> None:
    a = Report("a", "Hill Times").say("Mira Varga told Lake Wire the port reopens.", speaker="varga", via=["Lake Wire"])
    (claim,) = case(a).claims
    assert claim.origins == ("speaker:varga",)
    assert claim.reporters == ("outlet:lakewire",)


def test_a_wires_unnamed_source_belongs_to_the_wire() -> None:
    a = Report("a", "Hill Times").say("A source told Lake Wire the port reopens.", unnamed="a source", via=["LW"])
    (claim,) = case(a).claims
    assert claim.origins == ("unnamed:lakewire",)


def test_an_unnamed_source_adds_nothing_to_its_outlets_own_word() -> None:
    a = Report("a", "Lake Post").say(EVENT, "RELEASE").say(EVENT, "RELEASE", unnamed="an official")
    claim = event_claim(case(a))
    assert claim.origins == ("outlet:lake_post",)
    assert claim.status == "single-origin"


def test_a_lede_that_the_same_report_attributes_adds_nothing() -> None:
    a = Report("a", "Lake Post").say(EVENT, "RELEASE")
    a.say("The two delegations exchanged prisoners at the Orm bridge, Varga said.", "RELEASE", speaker="varga")
    assert event_claim(case(a)).origins == ("speaker:varga",)


def test_an_aggregator_adds_no_origin() -> None:
    a, b = Report("a", "Lake Post").say(EVENT, "RELEASE"), Report("b", "The Digest").say(EVENT, "RELEASE")
    assert event_claim(case(a, b)).origins == ("outlet:lake_post",)
    alone = case(b)
    assert event_claim(alone).origins == ("outlet:digest",)
    assert [f.how for o in alone.origins for f in o.foldings] == ["aggregator"]


def test_a_columnists_facts_do_not_corroborate() -> None:
    a = Report("a", "Lake Post").say(EVENT, "RELEASE")
    b = Report("b", "Hill Times", genre="opinion").say(EVENT, "RELEASE", opinion=True)
    assert event_claim(case(a, b)).status == "single-origin"


def test_dropping_an_independent_article_never_raises_counts() -> None:
    reports = [long_report(n, f"Outlet {n}", seed) for seed, n in enumerate("abcd")]
    full = len(event_claim(case(*reports)).origins)
    for at in range(len(reports)):
        assert len(event_claim(case(*reports[:at], *reports[at + 1 :])).origins) == full - 1


def test_outlets_are_known_by_domain_and_unknown_ones_stay_apart() -> None:
    a = Report("a", None, url="https://www.lakepost.example/1").say(EVENT, "RELEASE")
    b, c = Report("b", None).say("Nothing else happened there."), Report("c", None).say("Rain fell on the mill.")
    origins = case(a, b, c).outlet_origin
    assert origins["a"] == "outlet:lake_post"
    assert len(set(origins.values())) == 3


def test_actors_join_across_spellings_and_surnames() -> None:
    a, b, c = (Report(n, n.upper()).say("Rain fell on the mill today.", speaker="x") for n in "abc")
    a.actors = (*CAST, actor("x", "Volodymyr Zarenskyy"))
    b.actors = (*CAST, actor("x", "Wolodymyr Zarensky"))
    c.actors = (*CAST, actor("x", "Zarensky"))
    dossier = case(a, b, c)
    assert len({s.speaker for s in dossier.statements}) == 1


def test_a_first_word_that_one_person_bears_is_he() -> None:
    a, b, c = (Report(n, n.upper()).say("Rain fell on the mill today.", speaker="x") for n in "abc")
    a.actors, b.actors = (actor("x", "Lin Chenwei"),), (actor("x", "Lin"),)
    c.actors = (actor("x", "Mira Oduya"),)
    assert len({s.speaker for s in case(a, b, c).statements}) == 2
    c.actors = (actor("x", "Lin Meihua"),)
    assert len({s.speaker for s in case(a, b, c).statements}) == 3


def test_a_surname_two_people_bear_joins_neither() -> None:
    a, b, c = (Report(n, n.upper()).say("Rain fell on the mill today.", speaker="x") for n in "abc")
    a.actors, b.actors = (actor("x", "Anna Keller"),), (actor("x", "Boris Keller"),)
    c.actors = (actor("x", "Keller"),)
    assert len({s.speaker for s in case(a, b, c).statements}) == 3


def test_parties_that_contradict_keep_names_apart() -> None:
    a, b = (Report(n, n.upper()).say("Rain fell on the mill today.", speaker="x") for n in "ab")
    a.actors, b.actors = (actor("x", "Ivan Petrov", party="RED"),), (actor("x", "Ivan Petrov", party="BLU"),)
    assert len({s.speaker for s in case(a, b).statements}) == 2


def test_an_acronym_joins_its_body() -> None:
    a, b = (Report(n, n.upper()).say("Rain fell on the mill today.", speaker="x") for n in "ab")
    a.actors, b.actors = (actor("x", "Lake Water Agency", "body"),), (actor("x", "LWA", "body"),)
    assert len({s.speaker for s in case(a, b).statements}) == 1


def test_unnamed_sources_of_two_outlets_count_once() -> None:
    words = "The two delegations exchanged prisoners at the Orm bridge, officials said."
    a = long_report("a", "Lake Post").say(words, "RELEASE", unnamed="officials")
    b = long_report("b", "Hill Times", seed=2).say(words, "RELEASE", unnamed="officials")
    a.statements, b.statements = a.statements[-1:], b.statements[-1:]
    claim = event_claim(case(a, b))
    assert claim.origins == ("unnamed:hill-times", "unnamed:lake_post")
    assert claim.camps == (claim.origins,)
    assert claim.count == 1
    assert claim.status == "single-origin"


def two_reports(outlet: str, **fields: Any) -> Dossier:
    """One thing said by a minister in one paper, and in another report as the fields say."""
    words = "Redland opens the northern lock to grain barges on condition that harbour dues are paid."
    again = "On condition that dues are paid at the harbour, the northern lock opens for the barges with grain."
    return case(Report("a", "Hill Times").say(words, speaker="varga"), Report("b", outlet).say(again, **fields))


def test_a_ministry_and_its_minister_count_once() -> None:
    dossier = two_reports("Red Ministry")
    (claim,) = dossier.claims
    assert claim.camps == (("outlet:red_ministry", "speaker:varga"),)
    assert (claim.count, claim.status) == (1, "single-origin")
    ministry = next(one for one in dossier.origins if one.id == "outlet:red_ministry")
    (folding,) = (one for one in ministry.foldings if one.how == "same-side")
    assert "Mira Varga" in folding.reason
    assert folding.evidence[0].article == "b"


def test_a_ministry_and_the_other_sides_minister_count_twice() -> None:
    (claim,) = case(
        Report("a", "Hill Times").say(EVENT, "RELEASE", speaker="toller"),
        Report("b", "Red Ministry").say(EVENT, "RELEASE"),
    ).claims
    assert (claim.count, claim.status) == (2, "corroborated")


def test_a_states_broadcaster_adds_nothing_to_its_minister() -> None:
    (claim,) = two_reports("Red Radio").claims
    assert (claim.count, claim.status) == (1, "single-origin")
    (other,) = two_reports("Red Radio", speaker="toller").claims
    assert other.count == 2


def test_two_officials_of_a_side_are_folded_with_a_reason() -> None:
    dossier = two_reports("Lake Post", speaker="RED")
    assert [(len(claim.origins), claim.count) for claim in dossier.claims] == [(2, 1)]
    reasons = {one.name: [f.reason for f in one.foldings] for one in dossier.origins if one.kind == "speaker"}
    assert reasons["Mira Varga"] == ["it is of one side with Redland: together they count once"]


def test_a_named_speaker_may_be_the_other_reports_unnamed_source() -> None:
    words = "The two delegations exchanged prisoners at the Orm bridge on Monday."
    a = long_report("a", "Lake Post").say(words, "RELEASE", speaker="varga")
    b = long_report("b", "Hill Times", seed=2).say(words, "RELEASE", unnamed="an official")
    a.statements, b.statements = a.statements[-1:], b.statements[-1:]
    assert event_claim(case(a, b)).origins == ("speaker:varga",)


READY = "Redland is ready to resume the harbour talks with Blueland in Orm before the winter"
OFFERED = "Redland offered Blueland to open the northern harbour of Orm to its ships before the winter"


@pytest.mark.parametrize(("words", "count"), [(READY, 1), (OFFERED, 2)], ids=["its-mind", "its-deed"])
def test_what_a_side_is_ready_for_nobody_knows_but_itself(words: str, count: int) -> None:
    told = {"act": "OFFER", "agent": "RED", "target": "BLU"}
    own = long_report("a", "Lake Post", seed=1).say(f"{words}, Varga said.", speaker="varga", **told)
    narrated = long_report("b", "Hill Times", seed=2).say(f"On Monday {words}.", **told)
    # One sentence printed twice would be one voice.
    longer = f"{words}, as pilots, dockers, brokers and their wives had heard at noon."
    other = long_report("c", "Dale News", seed=3).say(longer, **told)
    assert [claim.count for claim in case(own, narrated).claims if claim.act == "OFFER"] == [count]
    assert [claim.count for claim in case(narrated, other).claims if claim.act == "OFFER"] == [2]
