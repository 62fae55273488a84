"""What a figure without a matter is on: "it could live with 6.5 percent", where only pay is counted in percent."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.model import Move, Quantity, Span, Statement

from .topics import Topics

# Where these stand between a figure and a word for a matter, the figure counts another thing of the same list.
_APART = re.compile(r"[,;:]|\b(?:and|or|but|while|if|unless|after|before|in return|in exchange)\b")
_RATE = re.compile(r"\b(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)")
# Bids, which may name nothing but their figure; and how those of before are told.
_BIDS = frozenset({"DEMAND", "APPEAL", "OFFER", "PROPOSE", "COUNTER", "REJECT"})
_HAD = re.compile(r"\bhad\b")
# Units of any matter: days, people, times.
_ANY = frozenset("day week month year hour minute time person people side".split())


def bind_units(statements: Iterable[Statement], moves: Mapping[str, Sequence[Move]], topics: Topics) -> dict[str, str]:
    """
    Return the one matter that the stands of a case count in each unit; a unit of two matters is nobody's.

    Where the packs say of one matter of these stands what it is counted in ("pay", in percent), the unit is its own.
    """
    bound: dict[str, set[str]] = defaultdict(set)
    scaled: dict[str, set[str]] = defaultdict(set)
    written: set[str | None] = set()  # "half of one" is no rate of pay
    for said in statements:
        if said.opinion or said.headline or not said.figures:
            continue
        for move in moves.get(said.id, ()):
            for issue in topics.plain(move.issues):
                if scale := topics.known[issue].issue.scale:
                    scaled[scale].add(issue)
            for figure in figures_of(said, move):
                if said.evidence.quote[figure.start - said.evidence.start].isdigit():
                    written.add(figure.unit)
                beside = topics.plain(move.beside) if not topics.plain(move.issues) else ()
                found = beside[0] if len(beside) == 1 else _named_beside(said, move, figure, topics)
                if found is not None and figure.unit:
                    bound[figure.unit].add(found)
    own = {unit: issues for unit, issues in scaled.items() if unit in written and len(issues) == 1}
    return {unit: min(issues) for unit, issues in {**bound, **own}.items() if len(issues) == 1}


def matter_of_figure(
    said: Statement, move: Move, listed: Sequence[str], units: Mapping[str, str], topics: Topics
) -> str | None:
    """
    Return the matter that the figure of a stand is on, None where its words name their matter or its unit is no one's.

    "Offered 3.5 percent and a seat on the board": the figure that stands first is on its own matter.
    """
    for figure in figures_of(said, move):
        issue = units.get(figure.unit or "")
        if issue is None or issue in listed:
            continue
        if not listed or (_opens(said, move, figure) and _named_beside(said, move, figure, topics) is None):
            return issue
        return None
    return None


def matter_of_rate(said: Statement, act: str, units: Mapping[str, str], topics: Topics) -> str | None:
    """
    Return the matter that a statement's own bid is on, by its rate alone: "proposes 5.1 per cent in two steps".

    What somebody had asked for before, and a sentence that names a matter, are left alone.
    """
    words = said.evidence.quote
    if act not in _BIDS or any(topics.names(issue, words) for issue in topics.plain(topics.known)):
        return None
    before = words[: max(0, said.contents[0].start - said.evidence.start)] if said.contents else ""
    if _HAD.search(before if said.cue is not None else words) is not None:
        return None
    rates = (one for one in said.figures if any(span.start <= one.start < span.end for span in said.contents))
    written = (one for one in rates if words[one.start - said.evidence.start].isdigit())
    return next((units[one.unit] for one in written if one.unit and one.unit in units and one.unit not in _ANY), None)


def figures_of(said: Statement, move: Move) -> Iterator[Quantity]:
    """Yield the counted amounts that a stand's own words give, dates and durations left out."""
    for one in amounts_in(said, move.span):
        if one.unit not in _ANY and one.low is not None:
            yield one


def amounts_in(said: Statement, span: Span) -> list[Quantity]:
    """
    Return the amounts in a stretch of a statement's sentence, by its figures.

    A stretch beside what the statement says has its rates alone: "A seeks 3 per cent; B insists on 6".
    """
    found = [one for one in said.figures if span.start <= one.start < span.end]
    if found or any(one.start <= span.start < one.end for one in said.contents):
        return found
    start = said.evidence.start
    rates = _RATE.finditer(said.evidence.quote, max(0, span.start - start), max(0, span.end - start))
    return [Quantity("%", float(one[1]), float(one[1]), start=start + one.start()) for one in rates]


def _opens(said: Statement, move: Move, figure: Quantity) -> bool:
    words = said.evidence.quote[move.span.start - said.evidence.start : figure.start - said.evidence.start]
    return len(words.split()) <= 1


def _named_beside(said: Statement, move: Move, figure: Quantity, topics: Topics) -> str | None:
    """Return the matter that the words beside a figure name, with no other thing of a list between."""
    start = said.evidence.start
    words = said.evidence.quote[move.span.start - start : move.span.end - start]
    listed = topics.named(words, move.issues)
    if len(listed) != 1:
        return None
    at, low = figure.start - move.span.start, words.lower()
    for match in topics.known[listed[0]].pattern.finditer(low):
        between = low[match.end() : at] if match.start() < at else low[at : match.start()]
        if not _APART.search(between):
            return listed[0]
    return None
