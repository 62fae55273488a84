"""Headlines set somebody's words against a scene of the paper's own: "Roe vows to stay as strike goes on"."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from crosswire.model import Attribution, Span
from crosswire.read.attribution_cast import Cast
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


def without_topics(text: str, found: Sequence[Attribution], paragraphs: Sequence[int], cast: Cast) -> list[Attribution]:
    """
    Return the attributions without a headline's topic: "Oria: Ward must be searched", where nobody of Oria speaks.

    Agencies and campaigners head their pages by country; a paper sets who says it before the colon.
    """
    body = [one for one in found if paragraphs[one.sentence]]
    speaking = {_side(one.speaker, cast) for one in body if one.speaker}
    return [one for one in found if not body or paragraphs[one.sentence] or not _is_topic(text, one, speaking, cast)]


def _is_topic(text: str, one: Attribution, speaking: Set[str | None], cast: Cast) -> bool:
    actor = cast.actors.get(one.speaker or "")
    colon = one.cue is not None and one.cue.of(text) == ":"
    return colon and actor is not None and actor.kind == "state" and _side(actor.id, cast) not in speaking


def _side(speaker: str | None, cast: Cast) -> str | None:
    actor = cast.actors.get(speaker or "")
    return (actor.party or actor.id) if actor else None


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
