"""Tables for data tools: CSV, Arrow, Parquet, pandas and polars; the libraries are asked for only when used."""

import csv
import importlib
import io
from pathlib import Path
from typing import Any

from crosswire.errors import WriteError
from crosswire.export.tables import Table

# A cell that begins so would be run as a formula by a spreadsheet (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(table: Table) -> str:
    r"""
    Return a table as CSV (RFC 4180), UTF-8, with a header row.

    Words that a spreadsheet would take for a formula get an apostrophe before them, as it asks for.

    >>> to_csv(Table("t", ("a", "b"), (("=1+1", 2), (None, 3.5))))
    "a,b\r\n'=1+1,2\r\n,3.5\r\n"
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def to_arrow(table: Table) -> Any:
    """Return a table as a `pyarrow.Table`. Raises `WriteError` when pyarrow is not installed."""
    arrow = _library("pyarrow")
    columns = zip(*table.rows, strict=True) if table.rows else [() for _ in table.columns]
    return arrow.table({name: list(cells) for name, cells in zip(table.columns, columns, strict=True)})


def to_pandas(table: Table) -> Any:
    """Return a table as a `pandas.DataFrame`. Raises `WriteError` when pandas is not installed."""
    return _library("pandas").DataFrame(list(table.rows), columns=list(table.columns))


def to_polars(table: Table) -> Any:
    """Return a table as a `polars.DataFrame`. Raises `WriteError` when polars is not installed."""
    frame = _library("polars").DataFrame
    return frame(list(table.rows), schema=list(table.columns), orient="row", infer_schema_length=None)


def write_parquet(table: Table, path: Path) -> None:
    """Write a table as a Parquet file. Raises `WriteError` when pyarrow is not installed."""
    arrow = to_arrow(table)
    _library("pyarrow.parquet").write_table(arrow, path)


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        package = name.split(".")[0]
        raise WriteError(f"{package} is not installed; install it with: pip install {package}") from None
