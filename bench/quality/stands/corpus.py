"""Reports of our own in which every stand is marked (bench/gold/stands): their sentences, stands and holders."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).resolve().parents[2] / "gold/stands"
_MARK = re.compile(r"<(/?)([a-z]+)([^<>]*)>")
HOLDER = "h"


@dataclass(frozen=True)
class Stand:
    """A stand in one sentence: its kind, the characters that tell it, whose it is, and on what."""

    kind: str
    start: int
    end: int
    parties: frozenset[str]
    issue: str


@dataclass(frozen=True)
class Marked:
    """A sentence with its stands; `holders` are the characters that name a party, and which."""

    text: str
    stands: tuple[Stand, ...] = ()
    holders: tuple[tuple[int, int, frozenset[str]], ...] = ()


def reports(name: str) -> list[list[Marked]]:
    """Return the reports of one file, each the sentences in their order."""
    found: list[list[Marked]] = [[]]
    for line in (GOLD / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            found.append([])
        else:
            found[-1].append(marked(line.strip()))
    return [report for report in found if report]


def marked(line: str) -> Marked:
    """
    Return a line without its marks, and what they mark.

    >>> marked("<h a>Roe</h> <demand a pay>wants more</demand>.").stands
    (Stand(kind='demand', start=4, end=14, parties=frozenset({'a'}), issue='pay'),)
    """
    text, done = "", 0
    opened: list[tuple[str, list[str], int]] = []
    stands: list[Stand] = []
    holders: list[tuple[int, int, frozenset[str]]] = []
    for match in _marks(line):
        text += line[done : match.start()]
        done = match.end()
        if not match[1]:
            opened.append((match[2], match[3].split(), len(text)))
            continue
        kind, words, start = opened.pop()
        parties = frozenset(words[0].split("+"))
        if kind == HOLDER:
            holders.append((start, len(text), parties))
        else:
            stands.append(Stand(kind, start, len(text), parties, words[1]))
    return Marked(text + line[done:], tuple(stands), tuple(holders))


def _marks(line: str) -> Iterator[re.Match[str]]:
    return _MARK.finditer(line)
