"""How far a statement is copied from its evidence, word by word in order: what measures of single words cannot see."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from crosswire.check.library import Library, Unit
from crosswire.text.tokens import STOP, words

# Words that stand for somebody: one the evidence lacks may stand for somebody else.
_PRONOUNS = frozenset("he him his she her hers they them their theirs it its we us our i me my you your who".split())


def copied(text: str, units: Sequence[Unit], library: Library) -> dict[str, float]:
    """
    Measure the runs of words that a statement shares with its evidence and the sentences around it.

    `two` and `three` are the shares of runs of that length, `longest` the longest run, `runs` the share of words in
    runs of three and more, `small` the share of function words that stand next to the same neighbour, `pronouns` the
    share of pronouns that the evidence has at all.
    """
    ours = words(text)
    theirs = [library.grams(unit) for unit in units]
    pairs = {pair for one in theirs for pair in pairwise(one)}
    triples = {one[at : at + 3] for one in theirs for at in range(len(one) - 2)}
    mine = list(pairwise(ours))
    lengths = _runs(ours, pairs, triples)
    function = [at for at, word in enumerate(ours) if word in STOP]
    stands = [word for word in ours if word in _PRONOUNS]
    held = {word for one in theirs for word in one}
    return {
        "two": _share([pair in pairs for pair in mine]),
        "three": _share([tuple(ours[at : at + 3]) in triples for at in range(len(ours) - 2)]),
        "longest": max(lengths, default=0) / (len(ours) or 1),
        "runs": sum(length for length in lengths if length > 2) / (len(ours) or 1),
        "small": _share([_kept(ours, at, pairs) for at in function]),
        "pronouns": _share([word in held for word in stands]),
    }


def _runs(ours: Sequence[str], pairs: Collection[tuple[str, str]], triples: Collection[tuple[str, ...]]) -> list[int]:
    """Return the lengths of the stretches whose every three words in a row the evidence has."""
    found: list[int] = []
    length = 0
    for at in range(len(ours)):
        if at > 1 and tuple(ours[at - 2 : at + 1]) in triples:
            length = length + 1 if length > 2 else 3
        elif at > 0 and (ours[at - 1], ours[at]) in pairs and length < 2:
            length = 2
        else:
            found.append(length)
            length = 0
    return [*found, length]


def _kept(ours: Sequence[str], at: int, pairs: Collection[tuple[str, str]]) -> bool:
    before = at > 0 and (ours[at - 1], ours[at]) in pairs
    after = at + 1 < len(ours) and (ours[at], ours[at + 1]) in pairs
    return before or after


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 1.0
