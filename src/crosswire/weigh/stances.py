"""Which stances statements give to which parties: demands, offers, answers, conditions, red lines, and who tells."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosswire.model import Evidence, Move, Span, StatedBy, Statement

from . import no_stands, same_breath
from .backed import is_asked, is_backed, is_beside, is_bound, is_of_others, vows
from .bare_figures import matter_of_rate
from .conditioned import is_hinge_of, waits
from .elsewhere import accepts_alone, is_elsewhere
from .held import STANCE, Held
from .joined import are_joined, decides_alone, names_of, shares_a_view
from .own_steps import own_step
from .reader import Reader
from .replies import Matter, Talk
from .short_answers import issue_answered
from .stance_days import day_of, is_history

# "We will never recognise it" is a red line because it is negated; any other act negated is no stance.
_NEGATIVE = frozenset({"REJECT", "RED_LINE", "CONDITION"})
# Acts whose doer does what is told of: whose spokesman speaks need not be known.
_OWN_EVENT = frozenset({"CONDITION", "RED_LINE", "OFFER", "PROMISE"})
# What a report tells of as done, and not as what somebody might do; and what may be on a matter named before it.
_DONE = frozenset({"ACCEPT", "REJECT", "CONCEDE"})
_ANSWERS = _DONE | {"RED_LINE", "AGREE_JOINT"}
# What one verb does to two matters at once: "called for a ceasefire and the deployment of observers".
_LISTED = frozenset({"DEMAND", "APPEAL", "PROPOSE", "REJECT"})
# What may hang on a condition in the same words: then the condition is the stance.
_CONDITIONABLE = frozenset({"OFFER", "PROMISE", "ACCEPT", "PROPOSE", "APPEAL"})
# What these say in their own voice is a reading of a position.
_READINGS = frozenset({"opinion", "analysis", "summary"})
# A yes, and what beside it in one statement is a no to something else.
_YES, _NO = frozenset({"ACCEPT", "AGREE_JOINT"}), frozenset({"WALK_OUT", "REJECT", "RED_LINE"})
# What plain statements tell of others; what is alleged, denied or threatened inside a statement is nobody's position.
_TELLING, _DISPUTED = frozenset({"STATE"}), frozenset({"DENY", "ACCUSE", "CONDEMN", "THREATEN"})
# "There can be no cameras until the levy is settled", "without a levy there will be no cameras".
_NO_UNTIL = re.compile(
    r"\bthere (?:can|will|could|would) be no\b[^.;:]{3,80}\b(?:until|unless|while|before|without)\b"
    r"|\b[Ww]ithout\b[^.;:]{3,60}\bthere (?:can|will|could|would) be no\b"
)
_SPOKESMAN = re.compile(r"\bspokes(?:man|men|woman|person|people)\b", re.IGNORECASE)
_PUT = frozenset({"DEMAND", "RED_LINE", "REJECT", "OFFER"})
_WE = re.compile(r"(?:\w+, )?we\b", re.IGNORECASE)
_ACTING, _TOGETHER = frozenset({"state", "group", "body"}), frozenset({"AGREE_JOINT", "ACCEPT"})
_PARTIES = _ACTING | {"person"}
_FEWEST_SIDES = 2
# "Ready to host the talks", "offers to mediate".
_HOSTING, _HOSTS = frozenset({"OFFER", "PROMISE", "PROPOSE"}), "MEDIATE"


def stances_of(statements: Sequence[Statement], reader: Reader, talk: Talk) -> Iterator[Held]:
    """
    Yield the stances of a report's statements that may be one; a joint act is a stance of either side.

    A short answer ("Kestria turned that down") is on the issue of what another party wanted right before it, or in
    the reports before it: `talk` is what these put.
    """
    asked: Held | None = None
    for said in statements:
        if said.opinion or said.headline or no_stands.has_no_voice(said) or reader.traces[said.id].weak:
            continue
        if same_breath.looks_back(said) or same_breath.only_meets(said, reader.topics) or same_breath.is_possible(said):
            continue
        if said.mode == "narrated" and reader.articles[said.article].genre in _READINGS:
            continue
        before = talk.mark()
        moved = list(_moved(said, reader, talk))
        talk.back_to(before)
        strong = [one for one in moved if one.move is not None and not (one.move.modal and one.stance != "accept")]
        taken = {(one.party, name) for one in strong for name in (one.issue, one.act)}
        mains = [
            one
            for one in (() if no_stands.takes_none(said) else _mains(said, reader, asked, talk.units))
            if not {(one.party, one.issue), (one.party, one.act)} & taken
            and not same_breath.tells_of_another(said, one.act, one.party, reader.actors)
            and not is_elsewhere(one, reader.moves.get(said.id, ()), reader.side, reader.topics)
        ]
        # What an auxiliary alone tells gives way to the statement's own act.
        said_so = {(one.party, one.issue) for one in mains}
        kept = [one for one in moved if (one.party, one.issue) not in said_so]
        for found in (same_breath.as_kept(one) for one in (*kept, *mains)):
            clause = found.move.clause if found.move is not None else said.evidence.span
            bearings = reader.bearings(said, _between(said, clause))
            others = frozenset(map(reader.side, said.actors)) - {found.party} if bearings else frozenset[str]()
            held = msgspec.structs.replace(found, bearings=bearings, addressed=others)
            asked = held
            talk.note(held)
            if held.party not in reader.mediators and not reader.hearsay(said, held.party):
                yield held  # what a mediator or a bystander puts is answered, and no side's stand


def _cut(said: Statement, move: Move) -> Statement:
    """Return a statement with the words of one clause as its evidence."""
    evidence = Evidence(said.article, move.clause.start, move.clause.end, _between(said, move.clause))
    return msgspec.structs.replace(said, evidence=evidence)


def _mains(said: Statement, reader: Reader, asked: Held | None, units: Mapping[str, str]) -> Iterator[Held]:
    """Yield the stances of a statement's own act, or of the act it tells of."""
    for act, named, joint, told in acts_of(said, reader):
        if act == "CONDITION" and is_hinge_of(said, named, reader.actors):
            continue
        holder = whose(said, act, named, reader)
        party = reader.side(holder)
        if act in ("ACCEPT", "REJECT") and same_breath.gives_no_answer(said):
            continue
        if joint and is_of_others(said, party, reader):
            continue
        if not (joint or is_backed(said, act, party, reader)):
            continue
        if only_hosts(said, act, party, reader) or is_none(said, act, party, said.target, said.evidence.quote, reader):
            continue
        goes_on = act in _ANSWERS or (act == "CONDITION" and said.mode == "direct")
        first = reader.topics.of(said, told=told or not goes_on, joint=joint)
        first = first or issue_answered(said, act, party, asked) or matter_of_rate(said, act, units, reader.topics)
        if first is None or (joint and said.event != "MEET" and reader.topics.is_carrier(first)):
            continue
        teller, by = ("outlet", None) if joint else teller_of(said, party, reader)
        if act == "APPEAL" and _is_outsider(said, party, first, reader):
            continue
        if no_stands.only_papers(act, said.evidence.quote, first):
            continue
        if reader.topics.is_general(first) and (teller != "self" or said.article in reader.talking):
            continue  # on a topic of general news, only who takes a position can be trusted, and in talks it is none
        day = told_on(said, reader)
        if is_history(day, reader.articles[said.article].published, act):
            continue
        at = round_at(said, day, reader)
        vowed = said.mode == "narrated" or said.lemma in reader.pledging
        settled = vowed and is_bound(said, party, reader) and not reader.topics.is_general(first)
        act = "ACCEPT" if act == "PROMISE" and settled else act
        act = "CONDITION" if act in _CONDITIONABLE and reader.hinges(said) else act
        act = "CONDITION" if act == "REJECT" and _NO_UNTIL.search(said.evidence.quote) else act
        first = own_step(said, first, party, asked, reader.topics) if act == "CONDITION" else first
        act = "CONDITION" if act == "DEMAND" and waits(said.evidence.quote, first, reader.topics) else act
        # Two sides may agree on two things at once.
        several = joint or (act in _LISTED and not told)
        for issue in dict.fromkeys((first, *(reader.topics.joined(said, whole=joint) if several else ()))):
            single = reader.topics.is_single(issue)
            asked = Held(party, issue, at, day, STANCE[act], act, teller, by, said, joint, single=single)
            yield asked


