"""Denials that answer what the same report has just told: "that figure", "it", and the very offer another told of."""

import re
from collections.abc import Iterator, Sequence, Set

from crosswire.model import Statement

from .any_such import denied_kind, denied_noun, is_of_kind
from .docket import Conflict, Docket, Stand, Voice
from .likeness import Likeness
from .marks import CALLING
from .propositions import COMMITTING, Proposition
from .synonyms import everyday
from .withheld import withholds

# Characters of a report between a claim and a denial that points back to it, or that denies the deed it tells of.
POINTED, TOLD = 400, 700
# Words that the denial of a pledge shares with the pledge.
PLEDGED = 2
# Words of a short denial ("any new proposal"), all of which the offer it is of holds.
WHOLE = 2
# Exact amounts that the denial of an offer shares with the offer.
AMOUNTS = 2
_POINTER = re.compile(
    r"(?:that|this|it|them|(?:the|that|this|those|these|his|her|its|their) (?P<noun>[a-z]{5,16})(?: of events)?)",
    re.IGNORECASE,
)
_COUNTS = frozenset("figure figures number numbers estimate estimates count toll total".split())
_CLAIMS = frozenset(
    "claim claims report reports allegation allegations accusation accusations charge charges account accounts "
    "assertion assertions suggestion suggestions version statement characterisation characterization".split()
)
# "Called that “categorically false”".
_FALSE = re.compile(
    r"(?: as)?[ ,\"“”‘']+(?:\w+ly )?(?:(?:an? )?(?:(?:outright|pure|sheer|complete|total|utter|blatant|another) )?"
    r"(?:lie|lies|fabrication|falsehood)|false|untrue|wrong"
    r"|exaggerated|overstated|inflated|misleading|nonsense|baseless|unfounded|inaccurate|incorrect|fabricated|absurd)[.,\"”’']*$",
    re.IGNORECASE,
)
# "Denied ..., a day after the union alleged that ...": what stands there is what is answered.
_AFTER = re.compile(r"\b(?:after|since|following)\b")
_PUT = re.compile(r"\bputs? [^.;]{3,80} at (?:more than |about |some |around |nearly |at least |over )?[$€£\d]")
_DISMISSING = frozenset({"dismiss", "reject"})
# "Denied a newspaper report that ...": whose word it is of; it may stand before that report as well as after.
_REPORT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|disput\w*|refut\w*) (?:as [^.;]{3,40} )?"
    r"(?:(?:an?|the|those|these|this) )?(?:[\w.’'-]+ ){0,4}?reports? (?:that|which|of|about|claiming|saying|by|in)\b"
)
_REPORTING, _REPORTED = frozenset({"report", "claim", "write"}), 900
_SPENT = frozenset("second minute hour day week month year time person people side".split())


