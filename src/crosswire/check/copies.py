"""How many independent origins stand behind a statement, and statements that count copies as sources."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.model import Difference, Dossier, Span
from crosswire.text.numbers import find_numbers
from crosswire.text.tokens import terms

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
# What stands between the names of outlets in a row, and behind them when they are said to report something.
_LIST = re.compile(r"(?:,| and|, and|,? as well as| &)\s")
_REPORTS = re.compile(
    r",?\s(?:both |all |each |have |has |had |also |independently |separately ){0,3}"
    r"(?:report|confirm|corroborat|verif|sa(?:y|id))\w{0,6}",
    re.IGNORECASE,
)
# Words that give no number: nobody is told that two are not several.
_VAGUE = {"several": 2, "multiple": 2, "numerous": 3, "many": 3, "various": 2, "both": 2}


class Counted(msgspec.Struct, frozen=True):
    """The sources a statement claims for itself: how many, the words that say so, the outlets named, the verb."""

    number: int
    span: Span
    outlets: tuple[Span, ...] = ()
    verbs: tuple[Span, ...] = ()


def counted_sources(stated: Stated, text: str, outlets: re.Pattern[str] | None = None) -> Counted | None:
    """
    Return how many sources a statement claims for itself, and where it says so; None when it does not.

    "Five outlets reported" counts sources; "five independent sources of water" has nobody reporting. Two of the
    `outlets` set before a verb of reporting ("both A and B report") are counted too.
    """
    words = stated.span.of(text)
    match = _COUNTED.search(words)
    if match is None or not _REPORTING.search(words):
        return _named(stated, text, outlets) if outlets else None
    spoken = match["count"].lower()
    count = _VAGUE.get(spoken)
    if count is None:
        number = next(iter(find_numbers(spoken)), None)
        count = int(number.value) + spoken.startswith("more than") if number else None
    if count is None or count < 2:
        return None
    span = Span(stated.span.start + match.start(), stated.span.start + match.end())
    named = tuple(Span(*one.span()) for one in outlets.finditer(text, span.end, stated.span.end)) if outlets else ()
    verb = _REPORTING.search(text, span.end, stated.span.end)
    return Counted(count, span, named, (Span(*verb.span()),) if verb else ())


def _named(stated: Stated, text: str, outlets: re.Pattern[str]) -> Counted | None:
    found = [Span(*one.span()) for one in outlets.finditer(text, stated.span.start, stated.span.end)]
    if len(found) < 2 or not all(_LIST.fullmatch(text[one.end : other.start]) for one, other in pairwise(found)):
        return None
    behind = _REPORTS.match(text, found[-1].end, stated.span.end)
    distinct = {one.of(text).casefold().removeprefix("the ") for one in found}
    if behind is None or len(distinct) < 2:
        return None
    return Counted(len(distinct), Span(found[0].start, found[-1].end), (), (Span(*behind.span()),))


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
    counted: Counted, text: str, found: tuple[Sequence[Unit], Sequence[Unit]], library: Library, origins: Origins
) -> Difference | None:
    """
    Return the difference between the sources a statement counts and the independent ones that say it.

    `found` are the sentences that say so, and all that may say so: nobody is told that a count is too high while
    enough sources come near it.
    """
    says_so, may_say = found
    span = counted.span
    articles = [library.articles[unit.source].id for unit in says_so]
    apart = origins.of(articles)
    if not apart or len(origins.of([library.articles[unit.source].id for unit in may_say])) >= counted.number:
        return None
    # Sources that the sources themselves tell of: "five aid agencies said".
    kind = terms(span.of(text).split()[-1])
    if any(set(kind) & {word.key for word in unit.words} for unit in says_so):
        return None
    lines = "one independent line" if len(apart) == 1 else f"{len(apart)} independent lines"
    verb = "sources that say so are" if len(set(articles)) > 1 else "source that says so is"
    note = f"the {verb} {lines} of reporting: {origins.told(articles)}"
    return Difference("copies", span, span.of(text), lines, note, library.evidence(says_so[0]))


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else "".join(parts)
