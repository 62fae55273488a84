"""The whole reading: contract, determinism, fuzzing, and linear time."""

import datetime as dt
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.model import Article, Reading, Region, Span
from crosswire.packs import load
from crosswire.read import RuleAnnotator, read_article, read_many, reading_key

PACKS = load()
TEXT = (
    "Envoys trade blame over valley truce\n\n"
    "TORRIN, May 14 - Foreign Minister Elena Marković said on Monday that Serbia would release 40 prisoners if Kosovo "
    "reopened the bridge.\n\n"
    "“We will never give up the town,” she said. Kosovo rejected the offer on Tuesday, and its police arrested "
    "two officials. A diplomatic source said the talks would resume next week."
)


def article(text: str = TEXT, identity: str = "a1") -> Article:
    head = text.find("\n\n")
    regions = (Region(0, head, "title"), Region(head + 2, len(text), "body")) if head > 0 else ()
    return Article(identity, text, outlet="Daily Wire", published=dt.date(2024, 5, 15), regions=regions)


def spans_of(value: object) -> Iterable[tuple[int, int]]:
    """Walk a reading and give every pair of offsets in it."""
    if isinstance(value, Span):
        yield value.start, value.end
    elif isinstance(value, msgspec.Struct):
        if {"start", "end"} <= set(value.__struct_fields__) and isinstance(value.start, int):  # type: ignore[attr-defined]
            yield value.start, value.end  # type: ignore[attr-defined]
        for name in value.__struct_fields__:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)


def check(one: Article, reading: Reading) -> None:
    for start, end in spans_of(reading):
        assert 0 <= start <= end <= len(one.text)
    ids = [statement.id for statement in reading.statements]
    assert len(ids) == len(set(ids))
    known = {actor.id for actor in reading.actors}
    for statement in reading.statements:
        statement.evidence.check(one.text)
        assert statement.contents
        assert all(statement.evidence.span.covers(span) for span in statement.contents)
        for help_ in statement.resolved:
            assert statement.evidence.span.covers(Span(help_.start, help_.end))
            if help_.evidence is not None:
                help_.evidence.check(one.text)
        roles = (statement.agent, statement.target, statement.event_agent, statement.event_target)
        assert {role for role in roles if role} <= set(statement.actors) <= known
        assert len(statement.issues) <= 3
        assert statement.mode != "narrated" or (statement.speaker is None and statement.source is None)


def test_a_report_gives_its_statements() -> None:
    reading = read_article(article(), PACKS)
    check(article(), reading)
    found = {(one.act, one.mode) for one in reading.statements}
    assert ("RED_LINE", "direct") in found
    assert ("CONDITION", "indirect") in found
    assert any(one.unnamed == "A diplomatic source" for one in reading.statements)
    assert any(one.headline for one in reading.statements)


def test_the_same_input_gives_the_same_bytes() -> None:
    first, second = (msgspec.json.encode(read_article(article(), PACKS)) for _ in range(2))
    assert first == second


def test_every_reading_carries_its_key() -> None:
    assert read_article(article(), PACKS).key == reading_key(PACKS)
    assert reading_key(PACKS) != reading_key(load("core"))


def test_a_process_pool_maps_like_the_builtin() -> None:
    articles = [article(identity=f"a{number}") for number in range(3)]
    with ProcessPoolExecutor(1) as pool:
        away = list(read_many(articles, PACKS, map=pool.map))
    assert away == list(read_many(articles, PACKS))


def test_another_annotator_fits_the_same_hole() -> None:
    class Mute:
        name = "mute"
        version = "7"

        def annotate(self, article: Article, packs: object) -> Reading:
            return Reading(article.id, "")

    reading = read_article(article(), PACKS, Mute())
    assert reading.statements == ()
    assert "mute-7" in reading.key


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "“", "a", "\u0130", "Said said said."])
def test_odd_texts_are_read(text: str) -> None:
    check(article(text), RuleAnnotator().annotate(article(text), PACKS))
    check(article(text), read_article(article(text), PACKS))


WORDS = st.sampled_from(
    [
        *"Russia Ukraine Kyiv Moscow Umerov Lavrov he she they it we said says denied accused not will".split(),
        *"if on Monday 1,000 prisoners according to Reuters the a of and truce İ ß 2 June must attack’s that".split(),
        *"“ ” \" ' , . ? ; — ( )".split(),
        "\n\n",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=200)))
def test_any_text_is_read_and_every_span_resolves(text: str) -> None:
    check(article(text), read_article(article(text), PACKS))


@pytest.mark.parametrize("unit", ["(", "“", "1 ", "a a a ", "said ", "Russia ", "want ", "if, ", "-", "'s "], ids=repr)
def test_statements_take_linear_time(unit: str) -> None:
    from crosswire.read.statements import find_statements

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        one = Article("a", text)
        reading = Reading("a", "", (Span(0, len(text)),), (1,))
        start = time.process_time()
        find_statements(one, reading, PACKS)
        return time.process_time() - start

    assert seconds(200_000) < 2
