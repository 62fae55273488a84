"""Stands that no verb of bargaining names: "will not hold fire while", "must cut its catch", "could halve it if"."""

from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Move, Span, Statement
from crosswire.read.cues import Cue
from crosswire.read.grammar import BE, INSIGHT, NEGATORS, PREPOSITIONS, is_adverb
from crosswire.read.move_clause import (
    WHOLE,
    Floor,
    condition_of,
    draw_move,
    head_of,
    is_price,
    left_end,
    right_end,
)
from crosswire.read.move_fronts import under_own_bid
from crosswire.read.move_governed import goes_on
from crosswire.read.move_holders import holder_of
from crosswire.read.roles import find_roles
from crosswire.read.scene import role_ids
from crosswire.text.verbs import lemma_of

_WILL = frozenset({"will", "'ll", "shall", "would", "wo", "won", "wouldn"})
_CAN = frozenset({"can", "could", "cannot", "couldn"})
_MUST = frozenset({"must", "should"})
# "Is to let trucks through", under an accord.
_KEEPS = frozenset({"stays", "stay", "remains", "remain"})
# "Had to go", as a report tells of "must"; these are auxiliaries of ours only before "to".
_OUGHT = frozenset({"has", "have", "had"})
BEFORE_TO = BE | _OUGHT
MODAL = _WILL | _CAN | _MUST | _KEEPS | _OUGHT | {"not", "no", "is", "are"}
# What follows where a thing is kept, and not only called so: "the blockade stays", "the levy remains in place".
_KEPT = frozenset({".", '"', "”", "’", "!", ";", ",", "until", "till", "while", "unless", "as", "put", "here"})
_NO = frozenset({"not", "'t", "never", "cannot"})
_EVER = frozenset({"never", "any", "ever"})
# Verbs of which "will not" refuses nothing that is bargained over.
_IDLE = (
    frozenset(
        str.split("""
    say comment know see tell think believe hope have go come remain speak talk meet discuss attend return win lose
    forget happen need like be become seem work stop help mean last find feel hurt want try let wait stay present
    respond decide announce afford visit travel arrive face look watch prefer
    """)
    )
    | INSIGHT
)
# "Would not stop firing" refuses; "will not stop here" does not.
# What one side holds out to another, on a condition.
_GETS = frozenset("expect receive get gain win".split())
_SPOKEN_OF = frozenset({"discuss", "talk", "speak", "negotiate", "consider"})
_TAKES_VERB = frozenset({"stop", "let", "help", "try"})
_MEASURES = frozenset({"fewer", "less", "more", "later", "earlier", "doubt"})
_ASKED = frozenset({"whether", "how", "what", "why", "if"})
# "It should be recalled that": nobody asks for it. And what a plan does rather than a side.
_MARKED = frozenset("recalled noted remembered stressed emphasised emphasized underlined added mentioned said".split())
_EFFECTS = frozenset(
    str.split("allow let enable mean lead give help leave hand reward prolong encourage weaken strengthen create cause")
)
# "Not for a day", "not one metre", "not ever".
_FOR_GOOD = frozenset({"one", "ever", "a", "an", "single"})
# Words of what is done "only after" something.
_HUNG = 12
# Words of the subject of "stays".
_SHORT = 5
_NOBODY = frozenset({"no", "nobody", "none"})
# "No more than 140", "no longer": these words refuse nothing.
_COUNTS = frozenset({"more", "less", "fewer", "longer", "doubt", "matter", "sooner", "one", "wonder"})


