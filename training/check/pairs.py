"""
Claims beside their evidence, right and wrong: what the network that reads the two together learns from.

    python training/check/pairs.py --out FOLDER [--parts N]

Claims are openings of articles (to be borne out by the rest), sentences said otherwise (`reduce.py`), openings of other
outlets' reports of the same event (ECB+), and WiCE's train claims; wrong ones have one error planted (`plant.py`).
Texts: T17 (four topics), Entities-12, PolNeAR train, ECB+ train. Their evidence is looked up
by the product's own code. The same examples on every run.
"""

import argparse
import json
import pickle
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.quality.check.corpora import DATA, desk_of
from examples import token_pairs
from plant import Ground, Name, Pools, plant
from reduce import named, reduce

from crosswire.check.appraise import appraise
from crosswire.check.beside import Laid, lay_out
from crosswire.check.library import Library
from crosswire.check.score import held
from crosswire.model import Article, Region, Span
from crosswire.packs import Packs, load
from crosswire.read.encoder import load as load_encoder
from crosswire.read.encoder.encoder import MODELS
from crosswire.read.encoder.wordpieces import Cutter
from crosswire.text.sentences import split_sentences

LONGEST_TEXT = 3500
# Texts read, and written of, at a time.
PART = 120
SHORTEST, LONGEST = 7, 42
_TOKENS = ((r" (n't|'s|'ve|'re|'ll|'d|'m)\b", r"\1"), (r" ([,.;:!?%)\]])", r"\1"), (r"([(\[$]) ", r"\1"))


class Source(NamedTuple):
    """A text: its sentences and names, and the event it tells of where the corpus says so."""

    key: str
    sentences: tuple[str, ...]
    names: tuple[Name, ...]
    event: str


class Row(NamedTuple):
    """One example: the window, whether each word of the claim is wrong, whether the claim holds, and its twins' key."""

    inputs: tuple[list[int], ...]
    heads: list[int]
    wrong: list[int]
    label: bool
    group: str
    kind: str
    measures: dict[str, float]
    claim: str


