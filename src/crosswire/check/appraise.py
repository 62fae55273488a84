"""One statement against the sources: its evidence, how well that supports it, and everything in which they differ."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from crosswire.check.certainty import doubt_difference, vouching
from crosswire.check.copies import Counted, Origins, counted_sources, inflation
from crosswire.check.library import Library, Unit
from crosswire.check.mismatch import citation_differences, cited_sources, share_of
from crosswire.check.names import name_differences, names_of
from crosswire.check.polarity import leaning, opposite_difference, polarity_difference, stands, turning
from crosswire.check.put_in_place import place_taken_difference
from crosswire.check.quotations import SHORT, Found, Quotations, squeeze
from crosswire.check.roles import owner_difference, role_difference
from crosswire.check.score import MOST, choose, held, measures, support
from crosswire.check.sides import one_side_spans
from crosswire.check.slots import date_differences, figure_differences, settled_spans
from crosswire.check.speakers import (
    SAME_WORDS,
    Speaker,
    Voices,
    another_kind,
    misattribution,
    said_at,
    share_said,
    speaker_of,
    voiced,
)
from crosswire.check.statements import Stated, opens_in_the_air
from crosswire.check.turns import parts, place_doubt, turned
from crosswire.check.untold import untold_difference
from crosswire.check.verbatim import copied_whole
from crosswire.check.words import Word, keys_of
from crosswire.model import Article, Attribution, Difference, Reading, Span
from crosswire.text.clauses import has_clause

# Sentences looked at as evidence; on WiCE a gold sentence is among the first eight of a cited page nine times in ten.
LOOKED_AT = 8
# A sentence says what the statement says when it holds this share of its words.
_SAYS_SO = 0.6
# Of a sentence that holds this share, nobody can say that it does not say so.
_MAY_SAY = 0.5
# A sentence of which the statement holds this much says nothing else.
_WITHIN = 0.85
# Evidence from a cited source is shown before other evidence that holds hardly more.
_AS_GOOD = 0.9
# Places of one quotation looked at in one source.
_PLACES = 4
# What is made and not said: "They are writing a document that is due in May".
_THING = re.compile(r"(?:an?|the|its|their|his|her|this|these) (?:[\w-]{1,20} ){0,3}?[\w-]{1,20} (?:that|which|who)\b")
_DETERMINED = re.compile(r"(?:an?|the|its|their|his|her|this|these|[A-Z][\w.-]{1,30}(?:['’]s|s['’])) ")


class Desk(msgspec.Struct, frozen=True):
    """What a statement is checked with."""

    report: Article
    reading: Reading
    library: Library
    quotations: Quotations
    voices: Voices
    origins: Origins
    # The names that the sources' outlets go by.
    outlets: re.Pattern[str] | None = None


class Appraisal(msgspec.Struct, frozen=True):
    """
    What the sources have on a statement.

    `words` are those looked for, `units` the evidence, `settled` the figures and dates that agree in other words,
    `measures` what the support was computed from, `copied` whether it stands in a source as it is, `shares` how far the
    evidence holds each word, `vouching` the words that say it is beyond doubt where the evidence does not.
    """

    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    support: float
    differences: tuple[Difference, ...]
    settled: tuple[Span, ...]
    measures: dict[str, float]
    copied: bool = False
    shares: tuple[float, ...] = ()
    vouching: tuple[Span, ...] = ()


def appraise(stated: Stated, desk: Desk) -> Appraisal:
    """Look a statement up, compare it slot by slot, and measure how well its evidence supports it."""
    library, text = desk.library, desk.report.text
    count = counted_sources(stated, text, desk.outlets)
    words = _own_words(stated, count)
    stated = msgspec.structs.replace(stated, words=words)
    candidates = library.find(keys_of(words), LOOKED_AT)
    quoted, places, exact = _quotations(stated, desk)
    copied = copied_whole(stated.text, desk.quotations, library)
    units = _first([*copied, *places], _chosen(stated, words, candidates, library))
    differences = [] if copied else list(quoted)
    doubtful: list[Difference] = []
    if units and not copied:
        pool = [*units, *(unit for unit in candidates if unit not in units)]
        differences += _speakers(stated, candidates, desk, quoted)
        differences += figure_differences(stated, text, pool, library)
        differences += date_differences(stated, text, pool, library)
        names, doubtful = name_differences(stated, text, units, pool, desk.reading, library)
        differences += names
        if not any(one.kind in ("name", "speaker") for one in differences):
            role = role_difference(stated, text, pool, desk.reading, library, desk.voices) or owner_difference(
                stated, text, pool, library
            )
            differences += [role] if role else []
        # "Neither side is likely to return" is the report's own guess: nobody can have said the opposite.
        lean = leaning(stated.text)
        if stated.attributions or lean is None or any(stands(lean[1], unit, library) for unit in units):
            differences += _polarity(stated, units, desk) or _turned_parts(stated, units, desk)
        kinds = {one.kind for one in differences}
        slips = turned(stated, text, units, library, pool=pool, outlets=desk.outlets)
        differences += [one for one in slips if one.kind not in kinds]
        if not (kinds or slips):
            doubt = (
                place_doubt(stated, text, pool, desk.reading, library)
                or place_taken_difference(stated, text, units, pool, library)
                or untold_difference(stated, text, units, pool, desk.reading, library)
            )
            differences += [doubt] if doubt else []
    settled = [*exact, *settled_spans(stated, units, library)]
    named = [Span(words[first].start, words[last - 1].end) for first, last in names_of(words)]
    named += [Span(word.start, word.end) for word in words if word.is_name]
    settled += one_side_spans(stated, named, text, desk.reading, units=units, library=library)
    shares = [held(word, text, units, library, settled) for word in words]
    measured = measures(
        words, text, units, library,
        candidates=candidates, differences=[*differences, *doubtful], settled=settled, shares=shares,
    )  # fmt: skip
    measured["dangling"] = float(stated.opens and opens_in_the_air(stated.text))
    likely = support(measured)
    if count:
        wide = library.find(keys_of(words), LOOKED_AT * 4)
        says_so = [one for one in wide if _share(words, one, library) >= _SAYS_SO]
        # The names alone say nothing: those who are named do a hundred things.
        rest = [word for word in words if not word.is_name] or words
        may_say = [
            one for one in wide if min(_share(words, one, library), 1.25 * _share(rest, one, library)) >= _MAY_SAY
        ]
        found = inflation(count, text, (says_so, may_say), library, desk.origins)
        differences += [found] if found else []
    differences += citation_differences(stated, words, units, shares, likely, library=library)
    return Appraisal(
        words,
        tuple(units),
        likely,
        tuple(dict.fromkeys(differences)),
        tuple(settled),
        measured,
        bool(copied),
        tuple(shares),
        () if copied else tuple(vouching(words, text, units, library)),
    )


def _chosen(stated: Stated, words: Sequence[Word], candidates: Sequence[Unit], library: Library) -> list[Unit]:
    """Return the evidence, from the sources that a statement cites where they hold about as much of it as others."""
    best = choose(words, candidates, library)
    best = [*best, *_naming(words, best, candidates, library)]
    cited = cited_sources(stated, library)
    if not cited or all(unit.source in cited for unit in best):
        return best
    theirs = choose(words, library.find(keys_of(words), LOOKED_AT, cited), library)
    return theirs if share_of(words, theirs, library) >= _AS_GOOD * share_of(words, best, library) else best


def _naming(words: Sequence[Word], best: Sequence[Unit], candidates: Sequence[Unit], library: Library) -> list[Unit]:
    """Return one more sentence that says most of a statement, and has a name of it that the evidence has not."""
    held = frozenset().union(*(unit.keys | unit.near for unit in best)) if best else frozenset()
    missing = frozenset(word.key for word in words if word.is_name) - held
    if not missing or len(best) >= MOST:
        return []
    more = [unit for unit in candidates if missing & unit.keys and _share(words, unit, library) >= _SAYS_SO]
    return more[:1]


def _own_words(stated: Stated, counted: Counted | None) -> tuple[Word, ...]:
    """Return the words to look for: without those that count sources, name them and say that they report."""
    if counted is None:
        return stated.words
    aside = [counted.span, *counted.outlets, *counted.verbs]
    return tuple(word for word in stated.words if not any(one.meets(Span(word.start, word.end)) for one in aside))


def _first(places: Sequence[Unit], units: Sequence[Unit]) -> list[Unit]:
    return [*dict.fromkeys(places), *(unit for unit in units if unit not in places)][: max(3, len(places))]


def _quotations(stated: Stated, desk: Desk) -> tuple[list[Difference], list[Unit], list[Span]]:
    """
    Check every quotation of a statement: its words, then who is said to have said them.

    Returns what differs, the sentences quoted from, and the places that are settled: words quoted exactly, and the
    speaker where the sources have the same one.
    """
    differences: list[Difference] = []
    places: list[Unit] = []
    settled: list[Span] = []
    text, library = desk.report.text, desk.library
    for quote in stated.quotes:
        if not squeeze(quote.inner.of(text)) or quote.kind == "dialogue":
            continue
        found = desk.quotations.find(text, quote)
        if not found:
            if len(quote.inner.of(text).split()) >= SHORT and quote.kind != "title":
                note = "the quoted words stand in none of the sources"
                differences.append(Difference("quotation", quote.inner, quote.inner.of(text), None, note))
            continue
        found = [_where_spoken(one, library) for one in found]
        differences += found[0].differences
        settled += [] if found[0].differences else [quote.span]
        unit = library.unit_at(found[0].source, found[0].span.start)
        places += [unit] if unit else []
        speaker = _quoted_speaker(stated, quote.inner, desk)
        # "No" is anybody's word: whose it was can be told where the sentence tells of the same.
        lone = len(quote.inner.of(text).split()) == 1 and (
            unit is None or _share(stated.words, unit, library) < _MAY_SAY
        )
        if speaker is not None and not lone:
            wrong = [_wrong_speaker(speaker, one.source, one.span, desk) for one in _named(found, speaker, desk)]
            if "same" in wrong:
                settled.append(speaker.span)
            else:
                differences += [one for one in wrong if isinstance(one, Difference)][:1]
    return differences, places, settled


def _where_spoken(found: Found, library: Library) -> Found:
    """Return the place of quoted words where somebody speaks them: a headline says them in nobody's name."""
    text = library.articles[found.source].text
    words, at = found.span.of(text), found.span.end
    if found.differences or said_at(library, found.source, found.span) is not None:
        return found
    for _ in range(_PLACES):
        at = text.find(words, at)
        if at < 0:
            break
        place = Span(at, at + len(words))
        if said_at(library, found.source, place) is not None:
            return found._replace(span=place)
        at = place.end
    return found


