"""Words of keeping away from talks, one's own or another's."""

import re

from crosswire.model import Statement

_TALKS = (
    r"(?:talks|negotiat\w+|dialogue|(?:peace|negotiating) process|diplomacy|diplomatic|"
    r"(?:negotiating|bargaining) table|meetings?)"
)
# Words of keeping away that need no object, and words that are of talks only where talks are what they govern
# ("suspended the talks", "withdraw from the process", not "withdraw its troops"): a charge where they are another's, a
# denial where they are one's own, with a "not".
_ALONE = (
    r"unwilling\w*|reluctan\w+|stall\w+|stonewall\w*|drag\w* (?:out|its|their)|sabotag\w+|derail\w*|torpedo\w*|"
    r"wreck\w*|(?:walk|back)(?:ed|s|ing)? (?:away|out)|imitat\w+|simulat\w+"
)
_OF_TALKS = (
    r"refus\w+|avoid\w*|evad\w+|dodg\w+|shun\w*|obstruct\w*|block(?:ed|s|ing)|abandon\w*|withdr[ae]w\w*|"
    r"pull(?:ed|s|ing)? (?:away|out)|br(?:oke|oken|eaks?|eaking) off|suspend\w*|halt\w*|interrupt\w*|quit\w*|"
    r"fr(?:ee|o)z\w*"
)
_NEAR = rf"(?:[\s'’-]+\w+){{0,4}}?[\s'’-]+(?:{_TALKS}|process|format)"
_AVOIDS = re.compile(rf"\b(?P<alone>{_ALONE})\b|\b(?:{_OF_TALKS})(?={_NEAR}\b)", re.IGNORECASE)
# Without one of these no words speak of talks, and asking takes a seventh of the search.
_SIGNS = ("talks", "negotiat", "dialogue", "process", "format", "diploma", " table", "meeting")
_ANY_TALKS = re.compile(rf"\b{_TALKS}\b", re.IGNORECASE)


def word_of_it(sentence: str) -> re.Match[str] | None:
    """Return the first word of keeping away from talks in a sentence."""
    of_talks = _ANY_TALKS.search(sentence) is not None
    return next((found for found in _AVOIDS.finditer(sentence) if of_talks or not found["alone"]), None)


def is_of_stalling(said: Statement) -> bool:
    """Tell whether somebody speaks of keeping away from talks, his own or another's."""
    if said.speaker is None and said.unnamed is None:
        return False
    low = said.evidence.quote.lower()
    return any(map(low.__contains__, _SIGNS)) and word_of_it(said.evidence.quote) is not None
