"""What each party wants on the matters that a question names: the positions it holds to, a few of each party."""

import re
from collections.abc import Callable, Iterator

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.meant import is_meant
from crosswire.assess.parts import QuestionPart
from crosswire.assess.stated import position_line
from crosswire.model import FIRMNESS, OTHER_MATTERS, Line, Position

_STANCES = ("demand", "red_line", "condition", "reject", "offer")
_VERBS = {"reject": "rejects", "red_line": "draws a line", "offer": "offers", "condition": "sets a condition"}
# Whose account of a position counts first.
_TELLERS = ("self", "outlet", "mediator", "other_party")
# Who is asked for as a pair, by no name.
_EACH, _PAIR = re.compile(r"\b(?:each|both|either|the two) (?:sides?|part(?:y|ies))\b"), 2
# Lines a party has, one an issue, and parties that a question which names none is answered with.
_OF_A_PARTY, _OF_ONE, _PARTIES = 2, 4, 3


def wanted_lines(
    desk: Desk, part: QuestionPart, head: str, *, stands: Callable[[Position], bool] = lambda _: True
) -> Iterator[Line]:
    """
    Yield the positions on the part's issues of the parties it names, or of those most told of where it names none.

    Each under its party's name and what it does; the first under `head`, the question's own words. `stands` tells which
    are no older than what is asked.
    """
    held = [one for one in desk.dossier.positions if one.superseded_by is None and one.stance in _STANCES]
    held = [one for one in held if one.issue != OTHER_MATTERS]
    fit = [one for one in held if not part.issues or one.issue in part.issues]
    named = {desk.party(one) for one in desk.plan.actors if is_meant(desk, one, part.text)}
    pair = not named and _EACH.search(part.text.lower()) is not None
    # "What does each side demand before the meeting": that they meet is the occasion, and no matter.
    if pair and not fit:
        part, fit = msgspec.structs.replace(part, issues=()), held
    fit = [one for one in fit if stands(one)]
    parties = [one for one in _parties(fit) if one in named] or ([] if named else _parties(fit)[:_PARTIES])
    if pair:
        parties = parties[:_PAIR]
    elif not part.issues and not named:
        return  # "what do they want" of nobody and nothing is what the whole report tells
    shown: set[tuple[str, ...]] = set()
    # Asked of one party on no matter, what it holds to is told by kind of stand: it asks for some, and offers others.
    whole = not part.issues and len(parties) == 1
    most = _OF_ONE if whole else _OF_A_PARTY
    for party in parties:
        issues: set[tuple[str, str]] = set()
        for one in sorted((one for one in fit if one.party == party), key=lambda one: _order(desk, one, part)):
            kind = one.issue, one.stance if whole else ""
            if kind in issues or len(issues) == most:
                continue
            told = f"{desk.name(party)} {_VERBS.get(one.stance, 'wants')}"
            line = position_line(desk, one, label=told if shown else f"{head} {told}")
            if line is not None and line.claims not in shown:
                shown.add(line.claims)
                issues.add(kind)
                yield line if len(shown) == 1 else msgspec.structs.replace(line, label=told)


def _parties(positions: list[Position]) -> list[str]:
    """Return the parties of some positions, who is told of in most reports first."""
    reports: dict[str, set[str]] = {}
    for one in positions:
        reports.setdefault(one.party, set()).update(told.article for told in one.evidence)
    return sorted(reports, key=lambda one: (-len(reports[one]), one))


def _order(desk: Desk, one: Position, part: QuestionPart) -> tuple[int | str, ...]:
    """Order a party's positions: by issue as asked, its own account, the kind of stand, the firmest, what is asked."""
    asked = set(part.terms) & set(desk.statements[one.lead].terms)
    return (
        part.issues.index(one.issue) if part.issues else 0,
        _TELLERS.index(one.stated_by) > 1,
        _STANCES.index(one.stance),
        -FIRMNESS.index(one.firmness),
        -len(asked),
        -(one.day.toordinal() if one.day else 0),
        one.id,
    )
