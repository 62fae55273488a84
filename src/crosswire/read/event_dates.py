"""The time that dates the event itself, apart from the times that date its telling or stand beside it."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from crosswire.model import Attribution, Span, Time, When
from crosswire.read.acts import Act
from crosswire.read.beside_dates import is_anothers, is_beside
from crosswire.read.detached import when_of
from crosswire.read.grammar import DETERMINERS
from crosswire.read.narration import is_told
from crosswire.read.realis import Stance
from crosswire.read.words import Words
from crosswire.text.verbs import lemma_of

# Before a date these tell of a stretch or a limit, not of the event's day: "since May", "until Friday".
_STRETCH = frozenset({"since", "until", "till", "from", "through", "of", "for", "before", "after", "than"})
# Days within which what lay ahead at the time of a demand or an offer may be behind its report.
_FRESH = 60
_DAYS = frozenset({"time", "day"})
# The night into the day of the report: a time without a number or a name.
OVERNIGHT = "overnight"
# "Set for 2 April" names the day; "closed for March" tells how long.
_SCHEDULED = frozenset({"set", "scheduled", "due", "slated", "planned"})
# In the present tense these set what is to come for the day beside them.
_COMES = frozenset(
    "expires ends closes opens starts begins resumes reopens lapses votes meets convenes reconvenes arrives returns "
    "travels visits flies runs falls decides rules sits gathers hears delivers publishes elects chooses".split()
)
_WITH_FORCE, _FORCE = (
    frozenset("takes take comes come enters enter goes go".split()),
    frozenset("effect place force into polls".split()),
)
_BE = frozenset({"is", "are"})
_LINKING = frozenset("and or of in on at by for to from with after before between during".split())
# Done by speaking or signing, on the day that stands beside the word of it; and how far behind it that day may stand.
_DEEDS = frozenset(
    "AGREE_JOINT ACCEPT REJECT CONCEDE WALK_OUT CEASEFIRE SANCTION WITHDRAW RELEASE MEET MEDIATE DETAIN".split()
)
# What is offered or threatened lies ahead; offering and threatening are done on the day beside the word of it.
_AHEAD = frozenset("OFFER PROPOSE THREATEN PROMISE DEMAND RED_LINE".split())
_NEAR_CUE = 6
_DAYLIKE = frozenset({"minute", "day"})
PASTS = frozenset("was were had did said told".split())
_NOTHING = frozenset("no nothing nobody little not n't never".split())
_WIDE = frozenset({"year", "years", "season"})
_NARROWING = frozenset({"in", "during", "last", "this"})


def find_event_date(
    words: Words, times: Sequence[Time], contents: Sequence[Span], act: Act, published: dt.date | None
) -> When | None:
    """
    Return the date of the event a statement tells of, None when no single time is it.

    Several candidates: the nearest to the verb. A past event cannot be dated after the report.
    """
    fitting = [time for time in times if _dates_event(words, time, contents, published)]
    if act.stance.realis in ("actual", "negated"):
        # "The release of sixty men by Friday": a day by which it is to be done.
        fitting = [time for time in fitting if words.low[max(0, words.at(time.span.start) - 1)] != "by"]
        if published is not None:
            fitting = [time for time in fitting if time.start is not None and time.start <= published]
    if act.stance.realis == "future" and published is not None:
        # "will lift the embargo that it imposed in 2022": a year long past dates something else.
        fitting = [time for time in fitting if time.end is not None and (published - time.end).days < _FRESH]
    if fitting and any(_is_of_nothing(words, span) for span in contents):
        return None
    if len(fitting) > 1 and any(time.precision in _DAYS for time in fitting):
        # "freed on Saturday under a deal signed this week": the day dates the event, the week its backdrop.
        fitting = [time for time in fitting if time.precision in _DAYS]
    if len(fitting) > 1 and act.verb is not None:
        verb = words.starts[act.verb]
        nearest = min(abs(time.span.start - verb) for time in fitting)
        fitting = [time for time in fitting if abs(time.span.start - verb) == nearest]
    if not fitting and published is not None and act.stance.realis == "actual":
        return _overnight(words, contents, published)
    if len({(time.start, time.end) for time in fitting}) != 1:
        return None
    time = fitting[0]
    if time.start is None or time.end is None:
        return None
    return When(time.start, time.end, time.precision, time.span.start, time.span.end)


def _is_of_nothing(words: Words, span: Span) -> bool:
    """Tell whether words say that something is not there: "there was no sign last Friday of a deal"."""
    places = words.inside(span)
    first = words.low[places.start : places.start + 4]
    return first[:1] == ["there"] and not _NOTHING.isdisjoint(first)


def find_asides(
    words: Words, times: Sequence[Time], contents: Sequence[Span], published: dt.date | None
) -> tuple[When, ...]:
    """Return the days up to the report's among some times of a statement that stand beside what it tells."""
    found: list[When] = []
    for time in times:
        holder = next((span for span in contents if span.covers(time.span)), None)
        day = when_of(time) if time.precision in _DAYLIKE else None
        ahead = day is not None and published is not None and day.first > published
        if day is None or ahead or holder is None:
            continue
        if is_beside(words, time, holder, published=published) or _is_of_nothing(words, holder):
            found.append(day)
    return tuple(found)


