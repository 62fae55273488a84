"""An undertaking that others tell of, and that the next sentence denies: "nothing of the kind was agreed"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crosswire.model import Pledge, Span
from crosswire.read.pledge_scene import Scene

_DENIED = re.compile(
    r"\b(?:nothing|none|no such|never|not|n['\u2019]t)\b[^.;]{0,50}?"
    r"\b(?:agreed|pledged|promised|undertook|undertaken|committed|commitment|pledge|promise|undertaking)\b"
    r"|\bden(?:y|ies|ied)\b[^.;]{0,40}?\b(?:agree\w*|pledg\w*|promis\w*|undert\w*|commit\w*|any such)\b"
)
# "Had not kept its promise": of a promise that was made.
_BROKEN = re.compile(r"\b(?:kept|keep\w*|met|meet|fulfil\w*|honou?r\w*|implement\w*|deliver\w*|abide\w*|stuck)\b")


def find_denied(scene: Scene, made: Sequence[Pledge]) -> Iterator[Pledge]:
    """Yield the denial in the next sentence of what somebody is said to have undertaken, by whomever it is given."""
    following = dict(pairwise(scene.reading.sentences))
    told = {said.id: said for said in scene.reading.statements}
    side = {actor.id: actor.party or actor.id for actor in scene.reading.actors}
    for one in made:
        after, said = following.get(one.sentence), told[one.statement]
        own = said.mode == "direct" or side.get(said.speaker or "") in {side.get(actor, actor) for actor in one.by}
        if one.kind != "made" or own or after is None or (denial := _denial(scene, after)) is None:
            continue
        yield msgspec.structs.replace(one, kind="denied", statement=denial, sentence=after, span=after, quantity=None)


def _denial(scene: Scene, sentence: Span) -> str | None:
    words = sentence.of(scene.article.text).lower()
    found = _DENIED.search(words)
    if found is None or _BROKEN.search(found.group()):
        return None
    said = scene.statement_at(sentence.start + found.start(), sentence)
    voiced = said is not None and (said.speaker or said.unnamed) is not None
    return said.id if voiced and said is not None and not said.headline and not said.opinion else None
