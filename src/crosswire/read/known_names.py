"""Names that a pack gives an actor, where the finder of names took them for somebody new."""

from collections.abc import Mapping, Sequence

import msgspec

from crosswire.model import Actor, Mention
from crosswire.packs import PackActor, Packs

_THE = "the "
_BODIES = frozenset({"state", "body", "group"})


class _Alias(msgspec.Struct, frozen=True):
    """Who goes by a name, and whether only with "the" before it."""

    actor: PackActor
    definite: bool


def join_known(
    text: str, actors: Sequence[Actor], mentions: Sequence[Mention], packs: Packs
) -> tuple[list[Actor], list[Mention]]:
    """
    Return actors and mentions with those joined to a pack's actor that bear one of its names and no other actor's.

    "The League" and "St Anne's" are found as names like any other, cut as the sentence cuts them.
    """
    table = _table(packs)
    unknown = {actor.id: actor for actor in actors if not actor.known and actor.kind in (*_BODIES, "person")}
    # "Harbour Union spokesman Dan Roe" speaks of him, in words that stand before his name.
    titles = {at for one in mentions for at in range(one.full.start, one.start)}
    joined: dict[str, PackActor] = {}
    for mention in mentions:
        if mention.actor in unknown and mention.actor not in joined and mention.start not in titles:
            found = table.get(_plain(text[mention.start : mention.end]))
            definite = _is_definite(text, mention)
            if found is None or (found.definite and not definite):
                continue
            if definite or unknown[mention.actor].kind != "person":  # "The Union", which is nobody's surname
                joined[mention.actor] = found.actor
    if not joined:
        return list(actors), list(mentions)
    kept = {actor.id: actor for actor in actors if actor.id not in joined}
    for old, known in sorted(joined.items()):
        kept.setdefault(known.id, _actor(known, unknown[old]))
    moved = [
        msgspec.structs.replace(one, actor=joined[one.actor].id) if one.actor in joined else one for one in mentions
    ]
    return list(kept.values()), moved


def _actor(known: PackActor, found: Actor) -> Actor:
    return Actor(known.id, known.name, known.kind, known.party, None, found.names, known=True)


def _is_definite(text: str, mention: Mention) -> bool:
    low = text[max(0, mention.start - len(_THE)) : mention.end].lower()
    return low.startswith(_THE) or low[len(_THE) :].startswith(_THE)


def _plain(name: str) -> str:
    return name.lower().replace("’", "'").removeprefix(_THE).removesuffix("'s").removesuffix("'")


_tables: dict[str, Mapping[str, _Alias]] = {}


def _table(packs: Packs) -> Mapping[str, _Alias]:
    """Return the bodies of the packs by name and alias, without articles and possessives, each name of one alone."""
    if packs.digest not in _tables:
        named: dict[str, list[_Alias]] = {}
        for actor in packs.actors:
            for name in (actor.name, *actor.aliases) if actor.kind in _BODIES else ():
                owned = name.replace("’", "'").partition("'s ")[2]
                definite = name.lower().startswith(_THE)
                for spelt in {_plain(name), *([_plain(owned)] if " " in owned else [])}:
                    named.setdefault(spelt, []).append(_Alias(actor, definite))
        _tables[packs.digest] = {
            name: listed[0] for name, listed in named.items() if len({one.actor.id for one in listed}) == 1
        }
    return _tables[packs.digest]
