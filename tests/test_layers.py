"""The architecture, enforced: who may import whom, how long a file may be, and what may not be in one."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "crosswire"
RANKS = {
    "errors": 0,
    "model": 1,
    "text": 2,
    "packs": 3,
    "sources": 4,
    "read": 4,
    "weigh": 4,
    "assess": 4,
    "write": 4,
    "export": 4,
    "store": 4,
    "pipeline": 5,
    "memory": 5,
    "case": 5,
    "check": 5,
    "cli": 6,
    "web": 6,
    "mcp": 6,
}
# `case` and `check` ask the pipeline to work; it knows nothing of them, nor they of each other (docs/decisions/006).
# The command starts the server.
SAME_RANK = {("case", "pipeline"), ("case", "memory"), ("check", "pipeline"), ("cli", "web"), ("cli", "mcp")}
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST = 400


def part_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imported_parts(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules: list[str] = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            modules = [node.module] + [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            here = path.relative_to(SOURCE.parent).parts[: -node.level]
            modules = [".".join([*here, *(node.module or "").split(".")])]
        for module in modules:
            parts = module.split(".")
            if parts[0] == "crosswire" and len(parts) > 1 and parts[1] in RANKS:
                found.add(parts[1])
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_downward_only(path: Path) -> None:
    here = part_of(path)
    if here not in RANKS:
        return
    wrong = {
        other
        for other in imported_parts(path)
        if other != here and RANKS[other] >= RANKS[here] and (here, other) not in SAME_RANK
    }
    assert not wrong, f"{path.relative_to(ROOT)} (rank {RANKS[here]}) may not import {sorted(wrong)}"


def test_every_part_has_a_rank() -> None:
    unranked = {part_of(path) for path in FILES} - set(RANKS) - {"__init__", "__main__", "examples", "models"}
    assert not unranked


@pytest.mark.parametrize(
    "path",
    [
        path
        for folder in ("src", "tests", "bench", "training", "examples")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_files_stay_short(path: Path) -> None:
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= LONGEST, f"{path.relative_to(ROOT)} has {length} lines; split it by noun"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_drawer_modules_no_prints_no_swallowing(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "base", "manager", "misc"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            assert part_of(path) == "cli", f"print in {path.name}:{node.lineno}"
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or (
                isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
            )
            assert not broad, f"broad except in {path.name}:{node.lineno}"
