"""The lines a page signs itself with, between title and prose: a paper's name, a reporter, a day, or all three."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from crosswire.model.article import Region, RegionRole
from crosswire.packs.schema import PackOutlet

from .masthead import is_paper_name
from .outlets import SameOutlets
from .page_lines import PageLine, ends_sentence, has_date
from .page_roles import NAMES, is_date_line, is_date_words
from .page_words import page_words

# Title, standfirst, paper, reporter, place, day, "Share", "Save": a signature further down is another story's.
_REACH = 9
# A title stands among the first lines of a page, below its menus.
_MENUS = 200
_LONGEST = 140
_CUT = re.compile(r"\s{0,4}[|•·–—/;()\[\]]\s{0,4}|,\s{1,4}|\s-\s|\s{2,12}|\sby\s")
_LEAD = re.compile(
    r"(?:(?:written|reported|story|text|words|report|posted|published|analysis|opinion) )?by\b:?\s{0,3}", re.I
)
_OPENERS = re.compile(r"(?:for|from|via|in|at|source:|originally in) ", re.I)
_FOR = re.compile(r" (?:for|of) (?=[A-Z][\w’'-]|the [A-Z])")
_PLACE = re.compile(r"(?:^| )(?:in|from) [A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2}$")
_PLACED = re.compile(rf"{NAMES}, ")
_NAME = re.compile(NAMES)
# Who signs beside a paper's name: "Guardian staff and agencies", "Al Jazeera Staff", "TASS correspondent".
_TAIL = re.compile(
    r" (?:staff|writers?|reporters?|correspondents?|newsroom|news desk|desk|team|editors?|editorial|board|"
    r"contributors?|(?:and |with )?(?:news )?agenc(?:y|ies)|and|live)$",
    re.I,
)
# "KYIV, June 2 (Reuters) -", "(AP) —", "MOSCOW, June 2. /TASS/."
_DATELINE = re.compile(r"(?:[A-Z0-9][^\n()/\"“”]{1,70})?(?:\(([^()\n]{2,40})\)\s{0,2}[-–—:]|/([^/\n]{2,30})/\.)")


class Signature(msgspec.Struct, frozen=True):
    """What a line signs with: the outlet, the people's names, and whether it tells a day."""

    outlet: str | None = None
    names: str | None = None
    dated: bool = False

    @property
    def role(self) -> RegionRole:
        """What to label the line as."""
        return "byline" if self.names else "date" if self.dated else "navigation"


def read_signature(text: str, outlets: Sequence[PackOutlet] = ()) -> Signature | None:
    """
    Read a line that holds nothing but an outlet, people's names, desks and a day; None for any other line.

    >>> read_signature("IDA LUND — 3 May 2031, 11:20")
    Signature(outlet=None, names='Ida Lund', dated=True)
    >>> read_signature("By Ida Lund, for the Harbour Tribune").outlet
    'Harbour Tribune'
    >>> read_signature("Talks Resume in Port Vell, May 3") is None
    True
    """
    if len(text) > _LONGEST or (ends_sentence(text) and not has_date(text[-14:].lower())):
        return None
    known = names_of(outlets)
    lead = _LEAD.match(text)
    people: list[str] = []
    outlet: str | None = None
    dated = False
    for piece in filter(None, (part.strip(" .*_:") for part in _CUT.split(text[lead.end() if lead else 0 :]))):
        name, rest = _signed_for(piece, known)
        rest = _PLACE.sub("", rest) if name or lead else rest
        if rest and not (name or lead) and is_paper_name(rest):
            name = rest
        elif rest and _NAME.fullmatch(rest) and not known.get(_fold(rest)):
            people.append(rest)
        elif rest and not _is_said(rest):
            return None
        elif rest:
            dated = dated or is_date_words(rest)
        outlet = outlet or name
    if not (outlet or (dated and people)):
        return None
    names = ", ".join(one.title() if one.isupper() else one for one in people) or None
    if not (outlet or lead) and _PLACED.match(text):
        names = None  # "Port Vell, 3 May 2031": as often where as who
    return Signature(outlet, names, dated and has_date(text.lower()))


