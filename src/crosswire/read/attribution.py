"""
Find who said what: direct, mixed and indirect speech, its speaker and the outlets that passed it on.

Rules over words, no parser: a cue from the packs, the noun phrase beside it, the clause or quote it governs. The
classes (source, cue, content) follow PolNeAR (Newell, Margolin and Ruths 2018): "that" and quotation marks belong
to the content, auxiliaries to the cue, appositions to the source.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from crosswire.model import Actor, Attribution, AttributionKind, Genre, Mention, Quote, Span, Via
from crosswire.packs import Packs
from crosswire.read.attribution_again import name_again, titles_of
from crosswire.read.attribution_answers import find_answers, join_answers
from crosswire.read.attribution_cast import Cast
from crosswire.read.attribution_chain import own_names, unfold, without_own
from crosswire.read.attribution_cues import Table, cue_places, cue_table, find_cues
from crosswire.read.attribution_draft import Draft, draft_sentence
from crosswire.read.attribution_headlines import cut_scene, without_topics
from crosswire.read.attribution_leads import led_in
from crosswire.read.attribution_lines import own_lines
from crosswire.read.attribution_papers import give_papers
from crosswire.read.attribution_pronouns import antecedent, only_person
from crosswire.read.attribution_quoted import add_quoted
from crosswire.read.attribution_running import carry_on_speaker
from crosswire.read.attribution_seen import Seen, by_sentence, settle
from crosswire.read.attribution_speaker import Who, make_cast, who
from crosswire.read.attribution_tails import MARKS, headline_tail, names_an_office
from crosswire.read.attribution_turns import find_turns, join_turns
from crosswire.read.attribution_words import PEOPLE, RELATIVES, Clause, Cutter, is_word
from crosswire.read.issuer import as_issued, public_issuer
from crosswire.text.abbreviations import keep_names
from crosswire.text.normalise import fold_case

# A longer sentence is a table or a broken page; cutting it into words and phrases would only cost time.
_LONGEST = 4000
_TELLS, _LABEL_WORDS = frozenset({"told", "tells"}), 6
# How many mentions back a pronoun's name is looked for.
_MENTIONS_BACK = 200
_QUOTE_ENDS = frozenset("\"”»“'’")
# What a statement is about, before its speaker.
_OF = re.compile(r"((?:[Aa]sked|[Ss]peaking|[Tt]alking)\s(?:of|about)|Of|About)\s")
_START = attrgetter("start")
# A pronoun that speaks, also where an agency quotes it "as saying".
_PERSONS = {"he": "he", "him": "he", "she": "she", "her": "she"}
_Row = tuple[Draft, Who, list[Via]]


def find_attributions(
    text: str,
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
    quotes: Sequence[Quote],
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
    packs: Packs,
    *,
    outlet: str | None = None,
    genre: Genre = "news",
    seen: Sequence[Seen] | None = None,
) -> list[Attribution]:
    """
    Return the attributions of a reading, in the order of what is said; every span lies in `text`.

    `seen` is what a trained reader marked, None to read by rules alone; speakers are resolved the same either way.
    `outlet` is the article's own: what somebody told it came through nobody else.
    """
    table = cue_table(packs)
    cast = make_cast(actors, mentions, *_traits(packs))
    rows: list[_Row] = []
    marked = None if seen is None else by_sentence(own_lines(text, seen, sentences, paragraphs), sentences)
    for clause, places in _clauses(text, sentences, paragraphs, quotes, table, marked):
        here = None if marked is None else marked.get(clause.number, [])
        found = _read(clause, places, table, quotes, cast, here)
        if found:
            _take_back(found, rows)
            rows.extend(found)
        else:
            _carry_on(clause, quotes, rows)
    attributions = [
        _finish(text, row, sentences, quotes, cast, rows[number - 1] if number else None)
        for number, row in enumerate(rows)
        if row[0].contents and not _is_read_out(text, row, quotes, cast)
    ]
    if genre in ("interview", "qa"):
        answers = find_answers(text, sentences, paragraphs, cast)
        turns = [] if answers else find_turns(text, sentences, paragraphs, cast)
        attributions = join_answers(attributions, answers) if answers else join_turns(attributions, turns)
    elif genre == "statement" and (turns := find_turns(text, sentences, paragraphs, cast)):
        attributions = join_turns(attributions, turns)
    if genre not in ("opinion", "analysis"):
        by = public_issuer(text, outlet, actors, cast, packs) if genre == "statement" else None
        attributions = as_issued(text, sentences, paragraphs, attributions, cast, by, statement=genre == "statement")
    attributions = without_topics(text, attributions, paragraphs, cast)
    if outlet is not None:
        own = own_names(outlet, packs)
        attributions = [without_own(one, own) if one.via else one for one in attributions]
    attributions.sort(key=lambda item: (item.contents[0].start, item.sentence))
    again = name_again(text, attributions, sentences, paragraphs, cast, titles_of(packs))
    return carry_on_speaker(text, give_papers(text, again, sentences, cast, packs), sentences, cast)


_Traits = tuple[Mapping[str, str], dict[str, frozenset[str]], frozenset[str]]


def _traits(packs: Packs) -> _Traits:
    """Return the pronoun and the roles of each actor whose pack gives them, and the outlets called "the ..."."""
    if not (slot := _slot(packs.digest)):
        pronouns = {actor.id: actor.pronoun for actor in packs.actors if actor.pronoun}
        roles = {actor.id: frozenset(map(str.lower, actor.roles)) for actor in packs.actors if actor.roles}
        papers = frozenset(one.name.lower() for one in packs.outlets if one.name.startswith("The "))
        slot.append((pronouns, roles, papers))
    return slot[0]


@lru_cache(maxsize=8)
def _slot(digest: str) -> list[_Traits]:
    return []


def _clauses(
    text: str,
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
    quotes: Sequence[Quote],
    table: Table,
    marked: Container[int] | None,
) -> Iterator[tuple[Clause, list[int]]]:
    """Yield the sentences that hold a cue, a label, speech or a mark, with outermost quotes and the places of cues."""
    speech = [
        (index, quote)
        for index, quote in enumerate(quotes)
        if quote.parent is None and quote.kind in ("speech", "dialogue")
    ]
    cutter = Cutter(text, keep_names(text, fold_case(text)))
    low = 0
    for number, (span, paragraph) in enumerate(zip(sentences, paragraphs, strict=False)):
        while low < len(speech) and speech[low][1].end <= span.start:
            low += 1
        here: list[tuple[int, Quote]] = []
        for place in range(low, len(speech)):
            if speech[place][1].start >= span.end or len(here) > 100:
                break
            here.append(speech[place])
        if span.end - span.start > _LONGEST:
            continue
        clause = cutter.clause(number, paragraph, span, here)
        places = cue_places(clause.low, table)
        tailed = paragraph == 0 and not MARKS.isdisjoint(clause.low)
        if (
            places
            or here
            or tailed
            or (marked is not None and number in marked)
            or ":" in clause.low[: _LABEL_WORDS + 1]
        ):
            yield clause, places


def _read(
    clause: Clause,
    places: list[int],
    table: Table,
    quotes: Sequence[Quote],
    cast: Cast,
    seen: Sequence[Seen] | None,
) -> list[_Row]:
    tail = headline_tail(clause, cast) if clause.paragraph == 0 else None
    label = _labelled(clause, quotes, cast)
    if label is not None and (tail is None or not names_an_office(tail, cast)):
        return [label]
    cues = find_cues(clause, places, table) if places else []
    led = led_in(clause, cues, quotes, cast) if clause.paragraph and ":" in clause.low else None
    if led is not None:
        return [(*led, [])]
    if tail is not None:
        return [(*tail, [])]
    if not cues and not seen:
        return []
    drafts = draft_sentence(clause, cues, quotes)
    add_quoted(clause, cues, drafts, quotes)
    if seen is not None:
        drafts = settle(clause, cues, drafts, seen, quotes, table, cast)
    if clause.paragraph == 0:
        for draft in drafts:
            cut_scene(draft)
    return unfold(clause, cues, drafts, cast)


def _labelled(clause: Clause, quotes: Sequence[Quote], cast: Cast) -> _Row | None:
    """Read "Minister: Talks will go on", in a headline or a transcript."""
    opening = clause.low[: _LABEL_WORDS + 1]
    if ":" not in opening:
        return None
    for place, word in enumerate(opening):
        if clause.quote[place] != -1:
            return None
        if word != ":":
            continue
        if place == 0 or place + 1 >= len(clause):
            return None
        source = clause.cut(0, place)
        voice = who(clause.text, source, cast)
        told = cast.actors.get(voice.actor or "")
        if told is not None and (told.kind == "place" or (told.kind == "outlet" and _TELLS & set(opening[:place]))):
            return None  # "An official told North Wire: ..." labels nobody, nor does "LIMA: ..."
        shouted = source.of(clause.text).isupper()
        if not (voice.actor or (clause.paragraph == 0 and clause.low[place - 1] in PEOPLE)) and not (
            shouted and voice.mention
        ):
            return None
        index = clause.quote[place + 1]
        end = max(clause.span.end, quotes[index].end) if index != -1 else clause.span.end
        content = Span(clause.starts[place + 1], end)
        draft = Draft(clause, None, source, (0, place), clause.cut(place, place + 1), [content])
        return (draft, voice, [])
    return None


def _carry_on(clause: Clause, quotes: Sequence[Quote], rows: list[_Row]) -> None:
    """Give a sentence that is nothing but quotes to the running speaker, when there is no doubt who that is."""
    if not rows or max(clause.quote, default=-1) == -1:
        return
    spoken = [place for place, word in enumerate(clause.low) if is_word(word)]
    if not spoken or any(clause.quote[place] == -1 for place in spoken):
        return
    index = clause.quote[spoken[0]]
    quote = quotes[index]
    last, voice, chain = rows[-1]
    if quote.kind != "speech" or (last.contents and last.contents[-1].end >= quote.end):
        return
    span = Span(quote.start, max(quote.end, quotes[clause.quote[spoken[-1]]].end))
    near = clause.number - last.clause.number <= 1 or (last.contents and _touches(clause, last))
    if (last.pending and not last.contents and near) or (
        near and last.contents and clause.paragraph == last.clause.paragraph and last.lemma
    ):
        last.contents.append(span)
    elif near and last.contents and clause.paragraph == last.clause.paragraph + 1 and _speech_ends(last, quotes):
        rows.append((Draft(clause, None, last.source, None, None, [span], running=last.running or last), voice, chain))
    elif near and last.running is not None and clause.paragraph == last.clause.paragraph:
        _extend(clause.text, last.contents, span)


def _take_back(found: Sequence[_Row], rows: list[_Row]) -> None:
    """
    Take from the running speaker the quote that names its own: “We wait. We hope,” Roe said, or an envoy.

    "The statement said" and "the speaker said", of nobody known, may mean the running speaker.
    """
    if not rows or not rows[-1][0].contents:
        return
    contents = rows[-1][0].contents
    own = [
        span
        for draft, voice, _ in found
        if draft.cue_span and (voice.actor or (voice.unnamed and not _is_definite(draft)))
        for span in draft.contents
    ]
    contents[:] = [span for span in contents if not any(other.covers(span) for other in own)]
    if not contents:
        rows.pop()


def _is_definite(draft: Draft) -> bool:
    return draft.source is not None and draft.source.of(draft.clause.text)[:4].lower() == "the "


def _extend(text: str, contents: list[Span], span: Span) -> None:
    """Add a quote to what was said; one that follows its forerunner at once is one stretch of speech with it."""
    last = contents[-1]
    if not text[last.end : span.start].strip() and text[last.end - 1] in _QUOTE_ENDS:
        contents[-1] = Span(last.start, max(last.end, span.end))
    else:
        contents.append(span)


def _touches(clause: Clause, last: Draft) -> bool:
    gap = clause.text[last.contents[-1].end : clause.span.start]
    return len(gap) < 4 and not gap.strip()


def _speech_ends(last: Draft, quotes: Sequence[Quote]) -> bool:
    """Tell whether the speaker's paragraph was direct speech: only then does a quote-only paragraph go on with it."""
    end = last.contents[-1]
    place = bisect_left(quotes, end.start, key=_START)
    return place < len(quotes) and quotes[place].kind == "speech" and quotes[place].span == end


