"""The antecedent of a reference: the most salient actor that fits, None when two fit about as well."""

from collections.abc import Sequence

import msgspec

from crosswire.model import Span
from crosswire.model.reading import MentionKind
from crosswire.read.gazetteer import Gazetteer, Gender
from crosswire.read.grammar import AUXILIARIES, BE
from crosswire.read.nodes import Node
from crosswire.read.strangers import after_stranger

# Sentences back in which an antecedent may stand: further away papers name the person again.
_BACK = 3
# A runner-up this close makes the reference ambiguous.
_MARGIN = 0.8
# What each further mention adds: with full sums an article's hero takes every "he" of its other people.
_REPEATED = 0.15


class Seen(msgspec.Struct):
    """A mention on its way to `Mention`, with what choosing an antecedent asks for."""

    start: int
    end: int
    kind: MentionKind
    node: Node | None
    full: Span
    sentence: int
    quote: int
    subject: bool = False
    possessive: bool = False
    rival: bool = False


# A quotation's last mark and a space before who spoke it, and the mentions looked at in it.
_MARKED, _IN_A_QUOTE = 3, 12
_ENDS = frozenset("\"”'’")
_OF = frozenset({"of", "of the", "for", "for the", "from", "from the"})
_OBJECT = frozenset({"him", "them"})
_PERSONAL: dict[str, Gender] = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip


class _Cast(msgspec.Struct):
    """The actors named so far, by the words of their roles and names."""

    roles: dict[str, dict[str, Node]] = {}
    names: dict[str, dict[str, Node]] = {}
    nouns: dict[str, dict[str, Node]] = {}
    met: set[str] = set()

    def add(self, node: Node, words: Gazetteer) -> None:
        """Enter an actor once, under the words a later "the minister" or "the ministry" may repeat."""
        if node.id in self.met:
            return
        self.met.add(node.id)
        for noun in words.nouns.get(node.id, ()):
            self.nouns.setdefault(noun, {})[node.id] = node
        if node.kind == "person":
            for role in node.roles:
                for word in role.lower().split():
                    self.roles.setdefault(word, {})[node.id] = node
        elif node.kind in ("body", "outlet", "group"):
            for word in node.name.lower().split():
                self.names.setdefault(word, {})[node.id] = node


def choose(text: str, seen: Sequence[Seen], words: Gazetteer) -> None:
    """Give each reference of `seen` its antecedent among the mentions before it."""
    cast = _Cast()
    for index, item in enumerate(seen):
        if item.node is not None:
            cast.add(item.node, words)
        if item.node is not None or item.rival:
            continue
        said = text[item.start : item.end].lower()
        if item.kind == "pronoun":
            gender = _PERSONAL.get(said)
            if gender is not None:
                item.node = _person(text, seen, index, gender)
                if item.node is not None and item.node.id in _spoken_of(text, seen, index):
                    item.node = None
            else:
                item.node = _thing(text, seen, index, words)
        elif item.kind == "title":
            item.node = _titled(said.split()[1:], seen, index, cast, _spoken_of(text, seen, index))
            if item.node is not None and (
                _is_anothers(text, seen, index, item.node) or _is_of_another_state(seen, index, item.node)
            ):
                item.node = None
        else:
            item.node = _body(text[item.start : item.end].split()[-1], seen, index, cast, words)


def _spoken_of(text: str, seen: Sequence[Seen], index: int) -> set[str]:
    """Return who is named in the quotation that a reference says who spoke: nobody speaks of himself by his name."""
    item = seen[index]
    if item.quote >= 0 or not item.subject or text[max(0, item.start - _MARKED) : item.start].strip()[-1:] not in _ENDS:
        return set()
    named: set[str] = set()
    for other in reversed(seen[max(0, index - _IN_A_QUOTE) : index]):
        if other.quote < 0 or other.quote != seen[index - 1].quote:
            break
        if other.node is not None and other.kind in ("name", "surname"):
            named.add(other.node.id)
    return named


