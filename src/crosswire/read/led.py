"""Bodies a text makes known by who speaks for them: "NRU leader Ada Roe", "the leader of the centrist PX20"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosswire.model import Span
from crosswire.read.gazetteer import Gazetteer
from crosswire.read.names import Name

# Whoever has one of these is more than a place or a person: a party, a union, a movement.
_HEADS = (
    "leader", "lawmaker", "chair", "spokes", "negotiator", "candidate", "senator", "general secretary", "MP", "member",
    "official", "politburo", "supporter", "party", "faction", "rebel", "fighter",
)  # fmt: skip
# What is shorter before these is more often no party: "TV officials", "AI supporters".
_LOOSE = frozenset({"official", "supporter", "party", "faction", "rebel", "fighter"})
_SHORTEST = 3
_ENDING = re.compile(r"(?:man|woman|person|men|people)?s?\b")
# A name by its shape: two capitals or a digit ("NRU", "PX20", "GreenLine-PvX"), and no other word has that.
_SHAPE = r"[^\W\d_a-z][\w&]*(?:[-/][\w&]+)*"
_NAME = re.compile(_SHAPE)
_AFTER = re.compile(rf" (?:of|from|for) (?:the )?(?:[a-z-]+ ){{0,2}}({_SHAPE})(?![\w-])")
# "The ruling NRU", "the opposition PX20": what it is stands before it.
_CALLED = re.compile(rf"\b(?:ruling|governing|opposition|breakaway) ({_SHAPE})(?![\w-])")
# What may stand between a party's name and its leader's office.
_WHICH = frozenset("party union deputy parliamentary national floor group co".split())
_REACH = 60
# "LePage", "McRae": two capitals, and a surname.
_SURNAME = re.compile(r"(?:Ma?c|De|Di|Du|La|Le|Van|Fitz|O)[A-Z][a-z]+")


def name_led(text: str, sentences: Sequence[Span], names: list[Name], words: Gazetteer) -> list[Name]:
    """Return the names of a text with those bodies among them, wherever they stand, in text order."""
    family = {name.words[-1] for name in names if name.kind == "person" and len(name.words) > 1}
    led = _spellings(text, find_led(text, words)) - family
    inside = {at.start for at, after in pairwise(names) if after.full.start <= at.start < after.start}
    kept = [_as_body(name) if name.start not in inside and _is_led(name, led) else name for name in names]
    if not led:
        return kept
    taken = sorted((name.full.start, name.full.end) for name in kept)
    starts = [sentence.start for sentence in sentences]
    for word in sorted(led):
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(word)}(?![\w-])", text):
            at = bisect_right(taken, (match.start(), len(text))) - 1
            number = bisect_right(starts, match.start()) - 1
            if (at >= 0 and match.start() < taken[at][1]) or number < 0:
                continue
            span = Span(match.start(), match.end())
            kept.append(Name(span.start, span.end, (word,), "body", span, number, written=word, vouched=True))
    return sorted(kept, key=lambda name: name.start)


def _spellings(text: str, led: frozenset[str]) -> frozenset[str]:
    """Return names with the other ways a text sets their capitals: "ZANU-X" and "Zanu-X"."""
    low = {one.lower() for one in led if "-" in one or len(one) > _SHORTEST}
    return led | {one[0] for one in _NAME.finditer(text) if one[0].lower() in low and not one[0][1:].islower()}


def find_led(text: str, words: Gazetteer) -> frozenset[str]:
    """
    Return the names, each one word of unmistakable shape, that a leader, a lawmaker or a member is said to be of.

    >>> from crosswire.packs import load
    >>> from crosswire.read.gazetteer import gazetteer
    >>> text = "Ada Roe, leader of the small PX20, met NoA lawmakers. The US leader left."
    >>> sorted(find_led(text, gazetteer(load("core"))))
    ['NoA', 'PX20']
    """
    found: set[str] = set()
    for start, end, head in _offices(text):
        words_before = text[max(0, start - _REACH) : start].replace("co-", "").split(" ")[-3:-1]
        last = words_before.pop() if words_before else ""
        before = words_before.pop() if last in _WHICH and words_before else last
        after = _AFTER.match(text, end) if text.startswith((" of ", " from ", " for "), end) else None
        if head in _LOOSE:
            before, after = before if len(before) >= _SHORTEST else "", None
        found.update({before} if _NAME.fullmatch(before) else (), {after[1]} if after else ())
    found.update(one[1] for one in _CALLED.finditer(text) if len(one[1]) >= _SHORTEST)
    return frozenset(one for one in found if _is_name(one, words))


def _offices(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where somebody's office stands; one search for each is ten times as fast as one pattern for all."""
    for head in _HEADS:
        at = text.find(head)
        while at >= 0:
            ending = _ENDING.match(text, at + len(head))
            if ending is not None and not text[at - 1 : at].isalnum():
                yield at, ending.end(), head
            at = text.find(head, at + 1)


def _is_name(word: str, words: Gazetteer) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    shaped = capitals > 1 or any(letter.isdigit() for letter in word)
    # "US-backed officials": a hyphen's second half that no name has.
    shaped = shaped and not any(part.islower() for part in word.split("-")[1:])
    known = word in words.lone or word in words.not_names or word.lower() in words.role_words
    return shaped and len(word) > 1 and not known and _SURNAME.fullmatch(word) is None


def _is_led(name: Name, led: frozenset[str]) -> bool:
    """Tell whether a name is one of a body; what has a digit and does something is nobody's surname."""
    if name.entry is not None or name.kind not in (None, "person") or len(name.words) > 1:
        return False
    bare = name.full.start == name.start and name.full.end == name.end
    return bare and (name.written in led or (not name.weak and not name.written.isalpha() and _numbered(name.written)))


def _numbered(word: str) -> bool:
    return word[:1].isalpha() and any(letter.isdigit() for letter in word)


def _as_body(name: Name) -> Name:
    span = Span(name.start, name.end)
    return Name(span.start, span.end, name.words, "body", span, name.sentence, written=name.written, vouched=True)
