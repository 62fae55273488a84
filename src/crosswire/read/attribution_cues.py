"""Find the reporting words of a sentence: verbs with their auxiliaries, nouns and prepositions."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import compress
from typing import Literal

import msgspec

from crosswire.packs import Packs, SpeechCue
from crosswire.read.attribution_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODAL,
    NEGATIONS,
    PAPERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    STAND_INS,
    Clause,
    is_adverb,
)
from crosswire.text.verbs import all_forms, lemma_of, verb_forms

Form = Literal["base", "third", "past", "gerund", "noun", "preposition"]
# "went on to say", "continued to insist": the second verb speaks, the first only paces it.
# Words from the first verb of "neither confirmed nor denied" to its second.
_NOR_WITHIN = 8
# Words of a subject after "if" at the head of a sentence.
_SUPPOSED = 7
_PACING = frozenset(
    "on continued continues continue began begins started came rose wanted sought tried had has have".split()
)
# A noun's company before it; a verb's subject does not end in these.
_NOUN_BEFORE = (
    (DETERMINERS - {"all", "both", "many", "some", "several"})
    | PREPOSITIONS
    | frozenset(
        "regarding concerning including other "
        "new recent latest public official joint written such false own similar press any more and or whose".split()
    )
)


class Entry(msgspec.Struct, frozen=True):
    """One inflected cue: the words that must follow its first, the cue, and which form it is."""

    rest: tuple[str, ...]
    cue: SpeechCue
    form: Form


# Entries by their first word; and for first words that are no cue alone, the words that may follow.
Table = tuple[dict[str, list[Entry]], dict[str, frozenset[str]]]


class Found(msgspec.Struct):
    """A cue in place: words `first` to `last` (auxiliaries and adverbs included), `head` the reporting word itself."""

    cue: SpeechCue
    form: Form
    first: int
    head: int
    last: int
    passive: bool = False
    negated: bool = False
    finite: bool = True

    @property
    def strong(self) -> bool:
        """Whether the word reports speech by itself, so that any subject may be a speaker."""
        return self.cue.quote and self.cue.that


@lru_cache(maxsize=8)
def _slot(digest: str) -> Table:
    """Return the table of one pack digest, empty until filled: hashing the cues at every call would cost more."""
    return {}, {}


def cue_table(packs: Packs) -> Table:
    """Return every inflected first word of the packs' cues with its entries, longest phrase first."""
    table, seconds = _slot(packs.digest)
    if not table and packs.speech:
        for cue in packs.speech:
            for words, form in _inflect(cue):
                table.setdefault(words[0], []).append(Entry(tuple(words[1:]), cue, form))
        for first, entries in table.items():
            entries.sort(key=lambda entry: -len(entry.rest))
            if entries[-1].rest:
                seconds[first] = frozenset(entry.rest[0] for entry in entries)
    return table, seconds


def _inflect(cue: SpeechCue) -> list[tuple[list[str], Form]]:
    if cue.kind == "preposition":
        return [(cue.lemma.split(), "preposition")]
    if cue.kind == "noun":
        plural = cue.lemma[:-1] + "ies" if cue.lemma.endswith("y") else cue.lemma + "s"
        return [([form], "noun") for form in (cue.forms or (cue.lemma, plural))]
    forms = verb_forms(cue.lemma, cue.forms)
    named: dict[str, Form] = {forms.base: "base", forms.third: "third", forms.gerund: "gerund"}
    for form in (*all_forms(cue.lemma, cue.forms), forms.past, forms.participle):
        named.setdefault(form, "gerund" if form.split()[0].endswith("ing") else "past")
    return [(form.split(), kind) for form, kind in sorted(named.items())]


def cue_places(low: list[str], table: Table) -> list[int]:
    """Return the words that may be cues or open one; a phrase's first word counts only before its second."""
    entries, seconds = table
    size = len(low)
    return [
        place
        for place in compress(range(size), map(entries.__contains__, low))
        if low[place] not in seconds or (place + 1 < size and low[place + 1] in seconds[low[place]])
    ]


def find_cues(clause: Clause, places: Iterable[int], table: Table) -> list[Found]:
    """Return the cues of a sentence outside its quotes, in text order; `places` are those of `cue_places`."""
    found: list[Found] = []
    low = clause.low
    reach = 0
    for place in places:
        if clause.quote[place] != -1 or place < reach:
            continue
        for entry in table[0][low[place]]:
            end = place + 1 + len(entry.rest)
            if entry.rest and tuple(low[place + 1 : end]) != entry.rest:
                continue
            item = _read(clause, place, end, entry)
            if item is not None:
                found.append(item)
                reach = end
            break
    return found


