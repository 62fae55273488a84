"""Whose a body is: "Oria's Defence Ministry", "the Orian Foreign Ministry"."""

import re
from collections.abc import Iterable, Sequence
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
# A state's own organ in small letters: "secretary of Oria's national security council".
_ORGAN = re.compile(
    r"\b(?:of|in|at) (?:the )?(?P<whose>[A-Z]\w+)(?:['’]s)? (?:[a-z-]+ ){0,4}"
    r"(?:council|ministry|parliament|senate|army|navy|air force|armed forces|general staff|agency|commission|government"
    r"|cabinet|intelligence|military|police|delegation|mission|embassy|central bank)\b"
)
_OF_STATE = frozenset({"Government", "Ministry", "Parliament", "Embassy", "Presidency"})
_SOCIETIES = frozenset({"Association", "Federation", "Confederation", "Chamber", "Union", "Guild", "Society", "League"})
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
    return words.factions.isdisjoint(map(str.lower, name))


def own_party(texts: list[str], words: Gazetteer) -> str | None:
    """Return the state that a body acts for; people's own acts for none: "the Arland Nurses Union"."""
    if texts[-1] in words.bodies.societies or _is_society(texts) or _is_apart(texts):
        return None
    # "The Government of Oria" is Oria's by its last word, "the University of Oria" is its own.
    return party_of(texts if texts[0] in _OF_STATE else texts[:-1], words)


def _is_society(texts: Sequence[str]) -> bool:
    """Tell whether a body is people's own by the word before its "of": "the Orian Association of Millers"."""
    return any(one in _SOCIETIES and link in ("of", "for") for one, link in pairwise(texts))


def _is_apart(texts: Sequence[str]) -> bool:
    """Tell whether a body studies states, or would rule one: "Orian Council on Trade", "Free Orian Army"."""
    low = [one.lower() for one in texts]
    rebels = (low[0] == "free" and low[-1] in ("army", "forces")) or low[-2:] == ["national", "council"]
    return rebels or not _APART.isdisjoint(low) or ("council", "on") in pairwise(low)


def names_faction(texts: Iterable[str], words: Gazetteer) -> bool:
    """Tell whether words name a party or a movement: "Oria's Lake Movement"."""
    return any(one[:1].isupper() and one.lower() in words.factions for one in texts)


def body_party(role: str, words: Gazetteer) -> str | None:
    """Return the side of the body that an office is at: "director at the Orian Foreign Ministry", "of Oria's army"."""
    organ = _ORGAN.search(role)
    state = words.lone.get(organ["whose"]) if organ is not None else None
    if state is not None and state.party is not None and state.how != "metonym":
        return state.party
    tokens = role.replace("’s", "").replace("'s", "").split()
    for place, link in enumerate(tokens):
        if link not in ("of", "at", "for", "in"):
            continue
        after = tokens[place + 1 :][:_BODY]
        named = next((at for at, word in enumerate(after) if word in _LINKS or not word[0].isupper()), len(after))
        body = after[1:] if after[:1] == ["the"] else after[:named]
        if not any(word in words.org_words for word in body) or names_faction(body, words) or _is_apart(body):
            continue
        if party := party_of(body, words):
            return party
    return None
