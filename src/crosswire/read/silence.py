"""Words that say somebody gave no answer: no act, and a response to an accusation that is none."""

import re

SILENCE = (
    r"(?:did not (?:immediately |want to |wish to )?(?:respond|reply|comment|answer)|"
    r"declined to (?:comment|answer|say)|"
    r"neither confirmed nor denied|has not (?:commented|responded|replied)|would not (?:comment|say whether|discuss)|"
    r"made no comment|refused to comment|won't say|could not be reached)"
)
SILENT = re.compile(rf"\b{SILENCE}\b")
# Asked once of a whole article, so without the bounds, which a sentence's own edge may make.
SILENT_ANYWHERE = re.compile(SILENCE)
