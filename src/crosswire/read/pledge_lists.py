"""What an accord has each side do as a report lists it: "Arland cuts its tests to 20% from 9 June", line by line."""

from collections.abc import Iterator

from crosswire.read.deeds import Site
from crosswire.read.grammar import BE, HAVE
from crosswire.read.narration import BULLET, MARK, PAPER
from crosswire.read.pledge_dates import dates_of
from crosswire.read.pledge_scene import Scene, figures_in
from crosswire.read.pledge_terms import TERM_FORMS
from crosswire.read.pledges_named import Named
from crosswire.text.stems import stem
from crosswire.text.verbs import lemma_of

# What becomes of a thing that an item is about.
_CHANGES = frozenset("ends falls rises drops stays goes begins starts gets receives keeps pulls hands sends".split())
# Characters before a list in which its paper is named, and words of an item to its verb.
_INTRO, _SUBJECT = 320, 9


def listed_terms(scene: Scene) -> dict[int, Named]:
    """Return what the items of a list under a paper's name have each side do, by the start of their sentence."""
    if not any("AGREE_JOINT" in (one.act, one.event) and one.realis == "actual" for one in scene.statements):
        return {}
    found: dict[int, Named] = {}
    text, opens = scene.article.text, False
    previous = False
    for number, sentence in enumerate(scene.reading.sentences):
        item = BULLET.search(text, max(0, sentence.start - MARK), sentence.start) is not None
        if item and not previous:
            before = text[max(0, sentence.start - _INTRO) : sentence.start]
            opens = scene.reading.paragraphs[number] != 0 and PAPER.search(before) is not None
        previous = item
        if item and opens:
            found.update((sentence.start, one) for one in _term(scene, scene.words.inside(sentence)))
    return found


def _term(scene: Scene, places: range) -> Iterator[Named]:
    """Yield what an item says of a side named first in it, or of its thing: with a count or a day to come."""
    low, owner = scene.words.low, scene.words.owner
    first = next((at for at in range(places.start, min(places.stop, places.start + 3)) if owner[at] >= 0), None)
    side = scene.party(owner[first]) if first is not None else None
    verb = next(
        (
            at
            for at in range(places.start + 1, min(places.stop, places.start + _SUBJECT))
            if _is_verb(scene, at, places)
        ),
        None,
    )
    if verb is None:
        return
    base = lemma_of(low[verb]) or low[verb]
    end = scene.clause_end(verb + 1, places)
    counted = figures_in(scene, scene.span(verb, end))
    if end - verb < 3 or not (counted or any(dates_of(scene, verb, end))):
        return
    by = (side,) if side is not None else ()
    # "Arland's levy falls": of the levy.
    start = (
        verb if first is not None and verb == scene.words.at(scene.reading.mentions[owner[first]].end) else places.start
    )
    yield Named(verb, Site(stem(base), start, verb, "base"), end, next(iter(counted), None), by, joint=not by)


def _is_verb(scene: Scene, at: int, places: range) -> bool:
    """Tell whether a word is the verb of an item: "cuts", "falls", "stays", or the one after its "will"."""
    low = scene.words.low
    if low[at - 1] in ("will", "shall"):
        return low[at] not in BE | HAVE
    named = low[at] in TERM_FORMS or low[at] in _CHANGES
    return named or any(one.form == "present" for one in scene.table.at(scene.words, at, places.stop))
