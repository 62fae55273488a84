"""What a sentence takes as given: things that only the sentences before it named."""

import re

from crosswire.text.stems import stem
from crosswire.text.tokens import STOP

_QUOTED = re.compile(r"[“\"«][^“”\"«»]{0,2000}[”\"»]")
_WORD = re.compile(r"[A-Za-z]+")
# A day or a name that an editor put in brackets is no word of the sentence.
_DAY = re.compile(r" \[[^\]]*\d[^\]]*\]")
# "This week" is told from the day of the report.
_TIMES = frozenset(
    "week weekend month year day morning evening night afternoon spring summer autumn winter century decade season "
    "hour moment time monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december".split()
)
# What "this", "these" and "those" stand before: a noun, its adjectives and numbers before it; not what goes on with
# "those", "this" being the subject or the end of it.
_POINTED = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose(?=(?: [a-z-]+)? [a-z-]+s\b)(?! (?:who|which|with|of|in|from|[a-z]+(?:ed|ing))\b))"
    r" (?!(?:is|was|are|were|has|have|had|will|would|may|might|must|can|could|should|being|that|which|who|whose)\b)"
    r"((?:[a-z-]+ )?[a-z-]+)"
)
_BARE = re.compile(
    r"\b[a-z]{2,} this"
    r"(?=[.,;]| (?:a|an|the|only|yesterday|today|tonight|as|and|but|because|when|if|in|on|at|to|by)\b)"
)
# "That" which stands for what was said before: nothing follows that it could go with.
_THAT = re.compile(
    r"^(?:[^\s]+ ){0,11}(?:(?:with|to|about|for|of|on|by|at|from|do|did|does|done) that"
    r"(?=[.,;!?]|$| (?:provided|if|as|and|but|because|when|at|in)\b)|(?:say|said|know|knew|wants?|like) that[.,;!?])"
)
_SUCH = re.compile(
    r"\b(?<!est )(?<!no )such (?:an? )?(?!as\b|an?\b|that\b|is\b)((?:[a-z-]+ ){0,1}[a-z-]{3,})\b(?! (?:as|that)\b)"
)
# Where something happened, unless "there" only stands for the subject: "there is".
_THERE = re.compile(
    r"\b[a-z]{2,} there(?=[.,;]|$| (?:on|in|at|last|this|since|until|by|for|to|after|before|during|yesterday|today|and"
    r"|but|from|with|when|while|as)\b)"
)
_PLACE = re.compile(
    r"\b(?:in|at|to|into|from|near|across|inside|around|over|towards?|for|of|visit\w*|reach\w*|enter\w*|left|leav\w+)"
    r" (?:the (?:[a-z-]+ ){0,2}[a-z]{3,}|(?:[a-z]+ ){0,2}[A-Z])"
)
# Some of several that are not told of here.
_SOME_OF = re.compile(
    r"\bof (?:these|those|them)(?=[.,;]| (?!who\b|that\b|which\b|with\b|in\b|[a-z]+(?:ed|ing|s)\b)[a-z])"
)
_MANY = re.compile(
    r"\b(?!(?:says|this|was|has|does|its|his|as|yes|less|always|perhaps)\b)[a-z]{2,}(?<!s)s\b|\bpeople\b|\band\b"
)
_ONE_OF = re.compile(
    r"(?:The (?:first|second|third|fourth|fifth|last|other(?: two| three)?|others|rest|remaining \w+)"
    r"(?=[.,;]| (?:is|was|are|were|will|would|has|have|had|says?|said|calls?|called|demands?|demanded|which|to be)\b)"
    r"|(?:At least |About |Some |More than |Another |A further )?"
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Dozens|[Aa]nother|\d[\d,]*)"
    r"(?: (?:more|others?))?"
    r" (?:was|were|is|are|has|have|had|remain(?:s|ed)?|did|died|later|also|still|came|went|left|fell"
    r"|will|would|fled)\b)"
)
# "At a second on Monday": the first, and what both are, stand before it.
_NEXT_ONE = re.compile(
    r"\b(?:[Aa]|[Tt]he) (?:second|third|fourth|fifth|sixth)(?=[.,;]| (?:on|in|at|by|from|was|is|has|had|would|will)\b)"
)
_FIRST = re.compile(r"\b(?:first|one|two|three|four|five|six)\b", re.IGNORECASE)
# A time told from one that another sentence gives.
_THEN = re.compile(
    r"\b(?:[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter) then\b|\bfrom there\b"
    r"|^(?:(?:Some|About) )?(?:A|Two|Three|Four|Five|Six|Several|\d+) (?:minute|hour|day|week|month|year)s? later\b"
)
_DATED = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:Jan|Febr|March|April|May|June|July|August|Sept|Octo|Nov|Dec)|\b[A-Z][a-z]+day\b"
)
_OTHERWISE = re.compile(
    r"\bin (?:other|another|the same|similar|different) (?:ways?|respects?|manner|vein)(?=[.,;]| (?:and|but|too)\b)"
)
# Whom something is done to, and what the words before it name that could be meant.
_DONE_TO = re.compile(r"(?<![’'])\b(?:it|him|them)\b(?! \[)")
_SUBJECT_NEXT = re.compile(
    r" (?:[a-z]+ly |also |now |still |never |not )*(?:is|was|are|were|has|have|had|will|would|shall|may|might|must|can"
    r"|could|should|cannot|did|does|do|needs?|wants?|says?|said|comes?|came|goes|takes?|took|seems?|appears?|makes?|made"
    r"|clear|hard|easy|possible|impossible|difficult|likely|necessary|known|[a-z]{3,}ed|[a-z]{3,}s)\b|['’]"
)
_OPENS = re.compile(
    r"(?:^|[,;:—–(“\"]|\b(?:that|but|and|or|because|if|when|while|as|than|where|what|how|why|until|once|since|after|before"
    r"|whether|though|although|says?|said|think|thinks|thought|make|makes|made|find|found|finds|take|takes|took|believes?"
    r"|believed|hopes?|hoped|consider\w*|deem\w*|calls?|called))\s$"
)
_NAMED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Mm]y|any|all|some|no|each|every|most|many|several|two|three)"
    r" (?:[\w’'-]+ ){0,3}?[a-z]+|\b[A-Z][\w’'.-]+(?: (?:of |the |and the )?[A-Z][\w’'.-]+)*"
    r"|\b\d[\d,]* [a-z]+|\bpeople\b"
    r"|\b(?!(?:says|was|has|does|goes|his|this|its|yes|less|across|perhaps|always|plus|as)\b)[a-z]{2,}(?<!s)s\b"
)
# What opens a sentence with a capital and names nobody.
_NOBODY = re.compile(
    r"^(?:He|She|They|It|We|I|You|If|When|While|As|After|Before|Since|Although|Though|In|On|At|By|For|With|But|And|So|Under"
    r"|Despite|Unless|Until|Once|According|Last|This|That)$"
)
# A thing that opens a sentence as known, without a word that would tell which: its verb comes next.
_KNOWN = re.compile(
    r"The ((?:[a-z-]+ ){0,2}?)([a-z]{3,})(?= (?:also |now |still |itself |then |already |later |has |have |had )*"
    r"(?:is|was|are|were|has|have|had|will|would|may|might|could|should|came|comes|follow(?:s|ed)|calls?|called|says?|said|"
    r"offers?|offered|asks?|asked|backs?|backed|demands?|demanded|[a-z]{3,}ed|[a-z]{3,}s)\b)"
)
# What first brings a thing up.
_A = re.compile(r"\b(?:[Aa]n?|[Aa]nother)\s(?:[\w’'-]+\s){0,4}$")
# A remark that answers another; what somebody says he read, nobody having named it.
_REMARK = re.compile(
    r"Both (?!sides|parties|countries|the |of |[A-Z])"
    r"|(?:(?:And|But|So|Well|No|Yes),? )?(?:(?:If|When|Unless|Until) (?:he|she|they|it"
    r"|(?:that|this)(?= (?:is|was|has|does|happens|goes|were)\b)) "
    r"|(?:I|We) (?:do not |don['’]t |also |still )?(?:think|believe|hope|doubt|know|expect) (?:that )?(?:he|she|they) "
    r"|(?:He|She|It(?! (?:is|was|will be|would be|has been|seems|appears|takes|took)\b)) [a-z]+\b)"
)
# How far above a thing is still the one just told of.
_REACH = 450


