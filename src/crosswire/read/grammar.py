"""Closed word classes of English that the finders of this part lean on: grammar, not vocabulary."""

from collections.abc import Sequence

from crosswire.text.verbs import lemma_of


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = _words("be is are was were am been being 's 're 'm get gets got getting")
HAVE = _words("have has had having 've")
DO = _words("do does did don doesn didn")
MODALS = _words("will would shall should can could may might must cannot 'll 'd won wouldn shouldn couldn mustn ought")
NEGATORS = _words("not never no 't neither nor without hardly barely scarcely cannot")
AUXILIARIES = BE | HAVE | DO | MODALS | _words("isn aren wasn weren haven hasn hadn")
ADVERBS = _words(
    "also again already still now then just even only ever once soon yet always often later earlier today yesterday "
    "tomorrow twice further simply instead far both all each themselves itself himself herself jointly first "
    "hitherto therefore"
)
# Verbs of seeing a thing, which nobody can be made to do: "must understand the cost".
INSIGHT = _words("understand realise realize learn remember grasp")
DETERMINERS = _words(
    "the a an this that these those his her its their our my your some any no every each another such "
    "several many few more most other new first second third last next latest recent further fresh 's"
)
POSSESSIVES = _words("his her its their our my your 's whose")
PREPOSITIONS = _words(
    "in on at from with to against by near over under for about since after before between into onto through during "
    "among amid toward towards within outside inside across behind beyond despite without upon via around throughout "
    "than like as including unlike alongside"
)
SUBORDINATORS = _words(
    "after before when while because since although though if unless until once whereas where whenever as amid "
    "despite following"
)
RELATIVES = _words("who which whose whom")
SUBJECT_PRONOUNS = _words("i we he she they it you who")
FIRST_PERSON = _words("i we our my us me ours")
TIME_WORDS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december week month year morning evening night afternoon weekend noon midnight today "
    "yesterday tomorrow day days weeks months years hours earlier later overnight last early late jan feb mar apr jun "
    "jul aug sept sep oct nov dec spring summer autumn fall winter recently hour"
)
FUTURE_AUXILIARIES = _words("will would shall 'll may might could can won wouldn should must ought")


def is_adverb(word: str) -> bool:
    """
    Tell whether `word` may stand between an auxiliary and its verb.

    >>> is_adverb("flatly"), is_adverb("plan")
    (True, False)
    """
    return word in ADVERBS or (
        word.endswith("ly")
        and len(word) > 4
        and word not in {"supply", "reply", "family", "july", "rally", "ally", "apply", "italy"}
    )


def opens_past(low: Sequence[str], place: int) -> bool:
    """
    Tell whether "and" at `place` leads to a verb that tells what was done: what comes before it ends there.

    >>> opens_past("agreed to pause it and found a way".split(), 4), opens_past("to find and free the men".split(), 2)
    (True, False)
    """
    verb = low[place + 1] if place + 2 < len(low) else ""
    past = verb not in _BOTH_FORMS and ((verb.endswith("ed") and len(verb) > 4) or lemma_of(verb) not in (None, verb))
    return past and not verb.endswith(("s", "ing")) and low[place + 2] in (DETERMINERS | {'"', "“", "that"})


_BOTH_FORMS = frozenset("set put cut let read cost run cast bid shut need speed feed".split())


# Words after "as" within which a post stands.
_POST, _POSTS = 4, _words("president premier minister chairman chair leader head speaker commander deputy")


def names_post(low: Sequence[str], place: int) -> bool:
    """
    Tell whether an "as" only says in which post.

    >>> names_post("stay on as executive president".split(), 2), names_post("left as the president spoke".split(), 1)
    (True, False)
    """
    if low[place] != "as":
        return False
    after = low[place + 1 : place + 1 + _POST]
    end = next((at for at, word in enumerate(after) if word in _POSTS), None)
    return end is not None and not _DEFINITE & set(after[:end]) and (AUXILIARIES | PREPOSITIONS).isdisjoint(after[:end])


_DEFINITE = frozenset({"the"})
