"""Denials that answer what the same report has just told: "that figure", "it", and the very offer another told of."""

import re
from collections.abc import Iterator, Sequence, Set

from crosswire.model import Statement

from .any_such import denied_kind, denied_noun, is_of_kind, is_told_as
from .docket import Conflict, Docket, Stand, Voice
from .likeness import Likeness
from .marks import CALLING
from .nations import named_sides
from .propositions import COMMITTING, WISHES, Proposition
from .synonyms import everyday
from .withheld import withholds

# Characters of a report between a claim and a denial that points back to it, or that denies the deed it tells of.
POINTED, TOLD = 400, 700
# Characters between two sentences of which the one answers the other.
_NEXT = 4
# Words that the denial of a pledge shares with the pledge.
PLEDGED = 2
# Content words of what may be denied.
_LEAST = 3
# Words of a short denial ("any new proposal"), all of which the offer it is of holds.
WHOLE = 2
# Exact amounts that the denial of an offer shares with the offer.
AMOUNTS = 2
_POINTER = re.compile(
    r"(?:that|this|it|them|(?:the|that|this|those|these|his|her|its|their) (?P<noun>[a-z]{5,16})(?: of events)?)",
    re.IGNORECASE,
)
# "That figure" is one in digits, whatever it counts.
_AMOUNT = re.compile(r"\d")
_COUNTS = frozenset("figure figures number numbers estimate estimates count toll total".split())
_CLAIMS = frozenset(
    "claim claims report reports allegation allegations accusation accusations charge charges account accounts "
    "assertion assertions suggestion suggestions version statement characterisation characterization finding findings "
    "description announcement assessment conclusion conclusions".split()
)
# Words by which a denial may be denied in its turn: "rejected that account".
_AGAIN = frozenset("account accounts version".split())
# "Called that “categorically false”".
_FALSE = re.compile(
    r"(?: as)?[ ,\"“”‘']+(?:\w+ly )?(?:(?:an? )?(?:(?:outright|pure|sheer|complete|total|utter|blatant|another) )?"
    r"(?:lie|lies|fabrication|falsehood|distortion|invention|smear|slander)|(?:\w+ and )?(?:false|untrue|wrong"
    r"|exaggerated|overstated|inflated|misleading|nonsense|baseless|unfounded|inaccurate|incorrect|fabricated|absurd)"
    r"(?: and \w+)?)[.,\"”’']*$",
    re.IGNORECASE,
)
# "Denied ..., a day after the union alleged that ...": what stands there is what is answered.
_AFTER = re.compile(r"\b(?:after|since|following)\b")
# "It as “another attempt to ...”", "the report and demands ...", "it was": what else is said of what is denied.
_BESIDES = re.compile(r"(?:,| and | as |:).*$| (?:is|was|are|were)$", re.DOTALL)
_NO_SUCH = re.compile(r"\b(?:no such (?P<noun>[a-z]{4,})|nothing of the (?:kind|sort))\b", re.IGNORECASE)
_CONTRADICTS = re.compile(
    r"\b(?:contradict(?:s|ed)?|disput(?:es?|ed)|rebut(?:s|ted)?|refut(?:es?|ed)) "
    r"(?:him|her|them|it|this|that(?! )|(?:the|that|this|these|those|his|her|its|their) (?P<noun>[a-z]{5,16}))\b"
)
_PUT = re.compile(r"\bputs? [^.;]{3,80} at (?:more than |about |some |around |nearly |at least |over )?[$€£\d]")
_DISMISSING = frozenset({"dismiss", "reject"})
# "Denied a newspaper report that ...": whose word it is of; it may stand before that report as well as after.
_REPORT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|disput\w*|refut\w*) (?:as [^.;]{3,40} )?"
    r"(?:(?:an?|the|those|these|this) )?(?:[\w.’'-]+ ){0,4}?reports? (?:that|which|of|about|claiming|saying|by|in)\b"
)
_REPORTING, _REPORTED = frozenset({"report", "claim", "write"}), 900
_MEDIA = re.compile(
    r"\b(?:channel|dail(?:y|ies)|newspapers?|papers?|weekly|tv|television|media|radio|broadcasters?|news|press|agency|magazine"
    r"|website)\b",
    re.IGNORECASE,
)
_WISHED = WISHES | {"CONDEMN", "ENDORSE", "ACCEPT"}
_SPENT = frozenset("second minute hour day week month year time person people side".split())


