"""
Who may come in: users with tokens and roles, signed sessions, and the tokens that guard writes against other sites.

Tokens are 256 random bits, so a plain SHA-256 of one is safe to keep. Every comparison takes the same time whatever
differs. Sessions are signed with a key that lives as long as the server: a restart signs everybody out.
"""

import hashlib
import hmac
import secrets
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import msgspec

from crosswire.errors import CrosswireError

Role = Literal["reader", "editor"]
COOKIE = "crosswire_session"
_SESSION_SECONDS = 12 * 3600


class AccessError(CrosswireError):
    """A file of users that cannot be read, or a name that is in it already."""


class User(msgspec.Struct, frozen=True):
    """Somebody who may come in: a reader looks, an editor also adds and decides. `digest` is their token's SHA-256."""

    name: str
    role: Role
    digest: str = ""

    @property
    def may_edit(self) -> bool:
        """Tell whether they may add reports and decide."""
        return self.role == "editor"


class _UserRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A user as the file has one."""

    role: Role
    token_sha256: str


def load_users(path: Path) -> tuple[User, ...]:
    """Return the users in a TOML file, by name; raise `AccessError` when it cannot be read or breaks the form."""
    try:
        rows = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, _UserRow])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise AccessError(
            f"{path}: expected users, each a table with role and token_sha256 ({error}); make one with: "
            f"crosswire serve CASE --users {path} --add-user NAME:ROLE"
        ) from None
    return tuple(User(name, row.role, row.token_sha256) for name, row in sorted(rows.items()))


def add_user(path: Path, name: str, role: Role) -> str:
    """Add a user to a file, made when it does not exist and readable by its owner alone; return the new token."""
    if not name.isidentifier():
        raise AccessError(f"{name!r} is no name for a user: letters, digits and underscores")
    known = load_users(path) if path.exists() else ()
    if name in {one.name for one in known}:
        raise AccessError(f"{path}: {name} is there already; delete the table [{name}] first")
    token = secrets.token_urlsafe(32)
    path.touch(mode=0o600)
    with path.open("a", encoding="utf-8") as file:
        file.write(f'[{name}]\nrole = "{role}"\ntoken_sha256 = "{digest_of(token)}"\n\n')
    return token


def digest_of(token: str) -> str:
    """Return the SHA-256 of a token, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def user_of(token: str, users: Iterable[User]) -> User | None:
    """Return whose token this is. Every user is compared, so that the time taken tells nothing."""
    digest, found = digest_of(token), None
    for user in users:
        if hmac.compare_digest(digest, user.digest):
            found = user
    return found


class Sessions:
    """Signs and checks what a browser holds: its session, and the token its forms send with a write."""

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        self._key = secrets.token_bytes(32)
        self._clock = clock

    def open(self, name: str = "") -> str:
        """Return a new session's cookie; without a name it only guards forms."""
        body = f"{name}.{int(self._clock())}.{secrets.token_urlsafe(12)}"
        return f"{body}.{self._sign('session', body)}"

    def name(self, cookie: str) -> str | None:
        """Return whose session a cookie is, "" for nobody's; None when it is forged or too old."""
        body, _, mark = cookie.rpartition(".")
        if not _same(mark, self._sign("session", body)):
            return None
        name, begun, _ = body.split(".", 2)
        return name if self._clock() - int(begun) < _SESSION_SECONDS else None

    def form_token(self, cookie: str) -> str:
        """Return what the forms of this session must send."""
        return self._sign("form", cookie)

    def is_form_token(self, cookie: str, token: str) -> bool:
        """Tell whether a form of this session sent the token."""
        return _same(token, self.form_token(cookie))

    def _sign(self, purpose: str, body: str) -> str:
        return hmac.new(self._key, f"{purpose}\0{body}".encode(), hashlib.sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
