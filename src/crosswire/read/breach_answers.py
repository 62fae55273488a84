"""What a side says to what it is accused of: it denies, admits, gives its own account, or says nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence

from crosswire.model import Breach, Response, Span, Statement
from crosswire.read.breach_charges import DEEDS
from crosswire.read.breach_senses import names_none
from crosswire.read.breach_sides import Desk, Unit, accused_in, sides_in
from crosswire.read.breach_when import day_of, place_of
from crosswire.read.silence import SILENT
from crosswire.text.tokens import terms

# What befell somebody, who under arms is counted, and how near: "killed one soldier", "three guards were wounded".
_HARMED = frozenset("killed killing wounded wounding injured injuring martyred".split())
_OWN = frozenset(
    "soldier soldiers officer officers guard guards policeman policemen serviceman servicemen troops".split()
)
_NEAR = 5
_OWNING = frozenset({"admit", "acknowledge", "confirm", "concede"})
# What a denial points back to a charge with, or calls it.
_POINTING = re.compile(
    r"^\W*(?:it|this|that|them|so|any of it|all of it|doing so|having done so)\W*$"
    r"|\b(?:accusations?|allegations?|charges?|claims?|assertions?|reports?|blame|involvement|responsib\w+|wrongdoing|"
    r"account|version|involved|targeting|targets? civilians|behind|culpab\w+|role)\b"
    r"|\b(?:false|fabricat\w+|lies?|lying|baseless|unfounded|groundless|untrue|not true|nonsense|propaganda|absurd|"
    r"provocation|disinformation|invent\w+|fake|never happened|no such|nothing of the|nothing to do)\b"
)
# Words that any two statements of a conflict share.
_COMMON = frozenset(
    terms("side army troops forces military government officials talks peace war ministry statement say tell never no")
)


def answers_of(desk: Desk, said: Statement) -> Iterator[Breach]:
    """Yield what a side says to what it is accused of: it denies, admits, or says nothing."""
    span = said.contents[0] if said.contents else said.evidence.span
    who = said.speaker or said.agent
    answer: Response | None = None
    if desk.silent and SILENT.search(plain(said.evidence.quote)):
        sides = [side for _, side in sides_in(desk, desk.words.inside(said.evidence.span))]
        who, answer = who or (sides[0] if sides else None), "silent"
    elif said.act.startswith("DENY") or _does_no_such(desk, said):
        answer = "denied"
    elif (
        said.act.startswith("CLAIM_RESP") and said.event in DEEDS and (said.lemma in _OWNING or said.event == "DETAIN")
    ):
        answer = "admitted"
    elif said.act.startswith("CLAIM_RESP") and said.event == "ATTACK" and said.realis == "actual":
        # "The ministry said it had struck a depot": that is no word on the flats.
        who = who or (_owner(desk, said) if said.source is not None else None)
        answer = "own account"
    if answer is None or who is None:
        return
    places = desk.words.inside(span)
    named = desk.kinds.find(desk.words, places) if places else None
    if named is not None and answer == "admitted" and names_none(desk, Unit(said, places), *named, charge=None):
        return
    if named is not None and answer in ("admitted", "own account"):
        doer = accused_in(desk, Unit(said, places), named[1], blamed=False)
        source = desk.words.inside(said.source) if said.source else range(0)
        ours = {desk.parties.get(one, one) for one in (who, *(side for _, side in sides_in(desk, source)))}
        if doer is not None and desk.parties.get(doer, doer) not in ours:
            return  # "acknowledged that Arland had used gunships" owns up to nothing
        if answer == "own account" and doer is None and _suffers(desk, places):
            return  # "said a bomb had killed one soldier" tells what was done to it
    kept = [desk.words.low[at] for at in places if desk.words.owner[at] < 0]
    unit = Unit(said, places)
    yield Breach(
        statement=said.id,
        type=named[0] if named else "attack",
        span=span,
        accused=who,
        accuser=who if answer == "admitted" else None,
        place=place_of(desk, unit, places.start) if places else None,
        day=day_of(desk, said, span, places.start) if places else None,
        words=tuple(one for one in terms(" ".join(kept)) if one.isalpha()),
        answer=answer,
    )


def _suffers(desk: Desk, places: range) -> bool:
    """Tell whether what befell somebody befell soldiers or guards: those of the side that tells it."""
    low = desk.words.low
    harmed = (at for at in places if low[at] in _HARMED)
    return any(not _OWN.isdisjoint(low[max(places.start, at - _NEAR) : min(places.stop, at + _NEAR)]) for at in harmed)


def _does_no_such(desk: Desk, said: Statement) -> bool:
    """Tell whether a side says of itself that it did no deed: "Our air force does not strike homes"."""
    who, doer = said.speaker, said.event_agent
    if not said.negated or said.event not in DEEDS or who is None or doer is None or said.act.startswith("ACCUSE"):
        return False
    return desk.parties.get(who, who) == desk.parties.get(doer, doer)


def _owner(desk: Desk, said: Statement) -> str | None:
    """Return the side whose ministry or army speaks: "Peru's defence ministry"."""
    source = said.source or said.evidence.span
    return next((side for _, side in sides_in(desk, desk.words.inside(source))), None)


def plain(text: str) -> str:
    """Return a text in small letters, with straight apostrophes."""
    return text.lower().replace("’", "'")


def speaking_to(desk: Desk, found: Sequence[Breach]) -> list[Breach]:
    """Return all but denials of another matter: "there is no new plan" is no word on a shelling."""
    charged = {word for one in found if one.answer is None for word in one.words}
    charged -= _COMMON | set(terms(" ".join(desk.adjectives)))
    return [one for one in found if one.answer != "denied" or speaks_to(desk, one.span, charged)]


def speaks_to(desk: Desk, reply: Span, charged: Iterable[str]) -> bool:
    """Tell whether the words of a denial name a deed, point back to a charge, or repeat words of one."""
    told = plain(reply.of(desk.article.text))
    places = desk.words.inside(reply)
    named = desk.kinds.find(desk.words, places) if places else None
    return named is not None or _POINTING.search(told) is not None or not set(terms(told)).isdisjoint(charged)
