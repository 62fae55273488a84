"""Hold statements to the truth: who said what through whom, positions, promises, the truce, loaded words."""

import datetime as dt

from bench.quality.demo.case import Case, Item
from crosswire.model import Statement

# Beside the act the truth names, those that promise, ask or agree to the same thing.
_AGREED = {"AGREE_JOINT", "ACCEPT", "PROMISE", "OFFER"}


def statement(case: Case, item: Item) -> list[str]:
    """Somebody says the words: the right speaker, through the right outlets."""
    found = case.saying(item)
    if any(is_said_by(case, s, item) and chain(case, s) == item["via"] for s in found):
        return []
    who = item["speaker"] or item["unnamed"]
    return [f"expected {who} via {item['via']}; found {case.told(item)}"]


def act_of(case: Case, item: Item) -> list[str]:
    """Compare the act, which is a rate: some sentences bear more than one reading."""
    return _best(case, item, "act", lambda s: s.act.partition(".")[0])


def mode_of(case: Case, item: Item) -> list[str]:
    """Compare direct, mixed and indirect speech, as a rate."""
    return _best(case, item, "mode", lambda s: s.mode)


def _best(case: Case, item: Item, key: str, read: "object") -> list[str]:
    assert callable(read)
    found = [s for s in case.saying(item) if is_said_by(case, s, item)]
    got = [read(s) for s in found]
    return [] if item[key] in got else [f"expected {item[key]}, found {got or 'no such statement'}"]


def is_said_by(case: Case, said: Statement, item: Item) -> bool:
    """Tell whether a statement's speaker is the truth's, named or not."""
    if item["speaker"]:
        return bool(said.speaker == item["speaker"])
    if item["unnamed"]:
        want, got = _bare(item["unnamed"]), _bare(said.unnamed or "")
        return said.speaker is None and bool(got) and (want in got or got in want)
    return said.unnamed is None and (said.speaker is None or said.mode != "direct")


def chain(case: Case, said: Statement) -> list[str]:
    """Return a statement's chain of outlets as pack ids, outermost first."""
    names = {a.id: a.name for a in case.dossier.actors}
    return [case.outlet(link) or case.outlet(names.get(link)) or link for link in said.via]


def _bare(words: str) -> str:
    folded = " ".join(words.casefold().split())
    return folded.removeprefix("a ").removeprefix("an ").removeprefix("the ")


def cite(case: Case, item: Item) -> list[str]:
    """A cited passage has its whole chain, and counts as the innermost outlet's."""
    found = [s for s in case.saying(item) if is_said_by(case, s, item) and chain(case, s) == item["chain"]]
    if not found:
        who = item["speaker"] or item["unnamed"] or "no named speaker"
        return [f"expected {who} via {item['chain']}; found {case.told(item)}"]
    claims = [case.claim_of[s.id] for s in found if s.id in case.claim_of]
    homes = {case.outlet(o.partition(":")[2]) for c in claims for o in (*c.origins, *c.reporters)}
    inner = item["chain"][-1]
    return [] if inner in homes else [f"expected to count as {inner}, found {sorted(map(str, homes))}"]


def not_statement(case: Case, item: Item) -> list[str]:
    """Words that nobody spoke are nobody's speech: not a person's, and no report's own assertion if invented."""
    words = case.locate(item)
    if words is None:
        return ["the words are not in the article's text"]
    wrong = []
    for said in case.by_article[words.article]:
        inside = any(words.start - 1 <= c.start and c.end <= words.end + 1 for c in said.contents)
        voiced = said.mode in ("direct", "mixed") and (said.speaker or said.unnamed)
        invented = item["id"] == "invented-dialogue" and said in case.saying(item)
        if (inside and voiced) or (invented and (said.mode != "narrated" or not said.opinion)):
            wrong.append(case.tell(said))
    return wrong


