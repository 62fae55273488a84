"""How it is told: whose word the reports carry, which outlets carry mostly one side's, and their loaded words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosswire.assess.desk import Desk
from crosswire.assess.lines import line_id, listed, our_line
from crosswire.assess.select import Scores
from crosswire.model import Evidence, Line, Part, Section, Statement

_MOST_OUTLETS, _MOST_SIDES, _MOST_TERMS = 8, 3, 4
# A side whose people say less than this share of what is attributed is none of the main ones; main ones that do not
# say this much of it together, of this many statements at least, say nothing of the reports.
_MAIN, _TOGETHER, _ENOUGH = 0.07, 0.4, 20
# An outlet gives mostly one side's word from half of so many statements on, and this share of what the sides say.
_FEWEST, _HALF, _MOSTLY = 8, 0.5, 0.7
# A loaded word used but once or twice says nothing of an outlet.
_OFTEN = 3
_HIDDEN = re.compile(r"\b(?:adviser|advisor|aide|diplomat|insider|official|people|person|source)s?\b", re.IGNORECASE)

_ByOutlet = Mapping[str, Sequence[Statement]]


def framing(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """Say whose word the reports carry, which outlets carry mostly one side's, and who uses which loaded term."""
    by_outlet: dict[str, list[Statement]] = defaultdict(list)
    for statement in desk.dossier.statements:
        if not statement.headline and statement.article not in desk.summaries:
            by_outlet[desk.articles[statement.article].label].append(statement)
    lines = (*_voices(desk, by_outlet), *(_terms(desk, by_outlet) if len(by_outlet) > 1 else ()))
    intro = "Statements with a named speaker, by whose side he is on; loaded words outside quotation marks."
    return Section("framing", "How it is told", lines, intro) if lines else None


def _voices(desk: Desk, by_outlet: _ByOutlet) -> Iterator[Line]:
    """Yield how much of what is attributed each main side says, then the outlets where one says most of it."""
    told = [one for held in by_outlet.values() for one in held if one.speaker]
    sides = _sides(desk, told)
    if len(sides) < 2 or len(told) < _ENOUGH or sum(map(len, sides.values())) < _TOGETHER * len(told):
        return
    others = len(told) - sum(map(len, sides.values()))
    heads = listed(
        [f"{desk.name(side)} ({len(said)})" for side, said in sides.items()] + [f"others ({others})"] * bool(others)
    )
    hidden = [one for held in by_outlet.values() for one in held if one.unnamed and _HIDDEN.search(one.unnamed)]
    rest = f"; {len(hidden)} more by unnamed sources" if hidden else ""
    shown = [said[0].evidence for said in (*sides.values(), *([hidden] if hidden else []))]
    yield our_line(f"{len(told)} attributed, by side: {heads}{rest}.", shown, label="All reports")
    leaning = [(outlet, line) for outlet in by_outlet if (line := _leaning(desk, outlet, by_outlet[outlet], [*sides]))]
    if len(by_outlet) > 1:
        ranked = sorted(leaning, key=lambda one: (-len(by_outlet[one[0]]), one[0]))[:_MOST_OUTLETS]
        yield from (line for _, line in sorted(ranked, key=lambda one: one[0]))


def _sides(desk: Desk, told: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Return what the people of each main side say, the side that says most first."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for one in told:
        side = desk.party(one.speaker)
        if side in desk.actors and desk.actors[side].kind not in ("person", "outlet"):
            said[side].append(one)
    main = [side for side in said if len(said[side]) >= max(2, _MAIN * len(told))]
    return {side: said[side] for side in sorted(main, key=lambda one: (-len(said[one]), one))[:_MOST_SIDES]}


def _leaning(desk: Desk, outlet: str, statements: Sequence[Statement], sides: Sequence[str]) -> Line | None:
    """Say that an outlet carries mostly one side's word, and how little the others'; None where it does not."""
    told = [one for one in statements if one.speaker]
    said = {side: [one for one in told if desk.party(one.speaker) == side] for side in sides}
    first = max(said, key=lambda side: len(said[side]))
    least = max(_HALF * len(told), _MOSTLY * sum(map(len, said.values())))
    if len(told) < _FEWEST or len(said[first]) < least:
        return None
    others = listed([f"{desk.name(side)} ({len(said[side])})" for side in sides if side != first])
    text = f"Mostly the word of one side, {desk.name(first)}: {len(said[first])} of {len(told)} attributed; {others}."
    return our_line(text, [one.evidence for one in said[first][:3]], label=outlet)


def _terms(desk: Desk, by_outlet: _ByOutlet) -> Iterator[Line]:
    """Yield the loaded terms that outlets use again and again in their own voice, and the outlets that do without."""
    places: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for outlet, statements in by_outlet.items():
        for one in statements:
            if one.mode == "narrated" and not one.opinion:
                for span in one.loaded:
                    word = Evidence.cut(one.article, desk.text(one.article), span)
                    if not _is_quoted(desk.text(one.article), span.start):
                        places[word.quote.casefold()][outlet].append(word)
    counts = {term: sum(map(len, found.values())) for term, found in places.items()}
    ranked = sorted(counts, key=lambda term: (-counts[term], term))[:_MOST_TERMS]
    large = [outlet for outlet in sorted(by_outlet) if len(by_outlet[outlet]) >= _FEWEST]
    for term in ranked:
        without = [outlet for outlet in large if outlet not in places[term]]
        if counts[term] >= _OFTEN and without:
            yield _term(places[term], without)


def _term(places: Mapping[str, Sequence[Evidence]], without: Sequence[str]) -> Line:
    """Return the line of a term: verbatim where it first stands, with who uses it how often and who does not."""
    order = sorted(places, key=lambda outlet: (-len(places[outlet]), outlet))
    first = places[order[0]][0]
    users = listed([f"{outlet} ({len(places[outlet])})" for outlet in order])
    parts = (
        Part("ours", "“"),
        Part("verbatim", first.quote, first),
        Part("ours", f"”: {users}; not {listed(without)}."),
    )
    text = "".join(part.text for part in parts)
    evidence = tuple(places[outlet][0] for outlet in order)
    return Line(line_id(text, evidence), "assessed", text, parts, evidence, label="Own words")


def _is_quoted(text: str, start: int) -> bool:
    """Tell whether a word stands between quotation marks of its paragraph."""
    before = Counter(text[text.rfind("\n", 0, start) + 1 : start])
    return before["“"] > before["”"] or before["«"] > before["»"] or before['"'] % 2 == 1
