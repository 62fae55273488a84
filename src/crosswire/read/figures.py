"""Counted quantities: what number of what, how exact, and whether it is a part of another figure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Figure, Span
from crosswire.model.reading import Qualifier
from crosswire.packs import Packs
from crosswire.read.bare_counts import puts_a_count, runs, stands_alone
from crosswire.read.qualifiers import qualified, qualifier_after, qualifier_behind
from crosswire.read.ranges import is_range
from crosswire.read.shares import share_of, whole_after
from crosswire.read.uncounted import below_zero, counts_nothing, lasts
from crosswire.read.units import Counted, Units, counted, units_of
from crosswire.text.normalise import fold_case
from crosswire.text.numbers import Number, numbers_in, words_value
from crosswire.text.times import MONTHS

_BEFORE = 48
# A paragraph's length: no farther back is a count looked for that another goes on from.
_NEAR = 1500
# How far before a running count its noun may stand.
_FARTHEST = 160
# A longer sentence is a table or a broken page, as in attribution: its numbers count nothing that it says.
_LONGEST = 4000
# "25 May", never "25 may enter".
_MONTH_AFTER = re.compile(" (?:of )?(?:" + "|".join([*map(str.capitalize, MONTHS), *map(str.upper, MONTHS)]) + r")\b")
# Words that make the number after them a label.
_LABELS = frozenset(
    str.split("""
    article section chapter resolution flight channel route highway interstate no. nos. number page pages size title
    amendment apollo room building proposition prop prop. rule level tier category type mark version act boeing airbus
    aged ages age point item question bowl war covid verse psalm form formula district precinct ward zone area radio
    news windows iphone studio gate terminal platform figure table column row box chart zip code phone tel call fax
    ext. week phase round day step grade schedule directive protocol catch top order bill h.r. s. hr paragraph clause
    annex appendix volume vol. part season episode under- # №
    """)
)
# Before a stretch of time they make it a date: "the past 24 hours".
_TIME_BEFORE = frozenset(
    str.split("last past next previous first coming recent final preceding early late mid following another every")
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|the|of|by|from|until|till|before|after|during|for|early|late|mid|to|and|his|her|their|its|through|"
    r"between|spring|summer|autumn|fall|winter|around|circa|this|that|or|a|an|’s|'s|year|[A-Z]\w*,?|\d,|back|on|into) $"
)
_CLOCK_AFTER = re.compile(r" ?(?:a\.m|p\.m|am\b|pm\b|o['’]clock|hours GMT|GMT|noon|midnight)", re.IGNORECASE)
_SPAN_UNITS = frozenset(str.split("second minute hour day week weekend month quarter year decade century generation"))
_SCALED = re.compile(r"([a-z]{3,9}) (?:hundred|thousand|million|billion|dozen)$", re.IGNORECASE)
# What may open a tail: "eighty-odd", "20 or so", "1,000+".
_TAILS = frozenset("- +")
_AGO = re.compile(
    r"['’]s? time\b|"
    r"(?: and [a-z\d-]{1,12} (?:second|minute|hour|day|week|month)s?)? (?:ago|earlier|later|before|after|from now|old|"
    r"of age|hence|prior|previously|away|into|on(?=[,.;:]|$| (?:from|since)\b))\b"
)
_AGE = re.compile(r"[- ]?years?[- ]olds?\b|[- ](?:month|week|day)s?[- ]olds?\b", re.IGNORECASE)
# "From 10 to 25 percent".
_TO_PERCENT = re.compile(r" to \d{1,3}(?:\.\d{1,3})?(?: ?%|[ -](?:per cent|percent)\b)")
_RANGE = re.compile(r" ?(?:-|–|—|to|and|or) ?$")
_FORMULA = re.compile(
    r"\b(?P<all>all[ -]for[ -]all)\b|(?<![\w.,])(?P<left>\d[\d,]{0,12}) ?[- ]for[- ] ?"
    r"(?P<right>\d[\d,]{0,12})(?![\d,]\d)",
    re.IGNORECASE,
)
# Looked for by its "for", rarer than the digits before it.
_ANY_FORMULA = re.compile(r"[Ff](?:(?<=[\dLl].)|(?<=[\dLl][ -].)|(?<=[\dLl] [ -].))[Oo][Rr][- ] ?[\dAa]")
_EACH_AFTER = re.compile(
    r"\W{1,2}(?:(?:from|on|for|by|per|to|of|in) )?(?:each|apiece|per side|either side)\b|"
    r"[^.;,()\"“”]{0,24} (?:from|on|for|by) "
    r"each (?:side|party|country|nation)\b",
    re.IGNORECASE,
)
_EACH_BEFORE = re.compile(r"\beach (?:side|party|country|nation|of the)\b[^.;,]{0,60}$", re.IGNORECASE)
_SUBSET_BEFORE = re.compile(
    r"(?:\bincluding|\bamong (?:them|whom)|\bof (?:whom|which|these|those|them)|\bamong those|\bcomprising)"
    r"(?: (?:were|was|are|is|killed|only|just|also))?,? $",
    re.IGNORECASE,
)
_SUBSET_SIGNS = ("includ", "among", "whom", "which", "of th", "compris")
_SUBSET_AFTER = re.compile(
    r" of (?:them|whom|which|those|these)\b|,? (?:among|included|including) them\b", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"\b[A-Z]\w* (?:of )?$")
_PERCENT = re.compile(
    r"(?: ?%|[- ](?:per cent|percent|pct)\b)(?P<points>[- ]points?\b)?|[- ]percentage[- ](?P<pp>points?)\b"
)


# Characters after a count in which another count of the same may be put.
_RECOUNTED = 900


def find_figures(text: str, sentences: Sequence[Span], packs: Packs) -> list[Figure]:
    """
    Return the counted quantities of the sentences, in text order.

    Years, dates, clock times, ages, scores and labels ("G7", "F-16", "Article 5") are not counts.

    >>> from crosswire.packs import load
    >>> text = "At least 1,200 Ukrainian prisoners of war, including 15 women, came home."
    >>> [(f.low, f.high, f.unit, f.subset) for f in find_figures(text, [Span(0, len(text))], load("core"))]
    [(1200.0, None, 'prisoner', False), (15.0, 15.0, 'woman', True)]
    """
    if not sentences:
        return []
    units = units_of(packs)
    starts = [span.start for span in sentences]
    formulas: list[Figure] = []
    if _ANY_FORMULA.search(text, sentences[0].start, sentences[-1].end):
        formulas = [figure for span in sentences for figure in _formulas(text, span, units)]
    taken = [figure.span.start for figure in formulas]
    found = list(formulas)
    waiting: Number | None = None
    for number in _numbers(text, sentences):
        index = bisect_right(starts, number.start) - 1
        sentence = sentences[index]
        formula = bisect_right(taken, number.start) - 1
        if number.end > sentence.end or (formula >= 0 and number.end <= formulas[formula].span.end):
            waiting = None
            continue
        low = waiting if waiting is not None and waiting.start >= sentence.start else None
        share = share_of(text, sentence, low, number) if low is not None else None
        joined = low if low is not None and (share or is_range(text, low, number)) else None
        waiting = number
        if share is not None:
            number, low = share, None
        else:
            low = joined
        last = found[-1].span.end if found and found[-1].span.start >= sentence.start else None
        if joined is None and last is not None and found[-1].span.start < number.start and number.end < last:
            continue  # the make in "five Leopard 2 tanks"
        figure = _figure(text, sentence, number, low, units, last=last)
        if figure is not None:
            if joined is not None and found and found[-1].span.meets(figure.span):
                found.pop()
            found.append(figure)
    found.sort(key=lambda figure: (figure.span.start, figure.span.end))
    return _resumed(text, found, units)


def _resumed(text: str, figures: list[Figure], units: Units) -> list[Figure]:
    """Give "450 are still to come" the people that its paragraph counted last."""
    last: Figure | None = None
    for place, figure in enumerate(figures):
        if figure.unit is not None:
            last = figure if figure.unit in units.people else last
        elif (
            last is not None
            and _REST.match(text, figure.span.end)
            and "\n" not in text[last.span.end : figure.span.start]
        ):
            figures[place] = msgspec.structs.replace(figure, unit=last.unit)
        elif puts_a_count(text, figure.span.start) and (alike := _alike(figure, figures[:place], units)) is not None:
            figures[place] = msgspec.structs.replace(figure, unit=alike.unit)
    return figures


def _alike(figure: Figure, before: Sequence[Figure], units: Units) -> Figure | None:
    """Return the people counted last in about that number: "6,060 bodies ... put the number at 6,057"."""
    for other in reversed(before):
        if figure.span.start - other.span.end > _RECOUNTED:
            return None
        if other.unit is not None and other.low and figure.low and 0.5 <= figure.low / other.low <= 2:
            return other if other.unit in units.people else None
    return None


def _numbers(text: str, sentences: Sequence[Span]) -> Iterator[Number]:
    """Yield the numbers of the sentences; one too long to be prose is passed over."""
    folded = fold_case(text)
    start = sentences[0].start
    for sentence in sentences:
        if sentence.end - sentence.start > _LONGEST:
            yield from numbers_in(folded, start, sentence.start)
            start = sentence.end
    yield from numbers_in(folded, start, max(start, sentences[-1].end))


def _figure(
    text: str, sentence: Span, number: Number, low: Number | None, units: Units, *, last: int | None
) -> Figure | None:
    first = low if low is not None else number
    start, qualifier = qualified(text, sentence, first.start, units.approximators)
    before = text[max(sentence.start, first.start - _BEFORE) : first.start]
    bare = qualifier == "exactly" and low is None
    if number.kind == "words" and number.value > 2 and text.startswith(("a couple of ", "A couple of "), number.start):
        qualifier = "about"
    tail = qualifier_after(text, number.end) if text[number.end : number.end + 1] in _TAILS else None
    if tail is not None:
        number = msgspec.structs.replace(number, end=tail[0])
        qualifier = tail[1] if qualifier == "exactly" else qualifier
    unit, noun, end = _unit(text, sentence, low, number, units)
    if counts_nothing(text, number, before, unit, end, bare=bare):
        return None
    if not _counts(text, number, before, unit, end, bare=bare):
        return None
    if qualifier == "exactly" and low is None and (behind := qualifier_behind(text, end, sentence.end)):
        end, qualifier = behind
    if low is None and (cold := below_zero(text, sentence, number, unit)) is not None:
        start, number = min(start, cold), msgspec.structs.replace(number, value=-number.value)
    if low is not None:
        start = min(start, low.start)
        if low.currency and number.unit == "m":
            number = msgspec.structs.replace(number, value=1e6 * number.value, unit=None)  # "€3-4m"
        scale = number.value >= 1000 * low.value and number.kind == "digits" and text[low.end - 1].isdigit()
        scale = scale or (number.kind == low.kind == "words" and low.value < 20)
        floor = low.value * _scale_of(text, number) if scale else low.value
        bounds: tuple[float | None, float | None] = (floor, number.value)
        qualifier = "range"
    else:
        bounds = _bounds(number, qualifier)
        qualifier = "at-least" if number.kind == "vague" and qualifier in ("exactly", "about") else qualifier
    each_after = bool(_EACH_AFTER.match(text, end, min(sentence.end, end + 60)))
    each = each_after or _is_each_before(text, sentence, first.start)
    part = _is_part(text, sentence, number, start)
    alone = each_after or noun is not None or unit is not None or (part and number.value >= 2)
    if not alone and not stands_alone(text, number, before, qualifier, sentence, last=last):
        return None
    return Figure(*bounds, unit, Span(start, end), qualifier, each, None, noun, part)


def _is_each_before(text: str, sentence: Span, start: int) -> bool:
    window = text[max(sentence.start, start - 90) : start]
    return ("each " in window or "Each " in window) and bool(_EACH_BEFORE.search(window))


def _is_part(text: str, sentence: Span, number: Number, start: int) -> bool:
    """Tell whether the figure is a part of one named before: "three of them", "including 15 children"."""
    of = text.startswith((" of ", " out of "), number.end)
    if of and number.kind != "fraction" and whole_after(text, number, sentence):
        return True
    if _SUBSET_AFTER.match(text, number.end, sentence.end):
        return True
    window = text[max(sentence.start, start - 32) : start]
    return any(sign in window for sign in _SUBSET_SIGNS) and bool(_SUBSET_BEFORE.search(window))


def _bounds(number: Number, qualifier: Qualifier) -> tuple[float | None, float | None]:
    if qualifier == "at-least" or (number.kind == "vague" and qualifier != "at-most"):
        return number.value, None
    return (None if qualifier == "at-most" else number.value), number.value


def _scale_of(text: str, number: Number) -> float:
    """Return the scale word's worth in "10-15 million" and "three to four hundred"."""
    if number.kind == "words":
        words = _SCALED.match(text[number.start : number.end])
        return number.value / words_value(words.group(1)) if words else 1.0
    digits = re.match(r"[^\d]{0,4}([\d,. ]{1,20})", text[number.start : number.end])
    plain = float(digits.group(1).replace(",", "").replace(" ", "") or 1) if digits else 1.0
    return number.value / plain if plain else 1.0


