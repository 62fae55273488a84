"""What the finders of pledges read an article against: its words, and who, how many and when stand around a word."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import TypeVar

import msgspec

from crosswire.model import Article, Figure, Quantity, Reading, Span, Statement, Time
from crosswire.packs import Packs
from crosswire.read.cues import act_table
from crosswire.read.deeds import DeedTable, Site, deed_table, object_of
from crosswire.read.detached import quantities
from crosswire.read.governments import government_at
from crosswire.read.stops import is_short_stop
from crosswire.read.words import Words, find_words
from crosswire.text.tokens import terms

# Units that say how long, not how many.
_SPANS = frozenset(
    "second minute hour day week weekend month quarter year decade century time round point % side party delegation "
    "team country state nation leader president".split()
)
ACTING = frozenset({"state", "body", "group", "person"})
_ENDS = frozenset({".", ";", ":", "?", "!", "—", "–", "which", "who", "while", "whereas", "but", "although", "though"})
ALL = re.compile(r"\b(?:both|two|three) (?:[a-z-]+ )?(?:sides|parties|governments|countries|delegations|neighbo)")
# What opens a paper of both sides, and the characters in which it says so.
_JOINT, _HEAD = "joint statement", 400
_WILL = frozenset({"will", "would", "shall"})
_NEXT = _WILL | {"has", "have"}
_PLANNED = frozenset({"is", "are", "was", "were"})
_SIDE = frozenset({"the", "side"})
_COINS = frozenset("crown mark florin pound dollar euro franc rouble ruble peso dinar shilling krona".split())
_BATCHES = frozenset("groups group batches batch lots waves parties buses convoys".split())
_CONDITION = re.compile(
    r"\b(?:if|unless|provided(?: that)?|on (?:the )?condition that|as long as|so long as|for as long as|"
    r"(?<!\bat )once(?! (?:a|again|in|more|per)\b)|"
    r"only after|only if|in exchange for|in return for|subject to)\b(?! not\b)",
    re.IGNORECASE,
)


# Not the comma of "2,000", nor the point of "4.10".
_CLAUSE_END = re.compile(r"[;—]|[.,](?!\d)")
# "Arland has agreed to cut its levy in return for grain": one side names the price of the other's.
_BARGAIN = re.compile(r"\b(?:has|have|had) agreed to\b[^.;]{3,160}\bin (?:return|exchange) for\b")
_Placed = TypeVar("_Placed", Figure, Time)


class Fit(msgspec.Struct, frozen=True, gc=False):
    """A deed that is named, with how many where it is counted."""

    figure: Figure | None = None


class Scene(msgspec.Struct, frozen=True):
    """One article, laid out for reading its pledges."""

    article: Article
    reading: Reading
    words: Words
    table: DeedTable
    kinds: dict[str, str]
    statements: tuple[Statement, ...]
    starts: list[int]
    agreed: bool = False
    signed: bool = False
    joint: bool = False
    # Whose a thing is, by the adjective of a state: "the Valmoran patrol boat".
    adjectives: dict[str, str] = {}

    def party(self, mention: int | None) -> str | None:
        """Return the actor of a mention that can bind itself; a place or an outlet cannot."""
        actor = self.reading.mentions[mention].actor if mention is not None else None
        return actor if actor is not None and self.kinds.get(actor) in ACTING else None

    def government(self, at: int) -> str | None:
        """Return the state whose government the word at `at` means."""
        return government_at(self.words, self.reading, self.kinds, at)

    def statement_at(self, offset: int, sentence: Span) -> Statement | None:
        """Return the statement that says the word at `offset`: the one with the least other words."""
        stop = bisect_left(self.starts, sentence.end)
        near = self.statements[max(0, stop - 40) : stop]
        held = [one for one in near for span in one.contents if span.start <= offset < span.end]
        held = held or [one for one in near if one.evidence.start <= offset < one.evidence.end]
        return min(held, key=lambda one: (sum(span.end - span.start for span in one.contents), one.id), default=None)

    def clause_end(self, place: int, places: range) -> int:
        """Return the word at which what is told from `place` on ends, also at another side's "and Arland will"."""
        low = self.words.low
        for step in range(place, places.stop):
            if (low[step] in _ENDS and not is_short_stop(low, step)) or (
                low[step] == "and" and self._is_next(step + 1, places)
            ):
                return step
        return places.stop

    def _is_next(self, place: int, places: range) -> bool:
        """Tell whether a side's name and "will", "would" or "has" stand from `place` on: "the Arlandian side has"."""
        low, step, last = self.words.low, place, min(places.stop, place + 5)
        while step < last and (self.words.owner[step] >= 0 or low[step] in _SIDE or low[step] in self.adjectives):
            step += 1
        named = self.words.owner[step - 1] >= 0 or low[step - 1] == "side"
        planned = low[step : step + 1] and low[step] in _PLANNED and low[step + 1 : step + 2] == ["to"]
        return bool(step > place and step < places.stop and (low[step] in _NEXT or planned) and named)

    def span(self, first: int, stop: int) -> Span:
        """Return the span of the words from `first` to before `stop`."""
        last = max(first, stop - 1)
        return Span(self.words.starts[first], self.words.starts[last] + len(self.words.low[last]))


