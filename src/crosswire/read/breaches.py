"""Find the incidents an article tells of: a deed laid at a side's door, and what that side answers."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress

import msgspec

from crosswire.model import Article, Breach, IncidentType, Reading, Response, Span, Statement, Time, When
from crosswire.packs import Packs
from crosswire.read.breach_after import answers_after, blamed_for_harm, by_log, tolls_after, with_harm
from crosswire.read.breach_answers import answers_of, speaking_to
from crosswire.read.breach_asides import set_apart
from crosswire.read.breach_charges import DEEDS, FLOUTING, LAYING, charged_in, charges
from crosswire.read.breach_home import find_homes
from crosswire.read.breach_senses import names_none
from crosswire.read.breach_sides import (
    ACTING,
    Desk,
    Unit,
    charges_other,
    is_aside,
    is_passive,
)
from crosswire.read.breach_sites import site_in
from crosswire.read.breach_tolls import count_in, is_all_over, sums_up, tolls_in
from crosswire.read.breach_when import day_of, place_of
from crosswire.read.breach_words import incident_kinds
from crosswire.read.cues import act_table
from crosswire.read.detached import when_of
from crosswire.read.grammar import MODALS, NEGATORS
from crosswire.read.issuer import state_of
from crosswire.read.pledge_scene import starting_in
from crosswire.read.realis import is_month
from crosswire.read.silence import speaks_of_silence
from crosswire.read.words import Words, find_words, fold
from crosswire.text.tokens import terms

_TOLL = re.compile(r"\b(?:death toll|toll (?:rose|has risen|had risen|climbed)|number (?:killed|of dead|of deaths))\b")
_ANSWERS: tuple[Response, ...] = ("denied", "admitted")
_HYPOTHETICAL = frozenset({"if", "whether", "would", "could", "might", "may", "should", "will", "unless"})
# "Said on Friday that soldiers had turned it away a day earlier".
_DAY_BEFORE = re.compile(r"\b(?:a day earlier|the day before|the previous day)\b")
_RAIDS = frozenset({"raided", "attacked", "stormed", "assaulted", "ambushed", "bombed"})
_REPORTED = frozenset({"said", "reported", "believed", "understood", "known"})
# So many, on no day and nowhere: "hundreds of people being killed in army assaults".
_HUNDREDS = re.compile(r"\b(?:hundreds|thousands) (?:of|were|have|had|more|killed|dead|died)\b", re.IGNORECASE)
# What is laid at a side's door day by day is no one incident, nor are the dead of a whole war.
_MANY = re.compile(
    r"\b(?:(?:almost |near-?|nearly )?(?:daily|nightly|weekly)|(?:every|each) (?:day|night|week))\b", re.IGNORECASE
)
_WHOLE_WAR = re.compile(
    r"\bkilled (?:(?:(?:at least|more than|over|nearly|almost|about|some|around) )?\d{1,3},\d{3}\b"
    r"|(?:(?:tens|hundreds|many) of )?thousands\b)",
    re.IGNORECASE,
)
# Only said to be said: "there have been claims that Arland was behind the seizure".
_HEARSAY = re.compile(
    r"\bthere (?:have been|has been|were|was|are|is) (?:\w+ )?"
    r"(?:claims?|suggestions?|speculation|rumou?rs?|suspicions?)\b",
    re.IGNORECASE,
)
# Kinds that say no more than that something was done.
_PLAIN = frozenset({"attack", "breach"})
_LONGEST = 1200


def find_breaches(article: Article, reading: Reading, packs: Packs, words: Words | None = None) -> tuple[Breach, ...]:
    """
    Return what the statements of an article tell of incidents, in text order; `reading` already holds them.

    An item with an `answer` is what the accused side says to it. A column accuses nobody here, nor does a headline.
    `words` are the article's, where they are known.

    >>> from crosswire.packs import load
    >>> from crosswire.read import read_article
    >>> text = "Peru accused Chile of shelling the port of Arica on Monday."
    >>> [(b.type, b.accused, b.accuser) for b in read_article(Article("a", text), load("core", "negotiation")).breaches]
    [('shelling', 'CHL', 'PER')]
    """
    kinds = incident_kinds(packs)
    if article.genre == "opinion" or not kinds.by_word:
        return ()
    words = words or find_words(article.text, reading.mentions)
    desk = Desk(
        article,
        reading,
        words,
        kinds,
        act_table(packs).adjectives,
        {actor.id: actor.kind for actor in reading.actors},
        list(compress(words.starts, map(kinds.by_word.__contains__, words.low))),
        [sentence.start for sentence in reading.sentences],
        speaks_of_silence(fold(article.text)),
        {actor.id: actor.party or actor.id for actor in reading.actors if actor.party or actor.kind in ACTING},
        find_homes(reading, words, act_table(packs).adjectives, state_of(article.outlet, packs)),
    )
    found: list[Breach] = []
    for said in reading.statements:
        if said.headline or said.opinion or said.realis == "questioned" or _is_history(desk, said):
            continue
        if _HEARSAY.search(said.evidence.quote):
            continue
        found += answers_of(desk, said)
        for unit in _units(desk, said):
            found += _incidents(desk, unit)
    found = speaking_to(desk, found)
    found += _told_beside(desk, {one.id: one for one in reading.statements})
    ordered = sorted(reading.statements, key=lambda one: (one.evidence.start, one.id))
    found = with_harm(desk, by_log(desk, found, ordered))
    found += blamed_for_harm(desk, found, ordered)
    found += tolls_after(desk, found, ordered)
    said_to = {one: packs.words(f"answer:{one}") for one in _ANSWERS}
    found += answers_after(desk, found, ordered, said_to)
    found = set_apart(article.text, reading.sentences, _named(desk, found))
    return tuple(sorted(found, key=lambda one: (one.span, one.type, one.accused or "", one.statement)))


def _is_history(desk: Desk, said: Statement) -> bool:
    """Tell whether all that a statement dates lies in an earlier year: "they seized the peninsula in 2019"."""
    published = desk.article.published
    return published is not None and bool(said.times) and all(one.last.year < published.year for one in said.times)


def _units(desk: Desk, said: Statement) -> Iterator[Unit]:
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
                    yield Unit(said, places)


def _is_named(desk: Desk, span: Span) -> bool:
    """Tell whether any word in a span may name an incident."""
    first = bisect_left(desk.named, span.start)
    return first < len(desk.named) and desk.named[first] < span.end


def _incidents(desk: Desk, unit: Unit) -> Iterator[Breach]:
    said, places, words = unit.said, unit.places, desk.words
    low = words.low
    acts = {said.act.partition(".")[0], (said.event or "").partition(".")[0]}
    blamed = said.act in LAYING or (said.event in LAYING and said.act not in DEEDS)
    official = said.speaker is None and desk.article.genre == "statement"
    cited = said.unnamed is not None and said.mode == "indirect"
    if not blamed and said.speaker is None and not official and not acts & DEEDS and not cited:
        return
    charge = charged_in(desk, unit) if blamed else None
    within = charge.words if charge else places
    named = desk.kinds.find(words, within)
    if named is None and (charge is None or charge.open):
        named = desk.kinds.find(words, places)
    if named is None or (said.act == "DENY" and said.mode in ("narrated", "indirect") and named[0] != "access denied"):
        return
    kind, deed = named
    if names_none(desk, unit, kind, deed, charge=charge):
        # "Raided villages, with tens of people arrested in the north": the word before may name one.
        named = desk.kinds.find(words, range(within.start, deed)) if deed in within else None
        if named is None or names_none(desk, unit, *named, charge=charge):
            return
        kind, deed = named
    taken = kind == "seizure" and said.speaker is not None and is_passive(words, deed, places)
    risen = not blamed and _TOLL.search(said.evidence.quote.lower()) is not None
    charged = not blamed and kind not in _PLAIN and said.realis == "actual" and charges_other(desk, unit, deed)
    flouted = not blamed and said.speaker is not None and FLOUTING.search(said.evidence.quote.lower()) is not None
    # "Troops backed by tanks raided the town, residents said": the verb of backing is not what they tell.
    charged = charged or (cited and low[deed] in _RAIDS and charges_other(desk, unit, deed))
    charged = charged or flouted or (kind == "access denied" and said.act == "DENY" and said.agent is not None)
    if not (blamed or taken or risen or charged or acts & DEEDS):
        return
    if said.realis in ("conditional", "future") and not blamed:
        return
    group = range(max(places.start, deed - 4), deed)
    unsure = (at for at in group if low[at] in _HYPOTHETICAL or low[at] in MODALS or _is_aim(low, at))
    if not blamed and any(not is_month(low, at) for at in unsure):
        return
    if any(low[at] in NEGATORS for at in places) and not blamed:
        return
    if said.speaker is None and not blamed and is_aside(words, deed, places):
        return
    told = Unit(said, within or places)
    if risen:  # "the death toll from the shelling has risen to four" lays it at nobody's door
        yield _breach(desk, told, kind, deed, None, said.speaker)
        return
    for accused, accuser in charges(desk, unit, kind, deed, charge=charge):
        if words.low[deed].startswith("arrest") and desk.actor_kinds.get(accused or "") != "state":
            continue  # a state's police bureau that arrests a suspect is at odds with no other side
        yield from _of_one(desk, _breach(desk, told, kind, deed, accused, accuser), said, blamed=blamed)


def _of_one(desk: Desk, found: Breach, said: Statement, *, blamed: bool) -> Iterator[Breach]:
    """Yield an incident unless its sentence tells of many; without a place where it was all over a country."""
    told = found.span.of(desk.article.text)
    if _WHOLE_WAR.search(told) or (found.day is None and _MANY.search(told)):
        return
    if not blamed and _is_of_many(desk, found, said):
        return
    wide = is_all_over(found.span.of(desk.article.text))
    yield msgspec.structs.replace(found, place=None, site=None, wide=True) if wide else found


def _is_of_many(desk: Desk, found: Breach, said: Statement) -> bool:
    """Tell whether a sentence tells of months, or of a whole country in nobody's name: of more than one incident."""
    told = found.span.of(desk.article.text)
    if found.accused is None:
        return is_all_over(told) or (found.day is None and found.place is None and sums_up(said.evidence.quote))
    return found.day is None and (sums_up(told) or (found.place is None and _HUNDREDS.search(told) is not None))


