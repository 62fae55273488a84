"""One statement, one verdict: the worst of what was found names it."""

from collections.abc import Sequence

from crosswire.check.appraise import Appraisal, Desk
from crosswire.check.citations import NO_ENTRY
from crosswire.check.library import Library, Unit
from crosswire.check.polarity import leaning, stands
from crosswire.check.quotations import SHORT
from crosswire.check.score import MOST, UNHELD, held, model_of
from crosswire.check.statements import Stated
from crosswire.model import Checked, Difference, DifferenceKind, Evidence, Span, Verdict

# What each kind of difference makes of a statement, the worst first: it names the verdict when there are several.
_OF_KIND: dict[DifferenceKind, Verdict] = {
    "quotation": "altered-quotation",
    "speaker": "misattributed",
    "figure": "wrong-figure",
    "date": "wrong-date",
    "name": "wrong-name",
    "polarity": "contradicted",
    "copies": "copy-inflated",
    "citation": "citation-mismatch",
}

# From this part on of the likelihood that is enough for the whole, the sources say a part of it.
_NEARLY = 0.7
# Half of what a statement tells, each word weighed by how rare it is, must stand in its evidence to be said in part.
_PARTLY = 0.5
# Below this share of it, words that tell something are missing, however likely the whole.
_WHOLLY = 0.66

_BY_A_DIFFERENCE = frozenset({"altered-quotation", "misattributed", "contradicted"})


def check_statement(stated: Stated, number: int, found: Appraisal, desk: Desk) -> Checked:
    """Return the verdict on one statement, with everything it rests on."""
    units, differences = found.units, found.differences
    library = desk.library
    named = [one for one in differences if one.kind in _OF_KIND]
    kinds = sorted({_OF_KIND[one.kind] for one in named}, key=lambda one: list(_OF_KIND.values()).index(one))
    missing = _missing(found, desk)
    lost = [one for one in differences if one.kind == "citation" and one.evidence is None]
    beyond = [one for one in lost if one.note.startswith(NO_ENTRY)]
    if kinds and not (kinds == ["citation-mismatch"] and lost):
        verdict: Verdict = kinds[0]
        reason = _sentence(next(one for one in named if _OF_KIND[one.kind] == verdict).note)
        if verdict == "altered-quotation" and all(
            one.found is None and not one.evidence for one in differences if one.kind == "quotation"
        ):
            whole = any(one.said and len(one.said.split()) >= SHORT for one in differences if one.kind == "quotation")
            verdict = "unsupported" if whole else verdict
    else:
        verdict, reason = _graded(stated, found, missing, library)
    if verdict == "not-checkable":
        units = ()
    elif verdict == "unsupported" and not kinds:
        units = units[:1] if found.measures["held"] >= _PARTLY / 2 else ()
    if verdict == "supported" and beyond:
        verdict, reason = "citation-mismatch", _sentence(beyond[0].note)
    elif verdict == "supported" and lost:
        reason = f"{reason} Its citation cannot be looked up: {lost[0].note}."
    if verdict == "partly":
        differences = (*differences, *missing)
    if verdict in _BY_A_DIFFERENCE:
        # What the verdict rests on is the sentence that differs; the others only hold its words.
        units = units[:1]
    evidence = tuple(dict.fromkeys(_evidence(units, differences, library)))
    origins = desk.origins.of([one.article for one in evidence])
    return Checked(
        id=f"s{number}",
        span=stated.span,
        text=stated.text,
        verdict=verdict,
        support=found.support,
        reason=reason,
        evidence=evidence,
        differences=differences,
        citations=stated.citations,
        origins=len(origins),
    )


def _graded(stated: Stated, found: Appraisal, missing: Sequence[Difference], library: Library) -> tuple[Verdict, str]:
    """Return how much of a statement the sources say, and why, where they have nothing else in its place."""
    likely, share = found.support, found.measures["held"]
    enough = model_of(found.measures).supported
    doubted = next((one for one in found.differences if one.kind == "words"), None)
    is_held = likely >= enough and share >= _WHOLLY
    # What somebody is said to expect or to judge can be looked up: whether they said so.
    lean = None if any(one.source for one in stated.attributions) else leaning(stated.text)
    told = any(stands(lean[1], unit, library) for unit in found.units) if lean else False
    # "The fund would last six weeks": what the sources hold word for word is no guess of the report's.
    told = told or (lean is not None and lean[1] == "would" and not missing)
    # What the sources guess in the same word can be looked up, and was not found.
    looked_up = told and share >= _PARTLY / 2
    if lean is not None and not (is_held and told) and not looked_up:
        kind = "a judgement" if lean[0] == "opinion" else "a forecast"
        return "not-checkable", f"“{lean[1]}” makes it {kind}, which no source settles."
    if doubted and share >= _PARTLY:
        return "partly", _sentence(doubted.note)
    if is_held and not missing:
        return "supported", "The sources say so."
    telling = next((one for one in missing if _tells(one, found)), None)
    if is_held and telling is None:
        return "supported", "The sources say so in other words."
    if is_held and telling is not None:
        return "partly", f"The sources say so but for “{telling.said}”."
    if likely >= _NEARLY * enough and share >= _PARTLY:
        return "partly", "The sources say a part of it."
    return "unsupported", "No source says so."


def _tells(missing: Difference, found: Appraisal) -> bool:
    """Tell whether missing words are such as no others stand for: a name, a number, a date, a word that vouches."""
    return any(
        missing.span.covers(span) and (word.is_name or _is_amount(word.key) or span in found.vouching)
        for word in found.words
        if (span := Span(word.start, word.end))
    )


def _is_amount(key: str) -> bool:
    # "One" is hardly ever told for the amount.
    return key[0] in "#~" and key != "#1"


def _evidence(units: Sequence[Unit], differences: Sequence[Difference], library: Library) -> list[Evidence]:
    """Return the sentences a verdict rests on, those that differ from the statement first."""
    whole: list[Evidence] = []
    for one in differences:
        if one.evidence is None:
            continue
        unit = library.unit_at(library.places[one.evidence.article], one.evidence.start)
        whole += [library.evidence(unit)] if unit else []
    kept = units if not whole else units[: max(0, MOST - len(whole))]
    return [*whole, *(library.evidence(unit) for unit in kept)]


def _missing(found: Appraisal, desk: Desk) -> list[Difference]:
    """Return the words that no evidence holds, neighbours as one stretch."""
    text = desk.report.text
    runs: list[Span] = []
    last = -2
    for at, word in enumerate(found.words):
        place = Span(word.start, word.end)
        share = held(word, text, found.units, desk.library, found.settled)
        if (share > UNHELD and place not in found.vouching) or any(one.span.meets(place) for one in found.differences):
            continue
        if at == last + 1:
            runs[-1] = Span(runs[-1].start, word.end)
        else:
            runs.append(Span(word.start, word.end))
        last = at
    return [Difference("words", span, span.of(text), None, f"“{span.of(text)}” stands in no evidence") for span in runs]


def _sentence(note: str) -> str:
    return note[:1].upper() + note[1:] + ("" if note.endswith(".") else ".")
