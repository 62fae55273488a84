"""The words of the main clause."""

import time

import pytest

from crosswire.model import Span
from crosswire.read.core import core_terms
from crosswire.read.term_index import index_terms
from crosswire.text.tokens import terms


def core(text: str) -> tuple[str, ...]:
    return core_terms(text, [Span(0, len(text))])


MAIN = {
    "leading-adverbial": ("On Friday, the mayor resigned from the harbour board.", "the mayor resigned harbour board"),
    "after-clause": ("The mayor resigned from the board after reports of fraud.", "mayor resigned board"),
    "participle": ("The mayor resigned from the board, following reports of fraud.", "mayor resigned board"),
    "relative-clause": ("The mayor, who denies fraud, resigned from the board.", "mayor resigned board"),
    "apposition": ("Anna Roe, the mayor of Orm, resigned from the board.", "Anna Roe resigned board"),
    "aside": ("The mayor (a former sailor) resigned from the board.", "mayor resigned board"),
    "dashes": ("The mayor — a former sailor — resigned from the board.", "mayor resigned board"),
    "source-behind": ("The mayor resigned from the board, according to two aides.", "mayor resigned board"),
    "dateline": ("ORM, Arland, May 4 (Lake Agency) - The mayor resigned from the board.", "mayor resigned board"),
    "short-dateline": ("PORT ORM — The mayor resigned from the board.", "mayor resigned board"),
    "capitals-are-no-dateline": ("ORM FC resigned from the board on a Monday.", "ORM FC resigned board Monday"),
    "that": ("that the mayor resigned from the board", "mayor resigned board"),
}


@pytest.mark.parametrize(("text", "main"), MAIN.values(), ids=MAIN.keys())
def test_only_the_main_clause_is_left(text: str, main: str) -> None:
    assert core(text) == terms(main)


WHOLE = {
    "nothing-to-cut": "The mayor resigned from the harbour board.",
    "numbers-keep-their-comma": "They freed 1,000 prisoners.",
    "too-short-to-cut": "Talks stalled after rain.",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_plain_clauses_keep_every_word(text: str) -> None:
    assert core(text) == terms(text)


@pytest.mark.parametrize("text", [*(text for text, _ in MAIN.values()), *WHOLE.values()])
def test_a_sentence_has_the_same_core_inside_an_article(text: str) -> None:
    before = "Rain fell (again). "
    article = f"{before}{text} Nobody was hurt, the mayor — a sailor — said."
    span = Span(len(before), len(before) + len(text))
    assert core_terms(article, [span], index_terms(article)) == core(text)


def test_words_cut_by_the_edge_of_what_is_said_are_read_as_they_stand() -> None:
    text = "The harbourmaster resigned from the board"
    assert core_terms(text, [Span(4, 11), Span(18, len(text))]) == terms("harbour resigned board")


def test_broken_contents_are_read_as_one() -> None:
    text = '"The board," she said, "has resigned."'
    assert core_terms(text, [Span(0, 12), Span(23, len(text))]) == terms("board resigned")


@pytest.mark.parametrize("unit", ["(", "—", ", who a", " after", "a a ", "1,", "on "])
def test_linear_on_any_input(unit: str) -> None:
    begun = time.process_time()
    core(unit * (1_000_000 // len(unit)))
    assert time.process_time() - begun < 2
