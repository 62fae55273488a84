"""Read author, date and outlet off the labelled lines of a saved page."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from crosswire.model.article import RegionRole
from crosswire.packs.schema import PackOutlet
from crosswire.sources.outlets import SameOutlets
from crosswire.text.datelines import dateline_end
from crosswire.text.times import parse_date

from .page_lines import PageLine, has_date
from .page_roles import bare_agency, bio_names, byline_names, date_pieces, is_date_line, plain_names

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright(?: ©)?)[ ,]{0,3}(?:(?:19|20)\d\d)?(?:[-–](?:19|20)?\d\d)?[ ,]{0,3}"
    r"(?P<name>[^\n.|,•·©0-9]{2,60})",
    re.IGNORECASE,
)
_RIGHTS_TAIL = re.compile(
    r"(?:\ball rights reserved\b|\blimited\b|\bltd\b|\binc\b|\bllc\b|\bmay not\b|\breuse\b).{0,80}$", re.IGNORECASE
)
_HEAD = 8
_GENERATED = re.compile(
    r"\b[Gg]enerated (?:on )?(?P<day>\d{1,2} [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)"
)
_SEVERAL = re.compile(r"\s*(?:sources|via|based on)\b", re.IGNORECASE)
# "Source: Northwire   Editor: ada   2031-05-03": the name ends where another label or a gap comes.
_SOURCE = re.compile(
    r"(?:original )?source:\s*(?P<name>[^\n,;|]{2,60}?)(?:$|\s{2,}|\s+(?:editor|author|updated|published|time|date)\b)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s+(?:Published|Updated|Posted|Editor)$")
# "May 3" or "2 hours ago" name no day without a clock, and guessing one costs seconds.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d[./-]\d{1,2}[./-]\d")
# "(Port Vell, 10 October 2027) – ", "Port Vell, 18 March 2027. ": a release's dateline.
_PLACED_DAY = re.compile(
    r"\(?[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,3}(?:/[A-Z][\w'’ -]{1,30})?, "
    r"(?P<day>\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} (?:19|20)\d\d|[A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d\d)"
    r"(?:\)|\.(?=\s)|:(?=\s)|\s[-–—])"
)
_TITLE_DAY = re.compile(
    r"(?:,|:|\||[-–—]|\((?:generated|updated|published|as of|of|on)?)\s{0,2}"
    r"(?P<day>\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8} (?:19|20)\d\d|[A-Z][A-Za-z]{2,8} \d{1,2}, (?:19|20)\d\d)\)?$"
)
# "... are their own and not the view of the Post", "do not necessarily reflect the Post's editorial stance".
_NOT_OURS = re.compile(
    r"\b(?:views?|opinions?|positions?|stance|policy) of (?P<of>(?:[Tt]he )?[A-Z][\w'’.]*(?: [A-Z&][\w'’.]*){0,4})"
    r"|\breflect (?:the )?(?P<own>[A-Z][\w.]*(?: [A-Z&][\w.]*){0,4})['’]s? (?:editorial|official|own|views?)"
)
_WRITER = re.compile(r"^[A-Z]{2,8}\s{1,2}[-–—]+\s")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_NAME_AND_PLACE = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3})(?:,| in) (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)
# A byline without "by" stands among the first lines; further down a name and a date are another story's.
_HEAD = 20
# The rank of a date beside whose reporting it is: after every line that is a date.
_IN_CREDIT = 12
_FURNITURE_ROLES = ("navigation", "footer", "credit", "byline")


def find_author(lines: Sequence[PageLine], roles: Sequence[RegionRole]) -> str | None:
    """Return the author's name: a "By" line first, then a bare name, then a biography below the text."""
    signed = [line.text for line, role in zip(lines, roles, strict=True) if role == "byline"]
    for finder in (byline_names, plain_names, bio_names):
        for text in signed:
            if names := finder(text):
                return _without_places(_LABELLED.sub("", names), lines, roles)
    placed = find_placed_name(lines, roles)
    return placed[1] if placed else None


def find_placed_name(lines: Sequence[PageLine], roles: Sequence[RegionRole]) -> tuple[int, str] | None:
    r"""
    Return line and name of "Ada Lind, Vesk" right above the date, when title or text tell of that place.

    >>> from .page_lines import cut_lines
    >>> lines = cut_lines("Talks resume in Vesk\nAda Lind, Vesk\n3 May 2031\nThe two sides met.")
    >>> find_placed_name(lines, ["title", "body", "date", "body"])
    (1, 'Ada Lind')
    """
    for i, line in enumerate(lines[: min(_HEAD, len(lines) - 1)]):
        match = _NAME_AND_PLACE.fullmatch(line.text) if roles[i + 1] == "date" and roles[i] != "title" else None
        if match is None:
            continue
        for other, role in zip(lines, roles, strict=True):
            if role in ("title", "body") and other is not line and match["place"] in other.text:
                return i, match["name"]
    return None


def _without_places(names: str, lines: Sequence[PageLine], roles: Sequence[RegionRole]) -> str:
    """Leave out what follows a comma and is spoken of in the text: a place, for nobody writes of himself."""
    first, *rest = names.split(", ")
    body = [line.low for line, role in zip(lines, roles, strict=True) if role in ("title", "body")][:40]
    words = {word for text in body for word in _WORDS.findall(text)}
    return ", ".join([first, *(name for name in rest if words.isdisjoint(_WORDS.findall(name.lower())))])


