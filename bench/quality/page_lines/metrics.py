"""The gate's figures of finding the article in a pasted page: lines of dev pages, whose sites were never trained on."""

from bench import DATA
from bench.quality.page_lines import evaluate

FOLDER = DATA / "article-extraction"
NAMES = ("zyte181", "fundus256_meta")
INPUTS = tuple(FOLDER / f"{name}.{end}" for name in NAMES for end in ("pages.tar.xz", "gold.jsonl"))
# Rendering the pages to text takes half a minute before the first is read.
QUICK = False
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Label every line of the dev pages with the shipped reader."""
    pages = [page for page in evaluate.load_pages() if evaluate.is_dev(page.site)]
    figures = evaluate.f1([evaluate.counts(page, evaluate.whole(page)) for page in pages])
    return dict(zip(("line precision", "line recall", "line F1"), figures, strict=True))
