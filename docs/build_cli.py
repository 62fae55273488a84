"""Write docs/cli.md from the commands' own --help; `tests/test_docs.py` fails when it is out of date."""

from pathlib import Path

import click

from crosswire.cli import cli


def render() -> str:
    """Return the page: one heading and one help text a command, in the order `crosswire --help` lists them."""
    blocks = ["# The command line\n\nWritten by `python docs/build_cli.py` from the commands' own help.\n"]
    blocks += [_block(name, command) for name, command in _commands("crosswire", cli)]
    return "\n".join(blocks)


def _commands(name: str, command: click.Command) -> list[tuple[str, click.Command]]:
    found = [(name, command)]
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for child in command.list_commands(context):
            inner = command.get_command(context, child)
            assert inner is not None
            found += _commands(f"{name} {child}", inner)
    return found


def _block(name: str, command: click.Command) -> str:
    settings = {"help_option_names": ["-h", "--help"]}
    context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100, **settings)
    return f"## `{name}`\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    (Path(__file__).parent / "cli.md").write_text(render(), encoding="utf-8")
