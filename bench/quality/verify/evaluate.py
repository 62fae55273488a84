"""
Check invented reports on the bundled cases, in the shapes people paste, and compare the verdicts with labels by hand.

    python -m bench.quality.verify.evaluate          # both halves: figures, and each label by the verdicts given
    python -m bench.quality.verify.evaluate --wrong  # the statements of `dev` that got another verdict

`gold/labels.tsv` names of each report the words that each of its statements opens with, and what is true of it: `ok`,
or the error planted in it. All labels were set before the reports were checked. `dev` was read statement by statement
and mended by; of `held` the counts alone were looked at.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from crosswire.check import check_report, choose_comparer
from crosswire.cli.demo import CASES
from crosswire.model import Check, Checked, Dossier, Reading, Verdict
from crosswire.packs import Packs
from crosswire.pipeline import Job, collect_inputs, load_packs, read_all, weigh_readings
from crosswire.read.encoder.comparer import Comparer
from crosswire.sources.drafts import read_draft

GOLD = Path(__file__).parent / "gold"
HALVES = ("dev", "held")
# The verdicts that name each error; what is only not found to be supported has been caught.
NAMED: Mapping[str, frozenset[Verdict]] = {
    "figure": frozenset({"wrong-figure"}),
    "date": frozenset({"wrong-date"}),
    "name": frozenset({"wrong-name", "misattributed"}),
    "role": frozenset({"contradicted", "wrong-name", "misattributed"}),
    "speaker": frozenset({"misattributed"}),
    "quotation": frozenset({"altered-quotation"}),
    "cites": frozenset({"citation-mismatch"}),
    "cites-nothing": frozenset({"citation-mismatch", "unsupported"}),
    "counts-sources": frozenset({"copy-inflated"}),
    "invented": frozenset({"unsupported"}),
    "opposite": frozenset({"contradicted", "misattributed"}),
    "too-sure": frozenset({"contradicted", "partly", "unsupported"}),
    "cause": frozenset({"partly", "unsupported"}),
    "condition": frozenset({"contradicted", "partly", "unsupported"}),
    "whole": frozenset({"contradicted", "partly", "unsupported"}),
}
# What a true statement may not be told; "partly", "unsupported" and "not checkable" accuse nobody of an error.
HARSH: frozenset[Verdict] = frozenset(
    {"altered-quotation", "misattributed", "wrong-figure", "wrong-date", "wrong-name", "contradicted",
     "citation-mismatch", "copy-inflated"}
)  # fmt: skip


# A row of a table begins with its first cell, before what its label names.
_AHEAD = 20


class Labelled(msgspec.Struct, frozen=True):
    """A statement of a report: how it opens, what is true of it, and the verdict it got, None when not checked."""

    report: str
    opening: str
    label: str
    verdict: Verdict | None
    found: tuple[Checked, ...] = ()


class Read(msgspec.Struct, frozen=True):
    """A bundled case, read by rules and weighed."""

    dossier: Dossier
    readings: tuple[Reading, ...]
    packs: Packs


@cache
def case(name: str) -> Read:
    """Read a bundled case."""
    with as_file(files("crosswire.examples") / CASES[name]) as folder:
        job = Job((str(folder / "reports"),), packs=("core", "negotiation", str(folder / "pack")), fast=True)
        packs = load_packs(job)
        inputs = collect_inputs(job, packs, None, _silent)
        readings = tuple(read_all(inputs.articles, packs))
        return Read(weigh_readings(inputs, readings, packs, _silent), readings, packs)


def judged(half: str, comparer: Comparer | None = None) -> list[Labelled]:
    """Check the reports of a half; without a comparer as with --fast."""
    found: list[Labelled] = []
    for name, rows in sorted(_labels(half).items()):
        path = GOLD / half / name
        against = case(next(one for one in CASES if name.startswith(CASES[one])))
        draft = read_draft(path.read_bytes(), path.name)
        check = check_report(draft, against.dossier, against.readings, against.packs, None, comparer)
        found += _matched(name, rows, check)
    return found


def figures(rows: Sequence[Labelled]) -> dict[str, float]:
    """Return what share of the true is supported and accused, and of the errors is named, caught and called true."""
    true = [one for one in rows if one.label == "ok"]
    wrong = [one for one in rows if one.label in NAMED]
    return {
        "true statements accused": sum(one.verdict in HARSH for one in true),
        "true statements supported": _share(one.verdict == "supported" for one in true),
        "errors named": _share(one.verdict in NAMED[one.label] for one in wrong),
        "errors called supported": _share(one.verdict == "supported" for one in wrong),
    }


def _matched(name: str, rows: Sequence[tuple[str, str]], check: Check) -> Iterator[Labelled]:
    """Yield each labelled statement with the worst verdict on what stands from its opening to the next one's."""
    text = check.report.text
    starts: list[int] = []
    for _, opening in rows:
        # Nought where the report was not read as a reader sees it: what stands there was not checked.
        starts.append(max(0, text.find(opening, max(starts, default=-1) + 1)))
    for (label, opening), start in zip(rows, starts, strict=True):
        last = min((one for one in starts if one > start), default=len(text))
        inside = range(start - _AHEAD, last - _AHEAD) if text.startswith(opening, start) else range(0)
        found = tuple(one for one in check.statements if one.span.start in inside)
        worst = next((one.verdict for one in found if one.verdict != "supported"), "supported" if found else None)
        yield Labelled(name, opening, label, worst, found)


def _labels(half: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with (GOLD / "labels.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["half"] == half:
                found[row["report"]].append((row["label"], row["opening"]))
    return found


def _share(hits: Iterator[bool]) -> float:
    listed = list(hits)
    return sum(listed) / len(listed) if listed else 0.0


def _silent(stage: str, done: int, total: int | None) -> None:
    """Tell nobody how far it has come."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--fast", action="store_true", help="by words alone")
    options = parser.parse_args()
    comparer = choose_comparer(fast=options.fast)
    for half in HALVES:
        rows = judged(half, comparer)
        print(f"{half}: {len(rows)} statements, {sum(one.label == 'ok' for one in rows)} of them true")
        for name, value in figures(rows).items():
            print(f"  {name:28} {value:.3f}")
        by_label: dict[str, Counter[str]] = defaultdict(Counter)
        for one in rows:
            by_label[one.label][one.verdict or "not checked"] += 1
        for label in ("ok", *NAMED, "leaning"):
            given = ", ".join(f"{verdict} {count}" for verdict, count in by_label[label].most_common())
            print(f"    {label:15} {given}")
        for one in rows if options.wrong and half == "dev" else ():
            if one.verdict not in NAMED.get(one.label, {"supported"} if one.label == "ok" else {"not-checkable"}):
                print(f"  [{one.label}] {one.verdict}: {one.opening} ... {[found.reason for found in one.found]}")


if __name__ == "__main__":
    main()
