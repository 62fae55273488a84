"""Did it happen, will it, might it: the realis of a clause, from its auxiliaries, governors and connectives."""

from collections.abc import Sequence

import msgspec

from crosswire.model import Realis
from crosswire.read.grammar import (
    AUXILIARIES,
    FUTURE_AUXILIARIES,
    NEGATORS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from crosswire.read.words import Words

# Governors of "to ..." by what they say of it.
_AHEAD = frozenset(
    str.split("""
    plan plans planned planning intend intends intended intending hope hopes hoped hoping expect expects expected
    expecting agree agrees agreed agreeing promise promises promised promising pledge pledges pledged pledging vow vows
    vowed vowing want wants wanted wanting prepare prepares prepared preparing ready willing open threaten threatens
    threatened threatening urge urges urged urging demand demands demanded demanding ask asks asked asking going set due
    scheduled likely unlikely bound poised about offer offers offered offering seek seeks sought seeking propose
    proposes proposed decide decides decided deciding aim aims aimed aiming commit committed obliged required order
    orders ordered ordering call calls called calling allow allows allowed allowing need needs needed has have had try
    tries tried trying able vote votes voted right plan deal agreement demand threat promise pledge offer bid effort
    efforts proposal right decision readiness willingness deadline time chance
    """)
)
_UNDONE = frozenset(
    str.split("""
    fail fails failed failing refuse refuses refused refusing decline declines declined declining unable unwilling
    refusal failure reluctant hesitant loath loth neglect neglected
    """)
)
_CONDITIONAL = frozenset({"once", "if", "unless", "provided", "providing", "assuming", "should"})
# "if necessary", "if only": nothing hangs on these.
# "consider leaving": not done yet.
_WEIGHED = frozenset(
    "consider considers considered considering suggest suggested recommend recommended discuss".split()
)
_ASIDES = frozenset({"however", "though", "therefore", "instead", "yet", "still", "moreover", "meanwhile", "either"})
_MARKS = frozenset('"“”‘')
_BARE_IF = frozenset({"necessary", "possible", "needed", "any", "so", "not", "only", "ever", "anything"})
_CONDITIONAL_PHRASES = (
    ("only", "after"),
    ("only", "when"),
    ("on", "condition"),
    ("in", "exchange"),
    ("in", "return"),
    ("not", "until"),
    ("as", "long"),
    ("so", "long"),
    ("as", "soon"),
    ("in", "case"),
    ("depend", "on"),
    ("depends", "on"),
    ("contingent", "on"),
    ("conditional", "on"),
)
_PHRASE_SET = frozenset(_CONDITIONAL_PHRASES)
# One word of each: a clause without any of these needs no closer look.
_PIVOTS = _CONDITIONAL | frozenset(
    "only condition exchange return until long soon case depend depends contingent conditional".split()
)
_OPENS_PHRASE = frozenset(first for first, _ in _CONDITIONAL_PHRASES)
_STOPPED = frozenset({"stop", "stops", "stopped", "stopping", "fall", "falls", "fell"})
# What lies ahead hangs on "once they leave", never on "once more".
_NO_CONDITION_AFTER_ONCE = frozenset({"again", "more", "and", "a", "was", "were", "had", "its", "for"})
# "Should the army storm it": the subject follows.
_INVERTED = frozenset({"the", "it", "they", "he", "she", "we", "you", "any", "a", "an", "his", "her", "its", "their"})
_PLANNING = frozenset(
    str.split("plan plans intend intends aim aims hope hopes vow vows pledge pledges promise promises")
)
_WHETHER = frozenset({"whether", "if"})
_ASKING = frozenset(
    str.split("""
    ask asks asked asking wonder wonders wondered unclear question questions questioned doubt doubts doubted doubtful
    know uncertain
    """)
)


SCHEDULED = frozenset({"set", "due", "scheduled", "slated", "planned", "expected"})
_AFTER_SCHEDULED = frozenset({"for", "back", "on", "in", "at", "to"})


class Stance(msgspec.Struct, frozen=True, gc=False):
    """How a clause stands to the world: its realis, and whether its main verb is negated."""

    realis: Realis
    negated: bool


def find_realis(words: Words, places: range, verb: int | None) -> Stance:
    """
    Return the realis of the clause at `places` whose main verb is word `verb`.

    Without a known verb the first auxiliary group decides. A question or condition outweighs a tense,
    a tense outweighs a negation; `negated` is kept apart ("will not attend": future, negated).
    """
    low = words.low
    if not places:
        return Stance("actual", False)
    negated = False
    ahead = False
    undone = False
    if verb is None:
        ahead, negated = _first_group(low, places)
    else:
        ahead, negated, undone = _governed(low, places.start, verb)
    if _is_question(low, places):
        return Stance("questioned", negated)
    if _is_conditional(low, places, verb, ahead or verb is None):
        return Stance("conditional", negated or undone)
    if ahead and not undone:
        return Stance("future", negated)
    if negated or undone:
        return Stance("negated", True)
    return Stance("future" if _is_scheduled(low, places, verb) else "actual", False)


def _is_scheduled(low: Sequence[str], places: range, verb: int | None) -> bool:
    """Tell whether "is set for", "are due back on" follows the verb or opens the clause's group."""
    first = places.start if verb is None else verb
    for step in range(first, min(places.stop - 1, first + 9)):
        if low[step] in SCHEDULED and low[step + 1] in _AFTER_SCHEDULED:
            before = low[step - 1] if step > places.start else ""
            return before in {"is", "are", "'s", "'re"}
        if low[step] in {",", ";"} or low[step] in RELATIVES:
            break
    return False


def _governed(low: Sequence[str], start: int, verb: int) -> tuple[bool, bool, bool]:
    """Return whether `verb` lies ahead, is negated, and is governed by a verb of failing or refusing."""
    ahead = negated = undone = False
    step = verb - 1
    while step >= start and verb - step < 12:
        word = low[step]
        if is_month(low, step):
            break
        if word in NEGATORS:
            negated = not negated
        elif word == "to":
            governor = "unable" if step > start and low[step - 1] == "yet" else _governor(low, start, step)
            undone = undone or governor in _UNDONE
            by_vote = low[verb] in _VOTED and "voted" in low[max(start, step - 6) : step]
            ahead = ahead or (governor not in _UNDONE and governor not in _DONE and not by_vote)
        elif word in FUTURE_AUXILIARIES:
            ahead = True
        elif word in _UNDONE:
            undone = True
        elif word == "of" and step > start + 1 and low[step - 1] == "short" and low[step - 2] in _STOPPED:
            undone = True
            break
        elif word in _WEIGHED and low[step + 1].endswith("ing"):
            ahead = True
        elif word == "," and step - 2 >= start and low[step - 1] in _ASIDES and low[step - 2] == ",":
            step -= 2  # "did not, however, repeat"
        elif not (word in AUXILIARIES or word in _AHEAD or word in _MARKS or is_adverb(word)):
            break
        step -= 1
    # "no deal was signed", "none of the sides met": a negative subject right before the group.
    for back in range(step, max(start, step - 3) - 1, -1):
        if low[back] in {"no", "none", "nobody", "neither", "nothing"}:
            negated = not negated
            break
    # "agreed to nothing", "offered no date": what was done, was done to none.
    after = verb + 2 if low[verb + 1 : verb + 2] in (["to"], ["on"], ["for"]) else verb + 1
    if low[after : after + 1] == ["nothing"]:
        negated = not negated
    return ahead, negated, undone


# Governors after which "to ..." did happen.
_DONE = frozenset(
    str.split("""
    begin begins began beginning start starts started starting continue continues continued continuing manage manages
    managed used helped help come came happen happened appear appears appeared seem seems seemed said believed reported
    thought known alleged proved found forced led got get first last
    """)
)


# Who "voted 13-0 to adopt" a text has adopted it; who voted to strike has yet to.
_VOTED = frozenset({"adopt", "approve", "endorse", "pass", "ratify", "reject", "renew"})


def _governor(low: Sequence[str], start: int, to: int) -> str:
    """Return the word that governs the infinitive at `to`: the nearest listed word before it, or the word itself."""
    for step in range(to - 1, max(start, to - 7) - 1, -1):
        if low[step] in _AHEAD or low[step] in _UNDONE or low[step] in _DONE:
            return low[step]
        if low[step] in {",", ";"}:
            break
    return ""


def _first_group(low: Sequence[str], places: range) -> tuple[bool, bool]:
    for step in places:
        word = low[step]
        if step > places.start and (word in RELATIVES or word in SUBORDINATORS):
            # What follows is a side clause; its tense is not the statement's.
            break
        # "Passed a bill that aims to ...": what the bill aims at lies ahead, that it passed does not.
        if word in _PLANNING and low[step + 1 : step + 2] == ["to"] and low[step - 1] != "that":
            return True, False
        if (word in AUXILIARIES and not is_month(low, step)) or (word in NEGATORS and word != "not"):
            ahead = negated = False
            while step < places.stop and (low[step] in AUXILIARIES or low[step] in NEGATORS or is_adverb(low[step])):
                ahead = ahead or low[step] in FUTURE_AUXILIARIES
                negated = negated or low[step] in NEGATORS
                step += 1
            if step < places.stop and low[step] in {"going", "set", "due", "expected", "scheduled", "likely", "about"}:
                ahead = ahead or low[step + 1 : step + 2] == ["to"]
            return ahead, negated
    return False, False


def is_month(low: Sequence[str], place: int) -> bool:
    """
    Tell whether "may" is the month: a day or a year stands beside it ("on 15 May guards turned it back").

    >>> is_month(["on", "15", "may"], 2), is_month(["they", "may", "leave"], 1)
    (True, False)
    """
    if low[place] != "may":
        return False
    beside = (low[place - 1] if place else "", low[place + 1] if place + 1 < len(low) else "")
    return any(word.isdigit() and (len(word) < 3 or len(word) == 4) for word in beside)


def _is_question(low: Sequence[str], places: range) -> bool:
    if low[places.stop - 1] == "?" or (len(places) > 1 and low[places.stop - 2] == "?"):
        return True
    first = low[places.start]
    before = low[places.start - 1] if places.start else ""
    if first == "whether" or before == "whether":
        return True
    if _WHETHER.isdisjoint(low[places.start : places.stop]):
        return False
    for step in range(places.start + 1, min(places.stop, places.start + 25)):
        if low[step] in _WHETHER and low[step - 1] in _ASKING:
            return True
    return before in _ASKING and first in _WHETHER


def _is_conditional(low: Sequence[str], places: range, verb: int | None, ahead: bool) -> bool:
    if _PIVOTS.isdisjoint(low[places.start : places.stop]):
        return False
    for step in places:
        word = low[step]
        if word in _OPENS_PHRASE and (word, low[step + 1] if step + 1 < places.stop else "") in _PHRASE_SET:
            # "Freed twelve in exchange for a commander": done and paid for, nothing hangs on it.
            paid = not ahead and low[step + 1] in {"exchange", "return", "soon"}
            paid = paid or low[step + 1 : step + 4] == ["soon", "as", "possible"]
            if not paid and low[step + 2 : step + 4] != ["of", "anonymity"]:
                return True
            continue
        if word not in _CONDITIONAL:
            continue
        if word == "once":
            hangs = ahead and low[step + 1 : step + 2] and low[step + 1] not in _NO_CONDITION_AFTER_ONCE
            # "Go at once": nothing hangs on it.
            if hangs and (step == places.start or low[step - 1] != "at"):
                return True
            continue
        if word == "should" and step > places.start and step + 1 < places.stop and low[step + 1] in _INVERTED:
            return True
        if word == "should":
            # "Should talks fail, ..." only at the head of its clause.
            if step == places.start or low[step - 1] == ",":
                return low[step] == "should" and (verb is None or verb > step + 2)
            continue
        if _hangs(low, step, places):
            return True
    return False


def _hangs(low: Sequence[str], step: int, places: range) -> bool:
    """Tell whether "if", "unless", "provided" and their like open a condition here."""
    word, after = low[step], low[step + 1 : step + 2]
    if word == "if":
        led = step > places.start and low[step - 1] in {"as", "even", "ask", "asked", "see", "know"}
        return not led and not (after and after[0] in _BARE_IF)
    if word == "provided":
        return after in (["that"], ["the"], ["there"])
    return after == ["that"] if word in {"providing", "assuming"} else True