def _finish(
    text: str, row: _Row, sentences: Sequence[Span], quotes: Sequence[Quote], cast: Cast, before: _Row | None
) -> Attribution:
    draft, voice, chain = row
    unnamed = _is_unnamed_again(text, row, before)
    actor, mention = (None, None) if unnamed else _speaker(text, row, sentences, cast)
    return Attribution(
        kind=_kind(draft.contents, quotes),
        contents=tuple(draft.contents),
        sentence=draft.clause.number,
        source=draft.source,
        cue=draft.cue_span,
        lemma=draft.lemma,
        speaker=actor,
        speaker_mention=mention,
        unnamed=unnamed or (voice.unnamed and actor is None),
        negated=bool(draft.cue and draft.cue.negated),
        via=tuple(chain),
        deed=draft.deed,
    )


def _is_unnamed_again(text: str, row: _Row, before: _Row | None) -> bool:
    """Tell whether "He" opens the sentence after one spoken by a single unnamed source: it is that source again."""
    draft = row[0]
    if before is None or draft.source is None or draft.source.of(text) not in ("He", "She"):
        return False
    last, voice, _ = before
    if last.source is None or draft.clause.number - last.clause.number != 1 or not draft.clause.opens(draft.source):
        return False
    head = last.source.of(text).split(" for ")[0].split(" of ")[0].rstrip("s’'")
    return voice.unnamed and head == last.source.of(text).split(" for ")[0].split(" of ")[0]


