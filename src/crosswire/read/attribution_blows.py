"""Verbs by themselves: attacks with words or with arms, and what somebody denies at the end of another's charge."""

from crosswire.read.attribution_cues import Found
from crosswire.read.attribution_words import AUXILIARIES, DETERMINERS, Clause, is_adverb

# What a thing may do with words, and what arms do without any.
BY_THINGS = frozenset("say add note report state warn announce show find conclude".split())
_BLOWS = frozenset({"attack", "blast"})
_ARMED = frozenset(
    str.split("""
    forces troops army armies military navy soldiers warplanes planes jets aircraft drones helicopters gunmen militants
    fighters rebels tanks artillery bombers missiles militia militiamen militias commandos gunboats warships
    """)
)
_GROUND = frozenset(
    str.split("""
    town towns city cities village villages port ports base bases position positions airport airports airfield convoy
    convoys ship ships vessel vessels tanker tankers boat boats hospital hospitals checkpoint checkpoints depot depots
    refinery refineries outpost outposts camp camps bridge bridges patrol patrols civilians villagers fishermen
    """)
)
_OBJECT = 6
_DENYING = frozenset({"deny", "reject", "dispute", "dismiss", "refute"})
_CHARGES = frozenset(
    "charge charges claim claims accusation accusations allegation allegations assertion account".split()
)
_LONGEST = 6


def is_blow(clause: Clause, source: tuple[int, int], cue: Found) -> bool:
    """Tell whether a verb of attacking is done with arms, by who does it or to what: nobody speaks then."""
    if cue.cue.lemma not in _BLOWS:
        return False
    doer, object_ = clause.low[source[0] : source[1]], clause.low[cue.last : cue.last + _OBJECT]
    return not (_ARMED.isdisjoint(doer) and _GROUND.isdisjoint(object_))


def denied_before(clause: Clause, cue: Found) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """
    Return who denies and what, as ranges of words, where a sentence ends in it: "..., a charge Arland denied".

    Whoever denies is named, right before the verb; what is denied is the charge, or "which".
    """
    low, last = clause.low, cue.first
    if cue.cue.lemma not in _DENYING or (cue.last < len(clause) and low[cue.last] not in ".,;"):
        return None
    while last > 1 and (low[last - 1] in AUXILIARIES or is_adverb(low[last - 1])):
        last -= 1
    first = last
    while first > 1 and last - first < _LONGEST and clause.capital(first - 1):
        first -= 1
    thing = first - (low[first - 1] == "that")
    if first == last or thing < 3 or clause.quote[first] != -1:
        return None
    if low[thing - 1] == "which" and low[thing - 2] == ",":
        return (first, last), (thing - 1, thing)
    named = low[thing - 1] in _CHARGES and low[thing - 2] in DETERMINERS and low[thing - 3] == ","
    return ((first, last), (thing - 2, thing)) if named else None
