"""Numbers that count without a noun beside them: "killing 15", "97 were shot down", "brought the toll to 218"."""

import re

from crosswire.model import Span
from crosswire.model.reading import Qualifier
from crosswire.text.numbers import Number

_BEFORE = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|wound(?:ed|ing|s)?|injur(?:ed|ing|es)|free(?:d|ing|s)?|releas(?:ed|es|ing)|"
    r"captur(?:ed|ing)|arrest(?:ed|ing|s)?|detain(?:ed|ing)|return(?:ed|ing)|exchanged?|swap(?:ped)?|count(?:ed|s)|"
    r"asked for|gave up|(?:the )?(?:remaining|other)|lost|los(?:es|ing)|holds?|held|"
    r"rescued|evacuated|seized|kidnapped|abducted|buried|deported|executed|(?:sent|brought|gave|took) (?:back|home)|"
    r"laid off|took in|carr(?:ied|ying|ies)|"
    r"(?:designed|built|meant) for|capacity of|room for|"
    r"sicken(?:ed|s)|hospitali[sz]ed|displac(?:ed|es|ing)|infect(?:ed|s|ing)|evict(?:ed|s|ing)|"
    r"hir(?:ed|es|ing)|dismiss(?:ed|es)|sack(?:ed|s)|expel(?:led|s)|trap(?:ped|s)|strand(?:ed|s)|jail(?:ed|s)|"
    r"employ(?:ed|s)|recruit(?:ed|s)|treat(?:ed|s)|summon(?:ed|s)|pardon(?:ed|s)|"
    r"(?:free|releas|return|rescu|evacuat)[a-z]{1,3} the (?:last|first|final)|"
    r"handed over|shot down|to|another|a further|an additional|"
    r"(?:crew|group|family|team|party|band|delegation|staff|crowd|force|convoy|cabinet|council|committee|panel|jury|squad|"
    r"fleet|town|village|city|audience|workforce|membership|population|mob|gang|choir|orchestra|cast|congregation|herd|flock|"
    r"class|queue|household|garrison|caravan|flotilla|platoon|cell|network|community|parliament|assembly|board|"
    r"majority|margin|lead|quorum|total|tally|toll)s? of"
    r"(?: between)?) $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r" (?:of (?:them|whom|those|these)|others|more|fewer|were|are|have been|had been|dead|killed|wounded|injured|hurt|"
    r"detained|arrested|freed|held|captured|"
    r"homeless|hospitali[sz]ed|unaccounted for|deep(?=[.,;])|in (?:custody|hospital|intensive care)|under arrest|"
    r"(?:votes? )?in favou?r|for(?=,)|against(?=[.,;:]| and\b|$)|abstain(?:ed|ing)|missing|"
    r"in all|in total|altogether|all told|"
    r"short of|"
    r"to go|(?:still |yet )?to come|(?:still|yet) to|still (?:held|missing|waiting)|aboard|on board|"
    r"remaining|outstanding|remained?)\b|"
    r"[ -]strong\b|,? left\b(?= [a-z]+ed\b|[.,;\"”])"
)
_SUBJECT_OF = re.compile(
    r" (?:have|had|died?|fled|flee|survived|escaped|drown(?:ed)?|perish(?:ed)?|came|went|back|lost|live|lack|need|"
    r"got)\b"
)
# "Fifty marched": a number in words that opens a clause and does something.
_OPENS = re.compile(r"(?:^|[.;:,\"“] |[.;,] (?:and|but|while) )$")
_SAID_OF = re.compile(r" (?:[a-z]{2,12}(?<!ne)ed|took|stood|sat|won|ran|fell|fought|spoke|paid)\b")
_DOES = re.compile(
    r" (?:[a-z]{2,12}ed|is|are|was|were|has|have|had|may|could|must|will|need|live|face)\b|"
    r"[.,;](?= |$)|$| (?:to|in|on|from|by|at|of|and|or) (?!one\b)"
)
_IDIOMS = ("in ", "for ", "thanks ", "times ", "by the ", "per ")
# "Brigade 47 had left".
_LABELLED = re.compile(r"\b(?!(?:Only|Just|Another|The|All|And|But|So|Some)\b)[A-Z]\w* $")
_MERELY = re.compile(r"\b(?:just|only|exactly|precisely) $")
# The noun stands in the clause before: "nine houses burned, and three collapsed", "down from 41", "doctors said 26".
_ELLIPSIS_BEFORE = re.compile(r"[a-z\d][,;] (?:and |but |while )?$")
_ELLIPSIS_AFTER = re.compile(
    r" (?:badly |seriously |slightly )?[a-z]{2,14}ed\b|"
    r" (?:[a-z]{3,14}ly|against|for|in favou?r|[A-Z][a-z]{2,14}(?:n|sh|se|ch|i)|"
    r"(?:in|since|on) [A-Z][a-z]{2,9}(?: alone)?)(?=[.,;]|$)|"
    r" (?:in|from|at|on) (?:the|an?|his|her|their|its) [a-z]"
)
_REPEATED_BEFORE = re.compile(
    r"(?:\bsa(?:id|ys)|\b(?:and|but) (?:[a-z]{2,14}ed(?: by)?|by)|"
    r", not|\bdown from|\bup from|\binstead of|\bcompared with) $"
)
# "Compared with 39 who back her", "to America's 535", "from a handful to 300": measured against the figure before.
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|down from|up from|rather than)"
    r" (?:(?:an?|the|its) (?:[\w-]{1,14} ){0,2}(?:estimate|total|count|figure|tally|toll) of )?$|"
    r"\bto (?:(?:[A-Z][\w.]{1,20} )?[A-Z][\w.]{1,20}(?:['’]s|s['’])|his|her|its|their) $"
)
_SAME_AFTER = re.compile(
    r"[.,;)—-]|$| (?:who|which|that|for|in|on|at|by|under|last|this|before|when|during|the|an?) (?!cent\b)"
)
_FROM_FEW = re.compile(r"\bfrom (?:a handful|a few|a couple|none|zero|nothing) to $")
# "23 cases in Ardia and four in Colmar", "four fell ill abroad - three in Ardia".
_HERE_AND_THERE = re.compile(r" in (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2},? and $")
_DEALT_OUT = re.compile(r"(?: [-–—]|—|:|;) $")
_IN_PLACE = re.compile(r" in (?:the )?[A-Z][a-z]")
# "60 a week", never "100 a year ago"; "from 60 a week to 30".
_RATE = re.compile(
    r" (?:a|an|per|every) (?:second|minute|hour|day|night|week|month|year|head)\b"
    r"(?! (?:ago|later|earlier|before|after|watch|[a-z]+er)\b)"
)
_RATE_TO = re.compile(r" (?:a|an|per|every) [a-z]{3,8} to $")
_THE_REST = re.compile(r"\bthe (?:rest|remainder|others), $")
_SWAPPED = re.compile(r"\b(?:trad|swap|exchang)[a-z]{1,5}\b[^.;:]{1,40} for $")
# "The second-highest number of delegates, 247, is Ardia's".
_APPOSED = re.compile(r"\b(?:number|total|tally|count) of [a-z -]{2,30}s, $")
_GAPPED_BEFORE = re.compile(r"[;,] (?:and |but |while )?(?:the|its|his|their) [a-z]{2,20}(?: [a-z]{2,20})? $")
_CLAUSE_END = re.compile(r"[.;](?= |\"|”|$)|,(?= )")
# "Put the number at 57", of a count just given.
_PUT = re.compile(
    r"\b[Pp]ut(?:s|ting)? (?:the|its|their|his|her) (?:[\w-]{1,12} )?(?:total|tally|count|toll|number|figure)"
    r"(?: of [\w-]{1,14}(?: [\w-]{1,14}){0,3})? at (?:(?:about|around|nearly|some|almost|over) )?$"
)
_PUT_REACH = 90
# What a running count stands at, or leaves to be done; "brought to 750 the number of ..." puts its noun last.
_RUNNING = re.compile(
    r"\b(?:leav(?:es?|ing)|(?:total|tally|count|toll|number)(?:,? [\w-]{1,12}){0,8},? "
    r"(?:reached|passed|is|was|(?:stood|stands|put) at|(?:raised|revised) (?:up |down )?(?:from|to))|number(?:ed|ing)|"
    r"total(?:s|led|ed|ling|ing)|"
    r"put(?:s|ting)? (?:the|its|their) (?:dead|wounded|injured|missing)(?: [\w-]{1,12}){0,4} at|"
    r"(?:br(?:ings?|inging|ought)|rose|risen|ris(?:es?|ing)|climb(?:ed|s|ing)|swell(?:s|ed|ing)?|swollen|"
    r"surg(?:es?|ed|ing)|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|(?:doubl|trebl|tripl)(?:es?|ed|ing)|"
    r"shr[aiu]nk(?:s|ing)?|gr(?:ew|own|ows?)|increas(?:ed|es|ing)|"
    r"f[ae]ll(?:en|s)?|dropp(?:ed|ing)|totals?|number|toll|tally)"
    r"(?: (?:now|again|sharply))?,?(?:(?:(?<=tally)|(?<=total)|(?<=toll)) of(?: [\w-]{1,14}){1,6})?"
    r"(?: from [\d,]{1,11}(?: (?:in|on|last|a) \w{2,12}(?: \w{2,10})?)?)? "
    r"(?:to|past|from)) $",
    re.IGNORECASE,
)
# "From 41 to 57", "from 310 in 2022 to 702".
_GOES_ON = re.compile(r"(?: (?:in|on|at|last|this|before|a) [\w ]{2,24})? to (?:\d|[a-z]+ \d)")
# "One was killed and 14 were hurt": most other ones stand for a thing just named.
_ONE_WAS = re.compile(
    r" (?:(?:was|is|has been) )?(?:killed|wounded|injured|hurt|freed|released|arrested|detained|rescued|missing|dead)\b"
)
_TWO_DID = re.compile(r" (?:(?:were|are|have been) [a-z]{2,14}ed|died|drowned|escaped|fled|survived|perished)\b")
# "Freed the other two", never "the other two are all but vacant".
_OTHER_TWO = re.compile(r"[a-z](?:ed|es|ing|eld) (?:the |its |their )?(?:other|remaining) $")
_MORE_WERE = re.compile(r" (?:more|others) (?:were|are|have|had|died|fled)\b")
# The last words of what `_RUNNING` matches; looking them up spares most numbers the search.
_RUNNING_ENDS = frozenset(
    str.split(
        "to past from leave leaves leaving reached passed is was at total totals totalled totaled totalling totaling "
        "numbered numbering"
    )
)


