"""Statements: one for every attribution, and one for every clause the article asserts in its own voice."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import repeat

import msgspec

from crosswire.model import (
    Article,
    Attribution,
    Evidence,
    Move,
    Quote,
    Reading,
    Span,
    Statement,
)
from crosswire.packs import Packs
from crosswire.read.acts import Act, classify_attributed, classify_narrated, may_speak_for
from crosswire.read.advice import is_writers
from crosswire.read.asking import what_to_ask
from crosswire.read.beside import told_beside
from crosswire.read.beside_dates import is_embedded
from crosswire.read.core import core_terms
from crosswire.read.desk import Desk, Proof, inside, open_desk
from crosswire.read.detached import quantities, when_of
from crosswire.read.echoes import find_echo
from crosswire.read.event_dates import (
    OVERNIGHT,
    find_asides,
    find_deed_date,
    find_event_date,
    is_coming,
    is_deed,
    put_ahead,
)
from crosswire.read.grammar import BE
from crosswire.read.issues import find_issues, refers_back
from crosswire.read.judged import Judgement, Sight, ask, settle_said, settle_told
from crosswire.read.loaded import HEDGES, LOADED, Hit, outermost
from crosswire.read.moves import find_moves
from crosswire.read.narration import is_background, is_statement, may_answer, narrated_clauses, strip_span
from crosswire.read.paper_credits import find_paper_credits, is_aside
from crosswire.read.plan_terms import as_proposed
from crosswire.read.realis import Stance
from crosswire.read.resolve import Setting, resolve_references
from crosswire.read.said import identity, is_attitude, said_spans
from crosswire.read.speaking import voice_of
from crosswire.read.unnamed_voice import stand_in
from crosswire.read.words import Words
from crosswire.text.datelines import FIRST_SENTENCES, dateline_end

Statements = tuple[Statement, ...]
Told = Callable[[], tuple[Statements, tuple[Move, ...], Words]]
_NO_SETTING = Setting()
# Verbs that are a stand themselves: "negotiators from PX refuse to".
# Characters before a clause that opens its sentence, and words among which its verb stands.
_LEADS, _SUBJECT = 4, 9
# What an official statement does without naming who: "The allegation is rejected".
_PASSIVE = frozenset({"DENY", "REJECT"})
_STANDS = frozenset({"DEMAND", "REJECT", "APPEAL", "OFFER", "PROPOSE", "RED_LINE", "CONDITION"})


def find_statements(article: Article, reading: Reading, packs: Packs, sight: Sight | None = None) -> Statements:
    """Return the statements of an article in text order; ids are unique within it."""
    return draft_told(article, reading, packs, sight)()[0]


def draft_told(article: Article, reading: Reading, packs: Packs, sight: Sight | None = None) -> Told:
    """
    Return what gives an article's statements in text order, the stands that its single clauses take, and its words.

    `sight` is the article as a trained reader saw it: without one the rules alone tell acts. With one, articles that
    are all drafted before the first is told are judged together.
    """
    desk = open_desk(article, reading, packs, sight)
    said, (told, beside) = _attributed(desk), _narrated(desk)
    answer = None
    if sight is not None:
        cued = [(attribution, act, desk.cue_acts.get(attribution.lemma or "")) for attribution, _, act in said]
        answer = ask(sight, what_to_ask(desk.scene.words, desk.reading, cued, told))

    def tell() -> tuple[Statements, tuple[Move, ...], Words]:
        judged = iter(answer()) if answer is not None else repeat(None)
        found = [_said_statement(desk, *one, next(judged)) for one in said]
        spare: list[Statement] = []
        found += filter(None, [_told_statement(desk, *one, next(judged), spare) for one in told])
        found += [_statement(desk, (stretch,), reading.sentences[index], act, None) for index, stretch, act in beside]
        credited = find_paper_credits(article.text, reading)
        found = [one for one in found if one.evidence.start not in credited and not is_aside(article.text, one)]
        found.sort(key=_in_text)
        statements = tuple({statement.id: statement for statement in found}.values())
        moves = find_moves(article, reading, desk.scene, (*statements, *spare), desk.issues, packs)
        taken = {one.statement for one in moves}
        short = [one for one in spare if one.id in taken]
        if short:
            statements = tuple(sorted((*statements, *short), key=_in_text))
        planned = {one.id for one in statements if one.speaker is None and _is_planned(desk, one)}
        moves = tuple(one for one in moves if one.statement not in planned)
        return statements, moves, desk.scene.words

    return tell


def _in_text(statement: Statement) -> tuple[int, int, str]:
    return statement.contents[0].start, statement.contents[-1].end, statement.id


def _attributed(desk: Desk) -> list[tuple[Attribution, tuple[Span, ...], Act]]:
    """Return the attributions that make statements, with their contents and their acts by the rules."""
    found = []
    for attribution in desk.said:
        if is_attitude(desk.attitudes, attribution):
            continue
        contents = [strip_span(desk.article.text, span) for span in attribution.contents]
        contents = [span for span in contents if span.start < span.end]
        if contents:
            found.append((attribution, tuple(contents), _act(desk, attribution, contents)))
    return found


def _said_statement(
    desk: Desk, attribution: Attribution, contents: tuple[Span, ...], act: Act, judgement: Judgement | None
) -> Statement:
    act = settle_said(act, judgement, desk.scene, attribution)
    act = as_proposed(act, desk.plans, attribution.sentence, attribution, desk.article.text)
    return _statement(desk, contents, _sentences(desk, attribution, contents), act, attribution)


def _act(desk: Desk, attribution: Attribution, contents: Sequence[Span]) -> Act:
    """Return the act of an attribution; what is told of another's act is a statement about that act."""
    words = desk.scene.words
    inner = desk.retold.get(attribution.cue) if desk.retold else None
    if inner is not None:
        told = _act(desk, inner, inner.contents)
        if may_speak_for(desk.scene, inner.speaker, attribution.speaker):
            return told
        event = told.act if told.act != "STATE" else None
        return Act("STATE", attribution.speaker, None, event, told.agent, told.target, told.stance, told.verb)
    stands = desk.cue_acts.get(attribution.lemma or "") in _STANDS
    if side := stand_in(desk.scene, attribution, contents, stands=stands):
        act = _act(desk, msgspec.structs.replace(attribution, speaker=side, unnamed=False), contents)
        if act.agent == side and act.act != "STATE":
            return act
    act = classify_attributed(
        desk.scene,
        attribution,
        words.inside(desk.reading.sentences[attribution.sentence]),
        [places for places in map(words.inside, contents) if places],
        desk.cue_acts.get(attribution.lemma or ""),
    )
    if act.act == "STATE" and attribution.source is None and desk.article.genre == "statement":
        # An official statement's own sentence acts by itself: "The allegation is rejected".
        own = classify_narrated(desk.scene, words.inside(contents[0]))
        if own.agent is not None or own.act in _PASSIVE:
            return msgspec.structs.replace(own, agent=own.agent or attribution.speaker)
    return act


