"""Assessment to one self-contained HTML file: no request, readable without its script, on a phone and in print."""

import base64
import hashlib
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec
from markupsafe import Markup, escape

from crosswire.model import Assessment, Evidence, Line, Part, Passage, Progress, SourceRow
from crosswire.write.layout import anchor, counted, dated, day, heading, written_for
from crosswire.write.pages import REPORT, page, part
from crosswire.write.sections import lay_out
from crosswire.write.strip import round_strip

# Each kind's one-letter mark and what it means, shown in the legend.
KINDS = {
    "reported": ("R", "reported: at least one report says so in its own voice"),
    "claimed": ("C", "claimed: somebody named or quoted says so"),
    "assessed": ("A", "assessed: our own count or comparison"),
}


class Chip(msgspec.Struct, frozen=True):
    """
    One piece of evidence behind a line, as the reader meets it: outlet, date, exact words, where to jump.

    `again` numbers a passage of the outlet that the one before it is of, whose name need not stand there twice.
    """

    outlet: str
    date: str
    quote: str
    href: str
    again: int


def to_html(assessment: Assessment) -> str:
    """Return the assessment as HTML. Everything taken from articles is escaped; the page allows no other script."""
    rows = {row.article: row for row in assessment.sources}
    cited: dict[str, set[Evidence]] = defaultdict(set)
    for one in (one for section in assessment.sections for line in section.lines for one in line.evidence):
        cited[one.article].add(one)
    script, style = part("contents.js") + part("report.js"), part("report.css")
    written: str = page(REPORT).render(
        heading=heading(assessment),
        question=assessment.question,
        as_of=day(assessment.as_of),
        written_for=written_for(assessment),
        corpus=assessment.corpus,
        skipped_at="#s-skipped",
        skipped=assessment.corpus.skipped,
        unanswered=assessment.unanswered,
        laid_out=[lay_out(one) for one in assessment.sections],
        kinds=KINDS,
        strip=next((round_strip(one) for one in assessment.sections if one.name == "rounds"), None),
        chips=lambda line: _chips(line, rows),
        words=_words,
        bar=bar,
        place=lambda one: f"#{anchor(one)}",
        sources=assessment.sources,
        origins=assessment.origins,
        names={row.id: row.name for row in assessment.origins},
        passages=[(passage, _marked(passage, cited[passage.article])) for passage in assessment.passages],
        day=day,
        dated=dated,
        counted=counted,
        version=assessment.version,
        dropped=assessment.dropped,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=_hash(script),
    )
    return written


def _chips(line: Line, rows: dict[str, SourceRow]) -> list[Chip]:
    chips: list[Chip] = []
    shown: Counter[str] = Counter()
    for one in line.evidence:
        row = rows[one.article]
        shown[row.outlet] += 1
        again = shown[row.outlet] if chips and chips[-1].outlet == row.outlet else 0
        chips.append(Chip(row.outlet, day(row.published), one.quote, f"#{anchor(one)}", again))
    return chips


def _words(part: Part) -> Markup:
    """Return a part of a line: bracketed help is set apart, verbatim words and ours are plain."""
    if part.kind == "resolved":
        return Markup("<span class=help>{}</span>").format(part.text)
    return escape(part.text)


def bar(progress: Progress) -> Markup:
    """Return a bar of what is done, with the same in words for those who do not see it."""
    share = max(0.0, min(1.0, progress.done / progress.whole)) if progress.whole else 0.0
    return Markup(
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<rect class="whole" width="100" height="4"/><rect class="done" width="{}" height="4"/></svg>'
    ).format(progress.text, f"{100 * share:.1f}")


def _marked(passage: Passage, cited: Iterable[Evidence]) -> Markup:
    """Return an article's text as paragraphs, every cited span marked and reachable by its id."""
    spans = sorted(cited)
    roles = sorted(passage.regions)
    blocks = []
    at = 0
    for block in passage.text.split("\n"):
        end = at + len(block)
        if block.strip():
            first = at + _indent(block)
            role = next((name for start, stop, name in roles if start <= first < stop), "body")
            # Put together by hand: `Markup.format` took half of writing the page.
            blocks.append(f"<p class={escape(role)}>{_paragraph(passage.text, at, end, spans)}</p>")
        at = end + 1
    return Markup("\n".join(blocks))  # noqa: S704 - every word is escaped


def _paragraph(text: str, start: int, end: int, spans: list[Evidence]) -> Markup:
    """Mark the parts of a paragraph that evidence covers; overlapping spans share one mark."""
    inside = [one for one in spans if one.start < end and one.end > start]
    if not inside:
        return escape(text[start:end])
    cuts = sorted({start, end, *(min(max(edge, start), end) for one in inside for edge in (one.start, one.end))})
    pieces = []
    for left, right in itertools.pairwise(cuts):
        here = [one for one in inside if one.start <= left and right <= one.end]
        ids = "".join(
            f'<a class=at id="{escape(anchor(one))}"></a>'
            for one in inside
            if one.start == left or (one.start < start and left == start)
        )
        words = escape(text[left:right])
        pieces.append(f"{ids}<mark>{words}</mark>" if here else f"{ids}{words}")
    return Markup("".join(pieces))  # noqa: S704 - every word is escaped


def _indent(block: str) -> int:
    return len(block) - len(block.lstrip())


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