def _read(clause: Clause, place: int, end: int, entry: Entry) -> Found | None:
    low = clause.low
    if place and entry.form != "preposition" and clause.capital(place) and not _is_headline(clause, place):
        return None  # a name's part: "the Free States of Norland"
    if entry.form in ("noun", "preposition"):
        return Found(entry.cue, entry.form, place, place, end)
    first = place
    while first > 0 and (low[first - 1] in AUXILIARIES or is_adverb(low[first - 1]) or _earlier(low, first - 1)):
        first -= 1
    if first and low[first - 1] == "neither" and "nor" in low[place + 1 : place + _NOR_WITHIN]:
        first -= 1
    if _is_supposed(clause, first, end):
        return None
    group = low[first:place]
    before = low[first - 1] if first else ""
    negated = before == "nobody" or "neither" in group or not NEGATIONS.isdisjoint(group)
    helped = [word for word in group if word in AUXILIARIES]
    item = Found(entry.cue, entry.form, first, place, end, negated=negated)
    if entry.form == "past":
        item.passive = bool(helped) and helped[-1] in BE
        return None if _adjectival(clause, place, before, helped) else item
    if entry.form == "gerund":
        item.finite = not BE.isdisjoint(helped)
        if low[place] in _PREPOSITIONAL and not item.finite:
            return None
        return None if before in DETERMINERS or (before in ("of", "by", "for") and not helped) else item
    if entry.form == "base":
        return _bare(clause, item, before, helped)
    # "have claims", "are calls": no auxiliary goes with a third person.
    return _as_noun(clause, item) if helped else _noun_or(clause, item, before)


def _is_supposed(clause: Clause, verb: int, end: int) -> bool:
    """Tell whether a sentence opens with what may be done: "If Oria insists on it, ..." reports no words."""
    low = clause.low
    opens = low[0] in ("if", "unless") or low[:2] == ["even", "if"]
    return opens and low[end : end + 1] in (["on"], ["upon"]) and verb <= _SUPPOSED and "," not in low[:verb]


def _earlier(low: list[str], place: int) -> bool:
    """Tell whether a word stands between an auxiliary and its verb: "had [earlier] said"."""
    return low[place] in ("earlier", "later", "previously", "first") and place > 0 and low[place - 1] in AUXILIARIES


def _is_headline(clause: Clause, place: int) -> bool:
    """Tell whether capitals say nothing: in a title, a line without a full stop, or after a mark."""
    last = clause.text[clause.span.end - 1]
    return clause.paragraph == 0 or last.isalnum() or not clause.low[place - 1].isalpha()


def _adjectival(clause: Clause, place: int, before: str, helped: list[str]) -> bool:
    """Tell whether a past form is an adjective or a participle after a noun's determiner ("the alleged plot")."""
    if helped:
        return False
    if before in _FULL_DETERMINERS or before in PREPOSITIONS:
        return True
    following = clause.low[place + 1] if place + 1 < len(clause) else "."
    if before.endswith(("'s", "’s")) and before[:-2] not in PRONOUNS:
        # "the minister's repeated claim", but "Roe's said that": what follows "has said" opens a clause.
        return following not in _CLAUSE_OPENERS and following.isalpha()
    if following == "with" and clause.low[place] == "threatened":
        return True  # "was jeered and threatened with prison"
    return following == "by" or (following in ("for", "as") and clause.low[place] == "known")


def _bare(clause: Clause, item: Found, before: str, helped: list[str]) -> Found | None:
    if before == "to":
        pace = clause.low[item.first - 2] if item.first > 1 else ""
        if pace in _PACING:
            item.first -= 2
            if pace == "on" and item.first > 0 and clause.low[item.first - 1] in ("went", "goes", "go"):
                item.first -= 1
            return item
        return None
    if not ADVISED.isdisjoint(helped) and not item.strong:
        return None  # "Oria should refuse" tells what the writer wants, not what Oria says
    if any(word in MODAL or word in NEGATIONS for word in helped):
        return item
    if helped and any(word in HAVE or word in BE for word in helped):
        return None
    return _noun_or(clause, item, before)


def _noun_or(clause: Clause, item: Found, before: str) -> Found | None:
    """Tell a present verb from the noun it looks like ("claims", "reports", "view")."""
    if item.form == "third" and item.cue.lemma.split()[0] not in _NOUNLIKE:
        return item
    following = clause.low[item.last] if item.last < len(clause) else "."
    disagrees = before in (_ONE if item.form == "base" else _MANY)
    if disagrees or before in _NOUN_BEFORE or before.endswith(_OWNED):
        return _as_noun(clause, item)
    if item.form == "base" and item.first > 1 and before[-1:] != "s" and before not in _PEOPLE_OR_PLURALS:
        # "his repeated claim that": an owner, an adjective and a noun; a verb's plural subject would end in -s.
        owner = clause.low[item.first - 2]
        if owner in _THEIRS or owner.endswith(_OWNED):
            return _as_noun(clause, item)
    if before in PRONOUNS or before in STAND_INS:
        return None if item.form == "base" and before in ("he", "she", "it") else item
    lone = item.form == "third" and item.first == item.head and item.first > 0 and not clause.capital(item.first - 1)
    if (
        lone
        and before[:1].isalpha()
        and before not in _SPEAKERS
        and following not in ("that", "“", '"', "the", "he", "she", "they", ",")
    ):
        return None
    if _closes(clause, item, following):
        return item
    lemma = item.cue.lemma.split()[0]
    # "Votes cast on Tuesday": a participle that looks like the verb.
    nounlike = item.form == "third" or lemma in _NOUNLIKE or lemma_of(lemma) == lemma
    if (following in _AFTER_NOUN and nounlike) or following.endswith("ing"):
        return None
    if item.form == "base" and item.first > 0:
        subject = _over_aside(clause, item.first) if before == "," else before
        if subject[-1] != "s" and subject not in _PLURALS and (nounlike or not _headed(clause, item.first)):
            return None
    return item


