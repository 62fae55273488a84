"""One table a task: Crosswire and its peers on the same items, one after the other in the same process."""

import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.util import find_spec

from bench import AbsentError
from bench.peers.intervals import Counts, f1, with_interval
from bench.peers.textacy_quotes import load_textacy
from bench.quality.attribution import evaluate as attribution
from bench.quality.copies import evaluate as copies
from bench.quality.extraction import evaluate as extraction
from bench.quality.stories import evaluate as stories
from bench.quality.timelines import evaluate as timelines
from bench.quality.timelines.corpus import DEV, TEST
from crosswire.packs import load
from crosswire.read.reader import read_article
from crosswire.weigh.stories import group_stories

# Thresholds of the single pass: the best of the sweep on the same data is shown, which favours the peer.
SWEEP = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35)


def attribution_table() -> list[str]:
    """PolNeAR dev: exact spans by class, and linked attributions."""
    rows = attribution.load("dev")
    systems: dict[str, Callable[[], Callable[[str], list[attribution.Link]]]] = {
        "Crosswire": lambda: attribution.crosswire,
        "nearest name (baseline)": lambda: attribution.nearest_name,
        "textacy direct_quotations": load_textacy,
    }
    lines = [
        f"PolNeAR 1.0.0 dev, {len(rows)} articles, first annotator; F1 in %, 95 % bootstrap interval over articles.",
        "",
        "| system | exact source | exact cue | exact content | linked | right source, content found | articles/s |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, loaded in systems.items():
        try:
            system = loaded()
        except AbsentError as missing:
            lines.append(f"| {name} | {missing} | | | | | |")
            continue
        begun = time.perf_counter()
        pairs = [(system(text), gold) for _, text, gold in rows]
        pace = len(rows) / (time.perf_counter() - begun)
        scored = attribution.score(pairs)
        exact = [with_interval(_exact(pairs, one), f1, scale=100) for one in attribution.CLASSES]
        right = scored["right source, content found"][0]
        lines.append(f"| {name} | {' | '.join(exact)} | {scored['linked'][2]:.1f} | {right:.1f} | {pace:.0f} |")
    return lines


def copies_table() -> list[str]:
    """wirecopy-planted: pairs in one cluster, and what became of each copying operation."""
    rows: copies.Rows = [json.loads(line) for line in copies.DATA.read_text(encoding="utf-8").splitlines()]
    systems: dict[str, tuple[str | None, Callable[[copies.Rows], copies.Clusters]]] = {
        "Crosswire": (None, copies.crosswire),
        "datasketch MinHash, 3-word, J >= .2": ("datasketch", copies.datasketch_minhash),
        "rensa MinHash, 3-word, J >= .2": ("rensa", copies.rensa_minhash),
    }
    operations = sorted({row["op"] for row in rows} - {"original"})
    lines = [
        f"wirecopy-planted, {len(rows)} documents; pairs of one cluster, `embed` left out; interval over originals.",
        "`embed` counts articles that only paste a passage and were folded as a whole: lower is better.",
        "",
        f"| system | P | R | F1 | docs/s | {' | '.join(operations)} |",
        "|---" * (5 + len(operations)) + "|",
    ]
    for name, (package, system) in systems.items():
        if package and find_spec(package) is None:
            lines.append(f"| {name} | not installed |" + " |" * (3 + len(operations)))
            continue
        begun = time.perf_counter()
        clusters = system(rows)
        pace = len(rows) / (time.perf_counter() - begun)
        scored, split = copies.score(rows, clusters), copies.by_operation(rows, clusters)
        cells = [f"{scored['P']:.3f}", f"{scored['R']:.3f}", with_interval(_pairs(rows, clusters), f1), f"{pace:,.0f}"]
        lines.append(f"| {name} | {' | '.join(cells + [split[one] for one in operations])} |")
    return lines


def stories_table() -> list[str]:
    """BASIL: reports grouped into stories."""
    articles, gold = stories.load_basil()
    packs = load("core")
    statements = [one for article in articles for one in read_article(article, packs).statements]
    lines = [
        f"BASIL, {len(articles)} articles, {len(set(gold.values()))} stories; BCubed, interval over stories.",
        "Seconds leave out Crosswire's reading, which the main job does anyway.",
        "",
        "| system | P | R | BCubed F1 | seconds |",
        "|---|---|---|---|---|",
        _story_row("Crosswire", partial(group_stories, articles, statements), gold),
    ]
    if find_spec("sklearn") is None:
        return [*lines, "| TF-IDF single pass | not installed (scikit-learn) | | | |"]
    best = max(SWEEP, key=lambda least: stories.bcubed(stories.single_pass(articles, least), gold)[2])
    name = f"TF-IDF single pass, 4-day window, best of {len(SWEEP)} thresholds ({best})"
    return [*lines, _story_row(name, partial(stories.single_pass, articles, best), gold)]


def extraction_table() -> list[str]:
    """zyte181 bodies and fundus256_meta metadata, beside trafilatura alone."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return [
        "Body, zyte181, 4-gram F1 with 95 % bootstrap interval over pages.",
        "",
        "| system | pages | F1 | precision | recall | empty | pages/s |",
        "|---|---|---|---|---|---|---|",
        *extraction.body_rows(None),
        "",
        "Metadata, fundus256_meta, exact match.",
        "",
        "| system | pages | title | authors | date | pages/s |",
        "|---|---|---|---|---|---|",
        *extraction.meta_rows(None, show=False),
    ]


def timelines_table() -> list[str]:
    """Timeline17's open topics: dates, and words by alignment."""
    return [
        f"Timeline17, {', '.join(TEST)} (test) and {', '.join(DEV)} (dev), each system at the gold's length; mean over",
        "timelines, 95 % bootstrap interval over topics. Seconds leave out the reading that all share.",
        "",
        *timelines.table(timelines.run((*TEST, *DEV))),
    ]


TABLES: dict[str, Callable[[], list[str]]] = {
    "attribution": attribution_table,
    "copies": copies_table,
    "extraction": extraction_table,
    "stories": stories_table,
    "timelines": timelines_table,
}


def _exact(pairs: Iterable[tuple[list[attribution.Link], list[attribution.Link]]], name: str) -> list[Counts]:
    """Return (right, found, wanted) spans of a class, an article at a time."""
    counts: list[Counts] = []
    for found, gold in pairs:
        ours = {span for link in found for span in getattr(link, name)}
        theirs = {span for link in gold for span in getattr(link, name)}
        counts.append((float(len(ours & theirs)), float(len(ours)), float(len(theirs))))
    return counts


def _pairs(rows: copies.Rows, clusters: copies.Clusters) -> list[Counts]:
    """Return (right, found, wanted) partners of the documents, an original's copies at a time."""
    judged = [row for row in rows if row["op"] != "embed"]
    families, found = Counter(row["origin"] for row in judged), Counter(clusters[row["id"]] for row in judged)
    both = Counter((row["origin"], clusters[row["id"]]) for row in judged)
    units: dict[str, list[float]] = {}
    for row in judged:
        origin, cluster = row["origin"], clusters[row["id"]]
        unit = units.setdefault(origin, [0.0, 0.0, 0.0])
        for at, many in enumerate((both[origin, cluster], found[cluster], families[origin])):
            unit[at] += many - 1
    return [(unit[0], unit[1], unit[2]) for unit in units.values()]


def _story_row(name: str, system: Callable[[], Iterable[Sequence[str]]], gold: dict[str, str]) -> str:
    begun = time.perf_counter()
    groups = [list(group) for group in system()]
    spent = time.perf_counter() - begun
    sizes = Counter(gold.values())
    units: dict[str, list[float]] = {}
    for group in groups:
        for item in group:
            right = sum(gold[other] == gold[item] for other in group)
            unit = units.setdefault(gold[item], [0.0, 0.0, 0.0])
            for at, value in enumerate((right / len(group), right / sizes[gold[item]], 1.0)):
                unit[at] += value
    precision, recall, _ = stories.bcubed(groups, gold)
    cell = with_interval([(unit[0], unit[1], unit[2]) for unit in units.values()], _bcubed_f1)
    return f"| {name} | {precision:.3f} | {recall:.3f} | {cell} | {spent:.2f} |"


def _bcubed_f1(counts: Counts) -> float:
    precision, recall, items = counts
    return 2 * (precision / items) * (recall / items) / ((precision + recall) / items)
