"""A writer's own words: what he argues, and what somebody should do, said by nobody but the page: no stand, no fact."""

import re

from crosswire.model import Article, Attribution

# "The talks should resume on Monday" forecasts; who should do a thing is a person, a state, a body: a name or "they".
_SHOULD = re.compile(
    r"(?:^|, (?:and |but )?|[;:] )(?:[Tt]he )?[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4} (?:should|ought to) "
    r"(?!have\b|be (?:known|ready|able|over|out|in)\b|know\b|get\b|come\b|become\b|begin\b|start\b)"
)
_MARKS = frozenset("\"“'‘«")
# Whose terms, wish or words these are, the sentence says: then the page only tells of them.
_TOLD = re.compile(
    r"\b(?:under|according to|terms?|plans?|deals?|accords?|agreements?|proposals?|drafts?|resolutions?|said|says|"
    r"that|whether|if|demand\w*|ask\w*|insist\w*|believ\w*|rul\w+|calls? for)\b",
    re.IGNORECASE,
)


def is_writers(article: Article, said: Attribution | None, named: bool, words: str) -> bool:
    """
    Tell whether a sentence is its writer's own: of a column all that nobody with a name says; elsewhere his advice.

    Who goes unnamed in a column ("both premiers conceded that ...") was not heard by its writer.
    """
    if article.genre == "opinion":
        return said is None or (said.speaker is None and not said.via and words[:1] not in _MARKS)
    return said is None and named and is_advice(words)


def is_advice(words: str) -> bool:
    """
    Tell whether a sentence that nobody else speaks says what somebody should do.

    >>> is_advice("In return for a phased pullout, Oria should agree to an inventory of its guns.")
    True
    >>> is_advice("Under the plan Oria should leave the valley by May.")
    False
    >>> is_advice("Results should be known on Monday.")
    False
    """
    match = _SHOULD.search(words) if "should" in words or "ought" in words else None
    return match is not None and not _TOLD.search(words)