def find_signatures(
    lines: Sequence[PageLine], roles: Sequence[RegionRole], outlets: Sequence[PackOutlet]
) -> dict[int, Signature]:
    """Return the signatures among the lines between the title and the first long sentence, by line."""
    if "title" not in roles[:_MENUS]:
        return {}
    title = roles.index("title")
    head: list[int] = []
    for i in range(title + 1, min(len(lines), title + 1 + _REACH)):
        words = lines[i].text
        is_prose = roles[i] == "body" and len(words) > 60 and (len(words) > _LONGEST or ends_sentence(words))
        if is_prose and read_signature(words, outlets) is None:
            break
        head.append(i)
    found = {i: sign for i in head if (sign := read_signature(lines[i].text, outlets))}
    below = " ".join(line.text for line in lines[title + 1 : title + 40])
    for i, sign in found.items():
        if sign.names and sign.dated and below.count(sign.names.split()[-1]) > 1:
            found[i] = Signature(sign.outlet, None, True)  # "PORT VELL — 3 May": nobody writes of himself
    for i in head:
        beside = [j for j in (i - 1, i + 1) if j in head and (is_date_line(lines[j]) or roles[j] == "byline")]
        if i not in found and beside and is_paper_name(lines[i].text):
            found[i] = Signature(lines[i].text.strip())
    return found


def dateline_wire(text: str, regions: Sequence[Region], outlets: Sequence[PackOutlet]) -> str | None:
    """
    Return the wire in the dateline of a report that no other outlet signs: then the wire itself published it.

    >>> text = "VESK, May 3 (Lake Wire) - The envoys met."
    >>> dateline_wire(text, [Region(0, len(text), "body")], [PackOutlet("lw", "Lake Wire", kind="wire")])
    'Lake Wire'
    """
    start = next((region.start for region in regions if region.role == "body"), None)
    match = None if start is None else _DATELINE.match(text, start, start + 120)
    if match is None:
        return None
    name = match[1] or match[2]
    return next(
        (one.name for one in outlets if one.kind in ("wire", "state") and name in (one.name, *one.aliases)), None
    )


def _signed_for(piece: str, known: Mapping[str, str]) -> tuple[str | None, str]:
    """Split "Ida Lund for the Harbour Tribune" into the outlet and the rest; the rest is empty for an outlet alone."""
    if name := _outlet(piece, known):
        return name, ""
    for match in _FOR.finditer(piece):
        after = piece[match.end() :]
        if name := _outlet(after, known) or (_paper(after) if " of " not in match.group() else None):
            return name, piece[: match.start()]
    opener = _OPENERS.match(piece)
    if opener and opener.group().lower() == "for " and (name := _paper(piece[opener.end() :])):
        return name, ""
    return None, piece


def _outlet(piece: str, known: Mapping[str, str]) -> str | None:
    """Return the pack's outlet a piece names, with what may stand around the name."""
    words = piece
    for _ in range(4):
        if name := known.get(_fold(words)):
            return name
        shorter = _TAIL.sub("", _OPENERS.sub("", words, count=1))
        if shorter == words:
            return None
        words = shorter
    return None


def _paper(words: str) -> str | None:
    bare = words.removeprefix("the ").removeprefix("The ").strip()
    return bare if is_paper_name(bare) else None


def _is_said(piece: str) -> bool:
    """Tell whether a piece is a day, a clock, a desk, a job or a place a reporter writes from."""
    low = piece.lower()
    return is_date_words(piece) or low in page_words().desks or (len(piece) < 50 and page_words().jobs.is_in(low))


@lru_cache(maxsize=4)
def _names(outlets: SameOutlets) -> dict[str, str]:
    return {_fold(name): one.name for one in outlets.outlets for name in (one.name, *one.aliases)}


def names_of(outlets: Sequence[PackOutlet]) -> Mapping[str, str]:
    """Return outlets' names by every folded name they go by."""
    return _names(SameOutlets(tuple(outlets)))


def _fold(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
