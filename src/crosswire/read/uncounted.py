"""Numbers that look counted and count nothing: ages, calibres, labels in a row, parts of an hour."""

import re

from crosswire.model import Span
from crosswire.text.numbers import Number

# "Were under five", "children over 12".
_AGE_BEFORE = re.compile(
    r"\b(?:are|were|is|was|aged|boys?|girls?|anyone|everyone|people|those|children|adults?|women|men|pupils?) "
    r"(?:under|over|above|below) (?:the age of )?$"
)
# "Buses 12 and 40", "lines 3, 7 and 9".
_LABELS_BEFORE = re.compile(r"\b[A-Za-z][a-z]{1,14}s \d{1,4}(?:, \d{1,4}){0,4} (?:and|or|to) $")
_CALIBRE = re.compile(r"(?<!m)[ -]?mm [a-z]|(?<=mm) [a-z]{3,14}s?\b")
# "Pages 3 to 7", "Tickets 20 to 40 were drawn".
_LABEL_RANGE = re.compile(
    r"(?:^|[.;] )[A-Z][a-z]{2,14}s $|\b(?:page|line|chapter|section|article|ticket|paragraph|verse|room|gate)s $"
)
# "The Leopard 2 tanks".
_MAKE_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|old|new) [A-Z][a-z]{2,14} $")
# "Three quarters of an hour".
_OF_ONE = re.compile(r" of an? ")
# "Three times what it was": a multiple.
_MULTIPLE = re.compile(
    r" (?:what|as|more|higher|larger|bigger|greater|faster|lower|longer|worse|better|over|"
    r"(?:the|its|their|his|her|that|those) (?:[a-z]{1,12} )?(?:size|number|rate|amount|level|limit|price|cost|average|"
    r"capacity|length|weight|height|speed|value|budget|of))\b"
)
# "The Group of 77", "Unit 8200 soldiers": names; "unit" and "camp" alone may be what was given forty of something.
_NAMED = re.compile(
    r"\bGroup of $|(?<![.;] )(?<!^)\b(?:the|The) (?:Big|Gang of) $|"
    r"\b(?:Unit|Reactor|Block|Pier|Checkpoint|Sector|Camp|Battalion|Brigade|Regiment|Squadron|Company|Division|Corps|"
    r"Task Force|Shaft|Hall|Court|Cell|Site|Lane|Goal|Pillar|Bus|Tram|Track|Target|Stand|Corridor|Detachment|Warehouse|"
    r"Barracks|Building|Mine|Pit|Well|Bay|Dock|Berth|Station|Post|Area) $"
)
_RACES = frozenset({60, 100, 200, 400, 800, 1500, 3000, 5000, 10000})
_FROM_THERE = re.compile(r" (?:to|from|between|of|up|above|below|deep|wide|long|high|separating|that|it|they)\b")
_TO_LAST = re.compile(
    r"\b(?:would|will|to|could|can|may|might|must|should|shall|did|does|not)"
    r"(?: not| only| at| also| probably)? last $|n[’']t last $"
)
# "Plus or minus two percent" is above and below something else.
_MINUS = re.compile(r"(?:(?<!or )\b[Mm]inus |(?:^|(?<= ))[-−–])$")


def counts_nothing(text: str, number: Number, before: str, unit: str | None, end: int, *, bare: bool) -> bool:
    """
    Tell whether a number is an age, a calibre, one of several labels or a part of an hour.

    `unit` is what it seems to count, until `end`; `bare` says that no qualifier and no range stands with it.

    >>> told, forty = "buses 12 and 40", Number(13, 15, 40.0, "digits", plain=True)
    >>> counts_nothing(told, forty, told[:13], None, 15, bare=True)
    True
    """
    if before.endswith(("all but ", "All but ")):
        return True  # "all but seven of the drones": the others are told of
    if unit == "time" and (text.startswith("-", number.end) or _MULTIPLE.match(text, end)):
        return True
    if bare and number.value < 1e4 and not number.currency and unit != "%" and _NAMED.search(before):
        return True
    if unit == "m" and number.value in _RACES and bare and before.endswith(("the ", "men’s ", "women’s ", "men's ")):
        return not _FROM_THERE.match(text, end)  # "second in the 400 metres"
    if unit == "state" and text.startswith(" solution", end):
        return True
    if unit is None and number.value < 100 and _AGE_BEFORE.search(before):
        return True
    if unit is None and number.plain and not bare and _LABEL_RANGE.search(before):
        return True
    if bare and number.plain and number.value < 10 and _MAKE_BEFORE.search(before):
        return True
    if bare and unit is None and number.plain and _LABELS_BEFORE.search(before):
        return True
    return bool(_CALIBRE.match(text, number.end)) or (unit == "quarter" and bool(_OF_ONE.match(text, end)))


def lasts(before: str) -> bool:
    """
    Tell whether a stretch of time is what something lasts: "would last 60 days", never "the last 60 days".

    >>> lasts("The truce is to last "), lasts("In the last ")
    (True, False)
    """
    return before.endswith("last ") and bool(_TO_LAST.search(before))


def below_zero(text: str, sentence: Span, number: Number, unit: str | None) -> int | None:
    """
    Return where a temperature or rate below zero begins with its sign; None when it is not below zero.

    >>> below_zero("It was minus 12 degrees.", Span(0, 24), Number(13, 15, 12.0, "digits", plain=True), "degree")
    7
    """
    if unit not in ("degree", "%"):
        return None
    match = _MINUS.search(text, max(sentence.start, number.start - 9), number.start)
    return match.start() if match else None
