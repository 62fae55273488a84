"""Whether a report tells of an agreement that was reached: what a side will do under it, it has accepted."""

import re
from collections.abc import Sequence

from crosswire.model import Statement

# A paper of both sides that lists what they agreed.
_AS_FOLLOWS = re.compile(
    r"\b(?:agreed (?:as follows|(?:on )?the following)|(?:the following|it) (?:was|has been|have been|were) agreed)\b"
)
_PAPER = r"(?:agreement|deal|accord|treaty|pact|settlement|peace)"
# "Have an agreement", "closed with a signed accord", "there is a deal", "under the interim deal", "shook hands".
_REACHED = re.compile(
    rf"\b(?:(?:have|has|got|there is) (?:now |finally |at last )?(?:an?|their) (?:[\w-]+ )?{_PAPER}"
    rf"|(?:end|clos|conclud|finish|emerg|return)(?:ed|s) (?:[\w'-]+ ){{0,5}}with (?:an?|the) (?:[\w-]+ ){{0,2}}{_PAPER}"
    rf"|under (?:the|this) (?:[\w-]+ ){{0,2}}{_PAPER}|shook hands|it is a deal"
    rf"|the {_PAPER} (?:was|is) (?:done|signed))\b"
)
# What agreeing is told with: two who "get one another's mail" have agreed on nothing.
_AGREES = re.compile(rf"\b(?:agree|sign|settle|conclud|initial|reach|struck|shook|seal|swap|truce|ceasefire|{_PAPER})")
# Words right before by which nobody has one: "hopes they have a deal", "not until there is a deal".
_OPEN = re.compile(r"\b(?:if|unless|until|till|when|once|before|hop\w+|would|could|may|might|not|no|whether|any)\b")
_BEFORE = 30


def tells_of_accord(low: str, statements: Sequence[Statement]) -> bool:
    """
    Tell whether a report, `low` in lower case, tells of an agreement reached, by an act of its own or by its name.

    >>> tells_of_accord("the two sides have an agreement. the rebels will free them.", [])
    True
    >>> tells_of_accord("nothing moves until there is a deal.", [])
    False
    """
    agreed = (one for one in statements if one.act == "AGREE_JOINT" and one.realis == "actual" and not one.headline)
    if any(one.issues or _AGREES.search(one.evidence.quote.lower()) for one in agreed):
        return True
    if _AS_FOLLOWS.search(low) is not None:
        return True
    return any(_OPEN.search(low, max(0, at.start() - _BEFORE), at.start()) is None for at in _REACHED.finditer(low))
