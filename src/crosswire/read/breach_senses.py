"""Words that name an incident elsewhere, and none here: a deal struck, a plan to attack, arms that stand idle."""

from crosswire.read.breach_charges import DEEDS, Charge
from crosswire.read.breach_sides import Desk, Unit
from crosswire.read.grammar import BE, HAVE, PREPOSITIONS, TIME_WORDS

_PARTS = frozenset({"up", "off", "out", "down", "through", "even"})
_ARMED = frozenset({"shelling", "drone", "air"})
# Kinds whose words are used of more than arms.
_LOOSE = frozenset({"attack", "seizure"})
_WITHDRAWN = frozenset("withdraw withdrew withdrawn withdrawing pull pulled pulling remove removed removing".split())
# "Missile defence" strikes nobody, and a "bombing campaign" is many incidents.
_GUARDING = frozenset(
    "campaign campaigns defence defense shield shields test tests programme program technology maker".split()
)
# What is only feared or thought of, shortly before a deed: "the threat of an attack", "any new strike".
_FEARED = frozenset(
    "threat threats risk risks fear fears possibility danger prospect option options potential possible future "
    "imminent any planned hypothetical another".split()
)
_LEGAL = frozenset("indicted indicts charged convicted sentenced tried trial prosecuted".split())
# What is only meant, before "to": "plotting to kill".
_MEANT = frozenset(
    "plan plans planned planning plot plots plotted plotting intend intends intended threaten threatens threatened "
    "threatening prepare preparing prepared try tried trying attempt attempted attempting want wants wanted".split()
)
# Words from a deed to what shows that it is meant otherwise, and from the words that mean it.
_AFTER, _BEFORE = 5, 6
_REPELLED = frozenset(
    "repel repelled repels repelling repulse repulsed repulses foil foiled foils thwart thwarted fended beaten".split()
)
_CLAUSES = frozenset({"and", "after", "before", "who", "which", "that"})
# What is told of many deeds at once, before "of".
_HABITS = frozenset("history record records pattern practice practices tradition habit policy culture spate".split())
_RANKS = frozenset("members fighters men soldiers officers troops personnel own ranks commanders".split())
_LED = frozenset("the of those these all some dozens hundreds its their".split())
_TOWNS = frozenset("the a an city town village capital of key strategic border district base".split())
_REASONS = frozenset({"as", "because", "since", "given"})
# Participles that after a noun say what befell it: "two marines killed in the north", "pirates captured during a raid".
_BEFELL = frozenset("killed captured seized detained arrested kidnapped abducted impounded intercepted".split())


def names_none(desk: Desk, unit: Unit, kind: str, deed: int, *, charge: Charge | None) -> bool:
    """Tell whether the word at `deed`, which may name an incident of `kind`, names none here."""
    said, words, places = unit.said, desk.words, unit.places
    # "The School for Advanced Studies": part of a name.
    if words.owner[deed] >= 0 and desk.article.text[words.starts[deed]].isupper():
        return True
    idle = desk.kinds.is_idle(words, places, deed, kind) and not _is_blamed(desk, unit, charge, deed)
    if idle or _is_other(words.low, deed, kind):
        return True
    if _is_habit(words.low, deed, places) or _is_none(words.low, deed) or _is_reason(words.low, deed, places):
        return True
    if said.event == "MOBILISE" and (said.act == "ENDORSE" or (kind in _ARMED and said.act not in DEEDS)):
        return True
    if said.act == "ENDORSE" and said.agent is not None:
        return True  # "supported an American strike" tells of none
    if (
        (kind in _LOOSE and _is_figure(desk, deed, places))
        or _is_meant(words.low, deed, places)
        or _is_befallen(words.low, deed, places)
        or _is_beaten_off(words.low, deed, places)
        or (kind == "seizure" and (_is_own(words.low, deed, places) or _is_place_taken(desk, deed, places)))
    ):
        return True
    return charge is not None and (_is_abetted(desk, charge, deed) or (charge.whom is None and _is_tried(desk, unit)))


def _is_habit(low: list[str], deed: int, places: range) -> bool:
    """Tell whether a word is of what somebody used to do, and of no one deed: "its history of raids and seizures"."""
    start = max(places.start, deed - _BEFORE)
    return any(low[at] in _HABITS and low[at + 1] in ("of", "in") for at in range(start, deed))


def _is_none(low: list[str], deed: int) -> bool:
    """Tell whether there was none of it: "not a single abducted child"."""
    before = low[max(0, deed - 3) : deed]
    return before == ["not", "a", "single"] or before[-2:] in (["not", "one"], ["no", "such"])


def _is_reason(low: list[str], deed: int, places: range) -> bool:
    """Tell whether a deed is only why something else is so: "as Arland's bombing had closed the road"."""
    after = low[deed + 1] if deed + 1 < places.stop else ""
    return after in HAVE | BE and not _REASONS.isdisjoint(low[max(places.start, deed - 4) : deed])


def _is_blamed(desk: Desk, unit: Unit, charge: Charge | None, deed: int) -> bool:
    """Tell whether arms themselves are blamed, and so did what is charged: "blamed Arland's guns on the cape"."""
    if charge is None or charge.whom is not None or deed not in charge.words:
        return False
    before = desk.words.low[max(0, charge.words.start - 1) : charge.words.start]
    return (unit.said.lemma or "").startswith("blam") or any(word.startswith("blam") for word in before)


