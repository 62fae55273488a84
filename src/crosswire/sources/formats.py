"""Which reader a file gets: by its first bytes where they are certain, then by its name."""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import entry_points

from crosswire.model import Article, Skipped
from crosswire.packs import PackOutlet

Reader = Callable[[bytes, str, Sequence[PackOutlet]], Iterable[Article | Skipped]]

# format -> (module of this package, function): a module and its libraries load when the first such file comes.
_READERS = {
    "plain": ("plain", "read_plain"),
    "markdown": ("plain", "read_markdown"),
    "html": ("html", "read_html"),
    "json": ("records", "read_json"),
    "jsonl": ("records", "read_json_lines"),
    "mail": ("mail", "read_mail"),
    "pdf": ("pdf", "read_pdf"),
    "feed": ("feeds", "read_feed"),
}
_SUFFIXES = {
    "txt": "plain", "text": "plain", "md": "markdown", "markdown": "markdown", "html": "html", "htm": "html",
    "xhtml": "html", "json": "json", "jsonl": "jsonl", "ndjson": "jsonl", "eml": "mail", "pdf": "pdf", "rss": "feed",
    "atom": "feed", "xml": "feed",
}  # fmt: skip
KNOWN = ".txt .md .html .json .jsonl .eml .pdf .rss .atom .xml .zip .gz"
_BINARY = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ", b"\xd0\xcf\x11\xe0", b"SQLite format", b"OggS", b"ID3",
    b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"RIFF", b"\x00\x00\x01\x00", b"II*\x00", b"MM\x00*", b"PK\x03\x04",
)  # fmt: skip
# Control bytes that no text holds: all but the blanks and the escape that some mail encodings use.
_CONTROLS = bytes((*range(1, 9), *range(14, 27), 28, 29, 30, 31, 127))
_MAIL = re.compile(
    rb"^(?:from|to|subject|received|message-id|mime-version|return-path|delivered-to|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_HTML = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body|article|div|p|h1|meta)[\s>]", re.IGNORECASE)


def find_format(location: str, data: bytes) -> str | None:
    r"""
    Return the format of a file, None when it is none that Crosswire reads.

    >>> find_format("a.txt", b"%PDF-1.7 ..."), find_format("stdin", b'{"text": 1}'), find_format("a.png", b"\x89PNG")
    ('pdf', 'json', None)
    """
    head = data[:4_096].lstrip(b"\xef\xbb\xbf \t\r\n")
    suffix = _suffix(location)
    if b"%PDF-" in data[:1_024]:
        return "pdf"
    if head.startswith(_BINARY) and not (suffix in _SUFFIXES and head.startswith((b"MZ", b"ID3", b"RIFF"))):
        return None
    if suffix == "xml" or suffix in ("html", "htm", "xhtml"):
        return _markup(head) or _SUFFIXES[suffix]
    if suffix in _SUFFIXES:
        is_page = suffix == "txt" and head[:200].lower().startswith((b"<!doctype html", b"<html"))
        return "html" if is_page else _SUFFIXES[suffix]
    return None if suffix else sniff(data)


def sniff(data: bytes) -> str | None:
    """Guess the format of bytes without a name, as they come on stdin."""
    head = data[:4_096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(_BINARY):
        return None
    if head[:1] in (b"{", b"["):
        first = data.lstrip().partition(b"\n")[0].rstrip()
        more = data.lstrip()[len(first) :].strip()
        return "jsonl" if head[:1] == b"{" and first.endswith(b"}") and more[:1] == b"{" else "json"
    if head[:1] == b"<":
        return _markup(head) or "html"
    if len({match.lower() for match in _MAIL.findall(head.partition(b"\n\n")[0])}) > 1:
        return "mail"
    return "plain"


def read_input(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> Iterable[Article | Skipped]:
    """Read one file's bytes with the reader of its format."""
    name = find_format(location, data)
    if name is None:
        reader = _third_party(_suffix(location))
        if reader is not None:
            return reader(data, location)
        return [Skipped(location, f"expected one of {KNOWN}, found another format; save it as one of these")]
    if name != "pdf" and _is_binary(data):
        return [Skipped(location, f"expected text, found binary data; Crosswire reads {KNOWN}")]
    module, function = _READERS[name]
    built_in: Reader = getattr(import_module(f"crosswire.sources.{module}"), function)
    return built_in(data, location, outlets)


def _markup(head: bytes) -> str | None:
    # Comments and style sheets in front of the root say nothing about it.
    head = _COMMENT.sub(b"", head)
    feed, page = _FEED.search(head), _HTML.search(head)
    if feed and (not page or feed.start() < page.start()):
        return "feed"
    return "html" if page else None


def _is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text in any encoding: many control bytes that are not UTF-16's zeros."""
    head = data[:8_192]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    zeros = head.count(0)
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or zeros > len(head) // 4
    return controls > len(head) // 20 + 4 or (zeros > len(head) // 10 + 8 and not is_wide)


def _suffix(location: str) -> str:
    name = location.replace("!", "/").rpartition("/")[2].lower().removesuffix(".gz")
    return name.rpartition(".")[2] if "." in name else ""


def _third_party(suffix: str) -> Callable[[bytes, str], Iterable[Article | Skipped]] | None:
    """Return another package's reader for a suffix: an entry point of the group `crosswire.sources` named like it."""
    for point in entry_points(group="crosswire.sources", name=suffix):
        reader: Callable[[bytes, str], Iterable[Article | Skipped]] = point.load()
        return reader
    return None
