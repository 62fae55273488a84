"""The act a speaker performs with what he says, read from the words he is reported to have said."""

from collections.abc import Sequence

import msgspec

from crosswire.model import Attribution
from crosswire.read.act_classes import AHEAD, CONDITIONABLE, FOR_A_SIDE, GIFT, HARM, NEVER_OWN
from crosswire.read.cues import Cue
from crosswire.read.events import only_told, told_event
from crosswire.read.grammar import AUXILIARIES, INSIGHT, MODALS, NEGATORS, PREPOSITIONS, SUBJECT_PRONOUNS
from crosswire.read.realis import Stance, find_realis
from crosswire.read.roles import Roles, find_roles, is_first_person, subject_before
from crosswire.read.scene import Act, Scene, counter, is_relief, polar, role_ids, verb_place
from crosswire.read.voices import answers_for, opens_condition, other_side, owns_up, voiced_act
from crosswire.read.words import Words

# "must" demands of anybody; "should" appeals only to somebody.
_MUST = frozenset({"must"})
_HAVE_TO = frozenset({"has", "have", "needs", "need", "ought"})
_SPEAKER_PRONOUNS = frozenset({"it", "they", "he", "she"})
# "They should stay at home until it apologises": what is asked for is withheld till then.
_UNTIL = frozenset({"until"})
# What a condition opens with, where it follows the telling.
_CONDITIONS = frozenset("if unless provided providing but only as so on".split())
_BEFORE_VERB = AUXILIARIES | SUBJECT_PRONOUNS
_AHEAD = frozenset("will would 'll shall going wo 'd".split())
# Words in which the verb after "must" stands, and what nobody can be made to do.
_INSIGHTS = 4
_ASKING = _MUST | _HAVE_TO | {"should"}


def spoken_act(
    scene: Scene,
    attribution: Attribution,
    inner: Sequence[Cue],
    voiced: Sequence[Cue],
    sentence: range,
    contents: Sequence[range],
) -> Act:
    """
    Return the act of what is said: `inner` are its acts, `voiced` the turns of speech that are acts by themselves.

    Of the turns of speech only an official's count: from anybody else they judge or tell, and bind nobody.
    """
    speaker = attribution.speaker
    cues = sorted([*inner, *voiced], key=lambda cue: cue.first) if voiced else inner
    for places in contents:
        for cue in cues:
            if cue.first not in places or cue.kind == "noun" or cue.act in NEVER_OWN:
                continue
            if cue.voiced:
                found = voiced_act(scene, cue, inner, places, speaker)
            else:
                found = _performed(scene, cue, inner, places, speaker, attribution.lemma or "")
            if found is not None:
                return found
    for places in contents:
        found = _asked(scene, inner, places, speaker)
        if found is not None:
            return found
    home = home_of(inner, contents, sentence)
    if home and opens_condition(scene, home, speaker):
        found = only_told(scene, inner, home, Stance("conditional", False), speaker)
        return msgspec.structs.replace(found, act="CONDITION")
    if any(cue.act == "CONDITION" for cue in inner) and find_realis(scene.words, home, None).realis == "conditional":
        found = only_told(scene, inner, home, Stance("conditional", False), speaker)
        return msgspec.structs.replace(found, act="CONDITION")
    verb = next((cue.first for cue in inner if cue.kind == "verb"), None)
    stance = find_realis(scene.words, home, verb)
    if len(contents) > 1 and any(_hangs_on(scene.words, places) for places in contents[1:]):
        stance = Stance("conditional", stance.negated)
    return only_told(scene, inner, home, stance, speaker)


def _hangs_on(words: Words, places: range) -> bool:
    """Tell whether a later part of what is said makes its first part conditional: "..., he said, if they pay"."""
    opens = words.low[places.start] in _CONDITIONS and words.low[places.start - 1] == ","
    return opens and find_realis(words, places, None).realis == "conditional"


