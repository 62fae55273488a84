"""How many independent origins stand behind a statement, and statements that count copies as sources."""

import re
from collections.abc import Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.model import Difference, Dossier, Span
from crosswire.text.numbers import find_numbers

_COUNTED = re.compile(
    r"\b(?P<count>(?:at least |more than |as many as )?(?:[a-z]{3,9}|\d{1,3})|several|multiple|numerous|many|various)"
    r"\s(?P<kind>(?:(?:independent|separate|different|news|major|international|reliable|media|other)\s){0,3}"
    r"(?:outlets|sources|organi[sz]ations|newspapers|papers|agencies|reports|publications|media))\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:report|reports|reported|confirm|confirms|confirmed|corroborate|corroborated|say|says|said|carried|agree|"
    r"agreed|independently|according to|cited|published|verified)\b",
    re.IGNORECASE,
)
_VAGUE = {"several": 3, "multiple": 2, "numerous": 4, "many": 4, "various": 3}


def counted_sources(stated: Stated, text: str) -> tuple[int, Span] | None:
    """
    Return how many sources a statement claims for itself, and where it says so; None when it does not.

    "Five outlets reported" counts sources; "five independent sources of water" has nobody reporting.
    """
    words = stated.span.of(text)
    match = _COUNTED.search(words)
    if match is None or not _REPORTING.search(words):
        return None
    spoken = match["count"].lower()
    count = _VAGUE.get(spoken)
    if count is None:
        number = next(iter(find_numbers(spoken)), None)
        count = int(number.value) if number else None
    if count is None or count < 2:
        return None
    return count, Span(stated.span.start + match.start(), stated.span.start + match.end())


class Origins:
    """The independent origins of the sources: whose reporting each article is."""

    def __init__(self, dossier: Dossier) -> None:
        """Keep what the weighing found."""
        self._home = dossier.outlet_origin
        self._names = {one.id: one.name for one in dossier.origins}
        self._labels = {one.id: one.label for one in dossier.articles}

    def of(self, articles: Sequence[str]) -> list[str]:
        """Return the origins behind articles, by name."""
        return sorted({self._home.get(one, one) for one in articles})

    def told(self, articles: Sequence[str]) -> str:
        """Say in words whose reporting articles are."""
        groups: dict[str, list[str]] = {}
        for one in sorted(set(articles)):
            groups.setdefault(self._home.get(one, one), []).append(self._labels.get(one, one))
        parts = []
        for origin, labels in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
            name = self._names.get(origin, labels[0])
            others = sorted({label for label in labels if label != name})
            parts.append(f"{name} (also printed by {_listed(others)})" if others else name)
        return _listed(parts)


def inflation(
    count: int, span: Span, text: str, units: Sequence[Unit], library: Library, origins: Origins
) -> Difference | None:
    """Return the difference between the sources a statement counts and the independent ones that say it."""
    articles = [library.articles[unit.source].id for unit in units]
    apart = origins.of(articles)
    if not apart or len(apart) >= count or len(set(articles)) <= len(apart):
        return None
    lines = "one independent line" if len(apart) == 1 else f"{len(apart)} independent lines"
    note = f"the sources that say so are {lines} of reporting: {origins.told(articles)}"
    return Difference("copies", span, span.of(text), lines, note, library.evidence(units[0]))


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else "".join(parts)
