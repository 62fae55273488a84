"""A report's first sentence has none before it: whom it calls "they" it names; any other sentence may mean anybody."""

import pytest

from crosswire.assess.opening import opens_report
from crosswire.model import Span


@pytest.mark.parametrize(
    ("before", "sentence", "opens"),
    [
        ("", "A week after they fled, the crews of Vell signed on again.", True),
        ("VELL, May 3 (Northwire) - ", "The mayor of Vell said he would go.", True),
        ("", "He began with nothing, and ends with less.", False),
        ("", "“They will pay,” the mayor of Vell said.", False),
        ("", "On Tuesday in the town they were asked again whether the port would open.", False),
        ("", "Of the deal, he said that the port would never open again.", False),
        ("", "The mayor of Vell and the port's owner said on Monday that they would go.", True),
        ("The crews of Vell fled.\n\n", "A week later they signed on again.", False),
    ],
    ids=[
        "names-it-later",
        "below-a-dateline",
        "opens-with-he",
        "opens-with-they-quoted",
        "they-of-nobody",
        "he-of-nobody",
        "they-of-two",
        "second-paragraph",
    ],
)
def test_the_first_sentence_opens_its_report(before: str, sentence: str, opens: bool) -> None:
    text = before + sentence
    assert opens_report(text, 0, Span(len(before), len(text))) is opens


def test_where_nothing_says_what_is_its_body_a_page_opens_nothing() -> None:
    assert not opens_report("The mayor of Vell said he would go.", None, Span(0, 34))