def is_deed(act: Act) -> bool:
    """Tell whether an act is done by the speaking or signing that is told."""
    return act.act in _AHEAD or (act.act in _DEEDS and act.stance.realis == "actual")


def find_deed_date(
    words: Words,
    times: Sequence[Time],
    attribution: Attribution,
    contents: Sequence[Span],
    start: int,
    published: dt.date | None,
) -> When | None:
    """
    Return the day beside the word of a deed done by speaking, or at `start` of its sentence: no part of what is spoken.

    "Roe yesterday signed a “memorandum” that ...", "rejected on Monday an offer of ...": that day it was done.
    """
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return None
    first, last = min(source.end, cue.start), cue.end + _NEAR_CUE
    days = [
        time
        for time in times
        if (first <= time.span.start < last or time.span.start - start < _NEAR_CUE)
        and time.kind == "date"
        and time.precision in _DAYLIKE
        and not any(span.covers(time.span) for span in contents)
        and not is_anothers(words, time, start if time.span.start < source.start else source.end)
    ]
    if len(days) != 1 or days[0].start is None or days[0].end is None:
        return None
    day = days[0]
    if published is None or day.start is None or day.end is None or day.start > published:
        return None
    return When(day.start, day.end, day.precision, day.span.start, day.span.end)


def _overnight(words: Words, contents: Sequence[Span], published: dt.date) -> When | None:
    """Return the day of the report, into which the night led, where what is told happened "overnight"."""
    for span in contents:
        places = words.inside(span)
        for place in places:
            if words.low[place] == OVERNIGHT and words.low[place + 1 : place + 2] not in (["curfew"], ["talks"]):
                start = words.starts[place]
                return When(published, published, "day", start, start + len(OVERNIGHT))
    return None


def put_ahead(
    words: Words, times: Sequence[Time], contents: Sequence[Span], act: Act, published: dt.date | None
) -> Act:
    """Return an act of the article's own voice, in the future where its present tense has a date yet to come."""
    if published is None or act.verb is None or act.stance.realis != "actual" or not is_told(words.low, act.verb):
        return act
    verb = words.low[act.verb]
    if verb.endswith("ed") or lemma_of(verb) is not None:
        return act
    dates = [time for time in times if _dates_event(words, time, contents)]
    if not dates or any(time.start is None or time.start <= published for time in dates):
        return act
    return msgspec.structs.replace(act, stance=Stance("future", act.stance.negated))


def is_coming(words: Words, times: Sequence[Time], clause: Span, published: dt.date | None) -> bool:
    """
    Tell whether a report's own clause sets something for a day to come: "the truce runs out on Sunday".

    It is told in the present, by a verb of coming or ending, or with "is to", and of no day that is past.
    """
    if published is None:
        return False
    dates = [time for time in times if _dates_event(words, time, (clause,)) or _is_limit(words, time)]
    if not dates or any(time.start is None or time.end is None or time.end <= published for time in dates):
        return False
    places = words.inside(clause)
    first = words.at(dates[0].span.start)
    low = words.low
    if any(low[at] in PASTS or (low[at].endswith("ed") and low[at - 1] not in _BE) for at in places if at < first):
        return False
    return any(_sets(low, at, places.start) for at in places if at < first)


def _is_limit(words: Words, time: Time) -> bool:
    """Tell whether a day is the last of a stretch that is told to end on it: "expires at the end of June"."""
    return time.kind == "date" and time.start is not None and time.precision in _DAYS


def _sets(low: Sequence[str], place: int, start: int) -> bool:
    """Tell whether a word is a verb in the present that sets what is to come, behind a subject."""
    word, before = low[place], low[place - 1] if place > start else ""
    if word in _BE:
        return low[place + 1 : place + 2] in (["to"], ["due"])
    if not before.isalpha() or before in DETERMINERS or before in _LINKING:
        return False
    if word in _COMES:
        return True
    if word in _WITH_FORCE:
        return not _FORCE.isdisjoint(low[place + 1 : place + 3])
    # A plural's verb is bare: "the envoys meet", and not "the meet".
    return before.endswith("s") and not before.endswith("ss") and f"{word}s" in _COMES


def _dates_event(words: Words, time: Time, contents: Sequence[Span], published: dt.date | None = None) -> bool:
    if time.kind != "date" or time.start is None or time.precision == "years":
        return False
    place = words.at(time.span.start)
    before = words.low[place - 1] if place else ""
    first = words.low[place] if place < len(words.low) else ""
    scheduled = before == "for" and place > 1 and words.low[place - 2] in _SCHEDULED
    if (before in _STRETCH and not scheduled) or first in _STRETCH:
        return False
    if time.precision in _WIDE and before not in _NARROWING and first not in _NARROWING:
        return False
    after = words.at(time.span.end)
    if after < len(words.low) and words.low[after] == "'s":
        # "Monday's meeting" dates the meeting, which may not be what is told.
        return False
    holder = next((span for span in contents if span.covers(time.span)), None)
    return holder is not None and not is_beside(words, time, holder, published=published)
