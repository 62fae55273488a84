"""
Compare reading by rules in two checkouts, article by article in turn: the one way that a busy machine lets through.

    git worktree add ../before COMMIT
    python -m bench.speed.paired ../before [--articles 60] [--passes 6]

Each checkout reads in a process of its own, and one article is read by the one and then by the other, the other first
the next time. CPU seconds; cold is the first pass in a fresh process, warm the least of all passes for each article.
"""

import argparse
import gc
import os
import subprocess
import sys
import time
from pathlib import Path

from bench import ROOT


def main() -> None:
    """Print milliseconds an article of both checkouts, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        serve(options.articles)
        return
    if options.before is None:
        parser.error("name the checkout to compare with")
    readers = [reader(place, options.articles) for place in (options.before.resolve(), ROOT)]
    taken: list[list[list[float]]] = [[], []]
    for turn in range(options.passes):
        for each in taken:
            each.append([])
        for at in range(options.articles):
            for one in (0, 1) if (turn + at) % 2 else (1, 0):
                taken[one][turn].append(ask(readers[one], at))
    for process in readers:
        process.communicate()
    cold = [1000 * sum(each[0]) / options.articles for each in taken]
    warm = [1000 * sum(map(min, *each)) / options.articles for each in taken]
    for name, before, after in (("cold", *cold), ("warm", *warm)):
        print(f"{name}: {before:.2f} ms an article before, {after:.2f} after, ratio {after / before:.3f}")


def reader(checkout: Path, articles: int) -> "subprocess.Popen[str]":
    """Start a process that reads with the code of a checkout, and with this file."""
    paths = os.pathsep.join([str(checkout / "src"), str(ROOT)])
    command = [sys.executable, "-m", "bench.speed.paired", "--child", "--articles", str(articles)]
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=ROOT, text=True, bufsize=1
    )


def ask(process: "subprocess.Popen[str]", article: int) -> float:
    """Have one article read; return the CPU seconds it took."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{article}\n")
    return float(process.stdout.readline())


def serve(articles: int) -> None:
    """Read the article whose number comes in, and tell the seconds, until nothing more comes."""
    from bench.speed.read import basil
    from crosswire.packs import load
    from crosswire.read import read_article

    packs, known = load(), list(basil(articles))
    gc.disable()
    for line in sys.stdin:
        begun = time.process_time()
        read_article(known[int(line)], packs)
        print(time.process_time() - begun, flush=True)


if __name__ == "__main__":
    main()
