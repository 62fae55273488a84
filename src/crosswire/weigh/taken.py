"""Towns that one side says it has taken, and the other that it holds."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .docket import Conflict, Docket, Stand, Voice, days_apart
from .holding import Holding, holding_of, names_town
from .places import PlaceNames

TOPIC = "control"
# Days between the claim and the denial: a town may fall in the week after.
_ANSWER = 4
# Letters back in which a report names the town that it then calls "the city", and claims of a place that are compared.
_BACK, _MOST = 900, 16


def find_taken(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts: of one place, somebody says that it was taken and another that it was not."""
    told: dict[tuple[str, Holding], list[Voice]] = defaultdict(list)
    placed: dict[str, list[tuple[int, str]]] = defaultdict(list)
    hold = [(voice, how) for voice in docket.bearing("holds") if (how := holding_of(voice.said.statement)) is not None]
    written = PlaceNames(docket.sides.actors.values() if hold else ())
    for article in dict.fromkeys(voice.said.statement.article for voice, _ in hold):
        for voice in docket.told_in(article):
            said = voice.said.statement
            named = docket.sides.places(*said.actors) | written.among(said.evidence.quote)
            placed[article] += [(said.evidence.start, one) for one in named]
    for voice, how in hold:
        for place in _places(voice, docket, written, sorted(placed[voice.said.statement.article])):
            told[place, how].append(voice)
    for place in sorted({place for place, _ in told}):
        _side_with_takers(told, place, docket)
        for claim in told[place, "taken"][:_MOST]:
            for denial in told[place, "held"][:_MOST]:
                gap = days_apart(claim.said, denial.said)
                if claim.claim != denial.claim and docket.apart(claim, denial) and (gap is None or gap <= _ANSWER):
                    when = claim.said.when or denial.said.when
                    stands = Stand(claim.claim, "asserted"), Stand(denial.claim, "denied")
                    yield Conflict("denial", TOPIC, *stands, when)


def _side_with_takers(told: dict[tuple[str, Holding], list[Voice]], place: str, docket: Docket) -> None:
    """Count who says that he is in full control with those who say that he came: he has taken the place."""
    takers = {docket.sides.of(one.said.agent) for one in told[place, "taken"] if one.said.agent}
    speakers = {docket.sides.of(who) for one in told[place, "taken"] if (who := one.said.statement.speaker)}
    deniers = {
        docket.sides.of(who) for one in told[place, "held"] if one.said.act == "DENY" and (who := one.said.agent)
    }
    moved = [
        one
        for one in told[place, "held"]
        if (who := one.said.statement.speaker)
        and one.said.act != "DENY"
        and docket.sides.of(who) in (takers | speakers) - deniers
    ]
    told[place, "taken"] += moved
    told[place, "held"] = [one for one in told[place, "held"] if one not in moved]


def _places(voice: Voice, docket: Docket, written: PlaceNames, placed: Sequence[tuple[int, str]]) -> list[str]:
    """Return the places a statement speaks of: those it names, else the one that "the city" was named as last."""
    said = voice.said.statement
    named = sorted(docket.sides.places(*said.actors) | written.among(said.evidence.quote))
    if named or not names_town(said.evidence.quote):
        return named
    before = placed[: bisect_left(placed, (said.evidence.start, ""))]
    near = bool(before) and said.evidence.start - before[-1][0] <= _BACK
    return sorted({place for start, place in before if start == before[-1][0]}) if near else []
