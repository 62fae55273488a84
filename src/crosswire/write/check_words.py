"""What a checked report is told in: the verdicts' names, the line that sums it up, the small print."""

import re
from typing import NamedTuple

from crosswire.model import Check, Checked, Verdict
from crosswire.write.layout import counted


class Told(NamedTuple):
    """A verdict in words: its label, what it means, the rank of its urgency, and its colour."""

    label: str
    meaning: str
    rank: int
    tone: str


VERDICTS: dict[Verdict, Told] = {
    "altered-quotation": Told("quotation altered", "the words between the marks are not the ones said", 0, "bad"),
    "misattributed": Told("misattributed", "somebody else said it", 1, "bad"),
    "contradicted": Told("contradicted", "a source says the opposite", 2, "bad"),
    "wrong-figure": Told("wrong figure", "the sources have another number", 3, "bad"),
    "wrong-date": Told("wrong date", "the sources have another day", 4, "bad"),
    "wrong-name": Told("wrong name", "the sources name another", 5, "bad"),
    "copy-inflated": Told("copies counted as sources", "the sources it counts are fewer independent ones", 6, "bad"),
    "unsupported": Told("unsupported", "no source says so", 7, "bad"),
    "citation-mismatch": Told("citation mismatch", "the source it cites does not say so, another may", 8, "doubt"),
    "partly": Told("partly supported", "some of its words stand in no source", 9, "doubt"),
    "not-checkable": Told("not checkable", "a judgement or a forecast", 10, "plain"),
    "supported": Told("supported", "the sources say so", 11, "good"),
}
# Verdicts that rest on how much of a statement the evidence holds; the others rest on what differs.
_BY_SUPPORT = frozenset({"supported", "partly", "unsupported"})
_PLURALS = {"altered-quotation": ("quotation altered", "quotations altered")}
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


def summary(check: Check) -> str:
    """
    Return the line that sums a check up: "14 of 22 checkable statements supported; 3 quotations altered."

    >>> from crosswire.model import Passage
    >>> summary(Check(Passage("a", "a.md", None, None, ""), (), ()))
    '0 of 0 checkable statements supported.'
    """
    counts = check.counts()
    checkable = len(check.statements) - counts.get("not-checkable", 0)
    head = f"{counts.get('supported', 0)} of {counted(checkable, 'checkable statement')} supported"
    rest = [
        _tally(verdict, counts[verdict]) for verdict in VERDICTS if verdict != "supported" and counts.get(verdict, 0)
    ]
    return "; ".join([head, *rest]) + "."


def told(one: Checked) -> str:
    """Return the small print of a statement: how many origins stand behind its evidence, and how sure it is."""
    if not one.evidence:
        return ""
    lines = "One independent line" if one.origins == 1 else f"{one.origins} independent lines"
    sure = f"; support {one.support:.2f}" if one.verdict in _BY_SUPPORT else ""
    return f"({lines} of reporting in evidence{sure}.)"


def notes(one: Checked) -> list[str]:
    """Return what differs, in words, without what the reason has said."""
    reason = one.reason.rstrip(".").casefold()
    return [difference.note for difference in one.differences if difference.note.rstrip(".").casefold() != reason]


def plain_markdown(text: str) -> str:
    """Return a text with every character escaped that Markdown would read as markup."""
    return _MARKUP.sub(r"\\\1", text)


def _tally(verdict: Verdict, count: int) -> str:
    if verdict in _PLURALS:
        return f"{count} {_PLURALS[verdict][count > 1]}"
    return f"{count} {VERDICTS[verdict].label}"
