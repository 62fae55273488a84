"""One node a person or body: names that mean the same are brought together across spellings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from crosswire.model import Actor, Span
from crosswire.model.reading import ActorKind, MentionKind
from crosswire.read.gazetteer import Entry, Gazetteer, Gender, fold, slug
from crosswire.read.names import Name
from crosswire.read.titles import is_of_opposition
from crosswire.text.patronyms import are_two

# Transliterations of one surname score 90 and more (Lavrov/Lavrow 83 is refused: too close to other names).
SAME_SURNAME = 90
# "Nadim al-Masri" is "Mr Masri" further down.
_ARTICLES, _SHORTEST = frozenset({"al-", "el-"}), 5
# A text with more surnames than this is no report; it is not compared pair by pair.
_MANY = 300


_PART = re.compile(r"[^\s'’]+(?:['’](?!s\b)[^\s'’]+)*")


class Node(msgspec.Struct):
    """An actor while its mentions are being gathered; `actor()` freezes it."""

    id: str
    name: str
    kind: ActorKind
    party: str | None = None
    role: str | None = None
    gender: Gender | None = None
    known: bool = False
    pronoun: str | None = None
    names: list[str] = []
    roles: list[str] = []

    def actor(self) -> Actor:
        """Return the node as plain data, spellings fullest first."""
        names = sorted(dict.fromkeys(self.names), key=lambda name: (-len(name.split()), -len(name), name))
        return Actor(self.id, self.name, self.kind, self.party, self.role, tuple(names) or (self.name,), self.known)


class Sighting(msgspec.Struct, frozen=True):
    """A name and the node it was brought to; None for a nationality used as an adjective."""

    name: Name
    node: Node | None
    kind: MentionKind


class _Roll(msgspec.Struct):
    """The nodes so far, and the ways to find one again."""

    nodes: dict[str, Node] = {}
    surnames: dict[str, list[Node]] = {}
    given: dict[str, list[Node]] = {}
    bodies: dict[str, Node] = {}
    short: dict[str, Node] = {}
    lone: Counter[str] = Counter()
    family: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()


def gather(names: Sequence[Name], paragraphs: Sequence[int], words: Gazetteer) -> list[Sighting]:
    """Return each name with its node, in text order; a name nobody vouches for is left out."""
    body = [name for name in names if paragraphs[name.sentence] != 0] or list(names)
    lone = Counter(name.words[0] for name in body if len(name.words) == 1)
    persons = [name for name in body if name.kind == "person" and not name.weak]
    family = frozenset(name.words[-1] for name in persons if len(name.words) > 1)
    acting = frozenset(name.words[0] for name in body if len(name.words) == 1 and name.kind is None and not name.weak)
    speaking = frozenset(name.words[0] for name in body if name.speaks)
    parties = frozenset(side for name in names if name.entry for side in (name.entry.party, name.entry.id) if side)
    parties |= {"*" for name in persons if name.entry is not None and name.entry.kind == "person"}
    doing = frozenset(name.words[0] for name in body if name.does)
    roll = _Roll(lone=lone, family=family, parties=parties, acting=acting, speaking=speaking, doing=doing)
    found: dict[int, Sighting] = {}
    for name in body:
        node = _full(name, roll, words)
        if node is not None:
            found[name.start] = _sighting(name, node)
    for name in names:
        if name.start in found:
            continue
        if name.entry is not None and name.entry.how == "adjective":
            found[name.start] = Sighting(name, None, "nominal")
            continue
        if paragraphs[name.sentence] == 0 and len(body) < len(names) and name.entry is None:
            found.update((part.start, _sighting(part, node)) for part, node in _headline(name, roll))
            continue
        node = _short(name, roll, words)
        if node is not None:
            found[name.start] = _sighting(name, node)
    return [found[start] for start in sorted(found)]


def _sighting(name: Name, node: Node) -> Sighting:
    written = name.written
    kind: MentionKind = "name"
    if name.entry is not None and name.entry.how == "metonym" and node.kind != "place":
        kind = "metonym"
    elif node.kind == "person" and len(name.words) == 1:
        kind = "surname"
    if kind != "metonym":
        node.names.append(written)
        if node.kind == "person" and not node.known and len(name.words) > len(node.name.split()):
            node.name = written
    node.gender = node.gender or name.gender
    node.party = node.party or _side(name, node.roles)
    if name.role is not None:
        node.roles.append(name.role)
        node.role = node.role or name.role
    return Sighting(name, node, kind)


def _full(name: Name, roll: _Roll, words: Gazetteer) -> Node | None:
    """Return the node of a name that stands by itself: a pack's, a full name, a body."""
    if name.entry is not None and name.entry.how == "adjective":
        return None
    if len(name.words) == 1 and name.kind in ("outlet", "place") and name.words[0] in roll.family:
        return None
    if name.entry is not None and (name.entry.kind != "person" or len(name.words) > 1):
        return _of_entry(name.entry, name, roll)
    if name.kind is None or (len(name.words) < 2 and (not name.vouched or name.kind == "person")):
        return None
    if name.kind == "person":
        if name.weak and not (roll.lone[name.words[-1]] or name.role):
            return None
        return _person(name, roll, words)
    node = _body(name, roll, name.kind)
    if name.short is not None:
        roll.short.setdefault(name.short.replace(".", ""), node)
    return node


