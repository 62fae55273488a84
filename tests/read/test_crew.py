"""Several processes read what one reads, in the same order; what cannot be read is told as it is by one."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from crosswire.errors import ModelError, SourceError
from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import Job, run
from crosswire.read import Crew, EncoderAnnotator, is_worth_a_crew, read_alone, read_article
from crosswire.read.encoder import Encoder
from crosswire.read.encoder.encoder import ACTS, MEANING, PIECES, WEIGHTS

PACKS = load("core", "negotiation")
ARTICLES = [
    Article(str(number), f"“We will release {number} prisoners,” said Elena Roe, a minister of Chile.")
    for number in range(2, 23)
]


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with Crew(PACKS, None, 2) as found:
        yield found


def test_a_crew_reads_what_one_process_reads(crew: Crew) -> None:
    alone = [read_article(one, PACKS) for one in ARTICLES]
    assert list(crew.read(ARTICLES)) == alone == list(read_alone(ARTICLES, PACKS, None))


def test_a_crew_reads_again_and_may_have_nothing_to_read(crew: Crew) -> None:
    assert list(crew.read([])) == []
    assert [one.article for one in crew.read(ARTICLES[:3])] == ["2", "3", "4"]


def test_what_was_begun_comes_in_the_order_asked_for(crew: Crew) -> None:
    for one in reversed(ARTICLES):
        crew.begin(one)
    assert list(crew.read(ARTICLES)) == list(read_alone(ARTICLES, PACKS, None))


def test_an_article_that_changed_since_it_was_begun_is_read_as_it_is(crew: Crew) -> None:
    for one in ARTICLES[:8]:
        crew.begin(one)
    changed = Article("2", "Talks began.")
    assert list(crew.read([changed])) == [read_article(changed, PACKS)]


def test_what_was_shared_out_is_read_beside_other_work_and_once(crew: Crew) -> None:
    for one in ARTICLES[:8]:
        crew.begin(one)
    changed = [Article("2", "Talks began."), *ARTICLES[1:]]
    crew.share_out(changed)
    crew.share_out(changed)
    crew.share_out([])
    assert list(crew.read(changed)) == list(read_alone(changed, PACKS, None))


def test_weights_that_are_missing_are_told_by_the_first_reading(tmp_path: Path) -> None:
    for name in (WEIGHTS, ACTS, MEANING):
        (tmp_path / name).write_bytes(b"nothing")
    (tmp_path / PIECES).write_text("[UNK]\n[CLS]\n[SEP]\n", encoding="utf-8")
    if find_spec("openvino") is None:
        pytest.skip("the trained encoder needs the extra `reader`")
    with Crew(PACKS, EncoderAnnotator(Encoder(tmp_path)), 2) as crew, pytest.raises(ModelError, match="weights"):
        list(crew.read(ARTICLES))


def test_few_articles_are_read_by_one_process() -> None:
    assert not is_worth_a_crew(79, None)
    assert is_worth_a_crew(80, None)


def test_reports_that_cannot_be_opened_end_the_run_with_its_crew(tmp_path: Path) -> None:
    for number in range(80):
        (tmp_path / f"{number}.txt").write_text("", encoding="utf-8")
    with pytest.raises(SourceError, match="no report could be read"):
        run(Job(paths=(str(tmp_path),), jobs=2, fast=True))
