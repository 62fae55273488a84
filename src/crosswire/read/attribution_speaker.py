"""Tell who the words of a source name: an actor of the article, an outlet, or somebody unnamed."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from crosswire.model import Actor, Mention, Span
from crosswire.read.attribution_apposed import named_behind, renamed
from crosswire.read.attribution_cast import Cast
from crosswire.read.attribution_cast import kind_at as _kind
from crosswire.read.attribution_words import PAPERS, PEOPLE
from crosswire.read.described import described

# An outlet no pack knows is told by its last word ("the Northern Herald", "Canal TV") or by what it is.
OUTLET = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z][\w.&’'-]*\s+){1,4}(?:News|Times|Post|Herald|Tribune|Journal|Gazette|Telegraph|Mail|Observer|"
    r"Chronicle|Examiner|Courier|Weekly|Press|TV|Radio|Television|Broadcaster|Magazine|Bee|Globe|Inquirer|Star|Dispatch|"
    r"FM|Wire|Independent|Standard|Mirror|Express|Echo|Sentinel|Bulletin|Broadcasting)\b|"
    r"(?:[\w’'-]+\s+){0,4}(?:media(?:\s+(?:reports?|outlets?))?|news\s+(?:agency|agencies|outlets?|(?:web)?site|portal)|"
    r"newspapers?|broadcasters?|television|radio|TV|(?:TV|news)\s+channels?|press\s+reports?)$|"
    r"(?:[\w’'-]+\s+){0,2}Channel\s+(?:\d{1,3}|[A-Z][a-z]+)$|[Tt]he\s+(?:paper|channel|tabloid|daily|weekly)$"
)
# A station is told by its first word: "Radio Arland", "TV Centre".
_STATION = re.compile(r"(?:Radio|TV)\s+[A-Z][\w’'-]*(?:\s+[A-Z]\w*)?$")
# An outlet no pack knows, introduced by what it is: "the newspaper Harbour", "the private broadcaster NTV".
_INTRODUCED = re.compile(
    r"(?:[Tt]he\s+|[Aa]n?\s+)?(?:[\w’'-]+\s+){0,3}?(?:newspaper|broadcaster|daily|weekly|tabloid|magazine|news\s+agency|"
    r"news\s+(?:web)?site|news\s+portal|news\s+channel|television\s+(?:channel|station)|TV\s+(?:channel|station)|"
    r"radio\s+station)\s+(?:[A-Z][\w’'-]*)(?:\s+[A-Z][\w’'-]*){0,3}$"
)
# "An article in the Post", "a photograph published by the Post": the outlet stands behind the paper.
_PAPER_OF = re.compile(
    r"([a-z]{3,16})(?:\s(?:published|broadcast|aired|carried|shared|leaked|obtained|seen|reviewed|verified|released|shown|"
    r"commissioned|printed))?\s(?:in|by|from|of|on|for|with|to)\s(?=(?:[Tt]he\s)?[A-Z]|[a-z]+\s(?:media|television|radio))"
)
_SHOWN = frozenset(
    str.split("photograph photographs photo photos picture pictures footage recording leak images image")
)
_CARRYING = PAPERS | _SHOWN
_HEAD_END = re.compile(
    r",|\s\(|\s(?:of|for|in|at|from|with|on|who|that|which|to|close|familiar|speaking|briefed|inside|across|near)\s"
)
_ASIDE = re.compile(r"(?<=\w)\s?[–—]\s")
# What may stand beside an outlet's name and leave it the outlet: "the state broadcaster X", "the X agency".
_OUTLET_NOUNS = frozenset(
    """
    the a an state national public private local news newspaper newspapers paper daily weekly tabloid magazine agency
    broadcaster channel station network wire service website site portal outlet radio television tv online
    programme program documentary tally calculations bulletin s
    """.split()
)
_HOLDERS = PEOPLE | {
    "president",
    "chancellor",
    "premier",
    "king",
    "queen",
    "leader",
    "ruler",
    "emir",
    "monarch",
    "sultan",
}
# "The ruler of Arland".
_HEAD_OF = re.compile(r"[Tt]he (?P<role>[a-z]+(?: [a-z]+)?) of (?:the )?")
# Offices that one person holds in a state.
_HEADS = frozenset(
    str.split(
        "president,chancellor,premier,king,queen,prime minister,foreign minister,defence minister,defense minister,"
        "leader,ruler,emir,monarch,sultan,supreme leader",
        ",",
    )
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


# What a state speaks through.
_ORGANS = frozenset("ministry ministries government cabinet army military navy presidency embassy parliament".split())
_HEADED = frozenset({"government", "cabinet"})
_SERVICES = re.compile(
    r"\b(?:(?:air|armed|defen[cs]e|ground) forces?|(?:security|emergency|rescue|intelligence|border|secret) services?|"
    r"general staff|(?:coast|border|national) guard|civil defen[cs]e)$"
)
_STATES, _MOVEMENTS = frozenset({"state"}), frozenset({"state", "body", "group"})
# What stands behind the name of a body and says what it is, and words before that ("armed rebel").
_CALLED = frozenset(
    "alliance coalition force group militia movement network organisation organization party union".split()
)
_BEHIND = 3
# What a movement speaks through: "the Front's armed wing".
_WINGS = frozenset("wing delegation leadership politburo bureau".split())
# "The right-wing PX party" is PX.
_KINDS, _GROUPS = frozenset("party union movement alliance bloc faction group".split()), frozenset({"body", "group"})
# "The premier's office" says what the premier says.
_THEIRS = re.compile(r" (?:office|party|government|administration|campaign|team|camp)")
_OFFICE = re.compile(r"['’]s?\s(?:press\s)?(?:office|service)")


class Who(msgspec.Struct, frozen=True):
    """What a source's words stand for; `outlet` when they name a news organisation."""

    actor: str | None = None
    mention: int | None = None
    unnamed: bool = False
    outlet: bool = False
    paper: bool = False


