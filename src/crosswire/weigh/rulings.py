"""What the user's decisions change in weighing: whose reporting an article is, and who is who."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.model import Actor, Decision, Grade, Reading, standing

from .actors import Local, Unified, merge_actors
from .outlets import Outlet, OutletBook
from .spelling import body_key, fold, slug

# Kinds that are replayed together, in the order they were made.
_SHELVES = {
    "merge-actor": "actor",
    "split-actor": "actor",
    "correct": "record",
    "strike": "record",
    "add-record": "record",
}


class Rulings(msgspec.Struct, frozen=True):
    """The decisions in force, sorted by what they touch; each keeps its own label as the reason shown."""

    apart: frozenset[str] = frozenset()
    counted: dict[str, Decision] = {}
    outlets: tuple[Decision, ...] = ()
    actors: tuple[Decision, ...] = ()
    ratings: dict[str, Decision] = {}
    records: tuple[Decision, ...] = ()


def rulings(decisions: Iterable[Decision]) -> Rulings:
    """Sort the decisions in force; where two speak of one article's origin, the later holds."""
    apart: set[str] = set()
    counted: dict[str, Decision] = {}
    by_kind: dict[str, list[Decision]] = defaultdict(list)
    for one in standing(decisions):
        if one.kind == "split-origin":
            apart.add(one.subject)
            counted.pop(one.subject, None)
        elif one.kind == "merge-origin":
            apart.discard(one.subject)
            counted[one.subject] = one
        else:
            by_kind[_SHELVES.get(one.kind, one.kind)].append(one)
    ratings = {one.subject: one for one in by_kind["rate"]}
    outlets, actors, records = (tuple(by_kind[kind]) for kind in ("merge-outlet", "actor", "record"))
    return Rulings(frozenset(apart), counted, outlets, actors, ratings, records)


def grades(decided: Rulings, book: OutletBook) -> dict[str, Grade]:
    """Return the user's grade of each origin that is an outlet, by origin id; the latest holds."""
    return {f"outlet:{book.find(name).key}": grade(one) for name, one in decided.ratings.items()}


def grade(decision: Decision) -> Grade:
    """Return the grade a rating gives."""
    found: Grade = msgspec.convert(decision.value, Grade)
    return found


def rename_outlets(book: OutletBook, merges: Sequence[Decision]) -> OutletBook:
    """Return the book with every name of a merged outlet leading to the other."""
    for one in merges:
        gone, kept = book.find(one.subject), book.find(one.value)
        names = {name: _into(outlet, gone, kept) for name, outlet in book.names.items()}
        domains = {domain: _into(outlet, gone, kept) for domain, outlet in book.domains.items()}
        names.update({body_key(one.subject): kept, body_key(gone.name): kept})
        book = OutletBook(names, domains)
    return book


def _into(outlet: Outlet, gone: Outlet, kept: Outlet) -> Outlet:
    return kept if outlet == gone else outlet


def correct_actors(unified: Unified, readings: Iterable[Reading], decisions: Sequence[Decision]) -> Unified:
    """Return the actors with the user's merges and splits made, in the order they were decided."""
    if not decisions:
        return unified
    local = {(reading.article, actor.id): actor for reading in readings for actor in reading.actors}
    for one in decisions:
        unified = _merged(unified, one) if one.kind == "merge-actor" else _split(unified, local, one)
    return unified


def find_actor(actors: Iterable[Actor], name: str) -> Actor | None:
    """Return the actor with this id, or the only one with this spelling; None when nobody or several carry it."""
    listed = list(actors)
    for actor in listed:
        if actor.id == name:
            return actor
    wanted = fold(name)
    found = [actor for actor in listed if wanted in {fold(one) for one in (actor.name, *actor.names)}]
    return found[0] if len(found) == 1 else None


def _merged(unified: Unified, decision: Decision) -> Unified:
    gone, kept = (find_actor(unified.actors, name) for name in (decision.subject, decision.value))
    if gone is None or kept is None or gone.id == kept.id:
        return unified  # neither report that named them is in the case any more
    names = tuple(dict.fromkeys((*kept.names, *gone.names, gone.name)))
    joined = msgspec.structs.replace(
        kept, names=names, party=kept.party or gone.party, role=kept.role or gone.role, known=kept.known or gone.known
    )
    actors = [joined if one.id == kept.id else one for one in unified.actors if one.id != gone.id]
    ids = {key: kept.id if id_ == gone.id else id_ for key, id_ in unified.ids.items()}
    return Unified(tuple(actors), ids)


def _split(unified: Unified, local: dict[Local, Actor], decision: Decision) -> Unified:
    whole = find_actor(unified.actors, decision.subject)
    if whole is None:
        return unified
    wanted = fold(decision.value)
    members = [key for key, id_ in unified.ids.items() if id_ == whole.id]
    out = [key for key in members if fold(local[key].name) == wanted]
    rest = [key for key in members if key not in out]
    if not out or not rest:
        return unified
    parted = msgspec.structs.replace(merge_actors([local[key] for key in out]), known=False)
    taken = {one.id for one in unified.actors}
    parted = msgspec.structs.replace(parted, id=_free(slug(parted.name), taken))
    left = msgspec.structs.replace(merge_actors([local[key] for key in rest]), id=whole.id)
    actors = [left if one.id == whole.id else one for one in unified.actors]
    ids = {key: parted.id if key in out else id_ for key, id_ in unified.ids.items()}
    return Unified(tuple(sorted((*actors, parted), key=lambda one: one.id)), ids)


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    name = wanted
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name
