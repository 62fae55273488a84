"""`crosswire serve`: open a case in the browser."""

import getpass
import ipaddress
import re
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import click

from crosswire.cli.console import fast_option, pack_option, progress_bar
from crosswire.errors import CrosswireError

_EPILOG = """\b
Examples:
  crosswire serve talks.crosswire
  crosswire serve talks.crosswire --port 9000 --new
  crosswire serve talks.crosswire --users desk.toml --add-user ada:editor
  crosswire serve talks.crosswire --users desk.toml --host 0.0.0.0 --name desk.example
"""


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE", type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="The port.")
@click.option("--new", is_flag=True, help="Make CASE when it does not exist.")
@click.option("--users", type=click.Path(path_type=Path), help="Who may come in: a TOML file of names and tokens.")
@click.option("--add-user", metavar="NAME:ROLE", help="Add a reader or editor to --users, print the token, and stop.")
@click.option("--name", "names", multiple=True, help="A name the server is called by, beside localhost.")
@click.option("--https", is_flag=True, help="Browsers reach it by HTTPS through a proxy: keep sessions off plain HTTP.")
@pack_option
@fast_option
def serve(
    case_file: Path,
    host: str,
    port: int,
    new: bool,
    users: Path | None,
    add_user: str | None,
    names: tuple[str, ...],
    https: bool,
    packs: tuple[str, ...],
    fast: bool,
) -> None:
    """
    Open CASE in the browser: every page with the evidence behind it, and a JSON twin.

    Without --users the server listens on this machine alone and asks for no token. Stop it with Ctrl-C.
    """
    if any(find_spec(one) is None for one in ("fastapi", "uvicorn", "python_multipart")):
        raise CrosswireError("serving a case needs an extra: pip install 'crosswire[serve]'")
    if add_user is not None:
        _add_user(users, add_user)
        return
    import uvicorn

    from crosswire.web import Settings, create_app
    from crosswire.web.access import load_users

    if users is None and not _is_loopback(host):
        raise click.UsageError(f"--host {host} is reached from elsewhere: name who may come in with --users FILE")
    hosts = Settings(case_file).hosts + tuple(one.casefold() for one in (host, *names))
    settings = Settings(
        case=case_file,
        packs=packs,
        fast=fast,
        create=new,
        users=load_users(users) if users else (),
        hosts=hosts,
        author=getpass.getuser(),
        secure=https,
    )
    app = create_app(settings)
    with progress_bar() as progress:
        app.state.shelf.warm(progress)
    click.echo(f"{case_file}: http://{host}:{port}/ (Ctrl-C stops it)", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)


def _add_user(path: Path | None, wanted: str) -> None:
    from crosswire.web.access import Role, add_user

    name, _, role = wanted.partition(":")
    if path is None or role not in get_args(Role) or not re.fullmatch(r"\w{1,40}", name):
        raise click.UsageError("--add-user: expected --users FILE and NAME:reader or NAME:editor")
    token = add_user(path, name, "editor" if role == "editor" else "reader")
    click.echo(token)
    click.echo(f"{path}: {name} is a {role}; the token above is shown this once", err=True)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
