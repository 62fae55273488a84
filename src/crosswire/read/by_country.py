"""People told by their country and office: "the Orian president" and "Oria's foreign minister" after the one who is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crosswire.read.antecedents import fits_role
from crosswire.read.gazetteer import Gazetteer
from crosswire.read.names import Name
from crosswire.read.nodes import Node, Sighting

_WORDS = re.compile(r"(?:\s[a-z]+){1,4}")
# What follows a name that the office only introduces, and what is somebody else's: "the Orian president's aide".
_NAMED = re.compile(r",?\s(?:[Mm]r\.?\s)?[A-Z]|['’-]|,?\s(?:of|for|who is)\s")
# Who leads a country, by the offices that do.
_LEADERS = ("president", "chancellor", "prime minister", "premier", "supreme leader")


def people_of(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    """Return the people of an article that have an office, by their country or party."""
    people: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind == "person" and node.party is not None and node.roles:
            people[node.party].append(node)
    return people


def by_country(
    text: str, sighting: Sighting, people: Mapping[str, Sequence[Node]], words: Gazetteer
) -> tuple[Node, int] | None:
    """
    Return the one person of the article whom a country's name or adjective opens the office of, and where it ends.

    The person may be named further on: a headline says the office, the text the name. Nobody is meant where two fit.
    """
    entry = sighting.name.entry
    if entry is None or entry.kind != "state" or entry.id not in people:
        return None
    office = _office(text, sighting.name, words)
    if office is None:
        return None
    said, end = office
    fits = [node for node in people[entry.id] if _holds(said, node)]
    return (fits[0], end) if len(fits) == 1 else None


def _office(text: str, item: Name, words: Gazetteer) -> tuple[list[str], int] | None:
    """Return the words of an office right after a country's adjective or "Oria's", and where they end."""
    owned = text[item.end : item.end + 2] in ("'s", "’s")
    if not owned and text[max(0, item.start - 4) : item.start].lower() != "the ":
        return None
    match = _WORDS.match(text, item.end + 2 * owned)
    said: list[str] = []
    for word in re.finditer(r"[a-z]+", match.group()) if match else ():
        said.append(word.group())
        if word.group() in words.person_nominals:
            end = match.start() + word.end() if match else 0
            return None if _NAMED.match(text, end) else (said, end)
    return None


def _holds(said: Sequence[str], node: Node) -> bool:
    """Tell whether a person's first role, the one held now, is the office: "leader" also of a president."""
    role = node.roles[0] if node.roles else ""
    if said == ["leader"]:
        return any(fits_role(office.split(), role) for office in _LEADERS)
    return said[-1] in role.lower().split() and fits_role(said, role)
