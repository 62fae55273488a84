"""Which sentences an article asserts in its own voice: the narrator's statements."""

import re
from collections.abc import Sequence

from crosswire.model import Quote, Span
from crosswire.read.grammar import AUXILIARIES
from crosswire.read.silence import SILENT
from crosswire.read.verbhood import ONLY_VERBS
from crosswire.read.words import Words
from crosswire.text.clauses import clauses, trim
from crosswire.text.verbs import lemma_of

# Text about the text: what pages and wires print around a report.
_META = re.compile(
    r"(?:read more|click here|see also|sign up|subscribe|follow (?:us|him|her|@)|share this|watch:|listen:|photo:|"
    r"image:|video:|advertisement|related:|update[ds]?:|correction:|editor.s note|this (?:is|was) a developing story|"
    r"this (?:story|article|post|report|piece) (?:has been|was|is|will be|originally|first)|check back|stay tuned|"
    r"more to come|this is a breaking|for more (?:on|about|information)|get the latest|all rights reserved|copyright|"
    r".{2,300} contributed (?:to this|reporting)|the (?:opinions|views) expressed in (?:this|the) \w+ are|"
    r"(?:additional )?(?:reporting|editing|writing) by|with (?:files|reporting) from|here (?:is|are) (?:what|the|some)|"
    r"(?:download|join|visit) (?:our|us)|correspondent .{2,40} reports from)",
    re.IGNORECASE,
)
# Who the author or the interviewed person is, and where they met: the frame of a piece, no claim of it.
_BACKGROUND = re.compile(
    r".{2,80}\b(?:spoke|talked|sat down|speaks) (?:to|with) .{2,60}"
    r"\b(?:in|at|by|from|on|before|after|over|about|via)\b|"
    r".{2,80}\bis (?:a|an|the) (?:\w+[ -]){0,4}(?:columnist|professor|fellow|lecturer|editor|author|contributor|writer|"
    r"correspondent|analyst|commentator|former \w+)\b|"
    r".{2,80}\b(?:interview|conversation|transcript) (?:has been|was|is) (?:\w+ly )?(?:edited|condensed|conducted)|"
    r".{2,80}\b(?:teaches|writes for|is writing a book|lives in)\b",
    re.IGNORECASE,
)
_TOLD = frozenset({"said", "says", "added"})
_SECOND_PERSON = frozenset({"you", "your", "yours", "yourself"})
_FIRST_PERSON = frozenset({"i", "my", "me", "we", "us"})
_QUOTATION = frozenset('"“”')
# A paper's "our people" takes a side and tells; "our reporters", "our poll" speak of the paper itself.
_OF_THE_PAPER = frozenset(
    str.split("""
    reporter reporters correspondent correspondents reader readers newsroom newsletter website site app coverage report
    reports story stories staff team teams editor editors journalist journalists colleague colleagues source sources
    interview poll panel podcast paper newspaper live guide list lists privacy partners subscribers page series
    """)
)
_NOT_OURS = _OF_THE_PAPER | _QUOTATION
_AFTER_PRESENT = frozenset(
    "the a an to that in on its his her their more than no for with from out up down back off away".split()
)
# A short aside about whoever was just named, closed by a comma, without a mark or another clause inside.
_RELATIVE = re.compile(r", ((?:which|who) (?:ha[sd]|[a-z]{3,20}ed)\b[^,;:()\"“”—\n]{8,120}),(?= )")
# What was talked at or after, and what became of it, at the end of a sentence: "after the talks, which lasted an hour".
_TAIL = re.compile(
    r"\b(?:after|before|during|following|at|in) ((?:the|a|an|its|their|his|her) [^,;:()\"“”—\n]{3,80}, "
    r"which ((?:ha[sd]|was|were|[a-z]{3,20}ed)\b[^,;:()\"“”—\n]{4,120}))\.$"
)
# What joins an event to the words that came with it: "a day after [Roe said]".
_BEFORE_WORDS = re.compile(
    r",? (?:(?:(?:just|shortly|soon|hours?|days?|a day|a week|weeks|minutes|moments|even) )?(?:after|before)"
    r"|as|while|when) $"
)
_LONGEST_HINGE = 24
# A thing with a clause on it; a claim or a fact has its own content there.
_OF_WHICH = re.compile(
    r"\b(?P<thing>(?:a|an|the|any|its|their|his|her) (?:[\w-]+ ){0,2}"
    r"(?!fact|idea|news|view|belief|notion)[\w-]+(?<!claim)(?<!report)(?<!charge)),? (?:that|which) $"
)
# Where `text.clauses` may cut.
_CUT = re.compile(r";|,\s+(?:but|while|whereas|and|yet)\s", re.IGNORECASE)
# A question claims nothing; the others end headings and what is cut off.
_NO_CLAIM = ("?", ":", "…", "...")
# Below this a body "sentence" is a fragment or a heading; a headline may be shorter.
_FEWEST_WORDS = 4
_FEWEST_HEADLINE_WORDS = 3
# "Under the deal, rebels and officials will", "such guns are not covered by this agreement".
_OF_ACCORD = re.compile(
    r"\b(?:under|by|in) (?:the terms of )?(?:the|this|that|their|its|a) (?:[\w-]{1,20} ){0,3}?"
    r"(?:agreement|deal|accord|pact|treaty|truce|ceasefire|protocol|communiqu[eé])\b",
    re.IGNORECASE,
)
# What opens an item of a list at the head of its line, and the letters in which it stands.
BULLET = re.compile(r"(?:^|\n)[ \t]{0,8}(?:[•▪‣●◦*·–-]|\(?\d{1,2}[.)]|\([a-z]\))[ \t]{1,4}$")
MARK = 16
# A paper that a list may tell the terms of, and the letters within which it is named before an item.
PAPER = re.compile(
    r"\b(?:communiqu[eé]|agreement|accord|deal|pact|protocol|minutes|memorandum|joint (?:statement|report|declaration)"
    r"|small print|(?:agreed|the) terms)\b",
    re.IGNORECASE,
)
_LIST = 700
# What joins a deed to the words that follow it, and the least characters a deed is told in.
_AND_THEN = re.compile(r",? and $")
_DEED = 40


