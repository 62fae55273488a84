"""From articles and their readings to the dossier: the one place that knows the order of weighing."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosswire.model import Article, Claim, Decision, Dispute, Dossier, Reading, Side, Skipped, Status
from crosswire.packs.schema import PackOutlet

from .accounts import find_contradictions, relate
from .actors import moves_of
from .affiliations import with_parties
from .commitments import find_commitments
from .date_importance import rank_days
from .disowned import with_disowned
from .disputes import denied_claims, find_conflicts, find_disputes
from .docket import docket
from .edits import Grounds, edit_records
from .gaps import find_gaps
from .homes import find_homes
from .incidents import find_incidents
from .kept import Kept
from .meaning import meanings_of, near_in_meaning
from .meetings import cast_of
from .origins import Tracer, list_origins, official_camps, state_camps, told_outlets
from .outlets import outlet_book
from .outsiders import find_outsiders, offices_of
from .papers import as_written
from .position_edits import edit_positions
from .positions import NO_WORDS, Vocabulary, find_positions, stance_reader
from .propositions import Lens
from .reports import statements_of, take_reports
from .round_details import detail_rounds, mediators_of
from .rounds import find_rounds
from .rulings import correct_actors, grades, rename_outlets, rulings
from .sides import Sides
from .speaking_for import principals
from .state_media import state_voices
from .timeline import find_timeline
from .told import Ledger
from .verdicts import pole_words, verdict_of

_LATE = dt.date.max


def weigh(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    outlets: Sequence[PackOutlet] = (),
    skipped: Sequence[Skipped] = (),
    decisions: Sequence[Decision] = (),
    vocabulary: Vocabulary = NO_WORDS,
    kept: Kept | None = None,
) -> Dossier:
    """
    Compare the statements of all articles, and count who stands behind each claim.

    The order of the input never matters; the user's `decisions` are replayed by number. Raises nothing: an article
    without a reading adds itself and no statement. `vocabulary` is what the packs say of positions: without it there
    are none. What is `kept` from the last time spares work, and changes nothing.

    >>> weigh([], []).claims
    ()
    """
    ordered = sorted({a.id: a for a in articles}.values(), key=lambda a: (a.published or _LATE, a.id))
    by_id = {article.id: article for article in ordered}
    read = as_written(ordered, {reading.article: reading for reading in readings if reading.article in by_id})
    decided = rulings(decisions)
    kept = kept or Kept(once=True)
    unified = with_parties(list(read.values()), kept.families)
    unified = correct_actors(unified, read.values(), decided.actors)
    book = rename_outlets(outlet_book(outlets), decided.outlets)
    homes = find_homes(ordered, read, book, decided, kept.overlaps(ordered, read), kept.housed)
    kept.take(take_reports(ordered, read, unified, kept.reports))
    statements = statements_of(kept.reports.values())
    actors = {actor.id: actor for actor in unified.actors}
    told = told_outlets(read.values())
    reports = kept.reports
    voices = state_voices([one.links for one in reports.values()], statements, unified.actors)
    camps, official = state_camps(unified.actors), official_camps(ordered, unified.actors)
    tracer = Tracer(by_id, homes, book, actors, camps, told, principals(unified.actors), voices, official)
    traces = kept.traced.of(reports, tracer)
    stems = kept.stems_of(unified.actors)
    sides = Sides(actors)
    weights = kept.weights(frozenset().union(*stems.values()))
    leads = frozenset().union(*(one.leads for one in reports.values()))
    casts = {name: cast_of(one.actors, sides) for name, one in reports.items() if one.meets}
    lens = Lens(weights, stems, sides, leads, casts)
    rows = kept.propositions(homes, lens)
    units = kept.fold(rows)
    heads = [unit[0] for unit in units]
    pairs = near_in_meaning(heads, kept.compare(units, lens), meanings_of(read.values()), lens)
    groups = kept.gather(units, pairs, lens)
    claims = kept.claims(groups, traces, lens)
    told_in = dict(zip(reports, rows, strict=True))
    laid_out = docket(groups, claims, traces, lens, pairs, kept.marks(rows), told_in, kept.counts(sides))
    conflicts = find_conflicts(laid_out)
    disputes = find_disputes(conflicts, laid_out)
    claims = with_status(claims, denied_claims(conflicts, laid_out), disputes)
    by_statement = {one.statement.id: one for row in rows for one in row}
    said = {one.id: one for one in statements}
    named = {article: one.actors for article, one in reports.items()}
    ledger = Ledger(ordered, read, said, traces, by_statement, sides, unified, homes, book, named)
    outlet_origin = {a.id: f"outlet:{homes.home[a.id].key}" for a in ordered}
    met = find_rounds(ordered, read, statements, unified, outlet_origin)
    found = detail_rounds(met, ordered, read, unified, outlet_origin)
    grounds = Grounds(by_id, statements, traces, outlet_origin, actors)
    rounds, notes = edit_records("round", found, decided.records, grounds)
    grounds = msgspec.structs.replace(grounds, rounds=rounds)
    promised = with_disowned(find_commitments(ledger, rounds), claims, statements, sides)
    commitments, broken = edit_records("commitment", promised, decided.records, grounds)
    incidents, told_of = edit_records("incident", find_incidents(ledger, commitments), decided.records, grounds)
    outside = find_outsiders(read, unified, offices_of(vocabulary.lexicon), vocabulary.roles)
    moves = moves_of(read, unified)
    between = mediators_of(ordered, read, unified, rounds)
    reader = stance_reader(by_id, read, actors, reports, traces, rounds, vocabulary, moves, outside, between)
    taken, stances = find_positions(kept.stood.of(reports, reader), claims, reader, vocabulary.lexicon)
    taken, stances, stood = edit_positions(taken, stances, decided.records, claims, grounds)
    positions = relate(taken, stances, lens, vocabulary.issues)
    disputes += find_contradictions(positions)
    return Dossier(
        articles=tuple(ordered),
        actors=unified.actors,
        statements=tuple(statements),
        claims=tuple(claims),
        origins=list_origins(kept.traced.carried(), said, traces, tracer, claims),
        disputes=tuple(disputes),
        timeline=find_timeline(claims, kept.dates(groups, by_id)),
        skipped=tuple(sorted({*skipped, *notes, *broken, *told_of, *stood})),
        rounds=rounds,
        outlet_origin=outlet_origin,
        ratings=grades(decided, book),
        reader=_reader(read.values()),
        commitments=commitments,
        incidents=incidents,
        positions=positions,
        gaps=find_gaps(positions, stances, rounds, lens),
        days=rank_days(ordered, statements, homes, kept.used),
    )


def with_status(
    claims: Sequence[Claim], denied: Mapping[str, Iterable[str]], disputes: Iterable[Dispute]
) -> list[Claim]:
    """Return the claims with their denials noted; a denied claim is `denied`, one side of a dispute `disputed`."""
    by_id = {claim.id: claim for claim in claims}
    contested = {
        claim
        for dispute in disputes
        for side in dispute.sides
        for claim in side.claims
        if _touches(dispute, side, by_id[claim])
    }
    found = list(claims)
    for at, claim in enumerate(claims):
        if claim.id in contested or claim.id in denied:
            by = tuple(sorted(set(denied.get(claim.id, ()))))
            status: Status = "denied" if by else "disputed"
            found[at] = msgspec.structs.replace(claim, status=status, denied_by=by)
    return found


def _touches(dispute: Dispute, side: Side, claim: Claim) -> bool:
    """Tell whether a dispute is about what a claim's voices share: a verdict that one passes by the way is not."""
    pole = verdict_of(dispute.topic, side.label) if dispute.kind == "characterisation" else None
    return pole is None or claim.count < 2 or not pole_words(*pole).isdisjoint(claim.shared)


def _reader(readings: Iterable[Reading]) -> str:
    """Return the name of the annotator in the readings' keys ("engine-3/rules-3/..."), empty where they have none."""
    names = {part.partition("-")[0] for one in readings for part in one.key.split("/")[1:2]}
    return " and ".join(sorted(names))
