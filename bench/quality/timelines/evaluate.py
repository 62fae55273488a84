"""
Score timelines of Timeline17's open topics: Date-F1 and alignment-based ROUGE-1, each system given the gold's length.

    python -m bench.quality.timelines.evaluate                 # egypt, haiti, syria (test) and h1n1 (dev), with peers
    python -m bench.quality.timelines.evaluate --dev           # the people of Entities: dates alone

The setting is the published one (Martschat & Markert 2018, Gholipour Ghalandari & Ifrim 2020): the reports of the
gold's days from first to last, as many days as the gold has, and of each as many sentences as the gold has on average.
Entities reach seven days further on both sides, and have no sentences to compare.
"""

import argparse
import datetime as dt
import time
from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from bench import AbsentError
from bench.peers import datewise
from bench.peers.intervals import interval
from bench.quality.timelines.corpus import DEV, TEST, Days, Topic, load_topic, people
from bench.quality.timelines.scores import ar1_f1, date_f1
from crosswire.assess import open_desk
from crosswire.assess.days import tell
from crosswire.assess.sections.timeline import dated_line
from crosswire.assess.select import Scores
from crosswire.model import Article, Line, Reading, When
from crosswire.packs import load
from crosswire.pipeline import read_all, vocabulary_of
from crosswire.weigh import weigh

# Words of which one must stand in a sentence of DATEWISE's, as its authors gave each topic.
WORDS = {"egypt": ("egypt",), "haiti": ("haiti", "quake"), "h1n1": ("h1n1", "swine", "flu"), "syria": ("syria",)}
SYSTEMS = ("Crosswire", "DATEWISE, supervised", "DATEWISE, mention counts", "TF-IDF, publication counts")


class Case(msgspec.Struct, frozen=True):
    """One gold timeline and the reports of its days, read."""

    topic: str
    name: str
    gold: Days
    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]

    @property
    def length(self) -> int:
        """How many sentences the gold has a day, on average."""
        return max(1, round(sum(map(len, self.gold.values())) / len(self.gold)))


class Result(msgspec.Struct, frozen=True):
    """How one system did on one timeline, in how many seconds after reading."""

    topic: str
    name: str
    date_f1: float
    ar1: float
    seconds: float


def cases(topic: Topic, readings: Sequence[Reading]) -> list[Case]:
    """Return a topic's gold timelines, each with the reports of its span."""
    reach = dt.timedelta(days=0 if topic.is_crisis else 7)
    found = []
    for name, gold in topic.gold.items():
        first, last = min(gold) - reach, max(gold) + reach
        pairs = [
            (article, reading)
            for article, reading in zip(topic.articles, readings, strict=True)
            if article.published and first <= article.published <= last
        ]
        found.append(Case(topic.name, name, gold, tuple(a for a, _ in pairs), tuple(r for _, r in pairs)))
    return found


def read(topic: Topic) -> tuple[Reading, ...]:
    """Read a topic by rules alone."""
    return tuple(read_all(topic.articles, load("core")))


def crosswire(case: Case) -> datewise.Timeline:
    """Weigh the case and let the assessment's timeline choose its days and lines."""
    packs = load("core")
    dossier = weigh(case.articles, case.readings, packs.outlets, vocabulary=vocabulary_of(packs))
    first, last = _bounds(case)
    inside = tuple(
        one for one in dossier.timeline if one.when.first == one.when.last and first <= one.when.first <= last
    )
    dossier = msgspec.structs.replace(dossier, timeline=inside)
    desk = open_desk(dossier, packs, None, None)

    def worded(claim: str, when: When) -> Line | None:
        return dated_line(desk, claim, when)

    days = len(case.gold)
    told = tell(desk, Scores(desk), worded, most_days=days, most=days * case.length, of_a_day=case.length)
    found: datewise.Timeline = {}
    for (day, _), line in told.lines:
        found.setdefault(day, []).append(line.text)
    return found


