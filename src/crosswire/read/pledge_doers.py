"""Who undertakes or does what a verb tells: its subject, both sides, or whom a pronoun means; and for whom."""

import re
from collections.abc import Sequence

from crosswire.model import Statement
from crosswire.read.deeds import Site
from crosswire.read.grammar import AUXILIARIES, FIRST_PERSON, is_adverb
from crosswire.read.pledge_scene import ACTING, Scene
from crosswire.read.roles import joined_to, subject_before

_PRONOUNS = frozenset({"it", "he", "she", "they"})
_OPENING = frozenset({"after", "before", "since", "until", "once", "as", "when"})
SAYING = frozenset("say says said saying told announced announces confirmed added insisted".split())
# "The Arn session had agreed to open": all who sat in it.
_MEETINGS = frozenset({"talks", "session", "meeting", "summit", "round", "negotiations"})
_BOTH = re.compile(
    r"\b(?:both|two|all|three|the|opposing|warring) (?:[a-z-]+ ){0,2}"
    r"(?:sides|parties|countries|governments|delegations|negotiators|partners|nations|capitals|states|neighbours|"
    r"neighbors|foes|rivals|envoys|teams|leaders|ministers)(?: (?:also|then|now|later|jointly|finally))?$"
    r"|(?:^|[.;,] )(?:and |but )?(?:both|the two)$"
)


def doers(scene: Scene, place: int, places: range, said: Statement) -> tuple[tuple[str, ...], bool]:
    """Return who is the subject of the verb at `place`, and whether the words say "both sides" without naming them."""
    words = scene.words
    if is_agreed(words.low, place):
        return (), True
    before = words.join(max(places.start, place - 8), place).replace(" ,", ",")
    before = re.sub(
        r"(?: (?:have|has|had|did|do|does|also|then|each|will|would|on|in|principle|yesterday|today))+$", "", before
    )
    if _BOTH.search(before) and not _is_name(scene, place, places):
        return (), True
    nearest = before.split()[-1:] or [""]
    if nearest[0] in _MEETINGS and not _is_name(scene, place, places):
        return (), True
    if nearest[0] in FIRST_PERSON:
        return ((said.speaker,) if said.speaker else (), of_both(said))
    index = near_subject(scene, place, places)
    index = subject_before(words, scene.reading.mentions, place, places) if index is None else index
    first = scene.party(index)
    if first is None or index is None:
        ruling = scene.government(_head_before(words.low, place, places))
        if ruling is not None:
            return (ruling,), False
    if first is None and nearest[0] in _PRONOUNS and (meant := _meant(scene, place, places, said)):
        return (meant,), False
    if first is None or index is None or _is_another(scene, places.start, scene.reading.mentions[index].end, place):
        return (), nearest[0] == "they"
    if _counted_of(scene, scene.reading.mentions[index].span.start):
        return (), False
    if people := _people_before(scene, _head_before(words.low, place, places)):
        return (people,), False  # "under Roe's deal, the Peruvians will withdraw"
    second = scene.party(joined_to(words, scene.reading.mentions, index)) or _ruling_with(scene, index, places)
    return ((first, second) if second and second != first else (first,)), False


def is_agreed(low: Sequence[str], verb: int) -> bool:
    """Tell whether "it was agreed", "it has also been agreed": by all who were there."""
    if low[verb] != "agreed":
        return False
    step = verb - 1
    while step > 0 and (is_adverb(low[step]) or low[step] in ("been", "also", "further", "now")):
        step -= 1
    return low[step] in ("was", "has", "had", "is") and low[step - 1] == "it"


def of_both(said: Statement) -> bool:
    """Tell whether both sides say something with one voice: "We will free them all," the two sides said."""
    return said.speaker is None and _BOTH.search((said.unnamed or "").lower()) is not None


def _people_before(scene: Scene, head: int) -> str | None:
    """Return the state that a people's name stands for before a verb: "the Peruvians will withdraw"."""
    words = scene.words
    plural = words.owner[head] < 0 and words.low[head].endswith("ns") and words.low[head - 1] == "the"
    return scene.adjectives.get(words.low[head]) if plural else None


def _is_name(scene: Scene, place: int, places: range) -> bool:
    """Tell whether a side's own name stands before a verb: "the United States will" tells of one state."""
    owner = scene.words.owner[_head_before(scene.words.low, place, places)]
    return scene.party(owner if owner >= 0 else None) is not None


def _head_before(low: list[str], place: int, places: range) -> int:
    """Return the word before a verb and its auxiliaries."""
    step = place - 1
    while step > places.start and (low[step] in AUXILIARIES or is_adverb(low[step])):
        step -= 1
    return step


