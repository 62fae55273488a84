"""Who issues a document that says what it is: the ministry below its title, or whose spokesperson or head it names."""

import re
from collections.abc import Sequence

from .page_words import page_words

_HEAD, _LONGEST, _WORDS = 4, 160, 12
# Characters of a title on an official site, and words of a menu's line.
_TITLE, _MENU = 300, 3
_SMALL = frozenset({"of", "the", "and", "for", "&", "de", "to", "on"})
_SPOKEN_FOR = re.compile(
    r"(?P<name>(?:[A-Z][\w'’&-]*\s){1,5}?)(?:Spokes(?:person|man|woman)(?:['’]s)?\b"
    r"|(?:Director|Secretary)[ -]General['’]s\b|(?:Executive Director|High Commissioner|High Representative)['’]s\b)"
)
# "Statement by the Chair of the Lake Council on the lock": its head speaks for a body.
_BY_HEAD = re.compile(
    r"(?:(?:press|joint|official) )?(?:statement|remarks|declaration) (?:by|of) (?:the )?"
    r"(?:chair(?:man|woman|person)?|president|secretary[- ]general|spokes(?:man|woman|person)) of (?:the )?"
    r"(?P<name>[A-Z][\w'’&-]*(?: [\w'’&-]+){0,5}?)(?: (?:on|regarding|concerning|about|following|after) |$)",
    re.IGNORECASE,
)
# "Official website of the President of Vale": whose page it is, above whatever it is called.
_SITE = re.compile(
    r"(?:the )?official (?:web ?site|site|web ?page|page|web portal|portal|internet (?:site|portal)) of (?:the )?"
    r"(?P<name>[A-Z][\w'’&-]*(?: [\w'’&-]+){1,8})",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"[>|›»/]|\d{4}")
_EDGES = re.compile(r"[^a-z]+")


def official_on_top(text: str, title: str | None) -> tuple[str, str] | None:
    r"""
    Return the public body that issues a document, and the document's title; None for what is no official document.

    >>> official_on_top("Fact Sheet: A Pact on Grain\nMinistry of Trade of Vale\n3 May 2031", None)
    ('Ministry of Trade of Vale', 'Fact Sheet: A Pact on Grain')
    >>> official_on_top("", "Trade Ministry Spokesperson's Remarks on Grain")
    ('Trade Ministry', "Trade Ministry Spokesperson's Remarks on Grain")
    >>> official_on_top("", "Lake Council Secretary-General's Opening Statement")
    ('Lake Council', "Lake Council Secretary-General's Opening Statement")
    >>> official_on_top("Official website of the Mayor of Vale\nNo lock is shut: statement by the mayor", None)
    ('Mayor of Vale', 'No lock is shut: statement by the mayor')
    >>> official_on_top("", "Press Statement by the Chair of the Lake Council on the Lock")
    ('Lake Council', 'Press Statement by the Chair of the Lake Council on the Lock')
    >>> official_on_top("Trade Ministry\nGrain talks resume", "Grain talks resume") is None
    True
    >>> official_on_top("Official website of the President of Vale\nNews\nThe lock must stay open\nDear friends!", None)
    ('President of Vale', 'The lock must stay open')
    """
    lines = [line.strip() for line in text[: _HEAD * _LONGEST].split("\n")]
    head = [line for line in lines if line][:_HEAD]
    site = next((match["name"] for line in head[:2] if (match := _SITE.fullmatch(line)) is not None), None)
    if site is not None and (name := title or _title_below(head)) is not None and len(name) <= _TITLE:
        return site, name
    document = next((one for one in (title, *head) if one and says_document(one) and one[-1] not in ".!"), None)
    if document is None or len(document) > _LONGEST:
        return None
    for line in head:
        if line != document and is_body(line):
            return line, document
    spoken = _SPOKEN_FOR.match(document)
    if spoken is None and (by_head := _BY_HEAD.match(document)) is not None:
        name = by_head["name"]
        return name.title() if name.isupper() and " " in name else name, document
    return (spoken["name"].strip(), document) if spoken else None


def _title_below(head: Sequence[str]) -> str | None:
    """Return the first line under a site's own name that is a title and no menu or day."""
    return next((line for line in head[1:] if len(line.split()) > _MENU and not _TRAIL.search(line)), None)


def says_document(title: str) -> bool:
    """Tell whether a title says what kind of official paper stands below: remarks, a readout, a fact sheet."""
    padded = f" {_EDGES.sub(' ', title.lower())} "
    return any(f" {word} " in padded for word in page_words().documents)


def is_body(line: str) -> bool:
    """Tell whether a line is nothing but a public body's full name."""
    words: Sequence[str] = line.split()
    if not 0 < len(words) <= _WORDS or not line[-1].isalnum() or any(char.isdigit() for char in line):
        return False
    large = all(word[0].isupper() or word in _SMALL for word in words)
    padded = f" {_EDGES.sub(' ', line.lower())} "
    return large and any(f" {word} " in padded for word in page_words().officials)
