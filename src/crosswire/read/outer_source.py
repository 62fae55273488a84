"""Who is reported to tell of another's act: "Arland rejected the plan, a diplomat said"."""

from collections.abc import Sequence

import msgspec

from crosswire.model import Attribution, Mention, Span, Via
from crosswire.read.grammar import AUXILIARIES, POSSESSIVES, PREPOSITIONS, SUBORDINATORS, is_adverb
from crosswire.read.words import Words
from crosswire.text.verbs import lemma_of

# The verbs that may end a sentence after its teller; any other verb makes the tail a clause of its own.
_TELLING = frozenset({"said", "says", "told", "reported", "reports", "added", "confirmed", "announced", "wrote"})
_ACCORDING = ("according", "to")
# Words of a teller: "a senior official of the delegation".
_LONGEST = 14
# Words after the telling: "told reporters in the capital on Monday".
_LONGEST_TAIL = 9
# A sentence that opens with a side clause goes on with its main clause: "While he asked for it, the mayor said no."
_SIDE = SUBORDINATORS | frozenset({"citing", "calling", "saying", "in", "on"})
_MARKS = frozenset(',;:()"“”—–')
_NOT_A_TELLER = frozenset("and but which who while though he she it they we i that as when also or with".split())


class Teller(msgspec.Struct, frozen=True, gc=False):
    """The words for who tells, those for the telling, and the one actor named in them, if one is."""

    source: Span
    cue: Span
    actor: str | None


def find_teller(words: Words, text: str, mentions: Sequence[Mention], after: int, sentence: range) -> Teller | None:
    """
    Return who is said to tell of what stands before word `after`, when the sentence goes on to say so.

    Only ", somebody said" and ", according to somebody" right after the contents count.
    """
    low = words.low
    if after >= sentence.stop or low[after] != "," or low[sentence.start] in _SIDE:
        return None
    first = after + 1
    if tuple(low[first : first + 2]) == _ACCORDING:
        return _named_in(
            words, text, mentions, range(first + 2, _end(low, first + 2, sentence.stop)), (first, first + 2)
        )
    if first >= sentence.stop or low[first] in _NOT_A_TELLER | _MARKS | _TELLING | AUXILIARIES:
        return None
    for place in range(first + 1, min(sentence.stop, first + _LONGEST)):
        word = low[place]
        if word in _TELLING:
            stop = place
            while stop > first + 1 and (low[stop - 1] in AUXILIARIES or is_adverb(low[stop - 1])):
                stop -= 1
            if not _ends(low, place + 1, sentence.stop):
                return None
            return _named_in(words, text, mentions, range(first, stop), (place, place + 1))
        if word in _MARKS or word in AUXILIARIES - {"has", "have", "had", "'s"} or word in _NOT_A_TELLER:
            return None
        if words.owner[place] < 0 and lemma_of(word) is not None and not word.endswith("ed"):
            return None
    return None


def retold(attribution: Attribution, teller: Teller, passed_on: bool, text: str) -> Attribution:
    """
    Return an attribution as its teller's: his words are the whole clause before him, and the act in it is told of.

    `passed_on`: the speaker's words stay his own, and the teller is a link of the chain ("..., Reuters reported").
    """
    if passed_on:
        link = Via(teller.source.of(text), teller.source, teller.actor)
        return msgspec.structs.replace(attribution, via=(link, *attribution.via))
    parts = [*attribution.contents, *(one for one in (attribution.source, attribution.cue) if one is not None)]
    whole = Span(min(one.start for one in parts), max(one.end for one in parts))
    return msgspec.structs.replace(
        attribution,
        contents=(whole,),
        source=teller.source,
        cue=teller.cue,
        lemma="according to" if teller.cue.of(text).startswith("according") else "say",
        speaker=teller.actor,
        speaker_mention=None,
        unnamed=teller.actor is None,
        negated=False,
    )


def _ends(low: Sequence[str], start: int, stop: int) -> bool:
    """Tell whether the sentence is over soon after the telling: "told Reuters.", "said on Monday,"."""
    return any(low[place] in {".", ","} for place in range(start, min(stop, start + _LONGEST_TAIL)))


def _end(low: Sequence[str], start: int, stop: int) -> int:
    place = start
    while place < min(stop, start + _LONGEST) and low[place] not in _MARKS and low[place] not in {".", "who", "which"}:
        place += 1
    return place


def _named_in(
    words: Words, text: str, mentions: Sequence[Mention], places: range, cue: tuple[int, int]
) -> Teller | None:
    if not places:
        return None
    owners = sorted({words.owner[place] for place in places} - {-1})
    named = [mentions[owner] for owner in owners if mentions[owner].actor is not None]
    source = Span(words.starts[places.start], _word_end(words, text, places.stop - 1))
    # "a ministry spokesman": whoever is named there is not who tells, unless the words are the name.
    whole = [one for one in named if one.full.start <= source.start and one.end >= source.end]
    # "her counterpart Jane Roe" is Jane Roe, whatever stands before the name; "an aide to Jane Roe" is not.
    last = named[-1] if named and named[-1].kind == "name" and named[-1].end == source.end else None
    if not whole and last is not None and _opens_apposed(words, last, places.start):
        whole = [last]
    actor = whole[0].actor if whole else None
    return Teller(source, Span(words.starts[cue[0]], _word_end(words, text, cue[1] - 1)), actor)


def _opens_apposed(words: Words, name: Mention, first: int) -> bool:
    """Tell whether a possessive and what somebody is stand before his full name ("his rival", "the port's chief")."""
    at = words.at(name.start)
    before = words.low[first:at]
    full = words.at(name.end) - at > 1
    return full and PREPOSITIONS.isdisjoint(before) and not POSSESSIVES.isdisjoint(before)


def _word_end(words: Words, text: str, place: int) -> int:
    stop = words.starts[place + 1] if place + 1 < len(words.starts) else len(text)
    return words.starts[place] + len(text[words.starts[place] : stop].rstrip())