def _quoted_speaker(stated: Stated, inner: Span, desk: Desk) -> Speaker | None:
    """Return who the report says spoke the words, somebody named in the statement itself before anybody else."""
    found = [
        speaker
        for one in stated.attributions
        if any(content.meets(inner) for content in one.contents) and (speaker := _speaker(one, desk))
    ]
    if not found:
        return voiced(inner, stated.words, desk.report, desk.voices)
    return min(found, key=lambda one: not stated.span.covers(one.span))


def _speaker(attribution: Attribution, desk: Desk) -> Speaker | None:
    """Return who the report has say something; a bare surname is whom the sources know by it."""
    speaker = speaker_of(attribution, desk.report, desk.reading)
    if speaker is None or speaker.actor or speaker.unnamed or not speaker.words[:1].isupper():
        return speaker
    return msgspec.structs.replace(speaker, actor=desk.voices.person(speaker.words))


def _named(found: Sequence[Found], speaker: Speaker, desk: Desk) -> Sequence[Found]:
    """Return the sources that name a person for the words when the report does and any source does; else all."""
    said = [said_at(desk.library, one.source, one.span) for one in found]
    persons = [one for one, by in zip(found, said, strict=True) if by and by.actor and by.actor.kind == "person"]
    return persons if persons and speaker.actor and speaker.actor.kind == "person" else found


