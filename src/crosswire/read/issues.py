"""What a statement is about: the packs' issues, found by their terms."""

from collections.abc import Iterable, Sequence

from crosswire.model import Span
from crosswire.read.loaded import Hit

_MOST = 3
_PREFIX = "issue:"


def find_issues(hits: Sequence[Hit], contents: Iterable[Span]) -> tuple[str, ...]:
    """
    Return up to three issue ids, best first: by the terms in `contents`, else by all of `hits`.

    An issue scores the words of its terms found, so that a phrase outweighs a word; ties go to the earlier term.
    """
    spans = tuple(contents)
    inside = [hit for hit in hits if any(span.start <= hit.start and hit.end <= span.end for span in spans)]
    return (_scores(inside) or _scores(hits))[:_MOST]


def _scores(hits: Iterable[Hit]) -> tuple[str, ...]:
    score: dict[str, int] = {}
    first: dict[str, int] = {}
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        if (hit.key, hit.start) in seen or not hit.key.startswith(_PREFIX):
            continue
        seen.add((hit.key, hit.start))
        issue = hit.key[len(_PREFIX) :]
        # A phrase names its issue more surely than a word does; length in characters is close enough to words.
        score[issue] = score.get(issue, 0) + (2 if hit.end - hit.start > 12 else 1)
        first.setdefault(issue, hit.start)
    return tuple(sorted(score, key=lambda issue: (-score[issue], first[issue], issue)))