def rivals(case: Case, trained: datewise.Supervised) -> dict[str, Callable[[], datewise.Timeline]]:
    """Return the peers' ways to a timeline, by name."""
    sentences = datewise.sentences_of(case.articles, case.readings)
    first, last = _bounds(case)
    words = WORDS.get(case.topic, ("",))

    def made(rank: Callable[[Sequence[datewise.Sentence]], list[dt.date]], *, both: bool) -> datewise.Timeline:
        ranked = [day for day in rank(sentences) if first <= day <= last]
        return datewise.Summariser(sentences, words, both=both).timeline(ranked, len(case.gold), case.length)

    return {
        SYSTEMS[1]: lambda: made(trained.rank, both=True),
        SYSTEMS[2]: lambda: made(datewise.by_mentions, both=True),
        SYSTEMS[3]: lambda: made(datewise.by_reports, both=False),
    }


def score(case: Case, system: Callable[[], datewise.Timeline]) -> Result:
    """Score one system's timeline of a case."""
    begun = time.perf_counter()
    found = system()
    spent = time.perf_counter() - begun
    return Result(case.topic, case.name, date_f1(found, case.gold), ar1_f1(found, case.gold), spent)


def trained_on(known: Sequence[Case], without: str) -> datewise.Supervised:
    """Train DATEWISE's ranking on every topic but one."""
    others = [one for one in known if one.topic != without]
    return datewise.Supervised(
        [(datewise.sentences_of(one.articles, one.readings), frozenset(one.gold)) for one in others]
    )


def run(names: Sequence[str], *, peers: bool = True) -> dict[str, list[Result]]:
    """Score every system on every timeline of the topics; peers that are not installed are left out."""
    known: list[Case] = []
    for name in names:
        topic = load_topic(name)
        known += cases(topic, read(topic))
    results: dict[str, list[Result]] = {SYSTEMS[0]: [score(one, partial(crosswire, one)) for one in known]}
    if not peers:
        return results
    for name in dict.fromkeys(one.topic for one in known):
        trained = trained_on(known, name)
        for one in (case for case in known if case.topic == name):
            for system, made in rivals(one, trained).items():
                results.setdefault(system, []).append(score(one, made))
    return results


def mean(results: Sequence[Result], figure: str, *, topics: Sequence[str] = ()) -> float:
    """Return the mean of a figure over timelines, of some topics or all."""
    values = [getattr(one, figure) for one in results if not topics or one.topic in topics]
    return sum(values) / len(values) if values else 0.0


def with_interval(results: Sequence[Result], figure: str) -> str:
    """Return a table's cell: the mean over timelines, and its 95 % interval over topics drawn with replacement."""
    topics = dict.fromkeys(one.topic for one in results)
    units = [_summed(results, figure, topic) for topic in topics]
    low, high = interval(units, lambda counts: counts[0] / counts[1])
    return f"{mean(results, figure):.3f} ({low:.3f}-{high:.3f})"


def table(results: dict[str, list[Result]]) -> list[str]:
    """Return the systems side by side: both figures, each topic's Date-F1, and seconds a timeline after reading."""
    topics = list(dict.fromkeys(one.topic for found in results.values() for one in found))
    lines = [
        f"| system | Date-F1 | AR-1 F1 | {' | '.join(f'Date-F1 {one}' for one in topics)} | s a timeline |",
        "|---" * (4 + len(topics)) + "|",
    ]
    for system, found in results.items():
        each = [f"{mean(found, 'date_f1', topics=(one,)):.3f}" for one in topics]
        cells = [with_interval(found, "date_f1"), with_interval(found, "ar1"), *each, f"{mean(found, 'seconds'):.1f}"]
        lines.append(f"| {system} | {' | '.join(cells)} |")
    return lines


def main() -> None:
    """Print the table of the crises, or of the people."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dev", action="store_true", help="the people of Entities instead, which were tuned on")
    options = parser.parse_args()
    try:
        print("\n".join(table(run(people() if options.dev else (*TEST, *DEV)))))
    except AbsentError as missing:
        print(f"not run: {missing}")


def _bounds(case: Case) -> tuple[dt.date, dt.date]:
    reach = dt.timedelta(days=0 if case.topic in DEV + TEST else 7)
    return min(case.gold) - reach, max(case.gold) + reach


def _summed(results: Sequence[Result], figure: str, topic: str) -> tuple[float, float]:
    values = [getattr(one, figure) for one in results if one.topic == topic]
    return sum(values), float(len(values))


if __name__ == "__main__":
    main()
