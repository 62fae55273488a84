"""The reports as a source list: RIS (Research Information Systems, 2011) and BibTeX."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from crosswire.model import Article

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def to_ris(articles: Iterable[Article]) -> str:
    """Return the reports as RIS records of type NEWS, one after another, in the order given."""
    lines = (f"{tag}  - {value}\r\n" for one in articles for tag, value in (*_ris(one), ("ER", "")))
    return "".join(lines)


def _ris(article: Article) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", article.id
    if article.title:
        yield "TI", _line(article.title)
    if article.author:
        yield "AU", _line(article.author)
    yield "JO", _line(article.label)
    if article.published:
        yield "DA", f"{article.published:%Y/%m/%d}"
        yield "PY", f"{article.published:%Y}"
    if article.language:
        yield "LA", article.language
    if article.url:
        yield "UR", _line(article.url)


def to_bibtex(articles: Iterable[Article]) -> str:
    """Return the reports as BibTeX `@article` entries keyed by outlet, year and the beginning of their ids."""
    return "\n".join(_entry(one) for one in articles)


def _entry(article: Article) -> str:
    fields = {
        "title": article.title,
        "author": article.author,
        "journal": article.label,
        "year": f"{article.published:%Y}" if article.published else None,
        "month": f"{article.published:%b}".lower() if article.published else None,
        "day": f"{article.published.day}" if article.published else None,
        "url": article.url,
        "note": f"Crosswire article {article.id}",
    }
    body = "".join(f"  {name} = {{{_latex(value)}}},\n" for name, value in fields.items() if value)
    return f"@article{{{_key(article)},\n{body}}}\n"


def _key(article: Article) -> str:
    """Return a citation key of ASCII letters and figures."""
    plain = unicodedata.normalize("NFKD", article.label).encode("ascii", "ignore").decode()
    year = f"{article.published:%Y}" if article.published else "nd"
    return f"{re.sub(r'[^a-z0-9]', '', plain.lower()) or 'report'}{year}-{article.id[:6]}"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in _line(text))


def _line(text: str) -> str:
    """Fold line breaks and control characters: a field is one line, and its text begins no field of its own."""
    return " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text).split())
