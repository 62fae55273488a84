"""Mail: newsletters and press statements, and the readable files attached to them."""

import email
import email.errors
import re
from collections.abc import Iterator, Sequence
from email import policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

import msgspec

from crosswire.model import Article, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.build import MAX_BYTES, MIN_WORDS
from crosswire.sources.decode import decode, scrub
from crosswire.sources.html import fragment_text, read_html
from crosswire.sources.pdf import read_pdf
from crosswire.sources.plain import read_plain, read_text

_MAX_PARTS = 200
# The standard library unfolds encoded words in quadratic time: 280 kB of them take 4 s. Real headers stay under 30 kB.
_MAX_HEADERS = 100_000
_READERS = {"txt": read_plain, "md": read_plain, "html": read_html, "htm": read_html, "pdf": read_pdf}
_MIME_FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    IndexError,
    email.errors.MessageError,
    RecursionError,
)
_BOUNDARY_DEPTH = re.compile(rb"^content-type:\s{0,9}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)


class _Head(msgspec.Struct, frozen=True):
    subject: str | None
    sender: str | None
    domain: str | None
    date: str | None


def read_mail(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> Iterator[Article | Skipped]:
    """Read a mail: its text as one report, then its attached .txt, .html and .pdf files, one level deep."""
    if len(data) > 10 * MAX_BYTES:
        yield Skipped(
            location, f"expected a mail under {10 * MAX_BYTES:,} bytes, found {len(data):,}; save it without its files"
        )
        return
    if min(data.find(mark) % (len(data) + 1) for mark in (b"\n\n", b"\r\n\r\n")) > _MAX_HEADERS:
        yield Skipped(location, f"expected a mail's header under {_MAX_HEADERS:,} bytes, found more; save its text")
        return
    if len(_BOUNDARY_DEPTH.findall(data)) > _MAX_PARTS:
        yield Skipped(location, f"expected a mail of at most {_MAX_PARTS} nested parts, found more; save its text")
        return
    try:
        message = email.message_from_bytes(data, policy=policy.default)
        head = _head(message)
        bodies, files = _parts(message)
    except _MIME_FAULTS as error:
        yield Skipped(location, f"expected a mail, found broken headers ({type(error).__name__}); save its text")
        return
    yield _read_body(bodies, head, location, outlets)
    for name, content in files:
        reader = _READERS.get(name.rpartition(".")[2].lower())
        place = f"{location}!{name}"
        if reader is not None:
            yield from reader(content, place, outlets)
        elif name.lower().endswith((".docx", ".doc", ".rtf", ".odt", ".eml", ".zip")):
            yield Skipped(place, "attachments are read as .txt, .md, .html or .pdf; save it as one of these")


def _read_body(bodies: dict[str, str], head: _Head, location: str, outlets: Sequence[PackOutlet]) -> Article | Skipped:
    plain, markup = bodies.get("plain", ""), bodies.get("html", "")
    text = plain
    # Newsletters often carry a stub ("view in your browser") as their plain text.
    if markup and len(plain.split()) < 2 * MIN_WORDS:
        longer = fragment_text(markup)
        text = longer if len(longer.split()) > len(plain.split()) else plain
    if not text.strip():
        return Skipped(location, "expected a mail with words in it, found none; save the page it links to")
    # The subject is the headline, and titles stand inside the text.
    if head.subject and head.subject not in text[:2_000]:
        text = f"{head.subject}\n\n{text}"
    return read_text(
        text, location, outlets, title=head.subject, outlet=head.sender or head.domain, published=head.date
    )


def _head(message: EmailMessage) -> _Head:
    subject = _clean(message.get("Subject"))
    # An unquoted comma ("Press Office, Ministry of ... <a@b>") reads as two senders: the one with an address counts.
    senders = getaddresses([_clean(message.get("From")) or ""]) or [("", "")]
    name, address = next((one for one in senders if "@" in one[1]), senders[0])
    domain = address.rpartition("@")[2] or None
    try:
        date = parsedate_to_datetime(_clean(message.get("Date")) or "").date().isoformat()
    except (ValueError, TypeError, OverflowError):
        date = None
    return _Head(subject, _clean(name), domain, date)


def _parts(message: EmailMessage) -> tuple[dict[str, str], list[tuple[str, bytes]]]:
    """Return the first plain and the first HTML body, and the attached files with their names."""
    bodies: dict[str, str] = {}
    files: list[tuple[str, bytes]] = []
    for number, part in enumerate(message.walk()):
        if number > _MAX_PARTS:
            break
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        name = _clean(part.get_filename())
        if name or part.get_content_disposition() == "attachment":
            files.append((name or "attachment", content))
        elif part.get_content_maintype() == "text" and part.get_content_subtype() in ("plain", "html"):
            bodies.setdefault(part.get_content_subtype(), _decode(content, part.get_content_charset()))
    return bodies, files


def _decode(content: bytes, charset: str | None) -> str:
    if charset and charset.lower() not in ("utf-8", "us-ascii"):
        try:
            return content.decode(charset, "replace")
        except (LookupError, ValueError):
            pass
    return decode(content, declared=True)


def _clean(value: object) -> str | None:
    return " ".join(scrub(str(value)).split())[:500] or None if value else None
