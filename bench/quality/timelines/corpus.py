"""
The open topics of Timeline17 (Tran et al. 2013) and of Entities (Gholipour Ghalandari & Ifrim 2020): reports and gold.

The texts come tokenised, a sentence a line; they are put back as they were printed, for every system alike.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench import DATA, AbsentError
from crosswire.model import Article
from crosswire.text.normalise import normalise

T17, PEOPLE = DATA / "t17", DATA / "tls-entities12"
# Ranking was tuned on h1n1 and the people; egypt, haiti and syria were scored once, when it stood.
DEV, TEST = ("h1n1",), ("egypt", "haiti", "syria")

Days = dict[dt.date, tuple[str, ...]]

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_SPACED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\\([/*])"), r"\1"),
    (re.compile(r"-(?:[LR][RSC]B)-"), lambda found: _BRACKETS[found.group()]),
    (re.compile(r"`` ?"), "“"),
    (re.compile(r" ?''"), "”"),
    (re.compile(r" (?=n't\b|'(?:s|re|ve|m|ll|d)\b|[,.;:?!%)\]])"), ""),
    (re.compile(r"(?<=[(\[$]) "), ""),
    (re.compile(r"(?<=s) ' "), "' "),
    (re.compile(r"\b([Cc])an not\b"), r"\1annot"),
)
# A page's own date line before the report: "LONDON | Tue Mar 15, 2011 1:48 pm GMT".
_PAGE_LINE = re.compile(
    r"^[^\n]{0,160}?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d [ap]m [A-Z]{3,4}\s+"
)


class Topic(msgspec.Struct, frozen=True):
    """One topic: its reports in order, and the gold timelines by name, of each day its sentences."""

    name: str
    articles: tuple[Article, ...]
    gold: dict[str, Days]

    @property
    def is_crisis(self) -> bool:
        """Whether it is of Timeline17."""
        return self.name in DEV + TEST


def load_topic(name: str) -> Topic:
    """Read a topic of either set by its name; raise `AbsentError` when it is not here."""
    folder = next((base / name for base in (T17, PEOPLE) if (base / name).is_dir()), None)
    if folder is None:
        raise AbsentError(f"no topic {name} in ../shared/data/t17 or ../shared/data/tls-entities12")
    articles = [
        Article(f"{name}-{at:04d}", printed(row["text"]), published=dt.date.fromisoformat(row["date"]))
        for at, row in enumerate(_rows(folder / "articles.jsonl"))
    ]
    gold = {str(row["timeline"]): _days(row) for row in _rows(folder / "timelines.jsonl")}
    return Topic(name, tuple(articles), gold)


def people() -> tuple[str, ...]:
    """Return the names of the people of Entities that are here."""
    return tuple(sorted(one.name for one in PEOPLE.iterdir() if one.is_dir())) if PEOPLE.is_dir() else ()


def printed(text: str) -> str:
    r"""
    Return tokenised text as it was printed: a paragraph a sentence, unless speech runs on.

    >>> printed("`` We do n't know , '' he said -LRB- twice -RRB- . \nIt rained . \n")
    "“We don't know,” he said (twice).\n\nIt rained."
    """
    lines = [one for line in text.split("\n") if (one := untokenised(line))]
    lines[:1] = [_PAGE_LINE.sub("", one) for one in lines[:1]]
    joined, open_quotes = "", 0
    for line in lines:
        joined += ("" if not joined else " " if open_quotes > 0 else "\n\n") + line
        open_quotes += line.count("“") - line.count("”")
    return normalise(joined)


def untokenised(line: str) -> str:
    """Return a tokenised sentence as it was printed."""
    for pattern, mark in _SPACED:
        line = pattern.sub(mark, line)
    return line.strip()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _days(row: dict[str, Any]) -> Days:
    entries: Sequence[dict[str, Any]] = row.get("entries") or [{"date": one, "sentences": ()} for one in row["dates"]]
    return {dt.date.fromisoformat(one["date"]): tuple(map(untokenised, one["sentences"])) for one in entries}