def _wrong_speaker(speaker: Speaker, source: int, span: Span, desk: Desk) -> Difference | Literal["same"] | None:
    """Compare the report's speaker with the source's: a difference, "same", or None when the source names nobody."""
    library = desk.library
    other = said_at(library, source, span)
    unit = library.unit_at(source, span.start)
    if other is None or unit is None or speaker.actor is None or (other.actor is None and not other.unnamed):
        return None
    label = library.articles[source].label
    return misattribution(speaker, other, desk.voices, library.evidence(unit), label) or "same"


def _speakers(stated: Stated, candidates: Sequence[Unit], desk: Desk, quoted: Sequence[Difference]) -> list[Difference]:
    """Check who is said to have said what is not quoted: nobody in the sources but another one says it."""
    if any(one.kind == "speaker" for one in quoted):
        return []
    library = desk.library
    for attribution in stated.attributions:
        speaker = _speaker(attribution, desk)
        if speaker is None or attribution.kind == "direct" or attribution.negated:
            continue
        # "They are writing a document" says nothing; what is said has a verb of its own.
        if attribution.deed or _is_thing(attribution.contents[0].of(desk.report.text)):
            continue
        words = [
            word for word in stated.words if any(span.start <= word.start < span.end for span in attribution.contents)
        ]
        if len(words) < 3:
            continue
        shares = {unit: share_said(words, unit, library) for unit in candidates}
        said = [unit for unit in candidates if shares[unit] >= SAME_WORDS]
        if speaker.actor is None:
            if found := another_kind(speaker, said, library):
                return [found]
            continue
        wrong = [_wrong_speaker(speaker, unit.source, unit.span, desk) for unit in said]
        rivals = [(unit, one) for unit, one in zip(said, wrong, strict=True) if isinstance(one, Difference)]
        # A sentence that has as much of it and names the speaker is of him, whoever else says something like it.
        own = keys_of(library.vocabulary.words(speaker.actor.name, Span(0, len(speaker.actor.name))))
        # "The Israel Defense Forces" are not who says whatever Israel stands in.
        own = own - library.vocabulary.countries.keys or own
        least = max((shares[unit] for unit in said if own & unit.keys), default=0.0)
        if rivals and "same" not in wrong and not least >= max(shares[unit] for unit, _ in rivals):
            return [rivals[0][1]]
    return []


