"""Cluster statements that assert the same proposition, with a say for every member against every newcomer."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from crosswire.model import Claim, Evidence, Realis, Statement, Status

from .likeness import Likeness, Weights, candidate_pairs, compare
from .origins import Trace
from .propositions import Proposition, Sides, may_agree, same_act, shares_figure

# Weighted Jaccard two wordings need before they can be one claim. Read by eye on 38 pairs of BASIL sentences of one
# story by two outlets: from .25 to .33 about 33 say the same, from .20 to .25 about two in three.
ALIKE = 0.27
# Long sentences share much and differ in more: this overlap is enough when so many telling words are common.
LONG, LONG_TELLING = 0.22, 7
# A shorter report of the same: nearly all its words stand in the longer one.
# A fragment stands in many a sentence, so two voices need more of it.
INSIDE, INSIDE_LEAST, INSIDE_TELLING, INSIDE_VOICES = 0.85, 0.18, 4, 6
# Words besides names that must be common in any case; two voices that share three share a topic as often as a claim.
TELLING, TELLING_VOICES = 3, 4
# A short quotation has few words besides names: one speaker's must then be nearly all the same.
SAME_WORDS = 0.6
# One report seldom says a thing twice; what is alike in it develops the story.
SAME_REPORT = 0.5
# Added when something typed is missing that would speak for one claim.
OTHER_ACT, OTHER_VOICE, NO_SHARED_FIGURE = 0.06, 0.15, 0.06
# Every two members of a claim must be at least this alike: no chains.
KIN = 0.18
# Two people do not use the same words: quotations alike with two speakers are one, ascribed twice.
_QUOTED = frozenset({"direct", "mixed"})
_LATE = dt.date.max


def find_claims(propositions: Sequence[Proposition], weights: Weights, sides: Sides) -> list[tuple[Proposition, ...]]:
    """
    Group propositions into claims, each in date order.

    Identical ones are folded first, so that pasted copies cost nothing; then pairs join from the most alike down, when
    every member of the one group can stand beside every member of the other (complete link).
    """
    units = _identical(propositions)
    heads = [unit[0] for unit in units]
    pairs = []
    for one, other in candidate_pairs([head.words for head in heads], TELLING, KIN):
        likeness = compare(heads[one].words, heads[other].words, weights)
        if likeness.jaccard < KIN:
            continue
        margin = _margin(heads[one], heads[other], likeness)
        if margin >= 0 and may_agree(heads[one], heads[other], sides):
            pairs.append((-margin, one, other))
    home = list(range(len(units)))
    members = {at: [at] for at in home}
    for _, one, other in sorted(pairs):
        into, gone = sorted((home[one], home[other]))
        if into != gone and _kin(members[into], members[gone], heads, weights, sides):
            members[into] += members.pop(gone)
            for at in members[into]:
                home[at] = into
    groups = [[p for at in group for p in units[at]] for group in members.values()]
    return sorted((tuple(sorted(group, key=_date_order)) for group in groups), key=lambda g: _date_order(g[0]))


def _identical(propositions: Sequence[Proposition]) -> list[list[Proposition]]:
    units: dict[tuple[object, ...], list[Proposition]] = defaultdict(list)
    for item in sorted(propositions, key=_date_order):
        said = item.statement
        figures = tuple((f.unit, f.low, f.high, f.each, f.qualifier) for f in said.figures)
        when = (item.when.first, item.when.last) if item.when else None
        # Without a word to compare, only the very same sentence is the same.
        alone = None if len(item.words.terms) > 2 else said.evidence.quote
        key = (item.act, item.agent, item.target, item.negated, said.realis, said.speaker, said.unnamed is None)
        units[(*key, figures, when, item.published, tuple(sorted(item.words.terms)), alone)].append(item)
    return list(units.values())


def _margin(one: Proposition, other: Proposition, likeness: Likeness) -> float:
    """Return by how much the wording is more alike than these two statements need; negative for "no"."""
    speakers = one.statement.speaker, other.statement.speaker
    one_voice = speakers[0] == speakers[1] is not None
    least = TELLING if one_voice or likeness.jaccard >= SAME_WORDS else TELLING_VOICES
    if likeness.telling < least and not (one_voice and likeness.jaccard >= SAME_WORDS):
        return -1.0
    extra = 0.0
    if not same_act(one.act, other.act):
        extra += OTHER_ACT
    if not one_voice and None not in speakers:
        if one.statement.mode in _QUOTED and other.statement.mode in _QUOTED:
            return -1.0
        extra += OTHER_VOICE
    if not shares_figure(one, other):
        extra += NO_SHARED_FIGURE
    if one.family == other.family:
        return likeness.jaccard - SAME_REPORT - extra
    needs = [ALIKE]
    if likeness.telling >= LONG_TELLING:
        needs.append(LONG)
    if likeness.inside >= INSIDE and likeness.telling >= (INSIDE_TELLING if one_voice else INSIDE_VOICES):
        needs.append(INSIDE_LEAST)
    return likeness.jaccard - min(needs) - extra


def _kin(
    ours: Sequence[int], theirs: Sequence[int], heads: Sequence[Proposition], weights: Weights, sides: Sides
) -> bool:
    return all(
        may_agree(heads[a], heads[b], sides) and compare(heads[a].words, heads[b].words, weights).jaccard >= KIN
        for a in ours
        for b in theirs
    )


def _date_order(item: Proposition) -> tuple[dt.date, str, int, str]:
    said = item.statement
    return item.published or _LATE, said.article, said.evidence.start, said.id


def build_claim(group: Sequence[Proposition], traces: Mapping[str, Trace]) -> Claim:
    """Make the claim of a group: its lead, its independent origins and who reports it."""
    said = [item.statement for item in group]
    lead = lead_of(group)
    origins, reporters, camps = count_origins(group, traces)
    status: Status = "corroborated" if len(camps) > 1 else "single-origin"
    head = lead.statement
    dates = [item.published for item in group if item.published]
    return Claim(
        id=claim_id(said),
        lead=head.id,
        statements=tuple(s.id for s in said),
        origins=origins,
        status=status,
        evidence=_evidence(said),
        reporters=reporters,
        act=lead.act,
        agent=lead.agent or next((i.agent for i in group if i.agent), None),
        target=lead.target or next((i.target for i in group if i.target), None),
        actors=tuple(sorted({actor for s in said for actor in s.actors})),
        issues=tuple(sorted({issue for s in said for issue in s.issues})),
        realis=_realis(head),
        figures=head.figures,
        when=head.event_date or next((s.event_date for s in said if s.event_date), None),
        first=min(dates, default=None),
        last=max(dates, default=None),
        narrated=any(s.mode == "narrated" and not s.opinion for s in said),
    )


def claim_id(said: Sequence[Statement]) -> str:
    """Name a claim after its earliest statement, so that later reports of the same leave its id alone."""
    return "c" + blake2b(said[0].id.encode(), digest_size=5).hexdigest()


def _realis(statement: Statement) -> Realis:
    return "negated" if statement.negated and statement.realis == "actual" else statement.realis


def count_origins(
    group: Sequence[Proposition], traces: Mapping[str, Trace]
) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """
    Return the origins of what is claimed, the origins that report it, and the camps independence is counted by.

    Weak statements count only when nothing else stands behind the claim. An outlet that attributes the very claim to
    a named speaker in the same report (or a copy of it) has it from there, so its own sentence adds nothing; nor does
    its unnamed source, nor anybody's once a speaker is named.
    """
    strong = [item for item in group if not traces[item.statement.id].weak] or list(group)
    said = [(item.family, traces[item.statement.id]) for item in strong]
    attributed = {family for family, trace in said if trace.is_speaker}
    counted = [trace for family, trace in said if trace.is_speaker or trace.cited or family not in attributed]
    named = {trace.origin for trace in counted if not trace.is_unnamed}
    # An unnamed source may be the very speaker whom another report names.
    if any(trace.is_speaker for trace in counted):
        counted = [trace for trace in counted if not trace.is_unnamed]
    silent = {trace.origin for trace in counted if trace.is_unnamed and trace.reporter not in named}
    reporters = {trace.reporter for _, trace in said}
    camps = {trace.camp for trace in counted if not trace.is_unnamed}
    # Two outlets' unnamed sources may be one and the same person: together they count once.
    veiled = sorted({trace.camp for trace in counted if trace.is_unnamed} - camps)[:1]
    return tuple(sorted(named | silent)), tuple(sorted(reporters)), frozenset((*camps, *veiled))


def lead_of(group: Sequence[Proposition]) -> Proposition:
    """Return the statement that words the claim best for a reader: whole, self-contained, hedged where most are."""
    full = [item for item in group if not item.statement.headline] or list(group)
    hedged = 2 * Counter(item.statement.hedged for item in full)[True] >= len(full)

    def rank(item: Proposition) -> tuple[bool | int, ...]:
        said = item.statement
        words = len(said.evidence.quote.split())
        plain = said.mode == "narrated" or (said.mode == "direct" and said.speaker is not None)
        return (
            said.headline,
            said.dangling > 0,
            said.hedged != hedged,
            not 8 <= words <= 40,
            said.opinion,
            not plain,
            len(said.resolved),
        )

    return min(group, key=lambda item: (rank(item), _date_order(item)))


def _evidence(said: Sequence[Statement]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(s.evidence for s in said))
