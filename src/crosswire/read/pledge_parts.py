"""What each side will do by one agreement: "agreed that Arland will pull out and that Oria will free 300"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosswire.model import Figure
from crosswire.read.deeds import Site
from crosswire.read.pledge_deeds import Found, verb_after
from crosswire.read.pledge_scene import Scene

_WILL = frozenset({"will", "would", "shall"})
# Words between a side's name and its auxiliary: an adverb, a title's tail.
_NEAR = 3
# Words before "agreed" in which those who agree are named.
_BEFORE = 9


def agreed_parts(scene: Scene, places: range, marks: Sequence[int]) -> Iterator[Found]:
    """Yield the deeds of the clauses after "agreed that", each with the auxiliary before which its doer is named."""
    low = scene.words.low
    for verb in marks:
        that = next((at for at in range(verb + 1, min(places.stop, verb + 4)) if low[at] == "that"), None)
        if not low[verb].startswith("agree") or that is None:
            continue
        end = scene.clause_end(verb + 1, places)
        auxiliaries = [at for at in range(that, end) if low[at] in _WILL]
        for at, following in pairwise([*auxiliaries, end]):
            if not _has_doer(scene, that, at):
                continue
            joint = next((step for step in range(following - 1, at, -1) if low[step] == "and"), end)
            found = verb_after(scene, at, joint if following < end else end, places, back=True)
            if found is not None and not is_of_another(scene, verb, that, at, found):
                yield at, *found


def is_of_another(scene: Scene, verb: int, that: int, at: int, found: tuple[Site, int, Figure | None]) -> bool:
    """
    Tell whether others agree what a body will be, and nothing that one undertakes is done.

    "The groups agreed that the Council will represent them"; `that` opens what is agreed, `at` is its auxiliary.
    """
    if not scene.words.low[verb].startswith("agree") or found[0].deed in scene.table.objects or found[2] is not None:
        return False
    named = {scene.party(owner) for step in range(that + 1, at) if (owner := scene.words.owner[step]) >= 0} - {None}
    start = max(0, verb - _BEFORE)
    before = {scene.party(owner) for step in range(start, verb) if (owner := scene.words.owner[step]) >= 0}
    return bool(named) and named.isdisjoint(before)


def _has_doer(scene: Scene, that: int, at: int) -> bool:
    """Tell whether a side or its government is named right before an auxiliary."""
    for step in range(at - 1, max(that, at - 1 - _NEAR), -1):
        owner = scene.words.owner[step]
        if (owner >= 0 and scene.party(owner) is not None) or scene.government(step) is not None:
            return True
    return False
