"""The marks of a report that name its sources, and which of the given sources each one means."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

import msgspec

from crosswire.model import Article, Citation, Link, Span
from crosswire.packs import PackOutlet
from crosswire.text.times import parse_date
from crosswire.text.tokens import terms

_NUMBERED = re.compile(r"[\[【]\^?(\d{1,3}(?:[ ,;–-]{1,3}\d{1,3}){0,12})(?:†[^】\]\n]{0,80})?[\]】]")
_NAMED_NOTE = re.compile(r"\[\^([A-Za-z][\w-]{0,20})\]")
_RAISED = re.compile(r"(?<=[\w.,;:!?\"”’)])([¹²³⁰⁴-⁹]{1,3}(?:[,˒·]?[¹²³⁰⁴-⁹]{1,3}){0,6})")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ENTRY = re.compile(r"\[?\^?(?P<mark>[\w-]{1,20})\]?(?:[.):]{1,2} ?| )(?P<words>\S.{0,1500})", re.DOTALL)
_BRACKETED_ENTRY = re.compile(r"\[\^?(?P<mark>[\w-]{1,20})\]:? ?(?P<words>\S.{0,1500})", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s()<>\]]{1,2000}")
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
# A title stands in an entry when this much of its words does; headlines are cut short in lists.
_TITLE = 0.75
# Why a citation that counts past the report's own list means nothing; the others may mean sources that were not given.
NO_ENTRY = "the list of references has no entry"
# What outlets add to their name: "AP News", "dutchnews.nl".
_ADDED = re.compile(r"(?: news| online|\.[a-z]{2,4})$", re.IGNORECASE)
# "Reuters+3" behind a sentence: one of four sources, as chat answers show them.
_TAG = re.compile(
    r"[.!?][\"”’)\]]{0,3}\s(?P<tag>(?P<outlet>[A-Z][\w.&’'-]{0,20}(?:\s[A-Z&][\w.&’'-]{0,20}){0,4})\s?\+\s?\d{1,3})(?!\d)"
)
_RANGE = re.compile(r"(\d{1,3})\s?[–-]\s?(\d{1,3})")


class Entry(msgspec.Struct, frozen=True):
    """One entry of the report's list of references: its mark, its words, and the sources it means."""

    mark: str
    words: str
    articles: tuple[str, ...]


class Shelf:
    """The sources by address, title and outlet."""

    def __init__(self, articles: Sequence[Article], outlets: Sequence[PackOutlet]) -> None:
        """Index the sources; `outlets` say by which names and domains an outlet goes."""
        self._articles = sorted(articles, key=lambda one: one.id)
        self._urls: dict[str, list[str]] = defaultdict(list)
        self._outlets: dict[str, list[str]] = defaultdict(list)
        self._domains: dict[str, str] = {}
        self._titles = [(one.id, frozenset(terms(one.title or ""))) for one in self._articles]
        known = {outlet.name: outlet for outlet in outlets}
        for one in self._articles:
            if one.url:
                self._urls[_address(one.url)].append(one.id)
            if one.outlet:
                outlet = known.get(one.outlet)
                for name in {one.outlet, *((outlet.name, *outlet.aliases) if outlet else ())}:
                    self._outlets[_key(name)].append(one.id)
                    if len(shorter := _ADDED.sub("", name)) > 1 and shorter != name:
                        self._outlets[_key(shorter)].append(one.id)
                for domain in outlet.domains if outlet else ():
                    self._domains[domain] = _key(one.outlet)
        names = sorted((name for name in self._outlets if len(name) > 1), key=lambda name: (-len(name), name))
        alternatives = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
        self.pattern = (
            re.compile(rf"(?<![\w-])(?:the\s)?(?P<outlet>{alternatives})(?![\w-])", re.IGNORECASE) if names else None
        )

    def outlet(self, name: str) -> tuple[str, ...]:
        """Return the sources of an outlet."""
        return tuple(self._outlets.get(_key(name), ()))

    def address(self, url: str) -> tuple[str, ...]:
        """Return the sources at an address, else those of the outlet whose site it is on."""
        found = self._urls.get(_address(url))
        if found:
            return tuple(found)
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        outlet = next((self._domains[one] for one in _parents(host) if one in self._domains), None)
        return tuple(self._outlets.get(outlet, ())) if outlet and len(urlsplit(url).path) < 2 else ()

    def words(self, words: str) -> tuple[str, ...]:
        """Return the sources that an entry's words mean: by address, by title, by outlet and date, by outlet."""
        for match in _ADDRESS.finditer(words):
            if found := self._urls.get(_address(match.group())):
                return tuple(found)
        stems = frozenset(terms(words))
        titled = [(len(title & stems) / len(title), one) for one, title in self._titles if len(title) > 2]
        best = max((share for share, _ in titled), default=0.0)
        same_title = tuple(one for share, one in titled if share == best >= _TITLE)
        named = self.pattern.search(words) if self.pattern else None
        held = self.outlet(named["outlet"]) if named else ()
        day = next((day for piece in re.split(r"[,;()|“”\"]", words) if (day := parse_date(piece.strip()[:40]))), None)
        dated = tuple(one.id for one in self._articles if one.id in held and day and one.published == day)
        # An entry that quotes its source may hold the words of another one's headline: outlet and date tell it apart.
        told_apart = [tuple(one for one in same_title if one in some) for some in (dated, held)]
        return told_apart[0] or (told_apart[1] if not dated else ()) or dated or same_title or held


