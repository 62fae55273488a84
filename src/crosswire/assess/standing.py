"""Positions and gaps of a dossier as one lists them: with names for ids, and the words behind them."""

import msgspec

from crosswire.model import Dossier, Gap, Position


class Stand(msgspec.Struct, frozen=True):
    """One position with its party's name, its round's number and day, and its exact words."""

    position: Position
    party: str
    round: str
    words: str


class Between(msgspec.Struct, frozen=True):
    """One gap with the names and words of the two positions it rests on."""

    gap: Gap
    round: str
    parties: tuple[str, str]
    words: tuple[str, str]


def list_positions(dossier: Dossier, *, party: str | None = None, issue: str | None = None) -> list[Stand]:
    """Return the positions, by issue, round and party; `party` is a name or an id."""
    rounds, names = _rounds(dossier), {one.id: one.name for one in dossier.actors}
    wanted = None if party is None else party.casefold()
    found = [
        Stand(one, names.get(one.party, one.party), rounds.get(one.round or "", ""), _words(one))
        for one in dossier.positions
        if issue in (None, one.issue)
    ]
    kept = [one for one in found if wanted in (None, one.party.casefold(), one.position.party.casefold())]
    return sorted(kept, key=lambda one: (one.position.issue, str(one.position.day), one.party, one.position.id))


def list_gaps(dossier: Dossier, *, issue: str | None = None) -> list[Between]:
    """Return the gaps, by issue and round."""
    rounds, names = _rounds(dossier), {one.id: one.name for one in dossier.actors}
    held = {one.id: one for one in dossier.positions}
    return [
        Between(
            gap=gap,
            round=rounds.get(gap.round or "", ""),
            parties=(names.get(gap.parties[0], gap.parties[0]), names.get(gap.parties[1], gap.parties[1])),
            words=(_words(held[gap.one]), _words(held[gap.other])),
        )
        for gap in dossier.gaps
        if issue in (None, gap.issue)
    ]


def _words(position: Position) -> str:
    return " ".join(position.evidence[0].quote.split())


def _rounds(dossier: Dossier) -> dict[str, str]:
    return {one.id: f"round {one.ordinal}, {one.day}" if one.ordinal else str(one.day) for one in dossier.rounds}
