"""How sure a source is of what a report states flatly: denied, charged, only wished; and words that vouch for it."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import Word
from crosswire.model import Difference, Span
from crosswire.text.clauses import clauses

Doubt = Literal["denied", "charged", "wished"]
_DOUBTS: tuple[Doubt, ...] = ("denied", "charged", "wished")
_AS: dict[str, Doubt] = {one: one for one in _DOUBTS}
_NOTES: dict[Doubt, str] = {
    "denied": "the source has it only as denied (“{cue}”)",
    "charged": "the source has it only as an accusation (“{cue}”)",
    "wished": "the source says “{cue}”: wished or possible, not done",
}
# The report says of itself that it is not sure, or tells what is yet to come.
_OPEN = re.compile(
    r"\b(?:will|shall|would|could|may|might|should|to be|is to|are to|was to|were to|not|never|no|nobody|none|neither|"
    r"without|if|unless|wants?|wanted|says?|said|according|claims?(?! responsibility)|claimed(?! responsibility)|"
    r"insists?|insisted|argues?|argued)\b|n['’]t\b",
    re.IGNORECASE,
)
# Who claims responsibility does so; nobody is quoted.
_CLAIMS = re.compile(r"claim\w{0,3} responsibility\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were) to)\b", re.IGNORECASE)
_BID = re.compile(
    r"\b(?:ideas?|plans?|offers?|proposals?|bids?|demands?|requests?|calls?|suggestions?|initiatives?)\b", re.I
)
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{1,2000}[”\"»]")


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("certainty.toml").read_text(encoding="utf-8"))


@cache
def _cue(kind: str) -> re.Pattern[str]:
    words = sorted(_data()[kind], key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _vouched(kind: str = "vouched") -> dict[str, frozenset[str]]:
    # Behind the bar stand words that bear it out and vouch for nothing themselves.
    groups = [(group.split("|")[0].split(), frozenset(group.replace("|", " ").split())) for group in _data()[kind]]
    return {word: group for words, group in groups for word in words}


@cache
def _flat() -> re.Pattern[str]:
    """Match all that makes a statement less than flat but for "will"."""
    return re.compile(_OPEN.pattern.replace("will|shall|", ""), re.IGNORECASE)


def doubt_difference(stated: Stated, text: str, units: Iterable[Unit], library: Library) -> Difference | None:
    """
    Return that sources have a flat statement only as denied, as an accusation or as a wish; None when any tells it so.

    `units` are the sentences that say most of it.
    """
    words = stated.span.of(text)
    if any(one.cue and not _CLAIMS.match(text, one.cue.start) for one in stated.attributions) or any(
        _cue(kind).search(words) for kind in _DOUBTS
    ):
        return None
    if _OPEN.search(words):
        # What "will" be is told as sure as what is done; a source's own "will" bears it out.
        open_still = _flat().search(words) or any(_WILL.search(library.text(unit)) for unit in units)
        kinds: tuple[str, ...] = () if open_still else ("possible",)
    else:
        # "Turned down the idea of a commission": the report tells of it as wished itself.
        kinds = tuple(one for one in _DOUBTS if one != "wished" or not _BID.search(words))
    found = [(unit, _doubt(stated, unit, library, kinds)) for unit in units]
    if not found or not all(doubt for _, doubt in found):
        return None
    unit, doubt = found[0]
    assert doubt is not None
    kind, cue = doubt
    said = cue.of(library.articles[unit.source].text)
    place = Span(stated.span.start, stated.span.start)
    note = _NOTES[kind].format(cue=said)
    return Difference("polarity" if kind == "denied" else "words", place, "", said, note, library.evidence(unit))


def vouching(words: Sequence[Word], text: str, units: Sequence[Unit], library: Library) -> list[Span]:
    """Return the words by which the report says that something is beyond doubt and the evidence does not."""
    theirs = frozenset(token for unit in units for token in library.tokens(unit))
    found: list[Span] = []
    for word in words:
        spoken = text[word.start : word.end].lower()
        that = _vouched("vouched_that").get(spoken) if text.startswith(" that ", word.end) else None
        group = that or _vouched().get(spoken)
        if group and not group & theirs:
            found.append(Span(word.start, word.end))
    return found


def _doubt(stated: Stated, unit: Unit, library: Library, kinds: Sequence[str]) -> tuple[Doubt, Span] | None:
    """Return the doubt of a sentence that most of what it shares with the statement stands behind, and its word."""
    source = library.articles[unit.source].text
    mine = {word.key for word in stated.words}
    shared = [word for word in unit.words if word.key in mine]
    # Who denies it stands before the word; the rest is what is denied.
    whole = library.mass({word.key for word in shared})
    parts = clauses(source, unit.span)
    for kind in kinds:
        for match in _cue(kind).finditer(source, unit.span.start, unit.span.end):
            if _is_quoted(source, unit.span, match.start()):
                continue
            # "One side demands it; the other refuses": the second clause is of no wish.
            last = next((part.end for part in parts if part.start <= match.start() < part.end), unit.span.end)
            behind = library.mass({word.key for word in shared if match.end() <= word.start < last})
            if whole and behind >= 0.5 * (whole - _who(shared, match, library)):
                return _AS.get(kind, "wished"), Span(*match.span())
    return None


def _who(shared: Sequence[Word], cue: re.Match[str], library: Library) -> float:
    """Return the mass of the names before "was expected to": whoever it is, it is not what was expected of him."""
    if not cue.group().lower().endswith(" to"):
        return 0.0
    return library.mass({word.key for word in shared if word.is_name and word.end <= cue.start()})


def _is_quoted(source: str, span: Span, at: int) -> bool:
    return any(one.start() < at < one.end() for one in _QUOTED.finditer(source, span.start, span.end))
