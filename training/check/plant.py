"""Plant one error in a claim: the kinds of BUMP's list and a few more, each a stretch of words that no source holds."""

import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from crosswire.check.meanings import meanings
from crosswire.text.tokens import STOP
from crosswire.text.verbs import irregular_pasts, lemma_of

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBER = re.compile(r"\b\d[\d,.]*\b(?<![.,])")
_TAIL = re.compile(r" (?:in|on|at|after|before|for|because|during|with|from|by|to|while|despite|amid|over) (?=\w)")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = tuple(
    "January February March April June July August September October November December".split()
)  # "May" is a verb too
_NOT = ("was", "were", "is", "are", "has", "have", "will", "would", "could", "can", "had", "did", "should")
_HEDGES = ("may have ", "nearly ", "never ", "is expected to have ", "had not ", "almost ")
# A word in another's place is one of like use: not the same in meaning, and not from another world.
_LIKEST, _UNLIKEST = 0.55, 0.12


class Name(NamedTuple):
    """A name and its kind, as the trained reader tells them."""

    words: str
    kind: str


class Planted(NamedTuple):
    """A claim with an error in it: its words, where they are wrong, and what kind of error it is."""

    words: str
    wrong: tuple[tuple[int, int], ...]
    kind: str


class Ground(NamedTuple):
    """What errors are made of: the source's own sentences and names, and those of all others."""

    sentences: Sequence[str]
    names: Sequence[Name]
    strange: Sequence[str]
    pools: "Pools"


class Pools:
    """Names by kind and words by their ending, over all texts."""

    def __init__(self, sentences: Iterable[str], names: Iterable[Name]) -> None:
        """Count."""
        self.names: dict[str, list[str]] = defaultdict(list)
        for name in sorted(set(names)):
            self.names[name.kind].append(name.words)
        counts = Counter(word for sentence in sentences for word in _WORD.findall(sentence) if word.islower())
        self.deeds: dict[str, list[str]] = defaultdict(list)
        self.things: dict[str, list[str]] = defaultdict(list)
        for word, count in sorted(counts.items()):
            if count >= 6 and len(word) > 3 and word not in STOP:
                (self.deeds if is_deed(word) else self.things)[word[-2:]].append(word)


def is_deed(word: str) -> bool:
    """Tell whether a word looks like a verb."""
    return bool(lemma_of(word)) or word in irregular_pasts() or word.endswith(("ed", "ing"))


@cache
def opposites() -> dict[str, list[str]]:
    """Return the words that turn a claim round, each with those it may be put for."""
    rows = tomllib.loads((Path(__file__).parent / "antonyms.toml").read_text(encoding="utf-8"))["pairs"]
    found: dict[str, list[str]] = defaultdict(list)
    for pair in rows.replace("\n", "|").strip("|").split("|"):
        one, other = pair.split()
        found[one].append(other)
    return found