def _is_read_out(text: str, row: _Row, quotes: Sequence[Quote], cast: Cast) -> bool:
    """Tell whether quoted words are a thing's and not somebody's: “It said: ...” of a sign or a draft."""
    draft, voice, _ = row
    if draft.source is None or draft.source.of(text) not in ("It", "it") or _kind(draft.contents, quotes) != "direct":
        return False
    actor = cast.actors.get(voice.actor or "")
    return actor is None or actor.kind not in ("body", "state", "outlet", "group")


def _topic(text: str, draft: Draft, cast: Cast) -> str | None:
    """Return whom a sentence is said of: "Of X, he said" and "Asked about X, he said" never make X the speaker."""
    match = _OF.match(text, draft.clause.span.start, draft.clause.span.end)
    if match is None or draft.source is None or match.end() > draft.source.start:
        return None
    inside = cast.inside(Span(match.end(1), draft.source.start))
    last = cast.mentions[inside[-1]] if inside else None
    return last.actor if last and text[last.end : draft.source.start].strip() == "," else None


def _speaker(text: str, row: _Row, sentences: Sequence[Span], cast: Cast) -> tuple[str | None, int | None]:
    """Return the speaker and the mention that names it; a pronoun nobody resolved goes to the only person near."""
    draft, voice, _ = row
    topic = _topic(text, draft, cast)
    pronoun = voice.mention is not None and cast.mentions[voice.mention].kind == "pronoun"
    if topic is not None and voice.actor == topic and pronoun:
        return None, None
    if voice.actor is not None and voice.mention is not None:
        return voice.actor, _naming(voice, cast)
    if draft.source is None or voice.outlet:
        return None, None
    word = draft.source.of(text).lower()
    index: int | None = None
    if word in RELATIVES:
        index = antecedent(text, draft.source.start, cast)
    elif word in _PERSONS:
        number = draft.clause.number
        window = Span(sentences[max(0, number - 1)].start, draft.source.start)
        index = only_person(_PERSONS[word], window, cast)
    if index is None:
        return None, None
    mention = cast.mentions[index]
    named = mention.actor if mention.actor != topic else None
    return named, index if named is not None else None


def _naming(voice: Who, cast: Cast) -> int | None:
    """Return the mention that names the speaker: for a pronoun, the last naming one before it."""
    if voice.mention is None or cast.mentions[voice.mention].kind != "pronoun":
        return voice.mention
    place = bisect_left(cast.starts, cast.mentions[voice.mention].start)
    for index in reversed(cast.order[max(0, place - _MENTIONS_BACK) : place]):
        mention = cast.mentions[index]
        if mention.actor == voice.actor and mention.kind not in ("pronoun", "nominal"):
            return index
    return voice.mention


def _kind(contents: Sequence[Span], quotes: Sequence[Quote]) -> AttributionKind:
    if not quotes:
        return "indirect"
    low = bisect_left(quotes, contents[0].start, key=_START)
    high = bisect_left(quotes, contents[-1].end, low, key=_START)
    marked = [
        quote
        for quote in quotes[low:high]
        if quote.parent is None and any(span.covers(quote.span) for span in contents)
    ]
    if not marked:
        return "indirect"
    quoted = sum(quote.end - quote.start for quote in marked)
    whole = sum(span.end - span.start for span in contents)
    return "direct" if quoted >= whole - 2 * len(contents) - len(marked) else "mixed"
