"""What was promised and later told as done in the same words: "agreed to dissolve the council", "dissolved"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from crosswire.model import Pledge, Span, Statement
from crosswire.text.verbs import verb_forms

from .made import Made
from .standing import Kept
from .told import Ledger, Told
from .turns import DONE

# Words before a deed that leave it undone.
_UNDONE = re.compile(
    r"\b(?:not|n['’]t|never|no|if|unless|until|before|would|will|could|should|may|might|must|to|refus\w+|fail\w+|yet|"
    r"deni\w+|demand\w*|want\w*|call\w*|urg\w+|press\w*|agreed|promis\w+|vow\w+|threat\w+|expected|due|after)\s"
    r"(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_BACK = 40
# "Expected at the ceremony of his resignation": it is ahead. "After his resignation": it is done.
_PLANNED = re.compile(
    r"\b(?:expected|scheduled|planned|preparing|ahead of|on the eve of|due (?:at|to|in|on))\b", re.IGNORECASE
)
_NOUN = re.compile(r"resignation|flight", re.IGNORECASE)
_GONE = re.compile(r"\b(?:after|since|following|with|beginning with|until) [^.;]{0,60}$", re.IGNORECASE)
# Stems of the promise that its doing must name, of those the promise has.
_SHARED, _LEAST = 0.5, 2
# What anybody does every day tells of no promise kept.
_IDLE = frozenset("accept allow call give hold keep let make meet put release run say set take talk work".split())
# Acts by which somebody only speaks of a deed.
_SPEECH = frozenset({"DENY", "ACCUSE", "DEMAND", "THREATEN", "PROMISE", "PROPOSE", "REJECT", "WARN", "AGREE_JOINT"})


def done_later(groups: Sequence[Sequence[Made]], ledger: Ledger) -> list[list[Kept]]:
    """Return what later reports tell of each promise as done: its own verb in the past, by its side, of its thing."""
    found: list[list[Kept]] = [[] for _ in groups]
    wanted: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for party in _askable(group):
            wanted[party].append(at)
    if not wanted:
        return found
    articles = {one.id: one for one in ledger.articles}
    for said in ledger.statements.values():
        if said.realis != "actual" or said.negated or said.headline or said.opinion or said.act in _SPEECH:
            continue
        article, trace = articles.get(said.article), ledger.traces.get(said.id)
        if article is None or trace is None or trace.weak or article.published is None:
            continue
        doer = said.event_agent or said.agent
        who = ledger.sides.of(doer) if doer else None
        near = {ledger.sides.of(one) for one in said.actors} & wanted.keys()
        for at in sorted({at for side in near if who in (None, side) for at in wanted[side]}):
            made = groups[at][0]
            if made.day is None or article.published <= made.day:
                continue
            place = _doing(made.pledge, made, said)
            if place is None:
                continue
            sentence = Span(said.evidence.start, said.evidence.end)
            told = Told(article, said, trace, sentence, Span(said.evidence.start + place, said.evidence.end))
            pledge = Pledge("kept", said.id, sentence, told.span, made.pledge.deed, by=(), day=said.event_date)
            voice = ledger.sides.of(said.speaker) if said.speaker else None
            found[at].append(Kept(_dated(pledge, made), told, made.by, voice))
    return found


def _askable(group: Sequence[Made]) -> Iterator[str]:
    """Yield the side of a promise without a count that one side made."""
    made = group[0]
    if len(made.by) == 1 and not any(one.pledge.quantity for one in group):
        yield from made.by


def _dated(pledge: Pledge, made: Made) -> Pledge:
    """Return it without a day from before the promise: "has dissolved the council, formed in May"."""
    early = pledge.day is not None and made.day is not None and pledge.day.last < made.day
    return msgspec.structs.replace(pledge, day=None) if early else pledge


def _doing(pledge: Pledge, made: Made, said: Statement) -> int | None:
    """Return where a statement's sentence tells of a promised deed as done; None where it does not."""
    quote = said.evidence.quote
    pattern = DONE.get(pledge.deed)
    if pattern is None:
        wanted = set(pledge.terms)
        if len(wanted) < _LEAST or len(wanted.intersection(said.terms)) < max(_LEAST, _SHARED * len(wanted)):
            return None
        pattern = _past_of(pledge.span.of(made.told.article.text))
    if pattern is None:
        return None
    for match in pattern.finditer(quote):
        if _PLANNED.search(quote, 0, match.start()) or (
            _NOUN.match(match[0]) and not _GONE.search(quote, 0, match.start())
        ):
            continue
        if not _UNDONE.search(quote, max(0, match.start() - _BACK), match.start()):
            return match.start()
    return None


@cache
def _past_of(words: str) -> re.Pattern[str] | None:
    """Return the past of the verb that a promise begins with, with its particle; None where it is no plain verb."""
    found = re.match(r"(?:be |to )?([a-z]{3,15})(?: (down|up|out|off|back|over))?\b", words)
    if found is None or found[1] in _IDLE:
        return None
    forms = verb_forms(found[1])
    past = "|".join(sorted({forms.past, forms.participle}))
    return re.compile(rf"\b(?:{past})" + (rf" (?:\S+ ){{0,4}}?{found[2]}" if found[2] else "") + r"\b", re.IGNORECASE)
