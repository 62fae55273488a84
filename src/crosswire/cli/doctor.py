"""`crosswire doctor`: is everything in place, and what became of each input."""

import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click
import msgspec

from crosswire import __version__
from crosswire.cli import FAILED, OK
from crosswire.cli.console import json_option, pack_option, print_json
from crosswire.errors import PackError

_EPILOG = """\b
Examples:
  crosswire doctor
  crosswire doctor reports/ talks.crosswire
"""
_LIBRARIES = (
    "msgspec",
    "trafilatura",
    "htmldate",
    "pypdfium2",
    "fastfeedparser",
    "feedparser",
    "dateparser",
    "rapidfuzz",
)


class Check(msgspec.Struct, frozen=True):
    """One thing looked at: its name, whether it is well, and what was found."""

    name: str
    ok: bool
    found: str


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@pack_option
@json_option
def doctor(paths: tuple[str, ...], packs: tuple[str, ...], as_json: bool) -> int:
    """Check the installation; with PATHs or cases, say what each input became and why any was skipped."""
    checks = [*_installation(), *_packs(), *(check for path in paths for check in _input(path, packs))]
    if as_json:
        print_json(checks)
    else:
        for check in checks:
            click.echo(f"{'ok  ' if check.ok else 'BAD '} {check.name}: {check.found}")
    return OK if all(check.ok for check in checks) else FAILED


def _installation() -> Iterator[Check]:
    yield Check("crosswire", True, f"{__version__} on Python {platform.python_version()}")
    for name in _LIBRARIES:
        try:
            yield Check(name, True, version(name))
        except PackageNotFoundError:
            yield Check(name, False, "not installed; reinstall with: pip install crosswire")
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    fts = "ENABLE_FTS5" in options
    yield Check("sqlite", fts, f"{sqlite3.sqlite_version}, full-text search {'there' if fts else 'missing'}")


def _packs() -> Iterator[Check]:
    from crosswire.packs import load, names

    for name in names():
        try:
            packs = load(name)
            yield Check(f"pack {name}", True, f"{len(packs.actors)} actors, {len(packs.outlets)} outlets")
        except PackError as error:
            yield Check(f"pack {name}", False, str(error))


def _input(path: str, packs: tuple[str, ...]) -> Iterator[Check]:
    from crosswire.model import Skipped
    from crosswire.packs import load
    from crosswire.sources import collect

    if path.endswith(".crosswire") and Path(path).is_file():
        from crosswire.case import Case

        with Case(path) as case:
            for article in case.articles():
                yield Check(article.location or article.id, True, f"{article.label}, {article.published or 'undated'}")
            for one in case.skipped():
                yield Check(one.location, False, one.reason)
        return
    for item in collect([path], outlets=load(*packs).outlets):
        if isinstance(item, Skipped):
            yield Check(item.location, False, item.reason)
        else:
            title = f"“{item.title}”" if item.title else "no title"
            found = f"{item.genre}, {item.label}, {item.published or 'undated'}, {title}, {len(item.text)} characters"
            yield Check(item.location, True, found)
