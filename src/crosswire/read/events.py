"""The act told of inside what is said or narrated: who did what to whom, apart from the act of saying it."""

from collections.abc import Sequence

from crosswire.read.act_classes import NEVER_OWN, OTHERS_DOING, OWN_DOING
from crosswire.read.cues import Cue
from crosswire.read.grammar import RELATIVES, SUBORDINATORS
from crosswire.read.realis import Stance
from crosswire.read.roles import find_roles
from crosswire.read.scene import Act, Scene, comes_to_nothing, role_ids
from crosswire.read.words import Words

# Before a noun these make it the backdrop of what is told: "after the attack".
_BACKDROP = frozenset("after since during in before amid following despite at from until by".split())
# Before a date these open a phrase.
_DATING = frozenset({"since", "before", "after", "until"})
# What opens a relative or adverbial clause; "following", "despite" and "amid" open phrases.
_OPENERS = RELATIVES | SUBORDINATORS - {"following", "despite", "amid"}


def only_told(scene: Scene, cues: Sequence[Cue], places: range, stance: Stance, speaker: str | None = None) -> Act:
    """Return a STATE with the first act its words tell of."""
    told = [cue for cue in cues if cue.act not in NEVER_OWN]
    # "plans to withdraw": what is said to be done by nobody else is the speaker's own doing.
    bare = bool(places) and scene.words.low[places.start] == "to"
    event = told_event(scene, told, places, "PROMISE" if bare else "STATE", (speaker, None), None)
    return Act("STATE", speaker, None, *event, stance, None)


def told_event(
    scene: Scene,
    cues: Sequence[Cue],
    places: range,
    act: str,
    roles: tuple[str | None, str | None],
    head: Cue | None,
) -> tuple[str | None, str | None, str | None]:
    """Return the act told of inside another: its id, agent and target."""
    chosen = _told(scene, cues, places)
    if chosen is None or chosen is head:
        return None, None, None
    start = places.start if head is None or head.first not in places else head.last + 1
    found = find_roles(scene.words, scene.mentions, chosen, range(min(start, chosen.first), places.stop))
    agent, target = role_ids(scene, found, chosen)
    own, other = roles
    if chosen.kind == "verb" and not chosen.passive:
        infinitive = chosen.first > 0 and scene.words.low[chosen.first - 1] == "to"
        if act in OWN_DOING and (agent is None or infinitive):
            agent = own or agent
        elif act in OTHERS_DOING and agent is None:
            agent = other
    if target == agent:
        target = None
    if comes_to_nothing(scene.words, chosen):
        return ("REJECT", agent, target) if chosen.act in ("ACCEPT", "CONCEDE") else (None, None, None)
    return chosen.act, agent, target


def _told(scene: Scene, cues: Sequence[Cue], places: range) -> Cue | None:
    """Return the cue of what is told: a main verb, else a verb of a side clause, else a noun that is no backdrop."""
    below = side_words(scene.words, places) if cues else frozenset()
    verbs = [cue for cue in cues if cue.kind == "verb" and cue.first not in below]
    nouns = [cue for cue in cues if cue.kind != "verb" and (cue.event or cue.kind == "phrase")]
    # "the attack, which killed four" tells of neither; a clause with "because" or "after" does tell.
    sides = [cue for cue in cues if cue.kind == "verb" and not _is_relative(scene.words, cue.first, places.start)]
    plain = [cue for cue in nouns if cue.first not in below and not _is_backdrop(scene.words, cue, places.start)]
    return next(iter(verbs or plain or sides), None)


def _is_relative(words: Words, place: int, start: int) -> bool:
    """Tell whether a relative pronoun, "if" or "unless" opens the stretch before `place`."""
    for step in range(place - 1, max(start, place - 15) - 1, -1):
        if words.low[step] in RELATIVES or words.low[step] in {"if", "unless", "that"}:
            return True
        if words.low[step] == ",":
            return False
    return False


def _is_backdrop(words: Words, cue: Cue, start: int) -> bool:
    """Tell whether a noun only dates or places what is told: "after the attack on Arland"."""
    for step in range(cue.first - 1, max(start, cue.first - 6) - 1, -1):
        if words.low[step] in _BACKDROP:
            return True
        if words.low[step] in {"of", "for", "to", ","}:
            return False
    return False


def _leads_phrase(word: str, following: str) -> bool:
    """Tell whether a word that may open a clause opens a phrase here: "as a rebel", "their first talks since 2019"."""
    return following == "a" if word == "as" else word in _DATING and following[:1].isdigit()


def side_words(words: Words, places: range) -> frozenset[int]:
    """Return the words of a clause that stand in adverbial or relative clauses."""
    low = words.low
    if _OPENERS.isdisjoint(low[places.start : places.stop]):
        return frozenset()
    below: set[int] = set()
    step = places.start
    while step < places.stop:
        word = low[step]
        if word not in _OPENERS or _leads_phrase(word, low[step + 1] if step + 1 < places.stop else ""):
            step += 1
            continue
        stop = step + 1
        while stop < places.stop and low[stop] not in {",", ";", "—", "–"}:
            stop += 1
        below.update(range(step, stop))
        step = stop
    return frozenset(below)
