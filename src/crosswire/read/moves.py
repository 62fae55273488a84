"""Find the stands that single clauses take: who demands, offers, accepts or refuses what, several in one sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress

import msgspec

from crosswire.model import Move, Reading, Span, Statement
from crosswire.packs import Packs
from crosswire.read.cues import ActTable, Cue, find_cues, move_table
from crosswire.read.grammar import AUXILIARIES, BE, NEGATORS, is_adverb
from crosswire.read.move_clause import Floor, condition_of, holder_of, is_predicate, left_end, right_end
from crosswire.read.realis import find_realis
from crosswire.read.roles import find_roles
from crosswire.read.scene import comes_to_nothing, polar, role_ids, verb_place

# Acts that are stands on a matter.
STANDS = frozenset(
    "DEMAND APPEAL PROPOSE OFFER COUNTER PROMISE CONCEDE ACCEPT AGREE_JOINT REJECT RED_LINE".split()
)
_WANTED = frozenset({"DEMAND", "APPEAL", "PROPOSE", "OFFER", "COUNTER", "PROMISE"})
_HANGING = frozenset({"OFFER", "PROMISE", "ACCEPT", "PROPOSE", "COUNTER"})
_JUDGING = frozenset({"REJECT", "RED_LINE"})
_ANSWERS = frozenset({"ACCEPT", "REJECT", "CONCEDE"})
_LONGEST = 1500
# What puts a sentence under a matter, the words such a front has at most, and those of a heading.
_FRONTING = frozenset({"on", "over", "about", "regarding", "concerning"})
_FRONT, _HEADING = 12, 6
# Words of a pointing object: "it", "the offer", "both".
_POINTING = frozenset("it this that these those them both neither them all the a an its his her their our of to".split())
# Verbs before a noun that take the stand back: "dropped its demand", "denied its refusal".
_TAKEN_BACK = frozenset(
    str.split("""
    drop dropped drops dropping withdraw withdrew withdrawn withdraws withdrawing abandon abandoned abandons scrap
    scrapped retract retracted deny denied denies reverse reversed soften softened end ended ease eased cut lowered
    """)
)
_OF = frozenset({"of", "by", "from"})
_AFTER_NOUN = frozenset({"for", "to", "that", "of", "on", "over", "by", "from", "about"})


def find_moves(floor: Floor, reading: Reading, packs: Packs) -> tuple[Move, ...]:
    """
    Return the stands of an article's clauses, in text order.

    A headline, a question and an author's own view take none. What a clause hangs on is its condition, and then the
    stand is a condition.
    """
    table = move_table(packs)
    words = floor.scene.words
    marked = list(compress(range(len(words.low)), map(table.by_word.__contains__, words.low)))
    found: list[Move] = []
    for number, sentence in enumerate(reading.sentences):
        if reading.paragraphs[number] == 0 or sentence.end - sentence.start > _LONGEST:
            continue
        places = words.inside(sentence)
        cues = _cues(floor, table, places, marked)
        if not cues or not places or words.low[places.stop - 1] == "?":
            continue
        before = reading.sentences[number - 1] if number and reading.paragraphs[number - 1] else None
        for cue in cues:
            for one in _moves(floor, cue, cues, sentence, places):
                near = () if one.issues else _fronted(floor, sentence, before, one.clause.start)
                found.append(msgspec.structs.replace(one, beside=near) if near else one)
    return _once(found)


def _fronted(floor: Floor, sentence: Span, before: Span | None, stop: int) -> tuple[str, ...]:
    """Return the issues that a sentence is put under: "On pay, it ...", "As for the levy ...", or a heading before it."""
    words = floor.scene.words
    places = words.inside(sentence)
    if words.low[places.start] in _FRONTING or words.low[places.start : places.start + 2] == ["as", "for"]:
        comma = next((at for at in places[:_FRONT] if words.low[at] == ","), places.start)
        if found := floor.issues_in(Span(sentence.start, min(stop, words.starts[comma]))):
            return found
    if before is None:
        return ()
    earlier = words.inside(before)
    heading = len(earlier) <= _HEADING or words.low[earlier.start] in _FRONTING
    return floor.issues_in(before) if heading or words.low[earlier.start : earlier.start + 2] == ["as", "for"] else ()


def _once(found: Sequence[Move]) -> tuple[Move, ...]:
    """Return the moves in text order, one for each act by one side on the same words."""
    kept: dict[tuple[object, ...], Move] = {}
    for one in sorted(found, key=lambda one: (one.clause, one.act, one.agent or "")):
        kept.setdefault((one.statement, one.act, one.agent, one.span.end), one)
    return tuple(kept.values())


def _cues(floor: Floor, table: ActTable, places: range, marked: Sequence[int]) -> list[Cue]:
    """Return the words of a sentence that take a stand: the packs' acts and moves, none inside a longer one."""
    acts = [cue for cue in floor.scene.cues_in(places) if cue.act in STANDS and not cue.voiced]
    if bisect_left(marked, places.start) < bisect_left(marked, places.stop):
        acts += find_cues(floor.scene.words, places, table, marked)
    acts.sort(key=lambda cue: (cue.first, -cue.last, -cue.priority, cue.kind, cue.act))
    kept: list[Cue] = []
    for cue in acts:
        if kept and cue.first <= kept[-1].last and (cue.kind != "noun" or kept[-1].kind == "noun" or cue.last <= kept[-1].last):
            continue
        kept.append(cue)
    return kept


