"""Capitals that stand for their governments: "Lunde insists", but nobody in Lunde."""

import re

from crosswire.read.gazetteer import Gazetteer
from crosswire.read.grammar import is_adverb

NEXT = re.compile(r"\s([a-z]+)")
# What a capital of a state stands behind when it is a place, and what makes it the government.
_LOCATIVE = frozenset("in from at near outside around to into toward towards of across through inside for".split())
ACTING = frozenset(
    "has had have is was will would could may might must should does did can wants says said says and between "
    "with by against told urged asked on".split()
)
# "The Lunde negotiator" is the government's, not the town's.
_AGENTS = frozenset(
    "delegation delegations diplomat diplomats envoy envoys negotiator negotiators regime representatives".split()
)
# Who these are said to is somebody.
_ADDRESSING = frozenset(
    "accuse accused accuses accusing ask asked asks asking blame blamed blames blaming tell told tells telling urge "
    "urged urges urging warn warned warns warning".split()
)
# Verbs whose object is to do something: "wants Lunde to withdraw".
_ASKING = frozenset("wants wanted want asks presses pressed pushes pushed gets allows forces requires required".split())
_DASHES = frozenset({"–", "—", "-"})
# Verbs of saying that are more often nouns after a city's name: "Lunde talks".
_NOUNS = frozenset(
    "account answer attack call claim charge comment complaint order plan report talk threat vote".split()
)


def acts(text: str, start: int, end: int, words: Gazetteer) -> bool:
    """Tell whether a capital stands for its government: it is nobody's place, and it does or says something."""
    before = text[max(0, start - 24) : start].split()
    last = before[-1].lower().strip('“"') if before else ""
    if last == "to" and before[-2:-1] == ["according"]:
        return True
    if before and text[start - 1 : start].isspace() and last in _LOCATIVE:
        return False
    if last in {"between", "with", "by", "against"} or (last in words.speech and last in _ADDRESSING):
        return True
    if last in _DASHES and _ends_line(text, end):
        return True  # "Port closed for good – Lunde": a headline's last word says whose words it is
    after = NEXT.match(text, end)
    if after is not None and is_adverb(after.group(1)):
        after = NEXT.match(text, after.end())
    if after is None:
        return text[end : end + 2] in ("'s", "’s")
    word = after.group(1)
    if word == "to":  # never "from Lunde to Cairo"
        return last in words.speech or last in _ASKING
    return word in ACTING or word in _AGENTS or (word.endswith(("ed", "es")) and len(word) > 4) or _tells(word, words)


def _tells(word: str, words: Gazetteer) -> bool:
    """Tell whether a word is a verb of saying in the present that is no plural: "insists", not "talks" or "calls"."""
    return word in words.speech and word.endswith("s") and word[:-1] not in _NOUNS


def _ends_line(text: str, end: int) -> bool:
    return end >= len(text) or text[end] == "\n"
