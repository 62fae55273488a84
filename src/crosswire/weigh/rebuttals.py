"""Denials in other words: the accused side says that the deed laid at its door did not happen, or was not its own."""

from collections.abc import Iterator, Sequence

from crosswire.text.tokens import terms

from .charges import Charge
from .deeds import deeds
from .docket import Conflict, Docket, Stand, Voice, within
from .nations import named_sides, says_no, sentences_of
from .nearby import Nearby
from .places import places_of
from .propositions import Proposition
from .synonyms import everyday
from .withheld import points_back, withholds

# Days a rebuttal may trail the charge: about the span over which reports of one incident answer each other.
ANSWER = 7
# Words besides names that speak for one matter by themselves; with the same deed one, a place or a day is enough.
RARE = 2
# Characters between a charge and the denial that one report sets beside it.
BESIDE = 1500
# What is refused is no denial of a deed; a demand that something not happen is none either.
_NO_DENIAL = frozenset({"RED_LINE", "DEMAND", "CONDEMN", "ACCUSE", "THREATEN", "APPEAL", "CONDITION"})


def find_rebuttals(docket: Docket, charges: Sequence[Charge]) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts: a charge, and the denial of that deed by the side charged or its speaker."""
    made: dict[str, list[Charge]] = {}
    for charge in charges:
        if charge.act:
            made.setdefault(charge.accused, []).append(charge)
    by_side = {side: Nearby(listed, lambda charge: charge.voice.said) for side, listed in made.items()}
    for voice in docket.bearing("denies"):
        for side in _denied_for(voice, docket) if by_side else ():
            for _, charge in by_side[side].within(voice.said, ANSWER) if side in by_side else ():
                if _answers(charge, voice, docket):
                    when = charge.voice.said.when or voice.said.when
                    stands = Stand(charge.voice.claim, "asserted"), Stand(voice.claim, "denied")
                    yield Conflict("denial", charge.act or "ACCUSE", *stands, when)
    yield from _no_such(docket)


def _denied_for(voice: Voice, docket: Docket) -> Sequence[str]:
    """Return the sides whose part in something a voice denies: the denier's own, and the one state a denial names."""
    said, sides = voice.said.statement, docket.sides
    if said.opinion or said.act in _NO_DENIAL or said.realis in ("future", "conditional", "questioned"):
        return ()
    denier = said.agent or said.speaker
    if voice.said.act == "DENY" or said.act == "DENY":
        if withholds(said) or points_back(said):
            return ()
        own = [sides.of(denier)] if denier else []
        named = frozenset(side for words in sentences_of(said) for side in named_sides(words, docket.nations))
        return sorted({*own, *(named if len(named) == 1 else ())})
    if not voice.said.negated or said.speaker is None or said.mode == "narrated":
        return ()
    own_side = sides.of(said.speaker)
    return [own_side] if sides.is_state(own_side) and any(_own_deed(s, own_side, docket) for s in _nots(voice)) else ()


def _nots(voice: Voice) -> list[str]:
    return [sentence for sentence in sentences_of(voice.said.statement) if says_no(sentence)]


def _own_deed(sentence: str, side: str, docket: Docket) -> bool:
    """Tell whether a sentence speaks of a deed and names no state but the speaker's own."""
    return named_sides(sentence, docket.nations) <= {side} and bool(deeds(terms(sentence)))


def _answers(charge: Charge, denial: Voice, docket: Docket) -> bool:
    one, other = charge.voice.said, denial.said
    ours, theirs = one.statement, other.statement
    if charge.voice.claim == denial.claim or not within(one, other, ANSWER) or not docket.apart(charge.voice, denial):
        return False
    if theirs.speaker and docket.sides.of(theirs.speaker) == charge.accuser:
        return False
    if one.when and other.when and not (one.when.first <= other.when.last and other.when.first <= one.when.last):
        return False
    if _one_name(ours.speaker, theirs.speaker, docket):
        return False
    # What a clause beside the main one tells of is not what is denied: "connected with events where troops fired".
    told = deeds(theirs.core or theirs.terms)
    deed = charge.act in told or charge.act == other.act or (charge.act == theirs.event and not theirs.core)
    shared = charge.voice.words.telling & denial.words.telling - set(docket.nations)
    rare = {term for term in shared if term not in everyday() and not deeds([term])}
    places = _one_place(one, other, docket) or _one_place(other, one, docket)
    day = one.when is not None and one.when == other.when
    gap = abs(ours.evidence.start - theirs.evidence.start)
    beside = ours.article == theirs.article and gap <= BESIDE and docket.sides.is_state(charge.accused)
    # Nobody walks out of talks twice within days.
    once = charge.act == theirs.event == "WALK_OUT"
    return len(rare) >= RARE or once or (deed and bool(rare or places or day or beside))


def _one_place(one: Proposition, other: Proposition, docket: Docket) -> bool:
    """Tell whether what one names as a place the other names too: "the town of Vell", and then only "Vell"."""
    said, known = frozenset(other.statement.terms), docket.sides.actors
    names = {place: terms(known[place].name) for place in places_of(one, docket.sides) if place in known}
    return any(name and said.issuperset(name) for name in names.values())


def _one_name(one: str | None, other: str | None, docket: Docket) -> bool:
    """Tell whether two speakers bear one name: one person, whom two reports' readings kept apart."""
    known = [docket.sides.actors.get(speaker) for speaker in (one, other) if speaker]
    names = [actor.name for actor in known if actor]
    return len(names) == 2 and names[0] == names[1]


def _no_such(docket: Docket) -> Iterator[Conflict]:
    """Yield the answers "X approved no such thing" to what the same report has somebody else say of X."""
    told: dict[tuple[str, str], list[Voice]] = {}
    answers = docket.bearing("nothing")
    reports = {voice.said.statement.article: None for voice in answers}
    for voice in (voice for article in reports for voice in docket.told_in(article)):
        said = voice.said.statement
        doer = said.event_agent or voice.said.agent
        if doer and said.act != "DENY" and not voice.said.negated and said.realis == "actual":
            told.setdefault((said.article, doer), []).append(voice)
    for voice in answers:
        said = voice.said.statement
        if said.mode == "narrated" or "no such " not in said.evidence.quote.lower():
            continue
        doer = said.event_agent or voice.said.agent
        for claim in told.get((said.article, doer), ()) if doer else ():
            if claim.claim != voice.claim and _before(claim, voice) and claim.words.telling & voice.words.telling:
                topic = claim.said.statement.event or claim.said.act
                yield Conflict("denial", topic, Stand(claim.claim, "asserted"), Stand(voice.claim, "denied"))


def _before(claim: Voice, denial: Voice) -> bool:
    ours, theirs = claim.said.statement, denial.said.statement
    other_voice = (ours.speaker, ours.unnamed) != (theirs.speaker, theirs.unnamed)
    return other_voice and 0 < theirs.evidence.start - ours.evidence.start <= BESIDE