def _ruling_with(scene: Scene, index: int, places: range) -> str | None:
    """
    Return the side named beside another: "the government and the Oro Front agreed".

    "Peru and the Chile-backed Oro Front", too.
    """
    first = scene.words.at(scene.reading.mentions[index].start)
    joined = (at for at in range(first - 1, max(places.start, first - 5), -1) if scene.words.low[at] == "and")
    at = next(joined, None)
    if at is None:
        return None
    # "Peru would wait and Chile would not": two clauses.
    named = scene.words.owner[at - 1] if at < first - 1 and scene.words.low[at + 1] == "the" else -1
    return scene.government(at - 1) or scene.party(named if named >= 0 else None)


def near_subject(scene: Scene, place: int, places: range) -> int | None:
    """Return the mention right before a verb: "after Peru agreed to", "in Peru, which later agreed to"; else None."""
    low, owner = scene.words.low, scene.words.owner
    step = _head_before(low, place, places)
    relative = low[step] in ("which", "who")
    if relative:
        step -= 1
        while step > places.start and low[step] in (",", "-", "–", "—"):
            step -= 1
    if step < places.start or owner[step] < 0:
        return None
    first = step
    while first > places.start and owner[first - 1] == owner[step]:
        first -= 1
    opened = relative or low[first - 1] in _OPENING or low[first - 2 : first] in (["after", "the"], ["since", "the"])
    return owner[step] if opened else None


def _meant(scene: Scene, place: int, places: range, said: Statement) -> str | None:
    """Return whom a pronoun before a verb means: who says so of itself, or the one side that the sentence named."""
    low = scene.words.low
    if (
        said.mode in ("indirect", "mixed")
        and said.speaker
        and any(one.start == _first_of(said) for one in said.contents)
    ):
        opening = scene.words.at(_first_of(said))
        if low[opening] in _PRONOUNS and opening <= place <= opening + 5:
            return said.speaker if scene.kinds.get(said.speaker) in ACTING else None
    near = low[max(places.start, place - 4) : place]
    kind = "state" if "it" in near else "person" if "he" in near or "she" in near else None
    owners = {scene.words.owner[at] for at in range(places.start, place)} - {-1}
    named = {scene.reading.mentions[one].actor for one in owners}
    named = {one for one in named if kind and scene.kinds.get(one or "") == kind}
    return next(iter(named)) if len(named) == 1 else None


def _first_of(said: Statement) -> int:
    return said.contents[0].start if said.contents else -1


def _is_another(scene: Scene, start: int, end: int, place: int) -> bool:
    """Tell whether somebody without a name is the subject: "Mr Roe said the conference had agreed to"."""
    low = scene.words.low
    after = range(scene.words.at(end), place)
    # "After they forced Roe out, rebel groups signed": a clause of its own stands before them.
    opened = not _OPENING.isdisjoint(low[start : start + 5])
    comma = max((at for at in after if low[at] == ","), default=None)
    if opened and comma is not None and "," not in low[after.start : comma]:
        rest = [word for word in low[comma + 1 : place] if word.isalpha()]
        if rest and rest[-1].endswith("s") and rest[0] not in _PRONOUNS | AUXILIARIES and not is_adverb(rest[-1]):
            return True
    told = next((at for at in reversed(after) if low[at] in SAYING), None)
    return told is not None and any(
        low[at] in ("the", "a", "an", "its", "his", "their") for at in range(told + 1, place)
    )


def _counted_of(scene: Scene, start: int) -> bool:
    """Tell whether a name only says whose the counted are: "the seven crewmen of the Petrel crossed"."""
    before = scene.article.text[max(0, start - 12) : start]
    found = re.search(r" of (?:the |its |their )?$", before)
    end = start - len(before) + found.start() if found else -1
    return any(one.span.end == end for one in scene.reading.figures)


def towards(scene: Scene, site: Site, end: int, by: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom it is done for: "hand over 50 prisoners to Arland", "pay the union"."""
    words = scene.words
    sources = ("to", "with", "from") if site.deed == "supply" else ("to", "with")
    aside = next((at for at in range(site.last + 1, end) if words.low[at] == ","), end)
    for step in range(site.last + 1, end):
        owner = words.owner[step]
        if step > aside and "with" in (words.low[step - 1], words.low[step - 2]):
            continue  # "out of the pass, a strip on the border with Arland"
        if owner >= 0 and words.low[step - 1] in (*sources, "the") and (actor := scene.party(owner)):
            if words.low[step - 1] == "the" and words.low[step - 2] not in sources:
                continue
            return () if actor in by else (actor,)
    return ()


def owner_of(scene: Scene, site: Site, places: range, *, passive: bool) -> tuple[str, ...]:
    """Return whose those are that "will be returned": "the crew of the Petrel, the Valmoran patrol boat"."""
    if not passive or site.deed != "release":
        return ()
    whose = {scene.adjectives[word] for word in scene.words.low[places.start : site.first] if word in scene.adjectives}
    return (whose.pop(),) if len(whose) == 1 else ()
