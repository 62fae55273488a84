"""One article opened for telling: its reading, and everything looked up once for all its statements."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from crosswire.model import (
    Article,
    Attribution,
    Evidence,
    Figure,
    Mention,
    Quote,
    Reading,
    Resolved,
    Span,
    Time,
)
from crosswire.packs import Packs
from crosswire.read.acts import Scene, open_scene
from crosswire.read.attribution_papers import lead_papers
from crosswire.read.attribution_speaker import make_cast
from crosswire.read.cues import act_table
from crosswire.read.heard import find_heard, reporting_words
from crosswire.read.idioms import outside_idioms
from crosswire.read.issue_heads import named_again
from crosswire.read.issues import outside_names, settle
from crosswire.read.judged import Sight
from crosswire.read.loaded import HEDGES, LOADED, Hit, find_listed
from crosswire.read.plan_terms import PlanTerms, find_plan_terms
from crosswire.read.resolve import Anchors, find_anchors
from crosswire.read.said import is_attitude
from crosswire.read.term_index import TermIndex, index_terms

_TONE = frozenset({LOADED, HEDGES})
_Item = TypeVar("_Item", Mention, Quote, Figure, Time, Hit)


class Proof(msgspec.Struct, frozen=True, gc=False):
    """What all statements with the same evidence share."""

    evidence: Evidence
    issues: Sequence[Hit]
    resolved: tuple[Resolved, ...]
    dangling: int
    hedged: bool
    loaded: tuple[Span, ...]


class Desk(msgspec.Struct, frozen=True):
    """One article opened for reading: its reading, and everything looked up once for all its statements."""

    article: Article
    reading: Reading
    scene: Scene
    anchors: Anchors
    terms: TermIndex
    said: Sequence[Attribution]
    retold: dict[Span | None, Attribution]
    tone: list[Hit]
    issues: list[Hit]
    speakers: dict[int, list[str | None]]
    cue_acts: dict[str, str]
    attitudes: frozenset[str]
    held: list[Attribution]
    mention_starts: list[int]
    figure_starts: list[int]
    time_starts: list[int]
    quote_starts: list[int]
    tone_starts: list[int]
    issue_starts: list[int]
    sentence_starts: list[int]
    headline_end: int
    proofs: dict[tuple[Span, Span | None], Proof]
    sight: Sight | None
    plans: PlanTerms
    papers: dict[int, str]


def open_desk(article: Article, reading: Reading, packs: Packs, sight: Sight | None) -> Desk:
    """Return an article laid out."""
    hits = find_listed(article.text, packs)
    tone = [hit for hit in hits if hit.key in _TONE]
    general = [one.id for one in packs.issues if one.general]
    meant = outside_idioms((hit for hit in hits if hit.key not in _TONE), article.text, packs)
    named = outside_names(meant, reading, article.text)
    issues = named_again(article.text, settle(named, general, packs.ranks))
    reporting = reporting_words(packs)
    speakers: dict[int, list[str | None]] = {}
    for one in reading.attributions:
        speakers.setdefault(one.sentence, []).append(one.speaker)
    scene = open_scene(article.text, reading.mentions, reading.actors, reading.sentences, act_table(packs))
    heard, retold = find_heard(article.text, reading, scene, reporting)
    return Desk(
        article,
        reading,
        scene,
        find_anchors(article.text, reading.mentions, reading.actors),
        index_terms(article.text),
        heard,
        retold,
        tone,
        issues,
        speakers,
        reporting.acts,
        reporting.attitudes,
        [one for one in heard if is_attitude(reporting.attitudes, one)],
        [mention.start for mention in reading.mentions],
        [figure.span.start for figure in reading.figures],
        [time.span.start for time in reading.times],
        [quote.start for quote in reading.quotes],
        [hit.start for hit in tone],
        [hit.start for hit in issues],
        [sentence.start for sentence in reading.sentences],
        max((s.end for s, p in zip(reading.sentences, reading.paragraphs, strict=True) if p == 0), default=0),
        {},
        sight,
        find_plan_terms(article.text, reading),
        lead_papers(article.text, reading.sentences, make_cast(reading.actors, reading.mentions, {}), packs),
    )


def inside(items: Sequence[_Item], starts: Sequence[int], span: Span) -> Sequence[_Item]:
    """Return the items that start inside a span; `starts` are where all of them do."""
    return items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
