"""What a clause's act is read against, and what is found: the scene and the act."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress

import msgspec

from crosswire.model import Actor, Mention, Span
from crosswire.read.act_classes import EASING, JOINT, SANCTIONS
from crosswire.read.cues import ActTable, Cue, find_cues
from crosswire.read.grammar import AUXILIARIES, NEGATORS, PREPOSITIONS, is_adverb
from crosswire.read.realis import SCHEDULED, Stance
from crosswire.read.roles import Roles, joined_to
from crosswire.read.words import Words, find_words

# Acts whose object may be nothing, and the words for it.
_UNDOABLE = frozenset({"ACCEPT", "PROMISE", "OFFER", "CONCEDE", "AGREE_JOINT", "ENDORSE"})
# What a state's deeds are done with; its adjective before one names the state.
ARMS = frozenset(
    str.split("""
    army navy military artillery forces troops soldiers police guard guards fleet gunners marines sailors pilots
    warships frigates gunboats drones missiles shells rockets guns gun warplanes jets aircraft fighters commandos
    battery batteries sentries sentry snipers patrols garrison coastguard
    """)
)
_NOTHING = frozenset({"nothing", "no", "none", "neither"})
# What stands before a partner, and the words of his title between.
_PARTNERS = frozenset({"with", "between", "and", "by"})
_TITLED = 7
_LACKING = frozenset({"no", "without"})


class Scene(msgspec.Struct, frozen=True):
    """What a clause is read against: the article's words, mentions, actors and act cues, cues in text order."""

    words: Words
    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]
    cues: Sequence[Cue]
    cue_starts: Sequence[int]
    table: ActTable

    def cues_in(self, places: range) -> list[Cue]:
        """Return the act cues that stand wholly among the words at `places`."""
        first = bisect_left(self.cue_starts, places.start)
        last = bisect_left(self.cue_starts, places.stop)
        return [cue for cue in self.cues[first:last] if cue.last < places.stop]

    def act_at(self, places: range) -> Cue | None:
        """Return the act cue that starts among the words at `places`, None when none does or it only states."""
        first = bisect_left(self.cue_starts, places.start)
        cue = self.cues[first] if first < len(self.cues) else None
        return cue if cue is not None and cue.first < places.stop and cue.act != "STATE" and not cue.voiced else None


class Act(msgspec.Struct, frozen=True, gc=False):
    """
    The act of a clause with the actor ids of its roles, and how its contents stand to the world.

    `verb` is the index of the word that carries it, None for STATE without a cue.
    """

    act: str = "STATE"
    agent: str | None = None
    target: str | None = None
    event: str | None = None
    event_agent: str | None = None
    event_target: str | None = None
    stance: Stance = Stance("actual", False)
    verb: int | None = None


def open_scene(
    text: str,
    mentions: tuple[Mention, ...],
    actors: Iterable[Actor],
    sentences: Iterable[Span],
    table: ActTable,
) -> Scene:
    """Return the scene of a text: its words, and the act cues of every sentence, found once."""
    words = find_words(text, mentions)
    places = list(compress(range(len(words.low)), map(table.by_word.__contains__, words.low)))
    cues = [
        cue
        for span in sentences
        for cue in find_cues(words, words.inside(span), table, places)
        if not _is_of_name(text, words, mentions, cue)
    ]
    return Scene(words, mentions, {actor.id: actor for actor in actors}, cues, [cue.first for cue in cues], table)


def _is_of_name(text: str, words: Words, mentions: Sequence[Mention], cue: Cue) -> bool:
    """Tell whether a cue is part of a longer name, and no act: the "Support" of the "Lake Support Guard"."""
    owner = words.owner[cue.first]
    if owner < 0 or words.owner[cue.last] != owner or mentions[owner].kind != "name":
        return False
    inside = mentions[owner].start < words.starts[cue.first] or " " in mentions[owner].span.of(text)
    return inside and all(text[words.starts[at]].isupper() for at in range(cue.first, cue.last + 1))