def narrated_clauses(text: str, sentence: Span, said: Sequence[Span], quotes: Sequence[Quote]) -> list[Span]:
    """
    Return the clauses of a sentence that its author asserts, connectives at their head left off.

    `said` are the stretches of the sentence that belong to attributions: a clause touching one is not narrated.
    `quotes` are those that may reach into the sentence.

    >>> text = "The envoys met in Geneva, but they did not agree."
    >>> [clause.of(text) for clause in narrated_clauses(text, Span(0, 49), [], [])]
    ['The envoys met in Geneva', 'they did not agree.']
    """
    whole = _CUT.search(text, sentence.start, sentence.end) is None
    if whole and said and (meeting := [span.start for span in said if span.meets(sentence)]):
        # Nothing to cut at: the sentence is one clause, and some of it is somebody else's.
        before = _before_relative(text, sentence.start, min(meeting))
        return [before] if before is not None and not text.endswith(_NO_CLAIM, before.start, sentence.end) else []
    if text.endswith(_NO_CLAIM, sentence.start, sentence.end) or _META.match(text, sentence.start, sentence.end):
        return []
    if whole:
        return [] if not said and _in_speech(sentence, quotes) else [trim(text, sentence)]
    found = []
    for clause in clauses(text, sentence):
        if _in_speech(clause, quotes):
            continue
        meeting = [stretch.start for stretch in said if stretch.meets(clause)]
        if not meeting:
            found.append(trim(text, clause))
        elif (before := _before_words(text, clause.start, min(meeting))) is not None:
            found.append(before)
    return found


def _before_words(text: str, start: int, said: int) -> Span | None:
    """Return what somebody is told to have done before speaking: "She counted six dead, and called theirs a lie"."""
    match = _AND_THEN.search(text, max(start, said - 8), said)
    deed = Span(start, match.start()) if match and match.start() - start >= _DEED else None
    return deed or _before_relative(text, start, said)


def _before_relative(text: str, start: int, said: int) -> Span | None:
    """Return what is told before somebody's words on its last thing: "no way to a truce [that Roe urges on us]"."""
    match = _OF_WHICH.search(text, max(start, said - _LONGEST_HINGE * 2), said)
    return Span(start, match.end("thing")) if match and match.end("thing") - start >= _DEED else None


def relative_clause(text: str, sentence: Span, said: Sequence[Span]) -> tuple[Span, int] | None:
    """
    Return what a sentence tells of a speaker beside his words, its pronoun included, and where his name ends.

    >>> text = "The union, which had called the strike in May, rejected the offer."
    >>> relative_clause(text, Span(0, len(text)), [Span(47, 65)])[0].of(text)
    'which had called the strike in May'
    """
    match = _RELATIVE.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    clause = Span(match.start(1), match.end(1))
    return None if any(span.meets(clause) for span in said) else (clause, match.start())


