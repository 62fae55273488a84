"""Authors' names out of bylines: "By Ada Vale and Jon Reed, Chief Correspondent" is two names."""

import re
from collections.abc import Iterable

_LEAD = re.compile(r"^(?:(?:written|reported|story|words|analysis|opinion)\s{1,4})?by\b[\s:]{1,4}", re.IGNORECASE)
_SPLIT = re.compile(r"\s{0,4}(?:[,;|/•·]|\s&\s|\b(?:and|with|und|et|og|och)\b)\s{0,4}", re.IGNORECASE)
_TAIL = re.compile(r"\s{0,4}[(\[<].{0,120}$|\s{1,4}(?:in|for|at|updated|published|posted)\s.{0,120}$", re.IGNORECASE)
_NOT_NAMES = frozenset(
    "staff editor editors editorial reporter reporters correspondent correspondents newsroom team desk writer writers "
    "bureau agencies agency contributor contributors columnist admin administrator producer photographer chief senior "
    "guest author authors report reports news online digital service".split()
)
_MAX_NAMES = 12


def clean_authors(values: Iterable[str], not_names: Iterable[str | None] = ()) -> tuple[str, ...]:
    """
    Return the people's names in byline strings, each once; addresses, roles and the outlet's own name are left out.

    >>> clean_authors(["By Ada Vale and Jon Reed, Senior Correspondent"])
    ('Ada Vale', 'Jon Reed')
    >>> clean_authors(["https://courier.example/team/vale", "The Courier"], ["The Courier"])
    ()
    """
    barred = {name.casefold() for name in not_names if name}
    found: dict[str, str] = {}
    for value in values:
        # Addresses and login names ("https://.../team/vale", "ada-vale") name a page, not a person.
        if "://" in value or "www." in value:
            continue
        line = _LEAD.sub("", " ".join(value.split())[:300])
        for part in _SPLIT.split(line):
            name = _TAIL.sub("", _LEAD.sub("", part)).strip(" .,-–—")
            if _is_name(name) and name.casefold() not in barred:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MAX_NAMES]


def _is_name(name: str) -> bool:
    if not 2 < len(name) < 61 or "@" in name or any(char.isdigit() for char in name):
        return False
    words = name.split()
    if len(words) == 1 and name.islower() and name.isascii():
        return False
    return len(words) < 7 and not any(word.casefold() in _NOT_NAMES for word in words)
