"""What a page says about itself: title, author, date, outlet, address, section. JSON-LD first, then meta tags."""

import datetime as dt
import re
from typing import TYPE_CHECKING

import msgspec

from crosswire.model import Genre
from crosswire.sources.bylines import clean_authors
from crosswire.sources.jsonld import Node, find_article_node, names_in, text_in, types_of
from crosswire.text.times import parse_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ISO = re.compile(r"\s{0,9}(\d{4})-(\d{2})-(\d{2})(?!\d)")
_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
_AUTHOR_KEYS = (
    "parsely-author", "sailthru.author", "byl", "article:author", "og:article:author", "author", "dc.creator",
    "dcterms.creator",
    "cxenseparse:author", "article.author", "authors", "dcsext.author", "citation_author", "twitter:data1",
)  # fmt: skip
_DATE_KEYS = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date", "publish_date", "article.published",
    "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "date", "article_date_original",
    "originalpublicationdate", "displaydate", "ptime", "publication_date", "iso-8601-publish-date",
)  # fmt: skip
_SITE_KEYS = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:app:name:iphone")
_SECTION_KEYS = ("article:section", "og:article:section", "parsely-section", "section", "cxenseparse:section")
_OPINION = frozenset(
    "opinion opinions comment commentary editorial editorials op-ed op-eds columnists column columns letters views "
    "voices leader leaders".split()
)
_ANALYSIS = frozenset(("analysis", "explainer", "explainers", "in depth"))
_MAX_META = 2_000


class Metadata(msgspec.Struct, frozen=True):
    """What a page says about itself; None where it is silent. `body` is the text its JSON-LD carries."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    outlet: str | None = None
    url: str | None = None
    genre: Genre | None = None
    body: str | None = None


def read_metadata(tree: "HtmlElement", html_date: bool = True) -> Metadata:
    """Read a parsed page's metadata. `html_date` also searches the text for a date when nothing declares one."""
    node = find_article_node(
        script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "")
    )
    meta = _meta(tree)
    site = next((meta[key] for key in _SITE_KEYS if key in meta), None)
    outlet = next(iter(names_in(node.get("publisher"))), None) or site
    url = _url(tree, node, meta)
    return Metadata(
        title=_title(tree, node, meta, (outlet, site)),
        authors=_authors(tree, node, meta, (outlet, site)),
        published=_published(tree, node, meta) or (_searched_date(tree) if html_date else None),
        outlet=site or outlet,
        url=url,
        genre=_genre(node, meta),
        body=text if (text := node.get("articleBody")) and isinstance(text, str) else None,
    )


def _meta(tree: "HtmlElement") -> dict[str, str]:
    """Return the page's meta values by name, property or itemprop, the first of each."""
    found: dict[str, str] = {}
    for number, element in enumerate(tree.iter("meta")):
        if number > _MAX_META:
            break
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _title(tree: "HtmlElement", node: Node, meta: dict[str, str], sites: tuple[str | None, ...]) -> str | None:
    shown = next((words for words in map(_words, tree.iter("h1")) if words), None)
    shared = next((meta[key] for key in _TITLE_KEYS if key in meta), None)
    found = [trim_site(words, sites) for words in (text_in(node.get("headline")), shared, shown) if words]
    if not found:
        page_title = next((words for words in map(_words, tree.iter("title")) if words), None)
        return trim_site(page_title, sites) if page_title else None
    # What two of the three say is right more often than the best one alone: .869 for .833 on fundus256, English.
    return max(found, key=lambda words: (found.count(words), -found.index(words)))


def trim_site(title: str, sites: tuple[str | None, ...] = ()) -> str:
    """
    Take the outlet's name off a page title.

    >>> trim_site("Talks resume in Vale | The Courier", ("The Courier",))
    'Talks resume in Vale'
    """
    for mark in (" | ", " - ", " – ", " — ", " · ", " :: "):
        head, _, tail = title.rpartition(mark)
        is_site = any(site and _key(tail) in (_key(site), _key(site).removeprefix("the")) for site in sites)
        if head and (is_site or (mark == " | " and len(tail.split()) < 5 and len(head.split()) > 3)):
            return head.strip()
    return title


