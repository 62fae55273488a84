"""The words that carry what a statement means."""

from collections.abc import Sequence

from crosswire.model import Span, Statement


def meant_by(statements: Sequence[Statement]) -> list[tuple[Span, ...]]:
    """
    Return the spans of each statement's words in order: what is said or told, and how ("condemned").

    Who says it is compared by id; a long title would make all that he says alike.
    """
    return [tuple(sorted((*one.contents, *((one.cue,) if one.cue else ())))) for one in statements]
