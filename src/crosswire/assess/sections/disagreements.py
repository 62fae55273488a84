"""Where accounts disagree: each dispute with its sides, in their own words."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.leaning import gives_only_a_day
from crosswire.assess.lines import claim_line, our_line
from crosswire.assess.select import Scores
from crosswire.assess.wording import alike, key
from crosswire.model import Dispute, DisputeKind, Line, Section, Side
from crosswire.text.tokens import terms

_MOST = 16
# What one sentence says and denies by itself is shown where it is at least so near to the question.
_RELEVANT = 0.15
# The share of a sentence of two accounts that its line keeps.
_WHOLE = 0.8
# Two sentences of both accounts that share so many of the shorter's stems are of one quarrel.
_SAME_QUARREL = 1 / 3
# A head and one line.
_ALONE = 2
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject|dismiss|refut|disput|contradict|rebut|disown|disavow|untrue|false|lies?\b|nonsense"
    r"|fabricat|baseless|groundless|not?\b|never|nothing|none|neither|nor\b|without)|n['’]t\b|(?<!\w)garbage",
    re.IGNORECASE,
)
# A denial of what only the sentences before it told, and the words of a line that says no more.
_SHORT = 14
_DENIES_THE = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)) (?:[\w’'-]+ ){0,3}"
    r"(?:the|that|this|those|these|any such)"
    r" (?:accusation|allegation|charge|claim|plan|proposal|report|story|suggestion)s?\.?$"
)
# Content words of a denial that points back and names nothing: "This was denied by the general staff".
_BARE = 5
_HEADS: dict[DisputeKind, str] = {
    "figure": "Reports give different figures:",
    "denial": "One side asserts what another denies:",
    "attribution": "Accounts differ on who is responsible:",
    "date": "Reports date the same event differently:",
    "characterisation": "Reports characterise the same event in ways that cannot both hold:",
    "position": "A party is told to hold what its own words do not bear out:",
}
_LABELS: dict[DisputeKind, str] = {
    "figure": "Figure",
    "denial": "Denial",
    "attribution": "Responsibility",
    "date": "Date",
    "characterisation": "Characterisation",
    "position": "Position",
}


def disagreements(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List the disputes that touch the question most, each side quoted with the origins behind it."""
    blocks: dict[frozenset[str], list[Line]] = {}
    for dispute in ranked_disputes(desk, scores):
        block = dispute_lines(desk, dispute) if _is_near(desk, dispute, scores) else []
        # A charge and its denial are a dispute of two kinds at once; the same two lines are shown but once.
        if block:
            blocks.setdefault(frozenset(line.id for line in block[1:]), block)
    lines = tuple(line for block in told_once(blocks.values())[:_MOST] for line in _shown(block))
    return Section("disagreements", "Where accounts disagree", lines) if lines else None


def _shown(block: list[Line]) -> list[Line]:
    """Return a block as it is shown: a line that tells both accounts, or only a denial, needs no head but its kind."""
    if len(block) != _ALONE:
        return block
    if block[0].text == _HEADS["denial"] and not _DENYING.search(block[1].text):
        return []  # the half of a sentence that only asserts
    if len(block[1].text.split()) <= _SHORT and _DENIES_THE.search(block[1].text):
        return []  # "denied having dropped the claim": nothing says which
    return [msgspec.structs.replace(block[1], label=block[0].label, level=0)]


def _is_near(desk: Desk, dispute: Dispute, scores: Scores) -> bool:
    """Tell whether a dispute has two claims, or touches the question."""
    claims = {one for side in dispute.sides for one in side.claims if one in desk.claims}
    return len(claims) > 1 or any(scores.relevance(desk.claims[one]) >= _RELEVANT for one in claims)


def told_once(blocks: Iterable[list[Line]]) -> list[list[Line]]:
    """Return the blocks without charges shown above: what denies one again in other words, or answers it, joins it."""
    shown: list[list[Line]] = []
    for block in blocks:
        if any(_is_one_quarrel(one, block) for one in shown):
            continue
        said = [key(line.text) for line in block[1:]]
        above = next((one for one in shown if _is_one_denial(one, block) and said and _is_told(one, said[0])), None)
        if above is None:
            shown.append(block)
        else:
            above += [line for line, words in zip(block[1:], said, strict=True) if not _is_told(above, words)]
    return shown


