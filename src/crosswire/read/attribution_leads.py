"""Read words that only lead up to a quote: 'Lee, on the steps: "We want it this year."'."""

from collections.abc import Sequence

from crosswire.model import Quote, Span
from crosswire.read.attribution_cast import Cast
from crosswire.read.attribution_cues import Found
from crosswire.read.attribution_draft import Draft
from crosswire.read.attribution_speaker import Who, who
from crosswire.read.attribution_words import PREPOSITIONS, Clause
from crosswire.read.grammar import AUXILIARIES

# Words of a lead, those before the name in it, and those a quote must have to be somebody's words.
_LONGEST, _BEFORE, _FEWEST = 16, 5, 3


def led_in(clause: Clause, cues: Sequence[Found], quotes: Sequence[Quote], cast: Cast) -> tuple[Draft, Who] | None:
    """Return the quote that a colon opens and the one person named before it, None where a verb tells of it."""
    colon = next((at for at in range(1, len(clause) - 1) if _opens_quote(clause, at)), None)
    if colon is None or any(cue.first <= colon for cue in cues):
        return None
    # A live blog's time of day stands before the lead.
    first = next((at for at in range(colon) if clause.low[at][:1].isalpha()), colon)
    lead = range(first, colon)
    if not lead or len(lead) > _LONGEST or any(clause.quote[at] != -1 or clause.low[at] in AUXILIARIES for at in lead):
        return None
    inside = cast.inside(clause.cut(first, colon))
    people = [index for index in inside if _is_person(index, cast)]
    if len({cast.mentions[index].actor for index in people}) != 1:
        return None
    named = cast.mentions[people[0]]
    before = [at for at in lead if clause.ends[at] <= named.start]
    if len(before) > _BEFORE or any(clause.low[at] in PREPOSITIONS or clause.low[at] == "," for at in before):
        return None
    quote = quotes[clause.quote[colon + 1]]
    if len(quote.inner.of(clause.text).split()) < _FEWEST:
        return None
    source = Span(clause.starts[first], named.end)
    last = max(at for at in lead if clause.starts[at] < named.end) + 1
    voice = who(clause.text, source, cast)
    if voice.actor != named.actor:
        return None
    content = Span(quote.start, max(clause.span.end, quote.end))
    return Draft(clause, None, source, (first, last), clause.cut(colon, colon + 1), [content]), voice


def _is_person(index: int, cast: Cast) -> bool:
    mention = cast.mentions[index]
    known = cast.actors.get(mention.actor or "")
    return mention.kind not in ("pronoun", "title") and known is not None and known.kind == "person"


def _opens_quote(clause: Clause, at: int) -> bool:
    return clause.low[at] == ":" and clause.quote[at] == -1 and clause.quote[at + 1] != -1
