"""Find the rounds of talks an article tells of: which round, on what day, where, and who is named with it."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Actor, Article, Mention, Occasion, Reading, Span, Time
from crosswire.packs import Packs
from crosswire.read.occasion_days import (
    AGAIN,
    ELLIPTIC,
    NTH_TIME,
    ONE_OF,
    ROUND_NEAR,
    SOME_AGAIN,
    SOME_OF,
    SOME_TIME,
    is_live,
    told_day,
)
from crosswire.read.occasion_plans import is_off
from crosswire.read.occasion_rows import find_rows
from crosswire.read.occasion_sides import meeting
from crosswire.read.occasion_votes import is_of_votes
from crosswire.read.occasion_wishes import is_asked, is_wished
from crosswire.read.words import fold
from crosswire.text.datelines import dateline_end
from crosswire.text.held import Held

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_CARDINALS = "one two three four five six seven eight nine ten".split()
_COUNTED = re.compile(
    rf" ({'|'.join(_CARDINALS)}|[1-9]\d?)(?![\w-])"
    r"(?! of\b(?! (?:[\w-]+ ){0,4}(?:talks|negotiations|consultations|bargaining)\b))"
)
_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
# "The second day of talks" is no second round.
_COUNTING = frozenset("day days night hour hours week weeks month months year years attempt anniversary".split())
# What makes a bare "round" one of talks: a place in a row of them.
_ROWED = frozenset({*_ORDINALS, "next", "latest", "last", "previous", "final"})
# "The first talks since 2019" are first of a time, not of a row; "the first day of talks" counts days.
_SINCE = re.compile(r"\W+(?:\w+\W+){0,6}?(?:since|in)\s+(?:\w+\s+){0,2}(?:\d{4}|\w*years|months|decades?)\b")
# "The third round since the truce took effect on 10 May": the day is another thing's.
_FROM_THEN = re.compile(r"\bsince\b[^.,;:\d]{0,80}$")
# Before a date, these make it a bound and not the day.
_BOUNDS = frozenset("within before by until after since till from".split())
_MISSED = re.compile(r"\b(?:should have|(?:was|were) to have|had been due to) [^.,;:]{0,40}$")
# "As of today (4 March)": the day of what is told.
_AS_OF = re.compile(r"\bas (?:of|at) (?:(?:today|now)\W{1,2})?$")
_WORDS_BACK = 5
# What stands before these is no part of the words for the talks.
_TOWARDS = frozenset("towards toward to for about on before after at in".split())
# "A press conference" is no conference of parties.
_PRESS = frozenset({"press", "news"})
_OWNERS = frozenset({"its", "whose"})
# What meets by itself, whoever sits in it; a "consultation mechanism" of two states is where they talk.
_BODIES = frozenset(
    "committee commission council mechanism board body cabinet panel assembly parliament senate executive".split()
)
_OF_BODY = re.compile(
    rf" of (?:the |a |its |their |this )?(?:(?!of )[\w’'-]{{1,20}} ){{0,6}}?(?:{'|'.join(sorted(_BODIES))})\b"
)
_TALKING = re.compile(r"\b(?:consult|negotiat|talk|dialogue|contact)")
# "Monday's talks", "Monday's third round": a day that says which talks are meant.
_POSSESSIVE = re.compile(r"['’]s (?:[\w-]+ ){0,2}")
_DURING = re.compile(r"\b(?:at|during|following|(?:end|close|conclusion) of) (?:a |an |the |their )?$")
_PLACE_GAP = re.compile(r"\b(?:in|at|to)\s(?:the\s)?(?:(?:[\w-]+\s){1,3}of\s)?$")
# "Hours after a barrage hit homes in the north": what came before or after was elsewhere.
_ANOTHER_TIME = re.compile(
    r"\b(?:hours?|days?|minutes|weeks?|shortly|just|soon) (?:after|before)\b|\bwhile\b"
    # "Broke off when Arland asked for part of the port at Vesk": what parted them is elsewhere.
    r"|\b(?:when|because|over (?:a|an|the|whether)|whether|if|who|whose)\b"
)
# "In the Blue Coast city of Vesk": the city is the place.
_TOWN_OF = re.compile(r" (?:[a-z]+ ){0,2}(?:city|town|port|resort|capital|village|island) of $")
# "Ended their third round without a deal, and would meet again in Vesk": there, the next one is.
_ANOTHER_ROUND = re.compile(
    r"\b(?:sides|they|delegations|teams|envoys|ministers|negotiators|parties) "
    r"(?:would|will|are to|were to|plan to|agreed to) (?:\w+ )?(?:meet|resume|reconvene|gather|return|reassemble)\b"
    r"|\bmeet again\b|\b(?:next|another) (?:round|meeting)\b"
)
_OWNS = re.compile(r"['’]s?\b|['’](?=\s)")
_PARTIES = frozenset({"state", "body", "group", "person"})
# A longer sentence is a table or a broken page.
_LONGEST = 1500


def find_occasions(article: Article, reading: Reading, packs: Packs) -> tuple[Occasion, ...]:
    """
    Return the rounds of talks named in an article, in text order; the pack's lexicon `occasions` says what talks are.

    A bare "round" counts only in a row of them ("the third round"). The day is one named in the same sentence, on
    the same side of a reported clause: a day on which somebody said something is not the day of the talks.
    """
    heads = packs.words("occasions")
    if not heads:
        return ()
    low = fold(article.text)
    starts = [sentence.start for sentence in reading.sentences]
    meetings = frozenset(packs.words("meetings"))
    found = []
    for match in _find(tuple(sorted((*heads, *meetings))), low):
        number = bisect_left(starts, match.start() + 1) - 1
        if number < 0 or match.end() > reading.sentences[number].end:
            continue
        sentence = reading.sentences[number]
        if sentence.end - sentence.start > _LONGEST:
            continue
        before = _own_words(low[max(sentence.start, match.start() - 60) : match.start()].split()[-_WORDS_BACK:])
        ordinal, place = _ordinal(before)
        counted = _COUNTED.match(low, match.end()) if match[0] == "round" and ordinal is None else None
        if counted is not None:  # "round two"
            ordinal, place = _CARDINALS.index(counted[1]) + 1 if counted[1] in _CARDINALS else int(counted[1]), "round"
        if match[0] == "round" and is_of_votes(low, sentence, Span(*match.span())):
            continue
        rowed = match[0].startswith("round") and bool(_ROWED & set(before[-2:]))
        if (match[0] == "round" or match[0] in meetings) and not (place is not None or rowed):
            continue
        if match[0] in meetings and _is_of_a_body(low, before, match.end()):
            continue
        # "The first round since" is the first of a row all the same.
        if (
            ordinal is not None
            and not match[0].startswith("round")
            and _SINCE.match(low, match.end(), min(len(low), match.end() + 80))
        ):
            ordinal = None
        start = (
            match.start() if place is None or counted is not None else low.rfind(place, sentence.start, match.start())
        )
        found.append(_occasion(article.text, reading, number, Span(start, match.end()), ordinal, rowed=rowed))
    found += _named_otherwise(article, reading, low, starts)
    found = [_as_wished(one, low) for one in found]
    live = bool(found) and is_live(low)
    dated = [told_day(one, reading, article.published, low, live=live) for one in found]
    dated = [_as_ahead(one, article.published, low) for one in dated]
    for told, row in _listed(article, reading, low, (*heads, *meetings)):
        dated = [one for one in dated if one.ordinal is not None or not one.span.meets(told)] + row
    return tuple(sorted(dated, key=lambda one: (one.span, one.ordinal or 0, one.day or dt.date.min)))


def _own_words(before: Sequence[str]) -> Sequence[str]:
    """Return the words before talks from the last that leads to them on: "a first step towards talks" numbers none."""
    at = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _TOWARDS), None)
    return before if at is None else before[at:]


def _is_of_a_body(low: str, before: Sequence[str], end: int) -> bool:
    """Tell whether a meeting is one body's own: "to hold its first meeting", "the first meeting of the panel"."""
    if _OWNERS.intersection(before) or _PRESS & set(before[-1:]):
        return True
    of = _OF_BODY.match(low, end)
    return (of is not None and _TALKING.search(of[0]) is None) or bool(_BODIES.intersection(before[-1:]))