def _is_aim(low: list[str], at: int) -> bool:
    """Tell whether a "to" says what is only meant; "the army was said to be shelling it" tells of it."""
    return low[at] == "to" and low[at - 1] not in _REPORTED


def _told_beside(desk: Desk, statements: Mapping[str, Statement]) -> Iterator[Breach]:
    """Yield the charges of clauses whose statement is another act: "It accused Arland of shelling and said ..."."""
    for move in desk.reading.moves:
        said = statements.get(move.statement)
        if move.act != "ACCUSE" or said is None or said.act in LAYING or move.target is None:
            continue
        places = desk.words.inside(move.span)
        named = desk.kinds.find(desk.words, places) if places else None
        if named is not None and names_none(
            desk, Unit(said, places), *named, charge=charged_in(desk, Unit(said, places))
        ):
            continue
        if named is not None and desk.actor_kinds.get(move.target) in ACTING:
            told = _breach(desk, Unit(said, places), *named, move.target, move.agent)
            yield msgspec.structs.replace(told, day=_only_day(starting_in(desk.reading.times, move.span)))


def _breach(desk: Desk, unit: Unit, kind: IncidentType, deed: int, accused: str | None, accuser: str | None) -> Breach:
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
        place=(place := place_of(desk, unit, deed)),
        site=_site(desk, span, words.starts[deed]) if place is None and kind != "breach" else None,
        day=day_of(desk, said, span, deed) or (_laid(desk, said) if accuser else None),
        words=tuple(one for one in terms(" ".join(kept)) if one.isalpha()),
        count=count_in(desk.reading, span),
        killed=killed,
        wounded=wounded,
        seen=desk.kinds.is_seen(text[said.evidence.start : said.evidence.end]),
        watched=desk.kinds.is_watched(said.source.of(text) if said.source else ""),
        omitted=kind == "breach" and words.low[deed] in desk.kinds.omissions,
        apart=_is_apart(desk, accused),
        private=_is_apart(desk, accuser)
        or (said.source is not None and desk.kinds.is_private(words, words.inside(said.source))),
    )


