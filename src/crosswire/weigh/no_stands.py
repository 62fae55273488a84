"""Sentences whose act is no stand in talks: a notice, a procedure, what an accord says, what one's own side is told."""

import re
from collections.abc import Callable, Mapping

from crosswire.model import Actor, Statement
from crosswire.text.effects import tells_effect

_ASKS = frozenset({"DEMAND", "APPEAL"})
_UNASKED = re.compile(
    r"\b(?:stop(?:s|ped)|ceas(?:es|ed)|quit|no longer|without|instead of) "
    r"(?:asking|demanding|calling|insisting|pressing)\b"
)
# "I want nobody to sail in that belief" asks nobody for anything.
_NOBODY = re.compile(r"\bwant(?:s|ed)? (?:nobody|no one|none of (?:us|you|them)) to\b")
# "Called for Arland to be admitted" asks others; "called for Arland to spend less" tells its own.
_TO_BE = re.compile(r"\bto be \w+(?:ed|en|t)\b")
# "If that is approved, we will carry it out" is how things go, and no price.
_PROCEDURE = re.compile(
    r"\bif (?:that|this|it) (?:is|gets|was) (?:\w+ly )?(?:approved|ratified|adopted|confirmed|passed)\b", re.I
)
_CHANCE = re.compile(
    r"\b(?:might|may) (?:still |well )?(?:have|stand|get) (?:an?|some|the) (?:\w+ )?(?:chance|hope|prospect|shot)\b"
)
_NOTICE = re.compile(
    r"\b(?:will|would) (?:\w+ )?(?:(?:be in|be at|visit|travel to|fly to|arrive in|pay a visit to|tour) [A-Z]"
    r"|(?:attend|send|dispatch) (?:the|its|their|his|her|an?) (?:\w+ )?(?:delegation|team|envoys?|negotiators?|talks))"
)
# "The two sides would now work on it": who says so promises nothing of his own.
_OF_ALL = re.compile(
    r"(?:that )?(?:(?:the )?(?:two|both|three|rival|warring)|the|each|neither|either) "
    r"(?:sides?|parties|party|governments|countries|delegations?|teams?|negotiators)\b",
    re.I,
)
# "The day by which it had promised to start": a promise of the past, whose keeping is told.
_HAD = re.compile(r"\bhad (?:\w+ )?(?:\w+)?$")
# "We are ready to take any decision, up to halting relations", "promises to respond": threats, given to nobody.
_THREAT = re.compile(
    r"\b(?:ready|prepared|willing|promis\w+|vow\w+|pledg\w+) to (?:resume (?:the )?(?:fighting|war|attacks|strikes)"
    r"|fight|strike|attack|retaliate|respond to|use force|go to war|take any (?:decisions?|measures?|steps?|action))\b"
    r"|\b(?:halt|end|cut|break|sever)\w*(?: off)? (?:all )?(?:relations|ties|contacts)\b",
    re.I,
)
_GIVES = frozenset({"OFFER", "PROMISE"})
# ... but everybody asks for those against himself to be lifted.
_LIFTED = re.compile(
    r"\b(?:lift|eas|remov|end|drop|suspen|reli|waiv|scrap|repeal|revok|abolish|halt|stop|cancel|withdr|free|must go"
    r"|no\b|not\b|without\b)",
    re.I,
)
# To dismiss concerns or allegations turns down nothing that is bargained over.
_CLAIMED = re.compile(
    r"\b(?:dismiss|reject|refut|rebuff|rebut|shrug|brush|wave|laugh)\w*(?: (?:off|aside|away))? (?:[\w’'-]+ ){0,3}?"
    r"(?:concerns?|fears?|worries|doubts|allegations?|accusations?|criticisms?|rumou?rs?|speculation|suggestions?"
    r"|capacity|ability|effects?|impact|significance|importance|notion|arguments?"
    r"|insinuations?|remarks?|comments?|(?:reports?|claims?|charges?|warnings?)(?= (?:that|of|by|from|as)\b))\b",
    re.I,
)
# "Insists its programme is peaceful", "insisted it would carry on": says how things are, and asks nobody for anything.
_ASSERTS = re.compile(
    r"\b(?:insist|maintain)\w*,? (?:that )?(?:(?:its|his|her|their|the|our|[A-Z][\w-]+['’]s) (?:[\w-]+ ){1,4}?"
    r"(?:is|are|was|were) (?!entitled\b|(?:in)?alienable|non-negotiable)"
    r"|(?:it|he|she|they|we) (?:would|will|had|has|is|was|were) "
    r"(?!ha(?:ve|d) to\b|(?:no |never |not |n't )|(?:a|the|every) right\b|entitled\b))"
)
# "Does not want atomic weapons": an assurance, and no answer to anybody's demand.
_UNARMED = re.compile(
    r"\b(?:not|n['’]t|never|no longer) (?:want|wants|seek|seeking|need|pursu\w+|build\w*|develop\w*|mak\w+|after) "
    r"(?:to (?:build|have|make|get|acquire|develop|own) )?(?:[\w-]+ ){0,3}(?:weapons?|bombs?|warheads?|arsenals?)\b",
    re.IGNORECASE,
)
# "Softened its stance": on what, and by how much, that does not say.
_TONE = re.compile(
    r"\b(?:soften|eas|moderat|temper|ton|chang|shift)\w*(?: down)? (?:its|his|her|their|the) (?:[\w-]+ ){0,2}"
    r"(?:stance|position|line|tone|rhetoric|stand|tune|approach)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"\b(?:agree|sign|settl|conclud|initial|reach|struck|strik|shook|seal|swap|exchang|truce|cease|deal|accord|treaty|pact"
    r"|protocol|terms|compromise|understanding|joint|consensus|commit|set|fix|adopt|approv|accept|extend|renew)",
    re.I,
)
# A paper, and what else names the form of talks.
_FORM = "process_format"
_PAPER = re.compile(
    r"\b(?:memorand\w+|drafts?|road ?maps?|timetables?|frameworks?|documents?|(?:peace|point) plan)\b", re.I
)
_TALKS = re.compile(
    r"\b(?:talks|rounds?|negotiat\w+|delegations?|venue|agenda|meet\w*|dialogue|phase|working groups?|format)\b", re.I
)
_VOW = re.compile(r"(?:[\w’'-]+ ){0,4}?(?:commitment|pledge|promise|assurance|undertaking)s?\b", re.I)
# "If she fails, the talks should end" says what others ought to do then.
_OUGHT = re.compile(r"\b[Ii]f [^,;.]{3,60}, [^;.]{3,120}\bshould\b")
_DUE = re.compile(r"\b(?:is|are|was|were) (?:due|scheduled|expected|slated) to (?:be|take|begin|start|open|happen)\b")
_ONLOOKERS = re.compile(
    r"(?:(?:the|some|many|most|several|other|local|foreign|western|political|media|press|news|unconfirmed) )*"
    r"(?:observers?|analysts?|experts?|commentators?|critics|pundits?|reports?|rumou?rs?|speculation)\b",
    re.I,
)
# "Five resolutions demand", "the so-called papers suggest": what a paper holds is nobody's word.
_PAPERS_SAY = re.compile(
    r"(?:[\w’'-]+ ){0,5}?(?:resolutions?|papers|cables|leaks?|files|archives|minutes|transcripts?)(?: \d+)?$",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\b(?:offer\w*|ready|willing|prepared|propos\w+|happy|glad) "
    r"(?:to (?:\w+ )?host\b|[A-Z][\w’'-]+ as (?:an?|the|its) venue\b)"
)
_PRONOUN = re.compile(r"(?:he|she|(?:his|her|its|their|my|our) .*)$", re.IGNORECASE | re.DOTALL)
# "If it does this, Arland will further isolate itself": a warning, and no price of who says so.
_WARNED = re.compile(
    r"\b[Ii]f (?P<who>[\w’'.-]+)[^,;.]{3,80}, (?:then )?(?P<doer>(?:the )?[\w’'.-]+(?: [A-Z][\w’'.-]+)*) "
    r"(?:will|would)\b"
)
_PAPERS = "terms|deal|agreement|accord|plan|pact|proposal|draft"
_TERMS = re.compile(rf"\bunder (?:the|this|that|its|an?) (?:[\w'’“”\"-]+ ){{0,3}}(?:{_PAPERS})\b", re.I)
_POST = re.compile(
    r"\b(?:will|would) (?:remain|stay (?:on|in)|serve as)\b"
    r"|\b(?:carry out|discharge|perform|fulfil) (?:his|her|its|their|the) (?:duty|duties|functions|tasks?|work)\b"
)
_GOALS = re.compile(r"\b(?:goals?|aims?|objectives?) (?:of [^,;.]{1,40} )?(?:will|would|shall) be \w+")
_UNREAL = re.compile(r"\b(?:would|could|might) have (?:\w+ly )?\w+(?:ed|en)\b")
_WE_FOUND = re.compile(r"\b[Ii]t (?:was|is|has been) (?:also |then )?agreed that\b")


def has_no_voice(said: Statement) -> bool:
    """Tell whether nobody takes a stand by a statement: it asks something, or who tells it looks on or is not known."""
    return is_question(said) or _is_from_onlookers(said)


def is_host(words: str) -> bool:
    """Tell whether words offer no more than a place to talk in: "has offered to host the talks"."""
    return _HOST.search(words) is not None


def is_question(said: Statement) -> bool:
    """Tell whether a statement asks something, and takes no stand by it."""
    return said.realis == "questioned" or (said.mode != "direct" and said.evidence.quote.rstrip().endswith("?"))


def takes_none(said: Statement) -> bool:
    """Tell whether a statement's own act, or the act it tells of, is no side's stand."""
    if _is_from_whom(said):
        return True
    words = " ".join(said.evidence.quote.split())
    if said.act == "CONDITION":
        return _PROCEDURE.search(words) is not None or _CHANCE.search(words) is not None
    if said.act == "PROMISE":
        terms = said.mode == "narrated" and _TERMS.search(words) is not None
        terms = terms or _is_of_all(said) or _was_promised(said)
        return terms or any(one.search(words) for one in (_POST, _GOALS))
    if said.act == "STATE" and said.event is not None and _UNREAL.search(words) is not None:
        return True  # "under that draft Arland would have agreed to it"
    if said.event == "AGREE_JOINT" and _AGREES.search(words) is None:
        return True  # "Arland, Borland and Norland have recalled their envoys": each its own
    # One body's finding, and no agreement of all whom it names.
    return said.event == "AGREE_JOINT" and said.speaker is not None and _WE_FOUND.search(words) is not None


def _is_of_all(said: Statement) -> bool:
    """Tell whether what is said to come is what both sides will do: "the two sides would now work on it"."""
    if not said.contents:
        return False
    start = said.evidence.start
    return _OF_ALL.match(said.evidence.quote[max(0, said.contents[0].start - start) :]) is not None


def _was_promised(said: Statement) -> bool:
    """Tell whether a promise is told of as made long before: "the day by which Arland had promised to start"."""
    before = said.evidence.quote[: max(0, said.cue.end - said.evidence.start)] if said.cue is not None else ""
    return said.lemma != "say" and _HAD.search(before) is not None


def only_tells(act: str, words: str) -> bool:
    """
    Tell whether words threaten, answer a charge, or say where somebody will be and whom he will send to talks.

    >>> only_tells("PROMISE", "Roe will be in Lima on Monday."), only_tells("PROMISE", "Arland will open its port.")
    (True, False)
    """
    if act in _GIVES and _THREAT.search(words) is not None:
        return True
    if act == "CONDITION" and tells_effect(words):
        return True
    if act in ("PROMISE", "CONDITION") and _DUE.search(words) is not None:
        return True
    if act == "REJECT" and _CLAIMED.search(words) is not None:
        return True
    if act in ("DEMAND", "RED_LINE") and _ASSERTS.search(words) is not None:
        return True
    if act == "REJECT" and _UNARMED.search(words) is not None:
        return True
    if act == "CONCEDE" and _TONE.search(words) is not None:
        return True
    return act == "PROMISE" and _NOTICE.search(words) is not None


def _is_from_onlookers(said: Statement) -> bool:
    """Tell whether those tell of a side's stand who only look on: observers, analysts, "reports"."""
    return said.speaker is None and said.unnamed is not None and _ONLOOKERS.match(said.unnamed) is not None


def _is_from_whom(said: Statement) -> bool:
    """Tell whether all that is known of who tells a stand is a pronoun or a paper: "his nation promised"."""
    if said.speaker is not None or said.unnamed is None:
        return False
    return _PRONOUN.match(said.unnamed) is not None or _PAPERS_SAY.match(said.unnamed.rstrip(" ,")) is not None


def is_warning(said: Statement, party: str, actors: Mapping[str, Actor], side: Callable[[str], str]) -> bool:
    """Tell whether a condition only says what another will bring upon himself: "if it does, Arland will pay for it"."""
    if _OUGHT.search(" ".join(said.evidence.quote.split())) is not None:
        return True
    match = _WARNED.search(said.evidence.quote) if said.mode != "narrated" else None
    if match is None:
        return False
    if match["doer"] in ("it", "they", "he", "she"):
        return match["who"] in ("it", "they", "he", "she")
    named = match["doer"].removeprefix("the ")
    others = (actors[one] for one in said.actors if one in actors and side(one) != party)
    return any(named in (one.name, *one.names) for one in others)


def only_papers(act: str, words: str, issue: str) -> bool:
    """
    Tell whether words name the form of talks by a paper alone: who hands one over puts nothing about the talks.

    >>> only_papers("PROPOSE", "handed over its memorandum only today", "process_format")
    True
    >>> only_papers("PROPOSE", "proposed a second round of talks", "process_format")
    False
    """
    if act not in ("PROPOSE", "OFFER", "PROMISE") or issue != _FORM or _PAPER.search(words) is None:
        return False
    return _TALKS.search(words) is None


def is_noun(words: str) -> bool:
    """Tell whether a promise is named by a noun: "Arland's commitment to withdraw"."""
    return _VOW.match(words) is not None


def asks_nobody(said: Statement, act: str, party: str, target: str | None, side: Callable[[str], str]) -> bool:
    """Tell whether who asks has stopped asking, or only tells his own side what to do."""
    if act not in _ASKS:
        return False
    words = said.evidence.quote
    own = target is not None and side(target) == party and not _TO_BE.search(words)
    # Nobody asks for measures against himself: it was another who spoke.
    struck = said.event_target if said.event == "SANCTION" and not _LIFTED.search(words) else None
    own = own or (struck is not None and side(struck) == party)
    return own or _UNASKED.search(words) is not None or _NOBODY.search(words) is not None


def is_term(said: Statement) -> bool:
    """Tell whether what a side would do is what a plan or an accord says it would."""
    return _TERMS.search(said.evidence.quote) is not None