def _as_wished(one: Occasion, low: str) -> Occasion:
    """Return an occasion as proposed where somebody is ready for it, offers it or urges it, or asks whether it is."""
    wished = is_wished(low, one.sentence, one.span) or is_asked(low, one.sentence, one.span)
    return msgspec.structs.replace(one, proposed=True) if wished else one


def _as_ahead(one: Occasion, published: dt.date | None, low: str) -> Occasion:
    """Return an occasion as proposed where it is only planned for a day that has come, or was called off."""
    come = one.day is not None and published is not None and one.day <= published
    off = is_off(low, one.sentence, one.span, come=come)
    return msgspec.structs.replace(one, proposed=True) if off else one


def _listed(
    article: Article, reading: Reading, low: str, heads: Sequence[str]
) -> Iterator[tuple[Span, list[Occasion]]]:
    """Yield each count of several rounds with those of them whose day or month is told."""
    for span, rows in find_rows(low, reading, heads, article.published):
        sentence = reading.sentences[rows[0].sentence]
        if is_wished(low, sentence, span):
            continue
        plain = _occasion(article.text, reading, rows[0].sentence, span, None, rowed=True)
        found = []
        for row in rows:
            sharp = row.time.precision == "day"
            day, month = (row.time.start, None) if sharp else (None, row.time.start)
            found.append(msgspec.structs.replace(plain, ordinal=row.ordinal, day=day, month=month, listed=True))
        yield span, found


