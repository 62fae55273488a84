"""`crosswire why`: what stands behind one claim."""

import click

from crosswire.case import Explanation
from crosswire.cli.console import json_option, print_json

_EPILOG = """\b
Examples:
  crosswire why 3f2a talks.crosswire
  crosswire why 3f2a talks.crosswire --json
"""


@click.command(epilog=_EPILOG)
@click.argument("claim", metavar="CLAIM")
@click.argument("case_file", metavar="CASE")
@json_option
def why(claim: str, case_file: str, as_json: bool) -> None:
    """Show the origins, reports and exact words behind CLAIM, an id as `crosswire claims` lists it."""
    from crosswire.case import SUFFIX, Case

    if claim.endswith(SUFFIX):  # the two are easily told apart, so either order will do
        claim, case_file = case_file, claim
    with Case(case_file) as case:
        found = case.why(claim)
    if as_json:
        print_json(found)
    else:
        click.echo(_text(found))


def _text(found: Explanation) -> str:
    lines = [
        " ".join(found.words.split()),
        f"{found.claim.status}: {found.claim.count} independent origin(s)",
        "",
    ]
    for origin in found.origins:
        lines.append(f"origin: {origin.name} ({origin.kind}, {len(origin.articles)} report(s))")
        lines += [f"  folded: {folding.reason}" for folding in origin.foldings]
    lines.append("")
    for voice in found.voices:
        chain = " via ".join([voice.speaker or "the report itself", *voice.via])
        lines.append(f"{voice.outlet}, {voice.published or 'undated'}: {chain} [{voice.act}]")
        span = f"{voice.evidence.start}-{voice.evidence.end}"
        lines.append(f"  {voice.evidence.article} {span}: {' '.join(voice.evidence.quote.split())}")
    lines += [f"denied by: {' '.join(words.split())}" for words in found.denied_by]
    return "\n".join(lines)
