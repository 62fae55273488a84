"""Whose a body is: "Oria's Defence Ministry", "the Orian Foreign Ministry"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crosswire.read.gazetteer import Gazetteer
from crosswire.read.runs import party_of

_OWNER = re.compile(r"\b(?P<owner>[A-Z][\w.]{1,20})['’]s?\s$")
# "Oria's Lake Support Forces" may be anybody's.
_ARMED = frozenset("Air Armed Border Coast Defence Defense Ground Land National Naval Police Security Special".split())
# Characters and words in which an owner, and a body's name after its link, stand.
_NEAR, _BODY = 26, 5
# Words in the name of a body that is no state's own.
_APART = frozenset("thinktank think-tank institute institution opposition resistance liberation coalition".split())
_LINKS = frozenset("of the at for in on and to under".split())


def owner_of(text: str, start: int, words: Gazetteer, name: Sequence[str] = ()) -> tuple[str | None, str | None]:
    """Return whose body starts at `start` and that state's side: "Oria's Defence Ministry"; None twice for nobody's."""
    match = _OWNER.search(text, max(0, start - _NEAR), start)
    entry = words.lone.get(match["owner"]) if match else None
    if match is None or entry is None or entry.party is None or (name and not _is_states(name, words)):
        return None, None
    return match["owner"], entry.party


def _is_states(name: Sequence[str], words: Gazetteer) -> bool:
    """Tell whether a body that a state owns is the state's: its ministry and its armed forces, no party or front."""
    if name[-1] == "Forces":
        return len(name) > 1 and name[-2] in _ARMED
    return name[-1].lower() not in words.factions


def own_party(texts: list[str], words: Gazetteer) -> str | None:
    """Return the state that a body acts for; people's own acts for none: "the Arland Nurses Union"."""
    if texts[-1] in words.bodies.societies or _is_apart(texts):
        return None
    return party_of(texts[:-1], words)


def _is_apart(texts: Sequence[str]) -> bool:
    """Tell whether a body studies states, or would rule one: "Orian Council on Trade", "Free Orian Army"."""
    low = [one.lower() for one in texts]
    rebels = (low[0] == "free" and low[-1] in ("army", "forces")) or low[-2:] == ["national", "council"]
    return rebels or not _APART.isdisjoint(low) or ("council", "on") in pairwise(low)


def body_party(role: str, words: Gazetteer) -> str | None:
    """Return the side of the body that an office is at: "director at the Orian Foreign Ministry"."""
    tokens = role.replace("’s", "").replace("'s", "").split()
    for place, link in enumerate(tokens):
        if link not in ("of", "at", "for", "in"):
            continue
        after = tokens[place + 1 :][:_BODY]
        named = next((at for at, word in enumerate(after) if word in _LINKS or not word[0].isupper()), len(after))
        body = after[1:] if after[:1] == ["the"] else after[:named]
        if any(word in words.org_words for word in body) and not _is_apart(body) and (party := party_of(body, words)):
            return party
    return None
