"""Where the clause around a word that takes a stand begins and ends, what it hangs on, and whose it is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

import msgspec

from crosswire.model import Article, Figure, Move, Span, Statement
from crosswire.packs import Packs
from crosswire.read.cues import Cue
from crosswire.read.grammar import AUXILIARIES, NEGATORS, PREPOSITIONS, RELATIVES, is_adverb, names_post, opens_past
from crosswire.read.loaded import Hit
from crosswire.read.move_accords import tells_of_accord
from crosswire.read.move_offices import Offices, offices_in
from crosswire.read.scene import Scene
from crosswire.read.words import fold

# What ends a clause whatever stands before it.
_STOPS = frozenset({";", ":", "—", "–", ".", "?", "!", "\n"})
# What opens a clause of its own: a stand is not told past it.
_OPENS = frozenset("while whereas although though but because since when whenever after before amid despite as".split())
_JOINS = frozenset({"and", "or", "but", ","})
# Words between a joint and the verb it joins: "and, an aide said, now demands".
_JOINED = 4
_ASIDE = frozenset({"which", "who", "whose", "whom", "where"})
_ISSUE = "issue:"
# Subjects that are all who talk: "each will cut its quota", "the two sides settled on".
WHOLE = frozenset(
    str.split("""
    sides parties delegations governments teams both each they neighbours neighbors countries leaders ministers
    negotiators two three partners capitals foes rivals
    """)
)
# Acts that answer what was put: without an object they answer it all the same.
ANSWERS = frozenset({"ACCEPT", "REJECT", "CONCEDE"})
_IT = frozenset({"it", "them", "these", "those", "either"})
_PARTICLES = frozenset({"to", "for", "on", "down", "out", "off", "with", "up", "back", "of"})
_QUOTES = frozenset({'"', "“", "‘"})
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
# A stand is put in few words; the bound keeps the work of a long sentence small.
_LONGEST = 60
# A bare "until" or "while" is a condition of what is refused or kept, else a time; with a share "while" gives a reason.
# Words between "if" and the verb of its clause.
_HINGE = 14
_LABEL = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2}: ")
_ONCE = re.compile(r"(?<![\w-])(?<!\bat )once(?! (?:more|again|and|a|in|per)\b)(?= )")
_HINGES = re.compile(r"(?<![\w-])(?:until|till|whether)(?![\w-])")
_WHILE = re.compile(r"(?<![\w-])(?:until|till|while(?!.{0,90}\b(?:third|half|than)\b)|without|before)(?![\w-])")


class Floor(msgspec.Struct, frozen=True):
    """One article laid out for reading moves: its scene, its statements and what is looked up of any stretch."""

    article: Article
    scene: Scene
    statements: Sequence[Statement]
    issues: Sequence[Hit]
    issue_starts: Sequence[int]
    evidence_ends: Sequence[int]
    figures: Sequence[Figure]
    openers: re.Pattern[str]
    own: frozenset[str]
    bids: frozenset[str]
    low: str
    agreed: bool
    paper: re.Pattern[str]
    voices: Sequence[tuple[int, int, str]]
    vowed: frozenset[str]
    offices: Offices = {}

    def voice_at(self, offset: int) -> str | None:
        """Return who speaks in the paragraph that a place is in, where its label says so: "LEE: We asked for more."."""
        at = bisect_right(self.voices, (offset, len(self.low), "")) - 1
        found = self.voices[at] if at >= 0 else None
        return found[2] if found is not None and found[0] <= offset < found[1] else None

    def issues_in(self, span: Span) -> tuple[str, ...]:
        """Return the issues named in a stretch, in the order of their words, the longer name first."""
        hits = self.issues[bisect_left(self.issue_starts, span.start) : bisect_left(self.issue_starts, span.end)]
        if not hits:
            return ()
        ordered = sorted(hits, key=lambda hit: (hit.start, hit.start - hit.end))
        return tuple(dict.fromkeys(hit.key[len(_ISSUE) :] for hit in ordered))

    def names_matter(self, first: int, stop: int) -> bool:
        """Tell whether the text from `first` to before `stop` names an issue."""
        at = bisect_left(self.issue_starts, first)
        return at < len(self.issue_starts) and self.issue_starts[at] < stop

    def span(self, places: range) -> Span:
        """Return the span of the words at `places`."""
        words = self.scene.words
        if not places:
            start = words.starts[min(places.start, len(words.starts) - 1)]
            return Span(start, start)
        return Span(words.starts[places.start], words.starts[places.stop - 1] + len(words.low[places.stop - 1]))


def is_stop(floor: Floor, place: int) -> bool:
    """Tell whether a mark ends a clause; the point of "$4.10" ends nothing."""
    words = floor.scene.words
    if words.low[place] not in _STOPS:
        return False
    after = place + 1 < len(words.low) and words.starts[place + 1] == words.starts[place] + 1
    return not (words.low[place] in (".", ":") and after and words.low[place + 1][0].isdigit())


def right_end(floor: Floor, place: int, limit: range, cues: Sequence[Cue]) -> int:
    """Return the word before which the clause that goes on at `place` ends: another clause or another stand begins."""
    low = floor.scene.words.low
    verbs = {cue.first for cue in cues if cue.kind != "noun"}
    for step in range(place, min(limit.stop, place + _LONGEST)):
        word = low[step]
        if is_stop(floor, step) or (word in _OPENS and not names_post(low, step)):
            return step
        if word == "," and step + 1 < limit.stop and (low[step + 1] in _ASIDE or _opens_clause(floor, step, limit)):
            return step
        if word == "so" and low[step + 1 : step + 2] == ["that"]:
            return step
        if word in _JOINS and (_joins_verb(floor, step, limit, verbs) or (word == "and" and opens_past(low, step))):
            return step
    return min(limit.stop, place + _LONGEST)


def _opens_clause(floor: Floor, comma: int, limit: range) -> bool:
    """Tell whether a comma leads to "by which time ..." or to a named subject's own verb: ", Borland was ..."."""
    low, owner = floor.scene.words.low, floor.scene.words.owner
    if low[comma + 1] in PREPOSITIONS and low[comma + 2 : comma + 3] == ["which"]:
        return True
    at = comma + 1 + (low[comma + 1] == "the")
    if at >= limit.stop or owner[at] < 0 or floor.scene.mentions[owner[at]].actor is None:
        return False
    while at < limit.stop and (owner[at] >= 0 or low[at] == "and"):
        at += 1
    return at < limit.stop and low[at] in AUXILIARIES and low[at] != "'s"


