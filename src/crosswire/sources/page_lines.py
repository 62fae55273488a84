"""Cut a saved page into lines and measure each one: what `page_model` scores and `pasted` labels."""

import re
from bisect import bisect_left
from collections import Counter
from math import log
from typing import NamedTuple

from .page_words import page_words

# Longer lines are prose whatever they hold; measuring their first words is enough and keeps a page of one line linear.
LOOK = 400
# A line of this many characters that ends like a sentence is prose: the anchor of the block search.
LONG = 90

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,6}")
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_DATE = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?,? ?\d{1,4}"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}:\d{2}\b"
    r"|\b\d{1,3} ?(?:min|mins|minutes?|hours?|hrs?|days?|weeks?) ago\b"
)
_ADDRESS = re.compile(r"https?://|www\.|@\w|\b[\w-]{1,60}\.(?:com|org|net|info|co|gov|news)\b")
_JOINTS = frozenset("|•·›»▸►→←‹«©▶✕×⋅■")
_YOU = frozenset("you your yours we us our please".split())
_SAID = frozenset("said says told saying added according who that which were was has had been".split())
# English function words: grammar, not vocabulary.
STOP = frozenset(
    "a about after against all also an and any are as at be because been before being between but by can could "
    "did do does during for from had has have he her his how i if in into is it its last more most no not of on "
    "one only or "
    "other our out over said she should so some such than that the their them then there these they this those "
    "through to under until up was we were what when where which while who will with would you".split()
)


class PageLine(NamedTuple):
    """A line, or a hard-wrapped paragraph: its place, its words, and their lower case cut at `LOOK`."""

    start: int
    end: int
    text: str
    low: str


def cut_lines(text: str) -> list[PageLine]:
    r"""
    Return the non-blank lines of a page; a paragraph wrapped at a fixed width counts as one line.

    >>> [line.text for line in cut_lines("Menu\n\n  The talks ended. ")]
    ['Menu', 'The talks ended.']
    """
    lines = []
    for match in _LINE.finditer(text):
        raw = match.group()
        words = raw.strip()
        if words:
            start = match.start() + len(raw) - len(raw.lstrip())
            lines.append(PageLine(start, start + len(words), words, words[:LOOK].lower()))
    return _unwrap(text, lines)


