"""The gate's figures of grouping reports into stories: BCubed on BASIL."""

from bench.quality.stories import evaluate
from crosswire.packs import load
from crosswire.read.reader import read_article
from crosswire.weigh import stories

INPUTS = (evaluate.DATA,)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Group BASIL's articles by what their statements say."""
    articles, gold = evaluate.load_basil()
    packs = load("core")
    statements = [one for article in articles for one in read_article(article, packs).statements]
    figures = evaluate.bcubed(stories.group_stories(articles, statements), gold)
    return dict(zip(("BCubed precision", "BCubed recall", "BCubed F1"), figures, strict=True))
