"""Find the incidents an article tells of: a deed laid at a side's door, and what that side answers."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Article, Breach, IncidentType, Reading, Response, Span, Statement, When
from crosswire.packs import Packs
from crosswire.read.breach_tolls import count_in, tolls_in
from crosswire.read.breach_words import Kinds, incident_kinds
from crosswire.read.cues import act_table
from crosswire.read.grammar import BE, MODALS, NEGATORS, PREPOSITIONS
from crosswire.read.scene import ARMS
from crosswire.read.silence import SILENT, SILENT_ANYWHERE
from crosswire.read.words import Words, find_words
from crosswire.text.tokens import terms

_ACTING = frozenset({"state", "body", "group"})
_LAYING = frozenset({"ACCUSE"})
_OWNING = frozenset({"admit", "acknowledge", "confirm", "concede"})
_DEEDS = frozenset({"ATTACK", "VIOLATE", "DETAIN", "MOBILISE"})
_EACH_OTHER = re.compile(r"\b(?:each other|the other|one another|traded (?:accusations|blame)|mutual accusations)\b")
_TOLL = re.compile(r"\b(?:death toll|toll (?:rose|has risen|had risen|climbed)|number (?:killed|of dead|of deaths))\b")
# What is fired stands somewhere: "guns on the peninsula" are not where the shells fell.
_ARMS = frozenset("guns artillery mortar gunners howitzers rocket rockets".split())
_HYPOTHETICAL = frozenset({"if", "whether", "would", "could", "might", "may", "should", "will", "unless"})
# Between a side and what it did nothing of these stands: another clause has begun.
_STOPS = frozenset(
    {"after", "before", "when", "while", "as", "because", ";", ":", "—", "which", "that", "says", "said"}
)
_DESERTERS = frozenset({"defectors", "deserters", "dissidents", "exiles"})
_NEAR = 9
_LONGEST = 1200


class _Unit(msgspec.Struct, frozen=True, gc=False):
    """One sentence of what a statement says, as word places."""

    said: Statement
    places: range


class _Desk(msgspec.Struct, frozen=True):
    article: Article
    reading: Reading
    words: Words
    kinds: Kinds
    adjectives: dict[str, str]
    actor_kinds: dict[str, str]
    named: list[int]
    sentence_starts: list[int]
    silent: bool


def find_breaches(article: Article, reading: Reading, packs: Packs) -> tuple[Breach, ...]:
    """
    Return what the statements of an article tell of incidents, in text order; `reading` already holds them.

    An item with an `answer` is what the accused side says to it. A column accuses nobody here, nor does a headline.

    >>> from crosswire.packs import load
    >>> from crosswire.read import read_article
    >>> text = "Peru accused Chile of shelling the port of Arica on Monday."
    >>> [(b.type, b.accused, b.accuser) for b in read_article(Article("a", text), load("core", "negotiation")).breaches]
    [('shelling', 'CHL', 'PER')]
    """
    kinds = incident_kinds(packs)
    if article.genre == "opinion" or not kinds.by_word:
        return ()
    words = find_words(article.text, reading.mentions)
    desk = _Desk(
        article,
        reading,
        words,
        kinds,
        act_table(packs).adjectives,
        {actor.id: actor.kind for actor in reading.actors},
        [start for start, word in zip(words.starts, words.low, strict=True) if word in kinds.by_word],
        [sentence.start for sentence in reading.sentences],
        SILENT_ANYWHERE.search(_plain(article.text)) is not None,
    )
    found: list[Breach] = []
    for said in reading.statements:
        if said.headline or said.opinion or said.realis == "questioned":
            continue
        found += _answers(desk, said)
        for unit in _units(desk, said):
            found += _incidents(desk, unit)
    return tuple(sorted(_named(desk, found), key=lambda one: (one.span, one.type, one.accused or "", one.statement)))


def _units(desk: _Desk, said: Statement) -> Iterator[_Unit]:
    """Yield the sentences of what is said."""
    for content in said.contents:
        if not _is_named(desk, content):
            continue
        first = max(0, bisect_right(desk.sentence_starts, content.start) - 1)
        for sentence in desk.reading.sentences[first : bisect_left(desk.sentence_starts, content.end)]:
            start, end = max(sentence.start, content.start), min(sentence.end, content.end)
            if start < end and end - start <= _LONGEST and _is_named(desk, Span(start, end)):
                places = desk.words.inside(Span(start, end))
                if places:
                    yield _Unit(said, places)


def _is_named(desk: _Desk, span: Span) -> bool:
    """Tell whether any word in a span may name an incident."""
    first = bisect_left(desk.named, span.start)
    return first < len(desk.named) and desk.named[first] < span.end


def _incidents(desk: _Desk, unit: _Unit) -> Iterator[Breach]:
    said, places, words = unit.said, unit.places, desk.words
    acts = {said.act.partition(".")[0], (said.event or "").partition(".")[0]}
    blamed = bool(acts & _LAYING)
    if not blamed and said.speaker is None and not acts & _DEEDS:
        return
    named = desk.kinds.find(words, _charged(words, places) if blamed else places) or desk.kinds.find(words, places)
    if named is None or (said.act == "DENY" and said.mode in ("narrated", "indirect")):
        return
    kind, deed = named
    taken = kind == "seizure" and said.speaker is not None and _is_passive(words, deed, places)
    risen = not blamed and _TOLL.search(said.evidence.quote.lower()) is not None
    if not (blamed or taken or risen or acts & _DEEDS):
        return
    if said.realis in ("conditional", "future") and not blamed:
        return
    low = words.low
    group = range(max(places.start, deed - 4), deed)
    if not blamed and any(low[at] in _HYPOTHETICAL or low[at] in MODALS or low[at] == "to" for at in group):
        return
    if any(low[at] in NEGATORS for at in places) and not blamed:
        return
    within = _Unit(said, _charged(words, places)) if blamed else unit
    if risen:  # "the death toll from the shelling has risen to four" lays it at nobody's door
        yield _breach(desk, within, kind, deed, None, said.speaker)
        return
    for accused, accuser in _charges(desk, unit, deed, blamed=blamed):
        yield _breach(desk, within, kind, deed, accused, accuser)


def _charged(words: Words, places: range) -> range:
    """Return the words of the charge itself: those after "accused" or "blamed", up to a comma."""
    for at in places:
        if words.low[at].startswith(("accus", "blam")):
            stop = next((to for to in range(at + 1, places.stop) if words.low[to] == ","), places.stop)
            return range(at + 1, stop)
    return places


def _is_passive(words: Words, deed: int, places: range) -> bool:
    return any(words.low[at] in BE for at in range(max(places.start, deed - 3), deed))


def _charges(desk: _Desk, unit: _Unit, deed: int, *, blamed: bool) -> list[tuple[str | None, str | None]]:
    """Return who is accused by whom; both ways where each accuses the other, nobody where no side is named."""
    said = unit.said
    sentence = said.evidence.quote.lower()
    if blamed and _EACH_OTHER.search(sentence):
        sides = list(dict.fromkeys(side for _, side in _sides(desk, desk.words.inside(said.evidence.span))))[:2]
        return [(sides[1], sides[0]), (sides[0], sides[1])] if len(sides) == 2 else []
    accuser = said.speaker or (said.agent if said.act in _LAYING else None)
    if said.act in _LAYING and said.target and desk.actor_kinds.get(said.target) in _ACTING:
        return [(said.target, accuser)]
    # "Navy spokesman Maas called it a breach": whose spokesman he is, is nobody he accuses.
    own = {m.actor for m in desk.reading.mentions if said.source and said.source.covers(m.span)} - {said.speaker}
    found = _accused(desk, unit, deed, blamed=blamed)
    found = None if found in own else found
    if found is None and not blamed:
        doer = said.agent if said.act in _DEEDS and not said.speaker else said.event_agent
        doer = doer if said.act in _DEEDS or said.act in ("STATE", "CLAIM_RESP") else None
        if doer and doer not in (said.speaker, *own) and desk.actor_kinds.get(doer) in _ACTING:
            found = doer
    if found is None and said.speaker and desk.words.low[unit.places.start] in ('"', "“", "‘", "they"):
        opening = [word for word in desk.words.low[unit.places.start : unit.places.start + 3] if word.isalpha()]
        found = "they" if opening[:1] == ["they"] else None
    return [(found, accuser)]


def _sides(desk: _Desk, places: range) -> Iterator[tuple[int, str]]:
    """Yield the sides named among words, by name or by the adjective of what is theirs."""
    for at in places:
        owner = desk.words.owner[at]
        if owner >= 0:
            actor = desk.reading.mentions[owner].actor
            if actor is not None and desk.actor_kinds.get(actor) in _ACTING:
                yield at, actor
        elif (actor := desk.adjectives.get(desk.words.low[at])) is not None and _arms_follow(desk, at):
            yield at, actor


def _arms_follow(desk: _Desk, at: int) -> bool:
    """Tell whether an adjective of a state heads its arms: "Chilean rocket artillery", never "a Chilean journalist"."""
    near = desk.words.low[at + 1 : at + 4]
    armed = next((step for step, word in enumerate(near) if word in ARMS or word in desk.kinds.arms), None)
    return armed is not None and not _DESERTERS.intersection(near[armed + 1 :])


def _accused(desk: _Desk, unit: _Unit, deed: int, *, blamed: bool) -> str | None:
    """Return whose deed it is: the side before an active verb, after "by", or the first that is blamed."""
    low, places = desk.words.low, unit.places
    sides = list(_sides(desk, places))
    by = next((at for at in range(deed, min(places.stop, deed + _NEAR)) if low[at] == "by"), None)
    if by is not None:
        after = next((actor for at, actor in sides if by < at <= by + 4), None)
        if after is not None or by <= deed + 3:
            return after
    passive = _is_passive(desk.words, deed, places)
    if blamed:
        return sides[0][1] if sides else None
    if passive:
        return None
    for at, actor in reversed(sides):
        before = low[at - 1] if at > places.start else ""
        before = low[at - 2] if before in ("the", "a", "an") and at - 1 > places.start else before
        if at > deed or deed - at > _NEAR or not _STOPS.isdisjoint(low[at + 1 : deed]):
            continue
        if before not in PREPOSITIONS or at >= deed - 1:
            return actor
    return None


def _breach(
    desk: _Desk, unit: _Unit, kind: IncidentType, deed: int, accused: str | None, accuser: str | None
) -> Breach:
    text, said, words = desk.article.text, unit.said, desk.words
    first, last = unit.places.start, unit.places.stop - 1
    span = Span(words.starts[first], words.starts[last] + len(words.low[last]))
    killed, wounded = tolls_in(desk.reading, words, unit.places)
    kept = [words.low[at] for at in unit.places if words.owner[at] < 0]
    return Breach(
        statement=said.id,
        type=kind,
        span=span,
        accused=accused,
        accuser=accuser,
        place=_place(desk, unit, deed),
        day=_day(desk, said, span, deed),
        words=tuple(one for one in terms(" ".join(kept)) if one.isalpha()),
        count=count_in(desk.reading, span),
        killed=killed,
        wounded=wounded,
        seen=desk.kinds.is_seen(text[said.evidence.start : said.evidence.end]),
        watched=desk.kinds.is_watched(said.source.of(text) if said.source else ""),
    )


def _day(desk: _Desk, said: Statement, span: Span, deed: int) -> When | None:
    """Return the day of an incident: one that stands right before it, the event's, else the one its sentence names."""
    words = desk.words
    for time in said.times:
        at = words.at(time.end)
        if time.precision in ("day", "minute") and time.start < words.starts[deed] and deed - at <= 1:
            return time
    start = words.at(span.start)
    aside = max((at for at in range(start, deed) if words.low[at] in ("after", "following", "since")), default=None)
    if aside is not None and (said.event_date is None or said.event_date.start < words.starts[aside]):
        return None
    if said.event_date is not None and said.event_date.precision in ("day", "minute"):
        return said.event_date
    days = [one for one in said.times if one.precision in ("day", "minute") and span.start <= one.start < span.end]
    return days[0] if len({one.first for one in days}) == 1 else None


