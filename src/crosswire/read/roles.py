"""Who does what to whom: the subject before a verb and the object after it, by position and prepositions."""

import msgspec

from crosswire.model import Mention
from crosswire.read.cues import Cue
from crosswire.read.grammar import (
    AUXILIARIES,
    HAVE,
    NEGATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
)
from crosswire.read.words import Words
from crosswire.text.verbs import lemma_of

# How far left a subject and how far right an object may stand from its verb.
_DATELINE = frozenset({")", "-", "–", "—"})
_SUBJECT_REACH = 30
_OBJECT_REACH = 14
_HARD_STOPS = frozenset({".", ";", ":", "!", "?"})
# Where an object's own clause begins. "that" stays: "demanded that Ukraine ...".
_OBJECT_STOPS = _HARD_STOPS | (SUBORDINATORS - {"amid", "despite", "following"}) | RELATIVES
_PLACE_PREPOSITIONS = frozenset("in at near within inside outside around across during since until".split())
# "Dockers in southern Norway" are no more Norway than those in Norway.
_REGIONAL = frozenset("northern southern eastern western central northwestern northeastern southeastern".split()) | {
    "southwestern", "north-western", "north-eastern", "south-western", "south-eastern", "neighbouring", "neighboring",
}  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_NO_PREPOSITION = frozenset({"like", "as", "including", "than"})
# Right before a subject and its verb these join clauses: "after Arland agreed to it".
_JOINING = frozenset({"after", "before", "since", "until"})
# What opens an adverbial between "has" and its participle, and the words it has at most.
_ADVERBIAL = PREPOSITIONS | TIME_WORDS | {"so", "thus", "long", "this", "until"}
_BETWEEN = 6
# "Led by the vice-commerce minister, Veld": what a subject is headed by, and the words of a title before the name.
_ALONG, _LISTING = frozenset({"along", "together"}), frozenset({",", "and", "the"})
_DAYS, _DAY = frozenset("today yesterday tonight".split()), 2
_VISITING = frozenset("visited visits visit toured tours left reached".split())
_HEADED, _TITLE = frozenset({"led", "headed", "chaired", "fronted"}), 6
# "Negotiators from Peru": whose people they are.
_FROM = frozenset({"from", "for"})
_PEOPLE = frozenset(
    "negotiators officials leaders representatives delegates members envoys lawmakers commanders fighters".split()
)
# Words of what "which" hangs on, back to the name in it: "the Peruvian side's last peace plan, which".
_ANTECEDENT = 6


class Roles(msgspec.Struct, frozen=True, gc=False):
    """Mention indexes of a verb's subject and object, None where nobody stands."""

    agent: int | None = None
    target: int | None = None


def find_roles(words: Words, mentions: tuple[Mention, ...], cue: Cue, places: range) -> Roles:
    """
    Return who performs a cue's act and on whom, among the mentions of its sentence.

    A passive swaps the two: its subject is the target, a "by" phrase the agent.
    """
    if cue.kind == "noun":
        return _noun_roles(words, mentions, cue, places)
    subject = _subject(words, mentions, cue.first, places)
    if subject is None and cue.form == "gerund" and words.low[cue.first - 1] not in PREPOSITIONS:
        # "Chile had gone into the talks demanding ...": the subject of the clause.
        subject = _first_free(words, mentions, places.start, cue.first)
    if cue.form == "gerund":
        subject = _told_of(words, places.start, cue.first, subject)
    if cue.passive:
        return Roles(_by_agent(words, mentions, cue.last, places), subject)
    return Roles(subject, _object(words, mentions, cue, places, subject))


def _subject(words: Words, mentions: tuple[Mention, ...], place: int, places: range) -> int | None:
    """Return the subject of a verb; "Peruvian negotiators led by Minister Veld refused it": the negotiators did."""
    nearest = _nearest(words, mentions, place, places)
    if nearest is None:
        return None
    first = _first_word(words, mentions[nearest])
    if words.low[place - 1] == "to" and first > places.start and words.low[first - 1] in _VISITING:
        # "Roe visited Chile and Peru to lobby for it": she lobbies.
        return _nearest(words, mentions, first - 1, places)
    if (beside := _along(words, first, places.start)) is not None:
        # "Norway, along with Chile and Peru, has offered": Norway.
        return _nearest(words, mentions, beside - (words.low[beside - 1] == ","), places)
    led = _led_by(words.low, first, places.start)
    headed = _nearest(words, mentions, led, places) if led is not None else None
    return nearest if headed is None else headed


