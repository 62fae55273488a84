"""Deeds that go by several names: to step down is to resign, and to hand over power."""

import re

# Deeds that go by several names: what a promise of each is worded as, and how it is told as done.
_TURNS = (
    (
        "resign",
        r"(?:re)?sign(?:s|ing)? (?:as|from)\b|resign|(?:step|stand)(?:s|ping|ing)? (?:down|aside)\b|quit(?:ting)?\b"
        r"|leav(?:e|ing) (?:office|power)\b"
        r"|(?:hand|giv|ced|relinquish|surrender|yield|transfer)\w{0,3} (?:over |up )?(?:his |her |the )?"
        r"(?:power|presidency|office|leadership)\b",
        r"resigned\b|resignation\b|(?:stepped|stood) (?:down|aside)\b|(?:has|had) quit\b|quit (?:as|his|her|on|in)\b"
        r"|left (?:office|power)\b|(?:handed|gave|given|ceded|relinquished|surrendered|yielded|transferred|hands) "
        r"(?:over |up )?(?:his |her |the )?(?:power|presidency|office|leadership|control)\b",
    ),
    (
        "govern",
        r"(?:form|join|enter|set up|create|share)\w{0,3} (?:an? |the |in an? |into an? )?(?:[\w-]+ ){0,3}?"
        r"(?:government|cabinet|coalition|power)\b",
        r"(?:formed|joined|entered|set up) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:government|cabinet|coalition)\b"
        r"|(?:was|were|been) sworn in\b",
    ),
    (
        "exile",
        r"(?:go|head|fly|flee)\w{0,3} into exile\b|leav(?:e|ing) the country\b|(?:accept|tak)\w{0,3} .{0,30}\basylum\b",
        r"(?:went|gone|flew|flown|fled|headed|forced \S+(?: \S+){0,3}) into exile\b|flight into exile\b"
        r"|(?:left|fled) the country\b|flew (?:in)?to exile\b",
    ),
)
_WORDED = tuple(
    (deed, re.compile(rf"(?:to |be |been |will |would )?(?:{made})", re.IGNORECASE)) for deed, made, _ in _TURNS
)
DONE = {deed: re.compile(rf"\b(?:{done})", re.IGNORECASE) for deed, _, done in _TURNS}
_PROMISE = re.compile(r"\b(?:promise|pledge|vow|commitment|undertaking)s? to ([^.;]{3,60})")
WHOLE = frozenset(deed for deed, *_ in _TURNS)


def turn_of(words: str) -> str | None:
    """
    Return the deed that the words of a promise mean where it goes by several names, else None.

    >>> turn_of("step down on 11 August"), turn_of("hand over power at noon"), turn_of("open the port")
    ('resign', 'resign', None)
    """
    return next((deed for deed, made in _WORDED if made.match(words)), None)


def turn_kept(sentence: str) -> str | None:
    """
    Return the deed of several names that a sentence says was promised.

    >>> turn_kept("Mora kept a promise to resign and head for the coast.")
    'resign'
    """
    named = _PROMISE.search(sentence)
    return turn_of(named[1]) if named else None