def _named_otherwise(article: Article, reading: Reading, low: str, starts: Sequence[int]) -> Iterator[Occasion]:
    """Yield the rounds that no noun names: "met for a second time", "The second took place on Tuesday"."""
    # Nearly no text holds either, and asking for plain words first costs a tenth of searching.
    near = (
        (NTH_TIME, _holds(low, *SOME_TIME)),
        (ONE_OF, _holds(low, *SOME_OF)),
        (ELLIPTIC, "round" in low),
        (AGAIN, any(word in low for word in SOME_AGAIN)),
    )
    for pattern in [pattern for pattern, asked in near if asked]:
        for match in pattern.finditer(low):
            number = bisect_left(starts, match.start() + 1) - 1
            if number < 0 or match.end() > reading.sentences[number].end or reading.paragraphs[number] == 0:
                continue
            if pattern is ELLIPTIC and "round" not in low[max(0, match.start() - ROUND_NEAR) : match.start()]:
                continue
            nth = None if pattern is AGAIN else match["again"] if match.groupdict().get("again") else match["ordinal"]
            ordinal = _ORDINALS.index(nth) + 1 if nth is not None else None
            yield _occasion(article.text, reading, number, Span(*match.span()), ordinal, rowed=True)


def _holds(low: str, heads: tuple[str, ...], tail: str) -> bool:
    """Tell whether one of some heads stands before a tail: looking for each with its tail takes four times as long."""
    at = low.find(tail)
    while at >= 0:
        if low.endswith(heads, 0, at):
            return True
        at = low.find(tail, at + 1)
    return False


_patterns: dict[tuple[str, ...], tuple[Held, re.Pattern[str]]] = {}


def _find(heads: tuple[str, ...], low: str) -> Iterator[re.Match[str]]:
    """Yield where the words for talks stand, and bare rounds."""
    if heads not in _patterns:
        named = "|".join(re.escape(head) for head in sorted(heads, key=lambda head: (-len(head), head)))
        # "Round of talks" is one occasion, and "rounds" are several.
        _patterns[heads] = (
            Held((*heads, "round")),
            re.compile(rf"(?<![\w-])(?:round(?: of (?:[a-z-]{{1,20}} ){{0,3}}(?:{named}))?|{named})(?![\w-])"),
        )
    held, pattern = _patterns[heads]
    return held.matches(pattern, low)


def _ordinal(before: Sequence[str]) -> tuple[int | None, str | None]:
    """Return which of a row an occasion is, from the words before it, and the word that says so."""
    for word in reversed(before):
        if word in _ORDINALS:
            return _ORDINALS.index(word) + 1, word
        if word in _COUNTING:
            return None, None
        if word in ("opening", "inaugural", "initial"):
            return 1, word
        if match := _NUMBERED.fullmatch(word):
            return int(match[1]), word
        if not word.replace("-", "").isalpha():
            return None, None
    return None, None


