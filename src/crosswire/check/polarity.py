"""Whether a statement and its evidence say the opposite of each other, and what leaves nothing to check."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import Word
from crosswire.model import Difference, Span
from crosswire.text.clauses import clauses
from crosswire.text.tokens import terms
from crosswire.text.verbs import irregular_pasts

_NOT = re.compile(
    r"(?<!-)\b(?:not|never|nor|neither|cannot|no(?!-)|none|nobody|nothing|without|"
    r"(?:refus|declin|fail)(?:e|es|ed|ing|s)? to)\b|n['’]t\b",
    re.IGNORECASE,
)
_AS_SUBJECT = 3
_SUBJECT = re.compile(r"none|nobody|nothing|neither|nor", re.IGNORECASE)
_PHRASE = re.compile(r"\s(?:in|on|under|at|by|for|from|to|with|because|out)\s", re.IGNORECASE)
_TURNS = frozenset(terms("reject refuse deny decline dismiss oppose lack absent rule drop withdraw waive cancel scrap"))
# Words that begin a clause which is told beside the main one.
_BESIDE = re.compile(
    r"(?:,\s)?\b(?:because|although|though|while|when|if|unless|until|which|who|whose|where|since|as)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{1,2000}[”\"»]")
# How far behind a "not" the word stands that it turns round: "neither Valmora nor its neighbour attended".
_REACH = 60


@cache
def _lists() -> dict[str, list[str]]:
    data = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    return {"opinion": data["opinion"], "forecast": data["forecast"]}


@cache
def lists() -> dict[str, frozenset[str]]:
    """Return the stems of the verbs that answer a bid, and of those that say whether anybody answered."""
    data = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    return {name: frozenset(stem for one in data[name] for stem in terms(one)) for name in ("answers", "silences")}


@cache
def _cue(kind: str) -> re.Pattern[str]:
    words = sorted(_lists()[kind], key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for one, other in data["opposites"]:
        for a, b in ((one, other), (other, one)):
            for stem in terms(a):
                found.setdefault(stem, set()).update(terms(b))
    return {stem: frozenset(others) for stem, others in found.items()}


def leaning(words: str) -> tuple[str, str] | None:
    """
    Return ("opinion" or "forecast", the word that shows it) for words that no source can settle; None for others.

    >>> leaning("The truce will probably collapse.")
    ('forecast', 'will probably')
    >>> leaning("The truce collapsed on 15 May.") is None
    True
    """
    bare = _QUOTED.sub(" ", words)
    for kind in ("opinion", "forecast"):
        match = _cue(kind).search(bare)
        # The month: "in May", "15 May".
        if match and match.group() != "May":
            return kind, match.group()
    return None


def stands(cue: str, unit: Unit, library: Library) -> bool:
    """Tell whether a sentence has the word by which a statement leans: then it is the source's guess."""
    return re.search(rf"\b{re.escape(cue)}\b", library.text(unit), re.IGNORECASE) is not None


def turning(words: Sequence[Word], text: str) -> list[Span]:
    """Return the words of a statement that have an opposite: "accepted", "refused"."""
    return [
        Span(word.start, word.end)
        for word in words
        if any(stem in _opposites() for stem in terms(text[word.start : word.end]))
    ]


def polarity_difference(stated: Stated, text: str, unit: Unit, library: Library) -> Difference | None:
    """Return the word that turns a statement into the opposite of a sentence that otherwise says the same."""
    return opposite_difference(stated, text, unit, library) or _not_difference(stated, text, unit, library)


def opposite_difference(stated: Stated, text: str, unit: Unit, library: Library) -> Difference | None:
    """Return the verb for which a sentence has the opposite: "accepted" where it has "rejected"."""
    source = library.articles[unit.source].text
    opposite = _opposite(stated, text, unit, library)
    if opposite is None:
        return None
    span, other = opposite
    words = other.of(source)
    note = f"the source has “{words}” where the report has “{span.of(text)}”"
    return Difference("polarity", span, span.of(text), words, note, library.at(unit.source, other))