def _body(name: Name, roll: _Roll, kind: ActorKind) -> Node:
    """Return the node of a body: a state's own where its name stands before it, else the one named so last."""
    key = " ".join(fold(word) for word in name.words)
    owned = f"{key}|{name.party}"
    node = roll.bodies.get(owned if name.party else key)
    if node is None and name.party and (bare := roll.bodies.get(key)) is not None and bare.party is None:
        node = bare
    if node is None:
        node = _new(name, roll, kind)
    if name.owner is not None and node.name == name.written:
        node.name = f"{name.owner}'s {name.written}"
    roll.bodies[key] = node
    if name.party:
        roll.bodies[owned] = node
    return node


def _of_entry(entry: Entry, name: Name, roll: _Roll) -> Node:
    key = entry.id or slug(entry.name)
    node = roll.nodes.get(key)
    if node is None:
        gender: Gender | None = "he" if entry.pronoun == "he" else "she" if entry.pronoun == "she" else None
        node = Node(key, entry.name, entry.kind, entry.party, None, gender, entry.known, entry.pronoun, [], [])
        if entry.role is not None:
            node.roles.append(entry.role)
        roll.nodes[key] = node
        if entry.kind == "person":
            _index(node, entry.name.split(), roll)
    if name.short is not None:
        roll.short.setdefault(name.short.replace(".", ""), node)
    return node


def _index(node: Node, words: Sequence[str], roll: _Roll) -> None:
    roll.surnames.setdefault(_bare(words[-1]), []).append(node)
    roll.given.setdefault(fold(words[0]), []).append(node)


def _bare(surname: str) -> str:
    """
    Return a surname as it is looked up: without the Arabic article, which a second mention leaves out.

    >>> _bare("al-Masri") == _bare("Masri"), _bare("Al-X") == _bare("X")
    (True, False)
    """
    return fold(_plain(surname))


def _plain(surname: str) -> str:
    article = surname[:3].lower() in _ARTICLES and len(surname) > _SHORTEST
    return surname[3:].lower() if article else surname.lower()


def _new(name: Name, roll: _Roll, kind: ActorKind) -> Node:
    written = name.written
    key = base = slug(written)
    number = 2
    while key in roll.nodes:
        key, number = f"{base}-{number}", number + 1
    node = Node(key, written, kind, _side(name), None, name.gender, False, None, [], [])
    roll.nodes[key] = node
    return node


def _side(name: Name, roles: Sequence[str] = ()) -> str | None:
    """Return the side that a name's title tells, no state's for who leads the opposition there."""
    return None if any(map(is_of_opposition, (name.role or "", *roles))) else name.party


def _core(name: Name, words: Gazetteer) -> list[str]:
    return [word for word in name.words if word not in words.suffixes] or list(name.words)


def _person(name: Name, roll: _Roll, words: Gazetteer) -> Node:
    """Return the person of a full name: a pack's under another spelling, one met before, or a new one."""
    parts = _core(name, words)
    given, surname = fold(parts[0]), _bare(parts[-1])
    for node in roll.surnames.get(surname, [])[:_MANY]:
        same = _same_given(given, fold(node.name.split()[0])) and not are_two(node.name, name.written)
        if same and _agree(node, name):
            return node
    for entry in words.persons.get(fold(parts[-1]), ()):
        if any(_same_given(given, other) for other in words.spellings[entry.id]):
            return _of_entry(entry, name, roll)
    node = _new(name, roll, "person")
    _index(node, parts, roll)
    return node


def _same_given(one: str, two: str) -> bool:
    if one == two or (len(one) > 2 < len(two) and (one.startswith(two) or two.startswith(one))):
        return True
    if min(len(one.rstrip(".")), len(two.rstrip("."))) == 1:
        return one[0] == two[0]
    return len(one) > 4 < len(two) and fuzz.ratio(one, two) >= SAME_SURNAME


def _agree(node: Node, name: Name) -> bool:
    return node.gender is None or name.gender is None or node.gender == name.gender


