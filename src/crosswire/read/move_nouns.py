"""The stand that a noun names: "its refusal to", "Brunn's demand that", "arrived with a call for"."""

from collections.abc import Iterator, Sequence

from crosswire.model import Move, Statement
from crosswire.read.cues import Cue
from crosswire.read.grammar import BE, HAVE, MODALS, NEGATORS, PREPOSITIONS, RELATIVES, SUBJECT_PRONOUNS
from crosswire.read.move_clause import Floor, condition_of, draw_move, is_price, people_of, right_end, side_of
from crosswire.read.move_governed import is_unseen, only_holds
from crosswire.read.move_offices import stands_for
from crosswire.read.roles import subject_before

# Verbs before a noun that take the stand back: "dropped its demand", "denied its refusal".
_TAKEN_BACK = frozenset(
    str.split("""
    drop dropped drops dropping withdraw withdrew withdrawn withdraws withdrawing abandon abandoned abandons scrap
    scrapped retract retracted deny denied denies reverse reversed soften softened ended eased lift lifted lifting
    waive waived shelve shelved relax relaxed remove removed away aside retreat retreats retreated retreating
    climbdown
    """)
)
# "Backed off its demand", "backed down on its demand".
_BACKED, _OFF = frozenset({"back", "backs", "backed", "backing", "climbed"}), frozenset({"off", "down", "from"})
# Verbs of answering: what stands after them is the other side's, never the subject's own.
_ANSWERING = frozenset(
    str.split("""
    reject rejected rejects rejecting refuse refused refuses accept accepted accepts accepting dismiss dismissed
    dismisses met meet meets answer answered considered discuss discussed received receive heard down welcomed
    criticised want wants wanted demand demanded demands sought seek seeks
    """)
)
# The beginnings of more such verbs, in any form: "is considering a proposal", "responded to an offer".
_TAKES_UP = (
    "consider",
    "stud",
    "weigh",
    "mull",
    "review",
    "respond",
    "await",
    "back",
    "endors",
    "support",
    "examin",
    "debat",
)
_GIVEN = frozenset({"give", "gave", "given", "gives", "giving"})
_OF = frozenset({"of", "by", "from"})
_OPENS = frozenset({"for", "to", "that", "of", "on", "over"})
_INDEFINITE = frozenset({"a", "an", "another", "new", "fresh", "repeated", "renewed", "flat"})
# "Came with a demand": his own. "Came home with a promise": another's.
_BROUGHT = frozenset({"DEMAND", "APPEAL", "OFFER", "PROPOSE", "REJECT"})
_POSSESSIVE = frozenset({"its", "his", "her", "their"})
_HANGING = frozenset({"OFFER", "PROMISE", "ACCEPT", "PROPOSE"})
_OVER = frozenset({"for", "over"})
_PARTICLES = frozenset({"forward", "up", "out", "down", "in"})
_PUT = frozenset({"OFFER", "PROPOSE"})
# What an offer holds: "Peru's offer includes an end to the embargo".
_HOLDS = frozenset(
    str.split("""
    includes included include contains contained covers covered calls called provides provided comprises foresees
    foresaw envisages envisaged envisions envisioned involves involved
    """)
)
# "Its demands include a truce", "among its demands is a truce".
_COUNTED = frozenset({"include", "includes", "included", "is", "are", "was", "were"})
_SUCH = (
    ("which", "include"),
    ("which", "included"),
    ("that", "include"),
    ("that", "included"),
    ("including",),
    ("such", "as"),
    ("among", "them"),
)
# The verb of the clause whose subject a noun is: "its refusal to withdraw has held up the talks".
_FINITE = (BE | HAVE | MODALS) - {
    "'s",
    "be",
    "been",
    "being",
    "am",
    "'m",
    "get",
    "gets",
    "got",
    "getting",
    "having",
    "have",
}
_IN_PHRASE = frozenset({"'s", "%", ".", "$", "-"})
_BACK = 5
# Who stands behind a bid has not made it.
_BESIDE = frozenset({"backed", "sponsored", "brokered", "mediated", "supported", "endorsed"})


