"""
Put a statement into a line an analyst could forward, in the report's own words.

A sentence is kept as it stands, trimmed only at clause boundaries. What would dangle outside its article (a
pronoun, "on Monday") gets its referent in square brackets, as an editor would put it; whatever is outside brackets
is verbatim. A sentence that cannot be made to stand alone gives no line: another statement of the claim may.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence, Set

import msgspec

from crosswire.assess.accords import begins, goes_on
from crosswire.assess.closing import untagged
from crosswire.assess.desk import Desk
from crosswire.assess.frames import after_frame, is_aside, is_named, unresolved
from crosswire.assess.given import brought_up, names, remark_points, takes_as_given
from crosswire.assess.leaning import hangs, has_verb, leans, misses_its_sentence, own_end, points_away, runs_on
from crosswire.assess.opening import PARTED, of_one_paragraph, opens_report
from crosswire.model import Article, Evidence, Part, Resolved, Span, Statement
from crosswire.text.clauses import balanced, clauses, has_clause, trim
from crosswire.text.datelines import dateline_end
from crosswire.text.tails import before_colour, tails
from crosswire.text.tokens import terms
from crosswire.text.verbs import lemma_of

# Shorter sentences carry no proposition worth citing; longer ones are cut at a clause, or left to another wording.
_SHORTEST, _LONGEST = 5, 48
# With brackets and all, and what opens a report, which says most in one sentence.
_MORE, _LEAD = 12, 32
# And a sentence that names who does it, at least.
_BARE = 4
_SUBJECTS = frozenset({"he", "she", "they", "it"})
_POSSESSIVES = frozenset({"his", "their", "its", "her"})
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me|I['’]m|[Ww]e['’]re)\b")
_SECOND_PERSON = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«][^“”\"«»]{0,2000}[”\"»]")
# The reasons promised here come in sentences that are not shown.
_REASONS = re.compile(r",? for (?:one|two|three|several|many) (?:simple |good |main )?reasons?\.?$", re.IGNORECASE)
# A quotation that opens so answers something the reader cannot see.
_LEANING_QUOTE = re.compile(
    r"(?:And|But|Or|So|Then|That|This|These|Those|It|He|She|They|Yes|No|Well|Because|Which|Also)\b"
)
# Some of what another sentence names; a subject whose verb the report left out ("He adding that ...").
_OF_OTHERS = re.compile(
    r"\b(?:some|many|most|all|both|one|none|several|any|few) of (?:those|these) [a-z]+\b", re.IGNORECASE
)
_NO_FINITE = re.compile(r"(?:He|She|They) [a-z]{2,}ing (?:that|it|to|the|a)\b")
_MONTHS_PAST = 3
# Fewer content words than this say nothing outside their article ("We will see what happens").
_LEAST_TERMS = 4
_EXPLETIVE = re.compile(r"It (?:is|was|will be|would be|has been|remains|seems|appears)\b", re.IGNORECASE)
# What ties the clause after it to the main clause before it.
_HANGS = re.compile(
    r"[\s,;—](?:after|as|since|when|while|because|before|although|though|until|once)\s(?=(?:[Tt]he |an? )?$)"
)
# Words that a date in brackets would not make sharper: they are vague, or give the date themselves.
_VAGUE = re.compile(
    r"\b(?:recent|coming|past|last few|next few|several|years?|months?|weeks|days|hours)\b", re.IGNORECASE
)
# Where a line within a paragraph ends.
_BROKEN = re.compile(r"[ \t]*\n[ \t]*")
# A list's dash or number is no part of what its item says; a bullet is outside the sentence.
_BULLET = re.compile(r"(?:[–—]|\d{1,2}[.)])\s+(?=[A-Z\[\"“])")


class Worded(msgspec.Struct, frozen=True):
    """A statement's wording: the parts of its line, joined text, and the evidence it rests on."""

    parts: tuple[Part, ...]
    text: str
    evidence: tuple[Evidence, ...]