def role_ids(scene: Scene, roles: Roles, cue: Cue) -> tuple[str | None, str | None]:
    """
    Return the actor ids of agent and target.

    A joint act's second subject is its target ("Chile and Peru met"). A place never acts, and only a deed befalls it.
    """
    agent, target = _actor(scene, roles.agent), _actor(scene, roles.target)
    if agent is None and roles.agent is None and cue.kind == "verb" and cue.event and scene.table.adjectives:
        agent = _arm_of(scene, cue)
    if cue.act == "AGREE_JOINT" and target is not None and not _is_partner(scene, roles.target, cue):
        target = None  # "agreed to free them under a plan of Peru's": Peru has agreed to nothing
    if cue.act in JOINT and roles.agent is not None and (target is None or target == agent):
        target = _actor(scene, joined_to(scene.words, scene.mentions, roles.agent))
    if _is_place(scene, agent):
        agent = None
    if target == agent or (not cue.event and _is_place(scene, target)):
        target = None
    return agent, target


def _is_partner(scene: Scene, mention: int | None, cue: Cue) -> bool:
    """Tell whether a mention after a joint act is whom it was done with: "signed it with Chile's new minister"."""
    words = scene.words
    if mention is None or scene.mentions[mention].start < words.starts[cue.first]:
        return True
    place = words.at(scene.mentions[mention].start)
    for step in range(place - 1, max(cue.first, place - _TITLED) - 1, -1):
        if words.low[step] in PREPOSITIONS or words.low[step] in ("and", ","):
            return words.low[step] in _PARTNERS
    return False


def _actor(scene: Scene, mention: int | None) -> str | None:
    return scene.mentions[mention].actor if mention is not None else None


def _arm_of(scene: Scene, cue: Cue) -> str | None:
    """Return the state whose arm does a deed, named by its adjective: "Chilean artillery shelled the road"."""
    low = scene.words.low
    if cue.passive:
        after = range(cue.last + 1, min(len(low) - 2, cue.last + 9))
        by = next((step for step in after if low[step] == "by"), None)
        place = by + 2 if by is not None else 0
        place += low[place - 1] not in scene.table.adjectives
    else:
        place = cue.first - 1
        while place > 0 and (low[place] in AUXILIARIES or low[place] in NEGATORS or is_adverb(low[place])):
            place -= 1
    for step in (place - 1, place - 2):
        if step >= 0 and place < len(low) and low[place] in ARMS and scene.words.owner[step] < 0:
            side = scene.table.adjectives.get(low[step])
            if side is not None:
                return side if side in scene.actors else None
    return None


def _is_place(scene: Scene, actor: str | None) -> bool:
    found = scene.actors.get(actor or "")
    return found is not None and found.kind == "place"


def verb_place(scene: Scene, cue: Cue, places: range) -> int:
    """Return the word whose auxiliaries tell the cue's realis; "will never", "are due back" bring their own."""
    opens = scene.words.low[cue.first] in AUXILIARIES
    if opens and cue.first < cue.last and scene.words.low[cue.first + 1] in SCHEDULED:
        return cue.first + 1
    return min(cue.last + 1, places.stop - 1) if opens else cue.first


def is_relief(words: Words, cue: Cue) -> bool:
    """Tell whether a cue of sanctions ends them: "lift the embargo"."""
    return cue.act == "SANCTION" and words.low[cue.first] in EASING and words.low[cue.last] in SANCTIONS


def comes_to_nothing(words: Words, cue: Cue) -> bool:
    """Tell whether a cue's object undoes it: "agreed to nothing", "ended without a truce"."""
    if cue.act not in _UNDOABLE:
        return False
    inside = words.low[cue.first + 1 : cue.last + 1]
    return not _NOTHING.isdisjoint(words.low[cue.last + 1 : cue.last + 3]) or not _LACKING.isdisjoint(inside)


def polar(act: str, stance: Stance) -> tuple[str, Stance]:
    """Rename an act its clause negates: not accepting is rejecting, not denying is no act at all."""
    if act == "DENY" and not stance.negated:
        return act, Stance("negated", True)
    if not stance.negated:
        return act, stance
    if act in ("ACCEPT", "CONCEDE"):
        return "REJECT", Stance("actual" if stance.realis == "negated" else stance.realis, False)
    if act in ("REJECT", "DENY", "RED_LINE", "OFFER", "PROMISE"):
        return ("RED_LINE", Stance("future", True)) if act == "RED_LINE" else ("STATE", stance)
    return act, stance


def counter(act: str, cues: Sequence[Cue]) -> str:
    """A rejection or proposal beside words of a counter-offer is a COUNTER."""
    return "COUNTER" if act in ("REJECT", "PROPOSE", "OFFER") and any(cue.act == "COUNTER" for cue in cues) else act
