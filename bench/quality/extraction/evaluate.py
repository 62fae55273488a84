"""
Score page reading on zyte181 (body) and fundus256_meta (title, authors, date), beside trafilatura in the same run.

    python -m bench.quality.extraction.evaluate [--limit N] [--write]

Body: 4-gram F1 as in scrapinghub/article-extraction-benchmark (means of page precision and recall; 1,000 bootstrap
samples for the interval). Metadata: exact match after folding spaces; authors as sets; the date by its day.
The sets hold pages in other languages too; Crosswire is scored before it refuses them. A page it finds no body on
scores as an empty one. `crosswire` includes the metadata reading its page needs; trafilatura's row is the body alone.
"""

import argparse
import gzip
import json
import logging
import random
import re
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from statistics import mean

DATA = Path(__file__).resolve().parents[3].parent / "shared/data/article-extraction"
RESULT = Path(__file__).with_name("result.md")
_WORD = re.compile(r"\w+")

Shares = tuple[float, float, float]


def shingles(text: str, n: int = 4) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + n]) for at in range(max(1, len(words) - n + 1))) if words else Counter()


def compare(gold: str, found: str) -> Shares:
    """Return (true, false, missed) shares of a page's shingles."""
    a, b = shingles(gold), shingles(found)
    true, false, missed = (a & b).total(), (b - a).total(), (a - b).total()
    size = true + false + missed
    return (true / size, false / size, missed / size) if size else (0.0, 0.0, 0.0)


def score(pages: list[Shares]) -> tuple[float, float, float]:
    """Return (F1, precision, recall), the latter two as means over pages."""
    precision = mean(1.0 if f == m == 0 else 0.0 if t == f == 0 else t / (t + f) for t, f, m in pages)
    recall = mean(1.0 if f == m == 0 else 0.0 if t == m == 0 else t / (t + m) for t, f, m in pages)
    return (2 * precision * recall / (precision + recall) if precision + recall else 0.0), precision, recall


