"""Weekdays: the last one up to the article's day, or the next where the words look ahead."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Span, Time
from crosswire.text.periods import shift
from crosswire.text.tense import Direction
from crosswire.text.time_scan import Scan
from crosswire.text.times import WEEKDAYS

_WEEKDAY = re.compile(
    r"\b(?:(?P<modifier>last|next|this(?: past| coming)?|past|coming|early|late) )?"
    r"(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?: (?:morning|afternoon|evening|night)\b)?"
    r"(?P<week> (?:last|next|this) week\b)?"
)
# What stands between the two days of a stretch.
_APART = 40
_CLOCK = r"(?: (?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?|midnight|noon|midday))?"
_AND_ON = re.compile(rf",?{_CLOCK} (?:and|to|until|till|through){_CLOCK}(?: on)? ")
# An opening mark and capitalised words up to the weekday.
_NAMED = re.compile(
    r"[“\"](?!(?:On|By|Until|Since|Before|After|Last|Next|This|Every|From|Come) )(?:[A-Z][\w’'.&-]* ){1,4}$"
)
_CLOSED = re.compile(r"[,.]?[”\"]")
# A page of so many letters is a live one or a long essay: neither speaks of last week's days by their bare names.
_LIVE = 20_000
# Days of the year that a weekday is part of the name of.
_FEAST = re.compile(r"\b(?:Easter|Good|Ash|Palm|Holy|Maundy|Whit|Shrove|Black|Cyber|Bloody|Super) $")
_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
# What is done before a day, or to what was planned for it: of the days so named the nearest is meant.
# So it is of what did not come, or will not: "the vote, which was to have been held on Monday".
_NEAREST = re.compile(
    r"\b(?:ahead of|before|cancell?ed|cancels|postponed|called off|scrapped) (?:the )?$"
    r"|\b(?:was|were) to have (?:been )?(?:[a-z]+ ){0,4}(?:on|by) $"
    r"|\b(?:should|ought to) have (?:[a-z]+ ){1,4}(?:on|by) $"
    r"|\b(?:was|were) (?:due|scheduled|set|supposed|slated) to (?!have )[^.,;:\n]{3,110} on $"
    r"|\b(?:had|['’]d) been (?:due|expected|scheduled|set|supposed|slated|planned|meant) [^.,;:\n]{2,110} (?:on|by) $"
)
_NEAREST_BACK = 150
# What a weekday before a noun is the kind of, and the words after it that make it a day after all.
_KIND_OF = re.compile(r"(?<!ahead )(?<!prior )(?<!next )\b(?:to|of) $")
_KIND = re.compile(r" ([a-z]{4,20}) [a-z]{2,20}")
# "After Friday prayers on 18 March": the date tells the day.
_DATED = re.compile(rf" [a-z]{{2,12}} on (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_NAMES})|(?:{_NAMES}) \d)\b")
_PART_OF_DAY = frozenset(
    "morning afternoon evening night noon until when after before between from with over that which during".split()
)
# What is called for a day: one report that has it ahead once has it ahead each time.
_CALLED = re.compile(
    r"\b(?:(?P<poll>vot(?:e|es|ing)|ballots?|elections?|run-?offs?|polls?|referendums?|plebiscites?|victory)"
    r"|(?P<meeting>meetings?|summits?|talks|sessions?|conferences?|congress|gatherings?)"
    r"|(?P<court>hearings?|trials?|verdicts?)|(?P<deadline>deadlines?|ultimatums?)"
    r"|(?P<march>rall(?:y|ies)|marche?s?|protests?|demonstrations?)|(?P<strike>strikes?|walkouts?|stoppages?)"
    r"|(?P<rite>ceremon(?:y|ies)|inaugurations?|funerals?|swearing-in))\b"
)
# The words before and after a weekday in which its noun stands.
_BEFORE, _OWNED = re.compile(r"((?:[\w’'-]+ ){1,7})$"), re.compile(r"['’]s((?: [\w-]+){1,4})")
# A day owned by what is spoken of as done: "after Friday's vote".
_DONE = re.compile(r"\b(?:after|since|following|in|at|during|from|despite|with) (?:the |last )?$")
# "Friday's vote should be put off": it lies ahead.
_TO_BE = re.compile(
    r"['’]s(?: [\w-]+){1,3} (?:will|would|should|must|may|might|can|cannot) (?:not )?"
    r"(?:be|go|take|proceed|start|open|begin)\b"
)


# What comes "ahead of" a day, or is done today ahead of it, has the day ahead.
_AHEAD_OF = re.compile(
    r"\b(?:comes?|coming|today|tonight|tomorrow)\b[^.;,]{0,60}\b(?:ahead of|before|in the run-up to)\b[^.;,]{0,90}$"
)


class _Found(msgspec.Struct, frozen=True):
    """A weekday in the text: its match, the day it ends a stretch on if any, which way it looks, what it is called."""

    match: re.Match[str]
    paired: dt.date | None
    looks: Direction | None
    called: str | None


def find_weekdays(scan: Scan) -> Iterator[Time]:
    """
    Yield weekdays: the last one up to the article's day, or the next when the clause looks ahead.

    What is called for a day ("Friday's vote") lies ahead wherever the article names it, if it does once.
    """
    if scan.published is None:
        return
    found = list(_found(scan, scan.published))
    ahead = frozenset((one.match["day"], one.called) for one in found if one.looks == "future" and one.called)
    for one in found:
        looks = one.looks
        if looks != "future" and (one.match["day"], one.called) in ahead and _may_lie_ahead(scan, one):
            looks = "future"
        day = one.paired or _weekday(scan, scan.published, one.match, looks)
        if day:
            yield Time(Span(*one.match.span()), "date", day, day, "day")


def _found(scan: Scan, published: dt.date) -> Iterator[_Found]:
    last: tuple[int, dt.date] | None = None
    for match in scan.matches(_WEEKDAY, "weekday"):
        if scan.text[match.start("day")].islower() or _is_named(scan.text, match) or _is_habit(scan.text, match):
            continue
        if match.group() == match["day"] and _DATED.match(scan.text, match.end()):
            continue
        paired = _paired(scan, match, last)
        to_be = _TO_BE.match(scan.folded, match.end()) is not None and _called(scan, match) is not None
        to_be = to_be or _AHEAD_OF.search(scan.folded, max(0, match.start() - 160), match.start()) is not None
        looks: Direction | None = "future" if to_be else scan.direction(*match.span())
        day = paired or _weekday(scan, published, match, looks)
        last = (match.end(), day) if day else None
        yield _Found(match, paired, looks, _called(scan, match))


def _called(scan: Scan, match: re.Match[str]) -> str | None:
    """Return the kind of thing that a weekday is named for, None where it is none that is called for a day."""
    owned = _OWNED.match(scan.folded, match.end())
    if owned:
        kind = next(_CALLED.finditer(owned[1]), None)
        return kind.lastgroup if kind else None
    before = _BEFORE.search(scan.folded, max(0, match.start() - 70), match.start())
    kinds = [kind.lastgroup for kind in _CALLED.finditer(before[1])] if before else []
    return kinds[-1] if kinds else None


def _may_lie_ahead(scan: Scan, one: _Found) -> bool:
    """Tell whether nothing beside a weekday says that it is past: "after Friday's vote", "the vote held on Friday"."""
    if one.match["modifier"] or one.match["week"]:
        return False
    if _OWNED.match(scan.folded, one.match.end()):
        return _DONE.search(scan.folded, max(0, one.match.start() - 20), one.match.start()) is None
    return one.looks is None


def _paired(scan: Scan, match: re.Match[str], last: tuple[int, dt.date] | None) -> dt.date | None:
    """Return the day after another that it ends a stretch with: "from 7am on Tuesday to 7am on Wednesday"."""
    if last is None or match["modifier"] or not _AND_ON.fullmatch(scan.folded[last[0] : match.start()][:_APART]):
        return None
    day = shift(last[1], (WEEKDAYS[match["day"]] - last[1].weekday()) % 7 or 7)
    behind = scan.published is not None and last[1] <= scan.published
    return None if day is None or (behind and scan.published is not None and day > scan.published) else day


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Tell whether a weekday is part of a name: a programme's in quotation marks, “Harbour Talk Sunday”; a feast's."""
    start = max(0, match.start("day") - 60)
    if _FEAST.search(text, start, match.start("day")):
        return True
    return _CLOSED.match(text, match.end()) is not None and _NAMED.search(text, start, match.start()) is not None