def texts(most: int) -> list[tuple[str, str, str]]:
    """Return key, text and event of the articles, in a fixed disorder; no dev or test articles."""
    dated = [
        (f"{path.parent.name}-{at}", _untokenised(json.loads(line)["text"]), "")
        for folder in ("t17", "tls-entities12")
        for path in sorted((DATA / folder).glob("*/articles.jsonl"))
        if folder != "t17" or path.parent.name in ("egypt", "syria", "haiti", "h1n1")
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines())
    ]
    random.Random(7).shuffle(dated)
    found = dated[: most // 2]
    found += [
        (path.stem, path.read_text(encoding="utf-8"), "")
        for path in sorted((DATA / "polnear/train/text").glob("*.txt"))
    ]
    for line in (DATA / "ecbplus-docs/docs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] == "train":
            found.append((row["id"], _untokenised(f"{row['title']}\n\n{row['text']}"), row["subtopic"]))
    # Reports of one event stay together: each is looked up in the others.
    events = sorted({event or key for key, _, event in found})
    random.Random(8).shuffle(events)
    place = {event: at for at, event in enumerate(events)}
    return sorted(found, key=lambda one: (place[one[2] or one[0]], one[0]))[:most]


def _untokenised(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        line = (
            line.replace("\\/", "/").replace("-LRB-", "(").replace("-RRB-", ")").replace("``", '"').replace("''", '"')
        )
        for pattern, by in _TOKENS:
            line = re.sub(pattern, by, line)
        line = re.sub(r'" ([^"]{1,300}?) "', r'"\1"', line)
        lines.append(" ".join(line.split()))
    return "\n".join(line for line in lines if line)


def sources(some: Sequence[tuple[str, str, str]]) -> Iterator[Source]:
    """Yield texts as sentences with their names."""
    encoder = load_encoder()
    for key, whole, event in some:
        text = whole[:LONGEST_TEXT]
        spans = [span for span in split_sentences(text) if span.of(text).strip()]
        if not len(spans) >= 5:
            continue
        found = encoder.read(Article(key, text, regions=(Region(0, len(text), "body"),)), spans)
        names = sorted({Name(" ".join(one.span.of(text).split()), one.kind) for one in found.entities})
        yield Source(key, tuple(" ".join(span.of(text).split()) for span in spans), tuple(names), event)


def claims_of(
    source: Source, twins: Sequence[Source], draw: random.Random
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield claims that hold, what they are to be looked up in, and where they come from."""
    sentences = source.sentences
    for place in range(min(3, len(sentences) - 4)):
        yield sentences[place], sentences[:place] + sentences[place + 1 :], "opening"
    for other in draw.sample(list(twins), min(1, len(twins))):
        yield other.sentences[0], sentences, "twin"
    inner = [at for at, one in enumerate(sentences) if SHORTEST + 3 <= len(one.split()) <= 60]
    for at in draw.sample(inner, min(2, len(inner))):
        words = sentences[at]
        before = [one.words for one in source.names if one.kind == "person" and at and one.words in sentences[at - 1]]
        words = (named(words, before[0]) if len(before) == 1 else None) or words
        words = reduce(words, in_claim(words, source.names), source.names, draw)
        if draw.random() < 0.15 and at + 1 < len(sentences):
            more = reduce(sentences[at + 1], in_claim(sentences[at + 1], source.names), source.names, draw)
            words = f"{words.rstrip('. ')}, and {more[:1].lower()}{more[1:]}" if len(more.split()) < 22 else words
        yield words, sentences, "reduced"


def in_claim(claim: str, names: Sequence[Name]) -> list[Name]:
    """Return the names that stand in a claim, the longest of those that overlap."""
    found = [one for one in names if re.search(rf"(?<!\w){re.escape(one.words)}(?!\w)", claim)]
    return [one for one in found if not any(one.words != other.words and one.words in other.words for other in found)]


def rows_of(source: Source, twins: Sequence[Source], ground: Ground, packs: Packs, cutter: Cutter) -> Iterator[Row]:
    """Yield the examples of one text."""
    draw = random.Random(source.key)
    libraries: dict[tuple[str, ...], Library] = {}
    for number, (claim, place, origin) in enumerate(claims_of(source, twins, draw)):
        if not SHORTEST <= len(claim.split()) <= LONGEST:
            continue
        library = libraries.get(place) or libraries.setdefault(place, _library(place, packs))
        group = f"{source.key}/{number}"
        whole = row(claim, (), True, library, packs, cutter, group, origin)
        # An opening that the rest does not bear out is no example of a claim that holds.
        if whole.measures["held"] < (0.45 if origin != "reduced" else 0.6):
            continue
        yield whole
        own = in_claim(claim, [*source.names, *(name for twin in twins for name in twin.names)])
        met = {claim}
        for _ in range(2):
            bad = plant(claim, own, ground, draw)
            if bad and bad.words not in met:
                met.add(bad.words)
                yield row(bad.words, bad.wrong, False, library, packs, cutter, group, bad.kind)


def row(
    claim: str, wrong: Sequence[tuple[int, int]], label: bool, library: Library, packs: Packs, cutter: Cutter,
    group: str, kind: str,
) -> Row:  # fmt: skip
    """Look a claim up and lay it out."""
    stated, desk = desk_of(claim, library, packs)
    found = appraise(stated, desk)
    text = desk.report.text
    shares = [held(word, text, found.units, library, found.settled) for word in found.words]
    laid: Laid = lay_out(text, Span(0, len(text)), found.words, shares, found.units, library=library, cutter=cutter)
    marks = [int(any(start < word.end and word.start < end for start, end in wrong)) for word in laid.words]
    return Row(laid.inputs, laid.heads, marks, label, group, kind, found.measures, claim)


def wice_rows(packs: Packs, cutter: Cutter) -> Iterator[Row]:
    """Yield WiCE's train claims with the words that nothing bears out, and what is left without them."""
    raw = [json.loads(line) for line in (DATA / "wice-claim/non_supported_tokens.train.jsonl").open(encoding="utf-8")]
    libraries: dict[tuple[str, ...], Library] = {}
    for example in token_pairs():
        library = libraries.get(example.sentences) or libraries.setdefault(
            example.sentences, _library(example.sentences, packs)
        )
        wrong: list[tuple[int, int]] = []
        if not example.label:
            one, at, claim = raw[int(example.pair.split("-")[1])], 0, " ".join(example.claims[0].split())
            for word, lost in zip(one["claim_tokens"], one["non_supported_spans"], strict=True):
                place = claim.find(word, at)
                if place >= 0:
                    at = place + len(word)
                    wrong += [(place, at)] if lost else []
        yield row(example.claims[0], wrong, example.label, library, packs, cutter, example.pair, "wice")


def _library(sentences: Sequence[str], packs: Packs) -> Library:
    from bench.quality.check.corpora import library_of

    return library_of(sentences, packs)


def main() -> None:
    """Write the examples in parts, as they come."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("check-pairs"))
    parser.add_argument("--texts", type=int, default=2000, help="texts to choose from")
    parser.add_argument("--parts", type=int, default=9, help="stop after as many parts of them")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    packs, cutter = load("core"), Cutter((MODELS / "pieces.txt").read_text(encoding="utf-8").split("\n")[:-1])
    began = time.monotonic()
    chosen, known = texts(options.texts)[: options.parts * PART], list[Source]()
    for first in range(0, len(chosen), PART):
        fresh = list(sources(chosen[first : first + PART]))
        known += fresh
        pools = Pools((s for one in known for s in one.sentences), (name for one in known for name in one.names))
        part: list[Row] = [] if first else list(wice_rows(packs, cutter))
        for at, one in enumerate(fresh):
            twins = [other for other in fresh if one.event and other.event == one.event and other.key != one.key]
            ground = Ground(one.sentences, one.names, fresh[(at + 17) % len(fresh)].sentences, pools)
            part += rows_of(one, twins, ground, packs, cutter)
        path = options.out / f"part{first // PART:03}.pkl"
        path.with_suffix(".tmp").write_bytes(pickle.dumps([tuple(row) for row in part]))
        path.with_suffix(".tmp").rename(path)
        print(first + len(fresh), "texts", len(part), "examples", round(time.monotonic() - began), "s", flush=True)


if __name__ == "__main__":
    main()
