"""What an article tells of pledges kept: what was handed over, how many in all, what is left, what failed or ended."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Figure, Pledge, PledgeKind, Span, Statement
from crosswire.read.deeds import Site, object_of
from crosswire.read.grammar import AUXILIARIES, BE, DETERMINERS, HAVE, MODALS, NEGATORS, is_adverb
from crosswire.read.pledge_dates import counted_since, dates_of
from crosswire.read.pledge_doers import doers
from crosswire.read.pledge_scene import Scene, figures_in, fitting, object_terms, of_bodies, quantity_of
from crosswire.read.pledges_told import TOLD_MARKS, find_told, promised_deed
from crosswire.read.verbhood import is_verb

# "The total had reached 550", "brought to 750 the number freed", "so far 550 have been freed".
_TOTAL = re.compile(
    r"\b(?:total|so far|to date|in all|altogether|brought to|bringing to|brings to|bringing the (?:total|number)|"
    r"the number of|have now|has now|now (?:been )?(?:freed|released|returned|paid|delivered)|ha(?:ve|s) since)\b"
    # "About 300 have been freed since": all that were, up to the report.
    r"|\bha(?:ve|s) (?:been )?\w{3,20} (?:home )?since(?: then)?(?=[.,;]|$)"
)
_LEFT = re.compile(
    r"\b(?:leav(?:es|ing)|remain(?:s(?! of\b)|ing)?\b|still (?:to|owed|held|due|outstanding|waiting)|to go\b|"
    r"yet to|outstanding|left to)"
)
_ENDERS = frozenset(
    "withdraw withdrew withdrawn suspend suspends suspended suspending scrap scrapped cancel cancelled canceled revoke "
    "revoked collapse collapsed collapses expire expired terminate terminated abandon abandoned".split()
)
_BREAKERS = frozenset(
    "break broke broken breaking breach breached breaching violate violated violating renege reneged".split()
)
_WHOLE = frozenset(
    "complete completed completes honour honoured honor honored fulfil fulfilled finish finished".split()
)
_PROMISES = frozenset("pledge promise commitment undertaking offer deadline".split())
# "Is lifted" tells how things are, and "be lifted" how they should be; only "was lifted" tells that it was done.
_STATES = frozenset({"be", "is", "are", "am", "'re", "being"})
_FAILS = frozenset({"failed", "fails", "refused", "refuses", "neglected", "yet", "failure"})
# Words from "left" to "in place", "behind".
_STAYING = 7
# What is not all.
_SOME = frozenset({"most", "many", "part", "parts", "much", "half", "some", "several"})
# "Was denied permission to enter".
_LEAVE = (["permission"], ["entry"], ["access"], ["passage"])
# Words from "completed" to what was: "the third and last stage of the 100-for-100 exchange of prisoners".
_LONG, _NEXT = 16, 8
_STAGES, _LAST = frozenset({"stage", "phase", "part", "batch", "round", "step"}), frozenset({"last", "final", "every"})
_WHOLES = _ENDERS | _BREAKERS | _WHOLE
# Words that tell of pledges kept or broken without the packs.
KEPT_MARKS = _WHOLES | _FAILS | TOLD_MARKS | {"denied"}
_HYPOTHETICAL = frozenset({"if", "whether", "unless", "until"})
_SIDE = frozenset({"after", "before", "since", "when", "which", "who", "that", "if", "until", "once", "while"})


_CLAUSES = frozenset({",", ";", "after", "when", "who", "which"})


def find_kept(scene: Scene, sentence: Span, places: range, marks: Sequence[int], made: set[int]) -> Iterator[Pledge]:
    """
    Yield what one sentence tells of pledges kept or broken.

    `marks` are the places of the words that may tell so, `made` those of the deeds it promises.
    """
    yield from _done_deeds(scene, sentence, places, marks, made)
    yield from _unkept(scene, sentence, places, marks)
    yield from _whole(scene, sentence, places, marks)
    yield from find_told(scene, sentence, places, marks)


def _is_to_come(low: Sequence[str], start: int, place: int) -> bool:
    """Tell whether a deed stands in what would come of another: "it would bring those freed so far to 500"."""
    clause = max((at for at in range(start, place) if low[at] in _CLAUSES), default=start)
    brings = ("bring", "raise", "see", "take")
    return any(low[at] == "would" and low[at + 1] in brings for at in range(clause, place - 1))


def _done_deeds(scene: Scene, sentence: Span, places: range, marks: Sequence[int], made: set[int]) -> Iterator[Pledge]:
    words = scene.words
    # Totals and remainders are figures: without one nothing is counted.
    figures = figures_in(scene, sentence)
    sum_ = mark = None
    if figures:
        low = sentence.of(scene.article.text).lower()
        sum_, mark = _nearest(figures, sentence, _TOTAL.search(low)), _LEFT.search(low)
    left = mark is not None
    seen: set[Span] = set()
    for place in marks:
        for site in scene.table.at(words, place, places.stop):
            if words.starts[place] in made or site.form != "past" or _is_to_come(words.low, places.start, place):
                continue
            outcome = _outcome(scene, site, places)
            if outcome is None:
                continue
            end = scene.clause_end(site.last + 1, places)
            passive = words.low[place - 1] in BE or site.deed == "release"
            fit = fitting(scene, site, end, places, back=passive)
            said = scene.statement_at(words.starts[place], sentence)
            if fit is None or said is None or not _is_told(said) or said.realis not in ("actual", "negated"):
                continue
            if said.act == "DENY" and any(one.start <= words.starts[place] < one.end for one in said.contents):
                outcome = "failed"  # "denied that Arland had withdrawn"
            if outcome == "kept" and fit.figure is None and _is_some(words.low, site.last + 1):
                outcome = "begun"  # "has pulled back most of its forces"
            if fit.figure is not None:
                seen.add(fit.figure.span)
            part = next((one for one in scene.reading.figures if _is_part(scene, one, fit.figure)), None)
            counted = part or fit.figure
            in_all = counted is not None and (counted == sum_ or (sum_ is not None and counted == part))
            yield _pledge(scene, sentence, places, said, site, end, counted).of(outcome, total=in_all, left=False)
            break
    counted = _nearest(figures, sentence, mark) if left else sum_
    if counted is not None and counted.span not in seen:
        said = scene.statement_at(counted.span.start, sentence)
        if said is not None and _is_told(said):
            near = (one for at in marks for one in scene.table.at(words, at, places.stop))
            deed = next((one.deed for one in near if fitting(scene, one, places.stop, places, back=True)), "")
            known = {unit for units in scene.table.objects.values() for unit in units}
            if not deed and counted.unit is not None and counted.unit not in known:
                return
            yield Pledge(
                "kept",
                said.id,
                sentence,
                counted.span,
                deed,
                quantity=quantity_of(counted),
                total=not left,
                left=left,
                since=counted_since(scene, sentence),
            )


def _unkept(scene: Scene, sentence: Span, places: range, marks: Sequence[int]) -> Iterator[Pledge]:
    """Yield the deeds that somebody "failed to" do or has "yet to" do, and the leave that was "denied"."""
    words = scene.words
    for place in marks:
        if words.low[place] == "denied" and words.low[place - 1] in BE and words.low[place + 1 : place + 2] in _LEAVE:
            yield from _turned_away(scene, sentence, places, place)
            continue
        if words.low[place] == "yet" and words.low[place - 1] not in HAVE:
            continue
        if words.low[place] not in _FAILS or words.low[place + 1 : place + 2] != ["to"] or place + 2 >= places.stop:
            continue
        end = scene.clause_end(place + 2, places)
        said = scene.statement_at(words.starts[place], sentence)
        joined = [at + 1 for at in range(place + 2, end - 1) if words.low[at] == "and"]
        listed = (one for at in (place + 2, *joined) for one in scene.table.at(words, at, end))
        named = [one for one in listed if one.form == "base"]
        site = next((one for one in named if fitting(scene, one, end, places) is not None), None)
        if site is None or said is None or not _is_told(said):
            continue
        draft = _pledge(scene, sentence, places, said, site, end, None).of("failed", total=False, left=False)
        by, joint = doers(scene, place, places, said)
        if words.low[place] == "failure":  # "at Arland's failure to withdraw"
            owner = words.owner[place - 2] if words.low[place - 1] in ("'s", "’s") else -1
            side = scene.party(owner if owner >= 0 else None)
            by, joint = ((side,) if side else ()), False
        yield msgspec.structs.replace(draft, by=by, joint=joint)


def _turned_away(scene: Scene, sentence: Span, places: range, place: int) -> Iterator[Pledge]:
    """Yield leave to come in that was denied: "the convoy was denied permission to enter"."""
    said = scene.statement_at(scene.words.starts[place], sentence)
    if said is not None and _is_told(said):
        span, held = scene.span(place, places.stop), object_terms(scene, places.start, places.stop)
        yield Pledge("failed", said.id, sentence, span, "open", terms=held)


class _Draft(msgspec.Struct, frozen=True):
    """A pledge but for its kind."""

    pledge: Pledge

    def of(self, kind: PledgeKind, *, total: bool, left: bool) -> Pledge:
        """Return it as a pledge of this kind."""
        return msgspec.structs.replace(self.pledge, kind=kind, total=total, left=left)


def _pledge(
    scene: Scene, sentence: Span, places: range, said: Statement, site: Site, end: int, figure: Figure | None
) -> _Draft:
    passive = scene.words.low[site.first - 1] in BE
    by, joint = ((), False) if passive else doers(scene, site.first, places, said)
    _, _, plain = dates_of(scene, site.first, end)
    if plain is None and _opens_clause(scene, site.first, places):
        _, _, plain = dates_of(scene, places.start, places.stop)
    named = object_of(scene.words, scene.table, site, end) is not None
    first = site.last + 1 if named and not passive else places.start
    return _Draft(
        Pledge(
            kind="kept",
            statement=said.id,
            sentence=sentence,
            span=scene.span(site.first, end),
            deed=site.deed,
            terms=object_terms(scene, first, end),
            by=by,
            joint=joint,
            quantity=of_bodies(scene, figure),
            day=plain,
            since=counted_since(scene, sentence) if figure is not None else None,
        )
    )


def _opens_clause(scene: Scene, place: int, places: range) -> bool:
    """Tell whether a deed is the sentence's own, not told by the way ("a day after they had exchanged 300")."""
    return _SIDE.isdisjoint(scene.words.low[places.start : place])


