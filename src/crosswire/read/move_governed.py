"""Stands inside another's words: "declined to commit to a truce", "denied blocking aid", "vowed to resist"."""

from collections.abc import Sequence

from crosswire.read.cue_senses import infinitive_of
from crosswire.read.cues import Cue
from crosswire.read.grammar import AUXILIARIES, BE, DO, HAVE, NEGATORS, PREPOSITIONS, is_adverb
from crosswire.read.move_clause import Floor
from crosswire.text.verbs import lemma_of

# What another stand's infinitive only goes on with: "its refusal to commit", "its offer to seek", "wants to promise".
_CARRIED = frozenset({"DEMAND", "APPEAL", "PROMISE", "OFFER", "PROPOSE"})
_NO = frozenset({"REJECT", "RED_LINE"})
_OBJECT = 3
_OPEN = frozenset({"may", "might", "should", "ought"})
_ASKING = frozenset({"DEMAND", "APPEAL", "PROPOSE"})
_ASKED_FOR = frozenset({"ACCEPT", "AGREE_JOINT", "REJECT", "PROMISE", "OFFER"})
# Words of a subject between "demanded that" and its verb, and those that open another clause.
_CLAUSE, _OTHER = 7, AUXILIARIES | {",", "and", "but", "to"}
# Words between a promise and the verb of what is promised: "vowed that Arland would never yield".
_FAR = 7
_TO_VERB = frozenset({"to", "would", "will", "'ll"})
# What is promised against the other side is refused: "vowed to resist it", "pledged to veto any deal".
_AGAINST = frozenset(
    str.split("""
    resist oppose block reject veto refuse thwart derail defy obstruct overturn boycott defeat torpedo
    """)
)
# Words of a subject before its verb, and the auxiliaries by which a clause tells how things are.
_SUBJECT = 14
_VERBS = AUXILIARIES - {"'s"}  # mostly a possessive: "that Peru's guns fall silent"
_INDICATIVE = (BE | HAVE | DO) - {"be", "been", "being", "get", "gets", "got", "getting", "having", "do"}
_POSSESSIVE = frozenset({"its", "his", "her", "their"})
_DEFIANT = ("vow", "swor", "swear")
# What is only gone on with is given to nobody: "vowed to continue enrichment", "will push ahead with it".
_GOES_ON = frozenset({"continue", "persist", "press", "carry"})
_PUSHES, _AHEAD = frozenset({"push", "forge", "go", "move", "plough", "plow"}), frozenset({"ahead", "on", "forward"})
# And what is won is won against the other side: "vowed that all its goals will be achieved".
_WON = frozenset(str.split("achieve achieved attain attained accomplish accomplished win won prevail defeat defeated"))


# What nobody has seen: "has shown no sign that it will yield", "gave little indication of being ready to".
_SIGNS = frozenset("sign signs indication indications hint hints evidence suggestion intention inclination".split())
_NONE, _UNSEEN = frozenset({"no", "zero", "little", "few", "any"}), 9
_AWAITING = frozenset(
    str.split(
        "expect expects expected expecting predict predicted fear fears feared anticipate anticipated likely unlikely"
    )
)
_HOPING, _HOPED = frozenset("hope hopes hoped hoping wish wishes wished wishing".split()), 9
_TRYING = frozenset(
    "effort efforts attempt attempts chance chances opportunity way ways time possible impossible".split()
)
_AGREEING = frozenset({"ACCEPT", "AGREE_JOINT", "REJECT"})
_MEANING = frozenset(
    str.split("""
    seek seeks seeking sought try tries trying tried plan plans planning planned prepare prepares preparing hope hopes
    hoping aim aims aiming intend intends about set due likely unlikely
    """)
)
_NAMELESS = frozenset("the it them him her both sides side".split())
# What may stand between a verb and its "to", and how many words of it.
_SINCE, _MEANWHILE = frozenset("since then so far until now again ever yet for months weeks years days".split()), 4
# "Seemed prepared to", "stood prepared to".
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})


