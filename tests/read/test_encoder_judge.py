"""What tells acts: trained layers over the encoder's states; needs the extra `reader` and the weights that ship."""

import re
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from crosswire.errors import ModelError
from crosswire.model import Article, Span
from crosswire.packs import load as load_packs
from crosswire.read import choose_annotator, read_article
from crosswire.read.encoder import load
from crosswire.read.encoder.encoder import MODELS, WEIGHTS
from crosswire.read.encoder.judge import ACTS, CUT, Judge, Stretch
from crosswire.read.encoder.sight import Sight
from crosswire.read.segment import segment

PACKS = load_packs("core", "negotiation")


@pytest.fixture(autouse=True)
def runtime() -> None:
    if find_spec("openvino") is None:
        pytest.skip("the trained encoder needs the extra `reader`")
    if not (MODELS / WEIGHTS).is_file():
        pytest.skip("no weights in this checkout")


def sight_of(text: str) -> Sight:
    article = Article("a", text)
    return load().look(article, segment(article)[0])[1]


def best(text: str) -> str:
    judgement = sight_of(text).at([[Span(0, len(text))]])[0]
    assert judgement is not None
    return max(judgement.acts, key=lambda act: judgement.acts[act])


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Chile demanded that Peru take its patrol boats off the lake.", "DEMAND"),
        ("The glass workers turned down the company's last bid.", "REJECT"),
        ("Bolivia and Chile put their names to a treaty on water.", "AGREE_JOINT"),
        ("The frigate's crew was set free by the rebels on Monday.", "RELEASE"),
        ("The governor called the verdict a disgrace.", "CONDEMN"),
        ("The orchestra's new hall seats nine hundred people.", "none"),
        ("The board has the authority to approve or reject such plans.", "none"),
    ],
)
def test_acts_of_plain_sentences(text: str, act: str) -> None:
    assert best(text) == act


@pytest.mark.parametrize(
    "text",
    [
        "The agency has the authority to approve such mergers.",
        "The orchestra's new hall seats nine hundred people.",
    ],
)
def test_words_of_acts_that_perform_none(text: str) -> None:
    reading = read_article(Article("a", text), PACKS, choose_annotator())
    assert [one.act for one in reading.statements if one.act != "STATE"] == []


def test_chances_are_chances() -> None:
    judgement = sight_of("Chile offered Peru a share of the water.").at([[Span(0, 40)]])[0]
    assert judgement is not None
    assert set(judgement.acts) == set(ACTS)
    assert sum(judgement.acts.values()) == pytest.approx(1)
    assert sum(judgement.reales.values()) == pytest.approx(1)
    sources = [word for word, chance in zip(judgement.words, judgement.sources, strict=True) if chance > 0.5]
    assert sources == [Span(0, 5)]


def test_a_stretch_without_words_is_not_judged() -> None:
    sight = sight_of("Chile offered Peru a share.")
    assert sight.at([[Span(5, 6)], []]) == [None, None]
    assert sight.at([]) == []
    assert sight_of("").at([[Span(0, 9)]]) == [None]


def test_a_long_stretch_is_cut() -> None:
    text = "Chile offered Peru a share. " + "and more of it " * 400
    judgement = sight_of(text).at([[Span(0, len(text))]])[0]
    assert judgement is not None
    assert 10 < len(judgement.words) <= CUT


def test_a_judgement_does_not_depend_on_those_before_it() -> None:
    text = "Chile offered Peru a share. Peru declined at once and in public, said two officials."
    sight = sight_of(text)
    first = sight.at([[Span(0, 27)]])
    sight.at([[Span(28, len(text))]])
    assert sight.at([[Span(0, 27)]]) == first


def test_a_judgement_does_not_depend_on_those_beside_it() -> None:
    text = " ".join(f"Chile offered Peru {number} boats, and {'more ' * (number % 9)}ropes." for number in range(23))
    sight = sight_of(text)
    starts = [match.start() for match in re.finditer("Chile", text)]
    stretches = [[Span(first, last - 1)] for first, last in pairwise([*starts, len(text) + 1])]
    together = sight.at(stretches)
    assert together == [sight.at([one])[0] for one in stretches]
    assert together[::-1] == sight.at(stretches[::-1])
    assert together[5:11] == sight.at(stretches[5:11])


def test_a_glance_spares_what_tells_no_act() -> None:
    text = "The orchestra's new hall seats nine hundred people. Chile demanded that Peru take its boats off the lake."
    sight = sight_of(text)
    stretches = [[Span(0, 51)], [Span(52, len(text))]]
    plain, demand = sight.at(stretches, doubtful=[False, False])
    assert plain is None
    assert demand is not None
    assert sight.at(stretches, doubtful=[True, False])[0] is not None


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"acts\.npz"):
        Judge(tmp_path / "acts.npz").judge([Stretch(np.zeros((1, 384), dtype=np.float32), [Span(0, 1)], [0])])