def _site(desk: Desk, span: Span, deed: int) -> str | None:
    """Return the name of the place of an incident, where it is a name and no nation's adjective."""
    site = site_in(desk.article.text, desk.reading, span, deed)
    return None if site is None or site.split()[0].lower() in desk.adjectives else site


def _is_apart(desk: Desk, side: str | None) -> bool:
    """Tell whether a body's name sets it apart from its country's state: "the Free Peruvian Army"."""
    named = next(
        (one.name.lower().split() for one in desk.reading.actors if one.id == side and one.kind != "state"), ()
    )
    return not desk.kinds.estranged.isdisjoint(named)


def _laid(desk: Desk, said: Statement) -> When | None:
    """Return the day on which a charge is laid: that of its sentence outside what is said."""
    times = starting_in(desk.reading.times, said.evidence.span)
    outside = [one for one in times if not any(span.covers(one.span) for span in said.contents)]
    day = _only_day(outside)
    if day is not None and _DAY_BEFORE.search(said.evidence.quote.lower()):
        earlier = day.first - dt.timedelta(1)
        day = msgspec.structs.replace(day, first=earlier, last=earlier)
    return day


def _only_day(times: Iterable[Time]) -> When | None:
    """Return the one day that times name."""
    days = [day for one in times if one.precision == "day" and (day := when_of(one)) is not None]
    return days[0] if len({one.first for one in days}) == 1 else None


def _named(desk: Desk, found: Sequence[Breach]) -> list[Breach]:
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
