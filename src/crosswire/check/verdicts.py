"""One statement, one verdict: the measures and comparisons put together, worst finding first."""

from collections.abc import Sequence

import msgspec

from crosswire.check.copies import Origins, counted_sources, inflation
from crosswire.check.library import Library, Unit
from crosswire.check.polarity import leaning, polarity_difference
from crosswire.check.quotations import SHORT, Quotations, squeeze
from crosswire.check.score import choose, held, load_model, measures, support
from crosswire.check.slots import date_differences, figure_differences, name_differences, settled_spans
from crosswire.check.speakers import SAME_WORDS, Voices, misattribution, said_at, share_said, speaker_of
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Article, Checked, Difference, DifferenceKind, Evidence, Reading, Span, Verdict

# Sentences looked at as evidence; on WiCE a gold sentence is among the first eight of a cited page nine times in ten.
_LOOKED_AT = 8
# A sentence says what the statement says when it holds this share of its words.
_SAYS_SO = 0.6
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
# Which finding names the verdict when there are several.
_ORDER = tuple(_OF_KIND)


class Desk(msgspec.Struct, frozen=True):
    """What a statement is checked with."""

    report: Article
    reading: Reading
    library: Library
    quotations: Quotations
    voices: Voices
    origins: Origins


def check_statement(stated: Stated, number: int, desk: Desk) -> Checked:
    """Return the verdict on one statement, with everything it rests on."""
    library, text = desk.library, desk.report.text
    count = counted_sources(stated, text)
    words = _own_words(stated, count[1] if count else None)
    candidates = library.find(keys_of(words), _LOOKED_AT)
    differences: list[Difference] = []
    units = choose(words, candidates, library)
    quoted, places = _quotations(stated, desk)
    units = _first(places, units)
    differences += quoted
    if units:
        differences += _speakers(stated, candidates, desk, quoted)
        differences += figure_differences(stated, text, _pool(units, candidates), library)
        differences += date_differences(stated, text, _pool(units, candidates), library)
        differences += name_differences(stated, text, units, desk.reading, library)
        differences += _polarity(stated, units, desk)
    settled = settled_spans(stated, units, library)
    likely = support(measures(words, units, library, faults=len(differences), settled=settled))
    says_so = [
        unit for unit in library.find(keys_of(words), _LOOKED_AT * 4) if _share(words, unit, library) >= _SAYS_SO
    ]
    if count:
        found = inflation(*count, text, says_so, library, desk.origins)
        differences += [found] if found else []
    differences += _citations(stated, words, units, likely, desk)
    return _judged(stated, words, number, units, likely, differences, settled, desk)


def _own_words(stated: Stated, counted: Span | None) -> tuple[Word, ...]:
    """Return the words to look for: without those that count sources."""
    if counted is None:
        return stated.words
    return tuple(word for word in stated.words if not counted.meets(Span(word.start, word.end)))


def _pool(units: Sequence[Unit], candidates: Sequence[Unit]) -> list[Unit]:
    """Return the evidence, then the other candidates: any of them may have the figure."""
    return [*units, *(unit for unit in candidates if unit not in units)]


def _first(places: Sequence[Unit], units: Sequence[Unit]) -> list[Unit]:
    return [*dict.fromkeys(places), *(unit for unit in units if unit not in places)][: max(3, len(places))]


