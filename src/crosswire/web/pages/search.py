"""Words looked up in every report: the passages that speak most to them, and the claims that rest on each."""

import msgspec
from fastapi import APIRouter

from crosswire.model import Evidence
from crosswire.web.drawer import Cited, cited
from crosswire.web.page import Current, TheShelf, Words, page
from crosswire.web.shelf import Snapshot
from crosswire.weigh.sought import seek

router = APIRouter(tags=["search"])
_MOST, _MOST_CLAIMS = 25, 3


class RestingClaim(msgspec.Struct, frozen=True):
    """A claim that rests on a passage; `origins` counts independent voices."""

    id: str
    status: str
    origins: int


class Hit(msgspec.Struct, frozen=True):
    """A passage that speaks to the words, the claims that rest on it, and the same words in copies of its report."""

    passage: Cited
    claims: tuple[RestingClaim, ...]
    copies: tuple[Cited, ...]


class SearchPage(msgspec.Struct, frozen=True):
    """The passages that speak most to some words, the best first; `also` are other words that were looked up."""

    q: str
    hits: tuple[Hit, ...]
    also: tuple[str, ...] = ()


@page(router, "/search", "search.html.j2", SearchPage)
def search(snapshot: Current, shelf: TheShelf, q: Words = "") -> SearchPage:
    """The passages of all reports that speak most to some words."""
    found = shelf.search(q, most=_MOST) if q.strip() else []
    held = [one for one in found if one.article in snapshot.articles]
    groups: dict[tuple[str, str], list[Evidence]] = {}
    for one in held:
        words = "".join(sign for sign in one.quote.casefold() if sign.isalnum())
        groups.setdefault((snapshot.origin_of(one.article), words), []).append(one)
    asked = q.casefold()
    others = (word for one in seek(q, snapshot.packs.actors) for word in one.words if word.casefold() not in asked)
    also = tuple(dict.fromkeys(others))
    return SearchPage(q, tuple(_hit(members, snapshot) for members in groups.values()), also)


def _hit(members: list[Evidence], snapshot: Snapshot) -> Hit:
    first, *copies = (cited(one, snapshot.articles[one.article]) for one in members)
    best = members[0]
    claims = {
        claim.id: claim
        for statement in snapshot.statements_of.get(best.article, ())
        if statement.evidence.start < best.end and best.start < statement.evidence.end
        for claim in snapshot.claims_of.get(statement.id, ())
    }
    ranked = sorted(claims.values(), key=lambda one: (-one.count, one.id))[:_MOST_CLAIMS]
    return Hit(first, tuple(RestingClaim(one.id, one.status, one.count) for one in ranked), tuple(copies))
