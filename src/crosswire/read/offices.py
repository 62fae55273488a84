"""A whole office before a name: "Director of the Second Department at the Orian Foreign Ministry Anton Veld"."""

import re

from crosswire.model import Span
from crosswire.read.gazetteer import Gazetteer
from crosswire.read.runs import party_of
from crosswire.read.titles import Title

_REACH = 160
# The head of the office with a word or two before it, and the body it is of, in capitals and small links.
_OFFICE = re.compile(
    r"(?:^|[,;:“\"—–]\s|\b[Tt]he\s|\b(?:by|to|with|from|and|that|said|told)\s)"
    r"(?P<role>(?:[A-Z][\w.-]{1,20}\s){0,5}?(?P<head>[A-Za-z][a-z]{2,20})\s(?:of|at|for|in)\s(?P<body>[^,;:()“”\"\n]{3,120}))\s$"
)
_LINKS = frozenset("of the at for in on and to under".split())


def office_before(text: str, start: int, floor: int, words: Gazetteer) -> Title | None:
    """Return the office that ends where a name starts; None when its words are not all capitals and links."""
    window = text[max(floor, start - _REACH) : start]
    if not window.endswith(" ") or not any(f" {link} " in window for link in ("of", "at", "for", "in")):
        return None
    match = _OFFICE.search(window)
    if match is None or match["head"].lower() not in words.role_heads:
        return None
    body = match["body"].split()
    named = all(word in _LINKS or word[0].isupper() or word[0].isdigit() for word in body)
    if not named or not body[-1][0].isupper() or body[-1].endswith(("'s", "’s")):
        return None
    tokens = [word.removesuffix("'s").removesuffix("’s") for word in match["role"].split()]
    gender = next((words.role_gender[low] for low in map(str.lower, tokens) if low in words.role_gender), None)
    at = start - len(window) + match.start("role")
    return Title(Span(at, start - 1), match["role"], party_of(tokens, words), gender)


def introduced_party(text: str, before: int, role: str, words: Gazetteer) -> str | None:
    """
    Return the side of who was introduced without a name: "an Orian ministry official ... the official, Anton Veld".

    Only the nearest such phrase of the last sentences counts.
    """
    head = role.rsplit(None, 1)[-1].lower()
    window = text[max(0, before - 600) : before]
    at = len(window)
    while (at := window.rfind(f" {head}", 0, at)) > 0:
        lead = max(window.rfind(" a ", 0, at), window.rfind(" an ", 0, at), window.rfind("A ", 0, at))
        phrase = window[lead:at].split() if lead >= 0 and at - lead < 80 else []
        if 1 < len(phrase) < 8 and not any(mark in window[lead:at] for mark in ",.;:\n"):
            return party_of(phrase[1:], words)
    return None
