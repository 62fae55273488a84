"""Who passes on whose words: "..., the agency quoted an envoy as saying" and "..., the agency reports"."""

from bisect import bisect_left
from collections.abc import Sequence

from crosswire.model import Quote, Span
from crosswire.read.attribution_citing import CITING
from crosswire.read.attribution_cues import Found
from crosswire.read.attribution_draft import Draft
from crosswire.read.attribution_source import subject_before
from crosswire.read.attribution_speaker import Who
from crosswire.read.attribution_words import FRONTED, TIMES, Clause, is_word

_COMMAS = frozenset(",—–")
_REACH = 14


def add_quoted(clause: Clause, cues: Sequence[Found], drafts: list[Draft], quotes: Sequence[Quote]) -> None:
    """
    Give "as saying" what stands before its citer: "[The port will open], the agency quoted an envoy as saying".

    It may stand between quotation marks, and have begun sentences ago.

    Drafts inside those words are what the envoy tells of others, and go.
    """
    citing = [cue for cue in cues if cue.cue.lemma in CITING and not cue.passive]
    for cue in cues if citing else ():
        if cue.form != "gerund" or cue.first < 2 or clause.low[cue.first - 1] != "as" or _says_on(clause, cue):
            continue
        citer = next((one for one in citing if 0 < cue.first - 1 - one.last < _REACH), None)
        found = subject_before(clause, citer.first) if citer is not None else None
        if citer is None or found is None or found[0] < 4:
            continue
        start, stop = _after_colon(clause, found[0]), found[0] - 1
        speech = clause.quote[stop]
        if speech == -1 and (clause.low[stop] not in _COMMAS or stop - start < 3):
            continue
        end = cue.first - 2 if clause.low[cue.first - 2] == "," else cue.first - 1
        words = (citer.last, end)
        told = clause.cut(start, stop)
        if speech != -1:
            told = Span(min(told.start, quotes[speech].start), quotes[speech].end)
        kept = [one for one in drafts if one.cue not in (cue, citer) and not _inside(one, told)]
        drafts[:] = [
            *kept,
            Draft(
                clause,
                cue,
                clause.cut(*words),
                words,
                clause.cut(cue.first, cue.last),
                [told],
                citer=clause.cut(*found),
            ),
        ]
        return


def _inside(draft: Draft, told: Span) -> bool:
    return draft.cue_span is not None and told.covers(draft.cue_span)


def _says_on(clause: Clause, cue: Found) -> bool:
    """Tell whether what is said follows: "as saying that", "as saying the port", not "as saying on Monday"."""
    rest = clause.low[cue.last :]
    return bool(rest) and (rest[0] in ("that", ":") or clause.quote[cue.last] != -1 or _is_long(rest))


def _is_long(rest: Sequence[str]) -> bool:
    """Tell whether more than a day or a place follows: "on Wednesday", "in remarks published late on Monday"."""
    opener = rest[0] if is_word(rest[0]) else ""
    return bool(opener) and opener not in FRONTED and opener not in TIMES


def _after_colon(clause: Clause, stop: int) -> int:
    """Return where the words before `stop` begin: after a semicolon or colon, if one stands there."""
    marks = [place for place in range(stop) if clause.low[place] in ";:" and clause.quote[place] == -1]
    return marks[-1] + 1 if marks else 0


def pass_on(clause: Clause, named: Sequence[tuple[Draft, Who]]) -> dict[int, int]:
    """
    Return which draft closes which: "the envoy says [they agree], the agency reports" is said by the envoy.

    A draft of an outlet that says nothing of its own and ends the sentence right after another's words.
    """
    found: dict[int, int] = {}
    for index, (draft, voice) in enumerate(named):
        if not voice.outlet or draft.source is None or (draft.contents and not draft.pending):
            continue
        place = bisect_left(clause.starts, draft.source.start)
        if place < 2 or clause.low[place - 1] not in _COMMAS:
            continue
        end = clause.ends[place - 2]
        for other, (told, _) in enumerate(named):
            if other != index and told.contents and told.contents[-1].end in (end, end + 1):
                found[index] = other
    return found
