"""What holds for any case: order, pasting and evidence."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Dossier
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import Report, count, on

WORDS = "envoy bridge grain harbour winter ferry council map valley guard truce night road mill clerk".split()
ACTS = ("STATE", "MEET", "RELEASE", "ACCUSE", "DENY", "ATTACK", "DEMAND", "REJECT")
WHO = (None, "RED", "BLU", "varga", "toller")


def invented(seed: int, id_: str, outlet: str) -> Report:
    """A report of random statements, the same for the same seed."""
    rng = random.Random(seed)
    report = Report(id_, outlet, rng.randrange(4))
    for _ in range(12):
        sentence = " ".join(rng.choice(WORDS) for _ in range(rng.randrange(5, 14)))
        report.say(
            f"{sentence} s{seed}q{rng.randrange(400)}.",
            rng.choice(ACTS),
            agent=rng.choice(WHO),
            target=rng.choice(WHO),
            speaker=rng.choice(WHO),
            negated=rng.random() < 0.1,
            figures=[count("prisoner", rng.choice((100, 200)))] if rng.random() < 0.3 else [],
            event_date=on(rng.randrange(-3, 3)) if rng.random() < 0.3 else None,
        )
    return report


def case(reports: list[Report]) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports])


def paste(report: Report, id_: str, outlet: str, keep: int) -> Report:
    copy = Report(id_, outlet, 5, title="Retitled")
    for said in report.statements[:keep]:
        copy.say(said.evidence.quote, said.act, **{
            name: getattr(said, name)
            for name in ("agent", "target", "speaker", "negated", "figures", "event_date")
        })  # fmt: skip
    return copy


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_input_order_never_shows(seeds: list[int], rng: random.Random) -> None:
    reports = [invented(seed, f"r{seed}", f"Outlet {seed % 3}") for seed in seeds]
    before = case(reports)
    rng.shuffle(reports)
    assert case(reports) == before


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=3, unique=True), st.sampled_from([12, 9, 7]))
def test_ten_pastes_change_no_count_of_any_claim(seeds: list[int], keep: int) -> None:
    reports = [invented(seed, f"r{seed}", f"Outlet {seed}") for seed in seeds]
    before = {said: c.origins for c in case(reports).claims for said in c.statements}
    pastes = [paste(reports[0], f"z{n}", f"Blog {n}", keep) for n in range(10)]
    after = {said: c.origins for c in case([*reports, *pastes]).claims for said in c.statements}
    assert {said: len(after[said]) for said in before} == {said: len(before[said]) for said in before}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=4, unique=True))
def test_every_id_resolves_and_every_span_holds_its_words(seeds: list[int]) -> None:
    dossier = case([invented(seed, f"r{seed}", f"Outlet {seed % 3}") for seed in seeds])
    texts = {article.id: article.text for article in dossier.articles}
    claims, origins = {c.id for c in dossier.claims}, {o.id for o in dossier.origins}
    statements = {s.id for s in dossier.statements}
    assert sorted(s for c in dossier.claims for s in c.statements) == sorted(statements)
    for claim in dossier.claims:
        assert {claim.lead, *claim.statements} <= statements
        assert claim.origins
        assert {*claim.origins, *claim.reporters} <= origins
        assert set(claim.denied_by) <= claims
        for evidence in claim.evidence:
            evidence.check(texts[evidence.article])
    for dispute in dossier.disputes:
        assert len(dispute.sides) >= 2
        for side in dispute.sides:
            assert set(side.claims) <= claims
            assert set(side.origins) <= origins
    for origin in dossier.origins:
        for folding in origin.foldings:
            for evidence in folding.evidence:
                evidence.check(texts[evidence.article])
    assert set(dossier.outlet_origin) == set(texts)


def test_five_hundred_pastes_of_one_report_stay_cheap() -> None:
    report = invented(1, "r", "Lake Post")
    reports = [report, *(paste(report, f"p{n}", f"Blog {n}", 12) for n in range(500))]
    begun = time.process_time()
    dossier = case(reports)
    assert time.process_time() - begun < 20
    assert len(set(dossier.outlet_origin.values())) == 1


def test_a_megabyte_of_one_word_stays_cheap() -> None:
    reports = [Report(n, n.upper()).say("a a " * 250_000) for n in "ab"]
    begun = time.process_time()
    case(reports)
    assert time.process_time() - begun < 20
