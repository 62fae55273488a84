"""Cut a sentence where both parts still stand alone: leading connectives off, whole clauses apart."""

import re

from crosswire.model.span import Span
from crosswire.text.verbs import irregular_pasts, lemma_of

_CONNECTIVE = re.compile(
    r"(?:(?:however|meanwhile|moreover|furthermore|additionally|in addition|besides|nevertheless|nonetheless|still|"
    r"instead|indeed|in fact|in turn|also|therefore|thus|consequently|as a result|accordingly|similarly|likewise|"
    r"separately|at the same time|on the other hand|by contrast|in contrast|on the contrary|for example|"
    r"for instance|of course|since then|after all|that said|even so|to be sure|in other words|finally|lastly|"
    r"first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|so|and|but|yet|plus|"
    r"for (?:his|her|its|their) part|then again|in the meantime|as such),\s+"
    r"|(?:but|and)\s+(?!(?:for|so|to|then|with|by|of)\s)"
    r"|yet\s+(?=(?:he|she|it|they|we|i|the|there|his|her|its|their|this|these|those)\s))",
    re.IGNORECASE,
)
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_MARKS = re.compile(r"[\"“”«»„()\[\]{}]")
_JOINT = re.compile(r"(?:;\s+(?:and\s+|but\s+)?|,\s+(?:but|while|whereas|and|yet)\s+)(?=[\w\"“])")
_WORD = re.compile(r"[^\s,;:—–]+|[,;:—–]")
_FINITE = frozenset(
    str.split("""
    am is are was were has have had will would can could may might must shall should did does do isn't aren't wasn't
    weren't hasn't haven't hadn't won't wouldn't can't couldn't didn't doesn't don't cannot remains remained
    """)
)
_REPORTING = frozenset(
    str.split("""
    say said says told tells added adds wrote writes argued argues claimed claims insisted insists warned warns stated
    states announced reported reports confirmed according denied accused alleged believes believed thinks thought
    noted explained suggested hopes hoped expects expected fears feared vowed pledged promised
    """)
)
_PRONOUNS = frozenset(str.split("he she it they we i you there nobody everyone both neither"))
_DETERMINERS = frozenset(
    str.split("the a an this these those his her its their our my some many most several no another each both")
)
_SUBORDINATORS = frozenset(
    str.split("""
    if when while although though unless because since after before as whether once until whereas despite without by
    who which that where what how why
    """)
)
_OBJECTS = _DETERMINERS | {"that", "to", "it", "him", "them", "us", "me", "itself", "himself", "herself", "themselves"}
# Before a date these belong to the subject: "their first talks since 2019".
_DATING = frozenset({"since", "before", "after"})
# What follows a verb without an object; "by" follows a participle.
_AFTER_VERB = frozenset("without in on at with for after before during amid over into within under".split())
# A subject of more words than this holds a clause of its own more often than not.
_LONGEST_SUBJECT = 6


def trim(text: str, span: Span) -> Span:
    """
    Return `span` without the discourse connectives it opens with; what was cut is `text[span.start:result.start]`.

    >>> trim("But, meanwhile, talks stalled.", Span(0, 30)).of("But, meanwhile, talks stalled.")
    'talks stalled.'
    """
    start = span.start
    for _ in range(3):
        match = _CONNECTIVE.match(text, start, span.end)
        if match is None or len(text[match.end() : min(span.end, match.end() + 200)].split()) < 2:
            break
        start = match.end()
    return Span(start, span.end)


def clauses(text: str, span: Span) -> list[Span]:
    """
    Return the top-level clauses of a sentence, each able to stand alone; the whole sentence when nothing is sure.

    Never cuts inside quotation marks or brackets, nor where the second part would lose who said it.

    >>> text = "The envoys met in Geneva, but they did not agree."
    >>> [part.of(text) for part in clauses(text, Span(0, len(text)))]
    ['The envoys met in Geneva', 'they did not agree.']
    """
    sentence = span.of(text)
    # Longer "sentences" are tables or lists; nothing in them is a clause.
    if (
        len(sentence) > 2000
        or _JOINT.search(sentence) is None
        or not balanced(sentence)
        or _opens_subordinate(sentence)
    ):
        return [span]
    hidden = _hidden(sentence)
    found: list[Span] = []
    start = 0
    for match in _JOINT.finditer(sentence):
        if any(first <= match.start() < last for first, last in hidden):
            continue
        head, tail = _bare(sentence, start, match.start(), hidden), _bare(sentence, match.end(), None, hidden)
        stands = _stands(tail, whole=False) or ("but" in match.group() and _turns(tail))
        if _stands(head, whole=True) and stands and _voices_kept(head, tail):
            found.append(Span(span.start + start, span.start + match.start()))
            start = match.end()
    return [*found, Span(span.start + start, span.end)]


def has_clause(sentence: str) -> bool:
    """
    Tell whether a stretch holds a main clause of its own: it opens with none that leans, and has a finite verb.

    >>> has_clause("The envoys met in Geneva"), has_clause("After the envoys met"), has_clause("The envoys")
    (True, False, False)
    """
    words = _WORD.findall(sentence)
    return not _opens_subordinate(sentence) and (_stands(words, whole=True) or any(map(_governs, words[1:], words[2:])))


