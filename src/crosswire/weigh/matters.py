"""What makes two verdicts verdicts on one matter: a role, a round of talks, an object named beside them."""

from crosswire.model import When
from crosswire.text.tokens import terms

from .docket import Docket, Voice, within
from .nations import sentences_of
from .synonyms import canonical, everyday
from .verdicts import pole_words

# Days in which two sides speak of one third party's part, of one round, of one measure.
ROLE_DAYS, ROUND_DAYS, OBJECT_DAYS = 14, 2, 3
# Words between a verdict and its object ("lifted the grain embargo").
BESIDE = 5
# Words from a state's name to the part it played.
PLAYS = 8


def same_role(first: Voice, second: Voice, at: int, docket: Docket) -> bool:
    """Tell whether both judge the part in one event of one state or body that neither speaker acts for."""
    ours, theirs = first.said.statement, second.said.statement
    known, sides = docket.sides.actors, docket.sides
    own = {sides.of(actor) for actor in (ours.speaker, theirs.speaker) if actor}
    shared = set(ours.actors) & set(theirs.actors)
    third = {a for a in shared if a in known and known[a].kind in ("state", "body") and sides.of(a) not in own}
    third = {actor for actor in third if _plays(first, actor, at, docket) and _plays(second, actor, at, docket)}
    named = bool(third) and bool(own) and within(first.said, second.said, ROLE_DAYS)
    return named and _one_event(first, second, at, docket)


def _plays(voice: Voice, actor: str, at: int, docket: Docket) -> bool:
    """Tell whether an actor is named shortly before a word of the verdict: it brokered; a settlement is negotiated."""
    known = docket.sides.actors.get(actor)
    names = {name.split()[-1].lower() for name in known.names if name} if known else set()
    verdict = pole_words(at, 0) | pole_words(at, 1)
    for sentence in sentences_of(voice.said.statement):
        words = [word.strip("“”\"',;:()").lower() for word in sentence.split()]
        for place, word in enumerate(words):
            if verdict.intersection(terms(word)):
                near = words[max(0, place - PLAYS) : place]
                near += words[place + 1 : place + 1 + BESIDE] if words[place + 1 : place + 2] == ["by"] else []
                if any(one.removesuffix("'s").removesuffix("’s") in names for one in near):
                    return True
    return False


def _one_event(first: Voice, second: Voice, at: int, docket: Docket) -> bool:
    """
    Tell whether two sentences judge a part in one event: their days may be one, and so may what the verdict is on.

    To mediate consultations in November and to host the rounds of the summer are parts in two events.
    """
    ours, theirs = (_days(voice) for voice in (first, second))
    if ours and theirs and not any(one.first <= two.last and two.first <= one.last for one in ours for two in theirs):
        return False
    one, other = (_objects(voice, at, docket) for voice in (first, second))
    return bool(one & other) or not (one and other) or bool(ours and theirs)


def _days(voice: Voice) -> list[When]:
    """Return the days and months that what is said names."""
    said = voice.said.statement
    inside = [one for one in said.times if any(span.start <= one.start < span.end for span in said.contents)]
    return [one for one in inside if one.precision in ("day", "month")]


def same_occasion(first: Voice, second: Voice, docket: Docket) -> bool:
    """Tell whether the speakers of two states judge one round: reports of it name its place, and come together."""
    ours, theirs = first.said.statement, second.said.statement
    if ours.speaker is None or theirs.speaker is None:
        return False
    sides = [docket.sides.of(speaker) for speaker in (ours.speaker, theirs.speaker)]
    venues = docket.venues.get(ours.article, frozenset()) & docket.venues.get(theirs.article, frozenset())
    return (
        sides[0] != sides[1]
        and all(docket.sides.is_state(side) for side in sides)
        and bool(venues)
        and within(first.said, second.said, ROUND_DAYS)
    )


def same_object(first: Voice, second: Voice, at: int, docket: Docket) -> bool:
    """Tell whether one telling word stands beside the verdict in both, and they share an issue."""
    ours, theirs = first.said.statement, second.said.statement
    if not set(ours.issues) & set(theirs.issues) or not within(first.said, second.said, OBJECT_DAYS):
        return False
    return bool(_objects(first, at, docket) & _objects(second, at, docket))


def _objects(voice: Voice, at: int, docket: Docket) -> frozenset[str]:
    """Return the telling words that stand within reach of a word of the verdict."""
    verdict = pole_words(at, 0) | pole_words(at, 1)
    found: set[str] = set()
    for sentence in sentences_of(voice.said.statement):
        stems = [(terms(word) or ("",))[0] for word in sentence.split()]
        for place, stem in enumerate(stems):
            if stem in verdict:
                found.update(stems[max(0, place - BESIDE) : place + BESIDE + 1])
    found -= verdict | everyday().keys() | docket.nations.keys() | {""}
    return canonical(found) & voice.words.telling
