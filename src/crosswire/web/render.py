"""Plain data to HTML: the templates, and what every page says the same way. Everything from outside is escaped."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from urllib.parse import urlencode

import msgspec
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request

from crosswire import __version__
from crosswire.model import Evidence, Part
from crosswire.text.tokens import terms
from crosswire.web import charts
from crosswire.web.drawer import cited, drawer
from crosswire.web.rows import other_sides
from crosswire.web.shelf import Snapshot
from crosswire.web.spans import SPANS, paragraphs
from crosswire.weigh.sought import Sought, seek, share_held
from crosswire.write.check_html import quoted_words
from crosswire.write.check_steps import STEPS, shares, to_mend
from crosswire.write.check_words import VERDICTS, notes, told
from crosswire.write.html import KINDS, bar
from crosswire.write.layout import corpus_line, counted, day, days, written_for
from crosswire.write.sections import lay_out
from crosswire.write.strip import round_strip

# The pages in the order of an analyst's day; a page group adds its entry here.
NAVIGATION = (
    ("/", "Overview"),
    ("/assessment", "Assessment"),
    ("/claims", "Claims"),
    ("/search", "Search"),
    ("/disagreements", "Disagreements"),
    ("/positions", "Positions"),
    ("/ledger", "Ledger"),
    ("/timeline", "Timeline"),
    ("/origins", "Origins"),
    ("/sources", "Sources"),
    ("/framing", "Framing"),
    ("/changes", "What changed"),
    ("/verify", "Verify"),
    ("/export", "Export"),
    ("/add", "Add"),
    ("/decisions", "Decisions"),
)
# Where the navigation draws a line: what the reports say, the talks, where it comes from, one's own work.
APART = frozenset({"/positions", "/origins", "/changes"})
STATUSES = {
    "corroborated": "two or more independent origins assert it",
    "single-origin": "one origin alone asserts it",
    "disputed": "others say what cannot hold beside it",
    "denied": "somebody denies it",
}
DISPUTES = {
    "figure": "Figures",
    "denial": "Denials",
    "attribution": "Responsibility",
    "date": "Dates",
    "characterisation": "Characterisations",
    "position": "Positions",
}
# Article text is free of these; a file's name, a note or a question may turn a line around with them.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def render(
    template: str, data: msgspec.Struct, request: Request, snapshot: Snapshot | None, *, kept: bool = True
) -> bytes:
    """Draw a page. A `kept` page is the same for every reader, so it is told nothing of who reads it."""
    state, path = request.app.state, request.url.path
    told: dict[str, Any] = {"page": data, "path": path, "case": state.shelf.name, "twin": _twin(request)}
    if snapshot is not None:
        told["snapshot"] = snapshot
        told["paragraphs"] = lambda one: paragraphs(snapshot.articles[one.id], one.spans, one.here)
        told["drawer"] = lambda evidence: drawer(evidence, snapshot)
        told["other_sides"] = lambda claim: other_sides(snapshot, claim)
        told["sought"] = lambda words: seek(words, snapshot.packs.actors)
        told["cite"] = lambda evidence: cited(evidence, snapshot.articles[evidence.article])
    if not kept:
        cookie = request.scope["state"]["session"]
        told["form_token"] = state.sessions.form_token(cookie)
        told["user"] = request.scope["state"].get("user")
    return _seen(_environment().get_template(template).render(told)).encode()


def render_error(request: Request, status: int, title: str, message: str) -> bytes:
    """Draw the page that says what went wrong and what to do."""
    told = {"title": title, "message": message, "status": status, "path": "", "twin": None}
    told["case"] = request.app.state.shelf.name
    return _seen(_environment().get_template("error.html.j2").render(told)).encode()


def moment(time: dt.datetime) -> str:
    """
    Write a time, in UTC.

    >>> moment(dt.datetime(2025, 6, 2, 9, 5, tzinfo=dt.UTC))
    '2 June 2025, 09:05 UTC'
    """
    return f"{time:%-d %B %Y, %H:%M} UTC"


def words(part: Part) -> Markup:
    """Return a part of a line: bracketed help is set apart, verbatim words and ours are plain."""
    return Markup('<span class="help">{}</span>').format(part.text) if part.kind == "resolved" else escape(part.text)


def address(path: str, **fields: object) -> str:
    """
    Return an address with the fields that say something.

    >>> address("/claims", status="denied", q="", page=2)
    '/claims?status=denied&page=2'
    """
    said = {name: value for name, value in fields.items() if value not in (None, "")}
    return f"{path}?{urlencode(said)}" if said else path


def opened_at(evidence: Evidence) -> str:
    """Return the address of an article opened at a passage."""
    return f"/articles/{evidence.article}?at={evidence.start}-{evidence.end}#at"


def marked(quote: str, wanted: Sequence[Sought]) -> Markup:
    """Return a passage with the words that were looked for marked in it."""
    pieces = re.split(r"([^\W_]+)", quote)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(one) if at % 2 and share_held(wanted, terms(one)) > 0 else escape(one)
        for at, one in enumerate(pieces)
    )


def _seen(page: str) -> str:
    return _TURNING.sub("\ufffd", page)


def _twin(request: Request) -> str:
    path = "/index.json" if request.url.path == "/" else f"{request.url.path}.json"
    return f"{path}?{request.url.query}" if request.url.query else path


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("crosswire.web"), PackageLoader("crosswire.write")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        navigation=NAVIGATION,
        apart=APART,
        kinds=KINDS,
        statuses=STATUSES,
        dispute_names=DISPUTES,
        version=__version__,
        span_kinds=SPANS,
        corpus_line=corpus_line,
        written_for=written_for,
        round_strip=round_strip,
        lay_out=lay_out,
        bar=bar,
        place=opened_at,
        marked=marked,
        skipped_at="/sources#skipped",
        verdicts=VERDICTS,
        notes=notes,
        told=told,
        steps=STEPS,
        to_mend=to_mend,
        shares=shares,
        quoted_words=quoted_words,
        counted=counted,
        day=day,
        days=days,
        words=words,
        address=address,
        dot_plot=charts.dot_plot,
        origins_graph=charts.origins_graph,
    )
    environment.filters.update(day=day, moment=moment, lay_out=lay_out)
    return environment
