"""
Score attribution on PolNeAR: exact and overlapping spans by class, and linked attributions.

    python bench/quality/attribution/evaluate.py [--split dev] [--limit N] [--system crosswire|nearest-name|encoder]
    python bench/quality/attribution/evaluate.py --reader encoder [--weights DIR]

The second form puts the trained encoder beside the rules, with 95 % intervals (1,000 resamples of the articles).

A discontinuous span counts as its pieces, as in tagging evaluations. `exact` wants both ends on the character;
`overlap` gives each span its best Jaccard overlap. `linked` counts contents found (overlap >= .8 of characters) with
their right source (overlap >= .5), next to all contents found.
"""

import argparse
import random
import re
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

import msgspec

from crosswire import packs
from crosswire.model import Article, Region, Span
from crosswire.read.actors import find_actors
from crosswire.read.annotator import EncoderAnnotator
from crosswire.read.attribution import find_attributions
from crosswire.read.encoder import Encoder
from crosswire.read.encoder import load as load_encoder
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment

DATA = Path(__file__).resolve().parents[3].parent / "shared/data/polnear"
CLASSES = ("source", "cue", "content")
RIGHT = "right source, content found"


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
    article = _article(text)
    sentences, paragraphs = segment(article)
    quotes = find_quotes(text, sentences, paragraphs)
    actors, mentions = find_actors(article, sentences, paragraphs, quotes, vocabulary)
    found = find_attributions(text, sentences, paragraphs, quotes, actors, mentions, vocabulary)
    return [Link((a.source,) if a.source else (), (a.cue,) if a.cue else (), a.contents) for a in found]


def _article(text: str) -> Article:
    title = text.find("\n\n")
    regions = (Region(0, title, "title"), Region(title, len(text), "body")) if 0 < title < 300 else ()
    return Article("polnear", text, regions=regions)


WEIGHTS: list[Path] = []


@cache
def _encoder(folder: Path | None) -> Encoder:
    return load_encoder(folder)


def encoder(text: str) -> list[Link]:
    """Run the trained encoder alone on one text."""
    article = _article(text)
    found = _encoder(WEIGHTS[0] if WEIGHTS else None).read(article, segment(article)[0])
    return [Link(link.sources, link.cues, link.contents) for link in found.attributions]


@cache
def _joined(folder: Path | None) -> EncoderAnnotator:
    return EncoderAnnotator(_encoder(folder))


def joined(text: str) -> list[Link]:
    """Run what reads by default: the encoder joined with the rules."""
    reader = _joined(WEIGHTS[0] if WEIGHTS else None)
    found = reader.annotate(_article(text), packs.load()).attributions
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


Counts = dict[str, list[float]]


def count(found: list[Link], gold: list[Link]) -> Counts:
    """Return what one article adds to each measure: hits both ways, found, gold."""
    counts: Counts = {}
    for name in CLASSES:
        ours = {span for link in found for span in getattr(link, name)}
        theirs = {span for link in gold for span in getattr(link, name)}
        right = len(ours & theirs)
        counts[f"exact {name}"] = [right, right, len(ours), len(theirs)]
        hit = sum(max((overlap(a, b) for b in theirs), default=0) for a in ours)
        back = sum(max((overlap(a, b) for b in ours), default=0) for a in theirs)
        counts[f"overlap {name}"] = [hit, back, len(ours), len(theirs)]
    linked, speakers, sourced = 0, 0, 0
    for link in found:
        match = next((g for g in gold if any(overlap(a, b) >= 0.8 for a in link.content for b in g.content)), None)
        linked += match is not None and _same(link, match)
        sourced += match is not None and bool(match.source)
        speakers += match is not None and bool(match.source) and _same(link, match)
    counts["linked"] = [linked, linked, len(found), len(gold)]
    counts[RIGHT] = [speakers, sourced]
    return counts


