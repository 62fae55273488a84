"""English verb forms from a lemma, and the lemma of irregular forms."""

from collections.abc import Sequence
from functools import cache

import msgspec

# base past participle; participle left out when it is the past. Forms that are commoner as another word are not
# listed twice: `lemma_of` keeps the first.
_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
bring brought|broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught|choose chose chosen
cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found
flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got got|give gave given
go went gone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt
keep kept|kneel knelt|know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|light lit|lose lost
make made|mean meant|meet met|mislead misled|misspeak misspoke misspoken|mistake mistook mistaken
outbid outbid|overcome overcame overcome|overhear overheard|override overrode overridden|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid|prove proved proven
put put|quit quit|read read|rebuild rebuilt|recast recast|redo redid redone|repay repaid|reset reset|resell resold
rethink rethought|retake retook retaken|rewrite rewrote rewritten|rid rid|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed
shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk
sit sat|sleep slept|slide slid
sow sowed sown|speak spoke spoken|speed sped|spend spent|spin spun|split split|spread spread|spring sprang sprung
stand stood|steal stole stolen|stick stuck|sting stung|strike struck struck|strive strove striven|string strung
swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought|thrust thrust|throw threw thrown|undercut undercut|undergo underwent undergone
underlie underlay underlain|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld
upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn
withhold withheld|withstand withstood|write wrote written
"""
_BE = ("is", "was", "been", "being")
# Forms nobody should read as the rarer verb: "the ground", "found" (the verb found), "a wound", "lay" of lie.
_NOT_LEMMAS = frozenset({"ground", "wound", "bound", "lay", "bit"})
# Final-stressed verbs of two syllables and more double their consonant; all others do not ("visit", "offer").
_DOUBLING = frozenset(
    str.split("""
    abet abhor acquit admit allot annul commit compel concur confer control defer deter disbar emit equip expel extol
    forget impel incur infer inter omit outfit patrol permit prefer begin propel rebel rebut recap recur refer regret
    remit repel submit transfer transmit unplug upset handicap kidnap program worship overstep
    """)
)
# British doubling beside the American single consonant.
_BRITISH = ("ancel", "ignal", "abel", "ravel", "ounsel", "odel", "uel", "hannel", "evel", "arshal", "narrel", "uarrel",
            "nravel", "ial", "otal", "ocus")  # fmt: skip
_VOWELS = "aeiou"


class VerbForms(msgspec.Struct, frozen=True):
    """The five forms of an English verb."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for entry in _IRREGULAR.replace("\n", "|").split("|"):
        forms = entry.split()
        if forms:
            table[forms[0]] = (forms[1], forms[-1])
    return table


@cache
def _lemmas() -> dict[str, str]:
    lemmas: dict[str, str] = {}
    for lemma, forms in _irregular().items():
        for form in forms:
            if form not in _NOT_LEMMAS:
                lemmas.setdefault(form, lemma)
    lemmas.update({"is": "be", "are": "be", "am": "be", "was": "be", "were": "be", "been": "be", "being": "be"})
    lemmas.update({"has": "have", "does": "do", "goes": "go", "lying": "lie", "dying": "die", "tying": "tie"})
    lemmas.update({"died": "die", "dies": "die", "lied": "lie", "lies": "lie", "tied": "tie", "ties": "tie"})
    return lemmas


def lemma_of(word: str) -> str | None:
    """
    Return the lemma of an irregular verb form, None when `word` is not one.

    >>> lemma_of("said"), lemma_of("withdrawn"), lemma_of("envoy")
    ('say', 'withdraw', None)
    """
    return _lemmas().get(word.lower())


@cache
def irregular_pasts() -> frozenset[str]:
    """Return the irregular past forms that are neither a base nor a participle: "went", never "put" or "held"."""
    table = _irregular()
    return frozenset(past for base, (past, participle) in table.items() if past not in (base, participle))


def verb_forms(lemma: str, irregular: Sequence[str] = ()) -> VerbForms:
    """
    Inflect a verb; in a verb of several words the first is inflected.

    `irregular` overrides the table: (past), (past, participle) or (third, past, participle, gerund).

    >>> verb_forms("rule out").past, verb_forms("deny").third, verb_forms("lie").gerund
    ('ruled out', 'denies', 'lying')
    """
    head, space, tail = lemma.partition(" ")
    forms = _be() if head == "be" and not irregular else _single(head, tuple(irregular))
    return VerbForms(*(form + space + tail for form in forms))


def all_forms(lemma: str, irregular: Sequence[str] = ()) -> tuple[str, ...]:
    """
    Return every form of a verb once, sorted, British and American spellings alike.

    >>> all_forms("signal")
    ('signal', 'signaled', 'signaling', 'signalled', 'signalling', 'signals')
    """
    forms = verb_forms(lemma, irregular)
    found = {forms.base, forms.third, forms.past, forms.participle, forms.gerund}
    head, space, tail = lemma.partition(" ")
    if head == "be":
        found |= {form + space + tail for form in ("am", "are", "were")}
    if head.endswith(_BRITISH):
        found |= {head + head[-1] + ending + space + tail for ending in ("ed", "ing")}
    if head in {"get", "prove", "learn", "burn", "spell"}:
        extra = {"get": "gotten", "prove": "proved", "learn": "learnt", "burn": "burnt", "spell": "spelt"}[head]
        found.add(extra + space + tail)
    return tuple(sorted(found))


def _be() -> tuple[str, str, str, str, str]:
    third, past, participle, gerund = _BE
    return "be", third, past, participle, gerund


@cache
def _single(verb: str, irregular: tuple[str, ...]) -> tuple[str, str, str, str, str]:
    if len(irregular) >= 4:
        third, past, participle, gerund = irregular[:4]
        return verb, third, past, participle, gerund
    regular = _past(verb)
    past, participle = _irregular().get(verb, (regular, regular))
    if irregular:
        past, participle = irregular[0], irregular[-1]
    return verb, _third(verb), past, participle, _gerund(verb)


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + ("zes" if verb.endswith("iz") else "es")
    return verb[:-1] + "ies" if _consonant_y(verb) else verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _consonant_y(verb):
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and len(verb) > 2 and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    if verb.endswith("ic"):
        return verb + "k"
    return verb + verb[-1] if verb in _DOUBLING or _short_syllable(verb) else verb


def _short_syllable(verb: str) -> bool:
    """Tell whether the verb is one syllable ending consonant, vowel, consonant: "stop", "plan", "quit"."""
    body = verb.replace("qu", "q")
    if len(body) < 3 or body[-1] in _VOWELS + "wxy" or body[-2] not in _VOWELS or body[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in body) == 1


def _consonant_y(verb: str) -> bool:
    return len(verb) > 1 and verb.endswith("y") and verb[-2] not in _VOWELS
