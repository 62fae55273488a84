""" "He said" goes on with the speaker just told, and with nobody where another may be meant."""

import pytest

from crosswire import packs
from crosswire.model import Article
from crosswire.read import read_article


def speakers(text: str) -> list[str | None]:
    """Return the speaker of each saying, by the last word of the name."""
    reading = read_article(Article("a", text), packs.load())
    names = {actor.id: actor.name.split()[-1] for actor in reading.actors}
    return [names.get(one.speaker or "") for one in reading.attributions]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Tom Orlin said he wanted Peter Lasko to do well. “I like the man, but his plans are bad,” he said.",
            id="over-one-whom-he-told-of",
        ),
        pytest.param(
            "“The dam is safe,” Tom Orlin said. He said Peter Lasko had seen the cracks.\n\n"
            "“Nobody told us in the town about it. Nobody will now. We shall see,” he added.",
            id="over-a-long-quotation",
        ),
        pytest.param(
            "Tom Orlin said the visit of Peter Lasko should lift the mood of Mark Hadden in the polls.\n\n"
            "“It was a good visit,” he said.",
            id="over-two-whom-he-told-of",
        ),
    ],
)
def test_he_goes_on_with_the_speaker(text: str) -> None:
    assert set(speakers(text)) == {"Orlin"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ms. Orlin said the dam was safe. “It will hold,” he said.", id="of-the-other-gender"),
        pytest.param(
            "Tom Orlin said the dam was safe. Peter Lasko came to the town. “It will hold,” he said.", id="another-came"
        ),
        pytest.param(
            "Tom Orlin said the dam was safe. It rained. It snowed. It froze. “It will hold,” he said.", id="long-ago"
        ),
    ],
)
def test_he_does_not_go_on(text: str) -> None:
    assert speakers(text)[-1] != "Orlin"


def test_of_him_is_not_he() -> None:
    text = "Peter Lasko said the dam was safe. Tom Orlin was told. Of Lasko, he said, “I like the man.”"
    assert speakers(text)[-1] != "Lasko"


def test_curly_and_straight_marks_close_each_other() -> None:
    text = '“The dam is safe," Tom Orlin said. "It will hold,” he said.'
    assert speakers(text) == ["Orlin", "Orlin"]


LED = "Tom Orlin, the mayor, said the dam was safe. He called the cracks a trifle.\n\n"


def test_he_is_who_opens_the_paragraph() -> None:
    text = LED + "Peter Lasko, an engineer at the dam, has changed his mind. “If it rains, it goes,” he said."
    assert speakers(text)[-1] == "Lasko"


def test_he_is_no_woman_who_opens_the_paragraph() -> None:
    text = LED + "Ms. Lasko, an engineer at the dam, has changed her mind. “If it rains, it goes,” he said."
    assert speakers(text)[-1] != "Lasko"


def test_he_is_not_the_last_speaker_where_a_stranger_opens_the_paragraph() -> None:
    text = LED + "Ineš Kravelha, of the dam's works, has had a change of mind. “If it rains, it goes,” he said."
    assert speakers(text)[-1] != "Orlin"
