"""Who meets at talks, where the sentence says with whom they were held: others named in it do not."""

import re
from collections.abc import Sequence

from crosswire.model import Mention, Span

# "Held talks", "will hold a second round of talks": somebody before it does, with somebody after it.
_HOLDS = re.compile(
    r"\b(?:held|hold|holds|holding|had|began|begin|begins|opened|conduct(?:s|ed)?|met for|meets? for|sat down for)"
    r"(?: (?!(?:in|on|at|that|which|and|but)\b)[\w’'-]{1,20}){0,6} $",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?: (?!(?:between|among)\b)[\w’'-]{1,20}){0,4} with ")
# Where the phrase after "with" is over: another clause, a place, a day.
_OVER = re.compile(r"[;:—–(]|,? (?:as|after|before|while|when|where|which|who|that|on|in|at|to|for|hours|days|ahead)\b")


def meeting(text: str, mentions: Sequence[Mention], sentence: Span, span: Span) -> Sequence[Mention]:
    """
    Return those of a sentence's `mentions` that the talks at `span` are between; all where it does not say with whom.

    >>> words = "Chile held talks with Peru after Bolivia closed the road."
    >>> places = {one: words.index(one) for one in ("Chile", "Peru", "Bolivia")}
    >>> named = [Mention(at, at + len(one), "name", one, Span(at, at)) for one, at in places.items()]
    >>> [one.actor for one in meeting(words, named, Span(0, len(words)), Span(11, 16))]
    ['Chile', 'Peru']
    """
    holds = _HOLDS.search(text, sentence.start, span.start)
    beside = _WITH.match(text, span.end, sentence.end)
    if holds is None or beside is None:
        return mentions
    over = _OVER.search(text, beside.end(), sentence.end)
    end = over.start() if over else sentence.end
    near = [one for one in mentions if one.start < holds.start()] + [
        one for one in mentions if beside.end() <= one.start < end
    ]
    return near if any(one.actor for one in near) else mentions
