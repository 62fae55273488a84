"""The outlet and the day a file's own name tells, for pages saved without a word about who published them, and when."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from crosswire.model import Region
from crosswire.packs import PackOutlet
from crosswire.text.dates import MONTH
from crosswire.text.times import parse_date

from .outlets import SameOutlets
from .page_words import page_words

_SUFFIX = re.compile(r"(?:\.[a-z][a-z0-9]{1,6}){1,2}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
# "2025-11-13_guardian_peace-talks": what stands between underscores, or between spaced or doubled dashes, is a field.
_FIELD = re.compile(r"_+|--+|\s[-–—]\s|\s{2,}|[()\[\]]")
_DAY = re.compile(
    rf"(?<![^\W_])(?:(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}[ _-]?{MONTH}[ _-]?(?:19|20)\d\d"
    rf"|{MONTH}[ _-]?\d{{1,2}}[ _-](?:19|20)\d\d)"
    r"(?!\d)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])|_")
_AFFIXES = ("www", "the", "com", "org", "net", "news", "online", "en", "english", "uk", "co")
# A longer name is a headline's slug, and the outlets in it are the story's.
_SHORT = 4
# Words of a name that is told from a field's single word, and of a file's whole name that holds one.
_RUN, _FIELDS = 3, 6
_LEAST = 5
# First lines on which a page may name its paper, and characters of a name.
_TOP, _NAME = 5, 40
_SECTIONS = ("opinion", "analysis", "interview", "statement", "summary", "qa")
# Words of a site's name at most, and blanks of a title at least.
_SITE, _TITLE = 3, 3


def outlet_of_file(location: str, outlets: Sequence[PackOutlet]) -> str | None:
    """
    Return the pack's outlet that a file is named after; None when it names none, several, or only speaks of one.

    >>> known = (PackOutlet("post", "Lake Post"), PackOutlet("lw", "LW"), PackOutlet("times", "The Times"))
    >>> [outlet_of_file(f"a/{name}.txt", known) for name in ("03-lakepost", "2031-05-03_lake-post_talks", "lw 2")]
    ['Lake Post', 'Lake Post', 'LW']
    >>> [outlet_of_file(f"{name}.txt", known) for name in ("12-talks", "lw-says-the-talks-are-over", "hard-times")]
    [None, None, None]
    """
    name = _file_name(location)
    book = _book(SameOutlets(tuple(outlets)))
    words = _words(name)
    if found := _whole(words, book):
        return found
    # "01_times_of_vale_live" is the Times of Vale's and not the Times's.
    several = (words[first:last] for first in range(len(words)) for last in range(first + _RUN, len(words)))
    long = {found for run in several if len(run) <= _SHORT and (found := _within(run, book))}
    if len(long) == 1 and len(words) <= _FIELDS:
        return next(iter(long))
    for part in _FIELD.split(name):
        if found := _whole(_words(part), book):
            return found
    if len(words) > _SHORT:
        return None
    runs = {
        found
        for first in range(len(words))
        for last in range(first + 1, len(words) + 1)
        if (found := _within(words[first:last], book))
    }
    return next(iter(runs)) if len(runs) == 1 else None


def day_of_file(location: str) -> dt.date | None:
    """
    Return the whole day that a file is named after, the last resort for a page without one.

    >>> [str(day_of_file(f"a/{name}.txt")) for name in ("2031-05-03_lake-post", "lake_post_4may2031", "lake-post-2031")]
    ['2031-05-03', '2031-05-04', 'None']
    """
    match = _DAY.search(_file_name(location))
    return parse_date(_JOINED.sub(" ", match[0].lower())) if match else None


def spaced_name(location: str) -> str:
    """
    Return the words and numbers of a file's name, apart.

    >>> spaced_name("a/02_post-live_feb23.txt")
    '02 post live feb 23'
    """
    return " ".join(re.sub(r"[_-]+", " ", _JOINED.sub(" ", _file_name(location).lower())).split())


def outlet_on_top(text: str, regions: Sequence[Region], location: str) -> str | None:
    r"""
    Return the name on one of a page's first lines that its file is named after: a paper that no pack lists.

    >>> page = [Region(0, 12, "navigation"), Region(13, 40, "title")]
    >>> outlet_on_top("Vale-News.vl\nTalks resume in Port Vell", page, "reports/02-valenews.txt")
    'Vale-News.vl'
    """
    stem = "".join(_words(_file_name(location)))
    for region in sorted(regions)[:_TOP]:
        line = text[region.start : min(region.end, region.start + _NAME)].strip()
        if region.role != "body" and len(line) < _NAME and stem and stem in _plain_names(line):
            return line
    return None


def site_on_top(text: str, regions: Sequence[Region], title: str | None) -> str | None:
    r"""
    Return the name that a page opens with, above its title: a site that no pack lists and no file is named after.

    >>> text, title = "Vale Line\nTalks resume in Port Vell", "Talks resume in Port Vell"
    >>> site_on_top(text, [Region(0, 9, "navigation"), Region(10, 35, "title")], title)
    'Vale Line'
    """
    first = min(regions, default=None)
    line = text[first.start : first.end].strip() if first else ""
    words = line.split()
    if first is None or first.role != "navigation" or not title or title.count(" ") < _TITLE or not words:
        return None
    plain = all(word.isalnum() and (word[0].isupper() or word[0].isdigit()) for word in words)
    lists = page_words().lines | page_words().sections | _labels()
    known = any(piece in lists for piece in (line.lower(), *map(str.lower, words)))
    return line if plain and len(words) <= _SITE and not known and any(map(str.isalpha, line)) else None


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return frozenset(word for name in _SECTIONS for word in page_words().genre[name])


def _file_name(location: str) -> str:
    """Return the name of a file, or of a file inside another, without what says its format."""
    return _SUFFIX.sub("", location.replace("!", "/").replace("\\", "/").rpartition("/")[2])[:200]


def _plain_names(line: str) -> set[str]:
    """Return a line's letters, with and without an article and a domain's end."""
    words = _words(line)
    words = words[1:] if words[:1] == ["the"] else words
    # "Vale 24" is vale24 to its address.
    numbered = re.sub(r"[^a-z0-9]", "", line.lower())
    return {"".join(words), "".join(words[:-1]), numbered} if "." in line else {"".join(words), numbered}


def _words(name: str) -> list[str]:
    """Return a name's words in lower case and without accents; the numbers that order files are left out."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in _WORD.findall(plain) if not word.isdigit()]


