"""Denials that say themselves what they deny: "denied reports that ...", "the charge that ... was nonsense"."""

import re
from collections.abc import Iterator

from crosswire.model import Evidence, Statement
from crosswire.text.tokens import terms

from .deeds import deeds
from .docket import Conflict, Docket, Stand, Voice
from .withheld import withholds

# Content words of what is denied that a reader understands without the sentence before; fewer where a deed is read.
TELLING, DEED = 3, 2
# What somebody else has said, by its kind: to deny one of these is to quarrel with whoever said it.
_TOLD = (
    r"(?:claims?|reports?|allegations?|suggestions?|accusations?|charges?|assertions?|rumou?rs?|speculation|findings?"
    r"|accounts?|assessments?|stor(?:y|ies)|articles?)"
)
_SAYING = re.compile(
    rf"(?:[\w’'&.,-]+ |“[^”]*” |\"[^\"]*\" ){{0,9}}?{_TOLD},? "
    r"(?:that|which|of|about|by|in|from|it|he|she|they)\b"
)
_DENYING = frozenset({"deny", "dismiss", "reject", "dispute", "refute", "rebut", "contest"})
# "Denied that it had ...", "denied ever having ...", "denied any part in ...".
_MATTER = re.compile(
    r"\s(?:(?:on|yesterday|today|last|later)\b[^,;]{0,20}\s)?"
    r"(?:that\s|(?:ever\s)?(?:having|being|[a-z]{3,}ing)\s"
    r"|(?:any|all)\s(?:\w+\s)?(?:role|part|involvement|responsibility)\s(?:in|for)\s"
    r"|(?:it|he|she|they)\s(?:had|has|have|was|were|is|are|would)\s)"
)
_FIRST = re.compile(r"(?:(?:has|have|had) )?(?:\w+ly )?den\w+")
# "Backing the rebels"; "carrying out the strike" leans on what was said of the strike.
_DOING = re.compile(r"(?:ever )?(?:having |being )?[a-z]{3,}(?:ing|ed) ")
# "These included", "any such", "this": what is denied stands elsewhere.
_ELSEWHERE = re.compile(
    r"^\W*(?:that )?(?:these|those|any (?:\w+ )?\w+ (?:had|has|was|were) (?:\w+ )?\w+$|this (?:had|has|was|is|were)\b)"
    r"|\b(?:any|no) such\b",
    re.IGNORECASE,
)
# "... even though the council says it was delivered".
_AGAINST = re.compile(
    r"\b(?:even though|although|though|while|whereas) (?:[\w’'.-]+ ){1,6}?"
    r"(?:says?|said|insists?|insisted|maintains?|maintained)\b"
)
# "Said the charge that ... was “nonsense”".
_CALLED = re.compile(
    rf"(?:^\W*|\bthat )(?:the |these |those |any )?(?:[\w’'-]+ ){{0,3}}?{_TOLD} "
    r"(?:that |of |it |he |she |they )[^;]{12,}? (?:was|were|is|are) \W{0,3}(?:\w+ly )?(?:an? )?"
    r"(?:nonsense|untrue|false|lies?|baseless|unfounded|wrong|fabricat\w+|absurd)\b",
    re.IGNORECASE,
)
_WHO = r"(?:(?!neither\b|nor\b|never\b|not\b)[\w’'.-]+ ){1,6}?(?:has |have )?(?:strongly |firmly |repeatedly )?"
# "..., a charge Arland denies", "..., though it denies this", "..., which the union denies".
_TAIL = re.compile(
    rf"[,;–—-]\s?(?:an?|the) {_TOLD} (?:that |which )?{_WHO}"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed?))\b"
    rf"|[,;–—-]\s?(?:though|although|something|which) {_WHO}den(?:y|ies|ied)\b"
)


def find_in_place(docket: Docket) -> Iterator[Conflict]:
    """Yield a conflict of a claim with itself for each denial that needs no other sentence to say what it is of."""
    seen = set[Evidence | int]()
    for voice in (*docket.bearing("denies"), *docket.bearing("quarrels")):
        told: set[Evidence | int] = {voice.claim, voice.said.statement.evidence}
        if seen.isdisjoint(told) and is_in_place(voice.said.statement):
            seen |= told
            yield _conflict(voice)


def is_in_place(said: Statement) -> bool:
    """Tell whether a sentence says both what somebody holds and that another denies it."""
    if said.headline or said.opinion or said.realis in ("questioned", "conditional") or withholds(said):
        return False
    return _denies(said) or _calls_false(said) or _is_denied_at_its_end(said)


def _denies(said: Statement) -> bool:
    """Tell whether somebody is told to deny, and what: a saying of others, or a deed told in full."""
    if said.act != "DENY" or said.cue is None or not said.contents or not (said.speaker or said.unnamed):
        return False
    start = said.evidence.start
    # The cue may hold more than the verb: "denies backing".
    verb = _FIRST.match(said.evidence.quote, said.cue.start - start)
    after = verb.end() if verb is not None and said.lemma == "deny" else said.cue.end - start
    words = " ".join(said.evidence.quote[after : max(0, said.contents[-1].end - start)].split())
    if not words or _ELSEWHERE.search(words):
        return False
    if said.lemma in _DENYING and _AGAINST.search(said.evidence.quote, said.cue.end - start) is not None:
        return True
    known = set(terms(words))
    doing = _DOING.match(words) is not None and not deeds(known)
    told = len(known) >= (DEED if said.event is not None or doing else TELLING)
    if said.lemma in _DENYING and _SAYING.match(words):
        return told
    return told and said.lemma == "deny" and _MATTER.match(f" {words}") is not None


def _calls_false(said: Statement) -> bool:
    """Tell whether somebody says of a saying, which he repeats, that it is false."""
    if said.mode == "narrated" or not (said.speaker or said.unnamed) or not said.contents:
        return False
    start = said.evidence.start
    words = said.evidence.quote[said.contents[0].start - start : max(0, said.contents[-1].end - start)]
    return _CALLED.search(" ".join(words.split())) is not None


def _is_denied_at_its_end(said: Statement) -> bool:
    return _TAIL.search(" ".join(said.evidence.quote.split())) is not None


def _conflict(voice: Voice) -> Conflict:
    topic = voice.said.statement.event or voice.said.act
    stands = Stand(voice.claim, "asserted"), Stand(voice.claim, "denied")
    return Conflict("denial", topic, *stands, voice.said.when)
