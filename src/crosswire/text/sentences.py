"""Paragraphs and sentences of a text, by rules, in one pass."""

import re
from bisect import bisect_right
from itertools import pairwise

from crosswire.model.span import Span

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_MARK = r"[.!?…](?:[ ](?=[.][ ]?[.]))?"
# The first mark is written apart, so that the search can skip to it.
_END = re.compile(rf"{_MARK}(?:{_MARK})*[\"'”’»›)\]}}*]*")
# Between the entries of a chronology; a line about a page has one or two ("By Roe · 3 min read").
_DOT, _CHRONOLOGY = " · ", 3
# What opens an item of a list is no word of it; a minus stands at its number.
_BULLET = re.compile(r"\s{0,8}[•▪‣●◦*·-]\s{1,4}(?=[^\W_])")
_NEXT = re.compile(r"\s*([\"'“‘«‹„(\[{*•–—\-]*\s?)([^\W_]?[^\s.,;:!?\"”’)\]]{0,30})")
_OPENERS = "\"'“‘«‹„([{*"
_CLOSERS = "\"'”’»›)]}*"
_JOINTS = re.compile(r"[\"“‘(\[—–/]+")
_STARTING_WORD = re.compile(r"[A-Z][a-z]*(?= [a-z])")
_LINE_WORD = re.compile(r"\S{1,60}")

