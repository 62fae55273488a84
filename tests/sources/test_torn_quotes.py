"""Quotations torn at their sentences are made whole; texts that set their marks as printers do are left alone."""

import json

import pytest

from crosswire.model import Article
from crosswire.sources.records import read_json_lines
from crosswire.sources.torn_quotes import settle


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        (
            ['Ana Vale said: "The march is on.', "Tor Lind will walk.", "We are many.", '"Police closed the road.'],
            ['Ana Vale said: "The march is on. Tor Lind will walk. We are many."', "Police closed the road."],
        ),
        (['"It mocks us.', "It is old.", 'It is bad, "he said.'], ['"It mocks us. It is old. It is bad," he said.']),
        (['The firm had" bad motives ".'], ['The firm had "bad motives".']),
        (['Lind is" out of danger "and had" luck ".'], ['Lind is "out of danger" and had "luck".']),
    ],
)  # fmt: skip
def test_a_torn_quotation_is_made_whole(torn: list[str], whole: list[str]) -> None:
    assert settle(torn) == whole


@pytest.mark.parametrize(
    "paragraphs",
    [
        ['"We go on.', '"We are many.', '"We stay," Lind said.', "The road is closed."],
        ['"We go on," Lind said.', "He left.", 'He wrote, "the road is closed" and left.'],
        ['"We go on, said Lind.', "Vale said no.", '"We stay," she said.'],
        ['The beam is 6" wide.', "It broke.", "It was old."],
        ["No marks at all.", "None here."],
    ],
    ids=["reopened-at-each-paragraph", "whole", "a-lost-mark-swallows-nothing", "an-inch", "none"],
)  # fmt: skip
def test_other_texts_are_left_as_they_are(paragraphs: list[str]) -> None:
    assert settle(paragraphs) == paragraphs


def test_a_record_of_sentences_has_its_quotations_whole() -> None:
    text = 'Ana Vale said: "The march is on.\n\nWe are many.\n\n"Police closed the road.' + "\n\nThe road was long." * 9
    article = next(iter(read_json_lines(json.dumps({"title": "A march", "text": text}).encode(), "x", [])))
    assert isinstance(article, Article)
    assert '"The march is on. We are many."\n\nPolice closed' in article.text
