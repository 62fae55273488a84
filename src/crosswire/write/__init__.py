"""Write an assessment down: HTML, Markdown, JSON, or text for a terminal. No judgement is left to make here."""

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from pathlib import Path

from crosswire.errors import WriteError
from crosswire.model import Assessment
from crosswire.write.html import to_html
from crosswire.write.json import schema, to_json
from crosswire.write.markdown import to_markdown
from crosswire.write.terminal import to_text

Writer = Callable[[Assessment], str]

WRITERS: Mapping[str, Writer] = {
    ".html": to_html,
    ".htm": to_html,
    ".md": to_markdown,
    ".json": to_json,
    ".txt": to_text,
}

__all__ = ["WRITERS", "schema", "to_html", "to_json", "to_markdown", "to_text", "write", "writer_for"]


def writer_for(path: Path) -> Writer:
    """Return the writer for a file's suffix; raise `WriteError` naming the suffixes there are."""
    suffix = path.suffix.lower()
    if suffix in WRITERS:
        return WRITERS[suffix]
    for point in entry_points(group="crosswire.writers", name=suffix.lstrip(".")):
        writer: Writer = point.load()
        return writer
    known = ", ".join(sorted(WRITERS))
    raise WriteError(f"{path}: expected a file ending in {known}; found {suffix or 'no suffix'!r}; rename the output")


def write(assessment: Assessment, path: Path) -> None:
    """Write an assessment to a file in its suffix's format; raise `WriteError` when the place cannot be written."""
    text = writer_for(path)(assessment)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WriteError(f"{path}: cannot be written ({error.strerror}); choose another place for -o") from None