def word(desk: Desk, statement: Statement, *, answering: bool = False, shared: Set[str] = frozenset()) -> Worded | None:
    """
    Word a statement as a sentence that stands alone; None when it cannot be done without adding anything.

    `answering` lines stand right below the line they refer to, so "denied that" is clear there. `shared` are the stems
    several voices have in common, if any: an aside or a reason at the end that goes beyond them is left out.
    """
    text = desk.text(statement.article)
    span = untagged(desk, statement, _place(text, statement))
    if shared and span is not None:
        if _follows(text, statement, span):
            return None  # what the voices share is a later clause; the sentence's first fact would be shown as theirs
        span = _shortened(text, statement, span, shared)
    if span is None or not _stands_alone(span.of(text)):
        return None
    opens = opens_report(text, desk.bodies.get(statement.article), span)
    before = desk.before(statement) if goes_on(span.of(text)) else None
    follows = before is not None and begins(before.evidence.quote)
    if not (opens or follows) and _points_back(desk, statement, text, span, answering=answering):
        return None
    if (
        _cut_off(statement, text, span)
        or is_aside(text, statement, span)
        or runs_on(span.of(text), desk.articles[statement.article].title)
    ):
        return None
    if not (answering or opens) and points_away(_QUOTED.sub("“”", span.of(text).rstrip(".") + ".")):
        return None
    if any(_joins_itself(one, text, span) for one in statement.resolved):
        return None
    parts = tuple(_parts(statement, desk.articles[statement.article], span))
    joined = "".join(part.text for part in parts)
    words = joined.split()
    # "Arland rejected a truce" says all there is to say.
    shortest = _BARE if is_named(desk.actors.get(statement.agent or statement.speaker or ""), joined) else _SHORTEST
    longest = _LONGEST + (_LEAD if opens else _MORE)
    if not shortest <= len(words) <= longest or not balanced(joined):
        return None
    worded = Worded(parts, joined, _evidence(statement, text, span, parts))
    if answering or opens:
        return worded
    head = brought_up(span.of(text), text[max(0, span.start - 600) : span.start])
    if follows or head or hangs(span.of(text)) or takes_as_given(joined) or _opens_with_remark(joined):
        return _below(desk, statement, worded, head or "")
    return worded


def _opens_with_remark(words: str) -> bool:
    """Tell whether a line opens with somebody's own words, and these point to what was said before them."""
    quoted = _QUOTED.match(words)
    return quoted is not None and remark_points(quoted[0][1:-1])


def _below(desk: Desk, statement: Statement, worded: Worded, head: str) -> Worded | None:
    """Show a sentence below the one before it, where that stands alone and names what is given; None elsewhere."""
    before = desk.before(statement)
    above = word(desk, before) if before and not before.headline else None
    if above is None or len(above.text.split()) + len(worded.text.split()) > _LONGEST + _MORE:
        return None
    if not names(above.text, head) or takes_as_given(worded.text, above.text):
        return None
    if above.evidence[0].end < before.evidence.end - 1 or above.text[-1] not in '.!?”"’»':  # type: ignore[union-attr]
        return None  # what it names may have been cut away
    parts = (*above.parts, Part("ours", " "), *worded.parts)
    evidence = tuple(dict.fromkeys((worded.evidence[0], *above.evidence, *worded.evidence)))
    return Worded(parts, f"{above.text} {worded.text}", evidence)


def _joins_itself(help_: Resolved, text: str, span: Span) -> bool:
    """Tell whether a pronoun is taken for the one it is told apart from: "she and Obama" is no Obama."""
    if help_.kind != "actor" or not span.start <= help_.start < span.end:
        return False
    surname = re.escape(help_.stands_for.split()[-1])
    return re.match(rf"\s(?:and|with|or)\s(?:\w+\.?\s){{0,2}}{surname}\b", text[help_.end : help_.end + 60]) is not None


