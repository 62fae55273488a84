"""
Time the checking of a report against 200 articles, their reading and weighing apart: by words, and read beside.

The statements are the sources' own, so whatever is not called supported is a false alarm; a copy is not read beside its
evidence, so they are checked once more without their last two words.

    python -m bench.speed.check
"""

import json
import time
from collections import Counter
from pathlib import Path

from crosswire.check import check_report, choose_comparer
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
    lines = [" ".join(one.split()) for one in sentences[:STATEMENTS]]
    for name, words in (("copied", lines), ("cut short", [one.rsplit(" ", 2)[0] + "." for one in lines])):
        draft = read_draft("\n\n".join(words).encode(), "draft.txt")
        for how, comparer in (("by words", None), ("read beside", choose_comparer())):
            started, worked = time.perf_counter(), time.process_time()
            check = check_report(draft, dossier, readings, packs, None, comparer)
            passed, spent = time.perf_counter() - started, time.process_time() - worked
            count = len(check.statements)
            rates = f"{count / passed:.0f}/s by the clock, {count / spent:.0f}/s by processor time"
            found = ", ".join(f"{n} {one}" for one, n in Counter(s.verdict for s in check.statements).most_common())
            print(f"{count} statements {name}, {how}, against {ARTICLES} articles: {rates}; {found}", flush=True)


if __name__ == "__main__":
    main()