def _is_habit(text: str, match: re.Match[str]) -> bool:
    """Tell whether a weekday only says which kind: "objects to Sunday split shifts"; "ahead of Friday talks" dates."""
    if match.group() != match["day"] or _KIND_OF.search(text, max(0, match.start() - 12), match.start()) is None:
        return False
    following = _KIND.match(text, match.end())
    return following is not None and following[1] not in _PART_OF_DAY


def _weekday(scan: Scan, published: dt.date, match: re.Match[str], looks: Direction | None) -> dt.date | None:
    number = WEEKDAYS[match["day"]]
    back = shift(published, -((published.weekday() - number) % 7))
    ahead = shift(published, (number - published.weekday()) % 7)
    modifier: Sequence[str] = (match["modifier"] or "").split(" ")
    if match["week"]:
        step = {"last": -1, "next": 1, "this": 0}[match["week"].split()[0]]
        monday = shift(published, 7 * step - published.weekday())
        return monday and shift(monday, number)
    if modifier[0] in ("last", "past") or modifier[-1] == "past":
        return back if back != published else shift(published, -7)
    if modifier[0] in ("next", "coming") or modifier[-1] == "coming":
        return ahead if ahead != published else shift(published, 7)
    if modifier[0] == "this":
        # Of this week's days those to come are meant, whatever was said of them: "pulled out of this Friday's vote".
        return back if looks == "past" and number < published.weekday() else ahead
    if looks != "future" and number == (published.weekday() + 1) % 7 and len(scan.text) > _LIVE:
        return ahead  # written on past midnight
    if back and ahead and _NEAREST.search(scan.text, max(0, match.start() - _NEAREST_BACK), match.start()):
        return min((back, ahead), key=lambda day: abs((day - published).days))
    return ahead if looks == "future" else back