def _unit(
    text: str, sentence: Span, low: Number | None, number: Number, units: Units
) -> tuple[str | None, Span | None, int]:
    """Return what is counted, the counted words' place, and where the figure ends."""
    from_ = low is None and number.kind == "digits" and text.endswith(("from ", "From "), 0, number.start)
    if from_ and _TO_PERCENT.match(text, number.end, sentence.end):
        return "%", None, number.end
    percent = _PERCENT.match(text, number.end, sentence.end)
    if percent:
        unit = "percentage point" if percent["points"] or percent["pp"] else "%"
        return unit, None, percent.end()
    currency = number.currency or (low.currency if low is not None else None)
    if currency:
        return currency, None, number.end
    if number.unit:
        return number.unit, None, number.end
    whole = whole_after(text, number, sentence) if text.startswith((" of ", " out of "), number.end) else None
    if whole is not None and (many := counted(text, whole, sentence.end, units, one=False)):
        # "47 of 93 seats": the noun stands after the other number.
        return ("%" if number.kind == "fraction" else many.unit), None, number.end
    subset = _SUBSET_AFTER.match(text, number.end, sentence.end)
    after = subset.end() if subset and text[number.end : number.end + 4] == " of " else number.end
    noun = counted(text, after, sentence.end, units, one=number.value == 1 and number.kind != "vague")
    apart = noun if noun is not None and noun.apart else None
    if noun is not None and noun.unit == "KRW" and number.value < 1000:
        noun = None  # "12 won"
    if noun is None:
        apart = _number_of(text, sentence, number, units)
    if apart is not None:
        # Its noun stands apart from the figure, so no span of theirs covers both.
        return apart.unit, None, number.end
    if number.kind == "fraction":
        return "%", noun.span if noun else None, noun.span.end if noun else number.end
    if noun is None:
        return None, None, number.end
    return noun.unit, noun.span, noun.span.end