def _is_thing(words: str) -> bool:
    """Tell whether words name a thing that was made or done, and tell nothing: "the attack on the port"."""
    return _THING.match(words) is not None or (_DETERMINED.match(words) is not None and not has_clause(words))


def _polarity(stated: Stated, units: Sequence[Unit], desk: Desk) -> list[Difference]:
    """Ask the evidence that says most of it, and only if none of the sentences that say so agrees."""
    text, library = desk.report.text, desk.library
    for denial in (unit for unit in units if _is_within(unit, stated.words, library)):
        shared = keys_of(stated.words) & denial.keys
        found = polarity_difference(stated, text, denial, library)
        if found and not any(shared <= unit.keys for unit in units if unit is not denial):
            return [found]
    near = [unit for unit in units if _share(stated.words, unit, library) >= _SAYS_SO]
    turned = [polarity_difference(stated, text, unit, library) for unit in near]
    if turned and turned[0] and all(turned):
        return [turned[0]]
    # "Admitted" and "refused" are what may be wrong: the rest tells whether a sentence is of the same thing.
    aside = [*vouching(stated.words, text, (), library), *turning(stated.words, text)]
    words = [word for word in stated.words if not any(span.meets(Span(word.start, word.end)) for span in aside)]
    near = [unit for unit in units if _share(words, unit, library) >= _SAYS_SO]
    opposed = [opposite_difference(stated, text, unit, library) for unit in near]
    if opposed and opposed[0] and all(opposed):
        return [opposed[0]]
    doubted = doubt_difference(stated, text, near, library)
    return [doubted] if doubted else []


def _turned_parts(stated: Stated, units: Sequence[Unit], desk: Desk) -> list[Difference]:
    """Ask each clause of a statement that holds several: the evidence of one need not hold the others."""
    text, library = desk.report.text, desk.library
    for part in parts(stated, text):
        aside = turning(part.words, text)
        words = [word for word in part.words if not any(span.meets(Span(word.start, word.end)) for span in aside)]
        near = [unit for unit in units if len(words) > 1 and _share(words, unit, library) >= _SAYS_SO]
        opposed = [opposite_difference(part, text, unit, library) for unit in near]
        if aside and opposed and opposed[0] and all(opposed):
            return [opposed[0]]
    return []


def _is_within(unit: Unit, words: Sequence[Word], library: Library) -> bool:
    """Tell whether a sentence says nothing but a part of a statement: "Neither of the two attended"."""
    shared = keys_of(words) & unit.keys
    return len(shared) > 2 and library.mass(shared) >= _WITHIN * library.mass(unit.keys)


def _share(words: Sequence[Word], unit: Unit, library: Library) -> float:
    keys = keys_of(words)
    total = library.mass(keys)
    return library.mass(keys & unit.keys) / total if total else 0.0
