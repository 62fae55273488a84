"""The wheel holds all that the program needs, and the demo runs from it alone."""

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
# Data by suffix: a new pack, template, weight file or demo report must travel without anybody listing it.
DATA_SUFFIXES = frozenset(
    ".toml .jsonl .json .html .css .js .jinja .j2 .txt .md .npz .npy .bin .pdf .eml .xml .typed .svg".split()
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("hatchling") is None, reason="building a wheel needs hatchling"),
    pytest.mark.skipif(importlib.util.find_spec("pip") is None, reason="building a wheel needs pip"),
]


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", str(ROOT), "--no-deps", "--no-build-isolation", "-w", str(folder))
    (built,) = folder.glob("crosswire-*.whl")
    return built


@pytest.fixture(scope="module")
def target(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("target")
    pip("install", "--no-deps", "--target", str(folder), str(wheel))
    return folder


def crosswire(target: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(target)}
    command = [sys.executable, "-m", "crosswire", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=30, check=False)


def test_every_data_file_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "crosswire").rglob("*")
        if path.is_file() and path.suffix in DATA_SUFFIXES and "__pycache__" not in path.parts
    }
    assert not wanted - inside


@pytest.mark.parametrize(
    ("pattern", "least"),
    [
        ("crosswire/py.typed", 1),
        ("crosswire/examples/demo/reports/*", 24),
        ("crosswire/examples/demo/truth.json", 1),
        ("crosswire/examples/demo/pack/*.toml", 2),
        ("crosswire/examples/strike/reports/*", 24),
        ("crosswire/examples/strike/pack/analysts/*.toml", 1),
        ("crosswire/packs/*/pack.toml", 3),
        ("crosswire/packs/*/lexicon.toml", 1),
        ("crosswire/write/templates/*", 1),
        ("crosswire/sources/page_weights.json", 1),
    ],
    ids=[
        "typed",
        "demo-reports",
        "demo-truth",
        "demo-pack",
        "strike-reports",
        "strike-analysts",
        "packs",
        "lexicons",
        "templates",
        "weights",
    ],
)
def test_the_wheel_holds(wheel: Path, pattern: str, least: int) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert len([name for name in archive.namelist() if Path(name).match(pattern)]) >= least


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        junk = [name for name in archive.namelist() if "__pycache__" in name or name.endswith(".pyc")]
    assert {top for top in tops if not top.endswith(".dist-info")} == {"crosswire"}
    assert not junk


def test_the_demo_runs_from_the_wheel_alone(target: Path, tmp_path: Path) -> None:
    done = crosswire(target, tmp_path, "demo", "-o", "out.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "out.html" in done.stdout
    assert len(page) > 20_000


def test_the_program_runs_from_the_target_not_from_the_checkout(target: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import crosswire; print(crosswire.__file__)"]
    environment = {**os.environ, "PYTHONPATH": str(target)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_relative_to(target)


def test_the_version_is_the_wheels(wheel: Path, target: Path, tmp_path: Path) -> None:
    done = crosswire(target, tmp_path, "--version")
    assert done.returncode == 0, done.stderr
    assert wheel.name.split("-")[1] in done.stdout