def find_published(lines: Sequence[PageLine], roles: Sequence[RegionRole]) -> dt.date | None:
    """Return the day the page says it was published: a line that says so first, one that says "updated" last."""
    head: list[tuple[int, int, str]] = []
    opening = roles.index("body") if "body" in roles else len(roles)
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role in ("date", "byline") or (role in ("navigation", "credit") and is_date_line(line)):
            rank = (
                0
                if "publish" in line.low or "posted" in line.low
                else 2
                if "updat" in line.low or "modif" in line.low
                else 1
            )
            head.append((rank + 3 * (i > opening) + 6 * (role == "navigation"), i, line.text))
        elif role == "credit" and _SOURCE.match(line.text) and has_date(line.low):
            head.append((_IN_CREDIT, i, line.text))
    for _, _, text in sorted(head)[:12]:
        for piece in date_pieces(text):
            if _YEAR.search(piece) and (found := parse_date(piece[:63])):
                return found
    found = _dateline(lines[opening].text) if opening < len(lines) else None
    titles = [line.text for line, role in zip(lines, roles, strict=True) if role == "title"]
    return found or (_titled(titles[0]) if titles else None) or _generated(lines[:_HEAD], roles)


def _generated(head: Sequence[PageLine], roles: Sequence[RegionRole]) -> dt.date | None:
    """Return the day on which an answer says, around its words, that it was generated."""
    told = (_GENERATED.search(line.text) for line, role in zip(head, roles, strict=False) if role != "body")
    return next((parse_date(one["day"]) for one in told if one), None)


def _titled(title: str) -> dt.date | None:
    """
    Return the day that ends a title, as daily assessments and summaries have it; nothing where more follows.

    >>> _titled("CAMPAIGN ASSESSMENT, NOVEMBER 12, 2025"), _titled("Talks: a summary (generated 20 November 2025)")
    (datetime.date(2025, 11, 12), datetime.date(2025, 11, 20))
    """
    match = _TITLE_DAY.search(title)
    return parse_date(match["day"]) if match else None


def _dateline(text: str) -> dt.date | None:
    """
    Return the day of a dateline that tells its year.

    >>> _dateline("LIMA, Tuesday, May 4, 2027 (Agency) - The ministers met in 2026.")
    datetime.date(2027, 5, 4)
    """
    opening = text[: dateline_end(text, 0, len(text))].lstrip("(").partition("(")[0]
    _place, _, day = opening.partition(", ")
    if _YEAR.search(day):
        # "Lima, AGENCY – May 4, 2027 – ": who writes stands before the day.
        return parse_date(_WRITER.sub("", day).strip(" ,-–—")[:63])
    placed = _PLACED_DAY.match(text)
    return parse_date(placed["day"]) if placed else None


def find_outlet(lines: Sequence[PageLine], roles: Sequence[RegionRole], outlets: Sequence[PackOutlet]) -> str | None:
    """Return the outlet that published the page, from its own furniture only; None when it names none or several."""
    known, domains = _names_and_domains(SameOutlets(tuple(outlets)))
    furniture = [
        line
        for line, role in zip(lines, roles, strict=True)
        # "Sources: wire.example, post.example": what a digest draws on, and nobody's signature
        if role in _FURNITURE_ROLES and len(line.low) < 300 and not _SEVERAL.match(line.text)
    ]
    for finder in (_disclaimed, _rights, _domain, _source):
        found = dict.fromkeys(name for line in furniture if (name := finder(line, known, domains)))
        if len(found) == 1 or (found and finder is not _source):
            return next(iter(found))
    signed = dict.fromkeys(
        name
        for line, role in zip(lines, roles, strict=True)
        if role in ("credit", "byline") and (name := _signed(line.text, known))
    )
    if signed:
        return next(iter(signed))
    whole = dict.fromkeys(known[line.low.strip()] for line in furniture if line.low.strip() in known)
    return next(iter(whole)) if len(whole) == 1 else None


@lru_cache(maxsize=4)
def _names_and_domains(outlets: SameOutlets) -> tuple[dict[str, str], dict[str, str]]:
    """Return outlets' names by lower-case name and by domain."""
    names = {name.lower(): one.name for one in outlets.outlets for name in (one.name, *one.aliases)}
    return names, {domain.lower(): one.name for one in outlets.outlets for domain in one.domains}


def _disclaimed(line: PageLine, known: dict[str, str], _: dict[str, str]) -> str | None:
    """Return the outlet that disowns its contributors' views; "the author" is none."""
    match = _NOT_OURS.search(line.text[:300]) if "not" in line.low else None
    name = (match["of"] or match["own"]).strip(" .") if match else ""
    return known.get(name.lower(), name[0].upper() + name[1:]) if name else None


def _rights(line: PageLine, known: dict[str, str], _: dict[str, str]) -> str | None:
    match = _RIGHTS.search(line.text[:200])
    if not match:
        return None
    name = _RIGHTS_TAIL.sub("", match["name"]).strip(" -–—:()")
    if len(name) < 3 or len(name.split()) > 6 or not name[0].isupper():
        return None
    return known.get(name.lower(), name)


def _domain(line: PageLine, _: dict[str, str], domains: dict[str, str]) -> str | None:
    for match in re.finditer(r"[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}", line.low):
        host = match.group().removeprefix("www.")
        if host in domains:
            return domains[host]
    return None


def _source(line: PageLine, known: dict[str, str], _: dict[str, str]) -> str | None:
    match = _SOURCE.match(line.text)
    name = match["name"].strip(" .") if match else ""
    return known.get(name.lower(), name) if name and len(name.split()) <= 5 else None


def _signed(text: str, known: dict[str, str]) -> str | None:
    """Return the outlet after a signature: "(AP)", "Jane Doe, Northwire"."""
    if agency := bare_agency(text):
        return known.get(agency.lower(), agency)
    if _SEVERAL.match(text) and "," in text:
        return None  # "Sources: the Post, the Wire": a list of others, and nobody's signature
    tail = re.split(r"[,|•·–—(/]", text[:160])[-1].strip(" ).*")
    return known.get(tail.lower())
