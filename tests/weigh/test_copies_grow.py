"""Copies found one article at a time are those found all at once, and a mixed article is split."""

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Article, Quote, Reading, Span
from crosswire.weigh.borrowings import home_of
from crosswire.weigh.copies import Copies, find_overlaps
from crosswire.weigh.homes import Homes, find_homes
from crosswire.weigh.outlets import outlet_book

WORDS = "envoy bridge grain harbour winter ferry council map valley guard truce night road mill clerk river".split()
DAY = dt.date(2031, 5, 14)


def paragraph(seed: int, length: int = 40) -> str:
    rng = random.Random(seed)
    return " ".join(f"{rng.choice(WORDS)}{rng.randrange(30)}" for _ in range(length)) + "."


def article(id_: str, seeds: list[int], day: int = 0) -> Article:
    text = "\n\n".join(map(paragraph, seeds))
    return Article(id_, text, outlet=f"Outlet {id_}", published=DAY + dt.timedelta(days=day))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 6), min_size=1, max_size=4), min_size=2, max_size=30),
    st.integers(0, 29),
    st.randoms(use_true_random=False),
)
def test_articles_added_one_by_one_overlap_as_all_at_once(
    made: list[list[int]], first: int, rng: random.Random
) -> None:
    articles = [article(f"a{at:02}", seeds) for at, seeds in enumerate(made)]
    whole = find_overlaps(articles, {})
    rng.shuffle(articles)
    copies = Copies(articles[:first])
    for one in articles[first:]:
        copies.overlaps()
        copies.add(one)
    assert copies.overlaps() == whole


def homes(*articles: Article) -> Homes:
    return find_homes(articles, {}, outlet_book(()))


def whose(found: Homes, one: Article, at: int) -> str:
    words = one.text.split("\n\n")[at]
    start = one.text.index(words)
    span = Span(start, start + len(words))
    return (home_of(span, found.borrowed.get(one.id, ())) or found.home[one.id]).name


def test_a_pasted_paragraph_is_its_sources_and_the_rest_is_the_papers_own() -> None:
    source, mixed = article("s", [1, 2, 3, 4]), article("m", [11, 12, 2, 13, 14], 1)
    found = homes(source, mixed)
    assert [whose(found, mixed, at) for at in range(5)] == ["Outlet m", "Outlet m", "Outlet s", "Outlet m", "Outlet m"]


def test_what_a_paper_adds_to_a_report_it_copies_is_its_own() -> None:
    source, copy = article("s", [1, 2, 3, 4, 5]), article("c", [1, 2, 11, 3, 4], 1)
    found = homes(source, copy)
    assert found.home["c"].name == "Outlet s"
    assert [whose(found, copy, at) for at in range(5)] == ["Outlet s", "Outlet s", "Outlet c", "Outlet s", "Outlet s"]


def test_of_two_reports_of_one_day_the_longer_adds_nothing_to_the_shorter() -> None:
    short, long = article("a", [1, 2]), article("b", [1, 2, 3])
    assert not homes(short, long).borrowed


def test_a_passage_of_three_reports_is_the_earliest_ones() -> None:
    first, second = article("z", [1, 21, 22, 23, 24]), article("a", [1, 31, 32, 33, 34], 1)
    third = article("b", [41, 42, 1, 43, 44], 2)
    assert whose(homes(first, second, third), third, 2) == "Outlet z"


def test_a_passage_with_letters_wrong_is_one_passage() -> None:
    source = article("s", [1, 2, 3])
    rng = random.Random(5)
    noisy = "".join("x" if letter.isalpha() and rng.random() < 0.03 else letter for letter in source.text)
    found = [o for o in find_overlaps([source, Article("n", noisy)], {}) if o.copy == "n"]
    assert [(span.start, span.end) for span in found[0].stretches] == [(0, len(noisy) - 1)]


def test_a_shared_speech_is_no_copy_and_no_passage() -> None:
    texts = {name: "\n\n".join((paragraph(seed), paragraph(99, 80), paragraph(seed + 1))) for name, seed in
             (("a", 1), ("b", 50))}  # fmt: skip
    readings = {}
    for name, text in texts.items():
        start = text.index("\n\n") + 2
        span = Span(start, text.rindex("\n\n"))
        readings[name] = Reading(name, "k", quotes=(Quote(span.start, span.end, span),))
    assert find_overlaps([Article(name, text) for name, text in texts.items()], readings) == []
