"""Whether a sentence says how something is or could be, or what somebody did."""

import re

from crosswire.text.verbs import irregular_pasts, lemma_of

_WORDS = re.compile(r"[\w'’-]+|,|[–—;:(]")
_LEANING = frozenset(
    "after although as at before by despite during for from given if in of on once since that though to under until "
    "unless when where whether while with without".split()
)
_RELATIVE = frozenset({"who", "which", "that", "whose", "where", "when"})
_BE = frozenset({"is", "are", "was", "were", "remains", "remain", "seems", "seem", "looks", "appears"})
_MODAL = frozenset({"could", "would", "may", "might", "should", "must", "can", "cannot"})
_BETWEEN = frozenset("not also now still being been even then again soon".split())
_PERFECT = frozenset({"has", "have", "had", "did"})


def judges(sentence: str) -> bool:
    """
    Tell whether a sentence says how something is or could be, and not what somebody did or is doing.

    >>> judges("The truce is the easy part."), judges("The truce is holding."), judges("Both sides signed it.")
    (True, False, False)
    """
    words = _WORDS.findall(sentence)
    if words[:1] and words[0].lower() in ("and", "but", "so", "yet"):
        words = words[1:]
    low = [word.lower() for word in words]
    at = low.index(",") + 1 if low and low[0] in _LEANING and "," in low else 0
    inside = False
    while at < len(low):
        word = low[at]
        if word in _RELATIVE and at:
            inside = True
        elif word == ",":
            inside = False
        elif not inside and word in _MODAL and words[at].islower():
            return True
        elif not inside and (word in _BE or (word == "be" and low[at - 1] in ("will", "be"))):
            return not _goes_on(low[at + 1 :])
        elif not inside and word in _PERFECT and "been" in low[at + 1 : at + 3]:
            return not _goes_on(low[low.index("been", at) + 1 :])
        elif not inside and words[at].islower() and _is_done(low, at):
            return False
        at += 1
    return False


# What an argument turns on: what is not, what had better or could be, what something shows.
_ARGUED = re.compile(
    r"\b(?:not|no(?! (?:votes?|relation)\b)|never|nothing|nobody|none|neither|nor|rather|unless|if only|should|must"
    r"|needs?|ought|cannot|can|could|would|(?-i:may)|might|likely|unlikely|clear|clearly|perhaps|probably|plainly|surely|hardly|scarcely|arguably|effectively|really"
    r"|reality|danger|lesson|(?:the|big|real|no) (?:point|problem|question|risk)|means(?! of| to)|shows|proves|suggests"
    r"|depends?|still|seems?|appears?|fail(?:s|ed|ure)?)\b|n['’]t\b|\?|^what .{3,80}? (?:is|was)\b",
    re.IGNORECASE,
)
# How something was, and what is due, a chronicle tells too.
_RECALLED = re.compile(r"\b(?:was|were|had been|(?:is|are) (?:due|down|up|aged|based|scheduled))\b")
# What somebody else is told to say, think or be: no argument of the writer's.
_WITHIN = re.compile(
    r"\b(?:(?<!fact )(?<!clear )(?<!likely )(?<!means )(?<!shows )(?<!suggests )(?<!proves )that|(?<!in )(?<!on )which"
    r"|who|whose|whom|saying)\b[^,;:–—]*",
    re.IGNORECASE,
)


# Words by which a writer praises or blames; a report leaves them to others.
_VALUED = re.compile(
    r"\b(?:abject|absurd|admirable|appalling|arrogan\w+|articulate|baleful|bizarre|blatant\w*|brave\w*|brazen\w*|callous|"
    r"clumsy|contempt\w+|coward\w*|crass|craven|cruel\w*|cynical\w*|deplorable|depressing\w*|despicable|disgrace\w*|"
    r"disingenuous|dismal|duplicit\w+|embarrassing|farc\w+|feeble|folly|foolish\w*|grotesque|haphazard|hypocri\w+|"
    r"ignoran\w+|illusion\w*|immoral|inept\w*|insincer\w+|intelligent|lamentabl\w+|laudable|ludicrous|mindless|naive\w*|"
    r"noble|nonsense|obsess\w+|outrageous\w*|pathetic|perverse|pitiful|pointless|premature|preposterous|reactionary|"
    r"reckless\w*|ridiculous|sad(?:ly)?|scandalous|senseless|shabby|shameful\w*|shameless\w*|sham|short-sighted|sorry|"
    r"spineless|stupid\w*|sullen|tragic\w*|travesty|unforgivable|unseemly|vicious|wise|wisely|woeful\w*|wretched)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"[“\"«][^“”\"«»]{0,2000}[”\"»]")


def values(sentence: str) -> bool:
    """
    Tell whether a sentence praises or blames in its own words, outside quotation marks.

    >>> values("It was a pointless sacrifice."), values("He called it a “pointless sacrifice”.")
    (True, False)
    """
    return _VALUED.search(_SAID.sub("", sentence)) is not None


def argues(sentence: str) -> bool:
    """
    Tell whether a commentator's sentence argues: it says how something is or could be, or turns on a "not" or "only".

    >>> argues("Patience is the only thing that works."), argues("The crews wore three-button suits in grey.")
    (True, False)
    """
    own = _SAID.sub("", sentence)
    told = _WITHIN.sub("", own)
    return values(sentence) or _ARGUED.search(told) is not None or (judges(sentence) and _RECALLED.search(told) is None)


# A forecast, or a word of how far things have come: true of its day alone.
_AHEAD = re.compile(
    r"\b(?:will|shall|would|could|should|(?-i:may)|might|likely|unlikely|so far|by now|soon|yet)\b|['’]ll\b",
    re.IGNORECASE,
)
# What would have been, without what for.
_WOULD_HAVE = re.compile(r"\bwould(?: not)? have\b|\bwould['’]ve\b")
_FOR_WHAT = re.compile(
    r"\b(?:if|(?<!have )had|were|without|should|unless|otherwise|even|but for|instead|nobody|no one|few|who)\b",
    re.IGNORECASE,
)


def forecasts(sentence: str) -> bool:
    """
    Tell whether a judgement is of what is to come or how far things have come: of no use once that has passed.

    >>> forecasts("The mayor is likely to sign."), forecasts("The mayor never wanted to sign.")
    (True, False)
    """
    return _AHEAD.search(_SAID.sub("", sentence)) is not None


def lacks_condition(sentence: str) -> bool:
    """
    Tell whether a sentence says what would have been and not on what it hung.

    >>> lacks_condition("Vale would have had to pay."), lacks_condition("Had it signed, Vale would have had to pay.")
    (True, False)
    """
    return _WOULD_HAVE.search(sentence) is not None and _FOR_WHAT.search(sentence) is None


def _goes_on(after: list[str]) -> bool:
    """Tell whether a form of "be" carries a verb: "is holding", "were later freed", "is to meet"."""
    for word in after[:3]:
        if word.endswith("ly") or word in _BETWEEN:
            continue
        return word.endswith(("ed", "ing", "en")) or word == "to" or lemma_of(word) is not None
    return False


def _is_done(low: list[str], at: int) -> bool:
    """Tell whether a word is a verb of what was done: "signed", "has met"; not a participle: ", agreed last week,"."""
    word, before = low[at], low[at - 1] if at else ","
    if word in _PERFECT:
        return True
    if word in irregular_pasts():
        return True
    past = word.endswith("ed") or lemma_of(word) is not None
    opens = before == "," and "," not in low[: at - 1]
    return past and not opens and before not in ("a", "an", "the", "of", "by", "in", "to")
