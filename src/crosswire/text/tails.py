"""Where a sentence may end early: before a reason, an aside or a second clause that the rest does not need."""

import re

from crosswire.model.span import Span
from crosswire.text.clauses import balanced, has_clause

# After a comma, the last stretch of a sentence is an aside when it opens so. Conditions, exceptions and sources
# ("if", "unless", "except", "said") are no asides: the sentence means something else without them.
_ASIDE = re.compile(
    r",\s+(?=(?:which|who|whose|where|when|a|an|the|his|her|its|their|but|while|whereas|as|after|before|following|amid|because|since|despite|"
    r"although|though|in|with|from|[a-z]{2,20}ing)\s)"
)
# A reason needs no comma.
_REASON = re.compile(
    r"\s+(?=(?:because|due to|owing to|amid|on the grounds that|"
    r"in (?:response|reaction|retaliation|answer|revenge|protest) (?:to|for|at|over|against))\s)"
)
# These may open a list: ", following claims of theft, fraud and lying". The list has to end the sentence.
_LISTED = re.compile(r",\s+(?=(?:after|following|amid|citing|despite|including)\s[^,]{1,80}(?:,\s[^,]{1,80}){1,4}$)")
_LIST_END = re.compile(r",\s[^,]{1,80}\s(?:and|or)\s[^,]{1,80}$")
# "They did not leave because of him" denies the reason, and "will not do A, but B" hangs on the "not".
_TURNED = re.compile(r"\b(?:not|never|no|nor|neither|only|cannot|without|unless|if)\b|n['’]t\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{0,2000}[”\"»]")
_MOST = 3
# What somebody unnamed calls it at a sentence's end is its colour: 'in the words of one envoy, “a dead duck”'.
_CALLED = re.compile(
    r",? (?:in the words of (?:one|an?|another)|as (?:one|an?|another)) [^,“”\"]{3,60}"
    r"(?:, | (?:put|called|described) (?:it|them)(?: as)?,? )[“\"][^“”\"]{1,40}[”\"][.!]?$"
)
# A tail that names its source carries the sentence.
_SOURCE = re.compile(
    r"\b(?:said|says|say|told|tells|according|reported|reports|announced|wrote|writes|stated|claimed|added)\b"
)
_LONGEST = 2000


def tails(text: str, span: Span) -> list[int]:
    """
    Return where a sentence may end before an aside or a reason that closes it, the shortest cut first.

    >>> text = "The port closed at noon in response to a strike, which nobody had foreseen."
    >>> [text[:at] for at in tails(text, Span(0, len(text)))]
    ['The port closed at noon in response to a strike', 'The port closed at noon']
    """
    found: list[int] = []
    end = span.end
    if span.end - span.start > _LONGEST or not balanced(span.of(text)):
        return found
    while len(found) < _MOST and (cut := _last(text, span.start, end)) is not None:
        found.append(cut)
        end = cut
    return found


def before_colour(text: str, span: Span) -> int:
    """
    Return where a sentence ends before what somebody unnamed calls the matter, with the aside that holds it.

    >>> text = "They signed at noon, in talks that the mayor led but, in the words of one envoy, “never fed”."
    >>> text[: before_colour(text, Span(0, len(text)))]
    'They signed at noon'
    """
    words = span.of(text)
    found = _CALLED.search(words)
    if found is None or len(words) > _LONGEST:
        return span.end
    asides = [one.start() for one in _ASIDE.finditer(words, 0, found.start() + 1)]
    tied = re.search(r"\b(?:and|but|or),?$", words[: found.start()]) is not None
    cut = asides[-1] if tied and asides else found.start()
    held = not tied or bool(asides)
    return span.start + cut if held and has_clause(words[:cut]) and balanced(words[:cut]) else span.end


def _last(text: str, start: int, end: int) -> int | None:
    """Return where the last aside or reason of a stretch begins, None unless what is before it is a sentence."""
    bare = _QUOTED.sub(lambda match: "\0" * len(match.group()), text[start:end])
    comma = bare.rfind(", ")
    if (listed := _LISTED.search(bare)) and _LIST_END.search(bare, max(comma, 0)):
        cut: re.Match[str] | None = listed
    else:
        cut = next(_REASON.finditer(bare, comma + 1), None) or (_ASIDE.match(bare, comma) if comma >= 0 else None)
    if cut is None:
        return None
    head, tail = bare[: cut.start()], bare[cut.end() :]
    if _SOURCE.search(tail) or _TURNED.search(head) or not balanced(text[start : start + cut.start()]):
        return None
    return start + cut.start() if has_clause(head) else None
