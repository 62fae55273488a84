"""Dates within a subject: of what was done to it, of what it is for, of who did it; the verb comes behind them."""

from collections.abc import Sequence

from crosswire.read.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_adverb
from crosswire.text.verbs import lemma_of

_AND = frozenset({"and", "or"})
_PRONOUNS = frozenset({"it", "he", "she", "they"})
# Behind a date these describe and are no verb of the clause: "died on Monday aged 90".
_NEVER_FINITE = frozenset("aged based armed united".split())
# Participles that look like the bare verb: "proposals put forward on Monday".
_ALIKE = frozenset("put set shut hurt cast".split())
# What no participle describes, and what no present participle has for its object.
_NO_NOUN = AUXILIARIES | _AND | _PRONOUNS | DETERMINERS | PREPOSITIONS | {"not", "to", "that"}
_NO_OBJECT = PREPOSITIONS | AUXILIARIES | _AND | {"of", "to", "on", "in", "at"}
_OPENS_NOUN = frozenset("a an the its his her their".split())
# Words from a comma to the date that are no noun phrase yet: ", the day after".
_APPOSED = 3
# Nouns of what is meant to be done: its day may have come without it.
_INTENTS = frozenset(
    "decision decisions plan plans proposal proposals intention intentions call calls offer offers promise promises "
    "pledge threat threats request demand demands".split()
)


def is_in_subject(low: Sequence[str], place: int, start: int, after: int) -> bool:
    """
    Tell whether a date stands within a subject, beside the word of something else: the verb comes behind it.

    "The men freed on Friday have left", "the notice of a strike, handed in on Friday, stands", "the square, the site
    of clashes last week, was calm", "the riots preceding the vote on Friday led him to withdraw".
    """
    dash = low[after : after + 1] in ([","], ["-"], ["–"], ["—"])
    following = [word for word in low[after + dash : after + dash + 3] if not is_adverb(word)]
    verb, behind = (*following, "", "")[:2]
    finite = verb in AUXILIARIES or (is_past_form(verb) and verb not in _NEVER_FINITE and behind != "by")
    for step in range(place - 1, max(start, place - 18), -1):
        word, before = low[step], low[step - 1]
        if word == ";" or (word in AUXILIARIES and word != "'s"):
            return False
        if word == ",":
            return dash and step > start + 1 and _is_apposed(low, step, place, start, finite=finite)
        if before == ",":
            continue
        done, doing = is_past_form(word) or word in _ALIKE, word.endswith("ing") and len(word) > 5
        named = before.isalnum() and before not in _NO_NOUN and not is_adverb(before)
        if done:
            return finite and named and not is_past_form(before)
        if doing and finite and named and low[step + 1] not in _NO_OBJECT and not low[step + 1][:1].isdigit():
            return step + 1 < place
    return False


def _is_apposed(low: Sequence[str], comma: int, place: int, start: int, *, finite: bool) -> bool:
    """Tell whether what a comma opens before a date only describes the subject, of which nothing is told before."""
    if any(word != "'s" and (word in AUXILIARIES or is_past_form(word)) for word in low[start:comma]):
        return False
    first = low[comma + 1]
    if is_past_form(first):
        return not is_bare(low[start:comma])
    return finite and first in _OPENS_NOUN and place - comma > _APPOSED


def is_of_a_deed(low: Sequence[str], place: int, start: int, after: int) -> bool:
    """Tell whether a date is of a noun and its doer, before any verb: "replying to charges last week by Roe"."""
    if low[after : after + 1] != ["by"] or place - 1 <= start:
        return False
    for step in range(place - 1, start - 1, -1):
        if low[step] == ",":
            return False
        if (low[step] in AUXILIARIES and low[step] != "'s") or is_past_form(low[step]):
            return False
    return True


def is_of_intent(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a date is of what a plan or a decision is for: "the decision to reopen on Monday was dropped"."""
    for step in range(place - 2, max(start, place - 9), -1):
        if low[step] == "to" and low[step - 1] in _INTENTS:
            return low[step + 1] not in DETERMINERS
        if low[step] in {",", ";"} or low[step] in AUXILIARIES or is_past_form(low[step]):
            return False
    return False


def is_bare(subject: Sequence[str]) -> bool:
    """Tell whether a subject is one thing alone: "the truce, agreed on 8 May, began" tells of both days."""
    return (PREPOSITIONS | {"of"}).isdisjoint(subject) and not subject[-1].isdigit()


def is_past_form(word: str) -> bool:
    """Tell whether a word looks like a verb in the past or a participle."""
    if word.endswith("ed"):
        return len(word) > 4 and word not in {"hundred", "united", "indeed"}
    lemma = lemma_of(word)
    return lemma is not None and lemma != word
