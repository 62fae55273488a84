"""
Time the checking of a report against 200 articles, their reading and weighing apart.

    python -m bench.speed.check
"""

import json
import time
from collections import Counter
from pathlib import Path

from crosswire.check import check_report
from crosswire.model import Article, Region
from crosswire.packs import load
from crosswire.pipeline import Inputs, read_all, weigh_readings
from crosswire.sources.drafts import read_draft

DATA = Path(__file__).resolve().parents[2].parent / "shared/data/basil/basil.jsonl"
ARTICLES, STATEMENTS = 200, 300


def main() -> None:
    """Print statements a second, by the clock and by the processor's time."""
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    texts = [next(row[key] for key in ("text", "body") if key in row) for row in rows]
    articles = tuple(
        Article(f"a{at:04}", text, regions=(Region(0, len(text), "body"),)) for at, text in enumerate(texts[:ARTICLES])
    )
    packs = load("core")
    readings = tuple(read_all(articles, packs))
    dossier = weigh_readings(Inputs(articles, ()), readings, packs, lambda stage, done, total: None)
    sentences = [one.evidence.quote for reading in readings for one in reading.statements[:3]]
    draft = read_draft("\n\n".join(" ".join(one.split()) for one in sentences[:STATEMENTS]).encode(), "draft.txt")
    started, worked = time.perf_counter(), time.process_time()
    check = check_report(draft, dossier, readings, packs)
    passed, spent = time.perf_counter() - started, time.process_time() - worked
    count = len(check.statements)
    rates = f"{count / passed:.0f}/s by the clock, {count / spent:.0f}/s by processor time"
    print(f"{count} statements against {ARTICLES} articles: {rates}")
    # They are the sources' own sentences: whatever is not called supported is a false alarm.
    print(", ".join(f"{n} {verdict}" for verdict, n in Counter(one.verdict for one in check.statements).most_common()))


if __name__ == "__main__":
    main()