# Who says so promises nothing; "because it would have to pay" gives a reason and asks for nothing.
_WARNING, _REASON = frozenset({"warn", "threaten", "caution"}), frozenset({"because", "since", "lest"})
# "It was likely that they would seek it" forecasts.
_LIKELY = frozenset({"likely", "unlikely", "probable", "improbable", "doubtful", "inevitable"})
_HOPED = frozenset("hope hopes hoped hoping fear fears feared fearing expects expected predicted".split())
# "A plan that, Arland insists, would cost no job", "which Arland argues would upset it": what would is another thing.
_SAYING = frozenset(
    str.split(
        "insist insists insisted argue argues argued say says said claim claims claimed warn warns warned fear fears"
    )
)
_PAPERS = frozenset(str.split("agreement deal accord pact treaty protocol plan proposal draft text resolution"))
_MEETINGS = frozenset(str.split("talks negotiations meeting summit session round rounds conference consultations"))
_OTHERS = frozenset({"it", "they", "he", "she"})
_UNREAL = frozenset({"would", "wouldn", "could", "couldn"})
_VERDICTS = frozenset({"possible", "impossible", "feasible", "realistic"})
_STAYS = frozenset({"retain", "remain", "stay"})


class _Clause(msgspec.Struct, frozen=True):
    """The clause of an auxiliary: the word of its verb, whether that is negated, for good, and passive; its head."""

    verb: int
    negated: bool
    absolute: bool
    passive: bool
    first: int
    done: bool = False


def modal_moves(
    floor: Floor,
    said: Statement,
    place: int,
    cues: Sequence[Cue],
    limit: range,
    before: Span | None = None,
    *,
    content: bool,
    accord: bool = False,
) -> Iterator[Move]:
    """
    Yield the stand that the auxiliary at `place` takes in a clause of what somebody says or a report tells.

    `content` is true inside somebody's words. A thing's own future is nobody's stand, but "no troops will be posted",
    from one who speaks for a side, is. What a side will do under an `accord`, it has accepted.
    """
    low = floor.scene.words.low
    if low[place] in ("no", "not"):
        if content and place in range(limit.start, limit.start + 2) and _opens_refusal(low, place):
            yield from _verbless(floor, said, place, cues, limit)
        return
    if low[place] in _KEEPS:
        if content and said.speaker is not None:
            yield from _kept(floor, said, place, cues, limit)
        return
    clause = _clause(floor, place, cues, limit) if low[place] not in BE or accord else None
    if clause is None or _is_no_ones(low, place, clause, cues, told=accord and not content):
        return
    cue = Cue("PROMISE", "verb", place, clause.verb, 0, False, "base", False)
    agent, target = role_ids(floor.scene, find_roles(floor.scene.words, floor.scene.mentions, cue, limit), cue)
    nobodys = clause.passive or (agent is None and _is_things(floor, said, place, limit, content=content))
    holder = None if nobodys else holder_of(floor, said, cue, agent, limit, before, narrated=not content)
    # What unnamed officials say that a side would do is the side's, as in a report's own voice.
    nobody = said.speaker is None and said.mode != "direct" and low[place] in _WILL
    own = _same_side(floor, holder, said.speaker) if content and not nobody else holder is not None
    if accord and not clause.negated and not clause.passive and head_of(low, place, limit) in WHOLE:
        name, own, holder = "AGREE_JOINT", True, None
    else:
        thing = holder is None and agent is None
        # "Will only discuss it once" is a condition, whoever tells of it.
        only = low[place] in _WILL and holder is not None and _is_only(floor, place, clause, limit)
        told = _act(low[place], clause, content=content or only, own=own or only, thing=thing, accord=accord)
        told = told or _of_bid(floor, place, clause, holder, limit) or _held_out(floor, said, place, clause, agent)
        if told is None:
            return
        name = told
    condition = condition_of(floor, clause.verb, limit, refused=clause.negated, given=own)
    if _takes_none(floor, place, clause, name, condition) or (
        name == "PROMISE" and not condition and _threatens(low, said, clause)
    ):
        return
    if condition is not None and _hangs(floor, name, condition):
        name = "CONDITION"
    elif low[place] in _CAN and name in ("PROMISE", "ACCEPT"):
        return  # what a side could do, it offers only on a condition
    stop = right_end(floor, clause.verb + 1, limit, cues)
    if condition is not None:
        stop = min(stop, max(clause.verb + 1, floor.scene.words.at(condition.start)))
    places = range(clause.verb if own and not clause.passive else clause.first, stop)
    if name == "REJECT" and (clause.absolute or "any" in low[clause.verb : stop] or _is_for_good(low, clause, limit)):
        name = "RED_LINE"
    move = draw_move(
        floor, said, name, holder if own and name != "DEMAND" else said.speaker, target, places, cue, condition
    )
    if (move.agent is not None or move.joint) and (move.issues or (name == "CONDITION" and move.hinge)):
        yield msgspec.structs.replace(move, modal=True, back=False)


