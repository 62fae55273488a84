"""Act cues: the packs' verbs, phrases and nouns compiled into one table, and found in a sentence's words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from crosswire.packs import PackAct, Packs
from crosswire.read.contexts import Contexts
from crosswire.read.cue_senses import sense_of
from crosswire.read.grammar import AUXILIARIES, BE, HAVE, SUBJECT_PRONOUNS, is_adverb
from crosswire.read.verbhood import is_verb
from crosswire.read.words import Words, split_words
from crosswire.text.verbs import all_forms, verb_forms

CueKind = Literal["verb", "phrase", "noun"]
# Words that a `*` inside a pattern may stand for: an object with a title and a name, measured on news.
_GAP = 6
_LONGEST_GAP = 20
_STOPS = frozenset(".;:!?")
_AND = frozenset({"and", "but"})
# Subjects that are never objects: what follows right after them is a verb.
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "who"})
# The suffix of a pack's entry whose cues count only in what somebody says, as his own act.
_VOICED = ".voiced"


class Cue(msgspec.Struct, frozen=True, gc=False):
    """
    An act's cue in a text: word indexes first to last, the word that is the verb, and how it stands.

    `form` is the verb's form; `passive` is true for "were released"; `event` is the pack's flag. A `voiced` cue is
    the act of whoever says it, whatever its subject: "a summit would be premature" rejects only in somebody's mouth.
    """

    act: str
    kind: CueKind
    first: int
    last: int
    priority: int
    event: bool
    form: str = ""
    passive: bool = False
    voiced: bool = False


class _Pattern(msgspec.Struct, frozen=True, gc=False):
    entry: int
    kind: CueKind
    rest: tuple[str, ...]
    form: str
    second: str


class ActTable(msgspec.Struct, frozen=True):
    """
    Packs' acts, compiled: patterns by first word, those that may match by the first two, and entries' context tests.

    Patterns that any word may follow are in every pair of their first word, and alone in its pair with "".
    `adjectives` are the packs' one-word adjectives of states ("Chilean"), lower case, with the state's id.
    """

    entries: tuple[PackAct, ...]
    by_word: dict[str, tuple[_Pattern, ...]]
    by_pair: dict[tuple[str, str], tuple[_Pattern, ...]]
    needs: tuple[Contexts | None, ...]
    bars: tuple[Contexts | None, ...]
    adjectives: dict[str, str] = {}


_tables: dict[str, ActTable] = {}
_move_tables: dict[str, ActTable] = {}


def act_table(packs: Packs) -> ActTable:
    """Return the compiled acts of `packs`, compiled once for each digest."""
    table = _tables.get(packs.digest)
    if table is None:
        table = _tables[packs.digest] = _compile(packs.acts, _adjectives(packs))
    return table


def move_table(packs: Packs) -> ActTable:
    """Return the compiled moves of `packs`: words that take a stand in a clause, compiled once for each digest."""
    table = _move_tables.get(packs.digest)
    if table is None:
        table = _move_tables[packs.digest] = _compile(packs.moves, {})
    return table


def cue_acts(packs: Packs) -> dict[str, str]:
    """Return the act each reporting word performs by itself ("accuse": ACCUSE)."""
    return {cue.lemma: cue.act for cue in packs.speech if cue.act}


def attitudes(packs: Packs) -> frozenset[str]:
    """Return the reporting words for what is thought or wanted rather than said ("fear", "oppose")."""
    return frozenset(cue.lemma for cue in packs.speech if cue.attitude)


def find_cues(words: Words, places: range, table: ActTable, marked: Sequence[int]) -> list[Cue]:
    """
    Return the act cues among the words at `places`, in text order, longest first where several start together.

    A cue inside a longer one is left out, as is a noun that only looks like a verb ("the attacks", "an offer").
    `marked` are the words of the whole text that some cue starts with, in order.
    """
    found: list[Cue] = []
    by_pair, low, stop = table.by_pair, words.low, places.stop
    for place in marked[bisect_left(marked, places.start) : bisect_left(marked, stop)]:
        following = low[place + 1] if place + 1 < stop else ""
        for pattern in by_pair.get((low[place], following)) or by_pair[low[place], ""]:
            last = _match(words, place, stop, pattern.rest) if pattern.rest else place
            if last is not None:
                cue = _cue(words, place, last, pattern, table, places)
                if cue is not None:
                    found.append(cue)
    if len(found) > 1:
        found.sort(key=lambda cue: (cue.first, cue.first - cue.last, -cue.priority, cue.act))
        return _without_inner(found)
    return found


def _without_inner(cues: Sequence[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    for cue in cues:
        if kept and cue.first == kept[-1].first:
            continue
        if kept and cue.last <= kept[-1].last and cue.kind != "verb" and cue.priority <= kept[-1].priority:
            continue
        kept.append(cue)
    return kept


def _match(words: Words, place: int, stop: int, rest: Sequence[str]) -> int | None:
    """Return the index of the pattern's last word when `rest` follows `place`, None when it does not."""
    low = words.low
    at = place
    gap = False
    for word in rest:
        if word == "*":
            gap = True
            continue
        if not gap:
            at += 1
            if at >= stop or low[at] != word:
                return None
            continue
        found = _beyond_gap(words, at + 1, stop, word)
        if found is None:
            return None
        at = found
        gap = False
    return at


