"""Find the stands that single clauses take: who demands, offers, accepts or refuses what, several in one sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress

import msgspec

from crosswire.model import Move, Reading, Span, Statement
from crosswire.packs import Packs
from crosswire.read.cues import ActTable, Cue, find_cues, move_table
from crosswire.read.grammar import AUXILIARIES, RELATIVES
from crosswire.read.move_clause import (
    ANSWERS,
    WHOLE,
    Floor,
    condition_of,
    draw_move,
    head_of,
    holder_of,
    is_predicate,
    is_price,
    left_end,
    right_end,
    side_of,
)
from crosswire.read.move_modals import MODAL, modal_moves
from crosswire.read.move_nouns import noun_moves
from crosswire.read.realis import find_realis
from crosswire.read.roles import find_roles
from crosswire.read.scene import comes_to_nothing, polar, role_ids, verb_place

# Acts that are stands on a matter.
STANDS = frozenset("DEMAND APPEAL PROPOSE OFFER COUNTER PROMISE CONCEDE ACCEPT AGREE_JOINT REJECT RED_LINE".split())
# What hangs on "if" is a condition; what is refused is one where it is refused "until".
HANGING = frozenset({"OFFER", "PROMISE", "ACCEPT", "PROPOSE", "COUNTER"})
_JUDGING = frozenset({"REJECT", "RED_LINE"})
_UNASKED = frozenset("stop stops stopped stopping cease ceased quit without instead avoid avoided".split())
_LONGEST = 1500
# What puts a sentence under a matter, the words such a front has at most, and those of a heading.
_FRONTING = frozenset({"on", "over", "about", "regarding", "concerning"})
_FRONT, _HEADING = 12, 6


def find_moves(floor: Floor, reading: Reading, packs: Packs) -> tuple[Move, ...]:
    """
    Return the stands of an article's clauses, in text order.

    A headline, a question and an author's own view take none. What a clause hangs on is its condition, and then the
    stand is a condition.

    >>> from crosswire.model import Article
    >>> from crosswire.packs import load
    >>> from crosswire.read import read_article
    >>> words = "Peru refused inspections and demanded a truce."
    >>> found = read_article(Article("a", words), load("core", "negotiation")).moves
    >>> [(one.act, one.agent, one.issues) for one in found]
    [('REJECT', 'PER', ('monitoring',)), ('DEMAND', 'PER', ('ceasefire',))]
    """
    table = move_table(packs)
    if not table.entries:
        return ()
    words = floor.scene.words
    marked = list(compress(range(len(words.low)), map(table.by_word.__contains__, words.low)))
    modals = list(compress(range(len(words.low)), map(MODAL.__contains__, words.low)))
    found: list[Move] = []
    for number, sentence in enumerate(reading.sentences):
        if reading.paragraphs[number] == 0 or sentence.end - sentence.start > _LONGEST:
            continue
        places = words.inside(sentence)
        if not places or words.low[places.stop - 1] == "?":
            continue
        cues = _cues(floor, table, places, marked)
        tokens = modals[bisect_left(modals, places.start) : bisect_left(modals, places.stop)]
        if not cues and not tokens:
            continue
        before = reading.sentences[number - 1] if number and reading.paragraphs[number - 1] else None
        here = [one for cue in cues for one in _moves(floor, cue, cues, sentence, places, before)]
        accord = floor.agreed or floor.paper.search(floor.low, sentence.start, sentence.end) is not None
        here += [one for at in tokens for one in _by_modal(floor, at, cues, sentence, before, accord=accord)]
        if accord:
            # What is undertaken under an accord is accepted.
            here = [msgspec.structs.replace(one, act="ACCEPT") if one.act == "PROMISE" else one for one in here]
        for one in here:
            near = _fronted(floor, sentence, before, one.clause.start)
            found.append(msgspec.structs.replace(one, beside=near) if near else one)
    return _once(found)


def _once(found: Sequence[Move]) -> tuple[Move, ...]:
    """Return the moves in text order, one for each act by one side on the same words."""
    kept: dict[tuple[object, ...], Move] = {}
    for one in sorted(found, key=lambda one: (one.clause, one.act, one.agent or "")):
        kept.setdefault((one.statement, one.act, one.agent, one.span.end), one)
    return tuple(kept.values())


def _cues(floor: Floor, table: ActTable, places: range, marked: Sequence[int]) -> list[Cue]:
    """Return the words of a sentence that take a stand: the packs' acts and moves, none inside a longer one."""
    low = floor.scene.words.low
    acts = [
        cue
        for cue in floor.scene.cues_in(places)
        if cue.act in STANDS and not cue.voiced and low[cue.first] != "in"  # "in exchange for" is a price
    ]
    if bisect_left(marked, places.start) < bisect_left(marked, places.stop):
        acts += find_cues(floor.scene.words, places, table, marked)
    acts.sort(key=lambda cue: (cue.first, -cue.last, -cue.priority, cue.kind, cue.act))
    kept: list[Cue] = []
    for cue in acts:
        if kept and cue.first <= kept[-1].last:
            # "Dropped its demand for", "rejected the offer of": of a verb's object a noun may be a stand of its own.
            inner = cue.kind == "noun" and kept[-1].kind != "noun" and cue.last > kept[-1].last
            if not inner:
                continue
        kept.append(cue)
    return kept


