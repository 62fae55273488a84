"""What of a sentence leans on the one before it: openers no bracket mends, and those that reading both mends."""

import re

from crosswire.text.verbs import lemma_of

# Openers that lean on the sentence before in a way no bracket mends.
_LEANING = re.compile(
    r"^(?:Note(?=:)|(?:But|And) then|"
    r"This|That|These|Those|Such|Here|There(?=,)|So|Then|Yes|No(?=[,.;!—–]| [a-z]+,)|Nor|Or|"
    r"It(?='s|’s| is| was)|Which|Who|Both|Neither|"
    r"Either|The (?:former|latter|two|three|pair|same|other|move|decision|remarks?|comments?|statement|announcement|"
    r"revelation|disclosure|development|allegations?|accusations?)|"
    r"Others?|Another|One (?:is|was|said)|(?:As|In|For) (?:such|this|that)|Asked|Instead|Also|Too|Again)\b"
)
# What is done to "that" or "it" at a sentence's end, or done "so", was named in another sentence.
_POINTS_AWAY = re.compile(
    r"\b(?:deni|reject|accept|offer|refus|approv|confirm|repeat|call|ask|promis|suggest|turn|rul|dismiss|welcom|want)\w*"
    r" (?:that|it|this|them)(?: (?:down|out|up|off|twice|again|too|all|back))?[.,;]?$|\b(?:do|does|did|doing|done) so\b"
    r"|\b(?:accept|reject|refus|dismiss|welcom)\w* (?:that|this|these|those) \w+(?: too| as well)?\.$"
    r"|\b(?:had|was|were) then\b|\bhas offered it\b|\b(?:it|them)\.$",
    re.IGNORECASE,
)
# A longer sentence tells something besides.
_SHORT = 22
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{0,2000}[”\"»]")
# "Arland still says 14 May": what was then stands in another sentence.
_BARE_DAY = re.compile(
    r"\b(?:says?|said|insists?|insisted|maintains?|maintained) (?:that )?(?:it (?:is|was) )?(?:on )?"
    r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: \d{4})?\.$"
)
_SUCH = re.compile(r"\bsuch (?!as\b|an?\b|that\b)([a-z]{4,}s)\b(?! as\b)")
# What was done or handed over there was named in the sentence before; a talk, a deal or a war is the report's own
# subject and known from elsewhere.
_NAMED_BEFORE = (
    "abduction|arrest|ban|blast|body|boycott|breakthrough|capture|clip|closure|company|controversy|"
    "creation of the \\w+|crackdown|cut|detention|document|embargo|episode|explosion|firm|gesture|incident|killings?|"
    "letter|measures?|memo|memorandum|message|murders?|note|olive branch|paper|photo|picture|poll|post|problem|raid|"
    "report|resignation|result|ruling|scandal|seizure|shooting|speech|steps?|suggestion|survey|text|threat|timing|"
    "trend|tweet|verdict|video|visit|vote|warning"
)
_HANGING = re.compile(
    rf"^(?:The (?:{_NAMED_BEFORE})(?= (?!(?:of|in|by|for|that|which|from|at|to|between|against|with)\b)\w|,)"
    rf"|The creation of the \w+\b|In (?:exchange|return)(?! for)\b(?!, [A-Z][\w’' -]+ (?:will|is to|are to)\b)"
    r"|If (?:not|so),"
    rf"|The (?:first|second|third|fourth|last)(?=,? (?:is|was|would|will|calls?|demands?|says|which)\b)"
    rf"|All (?:two|three|four|five|six|seven|eight|nine|ten)\b(?! (?:of|the|sides|parties|countries|states|[a-z]+s)\b)"
    rf"|Of the (?:\d+|two|three|four|five|six|seven|eight|nine|ten),|Each of (?:them|these|those)\b"
    rf"|(?:\w+ )?[Hh]ours later,|As a (?:consequence|result),|(?:Consequently|Hence|Therefore|Finally),"
    rf"|(?:First|Second|Third|Fourth|Fifth|Sixth)(?:ly)?,"
    # "Vale opposes it", "The mayor told him": whoever does it to "it" is not meant by it
    rf"|(?:The [a-z]+|[A-Z][\w.’'-]*(?:(?: of| the| and| for)? [A-Z][\w.’'-]*){{0,6}})"
    r"(?: (?:has|have|had|would|will|could|may|might|did|does|do|also|not|since|already|flatly|later|then)){0,3}"
    r" (?!(?:and|or|of|to|that|with|for|by|from|in|on|at|as|said|says|than|about|like|because|if|when|while)\b)[a-z]+"
    r" (?:it|him|them)"
    r"(?=[.,;]| (?:as|at|on|in|for|to|partly|publicly|but|because|when|until|unless|out|down|off|up)\b))"
)
# What is done to "this" in the middle of a sentence, or is like something: the sentence before names it.
_INSIDE = re.compile(
    r"\b(?:live|agree|disagree|deal|part|cope)\w* (?:with|to) (?:that|this)"
    r"(?=[.,;]|\s(?:if|so|as|but|and|only|provided)\b)"
    r"|\b(?:reiterat|repeat|echo|confirm|den|reject|dismiss|oppos|describ|condemn|denounc|welcom)\w* (?:that|this)"
    r"(?= (?:as|and|but|yesterday|today|last|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)[.,;]?$|,)"
    r"|\b(?:says?|said|adds?|added|insists?|insisted|thinks?|thought)(?: that)? (?:the|that|this)"
    r" (?:formula|idea|issue|matter|point|question|subject|suggestion)"
    r" (?:can|could|is|may|might|must|should|was|will|would)\b"
    r"|\b(?:that|this|any such) (?:kind|sort|type) of [a-z]+|\bany such [a-z]+"
    r"|\b(?:these|those) (?:two|three|four|five|six)"
    r" (?:aims|cases|conditions|demands|facts|issues|points|questions|steps|things)\b"
    # "had said a day earlier": than what the sentence before tells
    r"|\bhad (?:\w+ )?\w+(?:ed|id|ld) (?:a|the|one|two|three) (?:day|night|week|hour)s? (?:earlier|before)\b(?! the\b)"
    # nothing says in what they took part
    r"|\b(?:take|took|taken|taking) part\.?$"
    r"|\b(?:den|reject|dismiss)\w+ (?:any |all )?(?:involvement|responsibility)\.?$"
    r"|\ba similar (?:\w+ )?(?:assessment|claim|warning|charge|accusation|statement|call|offer|view|report)\b(?! to)",
    re.IGNORECASE,
)
_MODALS = frozenset("will would shall should must might can could".split())
_NO_VERBS = frozenset("this thus plus less hundred indeed perhaps always besides whereas towards across unless".split())
# Where a caption or a heading runs into a sentence without a mark: "under pressure It formally agreed".
_RUN_ON = re.compile(
    r"[a-z]{2} (?:It|He|She|They|This|These|There|His|Their|Its|But) (?=[a-z])"
    r"|[a-z] [A-Z][a-z]+ The (?:[A-Z]{2,} )?(?=[a-z])|^[A-Z][a-z]+ [A-Z][a-z]+ The (?:[A-Z]{2,} )?(?=[a-z])"
)
# A list's item that asks: "Whether the ferries run again in May."
_BARE_QUESTION = re.compile(r"^Whether (?!.*\b(?:is|are|was|were|remains?|depends?|will|would|may|might|could)\b)")
# Whom a clause cut out of its sentence means by "them": several, or two with "and" between, named before in it.
_THEM = re.compile(r"\b(?:them|their|they|him)\b")
_SEVERAL = re.compile(r"\b[a-z]{3,}(?<!s)s\b(?!['’])|\band\b|[A-Z]{2}|\b(?:people|police|men|women|children|troops)\b")
# What goes on with the verb of the sentence that a clause was cut out of.
_GOES_ON = re.compile(r", and (?:was|were|is|are|has|have|had|will|would)\b")


