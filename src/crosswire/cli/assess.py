"""`crosswire assess`: the main job."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosswire.cli import INCOMPLETE, OK
from crosswire.cli.console import (
    analyst_option,
    as_of_option,
    cores,
    fast_option,
    jobs_option,
    pack_option,
    parse_as_of,
    progress_bar,
    since_option,
)
from crosswire.model import Assessment

if TYPE_CHECKING:
    from crosswire.assess import Stride

_EPILOG = """\b
Examples:
  crosswire assess reports/
  crosswire assess reports/*.html wires.zip -q "Will the talks resume?" -o report.html
  crosswire assess talks.crosswire --since 2025-05-20 -o today.html
  crosswire assess talks.crosswire --as ukraine -q "Will they resume talks?" -o for-kyiv.html
  crosswire assess talks.crosswire --as-of 2025-06-02 -o report.md
  pbpaste | crosswire assess - -o report.json
"""


@click.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-q", "--question", help="What you want to know; it steers what is shown.")
@as_of_option
@since_option
@pack_option
@jobs_option
@fast_option
@analyst_option
@click.option("--by", type=click.Choice(["day", "week"]), default="day", help="What the timeline gives a date to.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a .html, .md, .json or .txt file.")
@click.option("--strict", is_flag=True, help="Exit with 3 when any input could not be read.")
def assess(
    paths: tuple[str, ...],
    question: str | None,
    as_of: str | None,
    since: str | None,
    packs: tuple[str, ...],
    jobs: int | None,
    fast: bool,
    analyst: str | None,
    by: "Stride",
    output: Path | None,
    strict: bool,
) -> int:
    """
    Write a checkable assessment of reports.

    PATH is a file, a folder, a glob, a .zip, a kept case (.crosswire), or - for standard input. Without -o the report
    is printed.
    """
    from crosswire.write import to_text, write, writer_for

    if output:
        writer_for(output)
    with progress_bar() as progress:
        date, start = parse_as_of(as_of), parse_as_of(since, "--since")
        if len(paths) == 1 and _is_case(paths[0]):
            from crosswire.case import Case

            with Case(paths[0], packs=packs, fast=fast) as case:
                assessment = case.assess(question, as_of=date, since=start, analyst=analyst, progress=progress, by=by)
        else:
            from crosswire.pipeline import Job, run

            job = Job(paths, question, date, packs, cores(jobs), start, fast, analyst, by)
            assessment = run(job, stdin=sys.stdin.buffer, progress=progress)
    if output:
        write(assessment, output)
        _say_where(assessment, output)
    else:
        click.echo(to_text(assessment), nl=False)
    return INCOMPLETE if strict and assessment.corpus.skipped else OK


def _is_case(path: str) -> bool:
    return path.endswith(".crosswire") and Path(path).is_file()


def _say_where(assessment: Assessment, output: Path) -> None:
    lines = sum(len(section.lines) for section in assessment.sections)
    click.echo(f"{output}: {lines} lines from {assessment.corpus.articles} reports", err=True)
    for one in assessment.corpus.skipped:
        click.echo(f"skipped {one.location}: {one.reason}", err=True)
