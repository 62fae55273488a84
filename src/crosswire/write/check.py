"""A checked report to JSON, Markdown or text, and what every one of its writers says the same way."""

import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from crosswire.errors import WriteError
from crosswire.model import Check, Checked, CheckedSource, Evidence
from crosswire.write.check_html import check_to_html
from crosswire.write.check_words import VERDICTS, notes, plain_markdown, summary, told
from crosswire.write.layout import day

CHECK_SCHEMA_ID = "crosswire-check-1"
_WIDTH = 100


def check_to_json(check: Check) -> str:
    """Return the check as indented JSON, the summary and the counts by verdict on top."""
    body = msgspec.to_builtins(check)
    head = {"schema": CHECK_SCHEMA_ID, "summary": summary(check), "counts": check.counts()}
    return msgspec.json.format(msgspec.json.encode({**head, **body}), indent=1).decode() + "\n"


def check_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `check_to_json` writes."""
    described = msgspec.json.schema(Check)
    check = described["$defs"]["Check"]
    counts = {"type": "object", "additionalProperties": {"type": "integer"}}
    head = {"schema": {"const": CHECK_SCHEMA_ID}, "summary": {"type": "string"}, "counts": counts}
    check["properties"] = {**head, **check["properties"]}
    check["required"] = [*head, *check["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": CHECK_SCHEMA_ID, **described}


def check_to_markdown(check: Check) -> str:
    """Return the check as CommonMark: the summary, then every statement with its verdict and evidence."""
    sources = {one.article: one for one in check.sources}
    lines = [f"# Checked: {plain_markdown(check.report.title or check.report.outlet)}", "", f"*{summary(check)}*"]
    for one in check.statements:
        lines += ["", f"## {one.id[1:]}. {VERDICTS[one.verdict].label}", "", f"> {plain_markdown(one.text)}", ""]
        lines += [f"{plain_markdown(one.reason)} {plain_markdown(told(one))}".rstrip(), ""]
        lines += [f"- {plain_markdown(note)}" for note in notes(one)]
        lines += [f"- evidence: {_cited(evidence, sources)}" for evidence in one.evidence]
    lines += ["", "## Sources", ""]
    lines += [f"- {plain_markdown(_source(one))}" for one in check.sources]
    lines += [f"- not read: {plain_markdown(one)}" for one in check.skipped]
    return "\n".join(lines) + "\n"


def check_to_text(check: Check, width: int = _WIDTH) -> str:
    """Return the check as text no wider than `width` columns, what needs a look first."""
    sources = {one.article: one for one in check.sources}
    blocks = [textwrap.fill(f"Checked: {check.report.title or check.report.outlet}", width), summary(check)]
    ordered = sorted(check.statements, key=lambda one: VERDICTS[one.verdict].rank)
    blocks += [_block(one, sources, width) for one in ordered]
    return "\n\n".join(blocks) + "\n"


CHECK_WRITERS: Mapping[str, Callable[[Check], str]] = {
    ".html": check_to_html,
    ".htm": check_to_html,
    ".md": check_to_markdown,
    ".json": check_to_json,
    ".txt": check_to_text,
}


def check_writer_for(path: Path) -> Callable[[Check], str]:
    """Return the writer for a file's suffix; raise `WriteError` naming the suffixes there are."""
    writer = CHECK_WRITERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(sorted(CHECK_WRITERS))
        raise WriteError(f"{path}: expected a file ending in {known}; found {path.suffix!r}; rename the output")
    return writer


def write_check(check: Check, path: Path) -> None:
    """Write a check to a file in its suffix's format; raise `WriteError` when the place cannot be written."""
    text = check_writer_for(path)(check)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WriteError(f"{path}: cannot be written ({error.strerror}); choose another place for -o") from None


def _block(one: Checked, sources: Mapping[str, CheckedSource], width: int) -> str:
    lines = [
        textwrap.fill(
            f"{one.id[1:]}. {VERDICTS[one.verdict].label.upper()}: {one.text}", width, subsequent_indent="   "
        ),
        textwrap.fill(f"{one.reason} {told(one)}".rstrip(), width, initial_indent="   ", subsequent_indent="   "),
    ]
    lines += [textwrap.fill(f"! {note}", width, initial_indent="   ", subsequent_indent="     ") for note in notes(one)]
    for evidence in one.evidence if one.verdict != "supported" else one.evidence[:1]:
        source = sources[evidence.article]
        words = " ".join(evidence.quote.split())
        lines.append(
            textwrap.fill(
                f"{source.outlet}, {day(source.published)}: “{words}”",
                width,
                initial_indent="   > ",
                subsequent_indent="     ",
            )
        )
    return "\n".join(lines)


def _cited(evidence: Evidence, sources: Mapping[str, CheckedSource]) -> str:
    source = sources[evidence.article]
    words = plain_markdown(" ".join(evidence.quote.split()))
    return f"{plain_markdown(source.outlet)}, {day(source.published)}, {evidence.start}–{evidence.end}: “{words}”"


def _source(one: CheckedSource) -> str:
    title = f"“{one.title}”, " if one.title else ""
    return f"{one.outlet}: {title}{day(one.published)}{' (cited)' if one.cited else ''}"
