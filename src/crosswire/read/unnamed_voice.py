"""For whom an unnamed official speaks: "Oria is ready to talk, an Orian ministry official said" is Oria's offer."""

from collections.abc import Sequence

from crosswire.model import Attribution, Span
from crosswire.read.scene import Scene

# Who speaks for a side where its adjective says which, and who once did.
OFFICIALS = frozenset({"official", "officials", "diplomat", "diplomats", "minister", "envoy"})
NOT_OF_IT = frozenset({"former", "ex", "retired", "one-time"})


def stand_in(scene: Scene, attribution: Attribution, contents: Sequence[Span]) -> str | None:
    """
    Return the state an unnamed source belongs to, when what it says tells of that state by name; None otherwise.

    What else such a source says stays nobody's: a ministry's official may speak for himself.
    """
    if attribution.speaker is not None or not attribution.unnamed or attribution.source is None:
        return None
    sides = {_side(scene, actor) for actor in _actors(scene, attribution.source)} - {None}
    sides = sides or _by_adjective(scene, attribution.source)
    if len(sides) != 1:
        return None
    side = next(iter(sides))
    return side if any(side in _actors(scene, span) for span in contents) else None


def _by_adjective(scene: Scene, source: Span) -> set[str | None]:
    """Return the state whose adjective an official is given: "a senior Orian official", not a former one."""
    places = scene.words.inside(source)
    low = scene.words.low[places.start : places.stop]
    if OFFICIALS.isdisjoint(low) or not NOT_OF_IT.isdisjoint(low):
        return set()
    return {scene.table.adjectives[word] for word in low if word in scene.table.adjectives}


def _actors(scene: Scene, span: Span) -> list[str]:
    return [one.actor for one in scene.mentions if one.actor and span.start <= one.start and one.end <= span.end]


def _side(scene: Scene, actor: str) -> str | None:
    found = scene.actors.get(actor)
    if found is None or found.kind not in ("state", "body", "group"):
        return None
    side = found.party or (found.id if found.kind == "state" else None)
    named = scene.actors.get(side or "")
    return side if named is not None and named.kind == "state" else None
