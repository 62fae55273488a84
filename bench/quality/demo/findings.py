"""Hold the dossier to the truth: disputes, corroboration, claims that must stay apart, dates, what to watch."""

import datetime as dt
from itertools import combinations, permutations

from bench.quality.demo.case import Case, Item
from crosswire.model import Claim, Dispute, Side, Statement


def side_says(case: Case, side: Side, item: Item) -> bool:
    """Tell whether a side's evidence or its claims' statements say a quotation."""
    words = case.locate(item)
    if words is None:
        return False
    said = {s.id for s in case.saying(item)}
    if any(said & set(case.claims[c].statements) for c in side.claims if c in case.claims):
        return True
    return any(e.article == words.article and e.span.meets(words) for e in side.evidence)


def dispute(case: Case, item: Item) -> list[str]:
    """Some dispute of the kind has a side of its own for each of the truth's sides."""
    close = []
    for found in case.dossier.disputes:
        if not any(side_says(case, s, one) for s in found.sides for t in item["sides"] for one in t["evidence"]):
            continue
        if not _matches(case, found, item):
            sides = " / ".join(side.label for side in found.sides)
            close.append(f"{found.kind} {found.topic!r}: {sides}")
        elif found.kind == item["kind"]:
            return []
        else:
            close.append(f"found as {found.kind} {found.topic!r}")
    if close:
        return close
    said = " || ".join(f"{t['label']}: {case.told(t['evidence'][0])}" for t in item["sides"])
    return [f"no dispute touches it; read: {said}"]


def _matches(case: Case, found: Dispute, item: Item) -> bool:
    wanted = item["sides"]
    return any(
        all(_is_side(case, side, truth) for side, truth in zip(order, wanted, strict=True))
        for order in permutations(found.sides, len(wanted))
    )


def _is_side(case: Case, side: Side, truth: Item) -> bool:
    value = truth.get("value")
    if value is not None and value not in (side.low, side.high):
        return False
    return any(side_says(case, side, one) for one in truth["evidence"])


def not_dispute(case: Case, item: Item) -> list[str]:
    """No dispute of figures sets two of the passages against each other."""
    wrong = [f"not read: {one['ref']} {one['quote']!r}" for one in item["evidence"] if not case.saying(one)]
    for found in case.dossier.disputes:
        if found.kind != "figure":
            continue
        for one, other in combinations(item["evidence"], 2):
            left = {n for n, s in enumerate(found.sides) if side_says(case, s, one)}
            right = {n for n, s in enumerate(found.sides) if side_says(case, s, other)}
            if left and right and left.isdisjoint(right):
                wrong.append(f"disputed: {one['quote']!r} and {other['quote']!r} under {found.topic!r}")
    return wrong


def corroborated(case: Case, item: Item) -> list[str]:
    """One claim holds the fact from two or more of its origins, and counts no more origins than there are."""
    best: tuple[int, str] = (0, f"not read as claims: {case.told(item['evidence'][0])}")
    for claim in {c.id: c for one in item["evidence"] for c in case.claims_saying(one)}.values():
        refs = {one["ref"] for one in item["evidence"] if any(c.id == claim.id for c in case.claims_saying(one))}
        homes = {true_home(case, ref) for ref in refs} & set(item["origins"])
        most = len(voices(case, claim))
        if len(homes) >= 2 and 2 <= len(claim.origins) <= most:
            return []
        best = max(best, (len(homes), f"{sorted(refs)} in one claim, origins {claim.origins} (at most {most})"))
    return [best[1]]


def single_origin(case: Case, item: Item) -> list[str]:
    """One claim holds the fact in every copy, and counts one origin: for a copier's own paragraph, not the wire."""
    holding = [case.claims_saying(one) for one in item["evidence"]]
    if not all(holding):
        return [f"not read: {case.told(one)}" for one, c in zip(item["evidence"], holding, strict=True) if not c]
    common = set.intersection(*({c.id for c in claims} for claims in holding))
    if not common:
        return [f"its copies stand in different claims: {[[c.id for c in claims] for claims in holding]}"]
    wrong = [f"{c} counts {case.claims[c].origins}" for c in sorted(common) if len(case.claims[c].origins) != 1]
    if item.get("own_paragraph"):
        wires = {o for c in common for o in case.claims[c].origins if case.outlet(o.partition(":")[2]) in _wires(case)}
        wrong += [f"the copier's own paragraph is counted as {o}" for o in sorted(wires)]
    return wrong