def make_cast(
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
    pronouns: Mapping[str, str],
    roles: Mapping[str, frozenset[str]] = MappingProxyType({}),
    papers: frozenset[str] = frozenset(),
) -> Cast:
    """Index actors by id and mentions by place; `papers` are outlets' names that begin with "the", in lower case."""
    starts = [mention.start for mention in mentions]
    return Cast(
        {actor.id: actor for actor in actors},
        mentions,
        sorted(range(len(mentions)), key=starts.__getitem__),
        sorted(starts),
        pronouns,
        roles,
        any(actor.kind == "outlet" for actor in actors),
        papers,
    )


def who(text: str, source: Span, cast: Cast) -> Who:
    """Return who `source` names: the mention its head is, not one it merely holds ("a spokesman for X" is not X)."""
    if (aside := _ASIDE.search(text, source.start, source.end)) is not None:
        source = Span(source.start, aside.start())  # "officials there – the third under a premier, Ada Roe – said"
    words = source.of(text)
    found = cast.inside(source)
    head = _head(words, source)
    if " and " in head.of(text) and not _is_of_title(text, head, cast):
        joined = {cast.mentions[index].actor for index in cast.inside(head) if cast.mentions[index].kind != "title"}
        if len(joined - {None}) > 1:
            # "Norland and Sudland said": neither alone is the speaker; two outlets both pass the words on.
            return Who(outlet=bool(each_outlet(text, source, cast)))
    index = named_behind(text, source, cast)
    index = renamed(text, source, found, cast) if found and index is None else index
    if index is None:
        index = _named(text, source, head, found, cast)
    if index is not None:
        mention = cast.mentions[index]
        actor = cast.actors.get(mention.actor or "")
        outlet = actor is not None and (
            actor.kind == "outlet"
            or (actor.kind in ("body", "group") and not actor.known and bool(OUTLET.match(words)))
            or (not actor.known and bool(_STATION.match(words) or ("-based " in words and OUTLET.match(words))))
        )
        if mention.actor is not None or mention.kind == "pronoun":
            return Who(mention.actor, index, outlet=outlet)
    head_words = [word.lower() for word in _WORD.findall(head.of(text))]
    # "The Harbour News reporter said": a person, whoever employs him.
    person = bool(head_words) and head_words[-1] in PEOPLE
    named = not person and bool(OUTLET.match(words) or _STATION.match(words) or _INTRODUCED.match(words))
    named = named or (words.lower() in cast.papers and words[-1].islower() and words.split()[-1][0].isupper())
    if named or (found and cast.outlets and _beside_outlet(text, head, cast)):
        return Who(outlet=True)
    if outlet_of_paper(text, source, cast) is not None:
        return Who(paper=True, outlet=True)
    holder = (_office(text, head, cast) or _head_of(text, source, found, cast)) if found else None
    if holder is not None:
        return holder
    tail = head_words[-1] if head_words else ""
    if (organ := _organ(head.of(text).lower(), tail, head, found, cast)) is not None:
        return organ
    if (mouth := _mouth(text, head, cast)) is not None:
        return mouth
    if tail not in PEOPLE and (body := described(head.of(text), cast.actors.values())) is not None:
        return Who(body, next((at for at in cast.order if cast.mentions[at].actor == body), None))
    if tail in PAPERS and tail not in PEOPLE:
        return Who(paper=True, outlet=outlet_inside(source, cast) is not None)
    return Who(unnamed=tail in PEOPLE or (index is None and any(word in PEOPLE for word in head_words)))


