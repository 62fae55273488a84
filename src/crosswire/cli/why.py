"""`crosswire why`: what stands behind one claim."""

import click

from crosswire.case import Explanation
from crosswire.cli.console import analyst_option, json_option, print_json
from crosswire.model import Line

_EPILOG = """\b
Examples:
  crosswire why 3f2a talks.crosswire
  crosswire why 3f2a talks.crosswire --json
  crosswire why 9c41d07b22 talks.crosswire -q "Will the talks resume?" --as ukraine
"""


@click.command(epilog=_EPILOG)
@click.argument("claim", metavar="CLAIM")
@click.argument("case_file", metavar="CASE")
@click.option("-q", "--question", help="The question the report answered, to find one of its lines.")
@analyst_option
@json_option
def why(claim: str, case_file: str, question: str | None, analyst: str | None, as_json: bool) -> None:
    """
    Show the origins, reports and exact words behind CLAIM, an id as `crosswire claims` lists it, and the claims near
    it: the same in other words, more or less specific, a part of it, contradicting or denying it.

    CLAIM may also be the id of a line of the case's report, as its JSON and the anchors of its page name it: the line
    is shown with the rule it was worked out by and all it rests on.
    """
    from crosswire.case import SUFFIX, Case

    if claim.endswith(SUFFIX):  # the two are easily told apart, so either order will do
        claim, case_file = case_file, claim
    with Case(case_file) as case:
        line = case.line(claim, question, analyst=analyst)
        found = line or case.why(claim)
    if as_json:
        print_json(found)
    else:
        click.echo(_line_text(found) if isinstance(found, Line) else _text(found))


def _line_text(line: Line) -> str:
    """Write a line of the report with its rule and every passage it rests on."""
    lines = [line.text, f"{line.kind}; {line.note}" if line.note else line.kind]
    lines += [f"rule: {line.rule}"] if line.rule else []
    lines += [f"claim: {one}" for one in line.claims]
    return "\n".join(
        [*lines, *(f"{one.article} {one.start}-{one.end}: {' '.join(one.quote.split())}" for one in line.evidence)]
    )


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
    lines += ["", "claims near it:"] if found.related else []
    for near in found.related:
        relation = f"{near.relation} ({near.what})" if near.what else near.relation
        lines.append(f"{relation}: {near.claim}, {near.outlet}: {' '.join(near.words.split())}")
    return "\n".join(lines)
