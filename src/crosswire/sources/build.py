"""The one place that makes articles, and refuses what is not one."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from crosswire.model import Article, Genre, Link, Region, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.file_names import day_of_file, outlet_of_file, outlet_on_top, site_on_top
from crosswire.sources.name_on_top import name_beside
from crosswire.sources.official import is_body, official_on_top
from crosswire.sources.outlets import find_outlet, outlet_name
from crosswire.sources.set_days import set_day
from crosswire.sources.signatures import dateline_wire
from crosswire.text.normalise import digest, normalise

# The largest input read, in bytes, and the largest text kept, in characters: a page of 5 MB is never one report.
MAX_BYTES = 5_000_000
# A page pasted with all its menus has hundreds of lines; labelling costs some .1 ms a line.
MAX_LINES = 20_000
# A report says something in forty words; below that it is a teaser, a caption or an error page.
MIN_WORDS = 40
# News in English has .28-.51 of these words (BASIL's 300 articles, fundus256's English pages); the highest of
# fundus256's foreign pages, a Danish one, has .13.
MIN_ENGLISH = 0.2

# Characters among which a page's first lines stand.
_TOP = 600
# What the share gains where names are left out.
_NAMES_LESS = 0.04

_FUNCTION_WORDS = frozenset(
    "the of and to a in that is was for on with as by at from it be are were has had have this which "
    "or an but not they their his her he she we you i its been would will said who what when there more after about "
    "over than if into out up all no could also one two other our us them him my your do did so because while".split()
)
_ODD = re.compile("[\ufffd\x00-\x08\x0b\x0e-\x1f]")
_WORD = re.compile(r"[^\W\d_]+")


def build_article(
    text: str,
    *,
    location: str,
    outlets: Sequence[PackOutlet],
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    url: str | None = None,
    published: dt.date | None = None,
    regions: Sequence[Region] = (),
    links: Sequence[Link] = (),
    genre: Genre | None = None,
) -> Article | Skipped:
    """
    Make an article of a text, or say why it is none.

    With `regions` (or `links`) the text must already be normalised, since they point into it. Without regions the
    text is read as a pasted page, which also gives the title, author, date and outlet the caller does not know.
    """
    from crosswire.sources.genre import recognise_genre
    from crosswire.sources.pasted import read_page
    from crosswire.sources.readers_below import cut_readers
    from crosswire.sources.run_ins import bare_title, cut_labels

    if not regions and not links:
        text = normalise(text)
    fault = find_fault(text)
    if fault is not None:
        return Skipped(location, fault)
    if not regions:
        page = read_page(text, outlets)
        regions = page.regions
        title, author, published = title or page.title, author or page.author, published or page.published
        outlet = outlet or (None if url else page.outlet)
    labelled = title
    regions, title = cut_readers(text, cut_labels(text, regions)), bare_title(title) if title else None
    fault = _body_fault(text, regions)
    if fault is not None:
        return Skipped(location, fault)
    # "Source: Department of Press" names an office of whoever issues the document.
    official = official_on_top(text, labelled) if (not outlet or is_body(outlet)) and not url else None
    issuer = official[0] if official else None
    if official:
        outlet, title, author = official[0], official[1], None if author == issuer else author
        regions = [_of_document(text, one, *official) for one in regions]
    if not outlet and not url:
        outlet = outlet_of_file(location, outlets) or dateline_wire(text, regions, outlets)
        outlet = outlet or outlet_on_top(text, regions, location) or site_on_top(text, regions, title)
        outlet = outlet or name_beside([line for line in text[:_TOP].split("\n") if line.strip()], title)
    known = find_outlet(outlet, url, outlets)
    name = outlet_name(outlet, url, outlets)
    kind = "official" if issuer else known.kind if known else None
    return Article(
        id=digest(f"{text}\0{name or ''}"),
        text=text,
        title=_one_line(title),
        outlet=name,
        author=_one_line(author),
        url=url or None,
        published=published or set_day(text, regions) or day_of_file(location),
        genre=genre or recognise_genre(text, tuple(regions), title=labelled, url=url, author=author, outlet_kind=kind),
        regions=tuple(sorted(regions)),
        links=tuple(sorted(links)),
        location=location,
    )


def _of_document(text: str, region: Region, issuer: str, document: str) -> Region:
    """Return a line of an official document by what it is: its title, its issuer's name, or a heading taken for one."""
    words = text[region.start : region.end].strip()
    if words == document:
        return msgspec.structs.replace(region, role="title")
    if region.role == "title":
        return msgspec.structs.replace(region, role="navigation" if words == issuer else "heading")
    return msgspec.structs.replace(region, role="navigation") if region.role == "body" and words == issuer else region


def english_share(text: str) -> float:
    """
    Return the share of English function words among a text's first 400 words; 0 for a text without words.

    >>> english_share("The delegation left the talks and said that it would return.") > 0.4
    True
    >>> english_share("Die Delegation verließ die Gespräche und kündigte ihre Rückkehr an.") < MIN_ENGLISH
    True
    """
    words = _WORD.findall(text[:3_000])[:400]
    if not words:
        return 0.0
    share = sum(word.casefold() in _FUNCTION_WORDS for word in words) / len(words)
    if share >= MIN_ENGLISH:
        return share
    # A digest is half names and tags: what is not a name tells its language.
    small = [word for word in words if word.islower()]
    return max(share, sum(map(_FUNCTION_WORDS.__contains__, small)) / len(small) - _NAMES_LESS) if small else share


def find_fault(text: str) -> str | None:
    """
    Say why a text is not worth reading as a page: its size, its emptiness, its bytes; None when it is.

    >>> find_fault("They met.") is None
    True
    """
    if len(text) > MAX_BYTES:
        return f"expected a text under {MAX_BYTES:,} characters, found {len(text):,}; cut it to one report"
    if not text.strip():
        return "expected the text of a report, found none; check that the file was saved with its words"
    if text.count("\n") > MAX_LINES:
        return f"expected at most {MAX_LINES:,} lines, found {text.count(chr(10)):,}; cut it to one report"
    sample = text[:4_000]
    odd = len(_ODD.findall(sample))
    if odd > max(8, len(sample) // 20):
        return "expected text, found binary data; save the report as text, HTML or PDF"
    return None


def _body_fault(text: str, regions: Sequence[Region]) -> str | None:
    body = " ".join(text[region.start : region.end] for region in regions if region.role == "body")
    words = len(body[:4_000].split())
    if words < MIN_WORDS:
        return f"expected a report of at least {MIN_WORDS} words, found {words}; give the whole article"
    share = english_share(body)
    if share < MIN_ENGLISH:
        return (
            f"expected English (at least {MIN_ENGLISH:.0%} common English words), found {share:.0%}; "
            "give an English version"
        )
    return None


def _one_line(value: str | None) -> str | None:
    line = " ".join(normalise(value).split())[:400].strip() if value else ""
    return line or None
