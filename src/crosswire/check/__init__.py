"""Check anyone's report against the sources: every statement, its evidence, and the words that differ."""

from collections.abc import Sequence

import msgspec

from crosswire import __version__
from crosswire.check.appraise import Desk, appraise
from crosswire.check.beside import choose_comparer, read_beside
from crosswire.check.citations import Shelf, find_citations, without_citations
from crosswire.check.copies import Origins
from crosswire.check.gradings import without_gradings
from crosswire.check.library import Library
from crosswire.check.quotations import Quotations
from crosswire.check.speakers import Voices
from crosswire.check.statements import find_statements
from crosswire.check.undated import dated_like, without_guesses
from crosswire.check.verdicts import check_statement
from crosswire.errors import SourceError
from crosswire.model import Article, Check, Checked, CheckedSource, Dossier, Passage, Reading, Region
from crosswire.packs import Packs
from crosswire.read import Annotator, read_article
from crosswire.read.encoder.comparer import Comparer

__all__ = ["check_report", "choose_comparer"]


def check_report(
    report: Article,
    dossier: Dossier,
    readings: Sequence[Reading],
    packs: Packs,
    annotator: Annotator | None = None,
    comparer: Comparer | None = None,
) -> Check:
    """
    Check a report (see `sources.drafts.open_draft`) against the sources of a dossier.

    `readings` are those the dossier was weighed from; `annotator` reads the report, by rules when None; `comparer`
    reads each statement beside its evidence, which is measured by words alone when None.
    Raises `SourceError` when the report makes no statement.
    """
    # The report itself may lie among its sources; it is no evidence for itself.
    sources = [one for one in dossier.articles if not _is_same(one, report)]
    library = Library(sources, readings, packs)
    shelf = Shelf(sources, packs.outlets)
    citations = find_citations(report, shelf)
    bare = _readable(without_gradings(without_citations(report, citations)))
    reading = read_article(dated_like(bare, sources), packs, annotator)
    if bare.published is None:
        reading = without_guesses(reading, bare)
    stated = find_statements(bare, reading, citations, library.vocabulary)
    if not stated:
        raise SourceError(
            f"report {report.location}: expected statements to check, found none; headings, questions and lists of "
            "references are not checked"
        )
    desk = Desk(bare, reading, library, Quotations(library), Voices(dossier.actors), Origins(dossier), shelf.pattern)
    found = [appraise(one, desk) for one in stated]
    if comparer:
        found = read_beside(found, stated, bare.text, library=library, comparer=comparer)
    checked = tuple(
        check_statement(one, at, seen, desk) for at, (one, seen) in enumerate(zip(stated, found, strict=True), start=1)
    )
    return Check(
        report=_passage(report, tuple((one.start, one.end, one.role) for one in report.regions)),
        statements=checked,
        sources=_listed(sources, checked),
        passages=_passages(sources, checked),
        skipped=tuple(f"{one.location}: {one.reason}" for one in dossier.skipped),
        reader=dossier.reader,
        version=__version__,
    )


def _readable(report: Article) -> Article:
    """Leave only the statements to be read: a title names the report and says nothing."""
    regions = tuple(
        Region(one.start, one.end, "heading" if one.role == "title" else one.role) for one in report.regions
    )
    return msgspec.structs.replace(report, regions=regions)


def _is_same(source: Article, report: Article) -> bool:
    return source.id == report.id or "".join(source.text.split()) == "".join(report.text.split())


def _listed(sources: Sequence[Article], checked: Sequence[Checked]) -> tuple[CheckedSource, ...]:
    cited = {one for statement in checked for mark in statement.citations for one in mark.articles}
    return tuple(
        CheckedSource(one.id, one.label, one.title, one.published, one.location, one.url, one.id in cited)
        for one in sources
    )


def _passages(sources: Sequence[Article], checked: Sequence[Checked]) -> tuple[Passage, ...]:
    used = {one.article for statement in checked for one in statement.evidence}
    return tuple(
        _passage(one, tuple((r.start, r.end, r.role) for r in one.regions)) for one in sources if one.id in used
    )


def _passage(article: Article, regions: tuple[tuple[int, int, str], ...]) -> Passage:
    return Passage(article.id, article.label, article.title, article.published, article.text, regions)
