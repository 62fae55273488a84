"""Tell from their words that two statements are of two events: another time, another place, another thing of a kind."""

import re

from crosswire.text.times import MONTHS

# What tells of another time than the event that everybody reports.
_ELSEWHEN = re.compile(
    r"\b(?:earlier|previous(?:ly)?|the (?:year|month|week|day|night) before|"
    r"the (?:next|following) (?:day|week|month|year)|(?:last|that|this|in|in the) (?:spring|summer|autumn|winter)|"
    r"(?:each|every|per) (?:day|week|month|year)|(?:usually|normally|typically|on average|annually)|"
    r"(?:the|its|their) first (?:few )?(?:hours?|days?|weeks?|months?|year) of|(?:first|second|third|last) time|"
    r"(?:days|weeks|months|years|a (?:day|week|month|year)) (?:later|after|earlier|before)|so far (?:this|in)|"
    r"once again|once more|anniversary)\b",
    re.IGNORECASE,
)
# What tells of another event, be it of the same day.
_ANOTHER = re.compile(
    r"\b(?:another|(?:\d+|[a-z]{3,9}) more (?!than\b)[a-z]{3,}s|a (?:second|third|fourth) [a-z]+)\b", re.IGNORECASE
)
_ORDINAL = re.compile(
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) ([a-z]{3,20})\b"
)
# "In Sellin", "near Sellin".
_PLACE = re.compile(r"\b(?:in|near|at|outside|around|over) (?:the (?:[a-z]{3,12} )?(?:of |in )?)?([A-Z][\w’'-]{2,30})")
# "The Amrit bridge".
_THING = re.compile(r"\b[Tt]he ([A-Z][\w’'-]{2,30}) ([a-z]{3,20})\b")
_NO_PLACES = frozenset(month.capitalize() for month in MONTHS)


def is_another(one: str, other: str) -> bool:
    """
    Tell whether one of two sentences is of an event that the other cannot mean, whatever their dates.

    >>> is_another("Nine boats sank near Orle.", "Two more boats sank near Orle.")
    True
    >>> is_another("Nine boats sank near Orle.", "Nine boats sank near Tarne.")
    True
    >>> is_another("Nine boats sank near Orle.", "Off Orle nine boats sank.")
    False
    """
    if bool(_ANOTHER.search(one)) != bool(_ANOTHER.search(other)):
        return True
    return _elsewhere(one, other) or _differ(_counted(one), _counted(other)) or _differ(_things(one), _things(other))


def is_elsewhen(one: str, other: str) -> bool:
    """
    Tell whether one of two undated sentences says that it is of another time.

    >>> is_elsewhen("Nine boats sank.", "Two boats had sunk the week before.")
    True
    """
    return bool(_ELSEWHEN.search(one)) != bool(_ELSEWHEN.search(other))


def _elsewhere(one: str, other: str) -> bool:
    """Tell whether the two name different places, and neither names the other's."""
    ours, theirs = ({match[1] for match in _PLACE.finditer(quote)} - _NO_PLACES for quote in (one, other))
    return bool(ours and theirs) and not (any(at in other for at in ours) or any(at in one for at in theirs))


def _counted(quote: str) -> dict[str, str]:
    return {match[2]: match[1] for match in _ORDINAL.finditer(quote)}


def _things(quote: str) -> dict[str, str]:
    return {match[2]: match[1] for match in _THING.finditer(quote)}


def _differ(ours: dict[str, str], theirs: dict[str, str]) -> bool:
    return any(ours[noun] != theirs[noun] for noun in ours.keys() & theirs.keys())
