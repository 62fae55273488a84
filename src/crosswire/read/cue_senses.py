"""
What a cue's own clause makes of it: "rejected the accusation" answers a charge, "ordered his army to" tells one's own.

A verb of bargaining takes a stand only where its object is bargained over. What is asked of one's own side, a question
that is asked, readiness to fight and a deed that is only left open ("refused to rule out") are none.
"""

from collections.abc import Sequence

from crosswire.read.grammar import BE, PREPOSITIONS, is_adverb
from crosswire.read.words import Words

# What somebody says, and another denies: to reject it answers a charge and no bid.
_CHARGES = frozenset(
    str.split("""
    accusation accusations allegation allegations charge charges claim claims assertion assertions criticism criticisms
    remark remarks comment comments assessment assessments estimate estimates insinuation insinuations notion rumour
    rumours rumor rumors speculation characterisation characterization portrayal depiction narrative
    """)
)
# "Rejected Arland's claim to the valley": what is claimed is bargained over.
_REPORTED = frozenset({"report", "reports", "suggestion", "suggestions", "idea", "notion", "story", "stories"})
_CLAIMED = frozenset({"to", "on", "over"})
# As what a charge is dismissed, and never a bid: "as a lie", "as another attempt to smear it".
_LIES = frozenset(
    str.split("""
    lie lies false baseless untrue unfounded groundless propaganda fabrication fabrications fabricated nonsense slander
    smear disinformation misinformation fiction fantasy absurd ridiculous psychological hearsay untruth falsehood
    """)
)
_ANSWERED = ("reject", "dismiss", "rebut", "rebuff", "refut", "brush", "wav", "laugh", "deni", "deny")
_PARTICLES = frozenset({"aside", "off", "away", "down", "out"})
_IT = frozenset({"it", "this", "that", "them", "these", "those", "all"})
_DECLINED = ("refus", "declin")
# "Stopped short of saying": nothing is refused.
_TOLD = frozenset("saying calling naming describing accusing admitting confirming announcing blaming".split())
_LEFT_OPEN = frozenset({"rule", "ruling", "exclude", "excluding"})
# What is asked and not asked for: "asked what steps she was proposing".
_ASKED = frozenset({"what", "whether", "how", "why", "if", "where", "when"})
_ASKING = frozenset({"ask", "asks", "asked", "asking"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my"})
# One's own people, whom one tells what to do.
_OWN = frozenset(
    str.split("""
    minister ministers ministry ministries cabinet government army military troops soldiers forces commander commanders
    general generals officer officers officials official aide aides staff team people nation citizens country party
    supporters followers lawmakers deputies parliament police prosecutors lawyers diplomats envoy envoys negotiator
    negotiators delegation ambassador ambassadors fighters secretary chief agencies departments administration
    compatriots countrymen experts advisers
    """)
)
_TELLING = ("order", "instruct", "direct", "command", "ask", "urg", "tell", "told", "call", "want", "press", "request")
_ORDERED = ("order", "instruct", "direct", "command")
_ARMS = frozenset("ships ship warships fleet group unit units jets planes carrier army navy troops forces".split())
_ANY = frozenset("the a two three four five six ten several more additional extra thousands hundreds".split())
_SHORT = 2
_OFFICES = frozenset({"ministry", "ministries", "cabinet", "prosecutors", "prosecutor", "police"})
_STATES_OWN = frozenset({"interior", "defence", "defense", "foreign", "justice", "finance", "education", "health"})
# Readiness for these is none to bargain.
_HARM = frozenset(
    str.split("""
    fight fighting strike strikes attack attacks retaliate respond die defend bomb invade war battle escalate crush
    hostilities offensive bombing bombardment
    """)
)
_AGAIN = frozenset(
    str.split("resume continue keep go return restart renew carry press launch use wage begin start take back")
)
_FORCE = _HARM | {"force", "military", "operations", "combat"}
_PEACEFUL = frozenset({"positively", "constructively", "favourably", "to"})
_NEAR, _OBJECT, _AFTER = 5, 9, 7
_DEADLINES, _GIVEN = frozenset({"deadline", "ultimatum", "until"}), 22
_GAVE = frozenset("give gives gave given giving set sets setting issued".split())
_APPEARS = frozenset({"appear", "appears", "appeared", "seem", "seems", "seemed"})
_SEEMS, _SELVES = (
    ("seem", "appear", "remain", "look", "sound"),
    frozenset({"and", "or", "but", "more", "less", "itself", "themselves", "himself"}),
)
# What is offered in words: "offered condolences", "the support offered to her".
_KIND = frozenset("support backing condolences congratulations sympathy praise prayers thanks reassurance".split())


def sense_of(words: Words, act: str, first: int, last: int, *, passive: bool, places: range) -> str | None:
    """
    Return the act that a verb or phrase performs in its clause: another than its own, or None for no act.

    >>> from crosswire.read.words import find_words
    >>> words = find_words("Peru rejected the accusation.", ())
    >>> sense_of(words, "REJECT", 1, 1, passive=False, places=range(len(words.low)))
    'DENY'
    """
    low = words.low
    if (
        act in ("REJECT", "ACCEPT")
        and first - 2 >= places.start
        and low[first - 1] == "to"
        and low[first - 2] in _APPEARS
    ):
        return None  # what a report makes of it
    if act == "REJECT":
        if _is_left_open(low, first, last, places) or (low[last] == "of" and low[last + 1] in _TOLD):
            return None
        return "DENY" if _answers_charge(low, first, passive, places) else act
    if act in ("DEMAND", "APPEAL"):
        asks = low[first] in _ASKING and _is_question(low, first, last, places)
        return None if asks or _tells_its_own(low, first, last, places) else act
    if act == "ACCEPT":
        return None if _is_wanted(low, infinitive_of(low, first - 1), places) else act
    if act == "OFFER":
        if low[first] == "prepared" and not _is_state(low, first, places):
            return None  # "as the council prepared to vote"
        soft = low[first].startswith("offer") and _is_kind_word(low, first, last, places)
        return None if soft or _is_for_harm(low, last, places) else act
    return act


def _is_left_open(low: Sequence[str], first: int, last: int, places: range) -> bool:
    """Tell whether a deed is left open: "refused to rule out a strike", seen from either verb."""
    if low[first] in _LEFT_OPEN and first - 2 >= places.start and low[first - 1] == "to":
        return low[first - 2].startswith(_DECLINED)
    after = low[last : min(places.stop, last + 3)]
    return low[first].startswith(_DECLINED) and not _LEFT_OPEN.isdisjoint(after)


def _answers_charge(low: Sequence[str], first: int, passive: bool, places: range) -> bool:
    """Tell whether what is rejected was said of somebody: a charge, a remark, or "it" as a lie."""
    if not low[first].startswith(_ANSWERED):
        return False
    if passive:
        before = range(max(places.start, first - _OBJECT), first)
        return any(low[at] in _CHARGES for at in before) and any(low[at] in BE for at in before)
    start = first + 1 + (low[first + 1] in _PARTICLES if first + 1 < places.stop else 0)
    stop = min(places.stop, start + _OBJECT)
    end = next((at for at in range(start, stop) if _ends_object(low[at])), stop)
    if end > start and low[end - 1] in _REPORTED and low[end : end + 1] == ["that"]:
        return True
    if end > start and low[end - 1] in _CHARGES:
        return not (low[end - 1].startswith("claim") and end < places.stop and low[end] in _CLAIMED)
    bare = end == start or not _IT.isdisjoint(low[start:end])
    return bare and low[end : end + 1] == ["as"] and not _LIES.isdisjoint(low[end : min(places.stop, end + _AFTER)])


def _ends_object(word: str) -> bool:
    if word == "'s":
        return False
    return word in PREPOSITIONS or word in ("of", "that", "as", "which", "who", "and", "but") or not word[0].isalnum()


def _is_question(low: Sequence[str], first: int, last: int, places: range) -> bool:
    """Tell whether a verb of asking opens a question: "asked him what steps she was proposing to take"."""
    stop = min(places.stop, max(last + 1, first + _AFTER))
    to = next((at for at in range(first + 1, stop) if low[at] == "to"), stop)
    return any(low[at] in _ASKED for at in range(first + 1, to))


def _tells_its_own(low: Sequence[str], first: int, last: int, places: range) -> bool:
    """Tell whether somebody asks something of his own people: "ordered his minister to", "asked the army ministry"."""
    if not low[first].startswith(_TELLING):
        return False
    stop = min(places.stop, first + _OBJECT)
    at = next((step for step in range(first + 1, stop) if low[step] not in _TO_WHOM and not is_adverb(low[step])), stop)
    end = next((step for step in range(at + 1, stop) if _ends_object(low[step])), stop)
    head = low[end - 1] if end > at else ""
    if low[first].startswith(_ORDERED) and end - at <= _SHORT and head in _ARMS and low[at] in _ANY:
        return True
    if at >= stop or head not in _OWN or "'s" in low[at:end]:
        return False
    if low[at] in _POSSESSIVE:
        return True
    office = head in _OFFICES and not _STATES_OWN.isdisjoint(low[at:end])
    return low[at] == "the" and (office or low[first].startswith(_ORDERED))


_TO_WHOM = frozenset({"on", "upon", "for", "to"})


def _is_wanted(low: Sequence[str], to: int, places: range) -> bool:
    """Tell whether others want one to do it: "gave Peru a deadline, which ends on Friday, to", "under pressure to"."""
    if to <= places.start or low[to] != "to":
        return False
    before = low[max(places.start, to - _GIVEN) : to]
    near = before[-_AFTER:]
    pressed = "pressure" in near and ("under" in near or near[-1] == "pressure")
    return pressed or (not _DEADLINES.isdisjoint(before) and not _GAVE.isdisjoint(before))


def _is_state(low: Sequence[str], first: int, places: range) -> bool:
    """Tell whether somebody "is prepared", and does not prepare: after a verb of being or seeming, or a mark."""
    at = first - 1
    while at > places.start and (is_adverb(low[at]) or low[at] in ("not", "now", "also", "still")):
        at -= 1
    if at < places.start or not low[at].isalpha() or low[at] in BE:
        return True
    return low[at].startswith(_SEEMS) or low[at] in _SELVES


def _is_kind_word(low: Sequence[str], first: int, last: int, places: range) -> bool:
    """Tell whether words are offered, and nothing that is bargained over: "offered her public support"."""
    near = [*low[max(places.start, first - 1) : first], *low[last + 1 : min(places.stop, last + 4)]]
    return not _KIND.isdisjoint(near)


def _is_for_harm(low: Sequence[str], last: int, places: range) -> bool:
    """Tell whether readiness is to fight: "is prepared to resume fighting", "ready to use force"."""
    if low[last] != "to":
        return False
    at = next((step for step in range(last + 1, places.stop) if not is_adverb(low[step])), places.stop)
    if at >= places.stop:
        return False
    if low[at] in _HARM:
        return low[at] != "respond" or _PEACEFUL.isdisjoint(low[at + 1 : at + 2])
    return low[at] in _AGAIN and not _FORCE.isdisjoint(low[at + 1 : min(places.stop, at + _NEAR)])


def infinitive_of(low: Sequence[str], before: int) -> int:
    """Return the "to" of an infinitive that goes on with "and": "under pressure to step down and accept it"."""
    if low[before] != "and":
        return before
    to = next((at for at in range(before - 2, max(-1, before - _AFTER), -1) if low[at] == "to"), before)
    return to if all(word.isalpha() for word in low[to:before]) else before
