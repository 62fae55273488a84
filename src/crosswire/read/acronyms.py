"""The letters a body goes by: "the Lake Guard Front (LGF)", "or LGF", or its initials used beside its name."""

import re
from collections.abc import Sequence

from crosswire.read.names import Name

# What gives a body its letters, right after its name.
_GIVEN = re.compile(
    r"(?:['’]s)?(?:\s?[(\[]|,\s(?:(?:also\s)?known\s(?:as|by\sits\s(?:initials|acronym))|or|called)\s(?:the\s)?)"
    r"[\"“']?(?P<letters>[A-Z][A-Za-z]?[A-Z][A-Z\d-]{0,7})[\"”']?(?=[)\],.;\s])"
)
_KINDS = frozenset({"body", "group"})
_SHORTEST = 3


def join_acronyms(text: str, names: Sequence[Name]) -> list[Name]:
    """
    Return the names with each lone acronym left for the article to tell, and its letters given to the body it is.

    A trained reader marks "LGF" as a body of its own: two bodies of one report, which neither "it" nor a count joins.
    """
    bodies = [one for one in names if one.kind in _KINDS and one.entry is None and len(one.words) > 1]
    given: dict[str, Name | None] = {}
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
    for one in names:
        if len(one.words) == 1 and one.entry is None and one.words[0].replace(".", "") in sure:
            one.kind, one.vouched = None, False
    return list(names)


def _spells(letters: str, name: str) -> bool:
    """
    Tell whether letters may stand for a name: they begin a word of it, and all follow in their order.

    >>> _spells("UNOLA", "UN Office for Lake Affairs"), _spells("AP", "Ministry of Works")
    (True, False)
    """
    low, rest = letters.lower(), iter(name.lower())
    return any(word[0].lower() == low[0] for word in name.split()) and all(one in rest for one in low if one.isalpha())
