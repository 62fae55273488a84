"""Words that a question and the reports may use for one thing; `asked.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from crosswire.text.tokens import stem


def alike(term: str) -> frozenset[str]:
    """
    Return a stem with those that answer a question put in it.

    >>> "winner" in alike("won"), alike("harbour")
    (True, frozenset({'harbour'}))
    """
    return _groups().get(term, frozenset({term}))


@cache
def _groups() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files(__package__).joinpath("asked.toml").read_text(encoding="utf-8"))
    groups = (frozenset(map(stem, line.split())) | frozenset(line.split()) for line in data["alike"])
    return {term: group for group in groups for term in group}