def _joins_verb(floor: Floor, step: int, limit: range, verbs: set[int]) -> bool:
    """Tell whether "and" at `step` leads to another verb that takes a stand, or to another subject's."""
    low, owner = floor.scene.words.low, floor.scene.words.owner
    for at in range(step + 1, min(limit.stop, step + 2 + _JOINED)):
        if at in verbs:
            return True
        light = low[at] in AUXILIARIES or low[at] in NEGATORS or is_adverb(low[at]) or owner[at] >= 0
        if not (light or low[at] in ("it", "they", "he", "she", "the", "its", "to")):
            return False
    return False


def left_end(floor: Floor, place: int, limit: range) -> int:
    """Return the word at which the clause that runs up to `place` begins."""
    low = floor.scene.words.low
    for step in range(place - 1, max(limit.start, place - _LONGEST) - 1, -1):
        word = low[step]
        if is_stop(floor, step) or word in _OPENS or word == "that":
            return step + 1
        if word == "," and step + 1 < place and low[step + 1] in RELATIVES:
            return step + 1
        if word == "and" and step > limit.start and low[step - 1] == ",":
            return step + 1
    return max(limit.start, place - _LONGEST)


def condition_of(floor: Floor, first: int, limit: range, *, refused: bool, given: bool = False) -> Span | None:
    """
    Return the words a stand hangs on: those after "if", "unless", "provided", or before it at the clause's head.

    Of what is refused "until" and "while" open one too, of what will be given "once" does.
    """
    words = floor.scene.words
    if first >= limit.stop:
        return None
    here = floor.span(limit)
    start = words.starts[first]
    found = floor.openers.search(floor.low, start, here.end) or floor.openers.match(floor.low, here.start, start)
    if found is None and refused:
        found = _WHILE.search(floor.low, start, here.end)
    if found is None and given:
        found = _ONCE.search(floor.low, start, here.end)
    if found is None:
        return None
    stop = next((at for at in range(words.at(found.end()), limit.stop) if is_stop(floor, at)), limit.stop)
    if found.start() < start:
        comma = (at for at in range(words.at(found.end()), first) if words.low[at] == ",")
        stop = next(comma, first)
    end = floor.span(range(words.at(found.start()), stop)).end
    return Span(found.start(), end) if end - found.end() > 2 else None


