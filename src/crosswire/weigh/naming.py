"""Find what a user calls by name: a report, an outlet, an actor, a record; errors say what there is."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

from crosswire.errors import DecisionError
from crosswire.model import Actor, Article, Dossier, RecordKind
from crosswire.packs.schema import PackOutlet

from .record_fields import Record

# Characters of an id that tell it from the others of a case.
_ID = 4


def report_named(name: str, articles: Iterable[Article]) -> str:
    """Return the id of the report with this id, beginning of an id, place or file name."""
    listed = list(articles)
    found = [one.id for one in listed if name in (one.id, one.location, Path(one.location).name)]
    found = found or [one.id for one in listed if len(name) >= _ID and one.id.startswith(name)]
    if len(found) != 1:
        problem = "no report" if not found else f"{len(found)} reports"
        raise DecisionError(f"{problem} named {name!r}; give an id or a place as in: crosswire sources CASE --json")
    return found[0]


def outlet_named(name: str, articles: Iterable[Article], outlets: Iterable[PackOutlet]) -> str:
    """Return an outlet's name as the case or its packs write it."""
    held = {one.label for one in articles} | {
        spelling for one in outlets for spelling in (one.id, one.name, *one.aliases)
    }
    found = sorted(one for one in held if one.casefold() == name.casefold())
    if not found:
        raise DecisionError(f"no outlet is called {name!r}; list them with: crosswire sources CASE")
    return found[0]


def actor_named(name: str, actors: Sequence[Actor]) -> str:
    """Return the id of the only actor of this id or spelling."""
    wanted = name.casefold()
    found = [one.id for one in actors if one.id == name]
    found = found or [one.id for one in actors if wanted in {s.casefold() for s in (one.name, *one.names)}]
    if len(found) != 1:
        problem = "nobody" if not found else f"{len(found)} actors ({', '.join(found)})"
        raise DecisionError(f"{problem} called {name!r} in the reports; give the full name or the id")
    return found[0]


def records_of(dossier: Dossier) -> dict[RecordKind, Sequence[Record]]:
    """Return the rows of a dossier that a user may correct, by kind."""
    return {
        "commitment": dossier.commitments,
        "incident": dossier.incidents,
        "position": dossier.positions,
        "round": dossier.rounds,
    }


def record_named(name: str, dossier: Dossier) -> tuple[RecordKind, Record]:
    """Return the record with this id, or the only one whose id begins so."""
    held = [(kind, one) for kind, listed in records_of(dossier).items() for one in listed]
    found = [pair for pair in held if pair[1].id == name]
    found = found or [pair for pair in held if len(name) >= _ID and pair[1].id.startswith(name)]
    if len(found) != 1:
        problem = "no record" if not found else f"{len(found)} records"
        raise DecisionError(f"{problem} with an id beginning {name!r}; list them with: crosswire edit CASE records")
    return found[0]


def kind_named(name: str) -> RecordKind:
    """Return a kind of record by its name."""
    kinds: tuple[RecordKind, ...] = get_args(RecordKind)
    found = next((one for one in kinds if one == name.casefold()), None)
    if found is None:
        raise DecisionError(f"{name!r} is no kind of record; there are: {', '.join(kinds)}")
    return found
