"""Pairs, claims and columns that are renewed for a report more are those of the whole case compared anew."""

import random

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.weigh import Kept, likeness, paired, pairing, weigh
from crosswire.weigh.laid import Numbers, lay_out
from tests.weigh.test_kept import told
from tests.weigh.test_pairing import items

# Holders of a word that are looked at: with so few nearly every report pushes others out of sight, with many none does.
FEW, MANY = 2, 60


@settings(max_examples=8, deadline=None)
@given(st.integers(4, 16), st.sampled_from((FEW, MANY)), st.randoms(use_true_random=False))
def test_what_others_push_out_of_sight_is_compared_again(many: int, looked: int, rng: random.Random) -> None:
    reports = [(one.article, one.reading) for one in (told(at // 2, at) for at in range(many))]
    rng.shuffle(reports)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pairing, "CARRIERS", looked)
        patched.setattr(paired, "CARRIERS", looked)
        # However many are touched.
        patched.setattr(paired, "MANY", 1)
        # Counts in steps of the powers of two: most weights stand when a report comes.
        patched.setattr(likeness, "EXACT", 1)
        patched.setattr(likeness, "DIGITS", 1)
        kept, here = Kept(), reports[: many // 2]
        for one in (*reports[many // 2 :], None, reports[0], None):
            # Reports come, and one goes and comes again.
            here = [each for each in here if each is not one] if one in here else [*here, one] if one else here[1:]
            articles, readings = [a for a, _ in here], [r for _, r in here]
            grown = msgspec.msgpack.encode(weigh(articles, readings, kept=kept))
            assert grown == msgspec.msgpack.encode(weigh(articles, readings))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_rows_are_renewed_where_they_were(seed: int) -> None:
    rng, numbers = random.Random(seed), Numbers()

    def marks(item: object) -> list[int]:
        return [id(item) % 3, 7][: id(item) % 3]

    every = items(seed)
    before = lay_out([item for item in every if rng.random() < 0.7], marks, numbers)
    now = [item for item in every if rng.random() < 0.7]
    again, whole = lay_out(now, marks, numbers, before), lay_out(now, marks, numbers)
    assert (again.words.flat.tolist(), again.words.sizes.tolist()) == (
        whole.words.flat.tolist(),
        whole.words.sizes.tolist(),
    )
    assert (again.marks.flat.tolist(), again.marks.owners.tolist()) == (
        whole.marks.flat.tolist(),
        whole.marks.owners.tolist(),
    )
    assert np.array_equal(again.kinds, whole.kinds)
    places = {id(item): at for at, item in enumerate(before.items)}
    assert again.came.tolist() == [places.get(id(item), -1) for item in now]
