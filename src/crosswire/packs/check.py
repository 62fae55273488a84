"""What is wrong with a pack: the one contract every pack keeps, checked entry by entry."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import msgspec

from crosswire.errors import PackError
from crosswire.packs import load, load_pack
from crosswire.packs.schema import Pack, Packs


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    One line of `examples.jsonl`: a sentence, and the statement to be read from it, or `none`.

    `speaker` and `target` are actor ids, `act` an act id, `issue` an issue id;
    `unnamed` holds an unnamed source's words.
    """

    text: str
    speaker: str | None = None
    act: str | None = None
    issue: str | None = None
    target: str | None = None
    unnamed: str | None = None
    none: bool = False


def check_pack(name: str) -> list[str]:
    """
    Return what is wrong with a pack, by name or folder: file, entry, what was found and the remedy. Empty when sound.

    >>> check_pack("core")
    []
    """
    try:
        pack = load_pack(name)
        merged = load(name)
    except PackError as error:
        return [str(error)]
    problems = [
        *_unique("actors", "id", (actor.id for actor in pack.actors)),
        *_unique("outlets", "id", (outlet.id for outlet in pack.outlets)),
        *_unique("issues", "id", (issue.id for issue in pack.issues)),
        *_unique("acts", "id", (act.id for act in pack.acts)),
        *_unique("speech", "lemma", (cue.lemma for cue in pack.speech)),
        *_parties(pack, merged),
        *_clashes(pack),
        *_empty(pack),
        *_cues(pack, merged),
    ]
    return problems + [problem for _, problem in _examples(_folder(name) / "examples.jsonl", merged) if problem]


def examples(name: str) -> list[Example]:
    """Return the examples of a pack, by name or folder; a malformed line raises `PackError`."""
    path = _folder(name) / "examples.jsonl"
    found = []
    for example, problem in _examples(path, load(name)):
        if example is None:
            raise PackError(problem)
        found.append(example)
    return found


def _folder(name: str) -> Path:
    folder = Path(name)
    return folder if (folder / "pack.toml").is_file() else Path(str(files("crosswire.packs"))) / name


def _unique(topic: str, field: str, values: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for number, value in enumerate(values, start=1):
        if value in seen:
            yield f"{topic}.toml entry {number} ({value}): {field} used twice; rename or merge the entries"
        seen.add(value)


def _parties(pack: Pack, merged: Packs) -> Iterator[str]:
    known = {actor.id for actor in merged.actors}
    for number, actor in enumerate(pack.actors, start=1):
        if actor.party is not None and actor.party not in known:
            yield (
                f"actors.toml entry {number} ({actor.id}): party {actor.party!r} is no actor of this pack or the packs "
                "it needs; add the actor or mend the id"
            )


def _clashes(pack: Pack) -> Iterator[str]:
    """One spelling, two entries: a reader could not tell which is meant. A metonym may repeat a place's name."""
    owner: dict[str, str] = {}
    entries = [
        *((actor.id, "actors", (actor.name, *actor.aliases)) for actor in pack.actors),
        *((outlet.id, "outlets", (outlet.name, *outlet.aliases)) for outlet in pack.outlets),
    ]
    for entry, topic, names in entries:
        for name in dict.fromkeys(names):
            if not name.strip():
                yield f"{topic}.toml ({entry}): an empty name; remove it"
            elif owner.setdefault(name, entry) != entry:
                yield f"{topic}.toml ({entry}): the name {name!r} is also {owner[name]}'s; keep it in one entry"
        if len(set(names)) < len(names):
            yield f"{topic}.toml ({entry}): a name stands twice in aliases; remove the repetition"
    spoken: dict[str, str] = {}
    for actor in pack.actors:
        for word in (*actor.metonyms, *actor.adjectives):
            if spoken.setdefault(word, actor.id) != actor.id:
                yield f"actors.toml ({actor.id}): {word!r} already stands for {spoken[word]}; keep it in one entry"


def _empty(pack: Pack) -> Iterator[str]:
    for issue in pack.issues:
        if not issue.terms:
            yield f"issues.toml ({issue.id}): no terms; give at least one, or remove the issue"
    for words in pack.lexicon:
        if not words.words:
            yield f"lexicon.toml ({words.name}): an empty list; fill or remove it"


def _cues(pack: Pack, merged: Packs) -> Iterator[str]:
    acts = {act.id for act in merged.acts}
    for number, cue in enumerate(pack.speech, start=1):
        if cue.act is not None and acts and cue.act not in acts:
            yield f"speech.toml entry {number} ({cue.lemma}): unknown act {cue.act!r}; known acts are in acts.toml"


def _examples(path: Path, merged: Packs) -> Iterator[tuple[Example | None, str]]:
    """Return each line's example and what is wrong with it, "" when nothing."""
    if not path.is_file():
        return
    actors = {actor.id for actor in merged.actors} | {outlet.id for outlet in merged.outlets}
    acts, issues = {act.id for act in merged.acts}, {issue.id for issue in merged.issues}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        where = f"examples.jsonl line {number}"
        try:
            example = msgspec.json.decode(line, type=Example)
        except msgspec.DecodeError as error:
            yield None, f"{where}: {error}; expected text and speaker, act, issue, target, unnamed or none"
            continue
        yield example, _wrong(where, example, actors, acts, issues)


def _wrong(where: str, example: Example, actors: set[str], acts: set[str], issues: set[str]) -> str:
    if not example.text.strip():
        return f"{where}: empty text; write a sentence"
    if example.none == (example.act is not None):
        return f'{where}: expected an act, or "none": true, and not both'
    for field, value, known in (
        ("speaker", example.speaker, actors),
        ("target", example.target, actors),
        ("act", example.act, acts),
        ("issue", example.issue, issues),
    ):
        if value is not None and known and value not in known:
            return f"{where}: {field} {value!r} is unknown to this pack and the packs it needs; mend the id"
    return ""
