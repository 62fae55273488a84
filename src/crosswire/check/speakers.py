"""Who the report says said it, against who the sources say said it."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from crosswire.check.library import Library, Unit
from crosswire.check.words import Word, keys_of
from crosswire.model import Actor, Article, Attribution, Difference, Evidence, Reading, Span
from crosswire.weigh.spelling import fold, plain

# What somebody is said to have said is the same thing when this much of its words is.
SAME_WORDS = 0.6
_KINDS = frozenset({"person", "body", "state", "group"})
# Words that put a quotation in somebody's mouth without a verb of saying: "in the words of", "for Mayor Rehn it was".
_BEFORE = re.compile(r"(?:\bin the words of|\bfor|\bas)\s(?:the\s)?(?:[\w.-]{1,20}\s){0,3}$", re.IGNORECASE)
_AFTER = re.compile(r"(?:['’]s?|(?<=['’]s))\s(?:own\s)?(?:words|phrase|formula|verdict)\b|\s?:")


class Speaker(msgspec.Struct, frozen=True):
    """Somebody who says something: the words for them in their article, and whom those name, if anybody."""

    words: str
    span: Span
    actor: Actor | None
    unnamed: bool


class Voices:
    """The actors of the sources by every name they go by, so that two texts' speakers can be compared."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        """Index the unified actors."""
        self._by_name: dict[str, list[Actor]] = {}
        self._by_last: dict[str, list[Actor]] = {}
        self._by_id: dict[str, Actor] = {}
        for actor in sorted(actors, key=lambda one: one.id):
            self._by_id[actor.id] = actor
            for name in sorted({actor.name, *actor.names}):
                self._by_name.setdefault(fold(name), []).append(actor)
                if actor.kind == "person" and plain(name):
                    held = self._by_last.setdefault(fold(plain(name).split()[-1]), [])
                    if actor not in held:
                        held.append(actor)

    def known(self, actor: Actor) -> Actor:
        """Return the sources' own actor for one read elsewhere, itself when they know none."""
        for name in (actor.name, *actor.names):
            found = self._by_name.get(fold(name), [])
            if len({one.id for one in found}) == 1:
                return found[0]
        if actor.kind == "person" and plain(actor.name):
            found = self._by_last.get(fold(plain(actor.name).split()[-1]), [])
            if found and len(plain(actor.name).split()) == 1:
                return max(found, key=lambda one: (len(one.names), one.id))
        return self._by_id.get(actor.id, actor)

    def person(self, name: str) -> Actor | None:
        """Return the person whom a whole name or a surname names, None when it names several or somebody else."""
        plainly = name.removesuffix("’s").removesuffix("'s")
        found = self._by_name.get(fold(plainly)) or self._by_last.get(fold(plainly), [])
        return found[0] if len({one.id for one in found}) == 1 and found[0].kind == "person" else None

    def same(self, one: Actor, other: Actor) -> bool:
        """Tell whether two speakers may be one voice: the same actor, or one of them the side of the other."""
        a, b = self.known(one), self.known(other)
        if a.id == b.id or fold(a.name) == fold(b.name):
            return True
        lasts = {fold(plain(x.name).split()[-1]) for x in (a, b) if plain(x.name)}
        if a.kind == b.kind == "person":
            firsts = [plain(x.name).split()[0] for x in (a, b) if len(plain(x.name).split()) > 1]
            return len(lasts) == 1 and (len(firsts) < 2 or fold(firsts[0]) == fold(firsts[1]))
        # A ministry, a delegation and a minister speak for their state.
        return (a.party or a.id) == (b.party or b.id)


def speaker_of(attribution: Attribution, article: Article, reading: Reading) -> Speaker | None:
    """Return who says what an attribution holds; None when the article says so itself."""
    if attribution.source is None and attribution.speaker is None:
        return None
    actors = {one.id: one for one in reading.actors}
    actor = actors.get(attribution.speaker or "")
    # In an interview the speaker is named once, above all answers.
    span = attribution.source or attribution.contents[0]
    if attribution.source is None and actor is not None:
        return Speaker(actor.name, span, actor, unnamed=False)
    return Speaker(span.of(article.text), span, actor if actor and actor.kind in _KINDS else None, attribution.unnamed)


