"""Two sides' dates for one deed, set side by side in one report."""

from collections import defaultdict
from collections.abc import Iterator

from crosswire.model import When

from .deeds import deeds
from .docket import Conflict, Docket, Stand, Voice

# Characters between the two; a report sets them in one sentence, or in two that follow each other.
BESIDE = 160
# Days between the two dates: more apart they are two events.
SHIFT = 7
_SHARP = frozenset({"minute", "day"})


def find_rival_dates(docket: Docket) -> Iterator[Conflict]:
    """Yield the date conflicts between neighbouring statements of two sides, of one deed or one a bare date."""
    by_article: dict[str, list[tuple[Voice, When]]] = defaultdict(list)
    for voice in docket.bearing("dates"):
        if voice.said.statement.speaker and (when := _sole_day(voice)):
            by_article[voice.said.statement.article].append((voice, when))
    for _, dated in sorted(by_article.items()):
        dated.sort(key=lambda item: item[0].said.statement.evidence)
        for at, (one, ours) in enumerate(dated):
            for other, theirs in dated[at + 1 : at + 4]:
                if ours.first != theirs.first and _rivals(one, other, docket) and _near(ours, theirs):
                    stands = Stand(one.claim, ours.first.isoformat()), Stand(other.claim, theirs.first.isoformat())
                    yield Conflict("date", _deed(one, other), *stands)


def _sole_day(voice: Voice) -> When | None:
    """Return the one day before the report that a plain statement names."""
    said = voice.said.statement
    days = {when.first: when for when in (*said.times, *filter(None, [said.event_date])) if when.precision in _SHARP}
    when = next(iter(days.values())) if len(days) == 1 else None
    published = voice.said.published
    past = when is not None and (published is None or when.first <= published)
    plain = not voice.said.negated and not said.opinion and said.act == "STATE"
    return when if past and plain else None


def _near(one: When, other: When) -> bool:
    return abs((one.first - other.first).days) <= SHIFT


def _rivals(one: Voice, other: Voice, docket: Docket) -> bool:
    ours, theirs = one.said.statement, other.said.statement
    gap = theirs.evidence.start - ours.evidence.end
    if one.claim == other.claim or gap > BESIDE or not docket.sides.differ(ours.speaker, theirs.speaker):
        return False
    bare = not one.words.terms or not other.words.terms
    return bare or bool(_deeds(one) & _deeds(other))


def _deeds(voice: Voice) -> frozenset[str]:
    said = voice.said.statement
    return deeds(said.core or said.terms) | ({voice.said.act} - {"STATE"})


def _deed(one: Voice, other: Voice) -> str:
    named = sorted(_deeds(one) | _deeds(other))
    return named[0] if named else "STATE"
