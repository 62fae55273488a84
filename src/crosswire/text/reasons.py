"""Whether a sentence gives a reason, by the words English gives one in."""

import re

_GIVES = re.compile(
    r"\bbecause\b|\bin order (?:to|that)\b|\bso that\b|\bdue to\b|\bowing to\b"
    r"|\bthe reasons? (?:is|are|was|were|given)\b|\b(?:is|was|were) (?:aimed at \w+ing|(?:designed|intended) to \w+)\b"
    r"|\bin (?:response|retaliation|reply|return) (?:to|for)\b|\bout of (?:fear|concern|need)\b|\bfor fear\b",
    re.IGNORECASE,
)
# "that is not because", "asked why": a reason refused or wanted is none given.
_REFUSED = re.compile(r"\b(?:not|never|n['’]t|no) (?:\w+ ){0,2}(?:because|due to|reasons?)\b|\?\W*$", re.IGNORECASE)


def gives_reason(text: str) -> bool:
    """
    Tell whether a sentence says why.

    >>> gives_reason("They left because the truce had been broken."), gives_reason("They left at noon.")
    (True, False)
    """
    return bool(_GIVES.search(text)) and not _REFUSED.search(text)
