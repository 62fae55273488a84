"""What one sentence holds besides its main act: a look back, a demand and its answer, and why something was agreed."""

import re
from collections.abc import Callable, Iterable, Mapping

import msgspec

from crosswire.model import Actor, Move, Statement

from .held import STANCE, Held
from .no_stands import is_term
from .topics import Topics

# "It had rejected them in any form a week earlier": what was said then is of then.
_BACK = re.compile(
    r"\bhad (?:\w+ ){0,3}\w+(?:ed|en|t)\b[^.;]{0,80}\b(?:days?|weeks?|months?|years?) (?:earlier|before)\b",
    re.IGNORECASE,
)
# "It had refused to join until he agreed to a vote": he has, and it has.
_UNTIL = re.compile(
    r"\bhad (?:\w+ly )?(?:refused|declined|rejected|resisted|opposed|insisted|demanded)\b[^,;.]{3,90}\buntil "
    r"(?:he|she|it|they|[A-Z]\w+) (?:agreed|accepted|gave|dropped|withdrew|yielded|relented|promised|changed)\b"
    r"|\bhad until (?:now|then|recently|lately|this week|last week)\b"
)
# "Who only weeks ago ruled out any deal": no stand of today.
_ONCE = re.compile(
    r"\bwho (?:only (?:a )?|just (?:a )?|once|had once|initially|originally|at first|until recently)\b[^,;.]{0,60}$"
    r"|\bhad (?:first|initially|originally|at first|previously) \w+(?: \w+){0,6} ?$"
    r"|\b(?:has|have) (?:previously|in the past) \w+(?: \w+){0,6} ?$"
)
# "An earlier text rejected by Arland", "has previously ruled it out": of then, too.
_FORMER = re.compile(
    r"\b(?:earlier|previous|prior|former) (?:[\w-]+ ){0,3}?(?:rejected|refused|dismissed|vetoed|opposed|turned down|"
    r"accepted|agreed)\b"
    r"|\b(?:rejected|refused|dismissed|vetoed|blocked|opposed|turned down) (?:[\w-]+ ){0,2}?"
    r"(?:earlier|previous|past|prior) "
)
_PREVIOUSLY = re.compile(r"\b(?:has|have) (?:previously|in the past) \w+")
_KEEPS = re.compile(
    r"\b(?:refus\w+|declin\w+|unwilling|not (?:prepared|ready|willing)) to (?:drop|give up|abandon|withdraw|soften|"
    r"waive|renounce|retreat from|back (?:down|away) (?:from|on)|budge (?:from|on)) (?:his|her|its|their) "
    r"(?:\w+ ){0,3}(?:demand|insistence|call|claim|condition|precondition)s?\b",
    re.IGNORECASE,
)
# "Earlier this week Arland had refused": a report leads with what is, and goes back to what was.
_EARLIER = re.compile(
    r"(?:(?:But|And) )?(?:Earlier|Previously|Initially|Originally|At first|Until (?:now|then|recently))\b"
    r"(?! (?:on|today))"
)
_TO_PLACE = re.compile(r"\b(?:to|in|into|from|inside|across) (?:the )?$")
# Characters before a clause in which "who once" stands.
_REACH = 60
# After these stands why or when it was agreed, and not with whom.
_WHY = re.compile(r"\b(?:after|once|because|since|when|while|following)\b")
_MEETING = re.compile(r"\bagreed? (?:\w+ ){0,2}to (?:meet|talk|speak|sit down|come back|return)\b")
# Nobody has taken the stand that he "may accept" or "should refuse"; who "could not accept" it has.
_POSSIBLE = re.compile(
    r"\b(?:(?:may|might|could)\b(?! not)|(?:should|must|ought to|needs? to|have to|has to|had to)\b)"
)
_UNSEEN = re.compile(r"\bshow(?:s|n|ed|ing)? (?:no|little|few) (?:signs?|indications?) (?:that|of)\b")
_WAITS = re.compile(r"\b(?:wants?|wanted|waits?|waiting|would like) to see (?:whether|if|how)\b")
# "It is likely she offered him a post": a report's guess.
_LIKELY = re.compile(
    r"\b[Ii]t (?:is|was|seems|seemed) (?:\w+ )?(?:likely|unlikely|possible|probable)(?: that)? (?!to\b)"
)
# Who will discuss a thing has put none.
_TALKED_OVER = frozenset({"discuss", "debate", "consider", "weigh", "mull"})
# "If Arland rejects it, ...", "whether Arland accepts it": what is only supposed opens before the teller's name.
_SUPPOSED = re.compile(r"\b(?:if|unless|whether|in case|should)\b[^,;:.]{0,120}$", re.IGNORECASE)
# "That Arland was not keeping the deal": what another has or has not done.
_FACT = re.compile(
    r"(?:that )?(?:the )?(?P<who>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}) "
    r"(?:government |side |regime |leadership |authorities )?"
    r"(?:(?:is|was|are|were) (?:not|never) \w+ing|(?:has|have|had) (?:not |never |[“\"'])\w+|did not \w+)\b"
)
# "The new draft would allow Arland to mine": what a paper would do is no offer of whom it names.
_PAPER = re.compile(
    r"\b(?:agreement|deal|draft|framework|paper|plan|proposal|resolution|text|version)s? (?:[\w-]+ ){0,3}?would\b"
)
_UNDER = re.compile(r"\b(?:under|by) which\b[^,;.]{0,40}$")
_NO_ANSWER = re.compile(r"\b(?:not|n['’]t) (?:yet )?(?:\w+ly )?(?:yet )?(?:respond|repl|answer|react|decided)")
_NAMED = r"(?:the )?[A-Z][\w.'’-]*(?: (?:of (?:the )?)?[A-Z][\w.'’-]*){0,4}"
# "A deal brokered by Oria and Vale": neither is bound by it.
_BROKERED = re.compile(
    r"\b(?:(?:mediated|brokered|facilitated|hosted|sponsored|overseen|supervised|arranged) by"
    r"|with the (?:help|support|assistance|backing|mediation|participation) of|under the auspices of) (?:the )?"
    rf"(?P<who>{_NAMED}(?:, {_NAMED})*(?:,? and {_NAMED})?|[^,;:()]+)"
)
# Stems of words by which somebody answers a reporter, and no party.
_SILENT = frozenset({"comment"})
_SIDES, _PAIR = frozenset({"state", "group", "body"}), 2
_WANTS = frozenset({"demand", "offer", "condition"})
_ANSWERS = frozenset({"ACCEPT", "REJECT", "RED_LINE"})
_WHICH = re.compile(r",\swhich\s(?:(?:had|has|have|once|also)\s)*$")
_THEIR_DEAL = re.compile(
    r"['’]s (?:[\w’'-]+ ){1,5}(?:was|were|is|been|being) (?:\w+ly )?(?:signed|agreed|reached|struck|concluded|sealed)\b"
    r"(?!.* by\b)"
)


