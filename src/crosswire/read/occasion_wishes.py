"""Tell talks that somebody is ready for, offers, urges or hopes for from talks that were held."""

import re

from crosswire.model import Span

# What a side may be: ready to resume them, open to them, prepared for another round.
_READY = r"(?:ready|readiness|willing|willingness|prepared|open|eager|keen|happy|glad)"
# What may be asked or offered: "offered to host", "urged the two to return to", "called for", "a proposal for".
_ASKS = (
    r"(?:offer(?:s|ed|ing)?|urg(?:es?|ed|ing)|hop(?:es?|ed|ing)|want(?:s|ed|ing)?|propos(?:es?|ed|ing|als?)|"
    r"invit(?:es?|ed|ing|ations?)|ask(?:s|ed|ing)?|appeal(?:s|ed|ing)?|call(?:s|ed|ing)?|wish(?:es|ed)?|"
    r"seek(?:s|ing)?|sought|request(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|suggest(?:s|ed|ing|ions?)?|bids?|plan(?:s|ned)?|"
    r"aim(?:s|ed)?|intend(?:s|ed)?|effort|efforts)"
)
# Between the word that asks and the talks: what is to be done to them, and where the clause goes on.
_BEFORE = re.compile(
    rf"\b(?:{_READY} (?:to|for)|{_ASKS} (?:(?:[^.;:\n]|(?<=[a-z])\.(?= \d)){{1,60}} )?(?:to|for|on|of|that)|{_ASKS})"
    r"(?: (?!(?:after|since|during|following|at|before|when|as|and|but|which|who)\b)[\w’'\-,]{1,24}){0,9} $"
)
# "That the talks be resumed", "a fourth round could be held"; "would be held on 12 May" announces it.
_AFTER = re.compile(
    r"(?: [\w’'\-]{1,24}){0,4} (?!would be held (?:in [\w ]{2,30}? )?on\b)"
    r"(?:(?:should|could|might|may|must|can|would) (?:be |still be )?"
    r"(?:resum\w+|held|re-?start\w*|continu\w+|go on|take place|open|begin)"
    r"|(?<!would )be (?:resumed|held|restarted|continued))\b"
)
# What stands still was not held: "to revive the stalled talks", "a bid to restart negotiations".
_STILL = re.compile(
    r"\b(?:(?:stalled|suspended|frozen|deadlocked|moribund|long-stalled)"
    r"|(?:to |in |of |at |for )(?:reviv|restart|relaunch|reinvigorat|kick-?start|rekindl|salvag)\w*|revival of)"
    r"(?: (?!(?:after|since|during|following|at|before|when|as|and|but|which|who)\b)[\w’'\-]{1,24}){0,4} $"
)
# "Will there be a third round?"; "whether a third round will be held".
_WILL = re.compile(
    r"\b(?:will|would|can|could|may|might|is|are|was|were|should|shall) "
    r"(?:there|it|they|the|a|an|any|another)\b[^.;?]*$"
    r"|\b(?:whether|if) (?:there )?[^.;?]{0,60}$"
)
_FAR = 160


def is_wished(low: str, sentence: Span, span: Span) -> bool:
    """
    Tell whether talks at `span` of a `sentence` are what somebody is ready for, offers, urges or hopes for.

    >>> words = "arland is ready to host a fourth round of talks in pera."
    >>> is_wished(words, Span(0, len(words)), Span(26, 47))
    True
    >>> words = "arland was ready to sign after the third round of talks."
    >>> is_wished(words, Span(0, len(words)), Span(35, 55))
    False
    >>> words = "he flew to pera on friday in a bid to revive stalled talks with arland."
    >>> is_wished(words, Span(0, len(words)), Span(53, 58))
    True
    """
    before = low[max(sentence.start, span.start - _FAR) : span.start]
    return (
        bool(_BEFORE.search(before))
        or bool(_STILL.search(before))
        or bool(_AFTER.match(low, span.end, min(sentence.end, span.end + _FAR)))
    )


def is_asked(low: str, sentence: Span, span: Span) -> bool:
    """
    Tell whether a question asks for talks at `span`: whether there will be any, not how those that were held went.

    >>> words = "where do the talks in pera stand, and will there be a fourth round?"
    >>> [is_asked(words, Span(0, len(words)), span) for span in (Span(13, 18), Span(54, 66))]
    [False, True]
    """
    ends = low[span.end : sentence.end].rstrip(" \n”\"'’)")
    return ends.endswith("?") and _WILL.search(low[max(sentence.start, span.start - _FAR) : span.start]) is not None
