"""Which of a side's replies is to which charge: a counter-charge of the same kind, its own account of the deed."""

import re

from .incident_tolls import Charge
from .places import one_place

# Words that an own account shares with the charge it answers, where neither place nor order tells.
_ALIKE = 2
# What tells of the same event the other way round.
_TURNED = re.compile(
    r"\b(?:different|conflicting|rival|its own|another) (?:account|version|story)|\bfired? first\b"
    r"|\b(?:opened|started|began|attacked) (?:\w+ ){1,3}first\b|\b(?:returned|returning) fire\b|\bself-defen[cs]e\b"
    r"|\bcounter-?(?:accus|charg)|\bblam(?:ed|es|ing)\b|\bprovo(?:ked|cation)\b|\bthe other way round\b"
)
_BARE = re.compile(
    r"\b(?:den(?:ied|ies|ying)|rejected|dismissed|disputed) (?:this|that|it|"
    r"the (?:claim|charge|accusation|allegation)s?)\W*$"
    r"|^(?:this|that) (?:was|is|has been) denied\b"
)
# "Arland accused Vell of hoarding grain, an accusation the mayor dismissed".
_CHARGES = re.compile(
    r"\b(?:accus(?:ed|es|ing)|alleg(?:ed|es|ing)|charg(?:ed|es|ing))\b.*"
    r"\b(?:(?:a|an|the) (?:accusation|charge|claim|allegation)s?|which)\b",
    re.DOTALL,
)
# What a denied part was in; a word that may be of any charge, or of the kinds named, tells nothing against one.
_PART = re.compile(
    r"\b(?:any |a |no )?(?:role|involvement|part|hand|complicity|responsibility)\b (?:\w+ )?(?:in|for|behind) "
    r"(?:(?:the|any|this|that|his|her|their|its) )?(?:[\w’'-]+ ){0,3}?(?P<deed>abduction|kidnapping|arrest|arrests|"
    r"detention|torture|murder|poisoning|assassination|hacking|coup|bombing|shelling|explosion|blast)\b"
)
_ANY_DEED = frozenset({"explosion", "blast", "bombing"})
_SEIZED = ("seizure",)
_LIKE = {
    "abduction": _SEIZED,
    "kidnapping": _SEIZED,
    "arrest": _SEIZED,
    "arrests": _SEIZED,
    "detention": _SEIZED,
    "torture": ("ill-treatment",),
    "murder": ("attack", "small arms"),
    "assassination": ("attack", "small arms", "drone", "air"),
    "shelling": ("shelling", "attack"),
}
# Characters between a charge and the counter-charge that follows it.
_NEXT = 300


def is_counter(other: Charge, one: Charge, plain: frozenset[str]) -> bool:
    """Tell whether a charge turns another round: of a breach, another breach or attack, and no shot of its own day."""
    return other.breach.type == one.breach.type or other.breach.type in plain


def is_turned(one: Charge, other: Charge) -> bool:
    """Tell whether a counter-charge stands right after the charge it answers: another place, but the same shooting."""
    if one.told.article.id != other.told.article.id or (one.day and other.day and one.day != other.day):
        return False
    turned = _TURNED.search(other.told.statement.evidence.quote.lower()) is not None
    return turned and 0 < other.breach.span.start - one.breach.span.end <= _NEXT


def is_bare_denial(reply: Charge) -> bool:
    """Tell whether a denial points back and names nothing: "Arland denied this"."""
    return _BARE.search(reply.told.statement.evidence.quote.strip().lower()) is not None


def is_of_another_charge(reply: Charge, charge: Charge) -> bool:
    """Tell whether a reply stands in one sentence with the charge that it answers, and this is another one."""
    said = reply.told.statement.evidence
    # "Denied any role in the abduction" is no word on the torture.
    part = _PART.search(said.quote.lower()) if reply.breach.answer == "denied" else None
    if part is not None and part["deed"] not in _ANY_DEED and part["deed"] not in charge.told.evidence.quote.lower():
        return charge.breach.type not in _LIKE.get(part["deed"], ())
    if reply.breach.answer != "denied" or charge.told.statement.evidence == said or not _CHARGES.search(said.quote):
        return False
    return len(set(reply.breach.words) & set(charge.breach.words)) < _ALIKE


def is_told_after(reply: Charge, charge: Charge) -> bool:
    """Tell whether "did not comment" may be on a charge: in one report it stands after what was put to the side."""
    return reply.told.article.id != charge.told.article.id or reply.breach.span.start > charge.breach.span.start


def is_own_account(reply: Charge, charge: Charge) -> bool:
    """Tell whether a side's own account is of what it is charged with: told after it, of its place, or in its words."""
    after = reply.told.article.id == charge.told.article.id and reply.breach.span.start > charge.breach.span.start
    alike = len(set(reply.breach.words) & set(charge.breach.words)) >= _ALIKE
    return after or alike or bool(reply.place and charge.place and one_place(reply.place, charge.place))


def is_of_one_scene(reply: Charge, charge: Charge, plain: frozenset[str]) -> bool:
    """Tell whether a reply in another report is to this charge: its place, or its day and its very kind."""
    if reply.day is not None and reply.day == charge.day and reply.breach.type == charge.breach.type not in plain:
        return True
    if reply.place is not None and charge.place is not None:
        return one_place(reply.place, charge.place)
    return reply.day == charge.day is not None and _site(reply) == _site(charge) is not None


def _site(one: Charge) -> str | None:
    """Return the name of a place, known or not, as it compares with another report's."""
    return (one.place or one.breach.site or "").casefold().replace(" ", "-") or None
