"""A case for other programs: tables, source lists, ClaimReview and event rows."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from crosswire.errors import WriteError
from crosswire.export.bibliography import to_bibtex, to_ris
from crosswire.export.claim_review import to_claim_review
from crosswire.export.events import events
from crosswire.export.frames import to_arrow, to_csv, to_pandas, to_polars, write_parquet
from crosswire.export.tables import Table, tables
from crosswire.model import Dossier
from crosswire.packs import PackAct

__all__ = [
    "FORMATS",
    "Table",
    "events",
    "export",
    "tables",
    "to_arrow",
    "to_bibtex",
    "to_claim_review",
    "to_csv",
    "to_pandas",
    "to_polars",
    "to_ris",
    "write_parquet",
]

_TEXTS: Mapping[str, tuple[str, Callable[[Dossier, Sequence[PackAct]], str]]] = {
    "bibtex": ("sources.bib", lambda dossier, acts: to_bibtex(dossier.articles)),
    "claimreview": ("claimreview.jsonld", lambda dossier, acts: to_claim_review(dossier)),
    "plover": ("events.csv", lambda dossier, acts: to_csv(events(dossier, acts))),
    "ris": ("sources.ris", lambda dossier, acts: to_ris(dossier.articles)),
}
FORMATS: tuple[str, ...] = ("csv", "parquet", *sorted(_TEXTS))


def export(dossier: Dossier, acts: Sequence[PackAct], form: str, folder: Path) -> list[Path]:
    """
    Write a dossier into `folder`, made when it is not there, and return the files written.

    `csv` and `parquet` give a file a table, the others one file. Raises `WriteError` when the format is unknown, the
    place cannot be written or a library is missing.
    """
    if form not in FORMATS:
        raise WriteError(f"{form}: expected one of {', '.join(FORMATS)}; choose another --to")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if form in _TEXTS:
            name, write = _TEXTS[form]
            (folder / name).write_text(write(dossier, acts), encoding="utf-8", newline="")
            return [folder / name]
        return [_table_file(table, form, folder) for table in tables(dossier).values()]
    except OSError as error:
        raise WriteError(f"{folder}: cannot be written ({error.strerror}); choose another place for -o") from None


def _table_file(table: Table, form: str, folder: Path) -> Path:
    path = folder / f"{table.name}.{form}"
    if form == "parquet":
        write_parquet(table, path)
    else:
        path.write_text(to_csv(table), encoding="utf-8", newline="")
    return path
