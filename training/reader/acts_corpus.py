"""Sentences that tell an act: gold of our own, more of the same written for training, and PLOVER relations."""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from bench.gold import ACTS as GOLD
from bench.gold import act_rows
from corpora import polnear

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.read.annotator import RuleAnnotator

MORE = tuple(GOLD.with_name(name) for name in ("more.txt", "more3.txt", "more4.txt"))
RELATIONS = Path(__file__).resolve().parents[3] / "shared/data/plv-relations/plv_train.jsonl"
SOURCE, TARGET = 1, 2
REALES = dict(zip("acfnqr", ("actual", "conditional", "future", "negated", "questioned", "reported"), strict=True))
# Acts that are one root of PLOVER (ontology/acts.json); the others split over roots or have none.
ROOT_OF = {
    act: root
    for root, acts in {
        "REQUEST": "DEMAND APPEAL",
        "AGREE": "OFFER ACCEPT PROMISE AGREE_JOINT",
        "REJECT": "REJECT RED_LINE",
        "THREATEN": "THREATEN",
        "ACCUSE": "ACCUSE CONDEMN",
        "SUPPORT": "ENDORSE",
        "CONSULT": "MEET MEDIATE",
        "YIELD": "RELEASE CEASEFIRE WITHDRAW CONCEDE",
        "ASSAULT": "ATTACK",
        "MOBILIZE": "MOBILISE",
        "COERCE": "DETAIN",
    }.items()
    for act in acts.split()
}
# The act SANCTION is three roots: PLOVER's own reduces relations or aid, an embargo is COERCE, an end of one YIELD.
_SANCTIONED = (
    ("YIELD", re.compile(r"\b(?:lift|eas|waiv|remov)(?:e[ds]?|ed|s|ing)?\b", re.IGNORECASE)),
    (
        "COERCE",
        re.compile(
            r"sanction|embargo|boycott|tariff|dut(?:y|ies)\b|\bban(?:s|ned)?\b|blacklist|fr[eo]ez|\bfroze|restrict|"
            r"curbs?\b|barr?(?:ed|ing|s)\b|quota|"
            r"(?:halt|suspend|stop|cut off|block)\w* (?:buying|arms|all trade|trade|goods)",
            re.IGNORECASE,
        ),
    ),
    (
        "SANCTION",
        re.compile(
            r"expel|kicked out|threw out|ordered out|ambassador|attach|diplomat|consul|\bties\b|relations|suspend|"
            r"\baid\b|subsid|treaty",
            re.IGNORECASE,
        ),
    ),
)
_MARKS = {"[": SOURCE, "{": TARGET, "]": 0, "}": 0}
_TAG = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True)
class Told:
    """A sentence and what it tells; None where it does not say. `marks` says of each character whose it is."""

    text: str
    act: str | None
    realis: str | None
    root: str | None
    marks: tuple[int, ...]
    # Whether the network is told the marks (a relation) or has to find them (an act).
    given: bool = False
    # Labelled by rules: who takes part is not known.
    weak: bool = False


def gold() -> list[Told]:
    """Return the training sentences of bench/gold/acts; its test sentences are never read here."""
    found = []
    for row in act_rows("train"):
        marks = [0] * len(row.text)
        for mark, places in ((TARGET, row.targets), (SOURCE, (row.source,) if row.source else ())):
            for start, end in places:
                marks[start:end] = [mark] * (end - start)
        realis = None if row.act == "none" else row.realis
        root = row.plover or (_root_of(row.act, row.text) if row.realis != "negated" else None)
        found.append(Told(row.text, row.act, realis, _known(root), tuple(marks)))
    return found


def more() -> list[Told]:
    """Return the further sentences: `# ACT`, then lines of realis and text with [source] and {target}."""
    found, act = [], ""
    for line in (line for path in MORE for line in path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("# "):
            act = line[2:]
        elif line and not line.startswith("%"):
            realis = REALES[line[0]]
            text, marks = plain_marks(line[2:])
            root = _root_of(act, text) if realis != "negated" else None
            if act in _ROOTS_ALONE:
                found.append(Told(text, None, realis, act, marks))
            else:
                found.append(Told(text, act, None if act == "none" else realis, root, marks))
    return found


# Headings of these files that are no acts of the ontology: sentences for PLOVER roots alone.
_ROOTS_ALONE = frozenset({"PROTEST", "COOPERATE", "AID"})


def _root_of(act: str, text: str) -> str | None:
    if act != "SANCTION":
        return ROOT_OF.get(act)
    return next((root for root, words in _SANCTIONED if words.search(text)), None)


def _known(root: str | None) -> str | None:
    return {"CONCEDE": "YIELD", "RETREAT": "YIELD"}.get(root, root) if root else None


def plain_marks(line: str) -> tuple[str, tuple[int, ...]]:
    """Return a line without its marks, and of each character whose it is."""
    text, marks, mark = [], [], 0
    for letter in line:
        if letter in _MARKS:
            mark = _MARKS[letter]
        else:
            text.append(letter)
            marks.append(mark)
    return "".join(text), tuple(marks)


def relations() -> list[Told]:
    """Return the sentences of PLV-relations' training part with their root."""
    return [relation(json.loads(line)) for line in RELATIONS.read_text(encoding="utf-8").splitlines()]


def relation(row: dict[str, str]) -> Told:
    """Return one sentence of PLV-relations: source and target are given, the root is asked."""
    text, marks, mark, done = "", [], 0, 0
    marked = row["marked"]
    for tag in [*_TAG.finditer(marked), None]:
        stop = tag.start() if tag else len(marked)
        text += marked[done:stop]
        marks += [mark] * (stop - done)
        if tag:
            mark = 0 if tag[1] else (SOURCE if tag[2] == "s" else TARGET)
            done = tag.end()
    return Told(text, None, None, row["root"], tuple(marks), given=True)


def plain(count: int = 1200) -> list[Told]:
    """
    Return stretches of PolNeAR's training articles in which the rules see no act, as "none" or, where said, STATE.

    Everyday prose, which sentences written for their acts are not; the rules miss some acts, so these are weak labels.
    """
    packs = load("core", "negotiation")
    found = []
    for text in polnear("train")[::4]:
        reading = read_article(Article(text.name, text.text), packs, RuleAnnotator())
        for one in reading.statements:
            if one.act == "STATE" and one.event is None and len(one.contents) == 1 and one.realis == "actual":
                said = one.mode != "narrated"
                places = [*one.contents, *[place for place in (one.source, one.cue) if place]]
                words = text.text[min(p.start for p in places) : max(p.end for p in places)]
                if "\n" not in words and len(words) < 400:
                    found.append(Told(words, "STATE" if said else "none", None, None, (0,) * len(words), weak=True))
    return random.Random(7).sample(found, min(count, len(found)))
