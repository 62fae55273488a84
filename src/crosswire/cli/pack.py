"""`crosswire pack`: list and check packs."""

import click

from crosswire.cli import FAILED, OK
from crosswire.cli.console import json_option, print_json

_EPILOG = """\b
Examples:
  crosswire pack list
  crosswire pack check ukraine_russia
  crosswire pack check ./my-pack --json
"""


@click.group(epilog=_EPILOG)
def pack() -> None:
    """List packs, or check one before using it."""


@pack.command(name="list")
@json_option
def list_packs(as_json: bool) -> None:
    """List the packs that ship with Crosswire."""
    from crosswire.packs import load_pack, names

    headers = [load_pack(name).header for name in names()]
    if as_json:
        print_json(headers)
        return
    for header in headers:
        click.echo(f"{header.name:16} {header.title}: {header.description}")


@pack.command()
@click.argument("name", metavar="NAME|DIR")
@json_option
def check(name: str, as_json: bool) -> int:
    """Check a pack: schema, ids, references, aliases and its own examples."""
    from crosswire.packs.check import check_pack
    from crosswire.read.examples import check_examples

    problems = check_pack(name) or check_examples(name)
    if as_json:
        print_json({"pack": name, "problems": problems})
    else:
        for problem in problems:
            click.echo(problem)
        click.echo(f"{name}: {len(problems)} problem(s)" if problems else f"{name}: ok")
    return FAILED if problems else OK
