"""Read one sentence's cues into drafts: a source, a cue and what was said, still as places in the text."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from crosswire.model import Quote, Span
from crosswire.read.attribution_blows import BY_THINGS, denied_before, is_blow
from crosswire.read.attribution_content import (
    clause_end,
    content_after,
    content_before,
    content_end,
    goes_on,
    hung_on,
    skip_addressee,
    widen,
)
from crosswire.read.attribution_cues import Found
from crosswire.read.attribution_source import Range, clause_subject, is_finite, possessor, subject_after, subject_before
from crosswire.read.attribution_words import (
    DETERMINERS,
    PAPERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIMES,
    Clause,
    is_word,
)

_CLOSERS = PREPOSITIONS | TIMES | RELATIVES
_CITING = frozenset({"cite", "quote"})
_EMPTY = frozenset({"to comment", "comment", "to comment further", "to be named", "to elaborate", "to say",
                     "not to be named", "not to be identified", "not to be quoted"})  # fmt: skip
_ARTICLES = frozenset("the a an his her their its this that these those some many".split())
# Finite verbs that open no reported clause.
_MAIN = frozenset("is are was were has had will would could".split())
# Words after a fronted participle's comma among which its subject's verb stands.
_FRONTED = 24
_AUTHOR = frozenset({"i", "we", "you"})


class Draft(msgspec.Struct):
    """An attribution in the making; `contents` empty means that speech should follow in the next sentence."""

    clause: Clause
    cue: Found | None
    source: Span | None
    source_words: Range | None
    cue_span: Span | None
    contents: list[Span]
    addressee: Span | None = None
    pending: bool = False
    running: "Draft | None" = None
    through: Span | None = None
    deed: bool = False
    citer: Span | None = None

    @property
    def lemma(self) -> str | None:
        """The cue's lemma."""
        return self.cue.cue.lemma if self.cue else None


def draft_sentence(clause: Clause, cues: Sequence[Found], quotes: Sequence[Quote]) -> list[Draft]:
    """Return the drafts of one sentence in text order."""
    drafts: list[Draft] = []
    for cue in cues:
        draft = _draft(clause, cue, cues, quotes, drafts)
        if draft is not None and (draft.contents or draft.pending):
            if draft.contents and draft.contents[0].of(clause.text).lower() in _EMPTY:
                continue
            drafts.append(draft)
    return drafts


def _draft(
    clause: Clause, cue: Found, cues: Sequence[Found], quotes: Sequence[Quote], drafts: Sequence[Draft]
) -> Draft | None:
    if cue.form == "preposition":
        return _preposition(clause, cue, cues, quotes, drafts)
    if cue.form == "noun":
        return _noun(clause, cue, cues, quotes)
    if cue.passive:
        return _passive(clause, cue, cues, quotes)
    if (denied := denied_before(clause, cue)) is not None:
        draft = _make(clause, cue, denied[0])
        draft.contents.append(clause.cut(*denied[1]))
        return draft
    source, inverted = _subject(clause, cue, drafts)
    if source is None or not _speaks(clause, source, cue):
        return None
    draft = _make(clause, cue, source)
    if inverted:
        _said_before(clause, draft, cue.first, source[1], quotes, drafts, cues)
    else:
        _said_around(clause, draft, cue, source, quotes, drafts, cues)
    return draft


def _make(clause: Clause, cue: Found, source: Range | None) -> Draft:
    last = cue.last
    if last < len(clause) and clause.low[last] == ":":
        last += 1
    words = clause.cut(*source) if source else None
    if words and source and clause.low[source[1] - 1].endswith(("'s", "’s")) and cue.form == "noun":
        words = Span(words.start, words.end - 2)
    return Draft(clause, cue, words, source, clause.cut(cue.first, last), [])


