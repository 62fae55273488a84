"""A checked report as one self-contained HTML page: the report's own text beside what the sources say to it."""

import itertools

import msgspec
from markupsafe import Markup, escape

from crosswire.model import Check, Checked, Evidence, Passage
from crosswire.write.check_steps import STEPS, shares, to_mend
from crosswire.write.check_words import VERDICTS, notes, summary, told
from crosswire.write.layout import anchor, day
from crosswire.write.pages import page, part


class Row(msgspec.Struct, frozen=True):
    """One paragraph of the report, and the statements that begin in it."""

    role: str
    words: Markup
    statements: tuple[Checked, ...]


def check_to_html(check: Check) -> str:
    """Return the check as HTML without any script. Everything from the report and the sources is escaped."""
    sources = {one.article: one for one in check.sources}
    written: str = page("check.html.j2").render(
        title=check.report.title or check.report.outlet,
        summary=summary(check),
        verdicts=VERDICTS,
        counts=check.counts(),
        rows=report_rows(check),
        told=told,
        steps=STEPS,
        mend=to_mend(check),
        shares=shares,
        notes=notes,
        quoted=quoted_words,
        sources=sources,
        listed=check.sources,
        skipped=check.skipped,
        passages=[(passage, _marked(passage, check)) for passage in check.passages],
        anchor=anchor,
        day=day,
        reader=check.reader,
        version=check.version,
        style=Markup(part("check.css")),  # noqa: S704 - our own file
    )
    return written


def report_rows(check: Check) -> list[Row]:
    """Cut the report into its paragraphs, every statement marked where it stands."""
    text = check.report.text
    rows: list[Row] = []
    at = 0
    for block in text.split("\n"):
        end = at + len(block)
        if block.strip():
            role = next((name for start, stop, name in check.report.regions if start < end and at < stop), "body")
            inside = [one for one in check.statements if one.span.start < end and one.span.end > at]
            begins = tuple(one for one in inside if at <= one.span.start < end)
            rows.append(Row(role, _painted(text, at, end, inside), begins))
        at = end + 1
    return rows


def _painted(text: str, start: int, end: int, statements: list[Checked]) -> Markup:
    """Return a paragraph with each statement in its verdict's colour and the words that differ marked."""
    differing = [
        (one.span.start, one.span.end)
        for statement in statements
        for one in statement.differences
        if one.kind != "citation" and one.span.end > one.span.start
    ]
    edges = {start, end}
    for first, last in [*differing, *((one.span.start, one.span.end) for one in statements)]:
        edges |= {min(max(first, start), end), min(max(last, start), end)}
    pieces: list[Markup] = []
    for left, right in itertools.pairwise(sorted(edges)):
        words = escape(text[left:right])
        if any(first <= left and right <= last for first, last in differing):
            words = Markup("<mark>{}</mark>").format(words)
        owner = next((one for one in statements if one.span.start <= left and right <= one.span.end), None)
        if owner is not None:
            tone = VERDICTS[owner.verdict].tone
            words = Markup('<a class="st {}" href="#{}">{}</a>').format(tone, owner.id, words)
        pieces.append(words)
    return Markup("").join(pieces)


def quoted_words(evidence: Evidence, statement: Checked) -> Markup:
    """Return a piece of evidence, the words that the report changed marked in it."""
    spots = sorted(
        {
            (one.evidence.start, one.evidence.end)
            for one in statement.differences
            if one.evidence
            and one.evidence.article == evidence.article
            and evidence.start <= one.evidence.start
            and one.evidence.end <= evidence.end
            and one.evidence.span != evidence.span
        }
    )
    pieces: list[Markup] = []
    at = evidence.start
    for first, last in spots:
        if first < at:
            continue
        pieces.append(escape(evidence.quote[at - evidence.start : first - evidence.start]))
        pieces.append(Markup("<mark>{}</mark>").format(evidence.quote[first - evidence.start : last - evidence.start]))
        at = last
    return Markup("").join([*pieces, escape(evidence.quote[at - evidence.start :])])


def _marked(passage: Passage, check: Check) -> Markup:
    """Return a source's text as paragraphs, every sentence in evidence marked and reachable by its id."""
    spans = sorted(
        {one for statement in check.statements for one in statement.evidence if one.article == passage.article}
    )
    blocks: list[Markup] = []
    at = 0
    for block in passage.text.split("\n"):
        end = at + len(block)
        inside = [one for one in spans if one.start < end and one.end > at]
        if block.strip():
            edges = sorted({at, end, *(min(max(edge, at), end) for one in inside for edge in (one.start, one.end))})
            pieces: list[Markup] = []
            for left, right in itertools.pairwise(edges):
                ids = (Markup('<a id="{}"></a>').format(anchor(one)) for one in inside if one.start == left)
                pieces.extend(ids)
                words = escape(passage.text[left:right])
                covered = any(one.start <= left and right <= one.end for one in inside)
                pieces.append(Markup("<mark>{}</mark>").format(words) if covered else words)
            blocks.append(Markup("<p>{}</p>").format(Markup("").join(pieces)))
        at = end + 1
    return Markup("\n").join(blocks)
