"""One sentence that sets two accounts against each other: "A says they are envoys; B says they are spies"."""

import re
from collections.abc import Iterator

from crosswire.model import DisputeKind, Evidence, Statement

from .docket import Conflict, Docket, Stand, Voice

_HOLDS = r"(?:insists?|insisted|maintains?|maintained|claims?|claimed)"
_SAYS = r"(?:says?|said)"
_DOUBTS = r"(?:suspects?|suspected|fears?|feared|believes?|believed|accuses?|accused|alleges?|alleged)"
_TURN = r"(?:,|;|–|—)? (?:but|though|although|while|whereas) "
# Another than the first: no pronoun, and no "but says".
_OTHER = (
    r"(?!(?:he|she|it|they|which|who|that|his|her|its|their|has|have|had|would|will|also|only|not|never)\b)"
    r"(?:the )?(?:[\w’'.-]+ ){0,5}?[\w’'.-]+(?:, [^,;]{3,50},)?(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bis)(?<!\bare) "
)
_ASIDE = r"(?:have |has |had )?(?:also |still |always |repeatedly )?"
_CONTRASTS = (
    re.compile(rf"\b{_HOLDS} [^;]{{15,220}}?{_TURN}{_OTHER}{_ASIDE}(?:{_HOLDS}|{_DOUBTS}|{_SAYS}) "),
    re.compile(rf"\b{_DOUBTS} [^;]{{15,220}}?{_TURN}{_OTHER}{_ASIDE}(?:{_HOLDS}|{_SAYS}) "),
    re.compile(rf"\b{_SAYS} [^;]{{15,220}}?{_TURN}{_OTHER}{_ASIDE}(?:{_HOLDS}|{_DOUBTS}) "),
    re.compile(rf"\b{_SAYS} [^;]{{10,220}}?(?:;|,? while|,? but) {_OTHER}{_SAYS} (?:that )?(?:they|it|he|she)\b"),
)
# Of what shall be, or what both hold, no two accounts differ.
_NO_FACT = re.compile(r"\b(?:must|should|same|ought|whether|not say|declin\w+|refus\w+)\b")
# "Blamed each other for the collapse".
_MUTUAL = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)) (?:each other|one another)\b"
    r"|\b(?:trad(?:e|es|ed|ing)|exchang(?:e|es|ed|ing)|swap(?:s|ped|ping)?) (?:\w+ )?"
    r"(?:accusations|blame|recriminations)\b"
)
# "As they continued to trade blame, ...": the sentence is of something else.
_BY_THE_WAY = re.compile(r"(?:And |But )?(?:As|While|With|After|Amid|Despite|Although|Though) ")


def find_contrasts(docket: Docket) -> Iterator[Conflict]:
    """Yield a conflict of a claim with itself for each sentence that tells two sides' accounts of one thing."""
    seen = set[Evidence]()
    for voice in docket.bearing("contrasts"):
        said = voice.said.statement
        if said.evidence in seen or said.headline or said.opinion or said.realis in ("questioned", "conditional"):
            continue
        words = " ".join(said.evidence.quote.split())
        mutual = _MUTUAL.search(words)
        if mutual and _BY_THE_WAY.match(words) is None:
            seen.add(said.evidence)
            yield _conflict(voice, "attribution", "ACCUSE")
        elif sets_apart(said):
            seen.add(said.evidence)
            yield _conflict(voice, "characterisation", said.event or said.act)


def sets_apart(said: Statement) -> bool:
    """Tell whether a sentence sets what one says to be so against what another says of it."""
    words = " ".join(said.evidence.quote.split())
    if said.mode == "direct" or _NO_FACT.search(words):
        return False
    return any(one.search(words) for one in _CONTRASTS)


def _conflict(voice: Voice, kind: DisputeKind, topic: str) -> Conflict:
    words = voice.said.statement.evidence
    stands = Stand(voice.claim, "one", words=words), Stand(voice.claim, "another", words=words)
    return Conflict(kind, topic, *stands, voice.said.when)
