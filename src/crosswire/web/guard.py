"""
The door: every request passes here before a byte of its body is read.

In order: the host it asks for, the size it states, how often its client guessed tokens wrong, who it is, whether they
may write, and where a write comes from.
Every answer leaves with the headers that keep a page from running or fetching anything that is not ours.
"""

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswire.web.access import COOKIE, Sessions, User, user_of
from crosswire.web.patience import Patience
from crosswire.web.settings import Settings

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would make a browser send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_OPEN = ("/login", "/static/")
# Writes that leave the case as it is.
_NO_CHANGE = ("/login", "/logout", "/verify")
_SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """The middleware around the whole app."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions, patience: Patience) -> None:
        self._app, self._settings, self._sessions, self._patience = app, settings, sessions, patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookie, is_new = self._cookie(headers)
        scope.setdefault("state", {})["session"] = cookie
        refusal = self._refusal(scope, headers, cookie)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._dress(MutableHeaders(scope=message), cookie if is_new else None)
            await send(message)

        app: ASGIApp = refusal or self._app
        await app(scope, self._limited(receive), answer)

    def _cookie(self, headers: Headers) -> tuple[str, bool]:
        jar: SimpleCookie = SimpleCookie()
        try:
            jar.load(headers.get("cookie", ""))
        except CookieError:
            jar = SimpleCookie()
        held = jar[COOKIE].value if COOKIE in jar else ""
        return (held, False) if held and self._sessions.name(held) is not None else (self._sessions.open(), True)

    def _refusal(self, scope: Scope, headers: Headers, cookie: str) -> Response | None:
        state, path, writes = scope["state"], scope["path"], scope["method"] not in _SAFE
        if not self._is_host(headers.get("host", "")):
            return PlainTextResponse("This server is not called by that name.\n", 421)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or len(length) > 15 or int(length) > self._settings.max_body:
            return PlainTextResponse(f"{self._too_much}\n", 413)
        bearer, client = _bearer(headers), client_of(scope)
        # A right token is not asked for its rightness either: the answer would tell which guess was right.
        tries = bearer is not None or (writes and path == "/login")
        if self._settings.users and tries and (seconds := self._patience.wait(client)):
            words = f"Too many wrong tokens. Try again in {seconds} seconds.\n"
            return PlainTextResponse(words, 429, headers={"Retry-After": str(seconds)})
        user = self._user(cookie, bearer)
        if bearer is not None and user is None:
            self._patience.wrong(client)
        state.update(user=user, bearer=bearer is not None)
        if user is None and not path.startswith(_OPEN):
            return _stranger(path, headers)
        if writes and user is not None and not user.may_edit and path not in _NO_CHANGE:
            return PlainTextResponse("Readers may not change a case; ask for an editor's token.\n", 403)
        if writes and bearer is None and not _is_own_page(headers):
            return PlainTextResponse("A form of another site may not write here.\n", 403)
        return None

    def _is_host(self, host: str) -> bool:
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        return not self._settings.hosts or name.casefold() in self._settings.hosts

    def _user(self, cookie: str, bearer: str | None) -> User | None:
        users = self._settings.users
        if not users:
            return User(self._settings.author, "editor")
        if bearer is not None:
            return user_of(bearer, users)
        name = self._sessions.name(cookie)
        return next((one for one in users if one.name == name), None)

    def _limited(self, receive: Receive) -> Receive:
        """Count a body as it comes: one sent in chunks states no size."""
        taken = 0

        async def read() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._settings.max_body:
                raise HTTPException(413, self._too_much)
            return message

        return read

    @property
    def _too_much(self) -> str:
        return f"Too much at once: at most {self._settings.max_body // 1_000_000} MB. Send it in parts."

    def _dress(self, headers: MutableHeaders, cookie: str | None) -> None:
        for name, value in _HEADERS.items():
            headers[name] = value
        headers.setdefault("Cache-Control", "private, no-cache")
        if cookie:
            headers.append("Set-Cookie", session_cookie(cookie, secure=self._settings.secure))


def session_cookie(value: str, *, secure: bool) -> str:
    """Return the header that gives a browser its session."""
    return f"{COOKIE}={value}; Path=/; HttpOnly; SameSite=Strict{'; Secure' if secure else ''}"


def client_of(scope: Scope) -> str:
    """Return the address a request comes from; behind a proxy on this machine the one that the proxy tells."""
    client = scope.get("client")
    return client[0] if client else ""


def _bearer(headers: Headers) -> str | None:
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.casefold() == "bearer" else None


def _stranger(path: str, headers: Headers) -> Response:
    if "text/html" in headers.get("accept", "") and not path.endswith(".json"):
        return RedirectResponse(f"/login?next={quote(path)}", 303)
    return PlainTextResponse(
        "Send your token: Authorization: Bearer TOKEN\n", 401, headers={"WWW-Authenticate": "Bearer"}
    )


def _is_own_page(headers: Headers) -> bool:
    """Tell whether a write comes from a page of this server, as far as the browser says."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or urlsplit(origin).netloc.casefold() == headers.get("host", "").casefold()
