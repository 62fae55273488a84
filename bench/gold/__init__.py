"""Sentences of our own, annotated by hand: what a statement does (`acts`), and what is counted (`figures`)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from bench.gold.marked import marked_rows

HERE = Path(__file__).parent
ACTS = HERE / "acts" / "gold.jsonl"
LATER = {"test2": HERE / "acts" / "test2.txt", "test3": HERE / "acts" / "test3.txt"}
FIGURES = HERE / "figures" / "gold.jsonl"

Split = Literal["train", "test", "test2", "test3"]
Place = tuple[int, int]


class ActRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence and the act it tells; see acts/README.md for what each field means."""

    id: str
    text: str
    split: Split
    conflict: str
    sitting: int
    act: str
    event: str | None
    source: Place | None
    targets: tuple[Place, ...]
    realis: str
    issue: str | None
    plover: str | None
    quad: str | None


class GoldFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One counted quantity; the fields are those of `crosswire.model.Figure`."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    qualifier: str
    each: bool
    subset: bool
    formula: str | None


class FigureRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence and all the quantities in it, in text order; none for a sentence whose numbers count nothing."""

    id: str
    text: str
    split: Split
    figures: tuple[GoldFigure, ...]


Row = TypeVar("Row", ActRow, FigureRow)


def act_rows(split: Split | None = None) -> list[ActRow]:
    """Return the sentences with acts, of one split or all; those of the later tests only when asked for."""
    if split is not None and split in LATER:
        return _later_test(split)
    return _of_split([msgspec.json.decode(line, type=ActRow) for line in ACTS.read_bytes().splitlines()], split)


def _later_test(split: Split) -> list[ActRow]:
    found = []
    letter = "bc"[list(LATER).index(split)]
    for number, (act, realis, text, parts) in enumerate(marked_rows(LATER[split]), 1):
        source = next(((start, end) for kind, start, end in parts if kind == "source"), None)
        targets = tuple((start, end) for kind, start, end in parts if kind == "target")
        found.append(
            ActRow(f"{letter}{number:03}", text, split, "", 2, act, None, source, targets, realis, None, None, None)
        )
    return found


def figure_rows(split: Split | None = None) -> list[FigureRow]:
    """Return the sentences with figures, of one split or all."""
    return _of_split([msgspec.json.decode(line, type=FigureRow) for line in FIGURES.read_bytes().splitlines()], split)


def _of_split(rows: Sequence[Row], split: Split | None) -> list[Row]:
    return [row for row in rows if split is None or row.split == split]