def misses_its_sentence(clause: str) -> bool:
    """
    Tell whether a clause cut out of its sentence speaks of somebody whom the rest of it named.

    >>> misses_its_sentence("the mayor announced their release."), misses_its_sentence("the crews said they would go.")
    (True, False)
    """
    found = _THEM.search(_QUOTED.sub("", clause))
    return found is not None and (found[0] == "him" or _SEVERAL.search(clause[: found.start()]) is None)


def own_end(clause: str) -> int:
    """Return where a clause cut out of its sentence ends, before what goes on with the verb of the whole."""
    found = _GOES_ON.search(clause)
    return found.start() if found else len(clause)


# Who did not speak, and how somebody looked or sounded: nothing a reader could use.
_EMPTY = re.compile(
    r"\b(?:declin|refus)\w* to (?:comment|say|discuss|elaborate|give details)\b|\bno (?:immediate )?comment\b"
    r"|\b(?:did|had|has|have) not (?:immediately |yet )?(?:comment|respond|repl|elaborat|return)\w*(?! with)\b"
    r"|\bcould not (?:immediately )?be reached\b|\b(?:soften|chang|moderat|harden)\w* (?:his|her|their|its) tone\b"
    r"|\b(?:wore|wearing|dressed in|clad in)\b"
)


def is_empty(narrated: str) -> bool:
    """
    Tell whether a sentence says no more than that somebody kept silent, or what he looked like.

    >>> is_empty("The ministry declined to comment."), is_empty("The ministry declined the offer.")
    (True, False)
    """
    return _EMPTY.search(narrated) is not None and len(narrated.split()) <= _SHORT


