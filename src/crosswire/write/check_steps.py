"""What a reader of a checked report does next: what to look at first, and what each verdict asks for."""

from collections.abc import Mapping

from markupsafe import Markup

from crosswire.model import Check, Checked, Verdict
from crosswire.write.check_words import VERDICTS

STEPS: Mapping[Verdict, str] = {
    "altered-quotation": "Restore the words as they were said, or take the marks away and paraphrase.",
    "misattributed": "Name who said it.",
    "contradicted": "Take it out, or give both accounts and say who holds which.",
    "wrong-figure": "Put the sources’ number, or name who gives the other one.",
    "wrong-date": "Put the sources’ day, or name who gives the other one.",
    "wrong-name": "Put the name that the sources give.",
    "copy-inflated": "Count independent origins, not outlets that carry one report.",
    "unsupported": "Find a source and add it to the case, or take it out.",
    "citation-mismatch": "Cite the source that says so.",
    "partly": "Cut or source the words that stand in no source.",
    "not-checkable": "Mark it as the author’s judgement.",
    "supported": "Nothing; read the evidence before you rely on it.",
}
_MEND = frozenset({"bad", "doubt"})
_TONES = (("bad", "to mend"), ("doubt", "to look at"), ("plain", "not checkable"), ("good", "supported"))


def to_mend(check: Check) -> list[Checked]:
    """Return the statements that ask for something, the most urgent first and else as they stand in the report."""
    found = [one for one in check.statements if VERDICTS[one.verdict].tone in _MEND]
    return sorted(found, key=lambda one: VERDICTS[one.verdict].rank)


def shares(counts: Mapping[str, int]) -> Markup:
    """Draw how many statements are to mend, to look at and supported as one bar, with the same in words."""
    sizes = {tone: sum(counts.get(name, 0) for name, one in VERDICTS.items() if one.tone == tone) for tone, _ in _TONES}
    whole = sum(sizes.values())
    if not whole:
        return Markup("")
    told = ", ".join(f"{sizes[tone]} {name}" for tone, name in _TONES if sizes[tone])
    at, parts = 0.0, []
    for tone, _ in _TONES:
        width = 100 * sizes[tone] / whole
        parts.append(
            Markup('<rect class="{}" x="{}" width="{}" height="4"/>').format(tone, f"{at:.2f}", f"{width:.2f}")
        )
        at += width
    head = Markup('<svg class="shares" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="{}">')
    return head.format(told) + Markup("").join(parts) + Markup('</svg><p class="shares-told">{}</p>').format(told)
