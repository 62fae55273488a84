"""Join the names that rules find with those a trained reader marks: each decides where it is the surer."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from crosswire.model import ActorKind, Span
from crosswire.read.gazetteer import Gazetteer
from crosswire.read.names import Name, widen
from crosswire.read.runs import is_initials

# What the reader's kinds are called here; dates, sums and products are no actors.
KINDS: Mapping[str, ActorKind] = {
    "person": "person",
    "organisation": "body",
    "place": "place",
    "facility": "place",
}
# Neither are these, but no rule may guess at a name in one of them.
NO_ACTORS = frozenset({"group", "product", "other"})
# From here on a name that no rule finds is added. Of .2 to .5, .3 did best on worldwide_ner dev and on EWT dev.
SURE = 0.3
# From here on a lone word is somebody's name. Lower adds names to EWT's letters, but makes persons of towns in news.
SOMEBODY = 0.6
# From here on a longer name takes in a listed one: "Mexico" in "Gulf of Mexico".
LONGER = 0.2


# "The conservative NRU": an article and what describes somebody stand before his name.
# The party and the seat of a member of a chamber: "Ida Roe, D-N.Y."
_MEMBER_OF = re.compile(r",\s?[A-Z](?:-[A-Z][\w.]{1,20}(?: [A-Z]\w+)?)\.?$")
_INTRODUCED = re.compile(r"[Tt]he (?:[a-z-]+ ){1,3}(?=[A-Z])")


# "Ada Roe's Lake Movement" is a person and a party; a count behind a party's name is of its seats.
_LEADERS_OWN = re.compile(r"(?:[A-Z][\w.-]* ){0,3}(?P<last>[A-Z][\w-]+)['’]s (?=[A-Z])")
_COUNT = re.compile(r" \d{1,3}$")
_BESIDE_PARTY = 2


class SeenName(msgspec.Struct, frozen=True):
    """A name as a trained reader marks it; `score` is between 0 and 1."""

    span: Span
    kind: str
    score: float


def join_names(
    text: str, sentences: Sequence[Span], names: Sequence[Name], seen: Sequence[SeenName], words: Gazetteer
) -> list[Name]:
    """
    Return the names of a text, each with the extent and the kind of whoever is surer of it, in text order.

    What a pack lists, and what a title or an honorific makes a person, stays. Elsewhere the reader decides where a
    name ends and what it is, and what it does not see is a name only if a rule more than guesses at it.
    """
    meant = (one for one in seen if one.kind in KINDS or one.kind in NO_ACTORS)
    kept = (_unowned(text, _bare(text, one), words) for mark in meant for one in _by_line(text, mark))
    marks = sorted((one for one in kept if one.span.start < one.span.end), key=lambda one: one.span)
    starts = [sentence.start for sentence in sentences]
    joined: list[Name] = []
    for ours, theirs in _meeting(names, marks):
        for name in _settle(text, starts, ours, theirs, words):
            if name.kind == "person" and name.vouched:
                widen(text, name, sentences[name.sentence], words, joined[-1] if joined else None)
            joined.append(name)
    return joined


def _by_line(text: str, mark: SeenName) -> Iterator[SeenName]:
    """Cut a mark where a paragraph ends: a headline's last word and the body's first are no name together."""
    start = mark.span.start
    for line in mark.span.of(text).split("\n"):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            yield msgspec.structs.replace(mark, span=Span(first, start + len(line.rstrip())))
        start += len(line) + 1


def _bare(text: str, mark: SeenName) -> SeenName:
    """
    Leave out what a mark holds beside a name.

    That is a bracket which it opens and does not close, the "(D-Ohio" or ", R-Iowa" after a member's name, the "The"
    before a body's, and what introduces a name: "The conservative" before a party's.
    """
    words = mark.span.of(text)
    if (match := _INTRODUCED.match(words)) is not None:
        start, score = mark.span.start + match.end(), max(mark.score, SOMEBODY)  # what is described so is a name
        mark = msgspec.structs.replace(mark, span=Span(start, mark.span.end), score=score)
        words = words[match.end() :]
    elif mark.kind == "organisation" and words.startswith("The ") and words.count(" ") > 1:
        mark = msgspec.structs.replace(mark, span=Span(mark.span.start + len("The "), mark.span.end))
        words = words.removeprefix("The ")
    member = _MEMBER_OF.search(words)
    if member is None and ("(" not in words or ")" in words):
        return mark
    end = mark.span.start + (member.start() if member else len(words.partition("(")[0].rstrip()))
    return msgspec.structs.replace(mark, span=Span(mark.span.start, end))


def _unowned(text: str, mark: SeenName, words: Gazetteer) -> SeenName:
    """Leave out whose a party is before its name, and how many seats it has behind it."""
    name = mark.span.of(text)
    if mark.kind == "person" and name.count(" ") == _BESIDE_PARTY and is_initials(name.split()[-1], words):
        # "The Ada Roe LMP": whose half of a party that is split.
        return msgspec.structs.replace(mark, span=Span(mark.span.start, mark.span.start + name.rindex(" ")))
    if mark.kind != "organisation" or words.factions.isdisjoint(one.lower() for one in name.split()):
        return mark
    start, end = mark.span.start, mark.span.end
    owner = _LEADERS_OWN.match(name)
    if owner is not None and _is_somebody(text, owner["last"], words):
        start += owner.end()
    if name.count(" ") > 2 and (count := _COUNT.search(name)) is not None:
        end = mark.span.start + count.start()
    span = Span(start, end)
    return msgspec.structs.replace(mark, span=span) if span != mark.span else mark


def _is_somebody(text: str, word: str, words: Gazetteer) -> bool:
    """Tell whether a word is a name that stands by itself elsewhere, and no plural or state ("Women's League")."""
    alone = re.compile(rf"(?<=[a-z,] ){re.escape(word)}(?![\w-]|['’]s [A-Z])")
    return word not in words.lone and f" {word.lower()}" not in text and alone.search(text) is not None


def _meeting(names: Sequence[Name], marks: Sequence[SeenName]) -> Iterator[tuple[list[Name], list[SeenName]]]:
    """Yield the names and the marks that lie over one another, together."""
    here, there = 0, 0
    while here < len(names) or there < len(marks):
        ours: list[Name] = []
        theirs: list[SeenName] = []
        reach = -1
        while True:
            if here < len(names) and (reach < 0 or names[here].start < reach) and not _later(names, here, marks, there):
                ours.append(names[here])
                reach = max(reach, names[here].end)
                here += 1
            elif there < len(marks) and (reach < 0 or marks[there].span.start < reach):
                theirs.append(marks[there])
                reach = max(reach, marks[there].span.end)
                there += 1
            else:
                break
        yield ours, theirs


def _later(names: Sequence[Name], here: int, marks: Sequence[SeenName], there: int) -> bool:
    return there < len(marks) and marks[there].span.start < names[here].start


def _settle(
    text: str, starts: Sequence[int], names: list[Name], marks: list[SeenName], words: Gazetteer
) -> Iterator[Name]:
    if not marks:
        yield from (name for name in names if not _guessed(name))
        return
    exact = [name for name in names if _exact(name)]
    if not exact:
        for mark in marks:
            old = next((name for name in names if name.start < mark.span.end and mark.span.start < name.end), None)
            new = _named(text, starts, mark, old, words)
            if new is not None:
                yield new
            elif old is not None and (old.kind is None if mark.kind in KINDS else old.kind == "body"):
                yield old
        return
    if len(marks) == 1:
        mark = marks[0]
        if len(exact) == 1 and exact[0].entry is None and mark.kind == "person":
            yield _stretched(text, exact[0], mark.span)
            return
        if mark.score >= LONGER and all(_inside(text, name, mark) for name in exact):
            new = _named(text, starts, mark, None, words)
            if new is not None:
                yield new
                return
    yield from exact


def _exact(name: Name) -> bool:
    return name.entry is not None or name.honorific or name.role is not None or (name.vouched and name.kind == "body")


def _guessed(name: Name) -> bool:
    """Tell whether only a name's shape speaks for it. A lone word is nobody until the article tells who."""
    return not _exact(name) and name.kind == "person" and len(name.words) > 1


