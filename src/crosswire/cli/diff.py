"""`crosswire diff`: what changed between two dates of a case, or between two cases."""

import click

from crosswire.cli.console import as_of_option, json_option, parse_as_of, print_json
from crosswire.model import Section

_EPILOG = """\b
Examples:
  crosswire diff talks.crosswire --since 2025-05-20
  crosswire diff talks.crosswire --since 2025-05-20 --as-of 2025-05-22 --json
  crosswire diff yesterday.crosswire today.crosswire -q "Will the corridor open?"
"""


@click.command(epilog=_EPILOG)
@click.argument("cases", nargs=-1, required=True, metavar="[OLD] CASE")
@click.option("--since", metavar="DATE", help="The earlier date, when one case is given.")
@as_of_option
@click.option("-q", "--question", help="What you want to know; it orders what is shown.")
@json_option
def diff(cases: tuple[str, ...], since: str | None, as_of: str | None, question: str | None, as_json: bool) -> None:
    """
    Show what changed: positions that moved, claims newly made, corroborated or contested, support that was lost.

    Give one case and --since, or two cases. Prints nothing when nothing changed.
    """
    from crosswire.case import Case

    start, end = parse_as_of(since, "--since"), parse_as_of(as_of)
    if len(cases) == 2 and start is None:
        with Case(cases[0]) as old:
            before = old.dossier()
    elif len(cases) == 1 and start is not None:
        with Case(cases[0]) as old:
            before = old.dossier(as_of=start)
    else:
        raise click.UsageError("give one case with --since DATE, or two cases; see crosswire diff --help")
    with Case(cases[-1]) as case:
        section = case.changes(before, question, as_of=end)
    _show(section, as_json)


def _show(section: Section | None, as_json: bool) -> None:
    from crosswire.write.terminal import section_text

    if as_json:
        print_json({"changed": section})
    elif section is not None:
        click.echo(section_text(section))
