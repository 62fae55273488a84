"""The gate holds figures to their floors, and the shipped floors hold."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
from bench import AbsentError, digest_of, gate  # noqa: E402
from bench.gate import Floor, Measured, Pinned  # noqa: E402

QUICK_FLOORS = ("attribution", "copies", "demo")


class Fake:
    """A task whose figures the test chooses; its gold is one file."""

    QUICK = True
    LOWER = frozenset({"bad lines"})

    def __init__(self, gold: Path, **values: float) -> None:
        self.INPUTS: tuple[Path, ...] = (gold,)
        self.values = {name.replace("_", " "): value for name, value in values.items()}

    def measure(self) -> dict[str, float]:
        return self.values


class Slow(Fake):
    QUICK = False


class NeedsPackage(Fake):
    def measure(self) -> dict[str, float]:
        raise AbsentError("the package rival is not installed")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("one\n", encoding="utf-8")
    return path


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gate, "has_tiles", lambda: True)
    return tmp_path / "floors.json"


def run(floors: Path, task: Fake, *options: str) -> int:
    return gate.main(["--floors", str(floors), *options], tasks={"fake": task})


def floor_of(floors: Path, metric: str) -> float:
    return gate.read_floors(floors)["fake"].metrics[metric].floor


def test_a_figure_at_its_floor_passes(floors: Path, gold: Path) -> None:
    assert run(floors, Fake(gold, F1=0.8), "--update") == 0
    assert run(floors, Fake(gold, F1=0.8)) == 0


@pytest.mark.parametrize(
    ("was", "now"),
    [({"F1": 0.8}, {"F1": 0.79}), ({"bad_lines": 0}, {"bad_lines": 1})],
    ids=["share-fell", "count-rose"],
)
def test_a_regression_fails(
    floors: Path, gold: Path, was: dict[str, float], now: dict[str, float], capsys: pytest.CaptureFixture[str]
) -> None:
    run(floors, Fake(gold, **was), "--update")
    assert run(floors, Fake(gold, **now)) == 1
    assert "REGRESSION" in capsys.readouterr().out


def test_a_figure_nobody_measures_any_more_fails(floors: Path, gold: Path) -> None:
    run(floors, Fake(gold, F1=0.8, recall=0.9), "--update")
    assert run(floors, Fake(gold, F1=0.8)) == 1


def test_a_run_without_update_writes_nothing(floors: Path, gold: Path) -> None:
    assert run(floors, Fake(gold, F1=0.8)) == 0
    assert not floors.exists()


def test_update_raises_a_floor(floors: Path, gold: Path) -> None:
    run(floors, Fake(gold, F1=0.8, bad_lines=4), "--update")
    assert run(floors, Fake(gold, F1=0.9, bad_lines=2), "--update") == 0
    assert floor_of(floors, "F1") == 0.9
    assert floor_of(floors, "bad lines") == 2


def test_update_never_lowers_a_floor(floors: Path, gold: Path) -> None:
    run(floors, Fake(gold, F1=0.8, bad_lines=1), "--update")
    assert run(floors, Fake(gold, F1=0.7, bad_lines=3), "--update") == 1
    assert floor_of(floors, "F1") == 0.8
    assert floor_of(floors, "bad lines") == 1


def test_update_lowers_a_floor_when_told_to(floors: Path, gold: Path) -> None:
    run(floors, Fake(gold, F1=0.8), "--update")
    assert run(floors, Fake(gold, F1=0.7), "--update", "--allow-regression") == 0
    assert floor_of(floors, "F1") == 0.7


def test_update_keeps_the_floor_of_a_figure_that_vanished(floors: Path, gold: Path) -> None:
    run(floors, Fake(gold, F1=0.8, recall=0.9), "--update")
    assert run(floors, Fake(gold, F1=0.8), "--update") == 1
    assert floor_of(floors, "recall") == 0.9


def test_changed_gold_is_noticed_and_not_compared(floors: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(floors, Fake(gold, F1=0.8), "--update")
    gold.write_text("two\n", encoding="utf-8")
    assert run(floors, Fake(gold, F1=0.99)) == 1
    assert "gold changed: re-floor with --update --allow-regression" in capsys.readouterr().out
    assert run(floors, Fake(gold, F1=0.99), "--update") == 1
    assert floor_of(floors, "F1") == 0.8
    assert run(floors, Fake(gold, F1=0.5), "--update", "--allow-regression") == 0
    assert run(floors, Fake(gold, F1=0.5)) == 0


def test_a_task_whose_data_is_absent_is_skipped(
    floors: Path, tmp_path: Path, gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(floors, Fake(gold, F1=0.8), "--update")
    before = floors.read_bytes()
    assert run(floors, Fake(tmp_path / "nowhere", F1=0.1), "--update", "--allow-regression") == 0
    assert run(floors, NeedsPackage(gold)) == 0
    out = capsys.readouterr().out
    assert "fake: skipped, " in out
    assert "rival is not installed" in out
    assert floors.read_bytes() == before


def test_slow_tasks_run_by_name_or_with_all(floors: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(floors, Slow(gold, F1=0.8))
    assert "measured" not in capsys.readouterr().out
    run(floors, Slow(gold, F1=0.8), "--all")
    run(floors, Slow(gold, F1=0.8), "--task", "fake")
    assert capsys.readouterr().out.count("fake: measured") == 2


def test_an_unknown_task_is_an_error(floors: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(floors, Fake(gold), "--task", "nothing") == 2
    assert "tasks: fake" in capsys.readouterr().err


def test_listing_measures_nothing(floors: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(floors, NeedsPackage(gold), "--list") == 0
    assert "quick" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "floor"),
    [(0.8777, 0.875), (0.875, 0.875), (1.0, 1.0), (0.0, 0.0), (41.0, 41.0), (0.002, 0.0)],
    ids=["rounded-down", "already-round", "all", "none", "a-count", "under-a-step"],
)
def test_a_floor_is_rounded_down_a_little(value: float, floor: float) -> None:
    pinned = gate.raised(Measured("t", "d", {"x": value}), None)
    assert pinned == Pinned("d", {"x": Floor(floor)})


def test_a_ceiling_is_rounded_up_a_little() -> None:
    pinned = gate.raised(Measured("t", "d", {"x": 0.0311}, frozenset({"x"})), None)
    assert pinned == Pinned("d", {"x": Floor(0.035, "lower")})


def test_without_bfloat16_a_share_has_a_step_of_room(floors: Path, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(floors, Fake(gold, F1=0.8, found=41.0), "--update")
    monkeypatch.setattr(gate, "has_tiles", lambda: False)
    assert run(floors, Fake(gold, F1=0.796, found=41.0)) == 0
    assert run(floors, Fake(gold, F1=0.794, found=41.0)) == 1
    assert run(floors, Fake(gold, F1=0.8, found=40.0)) == 1, "a count has none"
    run(floors, Fake(gold, F1=0.908, found=41.0), "--update")
    assert floor_of(floors, "F1") == 0.9


def test_the_digest_holds_names_and_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a").write_text("1", encoding="utf-8")
    first = digest_of([folder])
    assert digest_of([folder]) == first
    (folder / "a").rename(folder / "b")
    renamed = digest_of([folder])
    (folder / "b").write_text("2", encoding="utf-8")
    assert len({first, renamed, digest_of([folder])}) == 3


def test_every_task_with_an_adapter_is_listed() -> None:
    adapters = {path.parent.name for path in (ROOT / "bench" / "quality").glob("*/metrics.py")}
    assert adapters == set(gate.TASKS)


def test_every_shipped_floor_belongs_to_a_task() -> None:
    floors = gate.read_floors(gate.FLOORS)
    assert {"attribution", "copies", "stories"} <= set(floors) <= set(gate.TASKS)
    assert all(pinned.metrics for pinned in floors.values())


@pytest.mark.data
@pytest.mark.parametrize("name", QUICK_FLOORS)
def test_the_shipped_floors_hold(name: str) -> None:
    pinned = gate.read_floors(gate.FLOORS).get(name)
    if pinned is None:
        pytest.skip(f"{name} has no floors yet: python -m bench.gate --task {name} --update")
    measured = gate.run_task(name, gate.task_module(name))
    if measured.skipped is not None:
        pytest.skip(measured.skipped)
    rows = gate.judge(measured, pinned, gate.room_here())
    assert rows
    assert not [row for row in rows if row.failed], "\n".join(gate.table(rows))
