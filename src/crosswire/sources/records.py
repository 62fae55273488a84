"""JSON and JSON lines: one report an object, under the field names in common use."""

import json
from collections.abc import Iterator, Sequence

from crosswire.model import Article, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.build import MAX_BYTES, build_article
from crosswire.sources.decode import decode, scrub
from crosswire.sources.html import fragment_text
from crosswire.sources.jsonld import Json, Node, names_in
from crosswire.sources.layout import Block, compose
from crosswire.sources.metadata import read_date
from crosswire.sources.torn_quotes import settle

_TEXT = (
    "text", "body", "content", "articlebody", "maintext", "fulltext", "bodytext", "articletext", "contenttext",
    "bodyparagraphs",
    "paragraphs", "story", "html", "contenthtml", "bodyhtml", "contentencoded", "article",
)  # fmt: skip
_TITLE = ("title", "headline", "name", "heading", "webtitle")
_OUTLET = (
    "outlet",
    "source",
    "publisher",
    "sourcename",
    "publication",
    "sitename",
    "site",
    "newspaper",
    "domain",
    "sourcedomain",
    "media",
)
_DATE = (
    "published", "date", "datepublished", "publishedat", "pubdate", "publisheddate", "publicationdate", "datepublish",
    "publishdate", "webpublicationdate", "firstpublished", "timestamp", "created", "createdat", "seendate",
)  # fmt: skip
_URL = ("url", "link", "weburl", "canonicalurl", "articleurl", "sourceurl", "permalink")
_AUTHOR = ("author", "authors", "byline", "creator", "writer")
_LISTS = ("articles", "items", "results", "data", "docs", "documents", "entries", "records", "response", "hits", "news")
_MAX_PARTS = 50_000


def read_json(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> Iterator[Article | Skipped]:
    """Read a JSON file: one object, an array of them, or an object that lists them ("articles", "results" ...)."""
    text = decode(data)
    try:
        value: Json = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and lines[0].lstrip().startswith("{") and lines[0].rstrip().endswith("}"):
            yield from _read_lines(text, location, outlets)
            return
        yield Skipped(location, f"expected JSON: {_why(error)}; mend the file")
        return
    found = _records(value)
    for number, record in enumerate(found, 1):
        place = location if len(found) == 1 else f"{location} item {number}"
        yield _read_record(record, place, outlets)
    if not found:
        yield Skipped(location, "expected an article or a list of articles, found neither; see docs/quickstart.md")


def read_json_lines(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> Iterator[Article | Skipped]:
    """Read JSON lines: a bad line is skipped by its number, the rest is kept."""
    yield from _read_lines(decode(data), location, outlets)


def _read_lines(text: str, location: str, outlets: Sequence[PackOutlet]) -> Iterator[Article | Skipped]:
    # Not splitlines: JSON strings may hold U+2028 and U+0085, which are no line ends here.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"{location} line {number}"
        if len(line) > MAX_BYTES:
            yield Skipped(place, f"expected a line under {MAX_BYTES:,} characters, found {len(line):,}; cut it")
            continue
        try:
            value: Json = json.loads(line, strict=False)
        except (ValueError, RecursionError) as error:
            yield Skipped(place, f"expected a JSON object: {_why(error)}; mend the line")
            continue
        yield _read_record(value, place, outlets)


def _records(value: Json) -> list[Json]:
    """Find the articles in a parsed file, two wrappers deep at most."""
    for _ in range(3):
        if isinstance(value, list):
            return value
        if not isinstance(value, dict):
            return []
        fields = _fields(value)
        if any(name in fields for name in _TEXT) and not isinstance(fields.get("article"), dict):
            return [value]
        inner = next((fields[name] for name in _LISTS if isinstance(fields.get(name), list | dict)), None)
        if inner is None:
            return [value]
        value = inner
    return []


def _read_record(record: Json, location: str, outlets: Sequence[PackOutlet]) -> Article | Skipped:
    if not isinstance(record, dict):
        return Skipped(location, f"expected a JSON object, found {type(record).__name__}; give one object an article")
    fields = _fields(record)
    paragraphs = next((parts for name in _TEXT if (parts := _paragraphs(fields.get(name)))), [])
    if not paragraphs:
        known = ", ".join(list(record)[:8]) or "none"
        return Skipped(location, f"expected its words under text, body or content; found the fields {known[:200]}")
    cut = paragraphs[-1].rstrip()
    if cut.endswith(" chars]") and cut.rpartition("[+")[2].split(" ")[0].isdigit():
        return Skipped(location, "the service cut the text off ('[+... chars]'); fetch the article's page")
    title, author = _first(fields, _TITLE), _author(fields)
    url, published = _first(fields, _URL), read_date(_first(fields, _DATE))
    if len(paragraphs) == 1 and "\n" in paragraphs[0]:
        paragraphs = _lines(paragraphs[0])
    if title and _key(paragraphs[0]) == _key(title):
        del paragraphs[0]
    layout = compose([Block("title", title or ""), *(Block("body", part) for part in settle(paragraphs))])
    return build_article(
        layout.text,
        location=location,
        outlets=outlets,
        title=title,
        outlet=_outlet(fields),
        author=author,
        url=url,
        published=published,
        regions=layout.regions,
    )


def _fields(record: Node) -> Node:
    """Return the record's fields under lower-case names without marks: `body-paragraphs` is `bodyparagraphs`."""
    return {"".join(char for char in name.lower() if char.isalnum()): value for name, value in reversed(record.items())}


def _paragraphs(value: Json) -> list[str]:
    """Return the paragraphs of a text field: a string (HTML or not), or a list of them, or of sentences."""
    if isinstance(value, str):
        text = scrub(value)
        is_markup = "</" in text or "<p>" in text or "<br" in text
        return [part for part in [fragment_text(text) if is_markup else text] if part.strip()]
    if isinstance(value, dict):
        return _paragraphs(next((value[name] for name in ("text", "body", "content") if name in value), None))
    if not isinstance(value, list):
        return []
    found = []
    for item in value[:_MAX_PARTS]:
        if isinstance(item, list):
            words = " ".join(scrub(part) for part in item if isinstance(part, str))
        else:
            words = " ".join(_paragraphs(item))
        if words.strip():
            found.append(words)
    return found


def _lines(text: str) -> list[str]:
    """Cut a text at its blank lines, or at every line end when it has none."""
    blank = [part for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return blank if len(blank) > 1 else [line for line in text.splitlines() if line.strip()]


def _first(fields: Node, names: Sequence[str]) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("url")
        if isinstance(value, str) and value.strip():
            return " ".join(scrub(value).split())
    return None


def _outlet(fields: Node) -> str | None:
    return _first(fields, _OUTLET)


def _author(fields: Node) -> str | None:
    for name in _AUTHOR:
        names = [scrub(found) for found in names_in(fields.get(name))]
        if names:
            return ", ".join(names)
    return None


def _why(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)[:120]


def _key(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