def quote_line(desk: Desk, statement: Statement, *, least: int = _LEAST_TERMS) -> Worded | None:
    """Word a direct quotation of `least` content words as its own words between marks, where they make a sentence."""
    text = desk.text(statement.article)
    if statement.mode != "direct" or not statement.contents:
        return None
    span = _bare(text, statement.contents[0])
    words = span.of(text)
    if len(statement.contents) > 1 or not 6 <= len(words.split()) <= 60 or "\n" in words:
        return None
    if not words[0].isupper() or words[-1] not in ".?!,…" or not balanced(words) or _QUOTED.search(words):
        return None
    if _LEANING_QUOTE.match(words) or remark_points(words) or len(statement.terms) < least:
        return None
    if words[-1] == ",":
        span = Span(span.start, span.end - 1)
    evidence = Evidence.cut(statement.article, text, span)
    parts = (Part("ours", "“"), Part("verbatim", evidence.quote, evidence), Part("ours", "”"))
    return Worded(parts, f"“{evidence.quote}”", (evidence, statement.evidence))


def key(text: str) -> frozenset[str]:
    """Return the words of a line that matter when two lines are compared for saying the same."""
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3 or word.isdigit())


def alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether two lines would read as near-duplicates: most words of the shorter stand in the other."""
    return bool(one) and bool(two) and len(one & two) >= 0.72 * min(len(one), len(two))


def _place(text: str, statement: Statement) -> Span | None:
    """Choose the stretch to show: the whole sentence, or the clauses that hold the content when it is too long."""
    span = _undated(text, trim(text, statement.evidence.span))
    if promised := _REASONS.search(text, span.start, span.end):
        span = Span(span.start, promised.start())
    if statement.mode == "narrated":
        span = Span(span.start, before_colour(text, span))
    span = of_one_paragraph(text, statement, span)
    if PARTED.search(span.of(text).strip()):
        return None
    span = _own_clause(text, statement, after_frame(text, statement, span))
    if len(span.of(text).split()) <= _LONGEST:
        return span
    # A reporting clause must stay with what it reports, so the cut has to keep source, cue and content together.
    held = [*statement.contents, *(one for one in (statement.source, statement.cue) if one)]
    whole = Span(min(one.start for one in held), max(one.end for one in held)) if held else span
    for clause in clauses(text, span):
        if clause.covers(whole) and _SHORTEST < len(clause.of(text).split()) <= _LONGEST:
            return trim(text, clause)
    return span


def _own_clause(text: str, statement: Statement, span: Span) -> Span:
    """
    Cut what somebody says out of a sentence of the report's own that it only hangs on.

    "The port closed after the mayor said it was unsafe": that the port closed is no claim of hers.
    """
    source = statement.source
    if source is None or statement.cue is None or statement.cue.start < source.end or source.start <= span.start:
        return span
    hanging = _HANGS.search(text, max(span.start, source.start - 40), source.start)
    told = statement.contents[-1].end if statement.contents else statement.cue.end
    if hanging is None or told < statement.cue.end or not has_clause(text[span.start : hanging.start()]):
        return span
    end = min(span.end, told)
    return trim(text, Span(hanging.end(), hanging.end() + own_end(text[hanging.end() : end])))


def _follows(text: str, statement: Statement, span: Span) -> bool:
    """Tell whether a report's statement is a later main clause of its sentence: another one stands before it."""
    if statement.mode != "narrated" or not statement.contents:
        return False
    return has_clause(text[span.start : max(span.start, statement.contents[0].start)])


def _shortened(text: str, statement: Statement, span: Span, shared: Set[str]) -> Span:
    """End a sentence before asides and reasons that hold more words of one voice than words several share."""
    named = max((one.end for one in (statement.source, statement.cue) if one), default=0)
    end = span.end
    for cut in tails(text, span):
        head, tail = set(terms(text[span.start : cut])), set(terms(text[cut:end])) - set(terms(text[span.start : cut]))
        if cut < named or len(tail - shared) <= len(tail & shared) or len(head) < _LEAST_TERMS:
            break
        end = cut
    return Span(span.start, end)


