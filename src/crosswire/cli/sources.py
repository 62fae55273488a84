"""`crosswire sources`: the reports of a case and whose reporting each counts as."""

import click

from crosswire.cli.console import json_option, print_json

_EPILOG = """\b
Examples:
  crosswire sources talks.crosswire
  crosswire sources talks.crosswire --json
"""


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE")
@json_option
def sources(case_file: str, as_json: bool) -> None:
    """List the reports of CASE, the origin each is counted under, and why."""
    from crosswire.case import Case

    with Case(case_file) as case:
        assessment = case.assess()
    if as_json:
        print_json({"sources": assessment.sources, "origins": assessment.origins, "skipped": assessment.corpus.skipped})
        return
    names = {row.id: row.name for row in assessment.origins}
    for row in assessment.sources:
        click.echo(f"{row.published or 'undated':10}  {row.outlet}: {row.title or row.location} ({row.genre})")
        click.echo(
            f"            counts as {names.get(row.origin, row.origin)}" + (f": {row.folded}" if row.folded else "")
        )
    for one in assessment.corpus.skipped:
        click.echo(f"skipped     {one.location}: {one.reason}")
