"""
What a plan that nobody has accepted would have the parties do: its author's proposal, and no side's own word.

"Under the plan Arland would withdraw" is no undertaking of Arland's, and "the draft would require Arland to pay" no
demand of it. An accord is another matter: what it says, its parties have agreed to.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

import msgspec

from crosswire.model import Attribution, Mention, Reading, Span
from crosswire.read.scene import Act
from crosswire.read.words import fold
from crosswire.text.held import Held

_NOUNS = ("plan", "proposal", "draft", "blueprint", "roadmap", "outline", "initiative")
_TEXTS = ("text", "document", "paper", "copy", "version")
_NOUN, _TEXT = rf"(?:{'|'.join(_NOUNS)})s?", rf"(?:{'|'.join(_TEXTS)})"
_PAPERS = Held((*_NOUNS, *_TEXTS))
_OWN = r"(?:the|its|his|her|their|a|an|this|that|any|[A-Z][\w.’'-]{1,20}['’]s|[A-Z][\w.-]{1,20}s['’])"
_BETWEEN = r"(?: (?!would\b)[\w.’'“”\"-]{1,20}){0,4}?"
_TELLS = (
    r"(?:would|calls? for|called for|envisag\w+|envision\w*|foresees?|foresaw|requires?|required|stipulate[sd]?|"
    r"demand(?:s|ed)|proposes?|proposed|provide[sd]? for|sets? out)"
)
# "Under the plan Arland would ...", "the 12-point draft would require", "the plan calls for".
_OPENS = re.compile(
    rf"\bunder (?:the (?:terms|outline) of )?{_OWN}{_BETWEEN} (?:{_NOUN}|{_TEXT})\b[^.]{{0,300}}?\bwould\b"
    rf"|\b{_OWN}{_BETWEEN} {_NOUN}(?:,[^,.;]{{1,80}},)? (?:also )?{_TELLS}\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bwould\b")
# The plan's own words, where the report gives them without an author.
_PAPER = re.compile(rf"\b(?:{_NOUN}|{_TEXT})\b", re.IGNORECASE)
_KIND = r"(?:\d{1,3}-point|peace|ceasefire|truce|draft|new|latest|revised|settlement|proposed)"
_PLAN = re.compile(
    rf"(?:['’]s?(?: [\w.-]{{1,20}}){{0,3}}?|(?:-led|-backed|-drafted)?(?: {_KIND}){{0,3}}) {_NOUN}\b", re.IGNORECASE
)
# Paragraphs after one that opens a plan in which "would" is still its word.
_FAR = 2
_AUTHORS = frozenset({"state", "person", "party", "organisation", "bloc"})


class PlanTerms(msgspec.Struct, frozen=True):
    """The sentences that tell a plan's terms, by number, and who drew it up where the article says so."""

    sentences: frozenset[int]
    author: str | None = None


def find_plan_terms(text: str, reading: Reading) -> PlanTerms:
    """
    Return which sentences of an article tell what a plan would have done.

    >>> from crosswire.model import Article
    >>> from crosswire.packs import load
    >>> from crosswire.read import read_article
    >>> words = "Chile's plan was shown to reporters. Under the plan Peru would withdraw. It would pay for the road."
    >>> found = find_plan_terms(words, read_article(Article("a", words), load("core")))
    >>> sorted(found.sentences), found.author
    ([1, 2], 'CHL')
    """
    opens = _opening(text, tuple(reading.sentences))
    if not opens:
        return PlanTerms(frozenset())
    found: set[int] = set()
    opened: int | None = None
    spoken = {one.sentence for one in reading.attributions if one.speaker and not _is_ahead(text, one)}
    for number, sentence in enumerate(reading.sentences):
        paragraph = reading.paragraphs[number]
        if number in opens:
            opened = paragraph
            found.add(number)
            continue
        runs_on = opened is not None and paragraph - opened <= _FAR and number not in spoken
        if runs_on and _WOULD.search(text, sentence.start, sentence.end):
            opened = paragraph
            found.add(number)
    return PlanTerms(frozenset(found), _author(text, reading.mentions, reading) if found else None)


# Asked of every article twice, for its statements and for its pledges; a few articles are read side by side.
@lru_cache(maxsize=8)
def _opening(text: str, sentences: tuple[Span, ...]) -> frozenset[int]:
    """Return the sentences, by number, that open a plan's terms: of those that name a plan or a paper, as few do."""
    low = fold(text)
    starts = [sentence.start for sentence in sentences]
    named = {bisect_right(starts, at) - 1 for at in _PAPERS.places(low)}
    # Letters that a pattern takes for "s" and "i".
    asked = range(len(sentences)) if "ſ" in low or "ı" in low else sorted(named - {-1})
    return frozenset([at for at in asked if _OPENS.search(text, sentences[at].start, sentences[at].end)])


def as_proposed(act: Act, terms: PlanTerms, number: int, attribution: Attribution | None, text: str) -> Act:
    """Return the act of what sentence `number` states: a plan's term is its author's proposal, or a mere statement."""
    if number not in terms.sentences or (attribution is not None and not _is_of_paper(attribution, text)):
        return act
    told = (act.event, act.event_agent, act.event_target)
    event = told if act.act == "STATE" else (act.act, act.agent, act.target)
    if terms.author is None:
        return Act("STATE", None, None, *event, act.stance, act.verb)
    return Act("PROPOSE", terms.author, None, *event, act.stance, act.verb)


def _is_ahead(text: str, attribution: Attribution) -> bool:
    """Tell whether words are ones that somebody would say."""
    cue = attribution.cue
    return cue is not None and _WOULD.search(text, max(0, cue.start - 20), cue.end) is not None


def _is_of_paper(attribution: Attribution, text: str) -> bool:
    """Tell whether words are laid to the plan's own text and to nobody."""
    source = attribution.source
    return attribution.speaker is None and source is not None and _PAPER.search(source.of(text)) is not None


def _author(text: str, mentions: tuple[Mention, ...], reading: Reading) -> str | None:
    """Return the one actor whose plan the article calls it ("Chile's plan", "the Chilean proposal")."""
    kinds = {actor.id: actor.kind for actor in reading.actors}
    starts = [mention.start for mention in mentions]
    found: set[str] = set()
    for mention in mentions:
        if mention.actor is None or mention.kind == "pronoun" or kinds.get(mention.actor) not in _AUTHORS:
            continue
        match = _PLAN.match(text, mention.end)
        if match and bisect_left(starts, match.end()) == bisect_left(starts, mention.end):
            found.add(mention.actor)
    return next(iter(found)) if len(found) == 1 else None
