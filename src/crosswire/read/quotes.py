"""
Find what stands between quotation marks, and say whether it is speech, a scare quote, a title or invented dialogue.

Marks are matched paragraph by paragraph, so one missing mark can never swallow the article. A speech that runs over
paragraphs re-opens at each one and closes at the last; such quotes are linked by `continues`.
"""

import re
from collections.abc import Sequence
from itertools import groupby

import msgspec

from crosswire.model import Quote, QuoteKind, Span

# A run of one mark is a rule or a smudge, not speech: matched first, and skipped.
_MARK = re.compile("([\"“”„‟«»‹›‘’'‚`])(?:\\1{2,}|(?<=')'|(?<=`)`)?")
_APOSTROPHES = frozenset("'’")
_SINGLE_NEXT = re.compile("[‘‚]|(?<![^\\W_])'|['’](?![^\\W_])")
_OPENS_AFTER = frozenset(" \t\n\xa0([{—–-/…“‘«„\"'`")
# Elisions that open with an apostrophe: ’90s, ’em, ’til.
_ELISION = re.compile(r"(?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|round\b|bout\b|n\b)", re.IGNORECASE)
# Copied text mixes curly and straight marks: either may close the other.
_PARTNER = {"“": '”“"', "„": "“”‟", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "”": "”", '"': '"”', "''": "''"}
_PARTNER |= {"``": "''", "‘": "’", "‚": "‘’", "'": "'"}
_SINGLE = frozenset("‘‚'‹›")
_DASH_LINE = re.compile(r"[—–-]\s*(?=\S)")
_LABEL_LINE = re.compile(r"(?:Q|A|Question|Answer)\s?[:.]\s+(?=\S)")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SMALL = frozenset("a an and as at but by for from in into of on or over the to up with vs".split())
_WORK = re.compile(
    r"\b(?:book|novel|memoir|film|movie|documentary|song|album|show|series|program|programme|podcast|essay|article|"
    r"poem|play|musical|column|editorial|exhibition|painting|titled|entitled|headlined|anthem|magazine)[,:]?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|add(?:ed|s|ing)|ask(?:ed|s|ing)|call(?:ed|s|ing)|wr(?:ote|ites?|iting)|"
    r"tweet(?:ed|s|ing)|describ(?:ed|es?|ing)|warn(?:ed|s|ing)|claim(?:ed|s|ing)|declar(?:ed|es?|ing)|insist(?:ed|s|ing)|"
    r"argu(?:ed|es?|ing)|accus(?:ed|es?|ing)|denounc(?:ed|es?|ing)|condemn(?:ed|s|ing)|vow(?:ed|s|ing)|not(?:ed|es|ing)|"
    r"quot(?:ed|es?|ing)|according to|dubbed|labell?ed|brand(?:ed|s|ing)|dismiss(?:ed|es|ing)|refer(?:red|s|ring)|"
    r"stat(?:ed|es|ing|ement)|urg(?:ed|es?|ing)|promis(?:ed|es?|ing)|express(?:ed|es|ing)|repl(?:ied|ies|ying)|"
    r"spoke(?:n|sman|swoman|sperson)?|remark(?:s|ed)?|comment(?:s|ed)?|words|statement|letter|speech)\b",
    re.IGNORECASE,
)
# A scare quote is a word or a term; five words already tend to be a clause somebody said.
_SCARE_WORDS = 4
# A paragraph with this many quotes is no prose; telling their kinds apart would only cost time.
_CROWD = 300
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|be|been|am|will|would|can|could|should|must|may|might|has|have|had|do|does|did|"
    r"\w+n['’]t|i|we|you|he|she|they|it|i['’]m|let['’]s)\b",
    re.IGNORECASE,
)


class _Open(msgspec.Struct):
    start: int
    mark: str
    width: int


class _Found(msgspec.Struct):
    start: int
    end: int
    inner: Span
    mark: str
    closed: bool
    parent: "_Found | None" = None
    continues: "_Found | None" = None
    kind: QuoteKind = "speech"


