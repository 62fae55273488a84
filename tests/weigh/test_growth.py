"""
Weighing three times as many reports takes about three times the work, above all where each brings names of its own.

Work is counted in calls, which are the same on any machine, however busy. They are counted by function: one that is
called for every name in every report shows long before it is most of the work. What a call does in C is held to a bound
of time. Gaps are left out: the positions of any two parties on one issue are set against one another.
"""

import datetime as dt
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import CodeType, FrameType

import pytest

from crosswire.model import Article, Reading
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import Kept, weigh

PACKS = load()
WORDS = vocabulary_of(PACKS)
FEW, TIMES = 70, 3
# Calls and seconds of three times the reports, as a multiple of those of the few: 3 is linear, 9 the square. Pairs and
# what is made of them come to 5.6, since few share as many words as a common word has holders that are looked at.
CALLS, SECONDS = 7.0, 8.0
# Calls of one function that are worth asking after.
MANY = 2000
BETWEEN_PARTIES = ("gaps.py", "linked.py", "last_words.py", "comparable.py")
SYLLABLES = "ba ken tor mi la ved ru son dal pri os ke nar vil to gan se lim ha dor".split()
# Every sentence brings names that no pack lists: towns, people, parties, papers. Two reports tell of each story.
LINES = (
    "{town} Front fighters captured the town of {town} {own}, {man} {family}, its leader, said.",
    "The army denied that the town of {town} had fallen {own}, {paper} reported.",
    "At least {count} people were killed near {town} {own} in an attack that {family} blamed on the {party} Party.",
    "{paper} put the toll at {more} dead {own} and said {village} had been shelled as well.",
    "“{own} in {village} was no accident,” said {man} {family}, a spokesman for the {town} Front.",
    "Talks {own} between the {town} Front and the {party} Party were held in {village}, according to {paper}.",
    "The {party} Party promised to release {count} prisoners {own} by Friday.",
    "The {party} Party accused the {town} Front {own} of shelling {village}, and {family} called that a lie.",
)


def name(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=3)).title()


def told(at: int) -> tuple[Article, Reading]:
    rng = random.Random(at // 2)
    names = {each: name(rng) for each in ("town", "village", "man", "family", "party")}
    paper = f"{name(rng)} Gazette"
    day = dt.date(2031, 3, 3) + dt.timedelta(days=at // 8)
    lines = []
    for line in LINES:
        own = "with the " + " ".join(name(rng).lower() for _ in range(12))
        lines.append(line.format(**names, own=own, paper=paper, count=11 + at % 7, more=19 + at % 5))
    random.Random(at).shuffle(lines)
    article = Article(f"g{at:04}", "\n\n".join(lines), f"News of {names['town']}", f"Paper {at % 9}", published=day)
    return article, read_article(article, PACKS)


@pytest.fixture(scope="module")
def reports() -> list[tuple[Article, Reading]]:
    return [told(at) for at in range(FEW * TIMES)]


def job(reports: list[tuple[Article, Reading]], kept: Kept | None = None) -> None:
    weigh([a for a, _ in reports], [r for _, r in reports], PACKS.outlets, vocabulary=WORDS, kept=kept)


def calls(work: Callable[[], object]) -> Counter[str]:
    """Return how many functions each function of weighing calls, with how often it is called itself."""
    found: Counter[CodeType] = Counter()

    def count(frame: FrameType, event: str, _of: object) -> None:
        if event in ("call", "c_call"):
            found[frame.f_code] += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    named: Counter[str] = Counter()
    for code, times in found.items():
        if "weigh" in code.co_filename:
            named[f"{Path(code.co_filename).name}: {code.co_qualname}"] += times
    return named


def test_no_function_is_called_with_the_square_of_the_reports(reports: list[tuple[Article, Reading]]) -> None:
    job(reports[:2])  # what is loaded once is no work of the case
    few, many = (calls(partial(job, reports[:size])) for size in (FEW, FEW * TIMES))
    asked = {one: times for one, times in many.items() if times >= MANY and not one.startswith(BETWEEN_PARTIES)}
    steep = {one: (few[one], times) for one, times in asked.items() if times > CALLS * few[one]}
    assert not steep
    assert many.total() <= CALLS * few.total()


def test_seconds_do_not_grow_with_the_square_of_the_reports(reports: list[tuple[Article, Reading]]) -> None:
    taken = []
    for size in (FEW, FEW * TIMES):
        start = time.process_time()
        job(reports[:size])
        taken.append(time.process_time() - start)
    assert taken[1] <= SECONDS * taken[0]
