"""Whose word a paper is: "Arland's memorandum demands", and after it "the document", "the first option", "it"."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from crosswire.model import Attribution, Span
from crosswire.packs import Packs
from crosswire.read.attribution_cast import Cast, kind_at
from crosswire.read.cues import cue_acts

# What a side puts its demands in. A deal or a treaty is nobody's alone, a report or a study tells what is.
# A plan's terms are plan_terms' business.
_PAPER = (
    r"(?:memorandums?|memos?|counter-?proposals?|position papers?|documents?|text|papers?|non-papers?|letters?"
    r"|manifesto)"
)
_NOUN = re.compile(rf"\b{_PAPER}\b", re.IGNORECASE)
# "[Arland]'s own final memorandum", "the [Arlandic] peace plan": what stands between an owner and the paper.
_OWNED = re.compile(rf"['’]s? (?:[a-z][\w-]* ){{0,3}}{_PAPER}\b")
_CALLED = re.compile(rf"\b([A-Z][a-z]+) (?:[a-z][\w-]* ){{0,2}}{_PAPER}\b")
# "The memorandum that [Arland] presented", "a plan put forward by [Arland]", "[Arland] has sent them a memorandum".
_THAT = re.compile(rf"\b{_PAPER} (?:that|which) (?:the )?$", re.IGNORECASE)
_GAVE = (
    r"(?:presented|submitted|drafted|tabled|drew up|drawn up|handed over|put forward|sent|circulated|unveiled|floated|"
    r"proposed|delivered)"
)
_GIVEN = re.compile(rf" (?:has |had |have )?(?:just |already )?{_GAVE}\b")
_BY = re.compile(rf"\b{_PAPER}(?:,)? (?:that was |which was )?{_GAVE} by (?:the )?$", re.IGNORECASE)
_GIVES = re.compile(
    rf" (?:has |had |have )?(?:also |then |just |already )?(?:{_GAVE}|handed|gave) (?:[\w'’-]+ ){{0,3}}"
    rf"(?:a|an|its|their|his|her) (?:[a-z][\w-]* ){{0,3}}{_PAPER}\b"
)
# "The Arlanders", "the Chinese": what they say or promise may be any of them's.
_STANDS = frozenset({"DEMAND", "APPEAL"})
_PEOPLE = re.compile(r"[Tt]he ([A-Z][a-z]{3,14})")
# What goes on from a paper: the noun again, its parts, "it".
# "The paper said" is a newspaper more often than not.
_AGAIN = re.compile(rf"(?:[Tt]he|[Tt]his|[Tt]hat)(?: same)? (?:[a-z]+-?[a-z]* )?(?!papers?\b){_PAPER}\b(?:['’]s .*)?")
_PART = re.compile(
    r"(?:[Tt]he|[Ii]ts) (?:first|second|third|fourth|final|last|former|latter|other|next)"
    r"(?: (?:option|part|section|variant|version|point|clause|chapter|paragraph|stage|demand|condition))?"
)
_IT = re.compile(r"It|it")
_AGAIN_OPENS = re.compile(rf"(?:The|This|That)(?: same)? (?:[a-z]+ )?(?!papers?\b){_PAPER}\b")
_PART_OPENS = re.compile(rf"(?:{_PART.pattern}|It|Its)\b")
# Sentences on which a paper is still meant by "the document".
_FAR = 3
# "Arland's memorandum repeats demands that amount to a surrender": so says who tells of it.
_SUMMED_UP = frozenset({"reiterate", "repeat", "restate", "echo"})
_OWNERS = frozenset({"state", "body", "group", "person"})


class Held(msgspec.Struct, frozen=True):
    """Whose paper "the document" is in a sentence, and whether a paper led the sentence before, so that "it" may be."""

    owner: str | None = None
    led: bool = False
    here: frozenset[str] = frozenset()


def give_papers(
    text: str, found: Sequence[Attribution], sentences: Sequence[Span], cast: Cast, packs: Packs
) -> list[Attribution]:
    """Return `found` with what the paper of one side, or "the Arlanders", say as that side's own word."""
    found = [_of_people(text, one, cast, packs) for one in found]
    if _NOUN.search(text) is None:
        return found
    course = follow_papers(text, sentences, cast, packs)
    return [
        msgspec.structs.replace(one, speaker=owner)
        if one.source is not None
        and not (one.speaker or one.unnamed or one.via or one.lemma in _SUMMED_UP)
        and (owner := _owner(text, one.source, course[one.sentence], cast, packs)) is not None
        else one
        for one in found
    ]


