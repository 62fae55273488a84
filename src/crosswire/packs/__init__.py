"""Domain vocabulary as data: what names, words and issues a conflict is told in."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from crosswire.errors import PackError
from crosswire.packs.analysts import choose_analyst, read_analyst
from crosswire.packs.schema import (
    Header,
    Lexicon,
    Pack,
    PackAct,
    PackActor,
    PackIssue,
    PackOutlet,
    Packs,
    SpeechCue,
)
from crosswire.packs.topics import fitting

__all__ = [
    "DEFAULT",
    "Header",
    "Lexicon",
    "Pack",
    "PackAct",
    "PackActor",
    "PackIssue",
    "PackOutlet",
    "Packs",
    "SpeechCue",
    "choose_analyst",
    "chosen_for",
    "load",
    "load_pack",
    "names",
    "read_analyst",
]

# What `assess` loads when the user names no pack.
DEFAULT = ("core", "negotiation", "ukraine_russia")

# One TOML file a topic; `names.toml` holds `[[lexicon]]` tables too, apart because its lists are long.
_TOPICS = ("actors", "outlets", "issues", "acts", "speech", "lexicon", "moves")
_NAMES = "names"
_Item = TypeVar("_Item")


def names() -> list[str]:
    """Return the names of the packs that ship with Crosswire."""
    root = Path(str(files("crosswire.packs")))
    return sorted(path.parent.name for path in root.glob("*/pack.toml"))


def chosen_for(texts: Iterable[str]) -> tuple[str, ...]:
    """
    Return the packs for a case whose user names none: the default ones, and those of the subject its texts are on.

    >>> chosen_for(["The union called a strike ballot; pickets will stand at every gate until the pay offer rises."])
    ('core', 'negotiation', 'labour', 'ukraine_russia')
    """
    *first, last = DEFAULT
    return (*first, *fitting((_header(name) for name in names()), texts), last)


@cache
def _header(name: str) -> Header:
    return msgspec.convert(_read(Path(str(files("crosswire.packs"))) / name / "pack.toml", hashlib.sha256()), Header)


def load(*chosen: str) -> Packs:
    """
    Load packs by name or folder, with the packs they need before them, and merge them.

    Without names the default packs load. Raises `PackError` naming file, entry and remedy.

    >>> "core" in load("core").names
    True
    """
    return _load(tuple(chosen) or DEFAULT)


@cache
def _load(chosen: tuple[str, ...]) -> Packs:
    ordered: dict[str, Pack] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        pack = load_pack(name)
        if pack.header.name in trail:
            raise PackError(f"pack {name}: needs itself through {' -> '.join(trail)}; remove one of the needs")
        for need in pack.header.needs:
            if need not in ordered:
                visit(need, (*trail, pack.header.name))
        ordered.setdefault(pack.header.name, pack)

    for name in chosen:
        visit(name, ())
    return merge(list(ordered.values()))


def load_pack(name: str) -> Pack:
    """Load one pack by its name or its folder's path. Raises `PackError` when it is missing or breaks the schema."""
    folder = Path(name)
    if not (folder / "pack.toml").is_file():
        folder = Path(str(files("crosswire.packs"))) / name
    if not (folder / "pack.toml").is_file():
        raise PackError(f"pack {name}: no pack.toml found; known packs: {', '.join(names())}; or give a folder")
    digest = hashlib.sha256()
    fields: dict[str, Any] = {"header": _read(folder / "pack.toml", digest)}
    for topic in _TOPICS:
        path = folder / f"{topic}.toml"
        if path.is_file():
            fields[topic] = _read(path, digest).get(topic, [])
    if (folder / f"{_NAMES}.toml").is_file():
        fields["lexicon"] = fields.get("lexicon", []) + _read(folder / f"{_NAMES}.toml", digest).get("lexicon", [])
    try:
        pack = msgspec.convert({**fields, "digest": digest.hexdigest()}, Pack)
    except msgspec.ValidationError as error:
        raise PackError(f"pack {name}: {_place(str(error), fields)}") from None
    # How a report is read does not depend on who it is written for: analysts are no part of the digest.
    return msgspec.structs.replace(pack, analysts=tuple(map(read_analyst, sorted(folder.glob("analysts/*.toml")))))


def merge(packs: Sequence[Pack]) -> Packs:
    """Merge packs in order: entries with the same id replace, word lists with the same name add up."""
    lexicon: dict[str, tuple[str, ...]] = {}
    for pack in packs:
        for words in pack.lexicon:
            lexicon[words.name] = tuple(dict.fromkeys((*lexicon.get(words.name, ()), *words.words)))
    return Packs(
        names=tuple(pack.header.name for pack in packs),
        actors=_unique([item for pack in packs for item in pack.actors], "id"),
        outlets=_unique([item for pack in packs for item in pack.outlets], "id"),
        issues=tuple(_placed(issue, lexicon) for issue in _unique([i for pack in packs for i in pack.issues], "id")),
        acts=_unique([item for pack in packs for item in pack.acts], "id"),
        speech=_unique([item for pack in packs for item in pack.speech], "lemma"),
        lexicon=lexicon,
        digest=hashlib.sha256("".join(pack.digest for pack in packs).encode()).hexdigest()[:16],
        analysts=_unique([item for pack in packs for item in pack.analysts], "name"),
        moves=_unique([item for pack in packs for item in pack.moves], "id"),
        ranks={issue.id: number for number, pack in enumerate(packs) for issue in pack.issues},
        subjects=tuple(pack.header.name for pack in packs if pack.header.topic),
    )


def _placed(issue: PackIssue, lexicon: Mapping[str, tuple[str, ...]]) -> PackIssue:
    """Return an issue with the places that word lists add to it: a pack may know what another pack's issue is about."""
    verbs, places = (lexicon.get(f"{name}:{issue.id}", ()) for name in ("giving-up", "places"))
    if not verbs and not places:
        return issue
    return msgspec.structs.replace(issue, giving_up=(*issue.giving_up, *verbs), places=(*issue.places, *places))


def _unique(items: list[_Item], key: str) -> tuple[_Item, ...]:
    return tuple({getattr(item, key): item for item in items}.values())


def _read(path: Path, digest: "hashlib._Hash") -> dict[str, Any]:
    data = path.read_bytes()
    digest.update(path.name.encode() + b"\0" + data)
    try:
        return tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: expected TOML in UTF-8: {error}; mend the file") from None


def _place(message: str, fields: dict[str, Any]) -> str:
    """Turn msgspec's `$.actors[3].kind` into the entry a pack's writer can find."""
    head, _, path = message.rpartition(" - at `$.")
    topic, _, rest = path.partition("[")
    number = rest.partition("]")[0]
    if number.isdigit() and isinstance(fields.get(topic), list):
        entry = fields[topic][int(number)]
        name = entry.get("id") or entry.get("lemma") or entry.get("name") or "unnamed"
        return f"{topic}.toml entry {int(number) + 1} ({name}): {head or message}; see docs/add-a-pack.md"
    return f"{message}; see docs/add-a-pack.md"
