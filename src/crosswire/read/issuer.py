"""
The issuer of an official statement speaks in it: "We reject the offer" is a union's or a ministry's own word.

Only first-person sentences are read so; what such a text tells in the third person stays its narration.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from crosswire.model import Attribution, Span
from crosswire.packs import Packs

_OURS = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]urs?)\b")
# "State of Arland" owns a ministry's page as Arland does.
_OF = re.compile(r"^(?:the )?(?:state|government|republic|city) of (?:the )?")


def issuer_of(outlet: str | None, packs: Packs) -> str | None:
    """Return the actor an official outlet speaks for: the one its `owner` names; None for any other outlet."""
    issuers = _slot(packs.digest)
    if not issuers:
        issuers.update(_issuers(packs))
    return issuers.get((outlet or "").casefold())


@lru_cache(maxsize=8)
def _slot(digest: str) -> dict[str, str]:
    return {}


def _issuers(packs: Packs) -> dict[str, str]:
    ids = {name.casefold(): actor.id for actor in packs.actors for name in (actor.name, *actor.aliases)}
    found: dict[str, str] = {}
    for outlet in packs.outlets:
        owner = (outlet.owner or "").casefold()
        actor = ids.get(owner) or ids.get(_OF.sub("", owner))
        if outlet.kind == "official" and actor is not None:
            found |= {name.casefold(): actor for name in (outlet.name, *outlet.aliases)}
    return found


def own_words(
    sentences: Sequence[Span], paragraphs: Sequence[int], text: str, issuer: str, found: Sequence[Attribution]
) -> list[Attribution]:
    """Return `found` with each first-person sentence that nobody else speaks as the issuer's direct speech."""
    told = {one.sentence for one in found if one.speaker is not None or one.unnamed}
    ours = {
        number
        for number, (span, paragraph) in enumerate(zip(sentences, paragraphs, strict=False))
        if paragraph and number not in told and _OURS.search(text, span.start, span.end)
    }
    own = [Attribution("direct", (sentences[number],), number, speaker=issuer) for number in sorted(ours)]
    return [*(one for one in found if one.sentence not in ours), *own]