def takes_as_given(words: str, above: str = "") -> bool:
    """
    Tell whether a sentence speaks of something that neither it nor the one shown `above` it names.

    >>> takes_as_given("Vale says nothing happened there."), takes_as_given("Vale landed in Tarn and stayed there.")
    (True, False)
    >>> takes_as_given("Vale agreed to observers because it wanted eyes there.")
    False
    >>> takes_as_given("Vale wants the last of these struck out."), takes_as_given("Vale sent boats, most of them old.")
    (True, False)
    >>> takes_as_given("Vale refused to hand it over."), takes_as_given("Vale took the port and may give it back.")
    (True, False)
    >>> takes_as_given("Vale refused to hand it over.", "The court gave Tarn to Oria.")
    False
    """
    told = f"{_plain(above)} {_plain(words)}" if above else _plain(words)
    start = len(told) - len(_plain(words))
    return (
        _points(told, start)
        or _there(told, start)
        or _of_several(told, start)
        or _then(told, start)
        or _OTHERWISE.search(told, start) is not None
        or _done_to(told, start)
    )


def _plain(words: str) -> str:
    """Return what a sentence tells in its own words, without the days that an editor put in brackets."""
    return _QUOTED.sub("“”", _DAY.sub("", words))


def remark_points(words: str) -> bool:
    """
    Tell whether somebody's own words, torn from their report, point to what was said before them.

    What a speaker shows with "this" or "these" his hearers saw, and his reader mostly knows.

    >>> remark_points("If it does, we go."), remark_points("We signed a pact and keep it."), remark_points("I read it.")
    (True, False, True)
    """
    return (
        _REMARK.match(words) is not None
        or _there(words, 0)
        or _of_several(words, 0)
        or _then(words, 0)
        or _OTHERWISE.search(words) is not None
        or _THAT.search(words) is not None
        or _read(words)
    )


