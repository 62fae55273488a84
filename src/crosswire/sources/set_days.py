"""
The day a page sets apart in its head or its signature, where neither its metadata nor a line of dates tells one.

"Vesk * Thursday 21 May 2031 * 60p", "Vesk (Vale), Feb 26, 2031 (LPA) - ", "10 May 2031 · 06:02", and below a release
"Vesk / 1 April 2031": a day between marks, after a place or a weekday, and not one that a sentence tells of.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from crosswire.model import Region
from crosswire.text.dates import MONTH
from crosswire.text.times import WEEKDAYS, parse_date

# Lines in which a head may set its day, lines of prose after which it has ended, and lines in which a release signs.
_HEAD, _PROSE, _FOOT = 16, 2, 5
# Characters of a line that sets a day apart, of a sentence, of a dateline before it, and of a signature's line.
_LONGEST, _SENTENCE, _DATELINE, _SIGNED = 160, 90, 110, 60
_YEAR = r"(?:19|20)\d\d"
_DAY = re.compile(
    rf"(?<![\w.:/-])(?:(?P<dmy>\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{MONTH}\.?,?[ -]{_YEAR})"
    rf"|(?P<mdy>{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR})"
    rf"|(?P<digits>{_YEAR}-\d\d-\d\d|\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}))(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})"
# What stands before a day that is set apart: nothing, a mark, a stamp's word, a place with a comma; a weekday between.
_BEFORE = re.compile(
    r"(?:^|[|·•*/\\()\[\]:,;–—~]|\s-|\b(?:published|updated|posted|generated|dated|date|created|issued|released|edition|"
    rf"filed|modified|as of)\b(?: on| of| at)?)\s*(?:{_WEEKDAY}\.?,?\s+)?(?:the )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:$|[|·•*/\\()\[\],;–—~]|-{1,2}\s|(?:at |@ )?\d{1,2}[:.h]\d\d|(?:at|last|by|updated|edition)\b)",
    re.IGNORECASE,
)
# A place and a day, and the mark that ends a dateline.
_ENDS = re.compile(r"\s(?:--?|[-–—])\s|:\s|/\.?\s")
_PLACED = re.compile(r"[^\W\d_a-z][^\n.:;!?\"“”]{0,60}")
_SETS = ("date", "byline", "navigation", "credit", "heading", "title", "body")


def set_day(text: str, regions: Sequence[Region]) -> dt.date | None:
    r"""
    Return the day that a page's head sets apart, else the one its last lines are signed with; None for neither.

    `regions` are those of `text`, which it is cut into lines by.

    >>> head = "Lake Post\nVesk * Thursday 21 May 2031 * 60p\nTalks resume\nThe sides met on 20 May 2031, it was said."
    >>> set_day(head, [Region(0, len(head), "body")])
    datetime.date(2031, 5, 21)
    >>> told = "Talks resume\nThe sides met in Vesk, on 20 May 2031, and agreed on little, the mediator said.\n"
    >>> set_day(told, [Region(0, len(told), "body")]) is None
    True
    """
    lines = [line for region in sorted(regions) if region.role in _SETS for line in _cut(text, region)]
    prose = 0
    for line in lines[:_HEAD]:
        told = len(line) > _SENTENCE and line[-1] in '.!?"”'
        if day := set_apart(_dateline(line) if told else line[:_LONGEST]):
            return day
        prose += told
        if prose >= _PROSE:
            break
    signed = [day for line in lines[-_FOOT:] if len(line) <= _SIGNED and (day := set_apart(line))]
    return signed[0] if len(signed) == 1 else None


def _cut(text: str, region: Region) -> Iterator[str]:
    """Yield the lines of a region that are not blank."""
    return (line for part in text[region.start : region.end].split("\n") if (line := part.strip()))


def _dateline(line: str) -> str:
    """Return what stands before a dateline's mark; nothing where the line has none."""
    end = _ENDS.search(line, 0, _DATELINE)
    return line[: end.end()].rstrip() if end and _PLACED.match(line) else ""


def set_apart(line: str) -> dt.date | None:
    """
    Return the first whole day of a line that stands between marks.

    >>> set_apart("Vesk, 4-5-2031"), set_apart("Talks open on 4 May 2031")
    (datetime.date(2031, 5, 4), None)
    """
    for match in _DAY.finditer(line):
        if _BEFORE.search(line[: match.start()]) and _AFTER.match(line, match.end()):
            return parse_date(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b(?: of)?", "", match[0], flags=re.IGNORECASE))
    return None
