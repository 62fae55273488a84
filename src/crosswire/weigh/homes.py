"""Whose reporting each article is: its outlet's, the wire's it credits, or that of the article it copies."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

import msgspec

from crosswire.model import Article, Credit, Evidence, Folding, Reading, Span

from .borrowings import Borrowed, split_articles
from .clusters import Cluster, Clusters
from .copies import Overlap, find_overlaps
from .groups import Groups
from .outlets import Outlet, OutletBook
from .rulings import Rulings

# Evidence for a copy shows the longest shared passage, cut to what fits a margin note.
SHOWN = 400
# An article with this share from each of two unrelated sources is nobody's copy, unless nearly all of it is one's.
MIXED, MOSTLY = 0.12, 0.92
# ... and this many characters of it.
PUT_IN = 240
# A report that names the wire in its credits is the wire's with less of its wording: a new lead, local paragraphs.
CREDITED = 0.4
# A credit is a short line: "(Harbour Post, Lake Wire)".
CREDIT_LINE = 120
# Two sources that share this much are copies of each other.
KIN_SHARE = 0.3
_LATE = dt.date.max
NO_RULINGS = Rulings()


class Homes(msgspec.Struct, frozen=True):
    """
    Where each article's own reporting is counted.

    `home` maps article ids to outlets, `family` to the first article of their copies, `foldings` says why an article
    counts under another outlet's name, `summaries` are the articles that repeat others' reporting and count for
    nobody, `written` the day each article's wording first came out, in whichever copy.
    """

    home: dict[str, Outlet]
    family: dict[str, str]
    foldings: dict[str, tuple[Folding, ...]]
    borrowed: dict[str, tuple[Borrowed, ...]]
    summaries: frozenset[str]
    written: dict[str, dt.date | None]


class Scene(NamedTuple):
    """What the homes of articles follow from besides what they have of one another."""

    articles: Mapping[str, Article]
    own: Mapping[str, Outlet]
    wires: Mapping[str, tuple[Outlet, Credit] | None]
    decided: Rulings
    counted: Mapping[str, tuple[Outlet, str]]


class Settled(msgspec.Struct):
    """
    What a cluster of articles came to: the groups of its copies, their homes, and what these follow from.

    `alone` are the outlets that some group is of alone, `senior` those of its outlets that have such a group anywhere.
    """

    by: tuple[object, ...]
    groups: list[tuple[str, ...]]
    keys: frozenset[str]
    alone: frozenset[str]
    senior: frozenset[str] | None = None
    homes: Homes | None = None


class Housed:
    """The homes of a case's articles, from one weighing to the next: those of a cluster follow from it alone."""

    def __init__(self) -> None:
        """Know none."""
        self._clusters = Clusters()
        self._held: dict[int, tuple[Cluster, Settled]] = {}
        self._decided = NO_RULINGS

    def of(self, scene: Scene, overlaps: Sequence[Overlap]) -> Iterator[Homes]:
        """Yield the homes of each cluster of articles."""
        held = self._held if scene.decided == self._decided else {}
        self._held, self._decided = {}, scene.decided
        for cluster in self._clusters.of(scene.articles, overlaps):
            by = tuple([(scene.articles[one], scene.own[one], scene.wires[one]) for one in cluster.members])
            known = held.get(id(cluster))
            settled = known[1] if known is not None and known[1].by == by else _settled(cluster, by, scene)
            self._held[id(cluster)] = cluster, settled
        alone = frozenset().union(*(one.alone for _, one in self._held.values()))
        for cluster, one in self._held.values():
            senior = one.keys & alone
            if one.homes is None or one.senior != senior:
                one.homes, one.senior = _homes(cluster.overlaps, one.groups, scene, senior), senior
            yield one.homes


