"""Headlines set somebody's words against a scene of the paper's own: "Roe vows to stay as strike goes on"."""

from bisect import bisect_left

from crosswire.model import Span
from crosswire.read.attribution_draft import Draft
from crosswire.read.attribution_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, Clause
from crosswire.text.verbs import lemma_of

# "As far as", "as part of", "as soon as": no clause of the paper's follows.
_IDIOMS = frozenset("far long soon well much many good part early late if though to of such".split())
# A subject and its verb, and the verb's third word: "strike goes on".
_FEWEST = 3
_AFTER_BARE_VERB = PREPOSITIONS | DETERMINERS | {"without", "amid"}


def cut_scene(draft: Draft) -> None:
    """Take the scene out of what somebody is said to have said, in a headline's draft."""
    clause = draft.clause
    if draft.cue_span is None or not draft.contents or clause.text[clause.span.end - 1] in '.?!"”':
        return
    last = draft.contents[-1]
    if last.start < draft.cue_span.end or last.end < clause.span.end - 1:
        return
    first = bisect_left(clause.starts, last.start)
    for place in range(first + 2, len(clause) - _FEWEST):
        if clause.low[place] == "as" and clause.quote[place] == -1 and _is_scene(clause, place + 1):
            draft.contents[-1] = Span(last.start, clause.ends[place - 1])
            return


def _is_scene(clause: Clause, start: int) -> bool:
    """Tell whether a subject with its verb follows: no "as a threat", no "as far as", nobody's "as he sees it"."""
    low = clause.low
    if low[start] in _IDIOMS or low[start] in PRONOUNS or low[start] in ("a", "an"):
        return False
    if max(clause.quote[start:], default=-1) != -1:
        return False
    return any(_is_verb(clause, place) for place in range(start + 1, len(clause)))


def _is_verb(clause: Clause, place: int) -> bool:
    low = clause.low
    word, before = low[place], low[place - 1]
    following = low[place + 1] if place + 1 < len(clause) else ""
    if before in DETERMINERS or before in PREPOSITIONS:
        return False
    if word in AUXILIARIES or (lemma_of(word) is not None and not word.endswith("ing")):
        return True
    if before.endswith("s"):
        # A plural takes the bare form: "talks end without", "rebels near the port".
        return word.isalpha() and not word.endswith("s") and following in _AFTER_BARE_VERB
    return word.endswith("s") and not word.endswith("ss") and (following in _AFTER_BARE_VERB or not following)