def score(rows: Iterable[tuple[list[Link], list[Link]]]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 by measure, over (found, gold) pairs."""
    return tabulate([count(found, gold) for found, gold in rows])


def tabulate(rows: Sequence[Counts]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 by measure, over articles."""
    total: Counts = {}
    for row in rows:
        for key, values in row.items():
            _add(total.setdefault(key, [0.0] * len(values)), *values)
    right, sourced = total.pop(RIGHT, [0.0, 0.0])
    table = {}
    for key, (hit, back, found_total, gold_total) in total.items():
        precision, recall = 100 * hit / max(1, found_total), 100 * back / max(1, gold_total)
        table[key] = (precision, recall, 2 * precision * recall / max(1e-9, precision + recall))
    table[RIGHT] = (100 * right / max(1, sourced), float(sourced), 0.0)
    return table


def intervals(rows: Sequence[Counts], draws: int = 1000) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of each F1 (of the share, for right sources), resampling articles."""
    chance = random.Random(7)
    drawn: dict[str, list[float]] = {}
    for _ in range(draws):
        for key, values in tabulate(chance.choices(rows, k=len(rows))).items():
            drawn.setdefault(key, []).append(values[0 if key == RIGHT else 2])
    ends = {key: sorted(values) for key, values in drawn.items()}
    return {key: (values[round(0.025 * draws)], values[round(0.975 * draws) - 1]) for key, values in ends.items()}


def _add(row: list[float], *values: float) -> None:
    for index, value in enumerate(values):
        row[index] += value


def _same(link: Link, gold: Link) -> bool:
    return any(overlap(a, b) >= 0.5 or a.covers(b) or b.covers(a) for a in link.source for b in gold.source)


SYSTEMS: dict[str, Callable[[str], list[Link]]] = {
    "crosswire": crosswire, "nearest-name": nearest_name, "encoder": encoder, "joined": joined,
}  # fmt: skip


def main() -> None:
    """Print the table of one system on one split, or of rules and encoder side by side."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--system", choices=sorted(SYSTEMS), default="crosswire")
    parser.add_argument("--reader", choices=["encoder"], help="compare this reader with the rules")
    parser.add_argument("--weights", type=Path, help="the encoder's folder, if not the one that ships")
    arguments = parser.parse_args()
    if arguments.weights:
        WEIGHTS.append(arguments.weights)
    rows = load(arguments.split, arguments.limit)
    if arguments.reader:
        _compare(rows, ("crosswire", arguments.reader, "joined"), arguments.split)
        return
    started = time.perf_counter()
    found = [SYSTEMS[arguments.system](text) for _, text, _ in rows]
    took = time.perf_counter() - started
    print(f"{arguments.system} on PolNeAR {arguments.split}: {len(rows)} articles, {took:.2f} s")
    for key, (precision, recall, f1) in score(zip(found, (gold for _, _, gold in rows), strict=True)).items():
        if key == RIGHT:
            print(f"{key:30} {precision:5.1f} % of {recall:.0f}")
        else:
            print(f"{key:30} P {precision:5.1f}  R {recall:6.1f}  F1 {f1:5.1f}")


def _compare(rows: list[tuple[str, str, list[Link]]], systems: Sequence[str], split: str) -> None:
    columns = []
    for system in systems:
        counts = [count(SYSTEMS[system](text), gold) for _, text, gold in rows]
        columns.append((tabulate(counts), intervals(counts)))
    print(f"PolNeAR {split}: {len(rows)} articles, F1 with 95 % intervals over articles")
    print(f"{'':28}" + "".join(f"{'rules' if system == 'crosswire' else system:>22}" for system in systems))
    for key in columns[0][0]:
        cells = [
            f"{table[key][0 if key == RIGHT else 2]:.1f} ({spread[key][0]:.1f}-{spread[key][1]:.1f})"
            for table, spread in columns
        ]
        print(f"{key:28}" + "".join(f"{cell:>22}" for cell in cells))


if __name__ == "__main__":
    main()