def _statement_at(floor: Floor, offset: int, sentence: Span) -> tuple[Statement, Span | None] | None:
    """Return the statement that says the word at `offset` and the stretch it stands in, None for a reporting word."""
    near = [one for one in floor.statements if one.evidence.start <= offset < one.evidence.end]
    held = [(one, span) for one in near for span in one.contents if span.start <= offset < span.end]
    if held:
        return min(held, key=lambda pair: (pair[1].end - pair[1].start, pair[0].id))
    cued = next((one for one in near if one.cue is not None and one.cue.start <= offset < one.cue.end), None)
    return (cued, None) if cued is not None else None


def _moves(floor: Floor, cue: Cue, cues: Sequence[Cue], sentence: Span, places: range) -> Iterator[Move]:
    words = floor.scene.words
    at = _statement_at(floor, words.starts[cue.first], sentence)
    if at is None or at[0].headline or at[0].opinion or at[0].realis == "questioned":
        return
    said, content = at
    if content is None:
        limit = range(cue.first, places.stop)
        content = said.contents[0]
        stop = words.at(min(content.end, sentence.end))
        limit = range(min(cue.first, words.at(content.start)), max(stop, cue.last + 1))
    else:
        limit = words.inside(Span(max(content.start, sentence.start), min(content.end, sentence.end)))
        limit = range(limit.start, max(limit.stop, cue.last + 1))
    if cue.kind == "noun":
        yield from _noun(floor, said, cue, cues, limit)
    else:
        yield from _verb(floor, said, cue, cues, limit)


def _verb(floor: Floor, said: Statement, cue: Cue, cues: Sequence[Cue], limit: range) -> Iterator[Move]:
    scene = floor.scene
    stance = find_realis(scene.words, limit, verb_place(scene, cue, limit))
    if stance.realis == "questioned":
        return
    agent, target = role_ids(scene, find_roles(scene.words, scene.mentions, cue, limit), cue)
    negated = stance.negated or comes_to_nothing(scene.words, cue)
    name = cue.act
    if negated and name not in _JUDGING:
        name = polar(name, type(stance)(stance.realis, True))[0]
    elif negated and name == "REJECT":
        return
    if name not in STANDS or (negated and name not in ("REJECT", "RED_LINE")):
        return
    own_cue = said.cue is not None and said.cue.start <= scene.words.starts[cue.first] < said.cue.end
    predicate = cue.kind == "phrase" and name in _JUDGING and is_predicate(floor, cue, limit)
    if own_cue:
        holder = said.speaker
    elif predicate:
        holder = said.speaker if said.mode != "narrated" else None
    elif cue.passive:
        holder = agent
    else:
        holder = holder_of(floor, said, cue, agent, limit)
    if holder is None and name != "AGREE_JOINT":
        return
    first = left_end(floor, cue.first, limit) if predicate or cue.passive or cue.kind == "phrase" else cue.first + 1
    stop = right_end(floor, cue.last + 1, limit, cues)
    refused = negated or name in _JUDGING
    condition = condition_of(floor, cue.last + 1, limit, refused=refused)
    if condition is not None:
        stop = min(stop, max(cue.last + 1, scene.words.at(condition.start)))
    told = said.mode == "narrated" and holder != said.speaker
    if told and name in _ANSWERS and stance.realis in ("future", "conditional") and condition is None:
        return
    if condition is not None and (name in _HANGING or (name == "REJECT" and negated)):
        name = "CONDITION"
    yield _move(floor, said, name, holder, target, range(first, max(first, stop)), cue, condition)


