"""Words that say somebody gave no answer: no act, and a response to an accusation that is none."""

import re

from crosswire.text.held import Held

SILENCE = (
    r"(?:did not (?:immediately |want to |wish to )?(?:respond|reply|comment|answer)|"
    r"declined to (?:comment|answer|say)|"
    r"neither confirmed nor denied|ha(?:s|ve|d) not (?:yet )?(?:commented|responded|replied)|"
    r"would not (?:comment|say whether|discuss)|"
    r"made no comment|refused to comment|won't say|could not be reached)"
)
_ANYWHERE = re.compile(SILENCE)
SILENT = re.compile(rf"\b{SILENCE}\b")
_PARTS = Held(
    [
        *("did not ", "declined to ", "neither confirmed ", "has not ", "have not ", "had not ", "would not "),
        *("made no comment", "refused to comment", "won't say", "could not be reached"),
    ]
)


def speaks_of_silence(text: str) -> bool:
    """Tell whether an article in lower case says anywhere that somebody gave no answer."""
    # Without the bounds, which a sentence's own edge may make.
    return bool(_PARTS.inside(text)) and _ANYWHERE.search(text) is not None