def _statement_at(floor: Floor, offset: int) -> tuple[Statement, Span | None] | None:
    """Return the statement that says the word at `offset` and the stretch it stands in, None for a reporting word."""
    first = bisect_left(floor.evidence_ends, offset + 1)
    near = []
    for one in floor.statements[first : first + 24]:
        if one.evidence.start > offset:
            break
        if offset < one.evidence.end:
            near.append(one)
    held = [(one, span) for one in near for span in one.contents if span.start <= offset < span.end]
    if held:
        return min(held, key=lambda pair: (pair[1].end - pair[1].start, pair[0].id))
    cued = next((one for one in near if one.cue is not None and one.cue.start <= offset < one.cue.end), None)
    if cued is not None:
        return cued, None
    # What a report tells beside somebody's words ("It raised its offer and said ...") is the sentence's own.
    near = [one for one in near if not (one.source is not None and one.source.start <= offset < one.source.end)]
    return (near[0], near[0].evidence.span) if near else None


def _limit(floor: Floor, said: Statement, content: Span | None, sentence: Span, first: int, last: int) -> range:
    """Return the words among which a clause lies: those of the same stretch of the sentence."""
    words = floor.scene.words
    if content is None:
        content = said.contents[0]
        stop = words.at(min(content.end, sentence.end))
        return range(min(first, words.at(content.start)), max(stop, last + 1))
    if len(said.contents) > 1:  # "Would accept it, he said, provided that ...": what it hangs on follows the telling
        rest = [span for span in said.contents if content.end < span.start < sentence.end]
        content = Span(content.start, rest[0].end) if rest and _hangs(floor, rest[0]) else content
    limit = words.inside(Span(max(content.start, sentence.start), min(content.end, sentence.end)))
    return range(min(first, limit.start), max(limit.stop, last + 1))


def _hangs(floor: Floor, span: Span) -> bool:
    """Tell whether a later part of what is said opens a condition."""
    return floor.openers.match(floor.low, span.start) is not None


def _told(floor: Floor, place: int) -> tuple[Statement, Span | None] | None:
    at = _statement_at(floor, floor.scene.words.starts[place])
    if at is None or at[0].headline or at[0].opinion:
        return None
    said, content = at
    asks = said.realis == "questioned" and (content is None or "?" not in content.of(floor.low)[:-1])
    return None if asks else at


def _by_modal(
    floor: Floor, place: int, cues: Sequence[Cue], sentence: Span, before: Span | None, *, accord: bool
) -> Iterator[Move]:
    at = _told(floor, place)
    if at is None or at[1] is None:
        return
    said, content = at
    limit = _limit(floor, said, content, sentence, place, place)
    spoken = said.mode != "narrated" and content in said.contents
    yield from modal_moves(floor, said, place, cues, limit, before, content=spoken, accord=accord)


def _moves(
    floor: Floor, cue: Cue, cues: Sequence[Cue], sentence: Span, places: range, before: Span | None
) -> Iterator[Move]:
    at = _told(floor, cue.first)
    if at is None:
        return
    said, content = at
    limit = _limit(floor, said, content, sentence, cue.first, cue.last)
    if cue.kind == "noun":
        yield from noun_moves(floor, said, cue, cues, limit if content is not None else places)
    else:
        yield from _verb(floor, said, cue, cues, limit, before, spoken=content in said.contents)


