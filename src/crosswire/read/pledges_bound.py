"""The deeds that a binding verb governs: "agreed to free 50", "pledged $5 million", "promised that it will"."""

from collections.abc import Iterator, Sequence

from crosswire.model import Figure
from crosswire.read.deeds import Site
from crosswire.read.grammar import BE, DETERMINERS, MODALS, NEGATORS, is_adverb
from crosswire.read.pledge_deeds import Deed, Found, begun_after, noun_after, restraint_after, verb_after
from crosswire.read.pledge_doers import is_agreed
from crosswire.read.pledge_parts import is_of_another
from crosswire.read.pledge_scene import Scene, figures_in, is_money
from crosswire.read.pledges_settled import HYPOTHETICAL, WILL
from crosswire.read.verbhood import is_verb

# Between a binding verb and its "to": "agreed in principle on Tuesday with Arland to free 50".
_GAP = 9
_CLOSING = frozenset({"signed", "reached", "concluded", "clinched"})
# What is done wrong, and never promised.
_WRONGS = frozenset(
    "abuses atrocities atrocity breach breaches crime crimes error errors mistake mistakes murder offence offences "
    "outrages violation violations".split()
)
VOWED = ("pledg", "promis", "guarant", "undert", "vow")
# After these "to" opens a verb, never "to the plan".
_INFINITIVE = ("pledg", "promis", "vow", "undert")
# Words of an aside about those of whom something is agreed.
_ASIDE = 24
# Words from "promised" to the "would" of its clause.
_BARE = 12
# A clause before its main one, and within how many words of its start a sentence opens with one.
_OPENERS, _OPENING = frozenset({"after", "although", "as", "because", "before", "since", "though", "when", "while"}), 5
_NOT_DONE = frozenset("of without from before after not avoid avoided consider considered for".split())
# Under these somebody would promise: "provided Arland agrees to".
_PROVIDED, _UNDER = frozenset({"provided", "providing", "until"}), 6
_TALES = frozenset("reports rumours rumors claims suggestions allegations speculation".split())
_DECIDED = frozenset({"release", "open", "truce", "withdraw"})


def find_bound(scene: Scene, places: range, marks: Sequence[int]) -> Iterator[Found]:
    """Yield the deeds that a binding verb governs: "agreed to free", "pledged $5 million", "promised that it will"."""
    words, table = scene.words, scene.table
    for verb in marks:
        form = table.pledging.get(words.low[verb])
        if form is None or not _is_finite(scene, verb, places, form):
            continue
        end = _clause_stop(scene, verb, places)
        to = next((at for at in range(verb + 1, min(end, verb + 2 + _GAP)) if words.low[at] == "to"), None)
        that = next((at for at in range(verb + 1, min(end, verb + 4)) if words.low[at] == "that"), None)
        if (
            words.low[verb].startswith("undert")
            and words.low[verb + 1 : verb + 2]
            and words.low[verb + 1] in DETERMINERS
        ):
            continue  # "has undertaken many measures to guard the border"
        if that is not None:
            aux, end = _after_aside(scene, verb, that, end, places)
            found = _begun_or_done(scene, verb, aux, end, places) if aux is not None else None
            found = None if found and aux and is_of_another(scene, verb, that, aux, found) else found
        elif (aux := _bare_clause(scene, verb, to, end)) is not None:
            found = _begun_or_done(scene, verb, aux, end, places)
        elif form == "past" and words.low[verb] in _CLOSING and not _is_closing(scene, verb, to, end):
            found = noun_after(scene, verb, min(end, verb + 6), places)
        elif to is not None and words.low[to - 1] == "not":
            found = restraint_after(scene, to, end)
        elif to is not None and to + 1 < end and _is_infinitive(scene, to):
            found = _to_do(scene, verb, to, end, places)
        else:
            found = noun_after(scene, verb, end, places)
        if found and words.low[verb].startswith("vow") and not _is_undertaken(scene, found[0]):
            found = None
        if found and words.low[verb].startswith("decid") and not (found[0].deed in _DECIDED and found[2]):
            found = None  # who decides to close a school owes nobody anything; to free 50 of them, these
        if found:
            yield verb, *found
            yield from ((verb, *more) for more in _more(scene, found[0].last + 1, end, places, also=to is not None))