def runs(before: str) -> bool:
    """Tell whether the words before a number say that it is what a running count stands at."""
    last = before[-12:].rsplit(None, 1)[-1:]
    ends = bool(last) and last[0].lower() in _RUNNING_ENDS
    return ends and bool(_RUNNING.search(before))


def puts_a_count(text: str, place: int) -> bool:
    """Tell whether somebody puts a count at the number at `place`: "put the number at 57"."""
    return text[max(0, place - 3) : place] == "at " and bool(_PUT.search(text[max(0, place - _PUT_REACH) : place]))


def stands_alone(
    text: str, number: Number, before: str, qualifier: Qualifier, sentence: Span, *, last: int | None
) -> bool:
    """
    Tell whether a number without a counted noun is a figure all the same: "killing 15", "15 were freed".

    `last` is where the figure before ends in this sentence, if any: "nine houses burned, and three collapsed".
    """
    before = _MERELY.sub("", before)
    if last is not None and _is_elliptic(text, number, before, sentence, last):
        return True
    if number.kind == "words" and number.value < 3 and qualifier == "exactly":
        return _is_few(text, number, before, sentence, last)
    if _AFTER.match(text, number.end, sentence.end) or number.kind == "vague":
        return True
    if number.plain and 1900 <= number.value <= 2100:
        return False
    if number.value >= 3 and _SUBJECT_OF.match(text, number.end, sentence.end):
        return qualifier != "exactly" or not _LABELLED.search(before)
    if runs(before) and not re.match(r" [A-Z]", text[number.end : number.end + 2]):
        # "Rose from 41 to 57", never "fell from 30 feet".
        if before.endswith(" from "):
            return bool(_GOES_ON.match(text, number.end, sentence.end))
        return True
    if number.value >= 3 and (_FROM_FEW.search(before) or _RATE.match(text, number.end, sentence.end)):
        return True
    if number.value >= 3 and text.startswith(",", number.end) and (_APPOSED.search(before) or _THE_REST.search(before)):
        return True
    if qualifier == "exactly" and re.search(r"\bto $", before):
        # "Fell by 120,000 barrels to 2.3 million".
        return last is not None and not number.plain and number.value >= 1e5
    large = number.kind == "digits" or number.value >= 10
    if qualifier in ("at-least", "at-most") or (qualifier == "about" and large):
        # "adults over 21": an age.
        return number.value >= 3 and not (number.value < 100 and re.search(r"\b(?:over|under|above|below) $", before))
    small = number.value >= 3 and not (number.plain and number.value >= 1000)
    if small and _OPENS.search(before) and _SAID_OF.match(text, number.end):
        return True
    if number.kind == "words" and number.value >= 1000:
        return not before.endswith(_IDIOMS) and bool(_DOES.match(text, number.end))
    grouped = not number.plain and number.kind == "digits" and number.value >= 1000
    return grouped or bool(_BEFORE.search(before))


