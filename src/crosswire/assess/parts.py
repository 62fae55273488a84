"""The parts of a question: what it takes for granted, and each thing it asks."""

import re
from typing import Literal

import msgspec

from crosswire.text.clauses import has_clause
from crosswire.text.tokens import stem, terms

Ask = Literal[
    "premise",
    "state",
    "offers",
    "kept",
    "wants",
    "obstacles",
    "why",
    "prospects",
    "advice",
    "right",
    "whether",
    "holding",
    "count",
    "who",
    "when",
]

# The words analysts put a request in; they say what is wanted, not what it is about.
_REQUEST = frozenset(
    "ahead assess assessment analysis answer best brief current currently date depth detail detailed expect explain "
    "far give happen happening in-depth know known latest likely most much next now outlook overview picture please "
    "prospect prospects question recent report reports say says situation state status summary sum tell think "
    "understand update up-to-date view want wants what when where which who why will".split()
)
REQUEST_STEMS = frozenset(stem(word) for word in _REQUEST) | _REQUEST

_RIGHT = r"\bwho(?: is|'s|’s) (?:right|lying|telling the truth|to blame)\b|\bis it true\b"

_IN_THE_WAY = (
    r"\b(?:stand\w* )?in the way\b|\bobstacles?\b|\bsticking points?\b|\bdeadlock\w*"
    r"|\b(?:keep|hold|set|driv)(?:s|ing)? (?:[\w’'-]+ ){1,6}?apart\b|\bhow far apart\b|\b(?:divid|separat)(?:es|ing)\b"
    r"|\bdisagree(?:s|ments?)?\b|\bdiffer(?:s|ences?)?\b|\bat odds\b|\b(?:stand|still) apart\b|\bclash(?:es)?\b"
    r"|\bhold(?:s|ing)? (?:[\w’'-]+ ){1,3}?(?:up|back)\b"
    r"|\bwho(?: is|'s|’s) (?:blocking|holding up|obstructing|stalling|vetoing)\b(?: whom\b)?"
)

GIVING = (
    "offer(?:ed|ing)?|give[ns]?|giving|gave|concede[ds]?|conceding|promise[ds]?|promising|pledge[ds]?|pledging|"
    "agree[ds]?(?: to)?|agreeing|propose[ds]?|proposing|commit(?:ted)?|put forward"
)
_KEEPING = (
    r"\bwhat (?:has|have|had|did) .{0,80}\b(?:deliver|kept|keep|fulfil|honou?r|implement|done so far)\w*"
    r"|\b(?:kept|keep|keeping|fulfil\w*|honou?r\w*|broken|broke|delivered on|lived? up to|stuck to)"
    r" (?:\w+ ){0,2}?(?:promises?|pledges?|commitments?|word|undertakings?|side of the deal)\b"
    r"|\bwhich of (?:the|its|their|these) (?:promises|pledges|commitments|undertakings)\b.{0,120}"
    r"\b(?:kept|met|delivered|fulfilled|honou?red|broken)\b|\bbecome of (?:the|their|th[eo]se) (?:promises|pledges)\b"
    r"|\b(?:kept|keeping|delivered|done|broken) what (?:it|they|each|he|she) (?:promised|pledged|agreed|undertook)\b"
    r"|^(?:has|have|did) (?:it|they|he|she|each|both|either)(?: (?:side|party|government)s?)? (?:deliver|kept|keep)"
)
# Asked of what was concluded, or of "it": a place or an office is held otherwise.
_HOLDING = (
    r"^(?!will |would |could |can ).{0,80}\b(?:cease-?fire|truce|armistice|deal|agreement|accord|pact|pause|it|they)\b"
    r"(?: (?:between|with|in|of|on|over) [^?,;]{1,60}?)? (?:(?:still|really|actually|being|been|largely) ){0,2}"
    r"(?:hold(?:s|ing)?|held|observed|respected|honou?red|kept|broken|violated|breached|in force)"
    r"(?: up| so far| now)?\??$"
)
# What a part asks for by its words; the first that stands decides.
_ASKS: tuple[tuple[Ask, str], ...] = (
    ("advice", r"\bshould\b|\bwhat (?:can|must)\b|\brecommend"),
    ("right", _RIGHT),
    ("why", r"\bwhy\b|\breasons?\b|\bcauses?\b|\bmotiv|\bwhat (?:explains|is behind)\b"),
    ("count", r"\bhow (?:many|much)\b|\bnumber of\b"),
    ("when", r"\bwhen\b|\bwhat date\b|\bhow soon\b|\bby what (?:day|date)\b"),
    ("holding", _HOLDING),
    ("kept", _KEEPING),
    ("wants", r"\bwhat (?:do|does|did) .{1,80} (?:want|demand|ask)|\bpositions?\b|\bdemands?\b"),
    ("offers", r"\bwhat (?:has|have|had|did|does|do|is|are|was|were|would) .{1,80} (?:" + GIVING + r")\b"),
    ("obstacles", _IN_THE_WAY),
    ("prospects", r"\bwill\b|\bsurviv(?:e|ing)\b|\bprospects?\b|\boutlook\b|\blikely\b|\bnext\b|\bexpect"),
    ("who", r"\bwho\b|\bwhom\b|\bwhose\b"),
    ("whether", r"^(?:is|are|was|were|do|does|did|has|have|had|can|could)\b"),
)
# Where one question ends and the next begins.
_BREAK = re.compile(
    r"(?<=[?;:])\s+|(?<=\w)[.!]\s+(?=[A-Z])"
    r"|,\s+(?=(?:what|why|how|will|should|is|are|does|did|who(?: is|'s|’s) right|which of"
    r"|(?:has|have) (?:each|both|either)|where (?:do|does|did|are|is|has|have))\b)"
    r"|\s+[-–—]\s+(?=(?:what|why|how|will|should|is|are|who|where)\b)"
    r"|,?\s+(?:and|but)\s+(?=(?:what|why|how|who|whose|when|where|which|will|should|is|are|do|does|did|has|have|can)\b)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:what|why|how|who|whom|whose|when|where|which|will|would|should|is|are|was|were|do|does|did|has|have|can|could|"
    r"give|tell|assess|explain|describe|summari[sz]e|list|report|please)\b",
    re.IGNORECASE,
)
# What part of a phrase names what is asked for, and nothing it is asked about.
_HAPPENS = r"\b(?:take|come|go|enter|be put)(?:s|n)? (?:into |in )?(?:effect|force|place|ahead)\b"
_IDIOM = re.compile(rf"{_RIGHT}|{_IN_THE_WAY}|{_HAPPENS}")
# A question has no more parts than a reader would count.
_MOST = 8


