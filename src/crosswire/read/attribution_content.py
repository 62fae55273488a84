"""Find what was said: the words after a cue, before it, and in the quotes it introduces."""

from collections.abc import Sequence

from crosswire.model import Quote, Span
from crosswire.read.attribution_cues import Found
from crosswire.read.attribution_source import Range, is_finite
from crosswire.read.attribution_words import (
    AUXILIARIES,
    DETERMINERS,
    FRONTED,
    LEADING,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIMES,
    WEEKDAYS,
    Clause,
    is_adverb,
    is_word,
)

# Unions and differences of the word classes, built once: building one at every word costs far more than the look-up.
_DATED = PERIODS | WEEKDAYS
# Verbs whose first object is the person told, not what is told.
_TELLING = frozenset("tell inform assure reassure remind notify brief advise".split())
_SETTINGS = frozenset("on in at during after before via through to of about with by from as for".split())
_LOOK_AHEAD = 25
# What follows a cue's comma and is no part of the clause before it.
_PARTING = frozenset("and but or who which citing according adding".split())
# A clause that one of these opens cannot stand alone.
_SIDE = frozenset("if when while although though because unless until once whenever".split())
# What opens a condition, and what makes "if" none: "if not", "if necessary".
_CONDITIONS = frozenset("if unless provided".split())
_CONDITION_PHRASES = frozenset(
    {("as", "long"), ("so", "long"), ("on", "condition"), ("but", "only"), ("only", "if"), ("providing", "that")}
)
_TOLD_WHERE = 8
_NO_CONDITION = frozenset("not only ever any anything necessary possible needed at by for with".split())
# "added another jolt" adds a thing, not words.
_ADDED_THINGS = frozenset("a an another more to up fuel".split())
# Where a statement stops and the report goes on: "..., but", "..., while".
_TURNS = frozenset("but while although though whereas".split())


def content_after(clause: Clause, cue: Found, start: int) -> int | None:
    """Return the word where the content after a cue begins, None when nothing was said there."""
    low, size = clause.low, len(clause)
    place = start
    if cue.cue.lemma in _TELLING:
        place = skip_addressee(clause, place)
    for _ in range(8):
        if place >= size or low[place] in ".;?!)":
            return None
        if clause.quote[place] != -1:
            return place
        word = low[place]
        if word == ":":
            return place + 1 if place + 1 < size else None
        if word in (",", "—", "–"):
            return _after_comma(clause, place)
        if word == "that" or (word == "to" and cue.cue.infinitive):
            return place
        if word in TIMES and not (place + 1 < size and low[place + 1] in ("'s", "’s")):
            place += 2 if place + 1 < size and low[place + 1] in PERIODS else 1
        elif word in ("last", "this", "next", "late", "early") and place + 1 < size and low[place + 1] in _DATED:
            place += 2
        elif word in ("late", "early") and low[place + 1 : place + 2] == ["on"]:
            place += 1  # "said late on Monday that"
        elif word in _SETTINGS and not _counts(low, place):
            beyond = _beyond_setting(clause, place, cue)
            if beyond == place:
                return place
            if beyond is None:
                return None
            place = beyond
        else:
            return None if cue.cue.lemma == "add" and word in _ADDED_THINGS else place
    return None


def _counts(low: Sequence[str], place: int) -> bool:
    """Tell whether a preposition opens a number: "say [about 40 were hurt]"."""
    return low[place] in ("about", "over") and place + 1 < len(low) and low[place + 1][0].isdigit()


def goes_on(clause: Clause, cue: Found, before: Range) -> int | None:
    """
    Return where the clause a cue breaks into goes on: "A summit, he said, [would be early]".

    A stretch before the cue that has no verb of its own cannot be all that was said.
    """
    low, place = clause.low, cue.last
    if place + 2 >= len(clause) or low[place] != "," or clause.quote[place] != -1:
        return None
    following = low[place + 1]
    if following in _PARTING or following in SUBORDINATORS or following.endswith("ing"):
        return None
    if any(clause.quote[word] != -1 for word in range(*before)):
        return None
    head = low[before[0]]
    if head in _SIDE:
        return place + 1
    onward = range(place + 1, len(clause))
    if head in FRONTED and any(is_finite(clause, word) for word in onward):
        # "With the ten freed in May, he said, the total had reached 40": a participle, not the sentence's verb.
        own = any(low[word] in AUXILIARIES and not clause.capital(word) for word in range(*before))  # not May
    else:
        own = any(is_finite(clause, word) for word in range(*before))
    return None if own else place + 1