def _number_of(text: str, sentence: Span, number: Number, units: Units) -> Counted | None:
    """Return what a running count counts: "brought to 90 the number of [men]", "the number of [dead] rose to 16"."""
    if number.kind not in ("digits", "words") or number.value < 3:
        return None
    before = _HEDGED.sub("", text[max(sentence.start, number.start - _BEFORE) : number.start])
    if not runs(before):
        return None
    place = _NUMBER_AFTER.match(text, number.end, sentence.end)
    if place is None:
        place = _NUMBER_BEFORE.search(text, max(sentence.start, number.start - _FARTHEST), number.start)
    if place is None:
        return None
    if left := _THOSE_LEFT.match(text, place.end(), sentence.end):
        fate = left.lastgroup or "fate"
        return Counted(left[fate], Span(*left.span(fate)), True)
    noun = counted(text, place.end(), sentence.end, units, one=False)
    return noun if noun is not None and (noun.known or noun.span.start == place.end() + 1) else None


def _counts(text: str, number: Number, before: str, unit: str | None, end: int, *, bare: bool) -> bool:
    """Tell whether a number counts something, and is no year, date, age, clock time, score or label."""
    if unit is not None and (unit == "%" or number.currency or (number.unit and unit != "degree")):
        return True
    after = text[number.end : number.end + 14]
    last = before.rsplit(None, 1)[-1].lower() if before.strip() else ""
    if (
        (last.strip(".") in MONTHS and before.endswith(" "))
        or _CLOCK_AFTER.match(after)
        or _AGE.match(text, number.end)
    ):
        return False
    if last == "per":
        return False  # "2.4 doctors per 1,000 people"
    if number.value <= 12 and before.endswith(("half past ", "quarter past ", "quarter to ")):
        return False
    if number.value <= 31 and _MONTH_AFTER.match(text, number.end):
        return False
    if before.endswith(("-", "–")) and bare and not before.endswith((" -", " –")):
        return False  # "2010-11"
    if bare and (last in _LABELS or before.endswith((":", "/", "#"))):
        return False
    if unit in _SPAN_UNITS and ((last in _TIME_BEFORE and not lasts(before)) or _AGO.match(text, end)):
        return False
    if (
        number.kind == "words"
        and before[-2:-1].isalpha()
        and text[number.start].isupper()
        and _NAME_BEFORE.search(before)
    ):
        return False  # "the Final Four", "Ground Zero"
    if number.kind == "words" and number.value == 1 and (last in ("at", "on") or text.startswith(" of ", number.end)):
        return False  # "at one point", "on one hand", "one of the members"
    if number.kind == "words" and number.value <= 2 and last in {"no", "any", "which", "that", "this", "every", "the"}:
        return (number.value == 2 or text.startswith("-", number.end)) and unit is not None
    if number.plain and 1900 <= number.value <= 2100 and len(text[number.start : number.end]) == 4:
        return unit in units_people() and not _YEAR_BEFORE.search(before)
    # "3-1", "52-48", "555-1234": scores and telephone numbers.
    return not re.match(r"[-–]\d", after)


