"""
Hold every measured figure to its floor.

    python -m bench.gate                                 # the quick tasks: a table, exit 1 on a regression
    python -m bench.gate --all | --task copies --task acts | --list
    python -m bench.gate --update [--allow-regression]   # raise floors.json to what was measured

A floor belongs to a digest of the gold and the inputs it was measured on: other data, no comparison. Figures are
deterministic, so a floor leaves room only for what a library's next version moves: shares are rounded down to .005
(up, where lower is better), whole numbers are kept exactly. The encoder computes in bfloat16 where the processor does,
in tiles (AMX) or in rows (AVX-512), and in single precision elsewhere, which moves a share in the third place: floors
are those of tiles, and a machine without them allows one step of .005 more, and raises a floor by one step less.
Timings are no floors: they are ratios taken in one run and go to bench/results.
"""

import argparse
import math
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from bench import AbsentError, digest_of

FLOORS = Path(__file__).with_name("floors.json")
# What Linux tells of its processors.
PROCESSOR = Path("/proc/cpuinfo")
TASKS = (
    "acts",
    "actors",
    "attribution",
    "basil",
    "cites",
    "claims",
    "check",
    "copies",
    "demo",
    "desk",
    "extraction",
    "figures",
    "ledgers",
    "news",
    "page_lines",
    "positions",
    "plover",
    "realis",
    "records",
    "speakers",
    "stands",
    "stories",
    "timelines",
    "times",
    "verify",
)
STEP = 0.005
_SLACK = 1e-9

Better = Literal["higher", "lower"]
State = Literal["ok", "REGRESSION", "GOLD CHANGED", "NOT MEASURED", "no floor yet"]


class Metrics(Protocol):
    """What `bench/quality/<task>/metrics.py` offers."""

    INPUTS: tuple[Path, ...]
    QUICK: bool
    LOWER: frozenset[str]

    def measure(self) -> dict[str, float]:
        """Return the task's figures: shares of 1, or counts."""


class Floor(msgspec.Struct, frozen=True):
    """The least (or most) a figure may be."""

    floor: float
    better: Better = "higher"


class Pinned(msgspec.Struct, frozen=True):
    """A task's floors and the digest of the data they were measured on."""

    digest: str
    metrics: dict[str, Floor]


class Measured(msgspec.Struct, frozen=True):
    """A task's figures in this run, or why there are none."""

    task: str
    digest: str = ""
    values: dict[str, float] = {}
    lower: frozenset[str] = frozenset()
    skipped: str | None = None
    seconds: float = 0.0


class Row(msgspec.Struct, frozen=True):
    """One line of the table. `floor` is None for a figure that has none yet, `value` for one that was not measured."""

    task: str
    metric: str
    value: float | None
    floor: float | None
    better: Better
    state: State

    @property
    def failed(self) -> bool:
        """Whether this row makes the gate fail."""
        return self.state not in ("ok", "no floor yet")


def task_module(name: str) -> Metrics:
    """Import a task's adapter."""
    module: Metrics = import_module(f"bench.quality.{name}.metrics")
    return module


def run_task(name: str, metrics: Metrics) -> Measured:
    """Measure one task; what it lacks makes it skipped, never failed."""
    begun = time.perf_counter()
    try:
        digest, values = digest_of(metrics.INPUTS), metrics.measure()
    except AbsentError as missing:
        return Measured(name, skipped=str(missing))
    return Measured(name, digest, values, frozenset(metrics.LOWER), seconds=time.perf_counter() - begun)


def judge(measured: Measured, pinned: Pinned | None, room: float = 0.0) -> list[Row]:
    """Compare a task's figures with its floors, in the order of the metrics' names; a share has `room` beneath."""
    if measured.skipped is not None:
        return []
    floors = pinned.metrics if pinned else {}
    rows = []
    for name in sorted({*measured.values, *floors}):
        value, held = measured.values.get(name), floors.get(name)
        better: Better = held.better if held else "lower" if name in measured.lower else "higher"
        state: State = "ok"
        if value is None:
            state = "NOT MEASURED"
        elif pinned is not None and pinned.digest != measured.digest:
            state = "GOLD CHANGED"
        elif held is None:
            state = "no floor yet"
        elif not _holds(value, held, room):
            state = "REGRESSION"
        rows.append(Row(measured.task, name, value, held.floor if held else None, better, state))
    return rows


def raised(
    measured: Measured, pinned: Pinned | None, *, allow_regression: bool = False, room: float = 0.0
) -> Pinned | None:
    """
    Return the floors after an update; without `allow_regression` none is lowered, dropped or moved to other gold.

    Shares are floored with `room` beneath them.

    >>> raised(Measured("t", "d", {"F1": 0.8777}), Pinned("d", {"F1": Floor(0.8)})).metrics["F1"].floor
    0.875
    """
    if measured.skipped is not None:
        return pinned
    fresh = {name: _floor_for(name, value, measured.lower, room) for name, value in sorted(measured.values.items())}
    if pinned is None or allow_regression:
        return Pinned(measured.digest, fresh)
    if pinned.digest != measured.digest:
        return pinned
    kept = {name: _stricter(held, fresh.get(name)) for name, held in pinned.metrics.items()}
    return Pinned(measured.digest, dict(sorted({**fresh, **kept}.items())))


