"""The verifier refuses every way a line can say more than its sources."""

import datetime as dt

import pytest

from crosswire.assess.verify import keep_verified, verify_line
from crosswire.model import Article, Evidence, Line, LineKind, Part, Section, Span

TEXT = "Defence Minister Ilse Varga met envoys on Monday. She said: “We will free 1,200 prisoners.” The talks go on."
ARTICLE = Article(id="a1", text=TEXT, published=dt.date(2025, 6, 4), outlet="Harbour Post")
ARTICLES = {"a1": ARTICLE}


def at(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence.cut("a1", TEXT, Span(start, start + len(words)))


def line(*parts: Part, kind: LineKind = "reported", evidence: tuple[Evidence, ...] | None = None) -> Line:
    spans = evidence if evidence is not None else tuple(part.evidence for part in parts if part.evidence)
    text = "".join(part.text for part in parts)
    return Line("l1", kind, text, parts, spans)


def verbatim(words: str) -> Part:
    return Part("verbatim", words, at(words))


def test_a_sentence_as_it_stands_passes() -> None:
    assert verify_line(line(verbatim("The talks go on.")), ARTICLES) == []


def test_a_resolved_pronoun_and_date_pass() -> None:
    said = line(Part("resolved", "[Ilse Varga]", at("Ilse Varga")), verbatim(" said: “We will free 1,200 prisoners.”"))
    dated = line(
        verbatim("Defence Minister Ilse Varga met envoys on Monday"),
        Part("resolved", " [2 June 2025]"),
        Part("ours", "."),
    )
    assert verify_line(said, ARTICLES) == []
    assert verify_line(dated, ARTICLES) == []


def test_a_dropped_capital_in_brackets_passes() -> None:
    capital = Part("resolved", "[M]", at("m"))
    assert verify_line(line(capital, Part("verbatim", "et envoys", at("et envoys"))), ARTICLES) == []


WRONG = {
    "no-evidence": line(Part("ours", "Nothing to see."), kind="assessed"),
    "words-differ": line(Part("verbatim", "The talks go off.", at("The talks go on."))),
    "verbatim-without-a-place": line(Part("verbatim", "The talks go on."), evidence=(at("The talks go on."),)),
    "name-that-stands-elsewhere": line(Part("resolved", "[Ilse Varga]", at("envoys")), verbatim(" said")),
    "wrong-date": line(
        verbatim("Defence Minister Ilse Varga met envoys on Monday"),
        Part("resolved", " [3 June 2025]"),
        Part("ours", "."),
    ),
    "bracket-missing": line(Part("resolved", "Ilse Varga", at("Ilse Varga")), verbatim(" said")),
    "our-number": line(Part("ours", "About 900 of them: "), verbatim("1,200 prisoners"), kind="assessed"),
    "our-name": line(Part("ours", "As Brezhnev put it, "), verbatim("The talks go on."), kind="assessed"),
    "invented-quotation": line(
        Part("ours", "She said “we will fight on”."), kind="assessed", evidence=(at("She said"),)
    ),
    "unknown-article": line(Part("verbatim", "Peace", Evidence("zz", 0, 5, "Peace"))),
    "text-changed": line(Part("verbatim", "truce", Evidence("a1", 0, 5, "truce"))),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_line_that_adds_anything_is_refused(wrong: Line) -> None:
    assert verify_line(wrong, ARTICLES)


def test_parts_must_add_up_to_the_text() -> None:
    part = verbatim("The talks go on.")
    assert verify_line(Line("l1", "reported", "The talks go on and on.", (part,), (at("The talks go on."),)), ARTICLES)


def test_our_words_may_use_names_and_counts_of_the_dossier() -> None:
    ours = line(Part("ours", "Harbour Post quotes 3 voices."), kind="assessed", evidence=(at("Ilse Varga"),))
    assert verify_line(ours, ARTICLES, frozenset({"Harbour", "Post", "3"})) == []
    assert verify_line(ours, ARTICLES, frozenset({"Harbour", "Post"}))


def test_a_name_with_a_hyphen_is_one_name() -> None:
    words = "They are opposed: Ilse-Varga rejects it."
    told = line(Part("ours", words), kind="assessed", evidence=(at("The talks go on."),))
    assert verify_line(told, ARTICLES, frozenset({"Ilse-Varga"})) == []
    other = line(Part("ours", words.replace("They", "Both of Ilse-Varga")), kind="assessed", evidence=(at("envoys"),))
    assert verify_line(other, ARTICLES)


def test_what_stands_under_a_line_that_fails_falls_with_it() -> None:
    below = Line(
        "l2", "reported", "The talks go on.", (verbatim("The talks go on."),), (at("The talks go on."),), level=1
    )
    after = line(verbatim("She said"))
    bad = line(Part("ours", "Nothing to see."), kind="assessed")
    kept, wrong = keep_verified(Section("gaps", "Gaps", (bad, below, after)), ARTICLES, frozenset())
    assert [one.text for one in kept.lines] == ["She said"]
    assert wrong
