"""What a side "will" do under a deal, in exchange, or because it says so: undertakings without a verb that binds."""

from collections.abc import Iterator, Sequence

from crosswire.model import Figure, Span, Statement
from crosswire.read.accords import is_under_paper, speaks_of_paper
from crosswire.read.deeds import Site
from crosswire.read.pledge_dates import dates_of
from crosswire.read.pledge_deeds import Found, noun_after, verb_after
from crosswire.read.pledge_doers import of_both
from crosswire.read.pledge_scene import Scene, fitting
from crosswire.read.roles import subject_before

WILL = frozenset({"will", "'ll", "shall"})
BINDING = WILL | {"would", "must"}
ARE = frozenset({"is", "are", "was", "were"})
_WERE = frozenset({"was", "were"})
PROVIDES = frozenset({"provides", "provide", "calls", "call"})
HYPOTHETICAL = frozenset({"if", "whether", "unless", "should", "were"})
# Undertakings that last: a day named for them is their first.
LASTING = frozenset({"open", "lift", "truce", "post"})
_BEGINS = frozenset("begin start take enter come run last hold".split())
# Deeds of the packs that need no object beside them.
_LISTED = frozenset({"truce", "supply", "withdraw", "pay"})
# Nobody binds himself to these: they are threats.
_HOSTILE = frozenset("strike attack fight shell bomb retaliate punish sue close block shut halt cancel quit".split())
_COMPLETED = frozenset({"completed", "finished", "concluded", "implemented", "honoured", "honored"})
# Words before "will" that make it a plan or a view, and nothing agreed.
_AIMING = frozenset(
    "if whether when hopes expects believes thinks warned fears predicted said says because that".split()
)

_SEEING = frozenset({"see", "allow", "enable", "involve", "secure", "entail", "include"})
_HOPING = frozenset("hopes hope hoped fears doubts unlikely".split())
_PROPOSED = frozenset("plan plans proposal proposals draft resolution".split())


def under_accord(scene: Scene, sentence: Span, places: range, marks: Sequence[int]) -> Iterator[Found]:
    """Yield the deeds that somebody "will" do under a deal or in exchange, or says in so many words he will do."""
    words = scene.words
    for aux in marks:
        is_to = words.low[aux] in ARE and words.low[aux + 1 : aux + 2] == ["to"]
        if (words.low[aux] in BINDING or is_to) and HYPOTHETICAL.isdisjoint(
            words.low[max(places.start, aux - 10) : aux]
        ):
            said = scene.statement_at(words.starts[aux], sentence)
            if said is None:
                continue
            lasting = _begins_truce(scene, aux, places)
            lasting = lasting or (words.low[aux] == "will" and words.low[aux + 1 : aux + 2] == ["be"] and scene.agreed)
            told = words.low[aux] in _WERE and speaks_of_paper(scene, sentence, places)
            settled = (scene.agreed or told) and _is_settled(scene, aux, places)
            if is_to and not settled:
                continue
            if words.low[aux] in _WERE and not told:
                continue  # "was to have gone": what was once planned
            spoken = _promises(said, words.low[aux]) or _says_of_itself(scene, said, aux)
            seen = _seeing(scene, aux, scene.clause_end(aux + 1, places), places)
            if not (lasting or settled or spoken or seen or speaks_of_paper(scene, sentence, places)):
                if not _vouches(scene, said, aux, places):
                    continue
                settled = True
            if words.low[aux] == "would" and said.realis == "conditional":
                continue
            before = words.low[places.start : aux]
            if not _HOPING.isdisjoint(before) or (
                words.low[aux] == "would" and not (scene.agreed or spoken) and not _PROPOSED.isdisjoint(before)
            ):
                continue  # "hopes that a truce will begin", "a plan under which he would step down"
            end = scene.clause_end(aux + 1, places)
            found = seen or verb_after(scene, aux + is_to, end, places, back=True)
            found = found or _completing(scene, aux, end, places)
            listed = found and (found[0].deed in _LISTED or found[0].deed in scene.table.objects)
            counted = settled and found and (found[2] is not None or _is_dated(scene, found[0].first, end))
            # An official paper on what was agreed lists what each side will do.
            issued = settled and (scene.article.genre == "statement" or words.low[aux] in _WERE)
            if found and (listed or counted or issued or is_under_paper(scene, sentence)):
                yield aux, *found
        elif words.low[aux] in PROVIDES and words.low[aux + 1 : aux + 2] == ["for"]:
            subject = words.low[max(places.start, aux - 6) : aux]
            if scene.table.accords & set(subject) or _names_paper(scene, subject):
                end = scene.clause_end(aux + 1, places)
                if found := noun_after(scene, aux, end, places):
                    yield aux, *found


