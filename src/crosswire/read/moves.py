"""Find the stands that single clauses take: who demands, offers, accepts or refuses what, several in one sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress

import msgspec

from crosswire.model import Article, Move, Reading, Span, Statement
from crosswire.packs import Packs
from crosswire.read.cues import ActTable, Cue, find_cues, move_table
from crosswire.read.grammar import HAVE, NEGATORS, RELATIVES
from crosswire.read.loaded import Hit
from crosswire.read.move_clause import (
    ANSWERS,
    Floor,
    condition_of,
    draw_move,
    is_hinge,
    is_price,
    lay_floor,
    matters_in,
    side_of,
)
from crosswire.read.move_fronts import fronted, side_of_source, sides_of_source
from crosswire.read.move_governed import is_bare_wish, is_governed, is_unseen, only_holds, promised
from crosswire.read.move_heads import is_impersonal, is_predicate, is_said_once_more, judge_of, subject_is_it, who_else
from crosswire.read.move_holders import holder_of, nameless, taker_of
from crosswire.read.move_matters import implied_hits
from crosswire.read.move_modals import BEFORE_TO, MODAL, modal_moves
from crosswire.read.move_nouns import noun_moves
from crosswire.read.move_objects import STANDS, is_aside, object_of
from crosswire.read.move_terms import find_force, terms_in_force
from crosswire.read.move_together import listed_before, only_agrees, second_of, together
from crosswire.read.realis import Stance, find_realis
from crosswire.read.roles import find_roles
from crosswire.read.scene import Scene, comes_to_nothing, polar, role_ids, verb_place
from crosswire.read.words import fold

# What is charged is no stand, but a clause of its own all the same.
_TOLD = STANDS | {"ACCUSE"}
# What hangs on "if" is a condition; what is refused is one where it is refused "until".
HANGING = frozenset({"OFFER", "PROMISE", "ACCEPT", "PROPOSE", "COUNTER"})
_AGREED = frozenset({"ACCEPT", "AGREE_JOINT", "PROMISE"})
_JUDGING = frozenset({"REJECT", "RED_LINE"})
_LEAST = frozenset({"nothing", "less"})
_UPHELD = ("demand", "claim", "insist", "call", "requirement")
_HELD_OUT = ("objection", "opposition", "resistance", "veto")
_DENYING = frozenset({"deny", "dismiss", "refute", "reject", "rebut"})
_QUESTIONS = frozenset({"what", "how", "why", "whether"})
_LONGEST = 1500
# Sentences after a matter was named in which "the offer" may still be on it.
_FAR = 6


def find_moves(
    article: Article,
    reading: Reading,
    scene: Scene,
    statements: Sequence[Statement],
    issues: Sequence[Hit],
    packs: Packs,
) -> tuple[Move, ...]:
    """
    Return the stands of an article's clauses, in text order; `issues` are the places of the packs' issue words.

    A headline, a question and an author's own view take none. What a clause hangs on is its condition, and then the
    stand is a condition.

    >>> from crosswire.packs import load
    >>> from crosswire.read import read_article
    >>> words = "Peru refused inspections and demanded a truce."
    >>> found = read_article(Article("a", words), load("core", "negotiation")).moves
    >>> [(one.act, one.agent, one.issues) for one in found]
    [('REJECT', 'PER', ('monitoring',)), ('DEMAND', 'PER', ('ceasefire',))]
    """
    table = move_table(packs)
    matters = matters_in(issues, packs)
    if not table.entries or not matters:
        return ()
    matters = sorted((*matters, *implied_hits(fold(article.text), matters, packs.words("bids"))))
    floor = lay_floor(article, scene, statements, matters, reading.figures, packs)
    words = floor.scene.words
    marked = list(compress(range(len(words.low)), map(table.by_word.__contains__, words.low)))
    modals = list(compress(range(len(words.low)), map(MODAL.__contains__, words.low)))
    found: list[Move] = []
    for number, sentence in enumerate(reading.sentences):
        if reading.paragraphs[number] == 0 or sentence.end - sentence.start > _LONGEST:
            continue
        # A stand without its matter goes on from one shortly before.
        named = floor.names_matter(sentence.start, sentence.end)
        if not named and not floor.names_matter(reading.sentences[max(0, number - _FAR)].start, sentence.start):
            continue
        places = words.inside(sentence)
        if not places or words.low[places.stop - 1] == "?":
            continue
        cues = _cues(floor, table, places, marked)
        # What an auxiliary tells counts only where the sentence names the matter.
        tokens = modals[bisect_left(modals, places.start) : bisect_left(modals, places.stop)]
        tokens = [at for at in tokens if words.low[at] not in BEFORE_TO or words.low[at + 1] == "to"] if named else []
        in_force = _in_force(floor, sentence, found) if named else []
        if not cues and not tokens:
            found += in_force
            continue
        before = reading.sentences[number - 1] if number and reading.paragraphs[number - 1] else None
        here = [one for cue in cues for one in _moves(floor, cue, cues, sentence, places, before)]
        asks = tokens or any(one.act == "PROMISE" for one in here)
        accord = bool(asks) and (floor.agreed or _on_paper(floor, sentence))
        here += [one for at in tokens for one in _by_modal(floor, at, cues, sentence, before, accord=accord)]
        if accord:
            # What is undertaken under an accord is accepted; what somebody says he will do, he may do besides.
            here = [_settled(one) if one.statement in floor.vowed else one for one in here]
        here += [one for one in in_force if not any(other.joint for other in here)]
        for one in here:
            near = fronted(floor, sentence, before, one.clause.start)
            found.append(msgspec.structs.replace(one, beside=near) if near else one)
    return _once(found)


def _in_force(floor: Floor, sentence: Span, before: Sequence[Move]) -> list[Move]:
    """Return what a sentence tells of the terms that both sides put in force, and not what one alone accepted."""
    match = find_force(floor, sentence)
    at = _told(floor, floor.scene.words.at(match.start())) if match is not None else None
    if match is None or at is None:
        return []
    alone = {issue for one in before if one.act == "ACCEPT" and not one.joint for issue in one.issues}
    told = (one for one in floor.statements if one.act in _AGREED and one.agent is not None)
    alone |= {issue for one in told if one.evidence.end < match.start() for issue in one.issues}
    terms = terms_in_force(floor, at[0], match, accord=floor.agreed or _on_paper(floor, sentence))
    return [one for one in terms if alone.isdisjoint(one.issues)]


def _settled(one: Move) -> Move:
    return msgspec.structs.replace(one, act="ACCEPT") if one.act == "PROMISE" else one


def _on_paper(floor: Floor, sentence: Span) -> bool:
    """Tell whether a sentence tells what an accord says."""
    return floor.paper.search(floor.low, sentence.start, sentence.end) is not None


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
        if cue.act in _TOLD and not cue.voiced and low[cue.first] != "in"  # "in exchange for" is a price
    ]
    if bisect_left(marked, places.start) < bisect_left(marked, places.stop):
        found = find_cues(floor.scene.words, places, table, marked)
        acts += [cue for cue in found if cue.act != "DENY"]  # what answers a charge is no stand
    # "Said no", and not "said no truce was possible".
    acts = [cue for cue in acts if low[cue.last] != "no" or not _goes_on(low, cue.last + 1)]
    # A word that is a verb here is no noun: "Arland demands a truce".
    acts.sort(key=lambda cue: (cue.first, -cue.last, -cue.priority, cue.kind == "noun", cue.kind, cue.act))
    kept: list[Cue] = []
    for cue in acts:
        if kept and cue.first <= kept[-1].last:
            # "Dropped its demand for", "rejected the offer of": of a verb's object a noun may be a stand of its own.
            inner = cue.kind == "noun" and kept[-1].kind != "noun" and cue.last > kept[-1].last
            if not inner:
                continue
        kept.append(cue)
    return kept


def _goes_on(low: Sequence[str], place: int) -> bool:
    return place < len(low) and low[place].isalpha() and low[place] not in ("to", "and", "but", "on")


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
        if content.of(floor.low) in RELATIVES:  # "a truce, which Arland accepted in March": what it is on stands before
            content = sentence
        stop = words.at(min(content.end, sentence.end))
        # The reporting word brings its own auxiliaries: "will not accept a truce".
        first = min(first, words.at(said.cue.start)) if said.cue is not None else first
        return range(min(first, words.at(content.start)), max(stop, last + 1))
    if len(said.contents) > 1:  # "Would accept it, he said, provided that ...": what it hangs on follows the telling
        rest = [span for span in said.contents if content.end < span.start < sentence.end]
        content = Span(content.start, rest[0].end) if rest and _hangs(floor, rest[0]) else content
    limit = words.inside(Span(max(content.start, sentence.start), min(content.end, sentence.end)))
    before = [span for span in said.contents if span.end < content.start]
    if before and limit and words.low[limit.start] in HAVE:
        # "..., but Borland's envoys had turned it down, saying so": who did stands between two parts of what is said.
        limit = range(words.at(before[-1].end), limit.stop)
    return range(min(first, limit.start), max(limit.stop, last + 1))


def _hangs(floor: Floor, span: Span) -> bool:
    """Tell whether a later part of what is said opens a condition."""
    return floor.openers.match(floor.low, span.start) is not None


def _told(floor: Floor, place: int) -> tuple[Statement, Span | None] | None:
    at = _statement_at(floor, floor.scene.words.starts[place])
    if at is None or at[0].headline or at[0].opinion:
        return None
    said, content = at
    voice = floor.voice_at(floor.scene.words.starts[place])
    if voice is not None and said.mode == "narrated":
        said = msgspec.structs.replace(said, speaker=voice, mode="indirect")
    if said.speaker is None and (side := side_of_source(floor, said)) is not None:
        said = msgspec.structs.replace(said, speaker=side)
        at = said, content
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
    if is_unseen(floor, place, limit):
        return
    spoken = said.mode != "narrated" and content in said.contents
    yield from modal_moves(floor, said, place, cues, limit, before, content=spoken, accord=accord and not spoken)


def _moves(
    floor: Floor, cue: Cue, cues: Sequence[Cue], sentence: Span, places: range, before: Span | None
) -> Iterator[Move]:
    at = _told(floor, cue.first)
    if at is None:
        return
    said, content = at
    limit = _limit(floor, said, content, sentence, cue.first, cue.last)
    if cue.kind == "noun" and cue.act != "ACCUSE":
        yield from noun_moves(floor, said, cue, cues, limit if content is not None else places)
    elif cue.kind != "noun" and not is_unseen(floor, cue.first, limit):
        yield from _verb(floor, said, cue, cues, limit, before, spoken=content in said.contents)


def _verb(
    floor: Floor, said: Statement, cue: Cue, cues: Sequence[Cue], limit: range, before: Span | None, *, spoken: bool
) -> Iterator[Move]:
    """Yield the stand of a verb or of a phrase that judges: "refused it", "is out of the question"."""
    scene, low = floor.scene, floor.scene.words.low
    taken = _stand(floor, cue, cues, limit)
    denied = spoken and said.act == "DENY" and said.lemma in _DENYING and not _is_telling(floor, said, cue)
    asked = spoken and said.lemma == "ask" and not _QUESTIONS.isdisjoint(low[limit.start : cue.first])
    if taken is None or denied or asked:
        return  # "asked what she was offering"; "denied a report that it had agreed to it" agrees to nothing
    name, negated, stance = taken
    narrated = said.mode == "narrated" or not spoken
    agent, target = role_ids(scene, find_roles(scene.words, scene.mentions, cue, limit), cue)
    agent = agent or who_else(floor, said, cue, limit)
    predicate = cue.kind == "phrase" and name in _JUDGING and is_predicate(floor, cue, limit)
    pair: tuple[str, ...] = ()
    if predicate or _is_telling(floor, said, cue):
        judge = judge_of(floor, cue, limit) if predicate else None
        teller = None if predicate and narrated else said.speaker
        holder = judge or teller or (None if predicate else nameless(floor, cue, limit))
        pair = sides_of_source(floor, said) if holder is None and not predicate else ()
        holder = pair[0] if pair else holder
    elif cue.passive:
        holder = side_of(floor, agent)
    else:
        holder = holder_of(floor, said, cue, agent, limit, before, narrated=narrated)
    whose = taker_of(floor, cue, name, holder, limit, narrated=narrated)
    if whose is None or (cue.passive and is_impersonal(floor, cue, limit)):
        return
    name, holder = whose
    condition = condition_of(floor, cue.last + 1, limit, refused=negated or name in _JUDGING)
    whole = predicate or cue.passive or (cue.kind == "phrase" and name != "OFFER")
    places = object_of(floor, cue, cues, limit, whole=whole)
    meant = predicate and subject_is_it(floor, places)
    if predicate and places.start == limit.start and not meant:
        # "An amnesty, he said, is out of the question": its subject stands before the telling.
        places = range(min(places.start, scene.words.at(said.contents[0].start)), places.stop)
    if condition is not None:
        places = range(places.start, max(places.start, min(places.stop, scene.words.at(condition.start))))
    elif narrated and name in ANSWERS and stance.realis in ("future", "conditional") and not negated:
        return  # "a decision to accept": nobody has
    second = pair[1] if pair else second_of(floor, cue, limit, holder) if target is None and not predicate else None
    if narrated and name == "AGREE_JOINT" and holder and not (second or target) and only_agrees(floor, cue):
        name = "ACCEPT"
    name, target = together(floor, cue, name, holder, second or target, joined=second is not None)
    if condition is not None and (name in HANGING or (name == "REJECT" and (negated or predicate))):
        name = name if is_price(floor, condition) else "CONDITION"
    if is_said_once_more(cue, cues, places):
        return
    if condition is None:
        name = _sharpened(floor, cue, name, range(limit.start, places.stop))
    move = draw_move(floor, said, name, holder, target, places, cue, condition)
    if holder is None and not cue.passive:
        move = msgspec.structs.replace(move, joint=True, back=False)  # all who talk
    alone = name == "RED_LINE" and not any(low[at].isalpha() for at in limit if not cue.first <= at <= cue.last)
    yield msgspec.structs.replace(move, back=True) if meant or alone else move  # '"Out of the question," he said'
    if second is not None and name != "AGREE_JOINT":
        others = (second, *listed_before(floor, said, cue, limit))
        yield from (draw_move(floor, said, name, one, target, places, cue, condition) for one in others)


def _stand(floor: Floor, cue: Cue, cues: Sequence[Cue], limit: range) -> tuple[str, bool, Stance] | None:
    """Return the act of a verb or phrase in its clause, whether that is negated, and its realis; None for no stand."""
    scene, low = floor.scene, floor.scene.words.low
    stance = find_realis(scene.words, limit, verb_place(scene, cue, limit))
    # "Will accept nothing less than", "won't accept less than": no refusal of what follows.
    least = cue.act == "DEMAND" and not _LEAST.isdisjoint(low[cue.first : cue.last + 1])
    own = not NEGATORS.isdisjoint(low[cue.first : cue.last + 1])  # "cannot be allowed" refuses by its own "not"
    negated = ((stance.negated and not own) or comes_to_nothing(scene.words, cue)) and not least
    name = _name_of(cue, scene.words.low[cue.last], negated=negated)
    if name == "PROMISE" and cue.kind == "verb":
        name = promised(floor, cue, limit)
    if name is None or stance.realis == "questioned" or is_aside(floor, cue, limit) or is_governed(floor, cue, cues):
        return None
    if is_hinge(floor, cue) or is_bare_wish(floor, cue) or only_holds(floor, cue, limit):
        return None
    if any(other.act == "RED_LINE" and other.last + 1 == cue.first for other in cues):
        return None  # "will never accept"
    return name, negated, stance


def _sharpened(floor: Floor, cue: Cue, name: str, clause: range) -> str:
    """Return the act of a stand that hangs on nothing: "could agree to ten" offers, "now or ever" rules out."""
    low = floor.scene.words.low
    if name in ("ACCEPT", "AGREE_JOINT") and "could" in low[max(clause.start, cue.first - 2) : cue.first]:
        return "OFFER"
    return "RED_LINE" if name == "REJECT" != cue.act and "ever" in low[cue.last + 1 : clause.stop] else name


def _name_of(cue: Cue, last: str, *, negated: bool) -> str | None:
    """Return the act of a cue in its clause, None where its negation takes no stand: "did not demand it"."""
    if not negated:
        return "ACCEPT" if cue.act == "CONCEDE" and last.startswith(_HELD_OUT) else cue.act
    if cue.act == "CONCEDE" and last.startswith(_UPHELD):
        return "DEMAND"  # "will not drop its demand for"
    if cue.act == "RED_LINE":
        return cue.act  # "will never accept it" is negated by its own words
    name = polar(cue.act, Stance("actual", True))[0]
    return name if name == "REJECT" != cue.act else None


def _is_telling(floor: Floor, said: Statement, cue: Cue) -> bool:
    """Tell whether a cue is the reporting word itself: "Arland demanded that ..."."""
    return said.cue is not None and said.cue.start <= floor.scene.words.starts[cue.first] < said.cue.end