def _beyond_gap(words: Words, start: int, stop: int, wanted: str) -> int | None:
    """Return where `wanted` follows within the gap; words of names do not count ("asked Director Dan Coats to")."""
    if wanted not in words.low[start : start + _LONGEST_GAP]:
        return None
    left = _GAP
    for step in range(start, min(stop, start + _LONGEST_GAP)):
        word = words.low[step]
        if word == wanted:
            return step
        if word in _STOPS or (word in _AND and words.low[step + 1].endswith("ed")):
            return None  # "carried out the raid and called the strikes ...": another verb follows
        if (word == "but" and words.low[step - 1] == ",") or (word == "that" and wanted == "to"):
            return None  # "wants trade, but Arland agreed to", "told them that it had refused to": another clause
        if word in SUBJECT_PRONOUNS and words.low[step + 1] in AUXILIARIES:
            return None  # "reiterated he would not accept demands": a clause of its own
        left -= words.owner[step] < 0
        if left < 0:
            return None
    return None


def _cue(words: Words, place: int, last: int, pattern: _Pattern, table: ActTable, places: range) -> Cue | None:
    entry = table.entries[pattern.entry]
    passive = False
    if pattern.kind == "verb":
        if not is_verb(words, place, pattern.form, places.start):
            return None
        passive = pattern.form in ("past", "participle") and is_passive(words, place, places)
        if passive and not entry.passive:
            return None
    elif pattern.kind == "noun" and place > places.start and words.low[place - 1] in _SUBJECTS:
        return None  # "we pledge to": no noun follows its subject so
    if not _context(words, place, table.needs[pattern.entry], table.bars[pattern.entry], places):
        return None
    act = sense_of(words, entry.id.partition(".")[0], place, last, passive=passive, places=places)
    if act is None:
        return None
    voiced = entry.id.endswith(_VOICED)
    return Cue(act, pattern.kind, place, last, entry.priority, entry.event, pattern.form, passive, voiced)


def _context(words: Words, place: int, needs: Contexts | None, bars: Contexts | None, places: range) -> bool:
    if needs is None and bars is None:
        return True
    # The clause is not known yet; 14 words either side are about one clause in news and keep this linear.
    clause = " " + words.join(max(places.start, place - 14), min(places.stop, place + 15))
    if needs is not None and not needs.is_in(clause):
        return False
    if bars is None:
        return True
    # A bar speaks of this very cue when it overlaps its surroundings of six words.
    near = " " + words.join(max(places.start, place - 5), min(places.stop, place + 7))
    return not bars.is_in(near)


def is_barred(words: Words, place: int, places: range, table: ActTable, act: str) -> bool:
    """Tell whether `act` knows the word at `place` as a verb of its own, and every entry's context bars it here."""
    patterns = [
        one
        for one in table.by_word.get(words.low[place], ())
        if one.kind == "verb" and table.entries[one.entry].id.partition(".")[0] == act
    ]
    tests = [(table.needs[one.entry], table.bars[one.entry]) for one in patterns]
    if tests and sense_of(words, act, place, place, passive=False, places=places) is None:
        return True
    return bool(tests) and not any(_context(words, place, needs, bars, places) for needs, bars in tests)


