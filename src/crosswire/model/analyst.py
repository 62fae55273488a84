"""Who the assessment is written for: a vantage, what matters to it, and how it wants to read."""

from typing import Literal

import msgspec

Tone = Literal["full", "brief"]


class Analyst(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    One analyst, as its TOML file tells it. What it sets changes selection, order and weight, never what is evidence.

    `vantage` is the id of the party whose interests are watched, None for a neutral desk. `sections` are the names of
    the sections to show, in their order; empty shows all in theirs. `tone` "brief" keeps each section short. `issues`
    weighs issues by id (1 is the usual weight). `trusted` and `distrusted` are outlets by name or id: a distrusted one
    lends no confidence. `languages` are two-letter codes of the reports to read; empty reads all.
    """

    name: str
    title: str = ""
    vantage: str | None = None
    sections: tuple[str, ...] = ()
    tone: Tone = "full"
    issues: dict[str, float] = {}
    trusted: tuple[str, ...] = ()
    distrusted: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
