"""How reports tell what an accord provides for."""

import re

_ACCORDS = (
    r"(?:accords?|agreements?|armistice|cease-?fires?|communiqu[eé]s?|compromise|deals?|declarations?|memorandums?|minutes"
    r"|pacts?|plans?|protocols?|road ?maps?|settlements?|treat(?:y|ies)|truces?)"
)
_PROVIDES = (
    r"(?:allows?|bans?|bars?|binds?|call(?:s|ed)? for|commits?|cuts?|demands?|entitles?|envisages?|establish(?:es)?"
    r"|extends?|foresees|gives?|grants?|includes?|limits?|lowers?|obliges?|obligates?|permits?|provide[sd]?|reduces?|replaces?"
    r"|requires?|restricts?|sets?|specif(?:y|ies)|stipulates?)\b"
)
_TERMS = re.compile(
    rf"\b[Uu]nder (?:the (?:terms of )?|its |their )(?:[\w’'-]+ ){{0,3}}{_ACCORDS}\b"
    rf"|\b[Tt]he (?:[\w’'-]+ ){{0,3}}{_ACCORDS}(?:,[^,]{{3,90}},| (?:signed|reached|agreed|concluded)[^,]{{3,60}})?"
    rf" (?:also |will |further |only )*{_PROVIDES}"
)
# What goes on about the accord that the sentence before began with.
_GOES_ON = re.compile(rf"It (?:also |will |would |further )*{_PROVIDES}")
_BEGINS = re.compile(rf"(?:[Tt]he|An?|Their|Its) (?:[\w’'-]+ ){{0,3}}{_ACCORDS}\b(?! (?:between|of) )")


def tells_terms(words: str) -> bool:
    """
    Tell whether some words say what an accord provides for.

    >>> tells_terms("Under the truce, both sides leave."), tells_terms("The truce is over.")
    (True, False)
    """
    return _TERMS.search(words) is not None


def goes_on(words: str) -> bool:
    """
    Tell whether a sentence may go on with what the accord of the one before it provides for.

    >>> goes_on("It calls for elections."), goes_on("It rained.")
    (True, False)
    """
    return _GOES_ON.match(words) is not None


def begins(words: str) -> bool:
    """
    Tell whether a sentence begins with an accord, so that "it" below is that.

    >>> begins("The accord ends a war."), begins("The mayor left.")
    (True, False)
    """
    return _BEGINS.match(words) is not None
