"""
Which act a clause performs or tells of (ontology/acts.json), who performs it and on whom.

Order of decision. In a narrated clause the leftmost cue outside subordinate and relative clauses is the act; a longer
cue beats a shorter at the same word, then the pack's priority decides. In attributed speech the reporting word's own
act comes first ("accused"), then an act the speaker performs in the contents ("we reject", "it will withdraw if"),
then what the contents ask of others ("must", "should"), else STATE; the first act told of in the contents is the event.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosswire.model import Actor, Attribution, Mention, Span
from crosswire.read.cues import ActTable, Cue, find_cues
from crosswire.read.grammar import AUXILIARIES, NEGATORS, RELATIVES, SUBORDINATORS
from crosswire.read.realis import Stance, find_realis
from crosswire.read.roles import Roles, find_roles, is_first_person, joined_to, subject_before
from crosswire.read.words import Words, find_words

# Acts after which "to ..." and "... -ing" are the speaker's own doing, and those after which they are the other's.
_OWN_DOING = frozenset(
    "PROMISE OFFER REJECT THREATEN DENY CLAIM_RESP PROPOSE ACCEPT CONCEDE RED_LINE WALK_OUT COUNTER AGREE_JOINT".split()
)
_OTHERS_DOING = frozenset("DEMAND APPEAL ACCUSE CONDEMN ENDORSE".split())
# Acts whose contents have not happened yet.
_AHEAD = frozenset("DEMAND APPEAL PROPOSE OFFER PROMISE THREATEN CONDITION".split())
# What the speaker announces to do himself is a promise or a threat, by what it does to the other side.
_HARM = frozenset("ATTACK SANCTION MOBILISE DETAIN VIOLATE WALK_OUT".split())
_GIFT = frozenset("RELEASE WITHDRAW CEASEFIRE ACCESS AGREE_JOINT MEET MEDIATE".split())
_CONDITIONABLE = _GIFT | frozenset("ACCEPT OFFER PROMISE STATE AGREE_JOINT".split())
_JOINT = frozenset({"AGREE_JOINT", "MEET"})
# Negated, these are another act: see `_polar`.
_RENAMED = frozenset({"ACCEPT", "OFFER", "CONCEDE", "REJECT", "DENY"})
_NEVER_OWN = frozenset({"STATE", "CONDITION"})
# "must" demands of anybody; "should" appeals only to somebody.
_MUST = frozenset({"must"})
_HAVE_TO = frozenset({"has", "have", "needs", "need", "ought"})


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


def open_scene(
    text: str,
    mentions: tuple[Mention, ...],
    actors: Iterable[Actor],
    sentences: Iterable[Span],
    table: ActTable,
) -> Scene:
    """Return the scene of a text: its words, and the act cues of every sentence, found once."""
    words = find_words(text, mentions)
    cues = [cue for span in sentences for cue in find_cues(words, words.inside(span), table)]
    return Scene(words, mentions, {actor.id: actor for actor in actors}, cues, [cue.first for cue in cues], table)


class Act(msgspec.Struct, frozen=True):
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


def classify_narrated(scene: Scene, places: range) -> Act:
    """Return the act that a clause of the article's own voice tells of."""
    cues = scene.cues_in(places)
    below = _subordinate(scene.words, places)
    main = [cue for cue in cues if cue.kind != "noun" and cue.first not in below]
    conditions = [cue for cue in main if cue.act == "CONDITION"]
    heads = [cue for cue in main if cue.act not in _NEVER_OWN]
    if not heads:
        return _eventful(scene, cues, places, find_realis(scene.words, places, None))
    head = heads[0]
    stance = find_realis(scene.words, places, _verb_place(scene, head, places))
    roles = find_roles(scene.words, scene.mentions, head, places)
    name, stance = _polar(_counter(head.act, main), stance)
    agent, target = _ids(scene, roles, joint=head.act in _JOINT)
    if name in _AHEAD and stance.realis == "actual":
        stance = Stance("future", stance.negated)
    if conditions and name in _CONDITIONABLE and stance.realis != "actual":
        return Act("CONDITION", agent, target, head.act, agent, target, stance, head.first)
    if name == "STATE":
        return Act("STATE", agent, None, head.act, agent, target, stance, head.first)
    rest = [cue for cue in cues if cue.first > head.last or cue.act != head.act]
    event = _event(scene, rest, places, name, (agent, target), head)
    return Act(name, agent, target, *event, stance, head.first)


