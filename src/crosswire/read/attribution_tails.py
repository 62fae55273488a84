"""A headline's last words may say whose words it is: "Port to reopen in spring — ministry", "Deal is dead: Veld"."""

import re

from crosswire.model import Span
from crosswire.read.attribution_draft import Draft
from crosswire.read.attribution_source import is_finite
from crosswire.read.attribution_speaker import Cast, Who, who
from crosswire.read.attribution_words import PEOPLE, Clause, is_word
from crosswire.text.verbs import lemma_of

MARKS = frozenset("–—-:")
# "Russian foreign ministry spokeswoman", "US envoy Kellogg": longer tails are half a headline of their own.
_LONGEST = 6
_SHORTEST = 3
_BODIES = frozenset(
    "ministry government army military police court kremlin parliament embassy presidency office council agency "
    "officials media reports report source sources".split()
)
# Questions and lists are the paper's own.
_OPENERS = re.compile(r"(?:who|what|why|how|when|where|which|will|is|are|can|does|do|live|watch|opinion|analysis)\b|\d")
_ALIKE = frozenset("ready set poised willing prepared able unable due likely unlikely".split())


def headline_tail(clause: Clause, cast: Cast) -> tuple[Draft, Who] | None:
    """Return what a headline says and who its tail says says it; None when the tail names nobody who speaks."""
    size = len(clause)
    last = clause.text[clause.span.end - 1]
    if size < _SHORTEST + 2 or last in '.?!"”' or _OPENERS.match(clause.low[0]):
        return None
    for mark in range(size - 2, max(_SHORTEST - 1, size - 2 - _LONGEST), -1):
        if clause.low[mark] not in MARKS or clause.quote[mark] != -1 or not _is_spaced(clause, mark):
            continue
        source = clause.cut(mark + 1, size)
        if any(is_finite(clause, place) for place in range(mark + 1, size)) or not _tells(clause, mark):
            return None
        voice = who(clause.text, source, cast)
        if not _speaks(clause, voice, source, cast):
            return None
        voice = voice if voice.actor or voice.outlet else Who(unnamed=True)
        told = clause.cut(0, mark)
        return Draft(clause, None, source, (mark + 1, size), clause.cut(mark, mark + 1), [told]), voice
    return None


def _is_spaced(clause: Clause, mark: int) -> bool:
    """Tell a dash between parts of a headline from one inside a word; a colon stands after its word."""
    gap = clause.starts[mark] - clause.ends[mark - 1]
    return (clause.low[mark] == ":" and not gap) or (gap > 0 and clause.starts[mark + 1] > clause.ends[mark])


def _tells(clause: Clause, mark: int) -> bool:
    """Tell whether the words before the mark hold a verb, as a statement does; a headline may leave "is" out."""
    low = clause.low
    return any(
        is_finite(clause, place)
        or low[place] in _ALIKE
        or (lemma_of(low[place]) is not None and low[place].endswith("s") and place > 0)
        or (low[place] == "to" and is_word(low[place + 1]))
        for place in range(mark)
        if is_word(low[place])
    )


def _speaks(clause: Clause, voice: Who, source: Span, cast: Cast) -> bool:
    """Tell whether a tail is somebody: a person, a state or body by name, or people and bodies that speak."""
    actor = cast.actors.get(voice.actor or "")
    if actor is not None:
        return actor.kind in ("person", "state", "body", "group")
    last = clause.low[-1]
    return not voice.outlet and (last in PEOPLE or last in _BODIES) and source.end - source.start < 60
