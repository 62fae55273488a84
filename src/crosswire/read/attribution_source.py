"""
Find the words that name a speaker: the noun phrase before a reporting verb, or after an inverted one.

There is no parser here. A phrase is read outwards from the verb until a word that cannot belong to it: a mark, a
subordinator, a pronoun, a finite verb. Appositions between commas belong to it, parentheticals do not.
"""

from crosswire.read.attribution_words import (
    AUXILIARIES,
    DETERMINERS,
    DOUBLE_MARKS,
    FRONTED,
    LEADING,
    NEGATIONS,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STAND_INS,
    SUBORDINATORS,
    TIMES,
    WEEKDAYS,
    Clause,
    is_adverb,
    is_word,
)
from crosswire.read.grammar import HAVE
from crosswire.text.verbs import irregular_pasts, lemma_of

Range = tuple[int, int]
# Unions and differences of the word classes, built once: building one at every word costs far more than the look-up.
_NO_SUBJECT = SUBORDINATORS | AUXILIARIES | TIMES | FRONTED
_AFFIRMING = AUXILIARIES - NEGATIONS
_DATED = PERIODS | WEEKDAYS
_NO_NOUN = PREPOSITIONS | (DETERMINERS - STAND_INS)
_LINKS = PREPOSITIONS | DETERMINERS
_NO_APPOSITION = RELATIVES | PREPOSITIONS | SUBORDINATORS | PRONOUNS | TIMES
_TIMES_OR_DETERMINERS = TIMES | DETERMINERS
# Longer stretches between commas are clauses, not appositions.
_APPOSITION = 16
_REACH = 40
_DASHES = frozenset("—–")
_NOT_PARTICIPLES = frozenset("united red need needed hundred indeed speed seed bed shed creed breed deed feed".split())
_SPEAKING = frozenset(
    "said says told tells added adds wrote writes claimed thought thinks believes believed knew".split()
)


# "The region as a whole said": the phrase belongs to its noun.
_WHOLES = frozenset("whole group body".split())


def subject_before(clause: Clause, verb: int) -> Range | None:
    """Return the words of the subject that ends just before word `verb`, None when something else stands there."""
    last = verb - 1
    while last > 1 and is_adverb(clause.low[last]) and clause.low[last - 1] in _AFFIRMING:
        last -= 2  # "has already had to reassure": nobody is called already
    if last < 0 or clause.quote[last] != -1:
        return None
    word = clause.low[last]
    if word in PRONOUNS:
        return (last, last + 1)
    if word == "that":
        return (last, last + 1) if last > 1 and is_word(clause.low[last - 1]) and not clause.capital(last) else None
    if word in (",", "—", "–", ")"):
        return _resumed(clause, last, _across(clause, last))
    if not is_word(word) and word not in DOUBLE_MARKS and not (word == "." and last > 0):
        return None
    if word.endswith("ed") and last > 0 and clause.low[last - 1] in HAVE and is_finite(clause, last):
        return None  # "has ignored repeated calls": a verb is nobody
    return _phrase(clause, last)


def subject_after(clause: Clause, place: int) -> Range | None:
    """Return the words of the subject that begins at `place`, after an inverted verb ("..., said X")."""
    low, size = clause.low, len(clause)
    if place >= size or clause.quote[place] != -1 or not is_word(low[place]):
        return None
    if low[place] in PRONOUNS:
        return (place, place + 1)
    if low[place] in _NO_SUBJECT or low[place] in ("to", "it"):
        return None
    end = _forward(clause, place, apposed=False)
    if end >= size or low[end] != ",":
        return (place, end) if end > place else None
    stop = _forward(clause, end + 1, apposed=True)
    closes = stop >= size or low[stop] in ".,;?!" or not is_word(low[stop])
    verb = any(is_finite(clause, word) for word in range(end + 2, min(stop, size)))
    if closes and not verb and _apposes(clause, end + 1, stop):
        return (place, stop)
    return (place, end)


