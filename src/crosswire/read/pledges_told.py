"""What came of an undertaking as news words it: begun, made good on, not kept, no longer held to."""

from collections.abc import Iterator, Sequence

from crosswire.model import Pledge, PledgeKind, Span, Statement
from crosswire.read.grammar import BE, HAVE, MODALS, NEGATORS, is_adverb
from crosswire.read.pledge_dates import dates_of
from crosswire.read.pledge_doers import doers
from crosswire.read.pledge_scene import Scene, fitting, object_terms

_BEGINS = frozenset({"began", "begun", "started"})
_FAILING = frozenset({"failed", "failing", "refused", "refusing", "neglected"})
_KEEPING = frozenset("honour honor keep implement respect meet fulfil fulfill observe uphold".split())
_KEEPING_OF = frozenset({("comply", "with"), ("abide", "by"), ("stick", "to"), ("live", "up"), ("deliver", "on")})
_KEPT = frozenset({"kept", "honoured", "honored", "fulfilled"})
_PROMISES = frozenset("pledge promise commitment undertaking promises pledges commitments word bargain".split())
_MET = frozenset({"kept", "met"})
_UNMET = frozenset({"unfulfilled", "unmet", "unkept", "unhonoured"})
_REMAINING = frozenset({"remains", "remain", "remained", "gone", "went"})
_TERMS = frozenset({"terms", "deadline", "obligations", "conditions", "provisions"})
# "The deal unravelled", "the agreement has since fallen through".
_UNRAVELS = frozenset({"unravelled", "unraveled", "unravels", "foundered"})
_FALLS = frozenset({"fell", "fallen"})
_APART = frozenset({"through", "apart"})
_SUBJECT_BACK = 6
# Words that tell so at all.
TOLD_MARKS = (
    _BEGINS | _FAILING | {"longer", "made", "makes", "missed", "missing", "kept"} | _MET | _UNMET | _UNRAVELS | _FALLS
)
# Words from one of these to what was undertaken.
_REACH = 9


def find_told(scene: Scene, sentence: Span, places: range, marks: Sequence[int]) -> Iterator[Pledge]:
    """Yield what a sentence tells of the keeping of an undertaking in a turn of speech."""
    low = scene.words.low
    for place in marks:
        if low[place] in _MET or low[place] in _UNMET:
            yield from _met(scene, sentence, places, place)
        if low[place] not in TOLD_MARKS or not _is_open(low, place, places):
            continue
        said = scene.statement_at(scene.words.starts[place], sentence)
        if said is None or said.headline or said.opinion or said.realis in ("questioned", "conditional"):
            continue
        if _is_over(scene, places, place):
            yield _whole(scene, sentence, places, place, said, "ended", "*")
        elif low[place] in _BEGINS:
            yield from _begun(scene, sentence, places, place, said)
        elif (told := _turn(low, place, places)) is not None:
            kind, first = told
            deed = _undertaking(scene, first, places)
            if deed is not None:
                yield _whole(scene, sentence, places, place, said, kind, deed)


def _met(scene: Scene, sentence: Span, places: range, place: int) -> Iterator[Pledge]:
    """Yield that a promise "has not been kept", "was met", "remains unfulfilled"."""
    low = scene.words.low
    before = low[max(places.start, place - 4) : place]
    said = scene.statement_at(scene.words.starts[place], sentence)
    if said is None or said.headline or said.opinion or said.realis in ("questioned", "conditional"):
        return
    stated = not BE.isdisjoint(before) or not _REMAINING.isdisjoint(before)
    named = any(low[at] in _PROMISES or low[at] in scene.table.accords for at in range(places.start, place))
    if not stated or not named or not MODALS.isdisjoint(before) or "to" in before:
        return
    kept = low[place] in _MET and NEGATORS.isdisjoint(before)
    yield _whole(scene, sentence, places, place, said, "done" if kept else "failed", "*")


def _is_open(low: list[str], place: int, places: range) -> bool:
    """Tell whether nothing before a word undoes it: "has not begun to", "if it failed to"."""
    before = low[max(places.start, place - 4) : place]
    unmade = NEGATORS.isdisjoint(before) or low[place] == "longer"
    return unmade and not {"if", "whether", "unless", "would", "could", "may", "might"} & set(before)


