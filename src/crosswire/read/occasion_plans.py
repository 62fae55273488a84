"""Tell talks that were planned for a day, or did not come about, from talks that were held on it."""

import re

from crosswire.model import Span

_SET = r"(?:due|set|scheduled|expected|supposed|meant|slated|planned|timed)"
_OPENS = (
    r"(?:open|begin|start|resume|restart|reopen|continue|hold|have|enter(?: into)?|attend|join|conduct|launch|"
    r"take place|get under ?way|be (?:held|opened|resumed|under way|launched)|"
    r"have (?:begun|started|opened|been held|taken place))"
)
# Between a verb and the talks it opens: "open direct talks".
_FEW = r"(?: (?!(?:after|since|during|following|when|as|and|but|which|who)\b)[\w’'\-]{1,24}){0,4} "
# "Are to open direct talks", "due to enter talks", "the deadline for opening talks": on their day they were ahead.
_PLANNED_BEFORE = re.compile(
    rf"(?:\b(?:is|are|was|were) (?:still )?(?:{_SET} )?to|\b{_SET} to|"
    rf"\b(?:undert\w+|commit\w*|agreed|promised|pledged) (?:[\w’']+ ){{0,3}}to|\b(?:will|would)) {_OPENS}{_FEW}$"
    r"|\bdeadline (?:for|of|to)\b[^.;:]{0,40} $"
)
_PLANNED_AFTER = re.compile(
    rf"(?:,? (?:which|that))?(?: [\w’'\-]{{1,24}}){{0,6}},? (?:is|are|was|were) (?:still )?(?:{_SET} )?to {_OPENS}\b"
    rf"|(?: [\w’'\-]{{1,24}}){{0,4}} {_SET} (?:to {_OPENS}|for)\b"
)
# "Have not started", "did not take place", "were put off", "failed to begin": there were none.
_NONE = re.compile(
    r"(?:(?! (?:but|while|as|after|where|when|and (?:the|an?|its|their|it|they|he|she|no|that)) )[^.;:,]){0,90}?"
    r"(?:, (?:set|due|planned|scheduled|expected|originally)\b[^.;:,]{0,40}, )?\b"
    r"(?:(?:have|has|had|did|do|does|were|was|will|would|could)(?: not|n['’]t) (?:yet )?(?:been )?"
    r"(?:start|begin|begun|open|held|happen|materiali[sz]|tak(?:e|en) place|resum|go(?:ne)? ahead|get (?:under|off))\w*"
    r"|failed to (?:start|begin|open|take place|materiali[sz]e|get)"
    r"|never (?:start|began|begun|open|took|taken|happen|materiali[sz])\w*"
    r"|(?:ha(?:s|ve|d) )?(?:been|be|was|were|is|are) (?:again |twice |once more |repeatedly )?"
    r"(?:put off|postponed|cancelled|canceled|called off|delayed|scrapped)\b)"
)
_NONE_BEFORE = re.compile(
    r"\b(?:cancel\w*|postpon\w*|call\w* off|put\w* off|delay(?:ed|ing)) (?:[\w’'\-]{1,24} ){0,4}$"
    r"|\b(?:no|without any) (?:(?:new|direct|formal|further|such|more|face-to-face|peace|fresh|actual) ){0,2}$"
)
_FAR = 120


def is_off(low: str, sentence: Span, span: Span, *, come: bool) -> bool:
    """
    Tell whether talks at `span` were not held: put off, never begun, or, their day having `come`, only planned for it.

    >>> words = "under the accord arland and the rebels are to open direct talks in pera today."
    >>> is_off(words, Span(0, len(words)), Span(58, 63), come=True)
    True
    >>> words = "the negotiations that were to have started today have not started."
    >>> is_off(words, Span(0, len(words)), Span(4, 16), come=False)
    True
    >>> words = "the negotiations that started today have not brought a deal."
    >>> is_off(words, Span(0, len(words)), Span(4, 16), come=True)
    False
    """
    before = low[max(sentence.start, span.start - _FAR) : span.start]
    after = span.end, min(sentence.end, span.end + _FAR)
    if _NONE_BEFORE.search(before) or _NONE.match(low, *after):
        return True
    return come and bool(_PLANNED_BEFORE.search(before) or _PLANNED_AFTER.match(low, *after))
