"""Charts as inline SVG: a dot plot of the figures in a dispute, a graph of which outlet counts as which origin."""

import math
from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup

_WIDTH, _ROW, _LEFT, _RIGHT = 640, 26, 150, 20
# Past this ratio the small figures of a linear scale fall on one point.
_LOG_FROM = 30
_LABEL = 26
# The graph of outlets and origins: where its names end and begin, and the longest that stands whole.
_GRAPH, _FROM, _TO, _NAME = 840, 282, 558, 40


class Figure(msgspec.Struct, frozen=True):
    """One figure of a plot: its words, and its bounds, None where it is open to that side."""

    label: str
    low: float | None
    high: float | None


class Edge(msgspec.Struct, frozen=True):
    """How many reports of an outlet count as an origin, and why: their own reporting, a copy, a wire, a citation."""

    outlet: str
    origin: str
    how: str
    articles: int


def dot_plot(figures: Sequence[Figure], topic: str) -> Markup:
    """Draw each figure on one scale: a dot, or a bar with an arrow where it is "at least" or "at most"."""
    bounds = [bound for one in figures for bound in (one.low, one.high) if bound is not None]
    if len(set(bounds)) < 2:
        return Markup("")
    low, high = min(bounds), max(bounds)
    is_log = low > 0 and high / low >= _LOG_FROM
    place = _scale(low, high, is_log=is_log)
    height = _ROW * len(figures) + 34
    rows = Markup("").join(_dots(one, _ROW * row + 18, place) for row, one in enumerate(figures))
    base = height - 22
    axis = Markup('<path class="axis" d="M{} {}H{}"/>').format(_LEFT, base, _WIDTH - _RIGHT)
    ticks = Markup("").join(
        Markup('<path class="axis" d="M{0} {1}v5"/><text x="{0}" y="{2}" text-anchor="{4}">{3}</text>').format(
            f"{place(value):.1f}", base, height - 4, _number(value), anchor
        )
        for value, anchor in ((low, "middle"), (high, "end"))
    )
    scale = " on a logarithmic scale" if is_log else ""
    told = "; ".join(one.label for one in figures)
    title = f"Figures given for {topic}{scale}: {told}"
    return Markup(
        '<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>{}{}{}</svg>'
    ).format(_WIDTH, height, title, title, rows, axis, ticks)


def _dots(one: Figure, y: int, place: "Scale") -> Markup:
    label = Markup('<text x="{}" y="{}" text-anchor="end">{}</text>').format(_LEFT - 14, y + 4, _short(one.label))
    lane = Markup('<path class="lane" d="M{} {}H{}"/>').format(_LEFT, y, _WIDTH - _RIGHT)
    ends = [place(bound) for bound in (one.low, one.high) if bound is not None]
    left = ends[0] if one.low is not None else _LEFT
    right = ends[-1] if one.high is not None else _WIDTH - _RIGHT
    bar = Markup('<path class="bar" d="M{:.1f} {}H{:.1f}"/>').format(left, y, right) if right > left else Markup("")
    dots = Markup("").join(
        Markup('<circle class="dot" cx="{:.1f}" cy="{}" r="5"/>').format(end, y) for end in sorted(set(ends))
    )
    return label + lane + bar + dots


class Scale(msgspec.Struct, frozen=True):
    """From a figure to its place on the axis."""

    low: float
    high: float
    is_log: bool

    def __call__(self, value: float) -> float:
        """Return where a figure stands."""
        low, high, at = (math.log(one) if self.is_log else one for one in (self.low, self.high, value))
        return _LEFT + 6 + (at - low) / (high - low) * (_WIDTH - _LEFT - _RIGHT - 12)


def _scale(low: float, high: float, *, is_log: bool) -> Scale:
    return Scale(low, high, is_log)


def origins_graph(edges: Iterable[Edge]) -> Markup:
    """Draw outlets on the left and the origins their reports count as on the right, a line for each way."""
    listed = list(edges)
    outlets = list(dict.fromkeys(one.outlet for one in listed))
    origins = list(dict.fromkeys(one.origin for one in listed))
    height = _ROW * max(len(outlets), len(origins), 1) + 30
    left = {name: _ROW * row + 40 for row, name in enumerate(outlets)}
    right = {name: _ROW * row + 40 for row, name in enumerate(origins)}
    lines = Markup("").join(_edge(one, left[one.outlet], right[one.origin]) for one in listed)
    names = [
        Markup('<text x="{}" y="{}" text-anchor="end">{}</text>').format(_FROM, y + 4, _short(n, _NAME))
        for n, y in left.items()
    ]
    names += [Markup('<text x="{}" y="{}">{}</text>').format(_TO, y + 4, _short(n, _NAME)) for n, y in right.items()]
    heads = Markup(
        '<text class="head" x="{}" y="16" text-anchor="end">Outlet</text>'
        '<text class="head" x="{}" y="16">Counts as</text>'
    ).format(_FROM, _TO)
    title = (
        f"{len(outlets)} outlets and the {len(origins)} origins their reports count as; the table below says the same"
    )
    return Markup(
        '<svg class="plot graph" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>{}{}{}</svg>'
    ).format(_GRAPH, height, title, title, heads, lines, Markup("").join(names))


def _edge(one: Edge, left: int, right: int) -> Markup:
    width = min(8.0, 1.2 + math.log2(one.articles))
    start, end, middle = _FROM + 6, _TO - 6, (_FROM + _TO) // 2
    path = f"M{start} {left}C{middle - 10} {left} {middle + 10} {right} {end} {right}"
    told = f"{one.outlet} counts as {one.origin}: {one.articles} ({one.how})"
    return Markup('<path class="edge {}" d="{}" stroke-width="{:.1f}"><title>{}</title></path>').format(
        one.how, path, width, told
    )


def _short(label: str, most: int = _LABEL) -> str:
    """
    Shorten a name in its middle: two ministries differ at the end.

    >>> _short("Ministry of Foreign Affairs of Valmora")
    'Ministry of F…rs of Valmora'
    """
    return label if len(label) <= most else f"{label[: most // 2].rstrip()}…{label[-most // 2 :].lstrip()}"


def _number(value: float) -> str:
    """
    Write a figure.

    >>> _number(1500.0), _number(2.5)
    ('1,500', '2.5')
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
