"""Unify actors across articles: one node a person or body, whatever each report calls it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz

from crosswire.model import Actor, Move, Reading, Statement
from crosswire.text.patronyms import father_of

from .abroad import States, join_abroad, states_of
from .groups import Groups
from .one_kind import settle_kinds
from .spelling import body_key, fold, initials, person_key, plain, short_forms, slug
from .transliterations import join_transliterated

# Two spellings of one name part; 85 keeps "Oleksandr"/"Aleksandr" and "Sergey"/"Sergei" and parts "Maria"/"Marta".
SAME_SPELLING = 85.0
# Words in a body's name from which on a longer one with the same ends is taken for the same body.
_SHORTENED = 3
# An actor as one article knows it: (article id, actor id there).
Local = tuple[str, str]
# Longer names in capitals are words: "LIMA", and not "UAE".
_INITIALS = 3
_PARTY = " party"


class Unified(msgspec.Struct, frozen=True):
    """The case's actors, and what each article's own actor ids became."""

    actors: tuple[Actor, ...]
    ids: dict[Local, str]

    def of(self, article: str, actor: str) -> str:
        """Return the unified id of an article's actor id; ids that no reading lists (names in `via`) stay."""
        return self.ids.get((article, actor), actor)


class _Nodes(Groups[Local]):
    """Groups of actors that know the parties and the pack ids of their members, however many these are."""

    def __init__(self, actors: Mapping[Local, Actor]) -> None:
        super().__init__(actors)
        self.actors = actors
        self._parties = {key: {actor.party} if actor.party else set() for key, actor in actors.items()}
        self._packs = {key: {actor.id} if actor.known else set() for key, actor in actors.items()}
        self._fathers = {key: {father_of(actor.name)} - {None} for key, actor in actors.items()}

    def join(self, one: Local, other: Local) -> None:
        """Merge the groups of two actors."""
        roots = self.root(one), self.root(other)
        super().join(one, other)
        into, gone = min(roots), max(roots)
        if into != gone:
            self._parties[into] |= self._parties.pop(gone)
            self._packs[into] |= self._packs.pop(gone)
            self._fathers[into] |= self._fathers.pop(gone)

    def contradict(self, one: Local, other: Local) -> bool:
        """Tell whether two groups are of different parties, of different pack entries, or sons of different fathers."""
        ours, theirs = self.root(one), self.root(other)
        told = (self._parties, self._packs, self._fathers)
        pairs = [(one[ours], one[theirs]) for one in told]
        return any(bool(a and b and a.isdisjoint(b)) for a, b in pairs)


def unify_actors(readings: Sequence[Reading]) -> Unified:
    """
    Merge the actors of all readings.

    Pack ids stay as they are. Others join by full name, by folded spelling unless party contradicts, by acronym,
    and a lone surname joins the only person of the case that carries it.
    """
    named = {(r.article, actor.id): actor for r in sorted(readings, key=lambda r: r.article) for actor in r.actors}
    return unify_local(named, states_of(named.values()))


def unify_local(named: Mapping[Local, Actor], states: States, crowded: Set[str] = frozenset()) -> Unified:
    """
    Merge actors that come in the order of their articles; `states` are all those of the case.

    `crowded` are the first names that others of the case bear, too: nobody is meant by one of them alone.
    """
    local = settle_kinds(named)
    groups = _Nodes(local)
    known: dict[str, Local] = {}
    for key, actor in local.items():
        if actor.known:
            groups.join(known.setdefault(actor.id, key), key)
    _join_people({key: actor for key, actor in local.items() if actor.kind == "person"}, groups, crowded)
    _join_bodies({key: actor for key, actor in local.items() if actor.kind != "person"}, states, groups)
    return _named(local, groups)


def rename(statement: Statement, unified: Unified) -> Statement:
    """Return the statement with every actor id replaced by the case's id."""

    def to(actor: str | None) -> str | None:
        return None if actor is None else unified.of(statement.article, actor)

    return msgspec.structs.replace(
        statement,
        speaker=to(statement.speaker),
        agent=to(statement.agent),
        target=to(statement.target),
        event_agent=to(statement.event_agent),
        event_target=to(statement.event_target),
        via=tuple(unified.of(statement.article, link) for link in statement.via),
        actors=tuple(sorted({unified.of(statement.article, actor) for actor in statement.actors})),
    )


