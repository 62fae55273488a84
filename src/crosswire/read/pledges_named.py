"""Undertakings told without a verb that binds: "Peru's pledge to free 50", "is due to hand over", "$5m promised by"."""

from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Figure, Span, When
from crosswire.read.accords import speaks_of_paper
from crosswire.read.deeds import Site
from crosswire.read.grammar import BE, DETERMINERS, HAVE, NEGATORS
from crosswire.read.pledge_dates import dates_of
from crosswire.read.pledge_deeds import verb_after
from crosswire.read.pledge_doers import doers
from crosswire.read.pledge_scene import Scene, figures_in, is_money
from crosswire.read.pledges_due import DUE_MARKS, find_due
from crosswire.read.verbhood import is_verb

_NOUNS = frozenset({"pledge", "promise", "commitment", "undertaking", "vow", "guarantee", "assurance", "assurances"})
_GIVEN = frozenset({"pledged", "promised"})
_DUE = frozenset({"due", "obliged", "bound", "meant", "required"})
NAMED_MARKS = _NOUNS | _GIVEN | _DUE | DUE_MARKS
# Before a noun of promising these tell that none was given: "sought a pledge", "without a guarantee".
_WANTED = frozenset(
    "no any without seek seeks sought seeking want wants wanted demand demands demanded demanding need needs needed "
    "request requests requested await awaits awaiting extract extracting secure win reject rejects rejected refused "
    "if unless for campaign election electoral doubt doubts doubted mistrustful sceptical skeptical question questions "
    "questioned lack lacks".split()
)
_NEAR, _OWNER, _GOODS = 4, 3, 3
# Verbs by which a promise is given: "renewed a pledge to", never "demanded a pledge to".
_GIVING = frozenset("gave given made makes renewed renews reaffirmed repeated repeats reiterated restated".split())


class Named(msgspec.Struct, frozen=True):
    """
    An undertaking with who gives it: both, where it is `joint`.

    `due` is its last day where that is all it tells; it is `bare` where it does not name what the deed is done to.
    """

    place: int
    site: Site
    end: int
    figure: Figure | None
    by: tuple[str, ...]
    joint: bool = False
    due: When | None = None
    bare: bool = False


def find_named(scene: Scene, sentence: Span, places: range, marks: Sequence[int]) -> Iterator[Named]:
    """Yield the undertakings that a noun, "due to" or a passive names, each with the side that gives it."""
    low = scene.words.low
    for at in marks:
        word = low[at]
        if word in _NOUNS and (found := _by_noun(scene, places, at)) is not None:
            yield found
        elif word in _DUE and low[at + 1 : at + 2] == ["to"] and low[at - 1] in BE:
            yield from _due(scene, sentence, places, at)
        elif word in DUE_MARKS:
            for one in find_due(scene, sentence, places, at):
                yield Named(one.place, one.site, one.end, one.figure, one.by, not one.by, one.due, one.bare)
        elif word in _GIVEN and low[at + 1 : at + 2] == ["by"] and (given := _given(scene, places, at)) is not None:
            yield given


def _by_noun(scene: Scene, places: range, at: int) -> Named | None:
    """Return what is promised by "its promise to free", "a pledge by Peru to free"; None where nobody gives it."""
    low = scene.words.low
    if not _WANTED.isdisjoint(low[max(places.start, at - _NEAR) : at]):
        return None
    to = next((step for step in range(at + 1, min(places.stop, at + 7)) if low[step] == "to"), None)
    if to is None or (to > at + 1 and low[at + 1] != "by"):
        return None
    giver = _named_in(scene, range(at + 2, to)) if to > at + 1 else _owner_of(scene, places, at)
    giver = giver or _who_gave(scene, places, at)
    if giver is None:
        return None
    if to + 1 >= places.stop or low[to + 1] in DETERMINERS or scene.article.text[scene.words.starts[to + 1]].isupper():
        return None  # "its commitment to the Agency"
    end = scene.clause_end(to + 1, places)
    stop = next((step for step in range(to + 2, end) if _tells_on(scene, step, places)), end)
    found = verb_after(scene, to, stop, places, opened=True)
    said = scene.statement_at(scene.words.starts[at], scene.span(places.start, places.stop))
    judged = stop < end and low[stop] in BE and said is not None and (said.speaker or said.unnamed) is not None
    if judged and said is not None and said.speaker != giver:
        return None  # "Roe said Arland's promise to withdraw was the only way"
    return Named(at, *found, (giver,)) if found else None