def noun_moves(floor: Floor, said: Statement, cue: Cue, cues: Sequence[Cue], limit: range) -> Iterator[Move]:
    """Yield the stand of a noun, where its words say what is wanted and somebody can be named for it."""
    words = floor.scene.words
    start, owner = _owner(floor, said, cue, limit)
    after = cue.last + 1
    if owner is None and after < limit.stop and words.low[after] in _OF:
        named = next((at for at in range(after + 1, min(limit.stop, after + 4)) if words.owner[at] >= 0), None)
        if named is not None:
            owner = side_of(floor, floor.scene.mentions[words.owner[named]].actor)
            after = next((at for at in range(named, limit.stop) if words.owner[at] != words.owner[named]), limit.stop)
    near = set(words.low[max(limit.start, start - 3) : start])
    # "Gave up its resistance to", "backed off its demand".
    given_up = ("up" in near and bool(near & _GIVEN)) or (bool(near & _BACKED) and bool(near & _OFF))
    # "Will not drop its demand" and "no sign that it will" uphold it.
    given_up, denied = given_up or bool(near & _TAKEN_BACK), bool(near & NEGATORS) or is_unseen(floor, start, limit)
    if owner is None or given_up != denied or only_holds(floor, cue, limit):
        return
    within = _named_before(floor, cue, start)
    if within is not None:
        yield draw_move(floor, said, cue.act, owner, None, within, cue, None)
        return
    opens = words.low[cue.last] in BE or (after < limit.stop and words.low[after] in _OPENS)
    holds = _HOLDS if cue.act in _PUT else _COUNTED if cue.act == "DEMAND" else frozenset()
    if cue.act == "DEMAND" and (listed := _listed(words.low, after, limit.stop)):
        opens, after = True, listed
    elif after < limit.stop and words.low[after] in holds:
        opens, after = True, after + 1 + (words.low[after] in ("calls", "called", "provides"))
    if not opens and _OPENS.isdisjoint(words.low[cue.first : cue.last + 1]):
        return
    stop = _before_verb(floor, after, right_end(floor, after, limit, cues))
    condition = condition_of(floor, after, limit, refused=cue.act == "REJECT")
    if condition is not None:
        stop = min(stop, max(after, words.at(condition.start)))
    hangs = condition is not None and cue.act in _HANGING and not is_price(floor, condition)
    put_off = condition is not None and condition.of(floor.low).startswith(("until", "unless", "before"))
    hangs = hangs or (put_off and cue.act == "REJECT")  # "its refusal to talk of it before an amnesty is granted"
    name = "CONDITION" if hangs else cue.act
    if stop > after:
        yield draw_move(floor, said, name, owner, None, range(after, stop), cue, condition)


def _named_before(floor: Floor, cue: Cue, start: int) -> range | None:
    """Return the words between a possessor and the noun, where they name the matter: "Peru's truce offer"."""
    words = floor.scene.words
    if words.low[cue.first - 1] in _POSSESSIVE or cue.first - start < 2 or cue.first != cue.last:
        return None
    after = words.low[cue.last + 1] if cue.last + 1 < len(words.low) else ""
    places = range(next((at for at in range(start, cue.first) if words.low[at] == "'s"), start) + 1, cue.first)
    if after in _OPENS - {"on", "over", "to"} or not floor.issues_in(floor.span(places)):
        return None
    return places


def _listed(low: Sequence[str], after: int, stop: int) -> int | None:
    """Return where examples of a noun begin: "its demands, which include a truce", "demands such as a truce"."""
    at = after + (low[after] == ",") if after < stop else stop
    for opener in _SUCH:
        end = at + len(opener)
        if end < stop and tuple(low[at:end]) == opener:
            return end
    return None


def _before_verb(floor: Floor, first: int, stop: int) -> int:
    """Return where the words of a noun end: before the verb that it is the subject of."""
    low = floor.scene.words.low
    if low[first] == "that" or low[first - 1] == "that" or low[first - 1] in BE:
        return stop
    for step in range(first + 2, stop):
        if low[step] in RELATIVES or low[step] == "that":
            return stop
        if low[step] in _FINITE and low[step - 1] != "to":
            return step
    return stop


