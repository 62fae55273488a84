"""Who all are that talk, where a report says "both" or "the parties": the sides that its article names."""

import re
from collections.abc import Callable, Mapping

from crosswire.model import Actor, Statement

from .affiliations import led_parties
from .reports import Report

_ACTING = frozenset({"state", "group", "body"})
_BOTH = re.compile(
    r"(?:[A-Z][\w ,.-]{2,40} [-–—] )?(?:Both|The(?: two| three)?) (?:[a-z]+ )?"
    r"(?:sides|parties|governments|countries|delegations|teams|neighbours|neighbors|ministers|leaders)\b"
)
_TWO, _THREE = 2, 3


def both_of(said: Statement, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sides of "both sides agreed to ...": those that the article names, where they are as many."""
    match = _BOTH.match(said.evidence.quote) if said.realis == "actual" and not said.negated else None
    if match is None:
        return ()
    return sides if len(sides) == (_THREE if "three" in match[0].lower() else _TWO) else ()


def all_of(said: Statement, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sides that an article names, where they are two, or three that it counts."""
    three = len(sides) > _TWO and "three" in said.evidence.quote.lower()
    return sides if len(sides) == (_THREE if three else _TWO) else ()


def present_in(
    reports: Mapping[str, Report], actors: Mapping[str, Actor], side: Callable[[str], str]
) -> dict[str, tuple[str, ...]]:
    """Return the sides that each article names: states, bodies and groups, never a person or a place."""
    led = led_parties(actors.values())
    acting = {one.id: side(one.id) for one in actors.values() if one.kind in _ACTING and (one.known or one.id in led)}
    named = ((article, {acting[one] for one in report.actors if one in acting}) for article, report in reports.items())
    return {article: tuple(sorted(sides)) for article, sides in named}
