"""A light English stemmer, so that "negotiates", "negotiated" and "negotiation" compare as one word."""

import re
from functools import lru_cache

from crosswire.text.verbs import lemma_of

# The endings of Porter's algorithm ("An algorithm for suffix stripping", 1980), steps 2 to 4 in order; irregular
# verbs and plurals go to their lemma first, which Porter's rules leave apart ("met", "men"). Porter's ending -er stays
# here: a prisoner is no prison.
_STEP_2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("isation", "ize"),
    ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
_STEP_3 = (("icate", "ic"), ("ative", ""), ("alize", "al"), ("alise", "al"), ("iciti", "ic"), ("ical", "ic"),
           ("ful", ""), ("ness", ""))  # fmt: skip
_STEP_4 = ("al", "ance", "ence", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti",
           "ous", "ive", "ize", "ise")  # fmt: skip
# The longest ending that fits is taken, and most words have none of them.
_STEP_4_LONGEST = tuple(sorted(_STEP_4, key=len, reverse=True))
_ENDS_2, _ENDS_3 = (tuple(ending for ending, _ in rules) for rules in (_STEP_2, _STEP_3))
_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot", "teeth": "tooth",
    "lives": "life", "wives": "wife", "knives": "knife", "halves": "half", "crises": "crisis", "mice": "mouse",
    "servicemen": "serviceman", "servicewomen": "servicewoman", "spokesmen": "spokesman", "policemen": "policeman",
    "gunmen": "gunman", "lawmen": "lawman", "businessmen": "businessman", "fishermen": "fisherman",
    "congressmen": "congressman", "firemen": "fireman", "crewmen": "crewman", "workmen": "workman",
    "militiamen": "militiaman", "tribesmen": "tribesman", "guardsmen": "guardsman", "infantrymen": "infantryman",
    "airmen": "airman", "seamen": "seaman", "clergymen": "clergyman", "herdsmen": "herdsman",
    "spokeswomen": "spokeswoman", "wolves": "wolf", "thieves": "thief", "shelves": "shelf", "leaves": "leave",
    "loaves": "loaf", "calves": "calf", "scarves": "scarf", "hooves": "hoof", "elves": "elf", "oxen": "ox",
    "geese": "goose",
}  # fmt: skip
_IE = frozenset(str.split("sorties movies cookies calories zombies prairies rookies hoodies selfies smoothies budgies"))
_NO_PLURALS = frozenset({"specimen", "regimen", "abdomen", "stamen", "cyclamen", "yemen", "ramen"})
_VOWEL = re.compile("[aeiou]|(?<=[^aeiou])y")
_MEASURE = re.compile("(?:[aeiou]|(?<=[^aeiou])y)+(?:[^aeiouy]|(?<=[aeiou])y|^y)+")
_DOUBLE = re.compile(r"([^aeiouylsz])\1$")
_SHORT = re.compile(r"(?:^|[^aeiou])[aeiouy][^aeiouwxy]$")


def singular(noun: str) -> str:
    """
    Return the singular of an English plural noun, in lower case; a singular noun stays.

    >>> [singular(noun) for noun in ("prisoners", "bodies", "children", "buses", "crisis")]
    ['prisoner', 'body', 'child', 'bus', 'crisis']
    """
    noun = noun.lower()
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("children"):
        return noun[:-3]
    if len(noun) > 4 and noun.endswith("men") and noun not in _NO_PLURALS:
        return noun[:-2] + "an"
    if len(noun) < 4 or noun.endswith(("ss", "us", "is", "news", "series", "species", "troops", "forces")):
        return noun[:-1] if noun in {"troops", "forces"} else noun
    if noun.endswith("ies") and noun in _IE:
        return noun[:-1]
    if noun.endswith("ies"):
        return noun[:-3] + ("y" if len(noun) > 4 else "ie")
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes", "uses", "oes")):
        return (
            noun[:-1]
            if noun.endswith(("houses", "causes", "clauses", "shoes", "aches", "tranches", "avalanches", "niches"))
            else noun[:-2]
        )
    return noun[:-1] if noun.endswith("s") else noun


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """
    Return the stem of an English word in lower case; not a word itself, but the same for a word's forms.

    >>> [stem(word) for word in ("Negotiations", "negotiated", "met", "prisoners", "ceasefire")]
    ['negoti', 'negoti', 'meet', 'prisoner', 'ceasefir']
    """
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    if len(word) <= 3 and word not in _PLURALS and lemma_of(word) is None:
        return word
    if not word.isascii() or len(word) > 40:
        return word
    word = _PLURALS.get(word) or lemma_of(word) or word
    word = _endings(_inflection(word))
    if word.endswith("e") and (_measure(word[:-1]) > 1 or (_measure(word[:-1]) == 1 and not _SHORT.search(word[:-1]))):
        word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word


def _measure(stem_: str) -> int:
    return len(_MEASURE.findall(stem_))


def _inflection(word: str) -> str:
    """Porter's step 1: plurals, -ed and -ing, final y."""
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) > 0 else word
    elif word.endswith("ed") and _VOWEL.search(word[:-2]):
        word = _mend(word[:-2])
    elif word.endswith("ing") and _VOWEL.search(word[:-3]):
        word = _mend(word[:-3])
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    return word


def _mend(word: str) -> str:
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _DOUBLE.search(word):
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _SHORT.search(word) else word


def _endings(word: str) -> str:
    for ends, rules in ((_ENDS_2, _STEP_2), (_ENDS_3, _STEP_3)):
        if not word.endswith(ends):
            continue
        for ending, new in rules:
            if word.endswith(ending):
                if _measure(word[: -len(ending)]) > 0:
                    word = word[: -len(ending)] + new
                break
    if word.endswith(("sion", "tion")):
        return word[:-3] if _measure(word[:-3]) > 1 else word
    if not word.endswith(_STEP_4):
        return word
    for ending in _STEP_4_LONGEST:
        if word.endswith(ending):
            return word[: -len(ending)] if _measure(word[: -len(ending)]) > 1 else word
    return word