def _moved(said: Statement, reader: Reader, talk: Talk) -> Iterator[Held]:
    """Yield the stances that the clauses of a statement take, in a report of talks."""
    if not reader.rounds and said.article not in reader.talking:
        return
    for move in sorted(reader.moves.get(said.id, ()), key=lambda one: (one.modal, one.agent is None)):
        if (move.modal and said.act in _DISPUTED) or (move.act in _YES and said.event in _NO):
            continue
        if same_breath.is_of_once(said, move):
            continue
        if move.agent is None and said.mode == "direct":
            continue  # "they", in the mouth of whoever sat between them
        for act, holder, joint in _holders(said, move, reader, talk):
            party = reader.side(holder)
            if only_hosts(said, act, party, reader) or (act == "PROMISE" and same_breath.is_term_of_paper(said, move)):
                continue
            if is_none(said, act, party, move.target, _between(said, move.clause), reader):
                continue
            target = reader.side(move.target) if move.target is not None and _is_party(move.target, reader) else None
            within = same_breath.asked_within(said, move, party, reader.topics, reader.side)
            matter = Matter(within) if within else talk.matter(said, move, party, target)
            teller, by = ("outlet", None) if joint else teller_of(said, party, reader)
            if (teller == "other_party" and (is_beside(said, move) or same_breath.is_aside(said, move))) or (
                act == "PROMISE" and not joint and not _is_given(said, move, party, teller, reader)
            ):
                continue
            day = told_on(said, reader, move)
            if is_history(day, reader.articles[said.article].published, act):
                continue
            at = round_at(said, day, reader)
            answers = (matter.answers.statement.id, matter.answers.party) if matter.answers is not None else None
            for issue in matter.issues:
                if reader.topics.is_general(issue) or no_stands.only_papers(act, _between(said, move.span), issue):
                    continue  # a clause of general news takes no stand in talks
                single = reader.topics.is_single(issue)
                later = act == "DEMAND" and waits(_between(said, move.clause), issue, reader.topics)
                name = "CONDITION" if later else act
                held = Held(party, issue, at, day, STANCE[name], name, teller, by, said, joint, move, answers, single)
                talk.note(held)  # "A seeks 3 per cent; B insists on 6"
                yield held


