"""A charge that is denied twice in like words is one dispute."""

from crosswire.assess.lines import our_line
from crosswire.assess.sections.disagreements import told_once
from crosswire.model import Evidence, Line

HERE = (Evidence("a", 0, 3, "the"),)
CHARGE = "Marrow accused Estany of shutting the lock at Sund before the grain ships had passed."
AGAIN = "Marrow on Monday accused Estany of shutting the lock at Sund before the grain ships passed."


def block(*told: str, head: str = "One side asserts what another denies:") -> list[Line]:
    return [our_line(one, HERE) for one in (head, *told)]


def texts(blocks: list[list[Line]]) -> list[list[str]]:
    return [[line.text for line in one[1:]] for one in blocks]


def test_a_second_denial_of_a_charge_joins_the_first() -> None:
    first, second = (
        "Estany denied that any ship had been kept waiting.",
        "Envoy Kell called it a fairy tale for children.",
    )
    assert texts(told_once([block(CHARGE, first), block(AGAIN, second)])) == [[CHARGE, first, second]]


def test_the_same_denial_in_like_words_is_told_once() -> None:
    first = "Estany denied that any grain ship had been kept waiting at the lock."
    again = "Estany has denied that any grain ship was kept waiting at the lock."
    assert texts(told_once([block(CHARGE, first), block(AGAIN, again)])) == [[CHARGE, first]]


def test_other_charges_and_other_kinds_of_dispute_stand_apart() -> None:
    other = block("Marrow accused Estany of mining the shoals.", "Estany said that the shoals were clear.")
    figures = block(CHARGE, AGAIN, head="Reports give different figures:")
    assert len(told_once([block(CHARGE, "Estany denied it all."), other, figures])) == 3