def tail_clause(text: str, sentence: Span, said: Sequence[Span]) -> tuple[Span, int] | None:
    """
    Return what a sentence tells of the occasion on which somebody spoke, and where the telling begins in it.

    >>> text = "The levy will go, Roe said after the debate in Marn, which lasted nine hours."
    >>> span, start = tail_clause(text, Span(0, len(text)), [Span(0, 26)])
    >>> span.of(text), text[start:]
    ('the debate in Marn, which lasted nine hours', 'lasted nine hours.')
    """
    end = max((span.end for span in said), default=sentence.end)
    match = _TAIL.search(text, end, sentence.end) if end < sentence.end else None
    return (Span(match.start(1), match.end(1)), match.start(2)) if match else None


def lead_clause(text: str, sentence: Span, said: Sequence[Span]) -> Span | None:
    """
    Return what a sentence tells itself before somebody's words that came with it: "[Arland shut the port] after ...".

    >>> text = "Arland shut the port of Vell on Tuesday after Sudland accused it of smuggling."
    >>> lead_clause(text, Span(0, len(text)), [Span(46, len(text))]).of(text)
    'Arland shut the port of Vell on Tuesday'
    """
    start = min((span.start for span in said), default=sentence.start)
    match = _BEFORE_WORDS.search(text, max(sentence.start, start - _LONGEST_HINGE), start)
    if match is None or match.start() - sentence.start < _DEED - 10 or "," in text[sentence.start : match.start()]:
        return None
    return Span(sentence.start, match.start())


def headline_scene(text: str, headline: Span, said: Sequence[Span]) -> Span | None:
    """
    Return what a headline tells in the paper's own voice after somebody's words: "Roe vows to stay as [strike ends]".

    >>> text = "Arland says levy to stay as strike ends"
    >>> headline_scene(text, Span(0, len(text)), [Span(0, 24)]).of(text)
    'strike ends'
    """
    end = max((span.end for span in said), default=headline.end)
    return Span(end + 4, headline.end) if text.startswith(" as ", end) and end + 4 < headline.end else None


def strip_span(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    words = text[span.start : span.end]
    bare = words.strip()
    if len(bare) == len(words):
        return span
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(bare))


def is_background(text: str, clause: Span) -> bool:
    """
    Tell whether a clause of an opinion piece or interview only says who somebody is or where people talked.

    >>> text = "Ada Brunn spoke to The Harbour Post in Tessel."
    >>> is_background(text, Span(0, len(text)))
    True
    """
    return clause.end - clause.start < 200 and _BACKGROUND.match(text, clause.start, clause.end) is not None


def is_of_accord(text: str, clause: Span) -> bool:
    """
    Tell whether a clause says what is to be under a deal: it states that, whoever is named.

    >>> text = "Under the peace deal, rebels and officials alike will waive any claim to posts."
    >>> is_of_accord(text, Span(0, len(text)))
    True
    """
    return _OF_ACCORD.search(text, clause.start, clause.end) is not None


def is_listed(text: str, clause: Span) -> bool:
    r"""
    Tell whether a clause is an item of a list below the name of an accord: it says what that brings.

    >>> text = "The communique:\n\n• Arland cuts its levy to 10% on 3 May"
    >>> is_listed(text, Span(19, len(text)))
    True
    """
    if BULLET.search(text, max(0, clause.start - MARK), clause.start) is None:
        return False
    return PAPER.search(text, max(0, clause.start - _LIST), clause.start) is not None


def is_statement(
    words: Words,
    clause: Span,
    *,
    headline: bool,
    eventful: bool,
    opinion: bool,
    verb: int | None = None,
    held: bool = False,
    text: str = "",
) -> bool:
    """
    Tell whether a narrated clause asserts something: long enough, a finite verb, not addressed to the reader.

    `eventful` says that it names an actor, holds a figure or tells of an act; `verb` is the word that tells of it,
    `held` that the clause says what somebody thinks or wants. A headline needs no finite verb, nor does an item of a
    list under an accord's name in `text`.
    """
    places = words.inside(clause)
    low = words.low[places.start : places.stop]
    eventful, listed = eventful or is_of_accord(text, clause), is_listed(text, clause)
    # Marks count as words here; the limits are low enough for that not to matter.
    count = len(low) - (low[-1:] == ["."])
    if not eventful or count < (_FEWEST_HEADLINE_WORDS if headline else _FEWEST_WORDS):
        return False
    if _holds_telling(low):
        return False
    if not _SECOND_PERSON.isdisjoint(low) or (not opinion and _is_first_person(low)):
        return False
    if held or (verb is not None and verb > places.start and is_told(words.low, verb)):
        return True
    # A full stop after eight words or more: a sentence, whatever its verb looks like ("Exports fund schools abroad").
    if headline or listed or (low[-1] == "." and count >= 8):
        return True
    return any(is_finite(low, place) for place in range(len(low)))