# Followed by a name or number, never by a new sentence.
_TITLES = frozenset(
    str.split("""
    mr mrs ms mx dr prof st sen sens rep reps gov govs gen lt col maj capt cmdr cpl sgt pvt adm brig rev hon pres
    supt insp fr sr.gen messrs mme mlle mgr vs v no nos art sec fig pp p para ch vol dist ft mt pfc spc sra atty asst
    dept-gen secy amb det ofc
    """)
)
# May end a sentence: the next word decides.
_ABBREVIATIONS = frozenset(
    str.split("""
    inc corp co cos ltd llc plc bros jr sr esq etc al ed eds est approx dept univ assn ave blvd rd sq bldg hwy
    min max avg oz lb lbs hr hrs kg km cm mm yr yrs sq cf ca a.m p.m am pm ph.d m.d b.a m.a d.c u.s u.k u.n e.u
    """)
)
# Of months, days and states: written small they are words, "they were seriously ill", "the mass", "he sat".
_OF_NAMES = frozenset(
    str.split("""
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore
    pa penn tenn tex va vt wash wis wisc wyo ont que
    """)
)
# Words that open sentences and hardly ever follow an abbreviation inside one.
_STARTERS = frozenset(
    str.split("""
    a about according additionally after all also although among an and another any as asked at because before both but
    by can critics despite did do does during each earlier even every few finally first following for four from further
    given had has have he her here his how however i if in indeed instead investigators is it its just last later like
    many meanwhile more moreover most much my neither nevertheless no nobody none nor not nothing now officials on once
    one only or other others our over people perhaps police reporters separately several she should similarly since so
    some still such supporters ten that the their then there these they this those though three through thus to today
    two under unlike until was we well were what whatever when where whether which while who why will with without
    would yes yet yesterday you your
    """)
)
_SPEECH = re.compile(
    r"(?:[A-Z][\w.’'\-]{0,24}\s){0,4}[A-Z][\w.’'\-]{0,24}\s(?:said|says|asked|asks|added|wrote|tweeted|told|replied|"
    r"wondered|shouted|demanded|continued|exclaimed|quipped|posted|responded|recalled|answered|declared)\b"
)
_HOUR = re.compile(r"[ap]\.m\.")
# A line a browser or mail program wrapped is rarely longer.
_WRAP_WIDTH = 120


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    r"""
    Return the paragraphs between `start` and `end`, trimmed.

    Blank lines part paragraphs. A single line end does too, unless the lines of the stretch look wrapped to a width.

    >>> [span.of("One.\n\nTwo.\nThree.") for span in paragraphs("One.\n\nTwo.\nThree.")]
    ['One.', 'Two.', 'Three.']
    """
    stop = len(text) if end is None else min(end, len(text))
    blocks = _blocks(text, start, stop)
    if all(text.find("\n", first, last) < 0 for first, last in blocks):
        return [Span(first, last) for first, last in blocks]
    lines = [_lines(text, first, last) for first, last in blocks]
    if _is_wrapped(text, lines):
        return [Span(first, last) for first, last in blocks]
    return [Span(first, last) for block in lines for first, last in block]


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """
    Return the sentences between `start` and `end`, which lie in one paragraph.

    Closing quotes and brackets stay with their sentence; a question quoted before a lower-case cue ends nothing.

    >>> [span.of("He met Mr. Lee. “Why?” he asked.") for span in split_sentences("He met Mr. Lee. “Why?” he asked.")]
    ['He met Mr. Lee.', '“Why?” he asked.']
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    first = start
    for match in _END.finditer(text, start, stop):
        last = match.end()
        if last >= stop:
            break
        if _ends(text, match.start(), last, stop):
            _append(found, text, first, last)
            first = last
    _append(found, text, first, stop)
    return _by_dots(found, text) if text.count(_DOT, start, stop) >= _CHRONOLOGY else found


def sentence_at(sentences: list[Span] | tuple[Span, ...], position: int) -> int | None:
    """Return the index of the sentence covering `position`, None when none does; `sentences` are in text order."""
    index = bisect_right(sentences, position, key=lambda span: span.start) - 1
    return index if index >= 0 and position < sentences[index].end else None


def _by_dots(sentences: list[Span], text: str) -> list[Span]:
    """Return the entries of a chronology that is printed in one run: "... in May · 4 June Talks open · 9 June ..."."""
    found: list[Span] = []
    for one in sentences:
        first = one.start
        while (at := text.find(_DOT, first, one.end)) >= 0:
            _append(found, text, first, at)
            first = at + len(_DOT)
        _append(found, text, first, one.end)
    return found


def _append(found: list[Span], text: str, first: int, last: int) -> None:
    bullet = _BULLET.match(text, first, last)
    first = bullet.end() if bullet else first
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first:
        found.append(Span(first, last))


def _ends(text: str, mark: int, after: int, stop: int) -> bool:
    """Decide whether the marks `text[mark:after]` end a sentence."""
    marks = text[mark:after]
    body = marks.rstrip(_CLOSERS)
    if not text[after].isspace():
        return _glued(text, mark, after, stop)
    match = _NEXT.match(text, after, stop)
    if match is None:
        return False
    opener, word = match.group(1).strip(), match.group(2)
    if not word:
        return bool(opener) and not opener.startswith(("–", "—", "-"))
    if word[0].islower() and not (opener and opener[-1] in "•"):
        return False
    if len(marks) > len(body) and marks[len(body)] not in ")]}" and _SPEECH.match(text, match.start(2), stop):
        # “Why?” Mr. Lee asked: only a question or exclamation may stand before the cue with its own mark.
        return body[-1] == "."
    if body == "." and _HOUR.match(text, mark - 3) and _SPEECH.match(text, match.start(2), stop):
        return True  # "... after 9 p.m. Roe said the crews"
    if body == ".":
        return _full_stop(text, mark, opener, word, marks != body)
    return True


def _full_stop(text: str, mark: int, opener: str, word: str, closed: bool) -> bool:
    window = text[max(0, mark - 31) : mark].split()
    if not window or text[mark - 1].isspace():
        return True
    before = _JOINTS.split(window[-1])[-1].lstrip("'’")
    if opener.startswith(("–", "—", "-")) and before[:1].isupper() and len(before) < 6:
        return False  # a dateline's state: "AUGUSTA, Me. — ..."
    key = before.lower().rpartition("-")[2]
    starter = word.lower() in _STARTERS
    if closed and text[mark + 1] in "\"'”’»":
        return True
    if key in _TITLES:
        # "Was it a no. The envoy ...": these few are words too.
        return key in {"no", "art", "sec", "fig", "mt", "dist", "det", "v"} and not word[0].isdigit() and starter
    if len(before) == 1 and before.isalpha():
        return before.islower() or (starter and word.lower() not in {"a"} and not _initial(window))
    if key in _OF_NAMES and before.islower():
        return True
    dotted = "." in before and before.replace(".", "").isalpha() and len(before) < 8
    if dotted or key in _ABBREVIATIONS or key in _OF_NAMES:
        return starter or opener[:1] in tuple("\"'“‘«")
    # A numbered list's "1." opens its line.
    return not (before.isdigit() and len(before) < 3 and text[mark - len(before) - 1 : mark - len(before)] in "\n")


def _initial(window: list[str]) -> bool:
    """Tell whether the single letter ending `window` follows a capitalised word: "Samuel L. The" is no end."""
    word = window[-2] if len(window) > 1 else ""
    return word[:1].isupper() and word.lower() not in _STARTERS


def _glued(text: str, mark: int, after: int, stop: int) -> bool:
    """Tell whether a missing space hides a sentence end: "he left.The envoy" (pages saved as text)."""
    if mark < 2 or not text[mark - 2 : mark].islower() or not text[after].isupper():
        return False
    match = _STARTING_WORD.match(text, after, stop)
    return match is not None and match.group().lower() in _STARTERS


def _blocks(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    blocks: list[tuple[int, int]] = []
    first = start
    for match in _BLANK.finditer(text, start, stop):
        _add(blocks, text, first, match.start())
        first = match.end()
    _add(blocks, text, first, stop)
    return blocks


def _lines(text: str, first: int, last: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    while first < last:
        line_end = text.find("\n", first, last)
        line_end = last if line_end < 0 else line_end
        _add(lines, text, first, line_end)
        first = line_end + 1
    return lines


def _add(spans: list[tuple[int, int]], text: str, first: int, last: int) -> None:
    piece = text[first:last]
    kept = piece.strip()
    if kept:
        first += len(piece) - len(piece.lstrip())
        spans.append((first, first + len(kept)))


def _is_wrapped(text: str, blocks: list[list[tuple[int, int]]]) -> bool:
    """
    Tell whether line ends are a width's doing: nearly every line is full, and most do not end a sentence.

    A line is full when the next line's first word would not have fitted in the longest line's width.
    """
    width = max(last - first for block in blocks for first, last in block)
    inner = [(line, after) for block in blocks for line, after in pairwise(block)]
    if width > _WRAP_WIDTH or not inner:
        return False
    full = open_ended = 0
    for (first, last), (following, end) in inner:
        word = _LINE_WORD.match(text, following, end)
        full += (last - first) + 1 + (len(word.group()) if word else 0) > width
        open_ended += text[last - 1] not in '.!?…"”’:'
    return full >= 0.8 * len(inner) and open_ended >= 0.5 * len(inner)
