"""
Tell an essay that carries no label from a report, by who speaks in it and what its sentences hang together by.

A report's sentences rest on speakers and days ("said on Monday"); an essay's on connectives, questions, judgements and
what may come ("in fact", "Yet", "could", "the danger is"). Only long pieces are asked in which hardly anybody is
quoted and hardly a weekday named.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from .page_words import page_words
from .word_lists import WordList

# Shares of a hundred narrator words, measured on 131 BASIL stories (none called an essay), 561 of polnear's training
# texts (17, all of them columns, letters or "The Upshot") and 214 of ECB+ (7: reviews, sports columns, two blogs).
_LEAST_WORDS = 300
_SPOKEN, _DATED, _ARGUED = 0.8, 0.6, 2.5
# Where nobody speaks and no day is named, what may come is enough.
_SILENT_WORDS, _SILENT, _DAYLESS, _HEDGED, _LEANING = 400, 0.25, 0.15, 1.0, 1.2
# What presses for something, duty upon duty, may quote somebody more.
_PRESSING, _HEARD, _UNDATED = 3.2, 1.1, 0.3
# A writer's "we" and "I", three times over, or twice what must be done: he argues for something.
_OWN, _DUTIES = 3, 4

_TURN = re.compile(
    r"(?:^|[.?!]\s+)(?:And|But|Yet|So|Still|Nor|Or|First|Second|Third|Fourth|Finally|Thus|Hence|Instead|Rather|Again|"
    r"Here|Now|Even)\b",
    re.MULTILINE,
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|last night|(?:this|last) week)\b"
)
_NOTE = re.compile(
    r"(?P<name>(?:(?:Dr|Professor|Prof|Sir|Lady|Lord)\.? )?[A-Z][\w.'’-]+(?: [\w.'’-]+){0,2} [A-Z][\w.'’-]+) "
    r"(?:is|was|serves as|teaches|has been) (?P<what>[^\n]{4,200})"
)


def argued(narrator: str, *, selves: int, duties: int) -> Literal["opinion", "analysis"] | None:
    """
    Return what an unlabelled text is by its narrator's words, quotations cut out; None for a report.

    >>> argued("The envoys met on Monday, officials said.", selves=0, duties=0) is None
    True
    """
    words = len(narrator.split())
    if words < _LEAST_WORDS:
        return None
    low = narrator.lower()
    spoken, dated = (100 * n / words for n in (_list("telling").count(low), len(_DAY.findall(low))))
    if spoken > _HEARD or dated > _DATED:
        return None
    hedges = _list("hedging").count(low)
    signs = 2 * (_list("arguing").count(low) + _list("weighing").count(low) + _list("judging").count(low))
    signs += len(_TURN.findall(narrator)) + duties + low.count("?")
    share = 100 * (signs + hedges / 2) / (words + 60)
    silent = words >= _SILENT_WORDS and spoken <= _SILENT and dated <= _DAYLESS and 100 * hedges / words >= _HEDGED
    if share >= _PRESSING and duties >= _DUTIES and dated <= _UNDATED:
        return "opinion"
    if spoken > _SPOKEN or share < (_LEANING if silent else _ARGUED):
        return None
    return "opinion" if selves >= _OWN or duties >= _DUTIES else "analysis"


def has_note(body: Sequence[str], narrator: str) -> bool:
    """
    Tell whether a text closes with a note on who wrote it, a scholar or a politician: nobody that the text quotes.

    >>> has_note(["The vote was lost.", "Ada Roe is professor of law at Vell University"], "The vote was lost.")
    True
    """
    match = _NOTE.match(body[-1].strip()) if len(body) > 1 else None
    if match is None or not _list("opinion_jobs").is_in(match["what"].lower()):
        return False
    surname, before = match["name"].split()[-1], "\n".join(body[1:-1])
    words = len(narrator.split())
    return surname not in before and 100 * _list("telling").count(narrator.lower()) <= _SPOKEN * words + 100


@cache
def _list(name: str) -> WordList:
    return WordList(page_words().genre[name])