def _is_over(scene: Scene, places: range, place: int) -> bool:
    """Tell whether a deal came to nothing here: "the deal subsequently unravelled", "the accord fell apart"."""
    low = scene.words.low
    if low[place] not in _UNRAVELS and not (low[place] in _FALLS and low[place + 1 : place + 2][0] in _APART):
        return False
    before = range(max(places.start, place - _SUBJECT_BACK), place)
    named = max((at for at in before if low[at] in scene.table.accords), default=None)
    # Nothing but helpers and adverbs stands between: "the deal that failed after the mast fell apart" is none.
    return named is not None and all(
        low[at] in HAVE or is_adverb(low[at]) or low[at] == "since" for at in range(named + 1, place)
    )


def _begun(scene: Scene, sentence: Span, places: range, place: int, said: Statement) -> Iterator[Pledge]:
    """Yield a deed that somebody "began" to do: the first part of it."""
    low = scene.words.low
    start = place + 1
    while start < places.stop and is_adverb(low[start]):
        start += 1
    infinitive = low[start : start + 1] == ["to"]
    start += infinitive
    if start >= places.stop:
        return
    end = scene.clause_end(start, places)
    form = "base" if infinitive else "gerund"
    for site in scene.table.at(scene.words, start, end):
        if site.form != form or fitting(scene, site, end, places, back=site.deed == "withdraw") is None:
            continue
        by, joint = doers(scene, place, places, said)
        yield Pledge(
            kind="begun",
            statement=said.id,
            sentence=sentence,
            span=scene.span(start, end),
            deed=site.deed,
            terms=object_terms(scene, places.start, end),
            by=by,
            joint=joint,
            day=dates_of(scene, place, end)[2],
        )
        return


def _turn(low: list[str], place: int, places: range) -> tuple[PledgeKind, int] | None:
    """Return what a turn of speech makes of an undertaking, and the word after which that is named."""
    after = low[place + 1 : min(places.stop, place + 5)]
    if low[place] in _FAILING:
        if after[:1] != ["to"] or len(after) < 3:
            return None
        keeps = after[1] in _KEEPING or (after[1], after[2]) in _KEEPING_OF
        return ("failed", place + 3) if keeps else None
    if low[place] == "longer":
        held = low[place - 1] == "no" and bool(after) and after[0] in ("committed", "bound", "observing", "honouring")
        return ("ended", place + 2) if held else None
    if low[place] in ("missed", "missing"):
        return "failed", place + 1
    if low[place] in ("made", "makes"):
        return ("done", place + 3) if after[:2] == ["good", "on"] else None
    return ("done", place + 1) if after[:1] and after[0] in ("its", "his", "her", "their", "the", "that", "a") else None


def _undertaking(scene: Scene, first: int, places: range) -> str | None:
    """Return the deed that is named as undertaken ("its promise to free the crew"); "*" where it is a paper's."""
    low = scene.words.low
    named = None
    for at in range(first, min(places.stop, first + _REACH)):
        if low[at] in (",", ";", "."):
            break
        if low[at] in _PROMISES or low[at] in _TERMS or low[at] in scene.table.accords:
            named = at
            break
        if any(site.form == "noun" and site.deed == "truce" for site in scene.table.at(scene.words, at, places.stop)):
            return "truce"
    if named is None:
        return None
    return promised_deed(scene, named, places) or "*"


def promised_deed(scene: Scene, named: int, places: range) -> str | None:
    """Return the deed that a noun of promising at `named` leads to: "its promise to free the crew"."""
    end = scene.clause_end(named, places)
    if scene.words.low[named + 1 : named + 2] != ["to"] or named + 2 >= end:
        return None
    sites = (one for one in scene.table.at(scene.words, named + 2, end) if one.form == "base")
    return next((one.deed for one in sites if fitting(scene, one, end, places) is not None), None)


def _whole(
    scene: Scene, sentence: Span, places: range, place: int, said: Statement, kind: PledgeKind, deed: str
) -> Pledge:
    by, joint = doers(scene, place, places, said)
    if not by and said.act == "ACCUSE" and said.target:
        by = (said.target,)
    stop = min(places.stop, place + _REACH)
    return Pledge(
        kind,
        said.id,
        sentence,
        scene.span(place, stop),
        deed,
        terms=object_terms(scene, place, stop),
        by=by,
        joint=joint,
        day=dates_of(scene, places.start, places.stop)[2],
    )