def moves_of(readings: Mapping[str, Reading], unified: Unified) -> dict[str, list[Move]]:
    """Return the moves of all readings by their statements' ids, with the case's actors."""
    found: dict[str, list[Move]] = {}
    for article, reading in readings.items():
        for one in reading.moves:
            agent = None if one.agent is None else unified.of(article, one.agent)
            target = None if one.target is None else unified.of(article, one.target)
            found.setdefault(one.statement, []).append(msgspec.structs.replace(one, agent=agent, target=target))
    return found


def _join_people(people: Mapping[Local, Actor], groups: _Nodes, crowded: Set[str]) -> None:
    full: dict[tuple[str, str], list[Local]] = defaultdict(list)
    lone: dict[str, list[Local]] = defaultdict(list)
    for key, actor in people.items():
        given, surname = person_key(actor.name)
        if given:
            full[given, surname].append(key)
        else:
            lone[surname].append(key)
    for keys in full.values():
        _join_compatible(keys, groups)
    _join_variants(full, groups)
    _join_juniors(full, groups)
    join_transliterated(people, lambda keys: _join_compatible(keys, groups))
    bearers: dict[str, set[Local]] = defaultdict(set)
    for (_, surname), keys in full.items():
        bearers[surname].update(groups.root(key) for key in keys)
    firsts: dict[str, set[Local]] = defaultdict(set)
    for (given, _), keys in full.items():
        firsts[given].update(groups.root(key) for key in keys)
    for surname, keys in lone.items():
        # Where the surname comes first, as in China or Hungary, "Lin" is short for the only "Lin Mei" there is.
        homes = bearers.get(surname) or firsts.get(surname, set())
        if surname in crowded and surname not in bearers:
            continue
        if len(homes) > 1:
            _join_as_written(keys, [key for (_, last), held in full.items() if last == surname for key in held], groups)
        elif homes:
            _join_compatible([next(iter(homes)), *keys], groups)
        else:
            _join_compatible(keys, groups)


def _join_as_written(lone: Sequence[Local], full: Sequence[Local], groups: _Nodes) -> None:
    """Join lone surnames with the only person who is written so, where others bear the name in another spelling."""
    people = groups.actors
    by_spelling: dict[str, set[Local]] = defaultdict(set)
    for key in full:
        by_spelling[plain(people[key].name).split()[-1]].add(groups.root(key))
    for key in lone:
        homes = by_spelling.get(plain(people[key].name).split()[-1], set())
        if len(homes) == 1:
            _join_compatible([next(iter(homes)), key], groups)


def _join_juniors(full: Mapping[tuple[str, str], list[Local]], groups: _Nodes) -> None:
    """Join "Anna Roe Jr." with "Anna Roe" unless one report names both: then they are two people."""
    for (given, surname), keys in sorted(full.items()):
        elder = full.get((given, surname.split()[0])) if " " in surname else None
        if elder and not {article for article, _ in keys} & {article for article, _ in elder}:
            _join_compatible([elder[0], keys[0]], groups)


def _join_variants(full: Mapping[tuple[str, str], list[Local]], groups: _Nodes) -> None:
    """Join full names that differ in spelling: same surname and a like given name, or the reverse."""
    blocks: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for given, surname in sorted(full):
        blocks["surname", surname].append((given, surname))
        blocks["given", f"{given} {surname[:1]}"].append((given, surname))
    for (by, _), names in sorted(blocks.items()):
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                part = 0 if by == "surname" else 1
                if is_alike(one[part], other[part], given=by == "surname"):
                    _join_compatible([full[one][0], full[other][0]], groups)


def is_alike(one: str, other: str, *, given: bool) -> bool:
    """Tell whether two given names, or two surnames, may be spellings of one."""
    if given and (len(one) == 1 or len(other) == 1):
        return one[:1] == other[:1]
    if given and (one in short_forms(other) or other in short_forms(one)):
        return True
    # Short names differ in one letter and are still two names ("Ivan"/"Iran", "Lee"/"Leo").
    return min(len(one), len(other)) >= 5 and fuzz.ratio(one, other) >= SAME_SPELLING


