"""How it is told: where mostly one side of the dispute is heard, and which outlets use loaded words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from crosswire.assess.desk import Desk
from crosswire.assess.lines import line_id, listed, our_line
from crosswire.assess.select import Scores
from crosswire.model import Evidence, Line, Part, Section, Statement

_MOST_OUTLETS, _MOST_TERMS = 8, 4
# A side whose people say less than this share of what is attributed hardly speaks: nothing is told by its silence.
_MAIN = 0.1
# Reports give mostly one side's word from half of so many statements on, and this share of what the two sides say.
_FEWEST, _HALF, _MOSTLY = 8, 0.5, 0.7
# A loaded word that no outlet uses as often as this says nothing of one.
_OFTEN = 3

_OWN = {"statement"}
# What two sides do to each other in words.
_CHARGES = frozenset({"ACCUSE", "CONDEMN", "DEMAND", "REJECT", "THREATEN"})

_ByOutlet = Mapping[str, Sequence[Statement]]


def framing(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """Say which outlets carry mostly the word of one side of the dispute, and who uses which loaded term."""
    by_outlet: dict[str, list[Statement]] = defaultdict(list)
    for statement in desk.dossier.statements:
        if not statement.headline and statement.article not in desk.summaries:
            by_outlet[desk.articles[statement.article].label].append(statement)
    lines = (*_voices(desk, by_outlet), *(_terms(desk, by_outlet) if len(by_outlet) > 1 else ()))
    intro = "Statements with a named speaker, by whose side he is on; loaded words outside quotation marks."
    return Section("framing", "How it is told", lines, intro) if lines else None


def _voices(desk: Desk, by_outlet: _ByOutlet) -> Iterator[Line]:
    """Yield where one of the two sides of the dispute says most of what is attributed: in all reports, in an outlet."""
    everything = [one for held in by_outlet.values() for one in held]
    pair = _pair(desk, everything)
    if pair is None:
        return
    if line := _leaning(desk, "All reports", everything, pair):
        yield line
    if len(by_outlet) > 1:
        # Whose statement it is carries his own word, and frames nothing by it.
        papers = [one for one, held in by_outlet.items() if {desk.articles[it.article].genre for it in held} != _OWN]
        leaning = [(outlet, line) for outlet in papers if (line := _leaning(desk, outlet, by_outlet[outlet], pair))]
        ranked = sorted(leaning, key=lambda one: (-len(by_outlet[one[0]]), one[0]))[:_MOST_OUTLETS]
        yield from (line for _, line in sorted(ranked, key=lambda one: one[0]))


def _pair(desk: Desk, statements: Sequence[Statement]) -> tuple[str, str] | None:
    """Return the two sides that face each other and whose people say most; None where one of them hardly speaks."""
    sides = [desk.party(one.speaker) for one in statements if one.speaker]
    counts = Counter(side for side in sides if side)
    least = max(2, _MAIN * len(sides))
    facing = [pair for pair in _facing(desk) if min(counts[side] for side in pair) >= least]
    return max(facing, key=lambda pair: (counts[pair[0]] + counts[pair[1]], pair), default=None)


def _facing(desk: Desk) -> set[tuple[str, str]]:
    """Return the pairs of sides that part over an issue, sit at talks together, owe or charge each other something."""
    dossier = desk.dossier
    charged = Counter(
        (desk.party(one.speaker), desk.party(one.target)) for one in dossier.statements if one.act in _CHARGES
    )
    groups: list[tuple[str, ...]] = [gap.parties for gap in dossier.gaps if gap.weight > 0]
    groups += [one.parties for one in dossier.rounds]
    groups += [(giver, taker) for one in dossier.commitments for giver in one.promisors for taker in one.promisees]
    groups += [
        (one, other) for (one, other), count in charged.items() if one and other and min(count, charged[other, one]) > 1
    ]
    pairs = (sorted(pair) for group in groups for pair in combinations(group, 2))
    return {(one, other) for one, other in pairs if one != other}


def _leaning(desk: Desk, outlet: str, statements: Sequence[Statement], sides: tuple[str, str]) -> Line | None:
    """Say that mostly one side's word is carried, and how little the other's; None where it is not so."""
    told = [one for one in statements if one.speaker]
    said = {side: [one for one in told if desk.party(one.speaker) == side] for side in sides}
    first, other = sorted(sides, key=lambda side: (-len(said[side]), side))
    least = max(_HALF * len(told), _MOSTLY * (len(said[first]) + len(said[other])))
    if len(told) < _FEWEST or len(said[first]) < least:
        return None
    text = (
        f"Mostly the word of one side, {desk.name(first)}: {len(said[first])} of {len(told)} attributed; "
        f"{desk.name(other)} ({len(said[other])})."
    )
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
    counts = {term: max(map(len, found.values())) for term, found in places.items()}
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
