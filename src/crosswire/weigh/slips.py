"""
What two sentences that mean the same are read apart in: a tense, an act, a "not".

Each report tells one fact in a sentence of its own make, and what is read of a sentence is read of all of it: "the fund
will be empty by 2036", "projections show that the fund will be empty by 2036". So where the meaning says plainly that
two are one, such a difference only asks for more evidence; who does what to whom, when and how many are never slips.
"""

from .events import LARGE, shares_amount
from .one_voice import one_remark, same_voice
from .propositions import (
    Lens,
    Proposition,
    acts_agree,
    amounts_agree,
    may_agree,
    realis_agree,
    roles_agree,
    times_agree,
)
from .verdicts import opposed

# The evidence that each asks for beside what any pair needs. Read over ten BASIL stories and the dev half of
# bench/gold/claims/reports.jsonl: of pairs above it nine in ten or more tell the same, as of those read alike.
OTHER_TENSE, OTHER_ACT, OTHER_SIGN, MORE_NUMBERS = 0.1, 0.2, 0.1, 0.1
# Words besides names that both share: without them meaning alone would have to tell "passed" from "will pass".
TELLING = 2
# Of plain statements that mean the same, a condition or a question read in one only is the reader's slip.
_HERE = frozenset({"actual", "conditional", "questioned"})


def price_of_slips(one: Proposition, other: Proposition, lens: Lens) -> float | None:
    """
    Return the evidence that the two need beside what any pair does: none where nothing is read apart.

    None where they contradict each other.
    """
    plain = one.act == other.act == "STATE" and {one.realis, other.realis} <= _HERE
    remark = plain or one_remark(one, other)
    if may_agree(one, other, lens.sides, remark=remark):
        return 0.0
    if len(one.words.telling & other.words.telling) < TELLING:
        return None
    # "X denied it" and "X did it" mean nearly the same to a machine.
    if (one.act == "DENY") != (other.act == "DENY") or one.nots != other.nots or not _one_teller(one, other):
        return None
    if not roles_agree(one, other, lens.sides) or not times_agree(one, other):
        return None
    if one.verdicts and other.verdicts and opposed(one.verdicts, other.verdicts):
        return None
    price = 0.0
    if one.negated != other.negated:
        if not one.nots:
            return None  # "refused", "nobody": no "not" of another clause was read as this one's
        price += OTHER_SIGN
    if not remark and not acts_agree(one, other):
        if "STATE" not in (one.act, other.act):
            return None
        price += OTHER_ACT
    if not remark and not realis_agree(one, other):
        if one.published != other.published:
            return None  # "will vote" of Monday and "voted" of Tuesday are two
        price += OTHER_TENSE
    if not amounts_agree(one.amounts, other.amounts):
        if not shares_amount(one, other, least=LARGE):
            return None
        price += MORE_NUMBERS
    return price


def _one_teller(one: Proposition, other: Proposition) -> bool:
    """Tell whether one voice says both, or two narrators: what another makes of it may well be something else."""
    return same_voice(one, other) or all(
        item.statement.speaker is None and item.statement.unnamed is None for item in (one, other)
    )
