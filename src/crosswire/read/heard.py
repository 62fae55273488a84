"""The attributions of an article that hold, and who the sentence says told of them."""

from collections.abc import Sequence

import msgspec

from crosswire.model import Attribution, Mention, Reading, Span
from crosswire.packs import Packs
from crosswire.read.acts import Scene
from crosswire.read.cues import attitudes, cue_acts
from crosswire.read.outer_source import find_teller, retold
from crosswire.read.words import Words

_NAMING = frozenset({"name", "surname"})


class Reporting(msgspec.Struct, frozen=True):
    """What the packs say of reporting words: the act each performs, which tell of an attitude, and both together."""

    acts: dict[str, str]
    attitudes: frozenset[str]
    performing: frozenset[str]


_reporting: dict[str, Reporting] = {}


def reporting_words(packs: Packs) -> Reporting:
    """
    Return the reporting words of `packs`, gathered once for each digest.

    >>> from crosswire.packs import load
    >>> reporting_words(load("core")).acts["accuse"]
    'ACCUSE'
    """
    found = _reporting.get(packs.digest)
    if found is None:
        acts, held = cue_acts(packs), attitudes(packs)
        found = _reporting[packs.digest] = Reporting(acts, held, held | acts.keys())
    return found


def find_heard(
    text: str, reading: Reading, scene: Scene, reporting: Reporting
) -> tuple[list[Attribution], dict[Span | None, Attribution]]:
    """
    Return the attributions that hold, each with whoever the sentence says told of it.

    The second value holds what was told of, by the cue of the telling: "Arland rejected it" of "..., a diplomat said".
    """
    words = scene.words
    outlets = {actor.id for actor in reading.actors if actor.kind == "outlet"}
    cues = {one.cue for one in reading.attributions}
    found: list[Attribution] = []
    told: dict[Span | None, Attribution] = {}
    for one in reading.attributions:
        if not _is_sound(words, reading.mentions, one):
            continue
        last = one.contents[-1] if one.contents else None
        if one.cue is not None and last is not None and one.kind == "indirect" and last.start > one.cue.start:
            sentence = words.inside(reading.sentences[one.sentence])
            teller = find_teller(words, text, reading.mentions, words.at(last.end), sentence)
            known = teller is None or teller.cue in cues or any(link.span.meets(teller.source) for link in one.via)
            if teller is not None and not known and (teller.actor is None or teller.actor != one.speaker):
                plain = one.lemma not in reporting.performing and scene.act_at(words.inside(one.cue)) is None
                outer = retold(one, teller, teller.actor in outlets or plain, text)
                if outer.cue != one.cue:
                    told[outer.cue] = one
                one = outer
        found.append(one)
    return found, told


def _is_sound(words: Words, mentions: Sequence[Mention], attribution: Attribution) -> bool:
    """Tell whether an attribution has a voice, and a cue that is not part of a name ("the United States")."""
    if attribution.cue is None:
        return attribution.speaker is not None or attribution.source is not None
    places = words.inside(attribution.cue)
    owners = words.owner[places.start : places.stop]
    return bool(places) and _NAMING.isdisjoint([mentions[owner].kind for owner in owners if owner >= 0])
