"""Readings held in less room say what they said, and weighing makes the same of them."""

import datetime as dt

import msgspec
import pytest

from crosswire.model import Article, Reading
from crosswire.model.sharing import for_weighing, share
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

TEXT = (
    "The Lake Front said it would release 40 prisoners by Friday and that Varga had agreed. Harbour Radio said that "
    "Anna Varga, the governor of Lakeport, rejected the offer. “We never agreed to that,” she said."
)


@pytest.fixture(scope="module")
def read() -> tuple[Article, Reading]:
    article = Article("a1", TEXT, "Prisoners", "Hill Times", published=dt.date(2031, 3, 3))
    return article, read_article(article, load())


def opened(reading: Reading) -> Reading:
    """The reading as a store opens it: with words of its own."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(reading), type=Reading)


def test_what_is_shared_is_equal(read: tuple[Article, Reading]) -> None:
    assert share(opened(read[1])) == read[1]


def test_one_sentence_and_one_word_are_held_once(read: tuple[Article, Reading]) -> None:
    said = share(opened(read[1])).statements
    assert len(said) > len({id(one.evidence) for one in said}) == len({one.evidence for one in said})
    names = [one.article for one in said] + [one.evidence.article for one in said]
    assert len({id(name) for name in names}) == 1
    stems = [stem for one in said for stem in (*one.terms, *one.core)]
    assert len({id(stem) for stem in stems}) == len(set(stems))


def test_weighing_makes_the_same_of_what_it_asks_for(read: tuple[Article, Reading]) -> None:
    article, reading = read
    lean = for_weighing(reading)
    assert not lean.mentions
    assert not lean.figures
    assert any(one.via for one in lean.attributions)
    assert weigh([article], [lean]) == weigh([article], [reading])
