"""Positions as an analyst reads them: their names, their firmness, and their lines."""

import re
from collections.abc import Iterator, Mapping

from crosswire.assess.desk import Desk
from crosswire.assess.lines import worded_line
from crosswire.assess.marks import marked
from crosswire.assess.wording import Worded, quote_line, word
from crosswire.model import FIRMNESS, OTHER_MATTERS, Firmness, Line, Position, Statement

# What the acts are called in lists, in the order they are told within one issue.
STANCES: Mapping[str, str] = {
    "RED_LINE": "red line",
    "DEMAND": "demand",
    "CONDITION": "condition",
    "PROPOSE": "proposal",
    "OFFER": "offer",
    "COUNTER": "counter-offer",
    "CONCEDE": "concession",
    "ACCEPT": "acceptance",
    "AGREE_JOINT": "agreement",
    "REJECT": "rejection",
    "PROMISE": "promise",
    "APPEAL": "appeal",
}
FIRM_NAMES: Mapping[Firmness, str] = {
    "preference": "wish",
    "demand": "demand",
    "precondition": "precondition",
    "red_line": "red line",
}
# The firmness a stance has by itself, which needs no word.
_PLAIN: Mapping[str, Firmness] = {
    "demand": "demand",
    "reject": "demand",
    "condition": "precondition",
    "red_line": "red_line",
}
# Papers tell nothing: somebody wrote them; and a name ends in no word that opens the next.
_PAPER = re.compile(
    r"\b(?:resolution|memorandum|draft|document|text|plan|proposal|deal|agreement|accord|treaty|communiqu[eé]|article|"
    r"clause|framework|roadmap)\b",
    re.IGNORECASE,
)
_UNFINISHED = frozenset(
    "the a an to of and or for in on at by with that who which his her its their was is has".split()
)
# "[T]he envoys had agreed": words cut from the middle of a sentence, and "he said", of nobody known.
_HALF, _WHO = (
    re.compile(r"\[[A-Z]\]"),
    re.compile(r"(?:he|she|it|(?:his|her|its|their) .*)$", re.IGNORECASE | re.DOTALL),
)
# Content words without which a sentence says nothing by itself ("Valmora accepted this truce for one reason").
_FULL = 4
# And those that a stand in somebody's own words needs.
_FEW = 3


def stance_name(position: Position) -> str:
    """Name a position by its act, and by its firmness where that is not the act's own."""
    name = STANCES[position.act]
    plain = _PLAIN.get(position.stance, "preference")
    if position.act == "APPEAL" or FIRMNESS.index(position.firmness) == FIRMNESS.index(plain):
        return name
    return f"{name} ({FIRM_NAMES[position.firmness]})"


def issue_title(desk: Desk, issue: str) -> str:
    """Return what the packs call an issue."""
    return next((one.name for one in desk.packs.issues if one.id == issue), issue.replace("_", " "))


def position_line(desk: Desk, position: Position, *, label: str | None = None, level: int = 0) -> Line | None:
    """Return a position as a line in the words it rests on; None when none of them can stand alone."""
    claim = desk.claims.get(position.claims[0]) if position.claims else None
    found = next(_worded(desk, position), None)
    if claim is None or found is None or _is_scrap(position, found[1].text):
        return None
    issue = None if position.issue == OTHER_MATTERS else issue_title(desk, position.issue)
    parts = filter(None, (desk.name(position.party), issue, stance_name(position)))
    line = worded_line(desk, claim, *found, label=" · ".join(parts) if label is None else label, level=level)
    told = _teller(desk, position)
    whole = Line(
        id=line.id,
        kind=line.kind,
        text=line.text,
        parts=line.parts,
        evidence=tuple(dict.fromkeys((*line.evidence[: len(found[1].evidence)], *position.evidence))),
        claims=line.claims,
        origins=position.origins,
        confidence=line.confidence,
        note="; ".join(filter(None, (told, line.note))),
        label=line.label,
        level=level,
    )
    return marked(whole, position)


def _is_scrap(position: Position, text: str) -> bool:
    """Tell whether others tell of a stand in half a sentence, or somebody of whom only a pronoun is known."""
    if position.stated_by == "self":
        return False
    return _HALF.match(text) is not None or _WHO.match(position.by or "") is not None


def is_thin(desk: Desk, position: Position) -> bool:
    """Tell whether no wording of a position says enough by itself."""
    return all(len(desk.statements[one].terms) < _FULL for one in position.statements)


def _worded(desk: Desk, position: Position) -> Iterator[tuple[Statement, Worded]]:
    """Yield the wordings of a position that stand alone, the full ones before the thin."""
    order = [position.lead, *(one for one in position.statements if one != position.lead)]
    said = sorted((desk.statements[one] for one in order), key=lambda one: len(one.terms) < _FULL)
    for one in said:
        # What somebody says in a turn of his own has no words around it that name him: the label does.
        if not one.headline and (
            worded := word(desk, one) or (None if one.source else quote_line(desk, one, least=_FEW))
        ):
            yield one, worded


def _teller(desk: Desk, position: Position) -> str:
    """Say who tells of the position where it is not the party itself."""
    if position.stated_by == "self":
        return ""
    if position.act == "AGREE_JOINT":
        return "as reported of both sides"
    if position.by and position.by in desk.actors:
        return f"as told by {desk.name(position.by)}"
    teller = (position.by or "").rstrip(" ,;:")
    if not _is_teller(teller):
        return "as reported"
    # "The source" stands in the middle of a line here.
    teller = teller[0].lower() + teller[1:] if teller.startswith(("The ", "A ", "An ")) else teller
    return f"as told by {teller}"


def _is_teller(words: str) -> bool:
    """
    Tell whether words name somebody who tells, and no paper nor half a clause.

    >>> told = ("a senior official", "resolution 12", "the memorandum that Oria put", "Roe went home to see the", "")
    >>> [_is_teller(one) for one in told]
    [True, False, False, False, False]
    """
    return bool(words) and _PAPER.search(words) is None and words.split()[-1].lower() not in _UNFINISHED