def interval(pages: list[Shares]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1."""
    chance = random.Random(7)
    drawn = sorted(score(chance.choices(pages, k=len(pages)))[0] for _ in range(1_000))
    return drawn[25], drawn[974]


def pages_of(name: str) -> dict[str, bytes]:
    with tarfile.open(DATA / f"{name}.pages.tar.xz") as archive:
        found = {}
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is not None:
                data = stream.read()
                found[member.name.removeprefix("./")] = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    return found


def gold_of(name: str) -> Iterator[dict[str, object]]:
    with (DATA / f"{name}.gold.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def find_page(pages: dict[str, bytes], key: str) -> bytes | None:
    return next((data for name, data in pages.items() if name == key or name.endswith(f"/{key}")), None)


def crosswire_body(data: bytes) -> str:
    from crosswire.sources.decode import decode
    from crosswire.sources.html import body_blocks, parse
    from crosswire.sources.metadata import read_metadata

    tree = parse(decode(data, declared=True))
    if tree is None:
        return ""
    return "\n".join(block.text for block in body_blocks(tree, read_metadata(tree)))


def trafilatura_body(data: bytes) -> str:
    import trafilatura

    return trafilatura.extract(data, favor_precision=True, include_comments=False) or ""


def body_rows(limit: int | None) -> list[str]:
    pages = pages_of("zyte181")
    gold = list(gold_of("zyte181"))[:limit]
    rows = []
    systems: tuple[tuple[str, Callable[[bytes], str]], ...] = (
        ("crosswire", crosswire_body),
        ("trafilatura, precision", trafilatura_body),
    )
    for name, system in systems:
        shares, empty = [], 0
        start = time.perf_counter()
        for item in gold:
            data = find_page(pages, str(item["file"]))
            found = system(data) if data else ""
            empty += not found
            shares.append(compare(str(item["body"]), found))
        seconds = time.perf_counter() - start
        f1, precision, recall = score(shares)
        low, high = interval(shares)
        rows.append(
            f"| {name} | {len(gold)} | {f1:.3f} ({low:.3f}-{high:.3f}) | {precision:.3f} | {recall:.3f} "
            f"| {empty} | {len(gold) / seconds:.0f} |"
        )
    return rows


def crosswire_meta(data: bytes) -> tuple[str | None, list[str], str | None]:
    from crosswire.sources.decode import decode
    from crosswire.sources.html import parse
    from crosswire.sources.metadata import read_metadata

    tree = parse(decode(data, declared=True))
    if tree is None:
        return None, [], None
    page = read_metadata(tree)
    return page.title, list(page.authors), page.published.isoformat() if page.published else None


def trafilatura_meta(data: bytes) -> tuple[str | None, list[str], str | None]:
    import trafilatura

    page = trafilatura.extract_metadata(data)
    return (page.title, (page.author or "").split("; ") if page.author else [], page.date) if page else (None, [], None)


ENGLISH = frozenset("us uk ca au ie nz in ng za sg my ph bd gl il intl".split())


def fold(words: object) -> str:
    return " ".join(str(words or "").split())


def meta_rows(limit: int | None, show: bool) -> list[str]:
    pages = pages_of("fundus256_meta")
    gold = list(gold_of("fundus256_meta"))[:limit]
    rows = []
    for name, system in (("crosswire metadata", crosswire_meta), ("trafilatura extract_metadata", trafilatura_meta)):
        right: dict[tuple[str, str], list[bool]] = {}
        start = time.perf_counter()
        for item in gold:
            data = find_page(pages, str(item["id"]).replace("/", "__").removesuffix(".gz"))
            title, authors, date = system(data or b"")
            groups = ["all", *(["English"] if is_english(item) else [])]
            names = item.get("authors")
            checks = {
                "title": fold(title) == fold(item["title"]),
                "authors": {fold(n).casefold() for n in authors}
                == {fold(n).casefold() for n in (names if isinstance(names, list) else [])},
                "date": (date or "") == str(item["date"] or "")[:10],
            }
            for group in groups:
                for field, is_right in checks.items():
                    if item.get(field) or field == "authors":
                        right.setdefault((group, field), []).append(is_right)
            if show and system is crosswire_meta:
                for field, found in (("title", title), ("authors", authors), ("date", date)):
                    if not checks[field]:
                        print(item["id"], field, "| gold:", str(item[field])[:140], "| found:", str(found)[:140])
        speed = len(gold) / (time.perf_counter() - start)
        for group in ("all", "English"):
            if any((group, field) not in right for field in ("title", "authors", "date")):
                continue
            cells = " | ".join(f"{mean(right[group, field]):.3f}" for field in ("title", "authors", "date"))
            rows.append(f"| {name} | {group}, {len(right[group, 'title'])} | {cells} | {speed:.0f} |")
    return rows


def is_english(item: dict[str, object]) -> bool:
    from crosswire.sources.build import english_share

    body = item.get("body")
    return english_share(" ".join(map(str, body if isinstance(body, list) else [body]))) > 0.25


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--write", action="store_true", help="store the table beside this file")
    parser.add_argument("--show", action="store_true", help="list what metadata got wrong")
    parser.add_argument("--only", choices=("body", "meta"))
    chosen = parser.parse_args()
    logging.disable(logging.CRITICAL)
    setting = f"trafilatura {version('trafilatura')}, Python {python_version()}; pages/s on two shared, busy cores."
    lines = ["# Page reading", "", f"`python -m bench.quality.extraction.evaluate --write`; {setting}", ""]
    if chosen.only != "meta":
        lines += ["Body, zyte181 (2019), 4-gram F1 with 95 % bootstrap interval.", ""]
        lines += ["| system | pages | F1 | precision | recall | empty | pages/s |", "|---|---|---|---|---|---|---|"]
        lines += body_rows(chosen.limit)
    if chosen.only != "body":
        lines += ["", "Metadata, fundus256_meta, exact match (authors as a set, date by its day).", ""]
        lines += ["| system | pages | title | authors | date | pages/s |", "|---|---|---|---|---|---|"]
        lines += meta_rows(chosen.limit, chosen.show)
    table = "\n".join(lines)
    print(table)
    if chosen.write:
        RESULT.write_text(f"{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
