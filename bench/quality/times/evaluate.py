"""
Score time expressions on TempEval-3's TBAQ: which words, and what they are worth.

    python -m bench.quality.times.evaluate [--split held-out|tuning] [--errors 200]

The held-out fifth is chosen by a hash of the document's name; rules are tuned on the other four. As in the shared task
(UzZaman et al. 2013), `strict` wants both ends on the character and `relaxed` one character in common; `value` is the
F1 of relaxed matches whose TIMEX3 value is right. Times are resolved against the document's creation time.
"""

import argparse
import datetime as dt
import hashlib
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from bench import DATA, AbsentError, shown
from bench.peers.intervals import Counts, f1, with_interval
from bench.quality.times.timex3 import value_of
from crosswire.model import Span
from crosswire.text.sentences import split_sentences
from crosswire.text.timex import find_times

CORPUS = DATA / "tempeval3" / "TBAQ-cleaned"
MEASURES = ("strict", "relaxed", "value")


class Timex(msgspec.Struct, frozen=True):
    """A time expression with its TIMEX3 value."""

    span: Span
    value: str


class Document(msgspec.Struct, frozen=True):
    """An annotated article. Line ends within its text are spaces, so that hard-wrapped lines are one paragraph."""

    name: str
    text: str
    created: dt.date
    gold: tuple[Timex, ...]

    @property
    def held_out(self) -> bool:
        """Whether the document is of the fifth that no rule was tuned on."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 5 == 0


class Match(msgspec.Struct, frozen=True):
    """A document's gold beside what was found; either side is None where it has no counterpart."""

    gold: Timex | None
    found: Timex | None


def load(corpus: Path = CORPUS) -> list[Document]:
    """Return the corpus in the order of its names."""
    if not corpus.is_dir():
        raise AbsentError(f"{shown(corpus)} is missing")
    return [_document(path) for path in sorted(corpus.glob("*/*.tml"), key=lambda path: path.stem)]


def crosswire(document: Document) -> list[Timex]:
    """Run Crosswire's finder on one document."""
    text = document.text
    blocks = re.finditer(r"[^\n]+", text)
    sentences = [sentence for block in blocks for sentence in split_sentences(text, *block.span())]
    times = find_times(text, sentences, document.created)
    return [Timex(time.span, value_of(time, time.span.of(text))) for time in times]


def matched(gold: Sequence[Timex], found: Sequence[Timex]) -> list[Match]:
    """Pair each found expression with the first free gold one that it shares a character with."""
    matches, free = [], list(gold)
    for one in found:
        other = next((each for each in free if _shared(each.span, one.span)), None)
        if other is not None:
            free.remove(other)
        matches.append(Match(other, one))
    return matches + [Match(other, None) for other in free]


def counts(matches: Iterable[Match]) -> dict[str, Counts]:
    """Return (right, found, wanted) by measure."""
    pairs = list(matches)
    found, wanted = sum(pair.found is not None for pair in pairs), sum(pair.gold is not None for pair in pairs)
    both = [(pair.gold, pair.found) for pair in pairs if pair.gold and pair.found]
    right = {
        "strict": sum(gold.span == one.span for gold, one in both),
        "relaxed": len(both),
        "value": sum(gold.value == one.value for gold, one in both),
    }
    return {name: (float(right[name]), float(found), float(wanted)) for name in MEASURES}


def _document(path: Path) -> Document:
    root = ElementTree.parse(path).getroot()
    created, body = root.find("DCT/TIMEX3"), root.find("TEXT")
    assert created is not None
    assert body is not None
    parts: list[str] = []
    gold: list[Timex] = []
    _read(body, parts, gold)
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", "".join(parts))
    return Document(path.stem, text, dt.date.fromisoformat(created.attrib["value"][:10]), tuple(gold))


def _read(element: ElementTree.Element, parts: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _read(child, parts, gold)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        gold.append(Timex(Span(start, sum(map(len, parts))), element.attrib["value"]))


def _shared(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _show(document: Document, matches: Iterable[Match]) -> None:
    for match in matches:
        ours, theirs = match.found, match.gold
        if ours is None or theirs is None or ours.value != theirs.value:
            place = (theirs or ours or Timex(Span(0, 1), "")).span
            around = document.text[max(0, place.start - 50) : place.end + 40].replace("\n", " ")
            print(f"{document.name}: gold {_told(document, theirs)} | found {_told(document, ours)} | {around}")


def _told(document: Document, timex: Timex | None) -> str:
    return f"{timex.value} {timex.span.of(document.text)!r}" if timex else "-"


def main() -> None:
    """Print the table of one split, or its errors."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", choices=("held-out", "tuning"), default="held-out")
    parser.add_argument("--errors", action="store_true", help="print what is missed, false or of another value")
    arguments = parser.parse_args()
    documents = [one for one in load() if one.held_out is (arguments.split == "held-out")]
    results = [(document, matched(document.gold, crosswire(document))) for document in documents]
    if arguments.errors:
        for document, matches in results:
            _show(document, matches)
    units = [counts(matches) for _, matches in results]
    print(f"TBAQ, {arguments.split}: {len(documents)} documents, {sum(len(one.gold) for one in documents)} expressions")
    for name in MEASURES:
        print(f"{name:8} F1 {with_interval([unit[name] for unit in units], f1, scale=100)}  {_sides(units, name)}")


def _sides(units: Sequence[dict[str, Counts]], name: str) -> str:
    right, found, wanted = (sum(unit[name][index] for unit in units) for index in range(3))
    return f"P {100 * right / max(1, found):.1f} R {100 * right / max(1, wanted):.1f}"


if __name__ == "__main__":
    main()
