"""Denials: somebody says that what another claims did not happen."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .answered import same_amounts, same_pledge
from .clashing import DENIED
from .docket import Conflict, Docket, Pair, Stand, Voice, within
from .likeness import Likeness
from .nations import says_no, sentences_of
from .propositions import Proposition, times_agree
from .withheld import names_charge, points_back, withholds

# A denial repeats what it denies: half of the shorter statement's weight, three words at least.
REPEATED, OVERALL, SHARED = 0.6, 0.3, 3
SAME_DEED = 2
# A denial that names whose word it denies, and two actors of it, repeats this much.
NAMED, ACTORS = 0.5, 2
# The same sentence with and without "not".
COUNTERPART, COUNTERPART_SHARED = 0.5, 4
# Days a denial may trail the claim.
ANSWER = 14
# "Moscow denied the accusation" names nothing: it answers the accusation against it just before, this many characters.
JUST_BEFORE = 600
# A "not" that is no formal denial answers the accusation only when it comes with the accused's next words.
NEXT_WORDS = 220
# "Denied a report by the Hill Gazette that ...", "an article in Lake Wire".
_REPORT_BY = re.compile(
    r"\b(?:report|story|article|account)s? (?:by|in|from|on|of) (?:the )?((?:[A-Z][\w’'-]+ ?){1,4})"
)
# Telling words of a denial of which one may be what all reports are on.
_WORDY = 4
# Deeds that one side tells of and the other denies.
_DEEDS = frozenset({"ATTACK", "VIOLATE", "DETAIN"})
_REFUSALS = frozenset({"REJECT", "RED_LINE", "ACCEPT", "DEMAND", "CONDEMN", "ACCUSE", "THREATEN"})


def find_denials(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts: the first stand asserts, the second denies."""
    for pair in docket.clashing(DENIED):
        for claim, denial in ((pair.one, pair.other), (pair.other, pair.one)):
            if _denies(claim, denial, pair, docket) or _contradicts(claim, denial, pair, docket):
                yield _conflict(claim, denial)
    yield from _answers(docket)


def _denies(claim: Voice, denial: Voice, pair: Pair, docket: Docket) -> bool:
    """Tell whether a denial by somebody the claim concerns repeats the claim's words."""
    ours, theirs = claim.said, denial.said
    return (
        theirs.act == "DENY"
        and ours.act != "DENY"
        and not ours.negated
        and ours.statement.realis != "questioned"
        and (
            (_repeats(ours, theirs, pair.likeness, docket) and _concerns(ours, theirs, docket))
            or (
                (same_amounts(ours, theirs) or same_pledge(ours, theirs, pair.likeness))
                and _concerns(ours, theirs, docket)
            )
            or _denies_report(claim, theirs, pair.likeness, docket)
        )
        and within(ours, theirs, ANSWER)
        and docket.apart(claim, denial)
        and not withholds(theirs.statement)
        and not _of_another_report(ours, theirs)
    )


def _of_another_report(claim: Proposition, denial: Proposition) -> bool:
    """Tell whether a denial names whose report it denies, and the claim is not of it nor names it."""
    words, said = denial.statement.evidence.quote, claim.statement
    named = _REPORT_BY.search(words)
    if named is None:
        return False
    whose = set(denial.statement.actors) & {said.speaker, *said.via, *said.actors} - {denial.statement.speaker}
    return named[1] not in said.evidence.quote and not any(
        actor and actor.replace("-", "") in named[1].lower().replace(" ", "") for actor in whose
    )


def _repeats(claim: Proposition, denial: Proposition, likeness: Likeness, docket: Docket) -> bool:
    """Tell whether the denial repeats enough of the claim; less is enough when act and doer are named alike."""
    inner = denial.statement
    doer = inner.event_agent
    if inner.event == claim.act and doer and claim.agent and docket.sides.of(doer) == docket.sides.of(claim.agent):
        return likeness.telling >= SAME_DEED and likeness.inside >= REPEATED
    return likeness.inside >= REPEATED and likeness.jaccard >= OVERALL and likeness.telling >= SHARED


def _contradicts(claim: Voice, denial: Voice, pair: Pair, docket: Docket) -> bool:
    """
    Tell whether the two say the same of one act, one with and one without "not".

    Where no act is known, near-identical sentences of opposite sign are one quotation cut in two places far more often
    than a contradiction (4 of 4 on BASIL).
    """
    ours, theirs = claim.said, denial.said
    return (
        theirs.negated
        and not ours.negated
        and "DENY" not in (ours.act, theirs.act)
        and ours.act == theirs.act != "STATE"
        and ours.statement.realis in ("actual", "future")
        and theirs.statement.realis in (ours.statement.realis, "negated", "actual")
        and not (ours.statement.opinion or theirs.statement.opinion)
        and pair.likeness.jaccard >= COUNTERPART
        and pair.likeness.shared >= COUNTERPART_SHARED
        and docket.sides.agree(ours.agent, theirs.agent)
        and docket.sides.agree(ours.target, theirs.target)
        and times_agree(ours, theirs)
        and docket.apart(claim, denial)
        and _says_no(theirs)
    )


def _denies_report(claim: Voice, denial: Proposition, likeness: Likeness, docket: Docket) -> bool:
    """
    Tell whether a denial names whose word it denies: "the mayor disputed the Hill Gazette's report that ...".

    Then a third party may deny it, and fewer words besides names must be common.
    """
    said, theirs = claim.said.statement, denial.statement
    named = set(theirs.actors) - {theirs.speaker, theirs.agent}
    told = {said.speaker, *said.via, *(one for one in said.actors if not docket.sides.parties(one))}
    voices = (named & told) - docket.sides.places(*named)
    common = set(said.actors) & named - voices
    repeated = likeness.telling >= SAME_DEED and likeness.inside >= NAMED
    settled = theirs.realis in ("actual", "negated")
    return theirs.act == "DENY" and settled and bool(voices) and len(common) >= ACTORS and repeated