def _inside(text: str, name: Name, mark: SeenName) -> bool:
    """Tell whether a listed place or state is only a part of a longer name."""
    if name.entry is None or name.kind not in ("state", "place", "outlet") or mark.kind == "person":
        return False
    span = mark.span
    if not (span.start <= name.start and name.end <= span.end):
        return False
    rest = [*text[span.start : name.start].split(), *text[name.end : span.end].split()]
    return any(word[:1].isupper() for word in rest)


def _stretched(text: str, name: Name, span: Span) -> Name:
    """Return a titled person with the end a reader sees, and its start where no title stands between."""
    start, end = (span.start if name.full.start == name.start else name.start), span.end
    if end <= start or not text[start].isupper() or (start, end) == (name.start, name.end):
        return name
    full = Span(min(name.full.start, start), end if name.full.end == name.end else max(name.full.end, end))
    parts = tuple(text[start:end].split())
    return msgspec.structs.replace(name, start=start, end=end, full=full, words=parts, written=" ".join(parts))


def _named(text: str, starts: Sequence[int], mark: SeenName, old: Name | None, words: Gazetteer) -> Name | None:
    """Return the name a reader sees; whose a lone word is stays for the article to tell unless the reader is sure."""
    kind, span = KINDS.get(mark.kind), mark.span
    if kind is None:
        return None
    parts = tuple(span.of(text).split())
    number = bisect_right(starts, span.start) - 1
    lone = len(parts) == 1
    if number < 0 or not parts[0][:1].isupper() or (mark.score < SURE and (old is None or (lone and old.kind is None))):
        return None
    sure = kind != "person" or mark.score >= SOMEBODY
    if lone and not sure:
        return old if old is not None and old.kind in ("person", None) else None
    new = Name(span.start, span.end, parts, kind, span, number, written=" ".join(parts), vouched=sure)
    if old is not None:
        new.short, new.party, new.speaks = old.short, old.party, old.speaks
    if kind == "person" and not lone:
        new.gender = words.given.get(parts[0])
    return new
