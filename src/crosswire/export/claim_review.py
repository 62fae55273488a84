"""
Contested claims as schema.org ClaimReview (https://schema.org/ClaimReview), JSON-LD.

Crosswire rates nothing true or false. The rating says how the reports stand to a claim: corroborated by independent
origins, from a single one, disputed, or denied.
"""

import json
from collections.abc import Iterator
from typing import Any

from crosswire.model import Claim, Dossier, Evidence, Statement

_STANDING = {
    "corroborated": (4, "Corroborated by independent origins"),
    "single-origin": (3, "Single origin: unconfirmed"),
    "disputed": (2, "Disputed between reports"),
    "denied": (1, "Denied"),
}


def to_claim_review(dossier: Dossier) -> str:
    """Return the claims that somebody makes and that are contested or corroborated, as a JSON-LD graph."""
    graph = list(_reviews(dossier))
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _reviews(dossier: Dossier) -> Iterator[dict[str, Any]]:
    statements = {one.id: one for one in dossier.statements}
    urls = {one.id: one.url or f"urn:crosswire:article:{one.id}" for one in dossier.articles}
    names = {one.id: one.name for one in dossier.actors}
    for claim in dossier.claims:
        lead = statements[claim.lead]
        if claim.status != "single-origin" and not lead.opinion and lead.realis != "questioned":
            yield _review(claim, lead, [statements[one] for one in claim.statements], urls, names)


def _review(
    claim: Claim, lead: Statement, told: list[Statement], urls: dict[str, str], names: dict[str, str]
) -> dict[str, Any]:
    grade, words = _STANDING[claim.status]
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": f"urn:crosswire:claim:{claim.id}",
        "claimReviewed": " ".join(lead.evidence.quote.split()),
        "author": {"@type": "Organization", "name": "Crosswire"},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": grade,
            "worstRating": 1,
            "bestRating": 4,
            "alternateName": words,
            "ratingExplanation": f"{claim.count} independent origin(s); a standing among reports, no verdict on truth",
        },
        "itemReviewed": {
            "@type": "Claim",
            "appearance": [_passage(one.evidence, urls) for one in told],
        },
    }
    speaker = names.get(lead.speaker, lead.speaker) if lead.speaker else lead.unnamed
    if speaker:
        review["itemReviewed"]["author"] = {"@type": "Thing", "name": speaker}
    if claim.first:
        review["itemReviewed"]["datePublished"] = claim.first.isoformat()
    return review


def _passage(evidence: Evidence, urls: dict[str, str]) -> dict[str, str]:
    """Return where the words stand: the report's address with a text fragment's span, and the words."""
    return {
        "@type": "CreativeWork",
        "url": urls[evidence.article],
        "text": evidence.quote,
        "position": f"{evidence.start}-{evidence.end}",
    }