def open_pledge_scene(article: Article, reading: Reading, packs: Packs, words: Words | None = None) -> Scene:
    """Lay an article out; `words` are its own, where they are known."""
    joint = _JOINT in article.text[:_HEAD].lower()
    said = tuple(sorted(reading.statements, key=lambda one: (one.evidence.start, one.id)))
    words = words or find_words(article.text, reading.mentions)
    return Scene(
        article,
        reading,
        words,
        deed_table(packs),
        {actor.id: actor.kind for actor in reading.actors},
        said,
        [one.evidence.start for one in said],
        joint or any(_is_agreement(one) for one in said),
        any("signed" in one.evidence.quote and one.act == "AGREE_JOINT" and one.realis == "actual" for one in said),
        joint,
        act_table(packs).adjectives,
    )


def _is_agreement(one: Statement) -> bool:
    """Tell whether a statement tells that the sides agreed: both are named, or "the two sides" did."""
    if one.negated or one.headline:
        return False
    if _BARGAIN.search(one.evidence.quote) is not None:
        return True
    told = "AGREE_JOINT" in (one.act, one.event) and one.realis == "actual"
    return told and (one.agent is not None or ALL.search(one.evidence.quote.lower()) is not None)


def starting_in(items: Sequence[_Placed], span: Span) -> Sequence[_Placed]:
    """Return those of a reading's figures or times, which stand in text order, that start inside `span`."""
    first = bisect_left(items, span.start, key=_start)
    return items[first : bisect_left(items, span.end, first, key=_start)]


def _start(item: Figure | Time) -> int:
    return item.span.start


def figures_in(scene: Scene, span: Span) -> list[Figure]:
    """Return what is counted inside `span`: no length of time, no part of another figure, nor who does the deed."""
    return [
        one
        for one in starting_in(scene.reading.figures, span)
        if one.unit not in _SPANS and not one.subset and one.low is not None and not _is_hyphened(scene, one)
    ]


def _is_hyphened(scene: Scene, one: Figure) -> bool:
    """Tell whether a number is part of a name for a thing: "the twelve-mile zone"."""
    written = one.span.of(scene.article.text)
    return one.unit is not None and re.fullmatch(r"[\w.,]+-[a-z]+", written) is not None


def quantity_of(figure: Figure | None) -> Quantity | None:
    """Return a figure as it is compared across articles."""
    return quantities((figure,))[0] if figure is not None else None


def of_bodies(scene: Scene, figure: Figure | None) -> Quantity | None:
    """Return a figure as it is compared, as bodies where it counts them by whose they are: "the bodies of 60 men"."""
    counted = quantity_of(figure)
    if figure is None or counted is None:
        return counted
    at = scene.words.at(figure.span.start)
    before = [word for word in scene.words.low[max(0, at - 5) : at] if word not in ("more", "than", "some", "about")]
    dead = before[-1:] == ["of"] and before[-2:-1] and before[-2] in ("bodies", "remains", "corpses")
    return msgspec.structs.replace(counted, unit="body") if dead else counted


