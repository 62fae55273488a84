"""The gate's figures of page reading: bodies on zyte181, metadata on fundus256_meta."""

import logging
from statistics import mean

from bench.quality.extraction import evaluate

NAMES = ("zyte181", "fundus256_meta")
INPUTS = tuple(evaluate.DATA / f"{name}.{end}" for name in NAMES for end in ("pages.tar.xz", "gold.jsonl"))
# Trafilatura reads five pages a second on a busy core.
QUICK = False
LOWER = frozenset({"pages without a body"})


def measure() -> dict[str, float]:
    """Read every page of both sets."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return _bodies() | _metadata()


def _bodies() -> dict[str, float]:
    pages, shares, empty = evaluate.pages_of("zyte181"), [], 0
    for item in evaluate.gold_of("zyte181"):
        data = evaluate.find_page(pages, str(item["file"]))
        found = evaluate.crosswire_body(data) if data else ""
        empty += not found
        shares.append(evaluate.compare(str(item["body"]), found))
    figures = dict(zip(("body F1", "body precision", "body recall"), evaluate.score(shares), strict=True))
    return figures | {"pages without a body": float(empty)}


def _metadata() -> dict[str, float]:
    pages = evaluate.pages_of("fundus256_meta")
    right: dict[str, list[bool]] = {"title exact": [], "authors exact": [], "date exact": []}
    for item in evaluate.gold_of("fundus256_meta"):
        data = evaluate.find_page(pages, str(item["id"]).replace("/", "__").removesuffix(".gz"))
        title, authors, date = evaluate.crosswire_meta(data or b"")
        named = item.get("authors")
        wanted = {evaluate.fold(name).casefold() for name in (named if isinstance(named, list) else [])}
        right["authors exact"].append({evaluate.fold(name).casefold() for name in authors} == wanted)
        if item.get("title"):
            right["title exact"].append(evaluate.fold(title) == evaluate.fold(item["title"]))
        if item.get("date"):
            right["date exact"].append((date or "") == str(item["date"])[:10])
    return {name: mean(hits) for name, hits in right.items()}