def _narrated(desk: Desk) -> tuple[list[tuple[int, Span, Act]], list[tuple[int, Span, Act]]]:
    """
    Return the clauses that the article asserts itself, and the stretches it tells beside somebody's words.

    Each with the number of its sentence and its act by the rules.
    """
    said = said_spans(one for one in desk.said if not is_attitude(desk.attitudes, one))
    starts = [span.start for span in said]
    sources = {one.source.end for one in desk.said if one.source is not None}
    text, words = desk.article.text, desk.scene.words
    staged = desk.article.genre in ("opinion", "interview", "qa")
    told: list[tuple[int, Span, Act]] = []
    beside: list[tuple[int, Span, Act]] = []
    for index, sentence in enumerate(desk.reading.sentences):
        # Attributed stretches may begin sentences before; 8 back covers every speech seen to run on.
        stop = bisect_left(starts, sentence.end)
        near = [span for span in said[max(0, stop - 24) : stop] if span.end > sentence.start]
        first = dateline_end(text, sentence.start, sentence.end) if index < FIRST_SENTENCES else sentence.start
        for clause in narrated_clauses(text, Span(first, sentence.end), near, _quotes_near(desk, sentence)):
            places = words.inside(clause)
            if places and not (staged and is_background(text, clause)):
                told.append((index, clause, classify_narrated(desk.scene, places)))
        if near:
            headline = desk.reading.paragraphs[index] == 0
            here = told_beside(desk.scene, text, sentence, near, first=first, sources=sources, headline=headline)
            beside += [(index, stretch, act) for stretch, act in here]
    return told, beside


