"""One word put in another's place: "supplied by boat since Thursday" where the source has a helicopter there."""

import re
from collections.abc import Mapping, Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Difference, Span
from crosswire.text.tokens import STOP, terms

# A sentence is of the same when it holds this share of the statement's other words; above the second, nearly all.
_SAME, _NEARLY = 0.6, 0.95
_TOKEN = re.compile(r"[A-Za-z\d][\w’'-]*|[,;:.!?“”\"()]")
# Between these alone any word may stand.
_LOOSE = frozenset('the a an and or of in to on at for with , . ( ) " “ ”'.split())


def place_taken_difference(
    stated: Stated, text: str, units: Sequence[Unit], pool: Sequence[Unit], library: Library
) -> Difference | None:
    """Return a word of a statement that no source has and for which its evidence has another between the same two."""
    held = frozenset(key for unit in pool for key in unit.keys)
    plain = {word.start: word for word in stated.words if word.key[0].isalpha()}
    quoted = [one.span for one in stated.quotes]
    ours = list(_TOKEN.finditer(text, stated.span.start, stated.span.end))
    for unit in units:
        source = library.articles[unit.source].text
        theirs = list(_TOKEN.finditer(source, unit.span.start, unit.span.end))
        content = {word.start: word for word in unit.words}
        for at, match in enumerate(ours):
            word = plain.get(match.start())
            if word is None or word.key in unit.keys or any(span.covers(Span(*match.span())) for span in quoted):
                continue
            # What another sentence has may be told there; of one that holds nearly all the rest it is the wrong word.
            rest = keys_of(one for one in stated.words if one is not word)
            if library.share(rest, unit) < (_SAME if word.key not in held else _NEARLY):
                continue
            found = _in_place(ours, at, theirs, content, keys_of(stated.words))
            if word.key in held and not _is_between_words(ours, at):
                continue
            # "A debt going back to 2019" and "dating back to" it are one.
            if found is not None and not (match.group().endswith("ing") and found.group().endswith("ing")):
                span, place = Span(*match.span()), Span(*found.span())
                note = f"the source has “{found.group()}” where the report has “{match.group()}”"
                return Difference("words", span, match.group(), found.group(), note, library.at(unit.source, place))
    return None


def _in_place(
    ours: Sequence[re.Match[str]],
    at: int,
    theirs: Sequence[re.Match[str]],
    content: Mapping[int, Word],
    keys: frozenset[str],
) -> re.Match[str] | None:
    """Return the content word of a sentence that stands between the neighbours a word has in the statement."""
    before, after = _near(ours, at)
    for place in range(len(theirs)):
        word = content.get(theirs[place].start())
        if word is None or word.key in keys or not word.key[0].isalpha():
            continue
        left, right = _near(theirs, place)
        if left[0] != before[0] or right[0] != after[0]:
            continue
        tight = not {before[0], after[0]} <= _LOOSE
        if tight or left[1] == before[1] or right[1] == after[1]:
            return theirs[place]
    return None


def _is_between_words(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Tell whether the neighbours of a word tell something themselves, or it opens its sentence."""
    (left, _), (right, _) = _near(tokens, at)
    return not {left, right} & (_LOOSE | STOP) and bool(right)


def _near(tokens: Sequence[re.Match[str]], at: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two tokens before a place and the two after it, the nearest first, words by their stems."""
    found = [
        _stem(tokens[step].group()) if 0 <= step < len(tokens) else "" for step in (at - 1, at - 2, at + 1, at + 2)
    ]
    return (found[0], found[1]), (found[2], found[3])


def _stem(token: str) -> str:
    if token.lower() == "an":
        return "a"
    return next(iter(terms(token)), token.lower())