def _tells_on(scene: Scene, step: int, places: range) -> bool:
    """Tell whether the verb that a promise is the subject of stands here: "Arland's pledge to free 30 puts it"."""
    low = scene.words.low
    if low[step] in BE | HAVE:
        return True
    third = low[step].endswith("s") and low[step - 1] not in DETERMINERS and scene.words.owner[step] < 0
    follows = low[step + 1 : step + 2] and low[step + 1] in DETERMINERS | {"him", "her", "it", "them", "us"}
    return bool(third and follows and is_verb(scene.words, step, "present", places.start))


def _owner_of(scene: Scene, places: range, at: int) -> str | None:
    """Return whose a promise is: "Peru's repeated promise", "a Chilean pledge", "its pledge" after one side's name."""
    low, owner = scene.words.low, scene.words.owner
    for step in range(at - 1, max(places.start, at - 1 - _OWNER), -1):
        if low[step] in scene.adjectives:
            return scene.adjectives[low[step]]
        if low[step] == "'s" and owner[step - 1] >= 0:
            return scene.party(owner[step - 1])
        if low[step] in ("its", "their", "his", "her"):
            named = set(_parties(scene, range(places.start, step)))
            return named.pop() if len(named) == 1 else None
    return None


def _who_gave(scene: Scene, places: range, at: int) -> str | None:
    """Return who "renewed a pledge", "made a promise": the subject of the verb that governs it."""
    low = scene.words.low
    verb = next((step for step in range(at - 1, max(places.start, at - _NEAR), -1) if low[step] in _GIVING), None)
    if verb is None or not any(low[step] in DETERMINERS for step in range(verb + 1, at)):
        return None
    said = scene.statement_at(scene.words.starts[verb], scene.span(places.start, places.stop))
    by = doers(scene, verb, places, said)[0] if said is not None else ()
    return by[0] if len(by) == 1 else None


def _parties(scene: Scene, places: range) -> Iterator[str]:
    for at in places:
        if scene.words.owner[at] >= 0 and (actor := scene.party(scene.words.owner[at])) is not None:
            yield actor


def _named_in(scene: Scene, places: range) -> str | None:
    return next(_parties(scene, places), None)


def _due(scene: Scene, sentence: Span, places: range, at: int) -> Iterator[Named]:
    """Yield what a side "is due to" do: a deed the packs know, counted or dated."""
    end = scene.clause_end(at + 2, places)
    found = verb_after(scene, at + 1, end, places, back=True)
    said = scene.statement_at(scene.words.starts[at], sentence)
    if found is None or said is None or found[0].deed not in scene.table.objects:
        return
    if not NEGATORS.isdisjoint(scene.words.low[max(places.start, at - _NEAR) : at]):
        return
    by, _ = doers(scene, at - 1, places, said)
    dated = any(dates_of(scene, found[0].first, end))
    paper = speaks_of_paper(scene, sentence, places)
    if (by and (found[2] is not None or dated or paper)) or (dated and paper):
        yield Named(at - 1, *found, by)


def _given(scene: Scene, places: range, at: int) -> Named | None:
    """Return the money or goods that were "promised by" a side: "the $45 million pledged by Peru"."""
    giver = _named_in(scene, range(at + 2, min(places.stop, at + 6)))
    if giver is None or at - places.start < 1:
        return None
    span = scene.span(places.start, at)
    counted = [one for one in figures_in(scene, span) if at - scene.words.at(one.span.end) <= _GOODS]
    if not counted or counted[-1].unit is None:
        return None
    figure = counted[-1]
    people = scene.table.objects.get("release", frozenset())
    if figure.unit in people:
        return None
    first = scene.words.at(figure.span.start)
    return Named(at, Site("pay" if is_money(figure) else "supply", first, first, "noun"), at, figure, (giver,))