class QuestionPart(msgspec.Struct, frozen=True):
    """
    One part of a question: what it asks for, its words, and the stems left once the request's own are out.

    `issues` are the ids of those the words name, filled in where a vocabulary is at hand.
    """

    ask: Ask
    text: str
    terms: tuple[str, ...]
    issues: tuple[str, ...] = ()


def question_parts(question: str) -> tuple[QuestionPart, ...]:
    """
    Divide a question into what it takes for granted and what it asks.

    >>> [part.ask for part in question_parts("Oria says it is ready to talk: why now, and will Teland come?")]
    ['premise', 'why', 'prospects']
    >>> [part.ask for part in question_parts("Is the truce holding? Is Ostra held by the rebels?")]
    ['holding', 'whether']
    >>> question_parts("Will the ban take effect?")[0].terms
    ('ban',)
    >>> [part.ask for part in question_parts("The talks in Oria: what is your most up-to-date assessment?")]
    ['state', 'state']
    """
    pieces = [piece.strip(" \t\n,;:.") for piece in _BREAK.split(question)]
    pieces = [piece for piece in pieces if re.search(r"\w", piece)][:_MOST]
    parts: list[QuestionPart] = []
    for piece in pieces:
        # "Why did it do so?" is about what the part before it was about.
        about = subject(piece) or (parts[-1].terms if parts else ())
        parts.append(QuestionPart(_ask(piece), piece, about))
    return tuple(parts)


def subject(text: str) -> tuple[str, ...]:
    """Return the stems a piece of a question is about: the request's own words left out."""
    return tuple(term for term in terms(_IDIOM.sub(" ", text.casefold())) if term not in REQUEST_STEMS)


def _ask(piece: str) -> Ask:
    """Tell what a piece asks for; words that assert, and ask nothing, are its premise; a bare topic asserts nothing."""
    if not piece.endswith("?") and not _ASKING.match(piece) and len(subject(piece)) > 1 and has_clause(piece):
        return "premise"
    folded = piece.casefold()
    return next((ask for ask, pattern in _ASKS if re.search(pattern, folded)), "state")
