"""For whom an unnamed official speaks: "Oria is ready to talk, an Orian ministry official said" is Oria's offer."""

from collections.abc import Sequence

from crosswire.model import Attribution, Span
from crosswire.read.scene import Scene

# Who speaks for a side where its adjective says which, and who once did.
OFFICIALS = frozenset({"official", "officials", "diplomat", "diplomats", "minister", "envoy"})
NOT_OF_IT = frozenset({"former", "ex", "retired", "one-time"})
# Whose word on what their side wants is the side's, and who is not of it or only near it.
PEOPLE = frozenset(
    "negotiators leaders officials representatives delegates lawmakers mps envoys rebels fighters commanders".split()
)
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople"})
_SIDES = frozenset({"state", "body", "group"})
# What may stand beside a side's name and its spokesman.
_ORGANS = frozenset(
    "a an the for of 's ’s ' ’ who senior chief top deputy government army military foreign defence defense interior"
    " ministry office party movement group rebel armed forces force delegation presidential presidency police".split()
)
_APART = frozenset({"some", "close", "critics", "opponents", "dissident", "breakaway", "rival", "other", "many", "few"})


def stand_in(scene: Scene, attribution: Attribution, contents: Sequence[Span], *, stands: bool = False) -> str | None:
    """
    Return the state an unnamed source belongs to, when what it says tells of that state by name; None otherwise.

    What else such a source says stays nobody's: a ministry's official may speak for himself. But where the verb
    itself `stands` for something, it is the stand of whose people they are: "negotiators from PX refuse". And what
    a side's spokesman says the side says.
    """
    if attribution.speaker is not None or attribution.source is None:
        return None
    if (spoken := _spoken_for(scene, attribution.source)) is not None:
        return spoken
    if stands and (own := _of_whom(scene, attribution.source)) is not None:
        return own
    if not attribution.unnamed:
        return None
    sides = {_side(scene, actor) for actor in _actors(scene, attribution.source)} - {None}
    sides = sides or _by_adjective(scene, attribution.source)
    if len(sides) != 1:
        return None
    side = next(iter(sides))
    return side if any(side in _actors(scene, span) for span in contents) else None


def _spoken_for(scene: Scene, source: Span) -> str | None:
    """Return the one side whose spokesman a source is: "a PX spokesman", "a spokesman for the Orian army"."""
    places = scene.words.inside(source)
    low = scene.words.low[places.start : places.stop]
    if _SPOKESMEN.isdisjoint(low):
        return None
    # "A spokesman for the family of a PX leader" speaks for no PX.
    bare = {
        word
        for at, word in zip(places, low, strict=True)
        if scene.words.owner[at] < 0 and word not in scene.table.adjectives
    }
    if not bare <= _SPOKESMEN | _ORGANS:
        return None
    named = [scene.actors[one] for one in _actors(scene, source) if one in scene.actors]
    if any(one.kind not in _SIDES for one in named):
        return None  # a person's, a paper's
    sides = {one.party or one.id for one in named} or {
        side for side in _by_adjective(scene, source, _SPOKESMEN) if side
    }
    return sides.pop() if len(sides) == 1 else None


def _of_whom(scene: Scene, source: Span) -> str | None:
    """Return the one body that no pack lists whose people a source is: "PX negotiators", "leaders of the PX"."""
    low = scene.words.low[scene.words.inside(source).start : scene.words.inside(source).stop]
    if PEOPLE.isdisjoint(low) or not NOT_OF_IT.isdisjoint(low) or not _APART.isdisjoint(low):
        return None
    named = [scene.actors[one] for one in _actors(scene, source) if one in scene.actors]
    bodies = {one.id for one in named if one.kind == "body" and not one.known and one.party is None}
    return bodies.pop() if len(bodies) == 1 and len({one.id for one in named}) == 1 else None


def _by_adjective(scene: Scene, source: Span, offices: frozenset[str] = OFFICIALS) -> set[str | None]:
    """Return the state whose adjective an official is given: "a senior Orian official", not a former one."""
    places = scene.words.inside(source)
    low = scene.words.low[places.start : places.stop]
    if offices.isdisjoint(low) or not NOT_OF_IT.isdisjoint(low):
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
