"""Stands on matters that no pack names: a side's own plain demand or refusal, which can be told and not compared."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from crosswire.model import OTHER_MATTERS, Statement

from . import no_stands, same_breath
from .backed import is_backed
from .held import STANCE, Held
from .reader import Reader
from .stance_days import is_history
from .stances import acts_of, is_none, round_at, teller_of, told_on, whose

# What asks or refuses; what is offered, agreed or made to hang on something is told among promises and conditions.
_PLAIN = frozenset({"DEMAND", "REJECT", "APPEAL", "RED_LINE"})
# "There can never be peace here" draws no line; these words do.
_LINE = re.compile(
    r"\bnegotiable\b|\bred lines?\b|\bout of the question\b"
    r"|\b(?:never|(?:will|would|can|could) ?(?:not|n['’]t)) (?:ever )?"
    r"(?:accept|agree|recogni|give|allow|surrender|cede|sign|negotiate|tolerate|discuss)",
    re.IGNORECASE,
)
# "Said that he should go" is what somebody thinks; "urged him to go" asks for it.
_SAYS = frozenset({"say", "tell", "add", "be", "have"})
# "Gave up its insistence that", "refused to hand it over": a stand no more, or on what stands in another sentence.
_DROPPED = re.compile(r"\b(?:g[ia]v(?:e[sn]?|ing) up|dropp\w+|abandon\w+|retreat\w*|no longer)\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|them|this)\b", re.IGNORECASE)
# Content words without which a stand says nothing of its matter.
_FULL = 5
# What these say in their own voice is a reading of a position.
_READINGS = frozenset({"opinion", "analysis", "summary"})
_SIDES = frozenset({"state", "group", "body"})


def stands_on_no_issue(statements: Iterable[Statement], known: AbstractSet[str], reader: Reader) -> Iterator[Held]:
    """Yield the stands of a report's statements on matters that no pack names; `known` take one that a pack does."""
    for said in statements:
        if said.id in known or said.dangling or len(said.terms) < _FULL or not _may_stand(said, reader):
            continue
        for act, named, joint, told in acts_of(said, reader):
            party = reader.side(whose(said, act, named, reader))
            if joint or told or act not in _PLAIN or not _takes(said, act, party, reader):
                continue
            teller, by = teller_of(said, party, reader)
            day = told_on(said, reader)
            if teller != "self" and not (teller == "outlet" and said.mode == "narrated"):
                continue
            if is_history(day, reader.articles[said.article].published, act):
                continue
            others = frozenset(map(reader.side, said.actors)) - {party}
            at = round_at(said, day, reader)
            yield Held(party, OTHER_MATTERS, at, day, STANCE[act], act, teller, by, said, addressed=others)
            break


def _may_stand(said: Statement, reader: Reader) -> bool:
    """Tell whether a statement is somebody's plain word, or what a report tells of him as done."""
    if said.opinion or said.headline or no_stands.has_no_voice(said) or reader.traces[said.id].weak:
        return False
    if said.mode == "narrated" and reader.articles[said.article].genre in _READINGS:
        return False
    words = said.evidence.quote
    if _DROPPED.search(words) or (said.mode == "narrated" and _IT.search(words)):
        return False
    unclear = same_breath.looks_back(said) or same_breath.is_possible(said) or no_stands.takes_none(said)
    return not unclear and not same_breath.only_meets(said, reader.topics)


def _takes(said: Statement, act: str, party: str, reader: Reader) -> bool:
    """Tell whether a side takes a stand by a statement: a state, a group or a body in a clause of its own."""
    holder = reader.actors.get(party)
    if holder is None or holder.kind not in _SIDES or party in reader.mediators or reader.hearsay(said, party):
        return False
    if act == "RED_LINE" and _LINE.search(said.evidence.quote) is None:
        return False
    if act == "APPEAL" and said.lemma in _SAYS:
        return False
    if act == "REJECT" and same_breath.gives_no_answer(said):
        return False
    if same_breath.tells_of_another(said, act, party, reader.actors) or not is_backed(said, act, party, reader):
        return False
    return not is_none(said, act, party, said.target, said.evidence.quote, reader)