def in_person(scene: Scene, sentence: Span, places: range, marks: Sequence[int]) -> Iterator[Found]:
    """Yield what somebody says that "I" or "we" will do on a day, or at the talks: "I will publish it on 1 May"."""
    low = scene.words.low
    for aux in marks:
        if low[aux] not in WILL or low[aux - 1] not in ("i", "we") or aux - 1 < places.start:
            continue
        said = scene.statement_at(scene.words.starts[aux], sentence)
        if said is None or said.mode not in ("direct", "mixed") or said.negated:
            continue
        if said.speaker is None and not of_both(said):
            continue
        if not _AIMING.isdisjoint(low[max(places.start, aux - 4) : aux - 1]):
            continue
        end = scene.clause_end(aux + 1, places)
        found = verb_after(scene, aux, end, places)
        if found is None or low[found[0].first] in _HOSTILE:
            continue
        due, starts, plain = dates_of(scene, found[0].first, end)
        published = scene.article.published
        day = due or starts or plain
        ahead = day is not None and day.precision == "day" and (published is None or day.last > published)
        if ahead or _at_talks(scene, found[0].first, end):
            yield aux, *found


def _at_talks(scene: Scene, first: int, end: int) -> bool:
    """Tell whether something is to be put on the table at a named place."""
    words, low = scene.words, scene.words.low
    table = any(low[at : at + 3] == ["on", "the", "table"] for at in range(first, end))
    return table and any(
        low[at - 1] in ("in", "at") and scene.kinds.get(scene.reading.mentions[words.owner[at]].actor or "") == "place"
        for at in range(first + 1, end)
        if words.owner[at] >= 0
    )


def _is_settled(scene: Scene, aux: int, places: range) -> bool:
    """Tell whether a side, or each of them, is who "will" or "is to" do something, in a report of an agreement."""
    low = scene.words.low
    if scene.words.low[aux] in ("would", "must") or not _AIMING.isdisjoint(low[places.start : aux]):
        return False
    if low[max(places.start, aux - 3) : aux][-1:] == ["each"]:
        return True
    index = subject_before(scene.words, scene.reading.mentions, aux, places)
    actor = {one.id: one for one in scene.reading.actors}.get(scene.party(index) or "")
    return actor is not None and actor.known


def _vouches(scene: Scene, said: Statement, aux: int, places: range) -> bool:
    """Tell whether somebody says in a report of talks what his own side "will" do."""
    if said.speaker is None or not scene.reading.occasions or scene.words.low[aux] == "must":
        return False
    actors = {one.id: one for one in scene.reading.actors}
    index = subject_before(scene.words, scene.reading.mentions, aux, places)
    voice, side = actors.get(said.speaker), actors.get(scene.party(index) or "")
    known = voice is not None and side is not None and voice.party is not None
    return bool(known and voice and side and voice.party == (side.party or side.id))


def _says_of_itself(scene: Scene, said: Statement, aux: int) -> bool:
    """Tell whether a side says what it "would" do itself: "Peru said on Monday it would allow a convoy in"."""
    if said.mode != "indirect" or said.speaker is None or said.realis != "future" or said.negated:
        return False
    opening = scene.words.at(said.contents[0].start) if said.contents else -1
    opens = scene.words.low[opening : opening + 1] in (["it"], ["they"]) and opening == aux - 1
    acting = scene.kinds.get(said.speaker) in ("state", "group")
    return opens and acting and scene.words.low[aux + 1] not in scene.table.threats | _HOSTILE


def _is_dated(scene: Scene, first: int, end: int) -> bool:
    """Tell whether what is to be done has a day by or from which."""
    return any(dates_of(scene, first, end)[:2])


def _completing(scene: Scene, aux: int, end: int, places: range) -> tuple[Site, int, Figure | None] | None:
    """Return the deed of "the exchange of 1,000 prisoners would be completed by 30 May"."""
    after = scene.words.low[aux + 1 : aux + 4]
    begins = bool(_BEGINS.intersection(after[:1]))
    if not begins and _COMPLETED.isdisjoint(after):
        return None
    for step in range(places.start, aux):
        for site in scene.table.at(scene.words, step, aux):
            fit = fitting(scene, site, aux, places) if site.form == "noun" else None
            if fit is not None and (not begins or site.deed in LASTING):
                return site, end, fit.figure
    return None


def _seeing(scene: Scene, aux: int, end: int, places: range) -> tuple[Site, int, Figure | None] | None:
    """Return the deed of "agreed to a deal that would see the release of 1,200"."""
    return noun_after(scene, aux + 1, end, places) if sees(scene, aux, places) else None


def sees(scene: Scene, aux: int, places: range) -> bool:
    """Tell whether what was agreed "would see", "would allow" something."""
    low = scene.words.low
    return low[aux + 1 : aux + 2] != [] and low[aux + 1] in _SEEING and "agreed" in low[places.start : aux]


def _begins_truce(scene: Scene, aux: int, places: range) -> bool:
    """Tell whether a truce is said to begin: that it was agreed needs no saying."""
    before = range(max(places.start, aux - 7), aux)
    named = any(site.deed == "truce" for step in before for site in scene.table.at(scene.words, step, aux))
    return named and scene.words.low[aux] == "will" and scene.words.low[aux + 1] in _BEGINS


def _names_paper(scene: Scene, before: list[str]) -> bool:
    return bool({"document", "text", "paper", "plan"} & set(before))


def _promises(said: Statement, auxiliary: str) -> bool:
    """Tell whether a statement is read as a promise in its own right."""
    return (
        said.act == "PROMISE"
        and not said.negated
        and said.realis in ("future", "conditional")
        and (auxiliary != "would" or said.mode in ("indirect", "mixed"))
    )
