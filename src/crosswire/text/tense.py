"""Which way a clause looks in time, from the verb nearest to a time expression."""

import re
from typing import Literal

from crosswire.text.verbs import lemma_of

Direction = Literal["future", "past"]

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[;:]")
_FUTURE = frozenset(
    str.split("""
    will would shall may might can could must should won't wouldn't upcoming scheduled due expected planned plans
    plan set slated tentatively intends intend hopes hope expects expect aims aim coming starting
    brace braces braced bracing beginning deadline ahead tomorrow pending next forthcoming
    i'll we'll he'll she'll they'll it'll you'll 'll
    """)
)
_PAST = frozenset(
    str.split("""
    said told was were had did wrote tweeted since last ago earlier yesterday been has have having after wasn't
    weren't didn't hadn't
    """)
)
_NOT_PAST = frozenset(
    str.split("need indeed speed feed seed hundred united red bed wed alleged led-by agreed-upon proposed")
)
# "Put off until Monday" looks ahead; "lasted until Monday" does not.
_PUT_OFF = frozenset(
    str.split("postponed extended delayed adjourned deferred recessed given gave suspended put has have")
)
_ORDERED = frozenset("told tell asked ask ordered urged called invited instructed directed advised".split())
# What holds now "until Monday" holds until the one to come.
_HOLDS = frozenset("is are remain remains stay stays run runs last lasts continue continues".split())
# "Had been due on Monday": it did not come to it.
_DUE = frozenset("expected due scheduled planned supposed".split())
# Who wished to do a thing on a day had the day ahead: "wanted to see them back on Monday".
_WISHED = frozenset("wanted wants want hoped wished".split())
_MODALS = frozenset("will would should could may might must".split())
_REPORTING = frozenset("said says say saying told tells warned warns added reported stated".split())
_DONE_ON_DAYS = frozenset("be have hold meet return start begin take vote visit resume".split())
# A relative clause has its own verb, and these verbs look alike in the past: "put a plan on Monday that would ...".
_NOT_A_VERB = frozenset("to will would can could may might must shall should the a an its his her their".split())
# "A plan for both sides to sign on Monday", but "it was hard for them to sign on Monday".
_FOR_WHOM, _JUDGED = 5, frozenset("was were been it's is first time".split())
_BOUND = frozenset("agreed promised pledged vowed decided threatened offered voted undertook arranged".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CALLED = frozenset("called announced threatened".split())
# Who "has convened" one of these has it ahead.
_CONVENED = frozenset("convened called summoned scheduled".split())
_MEETINGS = frozenset("meeting summit session conference talks hearing election elections vote strike".split())
# "Is supposed to have begun on Thursday" looks back; "is expected to have begun by Thursday" does not.
_HELD_TO_BE = frozenset(
    "supposed said reported believed thought alleged understood known claimed rumoured rumored seems seem seemed "
    "appears appear appeared".split()
)
# Words of looking ahead only before these: "plan to meet", "is set for".
_SETTLING = {"plan": frozenset({"to"}), "set": frozenset("to for on in at by down".split())}
# What is "booked for Tuesday" lies ahead, whatever was booked when.
_HELD = frozenset("booked listed rostered pencilled penciled earmarked fixed".split())
# "Readied themselves for Sunday": who gets ready for a day has it ahead.
_READY = frozenset("ready readied readying prepare prepares prepared preparing".split())
# In the present tense these tell what is to come: "which take effect on Thursday".
_COMING = frozenset("begin begins expire expires resume resumes reconvene reconvenes lapse lapses".split())
# So do these after a subject, and not as the nouns that they may be: "the truce ends on Sunday", "lost two votes".
_COMING_THEN = frozenset(
    "ends opens closes starts reopens votes meets convenes arrives returns travels visits flies heads hosts holds runs "
    "falls goes decides rules sits gathers enters leaves delivers publishes faces addresses".split()
)
# "Prices fell as ministers gather on Friday": the verb behind it has a tense of its own.
_BESIDE = frozenset({"as", "before", "until", "till", "when", "once"})
_PLURAL = re.compile(r"(?:s|men|women|people|children|media|teams|police)$")
_COMING_OF_MANY = frozenset("meet vote gather convene arrive return travel visit decide sit".split())
_NO_SUBJECT = frozenset(
    "the a an two three four five six seven eight nine ten several many some no its his her their all both more "
    "between of in for and to".split()
)
_EFFECT = frozenset({"effect", "place", "force"})
# A day that opens a clause has its verb after it: "..., and on Monday the mayor urged".
_OPENS = re.compile(r"[,;:–—] (?:(?:and|but|while) )?on $")
_LINKS = frozenset("in at by of for from with on during after before about".split())
# Base and past look alike; the words around them decide.
_SAME_FORM = frozenset(
    str.split("set put cut hit let read cost beat come become run cast split spread bet bid shut burst rid left found")
)


def direction(text: str, start: int, end: int, first: int, last: int) -> Direction | None:
    """
    Tell whether the clause around `start`-`end` in the sentence `first`-`last` speaks of the future or the past.

    The nearest verb before decides, then the nearest after; "said on Monday it will" is past, "will meet on Monday"
    future. None when there is no sign.

    >>> text = "The sides will meet on Monday."
    >>> direction(text, 23, 29, 0, 30)
    'future'
    """
    words = _WORD.findall(text, max(first, start - 90), start)
    before = [word.lower().replace("’", "'") for word in words if word != "May"]  # the month, and not "may"
    if before[-1:] == ["on"] and _is_convened(before):
        return "future"  # "has convened a meeting on Monday"
    if before and before[-1] in ("on", "early", "late"):
        following = _WORD.match(text, end + 1, min(last, end + 30))
        if following and following[0].endswith("ed") and _is_past(following[0]):
            return "past"  # "the ministry on Monday issued": the day stands before its verb
    elif ("until" in before[-3:] or "till" in before[-3:]) and not _PUT_OFF.isdisjoint(before[-8:]):
        return "future"
    elif before[-1:] in (["until"], ["till"]) and _holds(before):
        return "future"  # "is closed until Monday"
    elif before and before[-1] == "from" and not _CALLED.isdisjoint(before[-10:]):
        return "future"  # "has called a strike from Tuesday"
    elif before[-1:] == ["for"] and not _READY.isdisjoint(before[-3:]):
        return "future"
    elif before[-1:] == ["by"] and _first_verb(text, end, last) == "future":
        return "future"  # "the release of sixty men by Friday, when both sides are due to feast"
    opens = _OPENS.search(text, max(first, start - 12), start) is not None
    found = (_first_verb(text, end, last) if opens else None) or _nearest(before)
    if found:
        return found
    if before and before[-1] in ("is", "are"):
        return "future"  # "the election is Thursday"
    if _is_put(before) and _RELATIVE.match(text, end):
        return "past"  # "put a plan on Monday that would free them"
    return _first_verb(text, end, last) or ("future" if before and before[-1] in ("by", "until", "till") else None)


# How far from a time its verb may stand.
_AFTER = 110
_RELATIVE = re.compile(r",? (?:that|which|who|whose)\b")


def _holds(before: list[str]) -> bool:
    """Tell whether the last verb before "until" holds now, and not until a day that is past."""
    for at in range(len(before) - 2, max(-1, len(before) - 9), -1):
        if before[at] in _HOLDS:
            return True
        if _is_past(before[at]) and before[at - 1] not in ("is", "are", "be", "being", "been"):
            return False
    return False


def _is_put(before: list[str]) -> bool:
    """Tell whether a verb that looks alike in the present and the past stands behind a subject near a day."""
    words = before[-7:]
    return any(word in _SAME_FORM and words[at] not in _NOT_A_VERB for at, word in enumerate(words[1:]))


def _is_convened(before: list[str]) -> bool:
    """Tell whether somebody has called a meeting, and nothing has been done since: what stands before its day."""
    at = next((at for at in range(len(before) - 2, 0, -1) if before[at] in _CONVENED), None)
    if at is None or before[at - 1] not in ("has", "have", "had"):
        return False
    rest = before[at + 1 : -1]
    return not _MEETINGS.isdisjoint(rest) and not any(map(_is_past, rest))


def _first_verb(text: str, end: int, last: int) -> Direction | None:
    """Tell which way the first verb looks that stands after a time."""
    words = _WORD.findall(text, end, min(last, end + _AFTER))
    after = [word.lower().replace("’", "'") for word in words]
    for at, lowered in enumerate(after):
        if lowered in _COMING_THEN and at and words[at - 1][:1].isupper() and words[at].islower():
            return "future"  # "On Wednesday the premier, Ada Roe, addresses the assembly"
        if lowered in {"is", "are"}:
            # "Sunday is expected to bring a sixth day of rallies."
            return "future" if not _FUTURE.isdisjoint(after[at + 1 : at + 2]) else None
        if lowered in {"will", "would", "shall", "won't"} or lowered.endswith("'ll"):
            return "future"
        if lowered in _MODALS:
            return None  # "a victory on Friday could not be seen as fair"
        if _is_past(lowered):
            return "past"
    return None


def _nearest(before: list[str]) -> Direction | None:
    for back in range(1, min(len(before), 12) + 1):
        word = before[-back]
        if word in (";", ":") or (word == "that" and not _REPORTING.isdisjoint(before[-back - 3 : -back])):
            return None  # "said earlier that the vote on Monday ...": when it was said does not tell
        if word == "to" and back > 1 and not _is_past(before[-back + 1]) and before[-back + 1].isalpha():
            if _is_to_be(before, back):
                return "future"
            continue
        if word == "next" and back > 1 and before[-back + 1] == "to":
            continue  # "next to the ministry" is a place
        after = before[len(before) - back + 1 :]
        comes = word in ("take", "takes", "come", "comes") and not _EFFECT.isdisjoint(after[:2])
        if comes or word in _COMING or _comes(before, back):
            return "past" if "did" in before[max(0, len(before) - back - 3) : len(before) - back] else "future"
        if word in _HELD and before[-back + 1 :][:1] == ["for"]:
            return "future"
        if word in _SETTLING and back > 1 and before[-back + 1] not in _SETTLING[word]:
            continue  # "passed a spending plan on Monday", "were set free on Sunday"
        if word in _DUE and before[-back - 2 : -back] == ["had", "been"]:
            return "past"
        if word in _FUTURE or word.endswith("'ll"):
            return "future"
        if _is_past(word):
            if _is_seen(before[: len(before) - back]):
                return "future"  # "should see her sworn in on Monday"
            helpers = before[max(0, len(before) - back - 3) : len(before) - back]
            ahead = bool({"will", "would", "to", "may", "might", "should", "must", "could"} & set(helpers)) and (
                "be" in helpers or "have" in helpers
            )
            # "Could not be reached on Monday" looks back.
            denied = "could" in helpers and {"not", "nor", "neither"} & set(before)
            held = helpers[-2:] == ["to", "have"] and before[len(before) - back - 3 : -back - 2][:1]
            return "future" if ahead and not denied and not (held and held[0] in _HELD_TO_BE) else "past"
    return None


def _is_to_be(before: list[str], back: int) -> bool:
    """Tell whether "to" opens what is to be done, as in "to meet on Monday"; "to Kyiv on Monday" does not say."""
    words = before[: len(before) - back]
    if before[-back + 1] in _DONE_ON_DAYS or (words and words[-1] in _WISHED | {"is", "are"}):
        return True  # "are to reconvene in ten days"
    return _is_ordered(words[-4:]) or _is_meant(words)  # "told crews to walk out on Monday"


def _is_seen(words: list[str]) -> bool:
    """Tell whether the words before a participle say that it is to be seen done, and nothing has been done since."""
    at = next((at for at in range(len(words) - 1, max(0, len(words) - 9), -1) if words[at] == "see"), None)
    wished = at is not None and (words[at - 1] in _MODALS or (words[at - 1] == "to" and words[at - 2] in _WISHED))
    return at is not None and wished and not any(map(_is_past, words[at + 1 :]))


def _comes(before: list[str], back: int) -> bool:
    """Tell whether a word is a verb in the present behind its subject, in a clause without a verb in the past."""
    word, subject = before[-back], before[-back - 1] if len(before) > back else ""
    clause = before[:-back]
    beside = next((at for at in range(len(clause) - 1, -1, -1) if clause[at] in _BESIDE), -1)
    if not subject or "'" in subject or subject in _NO_SUBJECT or any(map(_is_past, clause[beside + 1 :])):
        return False
    return word in _COMING_THEN or (word in _COMING_OF_MANY and _PLURAL.search(subject) is not None)


def _is_ordered(words: list[str]) -> bool:
    """Tell whether the words before "to" say who is asked to do it: "told crews", "called on both sides"."""
    at = next((place for place in range(len(words) - 2, -1, -1) if words[place] in _ORDERED), None)
    return at is not None and _LINKS.isdisjoint(words[at + 2 :]) and words[at + 1] not in _LINKS - {"on"}


def _is_meant(words: list[str]) -> bool:
    """Tell whether the words before "to" say who is to do it, or that on another day somebody bound himself to."""
    near = words[-_FOR_WHOM:]
    if "for" in near:
        at = len(near) - 1 - near[::-1].index("for")
        lead = words[max(0, len(words) - len(near) + at - 3) : len(words) - len(near) + at]
        return at < len(near) - 1 and _LINKS.isdisjoint(near[at + 1 :]) and _JUDGED.isdisjoint(lead)
    return near[-1:] != [] and near[-1] in _DAYS and not _BOUND.isdisjoint(near)


def _is_past(word: str) -> bool:
    if word in _PAST:
        return True
    if word in _SAME_FORM or word in _NOT_PAST or word in {"be", "is", "are", "am", "being", "has", "does", "goes"}:
        return False
    if word.endswith("ed") and len(word) > 4:
        return True
    lemma = lemma_of(word)
    return lemma is not None and lemma != word
