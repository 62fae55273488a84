"""
Score story grouping on BASIL (60 stories by 3 outlets each), next to a single pass over TF-IDF vectors.

    python bench/quality/stories/evaluate.py       # prints the table in RESULTS.md

BCubed precision, recall and F1 (Bagga and Baldwin 1998). The peer is the one the data's README measured: articles in
date order join the most alike story of the last `window` days, or found a new one; its threshold is the best of a sweep
on the same data, ours is the shipped one.
"""

import datetime as dt
import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read.reader import read_article
from crosswire.weigh import stories

DATA = Path(__file__).resolve().parents[3].parent / "shared/data/basil/basil.jsonl"


def load_basil() -> tuple[list[Article], dict[str, str]]:
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    articles = [
        Article(
            row["id"],
            row["text"],
            title=row["title"],
            outlet=row["source"],
            published=dt.date.fromisoformat(row["date"][:10]),
        )
        for row in rows
    ]
    return articles, {row["id"]: row["story"] for row in rows}


def bcubed(found: Iterable[Sequence[str]], gold: dict[str, str]) -> tuple[float, float, float]:
    sizes: dict[str, int] = {}
    for story in gold.values():
        sizes[story] = sizes.get(story, 0) + 1
    precision = recall = 0.0
    for group in found:
        for item in group:
            right = sum(gold[other] == gold[item] for other in group)
            precision += right / len(group)
            recall += right / sizes[gold[item]]
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def single_pass(articles: Sequence[Article], least: float, window: int = 4) -> list[list[str]]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    ordered = sorted(articles, key=lambda a: (a.published or dt.date.max, a.id))
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(
        [f"{a.title} {a.text}" for a in ordered]
    )
    alike = (vectors @ vectors.T).toarray()
    groups: list[list[int]] = []
    for at, article in enumerate(ordered):
        best, score = None, least
        for group in groups:
            last = ordered[group[-1]].published
            if article.published and last and (article.published - last).days > window:
                continue
            mean = sum(alike[at][other] for other in group) / len(group)
            if mean >= score:
                best, score = group, mean
        if best is None:
            groups.append([at])
        else:
            best.append(at)
    return [[ordered[at].id for at in group] for group in groups]


def main() -> None:
    articles, gold = load_basil()
    packs = load("core")
    statements = [s for article in articles for s in read_article(article, packs).statements]
    print("| system | P | R | BCubed F1 | seconds |\n|---|---|---|---|---|")
    begun = time.perf_counter()
    found = stories.group_stories(articles, statements)
    spent = time.perf_counter() - begun
    print("| Crosswire |", " | ".join(f"{x:.3f}" for x in bcubed(found, gold)), f"| {spent:.2f} |")
    try:
        begun = time.perf_counter()
        runs = {least: bcubed(single_pass(articles, least), gold) for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35)}
        spent = (time.perf_counter() - begun) / len(runs)
        least = max(runs, key=lambda key: runs[key][2])
        print(f"| TF-IDF single pass, J {least} |", " | ".join(f"{x:.3f}" for x in runs[least]), f"| {spent:.2f} |")
    except ImportError as missing:
        print(f"| TF-IDF single pass | not run: {missing} |")


if __name__ == "__main__":
    main()