def voiced(quoted: Span, words: Sequence[Word], article: Article, voices: Voices) -> Speaker | None:
    """Return the one person of the sources, named among the words, in whose mouth a quotation is put without a verb."""
    named: dict[str, tuple[Actor, Span]] = {}
    names = [word for word in words if word.is_name and not quoted.start <= word.start < quoted.end]
    for at, word in enumerate(names):
        for last in names[at : at + 4]:
            span = Span(word.start, last.end)
            actor = voices.person(span.of(article.text))
            if actor is not None:
                named[actor.id] = (actor, span)
    if len(named) != 1:
        return None
    ((actor, span),) = named.values()
    before = article.text[max(0, span.start - 80) : span.start]
    if _BEFORE.search(before) or _AFTER.match(article.text, span.end):
        return Speaker(span.of(article.text), span, actor, unnamed=False)
    return None


def said_at(library: Library, source: int, span: Span) -> Speaker | None:
    """Return who the source says spoke the words at a place."""
    article, reading = library.articles[source], library.readings[source]
    best: tuple[tuple[int, bool, int], Attribution] | None = None
    for one in reading.attributions:
        for content in one.contents:
            shared = min(content.end, span.end) - max(content.start, span.start)
            # Of two that hold the words, the one that quotes nothing else is of them; then the one that holds least.
            rank = (shared, one.kind == "direct", content.start - content.end)
            if shared > 0 and (best is None or rank > best[0]):
                best = (rank, one)
    return speaker_of(best[1], article, reading) if best and not best[1].negated else None


def misattribution(
    speaker: Speaker, other: Speaker, voices: Voices, evidence: Evidence, outlet: str
) -> Difference | None:
    """Return the difference between the report's speaker and the source's; None when they may be one."""
    if speaker.actor is None or speaker.unnamed:
        return None
    if other.actor is None:
        if not other.unnamed:
            return None
    elif voices.same(speaker.actor, other.actor) or _is_surname_alone(speaker, other.actor):
        return None
    name = other.actor.name if other.actor and other.words.islower() is False and len(other.words) < 4 else other.words
    shown = voices.known(other.actor).name if other.actor else name
    note = f"{outlet} has these words from {shown}, not from {voices.known(speaker.actor).name}"
    return Difference("speaker", speaker.span, speaker.words, shown, note, evidence)


def _is_surname_alone(speaker: Speaker, other: Actor) -> bool:
    """Tell whether the report names its speaker by a surname that the other bears too: "Ms Ost" may be any Ost."""
    actor = speaker.actor
    if actor is None or not actor.kind == other.kind == "person" or not plain(actor.name) or not plain(other.name):
        return False
    first, last = plain(actor.name).split()[0], plain(actor.name).split()[-1]
    said = plain(speaker.words).split()
    return fold(last) == fold(plain(other.name).split()[-1]) and (first == last or first not in said)


def another_kind(speaker: Speaker, said: Iterable[Unit], library: Library) -> Difference | None:
    """
    Return the other kind of speaker that every sentence has say it: "police said" where the union said so.

    Both are named by what they are; nobody is told that a spokeswoman is not the company she may speak for.
    """
    mine = kind_of(speaker.words)
    found: list[tuple[Unit, Speaker]] = []
    for unit in said:
        other = said_at(library, unit.source, unit.span)
        if other is None or kind_of(other.words) in (None, mine):
            return None
        found.append((unit, other))
    if mine is None or not found:
        return None
    unit, other = found[0]
    note = f"{library.articles[unit.source].label} has these words from {other.words}, not from {speaker.words}"
    return Difference("speaker", speaker.span, speaker.words, other.words, note, library.evidence(unit))


def kind_of(words: str) -> int | None:
    """Return which kind of speaker words name, None where they name a person, several kinds or none."""
    plainly = words.removesuffix("’s").removesuffix("'s")
    found = {at for at, kind in enumerate(_speaker_kinds()) if frozenset(re.findall(r"[a-z]+", plainly.lower())) & kind}
    # "The police union" is one that the list cannot tell.
    return found.pop() if len(found) == 1 else None


@cache
def _speaker_kinds() -> tuple[frozenset[str], ...]:
    data = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    return tuple(frozenset(kind.split()) for kind in data["speakers"])


def share_said(words: Iterable[Word], unit: Unit, library: Library) -> float:
    """Return how much of what is said a unit holds."""
    keys = keys_of(words)
    total = library.mass(keys)
    return library.mass(keys & unit.keys) / total if total else 0.0
