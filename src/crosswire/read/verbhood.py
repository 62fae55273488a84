"""Whether a word that may be a noun or a verb ("strikes", "demand", "offer") stands as a verb."""

from crosswire.read.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
)
from crosswire.read.words import Words

_AFTER_VERB = frozenset(
    "the a an that his her its their our my to on for against with him them it us you all any what how whether".split()
)
# Past forms that are nouns as well ("a long shot", "a hit"): verbs only before an object.
_NOUN_TOO = frozenset({"shot", "hit", "beat", "storm", "cut", "set", "put", "quit"})
_NOUN_OBJECTS = frozenset(
    "two three four five six seven eight nine ten several many dozens dead down back out civilians".split()
)
_VERB_BEFORE = SUBJECT_PRONOUNS | frozenset("to which that 't not never do does did didn".split())
# Subjects of several whose form does not show it, and verbs of bargaining whose forms no noun shares: whatever
# follows is what they are on ("wants oil", "seek 75").
_PLURALS = frozenset({"both", "many", "some", "people", "who", "police", "and"})
ONLY_VERBS = frozenset(
    str.split("""
    want wants seek seeks refuses reject rejects accept accepts agree agrees insist insists propose proposes oppose
    opposes require requires resist resists deny denies admit admits dismiss concede concedes undertake undertakes
    """)
)
# Participles that look like their base: "has come out against".
_ALL = frozenset({"both", "all"})
_SAME_AS_BASE = frozenset({"come", "become", "overcome", "run"})
# Endings of adjectives: "new" is a determiner in grammar.py, "diplomatic offers" ends like this.
_ADJECTIVE = ("ous", "ful", "ive", "ical", "tic", "ary", "ble", "less", "ian", "ish", "ese", "al")


def is_verb(words: Words, place: int, form: str, start: int) -> bool:
    """
    Tell whether the word at `place`, a possible verb `form`, is one here; `start` is the sentence's first word.

    Sentence grammar by neighbours only: enough for headline and news English, and linear.
    """
    low = words.low
    before = _before(low, place, start)
    if form == "gerund":
        return _gerund(low, place, before)
    if form in ("past", "participle"):
        return _past(words, place, before)
    return _present(words, place, before, form, start)


def _before(low: list[str], place: int, start: int) -> str:
    step = place - 1
    while step >= start and is_adverb(low[step]):
        step -= 1
    return low[step] if step >= start else ""


def _gerund(low: list[str], place: int, before: str) -> bool:
    following = low[place + 1] if place + 1 < len(low) else ""
    return before not in DETERMINERS and following != "of"


def _past(words: Words, place: int, before: str) -> bool:
    low = words.low
    if before in DETERMINERS and before not in {"that", "this", "all", "both", "each", "'s"}:
        return False
    if before.endswith("ing") and before not in {"morning", "evening", "meeting", "king"}:
        # "allowing convicted felons to vote": a participle as an adjective.
        return False
    if before == "'s" or before in PREPOSITIONS - {"than", "as", "like", "since", "after", "before"}:
        # "in captured villages"; but "Russia's rejected" never stands for "has rejected" in print.
        return False
    following = low[place + 1] if place + 1 < len(low) else ""
    if low[place] in _NOUN_TOO and not (following in _AFTER_VERB or following.isdigit() or following in _NOUN_OBJECTS):
        if low[place] == "put" and following == "forward":
            # What is put forward is new: "put forward the plan" speaks of one that is known.
            return low[place + 2 : place + 3] != ["the"]
        # A name or an adjective made from one may be the object too: "hit Arland".
        return place + 1 < len(low) and words.owner[place + 1] >= 0
    # "of fired officers": a participle between "of" and a noun.
    return not (before == "of" and following.isalpha())


def _present(words: Words, place: int, before: str, form: str, start: int) -> bool:
    low = words.low
    if before in _VERB_BEFORE or before in MODALS:
        return not (before == "that" and form == "base")
    if (before in HAVE and low[place] in _SAME_AS_BASE) or (before in _ALL and low[place] in ONLY_VERBS):
        return True
    # "St Anne's wants more": the possessive is part of the name.
    named = before == "'s" and words.owner[place - 1] >= 0 and low[place - 1] == before
    if not named and (before in DETERMINERS or before in POSSESSIVES or before in PREPOSITIONS or before in BE | HAVE):
        return False
    if before == "of" or before.isdigit() or before in AUXILIARIES:
        return False
    if not before or not before[0].isalnum():
        return _imperative(low, place, before)
    only = low[place] in ONLY_VERBS
    if form == "base":
        return _agrees(words, place, before) or (only and _is_many(words, place, before))
    if only:
        return True
    if before.endswith(_ADJECTIVE) and words.owner[place - 1] < 0:
        return False
    following = low[place + 1] if place + 1 < len(low) else ""
    named = place + 1 < len(low) and words.owner[place + 1] >= 0
    return following in _AFTER_VERB or named or words.owner[place - 1] >= 0 or following.endswith("ing")


def _agrees(words: Words, place: int, before: str) -> bool:
    """Tell whether a base form follows a plural subject ("officials urge") or a verb it is joined to ("and attack")."""
    low = words.low
    following = low[place + 1] if place + 1 < len(low) else ""
    if following == "again" and place + 2 < len(low):
        # "the envoys meet again on Friday"
        following = low[place + 2]
    # "talks end without a deal"
    takes = following in _AFTER_VERB or following == "without" or (place + 1 < len(low) and words.owner[place + 1] >= 0)
    plural = before.endswith("s") and not before.endswith("ss")
    return takes and (plural or before in {"and", "or"} or words.owner[place - 1] >= 0)


def _is_many(words: Words, place: int, before: str) -> bool:
    """Tell whether the subject before a verb is several: "the guards", "both", "Arland and Borland"."""
    plural = before.endswith("s") and not before.endswith("ss")
    return plural or before in _PLURALS or words.owner[place - 1] >= 0


def _imperative(low: list[str], place: int, before: str) -> bool:
    following = low[place + 1] if place + 1 < len(low) else ""
    return bool(before in {",", ""} and following in _AFTER_VERB and place > 0 and before == ",")