def _is_of_title(text: str, head: Span, cast: Cast) -> bool:
    """Tell whether "and" stands in one person's title: "Trade and Industry Secretary Ada Roe" are not two."""
    inside = cast.inside(head)
    last = cast.mentions[inside[-1]] if inside else None
    if last is None or last.end != head.end or _kind(inside[-1], cast) != "person":
        return False
    return last.full.start <= head.start + len("the ") and not any(
        _kind(index, cast) == "person" for index in inside[:-1]
    )


def _mouth(text: str, head: Span, cast: Cast) -> Who | None:
    """Return the person whose office or party speaks: "Prime Minister Ada Roe's office", "his party"."""
    for index in cast.inside(head):
        mention = cast.mentions[index]
        if mention.kind == "pronoun" and mention.start == head.start and _kind(index, cast) == "person":
            return Who(mention.actor, index) if _THEIRS.fullmatch(text, mention.end, head.end) else None
        match = _OFFICE.match(text, cast.mentions[index].end)
        if match is not None and match.end() == head.end and _kind(index, cast) == "person":
            return Who(cast.mentions[index].actor, index)
    return None


def _organ(words: str, tail: str, head: Span, found: Sequence[int], cast: Cast) -> Who | None:
    """Return whose organ speaks by the last word of a phrase: a state's ministry, a movement's wing, a party itself."""
    if tail in _ORGANS or _SERVICES.search(words):
        return _organ_of(found, cast, _STATES) or (_headed(head, cast) if tail in _HEADED else None)
    if tail in _WINGS:
        return _organ_of(cast.inside(head), cast, _MOVEMENTS)
    return _organ_of(cast.inside(head), cast, _GROUPS) if tail in _KINDS else None


def _headed(head: Span, cast: Cast) -> Who | None:
    """Return the state whose head a government is called after, or that head: "Ada Roe's government said"."""
    index = next(iter(cast.inside(head)), None)
    actor = cast.actors.get(cast.mentions[index].actor or "") if index is not None else None
    if actor is None or actor.kind != "person":
        return None
    state = cast.actors.get(actor.party or "")
    return Who(state.id if state is not None and state.kind == "state" else actor.id, index)


def _organ_of(found: Sequence[int], cast: Cast, kinds: frozenset[str]) -> Who | None:
    """Return the one state whose organ a phrase names: "Arland's commerce ministry" says what Arland says."""
    states = {
        index: cast.mentions[index].actor
        for index in found
        if (actor := cast.actors.get(cast.mentions[index].actor or "")) is not None and actor.kind in kinds
    }
    first = next(iter(states), None)
    return Who(states[first], first) if first is not None and len(set(states.values())) == 1 else None


def is_outlet(name: str) -> bool:
    """
    Tell whether a name that no pack lists is called like a paper or a station.

    >>> is_outlet("Harbour Post"), is_outlet("Radio Vale"), is_outlet("Vale Marine")
    (True, True, False)
    """
    return len(name.split()) > 1 and bool(OUTLET.fullmatch(name) or _STATION.fullmatch(name))


def outlet_inside(span: Span, cast: Cast) -> int | None:
    """Return the mention of an outlet inside `span` ("a report by the BBC"), None when there is none."""
    return next((index for index in cast.inside(span) if _kind(index, cast) == "outlet"), None)


def outlet_of_paper(text: str, source: Span, cast: Cast) -> Span | None:
    """Return the outlet in which a paper appeared: "An article in [the Post]"."""
    match = _PAPER_OF.search(text, source.start, source.end)
    if match is None or match[1] not in _CARRYING:
        return None
    name = text[match.end() : source.end].partition("'s ")[0].partition("’s ")[0]
    place = Span(match.end(), match.end() + len(name))
    return place if who(text, place, cast).outlet else None


def each_outlet(text: str, source: Span, cast: Cast) -> tuple[Span, ...]:
    """Return the two outlets of "El Faro and Radio Lume"; none where one of them is no outlet, or where it is one."""
    first, mark, second = source.of(text).partition(" and ")
    if not mark or " and " in second:
        return ()
    spans = (Span(source.start, source.start + len(first)), Span(source.end - len(second), source.end))
    return spans if all(who(text, span, cast).outlet for span in spans) else ()


def _beside_outlet(text: str, head: Span, cast: Cast) -> bool:
    """Tell whether a phrase is an outlet's name with nothing but what it is: "the newspaper X", "the X agency"."""
    index = outlet_inside(head, cast)
    if index is None:
        return False
    mention = cast.mentions[index]
    around = text[head.start : mention.start] + " " + text[mention.end : head.end]
    return all(word.lower() in _OUTLET_NOUNS or word[0].isupper() for word in _WORD.findall(around))