def _undated(text: str, span: Span) -> Span:
    """Leave a dateline ("KYIV, June 2 (Reuters) - ") and a list's mark out: they are no part of the sentence."""
    start = dateline_end(text, span.start, span.end)
    mark = _BULLET.match(text, start, span.end)
    return Span(mark.end() if mark else start, span.end)


def _stands_alone(words: str) -> bool:
    """Tell whether a sentence makes sense to somebody who has not read the one before."""
    narrated = _QUOTED.sub("“”", words)
    if _FIRST_PERSON.search(narrated) or _SECOND_PERSON.search(narrated) or leans(words):
        return False
    if _OF_OTHERS.search(narrated) or _NO_FINITE.match(words):
        return False
    if not has_verb(words):
        return False  # no verb: the answer to a question that is not shown
    return words[-1:] in '.!”"’»)' or words[-1:].isalnum()


def _points_back(desk: Desk, statement: Statement, text: str, span: Span, *, answering: bool) -> bool:
    """Tell whether a stretch speaks of somebody or something that only the sentences before it name."""
    if unresolved(text, statement, span, answering=answering) or _opens_bare(statement, text, span):
        return True
    return _unnamed_speaker(desk, statement, text, span)


def _unnamed_speaker(desk: Desk, statement: Statement, text: str, span: Span) -> bool:
    """Tell whether the words name their speaker by a pronoun alone that nothing resolves: "Of the deal, he said"."""
    said = statement.source
    if said is None or said.of(text).casefold() not in _SUBJECTS or not span.covers(said):
        return False
    if is_named(desk.actors.get(statement.speaker or ""), text[span.start : said.start]):
        return False
    return not any(one.kind == "actor" and one.end <= said.end for one in statement.resolved if one.start >= span.start)


def _cut_off(statement: Statement, text: str, span: Span) -> bool:
    """Tell whether a later clause of its sentence is shown that means by "them" whom the rest of it named."""
    cut = span.start > statement.evidence.start and text[span.start].islower()
    return cut and misses_its_sentence(span.of(text))


def _opens_bare(statement: Statement, text: str, span: Span) -> bool:
    """Tell whether the stretch opens with a pronoun that nothing resolves."""
    words = span.of(text)
    first = re.match(r"[“\"‘']?(he|she|they|it|his|her|their|its)\b", words, re.IGNORECASE)
    first = first or _early_pronoun(words)
    if first is None or _EXPLETIVE.match(span.of(text)):
        return False
    at = span.start + first.start(1)
    return not first.group().startswith(("“", '"', "‘", "'")) and all(one.start != at for one in statement.resolved)


def _early_pronoun(words: str) -> re.Match[str] | None:
    """Return the pronoun that is the subject after opening circumstances: "On Tuesday in the capital they were"."""
    for found in re.finditer(r"[\w’']+|[“\"‘]", words):
        if re.fullmatch(r"he|she|they", found.group()):
            return re.compile(r"(\w+)").match(words, found.start())
        if found.group() in '“"‘' or found.group().endswith("ed") or lemma_of(found.group()):
            return None
    return None


def _parts(statement: Statement, article: Article, span: Span) -> Iterator[Part]:
    """Cut the span into verbatim stretches and the brackets between them."""
    text, at = article.text, span.start
    needed = _needed(statement.resolved, article.text, span, article.published)
    if text[at].islower() and not any(one.start == at and one.kind == "actor" for one in needed):
        first = Evidence.cut(statement.article, text, Span(at, at + 1))
        yield Part("resolved", f"[{text[at].upper()}]", first)
        at += 1
    for help_ in needed:
        if help_.start < at:
            continue
        stop, inserted = _bracket(help_, text)
        if stop > at:
            yield _verbatim(statement.article, text, at, stop)
        yield Part("resolved", inserted, help_.evidence)
        at = max(help_.end, stop)
    if at < span.end:
        yield _verbatim(statement.article, text, at, span.end)
    if text[span.end - 1].isalnum():
        yield Part("ours", ".")


