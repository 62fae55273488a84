"""The gate's figures of actors: exact names by class on worldwide_ner dev."""

import json
from collections import Counter
from pathlib import Path

from bench import DATA
from bench.quality.actors import run
from crosswire.model import Article
from crosswire.packs import load
from crosswire.read.actors import find_actors

FOLDER = DATA / "worldwide_ner"
INPUTS = (FOLDER / "split.json", FOLDER / "processed_annotated")
QUICK = True
LOWER: frozenset[str] = frozenset()
_CLASSES = ("person", "body", "place")
_NAMES = ("name", "surname", "metonym")


def measure() -> dict[str, float]:
    """Score spans whose class is right, a class at a time."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    packs = load("core")
    for path in _dev_files():
        text, sentences, gold = run.read_tsv(path)
        actors, mentions = find_actors(Article(path.name, text), sentences, [1] * len(sentences), [], packs)
        kinds = {actor.id: run.KINDS[actor.kind] for actor in actors}
        ours = {(m.start, m.end, kinds[m.actor]) for m in mentions if m.actor is not None and m.kind in _NAMES}
        for counter, items in ((right, ours & gold), (found, ours), (wanted, gold)):
            counter.update(kind for _, _, kind in items)
    return {f"{kind} F1": 2 * right[kind] / (found[kind] + wanted[kind]) for kind in _CLASSES}


def _dev_files() -> list[Path]:
    names = json.loads((FOLDER / "split.json").read_text(encoding="utf-8"))["dev"]
    folder = FOLDER / "processed_annotated"
    return [path if (path := folder / name).is_file() else next(folder.glob(f"{name}*")) for name in names]
