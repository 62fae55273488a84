"""Find what an article says of the talks it tells of: heads of delegation, mediator, host, length, level, tracks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from crosswire.model import Article, DetailKind, Figure, Mention, Reading, RoundNote, Span
from crosswire.packs import Packs
from crosswire.read.words import fold

_CLOCKED = frozenset({"hour", "minute"})
# "For three hours", "after five hours of talks", "lasted three hours", "two hours of talks".
_LASTING = re.compile(r"\b(?:for|after|lasted|lasting|took|spent)\s(?:about\s|nearly\s|almost\s|more\sthan\s|over\s)?$")
_OF_TALKS = re.compile(r"\s(?:of|-long)\s(?:talks|negotiations)\b")
# "One hour and forty minutes", "two hours 20 minutes".
_AND_MINUTES = re.compile(r",?\s(?:and\s)?(?:[a-z]+(?:-[a-z]+)?|\d{1,2})\sminutes\b")
_LEVEL_BEFORE = re.compile(
    r"\b(?:at\sthe\slevel\sof|between\sthe|between|the\stwo|both)\s(?:two\s|both\s|their\s|countries['’]\s)?$"
)
# Characters between a name and what is said of it: an apposition's comma, a bracket, "of Estavia".
_BESIDE = 4
_LONGEST = 1500
# A "*" in a list's words: "led * delegation" is also "led the Orian delegation".
_SOME = r"(?:[\w'’-]+\s){0,2}[\w'’-]+"
_LISTED = re.compile(r",? (?:and )?(?:the )?")
_ENDS = frozenset({"person", "state", "body", "group"})
_ROLES = ("delegation_leading", "mediating", "hosting", "delegation_heads", "mediates", "hosts")


def find_round_notes(article: Article, reading: Reading, packs: Packs) -> tuple[RoundNote, ...]:
    """
    Return what is said of talks, in text order; the words are the packs'.

    >>> from crosswire.packs import load
    >>> from crosswire.read import read_article
    >>> words = "Norway and Egypt held talks for three hours in Cairo."
    >>> [(note.kind, note.value) for note in read_article(Article("a", words), load("core", "negotiation")).notes]
    [('duration', 'three hours')]
    """
    low = fold(article.text)
    lists = _lists_in(low, packs)
    found: list[RoundNote] = []
    if not lists.isdisjoint(_ROLES):
        found += _heads(low, reading, packs)
    if "sessions" in lists:
        found += _lengths(low, reading, packs)
    if "tracks" in lists or "round_levels" in lists:
        found += _plain(low, reading, packs)
    return tuple(sorted(set(found), key=lambda one: (one.span, one.kind, one.value)))


def _heads(low: str, reading: Reading, packs: Packs) -> Iterator[RoundNote]:
    """Yield the persons and states that lead, mediate or host, by the words right before or after their names."""
    pattern = _anywhere(tuple(word for name in _ROLES for word in packs.words(name)))
    if pattern is None or pattern.search(low) is None:
        return
    before: dict[DetailKind, re.Pattern[str] | None] = {
        "head": _ending((*packs.words("delegation_leading"), *packs.words("delegation_heads"))),
        "mediator": _ending(packs.words("mediating")),
        "host": _ending(packs.words("hosting")),
    }
    beside: dict[DetailKind, re.Pattern[str] | None] = {
        "head": _anywhere(packs.words("delegation_heads")),
        "mediator": _anywhere(packs.words("mediates")),
        "host": _starting(packs.words("hosts")),
    }
    actors = {actor.id: actor for actor in reading.actors}
    last: Mention | None = None
    for mention in reading.mentions:
        actor = actors.get(mention.actor or "")
        if actor is None or actor.kind not in _ENDS or mention.kind == "pronoun":
            continue
        sentence = _sentence_of(reading.sentences, mention.start)
        if sentence is None:
            continue
        for kind, pattern in before.items():
            start = max(sentence.start, mention.full.start - 60)
            if pattern and (match := pattern.search(low, start, mention.full.start)):
                yield RoundNote(kind, actor.id, Span(match.start(), mention.end), party=actor.party)
                last = mention if kind == "mediator" else last
        if last and last.end < mention.start and _LISTED.fullmatch(low, last.end, mention.start):
            # "Mediators from Estavia, Orland and Vell": each of them mediates.
            yield RoundNote("mediator", actor.id, Span(last.start, mention.end), party=actor.party)
            last = mention
        for kind, pattern in beside.items():
            if pattern is None or (kind == "head" and actor.kind != "person"):
                continue
            if span := _said_of(low, mention, sentence, pattern, whole=kind != "host"):
                yield RoundNote(kind, actor.id, span, party=actor.party)


def _said_of(low: str, mention: Mention, sentence: Span, pattern: re.Pattern[str], *, whole: bool) -> Span | None:
    """Return the span of a name with what is said of it: inside its own phrase, or right after it."""
    full = mention.full
    inside = pattern.search(low, full.start, full.end) if whole else None
    if inside:
        return full
    stop = min(sentence.end, full.end + 70)
    after = pattern.search(low, full.end, stop)
    gap = low[full.end : after.start()] if after else ""
    if gap.strip() == "who" and low.endswith((" to ", " of ", " for "), sentence.start, full.start):
        return None  # "the aide to President Roe who led the delegation"
    if after is None or len(gap.strip(" ,(")) > (0 if not whole else _BESIDE + 20) or _crosses(gap):
        return None
    return Span(full.start, after.end())


def _crosses(gap: str) -> bool:
    """Tell whether words between a name and a role lead away from the name: another clause, or somebody else."""
    return bool(re.search(r"[.;:“”\"]|\band\b|\bsaid\b|\bwith\b|\btold\b", gap))


def _lengths(low: str, reading: Reading, packs: Packs) -> Iterator[RoundNote]:
    sessions = _anywhere(packs.words("sessions"))
    for figure in reading.figures:
        sentence = _sentence_of(reading.sentences, figure.span.start)
        if figure.unit not in _CLOCKED or sentence is None or sessions is None:
            continue
        if _lasts(low, figure, sentence) and sessions.search(low, sentence.start, sentence.end):
            more = _AND_MINUTES.match(low, figure.span.end)
            span = Span(figure.span.start, more.end() if more else figure.span.end)
            yield RoundNote("duration", span.of(low), span)


def _lasts(low: str, figure: Figure, sentence: Span) -> bool:
    before = low[max(sentence.start, figure.span.start - 30) : figure.span.start]
    return bool(_LASTING.search(before)) or bool(_OF_TALKS.match(low, figure.span.end))


def _plain(low: str, reading: Reading, packs: Packs) -> Iterator[RoundNote]:
    """Yield levels and tracks, which are words of their own."""
    for pattern in filter(None, (_anywhere(packs.words("tracks")),)):
        for match in pattern.finditer(low):
            if _sentence_of(reading.sentences, match.start()):
                yield RoundNote("track", match[0].removesuffix(" on"), Span(*match.span()))
    talks = [one.sentence for one in reading.occasions if not one.proposed]
    for pattern in filter(None, (_anywhere(packs.words("round_levels")),)):
        for match in pattern.finditer(low):
            inside = any(one.start <= match.start() < one.end for one in talks)
            if inside and _LEVEL_BEFORE.search(low, max(0, match.start() - 40), match.start()):
                yield RoundNote("level", match[0], Span(*match.span()))


def _sentence_of(sentences: Sequence[Span], at: int) -> Span | None:
    """Return the sentence a place is in; None between sentences and in one too long to be one."""
    number = bisect_right(sentences, Span(at, 1 << 60)) - 1
    if number < 0:
        return None
    found = sentences[number]
    return found if at < found.end and found.end - found.start <= _LONGEST else None


class _Finder(msgspec.Struct, frozen=True):
    """The words of talks in one automaton: pattern i is in each of `lists[i]`."""

    automaton: AhoCorasick
    lists: list[tuple[str, ...]]


_finders: dict[str, _Finder] = {}


def _lists_in(low: str, packs: Packs) -> set[str]:
    """Return the lists with a word in a text, also inside another word: one scan spares most articles the rest."""
    finder = _finders.get(packs.digest)
    if finder is None:
        named: dict[str, list[str]] = {}
        for name in (*_ROLES, "sessions", "tracks", "round_levels"):
            for word in packs.words(name):
                named.setdefault(max(word.split("*"), key=len), []).append(name)
        words = sorted(named)
        finder = _Finder(AhoCorasick(words, matchkind=MatchKind.Standard), [tuple(named[word]) for word in words])
        _finders[packs.digest] = finder
    found = finder.automaton.find_matches_as_indexes(low, overlapping=True)
    return {name for pattern, _, _ in found for name in finder.lists[pattern]}


@lru_cache(maxsize=256)
def _compiled(words: tuple[str, ...], left: str, right: str) -> re.Pattern[str] | None:
    named = sorted(words, key=lambda word: (-len(word), word))
    written = "|".join(re.escape(word).replace(r"\*", _SOME) for word in named)
    return re.compile(left + "(?:" + written + ")" + right) if named else None


def _anywhere(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return _compiled(words, r"(?<![\w-])", r"(?![\w-])")


def _ending(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return _compiled(words, r"(?<![\w-])", r",?\s(?:the\s)?$")


def _starting(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return _compiled(words, r"(?<=\s)", r"(?![\w-])")
