"""The sentences of a text that speak most to some words."""

import re
from collections.abc import Collection

from crosswire.model.span import Span
from crosswire.text.sentences import split_sentences
from crosswire.text.tokens import terms


def best_sentences(text: str, stems: Collection[str], most: int) -> list[tuple[float, Span]]:
    """
    Return at most `most` sentences that hold any of the stems, best first, each with the share of them it holds.

    >>> text = "The port is shut. The envoys met at the port. It rained."
    >>> [(share, span.of(text)) for share, span in best_sentences(text, terms("port envoys"), 2)]
    [(1.0, 'The envoys met at the port.'), (0.5, 'The port is shut.')]
    """
    wanted = set(stems)
    found = []
    for line in re.finditer(r"[^\n]+", text):
        for span in split_sentences(text, *line.span()):
            held = wanted.intersection(terms(span.of(text)))
            if held:
                found.append((len(held) / len(wanted), span))
    return sorted(found, key=lambda one: (-one[0], one[1].start))[:most]