def _is_told(said: Statement) -> bool:
    """Tell whether a statement tells of what happened: no headline, column, question or plan."""
    return not said.headline and not said.opinion and said.realis != "questioned"


def _outcome(scene: Scene, site: Site, places: range) -> PledgeKind | None:
    """Return whether a deed was done or failed to be, None where it is only spoken of."""
    low = scene.words.low
    step, passive, negated = site.first - 1, False, False
    while step >= places.start and (low[step] in AUXILIARIES or low[step] in NEGATORS or is_adverb(low[step])):
        if low[step] in MODALS or low[step] in _STATES:
            return None
        passive = passive or low[step] in BE
        negated = negated or low[step] in NEGATORS
        step -= 1
    before = low[step] if step >= places.start else ""
    if low[site.first] in ("left", "leaving") and _stays(low, site.last + 1, places):
        return None  # "has left many troops in place"
    if (
        before == "to"
        or before in DETERMINERS - {"all", "both", "that", "'s"}
        or (site.form == "present" and before == "the")
    ):
        return None
    if before in ("if", "unless", "until", "once"):
        return None
    return "failed" if negated else "kept"


def _stays(low: Sequence[str], first: int, places: range) -> bool:
    near = low[first : min(places.stop, first + _STAYING)]
    return "behind" in near or any(near[at : at + 2] == ["in", "place"] for at in range(len(near)))