def _place(desk: _Desk, unit: _Unit, deed: int) -> str | None:
    """Return where it happened: the place nearest after the deed, else before it."""
    places = []
    for at in unit.places:
        owner = desk.words.owner[at]
        actor = desk.reading.mentions[owner].actor if owner >= 0 else None
        if actor is not None and desk.actor_kinds.get(actor) == "place":
            between = desk.words.low[min(at, deed) : max(at, deed)]
            if "from" not in between and not (desk.words.low[deed] in _ARMS and "on" in between):
                places.append((at < deed, abs(at - deed), actor))
    return min(places)[2] if places else None


def _answers(desk: _Desk, said: Statement) -> Iterator[Breach]:
    """Yield what a side says to what it is accused of: it denies, admits, or says nothing."""
    span = said.contents[0] if said.contents else said.evidence.span
    who = said.speaker or said.agent
    answer: Response | None = None
    if desk.silent and SILENT.search(_plain(said.evidence.quote)):
        sides = [side for _, side in _sides(desk, desk.words.inside(said.evidence.span))]
        who, answer = who or (sides[0] if sides else None), "silent"
    elif said.act.startswith("DENY"):
        answer = "denied"
    elif (
        said.act.startswith("CLAIM_RESP") and said.event in _DEEDS and (said.lemma in _OWNING or said.event == "DETAIN")
    ):
        answer = "admitted"
    if answer is None or who is None:
        return
    places = desk.words.inside(span)
    named = desk.kinds.find(desk.words, places) if places else None
    kept = [desk.words.low[at] for at in places if desk.words.owner[at] < 0]
    unit = _Unit(said, places)
    yield Breach(
        statement=said.id,
        type=named[0] if named else "attack",
        span=span,
        accused=who,
        accuser=who if answer == "admitted" else None,
        place=_place(desk, unit, places.start) if places else None,
        day=_day(desk, said, span, places.start) if places else None,
        words=tuple(one for one in terms(" ".join(kept)) if one.isalpha()),
        answer=answer,
    )


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def _named(desk: _Desk, found: Sequence[Breach]) -> list[Breach]:
    """Say who "they" are where a speaker accuses only one side in the article."""
    party = {actor.id: actor.party or actor.id for actor in desk.reading.actors}
    foes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.accused not in (None, "they") and one.accuser and one.answer is None:
            accused, accuser = party.get(one.accused, one.accused), party.get(one.accuser, one.accuser)
            if accused != accuser:
                foes[accuser][accused] += 1
    named = []
    for one in found:
        if one.accused == "they":
            known = list(foes.get(party.get(one.accuser or "", one.accuser or ""), ()))
            one = msgspec.structs.replace(one, accused=known[0] if len(known) == 1 else None)
        named.append(one)
    return named
