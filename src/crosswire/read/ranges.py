"""Two numbers that are the ends of a range: "10-15", "between 15% and 20%", "three to four kilometres"."""

import re

from crosswire.text.numbers import Number

_MOVED = re.compile(
    r"\b(?:fell|rose|drop(?:ped|s)|climb(?:ed|s)|gain(?:ed|s)|lost|loses|jump(?:ed|s)|slid|slipped|soared|up|down|added|"
    r"falls|rises|surged|plunged|edged) (?:by )?$"
)
# "From 41 to 57" is a move, unless something spreads between the two: "estimates range from 22 to 33 percent".
_SPREAD = re.compile(
    r"\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying)|anywhere|somewhere) (?:in \w{2,10} )?from $", re.IGNORECASE
)
# The unit may stand behind both ends: "15% to 20%", "10 km to 15 km".
_BOTH = re.compile(r"( ?%|[ -][a-z]{1,12}(?: cent)?) (?:and|to|or) $")


def is_range(text: str, low: Number, high: Number) -> bool:
    """
    Tell whether two neighbouring numbers are the ends of a range.

    >>> low, high = Number(8, 10, 15.0, "digits"), Number(16, 18, 20.0, "digits")
    >>> is_range("Between 15% and 20% left.", low, high), is_range("Perhaps 15% and 20% left.", low, high)
    (True, False)
    >>> is_range("It fell 15% and 20% left.", Number(8, 10, 15.0, "digits"), Number(16, 18, 20.0, "digits"))
    False
    """
    between = text[low.end : high.start]
    if (low.plain and 1900 <= low.value <= 2100) or (high.currency and not low.currency):
        return False
    if low.value >= high.value:
        return False
    if both := _BOTH.fullmatch(between) if len(between) < 20 else None:
        if not text.startswith(both[1], high.end):
            return False
        between = between[both.end(1) :]
    elif len(between) > 5:
        return False
    if low.currency and _MOVED.search(text, max(0, low.start - 24), low.start):
        return False  # "fell $12 to $2,310"
    if high.value >= 4 * low.value and text.endswith(" by ", 0, low.start):
        return False  # "fell by 300 to 21,000"
    joint = between.strip().lower()
    before = text[max(0, low.start - 12) : low.start].lower()
    if joint == "and":
        return before.endswith("between ")
    if joint == "to":
        spread = before.endswith("thing from ") or _SPREAD.search(text, max(0, low.start - 36), low.start)
        return not before.endswith("from ") or bool(spread)
    return joint in ("-", "–", "or") and low.kind != "vague"