def looks_back(said: Statement) -> bool:
    """
    Tell whether a report's own words tell of a stance taken long before what it reports.

    Or of one that is yet to be taken: who "wants to see whether" something is done only waits, and who "has shown no
    sign that" he will do a thing has not said so.
    """
    if said.mode != "direct" and _EARLIER.match(said.evidence.quote) is not None:
        return True
    if said.mode not in ("narrated", "indirect"):
        return False
    if _UNTIL.search(said.evidence.quote) is not None:
        return True
    if said.act == "DEMAND" and _WAITS.search(said.evidence.quote) is not None:
        return True
    if _UNSEEN.search(said.evidence.quote) is not None:
        return True
    told = said.cue.end - said.evidence.start if said.cue is not None else None
    if _PREVIOUSLY.search(said.evidence.quote[:told]) is not None:
        return True
    return "had" in said.evidence.quote.lower() and _BACK.search(" ".join(said.evidence.quote.split())) is not None


def as_kept(held: Held) -> Held:
    """Return a no to giving up what the party itself wants as the demand: "refused to drop her demand for a vote"."""
    keeps = held.act == "REJECT" and _KEEPS.search(held.statement.evidence.quote) is not None
    return msgspec.structs.replace(held, act="DEMAND", stance=STANCE["DEMAND"]) if keeps else held