def find_quotes(text: str, sentences: Sequence[Span], paragraphs: Sequence[int]) -> list[Quote]:
    """
    Return the quotes of the title and body in text order, enclosing quotes before the quotes they hold.

    >>> text = "“We will go,” he said, “but not ‘soon’.”"
    >>> [quote.span.of(text) for quote in find_quotes(text, [Span(0, len(text))], [1])]
    ['“We will go,”', '“but not ‘soon’.”', '‘soon’']
    """
    found: list[_Found] = []
    running: _Found | None = None
    lines = _paragraphs(sentences, paragraphs)
    for number, line in lines:
        here = _pair(text, line)
        tops = [item for item in here if item.parent is None]
        if running and tops and tops[0].start == line.start and tops[0].mark == running.mark:
            tops[0].continues = running
        running = tops[-1] if tops and not tops[-1].closed and tops[-1].end == line.end else None
        for item in here if len(here) < _CROWD else ():
            item.kind = _kind(text, item, line, headline=number == 0)
        found.extend(here)
    found.extend(_dialogue(text, [line for number, line in lines if number != 0]))
    return _index(found)


def _paragraphs(sentences: Sequence[Span], paragraphs: Sequence[int]) -> list[tuple[int, Span]]:
    grouped = groupby(zip(paragraphs, sentences, strict=False), key=lambda pair: pair[0])
    runs = [(number, [span for _, span in group]) for number, group in grouped]
    return [(number, Span(spans[0].start, spans[-1].end)) for number, spans in runs]


def _index(found: list[_Found]) -> list[Quote]:
    found.sort(key=lambda item: (item.start, -item.end))
    place = {id(item): number for number, item in enumerate(found)}
    return [
        Quote(
            item.start,
            item.end,
            item.inner,
            item.kind,
            None if item.parent is None else place.get(id(item.parent)),
            None if item.continues is None else place.get(id(item.continues)),
        )
        for item in found
    ]


def _pair(text: str, line: Span) -> list[_Found]:
    """Match the marks of one paragraph with a stack; unclosed single marks are apostrophes, double ones run on."""
    stack: list[_Open] = []
    done: list[_Found] = []
    for match in _MARK.finditer(text, line.start, line.end):
        mark, start, end = match.group(), match.start(), match.end()
        if end - start > 2 or mark == "`":
            continue
        before = text[start - 1] if start > line.start else " "
        after = text[end] if end < line.end else " "
        if mark in _APOSTROPHES and before.isalnum() and after.isalnum():
            continue
        # French printers put a space inside their marks.
        closes = (mark == "»" or not before.isspace()) and not after.isalnum()
        level = _closing(stack, mark) if closes and not _plural(text, start, line.end, stack) else None
        if level is not None:
            opened = stack[level]
            del stack[level:]
            done.append(_Found(opened.start, end, Span(opened.start + opened.width, start), opened.mark, closed=True))
        elif before in _OPENS_AFTER and (mark == "«" or not after.isspace()) and _may_open(text, mark, end, stack):
            _reopen(text, mark, start, stack, done)
            stack.append(_Open(start, mark, end - start))
    done += [_unclosed(text, opened, line.end) for opened in stack if opened.mark not in _SINGLE]
    return _nest(done)


def _reopen(text: str, mark: str, start: int, stack: list[_Open], done: list[_Found]) -> None:
    """Give up an open quote when a mark of its own kind opens again: its closing mark was lost before here."""
    for level, opened in enumerate(stack):
        if opened.mark == mark:
            if mark not in _SINGLE:
                done.append(_unclosed(text, opened, start))
            del stack[level:]
            return


def _closing(stack: list[_Open], mark: str) -> int | None:
    """Return the index in the stack of the innermost open mark that `mark` closes, looking three levels deep."""
    for level in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if mark in _PARTNER.get(stack[level].mark, "") and (mark != "'" or stack[level].mark == "'"):
            return level
        if stack[level].mark not in _SINGLE:
            return None
    return None


