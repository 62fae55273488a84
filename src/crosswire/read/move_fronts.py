"""What a sentence is put under, and whose spokesman it cites without a name."""

import re
from collections.abc import Sequence

from crosswire.model import Span, Statement
from crosswire.read.move_clause import Floor, party_of
from crosswire.read.unnamed_voice import NOT_OF_IT, OFFICIALS

# What puts a sentence under a matter, the words such a front has at most, and those of a heading.
_FRONTING = frozenset({"on", "over", "about", "regarding", "concerning"})
_FRONTING_TWO = frozenset({"as for", "as regards", "as to", "with regard", "in regard", "with respect"})
_FRONT, _HEADING, _LEAD = 12, 6, 20
# Who speaks for a side without a name.
_SPEAKING = frozenset(
    "spokesman spokeswoman spokesperson negotiator negotiators team delegation leader president premier chancellor "
    "ambassador delegate delegates".split()
)
_THEIR = frozenset({"its", "their", "his", "her"})
# "It was likewise stressed", "it was also pointed".
_NOBODY = re.compile(r"\bit (?:was|has been|is) (?:[a-z]+ ){0,2}$")
# Words of "its latest pay offer" before its noun ends.
_NAMED = 4
_PAIR = 2
# How a source without a name is called again, and the characters between its words.
_ONCE_MORE = frozenset(
    "he|she|they|the source|the sources|the official|the officials|the diplomat|the spokesman|the spokeswoman|"
    "the spokesperson|the negotiator|the envoy".split("|")
)
_SOON = 400


def fronted(floor: Floor, sentence: Span, before: Span | None, stop: int) -> tuple[str, ...]:
    """Return the issues a sentence is put under: "On pay, it ...", "As for the levy ...", or a heading before it."""
    words = floor.scene.words
    places = words.inside(sentence)
    if _is_front(words.low, places.start):
        comma = next((at for at in places[:_FRONT] if words.low[at] == ","), places.start)
        if found := floor.issues_in(Span(sentence.start, min(stop, words.starts[comma]))):
            return found
    colons = (at for at in places[1:_LEAD] if words.low[at] == ":" and not words.low[at - 1].isdigit())
    colon = next((at for at in colons if words.starts[at] < stop), places.start)
    on = next((at for at in range(places.start + 1, colon) if words.low[at] in _FRONTING), colon)
    if on < colon and (found := floor.issues_in(Span(words.starts[on], words.starts[colon]))):
        return found  # 'Lee on the levy, between two meetings: "It pays for our roads."'
    if before is None:
        return ()
    earlier = words.inside(before)
    timed = sum(words.low[at][0] in ":0123456789" for at in earlier[:3])  # "12:45 Movement on pay."
    heading = len(earlier) - timed <= _HEADING or words.low[earlier.start] in _FRONTING
    return floor.issues_in(before) if heading or _is_front(words.low, earlier.start, whole=False) else ()


def _is_front(low: Sequence[str], place: int, *, whole: bool = True) -> bool:
    """Tell whether what opens a sentence puts it under a matter: "On pay, ...", "As regards the levy, ..."."""
    return (whole and low[place] in _FRONTING) or " ".join(low[place : place + 2]) in _FRONTING_TWO


def side_of_source(floor: Floor, said: Statement) -> str | None:
    """Return whose spokesman is cited without a name: "a Unity spokesman says", "an official of Arland"."""
    if said.source is None or _NOBODY.search(floor.low, said.evidence.start, said.cue.start if said.cue else 0):
        return _who_went_on(floor, said)
    places = floor.scene.words.inside(said.source)
    low = floor.scene.words.low[places.start : places.stop]
    if " ".join(low) in _ONCE_MORE:
        first = _first_of(floor, said)
        return side_of_source(floor, first) if first is not None else None
    side = side_of_official(floor, low)
    official = not OFFICIALS.isdisjoint(low) and NOT_OF_IT.isdisjoint(low)
    if side is not None or (_SPEAKING.isdisjoint(low) and not official):
        return side
    found = {party_of(floor, floor.scene.words.owner[at]) for at in places if floor.scene.words.owner[at] >= 0}
    known = [floor.scene.actors[one] for one in found if one is not None]
    return known[0].id if len(known) == 1 and known[0].kind in ("state", "body", "group") else None


def _first_of(floor: Floor, said: Statement) -> Statement | None:
    """Return what was said last before this by the source without a name that "the source" or "he" goes on from."""
    for one in reversed(floor.statements):
        if one.source is None or said.source is None or one.source.end > said.evidence.start:
            continue
        if one.speaker is not None or one.unnamed is None or said.evidence.start - one.evidence.end > _SOON:
            return None
        words = floor.scene.words.inside(one.source)
        if " ".join(floor.scene.words.low[words.start : words.stop]) not in _ONCE_MORE:
            return one
    return None


def sides_of_source(floor: Floor, said: Statement) -> tuple[str, ...]:
    """Return the two sides that speak with one voice: "Arland and Borland both demanded"; none for one or three."""
    if said.source is None:
        return ()
    words, named = floor.scene.words, list[str]()
    for at in words.inside(said.source):
        actor = party_of(floor, words.owner[at]) if words.owner[at] >= 0 else None
        if actor is None and words.low[at] not in ("and", "both"):
            return ()
        if actor is not None and actor not in named:
            named.append(actor)
    return tuple(named) if len(named) == _PAIR else ()


def _who_went_on(floor: Floor, said: Statement) -> str | None:
    """Return who spoke last where a report goes on without a name: "It was stressed that no ship would leave"."""
    if said.cue is None or said.mode != "indirect":
        return None
    if _NOBODY.search(floor.low, max(said.evidence.start, said.cue.start - _LEAD), said.cue.start) is None:
        return None
    before = [one for one in floor.statements if one.evidence.start < said.evidence.start and one.speaker is not None]
    return before[-1].speaker if before else None


def side_of_official(floor: Floor, low: Sequence[str]) -> str | None:
    """Return whose official speaks without a name, by the one adjective of a side: "a senior Peruvian official"."""
    if (OFFICIALS.isdisjoint(low) and _SPEAKING.isdisjoint(low)) or not NOT_OF_IT.isdisjoint(low):
        return None
    sides = {floor.scene.table.adjectives[word] for word in low if word in floor.scene.table.adjectives}
    side = next(iter(sides)) if len(sides) == 1 else None
    return side if side in floor.scene.actors else None


def under_own_bid(floor: Floor, limit: range) -> bool:
    """Tell whether a clause tells what a side's own bid would have it do: "under its latest offer Peru would"."""
    low = floor.scene.words.low
    return any(
        low[at] == "under" and low[at + 1] in _THEIR and not floor.bids.isdisjoint(low[at + 2 : at + 2 + _NAMED])
        for at in range(limit.start, limit.stop - 2)
    )