def classify_attributed(
    scene: Scene, attribution: Attribution, sentence: range, contents: Sequence[range], cue_act: str | None
) -> Act:
    """
    Return the act somebody performs with what he is reported to say.

    `sentence` holds the cue; `contents` are the words said; `cue_act` is what the packs say of the reporting word.
    """
    lead = _lead(scene, attribution, sentence, cue_act)
    speaker = attribution.speaker
    inner = [cue for places in contents for cue in scene.cues_in(places)]
    if attribution.negated and (lead is None or lead.act not in _RENAMED):
        return _eventful(scene, inner, _home(inner, contents, sentence), Stance("negated", True), speaker)
    if lead is not None:
        return _led(scene, lead, attribution, inner, sentence, contents)
    return _said(scene, attribution, inner, sentence, contents)


def _lead(scene: Scene, attribution: Attribution, sentence: range, cue_act: str | None) -> Cue | None:
    """Return the act cue that the reporting words are, None when they merely report."""
    if attribution.cue is None:
        return None
    at = scene.words.inside(attribution.cue)
    if not at:
        return None
    for cue in scene.cues_in(sentence):
        if cue.first in at or (cue.first < at.start <= cue.last):
            return None if cue.act == "STATE" else cue
    if cue_act is None or cue_act == "STATE" or any(scene.words.low[place] in scene.table.by_word for place in at):
        # A reporting word the acts know too, and that gave no cue here, was barred: "declined to comment".
        return None
    return Cue(cue_act, "verb", at.start, at.stop - 1, 0, False, "past")


def _led(
    scene: Scene, lead: Cue, attribution: Attribution, inner: Sequence[Cue], sentence: range, contents: Sequence[range]
) -> Act:
    roles = find_roles(scene.words, scene.mentions, lead, sentence)
    agent, target = _ids(scene, roles)
    agent = attribution.speaker or agent
    if target == agent:
        target = None
    home = _home(inner, contents, sentence)
    verb = next((cue.first for cue in inner if cue.kind == "verb"), None)
    stance = find_realis(scene.words, home, verb)
    name = _counter(lead.act, inner)
    if attribution.negated:
        name, stance = _polar(name, Stance(stance.realis, True))
    if name == "DENY":
        stance = Stance("negated", True)
    elif name in _AHEAD and stance.realis in ("actual", "negated"):
        stance = Stance("future", stance.negated)
    rest = [cue for cue in inner if cue.first > lead.last and cue.act not in _NEVER_OWN]
    event = _event(scene, rest, home, name, (agent, target), lead)
    return Act(name, agent, target, *event, stance, lead.first)


def _said(
    scene: Scene, attribution: Attribution, inner: Sequence[Cue], sentence: range, contents: Sequence[range]
) -> Act:
    speaker = attribution.speaker
    for places in contents:
        for cue in inner:
            if cue.first not in places or cue.kind == "noun" or cue.act in _NEVER_OWN:
                continue
            found = _performed(scene, cue, inner, places, speaker, attribution.lemma or "")
            if found is not None:
                return found
    for places in contents:
        found = _asked(scene, inner, places, speaker)
        if found is not None:
            return found
    home = _home(inner, contents, sentence)
    verb = next((cue.first for cue in inner if cue.kind == "verb"), None)
    return _eventful(scene, inner, home, find_realis(scene.words, home, verb), speaker)


def _performed(
    scene: Scene, cue: Cue, inner: Sequence[Cue], places: range, speaker: str | None, lemma: str
) -> Act | None:
    """Return the act the speaker performs by saying `cue`'s clause, None when he only tells of it."""
    roles = find_roles(scene.words, scene.mentions, cue, places)
    stance = find_realis(scene.words, places, _verb_place(scene, cue, places))
    if stance.realis == "questioned":
        return None
    agent, target = _ids(scene, roles)
    own = is_first_person(scene.words, cue.first, places.start) or _same_side(scene, agent, speaker)
    agent = agent if own and agent is not None else speaker
    conditions = any(other.act == "CONDITION" for other in inner)
    if cue.act == "RED_LINE":
        return Act(
            "RED_LINE",
            agent,
            target,
            *_event(scene, inner, places, "RED_LINE", (agent, target), cue),
            stance,
            cue.first,
        )
    if cue.act == "THREATEN" and cue.kind == "phrase":
        doomed = roles.agent if not own else roles.target
        threatened = scene.mentions[doomed].actor if doomed is not None else None
        return Act("THREATEN", speaker, threatened, None, None, None, Stance("future", stance.negated), cue.first)
    if not own:
        return _alleged(scene, cue, roles, stance, speaker, lemma)
    if cue.passive:
        return None
    name, stance = _announced(cue, stance, conditions)
    if name == "STATE":
        return None
    name = _counter(name, inner)
    event: tuple[str | None, str | None, str | None] = (cue.act, agent, target)
    if name == cue.act:
        event = _event(scene, [one for one in inner if one.first > cue.last], places, name, (agent, target), cue)
    return Act(name, agent, target, *event, stance, cue.first)