def _unwrap(text: str, lines: list[PageLine]) -> list[PageLine]:
    """Join the lines of paragraphs that were wrapped by an editor: about one width, broken mid-sentence."""
    widths = sorted(line.end - line.start for line in lines)
    if len(lines) < 4 or not 45 <= (width := widths[-1 - len(widths) // 50]) <= 110 or widths[-1] > 130:
        return lines
    joined: list[PageLine] = []
    broken = low_starts = 0
    group: list[PageLine] = []
    for line in lines:
        wrapped = bool(group) and text.count("\n", group[-1].end, line.start) == 1 and _goes_on(group[-1], line, width)
        broken += wrapped
        low_starts += wrapped and line.text[0].islower()
        if group and not wrapped:
            joined.append(_join(text, group))
            group = []
        group.append(line)
    joined.append(_join(text, group))
    # Headlines and bullets of one width start with capitals; most lines that wrapping made do not.
    return joined if broken * 3 >= len(lines) and low_starts * 5 >= broken * 2 else lines


def _goes_on(before: PageLine, line: PageLine, width: int) -> bool:
    first = line.text.split(" ", 1)[0]
    return (before.end - before.start) + 1 + len(first) > width - 12 and before.end - before.start > width * 0.6


def _join(text: str, group: list[PageLine]) -> PageLine:
    if len(group) == 1:
        return group[0]
    words = text[group[0].start : group[-1].end]
    return PageLine(group[0].start, group[-1].end, words, words[:LOOK].lower().replace("\n", " "))


def ends_sentence(text: str) -> bool:
    """
    Tell whether a line ends like a sentence.

    >>> ends_sentence("“We will come,” he said."), ends_sentence("Talks resume in Port Vell")
    (True, False)
    """
    return _ENDS.search(text[-6:]) is not None


def is_prose(line: PageLine) -> bool:
    """Tell whether a line is long enough and ends like running text."""
    return line.end - line.start >= LONG and ends_sentence(line.text)


def has_date(low: str) -> bool:
    """Tell whether a short lower-case line holds a date, a clock time or "3 hours ago"."""
    return _DATE.search(low) is not None


def bare(low: str) -> str:
    """
    Return a lower-case line without counts and marks around it, to look it up among furniture lines.

    >>> bare("» comments (12)")
    'comments'
    """
    return low.strip(" \t0123456789()[]{}:;,.|•·›»‹«▸►→←▶✕×⋅■+-–—*#…\u200b")


def is_furniture(line: PageLine) -> bool:
    """
    Tell whether a line is something pages say around articles, by the word lists alone.

    >>> is_furniture(cut_lines("Share this article")[0]), is_furniture(cut_lines("Share prices fell in Vell.")[0])
    (True, False)
    """
    words = page_words()
    length = line.end - line.start
    if length <= 60 and (bare(line.low) in words.lines or _BUTTONS.match(line.low)):
        return True
    if length > 260 or not words.starts.match(line.low):
        return False
    # "Follow the money, he said." is prose; "Follow us for the latest on your phone." speaks to its reader.
    return not ends_sentence(line.text) or words.words.is_in(line.low) or _speaks_to_reader(line.text)


# "[Print] [Close] Font size: L M S"
_BUTTONS = re.compile(r"(?:\[[a-z ]{1,16}\] ?){2}")


def _speaks_to_reader(text: str) -> bool:
    words = (word.strip(".,!?:;") for word in text.split())
    spoken = any(word != "US" and word.lower() in _YOU for word in words)
    return spoken and not any(mark in text for mark in '"“”')


# The columns of `measure`, in order; `training/page_lines` writes the same names into the weights file.
OWN = (
    "length", "words", "ends", "commas", "stop", "capitals", "digits", "furniture", "marks", "date", "address", "lower",
    "quoted", "said", "caption", "credit", "byline", "repeated", "joints", "you",
)  # fmt: skip
AROUND = (
    "long_before", "long_after", "prose_near", "length_1", "ends_1", "furniture_1", "length_2", "ends_2", "furniture_2",
    "length-1", "ends-1", "furniture-1", "length-2", "ends-2", "furniture-2", "mean_near", "furniture_near",
    "date_near", "place", "from_top", "from_end", "in_block", "to_block_start", "to_block_end", "list_before",
    "said_near",
    "pairs_near",
)  # fmt: skip
COLUMNS = OWN + AROUND


def measure(lines: list[PageLine]) -> list[list[float]]:
    """Return one row of `COLUMNS` for each line; linear in the length of the page."""
    counts = Counter(line.low for line in lines)
    own = [_own(line, counts[line.low]) for line in lines]
    return [row + around for row, around in zip(own, _around(lines, own), strict=True)]


def _own(line: PageLine, count: int) -> list[float]:
    words = page_words()
    length = line.end - line.start
    low = line.low
    tokens = _WORD.findall(line.text[:LOOK])
    total = len(tokens) or 1
    lowered = low.split()
    short = length <= 260
    return [
        log(1 + length),
        float(min(total, 80)),
        float(ends_sentence(line.text)),
        low.count(",") / total,
        sum(word in STOP for word in lowered) / total,
        sum(token[0].isupper() for token in tokens) / total,
        sum(map(str.isdigit, low)) / len(low),
        float(is_furniture(line)),
        float(words.words.count(low)) if short else 0.0,
        float(short and has_date(low)),
        float(_ADDRESS.search(low) is not None),
        float(line.text[0].islower()),
        float('"' in low or "“" in low or "”" in low),
        float(sum(word.strip(".,") in _SAID for word in lowered)),
        float(short and bool(words.caption_starts.match(low) or words.caption_marks.is_in(low))),
        float(short and bool(words.credit_starts.match(low) or words.credit_marks.is_in(low))),
        float(length <= 120 and words.byline_starts.match(low) is not None),
        float(min(count, 4)),
        float(sum(map(_JOINTS.__contains__, low))),
        sum(word != "US" and word.lower() in _YOU for word in tokens) / total,
    ]


def _around(lines: list[PageLine], own: list[list[float]]) -> list[list[float]]:
    size = len(lines)
    prose = [float(is_prose(line)) for line in lines]
    weight = [(line.end - line.start) * flag for line, flag in zip(lines, prose, strict=True)]
    total = sum(weight) or 1.0
    first, last = best_block([_simple(line, row) for line, row in zip(lines, own, strict=True)])
    pad = [0.0] * len(OWN)
    # A headline followed by a teaser or a date, again and again, is a list of other stories.
    pair = [
        float(i + 1 < size and not own[i][2] and own[i][1] >= 4 and own[i][0] < 4.9 and own[i + 1][0] < 5.6)
        for i in range(size)
    ]
    heads = [i for i, line in enumerate(lines) if len(line.low) <= 60 and bare(line.low) in page_words().lists]
    sums = {name: _running(column) for name, column in (
        ("weight", weight), ("prose", prose), ("length", [row[0] for row in own]),
        ("furniture", [row[7] for row in own]),
        ("date", [row[9] for row in own]), ("said", [row[13] for row in own]), ("pair", pair),
    )}  # fmt: skip
    rows = []
    for i in range(size):
        low, high = max(0, i - 4), min(size, i + 5)
        near = float(high - low)
        row = [sums["weight"][i] / total, (sums["weight"][size] - sums["weight"][i + 1]) / total,
               (sums["prose"][high] - sums["prose"][low]) / near]  # fmt: skip
        for step in (1, 2, -1, -2):
            other = own[i + step] if 0 <= i + step < size else pad
            row += (other[0], other[2], other[7])
        head = bisect_left(heads, i) - 1
        row += (
            (sums["length"][high] - sums["length"][low]) / near,
            (sums["furniture"][high] - sums["furniture"][low]) / near,
            (sums["date"][high] - sums["date"][low]) / near,
            i / size,
            float(min(i, 60)),
            float(min(size - 1 - i, 60)),
            float(first <= i < last),
            float(max(-30, min(30, i - first))),
            float(max(-30, min(30, last - 1 - i))),
            float(min(i - heads[head], 60)) if head >= 0 else 99.0,
            (sums["said"][high] - sums["said"][low]) / near,
            (sums["pair"][high] - sums["pair"][low]) / near,
        )
        rows.append(row)
    return rows


def _simple(line: PageLine, own: list[float]) -> float:
    """Score a line by hand for the block search: prose pulls, furniture and short lines push."""
    if own[7]:
        return -60.0
    length = min(line.end - line.start, 500)
    return float(length) if own[2] and own[1] >= 5 else min(0.0, length * 0.3 - 40.0)


def _running(column: list[float]) -> list[float]:
    sums = [0.0]
    for value in column:
        sums.append(sums[-1] + value)
    return sums


def best_block(scores: list[float]) -> tuple[int, int]:
    """
    Return the half-open range with the largest sum (Kadane's algorithm); (0, 0) when every score is negative.

    >>> best_block([-1.0, 2.0, -1.0, 3.0, -5.0])
    (1, 4)
    """
    best, best_range = 0.0, (0, 0)
    current, start = 0.0, 0
    for i, score in enumerate(scores):
        if current <= 0.0:
            current, start = 0.0, i
        current += score
        if current > best:
            best, best_range = current, (start, i + 1)
    return best_range