def _told_statement(
    desk: Desk, index: int, clause: Span, act: Act, judgement: Judgement | None, spare: list[Statement]
) -> Statement | None:
    """
    Return what a narrated clause states, None where it states nothing.

    A clause too short to state anything is `spare`: it may still take a stand on what was told before it.
    """
    words = desk.scene.words
    held = next((one for one in desk.held if one.cue is not None and clause.covers(one.cue)), None)
    times = inside(desk.reading.times, desk.time_starts, clause)
    act = _held(desk, settle_told(act, judgement, desk.scene), held)
    act = as_proposed(act, desk.plans, index, None, desk.article.text)
    act = put_ahead(words, times, (clause,), act, desk.article.published) if times else act
    act = _of_paper(desk, index, clause, act)
    headline = desk.reading.paragraphs[index] == 0
    coming = bool(times) and not headline and is_coming(words, times, clause, desk.article.published)
    if coming and act.stance.realis == "actual":
        act = msgspec.structs.replace(act, stance=Stance("future", act.stance.negated))
    speaks = any(desk.speakers.get(index, ()))
    eventful = act.act != "STATE" or act.verb is not None or act.event is not None or speaks or _names(desk, clause)
    eventful = eventful or any(time.kind == "date" and time.precision == "day" for time in times)
    if not is_statement(
        words,
        clause,
        headline=headline,
        eventful=eventful or coming,
        opinion=desk.article.genre == "opinion",
        verb=act.verb,
        held=held is not None or coming,
        text=desk.article.text,
    ):
        if may_answer(words, clause, headline=desk.reading.paragraphs[index] == 0):
            spare.append(_statement(desk, (clause,), desk.reading.sentences[index], act, None))
        return None
    return _statement(desk, (clause,), desk.reading.sentences[index], act, None)


def _of_paper(desk: Desk, index: int, clause: Span, act: Act) -> Act:
    """Return a stand that a side's paper takes as that side's: "The second option demands an amnesty"."""
    owner = desk.papers.get(index)
    if owner is None or act.act not in _STANDS or act.agent not in (None, owner):
        return act
    words = desk.scene.words
    places = words.inside(clause)
    passive = act.verb is None and not (BE - {"'s"}).isdisjoint(words.low[places.start : places.start + _SUBJECT])
    passive = passive or (act.verb is not None and words.low[act.verb - 1] in BE)
    if passive or clause.start - desk.reading.sentences[index].start > _LEADS:
        return act
    return msgspec.structs.replace(act, agent=owner, target=act.target if act.target != owner else None)


def _is_planned(desk: Desk, statement: Statement) -> bool:
    """Tell whether a statement tells what a plan would have done."""
    return bisect_right(desk.sentence_starts, statement.contents[0].start) - 1 in desk.plans.sentences


def _held(desk: Desk, act: Act, held: Attribution | None) -> Act:
    """Give a clause that says what somebody thinks or wants the act of that attitude, and its holder as agent."""
    if held is None or held.speaker is None:
        return act
    if act.act == "STATE":
        name = desk.cue_acts.get(held.lemma or "") or "STATE"
        return msgspec.structs.replace(act, act=name, agent=held.speaker)
    return msgspec.structs.replace(act, agent=act.agent or held.speaker)


def _quotes_near(desk: Desk, sentence: Span) -> Sequence[Quote]:
    """Return the quotes that reach into a sentence: those that start in it, and the last two before."""
    first = bisect_left(desk.quote_starts, sentence.start)
    return desk.reading.quotes[max(0, first - 2) : bisect_left(desk.quote_starts, sentence.end)]


def _names(desk: Desk, clause: Span) -> bool:
    """Tell whether a clause names an actor or holds a figure."""
    mentions = inside(desk.reading.mentions, desk.mention_starts, clause)
    return any(mention.actor for mention in mentions) or bool(inside(desk.reading.figures, desk.figure_starts, clause))


def _sentences(desk: Desk, attribution: Attribution, contents: Sequence[Span]) -> Span:
    """Return the run of whole sentences that an attribution stands in."""
    spans = [*contents, *[span for span in (attribution.source, attribution.cue) if span]]
    start, end = min([span.start for span in spans]), max([span.end for span in spans])
    sentences = desk.reading.sentences
    own = sentences[attribution.sentence]
    if own.start <= start and end <= own.end:
        return own
    first = max(0, bisect_right(desk.sentence_starts, start) - 1)
    last = max(0, bisect_left(desk.sentence_starts, end) - 1)
    return Span(sentences[first].start, max(sentences[last].end, end))


def _proof(desk: Desk, span: Span, attribution: Attribution | None) -> Proof:
    """Return what rests on the evidence alone; a sentence of several statements is looked at once."""
    key = (span, attribution.source if attribution else None)
    held = desk.proofs.get(key)
    if held is None:
        article, reading = desk.article, desk.reading
        tone = inside(desk.tone, desk.tone_starts, span)
        resolved, dangling = resolve_references(
            article,
            span,
            inside(reading.mentions, desk.mention_starts, span),
            inside(reading.quotes, desk.quote_starts, span),
            inside(reading.times, desk.time_starts, span),
            desk.anchors,
            _setting(desk, span, attribution),
        )
        held = Proof(
            Evidence.cut(article.id, article.text, span),
            inside(desk.issues, desk.issue_starts, span),
            resolved,
            dangling,
            HEDGES in [hit.key for hit in tone],
            outermost(hit for hit in tone if hit.key == LOADED) if tone else (),
        )
        desk.proofs[key] = held
    return held