def find_citations(report: Article, shelf: Shelf) -> list[Citation]:
    """Return the citations of a report's statements, in text order; none overlap."""
    entries = read_entries(report, shelf)
    links = {link.start: link for link in report.links}
    found: list[Citation] = []
    for body in report.spans("body"):
        found += _numbered(report, body, entries, links)
        found += _tagged(report, body, shelf, links)
        found += _strange_tags(report, body, shelf)
        found += [
            Citation(Span(link.start, link.end), report.text[link.start : link.end], *_meant(shelf.address(link.url)))
            for link in report.links
            if body.start <= link.start and link.end <= body.end
        ]
    kept: list[Citation] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def read_entries(report: Article, shelf: Shelf) -> dict[str, Entry]:
    """Return the entries of the lists of references, by mark; entries without one are counted."""
    found: dict[str, Entry] = {}
    counted: dict[str, Entry] = {}
    for region in report.spans("footer"):
        words = region.of(report.text).strip()
        match = _BRACKETED_ENTRY.fullmatch(words) or (_ENTRY.fullmatch(words) if words[:1].isdigit() else None)
        mark = match["mark"] if match else str(len(counted) + 1)
        addresses = [link.url for link in report.links if region.covers(Span(link.start, link.end))]
        meant = next((held for url in addresses if (held := shelf.address(url))), ())
        entry = match["words"] if match else words
        (found if match else counted).setdefault(mark, Entry(mark, entry, meant or shelf.words(entry)))
    # A list of sources beside the footnotes is not what "[^1]" points to.
    return counted | found


def _numbered(
    report: Article, body: Span, entries: Mapping[str, Entry], links: Mapping[int, Link]
) -> Iterable[Citation]:
    for pattern in (_NUMBERED, _NAMED_NOTE, _RAISED):
        for match in pattern.finditer(report.text, body.start, body.end):
            if match.start() in links:
                continue
            articles: list[str] = []
            missing: list[str] = []
            strange: list[str] = []
            for mark in _marks(match[1]):
                entry = entries.get(mark)
                if entry is None:
                    missing.append(mark)
                elif not entry.articles:
                    strange.append(mark)
                else:
                    articles += entry.articles
            problem = None
            if missing:
                what = f"{NO_ENTRY} {', '.join(missing)}"
                problem = what if entries else "the report has no list of references"
            elif strange:
                problem = f"reference {', '.join(strange)} is none of the sources given"
            yield Citation(Span(*match.span()), match.group(), tuple(dict.fromkeys(articles)), problem)


