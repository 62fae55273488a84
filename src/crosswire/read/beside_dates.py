"""Dates that stand beside what a sentence tells: of a clause within it, of a thing it names, of a comparison."""

import datetime as dt
from collections.abc import Callable, Sequence

from crosswire.model import Span, Time
from crosswire.read.grammar import AUXILIARIES, BE, DETERMINERS, HAVE, PREPOSITIONS, RELATIVES, SUBORDINATORS, is_adverb
from crosswire.read.subject_dates import is_bare, is_in_subject, is_of_a_deed, is_of_intent, is_past_form
from crosswire.read.words import Words
from crosswire.text.verbs import lemma_of

# A pronoun that opens a clause of its own without a relative, unless these stand before it.
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_TELLING = frozenset(
    "said says that and but or told added so claims believes insists denies confirms thinks argues warns hopes knows "
    "adds feels fears i you".split()
)
# How far from a date the clause or the noun may open that it belongs to.
_FAR = 25
_AND = frozenset({"and", "or"})
# What agreements, votes and papers had done to them, before the day of that: "the deal signed in May".
_DONE_TO = frozenset(
    "reached signed agreed announced brokered struck concluded adopted approved passed imposed launched issued "
    "published presented proposed formed drafted negotiated established unveiled filed lodged ratified endorsed sealed "
    "aimed delayed introduced enacted arrested detained captured seized kidnapped jailed".split()
)
# "Results of the elections in March": what is told of them may be of any day.
_ASPECTS = frozenset(
    "result results outcome terms text details legitimacy anniversary wording spirit recognition aftermath victims "
    "conclusions provisions winner winners repeat".split()
)
# What one is blamed or praised by, and what had only been hoped for.
_JUDGING = (
    "criticis",
    "criticiz",
    "condemn",
    "blame",
    "blaming",
    "prais",
    "thank",
    "rebuk",
    "denounc",
    "attack",
    "jail",
)
# Who speaks of a thing, or keeps its day, does so on another day than the thing's; his own day stands beside the verb.
_REMARKING = frozenset(
    "pointed pointing referred referring cited citing recalled recalling hailed hailing marking commemorating "
    "celebrating likened condemning denouncing criticising criticizing praising welcoming preceding surrounding "
    "concerning regarding".split()
)
_OF_TIME = frozenset("on in last this yesterday today earlier late early".split())
_HOPED = frozenset("hoped hoping expected intended planned".split())
# What is so ahead of its day need not have come by it: "is expected in Lima today", "was due to speak on Friday".
_AHEAD = frozenset("expected due scheduled slated supposed hoping planned planning to".split())
_LOOKS_AHEAD = frozenset("expects expect hopes hope plans plan intends intend aims aim".split())
_WITHIN = frozenset({"in", "at", "during"})
_WOULD = frozenset({"would", "will"})
_NOT_COME = frozenset({"not", "never", "failed"})
_LIKE = frozenset({"than", "from", "against"})
_SUPERLATIVES = frozenset("first most worst best only least last".split())
# How long what is put in behind a relative may be.
_INSERTED = 12
_MONTHLY = frozenset({"month", "season", "quarter", "year", "years"})
# "The October 7 attack" told of months later: what is told of it is not of that day.
_LONG_AGO = 125


def is_beside(words: Words, time: Time, holder: Span, *, published: dt.date | None = None) -> bool:
    """Tell whether a date stands beside what the words of `holder` tell."""
    place, start, after = words.at(time.span.start), words.at(holder.start), words.at(time.span.end)
    if time.days is not None and time.precision in _MONTHLY:
        return True  # "have halved in the last six months"
    if any(rule(words.low, place, start) for rule in _RULES):
        return True
    if _names_a_thing(words, time, place, published):
        return True
    reached = published is not None and time.start is not None and time.start <= published
    if reached and (_is_planned(words.low, place, start) or is_of_intent(words.low, place, start)):
        return True
    if _of_something_done(words.low, place, start, after) or is_in_subject(words.low, place, start, after):
        return True
    if is_of_a_deed(words.low, place, start, after):
        return True
    # "In a ballot that closed on Friday, most voted for it": what is told was done in what was that day.
    scene = words.low[start] in _WITHIN and words.low[after : after + 1] == [","] and "," not in words.low[start:place]
    return not scene and _in_side_clause(words.low, place, start)


def is_anothers(words: Words, time: Time, start: int) -> bool:
    """Tell whether a date beside the word of a deed is of a thing it owns or of a clause within: "Sunday's raid"."""
    place, after = words.at(time.span.start), words.at(time.span.end)
    return words.low[after : after + 1] == ["'s"] or _in_side_clause(words.low, place, words.at(start))


def is_embedded(words: Words, source: Span | None) -> bool:
    """Tell whether a voice speaks within a relative clause: "the town where Arland says two men died on Monday"."""
    if source is None:
        return False
    at = words.at(source.start) - 1
    if words.low[max(0, at - 1) : at + 1] == ["according", "to"]:
        at -= 2
    at -= at > 0 and words.low[at] == ","
    return at > 0 and (words.low[at] in RELATIVES or words.low[at] == "where")