def is_unseen(floor: Floor, place: int, limit: range) -> bool:
    """Tell whether a clause is what there is no sign of: nobody takes that stand."""
    words = floor.scene.words.low
    low = [word for word in words[max(limit.start, place - _UNSEEN) : place + 1] if word not in _QUOTES]
    for step in range(len(low) - 2, 0, -1):
        if low[step] in _SIGNS and low[step + 1] in ("that", "of", "to"):
            return not _NONE.isdisjoint(low[max(0, step - 2) : step])
    return False


def is_governed(floor: Floor, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Tell whether a verb only says what another stand is on, or what is denied."""
    low = floor.scene.words.low
    if cue.kind != "verb":
        return False
    if cue.act == "PROPOSE" and any(one.kind == "noun" and 0 < one.first - cue.last <= _OBJECT for one in cues):
        return True  # "put forward a demand for"
    before = infinitive_of(low, cue.first - 1)
    if low[cue.first] == "want" and low[before] in ("will", "'ll"):
        return True  # what a report takes somebody to want
    if _is_open(low, before) or _is_asked(floor, cue, cues):
        return True
    if low[cue.first].endswith("ing"):
        inner = floor.scene.cues_in(range(max(0, before), cue.first))
        return any(one.act == "DENY" for one in inner)
    if _is_hoped(low, cue):
        return True
    if before < 0 or low[before] != "to":
        return False
    if cue.act in _AGREEING and low[before - 1] in _MEANING:
        return True
    if low[before - 1] in _TRYING or _is_awaited(floor, before) or _is_for_another(floor, before):
        return True
    past = past_meanwhile(low, before)
    governor = next((one for one in cues if one is not cue and one.last in (before, past)), None)
    if governor is None:
        return False
    return governor.act in _NO or (governor.kind == "noun" and cue.act in _CARRIED)


def _is_hoped(low: Sequence[str], cue: Cue) -> bool:
    """Tell whether somebody only hopes for a stand: "hoping that Peru will make concessions"."""
    for step in range(cue.first - 1, max(-1, cue.first - _HOPED), -1):
        if low[step] in _HOPING:
            return "to" not in low[step + 1 : step + 2]
        if not low[step].isalnum():
            return False
    return False


def _is_awaited(floor: Floor, to: int) -> bool:
    """Tell whether somebody only expects another to do it: "expected Peru to refuse", "is likely to refuse"."""
    low, owner = floor.scene.words.low, floor.scene.words.owner
    at = to - 1
    while at > 0 and to - at <= _OBJECT and (owner[at] >= 0 or low[at] in _NAMELESS):
        at -= 1
    return low[at] in _AWAITING


def _is_for_another(floor: Floor, to: int) -> bool:
    """Tell whether somebody says what another would have to do: "the best way was for Peru to guarantee it"."""
    low, owner = floor.scene.words.low, floor.scene.words.owner
    at = to - 1
    while at > 0 and to - at <= _OBJECT and (owner[at] >= 0 or low[at] in _NAMELESS):
        at -= 1
    return low[at] == "for" and at < to - 1 and low[at - 1] in BE


def past_meanwhile(low: Sequence[str], to: int) -> int:
    """Return the last word before a "to" and what tells of time before that: "has refused [since then] to approve"."""
    at = to - 1
    while at > 0 and to - at <= _MEANWHILE and (low[at] in _SINCE or is_adverb(low[at])):
        at -= 1
    return at


def _is_open(low: Sequence[str], step: int) -> bool:
    """Tell whether an auxiliary leaves open that a stand is taken: "might accept", "should reject"; not "could not"."""
    while step >= 0 and (is_adverb(low[step]) or low[step] in ("have", "be", "not")):
        step -= 1
    return step >= 0 and low[step] in _OPEN


def _is_asked(floor: Floor, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Tell whether a stand is what one asks of another: "demanded that Peru accept a truce", "wants them to agree"."""
    low = floor.scene.words.low
    if cue.form != "base":
        return False
    asking = [one for one in cues if one.act in _ASKING and one.last < cue.first <= one.last + _CLAUSE]
    if cue.act in _ASKED_FOR and low[cue.first - 1] == "to":
        between = [low[one.first + 1 : cue.first - 1] for one in asking if one.kind == "verb"]
        if any(words and _OTHER.isdisjoint(words) for words in between):
            return True
    return any(
        "that" in low[one.last : one.last + 2] and not _OTHER & set(low[one.last + 2 : cue.first]) for one in asking
    )


def promised(floor: Floor, cue: Cue, limit: range) -> str | None:
    """Return the act of a promise by what is promised: a refusal where one will never do it, None where he goes on."""
    low = floor.scene.words.low
    stop = min(limit.stop, cue.last + 1 + _FAR + 2 * ("that" in low[cue.last : cue.last + 2]))
    at = next((step for step in range(cue.last, stop) if low[step] in _TO_VERB), None)
    if at is None:
        return cue.act
    near = low[cue.last + 1 : min(stop, at + 3)]
    # Who promises not to do a thing undertakes it; who vows not to, refuses.
    if not NEGATORS.isdisjoint(near) and low[cue.first].startswith(_DEFIANT):
        return "RED_LINE" if "never" in near else "REJECT"
    if "no" in low[at + 1 : at + 3]:
        return "REJECT"  # "promised that there would be no levy"
    verb = next((step for step in range(at + 1, stop) if not is_adverb(low[step])), None)
    if verb is None:
        return cue.act
    if low[verb] in _AGAINST:
        return "REJECT"
    won = low[verb] in _WON or (low[verb] == "be" and not _WON.isdisjoint(low[verb + 1 : verb + 3]))
    return None if won or goes_on(low, verb) else cue.act


def goes_on(low: Sequence[str], verb: int) -> bool:
    """Tell whether somebody only goes on with what he does: "continue", "press ahead with"."""
    return low[verb] in _GOES_ON or (low[verb] in _PUSHES and not _AHEAD.isdisjoint(low[verb + 1 : verb + 2]))


def only_holds(floor: Floor, cue: Cue, limit: range) -> bool:
    """
    Tell whether "agreed that ...", "its insistence that ..." only says how things are: "that there was still time".

    What is demanded or agreed to be done stands in the subjunctive or after "will", "would", "should" or "must".
    """
    low = floor.scene.words.low
    at = cue.first + 1
    if (
        at >= limit.stop
        or low[at] != "that"
        or (cue.act not in ("AGREE_JOINT", "ACCEPT") and not low[cue.first].startswith("insist"))
    ):
        return False
    verb = next((step for step in range(at + 1, min(limit.stop, at + _SUBJECT)) if low[step] in _VERBS), None)
    return verb is not None and low[verb] in _INDICATIVE and low[verb + 1 : verb + 2] != ["to"]


def is_bare_wish(floor: Floor, cue: Cue) -> bool:
    """Tell whether who insists only tells how things are: "insists Peru is ready", and not "insists Peru withdraw"."""
    low, owner = floor.scene.words.low, floor.scene.words.owner
    at = cue.last + 1
    if cue.first != cue.last or not low[cue.first].startswith("insist"):
        return False
    if at >= len(low) or owner[at] < 0:
        return True
    mention = owner[at]
    verb = next((step for step in range(at, len(low)) if owner[step] != mention and not is_adverb(low[step])), at)
    if low[at] in _POSSESSIVE:  # "insists its programme is peaceful", and not "insists its prisoners be freed"
        verb = next((step for step in range(verb, min(len(low), verb + _CLAUSE)) if low[step] in _VERBS), verb - 1)
        return low[verb] in _INDICATIVE and low[verb + 1 : verb + 2] != ["to"]
    word = low[verb]
    inflected = word.endswith(("s", "ed", "ing")) or lemma_of(word) is not None
    other = word in AUXILIARIES - {"be"} or word in PREPOSITIONS or not word.isalpha()
    return inflected or other
