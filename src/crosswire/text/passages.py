"""The sentences of a text that speak most to some words."""

import re
from collections.abc import Callable, Collection

from crosswire.model.span import Span
from crosswire.text.sentences import split_sentences
from crosswire.text.tokens import terms

# How much of what is looked for stems hold, between 0 and 1.
Share = Callable[[Collection[str]], float]


def best_sentences(text: str, share: Share, most: int) -> list[tuple[float, Span]]:
    """
    Return at most `most` sentences that hold any of what is looked for, best first, each with the share it holds.

    >>> text = "The port is shut. The envoys met at the port. It rained."
    >>> wanted = set(terms("port envoys"))
    >>> found = best_sentences(text, lambda stems: len(wanted & set(stems)) / len(wanted), 2)
    >>> [(share, span.of(text)) for share, span in found]
    [(1.0, 'The envoys met at the port.'), (0.5, 'The port is shut.')]
    """
    found = []
    for line in re.finditer(r"[^\n]+", text):
        for span in split_sentences(text, *line.span()):
            held = share(frozenset(terms(span.of(text))))
            if held > 0:
                found.append((held, span))
    return sorted(found, key=lambda one: (-one[0], one[1].start))[:most]
