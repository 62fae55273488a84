"""What somebody announces that he will do himself: a threat of harm, a promise, or what he makes it hang on."""

import re
from collections.abc import Collection

from crosswire.model import Statement
from crosswire.text.effects import tells_effect

# What makes one thing hang on another.
_HANGS = re.compile(
    r"\b(?:(?<!even )(?<!only )if|unless|until|provided|as long as|so long as|(?<!at )once"
    r"|(?:only|unless and until) (?:when|after|if)|in (?:exchange|return) for|depend\w*|condition\w*|contingent"
    r"|subject to(?! (?:an? |the )?(?:\d|tariff|dut|tax|lev|fee|fine|charge|sanction|search))"
    r"|without)\b"
)
# A condition that its sentence only points to.
_POINTS = re.compile(r"^\W*(?:if (?:so|not|that|this|it|they|he|she|these|those)\b|otherwise\b|in that case\b)")
# The clause that tells of the promise or threat beside what its sentence is about.
_ASIDE = re.compile(
    r"\b(?:who|whom|whose|which|that|what|when|after|before|because|since|while|whether|where|as)\b[^,;:.“”\"]*$"
)
# "Despite repeated pledges by the minister to go": told of why they count for little.
_DESPITE = re.compile(r"\b(?:despite|in spite of|notwithstanding)\b[^,;:.“”\"]*$")
_EARLIER = re.compile(r"\bhad\b(?: \w+){0,2} $")
# What speaks in no one's name: terms of a paper and sums, not what somebody makes a thing hang on.
_PAPERS = re.compile(
    r"\b(?:agreements?|bills?|calculations?|deals?|documents?|drafts?|estimates?|figures|laws?|memorandums?|motions?"
    r"|plans?|polls?|proposals?|resolutions?|rules?|studies|study|surveys?|texts?|treaty)(?: \d+)?$"
)
# "Recalled that it had offered to": told of an earlier day.
_BEFORE = re.compile(
    r"^\W*(?:that )?(?:[\w'’-]+ ){1,4}had (?:\w+ly )?"
    r"(?:agreed|offered|pledged|promised|proposed|threatened|vowed|warned)\b"
)
_PROMISES = ("assure", "commit", "guarantee", "pledge", "promise", "swear", "undertake", "vow")
# A deed of the speaker's own: "that it would", "we will". What he asks of others is none.
_OWN = re.compile(
    r"^\W*(?:that )?(?:\w+ly )?(?:it|they|we|i|he|she)\b(?:['’]ll| (?:also |now |then )?(?:will|would|shall|is|are|was"
    r"|were|plan\w*|intend\w*))\b"
)
_ASKING = re.compile(
    r"\b(?:will|would|shall|['’]ll) (?:\w+ly |also |continue to |keep )?(?:urge|urging|ask|asking|call|calling|hope"
    r"|seek|try|press|pressing|appeal|argue|say|insist)\b"
)
# "Threatened with being sued": it befalls the subject. An object stands between the verb and "with" in the active.
_BEFALLS = re.compile(r"\b(?:(?:is|are|was|were|be|been|being) (?:\w+ly )?threatened|threatened (?:with|by))\b")
_MINE = re.compile(r"\b(?:i|we|my|our|us|me)\b")
# What nobody thinks of doing: "if we wanted it, we would say so".
_SUPPOSED = re.compile(
    r"\bif (?:i|we|you|he|she|it|they|[\w'’-]+) (?:really |ever |had )?"
    r"(?:wanted|were|wished|had|meant|intended)\b.*\bwould\b"
)
# A slogan: no deed that anybody could look for.
_SLOGAN = re.compile(
    r"\bnot (?:one|a single|an?) (?:[\w'’-]+ )?(?:\w*met(?:er|re)|inch|foot|yard|mile|stone|drop|grain|step)\b"
    r"|\bnever\b"
)
_NOT = re.compile(r"^\W*(?:[\w'’-]+ ){1,6}(?:will|would|shall) not\b")
# The harm that somebody announces, whoever is its subject; consequences are his only where he makes them hang on you.
_HARM = re.compile(
    r"\b(?:retaliat\w*|reveng\w*|aveng\w*|vengeance|retribution|reprisals?|regret\w*|punish\w*|iron (?:fist|hand)"
    r"|crush\w*|annihilat\w*|destroy\w*|wipe|hell|heavy price|pay (?:a|the) price|the price|lesson"
    r"|lives of|respond (?:strongly|harshly|decisively|forcefully|firmly|in kind|with (?:force|strength))"
    r"|strike back|hit back|fire back|all options)\b"
)
_CONSEQUENCES = re.compile(r"\bconsequences?\b(?! of\b)")
# What one side can do to another of itself.
_BLOWS = re.compile(
    r"\b(?:attack|ban|bar|block|blockade|bomb|boycott|break off|cancel|close|cut|cut off|deport|dismantle|end|expel"
    r"|fight|freeze|halt|impose|invade|leave|pull out|quit|raise|refer|reject|resume|revoke|seize|shut|stop|strike|sue"
    r"|suspend|tear up|turn to|veto|walk away|walk out|withdraw|withhold)\b"
)


