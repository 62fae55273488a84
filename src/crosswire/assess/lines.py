"""Make lines: a worded statement, what stands behind it, and the small print that says so."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence, Set

from crosswire.assess.desk import Desk
from crosswire.assess.nearest import disputed, nearest
from crosswire.assess.wording import Worded, alike, key
from crosswire.model import Claim, Confidence, Evidence, Line, LineKind, Part, Statement, When

# The first and the last of some days.
Days = tuple[dt.date, dt.date]
# More names than this in the small print help nobody; the rest are counted.
_NAMES_SHOWN = 4


def claim_line(
    desk: Desk, claim: Claim, *, label: str | None = None, level: int = 0, among: Sequence[Evidence] | None = None
) -> Line | None:
    """
    Return a claim as a line, in the words nearest to what its voices share; None when none can stand alone.

    A side of a dispute is shown in the very words, `among` these passages, that are disputed.
    """
    found = nearest(desk, claim) if among is None else disputed(desk, claim, among)
    return worded_line(desk, claim, *found, label=label, level=level) if found else None


def as_of(claim: Claim, done: When | None = None) -> str | None:
    """Return the label of a claim that tells how things stood: the day it was last told, or was `done` before that."""
    if claim.last is None:
        return None
    return f"As of {day(min(done.last, claim.last) if done else claim.last)}"


def sentences(desk: Desk, claims: Iterable[str]) -> frozenset[Evidence]:
    """Return every sentence that states one of some claims, by id."""
    found = (desk.claims[one] for one in claims if one in desk.claims)
    return frozenset(desk.statements[said].evidence for claim in found for said in claim.statements)


def is_told(desk: Desk, claim: Claim, told: Set[Evidence]) -> bool:
    """Tell whether one of some sentences states a claim, by itself or beside another."""
    return any(desk.statements[said].evidence in told for said in claim.statements)


def worded_line(
    desk: Desk, claim: Claim, statement: Statement, worded: Worded, *, label: str | None = None, level: int = 0
) -> Line:
    """Return a line for words already chosen."""
    others = [one for one in claim.evidence if one.article != statement.article]
    return Line(
        id=line_id(worded.text, worded.evidence),
        kind=kind_of(desk, statement),
        text=worded.text,
        parts=worded.parts,
        evidence=tuple(dict.fromkeys((*worded.evidence, *others))),
        claims=(claim.id,),
        origins=claim.origins,
        confidence=confidence_of(desk, claim),
        note=note_of(desk, claim, statement),
        label=label,
        level=level,
    )


def our_line(
    text: str,
    evidence: Iterable[Evidence],
    *,
    claims: Sequence[str] = (),
    origins: Sequence[str] = (),
    label: str | None = None,
    note: str | None = None,
    rule: str | None = None,
) -> Line:
    """Return an assessed line wholly in our words: a count or a comparison, with the evidence it was made from."""
    spans = tuple(dict.fromkeys(evidence))
    return Line(
        id=line_id(text, spans),
        kind="assessed",
        text=text,
        parts=(Part("ours", text),),
        evidence=spans,
        claims=tuple(claims),
        origins=tuple(origins),
        label=label,
        note=note,
        rule=rule,
    )


def kind_of(desk: Desk, statement: Statement) -> LineKind:
    """Say whether a report asserts it in its own voice or somebody claims it: a side's own paper claims all it says."""
    told = statement.mode == "narrated" and not statement.opinion
    return "reported" if told and desk.articles[statement.article].genre != "statement" else "claimed"


def confidence_of(desk: Desk, claim: Claim) -> Confidence:
    """Grade a claim by independent origins and open disputes; the rule is printed in docs/concepts.md."""
    if claim.status in ("disputed", "denied"):
        return "low"
    unsound = set(unreliable(desk, claim))
    count = sum(not unsound.issuperset(camp) for camp in claim.camps)
    return "high" if count >= 3 else "moderate" if count == 2 else "low"


def unreliable(desk: Desk, claim: Claim) -> list[str]:
    """Return the claim's origins that the user rated E, unreliable: they lend it no confidence."""
    return [one for one in claim.origins if desk.dossier.ratings.get(one) == "E" and one in desk.origins]


def note_of(desk: Desk, claim: Claim, statement: Statement) -> str:
    """Return the small print of a claim: how many independent origins, which, and what they were folded from."""
    # Whose word it is stands before who carries it: a state before its agency.
    ranked = (sorted(camp, key=lambda one: not one.startswith("speaker:")) for camp in claim.camps)
    camps = [[desk.origins[one].name for one in camp if one in desk.origins] for camp in ranked]
    names = [name for camp in camps for name in camp]
    heads = [camp[0] + (f" (with {listed(camp[1:])})" if camp[1:] else "") for camp in camps]
    count = claim.count
    outlets = desk.outlets(claim)
    reports = len({desk.statements[one].article for one in claim.statements if one in desk.statements})
    published = desk.articles[statement.article].published
    parts = [f"{count} independent {'origin' if count == 1 else 'origins'}: {listed(heads)}" if heads else "no origin"]
    carried = [outlet for outlet in outlets if outlet not in names]
    if carried:
        also = "also " if len(carried) < len(outlets) else ""  # an outlet that is an origin has been named
        parts.append(f"in {reports} {'report' if reports == 1 else 'reports'} ({also}{listed(carried)})")
    elif reports > count:
        parts.append(f"in {reports} reports")
    if rated := unreliable(desk, claim):
        parts.append(f"{listed([desk.origins[one].name for one in rated])} rated unreliable")
    if published:
        parts.append(day(published))
    if claim.status in ("disputed", "denied"):
        parts.append(claim.status)
    return "; ".join(parts)


def listed(names: Sequence[str]) -> str:
    """
    Join names for reading, the last few only counted.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    unique = list(dict.fromkeys(names))
    shown, more = unique[:_NAMES_SHOWN], len(unique) - _NAMES_SHOWN
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def day(date: object) -> str:
    """
    Write a date as an analyst would.

    >>> import datetime
    >>> day(datetime.date(2025, 6, 2))
    '2 June 2025'
    """
    return f"{date:%-d %B %Y}"


def line_id(text: str, evidence: Sequence[Evidence]) -> str:
    """Return a short stable id for a line."""
    places = "|".join(f"{one.article}:{one.start}:{one.end}" for one in evidence)
    return hashlib.sha256(f"{text}|{places}".encode()).hexdigest()[:10]


class Fresh:
    """Tells whether a line says something no line before it in the report has said."""

    def __init__(self) -> None:
        self._seen: list[frozenset[str]] = []

    def admits(self, line: Line) -> bool:
        """Remember a line and return True, or return False when it would read as a near-duplicate."""
        words = key(line.text)
        if any(alike(words, seen) for seen in self._seen):
            return False
        self._seen.append(words)
        return True