def is_of_once(said: Statement, move: Move) -> bool:
    """Tell whether a clause tells of a stand that is one no more: "Roe, who only weeks ago ruled out any deal"."""
    start = said.evidence.start
    before = said.evidence.quote[max(0, move.clause.start - start - _REACH) : move.span.start - start]
    clause = said.evidence.quote[max(0, move.clause.start - start) : max(0, move.clause.end - start)]
    return _ONCE.search(before) is not None or _FORMER.search(clause) is not None


def is_aside(said: Statement, move: Move) -> bool:
    """Tell whether a clause says by the way who somebody is: "called on Arland, which pushed for the truce, to act"."""
    before = said.evidence.quote[: max(0, move.clause.start - said.evidence.start)]
    return _WHICH.search(before) is not None


def is_deal_of(words: str) -> bool:
    """Tell whether words call a paper somebody's, and not by whom it was made: "Arland's peace deal was signed"."""
    return _THEIR_DEAL.search(words) is not None


def is_possible(said: Statement) -> bool:
    """Tell whether its telling leaves open that a stance was taken: "may accept", "should refuse", "it is likely"."""
    if said.cue is None:
        return said.mode == "narrated" and _LIKELY.search(said.evidence.quote) is not None
    if said.lemma in _TALKED_OVER:
        return True
    start = said.evidence.start
    first = min(said.cue.start, said.source.start) if said.source is not None else said.cue.start
    if _LIKELY.search(said.evidence.quote, 0, max(0, said.cue.start - start)) is not None:
        return True
    if STANCE.get(said.act) and _SUPPOSED.search(said.evidence.quote[: max(0, first - start)]) is not None:
        return True
    named = said.source is not None and said.source.end <= said.cue.start
    first = first if named else said.cue.start  # "Arland will have to accept it"
    return _POSSIBLE.search(said.evidence.quote[max(0, first - start) : said.cue.end - start]) is not None


def is_of_paper(said: Statement) -> bool:
    """Tell whether what a side would get or do is what a paper says, and not what that side offers."""
    return said.speaker is None and _PAPER.search(said.evidence.quote) is not None


def is_term_of_paper(said: Statement, move: Move) -> bool:
    """Tell whether a clause tells what a side would do by a paper: "a text under which Arland would cap it"."""
    if is_term(said):
        return True
    before = said.evidence.quote[: max(0, move.span.start - said.evidence.start)]
    return _UNDER.search(before) is not None


def gives_no_answer(said: Statement) -> bool:
    """
    Tell whether no party was answered: "declined to comment", "Arland has not formally responded to the text".

    Nor is what a report calls an earlier text, which somebody rejected.
    """
    if _FORMER.search(said.evidence.quote) is not None:
        return True
    return not _SILENT.isdisjoint(said.terms) or (
        (said.negated or said.realis == "negated") and _NO_ANSWER.search(said.evidence.quote) is not None
    )


def only_meets(said: Statement, topics: Topics) -> bool:
    """Tell whether sides agree to no more than to meet: that answers nothing that was asked before."""
    words = said.evidence.quote
    bare = said.act == "AGREE_JOINT" and _MEETING.search(words) is not None
    return bare and not topics.named(words, said.issues)


def tells_of_another(said: Statement, act: str, holder: str, actors: Mapping[str, Actor]) -> bool:
    """
    Tell whether a no is a fact told of another side: "Oria told the council that Arland was not keeping the truce".

    "Oria said Arland could never keep it" is its own no to what Arland may do.
    """
    known = actors.get(holder)
    if act != "REJECT" or said.mode not in ("indirect", "mixed") or known is None or not said.contents:
        return False
    start = said.evidence.start
    words = said.evidence.quote[max(0, said.contents[0].start - start) :]
    told = _FACT.match(words)
    own = (*known.names, known.name, "it", "they")
    return told is not None and not any(told["who"].lower() == one.lower() for one in own)