def _says_no(item: Proposition) -> bool:
    """Tell whether a "not" is why a statement denies: "without offering proof" denies nothing of what is said."""
    sentences = list(sentences_of(item.statement))
    return not any("without" in sentence.lower() for sentence in sentences) or any(map(says_no, sentences))


def _concerns(claim: Proposition, denial: Proposition, docket: Docket) -> bool:
    denier = denial.statement.agent or denial.statement.speaker
    if denier is None:
        return False
    side = docket.sides.of(denier)
    said = claim.statement
    named = (claim.agent, claim.target, said.event_agent, said.event_target, *said.actors)
    return said.speaker != denier and any(actor and docket.sides.of(actor) == side for actor in named)


def _answers(docket: Docket) -> Iterator[Conflict]:
    """Yield the denials that follow, in the same article, an accusation against the denier."""
    accused: dict[str, list[Voice]] = defaultdict(list)
    told: dict[str, list[Voice]] = defaultdict(list)
    for voice in docket.bearing("deeds"):
        if voice.said.act == "ACCUSE" and voice.said.target:
            accused[voice.said.statement.article].append(voice)
        elif voice.said.act in _DEEDS:
            told[voice.said.statement.article].append(voice)
    for voice in docket.bearing("denies"):
        denier = _denier(voice.said)
        if denier is None:
            continue
        side, reach = docket.sides.of(denier), JUST_BEFORE if voice.said.act == "DENY" else NEXT_WORDS
        article = voice.said.statement.article
        before = _beside(voice, docket)
        if not before:
            before = [charge for charge in accused.get(article, ()) if _just_before(charge, voice, side, reach, docket)]
        before = before or _deed_answered(voice, told.get(article, ()), side, docket)
        if voice.said.act == "DENY" and not names_charge(voice.said.statement):
            named = voice.words.telling
            shared = 1 if len(named) < _WORDY else SAME_DEED
            before = [charge for charge in before if len(charge.words.telling & named) >= shared]
        if voice.said.act != "DENY":
            before = [charge for charge in before if _between_states(charge, side, docket)]
        if before:
            yield _conflict(max(before, key=lambda v: v.said.statement.evidence), voice)


def _beside(denial: Voice, docket: Docket) -> list[Voice]:
    """Return what somebody else says in the very sentence whose end denies it: "..., but the mayor disputed this"."""
    cue, sentence = denial.said.statement.cue, denial.said.statement.evidence
    if denial.said.act != "DENY" or cue is None or not points_back(denial.said.statement):
        return []
    return [
        voice
        for voice in docket.told_in(sentence.article)
        if voice.said.statement.evidence.start == sentence.start
        and voice.said.act != "DENY"
        and voice.said.statement.contents
        and voice.said.statement.contents[0].start < cue.start
        and docket.apart(voice, denial)
    ]


def _deed_answered(denial: Voice, told: Sequence[Voice], side: str, docket: Docket) -> list[Voice]:
    """
    Return who said, in the same article just before a denial, that the very kind of deed was done.

    "The guards beat us, he said. The ministry denied that prisoners had been mistreated": doer and deed are worded
    anew; the deed's kind and the place in the report tell that the one answers the other.
    """
    deed, doer = denial.said.statement.event, denial.said.statement.event_agent
    if denial.said.act != "DENY" or deed not in _DEEDS or (doer and docket.sides.of(doer) != side):
        return []
    return [voice for voice in told if _tells(voice, deed, side, docket) and _within_reach(voice, denial, docket)]


def _tells(voice: Voice, deed: str, side: str, docket: Docket) -> bool:
    item = voice.said
    doer = item.agent if item.agent != item.statement.speaker else None
    return (
        item.act == deed
        and item.realis == "actual"
        and not item.negated
        and item.statement.mode != "narrated"
        and (doer is None or docket.sides.of(doer) == side)
    )


def _denier(item: Proposition) -> str | None:
    """Return who denies: the doer of a denial, or the speaker of a plain "not" ("none was withheld")."""
    said = item.statement
    denier = said.agent or said.speaker
    if item.act == "DENY":
        return None if withholds(said) or said.unnamed or said.speaker not in (None, denier) else denier
    plain = item.negated and said.realis in ("actual", "negated") and item.act not in _REFUSALS
    return said.speaker if plain and said.mode != "narrated" else None


def _just_before(charge: Voice, denial: Voice, side: str, reach: int, docket: Docket) -> bool:
    target = charge.said.target
    return target is not None and docket.sides.of(target) == side and _within_reach(charge, denial, docket, reach)


def _within_reach(charge: Voice, denial: Voice, docket: Docket, reach: int = JUST_BEFORE) -> bool:
    gap = denial.said.statement.evidence.start - charge.said.statement.evidence.end
    return -1 <= gap <= reach and docket.apart(charge, denial)


def _between_states(charge: Voice, accused: str, docket: Docket) -> bool:
    """Tell whether one state accuses another: a politician's next "not" seldom answers a rival (0 of 4 on BASIL)."""
    sides = accused, docket.sides.of(charge.said.agent or accused)
    return sides[0] != sides[1] and all(docket.sides.is_state(side) for side in sides)


def _conflict(claim: Voice, denial: Voice) -> Conflict:
    topic = claim.said.statement.event or claim.said.act
    when = claim.said.when or denial.said.when
    return Conflict("denial", topic, Stand(claim.claim, "asserted"), Stand(denial.claim, "denied"), when)
