"""The labelled pages: rendered lines of zyte181 and fundus256_meta, aligned with their gold bodies, split by site."""

import hashlib
import json
import re
import tarfile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from render import render

from crosswire.sources.page_lines import STOP, PageLine, cut_lines
from crosswire.text.normalise import normalise

DATA = Path(__file__).resolve().parents[3] / "shared/data/article-extraction"
_WORD = re.compile(r"\w+")


class LabelledPage(NamedTuple):
    """A page's text, its lines, and for each line 1 (body), 0 (not) or None (short and ambiguous)."""

    name: str
    site: str
    text: str
    lines: list[PageLine]
    labels: list[int | None]


def load_pages(data: Path = DATA) -> list[LabelledPage]:
    """Return every English page with its labels."""
    pages = []
    for row, raw in _rows(data, "zyte181"):
        pages.append(_label(row["file"], row["url"], row["body"].split("\n"), raw))
    for row, raw in _rows(data, "fundus256_meta"):
        body = row["body"] if isinstance(row["body"], list) else [row["body"]]
        if _is_english(" ".join(body)):
            pages.append(_label(row["file"], row["url"], body, raw))
    return [page for page in pages if sum(label == 1 for label in page.labels) >= 2]


def is_dev(site: str) -> bool:
    """Tell whether a site's pages are kept for measuring; one site in four."""
    return hashlib.md5(site.encode(), usedforsecurity=False).digest()[0] % 4 == 0


def _rows(data: Path, name: str):
    with tarfile.open(data / f"{name}.pages.tar.xz") as tar:
        raw = {Path(member.name).name: tar.extractfile(member).read() for member in tar if member.isfile()}
    for line in (data / f"{name}.gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        row["file"] = row.get("file") or row["id"].removesuffix(".gz").replace("/", "__")
        if row["file"] in raw:
            yield row, raw[row["file"]]


def _is_english(text: str) -> bool:
    words = _WORD.findall(text.lower())[:2000]
    return bool(words) and sum(word in STOP for word in words) / len(words) > 0.28


def _label(name: str, url: str, body: list[str], raw: bytes) -> LabelledPage:
    text = normalise(render(raw))
    lines = cut_lines(text)
    gold = [" ".join(_WORD.findall(part.lower())) for part in body]
    whole = f" {' '.join(part for part in gold if part)} "
    parts = set(gold)
    grams = _grams(whole.split())
    labels: list[int | None] = []
    for line in lines:
        words = _WORD.findall(line.text.lower())
        flat = " ".join(words)
        if not words:
            labels.append(None)
        elif flat in parts:
            labels.append(1 if len(words) >= 4 else None)
        elif len(words) >= 6:
            own = _grams(words)
            labels.append(int(len(own & grams) >= 0.75 * len(own)))
        else:
            labels.append(None if f" {flat} " in whole else 0)
    return LabelledPage(name, (urlsplit(url).hostname or name).removeprefix("www."), text, lines, labels)


def _grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)}
