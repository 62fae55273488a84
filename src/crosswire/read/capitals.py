"""Tell a capital that stands for its government from the city: "Oslo rejected it", "in Oslo"."""

import re

NEXT = re.compile(r"\s([a-z]+)")
# What a capital of a state stands behind when it is a place, and what makes it the government.
_LOCATIVE = frozenset("in from at near outside around to into toward towards of across through inside for".split())
ACTING = frozenset(
    "has had have is was will would could may might must should does did can wants says said says and between "
    "with by against told urged asked on".split()
)
# Verbs whose object is to do something: "wants Oslo to withdraw".
_ASKING = frozenset("wants wanted want asks presses pressed pushes pushed gets allows forces requires required".split())
# Forms of verbs of speech that are nouns after a city's name: "Paris talks", "the Geneva calls".
_NOUNS = frozenset("talks calls reports comments remarks notes claims quotes statements warnings tweets shows".split())


def is_acting(text: str, start: int, end: int, speech: frozenset[str]) -> bool:
    """
    Tell whether a capital stands for its government: it is nobody's place and a verb follows. `speech` are verb forms.

    >>> [is_acting(text, 0, 4, frozenset({"insists"})) for text in ("Oslo insists on it", "Oslo streets")]
    [True, False]
    """
    before = text[max(0, start - 14) : start].split()
    if before and text[start - 1 : start].isspace() and before[-1].lower() in _LOCATIVE:
        return False
    if before and before[-1].lower().strip('“"') in {"between", "with", "by", "against"}:
        return True
    after = NEXT.match(text, end)
    if after is None:
        return text[end : end + 2] in ("'s", "’s")
    word = after.group(1)
    if word == "to":  # never "from Oslo to Cairo"
        return bool(before) and (before[-1].lower() in speech or before[-1].lower() in _ASKING)
    tells = word.endswith("s") and word in speech and word not in _NOUNS
    return (
        tells or word in ACTING or (word.endswith(("ed", "es")) and len(word) > 4) or word in {"says", "wants", "seeks"}
    )
