"""The letters a body goes by: "the Lake Guard Front (LGF)", "or LGF", or its initials used beside its name."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.model import Span
from crosswire.read.names import Name

# What gives a body its letters, right after its name.
_GIVEN = re.compile(
    r"(?:['’]s)?(?:\s?[(\[]|,\s(?:(?:also\s)?known\s(?:as|by\sits\s(?:initials|acronym))|or|called)\s(?:the\s)?)"
    r"[\"“']?(?P<letters>[A-Z][A-Za-z]?[A-Z][A-Z\d-]{0,7})[\"”']?(?=[)\],.;\s])"
)
# A whole name and its letters, set as a word where a paper sets acronyms so: "Union for Lakes and Docks (Ulad)".
_SPELLED = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][\w-]+(?:\s(?:(?:for|of|and|in|on|to|the|against)\s){0,2}[A-Z][\w-]+){1,7})"
    r"\s\([\"“']?(?P<letters>[A-Z][a-z]{2,8}|[A-Z]{3,8})[\"”']?\)"
)
_KINDS = frozenset({"body", "group"})
_SHORTEST = 3


def join_acronyms(text: str, sentences: Sequence[Span], names: Sequence[Name]) -> list[Name]:
    """
    Return the names with each lone acronym left for the article to tell, and its letters given to the body it is.

    A trained reader marks "LGF" as a body of its own: two bodies of one report, which neither "it" nor a count joins.
    """
    names = with_spelled(text, sentences, names)
    bodies = [one for one in names if one.kind in _KINDS and one.entry is None and len(one.words) > 1]
    given: dict[str, Name | None] = {one.short: one for one in bodies if one.short is not None}
    for one in bodies:
        match = _GIVEN.match(text, one.end)
        if match is not None and _spells(match["letters"], one.written):
            given.setdefault(match["letters"], one)
    written = {one.words[0].replace(".", "") for one in names if len(one.words) == 1 and one.written.isupper()}
    for one in bodies:
        spelt = [word[0] for word in one.words if word[0].isupper() and word != "The"]
        # "Vale's Lake Research Lab" is the LRL.
        owned = one.words[0].endswith(("'s", "’s")) and "".join(spelt[1:]) in written
        letters = "".join(spelt[1:] if owned else spelt)
        if letters in written and len(letters) >= _SHORTEST:
            known = given.setdefault(letters, one)
            if known is not None and known.words[-1] != one.words[-1]:
                given[letters] = None  # two bodies of these initials: neither is sure
    sure = {letters: one for letters, one in given.items() if one is not None}
    for letters, body in sure.items():
        body.short = body.short or letters
    found: list[Name] = []
    for one in names:
        if one.entry is None and one.words[-1].replace(".", "") in sure and one.kind not in _KINDS:
            found += _parted(one)
        elif len(one.words) == 1 and one.entry is None and one.words[0].replace(".", "") in sure:
            found.append(_open(one))
        else:
            found.append(one)
    return found


def _open(one: Name) -> Name:
    one.kind, one.vouched = None, False
    return one


def _parted(one: Name) -> list[Name]:
    """Return the letters for the article to tell, and who stands before them: "Mr Roe LGF fighters" is of two."""
    if len(one.words) == 1:
        return [_open(one)]
    last = one.words[-1]
    cut = one.end - len(last)
    before = len(one.written) - len(last)
    full = Span(min(one.full.start, one.start), cut - 1)
    whose = replace(one, end=cut - 1, words=one.words[:-1], full=full, written=one.written[:before].rstrip())
    body = Name(cut, one.end, (last,), None, Span(cut, one.end), one.sentence, written=last, speaks=True)
    return [whose, body]


def with_spelled(text: str, sentences: Sequence[Span], names: Sequence[Name]) -> list[Name]:
    """Return the names with each run that the letters in brackets behind it spell as one body, whatever its words."""
    kept = list(names)
    starts = [sentence.start for sentence in sentences]
    for match in _SPELLED.finditer(text):
        name = _named_by(match["name"], match["letters"])
        number = bisect_right(starts, match.start()) - 1
        if name is None or number < 0 or match.end() > sentences[number].end:
            continue
        span = Span(match.end("name") - len(name), match.end("name"))
        here = [one for one in kept if one.start < span.end and span.start < one.end]
        if any(one.entry is not None and one.start <= span.start and span.end <= one.end for one in here):
            continue
        same = next(
            (one for one in here if one.kind in _KINDS and one.start == span.start and one.end == span.end), None
        )
        if same is None:
            whole = Name(span.start, span.end, tuple(name.split()), "body", span, number, written=name, vouched=True)
            kept = sorted([*(one for one in kept if one not in here), whole], key=lambda one: one.start)
            same = whole
        same.short = same.short or match["letters"]
    return kept


def _named_by(run: str, letters: str) -> str | None:
    """
    Return the end of a run of words that letters spell by its capitals; None where they spell none.

    >>> _named_by("Rebel Union for Lakes and Docks", "Uld"), _named_by("Movement for Docks in Lorel", "Model")
    ('Union for Lakes and Docks', 'Movement for Docks in Lorel')
    >>> _named_by("Bank of Oria", "Monday") is None
    True
    """
    words = run.split()
    for first, word in enumerate(words):
        capitals = [one[0] for one in words[first:] if one[0].isupper()]
        name = " ".join(words[first:])
        fits = word[0] == letters[0] and len(capitals) > 2 and _in_order("".join(capitals), letters)
        if fits and _in_order(letters, name):
            return name
    return None


def _in_order(part: str, whole: str) -> bool:
    rest = iter(whole.lower())
    return all(one in rest for one in part.lower())


def _spells(letters: str, name: str) -> bool:
    """
    Tell whether letters may stand for a name: they begin a word of it, and all follow in their order.

    >>> _spells("UNOLA", "UN Office for Lake Affairs"), _spells("AP", "Ministry of Works")
    (True, False)
    """
    low, rest = letters.lower(), iter(name.lower())
    return any(word[0].lower() == low[0] for word in name.split()) and all(one in rest for one in low if one.isalpha())
