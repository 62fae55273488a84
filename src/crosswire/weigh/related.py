"""What the claims near one claim are to it: asked for one claim at a time, so that weighing pays nothing for it."""

from collections.abc import Iterable

import msgspec

from crosswire.model import Claim, Dossier, Statement
from crosswire.text.tokens import terms

from .likeness import Weights, compare, term_weights
from .meetings import find_casts
from .propositions import Lens, Proposition, proposition
from .relations import UNRELATED, is_part, relate
from .sides import Sides
from .synonyms import canonical

# Words besides names that two claims share before they are compared, and how many neighbours are told of.
SHARED, MOST = 3, 12
# How alike two wordings must be before anything is said of them, and before one is said to clash with the other.
# Two sentences of real reports share three words more often than a matter: read by eye over 30 BASIL stories.
NEAR, CLASHING = 0.2, 0.35
_CLASHES = frozenset({"contradicts", "denies"})
# How a relation reads from the other end.
_TURNED = {"more specific": "less specific", "part of": "whole of", "denies": "denied by"}
_ORDER = ("contradicts", "denies", "denied by", "same", "more specific", "less specific", "part of", "whole of")


class Related(msgspec.Struct, frozen=True):
    """
    What another claim is to the one asked about ("more specific": it says all of this one, and more).

    `what` names in which respect two contradict each other: figure, date, attribution, characterisation. `words` are
    those of its lead, as `outlet` has them.
    """

    relation: str
    what: str | None
    claim: str
    outlet: str
    words: str


def related_claims(dossier: Dossier, claim: Claim) -> tuple[Related, ...]:
    """Return the claims of other reports that stand in a typed relation to one claim, clashes first, at most `MOST`."""
    said = {one.id: one for one in dossier.statements}
    lens = _lens(dossier)
    articles = {article.id: article for article in dossier.articles}

    def reduce(one: Claim) -> Proposition:
        lead = said[one.lead]
        return proposition(lead, articles[lead.article].published, lead.article, lens)

    ours = reduce(claim)
    wanted = _telling(said[claim.lead], lens.weights)
    found = []
    for other in dossier.claims:
        lead = said[other.lead]
        if lead.article == said[claim.lead].article or len(wanted & _telling(lead, lens.weights)) < SHARED:
            continue
        theirs = reduce(other)
        near = compare(ours.words, theirs.words, lens.weights).jaccard
        relation = relate(ours, theirs, lens) if near >= NEAR else UNRELATED
        if relation.kind == "denies" and lead.speaker == said[claim.lead].speaker is not None:
            continue  # nobody denies himself: one quotation, cut where its "not" stands and where it does not
        if relation != UNRELATED and near >= (CLASHING if relation.kind in _CLASHES else NEAR):
            name = _turned(relation.kind, ours, theirs)
            found.append((_ORDER.index(name), -near, other.id, name, lead, relation.what))
    return tuple(
        Related(name, what, id_, articles[lead.article].label, lead.evidence.quote)
        for *_, id_, name, lead, what in sorted(found, key=lambda item: item[:3])[:MOST]
    )


def _turned(kind: str, ours: Proposition, theirs: Proposition) -> str:
    """Return the relation as the other claim stands in it: it adds to ours or we to it, it denies ours or we it."""
    ends = {
        "more specific": ours.words.mass > theirs.words.mass,
        "part of": is_part(theirs, ours),
        "denies": ours.act == "DENY" or (ours.negated and theirs.act != "DENY"),
    }
    return _TURNED[kind] if ends.get(kind) else kind


def _lens(dossier: Dossier) -> Lens:
    names = {actor.id: canonical(terms(" ".join(actor.names))) for actor in dossier.actors}
    weights = term_weights((canonical(s.terms) for s in dossier.statements), frozenset().union(*names.values()))
    sides = Sides({actor.id: actor for actor in dossier.actors})
    return Lens(weights, names, sides, _opening(dossier.statements), find_casts(dossier.statements, sides))


def _opening(statements: Iterable[Statement]) -> frozenset[str]:
    return frozenset(one.id for one in statements if one.headline)


def _telling(statement: Statement, weights: Weights) -> frozenset[str]:
    return canonical(statement.terms) - weights.names
