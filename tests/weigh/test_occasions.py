"""Two sentences of two events, told by their words."""

import pytest

from crosswire.weigh.occasions import is_another, is_elsewhen

RAID = "Six lorries burned near Orle on Monday."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param("Four more lorries burned near Orle on Monday.", True, id="more"),
        pytest.param("Another six lorries burned near Orle on Monday.", True, id="another"),
        pytest.param("Six lorries burned near Tarne on Monday.", True, id="another-place"),
        pytest.param("More than six lorries burned near Orle on Monday.", False, id="more-than"),
        pytest.param("Six lorries burned on Monday on the road to Orle.", False, id="same-place-told-otherwise"),
        pytest.param("Six lorries burned in May near Orle.", False, id="a-month-is-no-place"),
    ],
)
def test_another_event(other: str, expected: bool) -> None:
    assert is_another(RAID, other) is is_another(other, RAID) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("The Orle bridge fell.", "The Tarne bridge fell.", True, id="another-bridge"),
        pytest.param("The third round failed.", "The fourth round failed.", True, id="another-round"),
        pytest.param("The Orle bridge fell.", "The Tarne mayor wept.", False, id="other-nouns"),
    ],
)
def test_another_thing_of_a_kind(one: str, other: str, expected: bool) -> None:
    assert is_another(one, other) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param("Six lorries had burned near Orle the week before.", True, id="before"),
        pytest.param("In an earlier raid six lorries burned near Orle.", True, id="earlier"),
        pytest.param("Six lorries burn near Orle every week.", True, id="a-habit"),
        pytest.param("On Monday six lorries burned near Orle.", False, id="the-same"),
    ],
)
def test_another_time(other: str, expected: bool) -> None:
    assert is_elsewhen(RAID, other) is expected
