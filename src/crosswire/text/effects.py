"""Words that say what a thing brings about, and make it hang on nothing: "the levy would cost millers dearly"."""

import re

_EFFECTS = re.compile(
    r"\b(?:would|will|could|may|might|can)(?: \w+ly)? (?:cost|mean|lead|cause|hurt|harm|damage|push|raise|drive|result"
    r"|violate|hinder|undermine|jeopardi[sz]e|sabotage|derail|worsen|suffer|backfire|trigger|weaken|strengthen"
    r"|complicate)\b"
)


def tells_effect(words: str) -> bool:
    """
    Tell whether words say what a thing would do to others.

    >>> tells_effect("the toll would cost millers dearly if adopted"), tells_effect("it would open the port if paid")
    (True, False)
    """
    return _EFFECTS.search(words.lower()) is not None
