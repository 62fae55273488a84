"""What the user named: files, folders, patterns, archives and stdin become single inputs, in a fixed order."""

import glob
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from crosswire.errors import SourceError
from crosswire.model import Skipped

# An archive of reports has thousands of entries at most, each a page or a PDF, and text packs no better than 1:200.
MAX_ENTRIES = 10_000
MAX_ENTRY = 50_000_000
MAX_TOTAL = 500_000_000
MAX_RATIO = 200
MAX_FILE = 200_000_000
# Documents that are zip archives inside.
DOCUMENTS = (".docx", ".xlsx", ".pptx", ".odt", ".epub")


class Input(msgspec.Struct, frozen=True):
    """One input: where it stands, and how to get its bytes."""

    location: str
    read: Callable[[], bytes | Skipped]


def find_inputs(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Input]:
    """
    Yield the inputs named by `paths`, folders and patterns in sorted order, archives entry by entry.

    Raises `SourceError` for a path that does not exist, before anything is read.
    """
    named = [(path, _expand(path, stdin)) for path in paths]
    for path, files in named:
        if path == "-":
            yield Input("stdin", _stdin(stdin))
        for file in files:
            yield from _inputs(file)


def count(paths: Iterable[str]) -> int:
    """Return how many inputs `paths` name, without reading them: a file or an archive's entry counts as one."""
    total = 0
    for path in paths:
        total += path == "-"
        for file in _expand(path, None, check=False):
            total += _count_entries(file) if file.suffix.lower() == ".zip" else 1
    return total


def _expand(path: str, stdin: BinaryIO | None, *, check: bool = True) -> list[Path]:
    if path == "-":
        if stdin is None and check:
            raise SourceError("path -: expected input on stdin, found none; pipe a report in or name a file")
        return []
    found = Path(path)
    if not path.strip():
        raise SourceError("path '': expected a file, a folder or a pattern, found an empty name; name what to read")
    try:
        if found.is_dir():
            return _folder(found)
        if found.exists():
            return [found]
        names = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207
    except (OSError, ValueError) as error:
        raise SourceError(f"path {path[:200]!r}: cannot be opened ({error}); check its spelling and rights") from None
    files = [file for name in names for file in (_folder(Path(name)) if Path(name).is_dir() else [Path(name)])]
    if not files:
        what = "no file matches the pattern" if glob.has_magic(path) else "no such file or folder"
        raise SourceError(f"path {path[:200]}: {what}; give a file, a folder, a pattern, a .zip, or - for stdin")
    return list(dict.fromkeys(files))


def _folder(folder: Path) -> list[Path]:
    """Return a folder's files, sorted by their path's parts; hidden ones are left out, links out of it not followed."""
    found = []
    for root, folders, names in folder.walk() if hasattr(folder, "walk") else _walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [root / name for name in names if not name.startswith(".")]
    return sorted((file for file in found if file.is_file()), key=lambda file: file.parts)


def _walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    import os

    for root, folders, names in os.walk(folder):
        yield Path(root), folders, names


def _inputs(file: Path) -> Iterator[Input]:
    if zipfile.is_zipfile(file) and file.suffix.lower() not in DOCUMENTS:
        yield from _zip_inputs(file, str(file))
    else:
        yield Input(str(file), lambda: _read_file(file))


def _read_file(file: Path) -> bytes | Skipped:
    try:
        if file.stat().st_size > MAX_FILE:
            return Skipped(
                str(file), f"expected a file under {MAX_FILE:,} bytes, found {file.stat().st_size:,}; split it"
            )
        data = file.read_bytes()
    except OSError as error:
        return Skipped(str(file), f"cannot be read ({error.strerror or error}); check its rights")
    return unpack(data, str(file))


def unpack(data: bytes, location: str) -> bytes | Skipped:
    """Inflate a gzipped file within the limits; other bytes come back as they are."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    limit = min(MAX_ENTRY, max(1_000_000, len(data) * MAX_RATIO))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            inflated = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        return Skipped(location, f"expected a gzip file, found a broken one ({str(error)[:80]}); pack it again")
    if len(inflated) > limit:
        return Skipped(location, f"inflates past {limit:,} bytes; unpack it and give the reports alone")
    return inflated


def _stdin(stdin: BinaryIO | None) -> Callable[[], bytes | Skipped]:
    def read() -> bytes | Skipped:
        data = stdin.read(MAX_FILE + 1) if stdin is not None else b""
        if len(data) > MAX_FILE:
            return Skipped("stdin", f"expected under {MAX_FILE:,} bytes, found more; give files instead")
        return unpack(data, "stdin")

    return read


def zip_inputs(data: bytes, location: str) -> Iterator[Input]:
    """Yield the entries of an archive held in memory."""
    yield from _zip_inputs(io.BytesIO(data), location)


def _zip_inputs(source: Path | BinaryIO, location: str) -> Iterator[Input]:
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield _skip(location, f"expected a zip archive, found a broken one ({str(error)[:80]}); pack it again")
        return
    with archive:
        entries = sorted((entry for entry in archive.infolist() if _is_shown(entry)), key=lambda entry: entry.filename)
        for entry in entries[:MAX_ENTRIES]:
            place = f"{location}!{entry.filename}"
            yield Input(place, lambda archive=archive, entry=entry, place=place: _read_entry(archive, entry, place))  # type: ignore[misc]
        if len(entries) > MAX_ENTRIES:
            yield _skip(location, f"holds {len(entries):,} files, {MAX_ENTRIES:,} were read; split the archive")


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str) -> bytes | Skipped:
    """Inflate one entry by what it really yields: the sizes an archive states are the sender's word."""
    if entry.flag_bits & 1:
        return Skipped(place, "the archive is locked with a password; unpack it and give its files")
    if entry.filename.lower().endswith((".zip", ".jar", ".7z", ".rar", ".tar", ".tgz")):
        return Skipped(place, "archives inside archives are not opened; unpack it first")
    limit = min(MAX_ENTRY, max(1_000_000, entry.compress_size * MAX_RATIO))
    try:
        with archive.open(entry) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, NotImplementedError, zlib.error) as error:
        return Skipped(place, f"cannot be inflated ({str(error)[:80]}); pack it again")
    if len(data) > limit:
        return Skipped(place, f"inflates past {limit:,} bytes from {entry.compress_size:,}; give the file unpacked")
    return unpack(data, place)


def _is_shown(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.split("/")
    return not entry.is_dir() and not any(
        (part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts
    )


def _count_entries(file: Path) -> int:
    try:
        with zipfile.ZipFile(file) as archive:
            return min(MAX_ENTRIES, sum(map(_is_shown, archive.infolist())))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 1


def _skip(location: str, reason: str) -> Input:
    return Input(location, lambda: Skipped(location, reason))
