"""
What a single statement may have a part in: finders look at those that bear their mark, and at no others.

Marks are of a statement alone, so that those of a report are found once for as long as it stands in a case.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from crosswire.model import Statement

from .again import counts_again
from .deeds import deeds, toll_words
from .holding import holding_of
from .keeping_away import is_of_stalling
from .moved_things import is_tally
from .places import tells_of_talks
from .propositions import Proposition, act_of, is_negated
from .verdicts import passed

# counts: the dead, or what is left to come; denies: or says "not" in somebody's mouth; blames; dates: a speaker's;
# deeds: told or charged; nothing: "no such thing"; attacks and talks: told of with somebody named; calls: something
# so; again: counts what was counted; holds: a town, or has taken one; judges: passes a verdict; stalls: speaks of
# keeping away from talks; tallies: counts things that moved; agrees: tells of something agreed; quarrels: says in one
# sentence what another denies; contrasts: may tell two accounts.
Mark = Literal[
    "counts", "left", "denies", "blames", "dates", "deeds", "nothing", "attacks", "talks",
    "calls", "again", "holds", "judges", "stalls", "tallies", "agrees", "quarrels", "contrasts",
]  # fmt: skip
# "Called that a lie".
CALLING = frozenset({"call", "describe", "dismiss", "reject"})
# Where a sentence may turn from one account to another.
_TURNS = (
    " but ",
    " while ",
    " though ",
    " although ",
    " whereas ",
    "; ",
    " each other",
    " one another",
    "accusations",
    "blame",
)
_TOLD_ACTS = frozenset({"STATE", "ACCUSE", "DENY"})
# Parts of words without which no sentence says of a saying that it is false, or that somebody denies it.
_QUARRELS = (
    "denie",
    "deny",
    "untrue",
    "nonsense",
    "false",
    " lie",
    "baseless",
    "unfounded",
    "fabricat",
    "reject",
    "disput",
    "dismiss",
    "contradict",
)
DEEDS = frozenset({"ATTACK", "VIOLATE", "DETAIN", "WALK_OUT", "MOBILISE"})
AGREEING = frozenset({"AGREE_JOINT", "ACCEPT"})
# The places of statements in their report, with a mark that each bears.
Marked = tuple[tuple[Mark, int], ...]


def marked(statements: Sequence[Statement], stems: Sequence[frozenset[str]]) -> Marked:
    """Return each mark that statements of some stems bear."""
    both = enumerate(zip(statements, stems, strict=True))
    return tuple([(mark, at) for at, (said, words) in both for mark in _marks(said, words)])


def by_mark(reports: Iterable[Marked], items: Sequence[Sequence[Proposition]]) -> dict[Mark, list[Proposition]]:
    """Return the propositions of reports that bear each mark."""
    found: dict[Mark, list[Proposition]] = defaultdict(list)
    for marks, said in zip(reports, items, strict=True):
        for mark, at in marks:
            found[mark].append(said[at])
    return found


def _marks(said: Statement, words: frozenset[str]) -> Iterator[Mark]:
    act, quote, stems = act_of(said), said.evidence.quote, said.terms
    spoken, told = said.speaker is not None, deeds(stems)
    dead = said.figures and not toll_words("dead").isdisjoint([one.unit for one in said.figures])
    if dead or not toll_words("words").isdisjoint(stems):
        yield "counts"
    if _may_be_left(quote):
        yield "left"
    says_no = is_negated(said) or "greed to nothing" in quote or "greed nothing" in quote
    if "DENY" in (act, said.act) or (spoken and said.mode != "narrated" and says_no):
        yield "denies"
    if act == "ACCUSE" or act in DEEDS or (spoken and told and _may_blame(said)):
        yield "blames"
    if spoken and said.act == "STATE" and (said.times or said.event_date):
        yield "dates"
    if act == "ACCUSE" or act in DEEDS:
        yield "deeds"
    if "no such " in quote.lower():
        yield "nothing"
    if is_of_stalling(said):
        yield "stalls"
    if holding_of(said) is not None:
        yield "holds"
    if passed(stems):
        yield "judges"
    yield from _of_shape(said)
    if said.actors:
        if "ATTACK" in (act, said.event) or "ATTACK" in told:
            yield "attacks"
        if tells_of_talks(act, said, words):
            yield "talks"


def _of_shape(said: Statement) -> Iterator[Mark]:
    """Yield the marks that neither words nor the act give."""
    if said.lemma in CALLING and said.contents:
        yield "calls"
    if said.act in _TOLD_ACTS and any(word in said.evidence.quote for word in _TURNS):
        yield "contrasts"
    if any(word in said.evidence.quote for word in _QUARRELS):
        yield "quarrels"
    if counts_again(said):
        yield "again"
    if is_tally(said):
        yield "tallies"
    agreed = not AGREEING.isdisjoint((act_of(said), said.act, said.event))
    if agreed and said.realis == "actual" and not said.opinion:
        yield "agrees"


def _may_be_left(words: str) -> bool:
    """Tell whether words hold a part of any count of what is left (tolls.py); a pattern takes ten times as long."""
    sparse = "to go" in words or "still to come" in words or "outstanding" in words or "are left" in words
    return sparse or "remain" in words or "leav" in words or "Leav" in words


def _may_blame(said: Statement) -> bool:
    """Tell whether a speaker's words of a deed lay it at somebody's door: neither an opinion nor what may come."""
    return not said.opinion and said.realis in ("actual", "negated")
