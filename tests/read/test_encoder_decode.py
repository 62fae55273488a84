from itertools import pairwise, product

import numpy as np
import pytest

from crosswire.read.encoder.decode import Array, Chunk, chunks, places, viterbi
from crosswire.read.encoder.links import find_links, log_chances, second_look


def test_viterbi_finds_what_trying_everything_finds() -> None:
    chance = np.random.default_rng(5)
    for _ in range(20):
        lengths = [int(length) for length in chance.integers(1, 6, 3)]
        scores = chance.normal(size=(3, max(lengths), 4)).astype(np.float32)
        first, follow = chance.normal(size=4).astype(np.float32), chance.normal(size=(4, 4)).astype(np.float32)
        for row, (length, found) in enumerate(zip(lengths, viterbi(scores, lengths, first, follow), strict=True)):
            ways = {path: _total(path, scores[row], first, follow) for path in product(range(4), repeat=length)}
            assert tuple(found) == max(ways, key=ways.__getitem__)


def _total(path: tuple[int, ...], scores: Array, first: Array, follow: Array) -> float:
    steps = sum(float(follow[pair]) for pair in pairwise(path))
    return float(first[path[0]]) + steps + sum(float(scores[place, tag]) for place, tag in enumerate(path))


def test_rows_do_not_influence_each_other() -> None:
    chance = np.random.default_rng(6)
    scores = chance.normal(size=(5, 30, 7)).astype(np.float32)
    first, follow = chance.normal(size=7).astype(np.float32), chance.normal(size=(7, 7)).astype(np.float32)
    together = viterbi(scores, [30, 7, 1, 22, 30], first, follow)
    alone = [
        viterbi(scores[row : row + 1, :length], [length], first, follow)[0]
        for row, length in enumerate([30, 7, 1, 22, 30])
    ]
    assert together == alone


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 2], [Chunk(0, 3, 0)]),
        ([1, 1], [Chunk(0, 1, 0), Chunk(1, 2, 0)]),
        ([5, 6, 3, 0, 5], [Chunk(0, 2, 2), Chunk(2, 3, 1), Chunk(4, 5, 2)]),
        ([0, 4], [Chunk(1, 2, 1)]),
        ([1, 4], [Chunk(0, 1, 0), Chunk(1, 2, 1)]),
    ],
    ids=["empty", "nothing", "one", "two-side-by-side", "three-kinds", "inside-without-begin", "inside-of-another"],
)
def test_chunks(tags: list[int], found: list[Chunk]) -> None:
    assert chunks(tags) == found


def test_places_are_signed_and_nought_inside_the_cue() -> None:
    distance, sentence, between = places(6, [(1, 2), (4, 5)], [1, 1, 1, 1, 2, 2])
    middle = distance[0][1]
    assert distance[1][4] == middle
    assert distance[0][0] < middle < distance[0][2] < distance[0][5]
    assert sentence[0].tolist() == [3, 3, 3, 3, 4, 4]
    assert between[0].tolist() == [3, 3, 3, 3, 4, 4]


def _views(*rows: str) -> np.ndarray:
    """Return views of cues: S source, C content, - neither, one letter a word."""
    found = np.full((len(rows), len(rows[0]), 5), 0.01, dtype=np.float32)
    for cue, row in enumerate(rows):
        for word, letter in enumerate(row):
            found[cue, word, {"-": 0, "S": 1, "C": 3}[letter]] = 0.96
    return np.log(found)


def test_each_content_goes_to_the_cue_that_sees_it() -> None:
    marked = [Chunk(0, 1, 0), Chunk(1, 2, 1), Chunk(2, 4, 2), Chunk(4, 5, 0), Chunk(5, 6, 1), Chunk(6, 8, 2)]
    cues = [chunk for chunk in marked if chunk.label == 1]
    links = find_links(marked, cues, _views("S-CC----", "----S-CC"))
    assert [(link.source, link.contents) for link in links] == [
        (marked[0], (marked[2],)),
        (marked[3], (marked[5],)),
    ]
    assert all(0 <= link.score <= 1 for link in links)


def test_two_cues_may_share_a_source() -> None:
    marked = [Chunk(0, 1, 0), Chunk(1, 2, 1), Chunk(2, 3, 2), Chunk(3, 4, 1), Chunk(4, 5, 2)]
    links = find_links(marked, [marked[1], marked[3]], _views("S-C--", "S---C"))
    assert [link.source for link in links] == [marked[0], marked[0]]


def test_a_cue_that_sees_no_source_has_none() -> None:
    marked = [Chunk(0, 1, 0), Chunk(1, 2, 1), Chunk(2, 3, 2)]
    (link,) = find_links(marked, [marked[1]], _views("--C"))
    assert link.source is None


def test_content_without_any_cue_has_nobody() -> None:
    content = Chunk(0, 2, 2)
    (link,) = find_links([content], [], None)
    assert (link.source, link.cue, link.contents) == (None, None, (content,))


def test_the_second_look_follows_the_strongest_view_and_leaves_cues_alone() -> None:
    flat = np.zeros((3, 7), dtype=np.float32)
    moved = second_look(flat, _views("--C", "S--"))
    assert moved[0].argmax() == 1
    assert moved[2].argmax() == 5
    assert np.array_equal(moved[:, [0, 3, 4]], flat[:, [0, 3, 4]])


def test_chances_add_up() -> None:
    chances = np.exp(log_chances(np.array([[1.0, 900.0], [0.0, 0.0]], dtype=np.float32)))
    assert chances.sum(axis=1).tolist() == pytest.approx([1, 1])
