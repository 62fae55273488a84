"""Run docs/notebook.ipynb and write what its cells print; `tests/test_notebook.py` fails when that is out of date."""

import ast
import contextlib
import io
import json
import os
import tempfile
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).parent / "notebook.ipynb"
Notebook = dict[str, Any]


def read() -> Notebook:
    """Return the notebook as it is written."""
    found: Notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return found


def run(notebook: Notebook) -> Notebook:
    """Return the notebook with the outputs of its cells, run one after another in an empty folder."""
    names: dict[str, object] = {"__name__": "__main__"}
    cells = []
    with tempfile.TemporaryDirectory() as folder, _inside(folder):
        for cell in notebook["cells"]:
            cells.append(cell | _outputs("".join(cell["source"]), names) if cell["cell_type"] == "code" else cell)
    return notebook | {"cells": cells}


def _outputs(source: str, names: dict[str, object]) -> Notebook:
    """Run one cell: what it prints, then the value of its last line, as a notebook does."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - the cells are ours
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if isinstance(last, ast.Expr) else None  # noqa: S307
    found: list[Notebook] = []
    if printed.getvalue():
        found.append({"name": "stdout", "output_type": "stream", "text": _lines(printed.getvalue())})
    if value is not None:
        found.append(
            {
                "data": {"text/plain": _lines(repr(value))},
                "execution_count": None,
                "metadata": {},
                "output_type": "execute_result",
            }
        )
    return {"execution_count": None, "outputs": found}


def _lines(words: str) -> list[str]:
    # A frame pads its lines; a file keeps no such spaces.
    return "\n".join(line.rstrip() for line in words.split("\n")).splitlines(keepends=True)


@contextlib.contextmanager
def _inside(folder: str) -> Any:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def written(notebook: Notebook) -> str:
    """Return the notebook's file."""
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    NOTEBOOK.write_text(written(run(read())), encoding="utf-8")
