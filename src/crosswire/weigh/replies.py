"""What a clause's stand is on: the issues its words name, else that of what it answers or goes on with."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

import msgspec

from crosswire.model import Move, Statement

from .bare_figures import amounts_in, matter_of_figure
from .held import Held
from .topics import Topics

_WANTS = frozenset({"demand", "offer", "condition"})
# What "the conditions" that somebody refuses may be: no promise of the other side's.
_ASKED = frozenset({"demand", "condition"})
_CONDITIONS = re.compile(r"\b(?:pre)?conditions\b|\bdemands\b|\bterms\b|\bultimatums?\b")
_ANSWERING = frozenset({"ACCEPT", "REJECT", "CONCEDE", "RED_LINE"})
_JUDGING = frozenset({"REJECT", "RED_LINE"})
_PUTTING = frozenset({"OFFER", "PROPOSE", "PROMISE", "COUNTER", "DEMAND", "APPEAL", "CONDITION"})
# Characters after what was put within which "the offer" is that.
_NEAR, _BESIDE = 1500, 250
# The number that a stand's words end in.
_LAST_NUMBER = re.compile(r"(?<![\w$€£.,])(\d[\d,]*(?:\.\d+)?)[.,;]?\Z")
_YEARS = (1900, 2100)
# What one verb does to several matters: "demanded a ceasefire and the return of prisoners".
_LISTED = frozenset({"DEMAND", "APPEAL", "PROPOSE", "OFFER", "REJECT", "ACCEPT", "AGREE_JOINT", "PROMISE"})


class Matter(msgspec.Struct, frozen=True):
    """The issues of a stand, and the stance it answers where it names none itself."""

    issues: tuple[str, ...] = ()
    answers: Held | None = None


class Talk:
    """
    What the parties have put so far, in the order of reports: what "the offer" may be.

    `beyond` tells that somebody asked for what may stand in an earlier report.
    """

    def __init__(self, topics: Topics, units: Mapping[str, str] = {}) -> None:
        """Start before anybody has spoken; `units` say which matter alone a case counts in each."""
        self._topics = topics
        self.units = units
        self._put: list[Held] = []
        self.beyond = False

    def take(self, put: Iterable[Held]) -> None:
        """Add what a report puts, where that is known."""
        self._put += put

    def since(self, mark: int) -> tuple[Held, ...]:
        """Return what was put after `mark`."""
        return tuple(self._put[mark:])

    def note(self, held: Held) -> None:
        """Add a stance to what was put."""
        self._put.append(held)

    def mark(self) -> int:
        """Return how much was put so far."""
        return len(self._put)

    def back_to(self, mark: int) -> None:
        """Take back what was put after `mark`."""
        del self._put[mark:]

    def matter(self, said: Statement, move: Move, party: str, target: str | None) -> Matter:
        """Return what a clause's stand is on; nothing where neither its words nor what stands before them say so."""
        words = said.evidence.quote
        start = said.evidence.start
        own = words[move.span.start - start : move.span.end - start]
        listed = self._topics.named(own, move.issues) or self._topics.implied(own, move.issues)
        counted = matter_of_figure(said, move, listed, self.units, self._topics)
        if counted is not None:
            answers = self._asked(said, move, party, target, (counted,)) if move.act in _ANSWERING else None
            rest = listed if move.act in ("DEMAND", "APPEAL") else ()  # "asks for 8 per cent and a shorter week"
            return Matter((counted, *rest), answers)
        if listed:
            # On an issue of many matters, what an answer names in words of its own may be another matter.
            same = move.back or target is not None or self._topics.is_single(listed[0])
            asked = self._asked(said, move, party, target, listed[:1]) if move.act in _ANSWERING and same else None
            return Matter(listed if move.act in _LISTED else listed[:1], asked)
        if own.rstrip(' .,;:!?"”').endswith("both"):
            return Matter()  # "is willing to compromise on both": two matters, and which is not said here
        beside = self._topics.plain(move.beside)
        under = beside if len(beside) == 1 else ()
        if move.act in _ANSWERING and move.back:
            mine = self._judged(said, move, party) if move.act in _JUDGING and not under else None
            if mine is not None and mine.statement.id == said.id:
                return Matter((mine.issue,))  # "We will never cede it. That is not on the table."
            asked = self._asked(said, move, party, target, under)
            if asked is not None:
                return Matter((asked.issue,), asked)
            if not under and move.act in _JUDGING and (judged := self._judged(said, move, party)) is not None:
                return Matter((judged.issue,))
        if move.joint:
            return Matter()
        if under:
            return Matter(under)
        if move.act in _PUTTING and move.back and not move.issues:
            before = self._own(said, move, party) or self._beside(said, move, party)
            if before is not None:
                return Matter((before.issue,))
        if move.act == "CONDITION":
            return Matter(self._topics.plain(move.hinge)[:1])
        return Matter()

    def answered(self, said: Statement, move: Move) -> Held | None:
        """Return what was put right before an answer that names nobody: "This was rejected", "its bid was declined"."""
        if move.act not in _ANSWERING or not (move.back or move.issues):
            return None
        near = (one for one in self._here(said) if one.statement.id == said.id or _is_near(one, said, move, _BESIDE))
        return next((one for one in near if one.stance in _WANTS and (move.back or one.issue in move.issues)), None)

    def _here(self, said: Statement) -> Iterator[Held]:
        """Yield what the statement's own report has put so far, the last first: reports come one after the other."""
        return takewhile(lambda one: one.statement.article == said.article, reversed(self._put))

    def _asked(self, said: Statement, move: Move, party: str, target: str | None, issues: Sequence[str]) -> Held | None:
        """Return the other party's stance that an answer is to: that of the same figure, else the last one before."""
        start = said.evidence.start
        own = said.evidence.quote[move.clause.start - start : move.clause.end - start]
        wants = _ASKED if _CONDITIONS.search(own) else _WANTS

        def fits(one: Held) -> bool:
            other = one.party != party and one.stance in wants and (target is None or one.party == target)
            return other and (not issues or one.issue in issues)

        counted = _figures(said, move)
        if counted:
            same = next((one for one in self._wanted(fits) if counted & _figures(one.statement, one.move)), None)
            if same is not None:
                return same
        found = next((one for one in filter(fits, self._here(said)) if _is_near(one, said, move)), None)
        return next(self._wanted(fits), None) if found is None and target is not None and not counted else found

    def _wanted(self, fits: Callable[[Held], bool]) -> Iterator[Held]:
        """Yield what was put in any report so far and fits, the last first."""
        self.beyond = True
        return filter(fits, reversed(self._put))

    def _judged(self, said: Statement, move: Move, party: str) -> Held | None:
        """Return what the party refused right before: "rejects any say over the dam. It is not up for negotiation"."""
        mine = self._put[-1:] if self._put and self._put[-1].party == party else []
        return next((one for one in mine if one.act in _JUDGING and _is_near(one, said, move, _BESIDE)), None)

    def _own(self, said: Statement, move: Move, party: str) -> Held | None:
        """Return the party's own stance that a new bid goes on from: "raised its offer to 7 per cent"."""
        units = {unit for _, unit in _figures(said, move) if unit}
        mine = [
            one
            for one in self._wanted(lambda one: one.party == party and one.stance in _WANTS)
            if not units or units & {unit for _, unit in _figures(one.statement, one.move)}
        ]
        counted = _bare_number(said, move)
        if counted:  # "its demand for 400": the one that counts something
            numbered = [one for one in mine if _figures(one.statement, one.move)]
            mine = [one for one in numbered if counted & _numbers(one)] or numbered or mine
        wanted = {"demand"} if move.act in ("DEMAND", "APPEAL") else {"offer", "condition"}
        near = [one for one in mine if _is_near(one, said, move)]
        return next((one for one in near or mine if one.stance in wanted), None)

    def _beside(self, said: Statement, move: Move, party: str) -> Held | None:
        """Return what the other side put right before a bid, or in the same unit: "A wants half, B offers a third"."""
        others = list(self._wanted(lambda one: one.party != party and one.stance in _WANTS))
        bare = _bare_number(said, move)
        if bare:  # "Arland wants 400 and redress for the past. Borland has proposed 250"
            others = [one for one in others if _numbers(one)] or others
        for within in (_BESIDE, _NEAR) if bare else (_BESIDE,):
            near = next((one for one in others if _is_near(one, said, move, within)), None)
            if near is not None:
                return near
        units = {unit for _, unit in _figures(said, move) if unit}
        counted = others if units else ()
        return next((o for o in counted if units & {unit for _, unit in _figures(o.statement, o.move)}), None)


