"""The words of a statement's main clause: what happened, without the when, why and by whose account around it."""

import re
from collections.abc import Sequence

from crosswire.model import Span
from crosswire.text.tokens import terms

# Fewer content words than this say too little to compare: then the whole statement is its own core.
_LEAST = 2
# A main clause ends long before this; what is said may run over paragraphs. It also bounds the work.
_LONGEST = 800
# Brackets and paired dashes hold asides; bounded, so that an unclosed one costs nothing.
_ASIDE = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]|\s[—–]\s[^—–]{1,200}\s[—–]\s|—[^—]{1,200}—")
_THAT = re.compile(r"\A\s*(?:that|and|but)\s", re.IGNORECASE)
# "On Friday, ...", "In a statement, ...", "After three hours of talks, ...", "Meanwhile, ...".
_OPENING = re.compile(
    r"\s*(?:(?:on|in|at|by|for|with|from|during|before|after|following|amid|despite|since|while|when|as|although|though|"
    r"because|if|speaking|citing|under|over|earlier|later|late|early|last|to|according)\s[^,;:\"“”]{1,110}|"
    r"(?:[a-z]{2,12}ly|meanwhile|however|earlier|later|today|yesterday|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"(?:\s[^\s,]{1,12}){0,2}),\s+",
    re.IGNORECASE,
)
# Inside commas: relative clauses, appositions, participles. What follows the second comma belongs to the main clause.
_INSERTION = re.compile(
    r",\s+(?:(?:who|which|whose|whom|where|when|while|as|after|following|amid|saying|including|according|citing|despite|"
    r"because|although|though|with|without|but|a|an|the|his|her|its|their|one|both|[a-z]{3,14}ing|[a-z]{3,14}ed|"
    r"\d{1,3})(?=[\s,.]))[^,;]{0,200}(?:,(?!\d)|(?=;)|$)",
    re.IGNORECASE,
)
# What hangs on the main clause from here on tells of something else: its cause, backdrop or source.
_HANGING = re.compile(
    r"\s(?:after|amid|following|while|because|although|though|whereas|despite|until|unless|since|before|when|"
    r"so\sthat|in\s(?:response|retaliation|an?\sattempt|a\s(?:bid|move|effort|statement|sign))|according\sto|"
    r"as\s(?:he|she|it|they|the|part|a\sresult|well))(?=\s)|\s[—–-]{1,2}\s|—|;|:\s|,\s(?:and|but|so|or)\s",
    re.IGNORECASE,
)


def core_terms(text: str, contents: Sequence[Span]) -> tuple[str, ...]:
    """
    Return the stems of the main clause of what is said, sorted, each once.

    A statement too short to cut keeps all its terms. The rules are surface ones: commas and a closed list of words.

    >>> told = "On Friday, Mr. Roe, who chairs the port board, resigned from the council after a vote it lost."
    >>> core_terms(told, [Span(0, len(told))])
    ('council', 'mr', 'resign', 'roe')
    """
    whole = " ".join(text[span.start : min(span.end, span.start + _LONGEST)] for span in contents[:4])
    clause = _THAT.sub("", _ASIDE.sub(" ", whole))
    clause = _without(_OPENING, clause)
    clause = _INSERTION.sub(" ", clause)
    for match in _HANGING.finditer(clause):
        found = terms(clause[: match.start()])
        if len(found) > _LEAST:
            return found
    found = terms(clause)
    return found if len(found) >= _LEAST else terms(whole)


def _without(opening: re.Pattern[str], clause: str) -> str:
    """Cut one opening phrase, unless nothing would be left."""
    match = opening.match(clause)
    return clause[match.end() :] if match and len(clause) - match.end() > 12 else clause
