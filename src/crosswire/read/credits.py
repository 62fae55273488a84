"""
Find whose reporting an article says it is or repeats: datelines, credit lines, footers, citations and links.

Outlets come from the packs; one no pack lists is taken at its word only where the line's form leaves no doubt
("Reporting by ...", "Source: ...").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from crosswire.model import Article, Credit, Mention, Span
from crosswire.packs import PackOutlet, Packs
from crosswire.read.attribution_speaker import is_outlet
from crosswire.text.closing_tags import closing_tag

# "KYIV, June 2 (Reuters) -", "WASHINGTON (AP) —": capitals first, the outlet in brackets, a dash.
_DATELINE = re.compile(r"(?:[^\n()]{2,70})?\(([^()\n]{2,40})\)\s{0,2}[-–—:]")
# "LISBON, 3 March, Lusa.", with the day before or after the place.
_OPENING = re.compile(
    r"[A-Z][A-Z .-]{2,30}(?:, [^\n,.()]{1,20})?, "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? ([^\n.()]{2,30})\. "
)
# A story that ends in an agency's name: "... at noon. (AFP)".
_SIGNED = re.compile(r"[.!?”\"] \(([^()\n]{2,40})\)\s*\Z")
_REPORTING = re.compile(r"\(?(?:Additional\s+)?[Rr]eporting by\b[^\n]{0,300}")
_SOURCE = re.compile(r"^[ \t]*(?:Source|Sources|Via|Credit)[ \t]?:[ \t]?([^\n]{2,120})$", re.MULTILINE)
_INCLUDES = re.compile(
    r"(?:report|story|article) (?:includes|contains|uses) (?:material|reporting|information) from\b[^\n]{0,120}"
)
_CONTRIBUTED = re.compile(
    r"^[^\n]{0,20}?([A-Z][^\n]{1,60}?) contributed to this (?:report|story|article)", re.MULTILINE
)
# "(With inputs from PTI)", "With reporting by AFP and dpa."
_INPUTS = re.compile(
    r"^\(?[Ww]ith\s(?:additional\s)?(?:inputs?|reporting|files|contributions?|material)\s(?:from|by)\b[^\n]{0,120}",
    re.MULTILINE,
)
# A last line of nothing but names: "(AFP)", "AP", "Reuters/AP".
_BARE = re.compile(r"\n[ \t]*\(?([^\n()]{2,60})\)?\.?\s*\Z")
_BETWEEN = re.compile(r"[\s,/&;|-]*(?:and)?[\s,/&;|-]*")
# Words that turn a named outlet into a cited one, right after its name or right before it.
_CITED_AFTER = re.compile(
    r"['’]?s?,?\s+(?:news\s+agency\s+|newspaper\s+|television\s+|website\s+)?"
    r"(?:first\s+|earlier\s+|previously\s+|initially\s+|originally\s+|has\s+|had\s+|have\s+|later\s+|also\s+)?(?:reports?\b|reported|revealed|cited|cites|quoted|quotes|"
    r"published|disclosed|disclose[sd]|claimed|claims|alleged|alleges|said|says|wrote|writes|citing|quoting|aired|broadcast\b|verified|learn(?:ed|t)\s|interviewed|"
    r"(?:seen|obtained|reviewed)\s+(?:an?\s|the\s|documents|e-?mails|copies|footage)|spoke\s+to|"
    r"was\s+(?:the\s+)?first\s+to\s+report\b|(?:has|had)\s+(?:found|obtained|learn)|(?:obtained|seen)\s|carried\s+(?:an?|the|his|her|their|remarks|comments)\b)"
)
_CITED_BEFORE = re.compile(
    r"(?:according to|reported by|told|cited by|published by|"
    r"reported (?:first|earlier) (?:by|in|on)|first reported (?:in|on)|"
    r"(?:published|appeared|printed) (?:in|on)|leaked to|shared with|poll (?:by|in|for)|"
    r"survey (?:by|in|for)|quoted by|citing|interview with|as per|"
    r"(?:seen|obtained|reviewed|viewed|verified|asked|interviewed|aired|broadcast|carried|broken|shown) by|"
    r"(?:shown|aired|broadcast) on|(?:quoted|cited) as saying by|spoke to|speaking to|comment to|"
    r"reports? (?:by|in|from))"
    r"\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WORKED = re.compile(r"\b(?:at|of|for|from|with)\s+(?:the\s+)?$")
_HEAD = 400
_TAIL = 80
# Few articles hold any; looking for them letter by letter costs a tenth of the pattern.
_SOURCE_MARKS = ("Source", "Via", "Credit")


class _Table(msgspec.Struct, frozen=True):
    finder: AhoCorasick
    owners: tuple[PackOutlet, ...]
    domains: dict[str, PackOutlet]
    ids: dict[str, PackOutlet]


@lru_cache(maxsize=8)
def _slot(digest: str) -> list[_Table]:
    return []


def _table(packs: Packs) -> _Table:
    """Return the outlets' names and domains, built once a pack digest."""
    slot = _slot(packs.digest)
    if not slot:
        names: dict[str, PackOutlet] = {}
        domains: dict[str, PackOutlet] = {}
        for outlet in packs.outlets:
            for name in (outlet.name, *outlet.aliases):
                names.setdefault(name, outlet)
            for domain in outlet.domains:
                domains.setdefault(domain, outlet)
        finder = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)
        slot.append(_Table(finder, tuple(names.values()), domains, {outlet.id: outlet for outlet in packs.outlets}))
    return slot[0]


