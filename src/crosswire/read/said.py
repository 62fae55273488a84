"""What of an article belongs to somebody's words, and what names a statement."""

import hashlib
from collections.abc import Iterable, Sequence

from crosswire.model import Attribution, Span

# Characters between a speaker and the reporting word that hold a clause of their own.
_ACT_BETWEEN = 40


def is_attitude(attitudes: frozenset[str], attribution: Attribution) -> bool:
    """Tell whether it says what somebody thinks or wants, which only the article itself asserts."""
    return attribution.kind == "indirect" and (attribution.deed or attribution.lemma in attitudes)


def said_spans(attributions: Iterable[Attribution]) -> list[Span]:
    """Return the stretches that attributions take up, in text order; none of them is the article's own voice."""
    found: list[Span] = []
    for one in attributions:
        found += one.contents
        if one.cue is not None:
            found.append(one.cue)
        # Who does something else before speaking ("She put the toll at six and called theirs a lie") is told of.
        acts_before = one.source and one.cue and one.cue.start - one.source.end > _ACT_BETWEEN
        if one.source is not None and not acts_before:
            found.append(one.source)
    return sorted(found)


def identity(article: str, contents: Sequence[Span], speaker: str | None, act: str) -> str:
    """Return the id of a statement."""
    places = ",".join([f"{span.start}-{span.end}" for span in contents])
    return hashlib.blake2b(f"{article}|{places}|{speaker or ''}|{act}".encode(), digest_size=8).hexdigest()
