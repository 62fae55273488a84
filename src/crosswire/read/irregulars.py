"""Those who fight or rule without their state: "Valea's paramilitary Lake Guard" is no organ of Valea."""

import re
from collections.abc import Sequence

import msgspec

from crosswire.model import Actor, Mention
from crosswire.read.gazetteer import Gazetteer

_BEFORE, _AFTER = 60, 80
_LAST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# ", a rebel group", ", the main separatist force": what it is, right after the name and its letters.
_APPOSED = re.compile(
    r"(?:\s\([^()\n]{1,20}\))?(?:,\s(?:an?|the)|\s(?:is|are)\s(?:an?|the))\s(?P<kind>(?:[\w-]+\s){0,3}[\w-]+)"
)
_BODIES = frozenset({"body", "group"})


def part_irregulars(text: str, actors: Sequence[Actor], mentions: Sequence[Mention], words: Gazetteer) -> list[Actor]:
    """Return the actors with each body that the article calls rebel, paramilitary or the like of no state's side."""
    unlisted = {one.id for one in actors if one.kind in _BODIES and not one.known}
    found = {
        one.actor
        for one in mentions
        if one.actor in unlisted and one.kind in ("name", "nominal") and _called(text, one, words)
    }
    return [msgspec.structs.replace(one, party=None, irregular=True) if one.id in found else one for one in actors]


def _called(text: str, mention: Mention, words: Gazetteer) -> bool:
    lead = text[max(0, mention.start - _BEFORE) : mention.start]
    # The words that belong to the name: no mark stands between.
    before = _WORD.findall(re.split(r"[^\w\s'’-]|\n", lead)[-1])[-_LAST_WORDS:]
    if before and before[-1].lower() in words.irregular_kinds:
        return True
    match = _APPOSED.match(text[mention.end : mention.end + _AFTER])
    return match is not None and not words.irregular_kinds.isdisjoint(match["kind"].lower().split())
