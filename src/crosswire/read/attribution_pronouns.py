"""Whom the pronoun of a source follows: "Roe, who said", "Roe left; he said"."""

from crosswire.model import Span
from crosswire.read.attribution_cast import Cast
from crosswire.read.attribution_cast import kind_at as _kind


def antecedent(text: str, pronoun: int, cast: Cast) -> int | None:
    """Return the mention a relative pronoun at offset `pronoun` follows ("X, who said")."""
    window = cast.inside(Span(max(0, pronoun - 160), pronoun))
    for index in reversed(window):
        mention = cast.mentions[index]
        between = text[max(mention.end, mention.full.end) : pronoun].strip() if mention.full.end <= pronoun else ""
        if between in ("", ","):
            # "A resolution on Arland, which affirms ...": no place says anything.
            return index if _kind(index, cast) != "place" else None
    return None


def only_person(word: str, before: Span, cast: Cast) -> int | None:
    """Return the one person named in `before` whom the pronoun can mean, None when there are two or none."""
    if word not in ("he", "she", "his", "her"):
        return None
    gender = "he" if word in ("he", "his") else "she"
    fitting: dict[str, int] = {}
    for index in cast.inside(before):
        actor = cast.mentions[index].actor
        if actor is None or _kind(index, cast) != "person":
            continue
        if cast.pronouns.get(actor, gender) == gender:
            fitting[actor] = index
    return next(iter(fitting.values())) if len(fitting) == 1 else None
