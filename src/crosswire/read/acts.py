"""
Which act a clause performs or tells of (ontology/acts.json), who performs it and on whom.

Order of decision. In a narrated clause the leftmost cue outside subordinate and relative clauses is the act; a longer
cue beats a shorter at the same word, then the pack's priority decides. In attributed speech the reporting word's own
act comes first ("accused"), then an act the speaker performs in the contents ("we reject", "it will withdraw if"),
then what the contents ask of others ("must", "should"), else STATE; the first act told of in the contents is the event.

Realis is that of the contents: a demand made yesterday has contents that lie ahead. A denial negates its contents.
"""

from collections.abc import Sequence

import msgspec

from crosswire.model import Attribution, Span
from crosswire.read.act_classes import AHEAD, CONDITIONABLE, JOINT, NEVER_OWN, PLEDGED, RENAMED
from crosswire.read.cues import Cue, is_barred
from crosswire.read.events import only_told, side_words, told_event
from crosswire.read.grammar import AUXILIARIES, BE
from crosswire.read.realis import Stance, find_realis
from crosswire.read.roles import find_roles
from crosswire.read.scene import (
    Act,
    Scene,
    comes_to_nothing,
    counter,
    is_relief,
    open_scene,
    polar,
    role_ids,
    verb_place,
)
from crosswire.read.speech import home_of, may_speak_for, spoken_act

__all__ = ["Act", "Scene", "classify_aside", "classify_attributed", "classify_narrated", "may_speak_for", "open_scene"]


def classify_narrated(scene: Scene, places: range) -> Act:
    """Return the act that a clause of the article's own voice tells of."""
    cues = [cue for cue in scene.cues_in(places) if not cue.voiced]
    below = side_words(scene.words, places)
    main = [cue for cue in cues if cue.kind != "noun" and cue.first not in below]
    conditions = [cue for cue in main if cue.act == "CONDITION"]
    heads = [cue for cue in main if cue.act not in NEVER_OWN]
    if heads and (offer := _offer_of(cues, heads[0])) is not None:
        # "Her offer to meet him was repeated": the offer, unless another verb says what became of it.
        heads = heads[1:] or [offer]
    if not heads:
        return only_told(scene, cues, places, find_realis(scene.words, places, None))
    head = heads[0]
    stance = find_realis(scene.words, places, verb_place(scene, head, places))
    roles = find_roles(scene.words, scene.mentions, head, places)
    if comes_to_nothing(scene.words, head):
        stance = Stance("negated", True)
    name, stance = polar(counter(head.act, main), stance)
    agent, target = role_ids(scene, roles, head)
    if name in AHEAD and stance.realis == "actual":
        stance = Stance("future", stance.negated)
    if conditions and name in CONDITIONABLE and stance.realis != "actual":
        return Act("CONDITION", agent, target, head.act, agent, target, stance, head.first)
    if agent is not None and _announces(scene, head, stance):
        return Act("PROMISE", agent, target, head.act, agent, target, stance, head.first)
    if name == "STATE":
        return Act("STATE", agent, None, head.act, agent, target, stance, head.first)
    rest = [cue for cue in cues if cue.first > head.last or cue.act != head.act]
    event = told_event(scene, rest, places, name, (agent, target), head)
    return Act(name, agent, target, *event, stance, head.first)


def classify_aside(scene: Scene, clause: Span, named: int) -> Act | None:
    """
    Return the act a relative clause tells of whoever's name ends at `named`, None when it tells of none.

    "The union, which had called a strike": the union's act; "the mayor, who was criticised": done to him.
    """
    places = scene.words.inside(clause)
    owner = scene.words.owner[places.start - 2] if places.start > 1 else -1
    if owner < 0 or scene.mentions[owner].end != named or scene.mentions[owner].actor is None:
        return None
    act = classify_narrated(scene, places[1:])
    if act.verb is None or act.agent is not None:
        return None
    who = scene.mentions[owner].actor
    passive = scene.words.low[act.verb - 1] in BE
    if passive:
        return msgspec.structs.replace(act, target=who)
    return msgspec.structs.replace(act, agent=who, target=act.target if act.target != who else None)


