"""RSS and Atom files: one report an entry, where the entry carries the text and not only a teaser."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from crosswire.model import Article, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.build import MAX_BYTES, build_article
from crosswire.sources.bylines import clean_authors
from crosswire.sources.html import fragment_text
from crosswire.sources.layout import Block, compose
from crosswire.sources.metadata import read_date

# Teasers are a sentence or two; even a wire's short item runs to three.
MIN_ENTRY_WORDS = 60
_ENTITY = re.compile(rb"""<!ENTITY\s{1,99}[^\s>]{1,99}\s{1,99}["'][^"'<>]{0,4000}&[^#]""")
_MAX_ENTITIES = 500
_MAX_ENTRIES = 5_000
# feedparser reads 100-200 kB a second where markup is broken; no feed of the conformance set is this long.
_MAX_PATIENT = 500_000


class _Entry(msgspec.Struct, frozen=True):
    title: str | None
    markup: str
    url: str | None
    author: str | None
    date: str | None


def read_feed(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> Iterator[Article | Skipped]:
    """Read a feed; entries with only a teaser are skipped by number and title."""
    if len(data) > 4 * MAX_BYTES:
        yield Skipped(location, f"expected a feed under {4 * MAX_BYTES:,} bytes, found {len(data):,}; cut it")
        return
    if data.count(b"<!ENTITY") > _MAX_ENTITIES or _ENTITY.search(data):
        yield Skipped(location, "expected a feed, found XML entities that expand into each other; remove its DOCTYPE")
        return
    outlet, entries = _parse(data)
    if not entries:
        yield Skipped(location, "expected an RSS or Atom feed with entries, found none; save the feed again")
    for number, entry in enumerate(entries[:_MAX_ENTRIES], 1):
        yield _read_entry(entry, f"{location} entry {number}", outlet, outlets)


def _read_entry(entry: _Entry, place: str, outlet: str | None, outlets: Sequence[PackOutlet]) -> Article | Skipped:
    parts = [part for part in fragment_text(entry.markup).split("\n\n") if part.strip()]
    words = sum(len(part.split()) for part in parts)
    if words < MIN_ENTRY_WORDS:
        name = f"{place} ({entry.title[:80]})" if entry.title else place
        remedy = "fetch its page" if not entry.url else f"fetch its page, {entry.url[:200]}"
        return Skipped(name, f"only a teaser of {words} words; {remedy}")
    layout = compose([Block("title", entry.title or ""), *(Block("body", part) for part in parts)])
    return build_article(
        layout.text,
        location=place,
        outlets=outlets,
        title=entry.title,
        outlet=outlet,
        author=", ".join(clean_authors([entry.author or ""], [outlet])) or None,
        url=entry.url,
        published=read_date(entry.date),
        regions=layout.regions,
    )


def _parse(data: bytes) -> tuple[str | None, list[_Entry]]:
    """Parse with the fast parser, and again with the patient one when it finds nothing."""
    import fastfeedparser

    # Both parsers are given bytes and never text: text that looks like an address would be fetched.
    try:
        feed = fastfeedparser.parse(data, include_media=False, include_tags=False, include_enclosures=False)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        feed = {}
    if not feed.get("entries") and len(data) <= _MAX_PATIENT:
        import feedparser

        try:
            feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError):
            feed = {}
    entries = [_entry(item) for item in feed.get("entries") or ()]
    return _text((feed.get("feed") or {}).get("title")), entries


def _entry(item: Mapping[str, Any]) -> _Entry:
    bodies = [_text(part.get("value")) for part in item.get("content") or () if isinstance(part, Mapping)]
    bodies += [_text(item.get("description")), _text(item.get("summary"))]
    title = _text(item.get("title"))
    link = _text(item.get("link"))
    return _Entry(
        title=" ".join(fragment_text(title).split()) if title else None,
        markup=max((body for body in bodies if body), key=len, default=""),
        url=link if link and link.startswith(("http://", "https://")) else None,
        author=_text(item.get("author")),
        date=_text(item.get("published")) or _text(item.get("updated")),
    )


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