def _is_anothers(text: str, seen: Sequence[Seen], index: int, node: Node) -> bool:
    """Tell whether the words after a title name another side than his: "the representative of Oria"."""
    item, other = seen[index], seen[index + 1] if index + 1 < len(seen) else None
    if other is None or other.node is None or text[item.end : other.start].strip() not in _OF:
        return False
    side = other.node.party or other.node.id
    return node.party is not None and side != node.party


def _is_of_another_state(seen: Sequence[Seen], index: int, node: Node) -> bool:
    """Tell whether an office is rather that of the state that leads the sentence: nobody named its holder lately."""
    item = seen[index]
    if node.party is None or item.quote >= 0 or any(other.node is node for other in _recent(seen, index, _BACK)):
        return False
    sides = [
        other.node.party or other.node.id
        for other in seen[max(0, index - _IN_A_QUOTE) : index]
        if other.sentence == item.sentence and other.subject and other.node is not None
        if other.node.kind in ("state", "body")
    ]
    return bool(sides) and node.party not in sides


def _recent(seen: Sequence[Seen], index: int, back: int) -> list[Seen]:
    """Return the mentions before `index` in reach, nearest first, on the same side of the quotation marks."""
    item = seen[index]
    first, quote = item.sentence - back, item.quote
    found = []
    for place in range(index - 1, max(0, index - 40) - 1, -1):
        other = seen[place]
        if other.sentence < first:
            break
        if other.quote == quote:
            found.append(other)
    return found


def _person(text: str, seen: Sequence[Seen], index: int, gender: Gender) -> Node | None:
    item = seen[index]
    later = _announced(text, seen, index, gender)
    if later is not None:
        return later
    scores: dict[str, float] = {}
    nodes: dict[str, Node | None] = {}
    bound = text[item.start : item.end].lower() in _OBJECT
    opening = after_stranger(text, item.start)
    if any(other.start == opening for other in _recent(seen, index, _BACK)):
        opening = 0  # a name that is known is no stranger's
    for rank, other in enumerate(_recent(seen, index, _BACK)):
        node = other.node
        if other.start < opening or (node is None and not other.rival and other.kind != "title"):
            continue
        if node is not None and (node.kind != "person" or node.gender not in (None, gender)):
            continue
        if bound and other.subject and other.sentence == item.sentence and not _clause_between(text, other, item):
            continue
        key = node.id if node is not None else f"?{other.start}"
        nodes[key] = node
        weight, held = _salience(other, item, rank), scores.get(key, 0.0)
        scores[key] = max(weight, held) + _REPEATED * min(weight, held)
    if not scores:
        return None
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    best = nodes[ranked[0][0]]
    if best is None or (
        len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN * (1 if best.gender is None else 0.6)
    ):
        return None
    if best.gender is None and len(ranked) == 1:
        best.gender = gender
    return best


def _announced(text: str, seen: Sequence[Seen], index: int, gender: Gender) -> Node | None:
    """Return the subject a leading phrase runs ahead of ("In his letter, Mr. Doe said")."""
    item = seen[index]
    for other in seen[max(0, index - 3) : index]:
        if other.sentence == item.sentence and other.node is not None:
            return None
    for other in seen[index + 1 : index + 3]:
        between = text[item.end : other.full.start]
        if other.sentence != item.sentence or other.quote != item.quote or len(between) > _PHRASE:
            return None
        if other.node is None or other.node.kind != "person":
            continue
        leads = other.subject and between.endswith(", ") and between.count(",") == 1
        return other.node if leads and other.node.gender in (None, gender) else None
    return None


def _salience(other: Seen, item: Seen, rank: int) -> float:
    """Weigh a mention: near, as a subject, named rather than possessive (after Lappin and Leass 1994)."""
    weight = 2.0 / (1 + item.sentence - other.sentence)
    if other.subject:
        weight *= 1.7
    elif other.possessive:
        weight *= 0.7
    return weight - 0.02 * rank


def _clause_between(text: str, other: Seen, item: Seen) -> bool:
    between = text[other.end : item.start]
    return any(mark in between for mark in (",", ";", " that ", " said ", " who ", " when ", " because ", " if "))