def _threatens(low: Sequence[str], said: Statement, clause: _Clause) -> bool:
    """Tell whether what is said to come is given to nobody: "warned that it will", "will press ahead with"."""
    return said.lemma in _WARNING or goes_on(low, clause.verb)


def _is_things(floor: Floor, said: Statement, place: int, limit: range, *, content: bool) -> bool:
    """Tell whether a thing does it: "The deal is close. It would relax ..."; "she said it will include"."""
    low, first = floor.scene.words.low, floor.scene.words.at(said.contents[0].start)
    # "Which, Arland said, would upset it", "an agreement that would raise pay".
    if content and low[first] in ("which", "that") and place - first <= _SHORT:
        return low[first] == "which" or (first > 0 and low[first - 1] in _PAPERS)
    known = floor.scene.actors.get(said.speaker or "")
    person = known is not None and known.kind == "person"
    return head_of(floor.scene.words.low, place, limit) == "it" and (person or not content)


def _is_no_ones(low: Sequence[str], place: int, clause: _Clause, cues: Sequence[Cue], *, told: bool) -> bool:
    """
    Tell whether a clause is said by the way: "it should be recalled"; "refused it, arguing that it would allow".

    And where a report has `told` how things stay under an accord: "she will retain real power".
    """
    if told and low[clause.verb] in _STAYS:
        return True
    if clause.passive and low[clause.verb] in _MARKED:
        return True
    effect = low[place - 1] == "it" and low[clause.verb] in _EFFECTS
    return effect and any(cue.act in ("REJECT", "RED_LINE") and cue.last < place - 2 for cue in cues)


def _is_only(floor: Floor, place: int, clause: _Clause, limit: range) -> bool:
    """Tell whether somebody will do a thing only on a condition: "would only lift it once", "would lift it only if"."""
    low = floor.scene.words.low
    return "only" in low[place : clause.verb] or any(
        low[at] == "only" and low[at + 1] in ("if", "once", "when", "after")
        for at in range(clause.verb, min(limit.stop - 1, clause.verb + _HUNG))
    )


def _of_bid(floor: Floor, place: int, clause: _Clause, holder: str | None, limit: range) -> str | None:
    """Return the act of what a side would do under a bid of its own."""
    if floor.scene.words.low[place] not in _WILL or holder is None or not under_own_bid(floor, limit):
        return None
    return "REJECT" if clause.negated else "OFFER"


def _held_out(floor: Floor, said: Statement, place: int, clause: _Clause, agent: str | None) -> str | None:
    """Return the act of who says what another would get, and for what: "Peru could expect relief if it lets us in"."""
    low = floor.scene.words.low
    given = said.speaker is not None and agent is not None and not _same_side(floor, agent, said.speaker)
    if low[place] not in _CAN | _WILL or clause.negated or low[clause.verb] not in _GETS or not given:
        return None
    return "CONDITION" if "if" in low[clause.verb : clause.verb + _HUNG] else None


def _takes_none(floor: Floor, place: int, clause: _Clause, name: str, condition: Span | None) -> bool:
    """Tell whether an auxiliary takes no stand: "will only say", and the threat "would strike unless they pay"."""
    low = floor.scene.words.low
    if condition is None:
        return low[place] in _WILL and "only" in low[place : clause.verb]
    return name == "PROMISE" and condition.of(floor.low).startswith("unless")


def _hangs(floor: Floor, name: str, condition: Span) -> bool:
    """Tell whether words make a condition of a stand, and no price: also of what an accord says "only after"."""
    last = condition.of(floor.low).startswith("only")
    return (name in ("PROMISE", "REJECT") or last) and not is_price(floor, condition)


