"""A dispute told in one sentence needs no head, is told once, and says what is denied."""

import pytest

from crosswire.assess.lines import our_line
from crosswire.assess.sections.disagreements import _shown, told_once
from crosswire.model import Line


def block(head: str, *texts: str) -> list[Line]:
    return [our_line(text, (), label="Denial" if not at else None) for at, text in enumerate((head, *texts))]


CHARACTERS = "Reports characterise the same event in ways that cannot both hold:"


def test_one_line_stands_without_a_head_under_its_kind() -> None:
    (line,) = _shown(block("One side asserts what another denies:", "Vale denied that it had shelled the harbour."))
    assert line.label == "Denial"
    assert line.level == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Brunn of the energy ministry denied having dropped the claim.", False),
        ("Vale rejected the allegations.", False),
        ("Vale denied the claim that it had shelled the harbour.", True),
        ("Vale denied having dropped the claim to the harbour of Tarn, which its envoy had made in May.", True),
    ],
    ids=["the-claim", "the-allegations", "says-which", "goes-on"],
)
def test_a_denial_of_a_claim_that_nothing_names_is_not_shown(text: str, shown: bool) -> None:
    assert bool(_shown(block("One side asserts what another denies:", text))) is shown


def test_an_old_quarrel_that_reports_repeat_is_told_once() -> None:
    one = block(CHARACTERS, "The Tarns suspect that Vale builds a weapon, while Vale says its reactor is peaceful.")
    two = block(CHARACTERS, "Vale insists the reactor is peaceful, but the Tarns suspect it of building a weapon.")
    other = block(CHARACTERS, "The ferrymen say the strike holds, while the port says that most crews are at work.")
    assert told_once([one, two, other]) == [one, other]


def test_the_half_of_a_sentence_that_only_asserts_is_no_denial() -> None:
    assert _shown(block("One side asserts what another denies:", "The council declared that Vale had won.")) == []
