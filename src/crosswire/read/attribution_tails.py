"""A headline's last words may say whose words it is: "Port to reopen in spring — ministry", "Deal is dead: Veld"."""

import re

from crosswire.model import Span
from crosswire.read.attribution_cast import Cast
from crosswire.read.attribution_draft import Draft
from crosswire.read.attribution_source import is_finite
from crosswire.read.attribution_speaker import Who, who
from crosswire.read.attribution_words import PEOPLE, Clause, is_word
from crosswire.text.verbs import lemma_of

MARKS = frozenset("–—-:")
# "Russian foreign ministry spokeswoman", "US envoy Kellogg": longer tails are half a headline of their own.
_LONGEST = 6
_SHORTEST = 3
_BODIES = frozenset(
    "ministry government army military police court kremlin parliament embassy presidency office council agency "
    "officials media reports report source sources staff navy force forces command headquarters service commission "
    "authority authorities administration operator governor mayor prosecutors".split()
)
# What headlines call an office for short, in capitals, and a word of the name or the role it stands for.
_SHORT = {
    "MFA": "foreign",
    "FM": "foreign minister",
    "MoD": "defen[cs]e",
    "MOD": "defen[cs]e",
    "DM": "defen[cs]e minister",
    "PM": "prime minister",
    "MHA": "home affairs",
}
_NOT_HEAD = re.compile(r"\b(?:deputy|former|vice|ex)\b", re.IGNORECASE)
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
        verbs = [at for at in range(mark + 1, size) if is_finite(clause, at)]
        # "State media", "state television": no verb.
        if any(clause.low[at] != "state" or at + 1 == size for at in verbs) or not _tells(clause, mark):
            return None
        voice = _office(clause.text, source, cast) or who(clause.text, source, cast)
        if not _speaks(clause, voice, source, cast):
            return None
        voice = voice if voice.actor or voice.outlet else Who(unnamed=True)
        told = clause.cut(0, mark)
        return Draft(clause, None, source, (mark + 1, size), clause.cut(mark, mark + 1), [told]), voice
    return None


# "Second Department of the Orian Foreign Ministry".
_PART_OF = re.compile(r"\b(?:department|division|directorate|section|desk|service)\b.* of (?:the )?", re.IGNORECASE)


def _office(text: str, source: Span, cast: Cast) -> Who | None:
    """Return whom an office in short stands for: the one actor of the report that holds or bears it, else nobody."""
    words = source.of(text).split()
    if not words or words[-1] not in _SHORT:
        return None
    person = _SHORT[words[-1]].endswith("minister")
    wanted = re.compile(rf"\b{_SHORT[words[-1]]}\b", re.IGNORECASE)
    inside = who(text, source, cast)
    side = _side(inside.actor, cast)
    found = {
        one.id
        for one in cast.actors.values()
        if one.kind == ("person" if person else "body")
        and wanted.search(one.role or "" if person else " ".join((one.name, *one.names)))
        and not _NOT_HEAD.search(one.role or "")
        and (side is None or one.party == side)
    }
    if len(found) != 1:
        return inside if inside.actor else Who(unnamed=True)
    actor = found.pop()
    if _PART_OF.search(cast.actors[actor].name):
        # A department of the ministry is named, and not the ministry: the state speaks.
        actor = cast.actors[actor].party or actor
    return Who(actor, next((at for at, one in enumerate(cast.mentions) if one.actor == actor), None))


def _side(actor: str | None, cast: Cast) -> str | None:
    known = cast.actors.get(actor or "")
    return (known.party or known.id) if known is not None else None


def names_an_office(tail: tuple[Draft, Who], cast: Cast) -> bool:
    """Tell whether a colon leads to an office or a person: "troops to stay: General Staff" is nobody called troops."""
    draft, voice = tail
    actor = cast.actors.get(voice.actor or "")
    colon = draft.source is not None and draft.clause.text[: draft.source.start].rstrip()[-1:] == ":"
    return colon and (actor is None or actor.kind in ("person", "body"))


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
        or (place > 0 and low[place].endswith("s") and low[place + 1][0].isdigit())  # "downs 12 drones"
        or (place > 0 and lemma_of(low[place]) not in (None, low[place]) and not low[place].endswith(("s", "ing")))
        or (low[place] == "to" and is_word(low[place + 1]))
        for place in range(mark)
        if is_word(low[place])
    )


def _speaks(clause: Clause, voice: Who, source: Span, cast: Cast) -> bool:
    """Tell whether a tail is somebody: a person, a state or body by name, or people and bodies that speak."""
    actor = cast.actors.get(voice.actor or "")
    if actor is not None:
        return actor.kind in ("person", "state", "body", "group")
    words = source.of(clause.text).split()
    head = words[words.index("of") - 1].lower() if "of" in words[1:] else clause.low[-1]
    listed = head in PEOPLE or head in _BODIES or words[-1] in _SHORT
    return not voice.outlet and listed and source.end - source.start < 60
