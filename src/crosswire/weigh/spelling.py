"""Fold spellings: one key for the ways a name is written or transliterated."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

# Romanisations differ in a handful of letters (BGN/PCGN, ISO 9, national systems and newspaper habit): "Medinski"/
# "Medinsky", "Zelenskyy"/"Zelensky", "Akhmetov"/"Ahmetov", "Wolodymyr"/"Volodymyr". Order matters: digraphs first.
_FOLDS = (
    ("shch", "sc"),
    ("sch", "s"),
    ("kh", "h"),
    ("zh", "z"),
    ("ph", "f"),
    ("ck", "k"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
    ("q", "k"),
)
_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"(.)\1+")
_OPENING = re.compile(r"\bie(?=[^aeiou\s])")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """
    Return a name without case, accents and punctuation.

    >>> plain("The O'Neill-Müller Fund")
    'the o neill muller fund'
    """
    stripped = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(stripped))


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """
    Return the key that the transliterations of a name share.

    >>> fold("Zelenskyy") == fold("Zelensky") == fold("Zelenskiy")
    True
    >>> fold("Lavrov") == fold("Labrov")
    False
    """
    folded = plain(name)
    for written, key in _FOLDS:
        folded = folded.replace(written, key)
    # "Yermak" and "Ermak", "Yevgeny" and "Evgeny".
    return _OPENING.sub("e", _DOUBLED.sub(r"\1", folded))


@lru_cache(maxsize=65536)
def person_key(name: str) -> tuple[str, str]:
    """
    Return (given name, surname) folded; the given name is empty for a surname alone, middle names are left out.

    "Jr." stays with the surname: father and son are two people.

    >>> person_key("Anna B. Keller"), person_key("Keller"), person_key("John Roe Jr.")
    (('ana', 'keler'), ('', 'keler'), ('iohn', 'roe ir'))
    """
    # "Jon Roe of Orm" is Jon Roe.
    words = plain(name).partition(" of ")[0].split()
    suffix = words.pop() if len(words) > 1 and words[-1] in _SUFFIXES else ""
    if not words:
        return "", ""
    given = fold(words[0]) if len(words) > 1 else ""
    return given, f"{fold(words[-1])} {fold(suffix)}".strip()


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files(__package__).joinpath("nicknames.toml").read_text(encoding="utf-8"))
    return {fold(name): frozenset(map(fold, short)) for name, short in data["short"].items()}


def short_forms(given: str) -> frozenset[str]:
    """
    Return the folded short forms of a folded given name.

    >>> fold("Mike") in short_forms(fold("Michael")), short_forms(fold("Zorro"))
    (True, frozenset())
    """
    return _short_forms().get(given, frozenset())


def body_key(name: str) -> str:
    """
    Return the key of a body's name: no article, no case, no punctuation.

    >>> body_key("The Harbour Council")
    'harbour council'
    """
    return plain(name).removeprefix("the ")


@lru_cache(maxsize=65536)
def initials(name: str) -> str:
    """
    Return the initials of a body's capitalised words, which its acronym may be.

    >>> initials("International Lake Water Agency"), initials("Court of Ports and Lakes")
    ('ilwa', 'cpl')
    """
    words = [word for word in _WORD.findall(name) if word[:1].isupper() and word.casefold() != "the"]
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else ""


def slug(name: str) -> str:
    """
    Return a name as an id.

    >>> slug("Zoë Ångström-Lee")
    'zoe-angstrom-lee'
    """
    return plain(name).replace(" ", "-") or "unknown"