def _performed(
    scene: Scene, cue: Cue, inner: Sequence[Cue], places: range, speaker: str | None, lemma: str
) -> Act | None:
    """Return the act the speaker performs by saying `cue`'s clause, None when he only tells of it."""
    roles = find_roles(scene.words, scene.mentions, cue, places)
    stance = find_realis(scene.words, places, verb_place(scene, cue, places))
    if stance.realis == "questioned":
        return None
    agent, target = role_ids(scene, roles, cue)
    own = is_first_person(scene.words, cue.first, places.start) or _same_side(scene, agent, speaker)
    own = own or (agent is None and _opens_with_pronoun(scene, cue, places))
    agent = agent if own and agent is not None else speaker
    conditions = any(other.act == "CONDITION" for other in inner)
    if cue.act == "PROMISE" and _vouches(scene.words, cue, places):
        return None
    if cue.act == "RED_LINE":
        return Act(
            "RED_LINE",
            agent,
            target,
            *told_event(scene, inner, places, "RED_LINE", (agent, target), cue),
            stance,
            cue.first,
        )
    if cue.act == "THREATEN" and cue.kind == "phrase":
        doomed = roles.agent if not own else roles.target
        threatened = scene.mentions[doomed].actor if doomed is not None else None
        return Act("THREATEN", speaker, threatened, None, None, None, Stance("future", stance.negated), cue.first)
    name, announced = _announced(scene.words, cue, stance, conditions)
    if not own and not (name in FOR_A_SIDE and _may_speak(scene, roles.agent, speaker)):
        alleged = _alleged(scene, cue, roles, stance, speaker, lemma)
        return alleged or (owns_up(scene, cue, stance, speaker, places) if roles.agent is None else None)
    if cue.passive or name == "STATE":
        return owns_up(scene, cue, stance, speaker, places)
    if not own and roles.agent is not None:
        agent = scene.mentions[roles.agent].actor
    stance = announced
    name = counter(name, inner)
    event: tuple[str | None, str | None, str | None] = (cue.act, agent, target)
    if name == cue.act:
        event = told_event(scene, [one for one in inner if one.first > cue.last], places, name, (agent, target), cue)
    return Act(name, agent, target, *event, stance, cue.first)


def _vouches(words: Words, cue: Cue, places: range) -> bool:
    """Tell whether a promise's verb only vouches for what is or was: "I assure you that it was meant well"."""
    after = words.low[cue.last + 1 : min(places.stop, cue.last + 24)]
    return "that" in after[:5] and _AHEAD.isdisjoint(after)


def _announced(words: Words, cue: Cue, stance: Stance, conditions: bool) -> tuple[str, Stance]:
    """Name the act of a speaker who says that he does, did or will do `cue`'s act."""
    will = words.low[cue.first - 1] in {"will", "'ll", "shall"}
    ahead = stance.realis in ("future", "conditional")
    conditions = conditions or stance.realis == "conditional"
    if conditions and cue.act in CONDITIONABLE and (ahead or cue.act in ("OFFER", "ACCEPT")):
        return "CONDITION", Stance("conditional", stance.negated)
    if not cue.event:
        if cue.act == "APPEAL" and will and cue.kind == "verb":
            # "We will ask for it": what the speaker does next.
            return "PROMISE", stance
        if cue.act == "APPEAL" and stance.realis == "actual" and cue.form == "past":
            # "We asked for thirty days": he tells of it.
            return "STATE", stance
        name, stance = polar(cue.act, stance)
        if name in AHEAD and stance.realis == "actual":
            stance = Stance("future", stance.negated)
        return name, stance
    gift = cue.act in GIFT or is_relief(words, cue)
    if ahead and stance.negated:
        return ("REJECT" if gift else "PROMISE"), stance
    if ahead:
        return ("THREATEN" if cue.act in HARM and not gift else "PROMISE"), stance
    if cue.act == "WALK_OUT" and not stance.negated:
        return "WALK_OUT", stance
    if cue.act in HARM and cue.kind == "verb" and stance.negated:
        return "DENY", Stance("negated", True)
    # "He counted dealers arrested in the state": a bare participle is nobody's own deed.
    bare = cue.act == "DETAIN" and words.owner[cue.first - 1] < 0 and words.low[cue.first - 1] not in _BEFORE_VERB
    if cue.act in ("ATTACK", "DETAIN") and cue.kind == "verb" and not bare:
        return "CLAIM_RESP", stance
    return "STATE", stance


def _alleged(scene: Scene, cue: Cue, roles: Roles, stance: Stance, speaker: str | None, lemma: str) -> Act | None:
    """Say of another that he broke a deal, and you accuse him; other deeds need a reporting word that accuses."""
    agent, target = role_ids(scene, roles, cue)
    if agent is None or agent == speaker or stance.negated or stance.realis != "actual" or cue.kind != "verb":
        return None
    harmed = cue.act in HARM and (lemma in {"claim", "allege"} or other_side(scene, agent, speaker))
    if cue.act == "VIOLATE" or harmed:
        return Act("ACCUSE", speaker, agent, cue.act, agent, target, stance, cue.first)
    return None


