"""Sentences laid out to be read: `# ACT`, then a line each with a letter for its realis, [source] and {target}."""

from collections.abc import Iterator
from pathlib import Path

REALES = dict(zip("acfnqr", ("actual", "conditional", "future", "negated", "questioned", "reported"), strict=True))
_MARKS = {"[": "source", "{": "target"}


def marked_rows(path: Path) -> Iterator[tuple[str, str, str, list[tuple[str, int, int]]]]:
    """Yield each sentence's act, realis, text without marks, and its parts: source or target, start, end."""
    act = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            act = line[2:]
        elif line and not line.startswith("%"):
            yield act, REALES[line[0]], *unmarked(line[2:])


def unmarked(line: str) -> tuple[str, list[tuple[str, int, int]]]:
    """
    Return a text without its marks, and what they held.

    >>> unmarked("[Lima] met {Quito}.")
    ('Lima met Quito.', [('source', 0, 4), ('target', 9, 14)])
    """
    text, parts, opened = "", [], ("", 0)
    for letter in line:
        if letter in _MARKS:
            opened = (_MARKS[letter], len(text))
        elif letter in "]}":
            parts.append((*opened, len(text)))
        else:
            text += letter
    return text, parts
