"""
Score attribution on PolNeAR: exact and overlapping spans by class, and linked attributions.

    python bench/quality/attribution/evaluate.py [--split dev] [--limit N] [--system crosswire|nearest-name]

A discontinuous span counts as its pieces, as in tagging evaluations. `exact` wants both ends on the character;
`overlap` gives each span its best Jaccard overlap. `linked` counts contents found (overlap >= .8 of characters) with
their right source (overlap >= .5), next to all contents found.
"""

import argparse
import re
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from crosswire import packs
from crosswire.model import Article, Region, Span
from crosswire.read.actors import find_actors
from crosswire.read.attribution import find_attributions
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment

DATA = Path(__file__).resolve().parents[3].parent / "shared/data/polnear"
CLASSES = ("source", "cue", "content")


class Link(msgspec.Struct, frozen=True):
    """One attribution: its pieces by class."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def load(split: str, limit: int | None = None) -> list[tuple[str, str, list[Link]]]:
    """Return (name, text, gold attributions) of a split, one annotator an article."""
    rows = []
    for path in sorted((DATA / split / "text").glob("*.txt"))[:limit]:
        files = sorted((DATA / split / "attributions").glob(path.stem + "_*.ann"))
        if files:
            rows.append((path.stem, path.read_bytes().decode(), _gold(files[0].read_text())))
    return rows


def _gold(text: str) -> list[Link]:
    spans: dict[str, tuple[Span, ...]] = {}
    links = []
    for line in text.split("\n"):
        match = re.match(r"(T\d+)\t\S+ ([\d; ]+)\t", line)
        if match:
            spans[match[1]] = tuple(Span(*map(int, part.split())) for part in match[2].split(";"))
        elif re.match(r"E\d+\t", line):
            roles = [part.split(":") for part in line.split("\t")[1].split()[1:]]
            if roles:
                links.append(Link(*(_role(roles, name, spans) for name in ("Source", "Cue", "Content"))))
    return links


def _role(roles: Sequence[Sequence[str]], name: str, spans: dict[str, tuple[Span, ...]]) -> tuple[Span, ...]:
    return tuple(span for role, key in roles if role.rstrip("0123456789") == name for span in spans.get(key, ()))


def crosswire(text: str) -> list[Link]:
    """Run Crosswire's rules on one text."""
    vocabulary = packs.load()
    title = text.find("\n\n")
    regions = (Region(0, title, "title"), Region(title, len(text), "body")) if 0 < title < 300 else ()
    article = Article("polnear", text, regions=regions)
    sentences, paragraphs = segment(article)
    quotes = find_quotes(text, sentences, paragraphs)
    actors, mentions = find_actors(article, sentences, paragraphs, quotes, vocabulary)
    found = find_attributions(text, sentences, paragraphs, quotes, actors, mentions, vocabulary)
    return [Link((a.source,) if a.source else (), (a.cue,) if a.cue else (), a.contents) for a in found]


_QUOTE = re.compile(r"[“\"][^“”\"]{1,800}[”\"]")
_NAME = re.compile(r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*")
_SAID = re.compile(r"\b(?:said|says|told|added|wrote|asked|called|noted|according to)\b")


def nearest_name(text: str) -> list[Link]:
    """The plain baseline: every quotation, with the nearest cue word and capitalised name outside it."""
    links = []
    for match in _QUOTE.finditer(text):
        low, high = max(0, match.start() - 100), match.end() + 100
        names = [m for m in _NAME.finditer(text, low, high) if m.end() <= match.start() or m.start() >= match.end()]
        cues = [m for m in _SAID.finditer(text, low, high) if m.end() <= match.start() or m.start() >= match.end()]
        pick = [
            min(m, key=lambda x: min(abs(x.start() - match.end()), abs(match.start() - x.end())), default=None)
            for m in (names, cues)
        ]
        source, cue = ((Span(*m.span()),) if m else () for m in pick)
        links.append(Link(source, cue, (Span(*match.span()),)))
    return links


def overlap(one: Span, two: Span) -> float:
    """Return the Jaccard overlap of two spans."""
    shared = min(one.end, two.end) - max(one.start, two.start)
    return max(0, shared) / (max(one.end, two.end) - min(one.start, two.start))


def _f1(right: float, found: float, gold: float) -> tuple[float, float, float]:
    precision, recall = right / max(1, found), right / max(1, gold)
    return 100 * precision, 100 * recall, 200 * right / max(1, found + gold)


def score(rows: Iterable[tuple[list[Link], list[Link]]]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 by measure, over (found, gold) pairs."""
    counts = {f"{how} {name}": [0.0, 0.0, 0.0, 0.0] for how in ("exact", "overlap") for name in CLASSES}
    linked = [0, 0, 0]
    speakers = [0, 0]
    for found, gold in rows:
        for name in CLASSES:
            ours = {span for link in found for span in getattr(link, name)}
            theirs = {span for link in gold for span in getattr(link, name)}
            right = len(ours & theirs)
            _add(counts[f"exact {name}"], right, right, len(ours), len(theirs))
            hit = sum(max((overlap(a, b) for b in theirs), default=0) for a in ours)
            back = sum(max((overlap(a, b) for b in ours), default=0) for a in theirs)
            _add(counts[f"overlap {name}"], hit, back, len(ours), len(theirs))
        for link in found:
            match = next((g for g in gold if any(overlap(a, b) >= 0.8 for a in link.content for b in g.content)), None)
            linked[0] += match is not None and _same(link, match)
            speakers[1] += match is not None and bool(match.source)
            speakers[0] += match is not None and bool(match.source) and _same(link, match)
        linked[1] += len(found)
        linked[2] += len(gold)
    table = {}
    for key, (hit, back, found_total, gold_total) in counts.items():
        precision, recall = 100 * hit / max(1, found_total), 100 * back / max(1, gold_total)
        table[key] = (precision, recall, 2 * precision * recall / max(1e-9, precision + recall))
    table["linked"] = _f1(*linked)
    table["right source, content found"] = (100 * speakers[0] / max(1, speakers[1]), float(speakers[1]), 0.0)
    return table


def _add(row: list[float], *values: float) -> None:
    for index, value in enumerate(values):
        row[index] += value


def _same(link: Link, gold: Link) -> bool:
    return any(overlap(a, b) >= 0.5 or a.covers(b) or b.covers(a) for a in link.source for b in gold.source)


SYSTEMS: dict[str, Callable[[str], list[Link]]] = {"crosswire": crosswire, "nearest-name": nearest_name}


def main() -> None:
    """Print the table of one system on one split."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--system", choices=sorted(SYSTEMS), default="crosswire")
    arguments = parser.parse_args()
    rows = load(arguments.split, arguments.limit)
    started = time.perf_counter()
    found = [SYSTEMS[arguments.system](text) for _, text, _ in rows]
    took = time.perf_counter() - started
    print(f"{arguments.system} on PolNeAR {arguments.split}: {len(rows)} articles, {took:.2f} s")
    for key, (precision, recall, f1) in score(zip(found, (gold for _, _, gold in rows), strict=True)).items():
        if key.startswith("right source"):
            print(f"{key:30} {precision:5.1f} % of {recall:.0f}")
        else:
            print(f"{key:30} P {precision:5.1f}  R {recall:6.1f}  F1 {f1:5.1f}")


if __name__ == "__main__":
    main()