def _nearest(words: Words, mentions: tuple[Mention, ...], place: int, places: range) -> int | None:
    low = words.low
    step = _skip_auxiliaries(low, place - 1, places.start)
    step = _skip_auxiliaries(low, _over_adverbial(low, step, places.start), places.start)
    if step < places.start:
        return None
    step, place = _over_day(low, step, place, places.start)
    if low[step] == "," and not RELATIVES.isdisjoint(low[step + 1 : place]):
        if "which" in low[step + 1 : place]:
            return _of_antecedent(words, mentions, step - 1, places.start)
        step -= 1  # "Chile or Peru, who have refused it": what stands right before the comma
    if low[step] in {"and", "or", "but"} or (low[step] == "," and place - step == 1):
        return _first_free(words, mentions, _clause_start(low, step, places.start), step)
    stop = max(places.start, place - _SUBJECT_REACH)
    fallback: int | None = None
    beside = step
    while step >= stop:
        word = low[step]
        owner = words.owner[step]
        if owner >= 0:
            first = _first_word(words, mentions[owner])
            before = _word_before(low, first, places.start)
            if before == "(" and _DATELINE.issuperset(low[step + 1 : step + 3]):
                break  # "BERG, May 4 (North Wire) - Crews walked out": the wire did nothing
            if before == "of" or before == "'s" or (before in _FROM and _sends(low, first, stop)):
                fallback = owner if fallback is None else fallback
            elif before not in PREPOSITIONS or before in _NO_PREPOSITION or (step == beside and before in _JOINING):
                return _outer(words, mentions, _first_joined(words, owner, first, places.start), places)
            step = min(first, step) - 1
            continue
        if word == ",":
            step = _before_parenthesis(low, step, stop)
            continue
        if word in _HARD_STOPS or word == "that" or (word in AUXILIARIES and word != "'s"):
            break
        if word in RELATIVES:
            step -= 1
            continue
        if word in SUBJECT_PRONOUNS and fallback is None:
            break
        step -= 1
    return fallback


def _along(words: Words, first: int, stop: int) -> int | None:
    """Return the "along" or "together" before a list of names that ends at word `first`; None for any other list."""
    low = words.low
    for step in range(first - 1, stop - 1, -1):
        if low[step] == "with":
            return step - 1 if step > stop and low[step - 1] in _ALONG else None
        if words.owner[step] < 0 and low[step] not in _LISTING:
            return None
    return None


def _sends(low: list[str], first: int, stop: int) -> bool:
    """Tell whether a name says whose people a subject is: "negotiators from Peru"."""
    step = first - 1 - (low[first - 1] in _ARTICLES)
    return step > stop and low[step - 1] in _PEOPLE


def _led_by(low: list[str], first: int, stop: int) -> int | None:
    """Return the "led" of a name that only says who heads the subject; None for any other name."""
    for step in range(first - 1, max(stop, first - _TITLE) - 1, -1):
        if low[step] == "by" and step > stop and low[step - 1] in _HEADED:
            return step - 1
        if not low[step].replace("-", "").isalpha():
            return None
    return None


def _of_antecedent(words: Words, mentions: tuple[Mention, ...], place: int, start: int) -> int | None:
    """Return whom "which" hangs on, or whose the thing is that it hangs on: "Peru's plan, which demands a truce"."""
    for step in range(place, max(start, place - _ANTECEDENT) - 1, -1):
        if words.owner[step] >= 0:
            return words.owner[step] if mentions[words.owner[step]].actor is not None else None
        if words.low[step] in _HARD_STOPS or words.low[step] in AUXILIARIES - {"'s"} or words.low[step] == ",":
            return None
    return None