def _subject(clause: Clause, cue: Found, drafts: Sequence[Draft]) -> tuple[Range | None, bool]:
    """Return the subject of a verb, and whether it stands after it."""
    low, first = clause.low, cue.first
    before = low[first - 1] if first else ""
    if cue.form == "gerund" and not cue.finite:
        return _participle_subject(clause, cue, before, drafts), False
    plain = cue.form in ("past", "third") and cue.first == cue.head and cue.strong
    quoted = first > 0 and (
        clause.quote[first - 1] != -1 or (before == "," and first > 1 and clause.quote[first - 2] != -1)
    )
    if plain and quoted:
        after = subject_after(clause, cue.last)
        if after is not None:
            return after, True
    if before in ("and", "but", "or", "then") or (before == "," and first > 1 and low[first - 2] in ("and", "but")):
        return _inherited(clause, first, drafts), False
    found = subject_before(clause, first)
    if found is None and plain and before in (",", "—", "–", "'", '"', "”", "’") and first > 2:
        after = subject_after(clause, cue.last)
        # "..., emails seen by the Post show": a participle is nobody.
        if after is not None and _closes(clause, after[1]) and not is_finite(clause, after[0]):
            return after, True
    return found, False


def _closes(clause: Clause, place: int) -> bool:
    """Tell whether an inverted subject is followed by nothing that could be its verb."""
    return place >= len(clause) or clause.low[place] in ".,;?!—–" or clause.low[place] in _CLOSERS


def _inherited(clause: Clause, first: int, drafts: Sequence[Draft]) -> Range | None:
    for draft in reversed(drafts):
        if draft.source_words is not None and draft.cue is not None and draft.cue.form not in ("preposition", "noun"):
            return draft.source_words
    found = clause_subject(clause, first)
    if found is None and first > 1 and clause.low[first - 1] == ",":
        # "Axios, citing ...": no verb yet, so the phrase before the comma is the subject.
        return subject_before(clause, first - 1)
    return found


_MEETS = frozenset("meet meets met".split())


def _told_of(clause: Clause, gerund: int) -> Range | None:
    """Return whom a gerund tells of behind a relative clause: "meets Ada Roe, who has been busy, promising": Roe."""
    low = clause.low
    who = next((at for at in range(gerund - 1, 2, -1) if low[at] == "who" and low[at - 1] == ","), None)
    if who is None or clause.quote[who] != -1:
        return None
    # Behind a verb or a preposition: of the clause's own subject, "Ada Roe, who has been busy, left, ...", it tells.
    ahead = [at for at in range(1, who - 1) if low[at] in PREPOSITIONS or is_finite(clause, at) or low[at] in _MEETS]
    return (ahead[-1] + 1, who - 1) if ahead and ahead[-1] + 1 < who - 1 else None


def _participle_subject(clause: Clause, cue: Found, before: str, drafts: Sequence[Draft]) -> Range | None:
    low, first = clause.low, cue.first
    if before == "as" and first > 1:
        for place in range(first - 2, max(-1, first - 14), -1):
            if low[place] in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
                if place + 2 < first and low[place + 1] in ("by", "in", "on"):
                    return _quoted_subject(clause, place)  # "X was quoted by the agency as saying"
                if place == first - 2:
                    return _quoted_subject(clause, place)
                return (place + 1, first - 1)
        return None
    if before == "," and (told := _told_of(clause, first)) is not None:
        return told
    if before in (",", "and", "or", "—", "–", "but", "while", "before", "after", "then"):
        return _inherited(clause, first, drafts)
    if not before:
        comma = next((place for place in range(first + 1, min(len(clause), 40)) if low[place] == ","), None)
        if comma is None:
            return None
        # "Rejecting the offer, Arland left the table": the subject of the clause that follows.
        return clause_subject(clause, min(len(clause), comma + _FRONTED), comma + 2) or subject_after(clause, comma + 1)
    if is_word(before) and clause.quote[first - 1] == -1:
        for place in range(first - 1, max(-1, first - 10), -1):
            if low[place] in ("cited", "cites", "citing", "quoted", "quotes", "quoting", "with"):
                return (place + 1, first) if place + 1 < first else None
        found = subject_before(clause, first)
        if found and any(word in PEOPLE or word in PAPERS for word in low[found[0] : found[1]]) and cue.strong:
            return found
    return None


def _quoted_subject(clause: Clause, place: int) -> Range | None:
    """Return who "was quoted", the word at `place`."""
    while place > 0 and clause.low[place - 1] in ("was", "were", "is", "been", "also", "has", "later", "earlier"):
        place -= 1
    return subject_before(clause, place)