def clause_subject(clause: Clause, limit: int, first: int = 1) -> Range | None:
    """Return the subject of the first verb from word `first` on, looking no further than word `limit`."""
    for place in range(first, limit):
        if clause.quote[place] == -1 and (is_finite(clause, place) or _is_first_past(clause, place)):
            start = place
            while start > 1 and (clause.low[start - 1] in AUXILIARIES or is_adverb(clause.low[start - 1])):
                start -= 1
            found = subject_before(clause, start)
            if found is not None:
                return found
    return None


def _is_first_past(clause: Clause, place: int) -> bool:
    """
    Tell whether a form that is past and participle alike is the first verb after a noun: "Arland left", "they sent".

    Where it is a participle ("the plan sent to Arland"), the noun before it is the subject all the same.
    """
    before = clause.low[place - 1]
    if clause.capital(place) or lemma_of(clause.low[place]) is None:
        return False
    return before == "," or (is_word(before) and before not in _NO_NOUN and before not in AUXILIARIES)


def possessor(clause: Clause, noun: int) -> Range | None:
    """Return whose noun it is: "his claim", "the minister's claim", "the claim by the minister"."""
    last = noun - 1
    while last > 0 and noun - last < 4 and clause.low[last] not in _POSSESSIVES and not _owns(clause, last):
        if not is_word(clause.low[last]) or clause.low[last] in PREPOSITIONS:
            return None
        last -= 1
    if last < 0 or noun - last > 3:
        return None
    if clause.low[last] in _POSSESSIVES:
        return (last, last + 1)
    return _phrase(clause, last) if _owns(clause, last) else None


_POSSESSIVES = frozenset("his her their".split())


def _owns(clause: Clause, place: int) -> bool:
    word = clause.low[place]
    return word.endswith(("'s", "’s")) or (word in ("'", "’") and place > 0 and clause.low[place - 1].endswith("s"))


def is_finite(clause: Clause, place: int) -> bool:
    """Tell whether the word at `place` is a verb in the past or an auxiliary."""
    word = clause.low[place]
    if word in AUXILIARIES or word in irregular_pasts():
        return True
    if clause.capital(place):
        return False
    return word in _SPEAKING or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PARTICIPLES)


def _phrase(clause: Clause, last: int) -> Range | None:
    """Read leftwards from `last` to the start of its noun phrase."""
    low = clause.low
    place, verb = last, -1
    floor = max(0, last - _REACH)
    while place >= floor:
        word = low[place]
        if clause.quote[place] != -1:
            break
        if not is_word(word):
            if word in DOUBLE_MARKS or word in "&$%/-" or (word == "." and place > 0 and _abbreviates(clause, place)):
                place -= 1
                continue
            if word == ")" and "(" in low[max(0, place - 12) : place]:
                place -= 1 + low[max(0, place - 12) : place][::-1].index("(") + 1
                continue
            break
        if (
            word in RELATIVES
            and verb >= 0
            and place > 0
            and is_word(low[place - 1])
            and low[place - 1] not in _SPEAKING
        ):
            verb = -1
        elif word in ("and", "or"):
            if verb >= 0 or _verb_left(clause, place):
                break
        elif word == "as" and low[place + 1] == "a" and place + 2 == last and low[last] in _WHOLES:
            pass
        elif word in SUBORDINATORS or (place < last and word in PRONOUNS and word != "one"):
            break
        elif place < last and is_finite(clause, place):
            if word in _SPEAKING or (word in _AFFIRMING and not _relative_left(clause, place)):
                break
            verb = place
        place -= 1
    return _trim(clause, place + 1, last + 1)


def _abbreviates(clause: Clause, place: int) -> bool:
    before = clause.low[place - 1]
    return clause.ends[place - 1] == clause.starts[place] and is_word(before) and len(before) <= 5


def _relative_left(clause: Clause, place: int) -> bool:
    return any(word in RELATIVES for word in clause.low[max(0, place - 4) : place])


