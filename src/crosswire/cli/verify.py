"""`crosswire verify`: check anyone's report against the sources."""

import sys
from pathlib import Path
from typing import get_args

import click

from crosswire.cli import OK
from crosswire.cli.console import (
    as_of_option,
    cores,
    fast_option,
    jobs_option,
    pack_option,
    parse_as_of,
    progress_bar,
)
from crosswire.errors import QuestionError
from crosswire.model import Check, Verdict

# Other commands end in 3 when an input could not be read; this one in 4 when a verdict named by --fail-on was given.
FOUND = 4
_EPILOG = """\b
Examples:
  crosswire verify report.md --against reports/ -o checked.html
  crosswire verify answer.txt --against talks.crosswire
  crosswire verify brief.docx --against reports/ --fail-on unsupported,altered-quotation
  pbpaste | crosswire verify - --against reports/ -o checked.json

\b
Verdicts: supported, partly, contradicted, unsupported, not-checkable, altered-quotation, misattributed, wrong-figure,
wrong-date, wrong-name, citation-mismatch, copy-inflated.

\b
Exit codes: 0 checked; 1 failed, with the reason on standard error; 2 wrong usage;
4 checked, and a statement got a verdict named by --fail-on."""


@click.command(epilog=_EPILOG)
@click.argument("report", metavar="REPORT")
@click.option(
    "--against", multiple=True, required=True, metavar="PATH|CASE", help="The sources; may be given more than once."
)
@click.option(
    "--fail-on",
    metavar="VERDICT,...",
    help="Exit with 4 when a statement gets one of these; 'any' means all but supported and not-checkable.",
)
@as_of_option
@pack_option
@jobs_option
@fast_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a .html, .md, .json or .txt file.")
def verify(
    report: str,
    against: tuple[str, ...],
    fail_on: str | None,
    as_of: str | None,
    packs: tuple[str, ...],
    jobs: int | None,
    fast: bool,
    output: Path | None,
) -> int:
    """
    Check a report against its sources, statement by statement.

    REPORT is Markdown, HTML, text (a chat answer, say), PDF or DOCX, or - for standard input. Each statement gets a
    verdict with the words of the report and those of the sources beside each other.
    """
    from crosswire.write.check import check_to_text, check_writer_for, write_check
    from crosswire.write.check_words import summary

    if output:
        check_writer_for(output)
    failing = _verdicts(fail_on)
    check = _check(report, against, as_of=as_of, packs=packs, jobs=cores(jobs), fast=fast)
    if output:
        write_check(check, output)
        click.echo(f"{output}: {summary(check)}", err=True)
    else:
        click.echo(check_to_text(check), nl=False)
    return FOUND if failing & {one.verdict for one in check.statements} else OK


def _check(
    report: str, against: tuple[str, ...], *, as_of: str | None, packs: tuple[str, ...], jobs: int, fast: bool
) -> Check:
    from crosswire.check import check_report, choose_comparer
    from crosswire.read import choose_annotator
    from crosswire.sources.drafts import open_draft

    draft = open_draft(report, sys.stdin.buffer)
    date, comparer = parse_as_of(as_of), choose_comparer(fast=fast)
    with progress_bar() as progress:
        if len(against) == 1 and against[0].endswith(".crosswire") and Path(against[0]).is_file():
            from crosswire.case import Case

            with Case(against[0], packs=packs, fast=fast) as case:
                dossier, readings = case.dossier(as_of=date, progress=progress), case.readings()
                annotator = choose_annotator(fast=fast)
                return check_report(draft, dossier, readings, case.packs, annotator, comparer)
        from crosswire.pipeline import Job, collect_inputs, load_packs, read_all, until, weigh_readings

        job = Job(against, as_of=date, packs=packs, jobs=jobs, fast=fast)
        loaded, annotator = load_packs(job), choose_annotator(fast=fast)
        inputs = until(collect_inputs(job, loaded, None, progress), job)
        found = tuple(read_all(inputs.articles, loaded, annotator, jobs=jobs, progress=progress))
        dossier = weigh_readings(inputs, found, loaded, progress)
        return check_report(draft, dossier, found, loaded, annotator, comparer)


def _verdicts(words: str | None) -> frozenset[str]:
    known = frozenset(get_args(Verdict))
    if not words:
        return frozenset()
    named = frozenset(word.strip() for word in words.split(",") if word.strip())
    if named == {"any"}:
        return known - {"supported", "not-checkable"}
    if strange := sorted(named - known):
        raise QuestionError(
            f"--fail-on: expected verdicts, found {strange[0]!r}; known: any, {', '.join(sorted(known))}"
        )
    return named
