"""The deed that a verb of binding oneself governs: "agreed to free 50", "pledged $5 million", "will let them in"."""

from crosswire.model import Figure
from crosswire.read.deeds import Site, object_of
from crosswire.read.grammar import DETERMINERS, NEGATORS, PREPOSITIONS, is_adverb, opens_past
from crosswire.read.pledge_scene import Scene, figures_in, fitting
from crosswire.text.stems import stem

# Nobody undertakes these: they tell of a state, or of more talk, which rounds of talks hold.
_IDLE = frozenset(
    "be have do make take get keep seem stay remain become meet talk discuss negotiate continue begin start resume "
    "consider review look work try seek help ensure see go say know think disagree differ return speak tell "
    "hold follow use stick press push fight never not only come attend testify comment answer ask improve focus "
    "solve resolve address promote strengthen enhance defend serve rule govern respond react stand visit "
    "fly travel".split()
)
# Not to be or not to have is no restraint.
_STATES = frozenset({"be", "have", "become", "let", "comment", "say"})
_OPENERS = frozenset(
    "all both up down out off back away over half two three four five six seven eight nine ten".split()
)
_BEGINNING = frozenset({"begin", "start", "complete", "finish", "continue"})
# To end what is to undertake a truce.
_ENDING = frozenset({"end", "halt", "stop", "cease"})
_WAR = frozenset("war fighting hostilities conflict violence bloodshed clashes".split())
# The word that binds, the deed, the word it ends before, and how many.
Found = tuple[int, Site, int, Figure | None]
Deed = tuple[Site, int, Figure | None]


def verb_after(
    scene: Scene, place: int, end: int, places: range, *, back: bool = False, listed: bool = False, opened: bool = False
) -> Deed | None:
    """Return the deed of the verb after "to", "will" or "and"; `opened` where nothing but a verb can stand."""
    low = scene.words.low
    step = place + 1
    passive = False
    while step < end and (is_adverb(low[step]) or low[step] in ("be", "have", "been", "to", "jointly", "immediately")):
        passive = passive or low[step] in ("be", "been")
        if low[step] in NEGATORS:
            return None
        step += 1
    if step >= end or low[step] in NEGATORS | {"nothing", "none"}:
        return None
    # "Will begin withdrawing its guns" undertakes the withdrawal.
    begun = low[step] in _BEGINNING and step + 1 < end and low[step + 1].endswith("ing")
    step += begun
    end = _second(scene, step, end)
    for site in scene.table.at(scene.words, step, end):
        gerund = site.form == "gerund" and (begun or low[place] == "to")  # "committed itself to releasing"
        if (
            gerund
            or site.form == ("past" if passive else "base")
            or (site.form == "past" and low[step] in ("let", "set", "cut"))
        ):
            # "Troops would leave the zone": what is withdrawn goes itself.
            fit = fitting(scene, site, end, places, back=back and (passive or site.deed == "withdraw"))
            if fit is not None:
                return site, end, fit.figure
            ends = Site("truce", site.first, site.last, site.form)
            if site.deed == "lift" and object_of(scene.words, scene.table, ends, end) is not None:
                return ends, end, None  # "agreed to halt weeks of clashes"
    paper = low[place] == "to" and low[place - 1] in scene.table.accords
    if paper and low[step] in _ENDING and not _WAR.isdisjoint(low[step + 1 : min(end, step + 6)]):
        return Site("truce", step, step, "base"), end, None  # "a ceasefire agreement to end the bloody war"
    if (
        listed
        or passive
        or not low[step].isalpha()
        or low[step] == "nothing"
        or low[step] in _IDLE
        or (low[step].endswith("s") and not low[step].endswith(("ss", "us")))  # "agreed to dinners in private"
        or scene.words.owner[step] >= 0
    ):
        return None
    if low[step] == "run" and step + 1 < end and low[step + 1] not in DETERMINERS:
        return None  # "agreed to run for office"
    free = opened or low[step] in scene.table.plain or low[step] == "let"
    if step + 1 >= end or not (_opens_object(scene, step + 1) or (free and low[step + 1][0].isalnum())):
        return None
    counted = figures_in(scene, scene.span(step, end))
    known = next((site for site in scene.table.at(scene.words, step, end) if site.form == "base"), None)
    if known is not None and counted and counted[0].unit is None:
        return known, end, counted[0]  # "promised to free 220": whom, an earlier sentence said
    return Site(stem(low[step]), step, step, "base"), end, counted[0] if counted else None