def _verb_left(clause: Clause, place: int) -> bool:
    """Tell whether a finite verb stands between `place` and the boundary to its left: then "and" joins clauses."""
    for left in range(place - 1, max(-1, place - 25), -1):
        word = clause.low[left]
        if clause.quote[left] != -1 or word in ",;:" or word in SUBORDINATORS:
            return clause.quote[left] != -1
        if is_finite(clause, left):
            return True
    return False


def _trim(clause: Clause, first: int, end: int) -> Range | None:
    """Drop what leads a sentence ("But on Monday ...") and a time after the name ("Trump on Monday")."""
    low = clause.low
    while first < end and (
        low[first] in LEADING
        or (is_adverb(low[first]) and clause.capital(first) and not _ranks(clause, first, end))
        or low[first] in DOUBLE_MARKS
    ):
        first += 1
    if first + 1 < end and low[first] in ("last", "this", "next", "late", "early") and low[first + 1] in _DATED:
        first += 2
    if first < end and low[first] in FRONTED:
        first = _inner(clause, first, end)
    while end - first > 1 and (low[end - 1] in TIMES or (low[end - 1] in DOUBLE_MARKS and low[first] not in DOUBLE_MARKS
                               and low[first:end].count(low[end - 1]) == 1 and low[end - 1] not in "”’")):  # fmt: skip
        end -= 2 if low[end - 2] in ("on", "late", "early") and end - first > 2 else 1
    if end - first > 2 and low[end - 2] in ("last", "this") and low[end - 1] in PERIODS:
        end -= 2
    if first >= end or low[first] in AUXILIARIES or (end - first == 1 and low[first] in _NO_NOUN):
        return None
    return (first, end)


def _ranks(clause: Clause, first: int, end: int) -> bool:
    """Tell whether "First" opens a title: "First Deputy Minister Anton Veld"."""
    return clause.low[first] == "first" and first + 1 < end and clause.capital(first + 1)


def _inner(clause: Clause, first: int, end: int) -> int:
    """Skip a fronted phrase without a comma ("In a statement the group"): the subject is the last phrase to start."""
    for place in range(end - 1, first + 1, -1):
        before = clause.low[place - 1]
        if clause.low[place] in DETERMINERS and before not in PREPOSITIONS and is_word(before):
            return place
        if clause.capital(place) and (not clause.capital(place - 1) or before in TIMES) and before not in _LINKS:
            return place
    return end


def _across(clause: Clause, comma: int) -> Range | None:
    """Read a subject across an apposition or a parenthetical that ends at `comma`."""
    low = clause.low
    first = comma
    for _ in range(4):
        opening = _opening_of(clause, comma) if first == comma and low[comma] in _DASHES else None
        opening = opening or _previous_mark(clause, first, "(" if low[comma] == ")" else None)
        if opening is None or first - opening > _APPOSITION + 4 or opening == 0:
            return None
        head = opening - 1
        first = opening
        if clause.quote[head] != -1 or (not is_word(low[head]) and low[head] not in (")", ".")):
            return None
        found = _phrase(clause, head)
        if found is None:
            return None
        start = found[0]
        detached = start > 0 and low[start - 1] == ","
        if detached and (low[start] in PREPOSITIONS or low[start][0].isdigit() or low[max(0, start - 2)][0].isdigit()):
            first = start - 1
            continue
        segment_first = opening + 1
        if _apposes(clause, segment_first, comma) and low[opening] != "(":
            return (start, comma)
        return found if found[1] <= opening else (start, opening)
    return None


def _opening_of(clause: Clause, dash: int) -> int | None:
    """Return the dash that opens what a dash ends, commas and all: "officials – the third under Ada Roe – said"."""
    for left in range(dash - 1, max(0, dash - _APPOSITION - 4), -1):
        if clause.quote[left] != -1 or clause.low[left] in ";:":
            return None
        if clause.low[left] == clause.low[dash]:
            return left
    return None


