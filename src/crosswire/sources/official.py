"""Who issues a document that says what it is: the ministry in the line below its title, or the title's spokesperson."""

import re
from collections.abc import Sequence

from .page_words import page_words

_HEAD, _LONGEST, _WORDS = 4, 160, 12
_SMALL = frozenset({"of", "the", "and", "for", "&", "de", "to", "on"})
_SPOKEN_FOR = re.compile(r"(?P<name>(?:[A-Z][\w'’&-]*\s){1,5}?)Spokes(?:person|man|woman)(?:['’]s)?\b")
_EDGES = re.compile(r"[^a-z]+")


def official_on_top(text: str, title: str | None) -> str | None:
    r"""
    Return the public body that issues a document, as its head names it; None for what is no official document.

    >>> title = "Fact Sheet: A Pact on Grain"
    >>> official_on_top(f"{title}\nMinistry of Trade of Vale\n3 May 2031", title)
    'Ministry of Trade of Vale'
    >>> official_on_top("", "Trade Ministry Spokesperson's Remarks on the Grain Talks")
    'Trade Ministry'
    >>> official_on_top("Trade Ministry\nGrain talks resume", "Grain talks resume") is None
    True
    """
    if not title or not _is_document(title):
        return None
    lines = [line.strip() for line in text[: _HEAD * _LONGEST].split("\n")]
    for line in [line for line in lines if line][:_HEAD]:
        if line != title and _is_body(line):
            return line
    spoken = _SPOKEN_FOR.match(title)
    return spoken["name"].strip() if spoken else None


def _is_document(title: str) -> bool:
    """Tell whether a title says what kind of official paper stands below: remarks, a readout, a fact sheet."""
    padded = f" {_EDGES.sub(' ', title.lower())} "
    return any(f" {word} " in padded for word in page_words().documents)


def _is_body(line: str) -> bool:
    """Tell whether a line is nothing but a public body's full name."""
    words: Sequence[str] = line.split()
    if not 0 < len(words) <= _WORDS or not line[-1].isalnum() or any(char.isdigit() for char in line):
        return False
    large = all(word[0].isupper() or word in _SMALL for word in words)
    padded = f" {_EDGES.sub(' ', line.lower())} "
    return large and any(f" {word} " in padded for word in page_words().officials)
