"""What is no denial: what is denied to somebody ("were denied access"), and what holds neither a "not" nor a denial."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from crosswire.model import Statement

from .nations import says_no

# Characters of a sentence that say something to deny.
BEFORE = 30
# A denial of so few words, and of no others than what was charged and these, names nothing.
_BARE = 6
_LIGHT = frozenset("any all the a an such of its his her their in had having played being has was were".split())
# "That its soldiers took part": a role, told of those who would have played it.
_OWN_MEN = frozenset(
    "that soldiers troops forces men army officers police officials take took taken taking been".split()
)
_WORD = re.compile(r"\w+")
_THIS = re.compile(
    r"\s(?:(?:that )?any such\b|this|that|it"
    r"|the (?:claim|figure|number|toll|charge|allegation|accusation|report|account)s?)\b"
)
_TAIL = re.compile(r"(?<=\w) (?:that|which|who|whom|whose)\b(?! (?:he|she|it|they|the|its|his|her|their)\b)")
# "..., a charge Arland denied", "..., which Arland denies".
_WHICH = re.compile(
    r",\s(?:which|(?:an?|the)\s(?:charge|claim|accusation|allegation|assertion|account)s?(?:\sthat)?)\s[^,.;]{2,40}$"
)


def withholds(statement: Statement) -> bool:
    """Tell whether every "deny" of a sentence withholds something ("denied entry"), or nothing in it denies."""
    words = statement.evidence.quote
    if statement.cue and not says_no(words) and not _denying().search(words):
        return True
    denied = len(_denials().findall(words))
    return 0 < denied == len(_withheld().findall(words))


def points_back(statement: Statement) -> bool:
    """Tell whether a denial is of what its own sentence says before it: "..., but the mayor disputed this"."""
    cue, start = statement.cue, statement.evidence.start
    if cue is None or cue.start - start < BEFORE:
        return False
    words = statement.evidence.quote
    return _THIS.match(words, cue.end - start) is not None or _WHICH.search(words[: cue.start - start]) is not None


def names_charge(statement: Statement) -> bool:
    """
    Tell whether a denial is of "the charges", "any wrongdoing" or "it": of whatever was said before.

    So is one in the denier's own words, which need not say again what they answer.
    """
    if statement.mode == "direct":
        return True
    words, start = statement.evidence.quote, statement.evidence.start
    if statement.cue and _WHICH.search(words[: statement.cue.start - start]):
        return True
    after = statement.cue.end - start if statement.cue else 0
    # "Denied committing any crime that warrants charges": what is behind "that" tells of the thing denied.
    tail = _TAIL.search(words, after + 1)
    end = statement.contents[-1].end - start if statement.contents else len(words)
    return _charged().search(words, after, min(end, tail.start()) if tail else end) is not None


def is_charge_alone(words: str) -> bool:
    """
    Tell whether what is denied is named by no word of its own.

    >>> [is_charge_alone(words) for words in ("any role", "involvement", "responsibility for the raid on Vell")]
    [True, True, False]
    """
    said = _WORD.findall(words.lower())
    charged, light = set(_data()["denial"]["charged"].split()), _LIGHT
    return (
        bool(said)
        and len(said) <= _BARE
        and charged.union(light, _OWN_MEN).issuperset(said)
        and not charged.isdisjoint(said)
    )


@cache
def _charged() -> re.Pattern[str]:
    # "Denied that she had ..." goes on to say what; "denied that" does not.
    clause = r"(?!(?<=that) (?:he|she|it|they|there|any|the|its|his|her|their)\b)"
    return re.compile(rf"\b(?:{'|'.join(_data()['denial']['charged'].split())})\b{clause}", re.IGNORECASE)


@cache
def _denying() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['denial']['words'].split())})\b", re.IGNORECASE)


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("deeds.toml").read_text(encoding="utf-8"))


@cache
def _denials() -> re.Pattern[str]:
    return re.compile(r"\bden(?:y|ies|ied|ying|ial)\b", re.IGNORECASE)


@cache
def _withheld() -> re.Pattern[str]:
    things = "|".join(_data()["denied"]["to_somebody"].split())
    return re.compile(rf"\bden(?:y|ies|ied|ying|ial)(?: of)? (?:[\w’'-]{{1,20}} ){{0,3}}(?:{things})\b", re.IGNORECASE)
