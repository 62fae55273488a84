"""Hold articles to the truth: metadata, copies, page lines and the people named in them."""

from collections import Counter
from itertools import combinations

from bench.quality.demo.case import Case, Item

# Navigation and footer are both furniture: a line labelled either way is right.
_FURNITURE = {"navigation", "footer"}


def article(case: Case, item: Item) -> list[str]:
    """Compare outlet, title, author, date and genre; a feed's teaser must be skipped, with a reason."""
    ref = item["ref"]
    if item.get("teaser"):
        return [] if ref in case.skipped and case.skipped[ref].reason else ["a teaser that was not skipped"]
    found = case.refs.get(ref)
    if found is None:
        return [f"not read: {case.skipped[ref].reason if ref in case.skipped else 'no such input'}"]
    got = {
        "outlet": case.outlet(found.outlet),
        "title": found.title,
        "author": found.author,
        "published": str(found.published) if found.published else None,
        "genre": found.genre,
    }
    return [f"{key}: expected {item[key]!r}, found {got[key]!r}" for key in got if got[key] != item[key]]


def copy(case: Case, item: Item) -> list[str]:
    """A copy counts as the wire's reporting, as the wire's own report does."""
    got = {ref: case.origin(ref) for ref in (item["origin"], item["ref"])}
    return [f"{ref}: expected origin {item['wire']}, found {home}" for ref, home in got.items() if home != item["wire"]]


def not_copy(case: Case, item: Item) -> list[str]:
    """Independent reports keep their own origins, whatever words they share."""
    homes = {one["ref"]: case.origin(one["ref"]) for one in item["evidence"]}
    return [f"{a} and {b}: one origin, {homes[a]}" for a, b in combinations(homes, 2) if homes[a] == homes[b]]


def false_folds(case: Case) -> list[str]:
    """List articles counted under another outlet though the truth plants no copy there."""
    copies = {member["ref"] for group in case.truth["copies"] for member in group["members"]}
    found = []
    for item in case.truth["articles"]:
        ref, home = item["ref"], case.origin(item["ref"])
        if ref in case.refs and ref not in copies and home != item["outlet"]:
            found.append(f"{ref}: {item['outlet']} counted as {home}")
    return found


def page_line(case: Case, item: Item) -> list[str]:
    """Compare one line of a pasted page with the region most of it lies in."""
    found = case.refs.get(item["ref"])
    if found is None:
        return ["article not read"]
    start = 0
    for number, line in enumerate(found.text.split("\n"), 1):
        if number == item["line"]:
            if line.strip() != item["text"].strip():
                return [f"the line reads {line[:60]!r}"]
            covered: Counter[str] = Counter()
            for region in found.regions:
                covered[region.role] += max(0, min(region.end, start + len(line)) - max(region.start, start))
            role = covered.most_common(1)[0][0] if covered and max(covered.values()) > 0 else "navigation"
            same = role == item["role"] or {role, item["role"]} <= _FURNITURE
            return [] if same else [f"expected {item['role']}, found {role}: {line[:60]!r}"]
        start += len(line) + 1
    return ["no such line"]


def same_actor(case: Case, item: Item) -> list[str]:
    """Every spelling that an article uses names one and the same actor."""
    wanted, spellings = item["actor"], set(item["spellings"])
    others = [a for a in case.dossier.actors if a.id != wanted and spellings & {a.name, *a.names}]
    wrong = [f"{a.id} also carries {sorted(spellings & {a.name, *a.names})}" for a in others]
    for ref, found in sorted(case.refs.items()):
        for mention in case.readings[found.id].mentions:
            words = mention.span.of(found.text)
            if words in spellings and mention.actor != wanted:
                wrong.append(f"{ref}: {words!r} is read as {mention.actor}")
    known = {a.id for a in case.dossier.actors}
    return wrong if wanted in known else [*wrong, f"no actor {wanted}"]


def different_actors(case: Case, item: Item) -> list[str]:
    """Two actors with like names are two, each named somewhere, and neither called by the other's full name."""
    names = {a.id: {a.name, *a.aliases} for a in case.packs.actors}
    one, other = item["pair"]
    wrong = []
    seen = set()
    for ref, found in sorted(case.refs.items()):
        for mention in case.readings[found.id].mentions:
            words = " ".join(mention.span.of(found.text).split())
            seen.add(mention.actor)
            for mine, yours in ((one, other), (other, one)):
                if words in names[mine] - names[yours] and mention.actor == yours:
                    wrong.append(f"{ref}: {words!r} is read as {yours}")
    return [*wrong, *(f"nobody is read as {actor}" for actor in (one, other) if actor not in seen)]
