"""Words of keeping away from talks, one's own or another's."""

import re

from crosswire.model import Statement

TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|dialogue|peace process|diplomacy|diplomatic|(?:negotiating|bargaining) table|meetings?)\b",
    re.IGNORECASE,
)
# General words of keeping away: a charge where they are another's, a denial where they are one's own, with a "not".
AVOIDS = re.compile(
    r"\b(?:unwilling\w*|reluctan\w+|refus\w+|avoid\w*|evad\w+|dodg\w+|shun\w*|stall\w+|stonewall\w*|drag\w* (?:out|its|"
    r"their)|sabotag\w+|derail\w*|obstruct\w*|torpedo\w*|wreck\w*|(?:walk|pull|back)(?:ed|s|ing)? (?:away|out)|"
    r"withdr[ae]w\w*|imitat\w+|simulat\w+|blocking|abandon\w*|broke(?:n)? off)\b",
    re.IGNORECASE,
)
# Without one of these no words speak of talks, and asking takes a seventh of the search.
_SIGNS = ("talks", "negotiat", "dialogue", "peace process", "diploma", " table", "meeting")


def is_of_stalling(said: Statement) -> bool:
    """Tell whether somebody speaks of keeping away from talks, his own or another's."""
    if said.speaker is None and said.unnamed is None:
        return False
    words = said.evidence.quote
    low = words.lower()
    return any(map(low.__contains__, _SIGNS)) and bool(TALKS.search(words)) and bool(AVOIDS.search(words))
