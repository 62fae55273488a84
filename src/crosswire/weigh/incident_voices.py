"""Whose word an incident rests on: people without a name, the report itself, a monitor, what can be seen."""

from collections.abc import Iterable, Sequence

from crosswire.model import Response, Verification

from .incident_tolls import Charge

# Words that name people without a name, at most.
_MOST = 3
_ARTICLES = frozenset({"the", "some", "several", "many", "other", "local"})


def voices_of(laid: Iterable[Charge]) -> tuple[str, ...]:
    """Return what reports call those who lay a charge and go by no name, where plain words do it."""
    return tuple(sorted({voice for one in laid if one.accuser is None and (voice := _voice(one))}))


def _voice(one: Charge) -> str | None:
    said = one.told.statement
    words = (said.unnamed or "").split()
    if words and words[0].lower() in _ARTICLES:
        words = words[1:]
    plain = [words[0].lower(), *words[1:]] if words else []
    if plain and said.lemma and plain[0].startswith(said.lemma):
        return None  # "it lays blame": no people but the verb
    few = 0 < len(plain) <= _MOST and plain[-1].endswith("s")
    return " ".join(plain) if few and all(word.isalpha() and word.islower() for word in plain) else None


def is_narrated(one: Charge) -> bool:
    """Tell whether a report says it in its own voice, and not that somebody says it."""
    said = one.told.statement
    return one.accuser is None and said.speaker is None and not said.unnamed


def verification_of(group: Sequence[Charge], response: Response | None) -> Verification:
    """Return what bears an incident out beyond the word of the side that alleges it."""
    if response == "admitted":
        return "both sides"
    if any(one.breach.watched for one in group):
        return "third-party monitor"
    return "visual" if any(one.breach.seen for one in group) else "one-sided"