def _office(text: str, head: Span, cast: Cast) -> Who | None:
    """
    Return who holds an office named with its state: "Arland's foreign minister", "the Arlandic president".

    Only the one person of that side and role whom the article names is meant by it.
    """
    for index in cast.inside(head):
        state = cast.actors.get(cast.mentions[index].actor or "")
        if state is None or state.kind != "state":
            continue
        role = _WORD.findall(text[cast.mentions[index].end : head.end].lower())
        role = role[1:] if role[:1] == ["s"] else role
        if not role or role[-1] not in _HOLDERS:
            continue
        fitting = [one for one in cast.actors.values() if _holds(one, state, " ".join(role), cast)]
        if len(fitting) == 1:
            return _one_of(fitting, cast)
        if not fitting and " ".join(role) in _HEADS and _is_the(text, head, cast.mentions[index]):
            return Who(state.id, index)  # an office that one man holds speaks for his state also where none is named
    return None


def _head_of(text: str, source: Span, found: Sequence[int], cast: Cast) -> Who | None:
    """Return the state, or its head whom the report names, of "the ruler of Arland"."""
    match = _HEAD_OF.match(text, source.start, source.end)
    if match is None or match["role"] not in _HEADS:
        return None
    index = next((one for one in found if cast.mentions[one].start == match.end()), None)
    state = cast.actors.get(cast.mentions[index].actor or "") if index is not None else None
    if index is None or state is None or state.kind != "state" or cast.mentions[index].end != source.end:
        return None
    fitting = [one for one in cast.actors.values() if _holds(one, state, match["role"], cast)]
    return _one_of(fitting, cast) if fitting else Who(state.id, index)


def _one_of(people: Sequence[Actor], cast: Cast) -> Who | None:
    """Return the only one of some people, where the report names him."""
    named = next((n for n in cast.order if cast.mentions[n].actor == people[0].id), None)
    return Who(people[0].id, named) if named is not None and len(people) == 1 else None


def _is_the(text: str, head: Span, state: Mention) -> bool:
    """Tell whether an office is the one of its state: "Arland's president", "the Arlandic president"."""
    owned = text[state.end : state.end + 2] in ("'s", "’s") or text[state.end : state.end + 1] in ("'", "’")
    return owned or text[head.start : state.start].lower() == "the "


def _holds(actor: Actor, state: Actor, role: str, cast: Cast) -> bool:
    if actor.kind != "person" or actor.party is None or actor.party not in (state.id, state.party):
        return False
    given = actor.role.lower() if actor.role else ""
    return given.endswith(role) or role in cast.roles.get(actor.id, ())


def _head(words: str, source: Span) -> Span:
    cut = _HEAD_END.search(words, 1)
    return Span(source.start, source.start + cut.start()) if cut else source


def _named(text: str, source: Span, head: Span, found: Sequence[int], cast: Cast) -> int | None:
    """Return the mention that is the head of the source, if any."""
    people = [index for index in found if _kind(index, cast) == "person"]
    first = source.start + len("the ") if text[source.start : source.start + len("the ")].lower() == "the " else 0
    last = cast.mentions[people[-1]] if people else None
    if last and last.end == source.end and text.endswith(") ", source.start, last.full.start):
        return people[-1]  # "Orian Ministry of Works (MOW) Department Director Jane Roe"
    for index in found:
        mention = cast.mentions[index]
        if mention.end == head.end or (
            mention.end < head.end and text[mention.end : head.end] in ("'s", "’s", "'", "’", ".")
        ):
            return index
    for index in found:
        mention = cast.mentions[index]
        if mention.start == source.start and mention.full.start <= source.start and mention.full.end >= head.end:
            return index
        # "The State of Arland": the head ends before the name does.
        if mention.start <= max(head.start, first) < head.end <= mention.end:
            return index
    # "The ALK rebel group", "the Vale militia": what it is stands behind its name.
    for index in found:
        mention = cast.mentions[index]
        behind = text[mention.end : head.end].split()
        if mention.start <= max(head.start, first) and behind and behind[-1] in _CALLED and len(behind) <= _BEHIND:
            return index if _kind(index, cast) in ("body", "group") and not behind[0].startswith(("'", "’")) else None
    # "Secretary of State Jane Roe", "the ministry's spokeswoman, Jane Roe": a person's name ends the source or follows
    # its comma.
    for index in people:
        mention = cast.mentions[index]
        before = text[source.start : mention.start].rstrip()
        if before.endswith(",") and mention.start - head.end <= 3:
            return index
        if mention.full.start <= source.start and mention.full.end >= head.end:
            return index
        if mention.end == source.end and not before.endswith(
            (" for", " of", " to", " with", " from", " by", " in", " and", " at")
        ):
            return index if text[mention.end : mention.end + 2] not in ("'s", "’s") else None
    return None
