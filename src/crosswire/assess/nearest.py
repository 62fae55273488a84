"""Choose the words of a claim: where several voices stand behind it, those that add least to what they share."""

from collections.abc import Iterable, Iterator, Sequence, Set

from crosswire.assess.desk import Desk
from crosswire.assess.wording import Worded, word
from crosswire.model import Claim, Evidence, Statement, When
from crosswire.text.tokens import terms

# A shared word that a wording lacks costs half of what a word nobody else says does: leaving out is no overstatement.
_LACKING = 0.5
# What a report says itself is nearer to what several say than what one speaker says in it.
_VOICED = 1.0
# A sentence that tells the shared thing in passing asserts something else.
_ASIDE = 2.5


def nearest(desk: Desk, claim: Claim) -> tuple[Statement, Worded] | None:
    """Return the statement to show for a claim, with its wording; None when none can stand alone."""
    return _nearest(desk, claim, desk.voices(claim))


def dated(desk: Desk, claim: Claim, when: When) -> tuple[Statement, Worded] | None:
    """Return the statement to show for a claim at a time: one that dates its event by it if any, told high up."""
    voices = [one for one in desk.voices(claim) if not desk.is_reading(one)]
    found = [(one.event_date, one) for one in voices if one.event_date and one.event_date.days == when.days]
    dating = [one for day, one in sorted(found, key=lambda pair: (pair[0] != when, pair[0].start))]
    naming = [one for one in voices if any(time.days == when.days for time in one.times)]
    return _nearest(desk, claim, dating) or _nearest(desk, claim, naming)


def disputed(desk: Desk, claim: Claim, among: Sequence[Evidence]) -> tuple[Statement, Worded] | None:
    """Return a statement of a disputed claim with its whole wording, if possible one whose passage is given."""
    voices = sorted(desk.voices(claim), key=lambda statement: statement.evidence not in among)
    return next(_worded(desk, voices, answering=True), None)


def _nearest(desk: Desk, claim: Claim, voices: Iterable[Statement]) -> tuple[Statement, Worded] | None:
    shared = frozenset(claim.shared)
    found = _worded(desk, voices, shared)
    if claim.count < 2:
        return next(found, None)
    return min(found, key=lambda pair: _distance(desk, pair[0], pair[1], shared), default=None)


def _worded(
    desk: Desk, voices: Iterable[Statement], shared: Set[str] = frozenset(), *, answering: bool = False
) -> Iterator[tuple[Statement, Worded]]:
    for statement in voices:
        if not statement.headline and (worded := word(desk, statement, answering=answering, shared=shared)):
            yield statement, worded


def _distance(desk: Desk, statement: Statement, worded: Worded, shared: frozenset[str]) -> tuple[bool, bool, float]:
    """Order wordings: by reports that count, then in plain words, then by what they add to the shared words or lack."""
    shown = worded.evidence[0]
    loaded = any(shown.span.meets(span) for span in statement.loaded)
    text, source = desk.text(statement.article), statement.source
    said = frozenset(terms(shown.quote)) - frozenset(terms(source.of(text)) if source else ())
    voiced = _VOICED * (statement.mode != "narrated")
    weak = statement.opinion or statement.article in desk.summaries
    aside = _ASIDE * bool(statement.core and said & shared - frozenset(statement.core))
    return weak, loaded, voiced + aside + len(said - shared) + _LACKING * len(shared - said)
