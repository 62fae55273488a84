"""`crosswire ledger`: what was promised and delivered, and which incidents are reported."""

from collections.abc import Mapping

import click

from crosswire.cli.console import as_of_option, json_option, parse_as_of, print_json
from crosswire.cli.records import echo_marks
from crosswire.model import Commitment, Incident

_EPILOG = """\b
Examples:
  crosswire ledger talks.crosswire
  crosswire ledger talks.crosswire commitments --as-of 2025-05-20
  crosswire ledger talks.crosswire violations --json | jq '.[].violator'

\b
Counts of incidents are counts of what is reported, not of what happened.
"""
_KINDS = click.Choice(["all", "commitments", "violations"])


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE")
@click.argument("kind", type=_KINDS, default="all")
@as_of_option
@json_option
def ledger(case_file: str, kind: str, as_of: str | None, as_json: bool) -> None:
    """List the commitments of CASE with what was delivered, and the reported incidents."""
    from crosswire.case import Case

    with Case(case_file) as case:
        date = parse_as_of(as_of)
        found = case.ledger(as_of=date)
        names = {actor.id: actor.name for actor in case.dossier(as_of=date).actors}
    if as_json:
        print_json({"all": found, "commitments": found.commitments, "violations": found.incidents}[kind])
        return
    if kind != "violations":
        _list_commitments(found.commitments, names)
    if kind == "all":
        click.echo()
    if kind != "commitments":
        _list_incidents(found.incidents, names)


def _list_commitments(commitments: tuple[Commitment, ...], names: Mapping[str, str]) -> None:
    if not commitments:
        click.echo("No commitment is reported.")
    for one in commitments:
        parties = _names(one.promisors, names)
        days = f"by {one.deadline}" if one.deadline else f"from {one.starts}" if one.starts else ""
        done = ""
        if one.promised is not None and one.delivered is not None:
            done = f"{one.delivered:,.0f} of {one.promised:,.0f} delivered"
        told = ", ".join(part for part in (one.deed, days, done) if part)
        click.echo(f"{one.id}  {one.status:10}  {parties}: {told}; {_origins(one.count)}")
        click.echo(f"    {' '.join(one.content.quote.split())}")
        echo_marks(one.marks)


def _list_incidents(incidents: tuple[Incident, ...], names: Mapping[str, str]) -> None:
    if not incidents:
        click.echo("No incident is reported.")
    for one in incidents:
        by = _names(one.alleged_by, names) or ("the report" if one.narrated else "an unnamed source")
        day = one.day.isoformat() if one.day else "undated"
        place = f" at {names.get(one.place, one.place)}" if one.place else ""
        answer = f"; {one.response}" if one.response else ""
        head = f"{one.type}{place}, alleged of {names.get(one.violator, one.violator)} by {by}"
        click.echo(f"{one.id}  {day}  {head}{answer}; {_origins(one.count)}")
        click.echo(f"    {' '.join(one.evidence[0].quote.split())}")
        echo_marks(one.marks)


def _names(actors: tuple[str, ...], names: Mapping[str, str]) -> str:
    return " and ".join(names.get(one, one) for one in actors)


def _origins(count: int) -> str:
    return f"{count} independent {'origin' if count == 1 else 'origins'}"
