"""What is pruned before statements are compared could not have been one claim: the columns agree with the rules."""

import datetime as dt
import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import When
from crosswire.weigh.laid import Numbers, lay_out
from crosswire.weigh.likeness import Likeness, compare, term_weights
from crosswire.weigh.pairing import Kinds, meet
from crosswire.weigh.propositions import Lens, Proposition, proposition, times_agree
from crosswire.weigh.sides import Sides
from tests.weigh.weigh_reports import Report

DAY = dt.date(2031, 5, 14)
WORDS = "envoi bridg grain harbour winter ferri council map vallei guard truce night".split()


def items(seed: int) -> list[Proposition]:
    """Propositions of random words, acts and days, in date order; some undated."""
    rng = random.Random(seed)
    found = []
    lens = Lens(term_weights([(word,) for word in WORDS]), {}, Sides({}))
    for at in range(12):
        first = DAY + dt.timedelta(days=rng.randrange(-40, 40))
        event = When(first, first + dt.timedelta(days=rng.randrange(3)), "day", 0, 0) if rng.random() < 0.5 else None
        report = Report(f"r{at}", "Lake Post").say(
            " ".join(rng.choices(WORDS, k=rng.randrange(2, 7))),
            rng.choice(("STATE", "MEET", "ATTACK", "DENY")),
            event_date=event,
        )
        written = DAY + dt.timedelta(days=rng.randrange(-30, 30)) if rng.random() < 0.9 else None
        found.append(proposition(report.statements[0], written, report.id, lens))
    return sorted(found, key=lambda item: item.published or dt.date.max)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_no_pair_of_one_time_is_pruned(seed: int) -> None:
    made = items(seed)
    kinds = Kinds(lay_out(made, lambda item: [], Numbers()).kinds)
    pairs = [(one, other) for other in range(len(made)) for one in range(other)]
    for one, other in pairs:
        if times_agree(made[one], made[other]):
            assert kinds.in_time(np.array([one]), np.array([other])).all()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_pairs_are_as_alike_as_when_compared_one_by_one(seed: int) -> None:
    made = items(seed)
    weights = term_weights([(word,) for word in WORDS])
    found = list(meet(made, lambda item: [], weights))
    assert [(high, low) for low, high, _ in found] == sorted({(high, low) for low, high, _ in found})
    for low, high, likeness in found:
        assert low < high
        assert Likeness(*likeness) == compare(made[low].words, made[high].words, weights)