def _is_other(low: list[str], deed: int, kind: str) -> bool:
    """Tell whether a word has another sense: talks "broke up", artillery that was to be "pulled back"."""
    after = low[deed + 1] if deed + 1 < len(low) else "."
    if low[deed].startswith("advanc") and (low[deed - 1] == "in" or (after[0].isalnum() and after not in PREPOSITIONS)):
        return True  # "an advance team" moves no troops
    if after in _GUARDING:
        return True
    if low[deed] in ("seized", "seizing", "seizes") and low[deed + 1 : deed + 2] in (["on"], ["upon"]):
        return True
    if low[deed].startswith("shoot") and low[deed + 1 : deed + 2] == ["for"]:
        return True
    if kind == "breach":
        return low[deed].startswith(("break", "broke")) and not _PARTS.isdisjoint(low[deed + 1 : deed + 2])
    return kind in _ARMED and not _WITHDRAWN.isdisjoint(low[max(0, deed - 4) : deed])


def _is_figure(desk: Desk, deed: int, places: range) -> bool:
    """Tell whether what is hit or taken can be so in words only: "struck a deal", "captured a third of the market"."""
    return not desk.kinds.figures.isdisjoint(desk.words.low[deed + 1 : min(places.stop, deed + _AFTER)])


def _is_meant(low: list[str], deed: int, places: range) -> bool:
    """Tell whether a deed is only planned: "was plotting to kill him"."""
    if not _FEARED.isdisjoint(low[max(places.start, deed - 4) : deed]):
        return True
    to = next((at for at in range(deed - 1, max(places.start, deed - 3), -1) if low[at] == "to"), None)
    return to is not None and not _MEANT.isdisjoint(low[max(places.start, to - _BEFORE) : to])


def _is_befallen(low: list[str], deed: int, places: range) -> bool:
    """Tell whether a participle only says what befell those named before it: "marines killed in the north"."""
    if low[deed] not in _BEFELL or deed == places.start or "by" in low[deed : deed + 4]:
        return False
    after = low[deed + 1] if deed + 1 < places.stop else "."
    closes = after in PREPOSITIONS or after in TIME_WORDS or not after[0].isalnum()
    return closes and (BE | HAVE).isdisjoint(low[max(places.start, deed - 4) : deed])


def _is_beaten_off(low: list[str], deed: int, places: range) -> bool:
    """Tell whether those named first beat an attack off, and made none: "the garrison repelled a large attack"."""
    before = low[max(places.start, deed - _BEFORE) : deed]
    last = max((n for n, word in enumerate(before) if word in _REPELLED), default=None)
    return last is not None and all(word.isalpha() and word not in _CLAUSES for word in before[last + 1 :])


def _is_own(low: list[str], deed: int, places: range) -> bool:
    """Tell whether a side holds its own men, or what is taken is only how it came: "arrested four of its members"."""
    after = low[deed + 1 : min(places.stop, deed + _AFTER)]
    own = next((n for n, word in enumerate(after) if word in ("its", "their", "his", "her")), None)
    if own is not None and not _RANKS.isdisjoint(after[own + 1 : own + 3]):
        return True
    # "Released 81 captured soldiers": an adjective of those who are told of, after a number or an article.
    before = low[deed - 1] if deed > places.start else ""
    led = before in _LED or before.isdigit() or before.replace(",", "").isdigit()
    return led and low[deed] in _BEFELL and bool(after) and after[0].endswith("s") and after[0] not in PREPOSITIONS


def _is_place_taken(desk: Desk, deed: int, places: range) -> bool:
    """Tell whether a town is taken: an advance, and no seizure of people or goods."""
    if not desk.words.low[deed].startswith(("captur", "seiz")):
        return False
    for at in range(deed + 1, min(places.stop, deed + _AFTER)):
        owner = desk.words.owner[at]
        if owner >= 0:
            actor = desk.reading.mentions[owner].actor
            return actor is not None and desk.actor_kinds.get(actor) == "place"
        if desk.words.low[at] not in _TOWNS:
            # A name, and nobody's that the report knows: "captured Vell on Friday", never "seized a Chilean boat".
            named = desk.article.text[desk.words.starts[at]].isupper() and desk.words.low[at] not in desk.adjectives
            after = desk.words.low[at + 1] if at + 1 < places.stop else "."
            return named and (after in PREPOSITIONS or after in TIME_WORDS or not after[0].isalnum())
    return False


def _is_tried(desk: Desk, unit: Unit) -> bool:
    """Tell whether a court's charge is told: "was indicted for war crimes"."""
    low = desk.words.low[unit.places.start : unit.places.stop]
    return not _LEGAL.isdisjoint(low) and not any(word.startswith(("accus", "blam")) for word in low)


def _is_abetted(desk: Desk, charge: Charge, deed: int) -> bool:
    """Tell whether the charge is of helping others, or of words: "accused Arland of arming the rebels"."""
    low = desk.words.low
    if low[charge.words.start : charge.words.start + 1] == ["of"]:
        charge = Charge(charge.words[1:])
    first = next((at for at in charge.words[:3] if low[at].endswith("ing")), None)
    return first is not None and first < deed and low[first] in desk.kinds.abetting