@lru_cache(maxsize=8)
def _openers(words: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w-])(?:{named})(?![\w-])(?! (?:necessary|possible|needed|any\b|so\b|not\b|only\b))")


def matters_in(hits: Iterable[Hit], packs: Packs) -> list[Hit]:
    """Return the words for issues that are negotiated: topics of general news are not."""
    if packs.digest not in _matters:
        _matters[packs.digest] = frozenset(_ISSUE + one.id for one in packs.issues if not one.general)
    known = _matters[packs.digest]
    return [hit for hit in hits if hit.key in known]


_matters: dict[str, frozenset[str]] = {}


def _voices(text: str, statements: Sequence[Statement]) -> list[tuple[int, int, str]]:
    """Return the paragraphs that open with a speaker's name in capitals and a colon, and who speaks in each."""
    found = []
    for said in statements:
        start = said.evidence.start
        if said.speaker is not None and _LABEL.match(text, start) and text[max(0, start - 1) : start] in ("", "\n"):
            end = text.find("\n", start)
            found.append((start, end if end >= 0 else len(text), said.speaker))
    return sorted(dict.fromkeys(found))


@lru_cache(maxsize=8)
def _papers(words: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
    return re.compile(
        rf"\b(?:under|as part of|by|in line with) (?:an?|the|this|that|its|their|terms of the) (?:[\w-]+ ){{0,2}}?"
        rf"(?:{named}|programme)\b|\bthe (?:text|{named}) (?:commits|obliges|binds|requires|provides)\b"
    )


def lay_floor(
    article: Article,
    scene: Scene,
    statements: Sequence[Statement],
    matters: Sequence[Hit],
    figures: Sequence[Figure],
    packs: Packs,
) -> Floor:
    """Lay an article out for its moves; the packs' lists say what opens a condition, who is "our side", what a bid."""
    ordered = sorted(statements, key=lambda one: (one.evidence.start, one.evidence.end, one.id))
    vows = frozenset(packs.words("pledging"))
    return Floor(
        article,
        scene,
        ordered,
        matters,
        [hit.start for hit in matters],
        list(accumulate((one.evidence.end for one in ordered), max)),
        figures,
        _openers(("if", *packs.words("condition_openers"))),
        frozenset(packs.words("own_side")),
        frozenset(packs.words("bids")),
        fold(article.text),
        tells_of_accord(fold(article.text), statements),
        _papers(packs.words("accords")),
        _voices(article.text, ordered),
        frozenset(one.id for one in ordered if one.mode == "narrated" or one.lemma in vows),
        offices_in(article, scene, packs),
    )


def party_of(floor: Floor, mention: int | None) -> str | None:
    """Return the actor of a mention that can take a stand."""
    actor = floor.scene.mentions[mention].actor if mention is not None else None
    known = floor.scene.actors.get(actor or "")
    return actor if known is not None and known.kind in ("state", "body", "group", "person") else None


def head_of(low: Sequence[str], place: int, limit: range) -> str:
    """Return the word that a verb's auxiliaries follow, the last one of its subject."""
    step = head_place(low, place, limit)
    return low[step] if step >= limit.start else ""


def head_place(low: Sequence[str], place: int, limit: range) -> int:
    """Return where the last word of a verb's subject stands, before "has", "not" and "continues to"."""
    step = place - 1
    while step >= limit.start:
        if low[step] == "to" and step > limit.start and low[step - 1].startswith("continu"):
            step -= 2
        elif low[step] in AUXILIARIES or low[step] in NEGATORS or is_adverb(low[step]):
            step -= 1
        else:
            break
    return step


def is_price(floor: Floor, condition: Span) -> bool:
    """Tell whether words name what is wanted in return: an offer with a price is still an offer."""
    return condition.of(floor.low).startswith(("in exchange", "in return"))


def side_of(floor: Floor, actor: str | None) -> str | None:
    """Return the state of a body that is only named as its people ("the Vardan delegation"), else the actor."""
    known = floor.scene.actors.get(actor or "")
    if known is None or known.known or known.kind not in ("body", "group"):
        return actor
    first, last = known.name.lower().split()[0], known.name.lower().split()[-1]
    side = floor.scene.table.adjectives.get(first)
    return side if side in floor.scene.actors and last in floor.own else actor


def people_of(floor: Floor, place: int, limit: range) -> str | None:
    """Return whose people a word like "delegation" or "members" tells of: by the words around it."""
    low, words = floor.scene.words.low, floor.scene.words
    for at in range(place - 1, max(limit.start, place - 4) - 1, -1):
        if words.owner[at] >= 0 and floor.scene.mentions[words.owner[at]].actor is not None:
            return side_of(floor, floor.scene.mentions[words.owner[at]].actor)
        if low[at] in floor.scene.table.adjectives:
            return floor.scene.table.adjectives[low[at]]
    if low[place + 1 : place + 2] == ["of"]:
        for at in range(place + 2, min(limit.stop, place + 5)):
            if words.owner[at] >= 0:
                return side_of(floor, floor.scene.mentions[words.owner[at]].actor)
    return None


def draw_move(
    floor: Floor,
    said: Statement,
    name: str,
    holder: str | None,
    target: str | None,
    places: range,
    cue: Cue,
    condition: Span | None,
) -> Move:
    """Return the move whose words stand at `places`."""
    span = floor.span(places)
    words = floor.scene.words
    start = words.starts[cue.first]
    # A stand of its verb alone is told by that word.
    end = max(span.end, start) if places else max(span.end, words.starts[cue.last] + len(words.low[cue.last]))
    return Move(
        statement=said.id,
        act=name,
        span=span,
        clause=Span(min(span.start, start), end),
        agent=holder,
        target=target if target != holder else None,
        issues=floor.issues_in(span)
        or (floor.issues_in(condition) if condition and is_price(floor, condition) else ()),
        condition=condition,
        hinge=floor.issues_in(condition) if condition is not None else (),
        back=_points_back(floor, places, cue, name),
        joint=name == "AGREE_JOINT",
    )


def _points_back(floor: Floor, places: range, cue: Cue, name: str) -> bool:
    """Tell whether the words of a stand name nothing by themselves: "it", "the offer", or none; "a deal" is new."""
    low = floor.scene.words.low
    inside = [low[at] for at in range(cue.first + 1, cue.last + 1)]
    if _IT.intersection(inside) or floor.bids.intersection(inside[:-1]):
        return name in ANSWERS or not _IT.intersection(inside)  # "turned it down", "turned the offer down"
    words = [low[at] for at in places if at > cue.last or at < cue.first]
    while words and words[0] in _QUOTES:
        words.pop(0)
    if len(words) == 2 and words[1] in AUXILIARIES:  # "This was rejected"
        words.pop()
    bare = name in ("DEMAND", "APPEAL") and not {"a", "an"}.isdisjoint((low[cue.last], *words[:1]))
    while words and (words[0] in _PARTICLES or words[0] in ("the", "a", "an", "that", "this", "its", "their", "both")):
        if words[0] in ("that", "this", "both") and (len(words) == 1 or not words[1].isalpha()):
            return True
        words.pop(0)
    if not words or not words[0][0].isalnum() or words[0] in _IT:
        return name in ANSWERS
    named = next((at for at, word in enumerate(words[:3]) if word in floor.bids), None)
    if named is not None:
        return not bare and "".join(words[named + 1 : named + 2]) not in _ON
    return words[0][0].isdigit() or (len(words) > 1 and words[0] in _NUMBERS)


_ON = frozenset({"for", "of", "that", "to", "on", "over"})


def is_hinge(floor: Floor, cue: Cue) -> bool:
    """
    Tell whether a verb stands in a condition or an open question: "if Borland accepts it", "whether it will accept".

    The word that opens it may stand before what somebody is said to do: "If Borland rejects it, ...".
    """
    words = floor.scene.words
    first = words.starts[max(0, cue.first - _HINGE)]
    here = words.starts[cue.first]
    found = (*floor.openers.finditer(floor.low, first, here), *_HINGES.finditer(floor.low, first, here))
    last = max(found, key=lambda match: match.start(), default=None)
    return last is not None and not any(mark in floor.low[last.end() : here] for mark in (",", ";", ".", "\n"))