def hung_on(clause: Clause, place: int) -> int | None:
    """Return where the condition of what was said begins, after the telling: "It will sign, he said, [if ...]"."""
    low = clause.low
    stop = min(place + _TOLD_WHERE, len(clause) - 3)
    while place < stop and is_word(low[place]) and clause.quote[place] == -1:
        place += 1  # "told reporters in Lima on Monday"
    if place >= len(clause) - 3 or low[place] != "," or clause.quote[place] != -1 or clause.quote[place + 1] != -1:
        return None
    first, second = low[place + 1], low[place + 2]
    if (first, second) in _CONDITION_PHRASES:
        return place + 1
    return place + 1 if first in _CONDITIONS and second not in _NO_CONDITION else None


_OUTLETS = frozenset("agency newspaper paper broadcaster channel magazine daily weekly website network station".split())


def skip_addressee(clause: Clause, place: int) -> int:
    """Return the word after the person told ("told [reporters] that", "told [The Morning Post] on Monday")."""
    low, size = clause.low, len(clause)
    if place >= size or not is_word(low[place]) or clause.quote[place] != -1 or low[place] == "that":
        return place
    if low[place] in ("him", "her", "them", "me", "us", "it", "you"):
        return place + 1
    start = place
    place += low[place] in DETERMINERS
    while place < size and clause.quote[place] == -1:
        word = low[place]
        if not is_word(word):
            if word in "&'’-" or (word == "." and clause.ends[place - 1] == clause.starts[place] and place + 1 < size):
                place += 1
                continue
            break
        if word in PRONOUNS or word in DETERMINERS or word in ("to", "how", "why", "what", "if", "whether", "there"):
            break
        if word in FRONTED or word in TIMES or (word == "of" and place == start):
            break
        if (
            place > start + 1
            and clause.capital(place)
            and not clause.capital(place - 1)
            and low[place - 1] not in ("of", "and")
        ):
            named = _outlet_end(clause, place)
            if named is None:
                break
            return named
        if place == start + 1 and clause.capital(place) and not clause.capital(start) and low[start] not in DETERMINERS:
            break
        place += 1
    return place


def _outlet_end(clause: Clause, place: int) -> int | None:
    """Return where an outlet's name ends behind what it is: "the state news agency [Northwire] on Monday"."""
    if clause.low[place - 1] not in _OUTLETS:
        return None
    end = place
    while end < len(clause) and is_word(clause.low[end]) and clause.capital(end) and clause.low[end] not in TIMES:
        end += 1
    following = clause.low[end] if end < len(clause) else "."
    return end if not is_word(following) or following in FRONTED or following in TIMES or following == "that" else None


def content_end(clause: Clause, start: int, cues: Sequence[Found], quotes: Sequence[Quote]) -> int:
    """Return where a content that begins at `start` ends: with its clause, or where a new voice speaks."""
    low, size = clause.low, len(clause)
    heads = {cue.first: cue for cue in cues if cue.form != "noun"}
    place = start
    while place < size:
        index = clause.quote[place]
        if index != -1:
            while place < size and clause.quote[place] == index:
                place += 1
            ended = quotes[index].inner.of(clause.text).rstrip()[-1:]
            if ended and ended in ",.?!" and not (place < size and low[place] in ("and", "or")):
                return place
            continue
        word = low[place]
        if word == ";":
            return place
        if word == "." and place + 1 >= size:
            return place
        if place > start and word in (",", "and", "but", "—", "–", "as") and _new_voice(clause, place, heads, start):
            return place
        place += 1
    while place > start + 1 and clause.quote[place - 1] == -1 and low[place - 1] in ".?!,":
        place -= 1
    return place


def _awaits_verb(clause: Clause, start: int, comma: int, cue: Found | None) -> bool:
    """Tell whether a comma ends the subject of what is said: "said [the envoy, Dr Roe, had told them to go]"."""
    helped = cue is not None and cue.form == "past" and cue.first < cue.head and not cue.passive
    return helped and clause.low[comma] == "," and not any(is_finite(clause, place) for place in range(start, comma))


def clause_end(clause: Clause, start: int, end: int) -> int:
    """
    Return where the clause of a noun ends: before the main verb ("the claim [that the levy is unlawful] surprised X").

    Every conjunction or relative pronoun awaits one finite verb; the first verb that nothing awaits is the main one.
    """
    low = clause.low
    awaited, weak = int(low[start] == "that"), False
    place = start + 1
    while place < end:
        word = low[place]
        if clause.quote[place] != -1 or word in SUBORDINATORS or word in ("and", "or", ",", ";", ":", "—", "–"):
            awaited += 1
        elif word in PRONOUNS and awaited == 0:
            awaited = 1  # "the process [he] was using"
        elif is_finite(clause, place) and low[place - 1] not in AUXILIARIES and not is_adverb(low[place - 1]):
            strong = word in AUXILIARIES or not word.endswith("ed")
            if awaited > 0 or (strong and weak):
                awaited, weak = max(0, awaited - 1), not strong
            elif strong or _governs(clause, place, end):
                return place
        place += 1
    return end


