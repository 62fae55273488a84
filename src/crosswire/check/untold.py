"""The verb of a statement's main deed where no source has it or one like it: "thanked" for one who only denied."""

from collections.abc import Sequence

from crosswire.check.doers import untold_doing
from crosswire.check.library import Library, Unit
from crosswire.check.meanings import meanings
from crosswire.check.roles import verb_after
from crosswire.check.statements import Stated
from crosswire.model import Difference, Reading, Span
from crosswire.text.tokens import terms
from crosswire.text.verbs import lemma_of
from crosswire.weigh.synonyms import canonical

# Below this cosine to every word of the evidence a verb tells of something else.
_LIKE = 0.45
# Verbs that say little by themselves, and those that only tell who speaks.
_LIGHT = frozenset(
    str.split("""
    be have do make take get go come give hold remain become begin start continue keep see find put set let help need
    want seek hope plan try use call act serve lead show mean allow leave stay face feel know think believe expect
    say tell add insist argue claim note warn stress confirm announce declare state report reveal explain describe
    suggest acknowledge admit maintain reiterate repeat agree accept reject refuse deny dismiss decline propose offer
    demand urge ask call appeal threaten vow pledge promise welcome criticise criticize condemn accuse blame praise
    """)
)
_STEMS = frozenset(stem for word in _LIGHT for stem in terms(word))
_PARTICLES = frozenset("up down off out away back over in on through with to for about into".split())


def untold_difference(
    stated: Stated, text: str, units: Sequence[Unit], pool: Sequence[Unit], reading: Reading, library: Library
) -> Difference | None:
    """Return the first verb of somebody named in a statement that no sentence that bears on it has."""
    keys = frozenset(key for unit in pool for key in (*unit.keys, *unit.near))
    for one in reading.mentions:
        if one.kind == "pronoun" or not stated.span.covers(one.span):
            continue
        verb = verb_after(text, stated.span, one.span)
        if verb is None or _is_light(text, verb) or keys.intersection(_keys(verb.of(text))):
            continue
        quoted = any(quote.span.covers(verb) for quote in stated.quotes)
        if not quoted and not _is_like(verb.of(text), units, library):
            note = f"no source has “{verb.of(text)}” of it"
            return Difference("words", verb, verb.of(text), None, note)
    return untold_doing(stated, text, pool, library)


def _keys(verb: str) -> frozenset[str]:
    word = verb.lower()
    return frozenset(canonical(terms(word))) | frozenset(canonical(terms(lemma_of(word) or word)))


def _is_light(text: str, verb: Span) -> bool:
    word = verb.of(text).lower()
    following = text[verb.end : verb.end + 12].split()
    stems = {lemma_of(word) or word, word, *terms(word)}
    light = any(stem in _LIGHT or stem in _STEMS for stem in stems)
    return light or (bool(following) and following[0].strip(".,;") in _PARTICLES)


def _is_like(verb: str, units: Sequence[Unit], library: Library) -> bool:
    vector = meanings().of(verb.lower())
    return any(float((library.vectors(unit) @ vector).max(initial=0.0)) >= _LIKE for unit in units)
