"""Parts of a whole: "one in three", "47 of 93 seats", "three of them"."""

import re

from crosswire.model import Span
from crosswire.text.numbers import Number

# "One in three", never "two in 2019" or "three in 40 minutes": what a share is told in.
_BASES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1_000, 10_000, 100_000})
_JOINTS = frozenset({" in ", " out of ", " in every ", " out of every "})
_SPANS = re.compile(
    r"[ -](?:second|minute|hour|day|night|week|month|quarter|year|decade|game|match|round|metre|meter|km|mile)s?\b"
)
# "Killed three in four villages".
_DEED_BEFORE = re.compile(r"\b(?:kill|wound|injur|free|releas|captur|arrest|detain|hit|leav)[a-z]{0,4} $")
_PEOPLE = re.compile(r" (?:of |[a-z]{3,20}(?: [a-z]{3,20})?s\b|people\b|men\b|women\b|children\b)")
_TOLD_BEFORE = re.compile(
    r"(?:^|[.,;:“\"] ?|\b(?:about|roughly|nearly|around|almost|only|just|some|than|that|and|where|with) )$",
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r" (?:out )?of (?:the |its |their |his |her |our |these |those |some |about |all )?"
    r"(?:last |first |past |remaining )?(?:[\w-]{2,20}['’]s? )?"
    r"(?=\d{1,3}(?:,\d{3}){0,3} (?:[a-z]|[A-Z][a-z]{3,14} [a-z]+s\b)|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
    r"[\w,]{1,12}(?= (?!(?:in|on|for|from|by|at|to)\b))"
)


def share_of(text: str, sentence: Span, first: Number, second: Number) -> Number | None:
    """
    Return the share that two numbers tell, as a number of per cent; None when they tell none.

    >>> told, one, ten = "One in ten agrees.", Number(0, 3, 1.0, "words"), Number(7, 10, 10.0, "words")
    >>> share_of(told, Span(0, len(told)), one, ten).value
    10.0
    >>> share_of("One in ten days is wet.", Span(0, 23), one, ten) is None
    True
    """
    joint = text[first.end : second.start]
    if (
        joint not in (" in ", " out of ", " in every ", " out of every ")
        or not 0 < first.value < second.value
        or (second.value not in _BASES and not _is_rare(text, sentence, first, second))
    ):
        return None
    if joint == " out of " and not _PEOPLE.match(text, second.end):
        return None  # "7 out of 10" is a mark
    if first.currency or second.currency or first.unit or first.kind in ("vague", "fraction"):
        return None
    if _SPANS.match(text, second.end) or _DEED_BEFORE.search(text, max(sentence.start, first.start - 16), first.start):
        return None
    return Number(first.start, second.end, round(100 * first.value / second.value, 1), "fraction")


def _is_rare(text: str, sentence: Span, first: Number, second: Number) -> bool:
    """Tell whether "one in 70 people" is told: who has one in 70 places has it after a verb."""
    return (
        first.value == 1
        and 10 < second.value <= 1900
        and bool(_TOLD_BEFORE.search(text, max(sentence.start, first.start - 16), first.start))
        and text.startswith(" ", second.end)
    )


def whole_after(text: str, number: Number, sentence: Span) -> int | None:
    """Return where the number ends of which this one is a part ("47 of [93] seats"), None when none follows."""
    match = _OF_MANY.match(text, number.end, sentence.end)
    return match.end() if match else None
