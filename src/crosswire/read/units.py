"""The counted noun after a number: the pack's units first, any plural noun otherwise."""

import re
from functools import cache

import msgspec

from crosswire.model import Span
from crosswire.packs import Packs
from crosswire.text.money import NAMES, WHOSE
from crosswire.text.stems import singular
from crosswire.text.tokens import STOP

# One name for a measure however it is spelt.
_SAME = {
    "mw": "megawatt", "gw": "gigawatt", "kw": "kilowatt", "ft": "foot", "ha": "hectare", "lb": "pound",
    "centimetre": "cm", "centimeter": "cm", "millimetre": "mm", "millimeter": "mm",
    "kilometer": "km", "kilometre": "km", "kms": "km", "meter": "m", "metre": "m", "kilogram": "kg", "kilogramme": "kg",
    "kilo": "kg", "tonne": "ton", "litre": "liter", "protestor": "protester", "people": "person",
    "organisation": "organization",
    "airplane": "plane", "corpse": "body", "dead": "dead", "serviceman": "soldier", "pow": "prisoner",
}  # fmt: skip
# A name of a make between a number and its noun: "four S-300 batteries", "five Leopard 2 tanks".
_MAKE = re.compile(
    r" (?:(?:[A-Z][a-z]{2,14} )?[A-Z][A-Za-z]{0,9}-\d{1,4}[A-Z]{0,3}|[A-Z][a-z]{2,14} [A-Z]{1,3}\d{1,4}|"
    r"[A-Z][a-z]{2,14} \d{1,3}[A-Z]{0,2}(?=(?: [a-z]{2,12})? [a-z]{3,14}s\b))"
    r"(?P<many>s\b)?(?![\w-])"
)
# "A six-lane road" has six lanes; these make another word of the number.
_NOT_JOINED = frozenset(
    str.split("""
    strong odd plus off fold way something some ish time long on to and for by up down th size scale level
    figure digit letter star magnitude
    """)
)
_MEASURES = ("square", "cubic", "basis", "nautical")
_WIDE = frozenset(str.split("wide long high deep thick tall"))
# Not counted nouns although they end in -s, or words that end the noun phrase.
_NOT_NOUNS = STOP | frozenset(
    str.split("""
    has was is does says his its this us yes less perhaps always sometimes besides towards others times whose across
    two three four five six seven eight nine ten eleven twelve dozen
    unless versus plus minus thus as per percent later earlier ago old monday tuesday wednesday thursday friday
    saturday sunday january february march april june july august september october november december including
    despite concerning regarding according among amid since worldwide overseas indoors outdoors nowadays series news
    """)
)
_PIECE = re.compile(r"([ -]|[’'] )([^\W\d_]+(?:['’.-][^\W\d_]+)*)(?!\w)(['’](?= ))?")
# "Ten of the men", "half the men", never "ten the men".
_LINK = re.compile(
    r" (?:of (?:the |its |his |her |their |our |these |those |them |whom )?|"
    r"(?:(?<=alf )(?:the |its |his |her |their |our |these |those ))?)(?:more |other |additional |or so )?"
)
_ALSO = re.compile(
    r"(?: and| or|,(?: and)?) (?:\d{1,3}(?:,\d{3}){0,3}|two|three|four|five|six|seven|eight|nine|ten)(?= [A-Z])"
)
_PAID = re.compile(
    r"[ -](?:[a-z]{1,12} ){0,2}(?:fines?|notes?|bills?|prizes?|bonus|tickets?|fees?|loans?|deals?|rises?)\b"
)
# "One Israeli was killed", "one bystander died": nouns that no list has, by what became of them.
_ONE_OF = re.compile(
    r" (?:[A-Z][a-z]{2,12}(?:i|an|ese)|[a-z]{4,14})(?: (?:was|is|has been|had been|were))? "
    r"(?:killed|wounded|injured|hurt|arrested|detained|freed|released|rescued|missing|dead|died|survived|drowned|"
    r"destroyed|damaged|burned|collapsed|sank)\b"
)
_FARTHEST = 6


class Units(msgspec.Struct, frozen=True):
    """The vocabulary figures are read with."""

    nouns: frozenset[str]
    approximators: tuple[str, ...]
    people: frozenset[str] = frozenset()


class Counted(msgspec.Struct, frozen=True):
    """
    A counted noun phrase: its head in the singular, its place, and whether the pack lists it.

    `apart`: another number stands between ("12 Kenyan and 7 Ugandan sailors").
    """

    unit: str
    span: Span
    known: bool
    apart: bool = False


def units_of(packs: Packs) -> Units:
    """Return the packs' unit nouns and approximators, built once for each vocabulary."""
    return _units(packs.digest, packs.words("units"), packs.words("approximators"), packs.words("people_units"))


@cache
def _units(_digest: str, nouns: tuple[str, ...], approximators: tuple[str, ...], people: tuple[str, ...]) -> Units:
    return Units(frozenset(nouns), approximators, frozenset(people))


