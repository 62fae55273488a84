"""
An article's text with what was found in it: spans by kind, cut into pieces that do not overlap.

Offsets are code points and the cutting is done here, on the server: a browser counts in UTF-16 units.
"""

import itertools
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.model import Article, Reading, Span, Statement
from crosswire.web.shelf import Snapshot

# Kind -> what the legend says. The first three colour the ground, the others the words.
SPANS = {
    "said": "quoted words",
    "told": "reported in other words",
    "own": "the report's own voice",
    "speaker": "who says it",
    "cue": "reporting word",
    "name": "name",
    "figure": "figure",
    "time": "date or time",
    "loaded": "loaded word",
}
_GROUND = {"direct": "said", "mixed": "said", "indirect": "told", "narrated": "own"}


class Mark(msgspec.Struct, frozen=True, order=True):
    """One span of a kind; `claims` are those that the statement it belongs to stands behind."""

    start: int
    end: int
    kind: str
    claims: tuple[str, ...] = ()


class Piece(msgspec.Struct, frozen=True):
    """Text with the kinds that cover all of it; `here` is true inside the span the address names."""

    text: str
    kinds: tuple[str, ...]
    here: bool
    begins: bool = False


class Paragraph(msgspec.Struct, frozen=True):
    """A line of the article with the role of its region, and the claims of the statements that end in it."""

    role: str
    pieces: tuple[Piece, ...]
    claims: tuple[str, ...]


def marks(snapshot: Snapshot, article: Article, reading: Reading | None) -> tuple[Mark, ...]:
    """Return every span found in an article, in text order."""
    found = [mark for one in snapshot.statements_of.get(article.id, ()) for mark in _of_statement(snapshot, one)]
    if reading is not None:
        found += [_mark(one.span, "figure") for one in reading.figures]
        found += [_mark(one.span, "time") for one in reading.times]
        found += [_mark(one.span, "name") for one in reading.mentions if one.kind in ("name", "surname")]
    return tuple(sorted(dict.fromkeys(found)))


def _of_statement(snapshot: Snapshot, one: Statement) -> Iterable[Mark]:
    claims = tuple(claim.id for claim in snapshot.claims_of.get(one.id, ()))
    yield from (_mark(span, _GROUND[one.mode], claims) for span in one.contents)
    if one.source:
        yield _mark(one.source, "speaker")
    if one.cue:
        yield _mark(one.cue, "cue")
    yield from (_mark(span, "loaded") for span in one.loaded)


def _mark(span: Span, kind: str, claims: tuple[str, ...] = ()) -> Mark:
    return Mark(span.start, span.end, kind, claims)


def paragraphs(article: Article, found: Sequence[Mark], here: Span | None) -> list[Paragraph]:
    """Cut the text at every line end and every edge of a span; the time taken grows with text and spans alone."""
    ordered = sorted(found)
    drawn, at, begun, next_mark = [], 0, False, 0
    active: list[Mark] = []
    for block in article.text.split("\n"):
        start, end = at, at + len(block)
        at = end + 1
        while next_mark < len(ordered) and ordered[next_mark].start < end:
            active.append(ordered[next_mark])
            next_mark += 1
        active = [one for one in active if one.end > start]
        if not block.strip():
            continue
        pieces = _pieces(article.text, start, end, active, here)
        if not begun and any(piece.here for piece in pieces):
            first = next(place for place, piece in enumerate(pieces) if piece.here)
            pieces[first] = msgspec.structs.replace(pieces[first], begins=True)
            begun = True
        claims = dict.fromkeys(claim for one in active if start < one.end <= end for claim in one.claims)
        drawn.append(Paragraph(_role(article, start, block), tuple(pieces), tuple(claims)))
    return drawn


def _pieces(text: str, start: int, end: int, active: Sequence[Mark], here: Span | None) -> list[Piece]:
    # Edges in order, with what begins and ends there: no piece looks at every span of a long line again.
    edges: dict[int, list[tuple[str, int]]] = {start: [], end: []}
    for one in active:
        left, right = max(one.start, start), min(one.end, end)
        if left < right:
            edges.setdefault(left, []).append((one.kind, 1))
            edges.setdefault(right, []).append((one.kind, -1))
    if here is not None and here.start < end and here.end > start:
        edges.setdefault(max(here.start, start), []).append(("here", 1))
        edges.setdefault(min(here.end, end), []).append(("here", -1))
    depth: dict[str, int] = {}
    pieces = []
    for left, right in itertools.pairwise(sorted(edges)):
        for kind, step in edges[left]:
            depth[kind] = depth.get(kind, 0) + step
        kinds = tuple(kind for kind in SPANS if depth.get(kind, 0) > 0)
        pieces.append(Piece(text[left:right], kinds, depth.get("here", 0) > 0))
    return pieces


def _role(article: Article, start: int, block: str) -> str:
    first = start + len(block) - len(block.lstrip())
    return next((one.role for one in article.regions if one.start <= first < one.end), "body")