def is_passive(words: Words, place: int, places: range) -> bool:
    """Tell whether the participle at `place` is passive: after a form of "be", or bare before "by"."""
    low = words.low
    if low[place] == "opposed" and place + 1 < places.stop and low[place + 1] == "to":
        return False  # "Arland is opposed to it": Arland opposes it
    for step in range(place - 1, max(places.start, place - 5) - 1, -1):
        word = low[step]
        if word in BE:
            # "has 's" is ambiguous: "'s" counts as "is" only when it does not follow a name ("Russia's struck").
            return word != "'s" or low[step - 1] in {"it", "he", "she", "that", "there", "who"}
        if word in HAVE or not (is_adverb(word) or word in AUXILIARIES or word in {"not", "'t", "never"}):
            break
    if _follows_passive(low, place, places):
        return True
    following = low[place + 1] if place + 1 < places.stop else ""
    before = low[place - 1] if place > places.start else ""
    return following == "by" and before not in HAVE and before not in {"he", "she", "they", "it", "we", "i"}


def _follows_passive(low: Sequence[str], place: int, places: range) -> bool:
    """Tell whether a participle goes on with one before it: "could be censured, ordered to stop and fined"."""
    if place - 3 < places.start or low[place - 1] not in (",", "and", "or") or not low[place].endswith("ed"):
        return False
    other = place - 2 - (low[place - 2] == ",")
    return low[other].endswith("ed") and low[other - 1] == "be"


def _compile(acts: Sequence[PackAct], adjectives: dict[str, str]) -> ActTable:
    by_word: dict[str, list[_Pattern]] = {}

    def add(entry: int, kind: CueKind, tokens: Sequence[str], form: str = "") -> None:
        second = tokens[1] if len(tokens) > 1 and tokens[1] != "*" else ""
        by_word.setdefault(tokens[0], []).append(_Pattern(entry, kind, tuple(tokens[1:]), form, second))

    for entry, act in enumerate(acts):
        for lemma in act.verbs:
            verb, *others = lemma.split()
            rest = _rest(others)
            for tokens, name in _forms(verb):
                add(entry, "verb", [*tokens, *rest], name)
        for phrase in act.phrases:
            add(entry, "phrase", split_words(phrase))
        for noun in act.nouns:
            add(entry, "noun", split_words(noun))
    return ActTable(
        tuple(acts),
        {word: tuple(patterns) for word, patterns in by_word.items()},
        {pair: patterns for word, every in by_word.items() for pair, patterns in _pairs(word, every)},
        tuple(Contexts(act.needs) if act.needs else None for act in acts),
        tuple(Contexts(act.bars) if act.bars else None for act in acts),
        adjectives,
    )


def _pairs(word: str, patterns: Sequence[_Pattern]) -> Iterator[tuple[tuple[str, str], tuple[_Pattern, ...]]]:
    for second in {"", *[one.second for one in patterns]}:
        yield (word, second), tuple([one for one in patterns if one.second in ("", second)])


# "The Chinese", "the British": the plural is the adjective itself.
_NO_PLURAL = ("s", "se", "sh", "ch")


def _adjectives(packs: Packs) -> dict[str, str]:
    """Return the one-word adjectives of states, and what their people are called after them: "Peruvians"."""
    states = [actor for actor in packs.actors if actor.kind == "state"]
    listed = {word.lower(): actor.id for actor in states for word in actor.adjectives if " " not in word}
    plural = {f"{word}s": state for word, state in listed.items() if not word.endswith(_NO_PLURAL)}
    return {**plural, **listed}


def _rest(parts: Sequence[str]) -> list[str]:
    return [word for part in parts for word in (["*"] if part == "*" else split_words(part))]


# Two verbs in three stand in several entries.
@cache
def _forms(verb: str) -> tuple[tuple[list[str], str], ...]:
    return tuple((split_words(form), name) for form, name in _named_forms(verb))


def _named_forms(verb: str) -> list[tuple[str, str]]:
    head, hyphen, tail = verb.rpartition("-")
    if hyphen and tail:
        return [(f"{head}-{form}", name) for form, name in _named_forms(tail)]
    forms = verb_forms(verb)
    named = {forms.gerund: "gerund", forms.participle: "participle", forms.past: "past", forms.third: "third"}
    named[forms.base] = "past" if forms.base == forms.past else "base"
    for form in all_forms(verb):
        named.setdefault(form, "gerund" if form.endswith("ing") else "past")
    return sorted(named.items())
