"""The whole encoder; needs the extra `reader` and the weights that ship."""

import multiprocessing
import pickle
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from crosswire.errors import ModelError
from crosswire.model import Article, Region
from crosswire.packs import load as load_packs
from crosswire.pipeline import read_all
from crosswire.read import EncoderAnnotator, read_article, read_together
from crosswire.read.encoder import Encoder, Found, load
from crosswire.read.encoder.encoder import MODELS, WEIGHTS
from crosswire.read.segment import segment

PACKS = load_packs("core", "negotiation")
needs_runtime = pytest.mark.usefixtures("runtime")
TEXT = (
    "Harbour talks resume\n\n"
    "The port union said on Tuesday that it would return to talks with Calder Shipping. "
    "“We have never walked away,” Mara Voss, the union’s chief negotiator, told reporters in Port Ellery. "
    "According to two officials, the firm has offered a rise of 4 percent.\n\n"
    "Calder Shipping declined to comment. The harbour opened in 1911 and lies on the northern shore."
)


@pytest.fixture
def runtime() -> None:
    if find_spec("openvino") is None:
        pytest.skip("the trained encoder needs the extra `reader`")
    if not (MODELS / WEIGHTS).is_file():
        pytest.skip("no weights in this checkout")


def _read(encoder: Encoder, text: str = TEXT) -> Found:
    article = Article("a", text)
    return encoder.read(article, segment(article)[0])


def _in_process(folder: Path | None) -> bytes:
    return pickle.dumps(_read(load(folder)))


@needs_runtime
def test_who_said_what() -> None:
    found = _read(load())
    said = {
        tuple(TEXT[s.start : s.end] for s in link.sources): " … ".join(TEXT[s.start : s.end] for s in link.contents)
        for link in found.attributions
    }
    assert "“We have never walked away,”" in said.values()
    assert any("it would return to talks" in content for content in said.values())
    by_source = {source[0]: content for source, content in said.items() if source}
    assert next(content for source, content in by_source.items() if "Voss" in source) == "“We have never walked away,”"
    assert "4 percent" in next(content for source, content in by_source.items() if "officials" in source)


@needs_runtime
def test_narration_is_nobody_s_words() -> None:
    found = _read(load(), "The harbour opened in 1911. It lies on the northern shore. Rain fell all week.")
    assert found.attributions == ()


@needs_runtime
def test_names_and_dates() -> None:
    found = _read(load())
    named = {(TEXT[entity.span.start : entity.span.end], entity.kind) for entity in found.entities}
    assert {("Mara Voss", "person"), ("Tuesday", "date"), ("Calder Shipping", "organisation")} <= named
    assert not any("harbour" in name for name, _ in named)


@needs_runtime
def test_spans_lie_in_sentences_and_hold_words() -> None:
    text = "Title with 😀 signs\n\n“Nobody — nobody! — told us,” José Ibarra said.\n\n" + "x" * 5000 + " ((((( “““"
    article = Article("a", text, regions=(Region(0, 20, "title"), Region(20, len(text), "body")))
    sentences = segment(article)[0]
    found = load().read(article, sentences)
    spans = [s for link in found.attributions for s in (*link.sources, *link.cues, *link.contents)]
    spans += [entity.span for entity in found.entities]
    assert spans
    for span in spans:
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        assert any(s.start <= span.start < s.end for s in sentences)


@needs_runtime
def test_the_same_bytes_in_any_process_and_whatever_was_read_before() -> None:
    encoder = load()
    before = pickle.dumps(_read(encoder))
    _read(encoder, TEXT[100:] * 3)
    again = pickle.dumps(_read(encoder))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        apart = pool.map(_in_process, [None, None])
    assert {before, again, *apart} == {before}


@needs_runtime
def test_an_article_reads_the_same_whatever_is_read_beside_it() -> None:
    filler = "The ferry leaves at noon, and two officials said that the road is closed to lorries. "
    texts = ["", TEXT, TEXT[150:], filler * 40, "Voss refused to sign.", TEXT[24:] + "\n\n" + filler * 3]
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    reader = EncoderAnnotator(load())
    alone = [read_article(one, PACKS, reader) for one in articles]
    assert sum(len(one.statements) for one in alone) > 20
    assert read_together(articles, PACKS, reader) == alone
    assert read_together(articles[::-1], PACKS, reader) == alone[::-1]
    assert list(read_all(articles, PACKS, reader)) == alone


@needs_runtime
def test_a_paragraph_reads_the_same_whatever_comes_much_later() -> None:
    encoder = load()
    filler = "The ferry leaves at noon and the road is closed to lorries."
    first, second = (_read(encoder, "\n\n".join([TEXT, *([filler] * times)])) for times in (20, 60))
    end = TEXT.index("Calder Shipping declined")
    early = [[a for a in found.attributions if a.cues and a.cues[0].end < end] for found in (first, second)]
    assert early[0]
    assert early[0] == early[1]


@needs_runtime
def test_a_pickled_encoder_is_a_few_bytes_and_reads_alike() -> None:
    encoder = load()
    found = _read(encoder)
    sent = pickle.dumps(encoder)
    assert len(sent) < 1000
    assert _read(pickle.loads(sent)) == found


@needs_runtime
@pytest.mark.parametrize("text", ["", "...", "(" * 2000, "“" * 500])
def test_text_without_words_says_nothing(text: str) -> None:
    assert _read(load(), text).attributions == ()


@needs_runtime
@pytest.mark.slow
def test_long_odd_text_takes_linear_time() -> None:
    encoder = load()
    took = []
    for size in (20_000, 40_000):
        started = time.process_time()
        _read(encoder, "a said b " * (size // 9))
        took.append(time.process_time() - started)
    assert took[1] < 4 * took[0]


def test_missing_weights_say_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"expected weights\.npz.*training/reader"):
        load(tmp_path)


def test_broken_weights_are_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS).write_bytes(b"no archive")
    (tmp_path / "pieces.txt").write_text("[UNK]\n[CLS]\n[SEP]\n")
    with pytest.raises(ModelError, match="can be read"):
        _read(load(tmp_path))


def test_the_version_is_a_hash_of_the_files(tmp_path: Path) -> None:
    (tmp_path / WEIGHTS).write_bytes(b"one")
    (tmp_path / "pieces.txt").write_text("[UNK]\n")
    (tmp_path / "acts.npz").write_bytes(b"acts")
    (tmp_path / "meaning.npz").write_bytes(b"meaning")
    one = load(tmp_path).version
    assert one == load(tmp_path).version
    (tmp_path / "acts.npz").write_bytes(b"other acts")
    assert load(tmp_path).version != one
    (tmp_path / "acts.npz").write_bytes(b"acts")
    (tmp_path / "meaning.npz").write_bytes(b"other meaning")
    assert load(tmp_path).version != one
    (tmp_path / "meaning.npz").write_bytes(b"meaning")
    (tmp_path / WEIGHTS).write_bytes(b"two")
    assert load(tmp_path).version != one