def _setting(desk: Desk, evidence: Span, attribution: Attribution | None) -> Setting:
    """Return who leads in the sentence before, and who speaks in this one."""
    leads: set[str] = set()
    if "pronoun" not in [one.kind for one in inside(desk.reading.mentions, desk.mention_starts, evidence)]:
        return Setting(source=attribution.source, speaker=attribution.speaker) if attribution else _NO_SETTING
    number = bisect_left(desk.sentence_starts, evidence.start)
    if number and desk.reading.paragraphs[number - 1] != 0:
        before = desk.reading.sentences[number - 1]
        first = next((m for m in inside(desk.reading.mentions, desk.mention_starts, before) if m.actor), None)
        if first is not None and first.actor is not None:
            leads.add(first.actor)
        leads.update(speaker for speaker in desk.speakers.get(number - 1, ()) if speaker)
    if attribution is None:
        return Setting(frozenset(leads))
    return Setting(frozenset(leads), attribution.speaker, attribution.source)


def _statement(
    desk: Desk, contents: tuple[Span, ...], evidence: Span, act: Act, attribution: Attribution | None
) -> Statement:
    article, reading = desk.article, desk.reading
    mentions = [m for span in contents for m in inside(reading.mentions, desk.mention_starts, span)]
    times = [time for span in contents for time in inside(reading.times, desk.time_starts, span)]
    figures = [figure for span in contents for figure in inside(reading.figures, desk.figure_starts, span)]
    proof = _proof(desk, evidence, attribution)
    named = [mention.actor for mention in mentions]
    roles = (act.agent, act.target, act.event_agent, act.event_target)
    voice = voice_of(desk.article.text, attribution)
    spoken = act.act != "STATE"
    dated = None
    voiced = attribution.source if attribution else None
    if (times or OVERNIGHT in proof.evidence.quote) and not is_embedded(desk.scene.words, voiced):
        dated = find_event_date(desk.scene.words, times, contents, act, article.published)
    if dated is None and attribution is not None and is_deed(act):
        beside = inside(reading.times, desk.time_starts, evidence)
        dated = find_deed_date(desk.scene.words, beside, attribution, contents, evidence.start, article.published)
    return Statement(
        id=identity(article.id, contents, voice.speaker, act.act),
        article=article.id,
        act=act.act,
        mode="narrated" if attribution is None else attribution.kind,
        evidence=proof.evidence,
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
        actors=tuple(dict.fromkeys(filter(None, (*named, *roles)))),
        issues=find_issues(proof.issues, contents, _before(desk, contents, proof.evidence) if spoken else ()),
        realis=act.stance.realis,
        negated=act.stance.negated,
        figures=quantities(figures) if figures else (),
        times=tuple([when for time in times if (when := when_of(time)) is not None]) if times else (),
        asides=find_asides(desk.scene.words, times, contents, article.published) if times else (),
        event_date=dated,
        resolved=proof.resolved,
        terms=desk.terms.inside(contents),
        core=core_terms(article.text, contents, desk.terms),
        loaded=proof.loaded,
        hedged=proof.hedged,
        opinion=is_writers(article, attribution, bool(named), proof.evidence.quote),
        headline=evidence.start < desk.headline_end,
        dangling=proof.dangling + voice.lost,
    )


def _before(desk: Desk, contents: Sequence[Span], evidence: Evidence) -> Sequence[Hit]:
    """Return the issues of the nearest sentence before that names any, where the words refer back to one."""
    places = desk.scene.words.inside(contents[0])
    if not refers_back(desk.scene.words.low[places.start : places.stop]):
        return ()
    figures = [figure for span in contents for figure in inside(desk.reading.figures, desk.figure_starts, span)]
    earlier = desk.reading.figures[: bisect_left(desk.figure_starts, contents[0].start)] if figures else ()
    # "It settled for 1,000": a number without a noun looks for its own; "ten days" looks around first.
    if echo := find_echo([one for one in figures if one.unit is None], earlier, desk.issues, desk.issue_starts):
        return echo
    number = bisect_left(desk.sentence_starts, evidence.start)
    for back in range(number - 1, max(-1, number - 4), -1):
        found = inside(desk.issues, desk.issue_starts, desk.reading.sentences[back])
        if any(hit.key != "issue:process_format" for hit in found):
            return found
    return find_echo(figures, earlier, desk.issues, desk.issue_starts)
