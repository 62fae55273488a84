"""Keep the ledger of commitments: who promised what to whom, what was delivered, and where it stands."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

import msgspec

from crosswire.model import Amount, Commitment, Evidence, Form, Pledge, Round

from .both_sides import BothSides, both_sides, present_in
from .done_later import done_later
from .keeping import standing_shares
from .made import Made, same_promise
from .made_on import made_in, round_at, round_of
from .standing import Kept, standing_of
from .told import Ledger, Told, evidence_of, once
from .turns import turn_kept, turn_of

# Days within which a promise is first reported.
_FIRST_REPORTS = 4
# A paper is told of for days after the round that made it.
_ROUND_DAYS = 2
# Characters within which two sides' promises are each other's price.
_PRICE = 300
# The shelf of whoever promises: who is not named may be any of them.
_ANYBODY = "*"
# What is agreed is agreed with somebody: nobody announced it alone.
_AGREED = re.compile(r"\bagreed\b[^,;:]{0,40}$")
_FORMS: tuple[Form, ...] = ("signed", "joint statement", "oral", "unilateral", "reported")


def find_commitments(ledger: Ledger, rounds: Sequence[Round]) -> tuple[Commitment, ...]:
    """
    Return the commitments of a case, in the order they were made.

    A promise is one however often it is told: the same deed by the same side, with the same count and day. Two counts
    of one exchange are rival accounts of it. What nobody can be named for is left out.
    """
    made, kept = _gather(ledger, rounds)
    # Twice: a later passage may show two groups to be one.
    whole = [group for group in _joined(_joined([one] for one in made)) if _parties(group)]
    shares = [
        [*told, *done] for told, done in zip(standing_shares(whole, kept), done_later(whole, ledger), strict=True)
    ]
    found = [_commitment(group, shares[at], ledger, rounds) for at, group in enumerate(whole)]
    return tuple(sorted(found, key=lambda one: (one.made or dt.date.max, one.promisors, one.deed, one.id)))


def _gather(ledger: Ledger, rounds: Sequence[Round]) -> tuple[list[Made], list[Kept]]:
    """Return what all readings tell, the promises apart from what came of them, each once a reporter."""
    pair = rounds[0].parties if rounds else ()
    listed = [
        (one, told)
        for article in ledger.articles
        for one in (ledger.readings[article.id].pledges if article.id in ledger.readings else ())
        if (told := ledger.told(article, one, one.sentence)) is not None
    ]
    both = _both((told for _, told in listed), ledger, rounds)
    partners: dict[str, set[str]] = defaultdict(set)
    for pledge, told in listed:
        if pledge.kind == "made" and len(pledge.by) > 1:
            partners[told.article.id].update(ledger.party(told.article.id, actor) for actor in pledge.by)
    made, kept = [], list[Kept]()
    for at in once(((_key(pledge), told) for pledge, told in listed), ledger):
        pledge, told = listed[at]
        turn = turn_of(pledge.span.of(told.article.text)) if pledge.kind == "made" else None
        pledge = msgspec.structs.replace(pledge, deed=turn) if turn else pledge
        by = frozenset(ledger.party(told.article.id, actor) for actor in pledge.by)
        to = frozenset(ledger.party(told.article.id, actor) for actor in pledge.to)
        voice_of = frozenset(both.speaking(told.statement))
        if by <= voice_of and len(voice_of) > len(by) == 1 and by == frozenset({told.statement.speaker}):
            by, to = voice_of, voice_of  # "we", in a paper that two sides issue
        if pledge.joint and not by:
            by = frozenset(pair or partners[told.article.id] or voice_of or both.counted(told.statement))
            # Whose crew "will be returned" does not return it.
            by = by - to if pledge.deed == "release" and len(by - to) == 1 else by
        if pledge.accord and not to:
            to = frozenset(pair or partners[told.article.id]) - by
        if pledge.kind == "made":
            within = made_in(told, rounds)
            joint = len(by) > 1
            made.append(Made(pledge, told, by, to - by, within, round_at(told, within, rounds) if joint else None))
        else:
            turn = turn_kept(told.evidence.quote) if pledge.deed == "*" else None
            pledge = msgspec.structs.replace(pledge, deed=turn) if turn else pledge
            speaker = told.statement.speaker or told.statement.agent
            voice = ledger.sides.of(speaker) if speaker else None
            kept.append(Kept(pledge, told, by, voice))
    return [_with_partner(one, made) for one in made], kept


def _both(told: Iterable[Told], ledger: Ledger, rounds: Sequence[Round]) -> BothSides:
    """Lay out who "both sides" are in the articles of some passages."""
    articles = {one.article.id: one.article for one in told}
    named = {article: ledger.named.get(article, frozenset()) for article in articles}
    present = present_in(named, ledger.sides.actors, ledger.sides.of)
    return both_sides(articles, present, ledger.sides.actors, rounds)


def _with_partner(one: Made, made: Sequence[Made]) -> Made:
    """Give a promise told beside another side's the other side for its promisee: each is the price of the other."""
    if one.to or len(one.by) != 1 or one.pledge.form == "unilateral":
        return one
    beside = [
        other.by - one.by
        for other in made
        if other.told.article.id == one.told.article.id
        and abs(other.told.span.start - one.told.span.start) <= _PRICE
        and len(other.by) == 1
    ]
    partners = frozenset[str]().union(*beside)
    return msgspec.structs.replace(one, to=partners) if len(partners) == 1 else one


