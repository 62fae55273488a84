"""`crosswire schema`: the JSON Schema of reports."""

import click

from crosswire.cli.console import print_json


@click.command(
    epilog="\b\nExamples:\n  crosswire schema > assessment.schema.json\n  crosswire schema check > check.schema.json"
)
@click.argument("what", type=click.Choice(["assessment", "check"]), default="assessment")
def schema(what: str) -> None:
    """Print the JSON Schema of what `assess -o report.json` writes, or of what `verify -o report.json` does (check)."""
    from crosswire.write import schema as described
    from crosswire.write.check import check_schema

    print_json(check_schema() if what == "check" else described())
