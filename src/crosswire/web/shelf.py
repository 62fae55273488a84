"""
The case as the pages see it: one weighed snapshot, shared by all readers, replaced when the case has changed.

SQLite connections never cross threads: whoever needs the file opens the case, in its own thread, and closes it. That
takes a millisecond; weighing takes seconds, so readers keep the old snapshot while one thread makes the new one.
"""

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from crosswire import __version__
from crosswire.assess import assess, compare
from crosswire.case import Added, Case, Explanation, Index, explain
from crosswire.check import check_report, choose_comparer
from crosswire.errors import QuestionError
from crosswire.memory import Memory
from crosswire.model import (
    Analyst,
    Article,
    Assessment,
    Check,
    Claim,
    Decision,
    DecisionKind,
    Dispute,
    Dossier,
    Evidence,
    Reading,
    Section,
    Skipped,
    Statement,
)
from crosswire.packs import Packs, choose_analyst
from crosswire.pipeline import Progress
from crosswire.read import choose_annotator
from crosswire.text.tokens import terms
from crosswire.web.settings import Settings

_ASSESSMENTS, _EARLIER, _BODIES = 24, 4, 300
_MOST_BODY = 1_000_000

Value = TypeVar("Value")
Earlier = Callable[[dt.date | None, Analyst | None], Dossier]


class Latest(Generic[Value]):
    """The values used last, at most so many; two who ask for one that is missing wait for the same work."""

    def __init__(self, most: int, keep: Callable[[Value], bool] = lambda value: True) -> None:
        self._most, self._keep = most, keep
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made when it is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._kept:
                    return self._kept[key]
            try:
                value = make()
                with self._lock:
                    if self._keep(value):
                        self._kept[key] = value
                    while len(self._kept) > self._most:
                        self._kept.popitem(last=False)
                return value
            finally:
                with self._lock:
                    self._making.pop(key, None)