def _is_given(said: Statement, move: Move, party: str, teller: StatedBy, reader: Reader) -> bool:
    """Tell whether a promise is given, and not named: "said that Arland's commitment to leave was the only way"."""
    named = teller == "other_party" and no_stands.is_noun(_between(said, move.clause))
    return not named and vows(said, move, party, reader)


def _is_outsider(said: Statement, party: str, issue: str, reader: Reader) -> bool:
    """Tell whether somebody who sits at no table asks for something that his words do not name."""
    seated = not reader.rounds or any(party in one.parties for one in reader.rounds)
    return not seated and not reader.topics.named(said.evidence.quote, (issue,))


def whose(said: Statement, act: str, holder: str, reader: Reader) -> str:
    """Return whose stand somebody tells whom no side is known for: "Arland is ready to talk, an aide said"."""
    if _kind(reader.side(holder), reader) != "person":
        return holder
    told = {one.agent for one in reader.moves.get(said.id, ()) if one.act == act and one.agent is not None}
    sides = {one for one in told if _kind(one, reader) in _ACTING}
    return sides.pop() if len(sides) == 1 else holder


def is_none(said: Statement, act: str, party: str, target: str | None, words: str, reader: Reader) -> bool:
    """Tell whether who says so asks nobody, only warns, judges or gives notice: that is no stand."""
    warns = act == "CONDITION" and no_stands.is_warning(said, party, reader.actors, reader.side)
    warns = warns or is_asked(said, act, party, reader)
    return warns or no_stands.only_tells(act, words) or no_stands.asks_nobody(said, act, party, target, reader.side)


def only_hosts(said: Statement, act: str, party: str, reader: Reader) -> bool:
    """Tell whether somebody outside the talks only offers to host them: that is no stand in them."""
    ready = act in _HOSTING and (_HOSTS in (said.act, said.event) or no_stands.is_host(said.evidence.quote))
    return ready and bool(reader.rounds) and not any(party in one.parties for one in reader.rounds)