def _thing(text: str, seen: Sequence[Seen], index: int, words: Gazetteer) -> Node | None:
    """Resolve "it" and "they": only to the one body, state or group that is subject of this or the last sentence."""
    item = seen[index]
    if item.subject and not _opens_clause(text, item.start, words):
        return None
    plural = text[item.start].lower() == "t"
    kinds = {"group"} if plural else {"body", "state"}
    reach = [other for other in _recent(seen, index, 1) if other.node is not None]
    same = [other for other in reach if other.sentence == item.sentence]
    earlier = [other for other in reach if other.sentence == item.sentence - 1] if item.subject else []
    # "While agreeing that Arland may build it, they demand ...": no state is they.
    pool = earlier if plural and not any(_is_many(other.node) for other in same) else same or earlier
    if not (same or plural) and (leader := _led_on(text, pool, item, words)) is not None:
        return leader
    fits = {other.node.id: other.node for other in pool if other.node is not None and _may_be(other.node, kinds)}
    leads = {other.node.id for other in pool if other.subject and other.node is not None}
    if len(fits) != 1 or not leads.intersection(fits) or not _near(text, pool, item, words):
        return None
    if plural and any(other.node is not None and other.node.kind != "group" and other.subject for other in pool):
        return None
    return next(iter(fits.values()))


def _is_many(node: Node | None) -> bool:
    """Tell whether "they" may stand for somebody: people together or several of them, and no state or place."""
    return node is not None and node.kind not in ("state", "place")


def _led_on(text: str, pool: Sequence[Seen], item: Seen, words: Gazetteer) -> Node | None:
    """
    Return the state or body that alone led the sentence before one that opens with "It" and what only a side does.

    "Arland wants Borland to leave. It has also demanded a treaty": no plan demands, and Borland was no subject.
    """
    after = [one.strip(",.").lower() for one in text[item.end : item.end + _WILL].split()[:-1]]
    verb = next((one for one in after if one not in AUXILIARIES and one not in _BESIDE), "")
    passive = not BE.isdisjoint(after[: after.index(verb)]) if verb else True
    does = verb in _MINDED if passive else verb in words.wills or verb in words.speech
    opens = not text[max(0, item.start - 2) : item.start].strip(' \n“"') or text[item.start - 2] in ".!?"
    if not opens or not text[item.start].isupper() or not does:
        return None
    led = {other.node.id: other.node for other in pool if other.subject and other.node is not None}
    if any(
        _is_teller(text, other, item, words) for other in pool if other.node is not None and other.node.id not in led
    ):
        return None  # "..., Borland's army said. It claimed ..."
    node = next(iter(led.values())) if len(led) == 1 else None
    return node if node is not None and node.kind in ("state", "body") else None


def _is_teller(text: str, other: Seen, item: Seen, words: Gazetteer) -> bool:
    """Tell whether a mention that leads nothing is whoever a sentence's end says told it: ", Borland's army said."."""
    after = text[other.end : min(item.start, other.end + _WILL)].split()[:5]
    return any(one.strip(",.") in words.speech for one in after)


def _may_be(node: Node, kinds: set[str]) -> bool:
    """Tell whether a node is of a kind that "it" or "they" stands for; a movement that a pack lists is also an it."""
    return node.kind in kinds or (node.kind == "group" and node.known)


def _near(text: str, pool: Sequence[Seen], item: Seen, words: Gazetteer) -> bool:
    """
    Tell whether a thing is close enough for "it": most far ones stand for a plan or an event, which are no actors.

    In another sentence only "it said" is believed.
    """
    if pool[0].sentence != item.sentence:
        after = text[item.end : item.end + 24].split()
        return bool(after) and after[0].strip(",.") in words.speech
    return any(item.start - other.end <= _CLOSE for other in pool if other.node is not None and other.subject)


# Characters between a body and the "it" or "its" that means it; further away 4 of 10 read in BASIL were wrong.
_CLOSE = 60
# Characters after "It" in which its verb stands, and what may stand before the verb beside auxiliaries.
_WILL = 60
_BESIDE = frozenset("also not never still again already repeatedly long now since then".split())
_MINDED = frozenset("ready willing prepared unwilling determined adamant".split())
# The longest leading phrase whose pronoun may point forward.
_PHRASE = 80


