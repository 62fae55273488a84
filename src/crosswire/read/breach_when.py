"""When and where an incident happened, by the words that tell of it."""

from crosswire.model import Span, Statement, When
from crosswire.read.breach_sides import Desk, Unit

# What is fired stands somewhere: "guns on the peninsula" are not where the shells fell.
_ARMS = frozenset("guns artillery mortar gunners howitzers rocket rockets".split())
# "The Geneva Convention": a place whose name is a paper's.
_PAPERS = frozenset({"convention", "agreement", "agreements", "accord", "accords", "protocol", "treaty", "declaration"})

# What a place is beside another, what stands between, and how many words that takes.
_PARTS_OF = frozenset(
    "suburb town village quarter district neighbourhood neighborhood port outskirts settlement hamlet city north south "
    "east west kilometres kilometers km miles".split()
)
_COMPASS = frozenset("north south east west northern southern eastern western central".split())
_LYING = frozenset({"of", "in", "near", "outside", "from", "city"})
_APPOSED = 9


def day_of(desk: Desk, said: Statement, span: Span, deed: int) -> When | None:
    """Return the day of an incident: one that stands right before it, the event's, else the one its sentence names."""
    words = desk.words
    for time in said.times:
        at = words.at(time.end)
        if time.precision in ("day", "minute") and time.start < words.starts[deed] and deed - at <= 1:
            return time
    start = words.at(span.start)
    aside = max((at for at in range(start, deed) if words.low[at] in ("after", "following", "since")), default=None)
    if aside is not None and (said.event_date is None or said.event_date.start < words.starts[aside]):
        return _day_after(desk, said, deed)
    if said.event_date is not None and said.event_date.precision in ("day", "minute"):
        return said.event_date
    days = [one for one in said.times if one.precision in ("day", "minute") and span.start <= one.start < span.end]
    # "Ninety times since 10 May": on that day none of them need have been.
    days = [one for one in days if words.low[max(0, words.at(one.start) - 1)] != "since"]
    return days[0] if len({one.first for one in days}) == 1 else None


def _day_after(desk: Desk, said: Statement, deed: int) -> When | None:
    """Return the day that stands after a deed told by the way, in its clause: "after it seized a boat on 10 May"."""
    low, stop = desk.words.low, desk.words.at(said.evidence.end)
    end = next((at for at in range(deed + 1, stop) if low[at] in (",", ";", "—", "–")), stop)
    days = [
        one
        for one in said.times
        if one.precision in ("day", "minute") and deed < desk.words.at(one.start) < end
        if low[desk.words.at(one.start) - 1] not in ("since", "until", "by")
    ]
    return days[0] if len({one.first for one in days}) == 1 else None


def place_of(desk: Desk, unit: Unit, deed: int) -> str | None:
    """Return where it happened: the place nearest after the deed, else before it."""
    places = []
    for at in unit.places:
        owner = desk.words.owner[at]
        actor = desk.reading.mentions[owner].actor if owner >= 0 else None
        named = desk.words.low[at + 1 : at + 2]
        if _is_part(desk, at, owner):
            continue
        if actor is not None and desk.actor_kinds.get(actor) == "place" and _PAPERS.isdisjoint(named):
            between = desk.words.low[min(at, deed) : max(at, deed)]
            turned = desk.words.low[deed].startswith("turn")  # "turned back from the port": there
            if ("from" not in between or turned) and not (desk.words.low[deed] in _ARMS and "on" in between):
                places.append((at < deed, abs(at - deed), actor, at))
    exact = [one for one in places if not _tells_where(desk.words.low, one[3], unit.places.start)]
    return min(exact or places)[2] if places else None


def _is_part(desk: Desk, at: int, owner: int) -> bool:
    """Tell whether a word is part of another name: "the Orland-backed Front", "in North and South Vell"."""
    word = desk.words.low[at]
    alone = desk.words.owner[at - 1 : at] != [owner] and desk.words.owner[at + 1 : at + 2] != [owner]
    backs = owner >= 0 and desk.article.text.startswith("-", desk.reading.mentions[owner].end)
    return backs or (word in _COMPASS and alone)


def _tells_where(low: list[str], at: int, start: int) -> bool:
    """Tell whether a place only says where another lies: "in Vell, a suburb of Arica", "Vell, south of Arica"."""
    before = low[max(start, at - _APPOSED) : at]
    comma = max((n for n, word in enumerate(before) if word == ","), default=None)
    if comma is None:
        return False
    aside = before[comma + 1 :]
    return bool(aside) and aside[-1] in _LYING and not _PARTS_OF.isdisjoint(aside) and "and" not in aside
