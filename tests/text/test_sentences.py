"""Sentence and paragraph boundaries of news English."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.sentences import paragraphs, sentence_at, split_sentences

BASIL = Path(__file__).resolve().parents[2].parent / "shared/data/basil/basil.jsonl"


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["The envoys met.", "They left."], id="full-stop-and-capital"),
        pytest.param(["Mr. Orlov met Lt. Gen. Haas.", "They spoke."], id="titles-end-nothing"),
        pytest.param(["The U.S. envoy left at 5 p.m. Monday.", "He slept."], id="acronym-before-a-name-ends-nothing"),
        pytest.param(["He flew to the U.S.", "The talks failed."], id="acronym-before-a-starter-ends"),
        pytest.param(["J. R. Keller signed.", "It was over."], id="initials-end-nothing"),
        pytest.param(["It was plan B.", "He agreed."], id="single-letter-after-a-small-word-ends"),
        pytest.param(["They were seriously ill.", "Blue lamps burned."], id="small-word-like-a-state-ends"),
        pytest.param(["He lives in Quincy, Ill. Moss ran."], id="state-before-a-name-ends-nothing"),
        pytest.param(["It cost $3.5 million.", "Nobody paid."], id="decimals-end-nothing"),
        pytest.param(["“We are ready.”", "“They are not,” he said."], id="closing-quote-stays"),
        pytest.param(["“Why?” he asked.", "Nobody knew."], id="question-before-lower-cue-is-one"),
        pytest.param(["“Why?” Mr. Haas asked.", "Nobody knew."], id="question-before-named-cue-is-one"),
        pytest.param(["They left (on foot.)", "Others stayed."], id="closing-bracket-stays"),
        pytest.param(["We waited... and waited.", "Nobody came."], id="ellipsis-before-lower-ends-nothing"),
        pytest.param(["Who knew?", "He did!", "Yes."], id="question-and-exclamation-end"),
        pytest.param(["See No. 12 on the list.", "It is long."], id="number-abbreviation"),
        pytest.param(["He said no.", "The envoy left."], id="no-as-a-word-ends"),
        pytest.param(["Sen. Ada Pike (D-Calif.) pleaded guilty.", "She left."], id="state-in-brackets"),
        pytest.param(["AUGUSTA, Me. — The governor left.", "He won."], id="dateline"),
        pytest.param(["The firm, Orbis Inc., closed.", "It was old."], id="company-comma"),
    ],
)
def test_sentences_come_back_as_written(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [span.of(text) for span in split_sentences(text)] == sentences


def test_a_missing_space_is_seen_through() -> None:
    text = "The envoy left.The talks went on."
    assert [span.of(text) for span in split_sentences(text)] == ["The envoy left.", "The talks went on."]


def test_a_web_address_is_no_sentence_end() -> None:
    text = "See Example.Com for more."
    assert len(split_sentences(text)) == 1


def test_only_the_stretch_asked_for_is_split() -> None:
    text = "One is out. Two is in. Three is in. Four is out."
    assert [span.of(text) for span in split_sentences(text, 12, 35)] == ["Two is in.", "Three is in."]


def test_single_line_ends_part_unwrapped_paragraphs() -> None:
    text = "The first paragraph is a rather long line that ends here.\nThe second one is short.\nThird, also."
    assert len(paragraphs(text)) == 3


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The delegations met for the third time on Monday in the old customs\n"
        "house by the harbour, and neither side would say what was discussed\n"
        "behind its doors.\n\nA second paragraph follows."
    )
    assert [span.of(text)[-17:] for span in paragraphs(text)] == ["behind its doors.", "paragraph follows"[-16:] + "."]


def test_sentence_at_finds_the_covering_sentence_or_none() -> None:
    sentences = split_sentences("One. Two.")
    assert sentence_at(sentences, 5) == 1
    assert sentence_at(sentences, 4) is None
    assert sentence_at([], 0) is None


# Between sentences stands white space, and what opens an item of a list.
BETWEEN = " \n•▪‣●◦*·-"


@given(st.text(alphabet=st.sampled_from("aA1 .!?…\"'“”()\n-—*US"), max_size=120))
def test_any_text_gives_ordered_spans_of_what_is_there(text: str) -> None:
    position = 0
    for paragraph in paragraphs(text):
        assert position <= paragraph.start < paragraph.end <= len(text)
        position = paragraph.end
        inner = paragraph.start
        for sentence in split_sentences(text, paragraph.start, paragraph.end):
            assert inner <= sentence.start < sentence.end <= paragraph.end
            assert sentence.of(text) == sentence.of(text).strip()
            assert not text[inner : sentence.start].strip(BETWEEN)
            inner = sentence.end
        assert not text[inner : paragraph.end].strip(BETWEEN)


@pytest.mark.data
@pytest.mark.skipif(not BASIL.is_file(), reason="needs shared/data/basil beside the checkout")
def test_boundaries_of_news_reach_the_floor() -> None:
    # Annotators left many runs of quoted sentences whole, so precision has a ceiling near .93; recall has not.
    right = wrong = missed = 0
    for line in BASIL.read_text(encoding="utf-8").splitlines():
        for paragraph in json.loads(line)["body-paragraphs"]:
            text, gold = "", set()
            for sentence in (piece.strip() for piece in paragraph if piece.strip()):
                text += " " * bool(text) + sentence
                gold.add(len(text))
            found = {span.end for span in split_sentences(text)}
            right += len(found & gold)
            wrong += len(found - gold)
            missed += len(gold - found)
    assert right / (right + missed) >= 0.99
    assert right / (right + wrong) >= 0.96
