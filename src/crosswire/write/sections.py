"""How a section is laid out on a page: its line of introduction, each line's count of origins, what waits folded."""

import itertools
import re
from collections.abc import Iterable

import msgspec

from crosswire.model import Line, Progress, Section
from crosswire.write.layout import counted

# What a section is, for those that bring no introduction of their own.
INTROS = {
    "disagreements": "Accounts that cannot all hold, each side in its own words.",
}
# Lists that put their best lines first, so that the head of a long one stands for it.
_RANKED = frozenset(
    {"what_we_know", "said", "single_origin", "disagreements", "gaps", "opinion", "framing", "quotations"}
)
_MOST, _HEAD = 12, 10
# Where the lines under another are what two sides say.
_PAIRED = frozenset({"disagreements", "gaps"})
# More lines than these under one heading line wait folded; the two sides of a disagreement do not.
_UNDER = 3
_ANSWERING, _SIDES = _PAIRED | {"answers"}, 2
# "2 independent origins: A and B" stands in the small print once for the line, and later for parts of it.
_COUNT = re.compile(r"(?:^|(?<=; ))(\d{1,6}) (?:independent )?origins?(?:: |$|(?=;))")


class Item(msgspec.Struct, frozen=True):
    """A line as a page shows it: how many independent origins it tells of, None for none, and its other small print."""

    line: Line
    count: int | None
    words: str


class Group(msgspec.Struct, frozen=True):
    """Lines that follow each other; folded behind `told` where that says something."""

    items: tuple[Item, ...]
    told: str = ""


class Laid(msgspec.Struct, frozen=True):
    """
    A section on a page; `size` counts its lines without those under others, `bars` holds progress by line id.

    `lines` are its lines by id, which a table shows the words of; `paired` is true where the lines under another are
    two sides, to stand beside each other.
    """

    section: Section
    intro: str
    size: int
    groups: tuple[Group, ...]
    bars: dict[str, Progress]
    lines: dict[str, Line]
    paired: bool


def lay_out(section: Section, *, fold: bool = True) -> Laid:
    """Lay a section out; `fold` puts away what a table above says already, and the long tails of ranked lists."""
    blocks = _blocks(section.lines)
    return Laid(
        section,
        section.intro or INTROS.get(section.name, ""),
        len(blocks),
        tuple(_folded(section, blocks) if fold else [Group(tuple(map(item, section.lines)))] if section.lines else []),
        {line.id: line.progress for line in section.lines if line.progress},
        {line.id: line for line in section.lines},
        section.name in _PAIRED,
    )


def item(line: Line) -> Item:
    """
    Take the count of origins out of a line's small print, to be shown as a figure of its own.

    >>> one = item(Line("l", "reported", "", (), (), note="signed; 2 independent origins: A and B; 20 May 2025"))
    >>> one.count, one.words
    (2, 'signed; from A and B; 20 May 2025')
    """
    note = line.note or ""
    if found := _COUNT.search(note):
        from_whom = "from " if found[0].endswith(": ") else ""
        note = note[: found.start()] + from_whom + note[found.end() :]
    confidence = f"{line.confidence} confidence" if line.confidence else ""
    words = "; ".join(part for part in (confidence, note.strip("; ")) if part)
    return Item(line, int(found[1]) if found else None, words)


def _blocks(lines: Iterable[Line]) -> list[list[Line]]:
    """Put each line together with those under it."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.level and blocks:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _folded(section: Section, blocks: list[list[Line]]) -> list[Group]:
    if section.grid:
        return [_group(itertools.chain(*blocks), f"The words behind the table: {counted(len(blocks), 'line')}")]
    is_cut = section.name in _RANKED and len(blocks) > _MOST
    head = blocks[:_HEAD] if is_cut else blocks
    groups: list[Group] = []
    open_lines: list[Line] = []
    for first, *under in head:
        open_lines.append(first)
        if len(under) > _UNDER:
            # The first obstacle is an answer with the words of both sides; others wait.
            shown = _SIDES if section.name in _ANSWERING else 0
            open_lines += under[:shown]
            under = under[shown:]
            groups += [_group(open_lines), _group(under, f"Details and words: {counted(len(under), 'line')}")]
            open_lines = []
        else:
            open_lines += under
    if open_lines:
        groups.append(_group(open_lines))
    if is_cut:
        groups.append(_group(itertools.chain(*blocks[_HEAD:]), f"{len(blocks) - _HEAD} more"))
    return groups


def _group(lines: Iterable[Line], told: str = "") -> Group:
    return Group(tuple(map(item, lines)), told)