def _quotations(stated: Stated, desk: Desk) -> tuple[list[Difference], list[Unit]]:
    """Check every quotation of a statement: its words, then who is said to have said them."""
    differences: list[Difference] = []
    places: list[Unit] = []
    text, library = desk.report.text, desk.library
    for quote in stated.quotes:
        if not squeeze(quote.inner.of(text)) or quote.kind == "dialogue":
            continue
        found = desk.quotations.find(text, quote)
        if found is None:
            if len(quote.inner.of(text).split()) >= SHORT and quote.kind != "title":
                note = "the quoted words stand in none of the sources"
                differences.append(Difference("quotation", quote.inner, quote.inner.of(text), None, note))
            continue
        differences += found.differences
        unit = library.unit_at(found.source, found.span.start)
        places += [unit] if unit else []
        speaker = next(
            (
                speaker
                for one in stated.attributions
                if any(content.meets(quote.inner) for content in one.contents)
                and (speaker := speaker_of(one, desk.report, desk.reading))
            ),
            None,
        )
        other = said_at(library, found.source, found.span)
        if speaker and other and unit:
            outlet = library.articles[found.source].label
            wrong = misattribution(speaker, other, desk.voices, library.evidence(unit), outlet)
            differences += [wrong] if wrong else []
    return differences, places


def _speakers(stated: Stated, candidates: Sequence[Unit], desk: Desk, quoted: Sequence[Difference]) -> list[Difference]:
    """Check who is said to have said what is not quoted: nobody in the sources but another one says it."""
    if any(one.kind == "speaker" for one in quoted):
        return []
    library = desk.library
    for attribution in stated.attributions:
        speaker = speaker_of(attribution, desk.report, desk.reading)
        if speaker is None or speaker.actor is None or attribution.kind == "direct" or attribution.negated:
            continue
        words = [
            word for word in stated.words if any(span.start <= word.start < span.end for span in attribution.contents)
        ]
        if len(words) < 3:
            continue
        rival: Difference | None = None
        for unit in candidates:
            if share_said(words, unit, library) < SAME_WORDS:
                continue
            other = said_at(library, unit.source, unit.span)
            if other is None:
                rival = None
                break
            label = library.articles[unit.source].label
            wrong = misattribution(speaker, other, desk.voices, library.evidence(unit), label)
            if wrong is None:
                rival = None
                break
            rival = rival or wrong
        if rival is not None:
            return [rival]
    return []


def _polarity(stated: Stated, units: Sequence[Unit], desk: Desk) -> list[Difference]:
    """Ask the evidence that says most of it, and only if none of the sentences that say so agrees."""
    near = [unit for unit in units if _share(stated.words, unit, desk.library) >= _SAYS_SO]
    found = [polarity_difference(stated, desk.report.text, unit, desk.library) for unit in near]
    return [found[0]] if found and found[0] and all(found) else []


def _citations(
    stated: Stated, words: Sequence[Word], units: Sequence[Unit], likely: float, desk: Desk
) -> list[Difference]:
    """Compare the sources a statement cites with those that hold it."""
    found: list[Difference] = []
    library = desk.library
    for one in stated.citations:
        if one.problem:
            found.append(Difference("citation", one.span, one.label, None, one.problem))
    cited = [library.places[one] for mark in stated.citations for one in mark.articles if one in library.places]
    if not cited or not units or any(unit.source in cited for unit in units):
        return found
    theirs = choose(words, library.find(keys_of(words), _LOOKED_AT, set(cited)), library)
    model = load_model()
    inside = support(measures(words, theirs, library))
    if (
        inside >= model.supported
        or likely < model.supported
        or _share_of(words, theirs, library) >= 0.75 * _share_of(words, units, library)
    ):
        return found
    outlets = sorted({library.articles[at].label for at in cited})
    holder = library.articles[units[0].source].label
    note = f"{' and '.join(outlets[:3])} {'does' if len(outlets) == 1 else 'do'} not say so; {holder} does"
    mark = next(one for one in stated.citations if one.articles)
    found.append(Difference("citation", mark.span, mark.label, holder, note, library.evidence(units[0])))
    return found


def _share(words: Sequence[Word], unit: Unit, library: Library) -> float:
    keys = keys_of(words)
    total = library.mass(keys)
    return library.mass(keys & unit.keys) / total if total else 0.0