def _short(name: Name, roll: _Roll, words: Gazetteer) -> Node | None:
    """Return the node a lone word means: a surname, an acronym, a given name, or a new titled person."""
    word = name.words[-1]
    if name.entry is not None and name.entry.how == "adjective":
        return None
    if name.kind in ("person", None) or word in roll.family:
        node = _surname(name, roll)
        if node is not None:
            return node
    if name.entry is not None:
        return _of_entry(name.entry, name, roll)
    if name.kind not in ("person", None):
        return _full(name, roll, words)
    if len(name.words) > 1:
        return None
    node = roll.short.get(word.replace(".", "")) or _followed(name, roll, words)
    if node is not None:
        return node
    close = roll.given.get(fold(word), [])
    if name.honorific and name.role is None and len(close) == 1 and len(word) > 2 and _agree(close[0], name):
        return close[0]  # "Mr Somchai" is Somchai Rattana: many peoples go by the given name
    if name.full.start != name.start or name.honorific:
        return _titled(name, roll, words)
    if _is_acronym(word) and roll.lone[word] > 1 and word in roll.acting and word not in words.not_names:
        node = roll.short[word] = _new(name, roll, "body")
        return node
    if len(close) == 1 and len(word) > 2:
        return close[0]
    if name.vouched:
        node = _titled(name, roll, words)
        node.gender = node.gender or words.given.get(word)
        return node
    if word in roll.speaking and roll.lone[word] > 1 and word not in words.not_names and not word.isupper():
        return _titled(name, roll, words)
    return None


def _is_acronym(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 2


def _titled(name: Name, roll: _Roll, words: Gazetteer) -> Node:
    known = words.persons.get(fold(name.words[-1]), ())
    fits = [entry for entry in known if name.party is None or entry.party == name.party]
    if len(fits) == 1 and name.role is not None and _role_fits(name.role, fits[0]):
        return _of_entry(fits[0], name, roll)
    node = _new(name, roll, "person")
    _index(node, list(name.words), roll)
    return node


def _role_fits(role: str, entry: Entry) -> bool:
    return entry.role is not None and bool(set(role.lower().split()) & set(entry.role.lower().split()))


def _surname(name: Name, roll: _Roll) -> Node | None:
    surname = _bare(name.words[-1])
    nodes = roll.surnames.get(surname)
    if nodes is None and len(surname) > 5 and len(roll.surnames) < _MANY:
        near = [key for key in roll.surnames if key[:1] == surname[0] and fuzz.ratio(key, surname) >= SAME_SURNAME]
        nodes = roll.surnames[near[0]] if len(near) == 1 else None
    fits = [node for node in (nodes or [])[:_MANY] if _agree(node, name)]
    if len(name.words) > 1:
        fits = [node for node in fits if _same_given(fold(name.words[0]), fold(node.name.split()[0]))]
    # One report spells a short name in one way: "Asaad" is no "Assad".
    word = _plain(name.words[-1])
    written = [node for node in fits if word.split()[-1] in map(_plain, node.name.split())]
    fits = written if written or len(word) <= _SHORTEST else fits
    return fits[0] if fits else None


def _followed(name: Name, roll: _Roll, words: Gazetteer) -> Node | None:
    """
    Return the pack's only person of a surname who speaks or acts: a follow-up gives no full name.

    The article names the person's side, or, of one who speaks, in full another person of the pack.
    """
    word = name.words[-1]
    known = words.persons.get(fold(word), ())
    if len(known) != 1 or name.honorific or word in words.not_names:
        return None
    sides = (
        {known[0].party, "*"}
        if word in roll.speaking
        else {known[0].party}
        if word in roll.doing and roll.lone[word] > 1
        else set()
    )
    return _of_entry(known[0], name, roll) if not roll.parties.isdisjoint(sides) else None


def _headline(name: Name, roll: _Roll) -> Iterator[tuple[Name, Node]]:
    """
    Return the parts of a headline's run that the body names; a headline capitalises too much to name anybody new.

    >>> list(_headline(Name(0, 3, ("New",), None, Span(0, 3), 0, written="New"), _Roll()))
    []
    """
    places = [match.span() for match in _PART.finditer(name.written)]
    first = 0
    while first < len(places):
        for last in range(len(places), first, -1):
            start, end = places[first][0], places[last - 1][1]
            words = tuple(name.written[start:end].split())
            node = _again(words, roll)
            if node is not None:
                span = Span(name.start + start, name.start + end)
                yield Name(
                    span.start, span.end, words, name.kind, span, name.sentence, name.entry, None, name.party,
                    name.gender, name.honorific, name.weak, None, name.speaks, name.written[start:end],
                ), node  # fmt: skip
                first = last - 1
                break
        first += 1


def _again(words: Sequence[str], roll: _Roll) -> Node | None:
    node = roll.bodies.get(" ".join(fold(word) for word in words)) or roll.short.get(words[-1])
    if node is not None:
        return node
    nodes = roll.surnames.get(_bare(words[-1]), [])
    if len(words) > 1:
        given = fold(words[0])
        nodes = [node for node in nodes[:_MANY] if len(words) <= 4 and _same_given(given, fold(node.name.split()[0]))]
    return nodes[0] if nodes else None
