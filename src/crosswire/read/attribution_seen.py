"""Join what a trained reader sees in a sentence with what the rules draft there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.model import Quote, Span
from crosswire.packs import SpeechCue
from crosswire.read.attribution_cast import Cast
from crosswire.read.attribution_citing import CITING
from crosswire.read.attribution_cues import ADVISED, Found, Table
from crosswire.read.attribution_draft import Draft
from crosswire.read.attribution_speaker import Who, who
from crosswire.read.attribution_words import PREPOSITIONS, Clause
from crosswire.text.clauses import has_clause
from crosswire.text.verbs import lemma_of

# Two spans that share this much of the longer are one found twice.
_SAME = 0.5
# A cue without its source is believed from here on.
_SURE = 0.5
# What opens a reported clause.
_OPENERS = frozenset({"that", "whether", "how", "why", "if"})
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_FINITE = frozenset("is are was were has have had will would can could may might must should".split())
_MARKS = frozenset("\"“‘'«„")
_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})


class Seen(msgspec.Struct, frozen=True):
    """Who said what as a trained reader marks it: what is said may be in pieces; source or cue may be missing."""

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    score: float = 1.0

    @property
    def start(self) -> int:
        """Where its sentence is looked for: at the cue, else at the words said."""
        return self.cue.start if self.cue else self.contents[0].start


def by_sentence(seen: Iterable[Seen], sentences: Sequence[Span]) -> dict[int, list[Seen]]:
    """Return what was seen by the number of the sentence that holds its cue."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[Seen]] = {}
    for one in seen:
        number = bisect_right(starts, one.start) - 1
        if number >= 0 and one.contents and one.start < sentences[number].end:
            found.setdefault(number, []).append(one)
    return found


# What joins a second reporting word to the first.
_GOES_ON = re.compile(r"[,;]? (?:and|but)(?: also| then| now| later)? ")


def settle(
    clause: Clause,
    cues: Sequence[Found],
    drafts: Sequence[Draft],
    seen: Sequence[Seen],
    quotes: Sequence[Quote],
    table: Table,
    cast: Cast,
) -> list[Draft]:
    """
    Return the drafts of a sentence: those seen, with the rules' cue and addressee where both found the same.

    The rules keep what they are exact in: whole quotations, speech announced for the next sentence, and who passed on
    whose words ("According to X, which cited Y"). What only the rules found stays when it is a quotation with its
    speaker; a columnist's invented dialogue is nobody's.
    """
    if drafts and any(cue.cue.lemma in CITING for cue in cues):
        return list(drafts)
    taken: set[int] = set()
    found: list[Draft] = []
    for one in _unbroken(clause.text, seen):
        if _invented(one, quotes) or (one.source is None and one.score < _SURE):
            continue
        index = _matching(one, drafts, taken)
        ruled = _misled(one, drafts, taken)
        if index is None and ruled is not None:
            taken.add(ruled)
            found.append(drafts[ruled])
        elif index is not None:
            taken.add(index)
            found.append(_joined(clause.text, drafts[index], one, quotes, cast))
        elif one.cue is not None:
            found.append(_drafted(clause, one, cues, table, cast))
    found = [_advised(clause, one, table) for one in found]
    left = [draft for index, draft in enumerate(drafts) if index not in taken]
    text = clause.text
    found += [one for one in left if _stays(text, one, found, quotes, cast) or _passed_on(text, one, found, cast)]
    return _carried(text, sorted(found, key=_place))