def _more(scene: Scene, start: int, end: int, places: range, *, also: bool) -> Iterator[Deed]:
    """Yield the other deeds promised: "agreed to open the port and to free the crew"."""
    for step in range(start, end - 1):
        if scene.words.low[step] in ("and", ",") and (found := verb_after(scene, step, end, places, listed=True)):
            yield found
    if also and (found := _also_to(scene, end, places)) is not None:
        yield found


def _after_aside(scene: Scene, verb: int, that: int, end: int, places: range) -> tuple[int | None, int]:
    """
    Return the auxiliary of what is agreed "that", and where its clause ends, past what is told of whom it is about.

    "It was agreed that the men who are held in the north, and seven others, would be returned".
    """
    low = scene.words.low
    auxiliaries = WILL | {"would", "should"}
    aux = next((at for at in range(that, end) if low[at] in auxiliaries), None)
    if aux is not None or end >= places.stop or low[end] not in ("who", "which") or not is_agreed(low, verb):
        return aux, end
    aux = next((at for at in range(end, min(places.stop, end + _ASIDE)) if low[at] in auxiliaries), None)
    return aux, scene.clause_end(aux, places) if aux is not None else end


def _clause_stop(scene: Scene, verb: int, places: range) -> int:
    """Return where a verb's clause ends; one that opens a sentence, at its comma: "a week after Arland agreed to"."""
    low, end = scene.words.low, scene.clause_end(verb + 1, places)
    opened = max((at for at in range(places.start, verb) if low[at] in _OPENERS), default=None)
    if opened is None or "," in low[opened:verb] or opened - places.start > _OPENING:
        return end
    return next((at for at in range(verb + 1, end) if low[at] == ","), end)


def _also_to(scene: Scene, end: int, places: range) -> Deed | None:
    """Return the deed of "agreed to free the wounded, but no fewer than 100, and to hand over the dead"."""
    low, owner = scene.words.low, scene.words.owner
    for step in range(end, places.stop - 2):
        if owner[step] >= 0 or low[step] in _OPENERS | {"who", "which", ";"}:
            return None
        if low[step : step + 2] == ["and", "to"]:
            return verb_after(scene, step, scene.clause_end(step + 2, places), places, listed=True)
    return None


def _is_infinitive(scene: Scene, to: int) -> bool:
    """Tell whether a verb may follow "to": no article, and no name ("agreed to Ms Roe's plan")."""
    after = scene.words.starts[to + 1]
    return scene.words.low[to + 1] not in DETERMINERS | {"all", "both"} and not scene.article.text[after].isupper()


def _begun_or_done(scene: Scene, verb: int, aux: int, end: int, places: range) -> Deed | None:
    return begun_after(scene, verb, aux, end, places) or verb_after(scene, aux, end, places, back=True)


def _to_do(scene: Scene, verb: int, to: int, end: int, places: range) -> Deed | None:
    """Return the deed after the "to" of a binding verb, with the sum that is promised for it."""
    opened = scene.words.low[verb].startswith(_INFINITIVE) and to == verb + 1
    found = verb_after(scene, to, end, places, opened=opened)
    if found is None or found[2] is not None:
        return found
    return found[0], found[1], _promised_sum(scene, verb, to)  # "promised $5 million to pay the wages"


def _promised_sum(scene: Scene, verb: int, to: int) -> Figure | None:
    """Return the sum of money between a verb that pledges and what it is for."""
    if not scene.words.low[verb].startswith(VOWED) or to - verb < 2:
        return None
    return next((one for one in figures_in(scene, scene.span(verb + 1, to)) if is_money(one)), None)


