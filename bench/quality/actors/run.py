"""
Measure `find_actors` on named entities (worldwide_ner dev) and on BASIL's main entities.

    python bench/quality/actors/run.py [--errors N]

Needs the evaluation data beside the checkout (../shared/data); prints a table and names the data it read.
Gold classes Person, Organization, Location + Facility are compared with persons, bodies + outlets + groups,
places + states; exact span.
A state used as an adjective ("U.S. officials") is a group of ours and a Location of theirs.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from crosswire.model import Article, Region, Span
from crosswire.packs import load
from crosswire.read.actors import find_actors
from crosswire.read.segment import segment

DATA = Path(__file__).resolve().parents[3].parent / "shared/data"
CLASSES = {"Person": "person", "Organization": "body", "Location": "place", "Facility": "place"}
_TIGHT = {".", ",", ";", ":", "?", "!", ")", "'s", "’s", "’", "”", "%", "n't"}
KINDS = {"person": "person", "body": "body", "outlet": "body", "group": "body", "place": "place", "state": "place"}


def read_tsv(path: Path) -> tuple[str, list[Span], set[tuple[int, int, str]]]:
    """Join a file's tokens into a text with plain spacing; return sentences and gold spans."""
    text, start = "", 0
    sentences: list[Span] = []
    gold: list[tuple[int, int, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        word, _, tag = line.strip().partition("\t")
        if not word:
            if len(text) > start:
                sentences.append(Span(start, len(text)))
                text += "\n"
                start = len(text)
            continue
        tight = word in _TIGHT or text[-1:] in "(“$-" or (word in ("s", "t", "re") and text[-1:] in "’'")
        if len(text) > start and not tight and not (word == "-" and text[-1:].isalnum()):
            text += " "
        begin, text = len(text), text + word
        head, _, label = tag.partition("-")
        kind = CLASSES.get(label, "")
        if head == "B":
            gold.append((begin, len(text), kind))
        elif head == "I" and gold and gold[-1][2] == kind:
            gold[-1] = (gold[-1][0], len(text), kind)
    return text, sentences, {item for item in gold if item[2]}


def entities(limit: int) -> None:
    """Print precision, recall and F1 a class on the dev split."""
    folder = DATA / "worldwide_ner"
    split = json.loads((folder / "split.json").read_text())
    names = split["dev"] if isinstance(split, dict) and "dev" in split else []
    packs = load("core")
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    wrong: list[str] = []
    for name in names:
        path = folder / "processed_annotated" / name
        path = path if path.is_file() else next(folder.glob(f"processed_annotated/{name}*"))
        text, sentences, gold = read_tsv(path)
        actors, mentions = find_actors(Article(name, text), sentences, [1] * len(sentences), [], packs)
        kinds = {actor.id: KINDS[actor.kind] for actor in actors}
        ours = {
            (mention.start, mention.end, kinds[mention.actor])
            for mention in mentions
            if mention.actor is not None and mention.kind in ("name", "surname", "metonym")
        }
        for kind in ("person", "body", "place"):
            mine, theirs = {item for item in ours if item[2] == kind}, {item for item in gold if item[2] == kind}
            right[kind] += len(mine & theirs)
            found[kind] += len(mine)
            wanted[kind] += len(theirs)
        wrong += [f"+ {kind} {text[a:b]!r} in {text[max(0, a - 30) : b + 20]!r}" for a, b, kind in sorted(ours - gold)]
        wrong += [f"- {kind} {text[a:b]!r} in {text[max(0, a - 30) : b + 20]!r}" for a, b, kind in sorted(gold - ours)]
    print(f"worldwide_ner dev, {len(names)} articles, exact spans")
    for kind in ("person", "body", "place"):
        precision, recall = right[kind] / max(1, found[kind]), right[kind] / max(1, wanted[kind])
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"  {kind:7} P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}  ({wanted[kind]} gold)")
    for line in random.Random(1).sample(wrong, min(limit, len(wrong))):
        print("   ", line)


def basil() -> None:
    """Print how many of BASIL's main entities that the text names are found."""
    packs = load("core")
    hits = total = 0
    for line in (DATA / "basil/basil.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        body = "\n\n".join(" ".join(paragraph) for paragraph in row["body-paragraphs"])
        article = Article(row["uuid"], body, regions=(Region(0, len(body), "body"),))
        sentences, paragraphs = segment(article)
        actors, _ = find_actors(article, sentences, paragraphs, [], packs)
        ours = {name.lower() for actor in actors for name in (actor.name, *actor.names)}
        for entity in row["main-entities"]:
            last = entity.split()[-1]
            if last in body:
                total += 1
                hits += any(last.lower() in name.split() or entity.lower() in name for name in ours)
    print(f"BASIL main entities named in the text: {hits} of {total} found ({hits / max(1, total):.3f})")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    entities(parser.parse_args().errors)
    basil()
