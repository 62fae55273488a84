"""Bring stances together into positions: one a party, issue, round, stance and claim, with who tells and how firmly."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import blake2b

import msgspec

from crosswire.model import Actor, Article, Claim, Evidence, Move, Position, Reading, Round, Statement
from crosswire.packs.schema import PackIssue

from .affiliations import led_parties
from .backed import EVERYBODY
from .bearings import bearings_of
from .both_sides import both_sides, present_in
from .firmness import Lexicon, conditions_of, firmness_of, hinges, mentions
from .held import STANCE, Held
from .origins import Trace
from .outsiders import apart, is_hearsay, offices_of, only_backs
from .reader import Reader
from .reports import Report
from .sides import sides_of
from .topics import find_topics

# Whose account counts first: the party's own, then those who sat with it, then those who write about it.
TELLERS = ("self", "mediator", "other_party", "outlet")
# Content words that a position needs to say something by itself: "Valmora accepted this truce for one reason" has few.
_FULL = 5


class Vocabulary(msgspec.Struct, frozen=True):
    """
    What the packs say of positions: the issues there are, and the words that make one firm or conditional.

    `roles` are the offices of those whom a pack lists, by actor.
    """

    issues: Sequence[PackIssue] = ()
    lexicon: Lexicon = {}
    ranks: Mapping[str, int] = {}
    roles: Mapping[str, Sequence[str]] = {}


NO_WORDS = Vocabulary()


def stance_reader(
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    actors: Mapping[str, Actor],
    reports: Mapping[str, Report],
    traces: Mapping[str, Trace],
    rounds: Sequence[Round],
    vocabulary: Vocabulary,
    moves: Mapping[str, Sequence[Move]] = {},
    outsiders: AbstractSet[str] = frozenset(),
    between: AbstractSet[str] = frozenset(),
) -> Reader:
    """
    Lay out what stances are read with; `outsiders` speak for no government, and each is his own side.

    Who sits `between` the parties puts what they answer, and takes no stand.
    """
    offices = offices_of(vocabulary.lexicon)
    stands = [said for one in reports.values() for said in one.stands]
    named = {article: one.actors for article, one in reports.items()}
    side = apart(sides_of(stands, actors), outsiders, actors)
    mediators = {side(one) for one in between}
    carriers = {issue.id for issue in vocabulary.issues if issue.carrier}
    bargaining = bargaining_in(stands, vocabulary.issues, side, actors)
    rivals = {one for one in outsiders if one in actors and offices.is_rival(actors[one].role or "")}
    voting = frozenset(vocabulary.lexicon.get("lawmakers", ()))
    alone = bystanders(stands, actors, side, rounds, outsiders - rivals, bargaining=bool(bargaining), voting=voting)
    return Reader(
        articles=articles,
        actors=actors,
        traces=traces,
        rounds=rounds,
        numbered=_numbered(articles, readings, rounds),
        times={article: reading.times for article, reading in readings.items()},
        topics=find_topics(vocabulary.issues, vocabulary.ranks),
        mediators=frozenset(mediators),
        approves=lambda said: mentions(said, vocabulary.lexicon.get("approvals", ())),
        hinges=lambda said: hinges(said, vocabulary.lexicon.get("conditions", ())),
        bearings=lambda said, words: bearings_of(said, words, vocabulary.lexicon),
        side=side,
        hearsay=lambda said, party: (
            party in alone or only_backs(said, party, actors) or is_hearsay(said, party, outsiders, offices, actors)
        ),
        both=both_sides(articles, present_in(named, actors, side), actors, rounds, mediators),
        moves=moves,
        words=vocabulary,
        outsiders=outsiders,
        bystanders=alone,
        pledging=frozenset(vocabulary.lexicon.get("pledging", ())),
        talking=frozenset(article for article, one in reports.items() if not carriers.isdisjoint(one.issues))
        | bargaining,
        agreed=frozenset(
            (one.article, party)
            for one in stands
            if one.act == "AGREE_JOINT" and one.realis == "actual" and not one.negated and not one.headline
            for party in ([side(actor) for actor in one.actors if actor in actors] or [EVERYBODY])
        ),
    )


def bystanders(
    stands: Iterable[Statement],
    actors: Mapping[str, Actor],
    side: Callable[[str], str],
    rounds: Sequence[Round],
    outsiders: AbstractSet[str],
    *,
    bargaining: bool,
    voting: AbstractSet[str] = frozenset(),
) -> frozenset[str]:
    """
    Return the persons of no side who sit at no table: where states and bodies bargain, they take no stand.

    Who will vote on it (`voting`: words for such offices) still takes his own. Without bargaining, an analyst or a
    legislator takes none where any state or body does.
    """
    stands = list(stands)
    seated = {party for one in rounds for party in one.parties}
    people = {one.id for one in actors.values() if one.kind == "person" and side(one.id) == one.id} - seated
    if bargaining:
        people -= {one.speaker for one in stands if one.speaker in people and _votes(one, actors[one.speaker], voting)}
    holders = (actors.get(side(one.agent or one.speaker or "")) for one in stands if one.act in STANCE)
    taken = any(one is not None and one.kind in ("state", "group", "body") for one in holders)
    return frozenset(people if bargaining else people & outsiders if taken else ())


def _votes(said: Statement, speaker: Actor, voting: AbstractSet[str]) -> bool:
    """Tell whether a statement names its speaker with an office of those who vote: "Senator Ada Roe said"."""
    words = said.evidence.quote.replace(",", "").split()
    at = next((at for at, word in enumerate(words) if word == speaker.name.split()[0]), 0)
    return at > 0 and words[at - 1].lower().rstrip(".") in voting


def bargaining_in(
    statements: Sequence[Statement],
    issues: Sequence[PackIssue],
    side: Callable[[str], str],
    actors: Mapping[str, Actor],
) -> frozenset[str]:
    """
    Return the reports of a case in which two sides bid for or answer one matter of talks.

    A side is who a pack lists, and a body that somebody of the case leads.
    """
    led = led_parties(actors.values())
    matters = {one.id for one in issues if not one.general and not one.carrier and not one.broad}
    bid: dict[str, set[str]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    for said in statements:
        holder = actors.get(said.agent or said.speaker or "")
        if holder is None or said.opinion or said.headline or said.act not in STANCE:
            continue
        party = actors.get(side(holder.id))
        if party is None or party.kind not in ("state", "group", "body") or not (party.known or party.id in led):
            continue
        told[party.id].add(said.article)
        for issue in matters.intersection(said.issues):
            bid[issue].add(party.id)
    sides = {side for bidding in bid.values() if len(bidding) > 1 for side in bidding}
    return frozenset(article for one in sides for article in told[one])


def _numbered(
    articles: Mapping[str, Article], readings: Mapping[str, Reading], rounds: Sequence[Round]
) -> dict[Evidence, Round]:
    """Return, for each sentence that names one round by its number, that round."""
    by_number = {one.ordinal: one for one in rounds if one.ordinal is not None}
    found: dict[Evidence, set[int]] = defaultdict(set)
    for article, reading in readings.items():
        for one in reading.occasions:
            if one.ordinal is not None:
                found[Evidence.cut(article, articles[article].text, one.sentence)].add(one.ordinal)
    return {
        sentence: by_number[min(numbers)]
        for sentence, numbers in found.items()
        if len(numbers) == 1 and min(numbers) in by_number
    }


def find_positions(
    stances: Iterable[Held], claims: Iterable[Claim], reader: Reader, lexicon: Lexicon
) -> tuple[tuple[Position, ...], dict[str, tuple[Held, ...]]]:
    """
    Return the positions of a case, by party, issue and day, and the stances behind each, the leading one first.

    A cell (party, issue, round, stance) depends on single statements alone: a copy adds none, and without an article
    those are gone that only it told of.
    """
    home = {said: claim.id for claim in claims for said in claim.statements}
    groups: dict[tuple[str, ...], list[Held]] = defaultdict(list)
    for held in stances:
        key = (held.party, held.issue, held.round or "", held.stance, home[held.statement.id])
        groups[key].append(held)
    made = [(_position(key, group, reader, lexicon), group) for key, group in groups.items()]
    made.sort(key=lambda pair: _order(pair[0]))
    behind = {
        position.id: tuple(sorted(group, key=lambda one: (one.statement.id != position.lead, one.statement.id)))
        for position, group in made
    }
    return tuple(position for position, _ in made), behind


def _order(position: Position) -> tuple[str, str, str, str, str]:
    day = position.day.isoformat() if position.day else "9999"
    return position.party, position.issue, day, position.stance, position.id


def _position(key: Sequence[str], group: Sequence[Held], reader: Reader, lexicon: Lexicon) -> Position:
    ordered = sorted(
        group, key=lambda one: (str(one.day or "9999"), one.statement.article, one.statement.evidence.start)
    )
    told = min((one.stated_by for one in ordered), key=TELLERS.index)
    best = [one for one in ordered if one.stated_by == told]
    lead = min(best, key=_rank)
    traces = [reader.traces[one.statement.id] for one in ordered]
    firmness = Counter(firmness_of(one.statement, one.act, lexicon) for one in best).most_common()
    firm = min(firmness, key=lambda pair: (-pair[1], pair[0]))[0]
    party, issue, _, stance, _ = key
    openers = lexicon.get("condition_openers", ()) if stance in ("condition", "offer", "accept") else ()
    openers += lexicon.get("condition_openers_only", ()) if stance == "condition" else ()
    conditions = [words for one in best for words in conditions_of(one.statement, openers)]
    return Position(
        id="p" + blake2b("|".join((*key[:4], ordered[0].statement.id)).encode(), digest_size=5).hexdigest(),
        party=party,
        issue=issue,
        round=lead.round,
        day=ordered[0].day,
        stance=lead.stance,
        act=lead.act,
        firmness=firm,
        stated_by=told,
        by=lead.by,
        lead=lead.statement.id,
        statements=tuple(one.statement.id for one in ordered),
        claims=(key[4],),
        origins=tuple(sorted({trace.origin for trace in traces})),
        count=len({trace.camp for trace in traces}),
        evidence=tuple(dict.fromkeys(one.statement.evidence for one in (lead, *ordered))),
        conditions=tuple(dict.fromkeys(conditions)),
    )


def _rank(held: Held) -> tuple[bool | int, ...]:
    """Order wordings: those that say enough by themselves first, then the plainest."""
    said = held.statement
    return said.dangling > 0, len(said.terms) < _FULL, said.hedged, len(said.resolved)