def has_verb(words: str) -> bool:
    """
    Tell whether some words hold what could be a verb: a known one's form, an auxiliary, a past or third person.

    >>> has_verb("Nothing about us without us."), has_verb("Nothing was signed.")
    (False, True)
    """
    return any(map(_verb_like, re.findall(r"[a-z]+", words.casefold())))


def runs_on(words: str, title: str | None) -> bool:
    """
    Tell whether a caption or a heading was set before a sentence, without a mark between the two.

    >>> runs_on("The crews are under pressure It formally agreed to go.", None), runs_on("Vale said it was his.", None)
    (True, False)
    >>> runs_on("Port crisis: Vale sends boats The boats left.", "Port crisis: Vale sends boats")
    True
    """
    if _RUN_ON.search(_QUOTED.sub("“”", words)):
        return True
    kicker = title is not None and ": " in title[:40] and len(words) > len(title)
    return kicker and words.startswith(" ".join(title.split()[:5]))  # type: ignore[union-attr]


def leans(words: str) -> bool:
    """
    Tell whether a sentence's opening needs the one before in a way that showing it would not mend.

    >>> leans("These are the terms."), leans("The terms are these.")
    (True, False)
    """
    return _LEANING.match(words) is not None or _BARE_QUESTION.match(words) is not None


def points_away(narrated: str) -> bool:
    """
    Tell whether a sentence, what it quotes left out, does something to what another sentence names.

    >>> points_away("The mayor refused to do so."), points_away("He saw that it rained.")
    (True, False)
    """
    return _POINTS_AWAY.search(narrated) is not None or gives_only_a_day(narrated) or _names_such(narrated)


def hangs(words: str) -> bool:
    """
    Tell whether a sentence is clear only below the one before it: what it opens with or speaks of was named there.

    >>> hangs("The embargo was lifted."), hangs("The embargo of May was lifted."), hangs("In exchange Vale pays.")
    (True, False, True)
    >>> hangs("Vale had said a day earlier that it paid."), hangs("Vale had paid a day before the truce.")
    (True, False)
    >>> hangs("Vale has denied that its men took part."), hangs("Vale took part in the raid.")
    (True, False)
    """
    return _HANGING.match(words) is not None or _INSIDE.search(_QUOTED.sub("“”", words)) is not None


def gives_only_a_day(words: str) -> bool:
    """Tell whether somebody's words give a day and leave out of what."""
    return _BARE_DAY.search(words) is not None


def _names_such(narrated: str) -> bool:
    """Tell whether "such attacks" stands where no attack has been named before."""
    low = narrated.lower()
    return any(found[1][:5] not in low[: found.start()] for found in _SUCH.finditer(low))


def _verb_like(word: str) -> bool:
    ends = word.endswith("ed") or (word.endswith("s") and len(word) > 3)
    return lemma_of(word) is not None or word in _MODALS or (ends and word not in _NO_VERBS)
