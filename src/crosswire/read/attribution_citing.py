"""
Follow a citation to its end: "KRT, citing Northgate, which quoted two diplomats, said" is said by two diplomats.

The innermost one cited speaks; every outlet before it passed the words on, the outermost first.
"""

from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Span
from crosswire.read.attribution_cues import Found
from crosswire.read.attribution_source import is_finite, subject_after
from crosswire.read.attribution_words import SUBORDINATORS, Clause, is_word

CITING = frozenset({"cite", "quote"})
_BELONGING = frozenset("in of at from within inside near close".split())
_LONGEST = 10
_RELATIVES = frozenset({"which", "who", "that"})


class Citation(msgspec.Struct, frozen=True):
    """Somebody cited in words `cited`; `citer` is where the phrase before ", which cited" ends, None for "citing"."""

    cue: Found
    citer: int | None
    cited: Span
    first: int
    after: int


def find_citations(clause: Clause, cues: Sequence[Found]) -> list[Citation]:
    """Return the citations of a sentence that hang on a noun or its main clause, in text order."""
    return [one for cue in cues if cue.cue.lemma in CITING and (one := _citation(clause, cue)) is not None]


def _citation(clause: Clause, cue: Found) -> Citation | None:
    if cue.passive or cue.negated or cue.form in ("noun", "preposition"):
        return None
    before = clause.low[cue.first - 1] if cue.first else ""
    relative = before in _RELATIVES
    if not relative and not (cue.form == "gerund" and before in ("", ",", "—", "–", "(")):
        return None
    cited = subject_after(clause, cue.last)
    if cited is None:
        return None
    first = cue.first - relative
    noun = first - 1 if first and clause.low[first - 1] != "," else first - 2
    if relative and noun < 0:
        return None
    end = _whole(clause, cited[1])
    return Citation(cue, clause.ends[noun] if relative else None, clause.cut(cited[0], end), first, end)


def _whole(clause: Clause, end: int) -> int:
    """Return the end of a phrase with where it belongs: "a source [in the delegation]", up to the next mark."""
    if end >= len(clause) or clause.low[end] not in _BELONGING:
        return end
    for place in range(end + 1, min(len(clause), end + _LONGEST)):
        word = clause.low[place]
        if clause.quote[place] != -1 or word in SUBORDINATORS or is_finite(clause, place) or word.endswith("ing"):
            return end
        if not is_word(word):
            return place
    return end


def chain_of(source: Span, citations: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the citations that lead from a source to whom it cites, and on from there."""
    left = list(citations)
    place: Span | None = source
    while place is not None:
        end = place.end
        following = next((one for one in left if one.citer == end), None)
        if following is None and place == source:
            following = next((one for one in left if one.citer is None), None)
        place = None
        if following is not None:
            left.remove(following)
            place = following.cited
            yield following


def beyond(clause: Clause, content: Span, citations: Sequence[Citation]) -> Span:
    """
    Return `content` without the citations it opens with.

    "According to X, which cited Y, [the talks failed]" says only what the brackets hold.
    """
    start = content.start
    for one in citations:
        if clause.starts[one.first] != start:
            continue
        place = one.after
        if place + 1 >= len(clause) or clause.low[place] not in ",)":
            return content
        start = clause.starts[place + 1]
    return Span(start, content.end) if start < content.end else content