def _is_bracketed(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a date stands in brackets: "two rounds (16 May and 2 June)"."""
    for step in range(place - 1, max(start, place - 8) - 1, -1):
        if low[step] in ("(", ")"):
            return low[step] == "("
    return False


def _is_compared(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a date is of what something is compared with: "down from 68% in March", "than those last May"."""
    near = low[max(start, place - 6) : place]
    at = next((at for at in range(len(near) - 1, -1, -1) if near[at] in _LIKE), None)
    if at is None:
        first, superlative = low[max(start, place - 1) : place], low[max(start, place - 7) : place]
        # "For the first time in two days" looks back over them.
        return first == ["in"] and low[place + 1 : place + 2] in (["days"], ["weeks"]) and _is_most(superlative)
    between = near[at + 1 :]
    if near[at] == "than":
        return len(between) < 3
    return "to" not in between and any(word[:1].isdigit() for word in between)


def _is_most(near: Sequence[str]) -> bool:
    return any(word in _SUPERLATIVES or (word.endswith("est") and len(word) > 5) for word in near)


def _of_an_aspect(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a date is of the thing that an aspect is told of: "the results of the elections in March"."""
    for step in range(place - 1, max(start, place - 14) - 1, -1):
        if low[step] in _ASPECTS and low[step + 1 : step + 2] == ["of"]:
            return True
        if low[step] in {",", ";"} or low[step] in AUXILIARIES or is_past_form(low[step]):
            return False
    return False


def _is_for(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a date is of what somebody is blamed or praised for: "for calling off a meeting on Saturday"."""
    for step in range(place - 2, max(start, place - 9) - 1, -1):
        if low[step] in {",", ";"} or low[step] in AUXILIARIES:
            return False
        if low[step] == "for" and low[step + 1].endswith("ing") and len(low[step + 1]) > 5:
            return any(word.startswith(_JUDGING) for word in low[max(0, step - 7) : step])
    return False


def _is_remarked(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a date is of what is only spoken of, behind the verb or within it: "pointed to a pact of May"."""
    for step in range(place - 1, max(0, min(start - 3, place), place - 14) - 1, -1):
        if _last(low[step]) in _REMARKING:
            return step + 1 < place and low[step + 1] not in _OF_TIME
        if low[step] in {",", ";", "."} or low[step] in AUXILIARIES or is_past_form(low[step]):
            return False
    return False


def _is_hoped(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a date is of what had been hoped for and need not have come: "had hoped to vote by Monday"."""
    for step in range(place - 1, max(start, place - 14) - 1, -1):
        if low[step] in _HOPED:
            return "had" in low[max(0, step - 2) : step]
        if low[step] == ";" or (is_past_form(low[step]) and low[step] not in AUXILIARIES):
            return False
    return False


def _is_planned(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a day that has come is one that something is told to be, or to have been, ahead for."""
    for step in range(place - 1, max(start, place - 14) - 1, -1):
        word = low[step]
        if word in _AHEAD and step > start and not _is_not(low, step):
            at = step - 1 if not is_adverb(low[step - 1]) else step - 2
            if low[at] in BE and (word != "to" or step + 1 < place):
                return True
        if step > start and (word in _WOULD or (word in _LOOKS_AHEAD and low[step + 1] == "to")):
            return True
        if word in {";", ","} or (is_past_form(word) and word not in AUXILIARIES | _AHEAD):
            return False
    return False


def _is_not(low: Sequence[str], step: int) -> bool:
    """Tell whether the rest of a sentence says that it did not come: "were to start, but have not"."""
    rest = low[step : step + _FAR]
    stop = next((at for at, word in enumerate(rest) if word == "."), len(rest))
    return not _NOT_COME.isdisjoint(rest[:stop])


_RULES: tuple[Callable[[Sequence[str], int, int], bool], ...] = (
    _is_bracketed,
    _is_compared,
    _of_an_aspect,
    _is_for,
    _is_hoped,
    _is_remarked,
)


def _names_a_thing(words: Words, time: Time, place: int, published: dt.date | None) -> bool:
    """Tell whether a date is part of a thing's name: "the January accord", "since the March 29 vote"."""
    low, after = words.low, words.at(time.span.end)
    before = low[place - 1] if place else ""
    following = low[after] if after < len(low) else ""
    if before not in DETERMINERS - {"last", "next", "first", "second", "third", "latest"} or not following.isalpha():
        return False
    if following in PREPOSITIONS | AUXILIARIES | SUBORDINATORS | RELATIVES | _AND or is_past_form(following):
        return False
    if time.precision in _MONTHLY:
        return True
    old = published is not None and time.end is not None and (published - time.end).days > _LONG_AGO
    return old or (place > 1 and low[place - 2] in {"of", "from", "since", "under", "with"})


def _of_something_done(low: Sequence[str], place: int, start: int, after: int) -> bool:
    """Tell whether a date is of what was done to a thing, behind what is told: "broke the accord reached in May"."""
    for step in range(place - 1, max(start, place - 12) - 1, -1):
        word = low[step]
        if word in {",", ";"} or word in AUXILIARIES:
            return False
        if word in _DONE_TO and step > start and (step + 1 == place or low[step + 1] in PREPOSITIONS):
            before = low[step - 1]
            apposed = before == "," and step > start + 1
            if apposed:
                before = low[step - 2]
            named = before.isalnum() and before not in AUXILIARIES | _AND | _PRONOUNS | {"not", "to"}
            told = any(one in AUXILIARIES or is_past_form(one) for one in low[start : step - 1])
            told = told or _is_object(low, step - 1, start)
            told = told or (_goes_on(low, after, comma=apposed) and not (apposed and is_bare(low[start : step - 1])))
            return named and not is_adverb(before) and told
        if is_past_form(word):
            return False
    return False


def _is_object(low: Sequence[str], noun: int, start: int) -> bool:
    """Tell whether a noun has its verb or preposition before it: "rejects the plan", and not "said the sides"."""
    for step in range(noun, max(start, noun - 5) - 1, -1):
        if low[step] in DETERMINERS and low[step - 1] not in DETERMINERS:
            before = low[step - 1] if step else ""
            return before.isalpha() and before not in _TELLING | SUBORDINATORS | RELATIVES
        if low[step] in AUXILIARIES | PREPOSITIONS or not low[step].replace("-", "").isalpha():
            return False
    return False


def _goes_on(low: Sequence[str], after: int, *, comma: bool) -> bool:
    """Tell whether the verb of what is told stands right after a date: "the men seized on Friday were freed"."""
    if comma:
        near = low[after : after + 5]
        return near[:1] == [","] and any(one in AUXILIARIES or is_past_form(one) for one in near[1:4])
    return low[after : after + 1] != [] and low[after] in AUXILIARIES


def _last(word: str) -> str:
    """Return the last part of words that a dash without blanks was read with: "failure-referring"."""
    return word.rsplit("-", 1)[-1]


def _in_side_clause(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a relative or adverbial clause has been opened and not closed before `place`."""
    listed = False
    for step in range(place - 1, max(start, place - _FAR) - 1, -1):
        word = low[step]
        if word in {";", "—", "–"}:
            return False
        if word == "," and _is_insertion(low, step, start):
            return True
        if word == ",":
            # "Where rebels caught, beat and killed him last month": one verb after another in one clause.
            listed = listed or not _AND.isdisjoint(low[step + 1 : place])
            if not listed or not is_past_form(low[step + 1]):
                return False
        if word in _PRONOUNS and step > start + 1 and low[step - 1].isalpha():
            # "Observers it had refused on 8 May", "a deal it agreed in May"; "he said it had ..." opens what is told.
            if low[step + 1] in HAVE:
                return low[step - 1] not in _TELLING
            if is_past_form(low[step + 1]) and not is_past_form(low[step - 1]):
                return low[step - 1] not in _TELLING
        if word == "when" and low[step - 1] != ",":
            return False  # "was hurt when a bridge fell on Monday": one and the same day
        if word in {"after", "before"} and low[step + 1][:1].isdigit():
            continue  # "after 10 p.m."
        if _last(word) in RELATIVES or (word in SUBORDINATORS and word not in {"as", "once", "amid"}):
            return not listed or _has_verb(low, step)
        if word == "that" and step > start and _opens_relative(low, step):
            return not listed
    return False


def _is_insertion(low: Sequence[str], comma: int, start: int) -> bool:
    """Tell whether a comma closes what was put in right behind a relative: "talks which, he said, ended on Monday"."""
    for step in range(comma - 1, max(start, comma - _INSERTED) - 1, -1):
        if low[step] == ",":
            return step > start and low[step - 1] in RELATIVES
    return False


def _has_verb(low: Sequence[str], stop: int) -> bool:
    """Tell whether a verb stands before a place in its sentence, in what is told or in how it is told."""
    for step in range(stop - 1, max(0, stop - _FAR) - 1, -1):
        if low[step] == ".":
            return False
        if low[step] in AUXILIARIES or is_past_form(low[step]):
            return True
    return False


def _opens_relative(low: Sequence[str], step: int) -> bool:
    """Tell whether "that" stands between a noun and its own verb: "the pact that brought an end", not "said that"."""
    before = low[step - 1] if low[step - 1] != "," else low[step - 2]
    if not before.isalpha() or before in AUXILIARIES or is_past_form(before) or before in _TELLING:
        return False
    after = step + 1
    while after < len(low) and is_adverb(low[after]):
        after += 1
    # "Police that beat protesters": some verbs look alike in the present and the past.
    return after < len(low) and (
        low[after] in AUXILIARIES or lemma_of(low[after]) is not None or is_past_form(low[after])
    )