def _over_adverbial(low: list[str], step: int, start: int) -> int:
    """Return the "has" or "had" that words on when, where and how part from its verb: "has so far refused"."""
    for at in range(step, max(start, step - _BETWEEN) - 1, -1) if step >= start else ():
        if low[at] in HAVE:
            return at if low[at + 1] in _ADVERBIAL else step
        if not low[at].replace("-", "").isalnum() or low[at] in SUBJECT_PRONOUNS or low[at] in AUXILIARIES:
            return step
    return step


def _over_day(low: list[str], step: int, place: int, start: int) -> tuple[int, int]:
    """Return where a subject and its verb are as if no day stood between: "The premier, Ada Roe, today refused"."""
    if step > start and low[step] in _DAYS:
        step -= 1
    return (step, place - 1) if low[step] == "," and place - step == _DAY and low[step + 1] in _DAYS else (step, place)


def _first_joined(words: Words, owner: int, first: int, start: int) -> int:
    """Return the first of subjects joined by "and" ("Chile and Peru signed": Chile), else `owner`."""
    step = first - 1
    if step > start and words.low[step] == "the":
        step -= 1
    if step > start and words.low[step] == "and" and words.owner[step - 1] >= 0:
        return words.owner[step - 1]
    return owner


def _skip_auxiliaries(low: list[str], step: int, start: int) -> int:
    while step >= start and (
        low[step] in AUXILIARIES or low[step] in NEGATORS or is_adverb(low[step]) or low[step] in RELATIVES
    ):
        step -= 1
    return step


def _before_parenthesis(low: list[str], comma: int, stop: int) -> int:
    """Return the index before an apposition or aside that ends at `comma`; before the comma itself when none does."""
    for step in range(comma - 1, max(stop, comma - 25) - 1, -1):
        if low[step] == ",":
            return step - 1
        if low[step] in _HARD_STOPS:
            break
    return comma - 1


def _told_of(words: Words, start: int, gerund: int, subject: int | None) -> int | None:
    """Return whom a gerund tells of behind a relative clause: "meets Roe, who has been busy, promising": Roe."""
    if words.low[gerund - 1] != ",":
        return subject
    for step in range(gerund - 1, start + 1, -1):
        if words.low[step] == "who" and words.low[step - 1] == ",":
            owner = words.owner[step - 2]
            return owner if owner >= 0 and subject is not None and owner != subject else subject
    return subject


def _first_free(words: Words, mentions: tuple[Mention, ...], start: int, stop: int) -> int | None:
    """Return the first mention that no preposition governs: the subject of joined verbs."""
    step = start
    while step < stop:
        owner = words.owner[step]
        named = owner >= 0 and mentions[owner].actor is not None
        if named and (
            (before := _word_before(words.low, step, start)) not in PREPOSITIONS or _opens(words, step, before)
        ):
            return owner
        step += 1
    return None


def _clause_start(low: list[str], step: int, start: int) -> int:
    """Return where the clause begins that verbs are joined in: "Chile demands it; Peru refuses and wants a truce"."""
    return next((at + 1 for at in range(step - 1, start - 1, -1) if low[at] in (";", ":")), start)


def _opens(words: Words, step: int, before: str) -> bool:
    """Tell whether a word before a name opens a clause of which the name is the subject: "after Chile agreed"."""
    if before not in SUBORDINATORS:
        return False
    after = next((at for at in range(step, len(words.low)) if words.owner[at] != words.owner[step]), len(words.low))
    return after < len(words.low) and (words.low[after] in AUXILIARIES or _is_past(words.low[after]))


def _outer(words: Words, mentions: tuple[Mention, ...], owner: int, places: range) -> int:
    """Return the mention whose apposition `owner` stands in ("Lee, the minister of Arland": Lee), else `owner`."""
    inner = mentions[owner]
    for index in range(owner - 1, max(-1, owner - 4), -1):
        other = mentions[index]
        if other.end <= words.starts[places.start]:
            break
        if other.full.start <= inner.start and inner.end <= other.full.end and other.actor is not None:
            return index
    return owner


