"""A body's chief and a person's lawyer speak for them: two voices, one camp."""

import pytest

from crosswire.model import Actor
from crosswire.weigh.speaking_for import principals

BODY = Actor("lake-union", "Lake Union", "body")
LANE = Actor("ada-lane", "Ada Lane", "person")


@pytest.mark.parametrize(
    ("role", "whom"),
    [
        ("Lake Union CEO", "lake-union"),
        ("policy director of the Lake Union", "lake-union"),
        ("Lake Union’s spokeswoman", "lake-union"),
        ("lawyer for Mrs. Lane", "ada-lane"),
        ("former Lake Union president", None),
        ("Lake Union member", None),
        ("critic of the Lake Union", None),
        ("rival of Ada Lane", None),
        ("Lake Unionist chairman", None),
    ],
)
def test_an_office_says_whom_its_holder_speaks_for(role: str, whom: str | None) -> None:
    speaker = Actor("tom-reed", "Tom Reed", "person", role=role)
    assert principals([BODY, LANE, speaker]).get("tom-reed") == whom


def test_whoever_has_a_party_keeps_it() -> None:
    speaker = Actor("tom-reed", "Tom Reed", "person", party="ORI", role="Lake Union CEO")
    assert principals([BODY, speaker]) == {}