def plant(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Planted | None:
    """Return the claim with an error of a kind drawn at random, the first of some that fits."""
    for _ in range(8):
        kind = draw.choices(list(KINDS), weights=[KINDS[one][1] for one in KINDS])[0]
        found = KINDS[kind][0](claim, names, ground, draw)
        if found and found[0] != claim:
            return Planted(found[0], found[1], kind)
    return None


Found = tuple[str, tuple[tuple[int, int], ...]] | None
Planter = Callable[[str, Sequence[Name], Ground, random.Random], Found]


def _put(claim: str, start: int, end: int, words: str) -> Found:
    if claim[start:end] == words:
        return None
    return claim[:start] + words + claim[end:], ((start, start + len(words)),)


def _at(claim: str, words: str) -> int:
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", claim)
    return found.start() if found else -1


def _fit(names: Iterable[str], old: str) -> list[str]:
    parts = set(old.lower().split())
    return [one for one in names if not parts & set(one.lower().split())]


def _name(pool: Callable[[Ground, str], list[str]]) -> Planter:
    def planter(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
        if not names:
            return None
        old = draw.choice(names)
        fitting = _fit(pool(ground, old.kind), old.words)
        place = _at(claim, old.words)
        return _put(claim, place, place + len(old.words), draw.choice(fitting)) if fitting and place >= 0 else None

    return planter


def _roles(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
    people = [one for one in names if one.kind in ("person", "organisation", "place", "group")]
    pairs = [
        (a.words, b.words)
        for a in people
        for b in people
        if 0 <= _at(claim, a.words) < _at(claim, b.words) - len(a.words) and (a.kind == b.kind or draw.random() < 0.3)
    ]
    if not pairs:
        return None
    a, b = draw.choice(pairs)
    first, last = _at(claim, a), _at(claim, b)
    words = claim[:first] + b + claim[first + len(a) : last] + a + claim[last + len(b) :]
    moved = last + len(b) - len(a)
    return words, ((first, first + len(b)), (moved, moved + len(a)))


def _number(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
    mine = list(_NUMBER.finditer(claim))
    if not mine:
        return None
    old = draw.choice(mine)
    theirs = sorted({one for sentence in ground.sentences for one in _NUMBER.findall(sentence)} - {old.group()})
    if theirs and draw.random() < 0.4:
        return _put(claim, *old.span(), draw.choice(theirs))
    digits = [at for at, sign in enumerate(old.group()) if sign.isdigit()]
    at = draw.choice(digits)
    new = draw.choice([sign for sign in "123456789" if sign != old.group()[at]])
    return _put(claim, *old.span(), old.group()[:at] + new + old.group()[at + 1 :])


def _date(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
    for group in draw.sample((_DAYS, _MONTHS), 2):
        held = [one for one in group if _at(claim, one) >= 0]
        if held:
            place = _at(claim, held[0])
            return _put(claim, place, place + len(held[0]), draw.choice([one for one in group if one != held[0]]))
    return None


def _word(is_mine: Callable[[str], bool], pool: Callable[[Ground, str], list[str]]) -> Planter:
    def planter(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
        mine = [
            one
            for one in _WORD.finditer(claim)
            if one.group().islower() and len(one.group()) > 3 and one.group() not in STOP and is_mine(one.group())
        ]
        if not mine:
            return None
        old = draw.choice(mine)
        fitting = pool(ground, old.group())
        some = draw.sample(fitting, min(14, len(fitting)))
        vector = meanings().of(old.group())
        some = [one for one in some if _UNLIKEST <= float(np.dot(meanings().of(one), vector)) <= _LIKEST]
        return _put(claim, *old.span(), draw.choice(some)) if some else None

    return planter


def _own_words(is_mine: Callable[[str], bool]) -> Callable[[Ground, str], list[str]]:
    def pool(ground: Ground, old: str) -> list[str]:
        held = {one for sentence in ground.sentences for one in _WORD.findall(sentence) if one.islower()}
        return sorted(
            one
            for one in held
            if one[-2:] == old[-2:] and one != old and len(one) > 3 and one not in STOP and is_mine(one)
        )

    return pool


def _is_thing(word: str) -> bool:
    return not is_deed(word)


def _opposite(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
    mine = [one for one in _WORD.finditer(claim) if one.group() in opposites()]
    if not mine:
        return None
    old = draw.choice(mine)
    return _put(claim, *old.span(), draw.choice(opposites()[old.group()]))


def _negation(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
    for gone in (" not ", "n't ", " never ", " no "):
        if gone in claim:
            place = claim.index(gone)
            words = claim[:place] + " " + claim[place + len(gone) :]
            before = claim.rfind(" ", 0, place) + 1
            after = words.find(" ", place + 1)
            return words, ((before, after if after > 0 else len(words)),)
    held = [word for word in _NOT if f" {word} " in claim]
    if not held:
        return None
    word = draw.choice(held)
    place = claim.index(f" {word} ") + 1
    return claim[: place + len(word)] + " not" + claim[place + len(word) :], ((place, place + len(word) + 4),)


def _hedge(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
    deeds = [one for one in _WORD.finditer(claim) if one.group().endswith("ed") and one.start() > 3]
    if not deeds:
        return None
    deed = draw.choice(deeds)
    return _put(claim, *deed.span(), draw.choice(_HEDGES) + deed.group())


def _added(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
    pool = ground.sentences if draw.random() < 0.5 else ground.strange
    for sentence in draw.sample(list(pool), min(6, len(pool))):
        cut = list(_TAIL.finditer(sentence))
        if cut:
            tail = sentence[draw.choice(cut).start() :].rstrip(".!?\"'”’ ,;:")
            if 3 <= len(tail.split()) <= 12 and tail.strip() not in claim:
                base = claim.rstrip(".!? ")
                return base + tail + ".", ((len(base) + 1, len(base) + len(tail)),)
    return None


def _tail(claim: str, names: Sequence[Name], ground: Ground, draw: random.Random) -> Found:
    """Put another sentence's time, place or cause in the place of the claim's own."""
    mine = [one for one in _TAIL.finditer(claim) if 2 <= len(claim[one.start() :].split()) <= 9]
    if not mine:
        return None
    cut = draw.choice(mine)
    word = cut.group().strip()
    pool = [*ground.sentences, *draw.sample(list(ground.strange), min(20, len(ground.strange)))]
    theirs = [
        sentence[one.start() :].rstrip(".!?\"'”’ ,;:")
        for sentence in pool
        for one in _TAIL.finditer(sentence)
        if one.group().strip() == word
    ]
    theirs = [one for one in theirs if 2 <= len(one.split()) <= 9 and one.strip() not in claim]
    return _put(claim, cut.start() + 1, len(claim), draw.choice(theirs).strip() + ".") if theirs else None


KINDS: dict[str, tuple[Planter, float]] = {
    "own name": (_name(lambda ground, kind: sorted({one.words for one in ground.names if one.kind == kind})), 3.0),
    "strange name": (_name(lambda ground, kind: ground.pools.names[kind]), 1.5),
    "roles": (_roles, 2.5),
    "number": (_number, 1.5),
    "date": (_date, 0.7),
    "own deed": (_word(is_deed, _own_words(is_deed)), 2.0),
    "strange deed": (_word(is_deed, lambda ground, old: ground.pools.deeds[old[-2:]]), 2.0),
    "own thing": (_word(_is_thing, _own_words(_is_thing)), 1.5),
    "strange thing": (_word(_is_thing, lambda ground, old: ground.pools.things[old[-2:]]), 1.5),
    "opposite": (_opposite, 3.0),
    "negation": (_negation, 1.2),
    "hedge": (_hedge, 0.6),
    "added": (_added, 1.2),
    "tail": (_tail, 1.5),
}