def find_credits(
    article: Article, sentences: Sequence[Span], mentions: Sequence[Mention], packs: Packs
) -> list[Credit]:
    """Return the credits of an article in text order, one a kind of mark and outlet (its first place)."""
    table = _table(packs)
    named = _named(article.text, table)
    found = [
        *_datelines(article, sentences, named),
        *_lines(article, named),
        *_citations(article, sentences, mentions, named, table.ids),
        *_links(article, table),
    ]
    found.sort(key=lambda credit: (credit.span, credit.how, credit.outlet))
    first: dict[tuple[str, str], Credit] = {}
    for credit in found:
        first.setdefault((credit.outlet, credit.how), credit)
    return list(first.values())


def _named(text: str, table: _Table) -> list[tuple[int, int, PackOutlet]]:
    """Return the places where a pack's outlet is named as whole words."""
    found = []
    for index, start, end in table.finder.find_matches_as_indexes(text):
        if (start and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
            continue
        found.append((start, end, table.owners[index]))
    return found


def _within(named: Sequence[tuple[int, int, PackOutlet]], start: int, end: int) -> list[tuple[int, int, PackOutlet]]:
    low = bisect_left(named, start, key=lambda place: place[0])
    high = bisect_left(named, end, key=lambda place: place[0])
    return list(named[low:high])


def _datelines(
    article: Article, sentences: Sequence[Span], named: Sequence[tuple[int, int, PackOutlet]]
) -> list[Credit]:
    """Read the dateline at the head of the body's first sentences."""
    found = []
    body = article.spans("body")
    starts = [body[0].start] if body else []
    starts += [span.start for span in sentences[:4] if span.start not in starts]
    for start in starts:
        end = min(len(article.text), start + _HEAD)
        match = _DATELINE.match(article.text, start, end) or _OPENING.match(article.text, start, end)
        if match is None or not (article.text[start].isupper() or match.start(1) == start + 1):
            continue
        for low, high, outlet in _within(named, match.start(1), match.end(1)):
            found.append(Credit(outlet.id, "wire", Span(low, high)))
    return found


def _lines(article: Article, named: Sequence[tuple[int, int, PackOutlet]]) -> list[Credit]:
    """Read credit regions, "Reporting by ..." and "Source: ..." lines."""
    found = []
    text = article.text
    for span in article.spans("credit"):
        for low, high, outlet in _within(named, span.start, span.end):
            found.append(Credit(outlet.id, "wire", Span(low, high)))
    for match in _SOURCE.finditer(text) if any(mark in text for mark in _SOURCE_MARKS) else ():
        places = _within(named, match.start(1), match.end(1))
        found += [Credit(outlet.id, "source", Span(low, high)) for low, high, outlet in places]
        words = match[1].strip(" .")
        if not places and words[:1].isupper() and len(words.split()) <= 4:
            start = match.start(1) + match[1].index(words)
            found.append(Credit(words, "source", Span(start, start + len(words))))
    tail = max(0, len(text) - _TAIL)
    if (last := _BARE.search(text, tail) or _SIGNED.search(text, tail)) is not None:
        places = _within(named, last.start(1), last.end(1))
        if places and not _BETWEEN.sub("", _without(text, last.start(1), last.end(1), places)):
            found += [Credit(outlet.id, "wire", Span(low, high)) for low, high, outlet in places]
    for pattern, signs in (
        (_REPORTING, ("eporting by",)),
        (_CONTRIBUTED, (" contributed to this ",)),
        (_INPUTS, ("ith ",)),
        (_INCLUDES, (" material from", " reporting from", " information from")),
    ):
        for match in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            for low, high, outlet in _within(named, *match.span()):
                if outlet.kind == "wire" or pattern is _CONTRIBUTED:
                    found.append(Credit(outlet.id, "wire", Span(low, high)))
    return found


def _without(text: str, start: int, end: int, places: Sequence[tuple[int, int, PackOutlet]]) -> str:
    """Return what a stretch holds besides the outlets named in it."""
    kept, at = [], start
    for low, high, _ in places:
        kept.append(text[at:low])
        at = high
    return "".join((*kept, text[at:end]))


def _citations(
    article: Article,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    named: Sequence[tuple[int, int, PackOutlet]],
    ids: Mapping[str, PackOutlet],
) -> list[Credit]:
    """Read "Reuters reported" and "told the Guardian" in title and body; an outlet's own name there is no citation."""
    text = article.text
    starts = [span.start for span in sentences]
    own = (article.outlet or "").lower()
    places = {(low, high): outlet for low, high, outlet in named}
    known = {place for low, high, _ in named for place in range(low, high)}
    for mention in mentions:
        if mention.actor is not None and mention.actor in ids:
            places.setdefault((mention.start, mention.end), ids[mention.actor])
        elif mention.start not in known and mention.end - 1 not in known and mention.kind == "name":
            name = text[mention.start : mention.end]
            if is_outlet(name):
                # No pack lists it, but it is called like a paper or a station: "the Harbour Post".
                places.setdefault((mention.start, mention.end), PackOutlet(name, name))
    found = []
    for (low, high), outlet in sorted(places.items(), key=lambda item: item[0]):
        index = bisect_right(starts, low) - 1
        if index < 0 or high > sentences[index].end:
            continue
        if own and own in {outlet.id.lower(), outlet.name.lower(), *(alias.lower() for alias in outlet.aliases)}:
            continue
        before = text[max(sentences[index].start, low - 60) : low]
        after = _CITED_AFTER.match(text, high, min(sentences[index].end, high + 60))
        if after and text[high] == "," and _WORKED.search(before):
            continue  # "Roe, a former editor at the Post, said"
        if after or _CITED_BEFORE.search(before) or _is_tagged(text, sentences[index], low):
            found.append(Credit(outlet.id, "cites", Span(low, high)))
    return found


def _is_tagged(text: str, sentence: Span, at: int) -> bool:
    """Tell whether an outlet is named in the tag that closes a digest's sentence: "(Reuters+3)."."""
    found = closing_tag(text, sentence) if sentence.end - at <= _TAIL else None
    return found is not None and found[0].start <= at


def _links(article: Article, table: _Table) -> list[Credit]:
    found = []
    own = (urlsplit(article.url).hostname or "") if article.url and "//" in article.url else ""
    for link in article.links:
        host = _host(link.url)
        outlet = _owner(host, table)
        if outlet is None or link.end <= link.start or link.end > len(article.text):
            continue
        if _owner(own, table) is outlet or (article.outlet or "").lower() in (outlet.id.lower(), outlet.name.lower()):
            continue
        found.append(Credit(outlet.id, "link", Span(link.start, link.end)))
    return found


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        # A malformed address names no outlet.
        return ""


def _owner(host: str, table: _Table) -> PackOutlet | None:
    parts = host.split(".")
    return next(
        (table.domains[".".join(parts[n:])] for n in range(len(parts) - 1) if ".".join(parts[n:]) in table.domains),
        None,
    )
