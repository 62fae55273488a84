"""Which party "the opposition" and "the ruling party" are: the one that the report calls so beside its name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosswire.model import Span
from crosswire.read.gazetteer import Gazetteer
from crosswire.read.grammar import AUXILIARIES, PREPOSITIONS
from crosswire.read.names import Name
from crosswire.read.nodes import Node, Sighting
from crosswire.read.party_leaders import OWNS, PART
from crosswire.text.tokens import STOP

# "The opposition Lake Movement", "its opposition party, the Lake Movement".
_CALLED = re.compile(r"\b(?P<side>opposition|ruling|governing) (?:(?:party|movement|group|alliance),? (?:the )?)?$")
_POINTED = re.compile(
    r"\b[Tt]he (?:main )?(?P<side>opposition|ruling|governing)(?P<party> party| movement)?\b(?![-’'][a-z]{2})"
)
_REACH = 40
_SIDES = {"ruling": "governing"}
# Several of them are none: "opposition parties".
_SEVERAL = re.compile(r"\b(?:opposition|ruling|governing) (?:parties|groups|movements|alliances|blocs)\b")
_AFTER = re.compile(r"['’]s?\b|\s([a-z]+)|\s?[^\w\s]|\s?$|\n")


def find_opposition(
    text: str, sentences: Sequence[Span], sightings: Sequence[Sighting], words: Gazetteer
) -> Iterator[tuple[Span, Node, int]]:
    """
    Yield where a report speaks of "the opposition" or "the ruling party", whom that means, and the sentence.

    Nobody is meant where the report calls two so, or speaks of several.
    """
    if "opposition" not in text and "ruling" not in text and "governing" not in text:
        return
    called: dict[str, dict[str, Node]] = {}
    for one in sightings:
        if one.node is None or one.node.known or one.node.kind not in ("body", "group") or one.node.party is not None:
            continue
        match = _CALLED.search(text, max(0, one.name.full.start - _REACH), one.name.full.start)
        if match is not None:
            called.setdefault(_SIDES.get(match["side"], match["side"]), {})[one.node.id] = one.node
    for one, other in pairwise(sightings):
        # "The opposition leader, Ada Roe ... Roe's Lake Movement".
        if other.node is not None and one.node is not None and _leads(one.node) and _is_of(text, one.name, other):
            called.setdefault("opposition", {})[other.node.id] = other.node
    if not called:
        return
    several = {_SIDES.get(one[0].split()[0].lower(), one[0].split()[0].lower()) for one in _SEVERAL.finditer(text)}
    firsts = [sentence.start for sentence in sentences]
    for match in _POINTED.finditer(text):
        side = _SIDES.get(match["side"], match["side"])
        nodes = called.get(side, {})
        number = bisect_right(firsts, match.start()) - 1
        alone = match["party"] is not None or side == "opposition"
        if alone and len(nodes) == 1 and side not in several and number >= 0 and _is_alone(text, match.end(), words):
            yield Span(match.start() + len("the "), match.end()), next(iter(nodes.values())), number


def _leads(node: Node) -> bool:
    return node.kind == "person" and any("opposition leader" in role for role in node.roles)


def _is_of(text: str, leader: Name, party: Sighting) -> bool:
    """Tell whether a possessive makes a body that no pack lists a leader's."""
    body = party.node
    if body is None or body.known or body.kind != "body" or body.party is not None:
        return False
    return OWNS.fullmatch(text, leader.end, party.name.start) is not None and not PART.match(text, party.name.end)


def _is_alone(text: str, end: int, words: Gazetteer) -> bool:
    """Tell whether words end a noun phrase: "the opposition said", and no "opposition leader" or "opposition LMP"."""
    match = _AFTER.match(text, end)
    if match is None:
        return False
    word = match[1]
    if word is None:
        return True
    grammar = word in STOP or word in AUXILIARIES or word in PREPOSITIONS
    return grammar or word in words.speech or word in words.wills or word.endswith("ed")