def brought_up(words: str, before: str) -> str | None:
    """
    Return the stem of a thing a sentence opens with as known, and that the text right before brought up; None else.

    >>> brought_up("The page is read by many.", "A clerk made a page."), brought_up("The army is here.", "It left.")
    ('page', None)
    """
    found = _KNOWN.match(words)
    if found is None:
        return None
    head, near = stem(found[2].lower()), before[-_REACH:]
    new = any(
        stem(one[0].lower()) == head and _A.search(near, max(0, one.start() - 60), one.start()) is not None
        for one in _WORD.finditer(near)
    )
    return head if new else None


def names(words: str, head: str) -> bool:
    """Tell whether some words name a thing, by its stem; any do where there is none to name."""
    return not head or head in _stems(words)


def _stems(words: str) -> set[str]:
    return {stem(one.lower()) for one in _WORD.findall(words)}


def _is_new(found: re.Match[str], told: str) -> bool:
    """Tell whether no word of what is pointed at has been named before it, and it is no stretch of time."""
    named = _stems(found[1]) - STOP
    return (
        bool(named) and _TIMES.isdisjoint(found[1].lower().split()) and named.isdisjoint(_stems(told[: found.start()]))
    )


def _points(told: str, start: int) -> bool:
    pointed = [*_POINTED.finditer(told, start), *_SUCH.finditer(told, start)]
    bare = not start and (_BARE.search(told) is not None or _THAT.search(told) is not None)
    return bare or any(_is_new(one, told) for one in pointed)


def _there(told: str, start: int) -> bool:
    """Tell whether "there" is a place that is not named before it; the reason at a sentence's end may do without."""
    befores = (told[: one.start()] for one in _THERE.finditer(told, start))
    return any(_PLACE.search(one) is None and " because " not in one for one in befores)


def _of_several(told: str, start: int) -> bool:
    if not start and _ONE_OF.match(told):
        return True
    if any(_FIRST.search(told[: one.start()]) is None for one in _NEXT_ONE.finditer(told, start)):
        return True
    return any(_MANY.search(told[: one.start()]) is None for one in _SOME_OF.finditer(told, start))


def _then(told: str, start: int) -> bool:
    return any(_DATED.search(told[: one.start()]) is None for one in _THEN.finditer(told, start))


def _done_to(told: str, start: int) -> bool:
    """Tell whether something is done to "it" or "them", and the words before name nobody but who does it."""
    for found in _DONE_TO.finditer(told, start):
        before, after = told[: found.start()], told[found.end() : found.end() + 40]
        if _OPENS.search(before) or (found[0] == "it" and _SUBJECT_NEXT.match(after)):
            continue
        if sum(_NOBODY.match(one[0]) is None for one in _NAMED.finditer(before)) <= 1:
            return True
    return False


def _read(words: str) -> bool:
    """Tell whether the speaker does something to "it" before he has named a thing."""
    found = re.match(r"(?:I|We) (?:[a-z]+ ){1,2}(?:it|them)\b", words)
    return found is not None and _done_to(words[: found.end()], 0)
