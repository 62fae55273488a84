"""Verbs of attacking that words and arms share: "the minister attacked the plan", "the army attacked the port"."""

from crosswire.read.attribution_cues import Found
from crosswire.read.attribution_words import Clause

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


def is_blow(clause: Clause, source: tuple[int, int], cue: Found) -> bool:
    """Tell whether a verb of attacking is done with arms, by who does it or to what: nobody speaks then."""
    if cue.cue.lemma not in _BLOWS:
        return False
    doer, object_ = clause.low[source[0] : source[1]], clause.low[cue.last : cue.last + _OBJECT]
    return not (_ARMED.isdisjoint(doer) and _GROUND.isdisjoint(object_))
