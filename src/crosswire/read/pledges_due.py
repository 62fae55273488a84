"""Undertakings told by a deadline alone: "the handover, due by 1 March", "the deadline for the return of the boats"."""

from collections.abc import Iterator

import msgspec

from crosswire.model import Figure, Span, When
from crosswire.read.deeds import Site
from crosswire.read.grammar import NEGATORS
from crosswire.read.pledge_dates import dates_of
from crosswire.read.pledge_scene import Scene, fitting

# Words between a deed and the "due" said of it, between "deadline" and what it is for, and before either.
_BACK, _ON, _NEAR = 14, 7, 4
_BY = frozenset({"by", "on", "before", "no", "not", "within", "at", "this", "next"})
_STOPS = frozenset({".", ";", ":", "?", "!", "said", "says"})
# Nobody undertook what is only asked for, or set by one who is no party.
_ASKED = frozenset("demanded demand wants want sought seeks proposed proposal called court judge election tax".split())
DUE_MARKS = frozenset({"due", "deadline"})


class DueDeed(msgspec.Struct, frozen=True):
    """A deed named by its noun, with its last day and, where that is said, whose it is; `bare` without its object."""

    place: int
    site: Site
    end: int
    figure: Figure | None
    by: tuple[str, ...]
    due: When
    bare: bool = False


def find_due(scene: Scene, sentence: Span, places: range, at: int) -> Iterator[DueDeed]:
    """
    Yield the deed that the word at `at` sets a last day for, in a report of talks or of an agreement.

    A deed without its object is the one that the report told of before: "the handover".
    """
    low = scene.words.low
    if not (scene.agreed or scene.reading.occasions) or not _ASKED.isdisjoint(low[places.start : places.stop]):
        return
    if not NEGATORS.isdisjoint(low[max(places.start, at - _NEAR) : at]):
        return
    if low[at] == "due" and low[at + 1 : at + 2] and low[at + 1] in _BY:
        site = _before(scene, places, at)
        due, starts, plain = dates_of(scene, at, scene.clause_end(at, places))
    elif low[at] == "deadline" and low[at + 1 : at + 2] == ["for"]:
        site = _after(scene, places, at)
        due, starts, plain = dates_of(scene, places.start, places.stop)
    else:
        return
    last = due or plain or starts
    if site is None or last is None or last.precision != "day" or low[site.first - 1] in ("no", "any"):
        return
    end = scene.clause_end(site.last + 1, range(places.start, at if at > site.first else places.stop))
    fit = fitting(scene, site, end, places)
    by = _whose(scene, places, site, end)
    if fit is not None:
        yield DueDeed(at, site, end, fit.figure, by, last)
    elif by or (low[site.first - 1] == "the" and low[site.last + 1 : site.last + 2] != ["of"]):
        yield DueDeed(at, site, end, None, by, last, bare=True)


def _before(scene: Scene, places: range, at: int) -> Site | None:
    """Return the nearest deed before "due": its sentence's subject."""
    for step in range(at - 1, max(places.start, at - _BACK) - 1, -1):
        if scene.words.low[step] in _STOPS:
            return None
        for site in scene.table.at(scene.words, step, at):
            if site.form == "noun" and site.deed != "truce":
                return site
    return None


def _after(scene: Scene, places: range, at: int) -> Site | None:
    """Return the deed right after "deadline for"."""
    for step in range(at + 2, min(places.stop, at + _ON)):
        for site in scene.table.at(scene.words, step, places.stop):
            if site.form in ("noun", "gerund") and site.deed != "truce":
                return site
    return None


def _whose(scene: Scene, places: range, site: Site, end: int) -> tuple[str, ...]:
    """Return whose deed it is: "Peru's handover", "the Peruvian withdrawal", "the release by Peru of 40 men"."""
    low, owner = scene.words.low, scene.words.owner
    for step in range(site.first - 1, max(places.start, site.first - _NEAR) - 1, -1):
        if low[step] in scene.adjectives:
            return (scene.adjectives[low[step]],)
        if low[step] == "'s" and owner[step - 1] >= 0:
            found = scene.party(owner[step - 1])
            return (found,) if found is not None else ()
    for step in range(site.last + 1, end):
        if low[step] == "by" and step + 1 < end and owner[step + 1] >= 0:
            found = scene.party(owner[step + 1])
            return (found,) if found is not None else ()
    return ()
