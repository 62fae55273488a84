"""Sentences whose act is no stand in talks: a notice, a procedure, what an accord says, what one's own side is told."""

import re
from collections.abc import Callable

from crosswire.model import Statement

_ASKS = frozenset({"DEMAND", "APPEAL"})
_UNASKED = re.compile(
    r"\b(?:stop(?:s|ped)|ceas(?:es|ed)|quit|no longer|without|instead of) "
    r"(?:asking|demanding|calling|insisting|pressing)\b"
)
# "Called for Arland to be admitted" asks others; "called for Arland to spend less" tells its own.
_TO_BE = re.compile(r"\bto be \w+(?:ed|en|t)\b")
# "If that is approved, we will carry it out" is how things go, and no price.
_PROCEDURE = re.compile(
    r"\bif (?:that|this|it) (?:is|gets|was) (?:\w+ly )?(?:approved|ratified|adopted|confirmed|passed)\b", re.I
)
_CHANCE = re.compile(
    r"\b(?:might|may) (?:still |well )?(?:have|stand|get) (?:an?|some|the) (?:\w+ )?(?:chance|hope|prospect|shot)\b"
)
_NOTICE = re.compile(r"\bwill (?:be in|be at|visit|travel to|fly to|arrive in|pay a visit to|tour) [A-Z]")
_PAPERS = "terms|deal|agreement|accord|plan|pact|proposal|draft"
_TERMS = re.compile(rf"\bunder (?:the|this|that|its|an?) (?:[\w'’“”\"-]+ ){{0,3}}(?:{_PAPERS})\b", re.I)
_POST = re.compile(
    r"\b(?:will|would) (?:remain|stay (?:on|in)|serve as)\b"
    r"|\b(?:carry out|discharge|perform|fulfil) (?:his|her|its|their|the) (?:duty|duties|functions|tasks?|work)\b"
)
_GOALS = re.compile(r"\b(?:goals?|aims?|objectives?) (?:of [^,;.]{1,40} )?(?:will|would|shall) be \w+")
_UNREAL = re.compile(r"\b(?:would|could|might) have (?:\w+ly )?\w+(?:ed|en)\b")
_WE_FOUND = re.compile(r"\b[Ii]t (?:was|is|has been) (?:also |then )?agreed that\b")


def is_question(said: Statement) -> bool:
    """Tell whether a statement asks something, and takes no stand by it."""
    return said.realis == "questioned" or (said.mode != "direct" and said.evidence.quote.rstrip().endswith("?"))


def takes_none(said: Statement) -> bool:
    """Tell whether a statement's own act, or the act it tells of, is no side's stand."""
    words = " ".join(said.evidence.quote.split())
    if said.act == "CONDITION":
        return _PROCEDURE.search(words) is not None or _CHANCE.search(words) is not None
    if said.act == "PROMISE":
        terms = said.mode == "narrated" and _TERMS.search(words) is not None
        return terms or any(one.search(words) for one in (_NOTICE, _POST, _GOALS))
    if said.act == "STATE" and said.event is not None and _UNREAL.search(words) is not None:
        return True  # "under that draft Arland would have agreed to it"
    # One body's finding, and no agreement of all whom it names.
    return said.event == "AGREE_JOINT" and said.speaker is not None and _WE_FOUND.search(words) is not None


def asks_nobody(said: Statement, act: str, party: str, target: str | None, side: Callable[[str], str]) -> bool:
    """Tell whether who asks has stopped asking, or only tells his own side what to do."""
    if act not in _ASKS:
        return False
    words = said.evidence.quote
    own = target is not None and side(target) == party and not _TO_BE.search(words)
    return own or _UNASKED.search(words) is not None


def is_term(said: Statement) -> bool:
    """Tell whether what a side would do is what a plan or an accord says it would."""
    return _TERMS.search(said.evidence.quote) is not None
