"""`crosswire export`: a case for other programs."""

from pathlib import Path

import click

from crosswire.cli.console import as_of_option, json_option, parse_as_of, print_json

# As `crosswire.export.FORMATS` and `crosswire.write.documents.DOCUMENTS` have them; a test holds them together.
_FORMS = ("bibtex", "claimreview", "csv", "docx", "html", "json", "markdown", "parquet", "pdf", "plover", "ris")

_EPILOG = """\b
Examples:
  crosswire export talks.crosswire --to csv -o tables/
  crosswire export talks.crosswire --to parquet -o tables/
  crosswire export talks.crosswire --to ris --to claimreview -o out/
"""


@click.command(epilog=_EPILOG)
@click.argument("case_file", metavar="CASE")
@click.option(
    "--to",
    "forms",
    multiple=True,
    required=True,
    type=click.Choice(_FORMS),
    help="The format; may be given more than once.",
)
@click.option("-q", "--question", help="What the report answers, where a report is written.")
@as_of_option
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path(), help="The folder to write into.")
@json_option
def export(
    case_file: str, forms: tuple[str, ...], question: str | None, as_of: str | None, output: Path, as_json: bool
) -> None:
    """
    Write a case for spreadsheets, reference managers, event databases and readers of documents.

    csv and parquet write a file a table (claims, statements, positions, commitments ...), every row with the words it
    rests on; ris and bibtex the reports as a source list; claimreview contested and corroborated claims as schema.org
    ClaimReview; plover event rows; html, markdown, json, docx and pdf the report. parquet, docx and pdf need the
    export extra: pip install 'crosswire[export]'.
    """
    from crosswire.case import Case

    date = parse_as_of(as_of)
    with Case(case_file) as case:
        written = [path for form in forms for path in case.export(form, output, question=question, as_of=date)]
    if as_json:
        print_json([str(path) for path in written])
    else:
        for path in written:
            click.echo(path)
