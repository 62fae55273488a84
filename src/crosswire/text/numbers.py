"""Numbers in English text, in digits and in words, with their value and place."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crosswire.text.money import MARKS, PATTERN, SYMBOLS
from crosswire.text.normalise import fold_case

_SMALL = {
    word: value
    for value, word in enumerate(
        str.split(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
} | {
    word: 10 * value
    for value, word in enumerate(str.split("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "couple": 2.0,
    "pair": 2.0, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "k": 1e3,
    "lakh": 1e5, "crore": 1e7, "lakh crore": 1e12,
}  # fmt: skip
# A plural without a number says "at least two of them".
_VAGUE = {"dozens": 24.0, "scores": 40.0, "tens": 20.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
          "billions": 2e9, "trillions": 2e12}  # fmt: skip
_PARTS = {"half": 2, "quarter": 4, "quarters": 4} | {
    word + ending: value
    for value, word in enumerate(str.split("third fourth fifth sixth seventh eighth ninth tenth"), start=3)
    for ending in ("", "s")
}
# Units glued to a number, and halves: "500MW", "38.5°C", "2½".
_GLUED = {"mw": "megawatt", "gw": "gigawatt", "kw": "kilowatt", "ft": "foot", "lb": "pound", "lbs": "pound",
          "ha": "hectare", "km/h": "kph", "°": "degree", "°c": "degree", "°f": "degree", "c": "degree",
          "f": "degree", "pc": "%"}  # fmt: skip
_PIECES = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_LITTLE = (
    rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    rf"nineteen|{_ONES}|zero)"
)
_BIG = "(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)"
# What follows a share: "half of the men", "of ninety men, a third were ill".
_PART_OF = r" of (?!an? )| (?:were|are|have|had)\b"
_SHARES = "(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)"
_HALF_THE = (
    r" (?:the|its|his|her|our|their|all|these|those) "
    r"(?!(?:size|price|number|amount|rate|level|cost|length|speed|time|distance|battle|story|way|width|height)\b)[a-z]"
)
# "Dozens remain trapped", never "by the dozens" nor "in the low hundreds".
_MANY = "".join(rf"(?<!\b{word} )" for word in str.split("the their its our by in into low high"))
_CHANGES = str.split("by fell rose dropped grew shrank climbed jumped up down slid")
_CHANGED = "|".join(f"(?<={word} )" for word in _CHANGES)
_HEDGED = "|".join(f"(?<={word} )" for word in str.split("almost nearly than about roughly around over under"))
_COMMA = r"\d{1,3},\d{1,2}(?= ?%| ?per ?cent\b| (?:million|billion|trillion)\b)"
_COLD = r"(?<= [-−–])(?=\d{1,3}(?:\.\d{1,2})?(?: ?%| ?°| degrees?\b|[cf]\b))"
_NUMBER = re.compile(
    r"(?<![\w/:#.&%'’])(?<!\d,)"
    rf"(?:(?<!\D[\-–])|(?=[$€£¥])|{_COLD})(?=[a-z\d]|[{''.join(sorted(MARKS))}] ?\d)(?:"
    rf"(?P<symbol>{PATTERN})?"
    r"(?P<digits>\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,3}(?: \d{3}){1,4}(?![\d,.]\d|\d)|"
    rf"{_COMMA}|\d{{1,15}}(?:\.\d{{1,6}})?)(?P<piece>[½¼¾⅓⅔])?"
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|lakh crore|lakh|crore|bn|bln|mln|mn|tn|trn)\b|"
    r"(?P<letter>[mk])\b)?"
    r"(?P<glued> ?km/h|km|kg|mph|kph|cm|mm|pc|[mgk]w|ft|lbs?|ha|gb|tb|mb| ?°[cf]?|[cf])?(?![\w]|[.,:/]\d)"
    r"|(?P<vague>(?:dozens|tens|hundreds|thousands|millions) of (?:hundreds|thousands|millions|billions)"
    r"|(?:dozens|scores|tens|hundreds|thousands|millions|billions|trillions)"
    r"(?= (?:of|more)\b)"
    r"|(?:millions|(?<![a-z] )scores)"
    r"(?= (?:were|are|have|had|fled|remain|missing|[a-z]{2,14}ed)\b)"
    rf"|{_MANY}(?:dozens|hundreds|thousands)(?! and (?:dozens|hundreds|thousands)\b)(?= [a-z]|[.;,](?!\d)|$)"
    r"|(?<!the )millions(?=[.;,](?!\d))"
    rf"|(?:several|a few) {_BIG})\b"
    rf"|(?P<fraction>(?:(?:one|two|three|four)[ -]|an? )(?:half|{_SHARES}s?)(?={_PART_OF})"
    rf"|(?<!first )(?<!second )(?<!latter )(?<!opening )half(?={_PART_OF}|{_HALF_THE})"
    rf"|(?:{_ONES})-{_SHARES}s?(?! of an? {_BIG})|two thirds"
    rf"|(?:{_CHANGED})(?:half|an? (?:half|{_SHARES})|(?:two|three|four)[ -]{_SHARES}s)"
    rf"(?=[.,;]| (?:in|since|to|from|this|last|over|within)\b)"
    rf"|(?:{_HEDGED})half"
    rf"(?=[.,;]|$| (?:ha[sd]|is|was|say|said|think|want|live|back|believe|did|do|[a-z]{{2,12}}ed)\b))\b"
    rf"|(?P<words>(?:half an? (?={_BIG})|(?:an? )?(?:half|quarter)-(?={_BIG})|"
    rf"(?:an? |three[ -])?quarters? of an? (?={_BIG})|"
    rf"an? couple of (?={_BIG}\b)|an? (?:couple|pair)(?= of\b)|an? (?={_BIG}\b)|"
    rf"{_LITTLE}(?:[ -]and[ -]a[ -]half)?(?:[ -](?={_BIG}\b))?)"
    rf"(?:{_BIG}(?:[ -]{_BIG}){{0,2}}(?: (?:and )?{_LITTLE}(?:[ -]{_BIG}){{0,2}}\b){{0,3}}(?: and a half\b)?"
    r")?)(?![\w’'])"
    r")"
)
_WORD = re.compile("[a-z]+")
# "250m" is a length, "2m people" and "$5m" are millions.
_MILLIONS = re.compile(r" (?:people|men|women|children|[a-z]{3,20}s)\b(?<!ss)")
# Every number holds one of these; its match begins there, or with a currency mark or an article before it. Trying the
# pattern at every letter of an article takes four times as long.
_OPENERS = (
    *"0123456789", *_SMALL, *_VAGUE, "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "hundred", "thousand", "million", "billion", "trillion", "dozen", "couple", "pair",
)  # fmt: skip


class Number(msgspec.Struct, frozen=True):
    """
    A number and where it stands; currency marks and scale words ("million") are inside the span.

    `kind`: `digits`, `words`, `vague` ("dozens": `value` is the least it can mean) or `fraction` (`value` in per cent).
    `plain` is true for bare digits without separator, scale or currency, which may be a year or a label.
    """

    start: int
    end: int
    value: float
    kind: str
    currency: str | None = None
    unit: str | None = None
    plain: bool = False


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """
    Return the numbers between `start` and `end`; labels such as "F-16", ordinals and clock times are left out.

    >>> [number.value for number in find_numbers("1,200 men, two dozen tanks, $1.2 million, an F-16 on the 5th")]
    [1200.0, 24.0, 1200000.0]
    """
    return numbers_in(fold_case(text), start, len(text) if end is None else end)


def numbers_in(folded: str, start: int, stop: int) -> Iterator[Number]:
    """Yield what `find_numbers` does, from text already in lower case: for those who ask stretch by stretch."""
    for match in _matches(folded, start, stop):
        kind = match.lastgroup or ""
        if match["digits"]:
            yield _digits(match)
        elif match["vague"]:
            yield Number(*match.span(), _vague(match["vague"]), "vague")
        elif match["fraction"]:
            yield Number(*match.span(), _fraction(match["fraction"]), "fraction")
        elif kind and match["words"]:
            yield Number(*match.span(), words_value(match["words"]), "words")


def _matches(folded: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield the matches of the number pattern in text order, tried only where a number may begin."""
    position = start
    for _, offset, _ in _openers().find_matches_as_indexes(folded[start:stop]):
        place = start + offset
        if place < position:
            continue
        for first in _firsts(folded, place):
            match = _NUMBER.match(folded, first, stop) if first >= position else None
            if match is not None:
                yield match
                position = match.end()
                break