def units_people() -> frozenset[str]:
    """Return units a four-digit number like 2000 may count although it looks like a year."""
    return frozenset(
        str.split("person soldier troop civilian prisoner fighter body job worker drone km mile ton child")
    )


_NUMBER_AFTER = re.compile(r" (?:the|their|its) (?:total )?number of")
_NUMBER_BEFORE = re.compile(r"\b[Nn]umber of")
# "The number of dead stands at 88", "the number of people killed in the raid".
_FATE = "dead|wounded|injured|killed|missing|displaced"
_THOSE_LEFT = re.compile(
    rf" (?:people (?P<people>{_FATE})\b|(?:the )?(?P<fate>{_FATE})(?= (?:(?:now|since|there) )?"
    r"(?:st[ao]\w{2,3}s?|is|was|has|had|rose|rises|reached|climbed|jumped|grew|passed|may|could|to|at)\b))"
)


_HEDGED = re.compile(r"\b(?:at least|more than|over|about|around|nearly|almost|some|an estimated|just|only) $")


_REST = re.compile(
    r"(?: [a-z]{1,9}){0,3} (?:to go|to come|yet to|remain(?:ing|ed|s)?|left|more|outstanding|still to)\b", re.IGNORECASE
)


def _formulas(text: str, sentence: Span, units: Units) -> list[Figure]:
    """Return exchange formulas: "1,000 for 1,000", "all for all"."""
    found: list[Figure] = []
    for match in _FORMULA.finditer(text, sentence.start, sentence.end):
        value = None if match["all"] else float(match["left"].replace(",", "") or 0)
        if value is not None and value != float(match["right"].replace(",", "") or -1):
            continue
        noun = counted(text, match.end(), sentence.end, units, one=True)
        # The noun of "1,000 for 1,000 prisoners" is counted; "all for all exchange" names the deal.
        span = noun.span if noun and noun.known else None
        end = span.end if span else match.end()
        found.append(
            Figure(
                value, value, noun.unit if span and noun else None, Span(match.start(), end),
                "all" if match["all"] else "exactly", value is not None, match.group(), span,
            )
        )  # fmt: skip
    return found
