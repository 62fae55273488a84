"""How far a claim still tells how things stand: news fades, what was awaited is overtaken, a judgement is no news."""

import datetime as dt
import math
import re

from crosswire.assess.desk import Desk
from crosswire.assess.onlookers import onlookers_of, only_judges
from crosswire.model import Claim, Statement
from crosswire.text.verbs import irregular_pasts, lemma_of

# News is worth half after this share of the days that the reports span, and never less than the least.
_HALF_LIFE, _LEAST_DAYS = 1 / 6, 3
_LEAST = 0.1
# ... and so is what an undated report tells.
_UNDATED = 0.5
# What a claim is worth that awaits a day which has passed, and one that looks back on what was news long before it.
_OVERTAKEN, _LOOKING_BACK = 0.25, 0.5
# What a deed is worth that was done on the days of its report, and the days that make it so.
_DEED, _OF_THE_DAY = 2.0, 3
_BACK = 10
# What a report's own judgement is worth beside what it tells of somebody's word or deed.
_JUDGEMENT = 0.35
# Words by which what is told is still to come.
_AWAITED = re.compile(
    r"\b(?:(?:is|are|was|were|be|being) (?:\w+ly )?(?:expected|due|set|scheduled|poised|likely|about|slated|ready) to"
    r"|(?:is|are|was|were) to [a-z]+|will|would|ahead of|hopes? (?:to|that|of)|prepar(?:es?|ing) (?:to|for)"
    r"|(?:expected|scheduled|planned|due) (?:on|for|in|at|to|this|next|today|tomorrow|later))\b"
)
_WORDS = re.compile(r"[\w'’-]+|,|[–—;:(]")
_LEANING = frozenset(
    "after although as at before by despite during for from given if in of on once since that though to under until "
    "unless when where whether while with without".split()
)
_RELATIVE = frozenset({"who", "which", "that", "whose", "where", "when"})
_BE = frozenset({"is", "are", "was", "were", "remains", "remain", "seems", "seem", "looks", "appears"})
_MODAL = frozenset({"could", "would", "may", "might", "should", "must", "can", "cannot"})
_BETWEEN = frozenset("not also now still being been even then again soon".split())
_PERFECT = frozenset({"has", "have", "had", "did"})


class News:
    """The worth of claims as news at a desk's date."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        dates = [one.published for one in desk.dossier.articles if one.published]
        span = (max(dates) - min(dates)).days if dates else 0
        self._half_life = max(_LEAST_DAYS, span * _HALF_LIFE)
        self._onlookers = onlookers_of(desk.packs.lexicon)

    def standing(self, claim: Claim) -> float:
        """Return what a claim is worth whatever its age: less if overtaken, told in retrospect, or a mere judgement."""
        lead = self._desk.statements[claim.lead]
        # A columnist's judgement is what a column is read for.
        told = not lead.opinion and self._desk.articles[lead.article].genre not in ("opinion", "analysis")
        judged = told and lead.mode == "narrated" and judges(lead.evidence.quote)
        judged = judged or (told and only_judges(lead) and self._looks_on(lead))
        back = _days_back(claim, lead)
        looking_back = _LOOKING_BACK if back is not None and back > _BACK else 1.0
        return self._overtaken(claim, lead) * looking_back * (_JUDGEMENT if judged else 1.0)

    def _looks_on(self, lead: Statement) -> bool:
        return self._onlookers.is_one(self._desk.actors.get(lead.speaker or ""), lead.unnamed)

    def freshness(self, claim: Claim, latest: dt.date | None) -> float:
        """Return what a claim is worth by its age at a day: 1 for what is told then, more for a deed just done."""
        if latest is None:
            return 1.0
        if claim.last is None:
            return _UNDATED
        age = max(0, (latest - claim.last).days)
        worth = max(_LEAST, math.exp2(-age / self._half_life))
        back = _days_back(claim, self._desk.statements[claim.lead])
        return worth * (_DEED if back is not None and 0 <= back <= _OF_THE_DAY else 1.0)

    def _overtaken(self, claim: Claim, lead: Statement) -> float:
        """Return less than 1 for what awaits a day that is past."""
        if claim.realis != "future" and not _AWAITED.search(lead.evidence.quote):
            return 1.0
        day, as_of = lead.event_date or claim.when, self._desk.as_of
        if day is None or as_of is None or claim.first is None or any(one.last > as_of for one in lead.times):
            return 1.0
        return _OVERTAKEN if claim.first <= day.last < as_of else 1.0


def judges(sentence: str) -> bool:
    """
    Tell whether a sentence says how something is or could be, and not what somebody did or is doing.

    >>> judges("The truce is the easy part."), judges("The truce is holding."), judges("Both sides signed it.")
    (True, False, False)
    """
    words = _WORDS.findall(sentence)
    if words[:1] and words[0].lower() in ("and", "but", "so", "yet"):
        words = words[1:]
    low = [word.lower() for word in words]
    at = low.index(",") + 1 if low and low[0] in _LEANING and "," in low else 0
    inside = False
    while at < len(low):
        word = low[at]
        if word in _RELATIVE and at:
            inside = True
        elif word == ",":
            inside = False
        elif not inside and word in _MODAL and words[at].islower():
            return True
        elif not inside and (word in _BE or (word == "be" and low[at - 1] in ("will", "be"))):
            return not _goes_on(low[at + 1 :])
        elif not inside and word in _PERFECT and "been" in low[at + 1 : at + 3]:
            return not _goes_on(low[low.index("been", at) + 1 :])
        elif not inside and words[at].islower() and _is_done(low, at):
            return False
        at += 1
    return False


def _goes_on(after: list[str]) -> bool:
    """Tell whether a form of "be" carries a verb: "is holding", "were later freed", "is to meet"."""
    for word in after[:3]:
        if word.endswith("ly") or word in _BETWEEN:
            continue
        return word.endswith(("ed", "ing", "en")) or word == "to" or lemma_of(word) is not None
    return False


def _is_done(low: list[str], at: int) -> bool:
    """Tell whether a word is a verb of what was done: "signed", "has met"; not a participle: ", agreed last week,"."""
    word, before = low[at], low[at - 1] if at else ","
    if word in _PERFECT:
        return True
    if word in irregular_pasts():
        return True
    past = word.endswith("ed") or lemma_of(word) is not None
    opens = before == "," and "," not in low[: at - 1]
    return past and not opens and before not in ("a", "an", "the", "of", "by", "in", "to")


def _days_back(claim: Claim, lead: Statement) -> int | None:
    """Return how many days before its first report a thing was done; None for what is undated or still to come."""
    day = lead.event_date
    return None if day is None or claim.first is None or claim.realis == "future" else (claim.first - day.last).days