def _bare_clause(scene: Scene, verb: int, to: int | None, end: int) -> int | None:
    """Return the "will" of a clause that no "that" opens: "promised it would free them"; None where none follows."""
    low = scene.words.low
    if not low[verb].startswith(VOWED):
        return None
    reach = range(verb + 1, min(end, verb + _BARE, to if to is not None else end))
    return next((at for at in reach if low[at] in WILL or low[at] == "would"), None)


def _is_undertaken(scene: Scene, site: Site) -> bool:
    """Tell whether what is vowed is a thing that one undertakes for others, and no threat or hope."""
    return site.deed in scene.table.objects and scene.words.low[site.first] not in scene.table.threats


def _is_closing(scene: Scene, verb: int, to: int | None, end: int) -> bool:
    """Tell whether "signed", "reached" stand before a paper that binds: "signed a deal to free 50", never an order."""
    return to is not None and not scene.table.accords.isdisjoint(scene.words.low[verb + 1 : min(to, end)])


def _is_finite(scene: Scene, verb: int, places: range, form: str) -> bool:
    """Tell whether a binding verb tells of a promise made: not "may agree", "to agree", "did not agree"."""
    if form == "gerund":  # "sent a letter pledging that", "won them over by promising to"
        follows = verb + 1 < places.stop and scene.words.low[verb + 1] in ("that", "to")
        voiced = scene.words.low[verb].startswith(VOWED) and scene.words.low[verb - 1] not in _NOT_DONE
        return bool(follows and voiced and verb > places.start)
    if form == "base" and verb <= places.start:
        return False
    low = scene.words.low
    if form in ("base", "present") and not is_verb(scene.words, verb, form, places.start):
        return False  # "his campaign promise to lift the ban"
    if low[verb - 1 : verb + 2] == ["but", "guaranteed", "to"] or (form == "past" and low[verb - 2] == "to"):
        return False  # "all but guaranteed to win", "to carry out promised reforms"
    step = verb - 1
    while step >= places.start and is_adverb(low[step]):
        step -= 1
    before = low[step] if step >= places.start else ""
    if (
        before in MODALS
        or before in NEGATORS
        or before in DETERMINERS - {"all", "both"}
        or before in ("to", "as", "of")
    ):
        return False
    near = low[max(places.start, verb - 4) : verb]
    if NEGATORS & set(near) or HYPOTHETICAL & set(low[max(places.start, verb - 8) : verb]):
        return False
    if _is_provided(low, max(places.start, verb - _UNDER), verb):
        return False
    if _is_rumoured(low, places.start, verb) or not {"you", "your"}.isdisjoint(low[places.start : verb]):
        return False  # "your cabinet took part and agreed to": a charge in somebody's face
    # "was promised 50": the subject is promised to, not bound; "remained committed": that is no promise made.
    if low[verb] == "committed" and (before in BE or before.startswith("remain")):
        return False
    # "had committed 97 violations" undertakes nothing.
    if low[verb].startswith("commit") and not _WRONGS.isdisjoint(low[verb + 1 : verb + 6]):
        return False
    return is_agreed(low, verb) or not (
        form == "past" and before in ("was", "were", "been", "be", "being", "are", "is")
    )


def _is_rumoured(low: Sequence[str], start: int, verb: int) -> bool:
    """Tell whether only "reports that Arland had undertaken to" tell so: somebody answers them."""
    that = next((at for at in range(verb - 1, max(start, verb - _UNDER), -1) if low[at] == "that"), None)
    return that is not None and not _TALES.isdisjoint(low[max(start, that - _UNDER) : that])


def _is_provided(low: Sequence[str], start: int, verb: int) -> bool:
    """Tell whether a verb hangs on another deed: "would stop, provided Arland agrees to"."""
    at = next((at for at in range(start, verb) if low[at] in _PROVIDED), None)
    return at is not None and {",", "and", "when"}.isdisjoint(low[at:verb])