def _closes(clause: Clause, item: Found, following: str) -> bool:
    """Tell whether a verb and a name set off by a comma end a sentence: "..., the agency Norpress reports"."""
    first = item.first
    if item.form != "third" or following not in (".", ",") or first < 2 or not clause.capital(first - 1):
        return False
    while first > 0 and (clause.capital(first - 1) or clause.low[first - 1] in _AGENCY):
        first -= 1
    return 0 < first < item.first and clause.low[first - 1] in ",—–"


def _headed(clause: Clause, verb: int) -> bool:
    """Tell whether the phrase before a verb has a plural for its head: "relatives of the missing say"."""
    for place in range(verb - 2, max(0, verb - 7), -1):
        word = clause.low[place]
        if not word.isalpha() or clause.quote[place] != -1 or word in AUXILIARIES:
            return False
        if word in PREPOSITIONS:
            head = clause.low[place - 1]
            return head in _PLURALS or (head.endswith("s") and not head.endswith(("ss", "us", "is")))
    return False


def _over_aside(clause: Clause, verb: int) -> str:
    """Return the word before an aside that ends at the verb: "the owners" of "the owners, naturally, say"."""
    low = clause.low
    opening = next((place for place in range(verb - 3, max(0, verb - 6), -1) if low[place] == ","), None)
    aside = low[opening + 1 : verb - 1] if opening is not None else []
    lone = len(aside) == 1 and is_adverb(aside[0])
    return low[opening - 1] if opening and (lone or tuple(aside) in _ASIDES) else ","


def _as_noun(clause: Clause, item: Found) -> Found | None:
    following = clause.low[item.last] if item.last < len(clause) else "."
    return Found(item.cue, "noun", item.head, item.head, item.last) if following in ("that", "of") else None


# Reporting verbs that are nouns as well; the rest ("says", "insists") cannot be mistaken.
_NOUNLIKE = frozenset(
    str.split("""
    answer appeal benefit blame blog boast brand cable call caution challenge charge cheer claim comment complaint
    concern count criticism cry demand desire detail dispute doubt e-mail email estimate exclaim favor favour fear
    find forecast gripe guess hint hope joke judge label line mark message mock mourn need note object offer
    opinion order phone pitch plan plea pledge plot point post praise press promise prompt propose protest push
    question quip quote rate reason rebuke regard regret release reply report request resolve response result
    review rule rumor rumour seal seek share shout sign signal speculate stand state stress study suspect tally
    telephone text thank thought threat tout trace track trust tweet urge view voice vow want warrant whisper wish
    witness wonder word work worry
    """)
)
# Gerunds that are prepositions unless "is" or "was" stands before them: "questions regarding emails".
_PREPOSITIONAL = frozenset("regarding considering seeing".split())
ADVISED = frozenset({"should", "must"})
_AGENCY = frozenset("the of news agency state".split())
_CLAUSE_OPENERS = frozenset("that to the a an he she it they we i there his her its their".split())
# Number tells a noun from a verb: "one demand" and "some claims" are nouns, "one demands" and "some claim" verbs.
_OWNED = ("'s", "’s", "s'", "s’")
_THEIRS = frozenset("his her their its".split())
_ONE = frozenset("one this another neither".split())
_MANY = frozenset("others some many several few both most these those".split())
# What follows a plural noun rather than a verb: "claims of", "charges were".
_AFTER_NOUN = frozenset(
    "of from by against were was are is have had and or such like as in on at with about over . ) ,".split()
)
_ASIDES = frozenset(
    {("of", "course"), ("in", "turn"), ("for", "their", "part"), ("by", "contrast"), ("after", "all"), ("as", "ever")}
)
_PLURALS = frozenset("people police men women and media authorities".split())
# Unions and differences of the word classes, built once: building one at every word costs far more than the look-up.
_PEOPLE_OR_PLURALS = PEOPLE | _PLURALS
_SPEAKERS = PEOPLE | PAPERS
_FULL_DETERMINERS = DETERMINERS - STAND_INS
