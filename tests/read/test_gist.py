"""What statements mean, in a few numbers: close where two say the same, far where they do not."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from crosswire.errors import ModelError
from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article
from crosswire.read.encoder import load as load_encoder
from crosswire.read.encoder.encoder import MODELS, WEIGHTS
from crosswire.read.encoder.gist import Gist
from crosswire.read.segment import segment


@pytest.fixture
def runtime() -> None:
    if find_spec("openvino") is None:
        pytest.skip("the trained encoder needs the extra `reader`")
    if not (MODELS / WEIGHTS).is_file():
        pytest.skip("no weights in this checkout")


def meant(text: str) -> np.ndarray:
    """Return the unit vector of an article of one sentence."""
    sentences, _ = segment(Article("a", text))
    sight = load_encoder().look(Article("a", text), sentences)[1]
    row = np.frombuffer(sight.meanings([sentences]), dtype=np.int8).astype(np.float64)
    return row / np.linalg.norm(row)


@pytest.mark.usefixtures("runtime")
def test_other_words_for_the_same_are_nearer_than_the_same_matter() -> None:
    texts = (
        "The town council approved the new harbour bridge on Monday night.",
        "Councillors voted on Monday to build a second bridge over the port.",
        "The harbour was closed on Monday night after a ferry lost its rudder.",
    )
    one, same, other = map(meant, texts)
    assert one @ same > one @ other + 0.1


@pytest.mark.usefixtures("runtime")
def test_a_reading_holds_a_row_for_each_statement_and_by_rules_none() -> None:
    article = Article("a", "The union rejected the offer on Friday. “We want talks,” said Mara Voss, its chief.")
    reading = read_article(article, load(), choose_annotator())
    size = Gist(MODELS / "meaning.npz").of(np.zeros((1, 768), dtype=np.float32)).shape[1]
    assert len(reading.statements) > 1
    assert len(reading.meanings) == len(reading.statements) * size
    assert read_article(article, load()).meanings == b""


def test_no_words_mean_nothing() -> None:
    assert not Gist(MODELS / "meaning.npz").of(np.zeros((2, 768), dtype=np.float32)).any()
    assert len(Gist(MODELS / "meaning.npz").of(np.zeros((0, 768), dtype=np.float32))) == 0


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="meanings"):
        Gist(tmp_path / "meaning.npz").of(np.zeros((1, 768), dtype=np.float32))
