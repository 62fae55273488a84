"""The notebook runs, and prints what it shows."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parents[1] / "docs"


@pytest.fixture(scope="module")
def runner() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_notebook", DOCS / "run_notebook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_cell_runs_and_prints_what_is_shown(runner: ModuleType) -> None:
    pytest.importorskip("pandas", reason="the notebook shows its tables with pandas")
    shown = runner.read()
    ran = runner.run(shown)
    for cell, again in zip(shown["cells"], ran["cells"], strict=True):
        assert cell == again, "run: python docs/run_notebook.py\n" + "".join(cell["source"])
    assert runner.written(shown) == runner.NOTEBOOK.read_text(encoding="utf-8")


def test_the_notebook_shows_little_and_no_machine(runner: ModuleType) -> None:
    words = runner.NOTEBOOK.read_text(encoding="utf-8")
    assert len(words) < 40_000
    assert not any(place in words for place in ("/home/", "/tmp/", "/usr/", "site-packages"))
    assert all("traceback" not in str(cell.get("outputs", "")).lower() for cell in runner.read()["cells"])