def must_not_merge(case: Case, item: Item) -> list[str]:
    """No single claim holds statements of both passages; where one is not read itself, of the sentence it stands in."""
    said = ([s.id for s in case.saying(item[key]) or case.near(item[key])] for key in ("a", "b"))
    left, right = ({case.claim_of[s].id for s in side if s in case.claim_of} for side in said)
    return [
        f"merged in {c}: " + " | ".join(case.tell(case.statements[s]) for s in case.claims[c].statements[:4])
        for c in sorted(left & right)
    ]


def timeline(case: Case, item: Item) -> list[str]:
    """An entry of the timeline has the event's own day, and is scheduled when the truth says so."""
    said = {s.id for one in item["evidence"] for s in case.saying(one)}
    day = dt.date.fromisoformat(item["date"])
    got = []
    for entry in case.dossier.timeline:
        if any(said & set(case.claims[c].statements) for c in entry.claims):
            if entry.when.first == entry.when.last == day and entry.scheduled == item.get("scheduled", False):
                return []
            got.append(f"{entry.when.first}..{entry.when.last} scheduled={entry.scheduled}")
    return [f"expected {day}; entries {got or 'none'}; read {' || '.join(case.told(one) for one in item['evidence'])}"]


def watch(case: Case, item: Item) -> list[str]:
    """A scheduled date or deadline is on the timeline; a condition or a threat is read as one."""
    said = [s for one in item["evidence"] for s in case.saying(one)]
    if item["kind"] in ("scheduled", "deadline"):
        return timeline(case, {**item, "scheduled": True})
    if any(_is_open(s, item["kind"]) for s in said):
        return []
    return [f"expected a {item['kind']}; found {' || '.join(case.told(one) for one in item['evidence'])}"]


def _is_open(said: Statement, kind: str) -> bool:
    if kind == "threat":
        return said.act.partition(".")[0] == "THREATEN"
    return said.act == "CONDITION" or said.realis == "conditional"


def shown(case: Case, section: str, item: Item) -> list[str]:
    """Some line of the assessment's section rests on the item's words."""
    places = [words for one in quotes(item) if (words := case.locate(one))]
    lines = [line for s in case.assessment.sections if s.name == section for line in s.lines]
    hit = any(e.article == w.article and e.span.meets(w) for line in lines for e in line.evidence for w in places)
    return [] if hit else [f"no line of {section} rests on it"]


def quotes(node: object) -> list[Item]:
    """Return every reference with a quotation inside an item."""
    if isinstance(node, dict):
        own = [node] if "quote" in node and "ref" in node else []
        return own + [one for value in node.values() for one in quotes(value)]
    return [one for value in node for one in quotes(value)] if isinstance(node, list) else []


def unplanted_disputes(case: Case) -> list[str]:
    """List the disputes found that touch none of the planted ones: to be read, some may be real."""
    planted = [one for item in case.truth["disputes"] for one in quotes(item["sides"])]
    return [
        f"{d.kind} {d.topic!r}: " + " / ".join(s.evidence[0].quote[:90] for s in d.sides if s.evidence)
        for d in case.dossier.disputes
        if not any(side_says(case, side, one) for side in d.sides for one in planted)
    ]


def unplanted_corroboration(case: Case) -> list[str]:
    """List the claims with two or more origins that hold no planted fact: to be read, some may be real."""
    planted = {c.id for item in case.truth["corroborated"] for one in item["evidence"] for c in case.claims_saying(one)}
    return [
        f"{list(c.origins)}: " + " / ".join(case.statements[s].evidence.quote[:90] for s in c.statements[:4])
        for c in case.dossier.claims
        if len(c.origins) > 1 and c.id not in planted
    ]


def true_home(case: Case, ref: str) -> str:
    """Return the outlet whose reporting an article is, by the truth."""
    copied = {m["ref"]: group["wire"] for group in case.truth["copies"] for m in group["members"]}
    own = {item["ref"]: item["outlet"] for item in case.truth["articles"]}
    return str(copied.get(ref, own[ref]))


def voices(case: Case, claim: Claim) -> set[str]:
    """Return the independent voices of a claim at most: named speakers, else the articles' true homes, no summary."""
    found = set()
    for id_ in claim.statements:
        said = case.statements[id_]
        home = true_home(case, case.ref_of[said.article])
        if said.speaker:
            found.add(said.speaker)
        elif home not in {o.id for o in case.packs.outlets if o.kind == "aggregator"}:
            found.add(f"{'unnamed of ' if said.unnamed else ''}{home}")
    return found


def _wires(case: Case) -> set[str]:
    return {o.id for o in case.packs.outlets if o.kind == "wire"}