def _is_some(low: Sequence[str], place: int) -> bool:
    """Tell whether no more than a part is told of: "most of its forces", "some units"."""
    return low[place] == "some" or (low[place] in _SOME and low[place + 1 : place + 2] == ["of"])


def _is_part(scene: Scene, part: Figure, whole: Figure | None) -> bool:
    """Tell whether a count is told as part of another: "60 of the 90 prisoners"."""
    between = scene.article.text[part.span.end : whole.span.start] if whole is not None else ""
    return between.split() in (["of"], ["of", "the"], ["of", "its"], ["of", "their"])


def _nearest(counted: Sequence[Figure], sentence: Span, mark: re.Match[str] | None) -> Figure | None:
    """Return the figure that counts what is left (or all so far): the nearest to the words that say so."""
    if mark is None or not counted:
        return None
    at = sentence.start + mark.start()
    return min(counted, key=lambda one: (abs(one.span.start - at), one.span.start))


def _whole(scene: Scene, sentence: Span, places: range, marks: Sequence[int]) -> Iterator[Pledge]:
    """Yield what is told of a whole undertaking: completed, broken, suspended."""
    words = scene.words
    for place in marks:
        word = words.low[place]
        if word not in _WHOLES:
            continue
        kind: PledgeKind = "done" if word in _WHOLE else "ended" if word in _ENDERS else "failed"
        site = Site("", place, place, "past")
        if word == "collapse" and not is_verb(words, place, "base", places.start):
            continue  # "helped to avert an economic collapse"
        if not _HYPOTHETICAL.isdisjoint(words.low[places.start : place]):
            continue
        if _outcome(scene, site, places) != "kept" or (word in _WHOLE and not word.endswith("ed")):
            continue
        named = _undertaking(scene, place, places)
        if kind == "done" and _is_stage(words.low[place + 1 : min(places.stop, place + _NEXT)]):
            kind = "begun"
        said = scene.statement_at(words.starts[place], sentence)
        if named is None or said is None or not _is_told(said):
            continue
        if said.realis not in ("actual", "negated") and not _of_promise(scene, place, places):
            continue
        by, joint = doers(scene, place, places, said)
        plain = dates_of(scene, places.start, places.stop)[2] if _opens_clause(scene, place, places) else None
        yield Pledge(
            kind,
            said.id,
            sentence,
            scene.span(place, min(places.stop, place + 6)),
            named,
            terms=_beside(scene, place, places),
            by=by,
            joint=joint,
            day=plain,
        )


