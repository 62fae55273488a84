"""
The `crosswire` command: a thin skin over pipeline and case, one file a command.

Commands are imported when they are called, so that `crosswire --version` answers at once.
"""

import gc
import importlib
import sys

import click

from crosswire import __version__
from crosswire.errors import CrosswireError

# Exit codes, in every command's --help.
OK, FAILED, USAGE, INCOMPLETE, INTERRUPTED = 0, 1, 2, 3, 130

# New objects after which cycles are looked for.
_YOUNG = 100_000

_COMMANDS = {
    "assess": "crosswire.cli.assess:assess",
    "demo": "crosswire.cli.demo:demo",
    "add": "crosswire.cli.add:add",
    "claims": "crosswire.cli.claims:claims",
    "positions": "crosswire.cli.positions:positions",
    "ledger": "crosswire.cli.ledger:ledger",
    "why": "crosswire.cli.why:why",
    "sources": "crosswire.cli.sources:sources",
    "diff": "crosswire.cli.diff:diff",
    "verify": "crosswire.cli.verify:verify",
    "edit": "crosswire.cli.edit:edit",
    "export": "crosswire.cli.export:export",
    "mcp": "crosswire.cli.mcp:mcp",
    "serve": "crosswire.cli.serve:serve",
    "doctor": "crosswire.cli.doctor:doctor",
    "pack": "crosswire.cli.pack:pack",
    "schema": "crosswire.cli.schema:schema",
}

_EPILOG = """\b
Exit codes: 0 done; 1 failed, with the reason on standard error; 2 wrong usage;
3 done, but --strict was given and some input could not be read; 130 interrupted."""


class _Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="crosswire", message="%(prog)s %(version)s")
def cli() -> None:
    """Read every report of an event; write the account you can check."""


def main() -> None:
    """Run the command line; turn errors into a message and an exit code."""
    # Modules and packs are made once and stay: looking among them for cycles is a tenth of importing them.
    gc.set_threshold(_YOUNG)
    try:
        code = cli(standalone_mode=False)
    except CrosswireError as error:
        click.echo(f"crosswire: {error}", err=True)
        sys.exit(FAILED)
    except click.exceptions.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(OK)
    finally:
        # What a command leaves goes with its process; taking it apart first takes as long as writing the report.
        gc.freeze()
    sys.exit(code if isinstance(code, int) else OK)