def _is_near(one: Held, said: Statement, move: Move, within: int = _NEAR) -> bool:
    place = one.move.clause.start if one.move is not None else one.statement.evidence.start
    return one.statement.article == said.article and 0 <= move.clause.start - place <= within


def _bare_number(said: Statement, move: Move) -> frozenset[float]:
    """Return the amounts of a stand that nothing but a number names: "proposed 250", "its demand for 400"."""
    counted = {low for low, unit in _figures(said, move) if low is not None and unit is None}
    start = said.evidence.start
    ends = _LAST_NUMBER.search(said.evidence.quote, move.span.start - start, move.span.end - start)
    last = float(ends[1].replace(",", "").rstrip(".")) if ends else None
    return frozenset(counted | ({last} if last is not None and not _is_year(last) else set()))


def _numbers(one: Held) -> frozenset[float]:
    told = frozenset(low for low, _ in _figures(one.statement, one.move) if low is not None)
    return told or (_bare_number(one.statement, one.move) if one.move is not None else frozenset())


def _figures(said: Statement, move: Move | None) -> frozenset[tuple[float | None, str | None]]:
    """Return the amounts that the words of a stand give."""
    span = move.clause if move is not None else said.evidence.span
    inside = amounts_in(said, span)
    return frozenset((one.low, one.unit) for one in inside if one.unit is not None or not _is_year(one.low))


def _is_year(number: float | None) -> bool:
    """Tell whether a bare number is rather a year: "the dry summers of 2028 and 2029"."""
    return number is not None and _YEARS[0] <= number <= _YEARS[1]
