"""Assessment to PDF, by way of its HTML; needs WeasyPrint, the `export` extra."""

import importlib

from crosswire.errors import WriteError
from crosswire.model import Assessment
from crosswire.write.html import to_html


def to_pdf(assessment: Assessment) -> bytes:
    """
    Return the assessment as a PDF file, laid out as its page prints. Nothing is fetched from anywhere.

    Raises `WriteError` when WeasyPrint, or a system library it needs, is not installed.
    """
    try:
        weasyprint = importlib.import_module("weasyprint")
    except (ImportError, OSError):
        raise WriteError("WeasyPrint is not installed; install it with: pip install 'crosswire[export]'") from None
    page = weasyprint.HTML(string=to_html(assessment), url_fetcher=_fetch_nothing)
    written: bytes = page.write_pdf()
    return written


def _fetch_nothing(url: str, *_: object, **__: object) -> dict[str, object]:
    """Refuse every address: the page holds all it needs."""
    raise ValueError(f"{url}: the report fetches nothing")
