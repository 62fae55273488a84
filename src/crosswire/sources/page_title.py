"""Find the line of a saved page that is the article's title."""

import re
from functools import cache

from .masthead import is_stamped
from .name_on_top import document_labels
from .official import says_document
from .page_lines import STOP, PageLine, bare, ends_sentence, is_furniture, is_prose
from .page_roles import bare_agency, byline_names, is_caption, is_credit, is_date_line, plain_names
from .page_words import page_words
from .set_days import set_apart
from .tags import is_tagged

_WORD = re.compile(r"[^\W\d_]{3,}")
_STAMPED = re.compile(r"\b(?:updated|published|posted)\b.{0,40}\b(?:19|20)\d\d\b")
# How many lines above the body a title is looked for, and how much of the body its words are compared with.
_REACH = 40
_SAMPLE = 3000
# How many lines of date and time may stand above a title, how near to its standfirst's score it must come, and how many
# words a paper's name has at most.
_STAMPS, _STANDFIRST, _NAMED = 3, 0.6, 4
# How many lines a document takes to say who issues it and what it is.
_LABELS = 4
# Words after "News |" from which on a line is a title, what opens an item of a list, and the steps of a trail.
_ONE, _INSIDE = 80, re.compile(r"[a-z]{3}\. [A-Z]")
_ASKS = re.compile(r"(?:q|question|answer)\b ?[.:]", re.IGNORECASE)
_HEAD, _ISSUER, _SMALL = 8, 12, frozenset("of the and for s o".split())
_TITLED, _BULLETS, _STEP = 5, frozenset("•▪‣◦*·-–|>"), re.compile(r"\s[>›»/|]\s")


def find_title(lines: list[PageLine], first: int, last: int) -> int | None:
    """
    Return the index of the title, or None when the article starts with its first paragraph.

    Above the body stand menus and other stories' headlines: the title is the one whose words come back in the body.
    """
    if (issued := _below_label(lines, last)) is not None:
        return issued
    is_top, opening = first == 0, first
    if is_top:
        # "19 NOV, 12:14", "News | Vesk talks": what a page is stamped with stands above its title.
        above = (i for i in range(min(_STAMPS, last)) if not _is_stamp(lines[i]))
        opening = next(above, first)
    first = opening
    start = next((i for i in range(first, min(first + 6, last)) if not _is_title_like(lines[i])), None)
    if is_top and (start is None or start == opening) and not _opens_short(lines[opening:], last - opening):
        return None
    vocabulary: set[str] | None = None
    best, best_score = None, 0.0
    for i in range(max(0, first - _REACH), min(last, (start if start is not None else first) + 1)):
        if not _is_title_like(lines[i]):
            continue
        # A text that opens with its article opens with its title, unless another title-like line follows (a section).
        opens = is_top and i == opening and (start is None or start == opening + 1)
        if not opens and vocabulary is None:
            vocabulary = _vocabulary(lines[start if start is not None else first : last][:12])
        score = 5.0 if opens else _score(lines, i, first if start is None else start, vocabulary or set())
        if score > best_score:
            best, best_score = i, score
    if best and _is_first_headline(lines, best - 1):
        # A page's first headline with a line of its own below: that line is its standfirst, however well it fits.
        score = _score(lines, best - 1, first if start is None else start, vocabulary or set())
        best = best - 1 if score >= _STANDFIRST * best_score else best
    if (
        best
        and plain_names(lines[best].text)
        and says_document(lines[best - 1].text)
        and _is_title_like(lines[best - 1])
    ):
        best -= 1  # "Press Briefing", and below it who gave it
    return _below_name(lines, _below_issuer(lines, best, last), last)


def _below_name(lines: list[PageLine], found: int | None, last: int) -> int | None:
    """Return the headline below a paper's bare name or a day on top of a page; what was found where none is."""
    text = "" if found is None or found > _STAMPS else lines[found].text
    if found is None or not text or not (_is_bare_name(text) or (set_apart(text) and not says_document(text))):
        return found
    for i in range(found + 1, min(last, found + _HEAD)):
        line = lines[i]
        if is_prose(line) and ends_sentence(line.text):
            break
        longer = line.text.count(" ") >= _STAMPS and len(line.text) > len(text) // 2
        longer = longer and not plain_names(line.text)
        if longer and _is_title_like(line) and not set_apart(line.text) and len(_STEP.split(line.text)) < _STAMPS:
            return i
    return found


