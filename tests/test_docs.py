"""What the documents say is what the program does."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

from crosswire.cli import _COMMANDS
from crosswire.model import Assessment
from crosswire.write import schema
from crosswire.write.terminal import section_text

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])


def test_the_command_line_page_is_current() -> None:
    spec = importlib.util.spec_from_file_location("build_cli", ROOT / "docs" / "build_cli.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == module.render(), "run: python docs/build_cli.py"


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"## `crosswire {name}`" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


def test_nothing_names_the_machine_it_was_made_on() -> None:
    pattern = re.compile(r"/(?:work|tmp/bash_jobs)/|pypi\.org/simple")
    suffixes = {".py", ".md", ".ipynb", ".toml", ".json", ".jsonl", ".yml", ".txt", ".html"}
    written = {"crosswire-demo.html"}  # what `make demo` writes
    skipped = {".venv", ".git", "build", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    for path in ROOT.rglob("*"):
        if (
            path.suffix in suffixes
            and not skipped & set(path.relative_to(ROOT).parts)
            and path != Path(__file__)
            and path.name not in written
        ):
            assert not pattern.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_the_published_schema_is_current() -> None:
    published = json.loads((ROOT / "docs" / "assessment.schema.json").read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(schema())), "run: crosswire schema > docs/assessment.schema.json"


def test_the_output_shown_in_the_readme_is_real(demo_assessment: Assessment) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- demo -->\n```console\n(.*?)```", readme, re.DOTALL)
    assert shown
    real = " ".join(section_text(demo_assessment.sections[0]).split())
    for block in shown.group(1).split("\n\n"):
        words = " ".join(block.split())
        if words.startswith("- "):
            assert words in real, words