def room_here() -> float:
    """Return the room that this machine's arithmetic asks for under floors of bfloat16 in tiles."""
    return 0.0 if has_tiles() else STEP


def has_tiles() -> bool:
    """Tell whether this processor multiplies tiles of bfloat16; where the system does not say so, it does not."""
    return PROCESSOR.is_file() and "amx_bf16" in PROCESSOR.read_text(encoding="utf-8", errors="replace").split()


def read_floors(path: Path) -> dict[str, Pinned]:
    """Read the floors; a file that is not there yet holds none."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Pinned]) if path.is_file() else {}


def write_floors(path: Path, floors: Mapping[str, Pinned]) -> None:
    """Write the floors, sorted, so that a change of one is one line of a diff."""
    data = msgspec.json.format(msgspec.json.encode(dict(sorted(floors.items()))), indent=2)
    path.write_bytes(data + b"\n")


def table(rows: Iterable[Row]) -> list[str]:
    """Lay the rows out."""
    lines = [f"{'task':<12} {'metric':<42} {'value':>9} {'floor':>9}  state"]
    for row in rows:
        sign = ">=" if row.better == "higher" else "<="
        bound = "" if row.floor is None else f"{sign} {_plain(row.floor)}"
        value = "-" if row.value is None else _plain(row.value)
        lines.append(f"{row.task:<12} {row.metric:<42} {value:>9} {bound:>9}  {row.state}")
    return lines


def main(arguments: Sequence[str] | None = None, *, tasks: Mapping[str, Metrics] | None = None) -> int:
    """Run the gate and return its exit status."""
    options = _parse(arguments)
    known = dict(tasks) if tasks is not None else {name: task_module(name) for name in TASKS}
    unknown = sorted(set(options.task) - set(known))
    if unknown:
        print(f"no task {unknown[0]!r}; tasks: {', '.join(known)}", file=sys.stderr)
        return 2
    if options.list:
        print("\n".join(_listing(name, one) for name, one in known.items()))
        return 0
    chosen = options.task or [name for name, one in known.items() if options.all or one.QUICK]
    floors, failed, rows, room = read_floors(options.floors), False, [], room_here()
    for name in chosen:
        measured = run_task(name, known[name])
        if measured.skipped is not None:
            print(f"{name}: skipped, {measured.skipped}")
            continue
        print(f"{name}: measured in {measured.seconds:.1f} s")
        before = floors.get(name)
        if options.update:
            after = raised(measured, before, allow_regression=options.allow_regression, room=room)
            floors.update({name: after} if after else {})
        rows += judge(measured, floors.get(name), room)
    print("\n".join(["", *table(rows)]))
    failed = any(row.failed for row in rows)
    if any(row.state == "GOLD CHANGED" for row in rows):
        print("gold changed: re-floor with --update --allow-regression")
    if options.update:
        write_floors(options.floors, floors)
        print(f"floors written to {options.floors.name}")
    return int(failed)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--task", action="append", default=[], metavar="NAME", help="only this task; may be repeated")
    parser.add_argument("--all", action="store_true", help="the slow tasks too")
    parser.add_argument("--list", action="store_true", help="list the tasks and stop")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower floors, or change gold")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    return parser.parse_args(arguments)


def _listing(name: str, metrics: Metrics) -> str:
    try:
        state = f"data {digest_of(metrics.INPUTS)[:12]}"
    except AbsentError as missing:
        state = str(missing)
    return f"{name:<12} {'quick' if metrics.QUICK else 'slow':<6} {state}"


def _holds(value: float, held: Floor, room: float) -> bool:
    slack = _SLACK if float(value).is_integer() else room + _SLACK
    return value >= held.floor - slack if held.better == "higher" else value <= held.floor + slack


def _floor_for(name: str, value: float, lower: frozenset[str], room: float) -> Floor:
    if float(value).is_integer():
        return Floor(value, "lower" if name in lower else "higher")
    if name in lower:
        return Floor(round(math.ceil((value + room) / STEP - _SLACK) * STEP, 3), "lower")
    return Floor(round(math.floor((value - room) / STEP + _SLACK) * STEP, 3))


def _stricter(held: Floor, fresh: Floor | None) -> Floor:
    if fresh is None or fresh.better != held.better:
        return held
    pick = max if held.better == "higher" else min
    return Floor(pick(held.floor, fresh.floor), held.better)


def _plain(value: float) -> str:
    return f"{value:.0f}" if float(value).is_integer() and abs(value) != 1 else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
