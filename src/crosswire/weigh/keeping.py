"""Which promise it is of whose keeping a report tells: the same deed, side and thing, after it was made."""

from collections import defaultdict
from collections.abc import Sequence

from .made import MUTUAL, Made
from .promised_things import KEPT_SHARED, alike, is_beyond, may_keep, units_agree
from .standing import Kept
from .turns import WHOLE

# Characters within which "the promise" is the one just told of.
_BESIDE = 700


def standing_shares(groups: Sequence[Sequence[Made]], kept: Sequence[Kept]) -> list[list[Kept]]:
    """Give each promise what reports tell of its keeping: the same deed, side and thing, after it was made."""
    by_deed: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(kept):
        by_deed[one.pledge.deed].append(at)
    shares = []
    for group in groups:
        # Only what is told of the promised deed, or of any, can tell of its keeping.
        near = sorted({at for deed in ("*", *(made.pledge.deed for made in group)) for at in by_deed[deed]})
        shares.append([kept[at] for at in near if any(_of(kept[at], made, group) for made in group)])
    for one in kept:
        # "About 300 have been freed since": of the promise just told, where one is.
        if not one.pledge.total:
            continue
        beside = [
            one in held and any(_just_told(one, made) for made in group)
            for held, group in zip(shares, groups, strict=True)
        ]
        if any(beside):
            shares = [
                held if here else [it for it in held if it != one] for held, here in zip(shares, beside, strict=True)
            ]
    sides = [frozenset(side for made in group for side in made.by) for group in groups]
    for one in kept:
        # "1,460 remain to be freed": of what both exchange, not of one side's part of it.
        whole = [len(by) > 1 and one in held for held, by in zip(shares, sides, strict=True)]
        if (one.pledge.total or one.pledge.left) and not one.by and any(whole):
            shares = [
                held if here else [it for it in held if it != one] for held, here in zip(shares, whole, strict=True)
            ]
    _whole_word(groups, kept, shares)
    return shares


def _whole_word(groups: Sequence[Sequence[Made]], kept: Sequence[Kept], shares: list[list[Kept]]) -> None:
    """Add what is told of a side's word as a whole, "broke the deal", to the promises that it is of."""
    sides = [frozenset(side for made in group for side in made.by) for group in groups]
    for one in kept:
        if not one.by or one.pledge.deed != "*" or (one.pledge.kind == "done" and one.voice is not None):
            continue  # who says that all obligations were met does not say which
        # "Withdrew its pledge": the one promise of that side, where it has made one only.
        own = [at for at, by in enumerate(sides) if by == one.by]
        before = own and all(made.told.order < one.told.order for made in groups[own[0]])
        if len(own) == 1 and before and one not in shares[own[0]]:
            shares[own[0]].append(one)
        elif one.pledge.kind == "failed" and not any(one in held for held in shares):
            # "Broke the deal": whatever that side had agreed to before, and did not announce alone.
            for at in own:
                before = groups[at][0].told.order < one.told.order
                if before and any(it.pledge.form != "unilateral" for it in groups[at]):
                    shares[at].append(one)
        elif one.pledge.kind == "ended" and not any(one in held for held in shares):
            # "Suspended the accord": the last truce that binds that side, whatever else it promised.
            bound = [at for at, by in enumerate(sides) if groups[at][0].pledge.deed == "truce" and one.by <= by]
            told = [at for at in bound if all(made.told.order < one.told.order for made in groups[at][:1])]
            if told:
                shares[max(told, key=lambda at: groups[at][0].told.order)].append(one)


def _just_told(kept: Kept, made: Made) -> bool:
    same = kept.told.article.id == made.told.article.id and kept.pledge.deed == made.pledge.deed
    return same and 0 < kept.told.span.start - made.told.span.start <= _BESIDE


def _of(kept: Kept, made: Made, group: Sequence[Made]) -> bool:
    ours, theirs = kept.pledge, made.pledge
    began = min((one.since for one in group if one.since), default=None)
    day = kept.day
    if began is not None and day is not None and day < began:
        return False
    if ours.kind == "kept" and kept.dated is None and began is not None and day == began:
        return False  # the reports of the day it was made tell of what was done before it
    # In the report that tells of the promise, what "was paid" is its background unless a day says otherwise.
    here = {one.told.article.id for one in group} == {kept.told.article.id}
    if here and ours.kind == "kept" and kept.dated is None and not (ours.total or ours.left):
        return False
    if ours.deed == "*":
        near = abs(kept.told.span.start - made.told.span.start) <= _BESIDE
        mine = not kept.by.isdisjoint(made.by | made.to) if kept.by else near
        return ours.kind != "kept" and kept.told.article.id == made.told.article.id and near and mine
    if ours.deed == theirs.deed == "post" and ours.kind == "kept" and _lets_in(made):
        return True  # who agreed to let observers in has, once anybody has sent them
    if ours.deed != theirs.deed or (kept.by and made.by and kept.by.isdisjoint(made.by)):
        return False
    if (
        ours.deed == "truce"
        or ours.deed in WHOLE
        or (ours.kind == "done" and ours.quantity is None and _just_told(kept, made))
    ):
        return True
    beside = kept.told.article.id == made.told.article.id
    if not may_keep(ours, theirs, beside=beside) or is_beyond(ours, theirs, began):
        return False
    if ours.left or ours.total:
        return True
    if ours.quantity and theirs.quantity:
        return units_agree(ours, theirs)
    if theirs.quantity and ours.deed in MUTUAL:
        unit = theirs.quantity.unit
        return ours.quantity is None and (unit in ours.terms or alike(ours, theirs))
    return alike(ours, theirs, KEPT_SHARED)


def _lets_in(made: Made) -> bool:
    """Tell whether a side undertook to let others post somebody: "would allow the mission to enter"."""
    words = made.pledge.span.of(made.told.article.text).casefold()
    return words.startswith(("accept", "admit", "allow", "host", "let", "permit", "receive"))
