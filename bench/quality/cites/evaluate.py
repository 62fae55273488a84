"""
Score who is cited and in which role, on invented passages (bench/gold/cites).

    python -m bench.quality.cites.evaluate [--split dev|dev2|test] [--errors] [--encoder]
"""

import argparse
import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Literal

import msgspec

from crosswire.model import Article, Reading
from crosswire.packs import Packs, load
from crosswire.read import Annotator, choose_annotator, read_article

GOLD = Path(__file__).resolve().parents[2] / "gold" / "cites" / "gold.jsonl"
ROLES = ("outlet", "speaker", "credit", "footer")
_OF_CREDIT = {"wire": "credit", "source": "footer", "cites": "outlet"}

Found = tuple[int, int, str]


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage and who is cited in it."""

    id: str
    split: Literal["dev", "dev2", "test"]
    text: str
    spans: tuple[Found, ...]


def rows(split: str) -> list[Row]:
    found = [
        msgspec.json.decode(line, type=Row)
        for line in (GOLD.with_name("dev2.jsonl") if split == "dev2" else GOLD).read_bytes().splitlines()
    ]
    return [row for row in found if row.split == split]


def predict(row: Row, packs: Packs, annotator: Annotator | None = None) -> list[Found]:
    """Return the spans of a reading with their roles, each place once."""
    article = Article(row.id, row.text, published=dt.date(2031, 5, 14))
    reading = read_article(article, packs, annotator)
    return sorted({*_credits(reading), *_cited(reading, packs)})


def _credits(reading: Reading) -> list[Found]:
    return [(c.span.start, c.span.end, _OF_CREDIT[c.how]) for c in reading.credits if c.how in _OF_CREDIT]


def _cited(reading: Reading, packs: Packs) -> list[Found]:
    outlets = {actor.id for actor in reading.actors if actor.kind == "outlet"} | {one.id for one in packs.outlets}
    found = []
    for one in reading.attributions:
        if one.source is not None and not any(link.span.meets(one.source) for link in one.via):
            role = "outlet" if one.speaker in outlets else "speaker"
            found.append((one.source.start, one.source.end, role))
        for link in one.via:
            role = "outlet" if link.outlet or link.actor in outlets else "speaker"
            found.append((link.span.start, link.span.end, role))
    return found


def score(found: list[tuple[Row, list[Found]]]) -> dict[str, float]:
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for row, spans in found:
        held = matched(row.spans, spans)
        distinct = {*held.values(), *(span for span in spans if span not in held)}
        true.update(role for *_, role in row.spans)
        said.update(role for *_, role in distinct)
        right.update(role for *_, role in set(held.values()))
    figures = {f"{role} F1": 2 * right[role] / max(1, said[role] + true[role]) for role in ROLES}
    total = sum(right.values())
    figures["precision"], figures["recall"] = total / max(1, sum(said.values())), total / max(1, sum(true.values()))
    figures["F1"] = 2 * total / max(1, sum(said.values()) + sum(true.values()))
    return figures


def matched(gold: tuple[Found, ...], spans: list[Found]) -> dict[Found, Found]:
    """Map each span found to the gold span it is right about; two readings of one place count once."""
    held = {}
    for span in spans:
        for one in gold:
            shared = min(span[1], one[1]) - max(span[0], one[0])
            if span[2] == one[2] and 2 * shared >= min(span[1] - span[0], one[1] - one[0]):
                held[span] = one
    return held


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev", choices=("dev", "dev2", "test"))
    parser.add_argument("--errors", action="store_true", help="print what is wrong; the test half's stay unseen")
    parser.add_argument("--encoder", action="store_true", help="read with the encoder joined with the rules")
    options = parser.parse_args()
    packs = load()
    annotator = choose_annotator() if options.encoder else None
    found = [(row, predict(row, packs, annotator)) for row in rows(options.split)]
    for name, value in score(found).items():
        print(f"{name:<12}{value:.3f}")
    for row, spans in found if options.errors and options.split != "test" else ():
        held = matched(row.spans, spans)
        wrong = [f"{row.text[s:e]!r} as {role}" for s, e, role in spans if (s, e, role) not in held]
        missed = [f"{row.text[s:e]!r} as {role}" for s, e, role in row.spans if (s, e, role) not in held.values()]
        if wrong or missed:
            print(row.text, "\n    wrong:", wrong, "\n    missed:", missed)


if __name__ == "__main__":
    main()