def _join_compatible(keys: Iterable[Local], groups: _Nodes) -> None:
    """Join keys to the first group whose known party does not contradict theirs, and never two pack entries."""
    heads: list[Local] = []
    for key in keys:
        for head in heads:
            if groups.root(head) == groups.root(key):
                break
            if not groups.contradict(head, key):
                groups.join(head, key)
                break
        else:
            heads.append(key)


def _join_bodies(bodies: Mapping[Local, Actor], states: States, groups: _Nodes) -> None:
    by_name: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for key, actor in bodies.items():
        for name in body_keys((actor.name, *actor.names)):
            by_name[actor.kind, name].append(key)
    for keys in by_name.values():
        _join_compatible(keys, groups)
    spelled: dict[str, set[Local]] = defaultdict(set)
    for key, actor in bodies.items():
        if acronym := initials(actor.name):
            spelled[acronym].add(groups.root(key))
    for (_, name), keys in sorted(item for item in by_name.items() if item[0][1] in spelled):
        homes = {groups.root(home) for home in spelled[name]}
        if " " not in name and len(homes) == 1:
            home = next(iter(homes))
            written = [key for key in keys if bodies[key].name.isupper() and bodies[key].kind == bodies[home].kind]
            _join_compatible([home, *written], groups)
    _join_squeezed(bodies, groups)
    join_abroad(bodies, states, lambda keys: _join_compatible(keys, groups))
    _join_shortened(bodies, groups)
    _join_placed(bodies, groups)


def _join_squeezed(bodies: Mapping[Local, Actor], groups: _Nodes) -> None:
    """Join names that differ only in gaps, hyphens and a "u": "Green-Left Labour" and "GreenLeft/Labor"."""
    written: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for key, actor in bodies.items():
        if not actor.known and " " in actor.name:
            written[actor.kind, squeezed(actor.name)].append(key)
    for keys in written.values():
        _join_compatible(keys, groups)


def squeezed(name: str) -> str:
    """Return the letters of a body's name."""
    return body_key(name).replace(" ", "").replace("labour", "labor")


def _join_shortened(bodies: Mapping[Local, Actor], groups: _Nodes) -> None:
    """Join a body to the one whose name holds its own: "Vale media office" and "Vale State Media Office"."""
    named: dict[tuple[str, ...], dict[tuple[str, ...], list[Local]]] = defaultdict(lambda: defaultdict(list))
    for key, actor in bodies.items():
        words = tuple(body_key(actor.name).split())
        if not actor.known and actor.kind == "body" and len(words) >= _SHORTENED:
            named[actor.kind, *shortened_key(words)][words].append(key)
    for spellings in named.values():
        for words, keys in sorted(spellings.items()):
            longer = [other for other in spellings if len(other) > len(words) and _stands_in(words, other)]
            if len(longer) == 1:
                _join_compatible([*keys, *spellings[longer[0]]], groups)


def _join_placed(bodies: Mapping[Local, Actor], groups: _Nodes) -> None:
    """Join a body to the only one that has its name and a place: "Front for Docks" and "Front for Docks in Vale"."""
    placed: dict[tuple[str, ...], dict[tuple[str, ...], list[Local]]] = defaultdict(lambda: defaultdict(list))
    plain: dict[tuple[str, ...], list[Local]] = defaultdict(list)
    for key, actor in bodies.items():
        words = tuple(body_key(actor.name).split())
        if not actor.known and actor.kind == "body" and len(words) >= _SHORTENED:
            short = unplaced(words)
            (placed[short][words] if short != words else plain[words]).append(key)
    for words, keys in sorted(plain.items()):
        if len(placed.get(words, {})) == 1:
            _join_compatible([*keys, *next(iter(placed[words].values()))], groups)


