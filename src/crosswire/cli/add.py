"""`crosswire add`: put reports into a kept case."""

import sys

import click

from crosswire.cli import INCOMPLETE, OK
from crosswire.cli.console import cores, fast_option, jobs_option, json_option, pack_option, print_json, progress_bar

_EPILOG = """\b
Examples:
  crosswire add talks.crosswire monday/*.html
  crosswire add talks.crosswire --pack core --pack ./my-pack reports.zip
"""


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@pack_option
@jobs_option
@fast_option
@json_option
@click.option("--strict", is_flag=True, help="Exit with 3 when any input could not be read.")
def add(
    case_file: str,
    paths: tuple[str, ...],
    packs: tuple[str, ...],
    jobs: int | None,
    fast: bool,
    as_json: bool,
    strict: bool,
) -> int:
    """Add reports to CASE, a .crosswire file that is made when it does not exist."""
    from crosswire.case import Case

    with Case(case_file, packs=packs, create=True, fast=fast) as case, progress_bar() as progress:
        added = case.add(paths, jobs=cores(jobs), stdin=sys.stdin.buffer, progress=progress)
    if as_json:
        print_json(added)
    else:
        click.echo(f"{added.new} new, {added.known} already known, {added.read} read, {len(added.skipped)} skipped")
        for one in added.skipped:
            click.echo(f"skipped {one.location}: {one.reason}")
    return INCOMPLETE if strict and added.skipped else OK
