"""How it is told: whom each outlet quotes, and the loaded words it uses in its own voice."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from crosswire.assess.desk import Desk
from crosswire.assess.lines import line_id, listed
from crosswire.assess.select import Scores
from crosswire.model import Evidence, Line, Part, Section, Statement

_MOST_OUTLETS, _MOST_VOICES, _MOST_WORDS = 14, 3, 5


def framing(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """Say of each outlet whom it quotes how often, and which loaded terms it uses outside quotation."""
    by_outlet: dict[str, list[Statement]] = defaultdict(list)
    for statement in desk.dossier.statements:
        if not statement.headline:
            by_outlet[desk.articles[statement.article].label].append(statement)
    order = sorted(by_outlet, key=lambda outlet: (-len(by_outlet[outlet]), outlet))[:_MOST_OUTLETS]
    lines = tuple(line for outlet in sorted(order) for line in _outlet(desk, outlet, by_outlet[outlet]))
    intro = "Counts of reported statements by named speakers, and loaded words outside quotation marks, by outlet."
    return Section("framing", "How it is told", lines, intro) if lines else None


def _outlet(desk: Desk, outlet: str, statements: list[Statement]) -> Iterator[Line]:
    voices = [one for one in statements if one.speaker]
    if voices:
        yield _voices(desk, outlet, voices)
    words = [
        Evidence.cut(one.article, desk.text(one.article), span)
        for one in statements
        if one.mode == "narrated"
        for span in one.loaded
    ]
    if words:
        yield _loaded(outlet, words)


def _voices(desk: Desk, outlet: str, statements: list[Statement]) -> Line:
    counts = Counter(one.speaker for one in statements if one.speaker)
    top = sorted(counts, key=lambda speaker: (-counts[speaker], desk.name(speaker)))[:_MOST_VOICES]
    rest = sum(counts.values()) - sum(counts[one] for one in top)
    told = [f"{desk.name(one)} ({counts[one]})" for one in top] + ([f"others ({rest})"] if rest else [])
    text = f"{sum(counts.values())} attributed: {listed(told)}."
    evidence = tuple(next(one.evidence for one in statements if one.speaker == speaker) for speaker in top)
    return Line(line_id(text, evidence), "assessed", text, (Part("ours", text),), evidence, label=outlet)


def _loaded(outlet: str, words: list[Evidence]) -> Line:
    """List the words themselves, each verbatim at the first place it stands."""
    first = {one.quote.casefold(): one for one in reversed(words)}
    counts = Counter(one.quote.casefold() for one in words)
    top = sorted(first, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    parts = [Part("ours", "Own words: ")]
    for place, one in enumerate(top):
        parts += [Part("ours", ", “" if place else "“"), Part("verbatim", first[one].quote, first[one])]
        parts.append(Part("ours", f"” ({counts[one]})" if counts[one] > 1 else "”"))
    parts.append(Part("ours", "."))
    text = "".join(part.text for part in parts)
    evidence = tuple(first[one] for one in top)
    return Line(line_id(text, evidence), "assessed", text, tuple(parts), evidence, label=outlet)