def _speaks(clause: Clause, source: Range, cue: Found) -> bool:
    """Tell whether the words can be somebody who says or thinks; a plain thing may only do so with a strong verb."""
    words = clause.low[source[0] : source[1]]
    if words[0] in _AUTHOR and len(words) == 1:
        return False
    if len(words) == 1 and words[0] in ("it", "which", "that", "this", "there"):
        return cue.cue.lemma in BY_THINGS
    if is_blow(clause, source, cue):
        return False
    if cue.strong or words[0] in PRONOUNS:
        return True
    if any(word in PEOPLE or word in PAPERS for word in words):
        return True
    return any(clause.capital(place) and clause.low[place] not in _ARTICLES for place in range(*source))


def _floor(clause: Clause, drafts: Sequence[Draft]) -> int:
    """Return the first word that no earlier draft of the sentence has used."""
    used = 0
    for draft in drafts:
        if draft.contents:
            used = max(used, draft.cue_span.end if draft.cue_span else 0, *[span.end for span in draft.contents])
    return bisect_left(clause.starts, used) if used else 0


def _said_before(
    clause: Clause,
    draft: Draft,
    limit: int,
    after: int,
    quotes: Sequence[Quote],
    drafts: Sequence[Draft],
    cues: Sequence[Found],
) -> None:
    before = content_before(clause, _floor(clause, drafts), limit)
    if before is not None:
        draft.contents.append(widen(clause, before, quotes))
        condition = hung_on(clause, after)
        if condition is not None:
            draft.contents.append(widen(clause, (condition, content_end(clause, condition, cues, quotes)), quotes))
            return
    _resumed(clause, draft, after, quotes, cues)


def _resumed(clause: Clause, draft: Draft, place: int, quotes: Sequence[Quote], cues: Sequence[Found]) -> None:
    """Add the second half of a broken quote: “We will,” he said on Monday, “but not now.”"""
    stop = min(len(clause), place + 22)
    heads = {cue.first for cue in cues}
    while place < stop and clause.quote[place] == -1:
        if clause.low[place] == ";" or place in heads:
            return
        place += 1
    if place < stop and draft.contents and draft.contents[-1].end <= clause.starts[place]:
        end = content_end(clause, place, cues, quotes)
        draft.contents.append(widen(clause, (place, end), quotes))


def _said_around(
    clause: Clause,
    draft: Draft,
    cue: Found,
    source: Range,
    quotes: Sequence[Quote],
    drafts: Sequence[Draft],
    cues: Sequence[Found],
) -> None:
    start = min(source[0], cue.first)
    floor = _floor(clause, drafts)
    _note_addressee(clause, draft, cue)
    edge = start - 1 if start and clause.low[start - 1] in ",—–" and clause.quote[start - 1] == -1 else start
    quoted = edge > 0 and clause.quote[edge - 1] != -1
    fresh = source[0] >= floor
    if quoted and fresh and cue.cue.quote and edge > floor and _completes(clause, edge, start, quotes):
        _said_before(clause, draft, start, cue.last, quotes, drafts, cues)
        return
    place = content_after(clause, cue, cue.last)
    if place is not None and place < len(clause) and clause.low[place] == "by" and cue.form == "gerund":
        place = None  # "..., X was quoted as saying by the agency"
    if place is not None and place < len(clause):
        end = content_end(clause, place, cues, quotes)
        if end > place and _relative(clause, cue, place):
            return
        if end > place:
            draft.contents.append(widen(clause, (place, end), quotes))
            return
    onward = goes_on(clause, cue, (floor, edge)) if cue.strong and fresh and floor < edge < start else None
    if onward is not None:
        before = content_before(clause, floor, start)
        end = content_end(clause, onward, cues, quotes)
        if before is not None and end > onward:
            draft.contents += [widen(clause, before, quotes), widen(clause, (onward, end), quotes)]
            return
    if cue.strong and fresh and edge < start and edge - floor >= 3:
        _said_before(clause, draft, start, cue.last, quotes, drafts, cues)
        return
    draft.pending = (cue.cue.quote and cue.finite and clause.text[clause.span.end - 1] in ":,") or (
        place is None and cue.strong and cue.finite and not cue.negated
    )