def _plural(text: str, start: int, limit: int, stack: list[_Open]) -> bool:
    """Tell whether a single mark inside an open single quote is a plural's apostrophe ("soldiers' pay")."""
    if not stack or stack[-1].mark not in _SINGLE or text[start] not in _APOSTROPHES:
        return False
    if text[start - 1] not in "sS" or text[start + 1 : start + 2] != " " or not text[start + 2 : start + 3].islower():
        return False
    # It is one when the next single mark closes too; when the next one opens, this one had to close.
    following = _SINGLE_NEXT.search(text, start + 1, min(limit, start + 200))
    return following is not None and following.group() not in ("‘", "‚") and not text[following.start() - 1].isspace()


def _may_open(text: str, mark: str, end: int, stack: list[_Open]) -> bool:
    if mark in ("'", "‘"):
        return not _ELISION.match(text, end)
    # Some printers open with the closing mark; one that follows an open quote is a stray.
    return mark != "’" and not (mark in "”»›" and stack)


def _unclosed(text: str, opened: _Open, limit: int) -> _Found:
    """End a quote that lost its closing mark: at its paragraph, or before the next quote of the same kind."""
    inner = opened.start + opened.width
    end = max(inner, opened.start + len(text[opened.start : limit].rstrip()))
    return _Found(opened.start, end, Span(inner, end), opened.mark, closed=False)


def _nest(done: list[_Found]) -> list[_Found]:
    if not done:
        return done
    done = sorted(
        (item for item in done if item.inner.end > item.inner.start), key=lambda item: (item.start, -item.end)
    )
    enclosing: list[_Found] = []
    for item in done:
        while enclosing and enclosing[-1].end < item.end:
            enclosing.pop()
        item.parent = enclosing[-1] if enclosing and enclosing[-1].end > item.start else None
        enclosing.append(item)
    return done


def _kind(text: str, item: _Found, line: Span, *, headline: bool) -> QuoteKind:
    inner = item.inner.of(text) if item.inner.end - item.inner.start < 120 else ""
    words = _WORD.findall(inner)
    if not words or item.continues is not None:
        return "speech"
    before = text[max(line.start, item.start - 40) : item.start]
    if not headline and _is_title(inner, words, before):
        return "title"
    if len(words) > _SCARE_WORDS or inner.rstrip()[-1] in "?!" or _VERBISH.search(inner):
        return "speech"
    around = text[max(line.start, item.start - 120) : item.start] + " " + text[item.end : min(line.end, item.end + 80)]
    return "speech" if _REPORTED.search(around) or item.start == line.start else "scare"


def _is_title(inner: str, words: Sequence[str], before: str) -> bool:
    if inner.rstrip()[-1] in ".?!" or inner.isupper():
        return False
    major = [word for word in words if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in major)
    if _WORK.search(before):
        return capitals == len(major) and bool(major)
    return 2 <= capitals == len(major) and len(words) <= 10 and not _VERBISH.search(inner)


def _dialogue(text: str, lines: Sequence[Span]) -> list[_Found]:
    """
    Return the lines of an invented exchange: two or more neighbours opened by dashes (or Q/A labels), one a question.

    A run of dashed lines without a question is a list of points, not talk.
    """
    found: list[_Found] = []
    for pattern in (_DASH_LINE, _LABEL_LINE):
        matched = [(line, pattern.match(text, line.start)) for line in lines]
        for spoken, group in groupby(matched, key=lambda pair: pair[1] is not None):
            run = [(line, match.end()) for line, match in group if match is not None and match.end() < line.end]
            asks = any(text[line.end - 1] == "?" or "? " in line.of(text) for line, _ in run)
            if spoken and len(run) > 1 and asks:
                found += [
                    _Found(line.start, line.end, Span(inner, line.end), "—", closed=True, kind="dialogue")
                    for line, inner in run
                ]
    return found
