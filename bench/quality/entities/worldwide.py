"""The Worldwide English Newswire articles (Shan et al. 2023): their tokens set as running text, with marked names."""

import json

import msgspec

from bench import DATA

FOLDER = DATA / "worldwide_ner"
# The corpus's classes by ours.
KINDS = ("person", "organisation", "place", "facility", "group", "date", "money", "product", "other")
_KIND = {
    "Person": "person", "Organization": "organisation", "Location": "place", "Facility": "facility", "NORP": "group",
    "Date": "date", "Money": "money", "Product": "product", "Miscellaneous": "other", "Misc": "other",
}  # fmt: skip


class Marked(msgspec.Struct, frozen=True):
    """A text and its marked names: start, end, kind."""

    name: str
    text: str
    entities: tuple[tuple[int, int, str], ...]


def load(split: str) -> list[Marked]:
    """Return the articles of a split."""
    names = json.loads((FOLDER / "split.json").read_text())[split]
    return [set_as_text(name, (FOLDER / "processed_annotated" / name).read_text()) for name in names]


_NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % ’s 's ’ n't n’t 're 've 'll 'd 'm ’re ’ve ’ll ” … ...".split())
_NO_SPACE_AFTER = frozenset("( [ { $ £ € “ ‘ # @".split())


def set_as_text(name: str, table: str) -> Marked:
    """
    Return the text of a table of tokens and tags: a blank line ends a sentence, marks lean on their words.

    >>> set_as_text("a", "source\nEnvoys\tO\nof\tO\nKenya\tB-Location\n.\tO").text
    'Envoys of Kenya.'
    """
    parts: list[str] = []
    length = 0
    entities: list[tuple[int, int, str]] = []
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
            entities[-1] = (entities[-1][0], length, kind)
        else:
            entities.append((start, length, kind))
    return Marked(name, "".join(parts), tuple((start, end, kind) for start, end, kind in entities))
