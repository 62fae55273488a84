"""What somebody undertakes or does, as the packs name it: the verbs and nouns of each deed, and what it is done to."""

from collections.abc import Iterator, Mapping

import msgspec

from crosswire.packs import Packs
from crosswire.read.stops import is_short_stop
from crosswire.read.words import Words, split_words
from crosswire.text.stems import singular
from crosswire.text.verbs import all_forms, verb_forms

# Words between a deed and what it is done to ("hand over the first group of 50 wounded prisoners").
REACH = 12
_STOPS = frozenset({".", ";", ":", "?", "!", "—", "–", "who", "which", "while", "because", "after", "before"})
# Past these stands where a deed is done, not what it is done to: "opened fire on the road".
_PLACING = frozenset({"on", "at", "in", "near", "over", "against", "with"})


class Site(msgspec.Struct, frozen=True, gc=False):
    """A deed named at words `first` to `last`: by its verb (in which form) or, form "noun", by a noun."""

    deed: str
    first: int
    last: int
    form: str


class DeedTable(msgspec.Struct, frozen=True):
    """
    The packs' deeds by the first word of what names them; `pledging` maps forms of binding verbs to their form.

    A sentence with none of the words in `marks` names no deed and binds nobody. `peoples` are what the people of the
    packs' sides are called: who is freed may be counted as "200 Peruvians".
    """

    by_word: Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    objects: Mapping[str, frozenset[str]]
    pledging: Mapping[str, str]
    accords: frozenset[str]
    marks: frozenset[str]
    peoples: frozenset[str] = frozenset()
    # What is promised by its noun ("an inquiry"), verbs of undertakings, and what is no promise but a threat.
    nouns: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    threats: frozenset[str] = frozenset()

    def at(self, words: Words, place: int, stop: int) -> list[Site]:
        """Return the deeds that the words from `place` may name, the longest name first."""
        found = []
        for rest, deed, form in self.by_word.get(words.low[place], ()):
            last = place + len(rest)
            if last < stop and tuple(words.low[place + 1 : last + 1]) == rest:
                found.append(Site(deed, place, last, form))
        return found

    def takes(self, deed: str, word: str) -> bool:
        """Tell whether `word` names something the deed is done to."""
        return singular(word.rpartition("-")[2]) in self.objects.get(deed, ()) or word in self.objects.get(deed, ())


_tables: dict[str, DeedTable] = {}


def deed_table(packs: Packs) -> DeedTable:
    """
    Return the deeds of `packs`, gathered once for each digest.

    >>> from crosswire.packs import load
    >>> deed_table(load("negotiation")).accords >= {"deal", "pact"}
    True
    """
    if packs.digest not in _tables:
        _tables[packs.digest] = _table(packs)
    return _tables[packs.digest]


def _table(packs: Packs) -> DeedTable:
    by_word: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for name in sorted(packs.lexicon):
        kind, _, deed = name.partition(":")
        if kind not in ("deed", "deed-noun") or not deed:
            continue
        for entry in packs.words(name):
            for form, spelt in _spelt(entry) if kind == "deed" else (("noun", entry), ("noun", entry + "s")):
                first, *rest = split_words(spelt)
                by_word.setdefault(first, []).append((tuple(rest), deed, form))
    pledging = {form: kind for verb in packs.words("pledging") for kind, form in _spelt(verb)}
    return DeedTable(
        {word: tuple(sorted(set(entries), key=lambda one: (-len(one[0]), one))) for word, entries in by_word.items()},
        {
            name.partition(":")[2]: frozenset(packs.words(name))
            for name in packs.lexicon
            if name.startswith("deed-object:")
        },
        pledging,
        frozenset(packs.words("accords")),
        frozenset([*by_word, *pledging]),
        frozenset(word.lower() for actor in packs.actors if actor.kind == "state" for word in actor.adjectives),
        frozenset(one for word in packs.words("pledged-nouns") for one in (word, word + "s")),
        frozenset(packs.words("pledged-verbs")),
        frozenset(packs.words("pledge-threats")),
    )


def _spelt(verb: str) -> Iterator[tuple[str, str]]:
    """Yield every spelling of a verb with its form; a form that is also the past counts as the past."""
    forms = verb_forms(verb)
    named = {forms.past: "past", forms.participle: "past", forms.gerund: "gerund", forms.third: "present"}
    named = {forms.base: "base"} | named
    for spelt in all_forms(verb):
        named.setdefault(spelt, "gerund" if spelt.split()[0].endswith("ing") else "past")
    for spelt, form in named.items():
        yield form, spelt


def object_of(words: Words, table: DeedTable, site: Site, stop: int, *, back: int | None = None) -> int | None:
    """Return the word that names what a deed is done to, after it or, from `back` on, before it; None without one."""
    last = min(stop, site.last + 1 + REACH)
    for place in range(site.last + 1, last):
        stops = words.low[place] in _STOPS and not is_short_stop(words.low, place)
        if stops or (words.low[place] in _PLACING and site.form != "noun"):
            break
        if table.takes(site.deed, words.low[place]):
            return place
    if back is not None:
        for place in range(site.first - 1, max(back, site.first - REACH) - 1, -1):
            if words.low[place] in _STOPS:
                break
            if table.takes(site.deed, words.low[place]):
                return place
    return None
