"""Whose "the army" and "the electoral commission" are: those of the state that a report is about."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from crosswire.model import Span
from crosswire.read.gazetteer import Entry, Gazetteer, slug
from crosswire.read.grammar import AUXILIARIES, PREPOSITIONS
from crosswire.read.nodes import Node, Sighting
from crosswire.text.verbs import lemma_of

# Letters around in which a report names the state it is about, how often at least, and how many times as often as any
# other: as in `breach_home`, measured there.
_AROUND, _LEAST, _MARGIN = 2500, 2, 1.5
_AFTER = re.compile(r"['’]s\b|\s?([^\W\d_]+|[^\w\s])")


def of_home(
    text: str, sightings: Sequence[Sighting], sentences: Sequence[Span], nodes: dict[str, Node], words: Gazetteer
) -> Iterator[tuple[Span, Node, int]]:
    """
    Yield the bodies of a report's own state that it names by what they are: "the army", "the interior ministry".

    A report that names two states about as often has none of its own, and a body named in full answers to its noun.
    """
    starts: list[int] = []
    states: list[Entry] = []
    for one in sightings:
        entry = one.name.entry
        if entry is not None and entry.kind == "state" and entry.how != "metonym":
            starts.append(one.name.start)
            states.append(entry)
    if len(starts) < _LEAST:
        return
    named = {word.lower() for one in sightings if one.node is not None for word in one.node.name.split()}
    named -= {node.name.split()[-1].lower() for node in nodes.values() if node.kind == "group" and node.party}
    firsts = [sentence.start for sentence in sentences]
    taken = [one.name.full for one in sightings]
    for match in words.home.finditer(text):
        span, noun = Span(match.start("body"), match.end("body")), match["body"].split()[-1]
        number = bisect_right(firsts, span.start) - 1
        if number < 0 or noun in named or noun in words.called or not _heads(text, span.end):
            continue
        if any(full.start < span.end and span.start < full.end for full in taken):
            continue  # "the military ruler Ada Roe": a part of her title
        state = _around(starts, states, span.start)
        if state is not None:
            name = f"{state.name}{'’' if state.name.endswith('s') else '’s'} {match['body']}"
            yield (
                span,
                nodes.setdefault(
                    slug(name),
                    Node(slug(name), name, "body", state.party or state.id, None, None, False, "it", [name], []),
                ),
                number,
            )


def _around(starts: Sequence[int], states: Sequence[Entry], at: int) -> Entry | None:
    near = {states[n].id: states[n] for n, start in enumerate(starts) if abs(start - at) <= _AROUND}
    counted = Counter(states[n].id for n, start in enumerate(starts) if abs(start - at) <= _AROUND).most_common(2)
    if not counted or counted[0][1] < _LEAST:
        return None
    sure = len(counted) == 1 or counted[0][1] >= _MARGIN * counted[1][1]
    return near[counted[0][0]] if sure else None


def _heads(text: str, end: int) -> bool:
    """Tell whether a noun stands alone: "the army said", but no "army base" and no "army of Arland"."""
    match = _AFTER.match(text, end)
    if match is None:
        return True
    after = (match.group(1) or "'s").lower()
    if after == "of" or match.group(0).startswith(("'", "’")):
        return False
    grammar = after in AUXILIARIES or after in PREPOSITIONS or after in ("and", "also", "or", "who", "which")
    return grammar or not after[0].isalpha() or after.endswith(("ed", "ly")) or lemma_of(after) is not None