def _clause(floor: Floor, place: int, cues: Sequence[Cue], limit: range) -> _Clause | None:
    """Return the clause of the auxiliary at `place`, None where another word takes its stand or none is taken."""
    low = floor.scene.words.low
    if any(cue.first <= place <= cue.last or place < cue.first <= place + 3 for cue in cues if cue.kind != "noun"):
        return None
    if (low[place] in BE and low[place + 1 : place + 2] != ["to"]) or _governed(low, place, cues, limit):
        return None
    verb = place + 1 + (low[place] in BEFORE_TO)
    while verb < limit.stop and (low[verb] in NEGATORS or is_adverb(low[verb]) or low[verb] in ("be", "have")):
        verb += 1
    passive = low[verb - 1] == "be"
    if verb >= limit.stop or not low[verb].isalpha() or low[verb - 1 : verb + 2] == ["be", "the", "one"]:
        return None
    if low[verb] == "to" and low[verb - 1] == "have":
        return None  # "would have to ask at home"
    if passive and (low[verb] in PREPOSITIONS or (low[verb] in _VERDICTS and low[place] in _UNREAL)):
        return None  # "will be in Lima from Friday"; "free elections would not be possible"
    if low[verb] in _MEASURES or (low[verb - 1] in ("to", "not") and low[verb] == "to"):
        return None  # "there would be no fewer than ten"; "all it can not to yield"
    if not _ASKED.isdisjoint(low[max(limit.start, place - 8) : place]):
        return None
    group = low[place:verb]
    # "Would not discuss a truce until": what will not be spoken of is refused for so long.
    put_off = low[verb] in _SPOKEN_OF and not _NO.isdisjoint(group) and _puts_off(low, verb, limit)
    idle = (
        low[verb] in _IDLE
        and low[place] not in _OUGHT
        and not passive
        and low[verb] not in _TAKES_VERB
        and "only" not in group
    )
    if idle and not put_off:
        return None
    first = left_end(floor, place, limit)
    if first > limit.start and low[first - 1] in _REASON and low[first] in _OTHERS:
        return None
    if first > 0 and low[first - 1] == "that" and not (_LIKELY | _HOPED).isdisjoint(low[max(0, first - 4) : first]):
        return None
    if low[place - 1] in _SAYING or _is_after_aside(low, place, limit):
        return None
    head = next((low[at] for at in range(first, place) if low[at] != ","), "")
    one = low[first : first + 2] == ["not", "one"]
    negated = not _NO.isdisjoint(group) or head in _NOBODY or one or "no" in group
    done = low[verb].endswith("ed") or lemma_of(low[verb]) is not None or "there" in low[first:place]
    return _Clause(verb, negated, one or not _EVER.isdisjoint(group), passive, first, done)


def _is_after_aside(low: Sequence[str], place: int, limit: range) -> bool:
    """Tell whether a thing's clause goes on behind an aside: "the talks, which are held in Lima, will not touch it"."""
    if low[place - 1] != ",":
        return False
    opens = next((at for at in range(place - 2, limit.start, -1) if low[at] == ","), limit.start)
    return opens > limit.start and low[opens + 1] in ("which", "where") and low[opens - 1] in _MEETINGS


def _puts_off(low: Sequence[str], verb: int, limit: range) -> bool:
    return not {"until", "unless"}.isdisjoint(low[verb : limit.stop])


def _governed(low: Sequence[str], place: int, cues: Sequence[Cue], limit: range) -> bool:
    """Tell whether the clause is what another stand is about: "accepts that it will not be built"."""
    heads = [cue.last for cue in cues if limit.start <= cue.last < place and cue.kind != "phrase"]
    return any("that" in low[head : min(place, head + 4)] for head in heads)