def counted(text: str, start: int, end: int, units: Units, *, one: bool) -> Counted | None:
    """
    Return the noun counted by a number that ends at `start`; None when the words after it name nothing counted.

    A pack's unit wins over other plurals, so adjectives and names may stand between number and noun.

    >>> units = Units(frozenset({"prisoner"}), ())
    >>> counted("1,200 sick Ukrainian prisoners of war", 5, 37, units, one=False).unit
    'prisoner'
    """
    link = _LINK.match(text, start, end)
    position = link.end() - 1 if link and link.end() > start + 1 else start
    first = position + 1
    if make := _MAKE.match(text, position, end):
        if make["many"]:
            return Counted(text[first : make.end() - 1].lower(), Span(first, make.end()), False)
        position = make.end()
    fallback: Counted | None = None
    word_before = ""
    for index in range(_FARTHEST):
        match = _PIECE.match(text, position, end)
        if index > 0 and fallback is None and (also := _ALSO.match(text, position, end)):
            noun_of_all = counted(text, also.end(), end, units, one=False)
            return msgspec.structs.replace(noun_of_all, apart=True) if noun_of_all else None
        if match is None or (match.group(1) == "-" and index > 0):
            break
        word = match.group(2)
        lowered = word.lower().rstrip(".")
        noun = _known(lowered, units, hyphen=match.group(1) == "-", one=one)
        if noun is None and index == 0:
            noun = _joined(text, end, match, units)
        if noun and not (lowered in _BEFORE_NOUNS and _goes_on(text, match.end(), end, units)):
            return _ended(text, Span(first, match.end(2)), match, noun, word_before, units, one=one, end=end)
        if noun or lowered.endswith(("'s", "’s")) or (lowered in ("and", "or") and index > 0 and fallback is None):
            position = match.end(
                2
            )  # "six missing hikers", "eleven of the crew's boats", "Russian and Ukrainian soldiers"
            continue
        if lowered in _NOT_NOUNS and lowered not in {"new", "other", "more", "such"} and word != "US":
            break
        if fallback is not None and not (word[0].isupper() and text[fallback.span.end - 1] == "s"):
            break
        if match.group(1) == "-":
            break
        if one and index == 0 and _ONE_OF.match(text, position, end):
            return Counted(lowered, Span(first, match.end(2)), False)
        if not one and _plural(word):
            unit = lowered[:-1] if len(word) < 4 else singular(lowered)
            unit = WHOSE.get((word_before, unit), unit)
            fallback = Counted(unit, Span(first, match.end(2)), False)
        position, word_before = match.end(2), lowered
    return fallback


def _goes_on(text: str, place: int, end: int, units: Units) -> bool:
    """Tell whether an unlisted plural follows at `place`: "hikers" in "six missing hikers"."""
    after = _PIECE.match(text, place, end)
    if after is None or after.group(1) != " " or _known(after.group(2).lower(), units, hyphen=False, one=False):
        return False
    return _plural(after.group(2))


def _ended(
    text: str, place: Span, match: re.Match[str], noun: str, word_before: str, units: Units, *, one: bool, end: int
) -> Counted:
    """Return the counted noun that ends at `match`, or the one of which it is the first half ("bus drivers")."""
    after = _PIECE.match(text, match.end(2), end)
    following = _known(after.group(2).lower(), units, hyphen=False, one=one) if after else None
    if after and following and after.group(1) == " " and match.group(1) != "-" and following not in _LEFT:
        return Counted(following, Span(place.start, after.end(2)), True)
    noun = WHOSE.get((word_before, noun), noun)
    if noun == "GBP" and match.group(1) == "-" and not _PAID.match(text, match.end(2), end):
        noun = "pound"  # of weight: "a 500-pound bomb"
    measure = {"sq": "square"}.get(word_before, word_before)
    return Counted(f"{measure} {noun}" if measure in _MEASURES else noun, place, True)


def _known(word: str, units: Units, *, hyphen: bool, one: bool) -> str | None:
    """Return the unit a word names: a plural, or a singular after "one" or a hyphen ("30-day")."""
    word = word.partition("-")[0] if hyphen else word
    base = singular(word)
    if base in NAMES:
        return NAMES[base]
    if base not in units.nouns and word not in units.nouns and base not in _SAME:
        return None
    base = base if base in units.nouns or base in _SAME else word
    if not (one or hyphen) and base == word and word not in _INVARIABLE:
        return None
    return _SAME.get(base, base)


def _joined(text: str, end: int, match: re.Match[str], units: Units) -> str | None:
    """Return the unit of "six-lane road" and "20 km-wide strip"."""
    word, mark = match.group(2).lower(), match.group(1)
    if mark == " ":
        measure, _, size = word.partition("-")
        return _known(measure, units, hyphen=False, one=True) if size in _WIDE else None
    if mark != "-" or not match.group(2).islower() or not word.isalpha():
        return None
    if len(word) < 3 or word in _NOT_JOINED or word.endswith(("ed", "er", "ing", "th")):
        return None
    after = _PIECE.match(text, match.end(2), end)
    return word if after and after.group(1) == " " and after.group(2).lower() not in _NOT_NOUNS else None


# What became of those counted: "12 journalists killed" are journalists.
_LEFT = frozenset(str.split("dead wounded injured killed missing displaced"))
_BEFORE_NOUNS = frozenset(str.split("dead wounded injured killed missing displaced aircraft fish cattle livestock"))
_INVARIABLE = frozenset(
    str.split("""
    aircraft km kg dead wounded injured killed missing displaced remains mph kph warship personnel people megawatt m
    crew staff clergy infantry cavalry sheep fish deer cattle livestock cm mm mw gw kw ft ha gb tb mb police
    """)
)


def _plural(word: str) -> bool:
    lowered = word.lower()
    if word[:-1].isupper() and word.endswith("s") and len(word) > 2:
        return True  # "MPs"
    if len(word) < 4 or lowered in _NOT_NOUNS:
        return False
    return (lowered.endswith("s") and not lowered.endswith(("ss", "us", "is"))) or singular(lowered) != lowered