def unplaced(words: Sequence[str]) -> tuple[str, ...]:
    """
    Return a body's name without the place it ends in.

    >>> unplaced(("front", "for", "docks", "in", "vale")), unplaced(("front", "in", "vale"))
    (('front', 'for', 'docks'), ('front', 'in', 'vale'))
    """
    cut = len(words) - 2
    return tuple(words[:cut]) if cut >= _SHORTENED and words[cut] == "in" else tuple(words)


def shortened_key(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that a body's name keeps when it is cut short: its ends."""
    return tuple(words[:: len(words) - 1]) if len(words) >= _SHORTENED else tuple(words)


def _stands_in(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether the words of one name stand in another in their order."""
    rest = iter(full)
    return all(word in rest for word in short)


@lru_cache(maxsize=1 << 16)
def body_keys(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of a body's names, each once; the "Lake party" is also called the Lake."""
    keys = set(map(body_key, names))
    return tuple(sorted(keys | {key.removesuffix(_PARTY) for key in keys}))


def _named(local: Mapping[Local, Actor], groups: Groups[Local]) -> Unified:
    """Give every group its id: the pack's, else a slug of its fullest name, numbered when two groups share one."""
    merged = [(merge_actors([local[key] for key in keys]), keys) for keys in groups.all()]
    merged.sort(key=lambda pair: (not pair[0].known, pair[0].id, pair[1][0]))
    taken: Counter[str] = Counter()
    actors, ids = [], {}
    for actor, keys in merged:
        taken[actor.id] += 1
        name = actor.id if taken[actor.id] == 1 else f"{actor.id}-{taken[actor.id]}"
        actors.append(actor if name == actor.id else msgspec.structs.replace(actor, id=name))
        ids.update(dict.fromkeys(keys, name))
    return Unified(tuple(sorted(actors, key=lambda actor: actor.id)), ids)


def merge_actors(actors: Sequence[Actor]) -> Actor:
    """Return one actor for several nodes: the pack's name, else the fullest; all spellings, the commonest party."""
    listed = [actor for actor in actors if actor.known]
    if len(actors) == 1:
        return _alone(actors[0])
    if listed:
        head = listed[0]
        name, id_ = head.name, head.id
    else:
        name = _commonest(_bare([_spelled(actor) for actor in actors]), fullest=True)
        head, id_ = actors[0], slug(name)
    names = {spelling for actor in actors for spelling in (actor.name, *actor.names)} - {name}
    roles = [actor.role for actor in actors if actor.role]
    # What he is now says more than what he was.
    roles = [role for role in roles if not role.lower().startswith("former ")] or roles
    irregular = any(actor.irregular for actor in actors) and not listed
    parties = [actor.party for actor in actors if actor.party and not irregular]
    return Actor(
        id=id_,
        name=name,
        kind=head.kind,
        party=_commonest(parties) if parties else None,
        role=_commonest(roles, fullest=True) if roles else None,
        names=(name, *sorted(names, key=lambda n: (-len(n), n))),
        known=bool(listed),
        irregular=irregular,
    )


def _bare(spelled: Sequence[str]) -> list[str]:
    """Leave out the "Lake party" where reports also call it the Lake."""
    every = set(spelled)
    return [one for one in spelled if not (one.endswith(_PARTY) and one.removesuffix(_PARTY) in every)]


def _alone(actor: Actor) -> Actor:
    """Return an actor that one report names as one of the case."""
    name = _spelled(actor)
    names = {*actor.names} - {name}
    return Actor(
        id=actor.id if actor.known else slug(name),
        name=name,
        kind=actor.kind,
        party=actor.party or None,
        role=actor.role or None,
        names=(name, *sorted(names, key=lambda n: (-len(n), n))) if names else (name,),
        known=actor.known,
        irregular=actor.irregular,
    )


def _spelled(actor: Actor) -> str:
    """Return an actor's name; a dateline's "LIMA" is Lima."""
    cried = actor.kind == "place" and actor.name.isupper() and len(actor.name) > _INITIALS and not actor.known
    return actor.name.title() if cried else actor.name


def _commonest(values: Sequence[str], *, fullest: bool = False) -> str:
    """Return the value with most words (when `fullest`), then most often used, then first by alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-len(fold(v).split()) if fullest else 0, -counts[v], v))