def _beside(scene: Scene, place: int, places: range) -> tuple[str, ...]:
    """Return the stems on both sides of a word that tells of a whole undertaking; what is completed goes on longer."""
    near = object_terms(scene, max(places.start, place - 6), min(places.stop, place + _NEXT))
    if scene.words.low[place] not in _WHOLE:
        return near
    return tuple(sorted({*near, *object_terms(scene, place + 1, min(places.stop, place + 1 + _LONG))}))


def _is_stage(near: Sequence[str]) -> bool:
    """Tell whether a stage that is not the last was completed: "completed the second phase of the exchange"."""
    return not _STAGES.isdisjoint(near) and _LAST.isdisjoint(near)


def _of_promise(scene: Scene, place: int, places: range) -> bool:
    """Tell whether a word's object is a promise: "fulfilled its promise to withdraw" tells of no future deed."""
    return not _PROMISES.isdisjoint(scene.words.low[place + 1 : min(places.stop, place + 4)])


def _undertaking(scene: Scene, place: int, places: range) -> str | None:
    """Return the deed or paper that a word like "suspended" or "broke" stands beside; "*" for an accord."""
    words = scene.words
    after, before = (
        range(place + 1, min(places.stop, place + (_LONG if words.low[place] in _WHOLE else 6))),
        range(place - 1, max(places.start, place - 7) - 1, -1),
    )
    for side in (after, before):
        for at in side:
            for site in scene.table.at(words, at, places.stop):
                # "Completed the transfer of the bodies", and not of power.
                loose = words.low[at] == "transfer" and object_of(words, scene.table, site, places.stop) is None
                if site.form == "noun" and not loose:
                    return site.deed
            if words.low[at] in _PROMISES and at > place and (deed := promised_deed(scene, at, places)) is not None:
                return deed
            if words.low[at] in scene.table.accords or words.low[at] in _PROMISES:
                return "*"
            if words.low[at] in (".", ";", ":"):
                break
    return None
