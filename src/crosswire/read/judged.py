"""What a trained reader says of the act a stretch performs, joined with what the rules say of it."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

import msgspec

from crosswire.model import Attribution, Mention, Realis, Span
from crosswire.read.act_classes import CONDITIONABLE, DEEDS, EASING, SANCTIONS
from crosswire.read.realis import Stance
from crosswire.read.scene import Act, Scene
from crosswire.read.silence import SILENT

# Chances above which the reader's act is taken: over no act by the rules in what somebody says and in what is told,
# over another act, and for no act at all. They were chosen on the gold's training sentences, read by layers trained
# without them, and raised where the demo cases' prose asked for it: there rules that see an act are right more often
# than a reader that sees another. No test played a part (bench/results/2026-11-22-acts.md).
OVER_NOTHING_SAID, OVER_NOTHING_TOLD = 0.5, 0.45
# A line called red that is none costs more than one that is missed.
OVER_NOTHING_FIRM = 0.8
OVER_ANOTHER = 0.88
NO_ACT = 0.97
# In what is told, a lower chance will do where next to nothing speaks for no act: which act may be open, that it is
# one is not. What somebody says is a statement in any case.
HARDLY_NOTHING, OVER_HARDLY_NOTHING = 0.1, 0.35
# For no act where the rules read an infinitive, which they often take for a deed: "the authority to approve it".
NO_ACT_INFINITIVE = 0.8
# Below this chance a rule's act is not defended by what the reader gives it.
UNSEEN = 0.03
# Realis: where the act is the reader's, and where it is the rules'.
REALIS, REALIS_ALONE = 0.6, 0.95
# A name takes part in an act where its words do with this chance.
PART = 0.5
# Words that conditions are put in.
_CONDITIONAL = frozenset(
    "if unless until only once provided providing condition conditions conditional conditioned conditionally return "
    "exchange without before should depends depend hinges contingent when long first subject".split()
)
# What they failed to agree on was not agreed.
_YES = frozenset({"ACCEPT", "AGREE_JOINT"})
_FAILED = re.compile(
    r"\b(?:fail\w*|unable|could not|did not|refus\w+) (?:\w+ )?(?:to )?(?:agree|reach|accept)\b"
    r"|\bwithout (?:an? )?(?:agreement|deal|accord)\b|\bno (?:agreement|deal|accord)\b"
)
# Who will "suspend additional tariffs" threatens nobody, nor who calls a paper an ultimatum; who sets no conditions
# draws no line, nor who says what others do ("is doing all it can not to yield"); and who has nothing new to report
# denies nothing.
_EASABLE = SANCTIONS | frozenset("tariff countermeasures measures controls curbs restrictions fees levies".split())
_NAMED = r"(?:call|describ|brand|denounc|dismiss|label|condemn|term)(?:s|es|ed|ing)?"
_ALL_IT_CAN = r"\b(?:doing|does|did|done) (?:everything|all|whatever|anything) (?:it|they|he|she) c(?:an|ould)\b"
_NOT_SO = {
    # What somebody's post or a deal's terms bring, and what one's own need is; a forecast is no proposal.
    "PROMISE": re.compile(
        r"\bunder (?:the|this|that|its|an?) (?:[\w'’-]+ ){0,3}(?:terms|deal|agreement|accord|plan|proposal|draft)\b"
        r"|\b(?:will|would) (?:\w+ly )?(?:remain|stay|be in|serve as|carry out (?:his|her|its|their) (?:dut|work|task))"
    ),
    "DEMAND": re.compile(
        r"\bwe (?:all |also )?(?:need|have|ought) to\b|\bwe (?:must|should)\b"
        r"|\b(?:some|any|every)(?:body|one) (?:has|needs|must|should)\b"
    ),
    "PROPOSE": re.compile(
        r"\bsuggest\w* (?:that )?(?:[\w'’-]+ ){1,6}(?:(?:could|might|may)\b(?! be)|(?:was|were|is|are|had|has)\b)"
    ),
    "THREATEN": re.compile(
        rf"\b(?:{'|'.join(sorted(EASING))}) (?:(?!(?:if|unless|or)\b)[\w'’]+ ){{0,9}}(?:{'|'.join(sorted(_EASABLE))})\b"
        r"|\bmeasures to (?:end|stop|curb|reduce|ensure|prevent)\b"
        rf"|\b{_NAMED} (?:\w+ ){{1,8}}(?:ultimatum|threat|blackmail|intimidation)\b"
        r"|\bwould be (?:\W ?)?(?:an? )?(?:\w+ )?(?:crazy|mad|madness|mistake|wrong|folly|foolish|disastrous|unwise)\b"
    ),
    "RED_LINE": re.compile(
        r"\b(?:not|no|never|without|n't) (?:\w+ ){0,5}(?:preconditions?|conditions|demands|insist\w*)\b"
        rf"|{_ALL_IT_CAN}"
    ),
    "REJECT": re.compile(rf"{_ALL_IT_CAN}|\b(?:refus|declin)\w+ to (?:rule out|exclude)\b"),
    "OFFER": re.compile(
        r"\b(?:ready|prepared|willing) to (?:\w+ly )?(?:fight|strike|attack|retaliate|use force|go to war|"
        r"(?:resume|continue|restart|go back to|return to) (?:the |its )?(?:fight|war|strikes|attacks|bomb|offens))"
    ),
    "DENY": re.compile(r"\bnothing (?:\W ?)?(?:(?:new|more|further) )?(?:\W ?)?(?:to (?:report|say|add|announce))\b"),
}
# What a threat holds out, or hangs on.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|wo|if|unless|otherwise|until|must|could|may|might|should|or else|going to|patience|options?"
    r"|consequences?|retaliat\w*|threat\w*|ultimatum|price|ready|prepared|reserves?|right to|deadline)\b|['’]ll\b"
)
_NONE = ("none", "STATE")
# What one can do for oneself alone; letters before the name that words open with: a mark, "that", "the".
_OWN, _OPENING = frozenset({"PROMISE", "OFFER"}), 9


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """
    How likely a stretch performs each act ("none" for no act), and stands to the world in each way.

    `sources` and `targets` say of each word in `words` how likely it names who acts, and on whom.
    """

    acts: Mapping[str, float]
    reales: Mapping[str, float]
    words: tuple[Span, ...] = ()
    sources: tuple[float, ...] = ()
    targets: tuple[float, ...] = ()


class Sight(Protocol):
    """One article as a trained reader saw it."""

    def ask(
        self, stretches: Sequence[Sequence[Span]], *, doubtful: Sequence[bool] = ()
    ) -> Callable[[], list[Judgement | None]]:
        """
        Ask about the words inside the spans of each stretch; the answer has None where there is nothing to judge.

        `doubtful` says of each whether it is to be judged in any case, not only where a glance sees an act. Answers
        asked for late are cheaper: what several articles ask is then judged together.
        """

    def meanings(self, stretches: Sequence[Sequence[Span]]) -> bytes:
        """Return a row of eight-bit numbers for each stretch: close where two mean much the same, 0 without words."""


class Asked(msgspec.Struct, frozen=True):
    """A stretch with an act by the rules, to `check`; or without, to `look` at and judge if it seems to tell any."""

    span: Span
    check: bool
    look: bool


def ask(sight: Sight, asked: Sequence[Asked]) -> Callable[[], Sequence[Judgement | None]]:
    """Ask about all at once; the answer has None where nothing is asked about, or a glance sees no act."""
    places = [number for number, one in enumerate(asked) if one.check or one.look]
    found = sight.ask([[asked[number].span] for number in places], doubtful=[asked[number].check for number in places])

    def answer() -> Sequence[Judgement | None]:
        judged = dict(zip(places, found(), strict=True))
        return [judged.get(number) for number in range(len(asked))]

    return answer


def told_span(attribution: Attribution, cues: Collection[Span] = ()) -> Span:
    """
    Return the stretch from the first to the last word of an attribution.

    Where a source has said something else before, by another of the `cues` ("Roe denied the raid and said she was
    ready"), its name is left out together with that.
    """
    source, cue = attribution.source, attribution.cue
    if source and cue and any(source.end <= other.start and other.end <= cue.start for other in cues):
        source = None
    parts = [*attribution.contents, *[part for part in (source, cue) if part]]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def settle_told(act: Act, judgement: Judgement | None, scene: Scene) -> Act:
    """Return the act that a clause of the article's own voice tells of."""
    if judgement is None:
        return act
    name = _settled(act, judgement, scene, told=True)
    stance = _stance(act.stance, judgement, scene, name, taken=name not in (act.act, "STATE"))
    if name == act.act:
        return msgspec.structs.replace(act, stance=stance) if stance != act.stance else act
    if name == "STATE":
        return Act("STATE", act.agent, None, None, None, None, stance, None)
    agent = act.agent or _named(judgement, judgement.sources, scene)
    target = _named(judgement, judgement.targets, scene)
    event = (act.event, act.event_agent, act.event_target) if act.event != name else (None, None, None)
    return Act(name, agent, target if target != agent else None, *event, stance, act.verb)


def settle_said(act: Act, judgement: Judgement | None, scene: Scene, attribution: Attribution) -> Act:
    """Return the act somebody performs with what he says; a deed he tells of is the event inside it."""
    if judgement is None:
        return act
    name = _settled(act, judgement, scene, told=False)
    if act.act == "STATE" and name == act.event and act.event_agent not in (None, attribution.speaker):
        return act  # he tells of another's act, and does not perform it
    if name in _OWN and act.act == "STATE" and _is_of_another(scene, attribution):
        return act  # "said Arland's president will hand over power"
    stance = _stance(act.stance, judgement, scene, name, taken=name not in (act.act, "STATE"))
    if name == act.act:
        return msgspec.structs.replace(act, stance=stance) if stance != act.stance else act
    if name == "STATE":
        event = (act.act, act.agent, act.target) if act.act in DEEDS else (act.event, act.event_agent, act.event_target)
        return Act("STATE", attribution.speaker, None, *event, stance, None)
    source, target = (_named(judgement, row, scene) for row in (judgement.sources, judgement.targets))
    if source in [link.actor for link in attribution.via]:
        source = None  # the agency that passed it on did nothing
    if name in DEEDS:
        if act.act != "STATE":
            return act
        agent = source or act.event_agent
        return Act("STATE", act.agent, None, name, agent, target if target != agent else None, stance, act.verb)
    agent = attribution.speaker or act.agent or source
    event = (act.act, act.agent, act.target) if act.act in DEEDS else (act.event, act.event_agent, act.event_target)
    return Act(name, agent, target if target != agent else None, *event, stance, act.verb)


def _is_of_another(scene: Scene, attribution: Attribution) -> bool:
    """Tell whether what somebody says opens with another actor's name, one of another side."""
    speaker = scene.actors.get(attribution.speaker or "")
    if speaker is None or not attribution.contents:
        return False
    start = attribution.contents[0].start
    found = next((one for one in scene.mentions if start <= one.full.start <= start + _OPENING), None)
    other = scene.actors.get(found.actor or "") if found is not None and found.kind != "pronoun" else None
    if other is None or other.kind == "place":
        return False
    return (
        other.id != speaker.id
        and other.id != speaker.party
        and (other.party or other.id) != (speaker.party or speaker.id)
    )


def _settled(act: Act, judgement: Judgement, scene: Scene, *, told: bool) -> str:
    rule = act.act
    words = _words(judgement, scene)
    if SILENT.search(words):
        return rule  # "neither confirmed nor denied"
    chances = judgement.acts
    nothing = sum(chances.get(name, 0.0) for name in _NONE)
    best = max((name for name in chances if name not in _NONE), key=lambda name: (chances[name], name), default=rule)
    if best in _NOT_SO and _NOT_SO[best].search(words):
        return rule
    if best == "THREATEN" and rule == "STATE" and "warn" in words and not _AHEAD.search(words):
        return rule  # "warned that the talks were at a dead end": nothing is to come of it
    if rule == "STATE":
        least = OVER_NOTHING_TOLD if told else OVER_NOTHING_SAID
        if told and nothing <= HARDLY_NOTHING:
            least = OVER_HARDLY_NOTHING
        if best == "RED_LINE":
            least = OVER_NOTHING_FIRM
        if best == "CONDITION" and _CONDITIONAL.isdisjoint(words.replace("should have", "").split()):
            return rule  # "for an evening, at least" makes none
        return best if chances.get(best, 0.0) >= least else rule
    if chances.get(rule, 0.0) >= UNSEEN:
        return rule
    if best == "CONDITION" and rule in CONDITIONABLE:
        return rule  # Conditions are words ("only if"): the rules looked for them and saw none.
    if chances.get(best, 0.0) >= OVER_ANOTHER:
        return best
    infinitive = act.verb is not None and act.verb > 0 and scene.words.low[act.verb - 1] == "to"
    return "STATE" if nothing >= (NO_ACT_INFINITIVE if infinitive else NO_ACT) else rule


def _words(judgement: Judgement, scene: Scene) -> str:
    """Return the words of a stretch in lower case, one blank between."""
    if not judgement.words:
        return ""
    places = scene.words.inside(Span(judgement.words[0].start, judgement.words[-1].end))
    return scene.words.join(places.start, places.stop)


def _stance(stance: Stance, judgement: Judgement, scene: Scene, act: str, *, taken: bool) -> Stance:
    if taken and act in _YES and _FAILED.search(_words(judgement, scene)):
        return Stance("negated", True)
    name = max(judgement.reales, key=lambda one: (judgement.reales[one], one))
    if judgement.reales[name] < (REALIS if taken else REALIS_ALONE) or name == stance.realis or name == "reported":
        return stance
    realis: Realis = name  # type: ignore[assignment]
    # "No longer insisted": the "not" stands before the rules' act, and is part of the one that was taken.
    return Stance(realis, realis == "negated" or (stance.negated and not (taken and realis == "actual")))


def _named(judgement: Judgement, chances: Sequence[float], scene: Scene) -> str | None:
    """Return the actor whose name the reader takes for the part most surely."""
    best: tuple[float, int] | None = None
    for word, chance in zip(judgement.words, chances, strict=True):
        if chance >= PART and (best is None or chance > best[0]):
            mention = _mention_at(scene.mentions, word)
            if mention is not None and scene.mentions[mention].actor is not None:
                best = (chance, mention)
    return scene.mentions[best[1]].actor if best else None


def _mention_at(mentions: Sequence[Mention], word: Span) -> int | None:
    return next((number for number, one in enumerate(mentions) if one.full.start <= word.start < one.full.end), None)
