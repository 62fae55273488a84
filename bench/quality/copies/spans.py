"""
Score what lies inside the copies: which characters are copied, and whose each paragraph of a mixed article is.

    python -m bench.quality.copies.spans

Gold, from the way wirecopy-planted was made: a paragraph of a copy is planted when it stands in the original, or is an
edited or noisy form of one of its paragraphs (rapidfuzz ratio of at least `PLANTED`). Spans
are scored by characters against the original. For paragraphs every original is one outlet's report of one day and every
copy another outlet's of the next: an embedded paragraph must be counted for the original's outlet, a host paragraph for
the host's. Reports that share a speech and nothing else (bench/gold/quotations) must share no passage.
"""

import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from bench.quality.copies.evaluate import DATA, Rows
from crosswire.model import Article, Reading, Span
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment
from crosswire.weigh.borrowings import home_of
from crosswire.weigh.copies import Copies, find_overlaps
from crosswire.weigh.homes import find_homes
from crosswire.weigh.outlets import outlet_book

QUOTATIONS = Path(__file__).resolve().parents[2] / "gold" / "quotations" / "gold.jsonl"
PLANTED = 65
_DAY = dt.date(2030, 1, 1)


def read_quotes(articles: Sequence[Article]) -> dict[str, Reading]:
    found = {}
    for article in articles:
        quotes = find_quotes(article.text, *segment(article))
        found[article.id] = Reading(article.id, "bench", quotes=tuple(quotes))
    return found


def as_reported(rows: Rows) -> list[Article]:
    """Return the rows as articles: originals of one day, copies of the next, each by an outlet of its own."""
    found = []
    for row in rows:
        copied = row["op"] != "original"
        outlet = f"Copyist {row['id']}" if copied else f"Source {row['origin']}"
        found.append(Article(row["id"], row["text"], outlet=outlet, published=_DAY + dt.timedelta(days=copied)))
    return found


def paragraphs(text: str) -> list[Span]:
    found, at = [], 0
    for part in text.split("\n\n"):
        found.append(Span(at, at + len(part)))
        at += len(part) + 2
    return found


def closest(paragraph: str, texts: Mapping[str, str]) -> str | None:
    """Return which of some texts has the paragraph, None when none has."""
    alike = {
        name: 100.0 if paragraph in text else max(fuzz.ratio(paragraph, other) for other in text.split("\n\n"))
        for name, text in texts.items()
    }
    best = max(alike, key=lambda name: (alike[name], name))
    return best if alike[best] >= PLANTED else None


def span_scores(rows: Rows) -> dict[str, float]:
    """Return character precision, recall and F1 of the copied spans."""
    articles = as_reported(rows)
    found = {(o.copy, o.source): o.stretches for o in find_overlaps(articles, read_quotes(articles))}
    original = {row["origin"]: row for row in rows if row["op"] == "original"}
    right = said = true = 0
    for row in rows:
        if row["op"] != "original":
            text, source = row["text"], original[row["origin"]]
            gold = [s for s in paragraphs(text) if closest(s.of(text), {"": source["text"]}) is not None]
            planted = _letters(text, gold)
            shown = _letters(text, found.get((row["id"], source["id"]), ()))
            right, said, true = right + len(planted & shown), said + len(shown), true + len(planted)
    return _prf(right, said, true)


def paragraph_scores(rows: Rows) -> dict[str, float]:
    """Return precision and recall of the outlets that the paragraphs of `embed` articles are counted for."""
    articles = as_reported(rows)
    homes = find_homes(articles, read_quotes(articles), outlet_book(()))
    original = {row["origin"]: row["text"] for row in rows if row["op"] == "original"}
    counts: Counter[str] = Counter()
    for row in rows:
        if row["op"] != "embed":
            continue
        also: Mapping[str, str] = row["also_from"]  # type: ignore[assignment]
        texts = {name: original[name] for name in (row["origin"], also["id"])}
        for span in paragraphs(row["text"]):
            gold = closest(span.of(row["text"]), texts)
            home = home_of(span, homes.borrowed.get(row["id"], ())) or homes.home[row["id"]]
            said = home.name.removeprefix("Source ")
            counts["true"] += gold == row["origin"]
            counts["said"] += said == row["origin"]
            counts["right"] += gold == said == row["origin"]
    scored = _prf(counts["right"], counts["said"], counts["true"])
    return {"P": scored["P"], "R": scored["R"]}


def quotation_links() -> int:
    """Return how many reports that share only a speech are folded or lend each other a passage."""
    rows = [json.loads(line) for line in QUOTATIONS.read_text(encoding="utf-8").splitlines()]
    articles = [
        Article(row["id"], row["text"], outlet=row["id"], published=_DAY + dt.timedelta(days=at % 3))
        for at, row in enumerate(rows)
    ]
    homes = find_homes(articles, read_quotes(articles), outlet_book(()))
    folded = sum(name != homes.family[name] for name in homes.family)
    return folded + sum(map(len, homes.borrowed.values()))


def speeds(rows: Rows, runs: int = 5) -> tuple[float, float]:
    """Return articles per second of CPU for candidates alone and with spans, the best of some runs."""
    articles = as_reported(rows)
    readings = read_quotes(articles)
    best = [0.0, 0.0]
    for _ in range(runs):
        begun = time.process_time()
        copies = Copies(articles, readings)
        middle = time.process_time()
        copies.overlaps()
        ended = time.process_time()
        best = [max(best[0], len(rows) / (middle - begun)), max(best[1], len(rows) / (ended - begun))]
    return best[0], best[1]


def _letters(text: str, spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end) if not text[at].isspace()}


def _prf(right: int, said: int, true: int) -> dict[str, float]:
    return {"P": right / max(1, said), "R": right / max(1, true), "F1": 2 * right / max(1, said + true)}


def main() -> None:
    rows: Rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    print("copied characters: P {P:.3f}, R {R:.3f}, F1 {F1:.3f}".format(**span_scores(rows)))
    print("embedded paragraphs: P {P:.3f}, R {R:.3f}".format(**paragraph_scores(rows)))
    print(f"links between reports that share only a speech: {quotation_links()}")
    print("articles/s of CPU: {:,.0f} candidates, {:,.0f} with spans".format(*speeds(rows)))


if __name__ == "__main__":
    main()