def _relative(clause: Clause, cue: Found, place: int) -> bool:
    """Tell whether the cue ends a clause inside the subject: "the report Hale wrote was long" reports nothing."""
    return place == cue.last and clause.quote[place] == -1 and clause.low[place] in _MAIN and cue.cue.polarity != "ask"


def _completes(clause: Clause, edge: int, start: int, quotes: Sequence[Quote]) -> bool:
    """Tell whether the quote before the subject is what was said: it ends in a comma, a mark or the clause."""
    if edge < start:
        return True
    inner = quotes[clause.quote[edge - 1]].inner.of(clause.text).rstrip()
    return inner[-1:] in (",", "?", "!", ".", "—", "-", "…")


def _note_addressee(clause: Clause, draft: Draft, cue: Found) -> None:
    if cue.cue.lemma == "tell":
        end = skip_addressee(clause, cue.last)
        if end > cue.last:
            draft.addressee = clause.cut(cue.last, end)


def _preposition(
    clause: Clause, cue: Found, cues: Sequence[Found], quotes: Sequence[Quote], drafts: Sequence[Draft]
) -> Draft | None:
    source = subject_after(clause, cue.last)
    if source is None or (cue.cue.lemma in ("per", "as per") and not clause.capital(source[0])):
        return None
    draft = _make(clause, cue, source)
    end = source[1]
    opens = all(clause.low[place] in ("but", "and", "still", "yet", ",") for place in range(cue.first))
    if opens:
        if end + 1 < len(clause) and clause.low[end] == ",":
            stop = max(end + 2, content_end(clause, end + 1, cues, quotes))
            draft.contents.append(widen(clause, (end + 1, stop), quotes))
        return draft
    before = content_before(clause, _floor(clause, drafts), cue.first)
    if before is None:
        return None
    draft.contents.append(widen(clause, before, quotes))
    return draft


def _noun(clause: Clause, cue: Found, cues: Sequence[Found], quotes: Sequence[Quote]) -> Draft | None:
    following = clause.low[cue.last] if cue.last < len(clause) else "."
    if following != "that" and not (following == "to" and cue.cue.kind == "noun"):
        return None
    after = cue.last + 1
    if (
        following == "to"
        and after < len(clause)
        and (clause.low[after] in DETERMINERS or (clause.capital(after) and not clause.capital(cue.last)))
    ):
        return None  # "his statement to the police": somebody is told, nothing is said
    source = possessor(clause, cue.head)
    if source is None:
        return None
    draft = _make(clause, cue, source)
    end = clause_end(clause, cue.last, content_end(clause, cue.last, cues, quotes))
    if end > cue.last + 1:
        draft.contents.append(widen(clause, (cue.last, end), quotes))
    return draft


def _passive(clause: Clause, cue: Found, cues: Sequence[Found], quotes: Sequence[Quote]) -> Draft | None:
    """Read "X was accused by Y of Z": Y speaks; what is said is Z, or X where nothing follows."""
    low, size = clause.low, len(clause)
    by = next((place for place in range(cue.last, min(size, cue.last + 4)) if low[place] == "by"), None)
    if by is None or (not cue.cue.quote and cue.cue.infinitive):
        return None
    source = subject_after(clause, by + 1)
    at = cue.last if low[cue.last] == "as" else source[1] if source else size
    if cue.cue.lemma in _CITING and low[at : at + 1] == ["as"] and low[at + 1 : at + 2] in (["saying"], ["telling"]):
        return None  # "was quoted as saying by": he speaks, and they pass it on
    subject = subject_before(clause, cue.first)
    if source is None or subject is None or low[by + 1].endswith("ing") or not _speaks(clause, source, cue):
        return None
    if low[subject[0]] in PRONOUNS and low[subject[0]] in RELATIVES:
        return None
    names = next((place for place in range(*source) if not clause.capital(place)), source[1])
    if names > source[0] and names < source[1] and low[names] in ("of", "as", "for"):
        # "accused by X of Z": the "of" is the accusation's, not part of a name's phrase.
        source = (source[0], names)
    draft = _make(clause, cue, source)
    draft.contents.append(clause.cut(*subject))
    if source[1] < size and low[source[1]] in ("of", "as", "for", "that", "to"):
        end = content_end(clause, source[1], cues, quotes)
        draft.contents.append(widen(clause, (source[1], end), quotes))
    return draft
