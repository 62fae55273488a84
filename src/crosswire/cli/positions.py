"""`crosswire positions`: who wants what in a case, by issue, party and round."""

from typing import TYPE_CHECKING

import click

from crosswire.cli.console import json_option, print_json

if TYPE_CHECKING:
    from crosswire.assess.standing import Between, Stand

_EPILOG = """\b
Examples:
  crosswire positions talks.crosswire
  crosswire positions talks.crosswire --party Kestria --issue ceasefire
  crosswire positions talks.crosswire --gaps
  crosswire positions talks.crosswire --json | jq '.[] | select(.position.firmness == "red_line")'
"""


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE")
@click.option("--party", metavar="NAME", help="Only positions of this party, by its name or id.")
@click.option("--issue", metavar="ID", help="Only positions on this issue, by its id in the packs.")
@click.option("--gaps", is_flag=True, help="List how pairs of parties stand to each other instead.")
@json_option
def positions(case_file: str, party: str | None, issue: str | None, gaps: bool, as_json: bool) -> None:
    """List the positions of CASE: party, issue, round, stance, firmness, who states it, and the words."""
    from crosswire.case import Case

    with Case(case_file) as case:
        if gaps:
            between = case.gaps(issue=issue)
            print_json(between) if as_json else click.echo("\n".join(map(_gap, between)))
        else:
            stands = case.positions(party=party, issue=issue)
            print_json(stands) if as_json else click.echo("\n".join(map(_position, stands)))


def _position(one: "Stand") -> str:
    at = one.position
    told = "" if at.stated_by == "self" else f" (told by {at.stated_by.replace('_', ' ')})"
    origins = f"{at.count} {'origin' if at.count == 1 else 'origins'}"
    firm = at.firmness.replace("_", " ")
    head = f"{at.issue}  {one.round or 'no round'}  {one.party}: {at.stance.replace('_', ' ')}{told}, firmness {firm}"
    marks = "".join(f"\n    {mark.label}" for mark in at.marks)
    return f"{head}, {origins}\n    {one.words}{marks}"


def _gap(one: "Between") -> str:
    (first, second), (its, other) = one.parties, one.words
    head = f"{one.gap.issue}  {one.round or 'no round'}  {first} and {second}: {one.gap.relation}"
    return f"{head}\n    {first}: {its}\n    {second}: {other}"
