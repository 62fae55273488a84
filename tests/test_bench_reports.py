"""The stories by three outlets are whole: labels name sentences that are there, and nothing is told twice."""

import datetime as dt
from collections import Counter
from typing import Any

import msgspec
import pytest
from bench.quality.claims.reports import articles_of, dossier_of, found_of, is_free, rows, wanted_of

from crosswire.packs import PackActor

STORIES = [*rows("dev"), *rows("test")]

each_story = pytest.mark.parametrize("row", STORIES, ids=[row["id"] for row in STORIES])


def test_every_story_and_every_sentence_is_told_once() -> None:
    sentences = Counter(one for row in STORIES for report in row["reports"] for one in report["sentences"])
    assert len({row["id"] for row in STORIES}) == len(STORIES)
    assert sentences.most_common(1)[0][1] == 1
    assert len(rows("dev")) == len(rows("test")) == 12


@each_story
def test_three_outlets_tell_it_in_sentences_of_news_length(row: dict[str, Any]) -> None:
    assert len({one["outlet"] for one in row["reports"]}) == 3
    assert msgspec.convert(row["actors"], list[PackActor])
    for report in row["reports"]:
        assert dt.date.fromisoformat(report["date"])
        assert report["title"]
        assert 5 <= len(report["sentences"]) <= 7
        assert all(12 <= len(one.split()) <= 40 for one in report["sentences"])


@each_story
def test_a_group_has_one_sentence_an_outlet_and_no_sentence_two_groups(row: dict[str, Any]) -> None:
    there = articles_of(row)[1]
    grouped = [tuple(place) for group in row["same"] for place in group]
    assert 4 <= len(row["same"]) <= 6
    assert set(grouped) <= set(there)
    assert len(set(grouped)) == len(grouped) < len(there)
    assert all(len({report for report, _ in group}) == len(group) >= 2 for group in row["same"])


def test_half_of_the_pairs_share_few_words() -> None:
    pairs = [is_free(row, pair) for row in STORIES for pair in wanted_of(row)]
    assert 0.4 <= sum(pairs) / len(pairs) <= 0.65


def test_sentences_are_found_where_their_statements_stand() -> None:
    row = STORIES[0]
    articles, places = articles_of(row)
    for (report, at), span in places.items():
        assert span.of(articles[report].text) == row["reports"][report]["sentences"][at]
    found, told = found_of(dossier_of(row), row)
    assert told <= set(places)
    assert all(one[0] < other[0] and {one, other} <= told for one, other in found)
