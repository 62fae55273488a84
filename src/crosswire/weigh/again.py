"""Words that count again what was counted: "its own count was 31,000"."""

import re

from crosswire.model import Statement

from .propositions import is_negated

_NOUN = r"(?:figure|number|count|toll|total|tally|cost|estimate|sum)"
# "Its count was about 31,000", "has put the cost at 1.1 billion", "the number was 260,000".
_PUT = re.compile(
    rf"\b(?:put(?:s|ting)?|estimat(?:es?|ed|ing)) (?:it|this|(?:the|that|its) {_NOUN}(?: of [\w ]{{1,30}})?) at\b"
    # "The employers' count is 1,020."
    rf"|\w['’]s? (?:own )?{_NOUN} (?:was|is)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"\b(?:the|its|his|her|their|that) (?:(?:own|true|real|actual|final) )?{_NOUN} (?:was|is|stood at|stands at)\b"
    rf"|{_PUT.pattern}",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[\s\"“]{0,3}(?:(?:about|around|some|nearly|almost|only|just) )?[$£€]?\d[\d,.]{0,14}[\s.,;\"”]{0,4}"
)


def is_spoken(said: Statement) -> bool:
    """Tell whether a statement is somebody's words, named or not, and no opinion."""
    return bool(said.speaker or said.unnamed) and said.mode != "narrated" and bool(said.contents) and not said.opinion


def counts_again(said: Statement) -> bool:
    """Tell whether somebody gives one figure and names it as one: "its own count was 31,000", or the number alone."""
    if len(said.figures) != 1 or not said.contents or said.opinion or is_negated(said) or said.figures[0].low is None:
        return False
    start, quote = said.evidence.start, said.evidence.quote
    words = quote[max(0, said.contents[0].start - start) : max(0, said.contents[-1].end - start)]
    cue = said.cue.start if said.cue else said.contents[0].start
    told = quote[max(0, min(cue, said.contents[0].start) - start) : max(0, said.contents[-1].end - start)]
    told = " ".join(told.split())
    if not is_spoken(said):
        # "The minister has put the figure at 40" is somebody's count, whoever tells of it.
        return _PUT.search(told) is not None
    return _NUMBER.fullmatch(words) is not None or _AGAIN.search(told) is not None


def is_bare(said: Statement) -> bool:
    """Tell whether what is said is a number and nothing else."""
    words, start = said.evidence.quote, said.evidence.start
    content = words[max(0, said.contents[0].start - start) : max(0, said.contents[-1].end - start)]
    return _NUMBER.fullmatch(content) is not None and _AGAIN.search(" ".join(words.split())) is None