def _asked(scene: Scene, inner: Sequence[Cue], places: range, speaker: str | None) -> Act | None:
    """Return the demand or appeal in "X must ...", "X should ..." of what is said, None when there is none."""
    low = scene.words.low
    if low[places.stop - 1] == "?" or _ASKING.isdisjoint(low[places.start : places.stop]):
        return None
    for place in places:
        word = low[place]
        if word not in _ASKING:
            continue
        following = low[place + 1] if place + 1 < places.stop else ""
        following = low[place + 2] if following in NEGATORS and place + 2 < places.stop else following
        if word in _HAVE_TO and low[place - 1] in MODALS:
            continue
        if following == "have" or place == places.start or (word in _HAVE_TO and following != "to"):
            continue
        if _is_insight(low, place + 1, places.stop):
            continue
        subject = subject_before(scene.words, scene.mentions, place, places)
        actor = scene.mentions[subject].actor if subject is not None else None
        if is_first_person(scene.words, place, places.start) or _same_side(scene, actor, speaker):
            continue
        until = word == "should" and not _UNTIL.isdisjoint(low[place : places.stop]) and answers_for(scene, speaker)
        if actor is None and word not in _MUST and not until:
            continue
        name = "DEMAND" if word in _MUST or word in {"has", "have"} or (until and actor is None) else "APPEAL"
        after = [cue for cue in inner if cue.first > place]
        event = told_event(scene, after, places, name, (speaker, actor), None)
        negated = place + 1 < len(low) and low[place + 1] in NEGATORS
        realis = find_realis(scene.words, places, None).realis
        stance = Stance("conditional" if realis == "conditional" else "future", negated)
        return Act(name, speaker, actor, *event, stance, place)
    return None


def _is_insight(low: Sequence[str], place: int, stop: int) -> bool:
    """Tell whether one must only see something: "must understand it", "has to come to terms with its mistakes"."""
    near = [word for word in low[place : min(stop, place + _INSIGHTS)] if word != "to" and word not in NEGATORS]
    return bool(near) and (
        near[0] in INSIGHT
        or low[place : place + 4] == ["to", "come", "to", "terms"]
        or low[place : place + 3] == ["come", "to", "terms"]
    )


def _same_side(scene: Scene, actor: str | None, speaker: str | None) -> bool:
    """Tell whether `actor` is the speaker or the side he speaks for."""
    if actor is None or speaker is None:
        return False
    voice = scene.actors.get(speaker)
    return actor == speaker or (voice is not None and voice.party == actor)


def _opens_with_pronoun(scene: Scene, cue: Cue, places: range) -> bool:
    """Tell whether "(that) it ..." opens indirect speech and nobody is named before the cue: the speaker himself."""
    low = scene.words.low
    first = places.start + (low[places.start] == "that")
    if low[first : first + 1] == [] or low[first] not in _SPEAKER_PRONOUNS or cue.first - first > 8:
        return False
    if not PREPOSITIONS.isdisjoint(low[first : cue.first]):
        # "they were consistent with rockets fired ...": somebody else's deed.
        return False
    owners = (scene.words.owner[place] for place in range(first, cue.first))
    return all(owner < 0 or scene.mentions[owner].actor is None for owner in owners)


def _may_speak(scene: Scene, agent: int | None, speaker: str | None) -> bool:
    return agent is not None and may_speak_for(scene, scene.mentions[agent].actor, speaker)


def may_speak_for(scene: Scene, side: str | None, speaker: str | None) -> bool:
    """Tell whether somebody speaks for a state or body: its own official, or one whose side nobody knows."""
    voice, named = scene.actors.get(speaker or ""), scene.actors.get(side or "")
    if voice is None or named is None or voice.id == named.id or named.kind not in ("state", "body", "group"):
        return False
    body = scene.actors.get(voice.party or "")  # a ministry's man speaks for its state
    owner = body.party if body is not None else None
    return named.id in (voice.party, owner) or (voice.party is None and voice.role is not None)


def home_of(cues: Sequence[Cue], contents: Sequence[range], sentence: range) -> range:
    """Return the part of the contents that holds the first cue, or their first part."""
    for places in contents:
        if any(cue.first in places for cue in cues):
            return places
    return next((places for places in contents if places), sentence)
