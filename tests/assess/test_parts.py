"""A question is taken apart into what it takes for granted and what it asks."""

import pytest

from crosswire.assess.parts import question_parts
from crosswire.text.reasons import gives_reason


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Oria says it is ready to talk: what is your most up-to-date assessment?", ["premise", "state"]),
        ("How many miners were laid off, and is the deal being kept?", ["count", "holding"]),
        ("Why did the union walk out, and who is right about the overtime?", ["why", "right"]),
        ("What stands in the way of a coalition?", ["obstacles"]),
        ("What keeps the two parties apart?", ["obstacles"]),
        ("What has Oria promised and what has it delivered?", ["offers", "kept"]),
        ("Has Teland kept its promises?", ["kept"]),
        ("Who keeps the key to the crossing?", ["who"]),
        ("How far apart are they?", ["obstacles"]),
        ("Where do Oria and Teland still disagree over grain?", ["obstacles"]),
        ("Who keeps the keys?", ["who"]),
        ("What should Teland do next?", ["advice"]),
        ("Which of the promises made in Vell has each side kept, and where do they disagree?", ["kept", "obstacles"]),
        ("Has each side kept what it promised in Vell, where do they still differ?", ["kept", "obstacles"]),
        ("What did each commit to at Vell and Tarn and has it delivered?", ["offers", "kept"]),
        ("What has become of those promises - will the deal survive?", ["kept", "prospects"]),
        ("The port, which stands empty now, fell to Oria. Who holds it?", ["premise", "who"]),
        ("truce", ["state"]),
        ("The envoy, who had opposed the deal, left. When will he return?", ["premise", "when"]),
    ],
    ids=[
        "premise",
        "count-holding",
        "why-right",
        "obstacles",
        "apart",
        "promised-delivered",
        "kept",
        "a-key",
        "how-far",
        "disagree",
        "keys",
        "advice",
        "which-of",
        "each-side",
        "commit-and-deliver",
        "become-of",
        "which-in-a-clause",
        "a word",
        "a relative clause",
    ],
)
def test_each_part_is_told_by_what_it_asks(question: str, asks: list[str]) -> None:
    assert [part.ask for part in question_parts(question)] == asks


def test_a_part_about_nothing_itself_is_about_the_one_before() -> None:
    first, second = question_parts("Oria closed the dam: why did it do so?")
    assert set(second.terms) == set(first.terms) != set()


def test_the_idiom_of_a_request_is_not_its_subject() -> None:
    (part,) = question_parts("What stands in the way of a truce?")
    assert part.terms == question_parts("truce")[0].terms


def test_a_very_long_question_has_a_bounded_number_of_parts() -> None:
    assert len(question_parts("why? " * 100_000)) <= 8


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mill closed because the river had risen.", True),
        ("It was done in retaliation for the blockade.", True),
        ("They left not because of the pay.", False),
        ("Did they leave because of the pay?", False),
        ("They left in the morning.", False),
    ],
)
def test_a_reason_is_told_from_its_refusal(sentence: str, expected: bool) -> None:
    assert gives_reason(sentence) is expected
