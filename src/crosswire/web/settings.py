"""How one server is set up: which case, who may come in, and how much they may send."""

from pathlib import Path

import msgspec

from crosswire.web.access import User

# A day's reports of a newsroom fit; a case of thousands is added by the command line.
MAX_BODY = 64_000_000
MAX_FILES = 200
MAX_PASTE = 900_000


class Settings(msgspec.Struct, frozen=True):
    """
    The settings of one server. Without `users` everybody who reaches it may edit: serve loopback alone then.

    `hosts` are the names a request may call the server by; another name is refused, because a page elsewhere can
    point a name of its own at this machine. Empty `hosts` admit any name.
    """

    case: Path
    packs: tuple[str, ...] = ()
    fast: bool = False
    create: bool = False
    users: tuple[User, ...] = ()
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    author: str = "analyst"
    secure: bool = False
    max_body: int = MAX_BODY
    max_files: int = MAX_FILES
