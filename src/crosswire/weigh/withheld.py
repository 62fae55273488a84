"""What is no denial: what is denied to somebody ("were denied access"), and what holds neither a "not" nor a denial."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from crosswire.model import Statement

from .nations import says_no


def withholds(statement: Statement) -> bool:
    """Tell whether every "deny" of a sentence withholds something ("denied entry"), or nothing in it denies."""
    words = statement.evidence.quote
    if statement.cue and not says_no(words) and not _denying().search(words):
        return True
    denied = len(_denials().findall(words))
    return 0 < denied == len(_withheld().findall(words))


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
