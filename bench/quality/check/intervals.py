"""
How sure the figures of support are: 95 % intervals over texts, by words alone and with statements read beside evidence.

    python -m bench.quality.check.intervals

Texts are drawn again with replacement (a page, a summary's article, an article with its edits), 1,000 times by a fixed
seed; what is gained is drawn with the two ways side by side.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec
import numpy as np

from bench.quality.check.corpora import Example, appraised
from bench.quality.check.evaluate import CORPORA, Seen, figures
from crosswire.check.appraise import Appraisal
from crosswire.check.library import Library
from crosswire.check.score import load_model, support
from crosswire.read.encoder.comparer import load_comparer

Score = Callable[[Appraisal], float]
DRAWS = 1000


def scored(seen: dict[str, Seen], score: Score) -> Score:
    """Return a look-up of scores: each is asked for a thousand times."""
    known = {id(one): score(one) for rows in seen.values() for *_, found in rows for one in found}
    return lambda one: known[id(one)]


def drawn(seen: dict[str, Seen], chance: np.random.Generator) -> dict[str, Seen]:
    """Return the corpora with their texts drawn again; twins stay together."""
    found: dict[str, Seen] = {}
    for name, rows in seen.items():
        texts: dict[tuple[str, ...], list[tuple[Example, Library, list[Appraisal]]]] = defaultdict(list)
        for row in rows:
            texts[row[0].sentences].append(row)
        held = list(texts.values())
        found[name] = [
            (_copy(row[0], turn), *row[1:])
            for turn, at in enumerate(chance.integers(0, len(held), len(held)).tolist())
            for row in held[at]
        ]
    return found


def _copy(example: Example, turn: int) -> Example:
    """Return an example under a name of its own: the same one may be drawn twice."""
    pair = f"{example.pair}/{turn}" if example.pair else ""
    return msgspec.structs.replace(example, id=f"{example.id}/{turn}", pair=pair)


def main() -> None:
    """Print the table."""
    seen: dict[str, Seen] = {
        name: list(appraised(list(of()), comparer=load_comparer())) for name, of in CORPORA.items()
    }
    ways: Sequence[Score] = (
        scored(seen, lambda one: support(one.measures, load_model("words"))),
        scored(seen, lambda one: one.support),
    )
    whole = [figures(seen, way) for way in ways]
    chance = np.random.default_rng(7)
    draws: dict[str, list[list[float]]] = defaultdict(list)
    for _ in range(DRAWS):
        some = drawn(seen, chance)
        both = [figures(some, way) for way in ways]
        for name in whole[0]:
            draws[name].append([both[0][name], both[1][name], both[1][name] - both[0][name]])
    print("| figure | by words | read beside | gained |")
    print("|---|---|---|---|")
    for name, rows in draws.items():
        low, high = np.quantile(np.array(rows), (0.025, 0.975), axis=0)
        values = [whole[0][name], whole[1][name], whole[1][name] - whole[0][name]]
        cells = [f"{value:.3f} ({a:.3f} to {b:.3f})" for value, a, b in zip(values, low, high, strict=True)]
        print(f"| {name} |", " | ".join(cells), "|")


if __name__ == "__main__":
    main()
