"""What an article tells in its own voice around somebody's words: of the speaker, the occasion, a headline's scene."""

from collections.abc import Collection, Iterator, Sequence

from crosswire.model import Span
from crosswire.read.act_classes import DEEDS
from crosswire.read.acts import Act, Scene, classify_aside, classify_narrated
from crosswire.read.narration import headline_scene, lead_clause, relative_clause, tail_clause


def told_beside(
    scene: Scene,
    text: str,
    sentence: Span,
    said: Sequence[Span],
    *,
    first: int,
    sources: Collection[int],
    headline: bool,
) -> Iterator[tuple[Span, Act]]:
    """
    Yield the stretches beside the words `said` in a sentence that tell of an act, and the act.

    The sentence's own words begin at `first`. `sources` are the ends of what names speakers: what follows any other
    name inside the words said is said as well.
    """
    if (found := relative_clause(text, sentence, said)) is not None and found[1] in sources:
        told = classify_aside(scene, *found)
        if told is not None:
            yield found[0], told
    lead = None if headline else lead_clause(text, Span(first, sentence.end), said)
    if lead is not None:
        act = classify_narrated(scene, scene.words.inside(lead))
        if act.verb is not None and act.act in DEEDS:
            yield lead, act
    if headline:
        clause = headline_scene(text, sentence, said)
        start = clause.start if clause is not None else 0
    else:
        clause, start = tail_clause(text, sentence, said) or (None, 0)
    if clause is not None:
        act = classify_narrated(scene, scene.words.inside(Span(start, clause.end)))
        if act.verb is not None:
            yield clause, act
