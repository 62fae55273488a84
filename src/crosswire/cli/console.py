"""What the commands share: options, progress on a terminal, JSON listings, dates."""

import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click
import msgspec

from crosswire.errors import QuestionError

Progress = Callable[[str, int, int | None], None]

# Work shorter than this shows no bar: a flicker helps nobody.
_QUIET_SECONDS = 1.0

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
pack_option = click.option(
    "--pack", "packs", multiple=True, metavar="NAME|DIR", help="A pack to read with; may be given more than once."
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(1), default=None, help="Processes to read with (default: one a core, at most 8)."
)
as_of_option = click.option("--as-of", metavar="DATE", help="Leave out reports after this date (2025-06-02).")

since_option = click.option("--since", metavar="DATE", help="Put what changed after this date on top.")

analyst_option = click.option(
    "--as", "analyst", metavar="ANALYST", help="Whom to write for: an analyst of the packs, or his .toml file."
)

fast_option = click.option(
    "--fast", is_flag=True, help="Read by rules alone, several times as fast; the report says so."
)


def print_json(value: Any) -> None:
    """Print plain data or structs as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=1).decode())


def parse_as_of(text: str | None, option: str = "--as-of") -> dt.date | None:
    """Read a date option; raise `QuestionError` when it is no ISO date."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise QuestionError(f"{option}: expected a date like 2025-06-02, found {text!r}") from None


def cores(jobs: int | None) -> int:
    """Return the number of processes to use."""
    return jobs or min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a progress callback: a bar on a terminal once work has taken a second, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bars = Bars(*columns, console=Console(stderr=True), transient=True)
    tasks: dict[str, Any] = {}
    started = time.monotonic()

    def tell(stage: str, done: int, total: int | None) -> None:
        if time.monotonic() - started < _QUIET_SECONDS:
            return
        bars.start()
        task = tasks.setdefault(stage, bars.add_task(stage) if stage not in tasks else tasks[stage])
        bars.update(task, completed=done, total=total)

    try:
        yield tell
    finally:
        bars.stop()
