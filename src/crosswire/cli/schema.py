"""`crosswire schema`: the JSON Schema of reports."""

import click

from crosswire.cli.console import print_json


@click.command(epilog="\b\nExample:\n  crosswire schema > assessment.schema.json")
def schema() -> None:
    """Print the JSON Schema of what `assess -o report.json` writes."""
    from crosswire.write import schema as described

    print_json(described())
