"""What a promise is called in a label: its deed and its thing in a few words that stand alone."""

import re

import msgspec

from crosswire.assess.ledgers import DEEDS, counted, number, short
from crosswire.assess.lines import day
from crosswire.model import Commitment

# Letters that a deed and its verb share at least: "opening" and "reopen".
_ROOT = 4
# A label has no sentence before it that would say what these mean.
_POINTING = re.compile(
    r"\b(?:it|them|him|us|me)\b|\b(?:her|both|this|these|those|either|neither|so)\b"
    r"(?=$|[,.;]| (?:in|on|at|to|by|from|with|for|and|before|after|until|over|back)\b)",
    re.I,
)
# "A truce on the ridge" is named by its noun, "truce will begin" is half a sentence.
_CLAUSE = re.compile(r"^(?:[\w-]+ ){1,3}(?:will|would|shall|is|are|was|has|should)\b", re.I)
# What stands between the thing and the verb of "the crew will be returned".
_PASSIVE = re.compile(
    r"^(?P<thing>.+?),? (?:will|would|shall|must|should|is to|are to) (?:also |then )?be (?:\w+ly )?$"
)
_LEADS = re.compile(r"^.*(?:[.;:“\"] ?|\b(?:that|said|says|and|but)\b )", re.S)
# A clause about the thing, between commas.
_ASIDE = re.compile(r", .*$", re.S)
_MOST = 9


def what(one: Commitment) -> str:
    """Say what is promised: how many of what, or the deed and its thing."""
    # What the user adds is called as he calls it.
    deed = _trade(one) or DEEDS.get(one.deed) or (one.deed if any(mark.how == "added" for mark in one.marks) else None)
    if one.amounts:
        return _counted(one, deed)
    words = short(one.words)
    if (thing := _befallen(one)) is not None:
        return f"{deed} of {thing}" if deed else f"{thing} to be {words}"
    if deed and _CLAUSE.match(words):
        return deed
    if _POINTING.search(words):
        # "Put both on the table": the words mean nothing without those before them.
        return deed or (f"a promise of {day(one.made)}" if one.made else "a promise")
    if deed and not _says(words, deed):
        return f"{deed}: {words}"
    return words  # "truce: truce on the ridge", "opening: reopen the strait" say it twice


def _trade(one: Commitment) -> str | None:
    """Tell what buys from what sends: both move goods."""
    bought = one.words.quote.casefold().startswith(("buy", "purchas", "import", "order"))
    return "purchase" if one.deed == "supply" and bought else None


def _counted(one: Commitment, deed: str | None) -> str:
    quantity = one.amounts[0].quantity
    if deed is None:
        known = short(one.words).casefold()
        named = (quantity.unit or "") in known or counted(quantity) in known or number(quantity.low or 0.0) in known
        return short(one.words) if named else f"{short(one.words, 4)}, {counted(quantity)}"
    each = " each" if one.each and len(one.promisors) > 1 else ""
    people = (quantity.unit or "").capitalize()
    if people and people in one.words.quote:  # "1,200 Peruvians": as the passage writes it
        quantity = msgspec.structs.replace(quantity, unit=people)
    return f"{deed}, {counted(quantity)}{each}"


def _says(words: str, deed: str) -> bool:
    """Tell whether words begin with a deed or the verb of it."""
    first = words.casefold().split(maxsplit=1)[0]
    return any(part[:_ROOT] in first for part in deed.casefold().split() if len(part) >= _ROOT)


def _befallen(one: Commitment) -> str | None:
    """Return what is to be done something to, where it stands before the verb: "the crew of the ship"."""
    if one.words.article != one.content.article or not one.content.start <= one.words.start < one.content.end:
        return None
    before = " ".join(one.content.quote[: one.words.start - one.content.start].split()) + " "
    found = _PASSIVE.search(before)
    if found is None:
        return None
    thing = _ASIDE.sub("", _LEADS.sub("", found["thing"])).strip(" ,")
    if not thing or len(thing.split()) > _MOST or _POINTING.search(thing) or not thing[0].isalnum():
        return None
    first, _, rest = thing.partition(" ")
    return f"{first.lower()} {rest}" if first in ("The", "A", "An", "All", "Its", "Their") and rest else thing