def _object(words: Words, mentions: tuple[Mention, ...], cue: Cue, places: range, subject: int | None) -> int | None:
    low = words.low
    agent = mentions[subject].actor if subject is not None else None
    # An object may stand inside a gapped cue ("want Ukraine to"), so the search starts at the verb itself.
    for step in range(cue.first + 1, min(places.stop, cue.last + 1 + _OBJECT_REACH)):
        owner = words.owner[step]
        if owner >= 0:
            mention = mentions[owner]
            if mention.actor is None or mention.actor == agent or not _names_somebody(mention):
                continue
            if mention.start > words.starts[step]:
                continue
            before = _word_before(low, step, places.start)
            if before in _PLACE_PREPOSITIONS and step - 1 > cue.last:
                continue
            return owner
        if step > cue.last and (low[step] in _OBJECT_STOPS or (low[step] == "," and step > cue.last + 3)):
            break
        if low[step] == "and" and step > cue.last and step + 1 < places.stop and _is_past(low[step + 1]):
            # "denied it and accused Arland": another verb's object.
            break
    return None


def _is_past(word: str) -> bool:
    return word.endswith("ed") or lemma_of(word) is not None


def _by_agent(words: Words, mentions: tuple[Mention, ...], place: int, places: range) -> int | None:
    low = words.low
    for step in range(place + 1, min(places.stop, place + 9)):
        if low[step] in _HARD_STOPS or low[step] == ",":
            break
        if low[step] == "by":
            for inner in range(step + 1, min(places.stop, step + 8)):
                if words.owner[inner] >= 0:
                    return words.owner[inner]
                # "by a gang based in Arland": not by Arland.
                if low[inner] in _HARD_STOPS or low[inner] == "," or low[inner] in PREPOSITIONS:
                    break
            break
    return None


def _noun_roles(words: Words, mentions: tuple[Mention, ...], cue: Cue, places: range) -> Roles:
    """Read "Russia's attack on Kyiv" and "the attack by Russia on Kyiv"."""
    agent: int | None = None
    for step in range(cue.first - 1, max(places.start, cue.first - 4) - 1, -1):
        if words.owner[step] >= 0:
            agent = words.owner[step]
            break
        if words.low[step] in _HARD_STOPS or words.low[step] == ",":
            break
    by = _by_agent(words, mentions, cue.last, places)
    agent = by if by is not None else agent
    target = _object(words, mentions, cue, places, agent)
    return Roles(agent, target)


def _word_before(low: list[str], place: int, start: int) -> str:
    """Return the word before a noun phrase, its article or possessive and "northern" left out."""
    step = place - 1
    while step > start and low[step] in _REGIONAL:
        step -= 1
    if step > start and low[step] in _ARTICLES:
        step -= 1
    return low[step] if step >= start else ""


def _first_word(words: Words, mention: Mention) -> int:
    return words.at(mention.start)


def _names_somebody(mention: Mention) -> bool:
    return mention.actor is not None


def subject_before(words: Words, mentions: tuple[Mention, ...], place: int, places: range) -> int | None:
    """Return the mention that is the subject of the verb or auxiliary at `place`, None when nobody is."""
    return _subject(words, mentions, place, places)


def is_first_person(words: Words, place: int, start: int) -> bool:
    """Tell whether the subject right before the verb at `place` is "I" or "we"."""
    step = _skip_auxiliaries(words.low, place - 1, start)
    while step > start and words.low[step] == "to":
        # "we want to ..., we are ready to ...": the subject of the governor.
        step = _skip_auxiliaries(words.low, step - 2, start)
    return step >= start and words.low[step] in {"i", "we"}


def joined_to(words: Words, mentions: tuple[Mention, ...], index: int) -> int | None:
    """Return the mention joined to mention `index` by "and", None when none is."""
    place = words.at(mentions[index].end)
    for step in (place + 1, place + 2):
        if words.low[place : place + 1] == ["and"] and step < len(words.low) and words.owner[step] >= 0:
            return words.owner[step]
    return None