def find_answered(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts within one report: the denial is of what another voice said just before."""
    denials = [voice for voice in docket.bearing("denies") if _is_denial(voice)]
    denials += [voice for voice in docket.bearing("calls") if _calls_false(voice)]
    denials += [voice for voice in docket.bearing("quarrels") if _contradicts(voice) is not None]
    reports: dict[str, list[Voice]] = {}
    for article in {voice.said.statement.article: None for voice in denials}:
        reports[article] = [voice for voice in docket.told_in(article) if _may_be_denied(voice)]
    for denial in denials:
        listed = reports[denial.said.statement.article]
        told = [voice for voice in listed if _is_apart(voice, denial, docket)]
        again = [voice for voice in told if voice.said.act == "DENY" or voice.said.statement.act == "DENY"]
        told = [voice for voice in told if voice not in again]
        claim = (
            _pointed(denial, told, again, docket)
            or _any_such(denial, told, docket)
            or _no_such(denial, told, docket)
            or _in_its_sentence(denial, told)
            or _same_deed(denial, told, docket)
            or _of_report(denial, told)
        )
        if claim is not None:
            topic = claim.said.statement.event or claim.said.act
            when = claim.said.when or denial.said.when
            stands = (_stand(claim, "asserted"), _stand(denial, "denied"))
            yield Conflict("denial", topic, *stands, when)


def _stand(voice: Voice, label: str) -> Stand:
    """Return a side in the words that its report sets beside the other side's."""
    return Stand(voice.claim, label, words=voice.said.statement.evidence)


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
    if said.lemma in _DISMISSING and (match := _POINTER.fullmatch(_BESIDES.sub("", words))) is not None:
        return (match["noun"] or "").lower() in _CLAIMS  # "dismissed that account"
    return _FALSE.search(words) is not None and _POINTER.fullmatch(_FALSE.sub("", words)) is not None


def _may_be_denied(voice: Voice) -> bool:
    said = voice.said.statement
    attributed = bool(said.speaker or said.unnamed or said.via) and said.mode != "narrated"
    attributed = attributed or _puts(said) or (said.lemma in _REPORTING and said.mode != "narrated")
    # "It is", "They're going there to listen": what is said so shortly stands for something said before.
    return (
        attributed
        and len(said.terms) >= WHOLE
        and said.lemma != "comment"
        and bool(said.contents)
        and not (said.headline or said.opinion)
    )


def _puts(said: Statement) -> bool:
    """Tell whether a report tells whose estimate a figure is: "Mr Lind put the cost at $4 million"."""
    return bool(said.agent or said.actors) and bool(said.figures) and _PUT.search(said.evidence.quote) is not None


def _words(voice: Voice) -> str:
    said = voice.said.statement
    start = said.evidence.start
    pieces = (said.evidence.quote[max(0, span.start - start) : max(0, span.end - start)] for span in said.contents)
    return " ".join(" ".join(pieces).split()).strip(' ,.;"“”')


def _is_apart(claim: Voice, denial: Voice, docket: Docket) -> bool:
    """Tell whether a report has two voices: unnamed ones by what it calls them, "a source" and "a senior source"."""
    ours, theirs = claim.said.statement, denial.said.statement
    unnamed = bool(ours.unnamed and theirs.unnamed) and ours.unnamed != theirs.unnamed
    claimed = ours.act == "CLAIM_RESP" and ours.speaker != theirs.speaker
    return unnamed or claimed or docket.apart(claim, denial) or _puts(ours)


def _contradicts(voice: Voice) -> re.Match[str] | None:
    """Find where a sentence says of its speaker that he contradicts another, or what another said."""
    said = voice.said.statement
    if said.mode == "narrated" or said.act == "DENY" or said.cue is None or not said.contents:
        return None
    match = _CONTRADICTS.search(said.evidence.quote, 0, max(0, said.cue.start - said.evidence.start))
    return match if match is not None and (match["noun"] is None or match["noun"] in _CLAIMS) else None


def _pointed(denial: Voice, told: Sequence[Voice], again: Sequence[Voice], docket: Docket) -> Voice | None:
    """
    Return the claim nearest before a denial that names nothing but "that figure", "the report", "it".

    An account may be of what did not happen; nobody denies what his own side says.
    """
    match = _contradicts(denial) or _POINTER.fullmatch(_BESIDES.sub("", _FALSE.sub("", _words(denial))))
    noun = match["noun"].lower() if match and match["noun"] else None
    if match is None or (noun is not None and noun not in _COUNTS and noun not in _CLAIMS):
        return None
    counted = [voice for voice in told if noun not in _COUNTS or _AMOUNT.search(voice.said.statement.evidence.quote)]
    if noun not in _COUNTS and denial.said.statement.lemma in _DISMISSING:
        counted = [
            voice for voice in counted if voice.said.statement.act not in _WISHED
        ]  # who rejects a wish denies nothing
    listed = [*counted, *(again if noun in _AGAIN else ())]
    # "That figure" is the last one told, whoever told it: a state's industry is not its ministry.
    others = listed if noun in _COUNTS else _of_others(denial, listed, docket)
    return max(_before(denial, others, POINTED), key=_end, default=None)


def _of_others(denial: Voice, told: Sequence[Voice], docket: Docket) -> list[Voice]:
    """Return what others than the denier's own side say; nobody denies a deed that he says he did."""
    side = _sides(denial, docket)
    return [one for one in told if one.said.statement.act == "CLAIM_RESP" or side.isdisjoint(_sides(one, docket))]


def _sides(voice: Voice, docket: Docket) -> frozenset[str]:
    """Return for whom a voice speaks: its party, and the state that the words for it name ("the Arlandic army")."""
    said = voice.said.statement
    start = said.evidence.start
    source = said.evidence.quote[max(0, said.source.start - start) : said.source.end - start] if said.source else ""
    source = "" if _MEDIA.search(source) else source  # a country's papers do not speak for it
    speaker = said.speaker or (None if said.unnamed else said.agent)
    return named_sides(source, docket.nations) | {docket.sides.of(speaker) if speaker else ""} - {""}


def _no_such(denial: Voice, told: Sequence[Voice], docket: Docket) -> Voice | None:
    """Return the nearest claim before "no such commitment" that names one, or that stands in the sentence before."""
    words = _words(denial)
    match = _NO_SUCH.search(words)
    if match is None:
        return None
    near = _before(denial, _of_others(denial, told, docket), POINTED)
    named = [voice for voice in near if match["noun"] and _holds(voice, match["noun"])]
    gap = denial.said.statement.evidence.start
    return max(named or [one for one in near if gap - one.said.statement.evidence.end <= _NEXT], key=_end, default=None)


def _holds(voice: Voice, noun: str) -> bool:
    return re.search(rf"\b{noun}s?\b", voice.said.statement.evidence.quote.lower()) is not None


def _any_such(denial: Voice, told: Sequence[Voice], docket: Docket) -> Voice | None:
    """Return the nearest act before a denial that names no more than its kind: "any such offer had been made"."""
    words = _words(denial)
    if denied_noun(words) is None:
        return None
    acts = denied_kind(words)
    before = _before(denial, _of_others(denial, told, docket), POINTED)
    # "Despite a pledge to free the funds": what is denied may be told by the way.
    near = [voice for voice in before if is_of_kind(voice, acts)] or [
        voice for voice in before if _names(voice, words) or is_told_as(_words(voice), words)
    ]
    return max(near, key=_end, default=None)


def _names(voice: Voice, denied: str) -> bool:
    """Tell whether a sentence names the kind of thing of which "any such" is denied."""
    noun = denied_noun(denied) if "such" in denied.split() else None
    return noun is not None and _holds(voice, noun)


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
    start = said.evidence.start if _contradicts(denial) is not None else start
    return [voice for voice in told if 0 < start - _end(voice) <= reach]


def _end(voice: Voice) -> int:
    return voice.said.statement.contents[-1].end
