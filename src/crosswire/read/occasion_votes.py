"""Rounds of something else than talks: of voting, of fighting, of sanctions."""

import re

from crosswire.model import Span

# What else comes in rounds; one of these within a few words after "round of" says of what it is one.
_ELSE = re.compile(
    r" of(?: (?!talks\b|negotiations\b)[\w’'-]{1,20}){0,4}? (?:elections?|voting|votes?|ballots?|balloting|polls?|"
    r"polling|primaries|run-?offs?|fighting|violence|clashes|shelling|bloodshed|strikes|airstrikes|attacks|sanctions|tariffs|"
    r"duties|lay-?offs|cuts|arrests|funding|financing|drinks|applause)\b"
)
# "Won the first round in March but pulled out of the run-off": a sentence on voting counts rounds of voting.
_VOTING = re.compile(
    r"\b(?:run-?off|ballots?|balloting|voters?|polling|electorate|"
    r"(?:presidential|parliamentary|general) (?:election|poll|vote)s?)\b"
)
_TALKS = re.compile(r"\b(?:talks|negotiat\w*|dialogue|mediat\w*|delegations?|consultations|bargaining)\b")


def is_of_votes(low: str, sentence: Span, span: Span) -> bool:
    """
    Tell whether a bare "round" at `span` is none of talks: it says of what, or its sentence is on voting alone.

    >>> told = "she won the first round of the presidential election; the second round of talks opened"
    >>> whole = Span(0, len(told))
    >>> is_of_votes(told, whole, Span(8, 23)), is_of_votes(told, whole, Span(58, 73))
    (True, False)
    """
    if _ELSE.match(low, span.end, sentence.end):
        return True
    if low.startswith(" of", span.end) or _VOTING.search(low, sentence.start, sentence.end) is None:
        return False
    return _TALKS.search(low, sentence.start, sentence.end) is None