def _not_difference(stated: Stated, text: str, unit: Unit, library: Library) -> Difference | None:
    source = library.articles[unit.source].text
    ours = [one for one in _nots(text, stated.span) if not _in_quotes(text, stated.span, one)]
    both = [one for clause in _alike(source, unit.span, stated) for one in _nots(source, clause)]
    quoted = [one.inner for one in library.readings[unit.source].quotes]
    theirs = [
        one
        for one in both
        if not any(quote.covers(one) for quote in quoted) and not _is_beside(source, unit, one, stated)
    ]
    if ours and not both:
        # "Ended without a truce" and "rejected a truce" are no opposites.
        if any(stem in _TURNS for stem in terms(unit.span.of(source))):
            return None
        if not _negated(text, stated.span, ours[0]) & frozenset(terms(unit.span.of(source))):
            return None
        note = f"the report says “{ours[0].of(text)}”, the source does not"
        return Difference("polarity", ours[0], ours[0].of(text), None, note, library.evidence(unit))
    if theirs and not _nots(text, stated.span):
        if not _negated(source, unit.span, theirs[0]) & frozenset(terms(stated.text)):
            return None
        words = theirs[0].of(source)
        note = f"the source says “{words}”, which the report leaves out"
        place = Span(stated.span.start, stated.span.start)
        return Difference("polarity", place, "", words, note, library.at(unit.source, theirs[0]))
    return None


def _alike(text: str, span: Span, stated: Stated) -> list[Span]:
    """Return the clauses of a sentence that the statement tells of: a "not" in another one turns nothing of it."""
    mine = frozenset(terms(stated.text))
    found = [one for one in clauses(text, span) if 2 * len(mine & set(terms(one.of(text)))) >= len(terms(one.of(text)))]
    return found or [span]


def _is_beside(source: str, unit: Unit, word: Span, stated: Stated) -> bool:
    """Tell whether a "not" stands in a clause told beside the one that holds most of what the statement tells."""
    starts = [unit.span.start, *(one.start() for one in _BESIDE.finditer(source, unit.span.start, unit.span.end))]
    first = max(start for start in starts if start <= word.start)
    last = min((start for start in starts if start > word.start), default=unit.span.end)
    mine = frozenset(terms(stated.text))
    inside = len(mine & set(terms(source[first:last])))
    return 2 * inside < len(mine & set(terms(unit.span.of(source))))


def _opposite(stated: Stated, text: str, unit: Unit, library: Library) -> tuple[Span, Span] | None:
    ours, theirs = _stems(text, stated.span), _stems(library.articles[unit.source].text, unit.span)
    for stem, span in ours.items():
        if stem not in theirs:
            for other in sorted(_opposites().get(stem, ())):
                if other in theirs and other not in ours:
                    return span, theirs[other]
    return None


def _stems(text: str, span: Span) -> dict[str, Span]:
    """Map each stem outside quotation marks to its first place."""
    found: dict[str, Span] = {}
    words = span.of(text)
    hidden = [match.span() for match in _QUOTED.finditer(words)]
    for match in re.finditer(r"[^\W\d_]+", words):
        if any(first <= match.start() < last for first, last in hidden):
            continue
        for stem in terms(match.group()):
            found.setdefault(stem, Span(span.start + match.start(), span.start + match.end()))
    return found


def _nots(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _NOT.finditer(text, span.start, span.end)]


def _in_quotes(text: str, span: Span, word: Span) -> bool:
    return any(one.start() <= word.start < one.end() for one in _QUOTED.finditer(text, span.start, span.end))


def _negated(text: str, whole: Span, word: Span) -> frozenset[str]:
    """
    Return the stems that a "not" turns round: the first word behind it that tells something and is no name.

    One more where it turns a phrase round ("not in response to pressure"), two where it is the subject ("nothing in
    the e-mails supports it").
    """
    behind = text[word.end : min(whole.end, word.end + _REACH)]
    most = _AS_SUBJECT if _SUBJECT.fullmatch(word.of(text)) else 2 if _PHRASE.match(behind) else 1
    found = [
        one
        for one in re.findall(r"[^\W\d_]+", behind)
        if not one[0].isupper() and not one.endswith("ly") and terms(one)
    ]
    # "Neither the mayor nor the guard attended": it is the attending that nobody did.
    done = [one for one in found if one.endswith("ed") or one in irregular_pasts()] if most == _AS_SUBJECT else []
    return frozenset(stem for one in done[:1] or found[:most] for stem in terms(one))