def _governs(word: str, following: str) -> bool:
    """Tell whether a word is a verb in the present by its ending and the object right after ("rejects the")."""
    return word.islower() and word.endswith("s") and not word.endswith("ss") and following.lower() in _OBJECTS


def balanced(text: str) -> bool:
    """
    Tell whether the double quotation marks and brackets of `text` are closed and in order.

    >>> balanced("“Yes (sort of)”"), balanced("“Yes"), balanced(")(")
    (True, False, False)
    """
    stack: list[str] = []
    for match in _MARKS.finditer(text):
        mark = match.group()
        if mark == '"':
            if stack and stack[-1] == '"':
                stack.pop()
            else:
                stack.append(mark)
        elif mark in "“„«([{":
            stack.append(mark)
        else:
            wanted = {"”": "“„", "»": "«"}.get(mark) or _BRACKETS[mark]
            if not stack or stack[-1] not in wanted:
                return False
            stack.pop()
    return not stack


def _hidden(sentence: str) -> list[tuple[int, int]]:
    """Return the outermost quoted or bracketed stretches of a balanced sentence."""
    found: list[tuple[int, int]] = []
    depth, first, straight = 0, 0, False
    for match in _MARKS.finditer(sentence):
        mark = match.group()
        opens = (not straight) if mark == '"' else mark in "“„«([{"
        if mark == '"':
            straight = not straight
        if opens:
            first = match.start() if depth == 0 else first
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                found.append((first, match.end()))
    return found


def _bare(sentence: str, start: int, end: int | None, hidden: list[tuple[int, int]]) -> list[str]:
    """Return the words of a stretch outside quotes and brackets, a quote standing as one mark."""
    stop = len(sentence) if end is None else end
    pieces: list[str] = []
    for first, last in hidden:
        if first >= start and last <= stop:
            pieces += [sentence[start:first], " \x00 "]
            start = last
    pieces.append(sentence[start:stop])
    return _WORD.findall("".join(pieces))


def _opens_subordinate(sentence: str) -> bool:
    first = sentence.split(None, 1)[:1]
    return bool(first) and first[0].lower().strip("\"“‘'(") in _SUBORDINATORS


def _stands(words: list[str], *, whole: bool) -> bool:
    """Tell whether `words` open with a subject and its finite verb (`whole`: hold them somewhere)."""
    if len(words) < 3:
        return False
    if words[0].lower() in _SUBORDINATORS - {"that"} and not whole:
        return False
    limit = len(words) if whole else _LONGEST_SUBJECT + 1
    subject = words[0].lower()
    if not whole and subject not in _PRONOUNS | _DETERMINERS and not words[0][0].isupper():
        return False
    for index in range(1, min(limit, len(words))):
        word = words[index].lower()
        if word in ",;:—–" or word in _SUBORDINATORS:
            if not whole:
                return False
            continue
        # Right after a pronoun, or anywhere in a first part, a past form is enough; elsewhere it may be a participle.
        if _is_finite(words, index) or ((whole or (index == 1 and subject in _PRONOUNS)) and _is_past(word)):
            return True
    return False


def _turns(words: list[str]) -> bool:
    """
    Tell whether the words after "but" open with a subject of their own whose past form is the one verb that follows.

    "But their first talks since May ended without a deal": nothing else can be the verb. "But the plan drawn up by
    the board was dropped" has another, and "but the plan backed by the board" has no verb.
    """
    subject = words[0].lower()
    if subject not in _DETERMINERS and not words[0][0].isupper():
        return False
    for index in range(2, min(_LONGEST_SUBJECT + 1, len(words) - 1)):
        word, following = words[index].lower(), words[index + 1].lower()
        if word in ",;:—–" or word in _SUBORDINATORS - _DATING:
            return False
        if word.endswith("ed") and words[index].islower() and words[index - 1].lower() not in _DETERMINERS:
            rest = range(index + 1, len(words))
            return following in _AFTER_VERB and not any(_is_finite(words, place) for place in rest)
    return False


def _is_past(word: str) -> bool:
    return lemma_of(word.strip(".!?")) is not None or word.strip(".!?").endswith("ed")


def _is_finite(words: list[str], index: int) -> bool:
    word = words[index].strip(".!?")  # a capital is a name's: "the United States"
    if word in _FINITE or word in _REPORTING - {"according", "reports", "claims", "states", "fears", "hopes"}:
        return True
    if word in irregular_pasts():
        return True
    if not word.endswith("ed") or index + 1 >= len(words):
        return False
    # "the ministers rejected the plan" is finite; "the plan rejected by ..." is not.
    following = words[index + 1]
    return following.lower() in _OBJECTS or following[0].isupper() or following[0].isdigit()


def _voices_kept(head: list[str], tail: list[str]) -> bool:
    """
    Tell whether cutting leaves every part with its own voice.

    In "Lee said A, but B" the second part may still be Lee's words, and in "A, and B, Lee said" the first is.
    """
    said_first = any(word.lower() in _REPORTING for word in head)
    opening = tail[: tail.index(",")] if "," in tail else tail
    said_second = any(word.lower().strip(".") in _REPORTING for word in opening[: _LONGEST_SUBJECT + 2])
    said_later = any(word.lower().strip(".") in _REPORTING for word in tail)
    if said_first:
        return said_second
    return said_second or not said_later
