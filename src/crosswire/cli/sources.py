"""`crosswire sources`: the reports of a case and whose reporting each counts as."""

from collections.abc import Mapping, Sequence

import click

from crosswire.cli.console import json_option, print_json
from crosswire.model import Origin, SourceRow

_EPILOG = """\b
Examples:
  crosswire sources talks.crosswire
  crosswire sources talks.crosswire --explain
  crosswire sources talks.crosswire --json
"""


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE")
@click.option("--explain", is_flag=True, help="Show every folding into an origin, with the words that show it.")
@json_option
def sources(case_file: str, explain: bool, as_json: bool) -> None:
    """List the reports of CASE, the origin each is counted under, and why."""
    from crosswire.case import Case

    with Case(case_file) as case:
        assessment = case.assess()
        origins = case.dossier().origins if explain else ()
    if explain:
        _explain(origins, {row.article: row for row in assessment.sources}, as_json)
        return
    if as_json:
        print_json({"sources": assessment.sources, "origins": assessment.origins, "skipped": assessment.corpus.skipped})
        return
    names = {row.id: row.name for row in assessment.origins}
    for row in assessment.sources:
        rated = f", rated {row.reliability}" if row.reliability else ""
        click.echo(f"{row.published or 'undated':10}  {row.outlet}: {row.title or row.location} ({row.genre}{rated})")
        click.echo(
            f"            counts as {names.get(row.origin, row.origin)}" + (f": {row.folded}" if row.folded else "")
        )
    for one in assessment.corpus.skipped:
        click.echo(f"skipped     {one.location}: {one.reason}")


def _explain(origins: Sequence[Origin], rows: Mapping[str, SourceRow], as_json: bool) -> None:
    """Print every origin with what was folded into it, why, and the words that show it."""
    if as_json:
        print_json({"origins": origins})
        return
    for origin in origins:
        reports = "1 report" if len(origin.articles) == 1 else f"{len(origin.articles)} reports"
        click.echo(f"{origin.name} ({origin.kind}, {reports})")
        for folding in origin.foldings:
            row = rows[folding.article]
            click.echo(f"  {row.outlet}, {row.published or 'undated'} [{folding.article[:8]}]: {folding.reason}")
            for evidence in folding.evidence:
                click.echo(f"      {evidence.start}-{evidence.end}: {' '.join(evidence.quote.split())}")
