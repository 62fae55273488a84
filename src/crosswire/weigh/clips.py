"""
Two clips of one speech: what two reports quote of one voice in the very same words is one saying.

Each cuts the speech where it likes, and what is read of a quotation (a demand, a "not", a tense) is read of all that
the report quotes. So a run of words in quotation marks is enough, whatever else either quotes around it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from operator import sub

from crosswire.text.shingles import word_runs
from crosswire.text.tokens import STOP

from .claims import Compared
from .likeness import compare
from .one_voice import same_voice
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

Run = tuple[str, ...]


def join_clips(heads: Sequence[Proposition], pairs: Sequence[Compared], lens: Lens) -> list[Compared]:
    """Return `pairs` with those raised, and those added, that quote one voice in the same words."""
    held: dict[Run, list[int]] = defaultdict(list)
    runs: dict[int, set[Run]] = {}
    for at, head in enumerate(heads):
        if head.statement.mode in _MODES:
            runs[at] = set(_runs(head))
            for run in runs[at]:
                held[run].append(at)
    known = {(pair.one.statement.id, pair.other.statement.id): at for at, pair in enumerate(pairs)}
    found = list(pairs)
    for low, high in _meeting(held):
        one, other = heads[low], heads[high]
        if _is_one_speech(one, other, runs[low] & runs[high]):
            likeness = compare(one.words, other.words, lens.weights)
            # The more of what they quote is common, the earlier they are brought together (claims.py).
            joined = Compared(one, other, likeness, likeness.jaccard, joins=True, sure=True)
            place = known.get((one.statement.id, other.statement.id))
            if place is None:
                found.append(joined)
            else:
                found[place] = joined
    return found


def _runs(item: Proposition) -> Iterator[Run]:
    """Yield the runs of words that stand in quotation marks and carry meaning."""
    said = item.statement
    start, words = said.evidence.start, said.evidence.quote
    for content in said.contents:
        for quoted in _QUOTED.findall(words, max(0, content.start - start), max(0, content.end - start)):
            found = word_runs(quoted, RUN)
            told = [run[0] for run in found] + list(found[-1][1:]) if found else []
            before = list(accumulate([word not in STOP and len(word) > 1 for word in told], initial=0))
            telling = map(sub, before[RUN:], before)
            yield from (run for run, count in zip(found, telling, strict=False) if count >= TELLING)


def _meeting(held: Mapping[Run, Sequence[int]]) -> list[tuple[int, int]]:
    """Return the pairs that share a run, the earlier first, in order."""
    return sorted(
        {
            (low, high)
            for holders in held.values()
            if 1 < len(holders) <= HOLDERS
            for at, low in enumerate(holders)
            for high in holders[at + 1 :]
        }
    )


def _is_one_speech(one: Proposition, other: Proposition, common: set[Run]) -> bool:
    """Tell whether two reports of these days quote one voice: by name, or by many words where one does not name it."""
    if one.family == other.family or not amounts_agree(one.amounts, other.amounts):
        return False
    if one.published and other.published and abs((one.published - other.published).days) > OCCASION:
        return False
    if same_voice(one, other):
        return True
    unnamed = None in (one.statement.speaker, other.statement.speaker)
    return unnamed and len(common) > LONG_RUN - RUN