def _share_of(words: Sequence[Word], units: Sequence[Unit], library: Library) -> float:
    keys = keys_of(words)
    total = library.mass(keys)
    inside = keys & frozenset().union(*(unit.keys for unit in units)) if units else frozenset()
    return library.mass(inside) / total if total else 0.0


def _judged(
    stated: Stated,
    words: Sequence[Word],
    number: int,
    units: Sequence[Unit],
    likely: float,
    differences: list[Difference],
    settled: Sequence[Span],
    desk: Desk,
) -> Checked:
    library, model = desk.library, load_model()
    kinds = sorted({_OF_KIND[one.kind] for one in differences}, key=lambda one: list(_OF_KIND.values()).index(one))
    missing = _missing(words, units, desk, settled, differences)
    lean = leaning(stated.text)
    lost = [one for one in differences if one.kind == "citation" and one.evidence is None]
    if kinds and not (kinds == ["citation-mismatch"] and lost):
        verdict: Verdict = kinds[0]
        reason = _sentence(next(one for one in differences if _OF_KIND[one.kind] == verdict).note)
        if verdict == "altered-quotation" and all(
            one.found is None and not one.evidence for one in differences if one.kind == "quotation"
        ):
            whole = any(one.said and len(one.said.split()) >= SHORT for one in differences if one.kind == "quotation")
            verdict = "unsupported" if whole else verdict
    elif likely >= model.supported and not any(one.kind == "words" for one in missing):
        verdict, reason = "supported", "The sources say so."
    elif likely >= model.supported:
        verdict, reason = "supported", "The sources say so in other words."
    elif lean is not None:
        verdict = "not-checkable"
        kind = "a judgement" if lean[0] == "opinion" else "a forecast"
        reason, units = f"“{lean[1]}” makes it {kind}, which no source settles.", ()
    elif likely >= model.unsupported and units:
        verdict, reason = "partly", "The sources say a part of it."
    else:
        verdict, reason = "unsupported", "No source says so."
        units = units[:1] if likely >= model.unsupported / 2 else ()
    if lost and verdict == "supported":
        verdict, reason = "citation-mismatch", _sentence(lost[0].note)
    if verdict == "partly":
        differences = [*differences, *missing]
    evidence = tuple(dict.fromkeys(_evidence(units, differences, library)))
    origins = desk.origins.of([one.article for one in evidence])
    return Checked(
        id=f"s{number}",
        span=stated.span,
        text=stated.text,
        verdict=verdict,
        support=likely,
        reason=reason,
        evidence=evidence,
        differences=tuple(dict.fromkeys(differences)),
        citations=stated.citations,
        origins=len(origins),
    )


def _evidence(units: Sequence[Unit], differences: Sequence[Difference], library: Library) -> list[Evidence]:
    whole = [library.evidence(unit) for unit in units]
    for one in differences:
        if one.evidence is not None and not any(
            held.article == one.evidence.article and held.span.covers(one.evidence.span) for held in whole
        ):
            unit = library.unit_at(library.places[one.evidence.article], one.evidence.start)
            whole += [library.evidence(unit)] if unit else []
    return whole


def _missing(
    words: Sequence[Word], units: Sequence[Unit], desk: Desk, settled: Sequence[Span], differences: Sequence[Difference]
) -> list[Difference]:
    """Return the words that no evidence holds, neighbours as one stretch."""
    text = desk.report.text
    runs: list[Span] = []
    last = -2
    for at, word in enumerate(words):
        place = Span(word.start, word.end)
        if held(word, units, desk.library, settled) > 0 or any(one.span.meets(place) for one in differences):
            continue
        if at == last + 1:
            runs[-1] = Span(runs[-1].start, word.end)
        else:
            runs.append(Span(word.start, word.end))
        last = at
    return [Difference("words", span, span.of(text), None, f"“{span.of(text)}” stands in no evidence") for span in runs]


def _sentence(note: str) -> str:
    return note[:1].upper() + note[1:] + ("" if note.endswith(".") else ".")