def find_homes(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    book: OutletBook,
    decided: Rulings = NO_RULINGS,
    overlaps: Sequence[Overlap] | None = None,
    housed: Housed | None = None,
) -> Homes:
    """
    Decide for every article whose reporting it is; what the user `decided` comes before what the texts show.

    Those that are `housed` from the last time are not asked again.
    """
    overlaps = find_overlaps(articles, readings) if overlaps is None else overlaps
    own = {article.id: book.of(article) for article in articles}
    apart = decided.apart | decided.counted.keys()
    wires = {a.id: None if a.id in apart else _wire_of(a, readings.get(a.id), own[a.id], book) for a in articles}
    overlaps = [o for o in overlaps if not {o.copy, o.source} & apart] if apart else overlaps
    counted = {item: (book.find(one.value), one.label) for item, one in decided.counted.items() if item in own}
    scene = Scene({article.id: article for article in articles}, own, wires, decided, counted)
    found = Homes({}, {}, {}, {}, frozenset(), {})
    parts = list((housed or Housed()).of(scene, overlaps))
    for part in parts:
        for all_, some in zip(_columns(found), _columns(part), strict=True):
            all_.update(some)
    return msgspec.structs.replace(found, summaries=frozenset().union(*(part.summaries for part in parts)))


def _columns(homes: Homes) -> tuple[dict[str, Any], ...]:
    return homes.home, homes.family, homes.foldings, homes.borrowed, homes.written


def _settled(cluster: Cluster, by: tuple[object, ...], scene: Scene) -> Settled:
    """Group the copies of a cluster."""
    by_id, own = scene.articles, scene.own
    credited = frozenset(
        (o.copy, o.source)
        for o in cluster.overlaps
        if o.share >= CREDITED and own[o.source].is_wire and _names(by_id[o.copy], own[o.source], scene.wires[o.copy])
    )
    groups = _copy_groups(cluster.members, by_id, cluster.overlaps, credited)
    alone = frozenset(own[group[0]].key for group in groups if len({own[item].key for item in group}) == 1)
    return Settled(by, groups, frozenset(own[item].key for item in cluster.members), alone)


def _homes(overlaps: Sequence[Overlap], groups: Sequence[tuple[str, ...]], scene: Scene, senior: Set[str]) -> Homes:
    """Return the homes of a cluster's groups of copies; `senior` outlets have reports of their own."""
    by_id, own, wires = scene.articles, scene.own, scene.wires
    items = [item for group in groups for item in group]
    summaries = frozenset(item for item in items if by_id[item].genre == "summary" or own[item].kind == "aggregator")
    home: dict[str, Outlet] = {}
    foldings: dict[str, list[Folding]] = defaultdict(list)
    pairs = {(o.copy, o.source): o for o in overlaps}
    for group in groups:
        root = min(group, key=lambda item: _rank(by_id[item], own[item], wires[item], senior))
        credit = wires[root]
        outlet = credit[0] if credit else own[root]
        first = next((item for item in sorted(group, key=lambda i: _seen(by_id[i])) if own[item] == outlet), root)
        for item in group:
            home[item] = outlet
            if item != first and own[item] not in (outlet, own[first]):
                foldings[item].append(_copy_folding(by_id[item], by_id[first], own[first], pairs))
    for item in items:
        credit = wires[item]
        if credit and credit[0] != own[item]:
            foldings[item].append(_wire_folding(by_id[item], *credit))
        if item in scene.counted:
            home[item], label = scene.counted[item]
            foldings[item].append(Folding(item, "decision", f"it counts as {home[item].name}'s: {label}"))
        if item in summaries:
            foldings[item].append(
                Folding(item, "aggregator", "it summarises others' reporting and adds none of its own")
            )
    family = {item: group[0] for group in groups for item in group}
    borrowed = split_articles(overlaps, by_id, own, home, family, scene.counted.keys())
    days = [(group, _first_day(group, by_id)) for group in groups]
    written = {item: day for group, day in days for item in group}
    reasons = {key: tuple(value) for key, value in foldings.items()}
    return Homes(home, family, reasons, borrowed, summaries, written)


def _seen(article: Article) -> tuple[dt.date, str]:
    return article.published or _LATE, article.id


def _first_day(group: Iterable[str], by_id: Mapping[str, Article]) -> dt.date | None:
    return min((date for item in group if (date := by_id[item].published)), default=None)


def _wire_of(article: Article, reading: Reading | None, own: Outlet, book: OutletBook) -> tuple[Outlet, Credit] | None:
    """Return the one wire an article credits for itself; an article that credits several is a paper's own mix."""
    if reading is None or own.is_wire:
        return None
    given = [(book.find(c.outlet), c) for c in reading.credits if c.how in ("wire", "source")]
    named = {outlet for outlet, _ in given if outlet != own}
    return next(pair for pair in given if pair[0] in named) if len(named) == 1 else None


