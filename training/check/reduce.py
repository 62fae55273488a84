"""Say a sentence otherwise without adding to it: parts left out, the speaker moved, names shortened or filled in."""

import random
import re
from collections.abc import Sequence

from plant import Name

_APPOSITIVE = re.compile(r", (?!and\b|or\b|but\b)[^,;:.\"“”]{4,70},(?= )")
_RELATIVE = re.compile(r", (?:which|who|where|whose|while|as|after|with|adding|saying) [^;:\"“”]{8,160}(?=[.]$)")
_OPENING = re.compile(
    r"^(?:On|In|At|After|Before|During|For|Since|As|But|And|Meanwhile|However|Still|Also|Earlier|Last|Late|Early|"
    r"Yesterday|Today|Later|Then|Now|So)\b[^,;:\"“”.]{0,60}, (?=[A-Za-z])"
)
_SAID = re.compile(
    r", (?:[A-Z][\w.’' -]{2,40}|he|she|they|officials|police) (?:said|says|told [\w ]{2,30})[^,;\"“”]{0,30}(?=[.]$)"
)
_SAID_THAT = re.compile(
    r"^((?:[A-Z][\w.’'-]*|the|of|a) ?(?:[\w.’'-]+ ){0,6}?)(said|says|added|announced|claimed) (?:that )?(?=\w)"
)
_BRACKETS = re.compile(r" \([^()]{1,80}\)")
_TAIL = re.compile(
    r" (?:on|in|at|during|after|before|because|despite|amid|following) (?!which|order)[^,;:\"“”]{3,60}(?=[.]$)"
)
_AND = re.compile(r",? (?:and|but) (?=(?:[a-z]+ed|was|were|is|has|had|said|will)\b)[^;:\"“”]{8,160}(?=[.]$)")
_LONG = {"U.S.": "United States", "U.N.": "United Nations", "EU": "European Union", "UK": "United Kingdom"}
_FILLERS = re.compile(
    r"\b(?:also|however|meanwhile|really|very|still|just|already|now|even|actually|simply|quite|recently) (?=\w)"
)


def reduce(sentence: str, names: Sequence[Name], everyone: Sequence[Name], draw: random.Random) -> str:
    """Return a sentence that follows from another one: some parts left out, some words put otherwise."""
    words = sentence
    steps = [_without(_APPOSITIVE, ""), _without(_RELATIVE, ""), _opened, _without(_SAID, ""), _without(_BRACKETS, "")]
    steps += [_without(_TAIL, ""), _without(_AND, ""), _without(_FILLERS, ""), _moved]
    for step in draw.sample(steps, draw.choice((2, 3, 4, 6))):
        changed = step(words)
        if len(changed.split()) >= 5:
            words = changed
    if draw.random() < 0.5:
        words = _renamed(words, names, everyone, draw)
    for short, long in _LONG.items():
        if draw.random() < 0.3 and f" {short} " in words:
            words = words.replace(f" {short} ", f" {long} ", 1)
    words = words.strip()
    return words[:1].upper() + words[1:]


def named(sentence: str, person: str) -> str | None:
    """Put a name in the place of the pronoun that opens a sentence."""
    found = re.match(r"(He|She|They) (?=\w)", sentence)
    return f"{person} {sentence[found.end() :]}" if found else None


def _without(pattern: re.Pattern[str], by: str):  # type: ignore[no-untyped-def]
    return lambda words: pattern.sub(by, words, count=1)


def _opened(words: str) -> str:
    found = _OPENING.match(words)
    return words[found.end() :] if found else words


def _moved(words: str) -> str:
    """Put who said it behind what was said."""
    found = _SAID_THAT.match(words)
    if not found or len(words) - found.end() < 25 or '"' in words or "“" in words:
        return words
    said = words[found.end() :].rstrip(". ")
    return f"{said[:1].upper()}{said[1:]}, {found[1].strip()} {found[2]}."


def _renamed(words: str, names: Sequence[Name], everyone: Sequence[Name], draw: random.Random) -> str:
    """Shorten a person's name to the last part of it, or give the whole name that the text has for it."""
    people = [one.words for one in names if one.kind == "person" and one.words in words]
    if not people:
        return words
    old = draw.choice(people)
    if " " in old:
        return words.replace(old, old.split()[-1], 1)
    whole = sorted(
        {one.words for one in everyone if one.kind == "person" and one.words.split()[-1] == old != one.words}
    )
    return words.replace(old, whole[0], 1) if len(whole) == 1 else words
