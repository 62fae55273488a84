"""The words two texts are compared by: stems of content words, names by their sound, numbers by their value."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from crosswire.check.countries import find_countries
from crosswire.model import Article, Span
from crosswire.packs import Packs
from crosswire.text.numbers import find_numbers
from crosswire.text.tokens import STOP, terms
from crosswire.weigh.spelling import fold
from crosswire.weigh.synonyms import canonical

NAME, NUMBER, DATE = "@", "#", "~"
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A title or an initial ends nothing: "Mr. Morell", "Michael J. Morell".
_ENDS_BEFORE = re.compile(
    r"(?:^|(?<!\s[A-Z])(?<!\b[MDSL][rst])(?<!\b(?:Mrs|Gen|Sen|Gov|Rep|Col))\.|[!?:;…]|\n)[\s\"'“”‘’(\[*•–—-]*$"
)
# "C.I.A." and "CIA" are one word.
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,6}")
# How English makes an adjective of a name, longest first; what is left must be a name the reports use.
_ADJECTIVES = ("ians", "ians", "ian", "ans", "an", "ese", "ish", "is", "ns", "n", "i")
_OPENED = 40
_MONTH = (
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_NUMBER_OF_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
# Words that join or grade what is told, or say that it comes from somebody, and tell nothing themselves. "According"
# would else count as a treaty: it has the stem of "accord".
_JOINING = frozenset(
    str.split("""
    according accordingly nevertheless nonetheless meanwhile moreover furthermore additionally therefore hence thereby
    namely notably""")
)
# "Took place" says no more than "was".
_TAKING_PLACE = re.compile(r"\b(?:take|takes|taking|taken|took)\splace\b")
_DAY = re.compile(rf"\b(?:{_MONTH}\.? {_NUMBER_OF_DAY}(?!\d)|{_NUMBER_OF_DAY} (?:of )?{_MONTH}\b)")


class Word(NamedTuple):
    """A content word: where it stands, and the key it is compared by."""

    start: int
    end: int
    key: str

    @property
    def is_name(self) -> bool:
        """Tell whether it is a word of a name."""
        return self.key.startswith(NAME)

    @property
    def is_number(self) -> bool:
        """Tell whether it is a number."""
        return self.key.startswith(NUMBER)


class Vocabulary:
    """Which words are names in these reports, and what adjectives of names go back to."""

    def __init__(self, articles: Iterable[Article], packs: Packs | None = None) -> None:
        """Count how the reports write their words."""
        lower: Counter[str] = Counter()
        upper: Counter[str] = Counter()
        for article in articles:
            for match in _TOKEN.finditer(article.text):
                word = match.group()
                if word[0].isupper():
                    if not _opens(article.text, match.start()):
                        upper[_plain(word)] += 1
                else:
                    lower[_plain(word)] += 1
        self.ordinary = frozenset(word for word, count in lower.items() if count >= upper[word])
        self.names = frozenset(word for word in upper if word not in self.ordinary and word not in STOP)
        self.countries = find_countries(packs)
        self._adjectives = _pack_adjectives(packs) | self.countries.adjectives
        self._keys: dict[str, str] = {}

    def words(self, text: str, span: Span) -> list[Word]:
        """Return the content words of a stretch, numbers as one word each, in text order."""
        found: list[Word] = []
        numbers = [*find_numbers(text, span.start, span.end)]
        # A day of the month counts nothing: "12 May" has no word in common with "12 votes".
        days = {day: match for match in _DAY.finditer(text, span.start, span.end) for day in range(*match.span())}
        # What happens: neither of the two words tells of it.
        empty = {at for match in _TAKING_PLACE.finditer(text, span.start, span.end) for at in range(*match.span())}
        at = until = 0
        for match in _TOKEN.finditer(text, span.start, span.end):
            start, end = match.span()
            if start in days:
                if not found or found[-1].end <= start:
                    date = days[start]
                    month, number = (date[1] or date[4]).lower()[:3], date[2] or date[3]
                    found.append(Word(*date.span(), f"{DATE}{number.lstrip('0')}{month}"))
                continue
            while at < len(numbers) and numbers[at].end <= start:
                at += 1
            if at < len(numbers) and numbers[at].start < end:
                number = numbers[at]
                if not found or found[-1].end < number.end:
                    found.append(Word(number.start, max(number.end, end), f"{NUMBER}{number.value:g}"))
                continue
            if (found and found[-1].end > start) or start < until or start in empty:
                continue
            country = self.countries.at(text, start)
            if country is not None and country[0] <= span.end:
                until = country[0]
                found.append(Word(start, until, NAME + fold(country[1])))
                continue
            dotted = _DOTTED.match(text, start, span.end)
            until = dotted.end() if dotted else end
            key = self._key(text, start, dotted.group().replace(".", "") if dotted else match.group())
            if key:
                found.append(Word(start, until, key))
        return found

    def is_adjective(self, word: str) -> bool:
        """Tell whether a word is made of a name: "Kestrian", "Valmora's"."""
        return word.endswith(("'s", "’s")) or self.is_made(word)

    def is_made(self, word: str) -> bool:
        """Tell whether a word is another made of a name, and no genitive: "Kestrian"."""
        return self._base(_plain(word)) is not None

    def _key(self, text: str, start: int, word: str) -> str | None:
        plain = _plain(word)
        if plain in STOP or plain in _JOINING:
            return None
        if word[0].isupper() and plain not in self.ordinary:
            # A capital at a sentence's beginning makes no name of a word the reports never use as one.
            if plain in self.names or not _opens(text, start) or self._base(plain) is not None:
                return NAME + self._name(plain)
        elif word[0].isdigit():
            return NUMBER + plain
        return _stem(plain)

    def _name(self, plain: str) -> str:
        key = self._keys.get(plain)
        if key is None:
            key = self._keys[plain] = fold(self._base(plain) or plain)
        return key

    def _base(self, plain: str) -> str | None:
        """Return the name an adjective or a plural of it goes back to: "valmoran" to "valmora"."""
        if plain in self._adjectives:
            return self._adjectives[plain]
        for ending in _ADJECTIVES:
            if plain.endswith(ending) and len(plain) - len(ending) > 2:
                base = plain[: -len(ending)]
                for whole in (base, base + "a", base + "e", base + "ia", base + ending[:1]):
                    if whole in self.names and whole != plain:
                        return whole
        return None


def _pack_adjectives(packs: Packs | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for actor in packs.actors if packs else ():
        name = _plain(actor.name)
        if name.isalpha():
            found.update({_plain(one): name for one in actor.adjectives if one.isalpha()})
    return found


def _opens(text: str, start: int) -> bool:
    """Tell whether a word opens its sentence, where any word has a capital."""
    return _ENDS_BEFORE.search(text[max(0, start - _OPENED) : start]) is not None or start == 0


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    plain = word.lower().replace("’", "'")
    return plain[:-2] if plain.endswith("'s") else plain.rstrip("'")


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str | None:
    stems = terms(word)
    if not stems:
        return None
    # Clock and calendar words are left out of the synonyms' keys; here they are words like any other.
    return min(canonical(stems), default=stems[0])


def keys_of(words: Iterable[Word]) -> frozenset[str]:
    """Return the keys of words."""
    return frozenset(word.key for word in words)