def _of_people(text: str, one: Attribution, cast: Cast, packs: Packs) -> Attribution:
    """Return what "the Arlanders" demand or refuse as their state's, where the report names it."""
    if one.speaker is not None or one.via or one.source is None or cue_acts(packs).get(one.lemma or "") not in _STANDS:
        return one
    match = _PEOPLE.fullmatch(text, one.source.start, one.source.end)
    side = _adjectives(packs).get(match[1]) if match is not None else None
    if side is None and match is not None:
        side = _adjectives(packs).get(match[1].removesuffix("s"))
    known = side is not None and side in cast.actors and cast.actors[side].kind == "state"
    return msgspec.structs.replace(one, speaker=side, unnamed=False) if known else one


def follow_papers(text: str, sentences: Sequence[Span], cast: Cast, packs: Packs) -> list[Held]:
    """
    Return for each sentence whose paper is still meant in it.

    A sentence that names papers of two sides leaves open whose the next "document" is.
    """
    held: list[Held] = []
    owner: str | None = None
    last, led = -_FAR - 1, False
    for number, sentence in enumerate(sentences):
        here = _owners(text, sentence, cast, _adjectives(packs))
        known = owner if number - last <= _FAR and not here else None
        held.append(Held(known, led and known is not None, frozenset(here)))
        opens = known is not None and _opens(text, sentence, led=led)
        if len(here) == 1:
            owner, last, led = next(iter(here)), number, _leads(text, sentence)
        elif here:
            owner, led = None, False
        else:
            last, led = (number, True) if opens else (last, False)
    return held


def lead_papers(text: str, sentences: Sequence[Span], cast: Cast, packs: Packs) -> dict[int, str]:
    """Return whose paper a sentence opens with, by the number of the sentence."""
    if _NOUN.search(text) is None:
        return {}
    found: dict[int, str] = {}
    for number, (sentence, held) in enumerate(zip(sentences, follow_papers(text, sentences, cast, packs), strict=True)):
        if held.owner is not None and _opens(text, sentence, led=held.led):
            found[number] = held.owner
        elif len(held.here) == 1 and _leads(text, sentence):
            found[number] = next(iter(held.here))
    return found


def _owner(text: str, source: Span, held: Held, cast: Cast, packs: Packs) -> str | None:
    """Return whose paper a source is, None for anything else."""
    if _NOUN.search(text, source.start, source.end):
        mine = _owners(text, source, cast, _adjectives(packs))
        if mine:
            return mine.pop() if len(mine) == 1 else None
    words = source.of(text)
    again = _AGAIN.fullmatch(words) or (held.led and (_PART.match(words) or _IT.fullmatch(words)))
    return held.owner if again else None


def _opens(text: str, sentence: Span, *, led: bool) -> bool:
    """Tell whether a sentence opens with what goes on from a paper; "it" and parts of it only right behind one."""
    again = _AGAIN_OPENS.match(text, sentence.start, sentence.end)
    return again is not None or (led and _PART_OPENS.match(text, sentence.start, sentence.end) is not None)


def _leads(text: str, sentence: Span) -> bool:
    """Tell whether a sentence opens with a paper: "The memorandum that Arland sent", "Arland's own memorandum"."""
    match = _NOUN.search(text, sentence.start, sentence.end)
    return match is not None and len(text[sentence.start : match.start()].split()) <= 4


def _owners(text: str, span: Span, cast: Cast, adjectives: Mapping[str, str]) -> set[str]:
    """Return whose papers a stretch of text names."""
    owners: set[str] = set()
    for index in cast.inside(span):
        mention = cast.mentions[index]
        if mention.actor is None or kind_at(index, cast) not in _OWNERS:
            continue
        before, stop = text[max(span.start, mention.start - 60) : mention.start], span.end
        owns = _OWNED.match(text, mention.end, stop) or _GIVES.match(text, mention.end, stop)
        told = _BY.search(before) or (_THAT.search(before) and _GIVEN.match(text, mention.end, stop))
        if owns or told:
            owners.add(mention.actor)
    for match in _CALLED.finditer(text, span.start, span.end):
        side = adjectives.get(match[1])
        if side is not None:
            owners.add(side)
    return owners


@lru_cache(maxsize=8)
def _slot(digest: str) -> dict[str, str]:
    return {}


def _adjectives(packs: Packs) -> Mapping[str, str]:
    """Return the sides that single adjectives of the packs point to."""
    table = _slot(packs.digest)
    if not table:
        told: dict[str, set[str]] = {}
        for actor in packs.actors:
            for word in actor.adjectives:
                told.setdefault(word, set()).add(actor.party or actor.id)
        table.update({word: next(iter(sides)) for word, sides in told.items() if len(sides) == 1})
    return table
