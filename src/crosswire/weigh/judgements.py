"""Characterisation disputes: opposite verdicts on the same event."""

from collections.abc import Iterator

from .docket import Conflict, Docket, Pair, Stand, within
from .verdicts import load_verdicts, opposed, passed

# Besides the verdicts themselves, the two must share this many words and this weight, and an actor or an issue.
SHARED, SAME_MATTER = 3, 0.25
SAME_DAYS = 3


def find_judgements(docket: Docket) -> Iterator[Conflict]:
    """Yield the conflicts of verdict in a docket."""
    judged = {id(voice): found for voice in docket.voices if (found := passed(voice.words.terms))}
    for pair in docket.pairs:
        ours, theirs = judged.get(id(pair.one)), judged.get(id(pair.other))
        if not ours or not theirs or not _one_matter(pair, docket):
            continue
        for at, pole in opposed(ours, theirs):
            verdict = load_verdicts()[at]
            labels = (verdict.one.label, verdict.other.label)
            one, other = Stand(pair.one.claim, labels[pole]), Stand(pair.other.claim, labels[1 - pole])
            yield Conflict("characterisation", verdict.name, one, other)


def _one_matter(pair: Pair, docket: Docket) -> bool:
    one, other = pair.one.said, pair.other.said
    ours, theirs = one.statement, other.statement
    return (
        not (one.negated or other.negated)
        and ours.realis == theirs.realis == "actual"
        and bool(set(ours.actors) & set(theirs.actors) or set(ours.issues) & set(theirs.issues))
        and pair.likeness.shared >= SHARED
        and pair.likeness.jaccard >= SAME_MATTER
        and within(one, other, SAME_DAYS)
        and docket.apart(pair.one, pair.other)
    )