def _verb_place(scene: Scene, cue: Cue, places: range) -> int:
    """Return the word whose auxiliaries tell the cue's realis; "will never" brings its own."""
    opens = scene.words.low[cue.first] in AUXILIARIES
    return min(cue.last + 1, places.stop - 1) if opens else cue.first


def _announced(cue: Cue, stance: Stance, conditions: bool) -> tuple[str, Stance]:
    """Name the act of a speaker who says that he does, did or will do `cue`'s act."""
    ahead = stance.realis in ("future", "conditional")
    if conditions and cue.act in _CONDITIONABLE and (ahead or cue.act in ("OFFER", "ACCEPT")):
        return "CONDITION", Stance("conditional", stance.negated)
    if not cue.event:
        name, stance = _polar(cue.act, stance)
        if name in _AHEAD and stance.realis == "actual":
            stance = Stance("future", stance.negated)
        return name, stance
    if ahead and stance.negated:
        return ("REJECT" if cue.act in _GIFT else "PROMISE"), stance
    if ahead:
        return ("THREATEN" if cue.act in _HARM else "PROMISE"), stance
    if cue.act == "WALK_OUT" and not stance.negated:
        return "WALK_OUT", stance
    if cue.act == "ATTACK" and cue.kind == "verb":
        return ("DENY", Stance("negated", True)) if stance.negated else ("CLAIM_RESP", stance)
    return "STATE", stance


def _alleged(scene: Scene, cue: Cue, roles: Roles, stance: Stance, speaker: str | None, lemma: str) -> Act | None:
    """Say of another that he broke a deal, and you accuse him; other deeds need a reporting word that accuses."""
    agent, target = _ids(scene, roles)
    if agent is None or agent == speaker or stance.negated or stance.realis != "actual" or cue.kind != "verb":
        return None
    if cue.act == "VIOLATE" or (cue.act in _HARM and lemma in {"claim", "allege"}):
        return Act("ACCUSE", speaker, agent, cue.act, agent, target, stance, cue.first)
    return None


def _asked(scene: Scene, inner: Sequence[Cue], places: range, speaker: str | None) -> Act | None:
    """Return the demand or appeal in "X must ...", "X should ..." of what is said, None when there is none."""
    low = scene.words.low
    if low[places.stop - 1] == "?":
        return None
    for place in places:
        word = low[place]
        if word not in _MUST and word != "should" and word not in _HAVE_TO:
            continue
        following = low[place + 1] if place + 1 < places.stop else ""
        following = low[place + 2] if following in NEGATORS and place + 2 < places.stop else following
        if following == "have" or place == places.start or (word in _HAVE_TO and following != "to"):
            continue
        subject = subject_before(scene.words, scene.mentions, place, places)
        actor = scene.mentions[subject].actor if subject is not None else None
        if is_first_person(scene.words, place, places.start) or _same_side(scene, actor, speaker):
            continue
        if actor is None and word not in _MUST:
            continue
        name = "DEMAND" if word in _MUST or word in {"has", "have"} else "APPEAL"
        after = [cue for cue in inner if cue.first > place]
        event = _event(scene, after, places, name, (speaker, actor), None)
        negated = low[place + 1] in NEGATORS
        realis = find_realis(scene.words, places, None).realis
        stance = Stance("conditional" if realis == "conditional" else "future", negated)
        return Act(name, speaker, actor, *event, stance, place)
    return None


