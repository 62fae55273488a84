"""`crosswire claims`: the claims of a case, best supported first."""

import click

from crosswire.cli.console import json_option, print_json

_EPILOG = """\b
Examples:
  crosswire claims talks.crosswire
  crosswire claims talks.crosswire --status disputed --contains prisoners
  crosswire claims talks.crosswire --json | jq '.[0].claim.origins'
"""
_STATUSES = click.Choice(["corroborated", "single-origin", "disputed", "denied"])


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE")
@click.option("--status", type=_STATUSES, help="Only claims of this status.")
@click.option("--contains", metavar="WORDS", help="Only claims whose words contain these.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many to list.")
@json_option
def claims(case_file: str, status: str | None, contains: str | None, limit: int, as_json: bool) -> None:
    """List the claims of CASE with the number of independent origins behind each."""
    from crosswire.case import Case

    with Case(case_file) as case:
        found = case.claims(status=status, contains=contains)
    if as_json:
        print_json(found[:limit])
        return
    for one in found[:limit]:
        reports = len({voice.evidence.article for voice in one.voices})
        words = " ".join(one.words.split())
        click.echo(f"{one.claim.id}  {one.claim.status:13}  {one.claim.count} origins, {reports} reports  {words}")
    if len(found) > limit:
        click.echo(f"... and {len(found) - limit} more; raise --limit to see them")
