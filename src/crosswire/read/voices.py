"""Turns of speech that are acts in an official's mouth: verdicts, warnings, denials and charges without their verbs."""

from collections.abc import Sequence

from crosswire.model import Actor
from crosswire.read.act_classes import CONDITIONABLE, HARM
from crosswire.read.cues import Cue
from crosswire.read.events import told_event
from crosswire.read.grammar import DETERMINERS, POSSESSIVES, SUBJECT_PRONOUNS
from crosswire.read.realis import Stance, find_realis
from crosswire.read.roles import find_roles
from crosswire.read.scene import ARMS, Act, Scene, role_ids

# Acts that hold of what is ahead, whatever the tense of their words.
_AHEAD = frozenset({"THREATEN", "PROMISE", "DEMAND", "REJECT", "RED_LINE"})
# A deed done "by the coast guard" is that of the speaker's own side, one "by their battery" the other's.
_WHOSE_ARM = frozenset({"the", "our", "my", "their"})
_CONDITIONAL_OPENERS = (("if",), ("unless",), ("on", "the", "day"), ("for", "every"), ("for", "each"))
# A main clause with these weighs or wonders; it binds nobody.
_LOOSE = frozenset("can could would 'd might should must ? i".split())
_WAS = frozenset({"was", "were", "been"})
# Words from a conditional opening to its comma.
_LONGEST_OPENING = 30


def voiced_act(scene: Scene, cue: Cue, inner: Sequence[Cue], places: range, speaker: str | None) -> Act | None:
    """Return the act of a turn of speech, None when it is asked rather than said or nobody answers for it."""
    if not answers_for(scene, speaker) and (speaker is not None or cue.act != "DENY"):
        return None
    realis = find_realis(scene.words, places, None).realis
    if realis == "questioned":
        return None
    if cue.event:
        agent, _ = role_ids(scene, find_roles(scene.words, scene.mentions, cue, places), cue)
        agent = agent if other_side(scene, agent, speaker) else None
        return Act("ACCUSE", speaker, agent, cue.act, agent, None, Stance("actual", False), cue.first)
    event = told_event(scene, inner, places, cue.act, (speaker, None), None)
    return Act(cue.act, speaker, None, *event, _stance(cue, realis == "conditional"), cue.first)


def _stance(cue: Cue, conditional: bool) -> Stance:
    if cue.act == "DENY":
        return Stance("negated", True)
    if conditional and cue.act == "THREATEN":
        return Stance("conditional", False)
    return Stance("future" if cue.act in _AHEAD else "actual", cue.act == "RED_LINE")


def answers_for(scene: Scene, speaker: str | None) -> bool:
    """Tell whether the speaker is a side, or acts for a side the packs or the article name."""
    voice = scene.actors.get(speaker or "")
    return voice is not None and voice.party is not None


def other_side(scene: Scene, actor: str | None, speaker: str | None) -> bool:
    """Tell whether `actor` is, or acts for, a side other than the speaker's; both sides must be known."""
    voice, named = scene.actors.get(speaker or ""), scene.actors.get(actor or "")
    if voice is None or named is None or voice.party is None:
        return False
    return _side(named) not in (None, voice.party)


def _side(actor: Actor) -> str | None:
    return actor.party or (actor.id if actor.kind == "state" else None)


def owns_up(scene: Scene, cue: Cue, stance: Stance, speaker: str | None, places: range) -> Act | None:
    """
    Return what an official says of a deed in the passive: his side's own ("was detained by the navy"), or denied.

    "None was withheld" denies; "it was not delivered" does not, since the doing would have been no harm. What "would
    be exchanged if ..." hangs on a condition.
    """
    if not cue.passive or not answers_for(scene, speaker):
        return None
    past = not _WAS.isdisjoint(scene.words.low[max(places.start, cue.first - 3) : cue.first])
    if stance.realis == "negated" and past and (cue.act in HARM or cue.act == "PROMISE"):
        return Act("DENY", speaker, None, cue.act, speaker, None, Stance("negated", True), cue.first)
    if stance.realis == "conditional" and cue.act in CONDITIONABLE:
        return Act("CONDITION", speaker, None, cue.act, None, None, stance, cue.first)
    if stance.realis != "actual" or cue.act not in ("ATTACK", "DETAIN"):
        return None
    whose = _by_arm(scene, cue.last + 1, places)
    if whose == "their":
        return Act("ACCUSE", speaker, None, cue.act, None, None, stance, cue.first)
    return Act("CLAIM_RESP", speaker, None, cue.act, speaker, None, stance, cue.first) if whose else None


def _by_arm(scene: Scene, start: int, places: range) -> str | None:
    """Return the determiner of "by the navy", "by our troops" after a verb, None when none or somebody is named."""
    words = scene.words
    for place in range(start, min(places.stop - 2, start + 14)):
        if words.low[place] != "by" or words.low[place + 1] not in _WHOSE_ARM:
            continue
        phrase = range(place + 2, min(places.stop, place + 5))
        sides = (scene.mentions[words.owner[step]].actor for step in phrase if words.owner[step] >= 0)
        if not ARMS.isdisjoint(words.low[step] for step in phrase) and not any(sides):
            return words.low[place + 1]
    return None


def opens_condition(scene: Scene, places: range, speaker: str | None) -> bool:
    """
    Tell whether an official says what follows when something else comes first: "If the port opens, the grain moves".

    Words of wish and chance in the main clause bind nobody, and neither does an order to the hearer.
    """
    low = scene.words.low
    start = places.start
    while start < places.stop and not low[start].isalnum():
        start += 1
    if not any(tuple(low[start : start + len(opener)]) == opener for opener in _CONDITIONAL_OPENERS):
        return False
    if not answers_for(scene, speaker):
        return False
    reach = range(start, min(places.stop, start + _LONGEST_OPENING))
    comma = next((step for step in reach if low[step] == ","), None)
    if comma is None or comma + 2 >= places.stop:
        return False
    main = low[comma + 1 : places.stop]
    named = scene.words.owner[comma + 1] >= 0 or main[0] in DETERMINERS | POSSESSIVES | SUBJECT_PRONOUNS
    # "For every day it is open, the grain may sail" grants; "if you help, you may win" hopes.
    hopes = low[start] in {"if", "unless"} and (low[start + 1] == "you" or "may" in main)
    return named and not hopes and _LOOSE.isdisjoint(main)