def _act(modal: str, clause: _Clause, *, content: bool, own: bool, thing: bool, accord: bool) -> str | None:
    """Return the act of "must", "will" or "could" of a side or a thing."""
    if modal in _OUGHT:
        return "DEMAND" if content and thing and not clause.negated else None
    if modal in _MUST:
        # "Sanctions should be lifted" asks for it; "Peru should be able to" only thinks so.
        asks = modal == "must" or (clause.passive and clause.done)
        return "DEMAND" if content and not own and not clause.negated and asks else None
    if clause.negated:
        # "No troops will be posted" refuses; "the bill will not help" only tells.
        return "REJECT" if own or (content and thing and (clause.passive or clause.done)) else None
    if not own:
        return None
    if accord and not clause.passive:
        return "ACCEPT"
    return "PROMISE" if content else None


def _kept(floor: Floor, said: Statement, place: int, cues: Sequence[Cue], limit: range) -> Iterator[Move]:
    """Yield the refusal of who keeps a thing in force: "The blockade stays", "the levy remains until they pay"."""
    low, words = floor.scene.words.low, floor.scene.words
    after = low[place + 1] if place + 1 < len(low) else "."
    bare = low[place] in ("stays", "stay") and after in _KEPT
    if not (bare or low[place + 1 : place + 3] == ["in", "place"] or after in ("until", "till", "unless")):
        return
    first = left_end(floor, place, limit)
    near = range(first, place)
    known = (floor.scene.mentions[words.owner[at]].actor for at in near if words.owner[at] >= 0)
    if place - first > _SHORT or any(one in floor.scene.actors and one != said.speaker for one in known):
        return
    if any(cue.first in near for cue in cues if cue.kind != "noun") or any(low[at] in MODAL - _WILL for at in near):
        return
    span = floor.span(range(first, place + 1))
    condition = condition_of(floor, place + 1, limit, refused=True)
    issues = floor.issues_in(span)
    if issues:
        name = "REJECT" if condition is None else "CONDITION"
        yield Move(said.id, name, span, span, said.speaker, issues=issues, condition=condition, modal=True)


def _is_for_good(low: Sequence[str], clause: _Clause, limit: range) -> bool:
    """Tell whether a refusal is said once more for good: "will not stop, not for a day", "not now, not ever"."""
    return any(
        low[at] == "not"
        and low[at - 1] in (",", "-", "–", "—", ".")
        and low[at + 1 : at + 2] != ["only"]
        and not _FOR_GOOD.isdisjoint(low[at + 1 : at + 3])
        for at in range(clause.verb + 1, limit.stop)
    )


def _opens_refusal(low: Sequence[str], place: int) -> bool:
    following = low[place + 1 : place + 2]
    return following in (["one"], ["a"]) if low[place] == "not" else _COUNTS.isdisjoint(following)


def _verbless(floor: Floor, said: Statement, place: int, cues: Sequence[Cue], limit: range) -> Iterator[Move]:
    """Yield the refusal of "No pardons for kidnappers"; "no freeze, no backing" hangs one thing on another."""
    low = floor.scene.words.low
    stop = right_end(floor, place + 1, limit, cues)
    if said.speaker is None or any(low[at] in _WILL | _CAN | BE for at in range(place, stop)):
        return
    span = floor.span(range(place, stop))
    issues = floor.issues_in(span)
    if issues:
        second = next((at for at in range(place + 1, stop) if low[at] == "no"), None)
        condition = condition_of(floor, place + 1, limit, refused=True)
        paired = second is not None or condition is not None
        if second is not None:  # "No amnesty, no hostages": what hangs on the first is the second
            hung = floor.issues_in(floor.span(range(second, stop)))
            first = floor.issues_in(floor.span(range(place, second)))
            span, issues = (floor.span(range(second, stop)), hung) if hung and first else (span, issues)
        name = "CONDITION" if paired else "REJECT"
        yield Move(said.id, name, span, span, said.speaker, issues=issues, condition=condition, modal=True)


def _same_side(floor: Floor, holder: str | None, speaker: str | None) -> bool:
    """Tell whether a clause is about the speaker or the side he speaks for."""
    if holder is None or speaker is None:
        return False
    actors = floor.scene.actors
    sides = {one: (actors[one].party or one) if one in actors else one for one in (holder, speaker)}
    return sides[holder] == sides[speaker]