def _key(pledge: Pledge) -> tuple[object, ...]:
    count = pledge.quantity
    days = tuple(one.first if one else None for one in (pledge.due, pledge.starts, pledge.day))
    return (pledge.kind, pledge.deed, count and (count.low, count.high), pledge.total, pledge.left, days, pledge.terms)


def _joined(groups: Iterable[Sequence[Made]]) -> list[list[Made]]:
    """Bring groups together that tell of one promise, each with the first that it fits."""
    whole: list[list[Made]] = []
    # Where a deed of some side is: of the others none can be it.
    shelves: dict[tuple[str, str | None], set[int]] = defaultdict(set)
    for group in groups:
        near = {at for one in group for side in (one.by or (_ANYBODY,)) for at in shelves[one.pledge.deed, side]}
        near |= {at for one in group for at in shelves[one.pledge.deed, None]}
        fits = (at for at in sorted(near) if any(same_promise(one, other) for one in group for other in whole[at]))
        home = next(fits, len(whole))
        if home == len(whole):
            whole.append([])
        whole[home] += group
        for one in group:
            for side in (*(one.by or (None,)), _ANYBODY):
                shelves[one.pledge.deed, side].add(home)
    return whole


def _parties(group: Iterable[Made]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return who promised and to whom, None when nobody is named; who exchange promise each other."""
    listed = list(group)
    by = frozenset[str]().union(*(one.by for one in listed))
    to = frozenset[str]().union(*(one.to for one in listed))
    if not by:
        return None
    if len(by) > 1:
        return tuple(sorted(by)), tuple(sorted(by | to))
    return tuple(sorted(by)), tuple(sorted(to - by))


def _commitment(group: Sequence[Made], kept: Sequence[Kept], ledger: Ledger, rounds: Sequence[Round]) -> Commitment:
    ordered = sorted(group, key=lambda one: one.told.order)
    told = [one.told for one in ordered]
    parties = _parties(group) or ((), ())
    made = min((one.day for one in ordered if one.day), default=None)
    amounts = _amounts(ordered, ledger)
    due = [one.pledge.due.last for one in ordered if one.pledge.due]
    starts = [one.pledge.starts.first for one in ordered if one.pledge.starts]
    deadline = _most(due)
    promised = amounts[0].quantity.low if amounts else None
    origins, count = ledger.origins(told)
    # A truce lasts until its last day; nothing falls due on it.
    last = None if ordered[0].pledge.deed == "truce" else deadline
    standing = standing_of(ledger, kept, parties[0], promised, made, last, told)
    lead = _lead(ordered, amounts)
    return Commitment(
        id="k" + blake2b(ordered[0].told.statement.id.encode() + lead.pledge.deed.encode(), digest_size=5).hexdigest(),
        promisors=tuple(sorted(_shown(one, ordered, ledger, rounds) for one in parties[0])),
        promisees=parties[1],
        deed=lead.pledge.deed,
        content=lead.told.evidence,
        words=Evidence.cut(lead.told.article.id, lead.told.article.text, lead.pledge.span),
        form=_form(ordered, parties[0], ledger),
        status=standing.status,
        changes=standing.changes,
        origins=origins,
        evidence=evidence_of(told),
        count=count,
        round=_round(made, ordered, rounds),
        made=made,
        deadline=deadline,
        starts=_most(starts),
        condition=_condition(ordered),
        each=any(one.pledge.quantity.each for one in ordered if one.pledge.quantity),
        amounts=amounts,
        deliveries=standing.deliveries,
        delivered=standing.delivered,
        remaining=None if promised is None or standing.delivered is None else max(0.0, promised - standing.delivered),
        issues=tuple(sorted({issue for one in told for issue in one.statement.issues})),
        statements=tuple(dict.fromkeys(one.statement.id for one in told)),
    )


def _shown(side: str, group: Sequence[Made], ledger: Ledger, rounds: Sequence[Round]) -> str:
    """Return whom to name for a side: the person, where one of a state that is no party to talks promised alone."""
    known = ledger.sides.actors.get(side)
    if known is None or known.kind != "state" or any(side in one.parties for one in rounds):
        return side
    named = {ledger.unified.of(one.told.article.id, actor) for one in group for actor in one.pledge.by}
    people = {actor for actor in named if ledger.sides.of(actor) == side}
    return next(iter(people)) if len(people) == 1 else side


def _amounts(group: Sequence[Made], ledger: Ledger) -> tuple[Amount, ...]:
    """Return the counts that reports give, the one most voices stand behind first."""
    by_count: dict[tuple[float, float | None], list[Made]] = defaultdict(list)
    for one in group:
        if one.pledge.quantity and one.pledge.quantity.low is not None:
            by_count[one.pledge.quantity.low, one.pledge.quantity.high].append(one)
    found = []
    for held in by_count.values():
        origins, count = ledger.origins(one.told for one in held)
        named = next((one for one in held if one.pledge.quantity and one.pledge.quantity.unit), held[0])
        amount = Amount(named.pledge.quantity, origins, evidence_of(one.told for one in held))  # type: ignore[arg-type]
        found.append((-count, -len(held), held[0].told.order, amount))
    return tuple(amount for *_, amount in sorted(found, key=lambda one: one[:3]))


def _most(days: Sequence[dt.date]) -> dt.date | None:
    counted = Counter(days)
    return min(counted, key=lambda day: (-counted[day], day), default=None)


def _lead(group: Sequence[Made], amounts: Sequence[Amount]) -> Made:
    """Return the passage that says most of the promise: its count and its day, in a sentence that stands alone."""
    best = amounts[0].quantity.low if amounts else None

    def rank(one: Made) -> tuple[object, ...]:
        count = one.pledge.quantity.low if one.pledge.quantity else None
        return (count != best, one.told.statement.dangling > 0, not one.by, one.pledge.due is None, one.told.order)

    return min(group, key=rank)


def _form(group: Sequence[Made], promisors: Sequence[str], ledger: Ledger) -> Form:
    """
    Return the strongest form that the reports of when it was made give the promise.

    A later paper may be signed, and confirm it in passing: that signs no promise made in talks weeks before.
    """
    dates = [one.told.article.published for one in group if one.told.article.published]
    last = min(dates) + dt.timedelta(_FIRST_REPORTS) if dates else dt.date.max
    group = [one for one in group if (one.told.article.published or dt.date.min) <= last]
    found: set[Form] = {one.pledge.form for one in group if one.pledge.form and _tells_form(one, promisors, ledger)}
    # What one side alone says both agreed is its report of it, until another tells it too.
    tellers = {ledger.sides.of(one.told.statement.speaker or "") for one in group}
    if len(promisors) > 1 and not (len(tellers) == 1 and tellers <= set(promisors)):
        found.add("oral")
    for one in group:
        said = one.told.statement
        voice = ledger.sides.of(said.speaker) if said.speaker else None
        own = one.told.article.genre == "statement" and one.told.trace.camp == f"speaker:{promisors[0]}"
        agreed = _AGREED.search(one.pledge.sentence.of(one.told.article.text)[: _lead_in(one)])
        if len(promisors) == 1 and (own or (voice in promisors and not one.pledge.accord and not agreed)):
            found.add("unilateral")
        if agreed and one.pledge.accord:
            found.add("oral")
    return min(found, key=_FORMS.index, default="reported")


def _tells_form(one: Made, promisors: Sequence[str], ledger: Ledger) -> bool:
    """Tell whether a passage may say in what form a promise was given: another's "it promised to" reports it."""
    said = one.told.statement
    other = said.speaker is not None and ledger.sides.of(said.speaker) not in promisors
    return one.pledge.form != "unilateral" or not other


def _lead_in(one: Made) -> int:
    """Return how many characters of its sentence stand before what is promised."""
    return max(0, one.pledge.span.start - one.pledge.sentence.start)


def _round(made: dt.date | None, group: Sequence[Made], rounds: Sequence[Round]) -> str | None:
    """Return the round a promise came out of: the one named with it, or one of both sides told within days of it."""
    named = Counter(at.id for one in group if (at := round_of(one.told, rounds)) is not None)
    if named:
        return min(named, key=lambda at: (-named[at], at))
    joint = any(len(one.by) > 1 or one.pledge.accord or one.told.statement.act == "ACCEPT" for one in group)
    joint = joint and any(one.told.article.genre != "statement" for one in group)
    held = [one for one in rounds if one.held and made is not None and 0 <= (made - one.day).days <= _ROUND_DAYS]
    return max(held, key=lambda one: one.day).id if joint and held else None


def _condition(group: Sequence[Made]) -> Evidence | None:
    held = next((one for one in group if one.pledge.condition), None)
    if held is None or held.pledge.condition is None:
        return None
    return Evidence.cut(held.told.article.id, held.told.article.text, held.pledge.condition)
