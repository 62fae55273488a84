"""Whether what is said holds a "not"."""

import re

from crosswire.model import Statement

_NOT = re.compile(r"\b(?:not|never|nor|neither|cannot|without)\b|n['’]t\b", re.IGNORECASE)
_NOT_SIGNS = ("not", "n't", "n’t", "never", "nor", "neither", "without")


def has_not(statement: Statement) -> bool:
    """Tell whether the words said hold a "not", of whatever it denies: "is certain that he did not send it"."""
    start, words = statement.evidence.start, statement.evidence.quote
    low = words.lower()
    if not any(map(low.__contains__, _NOT_SIGNS)):
        # Most statements hold none of them, and asking takes a fifth of the search.
        return False
    return any(_NOT.search(words, span.start - start, span.end - start) for span in statement.contents)