def _eventful(scene: Scene, cues: Sequence[Cue], places: range, stance: Stance, speaker: str | None = None) -> Act:
    """Return a STATE with the first act its words tell of."""
    told = [cue for cue in cues if cue.act not in _NEVER_OWN]
    # "plans to withdraw": what is said to be done by nobody else is the speaker's own doing.
    bare = bool(places) and scene.words.low[places.start] == "to"
    event = _event(scene, told, places, "PROMISE" if bare else "STATE", (speaker, None), None)
    return Act("STATE", speaker, None, *event, stance, None)


def _event(
    scene: Scene,
    cues: Sequence[Cue],
    places: range,
    act: str,
    roles: tuple[str | None, str | None],
    head: Cue | None,
) -> tuple[str | None, str | None, str | None]:
    """Return the act told of inside another: its id, agent and target."""
    verbs = [cue for cue in cues if cue.kind == "verb"]
    chosen = next(iter(verbs or [cue for cue in cues if cue.event or cue.kind == "phrase"]), None)
    if chosen is None or chosen is head:
        return None, None, None
    start = places.start if head is None or head.first not in places else head.last + 1
    found = find_roles(scene.words, scene.mentions, chosen, range(min(start, chosen.first), places.stop))
    agent, target = _ids(scene, found, joint=chosen.act in _JOINT)
    own, other = roles
    if chosen.kind == "verb" and not chosen.passive:
        infinitive = chosen.first > 0 and scene.words.low[chosen.first - 1] == "to"
        if act in _OWN_DOING and (agent is None or infinitive):
            agent = own or agent
        elif act in _OTHERS_DOING and agent is None:
            agent = other
    if target == agent:
        target = None
    return chosen.act, agent, target


def _ids(scene: Scene, roles: Roles, *, joint: bool = False) -> tuple[str | None, str | None]:
    """Return the actor ids of agent and target; a `joint` act's second subject is its target ("Chile and Peru met")."""
    agent = scene.mentions[roles.agent].actor if roles.agent is not None else None
    target = scene.mentions[roles.target].actor if roles.target is not None else None
    if joint and roles.agent is not None and (target is None or target == agent):
        second = joined_to(scene.words, scene.mentions, roles.agent)
        target = scene.mentions[second].actor if second is not None else None
    return agent, target if target != agent else None


def _same_side(scene: Scene, actor: str | None, speaker: str | None) -> bool:
    """Tell whether `actor` is the speaker or the side he speaks for."""
    if actor is None or speaker is None:
        return False
    voice = scene.actors.get(speaker)
    return actor == speaker or (voice is not None and voice.party == actor)


def _polar(act: str, stance: Stance) -> tuple[str, Stance]:
    """Rename an act its clause negates: not accepting is rejecting, not denying is no act at all."""
    if act == "DENY" and not stance.negated:
        return act, Stance("negated", True)
    if not stance.negated:
        return act, stance
    if act in _RENAMED - {"REJECT", "DENY"}:
        return "REJECT", Stance("actual" if stance.realis == "negated" else stance.realis, False)
    if act in ("REJECT", "DENY", "RED_LINE"):
        return ("RED_LINE", Stance("future", True)) if act == "RED_LINE" else ("STATE", stance)
    return act, stance


def _counter(act: str, cues: Sequence[Cue]) -> str:
    """A rejection or proposal beside words of a counter-offer is a COUNTER."""
    return "COUNTER" if act in ("REJECT", "PROPOSE", "OFFER") and any(cue.act == "COUNTER" for cue in cues) else act


def _home(cues: Sequence[Cue], contents: Sequence[range], sentence: range) -> range:
    """Return the part of the contents that holds the first cue, or their first part."""
    for places in contents:
        if any(cue.first in places for cue in cues):
            return places
    return next((places for places in contents if places), sentence)


def _subordinate(words: Words, places: range) -> frozenset[int]:
    """Return the words of a clause that stand in adverbial or relative clauses."""
    below: set[int] = set()
    low = words.low
    step = places.start
    while step < places.stop:
        word = low[step]
        opens = word in RELATIVES or (word in SUBORDINATORS and word not in {"following", "despite", "amid"})
        if not opens or (word == "as" and low[step + 1 : step + 2] == ["a"]):
            step += 1
            continue
        stop = step + 1
        while stop < places.stop and low[stop] not in {",", ";", "—", "–"}:
            stop += 1
        below.update(range(step, stop))
        step = stop
    return frozenset(below)