def _announces(scene: Scene, head: Cue, stance: Stance) -> bool:
    """Tell whether somebody "will release", "will let through": what an article says of it is that it was promised."""
    if head.kind != "verb" or head.passive or stance.negated or stance.realis == "actual":
        return False
    pledged = head.act in PLEDGED or is_relief(scene.words, head)
    return pledged and scene.words.low[head.first - 1] in {"will", "shall"}


def _offer_of(cues: Sequence[Cue], verb: Cue) -> Cue | None:
    """Return the noun cue of an offer whose infinitive `verb` is, None when it is none."""
    return next((cue for cue in cues if cue.kind == "noun" and cue.act == "OFFER" and cue.last + 1 == verb.first), None)


def classify_attributed(
    scene: Scene, attribution: Attribution, sentence: range, contents: Sequence[range], cue_act: str | None
) -> Act:
    """
    Return the act somebody performs with what he is reported to say.

    `sentence` holds the cue; `contents` are the words said; `cue_act` is what the packs say of the reporting word.
    """
    lead = _lead(scene, attribution, sentence, cue_act)
    speaker = attribution.speaker
    found = [cue for places in contents for cue in scene.cues_in(places)]
    inner = [cue for cue in found if not cue.voiced]
    if attribution.negated and (lead is None or lead.act not in RENAMED):
        return only_told(scene, inner, home_of(inner, contents, sentence), Stance("negated", True), speaker)
    if lead is not None:
        return _led(scene, lead, attribution, inner, sentence, contents)
    voiced = [cue for cue in found if cue.voiced]
    inner += _condition_after(scene, attribution, sentence)
    return spoken_act(scene, attribution, inner, voiced, sentence, contents)


def _condition_after(scene: Scene, attribution: Attribution, sentence: range) -> list[Cue]:
    """Return the condition that goes on after the telling: "It is ready to meet, she said, provided that ..."."""
    if attribution.cue is None:
        return []
    at = scene.words.inside(attribution.cue)
    if not at:
        return []
    after = scene.cues_in(range(at.stop, min(sentence.stop, at.stop + 4)))
    return [cue for cue in after if cue.act == "CONDITION" and scene.words.low[cue.first - 1] == ","]


def _lead(scene: Scene, attribution: Attribution, sentence: range, cue_act: str | None) -> Cue | None:
    """Return the act cue that the reporting words are, None when they merely report."""
    if attribution.cue is None:
        return None
    at = scene.words.inside(attribution.cue)
    if not at:
        return None
    for cue in scene.cues_in(sentence):
        if cue.first in at or (cue.first < at.start <= cue.last):
            return None if cue.act == "STATE" or cue.voiced else cue
    verb = next((step for step in at if scene.words.low[step] not in AUXILIARIES), at.start)  # "have refused to"
    if cue_act is None or cue_act == "STATE" or is_barred(scene.words, verb, sentence, scene.table, cue_act):
        # "declined to comment" is a reporting verb, and no rejection.
        return None
    return Cue(cue_act, "verb", at.start, at.stop - 1, 0, False, "past")


def _led(
    scene: Scene, lead: Cue, attribution: Attribution, inner: Sequence[Cue], sentence: range, contents: Sequence[range]
) -> Act:
    roles = find_roles(scene.words, scene.mentions, lead, sentence)
    agent, target = role_ids(scene, roles, lead)
    if lead.act not in JOINT or target is None:
        agent = attribution.speaker or agent
    if target == agent:
        target = None
    home = home_of(inner, contents, sentence)
    verb = next((cue.first for cue in inner if cue.kind == "verb"), None)
    stance = find_realis(scene.words, home, verb)
    name = counter(lead.act, inner)
    if attribution.negated or comes_to_nothing(scene.words, lead):
        name, stance = polar(name, Stance(stance.realis, True))
    if name == "DENY":
        stance = Stance("negated", True)
    elif name in AHEAD and stance.realis in ("actual", "negated"):
        stance = Stance("future", stance.negated)
    rest = [cue for cue in inner if cue.first > lead.last and cue.act not in NEVER_OWN]
    event = told_event(scene, rest, home, name, (agent, target), lead)
    return Act(name, agent, target, *event, stance, lead.first)
