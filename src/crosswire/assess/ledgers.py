"""How the ledgers are put into words: parties, counts and days of a commitment or an incident, and a passage's line."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import day, kind_of, line_id, listed
from crosswire.assess.wording import Worded, word
from crosswire.model import Commitment, Confidence, Dossier, Evidence, Line, Part, Quantity, Statement

# What a deed of the packs is called; another is called by the words of the passage that promises it.
DEEDS = {
    "release": "release",
    "pay": "payment",
    "open": "opening",
    "lift": "lifting or suspension",
    "supply": "delivery",
    "withdraw": "withdrawal",
    "post": "posting",
    "truce": "truce",
    "hire": "hiring",
    "clear": "clearing",
    "refrain": "restraint",
}
# Words that no label may break off after.
_OPEN = frozenset(
    "a an the of to in on by for from with at and or between before after into over its their all".split()
)
# Prepositions that open a phrase a label can do without, and the words it keeps at least.
_PHRASES = frozenset("in on by for from with at between before after within until under to inside near through".split())
_FEWEST = 4
# Letters of a sentence that a line of our own words may quote.
_QUOTED = 400
_THEY = re.compile(r"(?:They|He|She|This|These|Those)\b")
# "Suspend for one year, starting on May 1, the fees" is called by what is suspended; "delay the curbs it announced in
# May" by the curbs.
_FOR_A_TIME = re.compile(
    r"^(\w+(?: (?:up|off|back|out))?) for (?:an?|one|two|three|four|five|six|\d+) (?:more )?(?:year|month|week|day)s?"
    r"(?:, (?:starting|beginning|from) [^,]{1,20}(?:, \d{4})?,)?(?= \w)"
)
# "To have it enriched" is no such clause.
_CONTACT = re.compile(
    r"(?<=\w)(?<!\bhave)(?<!\bhaving)(?<!\bget)(?<!\bsee)(?<!\bmake)(?<!\blet)"
    r"(?: (?:that|which))? (?:it|he|she|they|we) (?:(?:has|have|had|would) )?(?:\w+ly )?"
    r"\w+(?:ed|t|ew|ade|id)\b.*$",
    re.IGNORECASE,
)
_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£"}


def number(value: float) -> str:
    """
    Write a count as an analyst would.

    >>> number(1000.0), number(2.5), number(340000000.0)
    ('1,000', '2.5', '340 million')
    >>> number(200_000_000_000), number(25_500_000_000)
    ('200 billion', '25.5 billion')
    """
    if value >= 1_000_000 and value % 100_000 == 0:
        large, word = (1_000_000_000, "billion") if value >= 1_000_000_000 else (1_000_000, "million")
        return f"{value / large:g} {word}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:g}"


def counted(quantity: Quantity) -> str:
    """
    Write a quantity with its unit.

    >>> counted(Quantity("prisoner", 1000, 1000)), counted(Quantity("USD", 5000000, 5000000))
    ('1,000 prisoners', '$5 million')
    """
    low = number(quantity.low or 0.0)
    unit = quantity.unit
    if unit is None:
        return low
    if unit in _CURRENCIES:
        return _CURRENCIES[unit] + low
    if unit.isupper() or len(unit) < 3:
        return f"{low} {unit}"
    return f"{low} {unit if quantity.low == 1 else plural(unit)}"


def plural(unit: str) -> str:
    """
    Write the plural of a unit.

    >>> plural("body"), plural("crewman"), plural("truck")
    ('bodies', 'crewmen', 'trucks')
    """
    if unit.endswith(" m"):  # "cubic m"
        return unit + "etres"
    if unit.endswith("man"):
        return unit[:-3] + "men"
    if unit in ("person", "child", "staff", "dead", "wounded", "aircraft", "remains", "personnel"):
        return {"person": "people", "child": "children"}.get(unit, unit)
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return unit[:-1] + "ies"
    return unit + ("es" if unit.endswith(("s", "x", "ch", "sh")) else "s")


def who(desk: Desk, actors: Sequence[str]) -> str:
    """Name the parties of a record."""
    return listed([desk.name(actor) for actor in actors])


def telling(desk: Desk, one: Commitment) -> list[str]:
    """Return the statements of a promise, those first that tell its count and its day: the promise is made of them."""
    count, day = one.promised, one.deadline or one.starts

    def untold(said: str) -> int:
        statement = desk.statements.get(said)
        if statement is None:
            return 2
        tells_count = count is None or any(figure.low == count for figure in statement.figures)
        times = (*statement.times, *([statement.event_date] if statement.event_date else []))
        tells_day = day is None or any(time.first <= day <= time.last for time in times)
        return (not tells_count) + (not tells_day)

    return sorted(one.statements, key=untold)


def passage(
    desk: Desk, statements: Iterable[str], preferred: Evidence | None = None
) -> tuple[Statement, Worded] | None:
    """Return the first statement that can be put into a line, one at the preferred place before all others."""
    found = [desk.statements[one] for one in statements if one in desk.statements]
    if preferred is not None:
        found.sort(key=lambda one: one.evidence != preferred)
    for statement in found:
        worded = word(desk, statement)
        if worded is not None:
            return statement, worded
    return None


def ledger_line(
    desk: Desk,
    statements: Iterable[str],
    evidence: Sequence[Evidence],
    *,
    label: str,
    note: str,
    origins: Sequence[str],
    count: int | None = None,
    preferred: Evidence | None = None,
    level: int = 0,
) -> Line | None:
    """Return a record's line in the words of a report, with all its evidence; None when nothing stands alone."""
    told = passage(desk, statements, preferred)
    if told is None:
        return None
    statement, worded = told
    spans = tuple(dict.fromkeys((*worded.evidence, *evidence)))
    claim = desk.claim_of.get(statement.id)
    return Line(
        id=line_id(f"{label}|{worded.text}", spans),
        kind=kind_of(desk, statement),
        text=worded.text,
        parts=worded.parts,
        evidence=spans,
        claims=(claim,) if claim else (),
        origins=tuple(origins) or (desk.claims[claim].origins if claim else ()),
        confidence=confidence(count) if count is not None else None,
        note=note,
        label=label,
        level=level,
    )