def _opens_clause(text: str, start: int, words: Gazetteer) -> bool:
    """Tell whether "it" or "they" is a subject: at a sentence's start or after a conjunction, not after a verb."""
    before = text[max(0, start - 12) : start].rstrip()
    if not before or before[-1] in '.,;:—–-"“!?':
        return True
    word = before.split()[-1].lower()
    return word in _CONJUNCTIONS or word in words.speech


_CONJUNCTIONS = frozenset(
    "that and but though although because if when as while whether since until after before so where".split()
)


def _titled(said: Sequence[str], seen: Sequence[Seen], index: int, cast: _Cast, others: set[str]) -> Node | None:
    """Resolve "the foreign minister" to the one person before it whose role has these words, none of the `others`."""
    if list(said) == ["premier"] and "premier" not in cast.roles:
        said = ("prime", "minister")
    held = cast.roles.get(said[-1], {})
    fits = {
        key: node
        for key, node in held.items()
        if key not in others and any(fits_role(said, role) for role in node.roles)
    }
    if len(fits) == 1:
        return next(iter(fits.values()))
    if seen[index].quote >= 0:
        return None
    near = {
        other.node.id: other.node
        for other in _recent(seen, index, 1)
        if other.node is not None and other.node.id in fits
    }
    return next(iter(near.values())) if len(near) == 1 else None


def fits_role(said: Sequence[str], role: str) -> bool:
    """Tell whether all words of an office said stand in a role, and none that makes it a lesser or a former one."""
    words = role.lower().replace("defence", "defense").split()
    if not all(word.replace("defence", "defense") in words for word in said):
        return False
    at = words.index(said[-1])
    return not ({"vice", "deputy", "former"} & set(words[:at])) - set(said)


def _body(head: str, seen: Sequence[Seen], index: int, cast: _Cast, words: Gazetteer) -> Node | None:
    """Resolve "the ministry" to the body whose name or pack says so, "the company" to the only body just named."""
    # "The Front" may be one body's name, and the front anywhere.
    written, head = head, head.lower()
    named = cast.nouns.get(written) or cast.nouns.get(head) or cast.names.get(head) or _of_kind(head, cast, words)
    if named:
        return next(iter(named.values())) if len(named) == 1 else None
    called = words.called.get(written) or words.called.get(head)
    if called is not None:
        # A pack's "union" is that union also where a report never gives its full name.
        node = Node(called.id, called.name, called.kind, called.party, None, None, True, called.pronoun, [], [])
        cast.add(node, words)
        return node
    kinds = {"outlet"} if head in ("newspaper", "magazine", "network") else {"body"}
    if head not in _GENERIC:
        return None
    near = {
        other.node.id: other.node
        for other in _recent(seen, index, 1)
        if other.node is not None and not other.possessive and _may_be_called(other.node, head, words)
        if other.node.kind in kinds or (head in _MOVEMENTS and other.node.kind == "group" and other.node.known)
    }
    if head in words.bodies.kinds:
        # No agency is a union; a body of one coined word may be.
        near = {key: node for key, node in near.items() if " " not in node.name}
    return next(iter(near.values())) if len(near) == 1 else None


def _may_be_called(node: Node, head: str, words: Gazetteer) -> bool:
    """Tell whether a noun may stand for a body by what its name says it is: a Workers' Union is no company."""
    last = node.name.lower().split()[-1]
    return head in _ANY or last == head or last not in words.body_nominals


_ANY = frozenset({"group", "organisation", "organization", "movement", "body"})


def _of_kind(head: str, cast: _Cast, words: Gazetteer) -> dict[str, Node]:
    """Return the bodies called what a noun means: "the union" after "the Nurses Organisation"."""
    kinds = words.bodies.kinds.get(head, ())
    return {key: node for kind in kinds for key, node in cast.names.get(kind, {}).items() if node.kind == "body"}


# A movement that a pack lists is a group of people, and speaks as a body does.
_MOVEMENTS = frozenset({"group", "movement", "militia", "organisation", "organization", "party"})
_GENERIC = frozenset(
    "company group agency organization organisation firm newspaper magazine network union bank movement militia "
    "party".split()
)
