"""Quotation marks: which stretches are quotes, how they nest and run on, and what kind they are."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Quote, Span
from crosswire.read.quotes import find_quotes


def lines(text: str) -> list[Span]:
    spans, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(place, place + len(line)))
        place += len(line) + 1
    return spans


def quotes_of(text: str, first: int = 1) -> list[Quote]:
    spans = lines(text)
    return find_quotes(text, spans, list(range(first, first + len(spans))))


def words_of(text: str) -> list[str]:
    return [quote.span.of(text) for quote in quotes_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"We will go," she said.', ['"We will go,"'], id="straight"),
        pytest.param("“We will go,” she said.", ["“We will go,”"], id="curly"),
        pytest.param("« We will go », she said.", ["« We will go »"], id="guillemets-with-spaces"),
        pytest.param("Er sagte: „Wir gehen“ und ging.", ["„Wir gehen“"], id="low-high"),
        pytest.param("''We will go,'' she said.", ["''We will go,''"], id="doubled-apostrophes"),
        pytest.param("``We will go,'' she said.", ["``We will go,''"], id="latex-marks"),
        pytest.param("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”", "‘no’"], id="single-in-double"),
        pytest.param("\"He said 'no' twice,\" she said.", ["\"He said 'no' twice,\"", "'no'"], id="straight-nested"),
        pytest.param("Talks 'useless', says envoy", ["'useless'"], id="headline-single"),
        pytest.param("“One,” and “two.”", ["“One,”", "“two.”"], id="two-in-a-line"),
        pytest.param("Minister says 'soldiers' pay' is late", ["'soldiers' pay'"], id="plural-inside-single"),
    ],
)
def test_quotes_found(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norland's envoy met the soldiers' families.", id="possessives"),
        pytest.param("In the ’90s and the '80s they didn't talk.", id="decades-and-contractions"),
        pytest.param("Get 'em home, said nobody.", id="elision"),
        pytest.param("The shell was 6' long, 2\" wide.", id="feet-and-inches"),
        pytest.param("No marks at all.", id="none"),
        pytest.param('"""""""" a rule of marks', id="run-of-marks"),
    ],
)
def test_no_quote(text: str) -> None:
    assert words_of(text) == []


def test_speech_over_paragraphs_is_linked() -> None:
    text = "“We went.\n“We came back.\n“We stayed,” he said."
    found = quotes_of(text)
    assert [quote.continues for quote in found] == [None, 0, 1]
    assert [quote.span.of(text) for quote in found] == ["“We went.", "“We came back.", "“We stayed,”"]


def test_lost_mark_ends_at_its_paragraph() -> None:
    text = "“We went home.\nThe report goes on. It is long.\n“Fine,” he said."
    assert words_of(text) == ["“We went home.", "“Fine,”"]
    assert all(quote.continues is None for quote in quotes_of(text))


def test_lost_mark_ends_before_the_next_quote_of_its_kind() -> None:
    assert words_of("“We went, he said. “We came,” he added.") == ["“We went, he said.", "“We came,”"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The “historic” deal failed.", "scare", id="scare-word"),
        pytest.param("Envoys called it “historic” on Monday.", "speech", id="word-under-a-cue"),
        pytest.param("“We will not go there,” he said.", "speech", id="speech"),
        pytest.param("She wrote the novel “Winter Harbour” in 1990.", "title", id="work"),
        pytest.param("— Why now?", "none", id="one-dashed-line-is-no-dialogue"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [quote.kind for quote in quotes_of(text)] == ([] if kind == "none" else [kind])


def test_dashed_exchange_is_dialogue() -> None:
    text = "A play in two lines.\n— Shall we sign?\n— After lunch.\nAnd so on."
    assert [(quote.kind, quote.inner.of(text)) for quote in quotes_of(text)] == [
        ("dialogue", "Shall we sign?"),
        ("dialogue", "After lunch."),
    ]


def test_list_of_points_is_no_dialogue() -> None:
    assert quotes_of("- Bread\n- Water\n- Salt") == []


def test_parent_is_the_enclosing_quote() -> None:
    assert [quote.parent for quote in quotes_of("“He said ‘no’ twice,” she said.")] == [None, 0]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .,?\n\"'“”‘’«»„`—", max_size=120))
def test_any_marks_resolve(text: str) -> None:
    found = quotes_of(text)
    for index, quote in enumerate(found):
        assert 0 <= quote.start <= quote.inner.start < quote.inner.end <= quote.end <= len(text)
        assert quote.parent is None or (quote.parent < index and found[quote.parent].span.covers(quote.span))
        assert quote.continues is None or quote.continues < index
    assert found == sorted(found, key=lambda quote: (quote.start, -quote.end))


@pytest.mark.slow
@pytest.mark.parametrize("unit", ['"', "'", "“", "(", "''", "a' ", "'a ", "” ", "“a ", '"a" '])
def test_linear_on_a_megabyte(unit: str) -> None:
    small, large = unit * (100_000 // len(unit)), unit * (1_000_000 // len(unit))
    times = []
    for text in (small, large):
        started = time.process_time()
        find_quotes(text, [Span(0, len(text))], [1])
        times.append(time.process_time() - started)
    # Ten times the text may cost up to thirty times the time on a busy machine; a quadratic scan costs a hundred.
    assert times[1] < 30 * times[0] + 0.5
