"""Read a pack's own examples, and say where what is read differs from what the pack expects."""

from crosswire.model import Article, Statement
from crosswire.packs import Packs, load
from crosswire.packs.check import Example, examples
from crosswire.read.reader import read_article


def check_examples(name: str) -> list[str]:
    """
    Return what differs, one line an example: its number, what was expected, what was read. Empty when all agree.

    An example with `none` expects that nobody says anything in it. A field it leaves out is not compared.
    """
    packs = load(name)
    problems = []
    for number, example in enumerate(examples(name), start=1):
        problem = _difference(example, packs)
        if problem:
            problems.append(f"examples.jsonl line {number}: {problem}; text: {example.text}")
    return problems


def _difference(example: Example, packs: Packs) -> str | None:
    statements = read_article(Article("example", example.text), packs).statements
    attributed = [one for one in statements if one.speaker or one.unnamed or one.agent]
    if example.none:
        spoken = [one for one in statements if one.speaker or one.unnamed]
        return f"expected nobody to speak, read {_shown(spoken[0])}" if spoken else None
    if not attributed:
        return "expected a statement, read none"
    if any(_agrees(one, example) for one in attributed):
        return None
    wanted = ", ".join(f"{field} {value}" for field, value in _fields(example))
    return f"expected {wanted}; read {_shown(attributed[0])}"


def _agrees(statement: Statement, example: Example) -> bool:
    speakers = (statement.speaker, statement.agent)
    return (
        (example.speaker is None or example.speaker in speakers)
        and (example.unnamed is None or (statement.unnamed or "").casefold() == example.unnamed.casefold())
        and (example.act is None or example.act in (statement.act, statement.event))
        and (example.issue is None or example.issue in statement.issues)
        and (example.target is None or example.target in (statement.target, statement.event_target))
    )


def _fields(example: Example) -> list[tuple[str, str]]:
    names = ("speaker", "unnamed", "act", "issue", "target")
    return [(name, value) for name in names if (value := getattr(example, name)) is not None]


def _shown(statement: Statement) -> str:
    voice = statement.speaker or statement.unnamed or statement.agent
    return f"speaker {voice}, act {statement.act}, issues {list(statement.issues)}, target {statement.target}"
