"""Gather conflicts between claims into disputes with sides."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from crosswire.model import Dispute, Evidence, Side

from .answered import find_answered
from .bare_denials import find_bare_denials
from .blame import find_blame, find_dates
from .charges import find_charges
from .contrasts import find_contrasts
from .counts import find_counts
from .denials import find_denials
from .denied_deeds import find_denied_deeds
from .docket import Conflict, Docket, Stand
from .groups import Groups
from .in_place import find_in_place
from .judgements import find_judgements
from .next_dates import find_next_dates
from .no_agreement import find_no_agreement
from .rebuttals import find_rebuttals
from .recounts import find_recounts
from .rival_dates import find_rival_dates
from .stalling import find_stalling
from .taken import find_taken
from .tallies import find_tallies
from .tolls import find_tolls
from .verdicts import verdict_of

Key = tuple[str, str, int]
_SILENT = re.compile(
    r"\b(?:(?:did|would|could|does|has|have|had) not|declin\w+ to|refus\w+ to)(?: \w+ly)? (?:comment|respond|repl)",
    re.I,
)


def find_conflicts(docket: Docket) -> list[Conflict]:
    """Return every conflict between two claims of the docket; which kinds exist is written here."""
    charges = find_charges(docket)
    found = [*find_counts(docket), *find_denials(docket), *find_blame(docket, charges), *find_dates(docket)]
    found += [*find_rival_dates(docket), *find_next_dates(docket)]
    counted = {frozenset((c.one.claim, c.other.claim)) for c in found if c.kind == "figure"}
    found += [c for c in find_tolls(docket) if frozenset((c.one.claim, c.other.claim)) not in counted]
    counted = {frozenset((c.one.claim, c.other.claim)) for c in found if c.kind == "figure"}
    found += [c for c in find_tallies(docket) if frozenset((c.one.claim, c.other.claim)) not in counted]
    found = _between_reports(found, docket)
    held = {(c.kind, c.one.claim, c.other.claim) for c in found}
    found += [c for c in find_taken(docket) if (c.kind, c.one.claim, c.other.claim) not in held]
    counted = {frozenset((c.one.claim, c.other.claim)) for c in found if c.kind == "figure"}
    found += [c for c in find_recounts(docket) if frozenset((c.one.claim, c.other.claim)) not in counted]
    found = [c for c in found if not _is_silence(c, docket)]
    for find in (find_bare_denials, find_denied_deeds, find_answered, find_stalling, find_no_agreement):
        answered = {c.other.claim for c in found if c.kind == "denial"}
        found += [c for c in find(docket) if c.other.claim not in answered]
    seen = {(c.kind, c.one.claim, c.other.claim) for c in found}
    found += [c for c in find_rebuttals(docket, charges) if (c.kind, c.one.claim, c.other.claim) not in seen]
    found = [c for c in found if not _is_silence(c, docket)]
    answered = {stand.claim for c in found if c.kind in ("denial", "attribution") for stand in (c.one, c.other)}
    found += [c for c in find_in_place(docket) if c.one.claim not in answered]
    answered |= {c.one.claim for c in found if c.one.claim == c.other.claim}
    found += [c for c in find_contrasts(docket) if c.one.claim not in answered]
    taken = {frozenset((c.one.claim, c.other.claim)) for c in found}
    # Two claims that already clash in a figure or a denial need no quarrel over adjectives.
    return [*found, *(c for c in find_judgements(docket) if frozenset((c.one.claim, c.other.claim)) not in taken)]


def _is_silence(conflict: Conflict, docket: Docket) -> bool:
    """Tell whether a denial denies, in one sentence, that somebody did not comment: that asserts nothing."""
    if conflict.kind != "denial":
        return False
    asserted, denied = (
        {voice.said.statement.evidence for voice in docket.voices_of(stand.claim)}
        for stand in (conflict.one, conflict.other)
    )
    return asserted == denied and all(_SILENT.search(words.quote) for words in asserted)


def _between_reports(conflicts: Sequence[Conflict], docket: Docket) -> list[Conflict]:
    """
    Leave out the figures that one report sets beside its own: it counts two things, or the same at two times.

    "Nineteen died in the tower, the minister said" does not quarrel with the 26 dead of the town in the same report;
    two speakers in one report may.
    """
    reports, told = defaultdict[int, set[str]](set), set[int]()
    counted = {claim for c in conflicts if c.kind == "figure" for claim in (c.one.claim, c.other.claim)}
    for voice in (voice for claim in counted for voice in docket.voices_of(claim)):
        said = voice.said.statement
        reports[voice.claim].add(said.article)
        if said.speaker is None and said.unnamed is None and not said.via:
            told.add(voice.claim)
    return [
        c
        for c in conflicts
        if c.kind != "figure"
        or len(reports[c.one.claim] | reports[c.other.claim]) > 1
        or told.isdisjoint((c.one.claim, c.other.claim))
    ]


def denied_claims(conflicts: Iterable[Conflict], docket: Docket) -> dict[str, list[str]]:
    """Map the ids of denied claims to the ids of the claims that deny them."""
    found: dict[str, list[str]] = defaultdict(list)
    for conflict in conflicts:
        if conflict.kind == "denial" and conflict.one.claim != conflict.other.claim:
            found[docket.claims[conflict.one.claim].id].append(docket.claims[conflict.other.claim].id)
    return found


def find_disputes(conflicts: Sequence[Conflict], docket: Docket) -> list[Dispute]:
    """Join conflicts of one kind and topic that share a claim into one dispute, with one side for each label."""
    nodes = {(c.kind, c.topic, stand.claim) for c in conflicts for stand in (c.one, c.other)}
    groups: Groups[Key] = Groups(sorted(nodes))
    for conflict in conflicts:
        ends = [(conflict.kind, conflict.topic, stand.claim) for stand in (conflict.one, conflict.other)]
        groups.join(ends[0], ends[1])
    gathered: dict[Key, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        gathered[groups.root((conflict.kind, conflict.topic, conflict.one.claim))].append(conflict)
    disputes = [_dispute(items, docket) for _, items in sorted(gathered.items())]
    return sorted((d for d in disputes if len(d.sides) > 1), key=lambda d: (d.kind, d.topic, d.id))


def _dispute(conflicts: Sequence[Conflict], docket: Docket) -> Dispute:
    stands: dict[str, list[Stand]] = defaultdict(list)
    for conflict in conflicts:
        for stand in (conflict.one, conflict.other):
            stands[stand.label].append(stand)
    labels = sorted(stands, key=lambda k: _order(stands[k]))
    sides = tuple(_side(conflicts[0].topic, label, stands[label], docket) for label in labels)
    claims = [docket.claims[stand.claim] for items in stands.values() for stand in items]
    whens = sorted({c.when for c in conflicts if c.when})
    first = conflicts[0]
    name = "|".join((first.kind, first.topic, *sorted({claim.id for claim in claims})))
    return Dispute(
        id="d" + blake2b(name.encode(), digest_size=5).hexdigest(),
        kind=first.kind,
        topic=first.topic,
        sides=sides,
        actors=tuple(sorted({actor for claim in claims for actor in claim.actors})),
        issues=tuple(sorted({issue for claim in claims for issue in claim.issues})),
        when=whens[0] if whens else None,
    )


def _order(stands: Sequence[Stand]) -> tuple[float, str]:
    low = stands[0].low
    return (low if low is not None else 0.0), stands[0].label


def _side(topic: str, label: str, stands: Sequence[Stand], docket: Docket) -> Side:
    claims = [docket.claims[at] for at in sorted({stand.claim for stand in stands})]
    return Side(
        label=label,
        claims=tuple(claim.id for claim in claims),
        origins=tuple(sorted({origin for claim in claims for origin in claim.origins})),
        evidence=_words(topic, label, stands, docket)
        or tuple(dict.fromkeys(stand.words for stand in stands if stand.words is not None))
        or tuple(dict.fromkeys(e for c in claims for e in c.evidence)),
        low=stands[0].low,
        high=stands[0].high,
    )


def _words(topic: str, label: str, stands: Sequence[Stand], docket: Docket) -> tuple[Evidence, ...]:
    """Return the passages that pass a side's verdict; nothing for a dispute of another kind. A claim says more."""
    pole = verdict_of(topic, label)
    said = (voice.said for claim in sorted({stand.claim for stand in stands}) for voice in docket.voices_of(claim))
    return tuple(dict.fromkeys(item.statement.evidence for item in said if pole in item.verdicts)) if pole else ()