def is_said(lead: Statement) -> bool:
    """Tell whether somebody says it: what a report tells of itself is its own outlook."""
    return lead.mode != "narrated" and (lead.speaker or lead.unnamed) is not None


def is_aside(lead: Statement) -> bool:
    """Tell whether it is told beside the matter: "the minister, who has promised to", "a day after it had vowed to"."""
    if _BEFORE.search(_said(lead)):
        return True
    if lead.cue is None or not lead.evidence.start <= lead.cue.start < lead.evidence.end:
        return False
    before = lead.evidence.quote[: lead.cue.start - lead.evidence.start].casefold()
    if _DESPITE.search(before):
        return True
    if lead.source is not None and lead.source.start > lead.cue.start:
        return False
    return _ASIDE.search(before) is not None or _EARLIER.search(before) is not None


def is_threat(lead: Statement, names: Collection[str] = ()) -> bool:
    """Tell whether a side, by one of `names`, announces harm it can do, against what somebody fears or foresees."""
    if lead.act != "THREATEN" or lead.realis not in ("future", "conditional") or lead.negated or lead.opinion:
        return False
    words = " ".join(lead.evidence.quote.casefold().split())
    said = _said(lead)
    if lead.mode == "narrated":  # "closed the crossing and warned of other consequences if ..."
        harm = _CONSEQUENCES.search(words) or _HARM.search(words)
        return lead.agent is not None and "warned" in words and bool(harm) and _HANGS.search(words) is not None
    if not is_said(lead) or is_aside(lead) or _BEFALLS.search(words) or _SUPPOSED.search(words):
        return False
    if lead.lemma is not None and lead.lemma.startswith("threat"):
        return lead.speaker is not None
    hangs = _HANGS.search(words) is not None
    if _HARM.search(said) or (hangs and _CONSEQUENCES.search(said)):
        return True
    own = _OWN.search(said) is not None or said.removeprefix("that ").startswith(
        tuple(f"{name.casefold()} w" for name in names)
    )
    if _BLOWS.search(said) is not None and (own or hangs):
        return True
    # "If they come back, the lists stay in my drawer", "warned that it would not wait".
    mine = lead.mode in ("direct", "mixed") and _MINE.search(said) is not None
    return (hangs and (own or mine)) or (own and _NOT.search(said) is not None)


def is_promise(lead: Statement, defiant: Collection[str] = ()) -> bool:
    """Tell whether somebody undertakes a deed of his own; `defiant` are words of a fight that nobody waits for."""
    if lead.act != "PROMISE" or lead.realis not in ("future", "conditional") or lead.opinion or not is_said(lead):
        return False
    said, words = _said(lead), " ".join(lead.evidence.quote.casefold().split())
    if is_aside(lead) or _ASKING.search(said) or _HARM.search(said) or not set(defiant).isdisjoint(said.split()[:12]):
        return False
    if _SLOGAN.search(words) and not lead.times:
        return False
    if lead.unnamed is not None and lead.unnamed.casefold().startswith(("none", "neither", "no ", "few")):
        return False
    if lead.lemma is not None and lead.lemma.startswith(_PROMISES):
        return True
    return _OWN.search(said) is not None or lead.mode in ("direct", "mixed")


def is_condition(lead: Statement, *, dated: bool) -> bool:
    """Tell whether somebody says on what a thing hangs; `dated` that what he says plainly has its day."""
    if lead.opinion or lead.negated or not is_said(lead) or is_aside(lead):
        return False
    if lead.unnamed is not None and _PAPERS.search(lead.unnamed.casefold().strip()):
        return False
    words = " ".join(lead.evidence.quote.casefold().split())
    if _POINTS.search(words) and not any(one.kind == "actor" for one in lead.resolved):
        return False
    if tells_effect(words):
        return False
    if lead.act == "CONDITION":
        return True
    # "The strike would resume on 9 December if the offer was voted down": somebody's plain words, with a day.
    plain = lead.act != "STATE" or (lead.speaker is not None and dated)
    return lead.act != "DENY" and _HANGS.search(words) is not None and lead.realis == "conditional" and plain


def _said(lead: Statement) -> str:
    """Return what is said, without what stands around it."""
    quote, start = lead.evidence.quote, lead.evidence.start
    parts = (quote[max(0, one.start - start) : max(0, one.end - start)] for one in lead.contents)
    return " ".join(" ".join(parts).casefold().split())
