"""What readers wrote under a report, and what a page asks them to send, is no part of it."""

import pytest

from crosswire.model import Article
from crosswire.sources.build import build_article

BODY = (
    "The ferry crews of Sund will vote on the offer of the harbour board before the week is out, the union said. "
    "The board has put forty more berths on the table, and it says that no more are to be had."
)


def foot(*lines: str) -> str:
    """Return what is cut as the foot of a page whose report ends with the lines."""
    text = "\n\n".join((f"Ferry crews vote on berths\n\n3 May 2031\n\n{BODY}", BODY, BODY, *lines))
    built = build_article(text, location="page.txt", outlets=())
    assert isinstance(built, Article)
    return "\n".join(built.text[one.start : one.end] for one in built.regions if one.role == "footer")


def test_a_thread_of_stamped_comments_is_cut_to_its_end() -> None:
    thread = ("4th May 2031 - 15:39 The board shot at the crews, I hear.", "Shame on it, and on all who sail with it.")
    assert "I hear" not in foot(*thread)
    more = (*thread, "4th May 2031 - 12:02 The crews were offered more than they will ever get from anyone else.")
    cut = foot(*more)
    assert all(line in cut for line in more)


@pytest.mark.parametrize(
    ("lines", "cut"),
    [
        pytest.param(("Send us your pictures of the strike by the form below.",), True, id="appeal"),
        pytest.param(("Are you in Sund?", "Send us your comments using the form."), True, id="question-before-it"),
        pytest.param(("Please ensure you have read the terms and conditions.",), True, id="terms"),
        pytest.param(("“Send us your terms and conditions,” the union told the board.",), False, id="quoted"),
        pytest.param(("The board set out terms and conditions for the berths on Sunday.",), False, id="of-the-report"),
        pytest.param(("Are you in Sund? Then you will have seen the boats.",), False, id="no-appeal-after"),
    ],
)
def test_what_readers_are_asked_for_is_cut(lines: tuple[str, ...], cut: bool) -> None:
    found = foot(*lines, BODY)
    assert [line in found for line in lines] == [cut] * len(lines)
