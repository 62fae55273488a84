"""A negotiation weighed report by report: stances and all else come to the bytes of weighing it at once."""

import datetime as dt
import random

import msgspec
import pytest

from crosswire.model import Article, Dossier, Reading
from crosswire.packs import Packs
from crosswire.pipeline import Inputs, vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import Kept, stood, weigh
from crosswire.weigh.reader import Reader
from crosswire.weigh.replies import Talk
from crosswire.weigh.reports import Report
from crosswire.weigh.stood import Read

STORM = "A storm closed the harbour of Lakeport, and Anna Varga, its mayor, demanded help from the council."
Told = list[tuple[Article, Reading]]


@pytest.fixture(scope="module")
def reports(demo_inputs: Inputs, demo_packs: Packs) -> Told:
    return [(one, read_article(one, demo_packs)) for one in demo_inputs.articles]


def weighed(reports: Told, packs: Packs, kept: Kept | None = None) -> Dossier:
    articles, readings = [one for one, _ in reports], [one for _, one in reports]
    return weigh(articles, readings, packs.outlets, vocabulary=vocabulary_of(packs), kept=kept)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_adding_takes_the_same_stands(reports: Told, demo_packs: Packs, seed: int) -> None:
    shuffled, kept = random.Random(seed).sample(reports, len(reports)), Kept()
    for some in (*(shuffled[:end] for end in range(len(shuffled) // 2, len(shuffled) + 1)), shuffled[3:], shuffled):
        grown, whole = weighed(some, demo_packs, kept), weighed(some, demo_packs)
        assert msgspec.msgpack.encode(grown) == msgspec.msgpack.encode(whole)
    assert whole.positions


def test_a_report_of_other_things_has_no_stands_read_anew(
    reports: Told, demo_packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    storm = Article("storm", STORM, None, "Hill Times", published=dt.date(2031, 3, 3))
    kept, read, make = Kept(), list[str](), stood._read
    weighed(reports, demo_packs, kept)

    def counted(report: Report, by: tuple[object, ...], reader: Reader, talk: Talk) -> Read:
        found = make(report, by, reader, talk)
        # What an earlier report put is asked for anew each time.
        if not found.beyond:
            read.append(report.reading.article)
        return found

    monkeypatch.setattr(stood, "_read", counted)
    more = [*reports, (storm, read_article(storm, demo_packs))]
    grown, again = weighed(more, demo_packs, kept), set(read)
    assert again <= {"storm"}
    assert grown == weighed(more, demo_packs)
