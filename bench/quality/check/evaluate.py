"""
Score the checking of reports: is a claim supported, and by which sentences?

    python -m bench.quality.check.evaluate            # the table of bench/results/2026-11-22-check.md

| corpus | what is scored |
|---|---|
| WiCE dev | AUC of supported against partly or not; F1 of the evidence sentences against the nearest gold set |
| QAGS CNN/DM | AUC of sentences that most readers call consistent |
| BUMP task 1 | AUC of references against edited twins; how often the reference scores higher (mean over error types) |

Peers on the same sentences: the three sentences nearest by TF-IDF (cosine of the claim with them), and ROUGE-2
precision of the claim against the whole source. None of the three was trained on; choices were made on all three.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt

from bench.quality.check.corpora import Example, appraised, bump, qags, wice
from crosswire.check.appraise import Appraisal
from crosswire.check.library import Library
from crosswire.check.score import load_model, support
from crosswire.read.encoder.comparer import load_comparer
from crosswire.text.sentences import split_sentences

Scorer = Callable[[str, Example], float]
Seen = Sequence[tuple[Example, Library, list[Appraisal]]]
CORPORA = {"wice": wice, "qags": qags, "bump": bump}
_WORD = re.compile(r"\w+")


def measure() -> dict[str, float]:
    """Return Crosswire's figures: as it checks by default, and by words alone as with --fast."""
    seen = {name: list(appraised(list(of()), comparer=load_comparer())) for name, of in CORPORA.items()}
    by_words = figures(seen, lambda one: support(one.measures, load_model("words")))
    return figures(seen, lambda one: one.support) | {f"{name}, by words": value for name, value in by_words.items()}


def figures(seen: Mapping[str, Seen], score: Callable[[Appraisal], float]) -> dict[str, float]:
    """Return the figures of one way to score what was appraised."""
    return {**_wice(seen["wice"], score), **_qags(seen["qags"], score), **_bump(seen["bump"], score)}


def _wice(seen: Seen, score: Callable[[Appraisal], float]) -> dict[str, float]:
    labels, scores, overlaps = [], [], []
    for example, _, found in seen:
        labels.append(example.label)
        scores.append(score(found[0]))
        chosen = {unit.index for unit in found[0].units}
        if any(example.gold):
            overlaps.append(max(_f1(chosen, gold) for gold in example.gold))
    return {"WiCE AUC": auc(labels, scores), "WiCE evidence F1": sum(overlaps) / len(overlaps)}


def _qags(seen: Seen, score: Callable[[Appraisal], float]) -> dict[str, float]:
    labels: list[bool] = []
    scores: list[float] = []
    for example, _, found in seen:
        labels += example.labels
        scores += [score(one) for one in found]
    return {"QAGS CNN/DM AUC": auc(labels, scores)}


def _bump(seen: Seen, score: Callable[[Appraisal], float]) -> dict[str, float]:
    scores = {one.id: sum(map(score, found)) / len(found) for one, _, found in seen}
    return bump_figures([one for one, *_ in seen], scores)


def bump_figures(examples: Sequence[Example], scores: dict[str, float]) -> dict[str, float]:
    """Return BUMP's AUC and consistency."""
    twins: dict[str, dict[bool, Example]] = defaultdict(dict)
    for one in examples:
        twins[one.pair][one.label] = one
    kinds: dict[str, list[bool]] = defaultdict(list)
    for both in twins.values():
        kinds[both[True].kind].append(scores[both[True].id] > scores[both[False].id])
    found = auc([one.label for one in examples], [scores[one.id] for one in examples])
    return {"BUMP AUC": found, "BUMP consistency": sum(sum(one) / len(one) for one in kinds.values()) / len(kinds)}


def peers() -> dict[str, dict[str, float]]:
    """Return the peers' figures on the same claims."""
    return {"TF-IDF top 3": peer(_tfidf), "ROUGE-2 precision": peer(_rouge)}


def peer(score: Scorer) -> dict[str, float]:
    """Return the figures of one score; evidence only of the one that chooses sentences."""
    checked = list(wice())
    found = {"WiCE AUC": auc([one.label for one in checked], [score(one.claims[0], one) for one in checked])}
    if score is _tfidf:
        chosen = [(one, {at for at, _ in nearest(one.claims[0], one)}) for one in checked if any(one.gold)]
        found["WiCE evidence F1"] = sum(max(_f1(at, gold) for gold in one.gold) for one, at in chosen) / len(chosen)
    pairs = [(label, score(claim, one)) for one in qags() for claim, label in zip(one.claims, one.labels, strict=True)]
    found["QAGS CNN/DM AUC"] = auc([label for label, _ in pairs], [value for _, value in pairs])
    examples = list(bump())
    scores = {one.id: sum(score(claim, one) for claim in one.claims) / len(one.claims) for one in examples}
    return {**found, **bump_figures(examples, scores)}


def nearest(claim: str, example: Example, most: int = 3) -> list[tuple[int, float]]:
    """Return the sentences nearest to a claim by the cosine of their TF-IDF vectors."""
    rows = [Counter(_words(one)) for one in _sentences(example)]
    held = Counter(word for row in rows for word in row)
    weigh = {word: log((1 + len(rows)) / (1 + count)) + 1 for word, count in held.items()}
    mine = {word: count * weigh.get(word, log(1 + len(rows)) + 1) for word, count in Counter(_words(claim)).items()}
    scored = [(_cosine(mine, {word: n * weigh[word] for word, n in row.items()}), -at) for at, row in enumerate(rows)]
    return [(-at, value) for value, at in sorted(scored, reverse=True)[:most]]


def _tfidf(claim: str, example: Example) -> float:
    return max((value for _, value in nearest(claim, example)), default=0.0)


def _rouge(claim: str, example: Example) -> float:
    mine = list(pairwise(_words(claim)))
    theirs = {pair for sentence in example.sentences for pair in pairwise(_words(sentence))}
    return sum(pair in theirs for pair in mine) / len(mine) if mine else 0.0


def auc(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """Return the area under the ROC curve: how often a supported claim outscores another, ties counting half."""
    good = [score for score, label in zip(scores, labels, strict=True) if label]
    bad = sorted(score for score, label in zip(scores, labels, strict=True) if not label)
    if not good or not bad:
        return 0.5
    return sum(bisect_left(bad, one) + bisect_right(bad, one) for one in good) / (2 * len(good) * len(bad))


def _sentences(example: Example) -> list[str]:
    if len(example.sentences) > 1:
        return list(example.sentences)
    text = example.sentences[0]
    return [span.of(text) for span in split_sentences(text)]


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared = sum(value * other[word] for word, value in one.items() if word in other)
    lengths = sqrt(sum(v * v for v in one.values())) * sqrt(sum(v * v for v in other.values()))
    return shared / lengths if lengths else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _f1(chosen: set[int], gold: frozenset[int]) -> float:
    return 2 * len(chosen & gold) / (len(chosen) + len(gold)) if chosen or gold else 0.0


def main() -> None:
    """Print the table."""
    ours = measure()
    end = ", by words"
    by_words = {name.removesuffix(end): value for name, value in ours.items() if name.endswith(end)}
    rows = {"Crosswire": ours, "Crosswire --fast": by_words, **peers()}
    names = list(by_words)
    print("| system |", " | ".join(names), "|")
    print("|---|" + "---|" * len(names))
    for system, found in rows.items():
        print(f"| {system} |", " | ".join(f"{found[name]:.3f}" if name in found else "–" for name in names), "|")


if __name__ == "__main__":
    main()
