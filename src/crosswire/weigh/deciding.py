"""Make a decision about a record out of what a user typed: the record found, every value read, the words located."""

import re
from collections.abc import Sequence

import msgspec

from crosswire.errors import DecisionError
from crosswire.model import Article, Decision, DecisionKind, Dossier, Evidence, RecordKind, Span

from .edits import anchor_of
from .naming import actor_named, kind_named, record_named, report_named
from .record_fields import FIELDS, NONE, Field, field_of, parse, spell

Fields = tuple[tuple[str, str], ...]
RECORD_KINDS: tuple[DecisionKind, ...] = ("correct", "strike", "add-record")
# What an analyst quotes is a passage, not a page.
_LONGEST = 2000


def about_record(draft: Decision, quote: str, dossier: Dossier, issues: Sequence[str]) -> Decision:
    """
    Return a decision with its record found, its values checked and its quotation located.

    The draft's `subject` is a record's id, or the kind of record to add; its `value` the report that an added one is
    quoted from. Raises `DecisionError` for what names nothing, what a field cannot hold, and words the report lacks.
    """
    if draft.kind == "add-record":
        sort = kind_named(draft.subject)
        read = _read(sort, draft.fields, dossier, issues)
        missing = [name for name, field in FIELDS[sort].items() if field.needed and name not in dict(read)]
        if missing:
            raise DecisionError(f"a {sort} needs {', '.join(missing)}; give each as FIELD=VALUE")
        evidence = _located(report_named(draft.value, dossier.articles), quote, dossier.articles)
        return msgspec.structs.replace(draft, subject=sort, value=evidence.article, fields=read, evidence=evidence)
    sort, record = record_named(draft.subject, dossier)
    if draft.kind == "correct" and not draft.fields:
        raise DecisionError(f"correct: name a field and its value; a {sort} has: {', '.join(FIELDS[sort])}")
    read = _read(sort, draft.fields, dossier, issues) if draft.kind == "correct" else ()
    return msgspec.structs.replace(draft, subject=record.id, value="", fields=read, anchor=anchor_of(sort, record))


def _read(kind: RecordKind, fields: Sequence[tuple[str, str]], dossier: Dossier, issues: Sequence[str]) -> Fields:
    """Return the fields as they are kept: values checked, actors, issues and rounds by their ids."""
    return tuple((name, _value(field_of(kind, name), name, text, dossier, issues)) for name, text in fields)


def _value(field: Field, name: str, text: str, dossier: Dossier, issues: Sequence[str]) -> str:
    value = parse(field, name, text)
    if isinstance(value, str) and field.sort == "actor":
        return actor_named(value, dossier.actors)
    if isinstance(value, tuple) and field.sort == "actors":
        return spell(tuple(actor_named(str(one), dossier.actors) for one in value))
    for one in spell(value).split(", ") if field.sort in ("issue", "issues") else ():
        if one not in issues and one != NONE:
            raise DecisionError(f"{name}: no issue is called {one!r}; known: {', '.join(sorted(issues))}")
    if isinstance(value, str) and field.sort == "round":
        return _round(value, dossier)
    return spell(value)


def _round(text: str, dossier: Dossier) -> str:
    """Return the id of the round of this number, day or id."""
    found = [one.id for one in dossier.rounds if text in (one.id, str(one.day), str(one.ordinal))]
    if len(found) != 1:
        days = ", ".join(f"{one.day}" for one in dossier.rounds) or "none"
        raise DecisionError(f"no round {text!r}; give its number or its day: {days}")
    return found[0]


def _located(article: str, quote: str, articles: Sequence[Article]) -> Evidence:
    """Return where a report says exactly these words, line breaks aside."""
    words = quote.split()
    if not words:
        raise DecisionError("add-record: give the exact words of the report that bear it out, with --quote")
    text = next(one.text for one in articles if one.id == article)
    pattern = r"\s+".join(map(re.escape, words))
    match = re.search(pattern, text) if len(quote) <= _LONGEST else None
    if match is None:
        told = " ".join(words)[:80]
        raise DecisionError(f"report {article} does not say “{told}”; quote its exact words, from one place")
    return Evidence.cut(article, text, Span(match.start(), match.end()))