def _holders(said: Statement, move: Move, reader: Reader, talk: Talk) -> Iterator[tuple[str, str, bool]]:
    """
    Yield who takes a clause's stand, and as which act: both sides, where it is taken together.

    "This was rejected": by the other side of what was just put, where only two talk.
    """
    teller = said.speaker or said.agent
    own = move.agent is not None and teller is not None and reader.side(move.agent) == reader.side(teller)
    if move.act not in STANCE or (said.act in _DISPUTED and not own):
        return
    if move.act == "ACCEPT" and not move.joint and shares_a_view(_between(said, move.clause)):
        return
    if not move.joint:
        approval = move.act in ("ACCEPT", "CONDITION") and reader.approves(_cut(said, move))
        name = "DEMAND" if move.act == "PROPOSE" and said.event == "DEMAND" else move.act
        if move.agent is None and (asked := talk.answered(said, move)) is not None:
            pair = {side for one in reader.rounds for side in one.parties}
            if len(pair) == _FEWEST_SIDES and asked.party in pair:
                yield move.act, (pair - {asked.party}).pop(), False
        elif move.agent is not None and _is_party(move.agent, reader) and not approval:
            yield name, move.agent, False
        return
    if move.act != "AGREE_JOINT":
        for side in reader.both.counted(said):
            yield move.act, side, False
        return
    ahead = said.realis in ("future", "conditional") and not move.modal  # what an accord says both will do is settled
    if ahead and said.mode == "narrated" and said.event is None:
        return
    sides = partners(move.agent, move.target, said, reader) if move.agent is not None else reader.both.counted(said)
    if len(sides) == _FEWEST_SIDES or (sides and move.agent is None):
        for side in sides:
            yield "AGREE_JOINT", side, True
    elif move.agent is not None and _is_party(move.agent, reader):
        words = _between(said, move.clause)
        if not (shares_a_view(words) or decides_alone(words) or same_breath.is_deal_of(words)):
            yield "ACCEPT", move.agent, False


def acts_of(said: Statement, reader: Reader) -> Iterator[tuple[str, str, bool, bool]]:
    """Yield the acts of a statement that are stances: the act, who takes it, whether jointly, whether another tells."""
    act = said.act.partition(".")[0]
    if act in _YES and said.event in _NO:
        return  # "We signed the one page, and left the other on the table": which issue is which, its acts do not tell
    if voice := reader.both.speaking(said):
        yield from _together(said, voice)
    elif act in STANCE:
        if act == "PROPOSE" and said.event == "DEMAND":
            act = "DEMAND"  # "a memorandum that calls for the lifting of ..."
        doer = said.agent or said.speaker or (said.event_agent if act in _OWN_EVENT else None)
        own = (None if act in _HOSTING and same_breath.is_of_paper(said) else doer) or _publisher(said, reader)
        both = reader.both.subjects(said) if own is None and act in _TOGETHER and said.mode == "narrated" else ()
        for side in both:
            yield "AGREE_JOINT", side, True, False
        for name, holder, joint in _of(act, own, said.target, said, reader):
            yield name, holder, joint, False
    elif act in _TELLING and said.event is not None and said.realis != "negated":
        for name, holder, joint in _of(said.event.partition(".")[0], said.event_agent, said.event_target, said, reader):
            yield name, holder, joint, True


def _together(said: Statement, sides: Iterable[str]) -> Iterator[tuple[str, str, bool, bool]]:
    """Yield the acts of what two sides say with one voice: what they accept, they agree on."""
    spoken = said.act.partition(".")[0]
    told = spoken in _TELLING and said.event is not None and said.event_agent is None
    act = (said.event or "").partition(".")[0] if told else spoken
    negated = said.negated or said.realis == "negated"
    if act not in STANCE or said.realis in ("conditional", "questioned") or (negated and act not in _NEGATIVE):
        return
    joint = act in _TOGETHER
    for side in sides:
        yield "AGREE_JOINT" if joint else act, side, joint, told


def _publisher(said: Statement, reader: Reader) -> str | None:
    """Return the side whose ministry says "we" in a statement of its own, or puts what names nobody else."""
    camp = reader.traces[said.id].camp.partition(":")[2]
    if said.mode != "narrated" or camp not in reader.actors or reader.articles[said.article].genre != "statement":
        return None
    others = {reader.side(one) for one in said.actors} - {camp}
    return camp if _WE.match(said.evidence.quote) or (said.act in _PUT and not others) else None


