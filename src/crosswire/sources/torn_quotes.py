"""
Quotations torn by a program that cut a text into sentences: the closing mark stands before the next sentence.

'"We go on.' / 'We are many.' / '"Police closed the road.' is one quotation and what follows it. Such exports set each
sentence as a paragraph, and blanks on the wrong side of a mark: 'We go on, "he said.'
"""

import re
from collections.abc import Sequence

_MARK = '"'
# Marks with the blank on the wrong side: 'We go on, "he said.' and 'had" no choice ".'
_ASTRAY = re.compile(
    r'(?<=[a-z][,.?!]) "(?=(?:he|she|they|it|said|says)\b)|(?<=[a-z])" [^"\n]{2,120}? "(?=[.,;:!?\s]|$)'
)
# What a report says between two quotations: whatever was open before it had been closed.
_REPORTS = re.compile(r"\b(?:said|says|told|added|according to|announced|reported)\b")
# Who spoke, told within what was open: its closing mark was lost before it.
_TELLS = re.compile(
    r", (?:he|she|it|they|[A-Z][\w’'-]+) (?:said|says|added|adds|concludes|concluded|told|writes|wrote|insists)\b"
)
# Sentences over which a quotation may run before its closing mark.
_RUN = 8


def settle(paragraphs: Sequence[str]) -> list[str]:
    """
    Return the paragraphs of a torn text with its quotations whole; those of any other text as they are.

    >>> settle(['He said: "We go on.', "We are many.", '"Police closed the road.'])
    ['He said: "We go on. We are many."', 'Police closed the road.']
    >>> settle(['"We go on, "he said.']), settle(['"We go on.', '"We are many," he said.'])
    (['"We go on," he said.'], ['"We go on.', '"We are many," he said.'])
    """
    if not any(_MARK in one for one in paragraphs):
        return list(paragraphs)
    torn = any(_ASTRAY.search(one) for one in paragraphs) or _is_torn(paragraphs)
    return [_spaced(one) for one in _whole(paragraphs)] if torn else list(paragraphs)


def _is_torn(paragraphs: Sequence[str]) -> bool:
    """Tell whether a quotation runs on over sentences without a mark until one that opens with the mark it lacks."""
    run = 0
    for one in paragraphs:
        if run > 1 and one.startswith(_MARK) and _is_odd(one):
            return True
        if _is_odd(one):
            run = 1
        elif run and _MARK not in one and run < _RUN and not _REPORTS.search(one):
            run += 1
        else:
            run = 0
    return False


def _whole(paragraphs: Sequence[str]) -> list[str]:
    """Join each quotation that runs over sentences to its closing mark."""
    done: list[str] = []
    held: list[str] = []
    for one in paragraphs:
        if not held:
            runs = _is_odd(one) and not _TELLS.search(one.rpartition(_MARK)[2])
            (held if runs else done).append(one)
        elif one.startswith(_MARK) and _is_odd(one):
            done += [" ".join(held) + _MARK, one[1:].lstrip()]
            held = []
        elif _is_odd(one):
            done.append(" ".join([*held, one]))
            held = []
        elif _MARK in one or _REPORTS.search(one) or len(held) == _RUN:
            done += [*held, one]
            held = []
        else:
            held.append(one)
    return [*done, *held]


def _spaced(words: str) -> str:
    """Set the blank of each mark on its right side, the first mark of a pair opening and the second closing."""
    parts = words.split(_MARK)
    if len(parts) % 2 == 0:
        return words
    for at in range(1, len(parts), 2):
        before, inner, after = parts[at - 1 : at + 2]
        opens_astray = inner.startswith(" ") and (not before or before[-1].isalnum())
        closes_astray = inner.endswith(" ") and (opens_astray or inner[-2:-1] in ",.?!" or after[:1] in ".,;:!?")
        if opens_astray:
            parts[at - 1], inner = before + " " * bool(before), inner[1:]
        if closes_astray:
            inner, parts[at + 1] = inner[:-1], " " * after[:1].isalnum() + after
        parts[at] = inner
    return _MARK.join(parts)


def _is_odd(words: str) -> bool:
    return words.count(_MARK) % 2 == 1