class Snapshot:
    """A case at one moment: its dossier with everything by id, and what was worked out from it so far."""

    def __init__(self, key: str, dossier: Dossier, packs: Packs, earlier: Earlier) -> None:
        self.key, self.dossier, self.packs = key, without_folders(dossier), packs
        self.bodies: Latest[bytes] = Latest(_BODIES, lambda body: len(body) < _MOST_BODY)
        self.choices: dict[str, tuple[tuple[str, str, int], ...]] = {}
        self._earlier: Latest[Dossier] = Latest(_EARLIER)
        self._weigh_earlier = earlier
        self._assessments: Latest[Assessment] = Latest(_ASSESSMENTS)
        self._changes: Latest[Section | None] = Latest(_ASSESSMENTS)

    @cached_property
    def index(self) -> Index:
        """The dossier's parts by id."""
        return Index(self.dossier)

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return self.index.articles

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """The claims each statement stands behind, by the statement's id."""
        found: dict[str, list[Claim]] = {}
        for claim in self.dossier.claims:
            for statement in claim.statements:
                found.setdefault(statement, []).append(claim)
        return found

    @cached_property
    def statements_of(self) -> dict[str, list[Statement]]:
        """The statements of each article, by the article's id."""
        found: dict[str, list[Statement]] = {}
        for one in self.dossier.statements:
            found.setdefault(one.article, []).append(one)
        return found

    @cached_property
    def ranked(self) -> tuple[Claim, ...]:
        """The claims, best supported first."""
        return tuple(sorted(self.dossier.claims, key=lambda one: (-one.count, -len(one.statements), one.id)))

    @cached_property
    def disputes_of(self) -> dict[str, list[Dispute]]:
        """The disputes that each claim is a side of, by the claim's id."""
        found: dict[str, list[Dispute]] = {}
        for dispute in self.dossier.disputes:
            for claim in dict.fromkeys(claim for side in dispute.sides for claim in side.claims):
                found.setdefault(claim, []).append(dispute)
        return found

    def origin_of(self, article: str) -> str:
        """Return the id of the origin an article's own reporting counts as."""
        return self.dossier.outlet_origin.get(article, article)

    def origin_name(self, origin: str) -> str:
        """Return what an origin is called."""
        found = self.index.origins.get(origin)
        return found[1].name if found else origin

    def actor_name(self, actor: str) -> str:
        """Return what an actor is called."""
        return self.index.names.get(actor, actor.replace("-", " "))

    @cached_property
    def issue_names(self) -> dict[str, str]:
        """The names of the packs' issues, by id."""
        return {one.id: one.name for one in self.packs.issues}

    @cached_property
    def lowered(self) -> dict[str, str]:
        """The words of every claim in lower case, by the claim's id."""
        return {one.id: self.words(one).casefold() for one in self.dossier.claims}

    @cached_property
    def stems(self) -> dict[str, frozenset[str]]:
        """The stems of every claim's words, by the claim's id."""
        return {one.id: frozenset(terms(self.words(one))) for one in self.dossier.claims}

    def words(self, claim: Claim) -> str:
        """Return the words that state a claim best."""
        return self.index.statements[claim.lead].evidence.quote

    def explain(self, claim: Claim) -> Explanation:
        """Lay out what stands behind a claim."""
        return explain(self.dossier, claim, self.index)

    def at(self, date: dt.date | None, reader: Analyst | None = None) -> Dossier:
        """Return the dossier without the reports after a date, and without those its reader does not understand."""
        languages = reader.languages if reader else ()
        is_whole = date is None or all(one.published is None or one.published <= date for one in self.dossier.articles)
        if is_whole and not languages:
            return self.dossier
        return self._earlier.get((date, languages), lambda: without_folders(self._weigh_earlier(date, reader)))

    def assessment(
        self, question: str | None = None, as_of: dt.date | None = None, analyst: str | None = None
    ) -> Assessment:
        """Assess the case, for one of its packs' analysts where one is named, or return what was assessed before."""
        reader = self._analyst(analyst) if analyst else None

        def make() -> Assessment:
            dossier = self.at(as_of, reader)
            return assess(dossier, self.packs, question=question, as_of=as_of, version=__version__, analyst=reader)

        return self._assessments.get((question, as_of, analyst), make)

    def _analyst(self, name: str) -> Analyst:
        """Return the analyst of this name that the packs bring; a name that came over the network opens no file."""
        known = {one.name: one for one in self.packs.analysts}
        if name not in known:
            raise QuestionError(f"no analyst is called {name!r}; known: {', '.join(sorted(known))}")
        return choose_analyst(name, self.packs)

    def changes(self, since: dt.date, until: dt.date | None) -> Section | None:
        """Return what changed between two dates, None when nothing did."""

        def make() -> Section | None:
            return compare(self.at(since), self.at(until), self.packs, as_of=until)

        return self._changes.get((since, until), make)