def _of(
    act: str, holder: str | None, target: str | None, said: Statement, reader: Reader
) -> Iterator[tuple[str, str, bool]]:
    negated = said.negated or said.realis == "negated"
    if said.mode == "narrated" and act in _DONE and said.realis in ("future", "conditional"):
        return  # "a decision to accept": nobody has
    if act == "ACCEPT" and reader.approves(said):
        return  # a general approves an operation, a parliament a bill: neither answers the other party
    if act not in STANCE or holder is None or not _is_party(holder, reader) or (negated and act not in _NEGATIVE):
        return
    if act in _TOGETHER and (shares_a_view(said.evidence.quote) or decides_alone(said.evidence.quote)):
        return
    if act != "AGREE_JOINT" or (target is None and accepts_alone(holder, reader.moves.get(said.id, ()), reader.side)):
        yield ("ACCEPT" if act == "AGREE_JOINT" else act), holder, False
        return
    between = holder in same_breath.go_betweens(said, reader.actors)
    sides = () if between else partners(holder, target, said, reader)
    if said.realis == "actual" or said.event is not None:
        for side in sides if len(sides) == _FEWEST_SIDES else ():
            yield act, side, True
        if len(sides) == 1 and same_breath.go_betweens(said, reader.actors):
            yield "ACCEPT", holder, False


def partners(holder: str, target: str | None, said: Statement, reader: Reader) -> tuple[str, ...]:
    """Return the two sides of a joint act: doer and partner, or the only two sides that its sentence names."""
    if (others := same_breath.announced(said, holder, reader.actors, reader.side)) is not None:
        return others
    own = reader.side(holder)
    if target is not None and _is_party(target, reader) and reader.side(target) != own:
        return (own, reader.side(target)) if _are_joined(said, own, reader.side(target), reader) else ()
    named = {reader.side(one) for one in said.actors if _is_party(one, reader) and _kind(one, reader) != "person"}
    named = same_breath.named_with(said, named - reader.mediators, reader.actors, reader.side)
    if own not in named or not all(_are_joined(said, own, one, reader) for one in named - {own}):
        return ()
    return tuple(sorted(named))


def _are_joined(said: Statement, one: str, other: str, reader: Reader) -> bool:
    spelt = (names_of(side, said, reader.actors, reader.side) for side in (one, other))
    return are_joined(" ".join(said.evidence.quote.split()), *spelt)


def _kind(actor: str, reader: Reader) -> str:
    known = reader.actors.get(actor)
    return known.kind if known else "person"


def _is_party(actor: str, reader: Reader) -> bool:
    return actor in reader.actors and reader.actors[actor].kind in _PARTIES


def teller_of(said: Statement, party: str, reader: Reader) -> tuple[StatedBy, str | None]:
    """Say who tells of a party's stance: itself, the mediator, another party, or an outlet and its unnamed sources."""
    if reader.traces[said.id].camp == f"speaker:{party}" or party in reader.both.speaking(said):
        return "self", None
    if said.speaker is None:
        spoken = said.agent is not None and reader.side(said.agent) == party and _SPOKESMAN.search(said.unnamed or "")
        return ("self", None) if spoken else ("outlet", said.unnamed)
    side = reader.side(said.speaker)
    if side == party:
        return "self", None
    if _kind(said.speaker, reader) == "outlet":
        return "outlet", said.speaker
    return ("mediator" if side in reader.mediators else "other_party"), said.speaker


def _between(said: Statement, span: Span) -> str:
    start = said.evidence.start
    return said.evidence.quote[max(0, span.start - start) : max(0, span.end - start)]


def told_on(said: Statement, reader: Reader, move: Move | None = None) -> dt.date | None:
    sides = {move.agent, reader.side(move.agent)} if move is not None and move.agent is not None else set()
    names = {
        word for one in sides if one in reader.actors for name in reader.actors[one].names for word in name.split()
    }
    times = reader.times.get(said.article, ())
    return day_of(said, reader.articles[said.article].published, times, move, {name.lower() for name in names})


def round_at(said: Statement, day: dt.date | None, reader: Reader) -> str | None:
    """Return the round a sentence names if that was held by then, else the last one held by the stance's day."""
    named = reader.numbered.get(said.evidence)
    published = reader.articles[said.article].published
    if named is not None and named.held and published is not None and named.day <= published:
        return named.id
    held = [one for one in reader.rounds if one.held and day is not None and one.day <= day]
    return max(held, key=lambda one: one.day).id if held else None