def _governs(clause: Clause, place: int, end: int) -> bool:
    """Tell whether a form in -ed has an object, as a finite verb would, and is no adjective before a noun."""
    low = clause.low
    if place + 1 >= end or "-" in low[place] or low[place - 1] in DETERMINERS or low[place - 1] in PREPOSITIONS:
        return False
    return low[place + 1] in DETERMINERS or clause.capital(place + 1)


def _new_voice(clause: Clause, place: int, heads: dict[int, Found], start: int) -> bool:
    low, size = clause.low, len(clause)
    if _awaits_verb(clause, start, place, heads.get(place + 1)):
        return False
    following = place + 1
    comma = low[place] == ","
    if following >= size:
        return True
    if comma and low[following] in _TURNS:
        return True
    if comma and low[following] in ("and", "or", "as"):
        following += 1
    if following >= size:
        return False
    cue = heads.get(following)
    if cue is not None:
        if cue.form == "preposition":
            return True
        if cue.form == "gerund":
            return comma and cue.strong
        return cue.form == "past" and not cue.passive
    # "..., he said" and "... and he added": a subject of at most six words, then a strong verb.
    for step in range(following + 1, min(size, following + 7)):
        if low[step] in ",;:" or clause.quote[step] != -1 or low[step] == "that":
            return False
        cue = heads.get(step)
        if cue is not None:
            # "Said [the union and the port had agreed]": so far there is but half a subject.
            half = not comma and cue.first < cue.head and not any(is_finite(clause, at) for at in range(start, place))
            return cue.strong and cue.form in ("past", "third") and not cue.passive and not half
    return False


def content_before(clause: Clause, floor: int, limit: int) -> Range | None:
    """Return the words from `floor` to the comma before `limit`, without the conjunction that leads them."""
    end = limit
    while end > floor and clause.low[end - 1] in ",—–" and clause.quote[end - 1] == -1:
        end -= 1
    first = floor
    while (
        first < end
        and clause.quote[first] == -1
        and (clause.low[first] in ("but", "and", "so", ",", ";", "still", "yet"))
    ):
        first += 1
    return (first, end) if end > first else None


def widen(clause: Clause, words: Range, quotes: Sequence[Quote]) -> Span:
    """Return the span of `words`, widened to the whole of any speech quote it begins or ends in."""
    first, end = words
    span = clause.cut(first, end)
    start, stop = span.start, span.end
    if clause.quote[first] != -1:
        start = min(start, quotes[clause.quote[first]].start)
    if clause.quote[end - 1] != -1:
        stop = max(stop, quotes[clause.quote[end - 1]].end)
    return Span(start, stop)


def is_leading(word: str) -> bool:
    """Tell whether `word` only links a sentence to the one before."""
    return word in LEADING or is_adverb(word)


def _after_comma(clause: Clause, place: int) -> int | None:
    """After "X said," speech follows at once ("said, “...”"), or after a setting ("said, at a rally, that")."""
    if place + 1 < len(clause) and clause.quote[place + 1] != -1:
        return place + 1
    for step in range(place + 1, min(len(clause), place + _LOOK_AHEAD)):
        if (
            clause.low[step] == ","
            and step + 1 < len(clause)
            and (clause.low[step + 1] == "that" or clause.quote[step + 1] != -1)
        ):
            return step + 1
        if clause.low[step] in ";:" or clause.quote[step] != -1:
            return None
    return None


def _beyond_setting(clause: Clause, place: int, cue: Found) -> int | None:
    """Skip "in a statement on Monday" after a cue; return `place` itself when the phrase is the content."""
    low, size = clause.low, len(clause)
    if cue.cue.lemma == "insist" and low[place] == "on" and low[place + 1 : place + 2] and low[place + 1] not in _DATED:
        return place + 1  # "insisted on [a truce and a swap]"
    for step in range(place + 1, min(size, place + _LOOK_AHEAD)):
        if low[step] == "that" and low[step - 1] not in PREPOSITIONS:
            return step
        if low[step] == "to" and cue.cue.infinitive and low[step - 1] in TIMES:
            return step  # "agreed on Thursday [to a truce]"
        if clause.quote[step] != -1:
            # A quoted term inside the phrase is no speech by itself.
            return step if low[step - 1] in (",", ":") or cue.strong else place
        if low[step] == ":":
            return step
        if (low[step] in ".;" and step + 1 >= size) or low[step] == ";":
            break
    if not cue.strong:
        return place
    for step in range(place + 2, min(size, place + _LOOK_AHEAD)):
        if low[step] in (",", ";") or (low[step] == "." and step + 1 >= size):
            return step
        if low[step] in PRONOUNS or (
            low[step] in DETERMINERS and low[step - 1] not in PREPOSITIONS and is_word(low[step - 1])
        ):
            return step
        if clause.capital(step) and low[step - 1] in TIMES and low[step] not in TIMES:
            return step
    return None
