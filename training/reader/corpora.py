"""The annotated articles beside the checkout, as text with spans."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[2].parent / "shared/data"
Piece = tuple[int, int]

# The corpora's classes by ours; products and the like are left out of the reading but learnt, so that they are not
# taken for something else.
KINDS = ("person", "organisation", "place", "facility", "group", "date", "money", "product", "other")
_KIND = {
    "Person": "person", "Organization": "organisation", "Location": "place", "Facility": "facility", "NORP": "group",
    "Date": "date", "Money": "money", "Product": "product", "Miscellaneous": "other", "Misc": "other",
}  # fmt: skip


@dataclass(frozen=True)
class Link:
    """One attribution: pieces of its source, cue and content."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]


@dataclass(frozen=True)
class Text:
    """An annotated text; `links` or `entities` is None where the corpus does not mark them."""

    name: str
    text: str
    links: tuple[Link, ...] | None = None
    entities: tuple[tuple[int, int, str], ...] | None = None


def polnear(split: str) -> list[Text]:
    """Return PolNeAR's articles (Newell et al. 2018), one annotator an article."""
    rows = []
    for path in sorted((DATA / "polnear" / split / "text").glob("*.txt")):
        files = sorted((DATA / "polnear" / split / "attributions").glob(path.stem + "_*.ann"))
        if files:
            rows.append(Text(path.stem, path.read_bytes().decode(), links=tuple(_links(files[0].read_text()))))
    return rows


def _links(text: str) -> Iterator[Link]:
    spans: dict[str, tuple[Piece, ...]] = {}
    for line in text.split("\n"):
        match = re.match(r"(T\d+)\t\S+ ([\d; ]+)\t", line)
        if match:
            parts = (part.split() for part in match[2].split(";"))
            spans[match[1]] = tuple((int(start), int(end)) for start, end in parts)
        elif re.match(r"E\d+\t", line):
            roles = [part.split(":") for part in line.split("\t")[1].split()[1:]]
            if roles:
                yield Link(*(_role(roles, name, spans) for name in ("Source", "Cue", "Content")))


def _role(roles: list[list[str]], name: str, spans: dict[str, tuple[Piece, ...]]) -> tuple[Piece, ...]:
    return tuple(span for role, key in roles if role.rstrip("0123456789") == name for span in spans.get(key, ()))


def worldwide(split: str) -> list[Text]:
    """Return the Worldwide English Newswire articles (Shan et al. 2023), their tokens set as running text."""
    folder = DATA / "worldwide_ner"
    names = json.loads((folder / "split.json").read_text())[split]
    return [_tokens(name, (folder / "processed_annotated" / name).read_text()) for name in names]


_NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % ’s 's ’ n't n’t 're 've 'll 'd 'm ’re ’ve ’ll ” … ...".split())
_NO_SPACE_AFTER = frozenset("( [ { $ £ € “ ‘ # @".split())


def _tokens(name: str, table: str) -> Text:
    """Set tokens as text: a blank line ends a sentence, marks lean on their words."""
    parts: list[str] = []
    length = 0
    entities: list[list] = []
    before, straight, fresh = "", False, True
    for line in table.split("\n")[1:]:
        if "\t" not in line:
            fresh = True
            continue
        token, tag = line.rstrip("\n").split("\t")[:2]
        opens = token == '"' and not straight
        glue = token in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER or (token == '"' and straight)
        space = "" if not length or (glue and not fresh) or before == "opening" else " "
        parts += [space, token]
        start = length + len(space)
        length = start + len(token)
        if token == '"':
            straight = not straight
        before, fresh = ("opening" if opens else token), False
        if tag == "O":
            continue
        mark, label = tag.split("-", 1)
        kind = _KIND[label]
        if mark in "IE" and entities and entities[-1][2] == kind and entities[-1][1] >= start - 1:
            entities[-1][1] = length
        else:
            entities.append([start, length, kind])
    return Text(name, "".join(parts), entities=tuple((a, b, k) for a, b, k in entities))


def wikigold() -> list[Text]:
    """Return WikiGold (Balasuriya et al. 2009, CC BY 4.0): persons, places, organisations; the rest is not ours."""
    rows = []
    table = (DATA / "wikigold/CONLL-format/data/wikigold.conll.txt").read_text()
    for number, block in enumerate(table.split("-DOCSTART-")):
        lines = ["", *(line.replace(" ", "\t") for line in block.split("\n")[1:])]
        text = "\n".join(lines)
        for short, long in (("PER", "Person"), ("LOC", "Location"), ("ORG", "Organization"), ("MISC", "Misc")):
            text = text.replace(f"I-{short}", f"I-{long}")
        row = _tokens(f"wikigold-{number}", text)
        if row.text:
            rows.append(row)
    return rows