def find_answered(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts within one report: the denial is of what another voice said just before."""
    denials = [voice for voice in docket.bearing("denies") if _is_denial(voice)]
    denials += [voice for voice in docket.bearing("calls") if _calls_false(voice)]
    reports: dict[str, list[Voice]] = {}
    for article in {voice.said.statement.article: None for voice in denials}:
        reports[article] = [voice for voice in docket.told_in(article) if _may_be_denied(voice)]
    for denial in denials:
        listed = reports[denial.said.statement.article]
        told = [voice for voice in listed if docket.apart(voice, denial) or _puts(voice.said.statement)]
        claim = (
            _pointed(denial, told)
            or _any_such(denial, told, docket)
            or _in_its_sentence(denial, told)
            or _same_deed(denial, told, docket)
            or _of_report(denial, told)
        )
        if claim is not None:
            topic = claim.said.statement.event or claim.said.act
            when = claim.said.when or denial.said.when
            yield Conflict("denial", topic, Stand(claim.claim, "asserted"), Stand(denial.claim, "denied"), when)


def same_amounts(claim: Proposition, denial: Proposition) -> bool:
    """Tell whether a denial repeats the amounts of what it denies: "had offered 4.5 percent over 30 months"."""
    ours = {(one.unit, one.low) for one in claim.statement.figures if one.low is not None}
    theirs = {(one.unit, one.low) for one in denial.statement.figures if one.low is not None}
    both = ours & theirs
    return len(both) >= AMOUNTS and any(unit not in _SPENT for unit, _ in both)


def same_pledge(claim: Proposition, denial: Proposition, likeness: Likeness) -> bool:
    """Tell whether a denial is of the pledge that another tells of: "has not committed to a review of its levy"."""
    theirs = denial.statement.event in COMMITTING
    return theirs and bool({claim.act, claim.statement.event} & COMMITTING) and likeness.telling >= PLEDGED


def _is_denial(voice: Voice) -> bool:
    said = voice.said.statement
    return said.act == "DENY" and bool(said.contents) and said.mode != "narrated" and not withholds(said)


def _calls_false(voice: Voice) -> bool:
    """Tell whether somebody calls "that" untrue: a denial of what stands before it in all but the verb."""
    said = voice.said.statement
    if said.act == "DENY" or said.lemma not in CALLING or not said.contents:
        return False
    words = _words(voice)
    if said.lemma in _DISMISSING and (match := _POINTER.fullmatch(words)) is not None:
        return (match["noun"] or "").lower() in _CLAIMS  # "dismissed that account"
    return _FALSE.search(words) is not None and _POINTER.fullmatch(_FALSE.sub("", words)) is not None


def _may_be_denied(voice: Voice) -> bool:
    said = voice.said.statement
    attributed = bool(said.speaker or said.unnamed or said.via) and said.mode != "narrated"
    attributed = attributed or _puts(said)
    return attributed and said.act != "DENY" and bool(said.contents) and not (said.headline or said.opinion)


def _puts(said: Statement) -> bool:
    """Tell whether a report tells whose estimate a figure is: "Mr Lind put the cost at $4 million"."""
    return bool(said.agent or said.actors) and bool(said.figures) and _PUT.search(said.evidence.quote) is not None


def _words(voice: Voice) -> str:
    said = voice.said.statement
    start = said.evidence.start
    pieces = (said.evidence.quote[max(0, span.start - start) : max(0, span.end - start)] for span in said.contents)
    return " ".join(" ".join(pieces).split()).strip(' ,.;"“”')


def _pointed(denial: Voice, told: Sequence[Voice]) -> Voice | None:
    """Return the claim nearest before a denial that names nothing but "that figure", "the report", "it"."""
    match = _POINTER.fullmatch(_FALSE.sub("", _words(denial)))
    noun = match["noun"].lower() if match and match["noun"] else None
    if match is None or (noun is not None and noun not in _COUNTS and noun not in _CLAIMS):
        return None
    counted = [voice for voice in told if noun not in _COUNTS or voice.said.statement.figures]
    return max(_before(denial, counted, POINTED), key=_end, default=None)


def _any_such(denial: Voice, told: Sequence[Voice], docket: Docket) -> Voice | None:
    """Return the nearest act before a denial that names no more than its kind: "any such offer had been made"."""
    acts = denied_kind(_words(denial))
    side = docket.sides.of(denial.said.agent or denial.said.statement.speaker or "")
    before = _before(denial, told, POINTED) if acts else []
    # "Despite a pledge to free the funds": what is denied may be told by the way.
    near = [voice for voice in before if is_of_kind(voice, acts)] or [
        voice for voice in before if _names(voice, _words(denial))
    ]
    others = [voice for voice in near if docket.sides.of(voice.said.statement.speaker or "?") != side]
    return max(others, key=_end, default=None)


def _names(voice: Voice, denied: str) -> bool:
    """Tell whether a sentence names the kind of thing of which "any such" is denied."""
    noun = denied_noun(denied) if "such" in denied.split() else None
    return noun is not None and re.search(rf"\b{noun}s?\b", voice.said.statement.evidence.quote.lower()) is not None


def _in_its_sentence(denial: Voice, told: Sequence[Voice]) -> Voice | None:
    """Return what the denial's own sentence says it came after: "..., a day after the union alleged that ..."."""
    said = denial.said.statement
    start, end = said.evidence.start, said.contents[-1].end
    for voice in told:
        other = voice.said.statement
        if other.evidence.start == start and other.cue is not None and other.cue.start >= end:
            between = said.evidence.quote[end - start : other.cue.start - start]
            if voice.said.act == "ACCUSE" and _AFTER.search(between):
                return voice
    return None


def _of_report(denial: Voice, told: Sequence[Voice]) -> Voice | None:
    """Return what the newspaper that a denial speaks of reported, as the same article tells it, before or after."""
    said = denial.said.statement
    if said.act != "DENY" or not _REPORT.search(said.evidence.quote):
        return None
    near = [
        voice
        for voice in told
        if voice.said.statement.lemma in _REPORTING
        and min(abs(said.evidence.start - _end(voice)), abs(voice.said.statement.evidence.start - said.evidence.end))
        <= _REPORTED
        and len(voice.words.telling & denial.words.telling) >= WHOLE
    ]
    return max(near, key=lambda voice: (len(voice.words.telling & denial.words.telling), -_end(voice)), default=None)


def _same_deed(denial: Voice, told: Sequence[Voice], docket: Docket) -> Voice | None:
    """Return the nearest claim of the deed a denial is of that holds all the telling words of the denial."""
    said, side = denial.said.statement, docket.sides.of(denial.said.agent or denial.said.statement.speaker or "")
    whole = denial.words.telling
    rare = {term for term in whole if term not in everyday()}
    fitting = [
        voice
        for voice in _before(denial, told, TOLD)
        if voice.said.statement.evidence.start != said.evidence.start
        and not voice.said.negated
        and _is_repeated(said.event, whole, rare, voice)
        and docket.sides.of(voice.said.statement.speaker or "?") != side
    ]
    return max(fitting, key=_end, default=None)


def _is_repeated(event: str | None, whole: Set[str], rare: Set[str], claim: Voice) -> bool:
    """Tell whether a claim holds what a denial is of: its rare words and its deed, or all its words of an offer."""
    acts = {claim.said.act, claim.said.statement.act, claim.said.statement.event}
    if event is not None and rare and event in acts and rare <= claim.words.telling:
        return True
    return len(whole) >= WHOLE and bool(acts & COMMITTING) and whole <= claim.words.terms


def _before(denial: Voice, told: Sequence[Voice], reach: int) -> list[Voice]:
    said = denial.said.statement
    start = min(said.contents[0].start, said.cue.start if said.cue else said.contents[0].start)
    return [voice for voice in told if 0 < start - _end(voice) <= reach]


def _end(voice: Voice) -> int:
    return voice.said.statement.contents[-1].end
