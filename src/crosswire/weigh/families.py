"""
Actors of a growing case in families: no two of different families can be one, or be told apart by one another.

A report more is unified with the families whose names have something in common with its own; the others stand.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

import msgspec

from crosswire.model import Actor, Reading

from .abroad import States, states_of
from .actors import Local, Unified, body_keys, is_alike, shortened_key, squeezed, unify_local, unplaced
from .each import Each
from .one_kind import settle_kinds
from .spelling import body_key, fold, initials, person_key
from .transliterations import heard

# What two names have in common, by what is asked of it.
Key = tuple[str, str]
_EITHER = frozenset({"person", "body"})
_NOBODY = Unified((), {})


class Apart(NamedTuple):
    """A reading without its own word on whose people are whose, that word, and the roles it gives to people."""

    reading: Reading
    owners: dict[str, str]
    roles: tuple[tuple[str, str], ...]


class Family(msgspec.Struct):
    """The actors of a family by where their reports stand in the order of ids, and what they came to."""

    members: dict[Local, Actor]
    order: list[tuple[str, int, str]]
    unified: Unified = _NOBODY


class Families:
    """The families of a case's actors, from one weighing to the next. What `unify` returns is `unify_actors`'."""

    def __init__(self) -> None:
        """Know nobody."""
        self._forget(States())
        self._apart = Each[Reading, Apart]()

    def _forget(self, states: States) -> None:
        self._states = states
        self._readings: dict[str, Reading] = {}
        self._nodes: dict[tuple[object, ...], int] = {}
        self._root: list[int] = []
        self._families: dict[int, Family] = {}
        self._held: dict[Key, int] = {}
        self._surnames: dict[str, list[tuple[str, int]]] = defaultdict(list)
        # Who is called by initials and who may be meant; by one name and who bears it first, and surnames surely borne.
        self._short: dict[str, list[int]] = defaultdict(list)
        self._full: dict[str, list[int]] = defaultdict(list)
        self._lone: dict[str, list[int]] = defaultdict(list)
        self._first: dict[str, list[int]] = defaultdict(list)
        self._borne: set[str] = set()
        self._called: list[str] = []
        self._crowded: frozenset[str] = frozenset()
        # The kinds that names are taken for, and who is tied once a name is taken for one.
        self._met: set[Key] = set()
        self._waiting: dict[Key, list[Callable[[], None]]] = defaultdict(list)
        self._stirred: set[int] = set()
        self._ids: dict[Local, str] = {}

    def apart(self, readings: Sequence[Reading], part: Callable[[Reading], Apart]) -> list[Apart]:
        """Return what `part` makes of each reading: the same objects for those that it was asked of the last time."""
        return self._apart.of(readings, part)

    def unify(self, readings: Sequence[Reading]) -> Unified:
        """Merge the actors of readings: those of families that nobody joined are as they were."""
        fresh = [one for one in readings if self._readings.get(one.article) is not one]
        states = states_of(actor for one in fresh for actor in one.actors)
        if len(self._readings) + len(fresh) != len(readings) or not states.names <= self._states.names:
            # Reports left or were read anew, or a state came, which names may leave out.
            self._forget(states_of(actor for one in readings for actor in one.actors))
            fresh = list(readings)
        self._stirred = set()
        for one in fresh:
            self._take(one)
        self._tie_lone()
        ids = dict(self._ids)
        for root in set(map(self._root_of, self._stirred)):
            family = self._families[root]
            family.order.sort()
            named = {(article, id_): family.members[article, id_] for article, _, id_ in family.order}
            family.unified = unify_local(named, self._states, self._crowded)
            ids.update(family.unified.ids)
        self._ids = ids
        every = (actor for family in self._families.values() for actor in family.unified.actors)
        return Unified(tuple(sorted(every, key=attrgetter("id"))), ids)

    def _take(self, reading: Reading) -> None:
        self._readings[reading.article] = reading
        # An id given twice is the later one's, in the place of the first.
        for at, (id_, actor) in enumerate({actor.id: actor for actor in reading.actors}.items()):
            node = self._node(actor)
            family = self._families[self._root_of(node)]
            family.members[reading.article, id_] = actor
            family.order.append((reading.article, at, id_))
            self._stirred.add(node)

    def _node(self, actor: Actor) -> int:
        """Return the place of what an actor is called, tied to all that it may have to do with."""
        look = (actor.name, actor.kind, actor.known, actor.id if actor.known else None, actor.names, bool(actor.role))
        node = self._nodes.get(look)
        if node is None:
            node = self._nodes[look] = len(self._root)
            self._root.append(node)
            self._called.append(fold(actor.name))
            self._families[node] = Family({}, [])
            self._tie_keys(node, _keys(actor))
            if actor.kind == "person":
                self._tie_person(node, actor.name)
            else:
                self._tie_body(node, actor)
            if actor.kind in _EITHER:
                self._tie_either(node, actor)
        return node

    def _tie_either(self, node: int, actor: Actor) -> None:
        """Tie as a body, too, a person whose name others take for a body's, and the other way round."""
        name, rest = fold(actor.name), actor.name.partition(" ")[2]
        given, surname = person_key(actor.name)
        if actor.kind == "person":
            self._meet(("person", name))
            if given:
                self._meet(("person", surname))
            if given and (actor.known or actor.role):
                self._borne.add(surname)
            if not actor.known:
                self._await(("body", name), lambda: self._tie_body(node, actor))
        else:
            self._meet(("body", name))
            if not actor.known:
                self._await(("person", name), lambda: self._tie_person(node, actor.name))
            if not actor.known and " " in rest:
                # "Mediator Ada Roe" may be Ada Roe.
                self._tie_keys(node, [("name", fold(rest))])
                self._await(("person", fold(rest)), lambda: self._tie_person(node, rest))

    def _meet(self, kind: Key) -> None:
        """Note that a name is taken for one kind: who waited for it is tied."""
        self._met.add(kind)
        for tie in self._waiting.pop(kind, ()):
            tie()

    def _await(self, kind: Key, tie: Callable[[], None]) -> None:
        if kind in self._met:
            tie()
        else:
            self._waiting[kind].append(tie)

    def _tie_person(self, node: int, name: str) -> None:
        """Tie a person to those of its surname or of one spelt nearly alike, and to who may be called by one name."""
        given, surname = person_key(name)
        self._tie_keys(node, [("name", fold(name)), ("name", surname), ("name", surname.partition(" ")[0])])
        (self._first[given] if given else self._lone[surname]).append(node)
        if given:
            if (spoken := heard(given, surname)) is not None:
                self._tie_keys(node, [("heard", spoken)])
            block = self._surnames[f"{given} {surname[:1]}"]
            for other_surname, other in block:
                if other_surname != surname and is_alike(surname, other_surname, given=False):
                    self._tie(node, other)
            block.append((surname, node))

    def _tie_body(self, node: int, actor: Actor) -> None:
        """Tie a body to those whose names, or what is left of them, are its own."""
        names = body_keys((actor.name, *actor.names))
        self._tie_keys(node, [("body", name) for name in names])
        if acronym := initials(actor.name):
            self._tie_short(node, acronym, self._full, self._short)
        for name in names if actor.name.isupper() else ():
            self._tie_short(node, name, self._short, self._full)
        if not actor.known:
            words = body_key(actor.name).split()
            spelled = self._states.spelled(words)
            keys = [("squeezed", squeezed(actor.name)), ("abroad", spelled)]
            if (short := unplaced(words)) != tuple(words):
                keys.append(("ends", " ".join(shortened_key(short))))
            if len(words) > 1:
                keys += [("ends", " ".join(shortened_key(words))), ("abroad", self._states.rest(spelled) or spelled)]
            self._tie_keys(node, keys)

    def _tie_keys(self, node: int, keys: Iterable[Key]) -> None:
        for key in keys:
            self._tie(node, self._held.setdefault(key, node))

    def _tie_short(self, node: int, name: str, held: dict[str, list[int]], others: Mapping[str, Sequence[int]]) -> None:
        for other in others.get(name, ()):
            self._tie(node, other)
        held[name].append(node)

    def _tie_lone(self) -> None:
        """
        Tie who is called by one name to who bears it first, where nobody bears it last and all who do are one family.

        A first name of several families is nobody's by itself: then these need not be looked through.
        """
        before = None
        crowded: set[str] = set()
        while before != len(self._families):
            before, crowded = len(self._families), set()
            for name in self._lone.keys() & self._first.keys() - self._borne:
                roots = {self._root_of(node) for node in self._first[name] if self._is_person(node)}
                if len(roots) > 1:
                    crowded.add(name)
                elif roots:
                    self._tie(self._lone[name][0], roots.pop())
        for name in crowded ^ self._crowded:
            self._stirred.update(self._lone[name])
        self._crowded = frozenset(crowded)

    def _is_person(self, node: int) -> bool:
        """Tell whether a person is one once its family's names have one kind each: reports may take it for a body."""
        name = self._called[node]
        if ("body", name) not in self._met:
            return True
        # "Mediator Ada Roe" may be Ada Roe.
        rest = name.partition(" ")[2]
        names = (name, rest) if " " in rest else (name,)
        settled = settle_kinds(self._families[self._root_of(node)].members)
        return any(one.kind == "person" and fold(one.name) in names for one in settled.values())

    def _root_of(self, node: int) -> int:
        root = self._root
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    def _tie(self, one: int, other: int) -> None:
        into, gone = self._root_of(one), self._root_of(other)
        if into != gone:
            if len(self._families[into].order) < len(self._families[gone].order):
                into, gone = gone, into
            self._root[gone] = into
            left, family = self._families.pop(gone), self._families[into]
            family.members.update(left.members)
            family.order += left.order
            self._stirred.add(into)


def _keys(actor: Actor) -> Iterator[Key]:
    """Yield what two actors share that may bear one id."""
    name = fold(actor.name)
    yield "name", name
    if (last := name.rpartition(" "))[2].isdecimal():
        yield "name", last[0]  # the second of a name is numbered
    if actor.known:
        yield "pack", actor.id
        yield "name", fold(actor.id.replace("-", " "))
