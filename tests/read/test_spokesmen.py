"""What a side's spokesman says without a name is the side's stand; an official's is, where he names his side."""

import pytest

from tests.weigh.test_stands_told import weighed


@pytest.mark.parametrize(
    ("words", "act", "side"),
    [
        ("A Hamas spokesman said it would not accept the deal.", "REJECT", "HAMAS"),
        ("A spokeswoman for the EU demanded the release of all prisoners.", "DEMAND", "EU"),
        ('The Lake Liberation Front (LLF) met. The LLF spokesman said: "We demand a ceasefire."', "DEMAND", None),
        ("A former Hamas spokesman said it would not accept the deal.", "STATE", None),
        ("A spokesman for the family of a Hamas leader said it would not accept the deal.", "REJECT", None),
        ("A Hamas official said it would not accept the deal.", "STATE", None),
    ],
)
def test_stand(words: str, act: str, side: str | None) -> None:
    said = weighed(words).statements[-1]
    assert said.act == act or side is None
    assert said.agent == side or (side is None and said.agent in (None, "lake-liberation-front"))
