"""What a trained reader is asked about an article: which stretches, and how urgently."""

from collections import Counter
from collections.abc import Sequence

from crosswire.model import Attribution, Reading, Span
from crosswire.read.judged import Asked, told_span
from crosswire.read.narration import may_tell
from crosswire.read.scene import Act
from crosswire.read.words import Words


def what_to_ask(
    words: Words,
    reading: Reading,
    said: Sequence[tuple[Attribution, Act, str | None]],
    told: Sequence[tuple[int, Span, Act]],
) -> list[Asked]:
    """
    Return what is asked about attributions, then about narrated clauses, in their order.

    `said` has each attribution, its act by the rules and the act that its reporting word performs ("denied"), `told`
    each clause with the number of its sentence and its act by the rules. Where a sentence tells one thing alone it is
    judged whole: a reader is trained on sentences.
    """
    spoken = Counter(attribution.sentence for attribution, _, _ in said)
    clauses = Counter(index for index, _, _ in told)
    eventful = {index for index, _, act in told if act.act != "STATE"}
    cues: dict[int, list[Span]] = {}
    for attribution, _, _ in said:
        if attribution.cue is not None:
            cues.setdefault(attribution.sentence, []).append(attribution.cue)
    asked = []
    for attribution, act, cue in said:
        span = told_span(attribution, cues.get(attribution.sentence, ()))
        if spoken[attribution.sentence] == 1 and attribution.sentence not in eventful:
            whole = reading.sentences[attribution.sentence]
            span = Span(min(span.start, whole.start), max(span.end, whole.end))
        asked.append(Asked(span, check=act.act not in ("STATE", cue), look=act.act == "STATE" and cue is None))
    for index, clause, act in told:
        check = act.act != "STATE"
        headline = reading.paragraphs[index] == 0
        alone = clauses[index] == 1 and not spoken[index]
        span = reading.sentences[index] if alone else clause
        asked.append(Asked(span, check=check, look=not check and may_tell(words, clause, headline=headline)))
    return asked
