"""The words of a statement's main clause: what happened, without the when, why and by whose account around it."""

import re
from collections.abc import Sequence

from crosswire.model import Span
from crosswire.read.term_index import TermIndex, index_terms
from crosswire.text.datelines import dateline_end
from crosswire.text.tokens import terms

# Fewer content words than this say too little to compare: then the whole statement is its own core.
_LEAST = 2
# A main clause ends long before this; what is said may run over paragraphs. It also bounds the work.
_LONGEST = 800
# The patterns read lower case. Brackets and paired dashes hold asides; bounded, so that an unclosed one costs nothing.
_ASIDE = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]|\s[—–]\s[^—–]{1,200}\s[—–]\s|—[^—]{1,200}—")
_THAT = re.compile(r"\s*(?:that|and|but)\s")
# "On Friday, ...", "In a statement, ...", "After three hours of talks, ...", "Meanwhile, ...".
_OPENING = re.compile(
    r"\s*(?:(?:on|in|at|by|for|with|from|during|before|after|following|amid|despite|since|while|when|as|although|though|"
    r"because|if|speaking|citing|under|over|earlier|later|late|early|last|to|according)\s[^,;:\"“”]{1,110}|"
    r"(?:[a-z]{2,12}ly|meanwhile|however|earlier|later|today|yesterday|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"(?:\s[^\s,]{1,12}){0,2}),\s+"
)
# Inside commas: relative clauses, appositions, participles. What follows the second comma belongs to the main clause.
_INSERTION = re.compile(
    r",\s+(?:(?:who|which|whose|whom|where|when|while|as|after|following|amid|saying|including|according|citing|despite|"
    r"because|although|though|with|without|but|a|an|the|his|her|its|their|one|both|[a-z]{3,14}ing|[a-z]{3,14}ed|"
    r"\d{1,3})(?=[\s,.]))[^,;]{0,200}(?:,(?!\d)|(?=;)|$)"
)
# What hangs on the main clause from here on tells of something else: its cause, backdrop or source.
# One class of all that it may open with, asked before anything else, lets the search skip what lies between.
_HANGING = re.compile(
    r"[\s—;:,](?:(?<=\s)(?:(?=[abdfistuw])"
    r"(?:a(?:fter|mid|lthough|ccording\sto|s\s(?:he|she|it|they|the|part|a\sresult|well))|following|"
    r"w(?:hile|hereas|hen)|be(?:cause|fore)|though|despite|un(?:til|less)|s(?:ince|o\sthat)|"
    r"in\s(?:response|retaliation|an?\sattempt|a\s(?:bid|move|effort|statement|sign)))(?=\s)|[—–-]{1,2}\s)"
    r"|(?<=[—;])|(?<=:)\s|(?<=,)\s(?:and|but|so|or)\s)"
)
# A stretch of the article, as code points from and to; text made of several has one blank between each two.
_Stretch = tuple[int, int]


def core_terms(text: str, contents: Sequence[Span], index: TermIndex | None = None) -> tuple[str, ...]:
    """
    Return the stems of the main clause of what is said, sorted, each once.

    A statement too short to cut keeps all its terms. The rules are surface ones: commas and a closed list of words.
    `index` holds the terms of `text`; a caller with many statements makes it once.

    >>> told = "On Friday, Mr. Roe, who chairs the port board, resigned from the council after a vote it lost."
    >>> core_terms(told, [Span(0, len(told))])
    ('council', 'mr', 'resign', 'roe')
    """
    known = index or index_terms(text)
    whole = [(span.start, min(span.end, span.start + _LONGEST)) for span in contents[:4]]
    if whole and (begin := dateline_end(text, *whole[0])) < whole[0][1] - 12:
        whole[0] = begin, whole[0][1]
    text = known.low
    clause = " ".join([text[start:end] for start, end in whole])
    kept = whole
    # Most clauses hold none of these marks, and asking costs a tenth of what searching does.
    if "(" in clause or "—" in clause or "–" in clause or "[" in clause:
        clause, kept = _cut_all(_ASIDE, clause, kept, text)
    if match := _THAT.match(clause):
        clause, kept = clause[match.end() :], _between(kept, match.end(), len(clause))
    if "," in clause:
        # One opening phrase is cut, unless nothing would be left.
        if (match := _OPENING.match(clause)) and len(clause) - match.end() > 12:
            clause, kept = clause[match.end() :], _between(kept, match.end(), len(clause))
        clause, kept = _cut_all(_INSERTION, clause, kept, text)
    for match in _HANGING.finditer(clause):
        found = _terms(text, known, _between(kept, 0, match.start()))
        if len(found) > _LEAST:
            return found
    found = _terms(text, known, kept)
    return found if len(found) >= _LEAST else _terms(text, known, whole)


def _cut_all(pattern: re.Pattern[str], clause: str, kept: list[_Stretch], text: str) -> tuple[str, list[_Stretch]]:
    """Cut every match of `pattern` out of a clause and out of the stretches it is made of."""
    left: list[_Stretch] = []
    done = 0
    for match in pattern.finditer(clause):
        left += _between(kept, done, match.start())
        done = match.end()
    if not done:
        return clause, kept
    left += _between(kept, done, len(clause))
    return " ".join([text[start:end] for start, end in left]), left


def _between(stretches: Sequence[_Stretch], first: int, stop: int) -> list[_Stretch]:
    """Return what of `stretches` makes up the characters from `first` to before `stop` of their text; never nothing."""
    found: list[_Stretch] = []
    at = 0
    for start, end in stretches:
        # The blank after a stretch belongs to neither side.
        low, high = max(start, start + first - at), min(end, start + stop - at)
        if low <= high:
            found.append((low, high))
        at += end - start + 1
    return found or [(0, 0)]


def _terms(text: str, index: TermIndex, stretches: Sequence[_Stretch]) -> tuple[str, ...]:
    """Return the terms of `stretches`: the article's own, unless one is cut inside a word."""
    found = index.whole_words(stretches)
    return terms(" ".join([text[start:end] for start, end in stretches])) if found is None else found
