"""Who "he", "the minister" and "the company" are: the nearest fitting actor, or nobody."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from crosswire.model import Actor, Mention, Quote, Span
from crosswire.model.reading import MentionKind
from crosswire.read.antecedents import Seen, choose
from crosswire.read.by_country import by_country, people_of
from crosswire.read.gazetteer import Entry, Gazetteer, slug
from crosswire.read.home_names import of_home
from crosswire.read.institutions import institution, pointed
from crosswire.read.nodes import Node, Sighting
from crosswire.read.opposition import find_opposition
from crosswire.text.tokens import STOP

_EMPTY_IT = re.compile(
    r"[Ii]t(?:\s(?:is|was|would be|will be|may be|might be|has been|had been|seems?|seemed|appears?|appeared|turns? out"
    r"|turned out|remains?|takes?|took|comes? to|came to)\b|['’]s\b)"
)
_VERB_AFTER = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?(?:,[^,.;:\n]{1,80},)?\s(?!(?:of|in|on|at|and|or|for|with|to|from|by|as)\b)[a-z]{2,}"
)
_WORD_AFTER = re.compile(r"\s([a-z][a-z\-]{1,20})\b")
_LISTED = re.compile(r"\s(?:and|or)\s([A-Z][a-z]+)(?=\s)")
_SUBJECT = frozenset({"he", "she", "they", "it"})
# Verbs whose subject may follow them: "said Ann Berg, adding that she".
_INVERTED = frozenset({"said", "says", "added", "adds", "replied", "wrote"})
_STOPS = frozenset(",.;")
_OWNERS = frozenset({"his", "her", "their"})
_PREPOSITIONS = frozenset("of in on at by with for from to about against into over after before between and".split())


def resolve(
    text: str,
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
    quotes: Sequence[Quote],
    sightings: Sequence[Sighting],
    words: Gazetteer,
) -> tuple[list[Actor], list[Mention]]:
    """Return actors by first mention, and all mentions, references resolved where one antecedent fits."""
    speech = [quote for quote in quotes if quote.kind in ("speech", "dialogue") and quote.parent is None]
    seen = _named(text, sentences, speech, sightings, words)
    seen = _merge(seen, _references(text, sentences, speech, words))
    choose(text, seen, words)
    seen = [item for item in seen if item.node is not None or not item.rival]
    used: dict[str, Node] = {}
    for item in seen:
        if item.node is not None:
            used.setdefault(item.node.id, item.node)
    mentions = [
        Mention(item.start, item.end, item.kind, None if item.node is None else item.node.id, item.full)
        for item in seen
    ]
    return [node.actor() for node in used.values()], mentions


def _named(
    text: str, sentences: Sequence[Span], speech: Sequence[Quote], sightings: Sequence[Sighting], words: Gazetteer
) -> list[Seen]:
    """Place the names: their quotation, their clause, and a nationality together with the group it heads."""
    starts = [quote.start for quote in speech]
    nodes = {sighting.node.id: sighting.node for sighting in sightings if sighting.node is not None}
    people = people_of(nodes.values())
    seen: list[Seen] = []
    for sighting in sightings:
        name, node, kind = sighting.name, sighting.node, sighting.kind
        start, end, full = name.start, name.end, name.full
        holder = by_country(text, sighting, people, words)
        group = holder or institution(text, sighting, nodes, words) or _group(text, sighting, nodes, words)
        if group is not None:
            node, end = group
            kind = "title" if holder else "nominal"
            full = _with_article(text, Span(start, end))
            # What a state strikes with is not its name, and tells one deed from another.
            end = end if node.kind != "state" or words.arms.match(text, name.end) is None else name.end
        if node is None:
            continue
        item = Seen(start, end, kind, node, full, name.sentence, _inside(start, starts, speech))
        item.possessive = text[end : end + 2] in ("'s", "’s") or text[end : end + 1] in ("'", "’")
        item.subject = not item.possessive and _is_subject(text, sentences[name.sentence].start, full)
        seen.append(item)
    placed: list[list[Seen]] = []
    homes = [*of_home(text, sightings, sentences, nodes, words), *find_opposition(text, sentences, sightings, words)]
    homes = sorted(homes, key=lambda found: found[0])
    for found in (homes, list(pointed(text, sightings, sentences, nodes, words))):
        placed.append(
            [
                Seen(
                    span.start,
                    span.end,
                    "nominal",
                    node,
                    _with_article(text, span),
                    number,
                    _inside(span.start, starts, speech),
                )
                for span, node, number in found
            ]
        )
        for item in placed[-1]:
            item.subject = _is_subject(text, sentences[item.sentence].start, item.full)
    # What a name covers is the name's; what is pointed at covers the names in it.
    seen = _merge(seen, placed[0])
    return _merge(placed[1], seen) if placed[1] else seen


def _with_article(text: str, span: Span) -> Span:
    before = span.start - len("the ")
    return Span(before, span.end) if text[max(0, before) : span.start].lower() == "the " else span


def _group(text: str, sighting: Sighting, nodes: dict[str, Node], words: Gazetteer) -> tuple[Node, int] | None:
    """Return the group a nationality or party adjective heads ("Ukrainian negotiators"), and where it ends."""
    entry = sighting.name.entry
    if sighting.node is not None and sighting.node.kind == "person":
        return _camp(text, sighting.name.end, sighting.node, nodes, words)
    if entry is None or entry.kind in ("outlet", "person") or entry.how == "metonym":
        return None
    at = sighting.name.end
    if entry.how == "adjective" and entry.kind == "state" and (match := words.arms.match(text, at)) is not None:
        # "Arlandic air strikes killed four" is told of Arland.
        return _state(entry, nodes), match.end()
    own = at
    if entry.how == "adjective" and entry.kind == "state":
        at = _past_listed(text, at, words)
    listed = at > own
    # A body's own name heads the very next noun only: "Acme drivers", never "Acme offered its drivers".
    for _ in range(1 if entry.how == "name" and entry.kind == "body" else 3):
        match = _WORD_AFTER.match(text, at)
        if match is None or match.group(1) in STOP:
            return None
        at = match.end()
        if match.group(1) in words.group_nouns:
            break
    else:
        return None
    noun = match.group(1)
    at = own if listed else at
    if noun in words.state_nouns and entry.kind == "state":
        return _state(entry, nodes), at
    name = f"{sighting.name.written} {noun}"
    key = slug(name)
    party = entry.party or (None if entry.kind == "place" else entry.id)
    if entry.kind == "state" and noun in words.irregulars:
        party = None  # "Arlandic rebels" are not Arland's
    return nodes.setdefault(key, Node(key, name, "group", party, None, None, False, "they", [name], [])), at


def _past_listed(text: str, at: int, words: Gazetteer) -> int:
    """Return where "and Sudian" ends after a country's adjective: of "Orian and Sudian officials" both are told."""
    match = _LISTED.match(text, at)
    other = words.lone.get(match.group(1)) if match else None
    return match.end() if match and other and other.how == "adjective" else at