def _whole(words: Sequence[str], book: dict[str, tuple[str, bool]]) -> str | None:
    """Return the outlet whose name the words are, alone or in one, with what addresses put around a name."""
    bare = "".join(word for word in words if word not in _AFFIXES)
    for key in ("".join(words), bare, bare.rstrip("0123456789"), *_trimmed(bare)):
        if key in book:
            return book[key][0]
    return None


def _trimmed(word: str) -> list[str]:
    return [word.removeprefix("www").removeprefix("the"), *(word.removesuffix(end) for end in _AFFIXES[3:])]


def _within(words: Sequence[str], book: dict[str, tuple[str, bool]]) -> str | None:
    """Return the outlet named beside other words: by two words, or by one that no dictionary has."""
    found = book.get("".join(words))
    if found is None or (len(words) == 1 and words[0] in page_words().plain_outlets):
        return None
    name, is_letters = found
    return name if is_letters or len("".join(words)) >= _LEAST else None


@lru_cache(maxsize=4)
def _book(outlets: SameOutlets) -> dict[str, tuple[str, bool]]:
    """Return outlets by each of their names in one word, and whether the name is its letters ("AP")."""
    book: dict[str, tuple[str, bool]] = {}
    for outlet in outlets.outlets:
        names = [(name, name.replace(".", "").isupper()) for name in (outlet.name, *outlet.aliases)]
        names += [(domain.partition(".")[0], False) for domain in outlet.domains if domain.index(".") >= _LEAST]
        for name, is_letters in names:
            words = _words(name) or [name.lower()]
            for key in ("".join(words), "".join(words).removeprefix("the") if words[0] == "the" else ""):
                if len(key) > 1:
                    book.setdefault(key, (outlet.name, is_letters))
    return book