def _names(article: Article, wire: Outlet, credit: tuple[Outlet, Credit] | None) -> bool:
    """Tell whether an article credits the wire: by a credit that was read, or in a short line that ends it."""
    if credit is not None:
        return credit[0] == wire
    named = [r for r in article.regions if r.role in ("credit", "byline", "footer", "body")][-2:]
    lines = (r.span.of(article.text).strip() for r in named if r.end - r.start <= CREDIT_LINE)
    return any(line[-1:] == ")" and wire.name in line.rpartition("(")[2] for line in lines)


def _copy_groups(
    members: Iterable[str],
    by_id: Mapping[str, Article],
    overlaps: Sequence[Overlap],
    credited: Set[tuple[str, str]],
) -> list[tuple[str, ...]]:
    groups: Groups[str] = Groups(members)
    pasted = _mixed(overlaps)
    for overlap in overlaps:
        whole = overlap.whole and not {overlap.copy, overlap.source} & pasted and not _quoted_by(overlap, by_id)
        if whole or (overlap.copy, overlap.source) in credited:
            groups.join(overlap.copy, overlap.source)
    return groups.all()


def _mixed(overlaps: Sequence[Overlap]) -> frozenset[str]:
    """Return the articles put together from two others that share nothing with each other: nobody's whole copy."""
    sources: dict[str, list[Overlap]] = defaultdict(list)
    kin = {(o.copy, o.source) for o in overlaps if max(o.share, o.back) >= KIN_SHARE}
    for overlap in overlaps:
        if overlap.share >= MIXED and sum(s.end - s.start for s in overlap.stretches) >= PUT_IN:
            sources[overlap.copy].append(overlap)
    mixed = set()
    for item, found in sources.items():
        most = max(found, key=lambda o: (o.share, o.source))
        others = (o for o in found if (most.source, o.source) not in kin and (o.source, most.source) not in kin)
        if most.share < MOSTLY and any(o.source != most.source and not _meet(o, most) for o in others):
            mixed.add(item)
    return frozenset(mixed)


def _meet(one: Overlap, most: Overlap) -> bool:
    """Tell whether most of what `one` covers is covered by the other source too."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.stretches for b in most.stretches)
    return shared > 0.5 * sum(s.end - s.start for s in one.stretches)


def _quoted_by(overlap: Overlap, by_id: Mapping[str, Article]) -> bool:
    """Tell whether a later, much longer article took in the whole of an earlier short one: it is no copy of it."""
    short, long = by_id[overlap.copy].published, by_id[overlap.source].published
    return overlap.back < 0.35 and short is not None and long is not None and short < long


def _rank(
    article: Article, own: Outlet, wire: tuple[Outlet, Credit] | None, senior: Set[str]
) -> tuple[bool, bool, dt.date, bool, str, int, str]:
    """Order a copy group: who credits a wire, the wire, the earliest, the outlet with reports of its own, by name."""
    return (
        wire is None,
        not own.is_wire,
        article.published or _LATE,
        own.key not in senior,
        own.key,
        -len(article.text),
        article.id,
    )


def _copy_folding(copy: Article, root: Article, outlet: Outlet, pairs: Mapping[tuple[str, str], Overlap]) -> Folding:
    overlap = pairs.get((copy.id, root.id))
    when = f" of {root.published.day} {root.published:%B %Y}" if root.published else ""
    report = f"the {outlet.name} report{when}"
    if overlap is None:
        return Folding(copy.id, "copy", f"it copies another copy of {report}")
    reason = f"{round(100 * overlap.share)} % of its wording, quotations left out, stands in {report}"
    longest = overlap.stretches[0]
    shown = Span(longest.start, min(longest.end, longest.start + SHOWN))
    return Folding(copy.id, "copy", reason, (Evidence.cut(copy.id, copy.text, shown),))


def _wire_folding(article: Article, wire: Outlet, credit: Credit) -> Folding:
    words = credit.span.of(article.text)
    verb = "credits" if credit.how == "wire" else "names as its source"
    evidence = (Evidence.cut(article.id, article.text, credit.span),) if words else ()
    return Folding(article.id, "wire", f"it {verb} {wire.name}", evidence)