def _marks(words: str) -> list[str]:
    words = _RANGE.sub(lambda match: _spread(int(match[1]), int(match[2])), words.translate(_DIGITS))
    return re.findall(r"[\w-]+", words)


def _spread(first: int, last: int) -> str:
    return ",".join(map(str, range(first, last + 1))) if first < last <= first + 30 else f"{first},{last}"


def _tagged(report: Article, body: Span, shelf: Shelf, links: Mapping[int, Link]) -> Iterable[Citation]:
    """Find an outlet's name set as a tag: "Reuters+3", "(Reuters, 4 May)", or alone behind a sentence's end."""
    if shelf.pattern is None:
        return
    for match in shelf.pattern.finditer(report.text, body.start, body.end):
        start, end = match.span()
        if start in links:
            continue
        before, after = report.text[max(body.start, start - 30) : start], report.text[end : min(body.end, end + 40)]
        more = re.match(r"\s?\+\s?\d{1,3}(?!\d)", after)
        opened = re.search(r"[(\[]\s?(?:(?:source|via|see|according to|citing)s?:?\s)?$", before, re.IGNORECASE)
        closed = re.match(r"[^()\[\]\n]{0,38}[)\]]", after)
        ended = re.search(
            r"[.!?][\"”’)\]]{0,3}(?: \([^()\n]{1,60}\))?\s(?:[—–-]\s)?$", report.text[max(0, start - 90) : start]
        )
        if more:
            yield Citation(Span(start, end + more.end()), match.group() + more.group(), shelf.outlet(match["outlet"]))
        elif opened and closed:
            first = start - len(opened.group())
            span = Span(first, end + closed.end())
            inside = span.of(report.text)
            yield Citation(span, inside, shelf.words(inside))
        elif ended and re.match(r"\s{0,3}(?:\n|$)", after):
            yield Citation(Span(start, end), match.group(), shelf.outlet(match["outlet"]))


def _strange_tags(report: Article, body: Span, shelf: Shelf) -> Iterable[Citation]:
    """Find the tags of outlets that are none of the sources: "Weekly Review+2" behind a sentence's end."""
    for match in _TAG.finditer(report.text, body.start, body.end):
        if not shelf.outlet(match["outlet"]):
            problem = f"{match['outlet']} is none of the sources given"
            yield Citation(Span(*match.span("tag")), match["tag"], (), problem)


def without_citations(report: Article, citations: Iterable[Citation]) -> Article:
    """Blank the marks out, every offset kept, so that they are not read as words; a link's words stay."""
    pieces: list[str] = []
    at = 0
    for one in sorted(citations, key=lambda one: one.span):
        if _is_mark(one, report):
            pieces += [report.text[at : one.span.start], " " * (one.span.end - one.span.start)]
            at = one.span.end
    return msgspec.structs.replace(report, text="".join([*pieces, report.text[at:]]))


def _is_mark(citation: Citation, report: Article) -> bool:
    linked = any(Span(one.start, one.end) == citation.span for one in report.links)
    if not linked:
        return True
    label = citation.label.strip()
    if re.fullmatch(r"\[?\d{1,3}\]?|\[.*\]", label):
        return True
    # A link set behind the sentence's end is a mark, one inside it is a part of it.
    before = report.text[max(0, citation.span.start - 4) : citation.span.start].rstrip()
    return before.endswith((".", "!", "?", "”", '"', "(")) or before == ""


def _meant(articles: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    return articles, None if articles else "the link leads to none of the sources given"


def _address(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}".lower()


def _parents(host: str) -> list[str]:
    parts = host.split(".")
    return [".".join(parts[at:]) for at in range(len(parts) - 1)]


def _key(name: str) -> str:
    return (
        _ARTICLE.sub("", " ".join(name.split()).casefold(), count=1)
        if name.casefold().startswith("the ")
        else " ".join(name.split()).casefold()
    )
