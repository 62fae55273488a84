"""`crosswire mcp`: a case's questions as tools for a language model."""

import importlib.util

import click

from crosswire.cli.console import fast_option
from crosswire.errors import CrosswireError

_EPILOG = """\b
Examples:
  crosswire mcp talks.crosswire
  crosswire mcp talks.crosswire --http --port 8765
"""


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE")
@click.option(
    "--http", is_flag=True, help="Serve streamable HTTP on this machine instead of standard input and output."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True, help="The port for --http.")
@fast_option
def mcp(case_file: str, http: bool, port: int, fast: bool) -> None:
    """
    Serve CASE over the Model Context Protocol: search, claims, positions, timeline, ledger, disputes, sources, assess.

    Every answer is bounded and cited, and marks the reports' words as data, not instructions. Nothing is written to
    the case. Needs the mcp extra: pip install 'crosswire[mcp]'.
    """
    if importlib.util.find_spec("mcp") is None:
        raise CrosswireError("the MCP SDK is not installed; install it with: pip install 'crosswire[mcp]'")
    from crosswire.mcp import server

    served = server(case_file, fast=fast)
    if http:
        served.run("streamable-http", host="127.0.0.1", port=port)
    else:
        served.run("stdio")