def _verb(
    floor: Floor, said: Statement, cue: Cue, cues: Sequence[Cue], limit: range, before: Span | None, *, spoken: bool
) -> Iterator[Move]:
    scene, low = floor.scene, floor.scene.words.low
    stance = find_realis(scene.words, limit, verb_place(scene, cue, limit))
    if cue.form == "gerund" and not _UNASKED.isdisjoint(low[max(limit.start, cue.first - 2) : cue.first]):
        return  # "has stopped asking for it"
    if stance.realis == "questioned" or "neither" in low[max(limit.start, cue.first - 6) : cue.first]:
        return
    agent, target = role_ids(scene, find_roles(scene.words, scene.mentions, cue, limit), cue)
    negated = stance.negated or comes_to_nothing(scene.words, cue)
    name = cue.act
    if negated and name not in _JUDGING:
        name = polar(name, type(stance)(stance.realis, True))[0]
    if name not in STANDS or (negated and name not in _JUDGING) or (negated and cue.act == "REJECT"):
        return
    narrated = said.mode == "narrated" or not spoken
    own_cue = said.cue is not None and said.cue.start <= scene.words.starts[cue.first] < said.cue.end
    predicate = cue.kind == "phrase" and name in _JUDGING and is_predicate(floor, cue, limit)
    if own_cue:
        holder = said.speaker
    elif predicate:
        holder = None if narrated else said.speaker
    elif cue.passive:
        holder = side_of(floor, agent)
    else:
        holder = holder_of(floor, said, cue, agent, limit, before, narrated=narrated)
    back = cue.passive and holder is None and name in ANSWERS
    if name == "AGREE_JOINT" and (holder is None or said.mode == "narrated"):
        inside = low[cue.first : cue.last + 1]
        whole = head_of(low, cue.first, limit) in WHOLE or low[cue.first] == "with" or not WHOLE.isdisjoint(inside)
        if not whole and holder is None:
            return
        holder = None if whole else holder
    elif holder is None and not back:
        return
    whose = _antecedent(floor, cue, limit)
    first = cue.first + 1
    if predicate or cue.passive or cue.kind == "phrase" or whose is not None:
        first = left_end(floor, cue.first, limit) if whose is None else whose
    stop = right_end(floor, cue.last + 1, limit, cues)
    condition = condition_of(floor, cue.last + 1, limit, refused=negated or name in _JUDGING)
    if condition is not None:
        stop = min(stop, max(cue.last + 1, scene.words.at(condition.start)))
    ahead = stance.realis in ("future", "conditional") and condition is None
    if narrated and name in ANSWERS and ahead and not negated:
        return  # "a decision to accept": nobody has
    if stop == cue.last + 1 and any(other.act == cue.act and cue.last < other.first < stop + 6 for other in cues):
        return  # "does not accept, and will not accept, any linkage": said once
    if condition is not None and (name in HANGING or (name == "REJECT" and negated)):
        name = name if is_price(floor, condition) else "CONDITION"
    if name == "REJECT" and "any" in low[cue.last + 1 : cue.last + 4]:
        name = "RED_LINE"
    yield draw_move(floor, said, name, holder, target, range(first, max(first, stop)), cue, condition)


def _antecedent(floor: Floor, cue: Cue, limit: range) -> int | None:
    """Return where what "that it refused", "which Arland accepted" hang on begins, None for a main clause."""
    low = floor.scene.words.low
    step = cue.first - 1
    while (
        step >= limit.start
        and cue.first - step < 6
        and (low[step] in AUXILIARIES or floor.scene.words.owner[step] >= 0)
    ):
        step -= 1
    if step <= limit.start or not (low[step] in RELATIVES - {"who"} or low[step] == "that") or step == cue.first - 1:
        return None
    before = step - 2 if low[step - 1] == "," else step - 1
    if low[step] == "that" and floor.scene.act_at(range(max(limit.start, before - 1), before + 1)) is not None:
        return None  # "demanded that it accept"
    return left_end(floor, before, limit)


def _fronted(floor: Floor, sentence: Span, before: Span | None, stop: int) -> tuple[str, ...]:
    """Return the issues a sentence is put under: "On pay, it ...", "As for the levy ...", or a heading before it."""
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