def _carried(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a second reporting word without a subject the source of the first: "Roe says it is over, but claims ..."."""
    found: list[Draft] = []
    for one in drafts:
        last = found[-1] if found else None
        if one.source is None and one.cue_span is not None and last and last.source is not None and last.contents:
            gap = Span(last.contents[-1].end, one.cue_span.start)
            if gap.start < gap.end and _GOES_ON.fullmatch(gap.of(text)):
                one = msgspec.structs.replace(one, source=last.source)
        found.append(one)
    return found


def _unbroken(text: str, seen: Sequence[Seen]) -> list[Seen]:
    """Return what was seen without asides: “wants back the [ships it says were seized] and ...” is all one wish."""
    asides = [one for one in seen if _is_aside(text, one)]
    kept = [one for one in seen if one not in asides]
    for aside in asides:
        assert aside.source is not None
        for number, one in enumerate(kept):
            last = one.contents[-1]
            if 0 <= aside.source.start - last.end <= 1:
                contents = (*one.contents[:-1], Span(last.start, aside.contents[-1].end))
                kept[number] = msgspec.structs.replace(one, contents=contents)
    return kept


def _is_aside(text: str, one: Seen) -> bool:
    """Tell whether a pronoun's "it says" breaks a relative clause, whose verb comes next and has no subject."""
    if one.source is None or one.cue is None or one.source.of(text) not in _PRONOUNS:
        return False
    rest = one.contents[0]
    follows = one.source.end < one.cue.start and 0 <= rest.start - one.cue.end <= 1
    return follows and rest.of(text).partition(" ")[0] in _FINITE


def _invented(one: Seen, quotes: Sequence[Quote]) -> bool:
    return any(quote.kind == "dialogue" and quote.span.meets(span) for quote in quotes for span in one.contents)


def _advised(clause: Clause, draft: Draft, table: Table) -> Draft:
    """Make a deed of what is only wished for: "Oria should refuse to talk" are the writer's words, not Oria's."""
    if draft.cue_span is None:
        return draft
    first, last = (bisect_left(clause.starts, place) for place in (draft.cue_span.start, draft.cue_span.end))
    entries = table[0].get(clause.low[last - 1], ()) if last else ()
    words = range(max(0, first - 1), last)
    if any(entry.cue.quote and entry.cue.that for entry in entries) or not any(
        clause.low[place] in ADVISED and clause.quote[place] == -1 for place in words
    ):
        return draft
    return msgspec.structs.replace(draft, deed=True)


def _place(draft: Draft) -> tuple[int, int]:
    cue = draft.cue_span.start if draft.cue_span else draft.clause.span.start
    return cue, draft.contents[0].start if draft.contents else 0


def _matching(one: Seen, drafts: Sequence[Draft], taken: set[int]) -> int | None:
    for index, draft in enumerate(drafts):
        if index not in taken and one.cue and draft.cue_span and one.cue.meets(draft.cue_span):
            return index
    return None


def _misled(one: Seen, drafts: Sequence[Draft], taken: set[int]) -> int | None:
    """
    Return the rules' draft whose speaker was seen with a word he only reports: "It hopes to meet, Roe told reporters".

    In the draft his own word stands beside him, and what was seen as his word and content are both in what he says.
    """
    for index, draft in enumerate(drafts):
        if index in taken or one.source is None or one.cue is None or not _is_plain(draft):
            continue
        same = draft.source is not None and _overlap(draft.source, one.source) >= _SAME
        parts = (one.cue, *one.contents)
        if same and all(any(span.covers(part) for span in draft.contents) for part in parts):
            return index
    return None


def _joined(text: str, draft: Draft, one: Seen, quotes: Sequence[Quote], cast: Cast) -> Draft:
    contents = list(one.contents)
    if draft.contents and all(_is_quote(span, quotes) for span in draft.contents):
        exact = [next((held for held in draft.contents if _overlap(held, span) >= _SAME), span) for span in contents]
        contents = sorted(dict.fromkeys(exact))
    elif draft.contents and contents[0].end == draft.contents[0].end and draft.clause.opens(draft.contents[0]):
        # Both end it where the cue comes; a sentence that opens with what is said is said from its first word.
        contents[0] = draft.contents[0]
    elif len(contents) == len(draft.contents) == 1 and _is_cut(text, contents[0], draft.contents[0]):
        contents = list(draft.contents)
    elif _is_tail(text, draft, contents):
        # "The port fell, residents said, in the second advance this year": the main clause is what they said.
        contents = [*draft.contents, *contents]
    source = one.source or draft.source
    if source and draft.source and source != draft.source and source.meets(draft.source):
        # The wider words say more of the speaker; the rules' are kept where only they name somebody.
        source = source if who(text, source, cast).actor or not who(text, draft.source, cast).actor else draft.source
    return msgspec.structs.replace(
        draft, source=source, cue_span=one.cue or draft.cue_span, contents=contents, pending=False
    )


def _is_cut(text: str, seen: Span, drafted: Span) -> bool:
    """Tell whether a "that" clause ends before its verb: "that meeting the envoy [is out of the question]"."""
    words = seen.of(text)
    longer = seen.start == drafted.start and seen.end < drafted.end
    doing = words.startswith("that ") and words[5:].partition(" ")[0].endswith("ing")
    return longer and doing and not has_clause(words[5:]) and has_clause(drafted.of(text)[5:])


def _is_tail(text: str, draft: Draft, contents: Sequence[Span]) -> bool:
    """Tell whether what was seen is only what hangs on, behind the cue, what the rules find before it."""
    cue = draft.cue_span
    if cue is None or not draft.contents or not draft.clause.opens(draft.contents[0]):
        return False
    behind = draft.contents[-1].end <= cue.start and all(cue.end <= span.start for span in contents)
    return behind and contents[0].of(text).partition(" ")[0].lower() in PREPOSITIONS


def _drafted(clause: Clause, one: Seen, cues: Sequence[Found], table: Table, cast: Cast) -> Draft:
    assert one.cue is not None
    held = next((held for held in cues if clause.cut(held.first, held.last).meets(one.cue)), None)
    cue = held or _cue(clause, one.cue, table)
    told = any(_is_told(span.of(clause.text)) for span in one.contents)
    if held is None and cue is not None and cue.cue.lemma not in _lemmas(clause, one.cue, table):
        told = told and _is_said(clause.text, one, cast)
    # Words about a thing ("criticised the plan") the rules draft; what they left is done to it ("signed a pact").
    deed = one.cue.of(clause.text).startswith("to ") or not told
    return Draft(clause, cue, one.source, None, one.cue, list(one.contents), deed=deed)


def _lemmas(clause: Clause, span: Span, table: Table) -> set[str]:
    """Return the lemmas of the pack's cues that words of a span may be."""
    places = (place for place in range(len(clause)) if span.start <= clause.starts[place] < span.end)
    return {entry.cue.lemma for place in places for entry in table[0].get(clause.low[place], ()) if not entry.rest}


def _is_said(text: str, one: Seen, cast: Cast) -> bool:
    """
    Tell whether words under a cue no pack lists are somebody's: quoted, or a "that" clause of somebody with a name.

    "The ruling allows couples to file" is the report's own, and so is "an inquiry did not establish that they met".
    """
    if any(span.of(text)[:1] in _MARKS for span in one.contents):
        return True
    opened = one.contents[0].of(text).partition(" ")[0].lower() in _OPENERS
    return opened and one.source is not None and who(text, one.source, cast).actor is not None


def _is_told(content: str) -> bool:
    """Tell whether a content is a clause; "a pact that will open the port" is a thing with a clause to it."""
    opener = content.partition(" ")[0].lower()
    return opener in _OPENERS or (opener not in ("a", "an") and has_clause(content))


def _cue(clause: Clause, span: Span, table: Table) -> Found | None:
    """Return the cue at a span that the rules did not take for one: the pack's if it lists the word, else its lemma."""
    places = [place for place in range(len(clause)) if span.start <= clause.starts[place] < span.end]
    if not places:
        return None
    negated = any(clause.low[place] in _NOT for place in places)
    for place in reversed(places):
        for entry in table[0].get(clause.low[place], ()):
            if not entry.rest:
                return Found(entry.cue, entry.form, places[0], place, places[-1], negated=negated)
    verbs = [place for place in places if lemma_of(clause.low[place]) is not None]
    head = verbs[-1] if verbs else places[-1]
    lemma = lemma_of(clause.low[head]) or clause.low[head]
    return Found(SpeechCue(lemma=lemma), "past", places[0], head, places[-1], negated=negated)


def _stays(text: str, draft: Draft, found: Sequence[Draft], quotes: Sequence[Quote], cast: Cast) -> bool:
    """
    Tell whether a draft of the rules alone stands: words with a speaker that nothing seen has spoken for.

    What is seen inside these words is said in them: "It hopes that a day is set, the spokesman told reporters".
    """
    named = draft.source is not None and _is_plain(draft) and _is_somebody(who(text, draft.source, cast))
    apart = [one for one in found if not (named and _is_within(one, draft))]
    if any(_overlap(span, other) > 0 for one in apart for other in one.contents for span in draft.contents):
        return False
    if not draft.contents:
        return draft.pending
    if draft.source is None:
        return False
    cue = draft.cue
    # "..., saying that it would": speech beside another reporting word, which the encoder may have taken alone.
    beside = cue is not None and cue.strong and draft.contents[0].of(draft.clause.text).startswith("that ")
    return _is_plain(draft) or beside or all(_is_quote(span, quotes) for span in draft.contents)


def _is_plain(draft: Draft) -> bool:
    """Tell whether the rules drafted it by a reporting verb that can be nothing else: "said", "has told"."""
    cue = draft.cue
    return cue is not None and cue.strong and cue.finite and not cue.passive and cue.form in ("past", "third")


def _is_somebody(one: Who) -> bool:
    return one.actor is not None or one.unnamed


def _is_within(one: Draft, outer: Draft) -> bool:
    """Tell whether who says what, and the word for it, all stand in what another draft says is said."""
    parts = [*one.contents, *(span for span in (one.source, one.cue_span) if span)]
    return one.source is not None and all(any(span.covers(part) for span in outer.contents) for part in parts)


def _passed_on(text: str, draft: Draft, found: Sequence[Draft], cast: Cast) -> bool:
    """Tell whether an outlet seen to speak passes a saying on: "[Roe says the port is open], the agency reports"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or not cue.strong or not cue.finite or not draft.contents:
        return False
    for one in found:
        if is_relayed(text, one, draft) and any(span.covers(source) for span in one.contents):
            return True
        # Only a headline's agency stands last in the present; in prose the reader is surer than the rules.
        last = one.source is not None and one.contents and one.source.start > one.contents[-1].start
        present = one.cue_span is not None and one.cue_span.of(text).endswith("s")
        if last and present and any(span.covers(source) for span in one.contents):
            return one.source is not None and who(text, one.source, cast).outlet
    return False


def is_relayed(text: str, outer: Draft, inner: Draft) -> bool:
    """Tell whether whoever words are "according to" only passes a quotation on: “...,” he said, according to X."""
    cue, said = outer.cue_span, inner.contents
    if cue is None or inner.source is None or not said or not cue.of(text).startswith("according"):
        return False
    return cue.start > inner.source.end and said[0].of(text)[:1] in _MARKS


def _is_quote(span: Span, quotes: Sequence[Quote]) -> bool:
    return any(
        quote.kind == "speech" and quote.start == span.start and abs(quote.end - span.end) <= 1 for quote in quotes
    )


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, max(one.end, other.end) - min(one.start, other.start))
