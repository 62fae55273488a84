"""
Score Crosswire beside its peers in one run.

    python -m bench.peers.run [--task copies ...] [--date 2026-11-22]     # with --date, written to bench/results

Peers are optional: `pip install -e '.[bench]'`; the row of one that is not installed says so.
"""

import argparse
import os
import platform
from importlib.metadata import PackageNotFoundError, version

from bench import ROOT, digest_of
from bench.gate import task_module
from bench.peers.tables import TABLES

PEERS = ("datasketch", "rensa", "scikit-learn", "textacy", "trafilatura")


def page(name: str) -> str:
    """Return a task's page: how it was made, and its table."""
    table = "\n".join(TABLES[name]())
    data = digest_of(task_module(name).INPUTS)[:12]
    with_peers = ", ".join(f"{one} {found}" for one in PEERS if (found := _version(one)))
    setting = (
        f"`python -m bench.peers.run --task {name}`; data {data}; Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, shared and busy: compare speeds within a table only. Installed: {with_peers}."
    )
    return f"# {name.capitalize()}, beside its peers\n\n{setting}\n\n{table}\n"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def main() -> None:
    """Print every chosen page, and keep it when a date is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--task", action="append", choices=sorted(TABLES))
    parser.add_argument("--date", help="keep the pages as bench/results/DATE-TASK.md")
    options = parser.parse_args()
    for name in options.task or sorted(TABLES):
        text = page(name)
        print(text)
        if options.date:
            (ROOT / "bench" / "results" / f"{options.date}-{name}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
