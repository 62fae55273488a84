"""Tokens, stems, verb forms and shingles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Span
from crosswire.text.shingles import containment, jaccard, shingle_spans, shingles
from crosswire.text.stems import singular, stem
from crosswire.text.tokens import terms, tokens, words
from crosswire.text.verbs import all_forms, lemma_of, verb_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1,200 men", ["1,200", "men"], id="grouped-number-is-one"),
        pytest.param("the U.S. envoy's", ["the", "U.S.", "envoy's"], id="acronym-and-possessive-are-one"),
        pytest.param("cease-fire—now", ["cease-fire", "—", "now"], id="hyphen-joins-dash-parts"),
        pytest.param("“Yes”", ["“", "Yes", "”"], id="quotes-stand-alone"),
        pytest.param("", [], id="empty"),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in tokens(text)] == expected


def test_words_fold_case_and_possessives_but_keep_negations() -> None:
    assert words("Kyiv’s envoys DON’T") == ["kyiv", "envoys", "don't"]


def test_terms_leave_function_words_out_and_join_number_spellings() -> None:
    assert terms("The 1,200 men of the 1200") == ("1200", "man")


@pytest.mark.parametrize(
    "family",
    [
        ("negotiate", "negotiates", "negotiated", "negotiating", "negotiation", "negotiations", "negotiator"),
        ("attack", "attacks", "attacked", "attacking"),
        ("withdraw", "withdrew", "withdrawn", "withdrawal"),
        ("propose", "proposed", "proposal", "proposals"),
        ("stop", "stopped", "stopping"),
        ("child", "children"),
        ("die", "died", "dies", "dying"),
    ],
    ids=lambda family: family[0],
)
def test_forms_of_a_word_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("prisoner", "prison"), ("person", "prison"), ("party", "part")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("bodies", "body"), ("troops", "troop"), ("women", "woman"), ("houses", "house"), ("boxes", "box"), ("gas", "gas"),
     ("series", "series"), ("crisis", "crisis"), ("buses", "bus"), ("causes", "cause"), ("ties", "tie")],
)  # fmt: skip
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("lemma", "third", "past", "participle", "gerund"),
    [
        pytest.param("say", "says", "said", "said", "saying", id="irregular"),
        pytest.param("deny", "denies", "denied", "denied", "denying", id="consonant-y"),
        pytest.param("play", "plays", "played", "played", "playing", id="vowel-y-stays"),
        pytest.param("admit", "admits", "admitted", "admitted", "admitting", id="final-stress-doubles"),
        pytest.param("visit", "visits", "visited", "visited", "visiting", id="first-stress-does-not"),
        pytest.param("swap", "swaps", "swapped", "swapped", "swapping", id="short-syllable-doubles"),
        pytest.param("agree", "agrees", "agreed", "agreed", "agreeing", id="double-e-stays"),
        pytest.param("accuse", "accuses", "accused", "accused", "accusing", id="silent-e-drops"),
        pytest.param("veto", "vetoes", "vetoed", "vetoed", "vetoing", id="o-takes-es"),
        pytest.param("lie", "lies", "lay", "lain", "lying", id="ie-becomes-y"),
        pytest.param("panic", "panics", "panicked", "panicked", "panicking", id="c-takes-k"),
        pytest.param("call for", "calls for", "called for", "called for", "calling for", id="first-word-inflects"),
        pytest.param("be", "is", "was", "been", "being", id="be"),
    ],
)
def test_verb_forms(lemma: str, third: str, past: str, participle: str, gerund: str) -> None:
    forms = verb_forms(lemma)
    assert (forms.third, forms.past, forms.participle, forms.gerund) == (third, past, participle, gerund)


def test_given_irregular_forms_win() -> None:
    assert verb_forms("plead", ("pled",)).participle == "pled"


def test_all_forms_hold_both_spellings() -> None:
    assert {"travelled", "traveled"} <= set(all_forms("travel"))
    assert {"were", "are", "am"} <= set(all_forms("be"))


def test_only_irregular_forms_have_a_looked_up_lemma() -> None:
    assert lemma_of("Withdrew") == "withdraw"
    assert lemma_of("walked") is None


def test_shingles_ignore_case_quotes_and_punctuation() -> None:
    assert shingles("“They’re gone,” he said") == shingles("THEY'RE gone he - said.")


def test_shingles_do_not_cross_a_masked_span() -> None:
    text = "one two three four five six seven"
    assert shingle_spans(text, 2, [Span(8, 13)]) == [
        entry for entry in shingle_spans(text, 2) if entry[2] <= 8 or entry[1] >= 13
    ]


def test_word_order_matters() -> None:
    assert not shingles("a b c", 3) & shingles("c b a", 3)


def test_shingles_are_the_same_on_every_run() -> None:
    assert sorted(shingles("the envoys met again in the morning", 5))[0] == 143828364123351845


@given(st.text(max_size=200), st.integers(1, 6))
def test_shingle_spans_stand_where_they_say(text: str, size: int) -> None:
    for code, start, end in shingle_spans(text, size):
        assert 0 <= start < end <= len(text)
        assert code in shingles(text[start:end], size)


def test_overlap_measures() -> None:
    a, b = frozenset({1, 2, 3, 4}), frozenset({3, 4, 5})
    assert containment(a, b) == 0.5
    assert jaccard(a, b) == 0.4
    assert containment(frozenset(), b) == jaccard(frozenset(), frozenset()) == 0.0