def _state(entry: Entry, nodes: dict[str, Node]) -> Node:
    return nodes.setdefault(entry.id, Node(entry.id, entry.name, "state", entry.party, None, None, True, "it", [], []))


def _camp(text: str, at: int, node: Node, nodes: dict[str, Node], words: Gazetteer) -> tuple[Node, int] | None:
    """Return the body a leader's name heads ("the Doe administration", "the Doe campaign")."""
    match = _WORD_AFTER.match(text, at)
    if match is None or match.group(1) not in words.camps:
        return None
    name = f"{node.name.split()[-1]} {match.group(1)}"
    key = slug(name)
    return nodes.setdefault(key, Node(key, name, "body", node.party, None, None, False, "it", [name], [])), match.end()


def _inside(start: int, starts: Sequence[int], speech: Sequence[Quote]) -> int:
    """Return the index of the quotation a place lies in, -1 outside speech."""
    index = bisect_right(starts, start) - 1
    return index if index >= 0 and start < speech[index].end else -1


def _is_subject(text: str, floor: int, full: Span) -> bool:
    end = full.end
    follows = text[end : end + 1]
    if follows in _STOPS:
        lead = text[max(floor, full.start - 8) : full.start].split()
        if lead and lead[-1] in _INVERTED:
            return True
    comma = text[end - 1] == ","
    if not comma and follows != "," and not follows.isspace():
        # No verb can follow.
        return False
    before = text[max(floor, full.start - 16) : full.start].split()
    if before and before[-1].lower() in _PREPOSITIONS:
        return False
    if comma or follows == ",":
        return not before or _VERB_AFTER.match(text, end - comma) is not None
    return _VERB_AFTER.match(text, end) is not None


def _references(text: str, sentences: Sequence[Span], speech: Sequence[Quote], words: Gazetteer) -> list[Seen]:
    """Find pronouns and "the minister" kinds of mention, and unnamed people who may be meant instead."""
    starts = [quote.start for quote in speech]
    firsts = [sentence.start for sentence in sentences]
    seen: list[Seen] = []

    def add(start: int, end: int, kind: MentionKind, *, rival: bool = False) -> None:
        number = bisect_right(firsts, start) - 1
        if number >= 0 and end <= sentences[number].end:
            item = Seen(start, end, kind, None, Span(start, end), number, _inside(start, starts, speech), rival=rival)
            if kind == "pronoun":
                item.subject = text[start:end].lower() in _SUBJECT
            else:
                item.subject = _is_subject(text, sentences[number].start, item.full)
            seen.append(item)

    reach = 0
    for match in words.reference.finditer(text):
        start, end = match.span()
        pronoun, noun = match.groups()
        if noun == "delegation" and text.startswith(" of ", end):
            continue  # "the delegation of Arland" is named anew, and not pointed at
        if noun is not None:
            add(start, end, "title" if noun in words.person_nominals else "nominal")
            continue
        if pronoun is not None:
            if text[start] not in "iI" or not _EMPTY_IT.match(text, start):
                add(start, end, "pronoun")
            if match.group().lower() not in _OWNERS:
                continue
        # "One of his aides" is one stranger, not two.
        stranger = words.rival.match(text, start) if start >= reach else None
        if stranger is not None:
            reach = stranger.end()
            add(start, reach, "nominal", rival=True)
    return seen


def _merge(seen: list[Seen], more: list[Seen]) -> list[Seen]:
    """Merge two lists in text order; a newcomer inside a mention (or its title) is left out."""
    merged: list[Seen] = []
    index, reach = 0, 0
    for item in more:
        while index < len(seen) and seen[index].start < item.end:
            merged.append(seen[index])
            reach = max(reach, seen[index].end)
            index += 1
        covered = item.start < reach or any(
            other.full.start <= item.start and item.end <= other.full.end and item.kind != "pronoun"
            for other in (*merged[-1:], *seen[index : index + 1])
        )
        if not covered:
            merged.append(item)
            reach = max(reach, item.end)
    return [*merged, *seen[index:]]
