"""From articles and their readings to the dossier: the one place that knows the order of weighing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosswire.model import Article, Claim, Decision, Dispute, Dossier, Reading, Side, Skipped, Statement, Status
from crosswire.packs.schema import PackOutlet
from crosswire.text.tokens import terms

from .accounts import find_contradictions, relate
from .actors import moves_of, rename, unify_actors
from .claims import compare_all, find_claims, fold
from .commitments import find_commitments
from .counting import build_claim
from .disputes import denied_claims, find_conflicts, find_disputes
from .docket import docket
from .gaps import find_gaps
from .homes import find_homes
from .incidents import find_incidents
from .likeness import term_weights
from .meaning import meanings_of, near_in_meaning
from .meetings import find_casts
from .origins import Tracer, list_origins, state_camps, told_outlets
from .outlets import outlet_book
from .positions import NO_WORDS, Vocabulary, find_positions, stance_reader
from .propositions import Lens, Sides, proposition
from .round_details import detail_rounds
from .rounds import find_rounds
from .rulings import correct_actors, grades, rename_outlets, rulings
from .speaking_for import principals
from .standing_out import stand_out
from .synonyms import canonical
from .timeline import find_timeline
from .told import Ledger
from .verdicts import pole_words, verdict_of

# Sentences that open a report: news tells first what it is about. With two, asides join leads (BASIL).
LEADS = 1
_LATE = dt.date.max


def weigh(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    outlets: Sequence[PackOutlet] = (),
    skipped: Sequence[Skipped] = (),
    decisions: Sequence[Decision] = (),
    vocabulary: Vocabulary = NO_WORDS,
) -> Dossier:
    """
    Compare the statements of all articles, and count who stands behind each claim.

    The order of the input never matters; the user's `decisions` are replayed by number. Raises nothing: an article
    without a reading adds itself and no statement. `vocabulary` is what the packs say of positions: without it there
    are none.

    >>> weigh([], []).claims
    ()
    """
    ordered = sorted({a.id: a for a in articles}.values(), key=lambda a: (a.published or _LATE, a.id))
    by_id = {article.id: article for article in ordered}
    read = {reading.article: reading for reading in readings if reading.article in by_id}
    decided = rulings(decisions)
    unified = correct_actors(unify_actors(list(read.values())), read.values(), decided.actors)
    statements = [rename(s, unified) for a in ordered if a.id in read for s in _in_order(read[a.id])]
    actors = {actor.id: actor for actor in unified.actors}
    book = rename_outlets(outlet_book(outlets), decided.outlets)
    homes = find_homes(ordered, read, book, decided)
    told = told_outlets(read.values())
    tracer = Tracer(by_id, homes, book, actors, state_camps(unified.actors), told, principals(unified.actors))
    traces = {s.id: tracer.trace(s) for s in statements}
    names = {actor.id: frozenset(terms(" ".join(actor.names))) for actor in unified.actors}
    known = frozenset().union(*map(canonical, names.values()))
    weights = term_weights((canonical(s.terms) for s in statements), known)
    sides = Sides(actors)
    stems = {key: canonical(value) for key, value in names.items()}
    lens = Lens(weights, stems, sides, _leads(statements), find_casts(statements, sides))
    propositions = [proposition(s, homes.written[s.article], homes.family[s.article], lens) for s in statements]
    units = fold(propositions)
    pairs = stand_out(compare_all(units, lens), lens)
    pairs = near_in_meaning([unit[0] for unit in units], pairs, meanings_of(read.values()), lens)
    groups = find_claims(units, pairs, lens)
    claims = [build_claim(group, traces, lens) for group in groups]
    laid_out = docket(groups, claims, traces, lens, pairs)
    conflicts = find_conflicts(laid_out)
    disputes = find_disputes(conflicts, laid_out)
    claims = with_status(claims, denied_claims(conflicts, laid_out), disputes)
    by_statement = {one.statement.id: one for one in propositions}
    ledger = Ledger(ordered, read, {s.id: s for s in statements}, traces, by_statement, sides, unified, homes, book)
    outlet_origin = {a.id: f"outlet:{homes.home[a.id].key}" for a in ordered}
    met = find_rounds(ordered, read, statements, unified, outlet_origin)
    rounds = detail_rounds(met, ordered, read, unified, outlet_origin)
    commitments = find_commitments(ledger, rounds)
    reader = stance_reader(by_id, read, actors, statements, traces, rounds, vocabulary, moves_of(read, unified))
    taken, stances = find_positions(statements, claims, reader, vocabulary.lexicon)
    positions = relate(taken, stances, lens, vocabulary.issues)
    disputes += find_contradictions(positions)
    return Dossier(
        articles=tuple(ordered),
        actors=unified.actors,
        statements=tuple(statements),
        claims=tuple(claims),
        origins=list_origins(statements, traces, tracer, claims),
        disputes=tuple(disputes),
        timeline=find_timeline(claims, groups, by_id),
        skipped=tuple(sorted(set(skipped))),
        rounds=rounds,
        outlet_origin=outlet_origin,
        ratings=grades(decided, book),
        reader=_reader(read.values()),
        commitments=commitments,
        incidents=find_incidents(ledger, commitments),
        positions=positions,
        gaps=find_gaps(positions, stances, rounds, lens),
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
    found = []
    for claim in claims:
        by = tuple(sorted(set(denied.get(claim.id, ()))))
        status: Status = "denied" if by else "disputed" if claim.id in contested else claim.status
        found.append(msgspec.structs.replace(claim, status=status, denied_by=by))
    return found


def _touches(dispute: Dispute, side: Side, claim: Claim) -> bool:
    """Tell whether a dispute is about what a claim's voices share: a verdict that one passes by the way is not."""
    pole = verdict_of(dispute.topic, side.label) if dispute.kind == "characterisation" else None
    return pole is None or claim.count < 2 or not pole_words(*pole).isdisjoint(claim.shared)


def _reader(readings: Iterable[Reading]) -> str:
    """Return the name of the annotator in the readings' keys ("engine-3/rules-3/..."), empty where they have none."""
    names = {part.partition("-")[0] for one in readings for part in one.key.split("/")[1:2]}
    return " and ".join(sorted(names))


def _leads(statements: Iterable[Statement]) -> frozenset[str]:
    """Return the statements that headline their articles, or stand in the first sentences of the body."""
    first: dict[str, list[int]] = defaultdict(list)
    leads = set()
    for statement in statements:
        opened = first[statement.article]
        start = statement.evidence.start
        if not statement.headline and start not in opened and len(opened) < LEADS:
            opened.append(start)
        if statement.headline or start in opened:
            leads.add(statement.id)
    return frozenset(leads)


def _in_order(reading: Reading) -> list[Statement]:
    return sorted(reading.statements, key=lambda s: (s.evidence.start, s.evidence.end, s.id))
