"""`crosswire demo`: the main job on a bundled case."""

import json
from importlib.resources import as_file, files
from pathlib import Path

import click

from crosswire.cli.console import analyst_option, cores, fast_option, progress_bar

_EPILOG = """\b
Cases, both invented:
  talks   two states, a strait and three rounds of talks (the default)
  strike  a union, a transit company, three rounds and a ballot

\b
Examples:
  crosswire demo
  crosswire demo --as valmora -o report.html
  crosswire demo --case strike --as union
"""
# The folder of examples/ each case is kept in; all of a case is there, its pack too.
CASES = {"talks": "demo", "strike": "strike"}


@click.command(epilog=_EPILOG)
@click.option("--case", "name", type=click.Choice(list(CASES)), default="talks", show_default=True)
@click.option("-q", "--question", help="Ask the case something else.")
@fast_option
@analyst_option
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("crosswire-demo.html"), show_default=True)
def demo(name: str, question: str | None, fast: bool, analyst: str | None, output: Path) -> None:
    """Assess a bundled case, an invented negotiation, and print its bottom line."""
    from crosswire.pipeline import Job, run
    from crosswire.write import write
    from crosswire.write.layout import corpus_line
    from crosswire.write.terminal import section_text

    with as_file(files("crosswire.examples") / CASES[name]) as folder, progress_bar() as progress:
        asked = question or json.loads((folder / "questions.json").read_text(encoding="utf-8"))["default"]
        packs = ("core", "negotiation", str(folder / "pack"))
        job = Job((str(folder / "reports"),), asked, None, packs, cores(None), fast=fast, analyst=analyst)
        assessment = run(job, progress=progress)
    write(assessment, output)
    click.echo(f"{asked}\n\n{corpus_line(assessment.corpus)}.\n")
    for section in assessment.sections[:1]:
        click.echo(section_text(section))
    click.echo(f"\nThe whole report, every line with its evidence: {output}")