def _second(scene: Scene, step: int, end: int) -> int:
    """Return where a second deed begins: of "to revive the accord and to free 20", what is counted is of that."""
    low = scene.words.low
    second = (
        at
        for at in range(step + 1, end - 2)
        if low[at] == "and" and (low[at + 1] == "to" or _is_deed(scene, at + 1, end) or opens_past(low, at))
    )
    return next(second, end)


def _is_deed(scene: Scene, place: int, end: int) -> bool:
    return any(site.form == "base" for site in scene.table.at(scene.words, place, end))


def restraint_after(scene: Scene, to: int, end: int) -> Deed | None:
    """Return what is promised not to be done: "promised not to use agency drivers"; its deed is to refrain."""
    verb = to + 1
    if verb + 1 >= end or not scene.words.low[verb].isalpha() or scene.words.low[verb] in _STATES:
        return None
    return Site("refrain", to - 1, verb, "base"), end, None


def _opens_object(scene: Scene, place: int) -> bool:
    """Tell whether a word opens what a verb governs: "back the budget", never "civilian observers"."""
    word = scene.words.low[place]
    listed = word in DETERMINERS or word in PREPOSITIONS or word in _OPENERS
    return listed or word[0].isdigit() or scene.words.owner[place] >= 0


def _noun_promised(scene: Scene, verb: int, end: int) -> int | None:
    """Return the noun of what is promised right after "promised", "pledged": "promised swift reforms"."""
    low = scene.words.low
    if not low[verb].startswith(("pledge", "promise")):
        return None
    for at in range(verb + 1, min(end, verb + 6)):
        if low[at] in PREPOSITIONS or low[at] in scene.table.threats or scene.words.owner[at] >= 0:
            return None
        if low[at] in scene.table.nouns:
            return at
    return None


def begun_after(scene: Scene, verb: int, aux: int, end: int, places: range) -> Deed | None:
    """Return the deed of "promised the withdrawal would begin on Monday": the noun whose doing is to begin or end."""
    if scene.words.low[aux + 1 : aux + 2] and scene.words.low[aux + 1] not in _BEGINNING:
        return None
    sites = (site for step in range(verb + 1, aux) for site in scene.table.at(scene.words, step, end))
    for site in (one for one in sites if one.form == "noun"):
        fit = fitting(scene, site, end, places, back=True)
        if fit is not None or site.deed == "withdraw":
            return site, end, fit.figure if fit is not None else None
    return None


def noun_after(scene: Scene, verb: int, end: int, places: range) -> Deed | None:
    """Return the deed of "agreed on a truce", "agreed to the release of", "pledged $5 million in aid"."""
    low = scene.words.low
    if low[verb].startswith("commit"):
        end = min(end, verb + 8)
    for step in range(verb + 1, min(end, verb + 16)):
        if low[verb].startswith("commit") and low[step] not in ("$", "£", "€") and not low[step][0].isdigit():
            break  # to commit what is no money is to do it
        for site in scene.table.at(scene.words, step, end):
            if site.form == "noun":
                fit = fitting(scene, site, end, places)
                if fit is None:
                    continue
                return site, end, fit.figure
        if low[step] == "to" and low[step + 1 : step + 2] and low[step + 1] not in DETERMINERS and step > verb + 1:
            break
    named = _noun_promised(scene, verb, end)
    if named is not None:
        return Site(stem(low[named]), named, named, "noun"), end, None
    counted = figures_in(scene, scene.span(verb, min(end, verb + 8)))
    posted = next((step for step in range(verb + 1, min(end, verb + 8)) if scene.table.takes("post", low[step])), None)
    if posted is not None:
        return Site("post", posted, posted, "noun"), end, counted[0] if counted else None
    if not low[verb].startswith(("pledge", "promise", "commit", "guarantee", "for")) or not counted:
        return None
    first = scene.words.at(counted[0].span.start)
    money = counted[0].unit is not None and counted[0].unit.isupper()
    if low[verb].startswith("commit") and not money:
        return None  # "has committed 1,300 violations"
    return Site("pay" if money else "supply", first, first, "noun"), end, counted[0]
