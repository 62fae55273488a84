"""
Two clips of one speech: what two reports quote of one voice in the very same words is one saying.

Each cuts the speech where it likes, and what is read of a quotation (a demand, a "not", a tense) is read of all that
the report quotes. So a run of words in quotation marks is enough, whatever else either quotes around it.
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate, combinations
from operator import sub

import numpy as np
from numpy.typing import NDArray

from crosswire.text.shingles import word_runs
from crosswire.text.tokens import STOP

from .claims import Compared
from .each import Each
from .likeness import compare
from .one_voice import same_voice
from .paired import Paired
from .propositions import Lens, Proposition, amounts_agree

# Words in a row that two quotations share, and how many of them carry meaning: fewer are a phrase that anybody uses,
# or the speaker himself elsewhere ("the people of this country").
RUN, TELLING = 6, 3
# Where somebody's name is not known to both, so many.
LONG_RUN = 9
# Days between two reports of one speech: a stump speech is held again.
OCCASION = 4
# Statements that hold one run: more are of a slogan.
HOLDERS = 24
_QUOTED = re.compile(r"[“\"]([^“”\"]{20,2000})")
_MODES = frozenset({"direct", "mixed"})

Runs = NDArray[np.uint64]


def join_clips(
    heads: Sequence[Proposition], paired: Paired, lens: Lens, quoted: Each[Proposition, Runs]
) -> list[Compared]:
    """Return the pairs with those raised, and those added, that quote one voice in the same words."""
    spoken = [at for at, head in enumerate(heads) if head.statement.mode in _MODES]
    runs = dict(zip(spoken, quoted.of([heads[at] for at in spoken], _runs), strict=True))
    joined: list[Compared] = []
    ends: list[tuple[int, int]] = []
    for low, high in _meeting(runs):
        one, other = heads[low], heads[high]
        if _is_one_speech(one, other, len(np.intersect1d(runs[low], runs[high], assume_unique=True))):
            likeness = compare(one.words, other.words, lens.weights)
            # The more of what they quote is common, the earlier they are brought together (claims.py).
            joined.append(Compared(one, other, likeness, likeness.jaccard, joins=True, sure=True))
            ends.append((low, high))
    found: list[Compared] = paired.raised.tolist()
    for pair, at in zip(joined, paired.places(ends), strict=True):
        if at < 0:
            found.append(pair)
        else:
            found[at] = pair
    return found


def _runs(item: Proposition) -> Runs:
    """Return the hashes of the runs of words that stand in quotation marks and carry meaning, each once."""
    said = item.statement
    start, words = said.evidence.start, said.evidence.quote
    codes: set[tuple[str, ...]] = set()
    for content in said.contents:
        for quoted in _QUOTED.findall(words, max(0, content.start - start), max(0, content.end - start)):
            found = word_runs(quoted, RUN)
            told = [run[0] for run in found] + list(found[-1][1:]) if found else []
            before = list(accumulate([word not in STOP and len(word) > 1 for word in told], initial=0))
            telling = map(sub, before[RUN:], before)
            codes.update(run for run, count in zip(found, telling, strict=False) if count >= TELLING)
    hashes = b"".join([blake2b(" ".join(run).encode(), digest_size=8).digest() for run in codes])
    return np.sort(np.frombuffer(hashes, dtype="<u8").astype(np.uint64))


def _meeting(runs: Mapping[int, Runs]) -> list[tuple[int, int]]:
    """Return the pairs that share a run, the earlier first, in order."""
    codes = np.concatenate([np.empty(0, dtype=np.uint64), *runs.values()])
    owners = np.repeat(np.array([*runs], dtype=np.int64), [len(one) for one in runs.values()])
    order = np.argsort(codes, kind="stable")
    firsts = np.flatnonzero(np.diff(codes[order], prepend=~codes[order[:1]]) != 0)
    sizes = np.diff(firsts, append=len(order))
    shared = (sizes > 1) & (sizes <= HOLDERS)
    met: set[tuple[int, int]] = set()
    for first, size in zip(firsts[shared].tolist(), sizes[shared].tolist(), strict=True):
        met.update(combinations(owners[order[first : first + size]].tolist(), 2))
    return sorted(met)


def _is_one_speech(one: Proposition, other: Proposition, common: int) -> bool:
    """Tell whether two reports of these days quote one voice: by name, or by many words where one does not name it."""
    if one.family == other.family or not amounts_agree(one.amounts, other.amounts):
        return False
    if one.published and other.published and abs((one.published - other.published).days) > OCCASION:
        return False
    if same_voice(one, other):
        return True
    unnamed = None in (one.statement.speaker, other.statement.speaker)
    return unnamed and common > LONG_RUN - RUN
