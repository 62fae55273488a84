"""Find rounds that one sentence tells of together: "three rounds, on 4 March, 9 April and 2 May", "have met twice"."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Reading, Span, Time

_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_COUNT = rf"(?P<count>{'|'.join(_WORDS)}|\d{{1,2}})"
_COUNT_AGAIN = rf"(?:{'|'.join(_WORDS)}|sides|parties|\d{{1,2}}|held|had|in|after|met|have|were)"
# "Met three times", "sat down twice": a count of meetings that no noun gives.
_TIMES = re.compile(
    r"\b(?:met|sat down|negotiated|(?:held|had) (?:direct |peace |formal )?(?:talks|negotiations))"
    rf"(?: [\w-]{{1,20}}){{0,3}}? (?:{_COUNT} times|(?P<twice>twice))\b"
)
# "The delegations met in Vell on 4 March, 9 April and 2 May": several meetings without a count.
_MET = re.compile(
    r"\b(?:delegations|sides|parties|teams|negotiators|talks|rounds|sessions)(?: [\w-]{1,20}){0,4}? "
    r"(?:met|sat down|took place|were held)\b"
)
# "Their two latest rounds", "three further rounds": a count that does not begin with the first of the row.
_INSIDE = frozenset(
    "more further other additional new recent latest last previous earlier next final past such".split()
)
_SEVERAL = ("rounds", "sessions", "meetings")
_HELD = re.compile(r"\b(?:held|hosted|met|sat|had|took place|negotiated|were|went)\b")
# "The last of them on 23 July", "most recently on 23 July": the day of the last one alone.
_LATEST = re.compile(
    r"\b(?:most recently|(?:the )?(?:last|latest|most recent)(?: (?:one|round|meeting|time|of (?:them|these|which)))?"
    r"(?: (?:was|being|held|took place)){0,2}) (?:in (?:[\w-]+ ){1,3})?(?:on |in |of )?$"
)
# Between two days of one list.
_JOINT = re.compile(r",? (?:and (?:again )?)?(?:then )?(?:on |in )?(?:the )?|, ?")
_MOST = 12
# Characters of a list of days, and of a sentence that is none.
_NEAR, _LONGEST = 120, 600


class Row(msgspec.Struct, frozen=True):
    """One round out of several told together: its place, and its day or the month it was held in."""

    span: Span
    sentence: int
    ordinal: int | None
    time: Time


def find_rows(
    low: str, reading: Reading, heads: Sequence[str], published: dt.date | None
) -> Iterator[tuple[Span, list[Row]]]:
    """
    Yield each count of rounds held with its days: the words of the count, and a row for each day of as many.

    Days listed after "the delegations met" are rounds too, without a place in the row.
    "Most recently on 23 July" gives the day of the last one alone. A list with more or fewer days than it counts gives
    none: which of them are meant is not told. `low` is the text, `heads` the packs' words for talks and meetings.
    """
    # Plain words first: searching for counts costs ten times as much.
    counted = [*_rounds(tuple(heads)).finditer(low)] if any(word in low for word in _SEVERAL) else []
    counted += _TIMES.finditer(low) if "times" in low or "twice" in low else []
    starts = [sentence.start for sentence in reading.sentences] if counted or reading.times else []
    found = False
    for row in _rows(low, reading, starts, sorted(counted, key=lambda one: one.start()), published):
        found = True
        yield row
    if not found and reading.times:
        # "After three rounds" in one sentence, and in another the three days on which they met.
        counts = {_count(match) for match in counted if _INSIDE.isdisjoint(match[0].replace("-", " ").split())}
        for span, rows in _rows(low, reading, starts, [*_MET.finditer(low)], published):
            whole = counts == {len(rows)}
            yield (
                span,
                [msgspec.structs.replace(one, ordinal=at) for at, one in enumerate(rows, 1)] if whole else rows,
            )


def _rows(
    low: str, reading: Reading, starts: Sequence[int], matches: Sequence[re.Match[str]], published: dt.date | None
) -> Iterator[tuple[Span, list[Row]]]:
    """Yield what each match counts, or lists without a count, with its rows."""
    for match in matches:
        number = bisect_left(starts, match.start() + 1) - 1
        if number < 0 or match.end() > reading.sentences[number].end or reading.paragraphs[number] == 0:
            continue
        sentence = reading.sentences[number]
        bare = match.re is _MET
        count = _count(match)
        if (count is None and not bare) or sentence.end - sentence.start > _LONGEST:
            continue
        span = Span(match.start(), match.end())
        first = 1 if not bare and _INSIDE.isdisjoint(match[0].replace("-", " ").split()) else None
        days = _times(reading, sentence, published, held=_HELD.search(low, sentence.start, sentence.end) is not None)
        for listed in _lists(low, days, span):
            if len(listed) == count or (bare and listed[0].span.start > span.end):
                yield span, [Row(span, number, first and first + at, one) for at, one in enumerate(listed)]
                break
        else:
            last = [
                one for one in days if _LATEST.search(low, max(sentence.start, one.span.start - 60), one.span.start)
            ]
            if last and not bare:
                yield span, [Row(span, number, first and count, last[-1])]


def _count(match: re.Match[str]) -> int | None:
    if match.groupdict().get("twice"):
        return 2
    word = match.groupdict().get("count")
    if word is None:
        return None
    count = _WORDS.index(word) + 2 if word in _WORDS else int(word)
    return count if 1 < count <= _MOST else None


def _times(reading: Reading, sentence: Span, published: dt.date | None, *, held: bool) -> list[Time]:
    """Return the days and months that a sentence names, in order; those of what was `held` lie behind its report."""
    found = []
    for one in reading.times:
        if one.kind != "date" or one.precision not in ("day", "month") or one.start is None:
            continue
        if sentence.covers(one.span):
            late = published is not None and one.start > published
            if late and held and not one.explicit:
                one = msgspec.structs.replace(
                    one, start=_year_before(one.start), end=_year_before(one.end or one.start)
                )
            if published is None or (one.start is not None and one.start <= published):
                found.append(one)
    return sorted(found, key=lambda one: one.span)


def _year_before(day: dt.date) -> dt.date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _lists(low: str, times: Sequence[Time], span: Span) -> Iterator[list[Time]]:
    """Yield the lists of two and more days, or of months, that stand near the count, in order of time."""
    held: list[Time] = []
    for one in (*times, None):
        joined = held and one is not None and one.precision == held[-1].precision
        if joined and one is not None and _JOINT.fullmatch(low, held[-1].span.end, one.span.start):
            held.append(one)
            continue
        if len(held) > 1 and min(abs(held[0].span.start - span.end), abs(span.start - held[-1].span.end)) <= _NEAR:
            days = [(time.start, time.end) for time in held]
            if days == sorted(set(days)):
                yield held
        held = [one] if one is not None else []


_patterns: dict[tuple[str, ...], re.Pattern[str]] = {}


def _rounds(heads: tuple[str, ...]) -> re.Pattern[str]:
    if heads not in _patterns:
        named = "|".join(re.escape(head) for head in sorted(heads, key=lambda head: (-len(head), head)))
        _patterns[heads] = re.compile(
            rf"\b{_COUNT} (?:(?!{_COUNT_AGAIN}\b)[\w-]{{1,20}} ){{0,3}}?"
            rf"(?:(?:rounds|sessions)(?: of (?:[a-z-]{{1,20}} ){{0,3}}(?:{named}))?|meetings)(?![\w-])"
        )
    return _patterns[heads]
