"""State media that a report cites by what they are: "state television", "the official news agency", of one state."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from crosswire.model import Actor, Statement

from .nations import nation_words

# "State media", "Redlandian state-run television", "the government newspaper Dawn": the kind of voice, not a name.
_STATE = re.compile(
    r"^(?:the )?(?:(?P<whose>[\w-]{3,30}) )?(?:state|official|government)(?:[- ](?:run|owned|controlled|backed))? "
    r"(?:news )?(?:media|tv|television|radio|agency|broadcaster|press|newspapers?)\b",
    re.IGNORECASE,
)
# What state media are of where no report says.
SOME_STATE = "outlet:state-media"


def state_voices(
    links: Iterable[frozenset[str]], statements: Iterable[Statement], actors: Sequence[Actor]
) -> dict[str, str]:
    """Return the state media of `links` and among those who speak, by what they are called, with their camps."""
    media = {actor.id: actor.name for actor in actors if actor.kind != "state" and is_media(actor.name)}
    speak = {media[one.speaker] for one in statements if one.speaker in media} if media else set[str]()
    return state_media(speak.union(*links), nation_words(actors))


@lru_cache(maxsize=1 << 16)
def is_media(name: str) -> bool:
    """Tell whether a name is one of state media, of whatever state."""
    return _STATE.match(name) is not None


def state_media(names: Iterable[str], nations: Mapping[str, str]) -> dict[str, str]:
    """
    Map the names of state media to their camps: that of the state they name, or of the only one that any names.

    >>> state_media(["State TV", "Redlandian state radio", "Harbour Radio"], {"redlandian": "RED"})
    {'Redlandian state radio': 'speaker:RED', 'State TV': 'speaker:RED'}
    """
    cited = {name: (match["whose"] or "").lower() for name in sorted(names) if (match := _STATE.match(name))}
    known = {nations[whose] for whose in cited.values() if whose in nations}
    only = f"speaker:{next(iter(known))}" if len(known) == 1 else SOME_STATE
    # "Northern state media": whose, nobody can tell.
    return {
        name: f"speaker:{nations[whose]}" if whose else only
        for name, whose in cited.items()
        if not whose or whose in nations
    }
