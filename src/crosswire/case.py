"""
What one can ask of a case: add reports, list claims and sources, explain a claim, assess.

A case is one store file. Adding the same report twice changes nothing; only what is new is read.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, get_args

import msgspec

from crosswire import __version__
from crosswire.assess import Stride, assess, compare
from crosswire.assess.standing import Between, Stand, list_gaps, list_positions
from crosswire.errors import CrosswireError, DecisionError, StoreError
from crosswire.export import Table, export, tables
from crosswire.memory import Memory
from crosswire.model import (
    Analyst,
    Article,
    Assessment,
    Claim,
    Commitment,
    Decision,
    DecisionKind,
    Dossier,
    Evidence,
    Grade,
    Incident,
    Line,
    Origin,
    Reading,
    Section,
    Skipped,
    Statement,
    standing,
)
from crosswire.packs import DEFAULT, Packs, choose_analyst, chosen_for, load
from crosswire.pipeline import Inputs, Job, Progress, read_all, understood, undropped, until, weigh_readings
from crosswire.read import choose_annotator, reading_key
from crosswire.sources import collect, collect_bytes, with_years
from crosswire.store import SqliteStore
from crosswire.text.passages import best_sentences
from crosswire.weigh.deciding import RECORD_KINDS, about_record
from crosswire.weigh.naming import actor_named, outlet_named, report_named
from crosswire.weigh.related import Related, related_claims
from crosswire.weigh.sought import look_up, seek, share_held
from crosswire.write.documents import DOCUMENTS, write_document

SUFFIX = ".crosswire"


class Added(msgspec.Struct, frozen=True):
    """What `add` did: articles new to the case, articles it held already, inputs that gave none, articles read."""

    new: int
    known: int
    skipped: tuple[Skipped, ...]
    read: int


class Ledgers(msgspec.Struct, frozen=True):
    """The two ledgers of a case: what was promised and delivered, and the incidents reported."""

    commitments: tuple[Commitment, ...]
    incidents: tuple[Incident, ...]


class Voice(msgspec.Struct, frozen=True):
    """One statement behind a claim: who says it, through whom, in which report, in which words."""

    statement: str
    outlet: str
    title: str | None
    published: dt.date | None
    speaker: str | None
    via: tuple[str, ...]
    act: str
    evidence: Evidence


class Explanation(msgspec.Struct, frozen=True):
    """Why a claim has its status: its origins with their foldings, every statement, what denies it, what is near it."""

    claim: Claim
    words: str
    origins: tuple[Origin, ...]
    voices: tuple[Voice, ...]
    denied_by: tuple[str, ...]
    related: tuple[Related, ...] = ()  # worked out only where one claim is asked for


class Case:
    """An open case, for a `with` block; `fast` reads by rules alone, a `memory` outlives it. May raise `StoreError`."""

    def __init__(
        self,
        path: Path | str,
        *,
        packs: Sequence[str] = (),
        create: bool = False,
        fast: bool = False,
        memory: Memory | None = None,
    ) -> None:
        self._memory = memory
        self._store = SqliteStore(path, create=create)
        kept = self._store.setting("packs")
        if packs or kept is None:
            self._store.set_setting("packs", "\n".join(packs))
        self._annotator = choose_annotator(fast=fast)
        self.packs: Packs = load(*(packs or tuple((kept or "").split("\n") if kept else ())))

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the case; nothing can be asked of it any more."""
        self._store.close()

    def add(
        self,
        paths: Iterable[str],
        *,
        jobs: int = 1,
        stdin: BinaryIO | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Add reports: each is committed as it is opened, then read unless a reading is kept."""
        items = collect(paths, outlets=self.packs.outlets, stdin=stdin, near=self._store.dates())
        return self._keep(items, jobs, progress)

    def receive(self, files: Iterable[tuple[str, bytes]], *, progress: Progress | None = None) -> Added:
        """Add reports that came as named bytes, an upload or a paste: nothing is opened by such a name."""
        items = (item for name, data in files for item in collect_bytes(name, data, outlets=self.packs.outlets))
        return self._keep(with_years(items, self._store.dates()), 1, progress)

    def _keep(self, items: Iterable[Article | Skipped], jobs: int, progress: Progress | None) -> Added:
        new = known = 0
        skipped: list[Skipped] = []
        for done, item in enumerate(items, start=1):
            if isinstance(item, Skipped):
                skipped.append(item)
            elif self._store.add_article(item):
                new += 1
            else:
                known += 1
            if progress:
                progress("Adding", done, None)
        self._store.add_skipped(skipped)
        self._memory = self._memory or Memory()
        return Added(new, known, tuple(skipped), self.read(jobs=jobs, progress=progress))

    def read(self, *, jobs: int = 1, progress: Progress | None = None) -> int:
        """Read what has no reading under the current engine, model and packs; return how many were read."""
        missing = self._store.unread(reading_key(self.packs, self._annotator))
        if missing and not self._store.setting("packs") and len(missing) == len(self._store.article_ids()):
            self._fit(missing)
        for reading in read_all(missing, self.packs, self._annotator, jobs=jobs, progress=progress):
            self._store.add_reading(reading)
        return len(missing)

    def _fit(self, articles: Sequence[Article]) -> None:
        """Take the packs of the subject that a case's first reports are on: its user has named none."""
        if (names := chosen_for(one.text for one in articles)) != DEFAULT:
            self._store.set_setting("packs", "\n".join(names))
            self.packs = load(*names)

    def articles(self) -> list[Article]:
        """Return the case's articles, in id order."""
        return self._store.articles()

    def readings(self) -> list[Reading]:
        """Return the kept readings under the current engine, model and packs."""
        return list(self._store.readings(reading_key(self.packs, self._annotator)))

    def skipped(self) -> list[Skipped]:
        """Return the inputs that gave no article."""
        return self._store.skipped()

    def reading(self, article: str) -> Reading | None:
        """Return what was found in one article, None when it is not of the case or not read yet."""
        return self._store.reading(article, reading_key(self.packs, self._annotator))

    def digest(self, *, as_of: dt.date | None = None) -> str:
        """Return the digest of what the dossier is made of: the same digest, the same dossier."""
        return self._digest(self._store.articles(), as_of)

    def dossier(
        self, *, as_of: dt.date | None = None, progress: Progress | None = None, analyst: Analyst | None = None
    ) -> Dossier:
        """Return the weighed case, from the store when nothing it was made from has changed."""
        self.read(progress=progress)
        memory = self._memory or Memory()
        articles = memory.articles(self._store)
        if not articles:
            raise StoreError(
                f"{self._store.path}: the case holds no report yet; add some with: crosswire add CASE PATH..."
            )
        digest = self._digest(articles, as_of, analyst.languages if analyst else ())
        if (kept := self._store.dossier(digest)) is not None:
            return kept
        decisions = self._store.decisions()
        kept_articles, dropped = undropped(articles, decisions)
        inputs = until(understood(Inputs(kept_articles, (*self._store.skipped(), *dropped)), analyst), Job(as_of=as_of))
        same = self._memory.kept if self._memory and as_of is None and analyst is None else None
        chosen = {article.id for article in inputs.articles}
        read = memory.readings(self._store, reading_key(self.packs, self._annotator))
        readings = tuple(one for one in read if one.article in chosen)
        dossier = weigh_readings(inputs, readings, self.packs, progress, decisions, same)
        self._store.add_dossier(dossier, digest, earlier=as_of is not None)
        return dossier

    def assess(
        self,
        question: str | None = None,
        *,
        as_of: dt.date | None = None,
        since: dt.date | None = None,
        analyst: str | None = None,
        progress: Progress | None = None,
        by: Stride = "day",
    ) -> Assessment:
        """
        Assess the case: the main job over what is kept.

        `since` puts what changed after it on top; `analyst` is a name or a .toml file; `by` is the timeline's stride.
        """
        who = choose_analyst(analyst, self.packs) if analyst else None
        before = self.dossier(as_of=since, progress=progress, analyst=who) if since else None
        dossier = self.dossier(as_of=as_of, progress=progress, analyst=who)
        return assess(
            dossier, self.packs, question=question, as_of=as_of, version=__version__, before=before, analyst=who, by=by
        )

    def changes(self, before: Dossier, question: str | None = None, *, as_of: dt.date | None = None) -> Section | None:
        """Return what changed from an earlier state to the case's own, None when nothing did."""
        return compare(before, self.dossier(as_of=as_of), self.packs, question=question, as_of=as_of)

    def claims(self, *, status: str | None = None, contains: str | None = None) -> list[Explanation]:
        """Return claims with what stands behind them, best supported first, filtered by status or words."""
        dossier = self.dossier()
        index = Index(dossier)
        found = [explain(dossier, claim, index) for claim in dossier.claims if status in (None, claim.status)]
        if contains:
            found = [one for one in found if contains.casefold() in one.words.casefold()]
        return sorted(found, key=lambda one: (-one.claim.count, -len(one.voices), one.claim.id))

    def positions(self, *, party: str | None = None, issue: str | None = None) -> list[Stand]:
        """Return who wants what, by issue, round and party, with the words behind each."""
        return list_positions(self.dossier(), party=party, issue=issue)

    def gaps(self, *, issue: str | None = None) -> list[Between]:
        """Return how each two parties stand to each other, by issue and round."""
        return list_gaps(self.dossier(), issue=issue)

    def tables(self, *, as_of: dt.date | None = None) -> dict[str, Table]:
        """Return the case's records as tables by name; `crosswire.export` turns them into data frames and files."""
        return tables(self.dossier(as_of=as_of))

    def export(
        self, form: str, folder: Path, *, question: str | None = None, as_of: dt.date | None = None
    ) -> list[Path]:
        """Write the case into `folder` in one of `crosswire.export.FORMATS`, or its report as a document."""
        if form in DOCUMENTS:
            return [write_document(self.assess(question, as_of=as_of), form, folder)]
        return export(self.dossier(as_of=as_of), self.packs.acts, form, folder)

    def search(self, words: str, *, most: int = 20) -> list[Evidence]:
        """Return the sentences of the reports that speak most to some words, or others used for them, best first."""
        wanted, articles = seek(words, self.packs.actors), {article.id: article for article in self.articles()}
        found = [
            (-share, rank, Evidence.cut(article, articles[article].text, span))
            for rank, article in enumerate(self._store.search(look_up(words, wanted), limit=most))
            for share, span in best_sentences(articles[article].text, partial(share_held, wanted), most)
            if not articles[article].is_aside(span)
        ]
        return [passage for _, _, passage in sorted(found, key=lambda one: (*one[:2], one[2].start))[:most]]

    def line(self, name: str, question: str | None = None, *, analyst: str | None = None) -> Line | None:
        """Return the line of the case's assessment with this id, None when it has none."""
        written = self.assess(question, analyst=analyst)
        return next((line for one in written.sections for line in one.lines if line.id == name), None)

    def ledger(self, *, as_of: dt.date | None = None) -> Ledgers:
        """Return the commitments and the reported incidents, as they stand on a date."""
        dossier = self.dossier(as_of=as_of)
        return Ledgers(dossier.commitments, dossier.incidents)

    def why(self, claim: str) -> Explanation:
        """Explain one claim, named by its id or the beginning of it."""
        dossier = self.dossier()
        found = [one for one in dossier.claims if one.id.startswith(claim)]
        if len(found) != 1:
            problem = "no claim" if not found else f"{len(found)} claims"
            raise CrosswireError(f"{problem} with an id beginning {claim!r}; list ids with: crosswire claims CASE")
        return msgspec.structs.replace(explain(dossier, found[0]), related=related_claims(dossier, found[0]))

    def decisions(self) -> list[Decision]:
        """Return every decision made on the case, by number, those taken back among them."""
        return self._store.decisions()

    def decide(
        self,
        kind: DecisionKind,
        subject: str,
        value: str = "",
        *,
        author: str,
        made: dt.datetime,
        note: str = "",
        fields: Sequence[tuple[str, str]] = (),
        quote: str = "",
    ) -> Decision:
        """
        Keep a decision, to be replayed on every run, and return it with its number.

        `subject` and `value` are named as the listings name them: a report by its id, the beginning of it, or its
        file; an outlet or an actor by any of its names; a record by its id. `fields` are what a record's fields are to
        hold, `quote` the words that bear an added one out. Raises `DecisionError` when they name nothing, or several.
        """
        subject, value = subject.strip(), value.strip()
        if kind in RECORD_KINDS:
            issues = [one.id for one in self.packs.issues]
            draft = Decision(0, kind, subject, value, author, made, note, tuple(fields))
            return self._store.add_decision(about_record(draft, quote, self.dossier(), issues))
        subject, value = self._named(kind, subject, value)
        return self._store.add_decision(Decision(0, kind, subject, value, author, made, note))

    def _named(self, kind: DecisionKind, subject: str, value: str) -> tuple[str, str]:
        if kind == "undo":
            if subject not in {str(one.number) for one in standing(self._store.decisions())}:
                raise DecisionError(f"{subject!r} is no decision in force; list them with: crosswire edit CASE list")
            return subject, ""
        articles, outlets = self._store.articles(), self.packs.outlets
        if kind in ("drop", "split-origin", "merge-origin"):
            subject = report_named(subject, articles)
            return subject, outlet_named(value, articles, outlets) if kind == "merge-origin" else ""
        if kind in ("rate", "merge-outlet"):
            if kind == "rate" and value not in get_args(Grade):
                raise DecisionError(f"{value!r} is no grade; grades run from A (reliable) to E, and F (unknown)")
            found = outlet_named(subject, articles, outlets)
            return found, value if kind == "rate" else outlet_named(value, articles, outlets)
        actors = self.dossier().actors
        return actor_named(subject, actors), value if kind == "split-actor" else actor_named(value, actors)

    def _digest(self, articles: Sequence[Article], as_of: dt.date | None, languages: Sequence[str] = ()) -> str:
        key = reading_key(self.packs, self._annotator)
        parts = [*languages, key, str(as_of), __version__, *(article.id for article in articles)]
        parts += [one.location + one.reason for one in self._store.skipped()]
        parts += [f"{one.number} {one.words} {one.label}" for one in self._store.decisions()]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


class Index:
    """A dossier's parts by id, made once where many claims are explained."""

    def __init__(self, dossier: Dossier) -> None:
        self.statements = {one.id: one for one in dossier.statements}
        self.articles = {one.id: one for one in dossier.articles}
        self.names = {one.id: one.name for one in dossier.actors}
        self.claims = {one.id: one for one in dossier.claims}
        self.origins = {one.id: (place, one) for place, one in enumerate(dossier.origins)}


def explain(dossier: Dossier, claim: Claim, index: Index | None = None) -> Explanation:
    """Lay out what stands behind a claim. Give an `index` of the dossier to explain many."""
    index = index or Index(dossier)
    denials = {
        one: index.statements[index.claims[one].lead].evidence.quote for one in claim.denied_by if one in index.claims
    }
    origins = sorted((index.origins[one] for one in claim.origins if one in index.origins), key=lambda one: one[0])
    return Explanation(
        claim=claim,
        words=index.statements[claim.lead].evidence.quote,
        origins=tuple(origin for _, origin in origins),
        voices=tuple(_voice(index.statements[one], index.articles, index.names) for one in claim.statements),
        denied_by=tuple(denials[one] for one in sorted(denials)),
    )


def _voice(statement: Statement, articles: dict[str, Article], names: dict[str, str]) -> Voice:
    article = articles[statement.article]
    speaker = names.get(statement.speaker, statement.speaker) if statement.speaker else statement.unnamed
    return Voice(
        statement=statement.id,
        outlet=article.label,
        title=article.title,
        published=article.published,
        speaker=speaker,
        via=tuple(names.get(one, one) for one in statement.via),
        act=statement.act,
        evidence=statement.evidence,
    )
