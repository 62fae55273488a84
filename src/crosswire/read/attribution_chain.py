"""
Unfold who passed the words on: the outlet a speaker told, the source an outlet cites, the report quoting a minister.

An outlet that reports in its own voice is never the speaker: it is `via`, and nobody is named as the speaker.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache

import msgspec

from crosswire.model import Attribution, Span, Via
from crosswire.packs import Packs
from crosswire.read.attribution_cast import Cast
from crosswire.read.attribution_citing import CITING, beyond, chain_of, find_citations
from crosswire.read.attribution_cues import Found
from crosswire.read.attribution_draft import Draft
from crosswire.read.attribution_media import carriers
from crosswire.read.attribution_quoted import pass_on
from crosswire.read.attribution_seen import is_relayed
from crosswire.read.attribution_speaker import Who, each_outlet, outlet_inside, outlet_of_paper, who
from crosswire.read.attribution_words import Clause

# Share of the outer content that the inner attribution, its speaker included, must explain to take its place.
_COVERED = 0.7
# "The ".
_ARTICLE = 4


def unfold(
    clause: Clause, cues: Sequence[Found], drafts: Sequence[Draft], cast: Cast
) -> list[tuple[Draft, Who, list[Via]]]:
    """Return the drafts of one sentence that stand, with who speaks and through whom; citing outlets become via."""
    text = clause.text
    named = [(draft, who(text, draft.source, cast) if draft.source else Who()) for draft in drafts]
    chains: dict[int, list[Via]] = {index: [] for index in range(len(named))}
    dropped: set[int] = set()
    if any(cue.cue.lemma in CITING for cue in cues):
        _citations(clause, cues, named, chains, dropped, cast)
        _cited_sources(text, named, chains, dropped, cast)
    _passed_on(clause, named, chains, dropped, cast)
    carried: list[Via] = []
    if any(draft.contents for draft in drafts):
        carried = [via for span in carriers(clause) if (via := _outlet(text, span, cast)) is not None]
    for outer, (draft, voice) in enumerate(named):
        if outer in dropped or draft.cue_span is None:
            continue
        for inner in range(len(named)):
            other = named[inner][0]
            if inner == outer or inner in dropped or other.cue_span is None or not _holds(draft, other.cue_span):
                continue
            passes = voice.outlet or voice.paper or draft.lemma in CITING
            if is_relayed(text, draft, other) or (passes and _explains(draft, other)):
                chains[inner] = [*chains[outer], *_link(text, draft, voice, cast), *chains[inner]]
                dropped.add(outer)
            else:
                dropped.add(inner)
    result = []
    for index, (draft, voice) in enumerate(named):
        if index in dropped:
            continue
        chain = [*chains[index], *_through(text, draft, cast)]
        if voice.outlet:
            chain = [*chain, *_link(text, draft, voice, cast)]
            voice = Who(outlet=True)
        if carried:
            known = {via.span for via in chain}
            chain = [*(via for via in carried if via.span not in known and not _says(draft, via.span)), *chain]
        result.append((draft, voice, chain))
    return result


def _through(text: str, draft: Draft, cast: Cast) -> list[Via]:
    """Return who quotes the speaker of "..., X quoted him as saying", and the outlet that was told."""
    found = []
    if draft.citer is not None:
        found.append(_via(text, draft.citer, who(text, draft.citer, cast), cast))
    told = draft.addressee
    if told is not None and "'s " in (words := told.of(text).replace("’", "'")):
        told = Span(told.start, told.start + words.index("'s "))  # "told Radio Vale's morning show"
    if told is not None and who(text, told, cast).outlet:
        places = each_outlet(text, told, cast) or (told,)
        found += [_via(text, place, who(text, place, cast), cast) for place in places]
    return found


def _passed_on(
    clause: Clause, named: Sequence[tuple[Draft, Who]], chains: dict[int, list[Via]], dropped: set[int], cast: Cast
) -> None:
    """Make the outlet of "..., the agency reports" the one that passed the words before it on."""
    for outer, inner in pass_on(clause, named).items():
        draft, voice = named[outer]
        chains[inner] = [*_link(clause.text, draft, voice, cast), *chains[inner]]
        dropped.add(outer)


def _outlet(text: str, span: Span, cast: Cast) -> Via | None:
    voice = who(text, span, cast)
    return _via(text, span, voice, cast) if voice.outlet else None


def _says(draft: Draft, place: Span) -> bool:
    """Tell whether a place lies in what is said, or is who says it; "an aide who spoke to [the Post]" is neither."""
    speaks = draft.source is not None and draft.source.meets(place) and place.start <= draft.source.start + _ARTICLE
    return speaks or any(span.meets(place) for span in draft.contents)


def _citations(
    clause: Clause,
    cues: Sequence[Found],
    named: list[tuple[Draft, Who]],
    chains: dict[int, list[Via]],
    dropped: set[int],
    cast: Cast,
) -> None:
    """Follow what an outlet reports to whom it cites: "According to X, which cited Y, which quoted an aide, ..."."""
    citations = find_citations(clause, cues)
    for index, (draft, teller) in enumerate(named):
        if not citations or not teller.outlet or draft.source is None or draft.lemma in CITING:
            continue
        links = [_via(clause.text, draft.source, teller, cast)]
        speaker, source = teller, draft.source
        used = []
        for one in chain_of(draft.source, citations):
            used.append(one)
            voice = who(clause.text, one.cited, cast)
            if voice.outlet:
                links.append(_via(clause.text, one.cited, voice, cast))
                speaker = voice
            elif voice.actor or voice.unnamed:
                speaker, source = voice, one.cited
                break
        contents = [beyond(clause, span, used) for span in draft.contents]
        if speaker is teller and contents == draft.contents:
            continue
        dropped.update(other for other, (told, _) in enumerate(named) if any(told.cue is one.cue for one in used))
        # Where all of them are outlets, the innermost is the voice, and joins the chain as any outlet does.
        chains[index] = links[:-1] if speaker.outlet else links
        through = links[-1].span if speaker.outlet else None
        named[index] = (msgspec.structs.replace(draft, source=source, contents=contents, through=through), speaker)


def _cited_sources(
    text: str, named: list[tuple[Draft, Who]], chains: dict[int, list[Via]], dropped: set[int], cast: Cast
) -> None:
    """Fold "Axios, citing a diplomatic source, reported ...": the cited one speaks, the outlet passes it on."""
    for index, (draft, voice) in enumerate(named):
        if index in dropped or draft.lemma not in CITING or not draft.contents or draft.source is None:
            continue
        cited = draft.contents[0]
        for other, (told, teller) in enumerate(named):
            same = told.source == draft.source
            if other == index or not same or told.lemma in CITING or _holds(draft, told.cue_span):
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
    if outer.lemma in CITING:
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
    if voice.outlet and (both := each_outlet(text, source, cast)):
        return [_via(text, span, who(text, span, cast), cast) for span in both]
    return [_via(text, source, voice, cast)]


def _via(text: str, span: Span, voice: Who, cast: Cast) -> Via:
    actor = cast.actors.get(voice.actor or "")
    if actor is None:
        # "A report by the BBC": the outlet named inside is the link, not the paper.
        index = outlet_inside(span, cast)
        if index is not None:
            mention = cast.mentions[index]
            return Via(cast.actors[mention.actor or ""].name, mention.span, mention.actor, outlet=True)
    if voice.paper and voice.outlet and (inside := outlet_of_paper(text, span, cast)) is not None:
        span = inside
    words = span.of(text)
    name = actor.name if actor else words[4:] if words.lower().startswith("the ") else words
    return Via(name, span, voice.actor, outlet=voice.outlet)


def own_names(outlet: str, packs: Packs) -> frozenset[str]:
    """Return what an article's own outlet is called in its text: its name, and the pack's id and names for it."""
    wanted = _bare(outlet)
    return _called(packs).get(wanted, frozenset()) | {wanted}


def _called(packs: Packs) -> dict[str, frozenset[str]]:
    """Return by each name of an outlet all its names and its id; of every outlet's, where two share the name."""
    table = _slot(packs.digest)
    if not table:
        for known in packs.outlets:
            called = frozenset(map(_bare, (known.name, *known.aliases)))
            for name in called:
                table[name] = table.get(name, frozenset()) | called | {known.id}
    return table


@lru_cache(maxsize=8)
def _slot(digest: str) -> dict[str, frozenset[str]]:
    return {}


def without_own(attribution: Attribution, own: Collection[str]) -> Attribution:
    """Drop the article's own outlet from a chain, unless it is the very source: it tells us itself then."""
    source = attribution.source
    kept = tuple(
        link
        for link in attribution.via
        if (link.actor not in own and _bare(link.name) not in own) or (source is not None and source.meets(link.span))
    )
    return attribution if len(kept) == len(attribution.via) else msgspec.structs.replace(attribution, via=kept)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