def _is_one_quarrel(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Tell whether two sentences, each of both accounts, tell of one old quarrel: reports repeat it for weeks."""
    heads = {one[0].text, other[0].text}
    if heads != {_HEADS["characterisation"]} or {len(one), len(other)} != {_ALONE}:
        return False
    words = [frozenset(terms(block[1].text)) for block in (one, other)]
    return len(words[0] & words[1]) >= _SAME_QUARREL * min(map(len, words))


def _is_one_denial(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Tell whether two blocks may be of one charge: who denies it, or who says that another is to blame."""
    return {one[0].text, other[0].text} <= {_HEADS["denial"], _HEADS["attribution"]}


def _is_told(block: Sequence[Line], words: frozenset[str]) -> bool:
    return any(alike(words, key(line.text)) for line in block[1:])


def ranked_disputes(desk: Desk, scores: Scores) -> list[Dispute]:
    """Return the disputes, those that touch the question most first."""

    def weight(dispute: Dispute) -> float:
        claims = [desk.claims[one] for side in dispute.sides for one in side.claims if one in desk.claims]
        return max((scores.score(claim) for claim in claims), default=0.0)

    return sorted(desk.dossier.disputes, key=lambda dispute: (-weight(dispute), dispute.id))


def dispute_lines(desk: Desk, dispute: Dispute) -> list[Line]:
    """
    Return a head and a line for each side; nothing unless two sides can be shown in words of their own.

    One sentence may tell of a claim and its denial: it is shown once.
    """
    sides = [line for side in dispute.sides if (line := _side(desk, side))]
    whole = dispute.kind == "denial" or len({one for side in dispute.sides for one in side.claims}) == 1
    if len(sides) == 1 and whole and _is_one_sentence(dispute):
        return [_head(dispute, sides), *sides]
    if len(sides) == 1 and (bare := _bare_denial(desk, dispute, sides[0])) is not None:
        return [_head(dispute, sides), sides[0], bare]
    if len(sides) < 2:
        return []
    if any(_tells_both(one, other) for one in sides for other in sides if one is not other):
        return [_head(dispute, sides), max(sides, key=lambda line: len(line.text))]
    if len({line.text for line in sides}) < 2:
        return [_head(dispute, sides), sides[-1]] if whole and _is_told_in_full(dispute, sides[-1]) else []
    # "Arland still says 14 May" is clear below the side that says of what.
    sides.sort(key=lambda line: gives_only_a_day(line.text))
    return [_head(dispute, sides), *sides]


def _tells_both(one: Line, other: Line) -> bool:
    """Tell whether a line holds all that another tells, both of one sentence: it is shown alone."""
    within = other.evidence[0].article == one.evidence[0].article and one.evidence[0].start <= other.evidence[0].start
    whole = within and other.evidence[0].end <= one.evidence[0].end and len(other.text) < len(one.text)
    return whole and len(key(other.text) - key(one.text)) == 0


def _bare_denial(desk: Desk, dispute: Dispute, asserted: Line) -> Line | None:
    """Return "Denied by Arland." where its words ("Arland denied this") say nothing by themselves."""
    denied = next((one for one in dispute.sides if one.label == "denied"), None)
    if dispute.kind != "denial" or denied is None or not set(asserted.claims).isdisjoint(denied.claims):
        return None
    for claim in (desk.claims[one] for one in denied.claims if one in desk.claims):
        for said in desk.voices(claim):
            who = said.speaker or said.agent
            if said.act == "DENY" and who is not None and len(said.terms) <= _BARE:
                text = f"Denied by {desk.name(who)}."
                line = our_line(text, (said.evidence,), claims=(claim.id,), origins=claim.origins)
                return msgspec.structs.replace(line, level=1)
    return None


def _is_one_sentence(dispute: Dispute) -> bool:
    """Tell whether one sentence tells of a charge and its denial, so that either's line shows both."""
    return len({side.evidence[0] for side in dispute.sides if side.evidence}) == 1


def _is_told_in_full(dispute: Dispute, line: Line) -> bool:
    """Tell whether a line that is to show two accounts is no mere clause of their sentence."""
    words = dispute.sides[0].evidence[0].quote if dispute.sides[0].evidence else ""
    return dispute.kind == "denial" or len(line.text) >= _WHOLE * len(words)


def _head(dispute: Dispute, sides: Sequence[Line]) -> Line:
    return our_line(
        _HEADS[dispute.kind],
        (line.evidence[0] for line in sides),
        claims=[one for line in sides for one in line.claims],
        origins=tuple(dict.fromkeys(one for line in sides for one in line.origins)),
        label=_label(dispute),
    )


def _label(dispute: Dispute) -> str:
    """Name the dispute by its kind, and by its topic where that is a word for a reader and no act's id."""
    told = dispute.kind in ("figure", "characterisation", "denial") and dispute.topic and not dispute.topic.isupper()
    return f"{_LABELS[dispute.kind]}: {dispute.topic}" if told else _LABELS[dispute.kind]


def _side(desk: Desk, side: Side) -> Line | None:
    # Who says in so many words that it is not so is shown before who says something else.
    plain = {one for one in side.claims if side.label == "denied" and one in desk.claims and _denies(desk, one)}
    for one in sorted(side.claims, key=lambda claim: claim not in plain):
        claim = desk.claims.get(one)
        line = claim_line(desk, claim, level=1, among=side.evidence) if claim and not desk.is_summed(claim) else None
        if line:
            return line
    return None


def _denies(desk: Desk, claim: str) -> bool:
    return any(said.act == "DENY" for said in desk.voices(desk.claims[claim]))