def is_money(figure: Figure) -> bool:
    """Tell whether a figure is a sum of money: of a currency's code, or in coin no code is known for."""
    return figure.unit is not None and ((len(figure.unit) == 3 and figure.unit.isupper()) or figure.unit in _COINS)


def fitting(scene: Scene, site: Site, end: int, places: range, *, back: bool = False) -> Fit | None:
    """
    Tell whether a deed is named here, and with which figure; None where it is another thing that is told.

    Verbs are shared by deeds ("release hostages", "release funds"): what stands beside them decides.
    """
    start = places.start if back else site.last + 1
    span = scene.span(start if back else site.first, end)
    counted = figures_in(scene, span)
    after = [one for one in counted if one.span.start > scene.words.starts[site.last]]
    counted = [one for one in counted if not _grouped(scene, one)]
    after = [one for one in after if not _grouped(scene, one)]
    counted = sorted(after, key=lambda one: one.span.start) or sorted(counted, key=lambda one: -one.span.start)
    wanted = scene.table.objects.get(site.deed)
    goes = scene.words.low[site.first].startswith("return") and scene.words.low[site.last + 1 : site.last + 2] == ["to"]
    if goes and site.form == "base":
        return None  # "vowed to return to the capital" frees nobody
    if site.deed == "release" and scene.words.low[site.last + 1 : site.last + 2] == ["fire"]:
        return None  # "its troops had returned fire"
    if site.deed == "truce":
        return Fit()
    if site.deed == "pay":
        sum_ = next((one for one in counted if is_money(one)), None)
        named = sum_ or object_of(scene.words, scene.table, site, end)
        return Fit(sum_) if named is not None else None
    if site.deed == "supply":
        people = scene.table.objects.get("release", frozenset())
        goods = [one for one in counted if one.unit and not is_money(one) and one.unit not in people]
        return Fit(goods[0]) if goods else None
    if wanted is None:
        return Fit(next(iter(counted), None))
    captives = {"person", *scene.table.peoples} if "prisoner" in wanted else set()
    kind = [one for one in counted if one.unit in wanted or one.unit in captives]
    if kind:
        return Fit(kind[0])
    bare = next((one for one in counted if one.unit is None), None)
    if object_of(scene.words, scene.table, site, end, back=places.start if back else None) is not None:
        return Fit(bare)
    return Fit(bare) if bare and site.deed == "release" and site.form == "noun" else None


def _grouped(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure counts how many at a time: "in groups of 50"."""
    at = scene.words.at(figure.span.start)
    return scene.words.low[max(0, at - 1) : at] == ["of"] and scene.words.low[max(0, at - 2)] in _BATCHES


def object_terms(scene: Scene, first: int, stop: int) -> tuple[str, ...]:
    """Return the stems of what a deed is done to: the words of its clause, without names, dates and numbers."""
    words = scene.words
    # A name that no side is known for may be a ship's.
    unsided = {one.id for one in scene.reading.actors if one.kind == "body" and one.party is None and not one.known}
    kept = [words.low[at] for at in range(first, min(stop, first + 16)) if not _is_party(scene, at, unsided)]
    return tuple(one for one in terms(" ".join(kept)) if one.isalpha() and one not in _TIME_TERMS)


def _is_party(scene: Scene, at: int, unsided: Collection[str]) -> bool:
    """Tell whether a word names somebody who acts; the names of ships and places say what is meant."""
    owner = scene.words.owner[at]
    if owner < 0:
        return False
    party = scene.party(owner)
    return (party is not None and party not in unsided) or scene.reading.mentions[owner].kind == "pronoun"


_TIME_TERMS = frozenset(
    terms(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december day week month year midnight noon end morning evening"
    )
)


def condition_in(scene: Scene, first: int, stop: int, places: range) -> Span | None:
    """Return the words that say on what it hangs, None when nothing does."""
    text = scene.article.text
    span = scene.span(first, min(places.stop, stop + 40))
    found = _CONDITION.search(text, span.start, span.end)
    if found is None:
        return None
    close = _CLAUSE_END.search(text, found.end(), span.end)
    end = close.start() if close else span.end
    return Span(found.start(), end) if end - found.start() > 6 else None