def _resumed(clause: Clause, comma: int, found: Range | None) -> Range | None:
    """
    Look beyond the phrase read before `comma` where it cannot be the subject, or only renames it.

    "X, speaking in Y, Z, said" and "X, who had, in May, left, said" are said by X; "X, the mayor, who left, said" by
    "X, the mayor".
    """
    low = clause.low
    if found is None or low[found[0]].endswith("ing"):
        opening = _clause_opening(clause, comma)
        if opening and opening > 2 and low[opening - 1].isdigit() and low[opening - 2] == ",":
            opening -= 2  # an age: "X, 31, who left, said"
        return _phrase(clause, opening - 1) if opening else found
    first = found[0]
    if first > 1 and low[first - 1] == "," and low[first] in DETERMINERS and _apposes(clause, first, found[1]):
        name = _phrase(clause, first - 2)
        if name and name[0] == 0 and all(clause.capital(place) for place in range(*name)):
            return (0, found[1])
    return found


def _clause_opening(clause: Clause, comma: int) -> int | None:
    """Return the comma before the relative or participle whose clause ends at `comma`."""
    for left in range(comma - 1, max(0, comma - _REACH), -1):
        if clause.quote[left] != -1 or clause.low[left] in ";:":
            return None
        word = clause.low[left]
        if clause.low[left - 1] == "," and (word in RELATIVES or (word.endswith("ing") and not clause.capital(left))):
            return left - 1
    return None


def _previous_mark(clause: Clause, place: int, wanted: str | None) -> int | None:
    for left in range(place - 1, max(-1, place - 30), -1):
        if clause.quote[left] != -1:
            return None
        if clause.low[left] == wanted or (wanted is None and clause.low[left] in ",—–"):
            return left
        if clause.low[left] in ";:":
            return None
    return None


def _apposes(clause: Clause, first: int, end: int) -> bool:
    """Tell an apposition ("the envoy", "chairman of ...") from a parenthetical ("speaking in Geneva", "who left")."""
    if not 0 < end - first <= _APPOSITION:
        return False
    words = clause.low[first:end]
    head = words[0]
    if head in _NO_APPOSITION or head in (
        "and",
        "or",
        "not",
        "according",
        "adding",
    ):
        return False
    if (
        head[0].isdigit()
        or not is_word(head)
        or head.endswith("ing")
        or (head.endswith("ed") and not clause.capital(first))
    ):
        return False
    if is_adverb(head):
        return False
    relative = next((number for number, word in enumerate(words) if word in RELATIVES), len(words))
    return not any(word in AUXILIARIES or word in PRONOUNS or word in _SPEAKING for word in words[:relative])


def _forward(clause: Clause, place: int, *, apposed: bool) -> int:
    """Read rightwards from `place` to the end of its noun phrase."""
    low, size = clause.low, len(clause)
    start = place
    lower_head = False
    while place < size and clause.quote[place] == -1:
        word = low[place]
        if not is_word(word):
            if word == "." and place + 1 < size and place > start and _abbreviates(clause, place):
                place += 1
                continue
            if word in "&-/’'":
                place += 1
                continue
            break
        if word in SUBORDINATORS and not (apposed and word in RELATIVES):
            break
        if place > start and (word in TIMES or word in AUXILIARIES or (word in PRONOUNS and word not in RELATIVES)):
            break
        if word in FRONTED and word not in ("for", "from", "with", "at") and not (lower_head and word in ("in", "on")):
            break
        if word in ("at", "with", "from") and not lower_head:
            break
        if word in ("in", "on") and place + 1 < size and low[place + 1] in _TIMES_OR_DETERMINERS:
            break
        if word.endswith("ing") and place > start and not clause.capital(place):
            break
        lower_head = lower_head or (not clause.capital(place) and word not in ("of", "the", "and"))
        place += 1
    while place > start and low[place - 1] in ("and", "or", "the", "a"):
        place -= 1
    return place
