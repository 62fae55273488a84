"""What an accord says that its sides will do: "the treaty limits each to 700", "it calls for an interim cabinet"."""

from collections.abc import Iterator

from crosswire.read.deeds import Site
from crosswire.read.grammar import NEGATORS, is_adverb
from crosswire.read.pledge_scene import Scene, figures_in
from crosswire.read.pledges_named import Named
from crosswire.text.stems import stem
from crosswire.text.verbs import verb_forms

# What a paper does to those who made it.
_BASES = (
    "limit cap cut lower reduce set require oblige bind commit call provide allow ban bar give grant guarantee extend "
    "bring establish divide stipulate envisage foresee permit forbid freeze halt lift open remove ease raise fix "
    "restore abolish scrap postpone delay split spread slash shorten entitle award"
).split()
TERM_FORMS = {verb_forms(base).third: base for base in _BASES}
_BASE = frozenset(_BASES)
# These need their preposition: "the treaty calls off" nothing.
_WITH = {"call": frozenset({"for"}), "provide": frozenset({"for"})}
_PAPERS = frozenset("communique communiqué minutes framework roadmap ceasefire truce package".split())
_NO_PAPERS = frozenset({"pledge", "commitment", "undertaking", "settlement"})
_DEFINITE = frozenset({"the", "this", "its", "their"})
# What is no accord in force: "the expired treaty permits", "the draft agreement requires".
_OTHER = frozenset(
    "expired old previous existing earlier draft proposed current original first 19th former any no final eventual "
    "possible future next latter".split()
)
_CLOSING = frozenset("signed sign signs agreed sealed struck reached concluded clinched".split())
# What "it" does that only a paper does.
_OF_IT = frozenset(
    {"calls", "provides", "stipulates", "envisages", "foresees", "obliges", "commits", "requires", "limits"}
)
# Words before the noun of a paper that are its own, those of a clause about it, and of the sentence before "it".
_NAME, _ASIDE, _BACK, _FEWEST = 4, 26, 30, 3


def find_terms(scene: Scene, places: range) -> Iterator[Named]:
    """Yield what the paper of an agreement says is to be done: both who made it have promised that."""
    if not scene.agreed:
        return
    low = scene.words.low
    for at in places:
        verb = _verb_of_paper(scene, places, at)
        if verb is None:
            continue
        base = TERM_FORMS.get(low[verb], low[verb])
        after = verb + 1
        if base in _WITH:
            if not _WITH[base].intersection(low[after : after + 1]):
                continue
            after += 1
        end = scene.clause_end(after, places)
        if end - after < _FEWEST or low[after] in NEGATORS | {"no"}:
            continue
        counted = figures_in(scene, scene.span(after, end))
        yield Named(verb, Site(stem(base), verb, after - 1, "base"), end, next(iter(counted), None), (), joint=True)
        return


def _verb_of_paper(scene: Scene, places: range, at: int) -> int | None:
    """Return the verb by which the paper named at `at` says what is to be done; None where it says nothing."""
    low = scene.words.low
    if at == places.start and low[at] == "it":
        named = low[max(0, at - _BACK) : at]
        told = not _papers(scene).isdisjoint(named) and low[at + 1 : at + 2]
        return at + 1 if told and low[at + 1] in _OF_IT else None
    if low[at] not in _papers(scene) or at + 2 >= places.stop:
        return None
    before = low[max(places.start, at - _NAME) : at]
    if not _OTHER.isdisjoint(before):
        return None
    if not _DEFINITE.isdisjoint(before) and at - places.start <= _NAME + 1:
        return _predicate(scene, places, at)
    # "Signed a treaty that will cut".
    signed = not _CLOSING.isdisjoint(low[max(places.start, at - _NAME - 2) : at]) and not {"a", "an"}.isdisjoint(before)
    if signed and low[at + 1] in ("that", "which") and low[at + 2] == "will" and low[at + 3 : at + 4]:
        return at + 3 if low[at + 3] in _BASE else None
    return None


def _papers(scene: Scene) -> frozenset[str]:
    return (scene.table.accords - _NO_PAPERS) | _PAPERS


def _predicate(scene: Scene, places: range, at: int) -> int | None:
    """Return the first verb of a paper's own after its noun: past an aside about who signed it, and where."""
    low = scene.words.low
    step, last = at + 1, min(places.stop - 1, at + _ASIDE)
    if low[step] == ",":
        step = next((on + 1 for on in range(step + 1, last) if low[on] == ","), last)
    elif low[step] in _CLOSING:
        step = next((on + 1 for on in range(step + 1, last) if low[on] == "," and low[on + 1] in TERM_FORMS), last)
    while step < last and (is_adverb(low[step]) or low[step] == "also"):
        step += 1
    if low[step] in ("will", "shall"):
        while step < last and (is_adverb(low[step + 1]) or low[step + 1] == "also"):
            step += 1
        return step + 1 if low[step + 1] in _BASE else None
    return step if step < last and low[step] in TERM_FORMS else None
