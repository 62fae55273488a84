"""Hashed runs of words: what two texts share, however their punctuation and case differ."""

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

from crosswire.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_MASK = (1 << 64) - 1
# An odd multiplier keeps the rolling hash a bijection in each word; this one is Knuth's MMIX constant.
_MULTIPLIER = 6364136223846793005


def shingles(text: str, size: int = 5, masked: Sequence[Span] = ()) -> frozenset[int]:
    r"""
    Return the 64-bit hashes of every run of `size` words; no run reaches into or across a masked span.

    Words are compared without case and punctuation. The hashes are the same on every machine and run.

    >>> shingles("“We’re ready,” he said", 3) == shingles('"We\'re READY" he said.', 3)
    True
    """
    return frozenset(code for code, _, _ in shingle_spans(text, size, masked))


def shingle_spans(text: str, size: int = 5, masked: Sequence[Span] = ()) -> list[tuple[int, int, int]]:
    """
    Return (hash, start, end) of every run of `size` words, in text order.

    >>> [text for text in ("a b c",) for _ in shingle_spans(text, 2)]
    ['a b c', 'a b c']
    """
    if size < 1:
        raise ValueError(f"shingle size: expected 1 or more words, found {size}")
    found: list[tuple[int, int, int]] = []
    for start, end in _open_stretches(len(text), masked):
        found.extend(_run(text, start, end, size))
    return found


def word_runs(text: str, size: int = 5, masked: Sequence[Span] = ()) -> list[tuple[str, ...]]:
    """
    Return the words of every run that `shingle_spans` finds, in its order: to ask which runs two texts share.

    Nothing is hashed and no place is noted, which takes a third of the time.

    >>> word_runs("The talks. THE end", 2)
    [('the', 'talks'), ('talks', 'the'), ('the', 'end')]
    """
    found: list[tuple[str, ...]] = []
    for start, end in _open_stretches(len(text), masked):
        words = list(map(str.casefold, _WORD.findall(text, start, end)))
        found.extend(zip(*(words[first:] for first in range(size)), strict=False))
    return found


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the share of `a` that is also in `b`; 0 when `a` is empty."""
    return len(a & b) / len(a) if a else 0.0


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the size of the intersection over the size of the union; 0 when both are empty."""
    shared = len(a & b)
    union = len(a) + len(b) - shared
    return shared / union if union else 0.0


@lru_cache(maxsize=1 << 16)
def _word_code(word: str) -> int:
    return int.from_bytes(blake2b(word.casefold().encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _run(text: str, start: int, end: int, size: int) -> list[tuple[int, int, int]]:
    places = [match.span() for match in _WORD.finditer(text, start, end)]
    codes = [_word_code(text[first:last]) for first, last in places]
    drop = pow(_MULTIPLIER, size, 1 << 64)
    found: list[tuple[int, int, int]] = []
    rolling = 0
    for index, code in enumerate(codes):
        rolling = (rolling * _MULTIPLIER + code) & _MASK
        if index >= size:
            rolling = (rolling - codes[index - size] * drop) & _MASK
        if index >= size - 1:
            found.append((rolling, places[index - size + 1][0], places[index][1]))
    return found


def _open_stretches(length: int, masked: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the stretches outside the masked spans."""
    stretches: list[tuple[int, int]] = []
    position = 0
    for span in sorted(masked):
        if span.start > position:
            stretches.append((position, span.start))
        position = max(position, span.end)
    if position < length:
        stretches.append((position, length))
    return stretches
