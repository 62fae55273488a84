"""The report as one file of a named kind, for those who ask for a kind and not for a file name."""

from collections.abc import Callable, Mapping
from pathlib import Path

from crosswire.errors import WriteError
from crosswire.model import Assessment
from crosswire.write.docx import to_docx
from crosswire.write.html import to_html
from crosswire.write.json import to_json
from crosswire.write.markdown import to_markdown
from crosswire.write.pdf import to_pdf

DOCUMENTS: Mapping[str, tuple[str, Callable[[Assessment], str | bytes]]] = {
    "docx": ("report.docx", to_docx),
    "html": ("report.html", to_html),
    "json": ("report.json", to_json),
    "markdown": ("report.md", to_markdown),
    "pdf": ("report.pdf", to_pdf),
}


def write_document(assessment: Assessment, form: str, folder: Path) -> Path:
    """
    Write the report into `folder`, made when it is not there, and return its path.

    Raises `WriteError` when the kind is unknown, a library it needs is missing, or the place cannot be written.
    """
    if form not in DOCUMENTS:
        raise WriteError(f"{form}: expected one of {', '.join(DOCUMENTS)}; choose another kind")
    name, written = DOCUMENTS[form]
    body = written(assessment)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body.encode() if isinstance(body, str) else body)
    except OSError as error:
        raise WriteError(f"{folder}: cannot be written ({error.strerror}); choose another place for -o") from None
    return folder / name
