"""A case weighed report by report comes to the bytes of one weighed at once, and a report more touches few others."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Decision, Dossier
from crosswire.weigh import Kept, likeness, weigh
from tests.weigh.test_weigh_properties import WORDS, invented, paste
from tests.weigh.weigh_reports import Report, actor

# Reports of six statements: the last ones fall between two steps of the count of all wordings.
LONG = 44


def told(seed: int, at: int) -> Report:
    """A report among many: of random statements, a copy of an earlier one, or with a person of its own."""
    outlet = ("Harbour Post", "Lake Wire", "Delta Herald")[at % 3]
    if at % 5 == 4:
        return paste(invented(seed - 1, f"r{at - 1}", outlet), f"r{at}", "Coast Mirror", keep=9)
    report = invented(seed, f"r{at}", outlet)
    report.actors = (*report.actors, actor(f"person-{seed % 3}", f"Anna {WORDS[seed % 3].title()}"))
    return report


def weighed(reports: list[Report], kept: Kept | None = None, decisions: tuple[Decision, ...] = ()) -> bytes:
    found = weigh([r.article for r in reports], [r.reading for r in reports], decisions=decisions, kept=kept)
    return msgspec.msgpack.encode(found)


@pytest.fixture
def in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take counts in steps, as a large case's are, in a small one."""
    monkeypatch.setattr(likeness, "EXACT", 1)


@settings(max_examples=12, deadline=None)
@given(st.integers(2, 14), st.booleans(), st.randoms(use_true_random=False))
def test_any_order_of_adding_comes_to_the_same_bytes(many: int, stepped: bool, rng: random.Random) -> None:
    reports = [(one.article, one.reading) for one in (told(at // 2, at) for at in range(many))]
    rng.shuffle(reports)
    held = likeness.EXACT
    likeness.EXACT = 1 if stepped else held
    try:
        kept, start = Kept(), rng.randrange(1, many)
        for end in range(start, many + 1):
            articles, readings = [a for a, _ in reports[:end]], [r for _, r in reports[:end]]
            step = msgspec.msgpack.encode(weigh(articles, readings, kept=kept))
            assert step == msgspec.msgpack.encode(weigh(articles, readings))
    finally:
        likeness.EXACT = held


def test_what_leaves_the_case_leaves_what_was_kept() -> None:
    reports = [told(at, at) for at in range(10)]
    kept = Kept()
    weighed(reports, kept)
    assert weighed(reports[3:], kept) == weighed(reports[3:])
    assert weighed(reports, kept) == weighed(reports)


def test_a_decision_is_heard_by_what_was_kept() -> None:
    reports = [told(at // 2, at) for at in range(10)]
    kept = Kept()
    whole = weighed(reports, kept)
    for kind, subject, value in (
        ("split-origin", "r4", ""),
        ("merge-outlet", "Lake Wire", "Harbour Post"),
        ("merge-actor", "varga", "toller"),
        ("rate", "Lake Wire", "B"),
    ):
        made = (msgspec.convert({"number": 1, "kind": kind, "subject": subject, "value": value, "author": "an analyst",
                                 "made": "2031-06-01T00:00:00Z"}, Decision),)  # fmt: skip
        assert weighed(reports, kept, made) == weighed(reports, None, made)
        assert weighed(reports, kept) == whole


def test_a_report_that_is_read_otherwise_is_weighed_otherwise() -> None:
    reports = [told(at, at) for at in range(6)]
    kept = Kept()
    weighed(reports, kept)
    reports[2] = told(99, 2)
    assert weighed(reports, kept) == weighed(reports)


def test_a_report_more_touches_its_neighbours_alone(in_steps: None) -> None:
    """Reports come in twos that share a story, in words that no other has."""
    reports = [story(at) for at in range(LONG)]
    pairs = [(one.article, one.reading) for one in reports]
    kept = Kept()
    weigh([a for a, _ in pairs[:-1]], [r for _, r in pairs[:-1]], kept=kept)
    first = kept.work
    found = weigh([a for a, _ in pairs], [r for _, r in pairs], kept=kept)
    assert found == weigh([a for a, _ in pairs], [r for _, r in pairs])
    own = len(reports[-1].statements)
    assert first.printed == LONG - 1
    assert kept.work.printed == 1
    # Its own statements, those of the report it shares a story with, and a few whose words became more common.
    assert own <= kept.work.reduced <= 4 * own
    assert kept.work.built <= 4 * own
    assert 0 < kept.work.compared < first.compared / 4


def test_the_same_case_again_does_nothing_anew() -> None:
    reports = [(one.article, one.reading) for one in (told(at, at) for at in range(8))]
    kept = Kept()
    articles, readings = [a for a, _ in reports], [r for _, r in reports]
    found = weigh(articles, readings, kept=kept)
    assert weigh(articles, readings, kept=kept) == found
    assert kept.work == type(kept.work)()


def test_clips_of_one_speech_come_and_go_with_their_reports(in_steps: None) -> None:
    """Two reports that quote one saying are one claim while both are of the case; only their claims are made anew."""
    penny = "never promised the mill a single copper penny of town money"
    said = {"speaker": "varga", "mode": "direct"}
    one = Report("q1", "Hill Times", 1).say(f"“We will mend the sluice. I {penny}.”", **said)
    other = Report("q2", "Lake Post", 1).say(f"“I {penny}, whatever it says.”", **said)
    reports = [story(at) for at in range(LONG)]
    kept = Kept()
    for some in (reports, [*reports, one], [*reports, one, other], [*reports, other], [*reports, one, other]):
        assert weighed(some, kept) == weighed(some)
    assert kept.work.built <= 4 * len(reports[0].statements)
    found = msgspec.msgpack.decode(weighed(some, kept), type=Dossier)
    assert [claim.count for claim in found.claims if len(claim.reporters) == 2 and "q1:0" in claim.statements] == [1]


def story(at: int) -> Report:
    """One of two reports of a story, in words that no other story has."""
    number = at // 2
    report = Report(f"s{at:02}", f"Outlet {at % 7}", number % 4)
    for line in range(6):
        rng = random.Random(100 * number + line)
        words = [f"{rng.choice(WORDS)}{number}x{rng.randrange(9)}" for _ in range(9)]
        report.say(f"{' '.join(words)} q{at}.", "STATE", speaker="varga" if line % 2 else None)
    return report
