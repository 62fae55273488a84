"""Whether the words of a statement stand together as they do in the sources: the right words in another relation."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import log

from crosswire.check.library import Library, Unit
from crosswire.check.words import Word
from crosswire.text.tokens import STOP, words

# Content words to either side that place a word, the weight of each next one farther off, and how far a source may
# stretch them: found on QAGS and BUMP, where three to eight words do within a point of each other.
_REACH, _FADES, _SLACK = 6, 0.85, 2
# Words farther apart than this are paired no more; hardly a sentence has as many that tell something.
_PAIRED = 40
# How a word is foretold by its neighbours: by the two beside it, by the one, by how often the sources have it at all,
# and by how common it is anywhere (a function word or not).
_TWO, _ONE, _ANY, _ELSEWHERE = 0.5, 0.3, 0.15, 0.05
_FUNCTION, _CONTENT = 0.02, 0.0001


def together(stated: Sequence[Word], text: str, candidates: Sequence[Unit], library: Library) -> dict[str, float]:
    """
    Measure how far a statement's words stand together in the sentences that bear on it, and in those around them.

    `placed` is the share of each word's neighbours, on their side of it, that it has where it stands best, the mean of
    all words; `joined` the share of pairs of words that one sentence holds, each pair weighed by its words; `three`
    the share of runs of three words that the sources have; `flow` the mean logarithm of a word's chance beside its
    neighbours, mixed from runs of three, two and one as by Jelinek and Mercer 1980, the sources being all the language.
    """
    runs = _runs(candidates, library)
    weights = [library.weight(word.key) for word in stated]
    tokens = words(text[stated[0].start : stated[-1].end]) if stated else []
    theirs = [[token for unit in run for token in library.tokens(unit)] for run in runs]
    return {
        "placed": _placed(stated, weights, [[word.key for unit in run for word in unit.words] for run in runs]),
        "joined": _joined(stated, weights, [unit.keys for unit in candidates]),
        "three": _three(tokens, theirs),
        "flow": (_flow(tokens, theirs) + _flow(tokens[::-1], [run[::-1] for run in theirs])) / 2,
    }


def _runs(candidates: Sequence[Unit], library: Library) -> list[list[Unit]]:
    """Return the candidates with the sentences before and after each, what follows one another as one run."""
    places = sorted({place for unit in candidates for place in library.around(unit)})
    found: list[list[Unit]] = []
    for at in places:
        unit = library.units[at]
        before = found[-1][-1] if found else None
        if before is not None and before.source == unit.source and before.index + 1 == unit.index:
            found[-1].append(unit)
        else:
            found.append([unit])
    return found


def _placed(stated: Sequence[Word], weights: Sequence[float], runs: Sequence[Sequence[str]]) -> float:
    places: dict[str, list[tuple[Sequence[str], int]]] = defaultdict(list)
    asked = {word.key for word in stated}
    for run in runs:
        for at, key in enumerate(run):
            if key in asked:
                places[key].append((run, at))
    shares = [_best(at, stated, weights, places[word.key]) for at, word in enumerate(stated)]
    return sum(shares) / len(shares) if shares else 1.0


def _best(
    at: int, stated: Sequence[Word], weights: Sequence[float], places: Sequence[tuple[Sequence[str], int]]
) -> float:
    """Return the share of a word's neighbours that it has at the best of its places."""
    if not places:
        return 0.0
    before, after = (
        {stated[n].key: weights[n] * _FADES ** (abs(n - at) - 1) for n in near if stated[n].key != stated[at].key}
        for near in (range(max(0, at - _REACH), at), range(min(len(stated), at + _REACH + 1) - 1, at, -1))
    )
    total = sum(before.values()) + sum(after.values())
    if not total:
        return 1.0
    reach = _REACH + _SLACK
    return (
        max(
            sum(before.get(key, 0.0) for key in sorted(set(run[max(0, place - reach) : place])))
            + sum(after.get(key, 0.0) for key in sorted(set(run[place + 1 : place + 1 + reach])))
            for run, place in places
        )
        / total
    )


def _joined(stated: Sequence[Word], weights: Sequence[float], sentences: Sequence[frozenset[str]]) -> float:
    held = [sum(1 << at for at, sentence in enumerate(sentences) if word.key in sentence) for word in stated]
    total = found = 0.0
    for one in range(len(stated)):
        for other in range(one + 1, min(len(stated), one + _PAIRED)):
            weight = weights[one] * weights[other]
            total += weight
            found += weight if held[one] & held[other] else 0.0
    return found / total if total else 1.0


def _three(tokens: Sequence[str], runs: Sequence[Sequence[str]]) -> float:
    theirs = {tuple(run[at : at + 3]) for run in runs for at in range(len(run) - 2)}
    mine = [tuple(tokens[at : at + 3]) for at in range(len(tokens) - 2)]
    return sum(one in theirs for one in mine) / len(mine) if mine else 1.0


def _flow(tokens: Sequence[str], runs: Sequence[Sequence[str]]) -> float:
    """Return the mean logarithm of the chance of each word after those before it, by what the sources have."""
    singles, pairs, triples = Counter[str](), Counter[tuple[str, str]](), Counter[tuple[str, str, str]]()
    for run in runs:
        whole = ["", *run]
        singles.update(whole)
        pairs.update(pairwise(whole))
        triples.update(zip(whole, whole[1:], whole[2:], strict=False))
    total = sum(singles.values()) or 1
    whole = ["", *tokens]
    chances: list[float] = []
    for at in range(1, len(whole)):
        word, last = whole[at], whole[at - 1]
        chance = _ANY * singles[word] / total + _ELSEWHERE * (_FUNCTION if word in STOP else _CONTENT)
        if singles[last]:
            chance += _ONE * pairs[last, word] / singles[last]
        if at > 1 and pairs[whole[at - 2], last]:
            chance += _TWO * triples[whole[at - 2], last, word] / pairs[whole[at - 2], last]
        chances.append(log(chance))
    return sum(chances) / len(chances) if chances else 0.0
