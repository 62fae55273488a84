"""
Claims as event rows in the manner of PLOVER (Open Event Data Alliance, v0.8): who did what to whom, when.

`event_type` is one of PLOVER's sixteen roots, `quad_class` its quadrant (1 verbal cooperation, 2 material cooperation,
3 verbal conflict, 4 material conflict). Acts that PLOVER has no code for (a denial, a bare statement) give no row.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from crosswire.export.tables import Cell, Table
from crosswire.model import Claim, Dossier, Statement
from crosswire.packs import PackAct

_QUADS = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "CONCEDE": 1,
    "COOPERATE": 2,
    "AID": 2,
    "RETREAT": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
_ROOT = re.compile(r"^([A-Z]+)\b")
_COLUMNS = (
    "event_id",
    "date_first",
    "date_last",
    "source",
    "target",
    "event_type",
    "quad_class",
    "act",
    "realis",
    "issues",
    "status",
    "independent_origins",
    "articles",
    "article",
    "start",
    "end",
    "quote",
)


def events(dossier: Dossier, acts: Sequence[PackAct]) -> Table:
    """Return one row for each act or event of a claim that PLOVER has a root for."""
    roots = {one.id: root for one in acts if (root := root_of(one.plover))}
    statements = {one.id: one for one in dossier.statements}
    rows = [row for claim in dossier.claims for row in _rows(claim, statements, roots)]
    return Table("events", _COLUMNS, tuple(rows))


def root_of(plover: str | None) -> str | None:
    """
    Return the root of a pack's PLOVER note, None where it names none.

    >>> root_of("REQUEST[yield|meet]"), root_of("none (auxiliary mode)"), root_of(None)
    ('REQUEST', None, None)
    """
    found = _ROOT.match(plover or "")
    return found[1] if found and found[1] in _QUADS else None


def _rows(claim: Claim, statements: Mapping[str, Statement], roots: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    lead = statements[claim.lead]
    if lead.opinion or lead.realis == "questioned":
        return
    told = sorted({statements[one].article for one in claim.statements})
    # What is said (a demand, an accusation) and the deed it speaks of (an attack) are two events.
    coded = {lead.event: (lead.event_agent, lead.event_target), lead.act: (lead.agent or lead.speaker, lead.target)}
    for act, (source, target) in sorted(coded.items(), key=str):
        if act is None or act not in roots or source is None:
            continue
        first, last = (claim.when.first, claim.when.last) if claim.when else (claim.first, claim.first)
        yield (
            f"{claim.id}-{act.lower()}",
            first,
            last,
            source,
            target,
            roots[act],
            _QUADS[roots[act]],
            act,
            claim.realis,
            "; ".join(claim.issues) or None,
            claim.status,
            claim.count,
            "; ".join(told),
            lead.evidence.article,
            lead.evidence.start,
            lead.evidence.end,
            lead.evidence.quote,
        )