def asked_within(
    said: Statement, move: Move, party: str, topics: Topics, side: Callable[[str], str]
) -> tuple[str, ...]:
    """Return the issue that an answer's own sentence puts before it: "A demands arbitration; B refuses it"."""
    holder = said.agent or said.speaker
    if not move.back or move.issues or move.act not in _ANSWERS or holder is None or side(holder) == party:
        return ()
    if STANCE.get(said.act.partition(".")[0]) not in _WANTS:
        return ()
    first = topics.of(said, told=False, joint=False)
    return (first,) if first is not None else ()


def go_betweens(said: Statement, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Return the actors that a sentence names as those who brokered or host what it tells of: "mediated by Oria"."""
    match = _BROKERED.search(" ".join(said.evidence.quote.split()))
    named = ((one, actors[one]) for one in said.actors if one in actors) if match is not None else ()
    spelt = match["who"] if match is not None else ""
    return frozenset(
        one
        for one, known in named
        if any(re.search(rf"\b{re.escape(name)}\b", spelt) for name in (known.name, *known.names))
    )


def announced(
    said: Statement, holder: str, actors: Mapping[str, Actor], side: Callable[[str], str]
) -> tuple[str, ...] | None:
    """
    Return the two sides of whose agreement a third tells: "Oria announces that Arland and Vale have agreed to".

    Of a deal that others brokered only who announced it is known: "Arland announced a deal mediated by Oria".
    """
    between = {side(one) for one in go_betweens(said, actors)} - {side(holder)}
    if between:
        named = (actors[one] for one in (said.event_target, said.target) if one is not None and one in actors)
        partners = [side(one.id) for one in named if one.kind in _SIDES and side(one.id) not in between]
        return tuple(dict.fromkeys((side(holder), *partners[:1])))
    if said.source is None or said.cue is None or (known := actors.get(holder)) is None:
        return None
    words, start = said.evidence.quote, said.evidence.start
    source = words[max(0, said.source.start - start) : max(0, said.source.end - start)]
    if not any(re.search(rf"\b{re.escape(name)}\b", source) for name in (known.name, *known.names)):
        return None
    acting = {one for one in said.actors if one in actors and actors[one].kind in _SIDES}
    others = {side(one) for one in acting} - {side(holder)}
    return tuple(sorted(others)) if len(others) == _PAIR else None


def named_with(
    said: Statement, sides: Iterable[str], actors: Mapping[str, Actor], side: Callable[[str], str]
) -> set[str]:
    """Return the sides that a joint act's sentence names before it says why: "agreed to a pause after B raised ..."."""
    words = " ".join(said.evidence.quote.split())
    named: dict[str, list[str]] = {}
    for one in said.actors:
        if one in actors:
            named.setdefault(side(one), []).extend(actors[one].names or (actors[one].name,))
    # "Signed with local partners to return its business to Arland": where it is done is no partner.
    sides = {one for one in sides if not _only_a_place(words, named.get(one, ()))}
    why = _WHY.search(words)
    if why is None:
        return sides
    # A side that only the reason names took no part in it.
    later, head = words[why.start() :], words[: why.start()]
    return {one for one in sides if not _only_in(later, head, named.get(one, ()))}


def _only_a_place(words: str, names: Iterable[str]) -> bool:
    """Tell whether a sentence names a side only as where something goes or comes from."""
    spelt = "|".join(re.escape(one) for one in sorted(names, key=lambda one: (-len(one), one)) if one)
    if not spelt or not (told := list(re.finditer(rf"\b(?:{spelt})\b", words))):
        return False
    return all(_TO_PLACE.search(words, max(0, one.start() - _REACH), one.start()) is not None for one in told)


def _only_in(later: str, head: str, names: Iterable[str]) -> bool:
    listed = list(names)
    return any(name in later for name in listed) and not any(name in head for name in listed)
