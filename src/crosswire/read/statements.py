"""Statements: one for every attribution, and one for every clause the article asserts in its own voice."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

import msgspec

from crosswire.model import (
    Article,
    Attribution,
    Evidence,
    Figure,
    Mention,
    Quantity,
    Quote,
    Reading,
    Span,
    Statement,
    Time,
    When,
)
from crosswire.packs import Packs
from crosswire.read.acts import Act, Scene, classify_attributed, classify_narrated, open_scene
from crosswire.read.cues import act_table
from crosswire.read.event_dates import find_event_date
from crosswire.read.issues import find_issues
from crosswire.read.loaded import HEDGES, LOADED, Hit, find_listed, outermost
from crosswire.read.narration import is_statement, narrated_clauses
from crosswire.read.resolve import Anchors, find_anchors, resolve_references
from crosswire.text.tokens import terms

_NAMING = frozenset({"name", "surname"})
# Sources that point to somebody outside the sentence.
_POINTING = frozenset("he she it they who which that this one some others many both those these another".split())
_Item = TypeVar("_Item", Mention, Quote, Figure, Time, Hit)


class _Desk(msgspec.Struct, frozen=True):
    """One article opened for reading: its reading, and everything looked up once for all its statements."""

    article: Article
    reading: Reading
    scene: Scene
    anchors: Anchors
    hits: list[Hit]
    cue_acts: dict[str, str]
    mention_starts: list[int]
    figure_starts: list[int]
    time_starts: list[int]
    quote_starts: list[int]
    hit_starts: list[int]
    sentence_starts: list[int]
    headline_end: int


def find_statements(article: Article, reading: Reading, packs: Packs) -> tuple[Statement, ...]:
    """Return the statements of an article in text order; ids are unique within it."""
    desk = _open(article, reading, packs)
    found = [*_attributed(desk), *_narrated(desk)]
    found.sort(key=lambda statement: (statement.contents[0].start, statement.contents[-1].end, statement.id))
    return tuple({statement.id: statement for statement in found}.values())


def _open(article: Article, reading: Reading, packs: Packs) -> _Desk:
    hits = find_listed(article.text, packs)
    return _Desk(
        article,
        reading,
        open_scene(article.text, reading.mentions, reading.actors, reading.sentences, act_table(packs)),
        find_anchors(article.text, reading.mentions, reading.actors),
        hits,
        {cue.lemma: cue.act for cue in packs.speech if cue.act},
        [mention.start for mention in reading.mentions],
        [figure.span.start for figure in reading.figures],
        [time.span.start for time in reading.times],
        [quote.start for quote in reading.quotes],
        [hit.start for hit in hits],
        [sentence.start for sentence in reading.sentences],
        max((s.end for s, p in zip(reading.sentences, reading.paragraphs, strict=True) if p == 0), default=0),
    )


def _inside(items: Sequence[_Item], starts: Sequence[int], span: Span) -> Sequence[_Item]:
    return items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _attributed(desk: _Desk) -> Iterable[Statement]:
    for attribution in desk.reading.attributions:
        if not _is_sound(desk, attribution):
            continue
        contents = tuple(_stripped(desk.article.text, span) for span in attribution.contents)
        contents = tuple(span for span in contents if span.start < span.end)
        if not contents:
            continue
        evidence = _sentences(desk, [*contents, *(span for span in (attribution.source, attribution.cue) if span)])
        words = desk.scene.words
        cue_place = desk.reading.sentences[attribution.sentence]
        act = classify_attributed(
            desk.scene,
            attribution,
            words.inside(cue_place),
            [places for places in (words.inside(span) for span in contents) if places],
            desk.cue_acts.get(attribution.lemma or ""),
        )
        yield _statement(desk, contents, evidence, act, attribution)


def _is_sound(desk: _Desk, attribution: Attribution) -> bool:
    """Tell whether an attribution has a voice, and a cue that is not part of a name ("the United States")."""
    if attribution.cue is None:
        return attribution.speaker is not None or attribution.source is not None
    places = desk.scene.words.inside(attribution.cue)
    owners = {desk.scene.words.owner[place] for place in places}
    return bool(places) and not any(owner >= 0 and desk.reading.mentions[owner].kind in _NAMING for owner in owners)


def _narrated(desk: _Desk) -> Iterable[Statement]:
    said = _said(one for one in desk.reading.attributions if _is_sound(desk, one))
    starts = [span.start for span in said]
    opinion = desk.article.genre == "opinion"
    for index, sentence in enumerate(desk.reading.sentences):
        headline = desk.reading.paragraphs[index] == 0
        # Attributed stretches may begin sentences before; 8 back covers every speech seen to run on.
        stop = bisect_left(starts, sentence.end)
        near = [span for span in said[max(0, stop - 24) : stop] if span.end > sentence.start]
        for clause in narrated_clauses(desk.article.text, sentence, near, _quotes_near(desk, sentence)):
            places = desk.scene.words.inside(clause)
            if not places:
                continue
            act = classify_narrated(desk.scene, places)
            eventful = act.verb is not None or act.event is not None or _names(desk, clause)
            if is_statement(desk.scene.words, clause, headline=headline, eventful=eventful, opinion=opinion):
                yield _statement(desk, (clause,), sentence, act, None)


def _quotes_near(desk: _Desk, sentence: Span) -> Sequence[Quote]:
    """Return the quotes that reach into a sentence: those that start in it, and the last two before."""
    first = bisect_left(desk.quote_starts, sentence.start)
    return desk.reading.quotes[max(0, first - 2) : bisect_left(desk.quote_starts, sentence.end)]


def _names(desk: _Desk, clause: Span) -> bool:
    """Tell whether a clause names an actor or holds a figure."""
    mentions = _inside(desk.reading.mentions, desk.mention_starts, clause)
    return any(mention.actor for mention in mentions) or bool(_inside(desk.reading.figures, desk.figure_starts, clause))


def _said(attributions: Iterable[Attribution]) -> list[Span]:
    return sorted(
        span
        for one in attributions
        for span in (*one.contents, *(part for part in (one.source, one.cue) if part is not None))
    )


def _sentences(desk: _Desk, spans: Sequence[Span]) -> Span:
    """Return the run of whole sentences that `spans` stand in."""
    first = max(0, bisect_right(desk.sentence_starts, min(span.start for span in spans)) - 1)
    last = max(0, bisect_left(desk.sentence_starts, max(span.end for span in spans)) - 1)
    sentences = desk.reading.sentences
    return Span(sentences[first].start, max(sentences[last].end, *(span.end for span in spans)))


def _stripped(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


def _statement(
    desk: _Desk, contents: tuple[Span, ...], evidence: Span, act: Act, attribution: Attribution | None
) -> Statement:
    article, reading = desk.article, desk.reading
    inside: Callable[[Span], Sequence[Mention]] = partial(_inside, reading.mentions, desk.mention_starts)
    times = [time for span in contents for time in _inside(reading.times, desk.time_starts, span)]
    hits = _inside(desk.hits, desk.hit_starts, evidence)
    resolved, dangling = resolve_references(
        article,
        evidence,
        inside(evidence),
        _inside(reading.quotes, desk.quote_starts, evidence),
        _inside(reading.times, desk.time_starts, evidence),
        desk.anchors,
    )
    named = [mention.actor for span in contents for mention in inside(span)]
    roles = (act.agent, act.target, act.event_agent, act.event_target)
    voice = _voice(desk, attribution)
    return Statement(
        id=_identity(article.id, contents, voice.speaker, act.act),
        article=article.id,
        act=act.act,
        mode="narrated" if attribution is None else attribution.kind,
        evidence=Evidence.cut(article.id, article.text, evidence),
        contents=contents,
        speaker=voice.speaker,
        unnamed=voice.unnamed,
        source=attribution.source if attribution else None,
        cue=attribution.cue if attribution else None,
        lemma=attribution.lemma if attribution else None,
        via=voice.via,
        agent=act.agent,
        target=act.target,
        event=act.event,
        event_agent=act.event_agent,
        event_target=act.event_target,
        actors=tuple(dict.fromkeys(actor for actor in (*named, *roles) if actor)),
        issues=find_issues(hits, contents, evidence),
        realis=act.stance.realis,
        negated=act.stance.negated,
        figures=_quantities([f for span in contents for f in _inside(reading.figures, desk.figure_starts, span)]),
        times=tuple(when for time in times if (when := _when(time)) is not None),
        event_date=find_event_date(desk.scene.words, times, contents, act, article.published),
        resolved=resolved,
        terms=terms(" ".join(span.of(article.text) for span in contents)),
        loaded=outermost(hit for hit in hits if hit.key == LOADED),
        hedged=any(hit.key == HEDGES for hit in hits),
        opinion=attribution is None and article.genre == "opinion",
        headline=evidence.start < desk.headline_end,
        dangling=dangling + voice.lost,
    )


class _Voice(msgspec.Struct, frozen=True, gc=False):
    """Whose voice a statement is in. `lost` is 1 when its words name a speaker that nobody could resolve."""

    speaker: str | None = None
    unnamed: str | None = None
    via: tuple[str, ...] = ()
    lost: int = 0


def _voice(desk: _Desk, attribution: Attribution | None) -> _Voice:
    if attribution is None:
        return _Voice()
    via = tuple(link.actor or link.name for link in attribution.via)
    if attribution.speaker is not None:
        return _Voice(attribution.speaker, via=via)
    place = attribution.source or attribution.cue
    words = place.of(desk.article.text) if place else ""
    lost = attribution.source is None or words.lower() in _POINTING
    # Words nobody could be found for are still not the article's own voice.
    return _Voice(None, words or None, via, int(lost and not attribution.unnamed))


def _quantities(figures: Iterable[Figure]) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(
            figure.unit,
            figure.low,
            figure.high,
            figure.qualifier,
            figure.each,
            figure.formula,
            figure.subset,
            figure.span.start,
            figure.span.end,
        )
        for figure in figures
    )


def _when(time: Time) -> When | None:
    if time.start is None or time.end is None:
        return None
    return When(time.start, time.end, time.precision, time.span.start, time.span.end)


def _identity(article: str, contents: Sequence[Span], speaker: str | None, act: str) -> str:
    places = ",".join(f"{span.start}-{span.end}" for span in contents)
    return hashlib.blake2b(f"{article}|{places}|{speaker or ''}|{act}".encode(), digest_size=8).hexdigest()