def _move(
    floor: Floor,
    said: Statement,
    name: str,
    holder: str | None,
    target: str | None,
    places: range,
    cue: Cue,
    condition: Span | None,
) -> Move:
    span = floor.span(places)
    start = floor.scene.words.starts[cue.first]
    clause = Span(min(span.start, start), max(span.end, start))
    return Move(
        statement=said.id,
        act=name,
        span=span,
        clause=clause,
        agent=holder,
        target=target if target != holder else None,
        issues=floor.issues_in(span),
        condition=condition,
        hinge=floor.issues_in(condition) if condition is not None else (),
        back=_points_back(floor, places, cue),
        joint=name == "AGREE_JOINT",
    )


def _points_back(floor: Floor, places: range, cue: Cue) -> bool:
    """Tell whether the words of a stand name nothing by themselves: "it", "the offer", "the 4 per cent", or none."""
    low = floor.scene.words.low
    left = [low[at] for at in places if at not in range(cue.first, cue.last + 1)]
    inside = [low[at] for at in range(cue.first + 1, cue.last)]
    counted = {unit for one in floor.figures if one.unit for unit in (one.unit,)}
    kept = [
        word
        for word in left + inside
        if word.isalpha() and word not in _POINTING and word not in floor.bids and not is_adverb(word)
        and word not in ("per", "cent", "percent") and word not in counted
    ]
    return len(kept) <= 1


def _noun(floor: Floor, said: Statement, cue: Cue, cues: Sequence[Cue], limit: range) -> Iterator[Move]:
    """Yield the stand of a noun: "Brunn's demand that", "its refusal to", "the offer by the trust of"."""
    words, scene = floor.scene.words, floor.scene
    owner, start = _owner_of(floor, cue, limit)
    after = cue.last + 1
    if owner is None:
        by = words.low[after] if after < limit.stop else ""
        named = next((at for at in range(after + 1, min(limit.stop, after + 4)) if words.owner[at] >= 0), None)
        if by not in _OF or named is None:
            return
        owner = scene.mentions[words.owner[named]].actor
        after = next((at for at in range(named, limit.stop) if words.owner[at] != words.owner[named]), limit.stop)
    if owner is None or not _TAKEN_BACK.isdisjoint(words.low[max(limit.start, start - 3) : start]):
        return
    if NEGATORS & set(words.low[max(limit.start, start - 3) : start]):
        return
    stop = right_end(floor, after, limit, cues)
    named_after = words.low[cue.last] in _AFTER_NOUN or (after < limit.stop and words.low[after] in _AFTER_NOUN)
    if not named_after or stop <= after:
        return
    condition = condition_of(floor, after, limit, refused=cue.act == "REJECT")
    if condition is not None:
        stop = min(stop, max(after, words.at(condition.start)))
    name = "CONDITION" if condition is not None and cue.act in _HANGING else cue.act
    yield _move(floor, said, name, owner, None, range(after, stop), cue, condition)


def _owner_of(floor: Floor, cue: Cue, limit: range) -> tuple[str | None, int]:
    """Return whose a noun is, by the possessive or name before it with no more than two words between."""
    words = floor.scene.words
    for step in range(cue.first - 1, max(limit.start, cue.first - 4) - 1, -1):
        index = words.owner[step]
        if index >= 0:
            mention = floor.scene.mentions[index]
            possessive = words.low[step + 1] == "'s" or mention.kind == "pronoun" or step == cue.first - 1
            return (mention.actor, words.at(mention.start)) if possessive else (None, step)
        if words.low[step] in floor.scene.table.adjectives:
            return floor.scene.table.adjectives[words.low[step]], step
        if words.low[step] in AUXILIARIES - BE - {"'s"} or not (words.low[step][0].isalnum() or words.low[step][0] == "'"):
            break
    return None, cue.first
