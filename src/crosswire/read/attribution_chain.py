"""
Unfold who passed the words on: the outlet a speaker told, the source an outlet cites, the report quoting a minister.

An outlet that reports in its own voice is never the speaker: it is `via`, and nobody is named as the speaker.
"""

from collections.abc import Sequence

from crosswire.model import Span, Via
from crosswire.read.attribution_draft import Draft
from crosswire.read.attribution_speaker import Cast, Who, outlet_inside, who

_CITING = frozenset({"cite", "quote"})
# Share of the outer content that the inner attribution, its speaker included, must explain to take its place.
_COVERED = 0.7


def unfold(text: str, drafts: Sequence[Draft], cast: Cast) -> list[tuple[Draft, Who, list[Via]]]:
    """Return the drafts of one sentence that stand, with who speaks and through whom; citing outlets become via."""
    named = [(draft, who(text, draft.source, cast) if draft.source else Who()) for draft in drafts]
    chains: dict[int, list[Via]] = {index: [] for index in range(len(named))}
    dropped: set[int] = set()
    _cited_sources(text, named, chains, dropped, cast)
    for outer, (draft, voice) in enumerate(named):
        if outer in dropped or draft.cue_span is None:
            continue
        for inner in range(len(named)):
            other = named[inner][0]
            if inner == outer or inner in dropped or other.cue_span is None or not _holds(draft, other.cue_span):
                continue
            if (voice.outlet or voice.paper or draft.lemma in _CITING) and _explains(draft, other):
                chains[inner] = [*chains[outer], *_link(text, draft, voice, cast), *chains[inner]]
                dropped.add(outer)
            else:
                dropped.add(inner)
    result = []
    for index, (draft, voice) in enumerate(named):
        if index in dropped:
            continue
        chain = chains[index]
        if draft.addressee is not None:
            told = who(text, draft.addressee, cast)
            if told.outlet:
                chain = [*chain, _via(text, draft.addressee, told, cast)]
        if voice.outlet:
            chain = [*chain, *_link(text, draft, voice, cast)]
            voice = Who(outlet=True)
        result.append((draft, voice, chain))
    return result


def _cited_sources(
    text: str, named: list[tuple[Draft, Who]], chains: dict[int, list[Via]], dropped: set[int], cast: Cast
) -> None:
    """Fold "Axios, citing a diplomatic source, reported ...": the cited one speaks, the outlet passes it on."""
    for index, (draft, voice) in enumerate(named):
        if draft.lemma not in _CITING or not draft.contents or draft.source is None:
            continue
        cited = draft.contents[0]
        for other, (told, teller) in enumerate(named):
            same = told.source == draft.source
            if other == index or not same or told.lemma in _CITING or _holds(draft, told.cue_span):
                continue
            speaker = who(text, cited, cast)
            if speaker.actor or speaker.unnamed:
                chains[other] = _link(text, told, teller, cast)
                told.through = told.source
                named[other] = (_with_source(told, cited), speaker)
                dropped.add(index)
                break
        if voice.outlet and index not in dropped and not cited.of(text).startswith(("that ", '"', "“")):
            inner = [other for other, (told, _) in enumerate(named) if other != index and _holds(draft, told.cue_span)]
            if not inner:
                dropped.add(index)


def _with_source(draft: Draft, source: Span) -> Draft:
    return Draft(draft.clause, draft.cue, source, draft.source_words, draft.cue_span, draft.contents, draft.addressee)


def _holds(outer: Draft, place: Span | None) -> bool:
    return place is not None and any(span.start <= place.start < span.end for span in outer.contents)


def _explains(outer: Draft, inner: Draft) -> bool:
    if outer.lemma in _CITING:
        return True
    if inner.cue is None or not inner.cue.strong:
        return False
    whole = sum(span.end - span.start for span in outer.contents)
    places = [*inner.contents, *((inner.source,) if inner.source else ())]
    reach = max(span.end for span in places) - min(span.start for span in places) if places else 0
    return reach >= _COVERED * whole


def _link(text: str, draft: Draft, voice: Who, cast: Cast) -> list[Via]:
    source = draft.through or draft.source
    if source is None or not (voice.outlet or voice.actor or voice.paper or voice.unnamed):
        return []
    return [_via(text, source, voice, cast)]


def _via(text: str, span: Span, voice: Who, cast: Cast) -> Via:
    actor = cast.actors.get(voice.actor or "")
    if actor is None:
        # "A report by the BBC": the outlet named inside is the link, not the paper.
        index = outlet_inside(span, cast)
        if index is not None:
            mention = cast.mentions[index]
            return Via(cast.actors[mention.actor or ""].name, mention.span, mention.actor)
    words = span.of(text)
    name = actor.name if actor else words[4:] if words.lower().startswith("the ") else words
    return Via(name, span, voice.actor)
