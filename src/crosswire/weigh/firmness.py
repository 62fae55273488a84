"""How firmly a position is put: by its act first, then by words of the packs that harden or soften it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from crosswire.model import Evidence, Firmness, Statement

Lexicon = Mapping[str, tuple[str, ...]]

_BY_ACT: Mapping[str, Firmness] = {
    "RED_LINE": "red_line",
    "CONDITION": "precondition",
    "DEMAND": "demand",
    "REJECT": "demand",
}
# A clause ends at a stop that no digit follows, at a closing quotation mark, or at a comma before either.
_CLAUSE_END = re.compile(r"[;.!?](?!\d)|,?[”\"]|,(?=\s(?:[A-Za-z’'.-]{1,24}\s){1,4}(?:said|says|told|added)\b)")


def firmness_of(said: Statement, act: str, lexicon: Lexicon) -> Firmness:
    """
    Return how firm a statement's stance is: a refusal may be absolute, and a demand come before anything else.

    >>> said = Statement("s", "a", "REJECT", "indirect", Evidence("a", 0, 18, "ruled out any deal"), ())
    >>> firmness_of(said, "REJECT", {"firm_red_line": ("ruled out",)})
    'red_line'
    """
    text = said.evidence.quote.lower().replace("’", "'")
    base = _BY_ACT.get(act, "preference")
    if act == "REJECT" and any_of(lexicon.get("firm_red_line", ())).search(text):
        return "red_line"
    if act in ("DEMAND", "APPEAL") and any_of(lexicon.get("firm_precondition", ())).search(text):
        return "precondition"
    if act == "DEMAND" and any_of(lexicon.get("firm_preference", ())).search(text):
        return "preference"
    return base


def hinges(said: Statement, words: Iterable[str]) -> bool:
    """Tell whether what is said hangs on a condition: a conditional word stands inside it."""
    pattern, start, quote = any_of(tuple(words)), said.evidence.start, said.evidence.quote.lower()
    return any(pattern.search(quote, max(0, one.start - start), max(0, one.end - start)) for one in said.contents)


def mentions(said: Statement, words: Iterable[str]) -> bool:
    """Tell whether a statement's sentence holds one of the words."""
    return bool(any_of(tuple(words)).search(said.evidence.quote.lower()))


def conditions_of(said: Statement, words: Iterable[str]) -> tuple[Evidence, ...]:
    """
    Return the words of a statement that say what it depends on: from the conditional word to its clause's end.

    >>> said = Statement("s", "a", "CONDITION", "indirect", Evidence("a", 0, 25, "It opens only if they pay."[:25]), ())
    >>> [one.quote for one in conditions_of(said, ("only if",))]
    ['only if they pay']
    """
    quote = said.evidence.quote
    found = any_of(tuple(words)).search(quote.lower())
    if found is None:
        return ()
    end = _CLAUSE_END.search(quote, found.end())
    stop = end.start() if end else len(quote)
    start = said.evidence.start
    return (Evidence(said.article, start + found.start(), start + stop, quote[found.start() : stop]),)


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    named = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w-])(?:{named})(?![\w-])")