def _needed(resolved: Sequence[Resolved], text: str, span: Span, published: dt.date | None) -> list[Resolved]:
    """Keep the first reference to each actor (later ones are then clear) and every date, in text order."""
    kept: list[Resolved] = []
    named: set[str] = set()
    for help_ in sorted(resolved, key=lambda one: one.start):
        if not (span.start <= help_.start and help_.end <= span.end):
            continue
        if help_.kind == "actor":
            surname = help_.stands_for.split()[-1]
            if help_.stands_for in named or re.search(rf"\b{re.escape(surname)}\b", text[span.start : help_.start]):
                continue
            named.add(help_.stands_for)
        elif not _sharpens(help_, text, published):
            continue
        kept.append(help_)
    return kept


def _sharpens(help_: Resolved, text: str, published: dt.date | None) -> bool:
    """Tell whether the date says more than the words it explains: a day or a month that they do not give."""
    words = text[help_.start : help_.end]
    if _VAGUE.search(words) or not re.fullmatch(r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}", help_.stands_for):
        return False
    if re.fullmatch(r"[A-Z][a-z]+ \d{4}", help_.stands_for) and not _recent_month(help_.stands_for, published):
        return False
    day, month = re.match(r"(\d{1,2} )?([A-Z][a-z]+)?", help_.stands_for).groups()  # type: ignore[union-attr]
    day_given = not day or re.search(rf"\b0?{day.strip()}\b", words)
    return not (month and month[:3] in words and day_given)


def _recent_month(month: str, published: dt.date | None) -> bool:
    """Tell whether a bare month is one just past: for any other, the year is a guess the reader should not inherit."""
    if published is None:
        return False
    date = dt.datetime.strptime(month, "%B %Y").date()
    return 0 <= (published.year - date.year) * 12 + published.month - date.month <= _MONTHS_PAST


def _bracket(help_: Resolved, text: str) -> tuple[int, str]:
    """Return where the verbatim words before the bracket end, and the bracket: in place of a subject, else after."""
    words = text[help_.start : help_.end]
    if help_.kind == "actor" and words.casefold() in _SUBJECTS:
        return help_.start, f"[{help_.stands_for}]"
    if help_.kind == "actor" and words.casefold() in _POSSESSIVES:
        owner = help_.stands_for + ("’" if help_.stands_for.endswith("s") else "’s")
        return help_.start, f"[{owner}]"
    return _end_of(help_, text), f" [{help_.stands_for}]"


def _end_of(help_: Resolved, text: str) -> int:
    """Return where the explained words end, a possessive mark included ("Sunday's [4 May 2025]")."""
    return help_.end + 2 if text[help_.end : help_.end + 2] in ("'s", "’s") else help_.end


def _verbatim(article: str, text: str, start: int, end: int) -> Part:
    evidence = Evidence.cut(article, text, Span(start, end))
    # A line broken for width (mail, wires) is one line; the verifier folds blanks alike.
    return Part("verbatim", _BROKEN.sub(" ", evidence.quote), evidence)


def _bare(text: str, span: Span) -> Span:
    """Leave quotation marks and spaces at the edges of a content span out."""
    start, end = span.start, span.end
    while start < end and text[start] in "“”\"'‘’«»„ ":
        start += 1
    while end > start and text[end - 1] in "“”\"'‘’«»„ ":
        end -= 1
    return Span(start, end)


def _evidence(statement: Statement, text: str, span: Span, parts: tuple[Part, ...]) -> tuple[Evidence, ...]:
    """The shown stretch first, then the places that names in brackets were taken from."""
    names = [part.evidence for part in parts if part.kind == "resolved" and part.evidence and len(part.text) > 3]
    return tuple(dict.fromkeys((Evidence.cut(statement.article, text, span), *names)))