def _authors(tree: "HtmlElement", node: Node, meta: dict[str, str], sites: tuple[str | None, ...]) -> tuple[str, ...]:
    candidates = [names_in(node.get("author")) or names_in(node.get("creator"))]
    candidates += [[meta[key]] for key in _AUTHOR_KEYS if key in meta]
    outlets: tuple[str, ...] = ()
    for names in (*map(clean_authors, candidates), _byline(tree, sites)):
        people = clean_authors(names, sites)
        if people:
            return names
        # "By The Courier" says who answers for the text; a person named elsewhere on the page says more.
        outlets = outlets or names
    return outlets


def _byline(tree: "HtmlElement", sites: tuple[str | None, ...]) -> tuple[str, ...]:
    """Read the names that stand on the page itself, in elements marked as its byline."""
    places = (
        "//*[@rel='author' or @itemprop='author' or @data-testid='byline']",
        "//*[contains(@class,'byline') or contains(@class,'author-name') or contains(@class,'article-author')]",
    )
    for place in places:
        values = [words for element in tree.xpath(place)[:12] if (words := _words(element)) and len(words) < 120]
        names = clean_authors(values, sites)
        if names:
            return names[:6]
    return ()


def _published(tree: "HtmlElement", node: Node, meta: dict[str, str]) -> dt.date | None:
    values = [text_in(node.get(field)) for field in ("datePublished", "dateCreated", "uploadDate")]
    values += [meta.get(key) for key in _DATE_KEYS]
    for element in list(tree.iter("time"))[:8]:
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            values.insert(1, element.get("datetime"))
        values.append(element.get("datetime"))
    values.append(text_in(node.get("dateModified")))
    return next((day for day in map(read_date, values) if day is not None), None)


def read_date(value: str | None) -> dt.date | None:
    """
    Read a machine's or a writer's date; the day as written, whatever the time zone.

    >>> read_date("2031-05-03T23:10:00-04:00")
    datetime.date(2031, 5, 3)
    """
    if not value or len(value) > 64:
        return None
    match = _ISO.match(value)
    if match:
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    return parse_date(value)


def _searched_date(tree: "HtmlElement") -> dt.date | None:
    from htmldate import find_date

    # Fixed limits: by default htmldate's latest date is today's, and the page would read differently tomorrow.
    try:
        found = find_date(
            tree, original_date=True, extensive_search=False, min_date="1995-01-01", max_date="2100-01-01"
        )
    except ValueError:  # htmldate writes the page's control characters back into its tree, which lxml refuses
        return None
    return read_date(found)


def _url(tree: "HtmlElement", node: Node, meta: dict[str, str]) -> str | None:
    canonical = [
        element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"
    ]
    main = node.get("mainEntityOfPage")
    values = [
        *canonical,
        meta.get("og:url"),
        text_in(node.get("url")),
        main.get("@id") if isinstance(main, dict) else main,
    ]
    for value in values:
        if isinstance(value, str) and value.startswith(("https://", "http://")) and len(value) < 2_000:
            return value.strip()
    return None


def _genre(node: Node, meta: dict[str, str]) -> Genre | None:
    kinds = types_of(node)
    sections = node.get("articleSection")
    values = [*(sections if isinstance(sections, list) else [sections]), *(meta.get(key) for key in _SECTION_KEYS)]
    names = {part.strip() for value in values if isinstance(value, str) for part in value.casefold().split("/")}
    if "OpinionNewsArticle" in kinds or names & _OPINION:
        return "opinion"
    return "analysis" if "AnalysisNewsArticle" in kinds or names & _ANALYSIS else None


def _words(element: "HtmlElement") -> str:
    return " ".join("".join(element.itertext()).split())[:600]


def _key(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