def _occasion(text: str, reading: Reading, number: int, span: Span, ordinal: int | None, *, rowed: bool) -> Occasion:
    sentence = reading.sentences[number]
    inside = [one for one in reading.mentions if sentence.start <= one.start < sentence.end]
    actors = {actor.id: actor for actor in reading.actors}
    time = _day(text, reading, sentence, span)
    return Occasion(
        span=span,
        sentence=sentence,
        ordinal=ordinal,
        rowed=rowed or ordinal is not None,
        day=time.start if time else None,
        venue=_venue(text, inside, actors, sentence, span),
        actors=tuple(
            dict.fromkeys(
                one.actor for one in meeting(text, inside, sentence, span) if one.actor and _acts(actors, one.actor)
            )
        ),
    )


def _acts(actors: dict[str, Actor], actor: str) -> bool:
    known = actors.get(actor)
    return known is not None and known.kind in _PARTIES


def _day(text: str, reading: Reading, sentence: Span, span: Span) -> Time | None:
    """Return the day named nearest to the occasion, on its own side of what is reported."""
    said = [content for one in reading.attributions for content in one.contents if content.start < sentence.end]
    clause = next((content for content in said if content.covers(span)), None)
    if clause is not None and clause.of(text).startswith("to ") and _DURING.search(text, sentence.start, span.start):
        # "Agreed on Wednesday to cut tariffs at a second round of talks": the day of the deed is the day of the talks.
        clause, said = None, []
    # "LIMA, May 4 (Agency) - ": that day is the report's.
    opens = dateline_end(text, sentence.start, sentence.end)
    days = [
        time
        for time in reading.times
        if time.kind == "date"
        and time.precision == "day"
        and sentence.covers(time.span)
        and (clause.covers(time.span) if clause else not any(one.covers(time.span) for one in said))
        and (_is_own(text, time.span, span) or time.start != time.end or not _is_bound(text, sentence, time.span))
        and time.span.start >= opens
        and not _FROM_THEN.search(text, span.end, max(span.end, time.span.start))
    ]
    # "Talks, which should have opened on Monday, are now to begin this morning".
    sure = [one for one in days if not _MISSED.search(text, sentence.start, one.span.start)]
    days = sure or days
    return min(days, key=lambda time: (_gap(time.span, span), time.span.start), default=None)


def _is_own(text: str, day: Span, span: Span) -> bool:
    """Tell whether a day stands in the noun phrase of the talks: "after Monday's talks"."""
    return _POSSESSIVE.fullmatch(text, day.end, span.start) is not None


def _is_bound(text: str, sentence: Span, day: Span) -> bool:
    """Tell whether a day is one before, by or after which something is: the word before it, or its first, says so."""
    before = text[max(sentence.start, day.start - 12) : day.start].lower().split()[-2:]
    if _AS_OF.search(text[max(sentence.start, day.start - 20) : day.start].lower()):
        return True
    return bool(_BOUNDS.intersection([*before[-1:], *day.of(text).lower().split()[:1]]))


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _venue(text: str, mentions: Sequence[Mention], actors: dict[str, Actor], sentence: Span, span: Span) -> str | None:
    """Return the place the talks are in: the first after them that follows "in", "at" or "to", else one before."""
    places = [
        one
        for one in mentions
        # "To Berg's proposal" names whoever proposed.
        if one.actor and one.actor in actors and actors[one.actor].kind == "place" and not _OWNS.match(text, one.end)
    ]
    if named := next((one for one in places if span.start <= one.start and one.end <= span.end), None):
        return named.actor
    for one in (*(one for one in places if one.start >= span.end), *(one for one in places if one.end <= span.start)):
        low = span.end if one.start >= span.end else sentence.start
        between = span.end, max(span.end, one.start)
        if _ANOTHER_TIME.search(text, *between) or _ANOTHER_ROUND.search(text, *between):
            continue
        if _PLACE_GAP.search(text, max(low, one.start - 60), one.start):
            town = next((far for far in places if _TOWN_OF.fullmatch(text, one.end, max(one.end, far.start))), one)
            return town.actor
    return None
