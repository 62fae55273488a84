"""Find the line of a saved page that is the article's title."""

import re

from .page_lines import STOP, PageLine, ends_sentence, is_furniture, is_prose
from .page_roles import bare_agency, byline_names, is_caption, is_credit, is_date_line

_WORD = re.compile(r"[^\W\d_]{3,}")
_STAMPED = re.compile(r"\b(?:updated|published|posted)\b.{0,40}\b(?:19|20)\d\d\b")
# How many lines above the body a title is looked for, and how much of the body its words are compared with.
_REACH = 40
_SAMPLE = 3000


def find_title(lines: list[PageLine], first: int, last: int) -> int | None:
    """
    Return the index of the title, or None when the article starts with its first paragraph.

    Above the body stand menus and other stories' headlines: the title is the one whose words come back in the body.
    """
    start = next((i for i in range(first, min(first + 6, last)) if not _is_title_like(lines[i])), None)
    if first == 0 and (start is None or start == 0) and not _opens_short(lines, last):
        return None
    vocabulary: set[str] | None = None
    best, best_score = None, 0.0
    for i in range(max(0, first - _REACH), min(last, (start if start is not None else first) + 1)):
        if not _is_title_like(lines[i]):
            continue
        # A text that opens with its article opens with its title, unless another title-like line follows (a section).
        opens = i == first == 0 and (start is None or start == 1)
        if not opens and vocabulary is None:
            vocabulary = _vocabulary(lines[start if start is not None else first : last][:12])
        score = 5.0 if opens else _score(lines, i, first if start is None else start, vocabulary or set())
        if score > best_score:
            best, best_score = i, score
    return best


def _vocabulary(lines: list[PageLine]) -> set[str]:
    """Return what the words of the body's first lines begin with."""
    return {word[:6] for word in _WORD.findall(" ".join(line.low for line in lines)[:_SAMPLE])}


def _opens_short(lines: list[PageLine], last: int) -> bool:
    """Tell whether a text of titles only starts with one that longer lines follow."""
    return _is_title_like(lines[0]) and any(len(line.text) > len(lines[0].text) for line in lines[1:last])


def _is_title_like(line: PageLine) -> bool:
    text = line.text
    if not 3 <= len(text) <= 220 or "\n" in text or text[-1] in ".,;:…" or text[0].islower():
        return False
    if (is_prose(line) and text[-1] in '"”') or (ends_sentence(text) and text[-1] not in "!?\"'”’)"):
        return False
    return not (
        _STAMPED.search(line.low)
        or is_furniture(line)
        or is_caption(line)
        or is_credit(line)
        or is_date_line(line)
        or byline_names(text)
        or bare_agency(text)
    )


def _score(lines: list[PageLine], i: int, first: int, vocabulary: set[str]) -> float:
    """Weigh a title: words shared with the body, a headline's length, a byline or date below, nearness to the body."""
    words = [word for word in _WORD.findall(lines[i].low) if word not in STOP]
    shared = sum(word[:6] in vocabulary for word in words)
    below = lines[i + 1 : i + 5]
    signed = any(byline_names(line.text) or is_date_line(line) for line in below)
    size = min(len(words), 8) / 8
    if len(words) < 2 or not shared:
        # "Day 100: what is known" shares no word with its article; it may still stand right above it.
        return 0.1 * (len(words) >= 2 and first - 3 <= i < first)
    return 2.0 * shared / len(words) + 0.25 * min(shared, 4) + size + 0.7 * signed - 0.02 * max(0, first - i)
