"""Files, folders, archives and stdin in; articles, or the reason there is none, out."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from crosswire.model import Article, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.formats import read_input
from crosswire.sources.paths import DOCUMENTS, count, find_inputs, unpack, zip_inputs
from crosswire.sources.years import with_years

__all__ = ["collect", "collect_bytes", "count", "with_years"]


def collect(
    paths: Iterable[str],
    *,
    outlets: Sequence[PackOutlet] = (),
    stdin: BinaryIO | None = None,
    near: Sequence[dt.date] = (),
) -> Iterator[Article | Skipped]:
    """
    Yield the articles found at `paths`, lazily and in a fixed order, and what could not be read among them.

    Reports stamped without a year come last, in the year the others tell, or those of `near` that they join. A path
    is a file, a folder, a pattern, a .zip, or "-" for `stdin`. Raises `SourceError` for a path that does not exist;
    everything else that is wrong with an input comes out as `Skipped`.
    """
    yield from with_years(_collect(paths, outlets, stdin), near)


def _collect(
    paths: Iterable[str], outlets: Sequence[PackOutlet], stdin: BinaryIO | None
) -> Iterator[Article | Skipped]:
    for item in find_inputs(paths, stdin):
        data = item.read()
        if isinstance(data, Skipped):
            yield data
        elif item.location == "stdin":
            yield from _read_bytes("stdin", data, outlets)
        else:
            yield from read_input(data, item.location, outlets)


def collect_bytes(name: str, data: bytes, *, outlets: Sequence[PackOutlet] = ()) -> Iterator[Article | Skipped]:
    """Yield the articles in bytes somebody sent; `name` says where they came from and is never opened."""
    inflated = unpack(data, name)
    yield from [inflated] if isinstance(inflated, Skipped) else _read_bytes(name, inflated, outlets)


def _read_bytes(name: str, data: bytes, outlets: Sequence[PackOutlet]) -> Iterator[Article | Skipped]:
    if not data.startswith(b"PK\x03\x04") or name.lower().endswith(DOCUMENTS):
        yield from read_input(data, name, outlets)
        return
    for entry in zip_inputs(data, name):
        inflated = entry.read()
        yield from [inflated] if isinstance(inflated, Skipped) else read_input(inflated, entry.location, outlets)