def position(case: Case, item: Item) -> list[str]:
    """A party's stance on an issue, with its act: its own, or one that a report or another speaker tells of."""
    acts = {item["act"], *item.get("also", ())}
    for said in case.saying(item):
        stances = ((said.act, said.agent or said.speaker), (said.event or "", said.event_agent))
        held = any(act.partition(".")[0] in acts and case.party(who) == item["party"] for act, who in stances)
        if held and item["issue"] in said.issues:
            return []
    return [f"expected {item['party']} {'/'.join(sorted(acts))} on {item['issue']}; found {case.told(item)}"]


def commitment(case: Case, item: Item) -> list[str]:
    """
    A promise or a delivery of the exchange: its figure, its act and its date, all in one statement.

    Where the truth names a `deed`, the counted sentence does not say what was done ("They came off the bridge on
    Friday, 200 of them"): the act is then asked of the deed's own sentence, figure and date of the counted one.
    """
    found = [s for one in item["evidence"] for s in case.saying(one)]
    wanted = {"RELEASE"} if item["date"] else _AGREED | {"RELEASE"}
    deed = item.get("deed")
    told = deed is not None and any(_acts(said) & wanted for said in case.saying(deed))
    for said in found:
        dated = not item["date"] or (said.event_date and said.event_date.first == dt.date.fromisoformat(item["date"]))
        if (told or _acts(said) & wanted) and dated and has_figure(said, item["number"]):
            return []
    seen = " || ".join(case.told(one) for one in item["evidence"])
    return [f"expected {item['number']} {sorted(wanted)} on {item['date']}; found {seen}"]


def _acts(said: Statement) -> set[str]:
    return {said.act.partition(".")[0], (said.event or "").partition(".")[0]}


def running_total(case: Case, item: Item) -> list[str]:
    """The total so far, or what remains, as a figure of some statement."""
    found = [s for one in item["evidence"] for s in case.saying(one)]
    if any(has_figure(s, number) for s in found for number in item["numbers"]):
        return []
    return [f"expected {item['numbers']}; found {' || '.join(case.told(one) for one in item['evidence'])}"]


def has_figure(said: Statement, number: float) -> bool:
    """Tell whether a statement counts `number`."""
    return any(number in (f.low, f.high) for f in said.figures)


def ceasefire(case: Case, item: Item) -> list[str]:
    """The truce declared, broken, blamed on either side, or suspended: statements with the right roles and date."""
    for one in item["evidence"]:
        for said in case.saying(one):
            if _is_step(case, said, item):
                return []
    return [f"expected {item['what']}; found {' || '.join(case.told(one) for one in item['evidence'])}"]


def _is_step(case: Case, said: Statement, item: Item) -> bool:
    acts = _acts(said)
    times = [t for t in (*said.times, said.event_date) if t]
    day = dt.date.fromisoformat(item["date"]) if item["date"] else None
    if day and not any(t.first <= day <= t.last for t in times):
        return False
    if item["by"] and case.party(said.agent or said.speaker) != item["by"]:
        return False
    blamed = {case.party(one) for one in (said.target, said.event_agent, said.event_target)}
    if item["against"] and item["against"] not in blamed:
        return False
    return not item["acts"] or bool(acts & set(item["acts"]))


def frame(case: Case, item: Item) -> list[str]:
    """A side's own word for a thing is marked as loaded; the wires' plain word stands in a statement of its report."""
    words = case.locate({"ref": item["ref"], "quote": item["term"]}) or case.locate(item)
    if words is None or case.locate(item) is None:
        return [case.told(item)]
    near = case.near(item)
    if case.outlet(case.refs[item["ref"]].outlet) != item["outlet"]:
        return [f"expected outlet {item['outlet']}, found {case.refs[item['ref']].outlet}"]
    whole = case.locate(item)
    marked = [span for s in near for span in s.loaded if whole and span.meets(whole)]
    # The wires' plain words for what others colour are the foil, and need no mark.
    if item["outlet"] in {outlet.id for outlet in case.packs.outlets if outlet.kind == "wire"}:
        return [] if near else [case.told(item)]
    return [] if marked else [f"expected {item['term']!r} marked as loaded; {len(near)} statements, none marks it"]
