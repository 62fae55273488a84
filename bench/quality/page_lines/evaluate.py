"""
Measure which lines of saved pages are told to be body: baselines, block, model and the shipped `read_page`.

    python bench/quality/page_lines/evaluate.py [--set dev|train] [-o bench/quality/page_lines/results.md]

Needs lxml and ../shared/data/article-extraction beside the checkout. Sites of dev pages are never trained on.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "training/page_lines"))

from pages import LabelledPage, is_dev, load_pages  # noqa: E402

from crosswire.sources.page_lines import _own, _simple, best_block, is_prose  # noqa: E402
from crosswire.sources.page_model import score_lines  # noqa: E402
from crosswire.sources.pasted import read_page  # noqa: E402

NOTE = """\
Pages of zyte181 and the English part of fundus256_meta, rendered as a browser copies them; lines aligned with the gold
bodies; a line too short to tell is not counted. Micro-averaged over lines; interval by bootstrap over pages. Sites are
split by a hash of their name; weights and thresholds come from the training sites only. Two shared cores: read speeds
as ratios. Command: `python bench/quality/page_lines/evaluate.py -o bench/quality/page_lines/results.md`."""

Chooser = Callable[[LabelledPage], list[bool]]


def first_to_last(page: LabelledPage) -> list[bool]:
    prose = [i for i, line in enumerate(page.lines) if is_prose(line)] or [0]
    return [prose[0] <= i <= prose[-1] for i in range(len(page.lines))]


def block(page: LabelledPage) -> list[bool]:
    first, last = best_block([_simple(line, _own(line, 1)) for line in page.lines])
    return [first <= i < last for i in range(len(page.lines))]


def model(page: LabelledPage) -> list[bool]:
    return [score > 0 for score in score_lines(page.lines)]


def model_block(page: LabelledPage) -> list[bool]:
    first, last = best_block(score_lines(page.lines))
    return [first <= i < last for i in range(len(page.lines))]


def whole(page: LabelledPage) -> list[bool]:
    starts = {
        region.start for region in read_page(page.text).regions if region.role in ("body", "heading", "pullquote")
    }
    return [line.start in starts for line in page.lines]


SYSTEMS: dict[str, Chooser] = {
    "first to last long line": first_to_last,
    "best block of hand scores": block,
    "model alone": model,
    "model, then best block": model_block,
    "read_page (block, model and roles)": whole,
}


def counts(page: LabelledPage, chosen: list[bool]) -> tuple[int, int, int]:
    pairs = [(label, choice) for label, choice in zip(page.labels, chosen, strict=True) if label is not None]
    return (
        sum(label == 1 and choice for label, choice in pairs),
        sum(label == 0 and choice for label, choice in pairs),
        sum(label == 1 and not choice for label, choice in pairs),
    )


def f1(rows: list[tuple[int, int, int]]) -> tuple[float, float, float]:
    hit, wrong, lost = (sum(column) for column in zip(*rows, strict=True))
    precision, recall = hit / max(1, hit + wrong), hit / max(1, hit + lost)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def interval(rows: list[tuple[int, int, int]]) -> tuple[float, float]:
    draw = random.Random(7)
    values = sorted(f1(draw.choices(rows, k=len(rows)))[2] for _ in range(500))
    return values[12], values[487]


def table(pages: list[LabelledPage]) -> list[str]:
    lines = [
        "| system | precision | recall | F1 | 95 % interval | mean F1 a page | pages/s |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, choose in SYSTEMS.items():
        began = time.perf_counter()
        chosen = [choose(page) for page in pages]
        spent = time.perf_counter() - began
        rows = [counts(page, choice) for page, choice in zip(pages, chosen, strict=True)]
        precision, recall, score = f1(rows)
        low, high = interval(rows)
        mean = sum(f1([row])[2] for row in rows) / len(rows)
        lines.append(
            f"| {name} | {precision:.3f} | {recall:.3f} | {score:.3f} | {low:.3f}-{high:.3f} "
            f"| {mean:.3f} | {len(pages) / spent:.0f} |"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("dev", "train"), default="dev")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    pages = [page for page in load_pages() if is_dev(page.site) == (options.set == "dev")]
    lines = sum(len(page.lines) for page in pages)
    head = f"{options.set}: {len(pages)} pages of {len({page.site for page in pages})} sites, {lines} lines\n\n"
    text = head + "\n".join(table(pages)) + "\n"
    print(text)
    if options.output:
        options.output.write_text(f"# Which lines of a saved page are the article\n\n{NOTE}\n\n{text}")


if __name__ == "__main__":
    main()
