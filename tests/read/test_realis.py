"""Realis of clauses by auxiliaries, governors and connectives."""

import pytest

from crosswire.model import Span
from crosswire.read.realis import Stance, find_realis
from crosswire.read.words import find_words


def stance_of(text: str, verb: str | None) -> Stance:
    words = find_words(text)
    return find_realis(words, words.inside(Span(0, len(text))), None if verb is None else words.low.index(verb))


@pytest.mark.parametrize(
    ("text", "verb", "realis", "negated"),
    [
        ("The envoys met on Monday.", "met", "actual", False),
        ("The envoys have met.", "met", "actual", False),
        ("On 15 May envoys met.", "met", "actual", False),
        ("In May 2025 envoys met.", "met", "actual", False),
        ("The envoys may meet.", "meet", "future", False),
        ("The envoys will meet.", "meet", "future", False),
        ("The envoys plan to meet.", "meet", "future", False),
        ("The envoys are expected to meet.", "meet", "future", False),
        ("The envoys will not meet.", "meet", "future", True),
        ("The envoys didn’t meet.", "meet", "negated", True),
        ("The envoys never met.", "met", "negated", True),
        ("The envoys failed to meet.", "meet", "negated", True),
        ("No envoys met.", "met", "negated", True),
        ("The envoys began to withdraw.", "withdraw", "actual", False),
        ("The envoys meet only if the guns fall silent.", "meet", "conditional", False),
        ("Unless shelling stops, the envoys leave.", "leave", "conditional", False),
        ("The envoys will leave once the guns fall silent.", "leave", "conditional", False),
        ("The envoys will leave as soon as the guns fall silent.", "leave", "conditional", False),
        ("The envoys will leave as soon as possible.", "leave", "future", False),
        ("The envoys will meet once more.", "meet", "future", False),
        ("The envoys will leave at once for the border.", "leave", "future", False),
        ("The envoys would come home should the army attack.", "come", "conditional", False),
        ("The envoys have yet to meet.", "meet", "negated", True),
        ("The envoys stopped short of promising help.", "promising", "negated", True),
        ("The envoys intend to meet.", None, "future", False),
        ("Did the envoys meet?", "meet", "questioned", False),
        ("He asked whether the envoys met.", "met", "questioned", False),
        ("The envoys will leave.", None, "future", False),
        ("The council passed a bill that aims to mend the dam.", None, "actual", False),
        ("The council aims to mend the dam.", None, "future", False),
        ("The meeting is set for June.", "meeting", "future", False),
        ("The envoys are due back in June.", None, "future", False),
        ("The table was set for six.", "table", "actual", False),
        ("They freed ten men in exchange for a colonel.", "freed", "actual", False),
        ("They will free ten men in exchange for a colonel.", "free", "conditional", False),
        ("The envoys spoke on condition of anonymity.", "spoke", "actual", False),
        ("They spoke as if they had won.", "spoke", "actual", False),
        ("They agreed to nothing.", "agreed", "negated", True),
        ("They offered nothing.", "offered", "negated", True),
    ],
)
def test_realis(text: str, verb: str | None, realis: str, negated: bool) -> None:
    assert stance_of(text, verb) == Stance(realis, negated)  # type: ignore[arg-type]


def test_no_words_are_actual() -> None:
    assert stance_of("", None) == Stance("actual", False)