def _firsts(folded: str, place: int) -> tuple[int, ...]:
    """Return where a number whose first digit or word stands at `place` may begin, leftmost first."""
    before = folded[place - 1 : place]
    if folded[place].isdigit():
        if before in MARKS or before.isalpha() or (before == " " and folded[place - 2 : place - 1] in MARKS):
            return (place - 4, place - 3, place - 2, place - 1, place)
        if before != " " and before != ".":
            return (place,)
        mark = folded[max(0, place - 6) : place].rsplit(None, 1)[-1:]
        known = mark and mark[0].lstrip("(") in SYMBOLS
        return (place - len(mark[0].lstrip("(")) - (before == " "), place) if known else (place,)
    if before == " ":
        for words in ("several ", "a few "):
            if folded.endswith(words, 0, place):
                return (place - len(words), place)
    if before == " " and folded[place - 2 : place - 1] in ("a", "n"):
        return (place - 3, place - 2, place)
    return (place,)


@cache
def _openers() -> AhoCorasick:
    return AhoCorasick(_OPENERS, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def words_value(words: str) -> float:
    """
    Return the value of a number in words.

    >>> words_value("two hundred and five thousand"), words_value("half a million"), words_value("two dozen")
    (205000.0, 500000.0, 24.0)
    >>> words_value("a million and a half"), words_value("three-quarters of a million")
    (1500000.0, 750000.0)
    """
    total = current = 0.0
    part = scale = 0.0
    for word in _WORD.findall(words.lower()):
        if word in ("half", "quarter"):
            part = (scale or 1) / _PARTS[word]
        elif word == "quarters":
            part, current = current / 4, 0.0
        elif word in _SMALL:
            current += _SMALL[word]
            scale = 0.0
        elif word in _SCALES:
            current, part = current + part, 0.0
            scale = _SCALES[word]
            current = (current or 1.0) * scale
            if _SCALES[word] >= 1e3:
                total, current = total + current, 0.0
    return total + current + part


def _digits(match: re.Match[str]) -> Number:
    digits = match["digits"]
    point = "." if re.fullmatch(r"\d+,\d\d?", digits) else ""
    value = float(digits.replace(",", point).replace(" ", "")) + _PIECES.get(match["piece"] or "", 0.0)
    scale = match["scale"] or match["letter"] or ""
    symbol = (match["symbol"] or "").strip()
    end = match.end()
    if match["letter"] and not symbol and scale == "m" and not _MILLIONS.match(match.string, end):
        scale, glued = "", "m"
    else:
        glued = (match["glued"] or "").strip()
    unit = _GLUED.get(glued, glued) or None
    if scale:
        value = float(f"{value * _SCALES[scale]:.6g}") if value < 1e5 else value * _SCALES[scale]
    plain = digits.isdigit() and not match["piece"] and not scale and not symbol and not unit
    return Number(match.start(), end, value, "digits", SYMBOLS.get(symbol), unit, plain)


def _vague(words: str) -> float:
    if words.startswith(("several", "a few")):
        return 2 * _SCALES[words.rsplit(" ", 1)[-1]]
    value = 1.0
    for index, word in enumerate(words.split(" of ")):
        value *= _VAGUE[word] if index == 0 else _VAGUE[word] / 2
    return value


def _fraction(words: str) -> float:
    pieces = re.split("[ -]", words)
    count = _SMALL.get(pieces[0], 1) if len(pieces) > 1 else 1
    return round(100 * count / _PARTS[pieces[-1]], 1)