def _is_few(text: str, number: Number, before: str, sentence: Span, last: int | None) -> bool:
    """Tell whether "one" or "two" alone counts people: mostly it stands for things just named."""
    if number.value < 2:
        return bool(_ONE_WAS.match(text, number.end, sentence.end))
    if last is not None and text.startswith((" more ", " others "), number.end):
        return True
    if _OTHER_TWO.search(before) or _MORE_WERE.match(text, number.end, sentence.end):
        return True
    return bool(_OPENS.search(before) and _TWO_DID.match(text, number.end))


def _is_elliptic(text: str, number: Number, before: str, sentence: Span, last: int) -> bool:
    """Tell whether the noun is that of the figure before."""
    if (number.kind == "words" and number.value < 2) or (number.plain and 1900 <= number.value <= 2100):
        return False
    if _ELLIPSIS_BEFORE.search(before) and _ELLIPSIS_AFTER.match(text, number.end, sentence.end):
        return True
    if text[last : number.start] == " to " or _RATE_TO.fullmatch(text, last, number.start):
        return True  # "from 1,100 names to 640"
    if number.value >= 3 and _AGAINST.search(before) and _SAME_AFTER.match(text, number.end, sentence.end):
        return True
    if _HERE_AND_THERE.fullmatch(text, last, number.start) or _DEALT_OUT.search(before):
        return _IN_PLACE.match(text, number.end, sentence.end) is not None
    ends = number.end == sentence.end or _CLAUSE_END.match(text, number.end)
    if number.value >= 3 and ends and text.endswith(" for ", 0, number.start) and _SWAPPED.search(before):
        return True
    return bool(ends and (_REPEATED_BEFORE.search(before) or _GAPPED_BEFORE.search(before)))