def may_answer(words: Words, clause: Span, *, headline: bool) -> bool:
    """
    Tell whether a clause that states nothing by itself may answer what stands before it: "This was rejected."

    Nothing is that speaks to the reader, or of the report's own making, but "we understand" at its end.
    """
    places = words.inside(clause)
    low = words.low[places.start : places.stop]
    if low[-4:-1] == [",", "we", "understand"]:
        low = low[:-4]
    ours = not _SECOND_PERSON.isdisjoint(low) or _is_first_person(low)
    finite = not ONLY_VERBS.isdisjoint(low[1:]) or any(is_finite(low, place) for place in range(len(low)))
    return not headline and not ours and finite


def may_tell(words: Words, clause: Span, *, headline: bool) -> bool:
    """
    Tell whether a clause may tell of an act that no listed word names: words enough, and a finite verb or a full stop.

    A byline, a caption or a scrap of a table has none ("Meridian Wire + 5"); a headline needs only the words. That
    somebody did not respond tells of no act of his.
    """
    places = words.inside(clause)
    low = words.low[places.start : places.stop]
    if sum(word.isalpha() for word in low) < _FEWEST_WORDS or SILENT.search(" ".join(low)):
        return False
    return headline or low[-1] == "." or any(is_finite(low, place) for place in range(len(low)))


def _is_first_person(low: Sequence[str]) -> bool:
    """Tell whether a report speaks of its own making ("we asked", "our correspondent"); "our sailors" tells."""
    if "our" in low and not _NOT_OURS.isdisjoint(low):
        return True
    return not _FIRST_PERSON.isdisjoint(low)


def _holds_telling(low: Sequence[str]) -> bool:
    """Tell whether somebody's "..., she said, ..." stands inside: whoever it is, it is not the article's own voice."""
    if _TOLD.isdisjoint(low):
        return False
    for place in range(2, len(low) - 1):
        if low[place] in _TOLD and low[place + 1] in {",", "."} and "," in low[max(0, place - 6) : place]:
            return True
    return False


def is_told(low: Sequence[str], verb: int) -> bool:
    """
    Tell whether a verb in the present after its subject ("wants Arland to leave") makes a clause; no infinitive does.

    >>> is_told(["arland", "wants", "peace"], 1), is_told(["a", "bid", "to", "end"], 3)
    (True, False)
    >>> is_told(["the", "envoys", "meet", "again"], 2)
    True
    """
    before = low[verb - 1]
    return before != "to" and (low[verb].endswith("s") or (before.endswith("s") and not before.endswith("ss")))


def is_finite(low: Sequence[str], place: int) -> bool:
    """
    Tell whether the word at `place` may be a finite verb: an auxiliary or a past form.

    >>> is_finite(["envoys", "met"], 1), is_finite(["in", "geneva"], 1)
    (True, False)
    """
    word = low[place]
    if word in AUXILIARIES:
        return word not in {"'s", "being", "be", "been", "get", "getting", "having"} or word == "'s"
    if place == 0:
        return False
    if (word.endswith("ed") and len(word) > 3) or (word in ONLY_VERBS and low[place - 1] != "to"):
        return True
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return low[place + 1 : place + 2] != [] and low[place + 1] in _AFTER_PRESENT
    return lemma_of(word) is not None


def _in_speech(clause: Span, quotes: Sequence[Quote]) -> bool:
    """Tell whether a clause is more quotation than narration, or touches an invented dialogue."""
    quoted = 0
    for quote in quotes:
        if quote.start >= clause.end or quote.end <= clause.start or quote.parent is not None:
            continue
        if quote.kind == "dialogue":
            return True
        if quote.kind == "speech":
            quoted += min(quote.end, clause.end) - max(quote.start, clause.start)
    return quoted * 2 > clause.end - clause.start