def bare_line(
    text: str,
    evidence: Sequence[Evidence],
    *,
    label: str,
    note: str,
    origins: Sequence[str],
    words: Evidence | None = None,
    level: int = 0,
) -> Line:
    """Return a record's line in our own words, where no report's sentence stands alone; `words` are quoted after."""
    parts: tuple[Part, ...] = (Part("ours", text),)
    if words is not None:
        quoted = Part("verbatim", " ".join(words.quote.split()), words)
        parts = (Part("ours", f"{text}: “"), quoted, Part("ours", "”"))
        text = "".join(part.text for part in parts)
    spans = tuple(dict.fromkeys(evidence))
    return Line(
        line_id(f"{label}|{text}", spans),
        "assessed",
        text,
        parts,
        spans,
        origins=tuple(origins),
        note=note,
        label=label,
        level=level,
    )


def quotable(evidence: Iterable[Evidence]) -> Evidence | None:
    """Return the shortest passage that a line may quote whole; None where all are long, or tell of "them"."""
    found = [one for one in evidence if len(one.quote) <= _QUOTED and not _THEY.match(one.quote)]
    best = min(found, key=lambda one: len(one.quote), default=None)
    if best is not None and best.quote[0] in '"“' and not re.search('["”]', best.quote[1:]):
        # Quoted over more than one sentence: our own marks stand for the one that opens it.
        return msgspec.structs.replace(best, start=best.start + 1, quote=best.quote[1:])
    return best


# The comma of "join Peru, Chile and Bolivia" does not end what is promised.
_COMMA = re.compile(r",(?! [A-Z][\w’'-]*(?:,| and| or) )")


def short(words: Evidence, most: int = 9) -> str:
    """Return the first words of what is promised, up to a comma or an aside."""
    text = _FOR_A_TIME.sub(r"\1", " ".join(words.quote.split()))
    text = _CONTACT.sub("", text)
    text = _COMMA.split(text, maxsplit=1)[0]
    for mark in (
        ";",
        ' "',
        " “",
        " which ",
        " that ",
        " who ",
        " said ",
        " after ",
        " because ",
        " if ",
        " unless ",
        " (",
    ):
        text = text.split(mark)[0]
    kept = text.split()
    if len(kept) <= most:
        return " ".join(_whole(kept))
    cut = kept[:most]
    # "Pull its forces out of Orland within …" is called by what stands before the last phrase.
    phrase = max((at for at in range(_FEWEST, most) if cut[at].lower() in _PHRASES), default=None)
    if phrase is not None:
        return " ".join(_whole(cut[:phrase]))
    return " ".join(_whole(cut)) + " …"


def _whole(words: list[str]) -> list[str]:
    """Return words without those at the end that lead on to others: "between their headquarters by"."""
    while len(words) > 2 and (words[-1].lower() in _OPEN or words[-2:] in (["to", "be"], ["to", "have"])):
        words = words[:-1]
    return words


def confidence(count: int) -> Confidence:
    """Grade a record by the independent voices behind it, as claims are graded."""
    return "high" if count > 2 else "moderate" if count > 1 else "low"


def voices(desk: Desk, origins: Sequence[str], count: int | None = None) -> str:
    """
    Name the origins behind a record; of those that depend on each other it says how many independent ones they are.

    `count` is that number where it is known: a state and its spokeswoman are one.
    """
    known = [desk.origins[one].name for one in origins if one in desk.origins]
    number = min(count or len(origins), len(origins))
    noun = ("independent " if number < len(origins) else "") + ("origin" if number == 1 else "origins")
    if number == 1 < len(known):
        return f"{number} {noun}: {known[0]} (with {listed(known[1:])})"
    return f"{number} {noun}: {listed(known)}" if known else f"{number} {noun}"


def when(date: dt.date | None) -> str:
    """Write a day, nothing where none is known."""
    return day(date) if date else ""


def round_of(desk: Desk, commitment: Commitment) -> str:
    """Say in which round a commitment was made."""
    held = next((one for one in desk.dossier.rounds if one.id == commitment.round), None)
    if held is None:
        return ""
    return f"made in round {held.ordinal}" if held.ordinal is not None else f"made at the talks of {day(held.day)}"


def ledger_words(dossier: Dossier) -> frozenset[str]:
    """Return the numbers that the ledgers' own sums may put into our words."""
    found = set[str]()
    for one in dossier.commitments:
        values = [one.delivered, one.remaining, *(amount.quantity.low for amount in one.amounts)]
        values += [part.quantity for part in one.deliveries] + [part.total for part in one.deliveries]
        for value in values:
            if value is not None:
                found.update(number(value).split())
    return frozenset(found)
