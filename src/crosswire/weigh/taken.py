"""Towns that one side says it has taken, and the other that it holds."""

import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from crosswire.text.held import Held

from .docket import Conflict, Docket, Stand, Voice, days_apart

TOPIC = "control"
# Days between the claim and the denial: a town may fall in the week after.
_ANSWER = 4
# Letters back in which a report names the town that it then calls "the city", and claims of a place that are compared.
_BACK, _MOST = 900, 16

# What hangs on a sentence is told in passing: "two graves near the town, days after it was overrun".
_HANGS = re.compile(r"(?:,| days| weeks| hours)\s(?:after|since|when|while|which|who|where)\s")

Holding = Literal["taken", "held"]


def find_taken(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts: of one place, somebody says that it was taken and another that it was not."""
    told: dict[tuple[str, Holding], list[Voice]] = defaultdict(list)
    placed: dict[str, list[tuple[int, str]]] = defaultdict(list)
    hold = [(voice, how) for voice in docket.voices if (how := holding_of(voice)) is not None]
    reports = {voice.said.statement.article for voice, _ in hold}
    unknown = _unknown_places(docket) if hold else {}
    for voice in docket.voices:
        said = voice.said.statement
        if said.article in reports:
            named = docket.sides.places(*said.actors) | _written(said.evidence.quote, unknown)
            placed[said.article] += [(said.evidence.start, one) for one in named]
    for voice, how in hold:
        for place in _places(voice, docket, unknown, sorted(placed[voice.said.statement.article])):
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


def holding_of(voice: Voice) -> Holding | None:
    """Tell what a statement says of who holds a town: that it was taken, that it is held, or neither."""
    said = voice.said.statement
    if said.opinion or said.headline or said.realis not in ("actual", "negated"):
        return None
    words = " ".join(
        said.evidence.quote[max(0, c.start - said.evidence.start) : c.end - said.evidence.start] for c in said.contents
    )
    words = words.lower()
    # Nearly no sentence holds any of the words, and one scan tells so before three searches.
    if not _heads().inside(words):
        return None
    hanging = _HANGS.search(words)
    words = words[: hanging.start()] if hanging else words
    if _pattern("held").search(words):
        return None if voice.said.negated else "held"
    if not _pattern("taken").search(words):
        return None
    return "held" if said.act == "DENY" or voice.said.negated else "taken"


def _places(voice: Voice, docket: Docket, unknown: Mapping[str, str], placed: Sequence[tuple[int, str]]) -> list[str]:
    """Return the places a statement speaks of: those it names, else the one that "the city" was named as last."""
    said = voice.said.statement
    named = sorted(docket.sides.places(*said.actors) | _written(said.evidence.quote, unknown))
    if named or not _pattern("towns").search(said.evidence.quote.lower()):
        return named
    before = placed[: bisect_left(placed, (said.evidence.start, ""))]
    near = bool(before) and said.evidence.start - before[-1][0] <= _BACK
    return sorted({place for start, place in before if start == before[-1][0]}) if near else []


def _unknown_places(docket: Docket) -> dict[str, str]:
    """Map the ids of the places that no pack lists to their names, none too short to look for."""
    actors = docket.sides.actors.values()
    return {one.id: one.name for one in actors if one.kind == "place" and not one.known and len(one.name) > 3}


def _written(quote: str, unknown: Mapping[str, str]) -> frozenset[str]:
    """Return the places of the case whose name stands in a sentence, where its report did not tell them for one."""
    # A case has hundreds of places, and a sentence names two: a search of it spares the pattern for all but those.
    near = [(one, name) for one, name in unknown.items() if name in quote]
    return frozenset(one for one, name in near if re.search(rf"\b{re.escape(name)}\b", quote))


@cache
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files(__package__).joinpath("holding.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


@cache
def _heads() -> Held:
    """Return what finds where a word for taking or holding a town may stand, up to its gap."""
    return Held(one.partition(" ~ ")[0] for name in ("taken", "held") for one in sorted(_words()[name]))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(_words()[name], key=lambda one: (-len(one), one))
    spelt = (r" (?:\S{1,20} ){0,3}".join(map(re.escape, one.split(" ~ "))) for one in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)})(?![\w-])")
