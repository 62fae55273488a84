"""What bears no mark, and a pair that is left out of a docket, would have brought no conflict."""

from collections.abc import Callable

import pytest
from bench.quality.demo.case import CASES

from crosswire.model import Article, Dossier, Reading
from crosswire.packs import load
from crosswire.pipeline import read_all
from crosswire.sources import collect
from crosswire.weigh import claims, clashing, docket, weigh
from tests.weigh.test_kept import told

Read = tuple[list[Article], list[Reading]]


def demo(name: str) -> Read:
    articles = [one for one in collect([str(CASES[name])]) if isinstance(one, Article)]
    return articles, list(read_all(articles, load()))


def invented(_: str) -> Read:
    reports = [told(at // 2, at) for at in range(30)]
    return [one.article for one in reports], [one.reading for one in reports]


@pytest.mark.parametrize(("case", "name"), [(demo, "talks"), (demo, "strike"), (invented, "")])
def test_no_conflict_is_lost_by_looking_at_what_is_marked(
    case: Callable[[str], Read], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles, readings = case(name)
    outlets = load().outlets
    found: Dossier = weigh(articles, readings, outlets)
    monkeypatch.setattr(docket.Docket, "bearing", lambda self, mark: tuple(map(self.voice, range(len(self.said)))))
    monkeypatch.setattr(claims, "clashes_of", lambda one, other: clashing.ANYHOW)
    assert weigh(articles, readings, outlets) == found
    assert found.disputes
