"""Measurements: quality by task, speed, peers, and the gate that keeps figures from falling."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Publishers' text lies beside the checkout, never in it.
DATA = ROOT.parent / "shared" / "data"


class AbsentError(Exception):
    """What a task or a peer needs is not here: its data, or an optional package. The message says which."""


def digest_of(paths: Iterable[Path]) -> str:
    """
    Return the SHA-256 of files and of folders' files, names included, whatever order they are given in.

    Raises `AbsentError` naming the first path that does not exist.
    """
    total = hashlib.sha256()
    for path in sorted(paths):
        if not path.exists():
            raise AbsentError(f"{shown(path)} is missing")
        inside = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        for one in inside:
            total.update(f"{path.name}/{one.relative_to(path).as_posix()}\0".encode())
            total.update(hashlib.sha256(one.read_bytes()).digest())
    return total.hexdigest()


def shown(path: Path) -> str:
    """Return a path as a reader of the project knows it: relative to the checkout, or to the folder beside it."""
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return f"../{path.relative_to(ROOT.parent).as_posix()}" if path.is_relative_to(ROOT.parent) else path.name
