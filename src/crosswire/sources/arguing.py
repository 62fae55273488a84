"""Tell by the note that closes a text that its writer is no reporter: a scholar, a politician."""

import re
from collections.abc import Sequence
from functools import cache

from .page_words import page_words
from .word_lists import WordList

# Who is quoted so often in a hundred words reports.
_SPOKEN = 0.8

_NOTE = re.compile(
    r"(?P<name>(?:(?:Dr|Professor|Prof|Sir|Lady|Lord)\.? )?[A-Z][\w.'’-]+(?: [\w.'’-]+){0,2} [A-Z][\w.'’-]+) "
    r"(?:is|was|serves as|teaches|has been) (?P<what>[^\n]{4,200})"
)


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