def _owner(floor: Floor, said: Statement, cue: Cue, limit: range) -> tuple[int, str | None]:
    """Return where a noun's phrase begins and whose it is: its possessor's, or who "arrived with a call for"."""
    words, low = floor.scene.words, floor.scene.words.low
    indefinite = False
    for step in range(cue.first - 1, max(limit.start, cue.first - _BACK) - 1, -1):
        index = words.owner[step]
        if index >= 0:
            mention = floor.scene.mentions[index]
            first = words.at(mention.start)
            if low[step + 1 : step + 2] == ["-"] and low[step + 2] in _BESIDE:
                return first, None  # "a UN-backed offer"
            whose = mention.kind == "pronoun" and low[step] not in SUBJECT_PRONOUNS  # "he would not accept demands"
            possessive = low[step + 1] == "'s" or whose or step == cue.first - 1
            if mention.actor is None and low[step] in _POSSESSIVE:
                return first, _whose(floor, said, first, limit)
            return first, side_of(floor, mention.actor) if possessive else None
        if low[step] in _POSSESSIVE:
            return step, _whose(floor, said, step, limit)
        if low[step] in floor.scene.table.adjectives:
            return step, floor.scene.table.adjectives[low[step]]
        if low[step] in _INDEFINITE:
            indefinite = True
            if low[step] in ("a", "an", "another"):
                return step, _subject(floor, said, step, limit) if cue.act in _BROUGHT else None
        elif not (low[step].isalnum() or low[step] in _IN_PHRASE) or low[step] in ("the", "to", "and", "of"):
            break
    # "Voiced readiness to withdraw": the object of its verb.
    bare = cue.act == "OFFER" and low[cue.first - 1].endswith("ed") and not low[cue.first].endswith("ers")
    brought = (indefinite or bare) and cue.act in _BROUGHT
    return cue.first, _whose(floor, said, cue.first, limit) if brought else None


def _whose(floor: Floor, said: Statement, place: int, limit: range) -> str | None:
    """Return who "its" or "their" is: the subject, or who is reported to show it ("signalled its willingness to")."""
    if (other := _blamed(floor, place, limit)) is not None:
        return other
    opens = place == limit.start and said.cue is not None and said.cue.end <= floor.scene.words.starts[place]
    return _subject(floor, said, place, limit) or (said.speaker if opens else None)


def _blamed(floor: Floor, place: int, limit: range) -> str | None:
    """Return whose "its" is where a name stands right before: "sanctions on Peru for its refusal", "because of its"."""
    words, at = floor.scene.words, place - 1
    if at > limit.start and words.low[at] == "of" and words.low[at - 1] == "because":
        at -= 1
    elif at <= limit.start or words.low[at] not in _OVER:
        return None
    owner = words.owner[at - 1] if at - 1 > limit.start else -1
    return side_of(floor, floor.scene.mentions[owner].actor) if owner >= 0 else None


def _subject(floor: Floor, said: Statement, place: int, limit: range) -> str | None:
    """Return whose the clause is that brings a stand up; nobody's, where it answers another's."""
    words = floor.scene.words
    if any(low in _ANSWERING or low.startswith(_TAKES_UP) for low in words.low[max(limit.start, place - 4) : place]):
        return None
    for step in range(place - 1, limit.start - 1, -1):
        if words.low[step] in floor.own and words.owner[step] < 0:
            found = people_of(floor, step, limit)
            if found is not None:
                return found
    verb = place - 1
    if verb > limit.start and (words.low[verb] in PREPOSITIONS or words.low[verb] in _PARTICLES):
        verb -= 1
    index = subject_before(words, floor.scene.mentions, max(verb, limit.start), limit)
    if index is None:
        while verb > limit.start and words.owner[verb] < 0 and words.low[verb].isalpha() and words.low[verb] != "the":
            if (side := stands_for(floor.scene, floor.offices, verb, limit.start)) is not None:
                return side
            verb -= 1
        return None
    return side_of(floor, floor.scene.mentions[index].actor)