class Shelf:
    """Where the server finds its case: the snapshot for readers, and one writer at a time."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._snapshot: Snapshot | None = None
        self._stamp: Hashable = None
        self._titles: Latest[dict[str, str]] = Latest(1)
        self._memory = Memory()
        self._making = threading.Lock()
        self._writing = threading.Lock()
        # Naming packs writes them into the case: once, when the server starts.
        with Case(settings.case, packs=settings.packs, create=settings.create, fast=settings.fast):
            pass

    @property
    def name(self) -> str:
        """What the case is called: its file's name."""
        return self._settings.case.stem

    def snapshot(self, progress: Progress | None = None) -> Snapshot:
        """
        Return the case as it is; while another thread weighs what is new, as it was.

        Raises `StoreError` when the case holds no report.
        """
        stamp = self._stamp_now()
        held = self._snapshot
        if held is not None and (stamp == self._stamp or self._making.locked()):
            return held
        with self._making:
            if self._snapshot is None or self._stamp_now() != self._stamp:
                self._refresh(progress)
            assert self._snapshot is not None
            return self._snapshot

    def warm(self, progress: Progress | None = None) -> None:
        """Read, weigh and assess before the first reader comes; an empty case has nothing to warm."""
        if self.titles():
            snapshot = self.snapshot(progress)
            snapshot.assessment()
            _ = snapshot.ranked, snapshot.lowered, snapshot.stems, snapshot.claims_of, snapshot.statements_of

    def titles(self) -> dict[str, str]:
        """Return what every report is called, by its id, those dropped among them."""

        def make() -> dict[str, str]:
            with self._open() as case:
                return {one.id: f"{one.label}: {one.title or one.id}" for one in case.articles()}

        return self._titles.get(self._stamp_now(), make)

    def reading(self, article: str) -> Reading | None:
        """Return what was found in one article."""
        with self._open() as case:
            return case.reading(article)

    def decisions(self) -> list[Decision]:
        """Return every decision, by number."""
        with self._open() as case:
            return case.decisions()

    def add(self, files: Iterable[tuple[str, bytes]], progress: Progress) -> Added:
        """Add reports and weigh the case anew."""
        with self._writing:
            with self._open() as case:
                added = case.receive(files, progress=progress)
            if self._snapshot is not None or added.new:
                self.snapshot(progress)
        return added

    def decide(
        self,
        kind: DecisionKind,
        subject: str,
        value: str,
        *,
        author: str,
        note: str,
        fields: Sequence[tuple[str, str]] = (),
        quote: str = "",
    ) -> Decision:
        """Keep a decision, made now, and weigh the case anew."""
        with self._writing:
            made = dt.datetime.now(dt.UTC).replace(microsecond=0)
            with self._open() as case:
                kept = case.decide(
                    kind, subject, value, author=author, made=made, note=note, fields=fields, quote=quote
                )
            with self._making:
                self._refresh(None)
        return kept

    def _refresh(self, progress: Progress | None) -> None:
        # Only one thread at a time weighs the case as it is, and so uses what the server remembers of it.
        with Case(self._settings.case, fast=self._settings.fast, memory=self._memory) as case:
            case.read(progress=progress)
            key = case.digest()
            if self._snapshot is None or self._snapshot.key != key:
                dossier = case.dossier(progress=progress)
                self._snapshot = Snapshot(key, dossier, case.packs, self._earlier)
        self._stamp = self._stamp_now()

    def check(self, report: Article) -> Check:
        """Check somebody's report against the case; nothing of it is kept in the file."""
        snapshot = self.snapshot()
        with self._open() as case:
            readings = case.readings()
        fast = self._settings.fast
        annotator, comparer = choose_annotator(fast=fast), choose_comparer(fast=fast)
        return check_report(report, snapshot.dossier, readings, snapshot.packs, annotator, comparer)

    def search(self, words: str, *, most: int) -> list[Evidence]:
        """Return the passages of all reports that speak most to some words."""
        with self._open() as case:
            return case.search(words, most=most)

    def _earlier(self, date: dt.date | None, reader: Analyst | None) -> Dossier:
        with self._open() as case:
            return case.dossier(as_of=date, analyst=reader)

    def _open(self) -> Case:
        return Case(self._settings.case, fast=self._settings.fast)

    def _stamp_now(self) -> Hashable:
        """Tell the case's state by its files' sizes and times: every commit moves one of them."""
        found = []
        for path in (self._settings.case, Path(f"{self._settings.case}-wal")):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            if stat.st_size:
                found.append((stat.st_size, stat.st_mtime_ns))
        return tuple(found)


def without_folders(dossier: Dossier) -> Dossier:
    """Return a dossier that names files and not where they lie: the server's folders are no business of a reader's."""
    return msgspec.structs.replace(
        dossier,
        articles=tuple(msgspec.structs.replace(one, location=_file(one.location)) for one in dossier.articles),
        skipped=tuple(Skipped(_file(one.location), one.reason) for one in dossier.skipped),
    )


def _file(location: str) -> str:
    return location.replace("\\", "/").rpartition("/")[2]