def _is_bare_name(text: str) -> bool:
    """Tell whether a line is few words, each with a capital, as a paper's name is."""
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) <= _NAMED and text[-1].isalnum() and all(word[0].isupper() for word in words)


def _below_issuer(lines: list[PageLine], best: int | None, last: int) -> int | None:
    """Return the headline of a release: the last title before its prose, where a body's name and labels stand above."""
    if best is None or best > _STAMPS or not is_issuer(lines[best].text):
        return best
    found = best
    for i in range(best + 1, min(last, best + _HEAD)):
        if is_prose(lines[i]) and not _is_title_like(lines[i]):
            break
        asks = _ASKS.match(lines[i].text) is not None
        if _is_title_like(lines[i]) and lines[i].text.count(" ") >= _STAMPS and not (asks or is_issuer(lines[i].text)):
            found = i
    return found


@cache
def _issuers() -> frozenset[str]:
    return frozenset((*page_words().genre["bodies"], *page_words().genre["issuers"]))


def is_issuer(text: str) -> bool:
    """Tell whether a line is a body's name and nothing else: capitals, one of them what bodies are called."""
    words = re.findall(r"[^\W\d_]+", text)
    small = [word for word in words if word[0].islower() and word not in _SMALL]
    return (
        1 < len(words) <= _ISSUER and not small and (" | " in text or not _issuers().isdisjoint(map(str.lower, words)))
    )


def _below_label(lines: list[PageLine], last: int) -> int | None:
    """Return the title of a document that says what it is first: the line below "Press release" and its date."""
    labels = [i for i in range(min(_LABELS, last)) if lines[i].low in document_labels()]
    if not labels:
        return None
    below = next((i for i in range(labels[-1] + 1, last) if not is_date_line(lines[i])), last)
    return below if below + 1 < last and _is_title_like(lines[below]) and not is_prose(lines[below]) else None


def _is_first_headline(lines: list[PageLine], i: int) -> bool:
    """Tell whether a line is the first of a page to read as a title, and longer than a paper's name."""
    above = (line for line in lines[:i] if line.text.count(" ") >= _NAMED)
    return lines[i].text.count(" ") >= _NAMED and _is_title_like(lines[i]) and not any(map(_is_title_like, above))


def _vocabulary(lines: list[PageLine]) -> set[str]:
    """Return what the words of the body's first lines begin with."""
    return {word[:6] for word in _WORD.findall(" ".join(line.low for line in lines)[:_SAMPLE])}


def _opens_short(lines: list[PageLine], last: int) -> bool:
    """Tell whether a text of titles only starts with one that longer lines follow."""
    return _is_title_like(lines[0]) and any(len(line.text) > len(lines[0].text) for line in lines[1:last])


def _is_title_like(line: PageLine) -> bool:
    text = line.text
    if not 3 <= len(text) <= 220 or "\n" in text or text[-1] in ".,;:…" or text[0].islower() or text[0] in _BULLETS:
        return False
    if len(text) > _ONE and _INSIDE.search(text):
        return False  # several sentences, the last of which asks
    if (is_prose(line) and text[-1] in '"”') or (ends_sentence(text) and text[-1] not in "!?\"'”’)"):
        return False
    return not (
        _STAMPED.search(line.low)
        or line.low in document_labels()
        or _is_trail(line.low)
        or is_tagged(text)
        or is_furniture(line)
        or is_caption(line)
        or is_credit(line)
        or is_date_line(line)
        or (is_stamped(text) and not says_document(text))
        or byline_names(text)
        or bare_agency(text)
    )


def _is_stamp(line: PageLine) -> bool:
    return is_date_line(line) or is_stamped(line.text) or _is_trail(line.low)


def _is_trail(low: str) -> bool:
    """Tell whether a line says where on the site the page stands: "News | Vesk talks", "Home > World"."""
    section, mark, rest = low.partition("|")
    if bool(mark) and bare(section) in page_words().sections:
        # "Explainer | Why the talks stalled again in Vesk" is a title that says what it is.
        return rest.count(" ") < _TITLED
    steps = [bare(step) for step in _STEP.split(low)]
    return len(steps) > 1 and steps[0] in page_words().sections | {"home"}


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
