"""Fixtures shared by all tests: the demo case, worked once a session, and where the evaluation data lies."""

import json
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from crosswire.assess import assess
from crosswire.model import Assessment, Dossier
from crosswire.packs import Packs, load
from crosswire.pipeline import Inputs, Job, collect_inputs, read_all, weigh_readings
from crosswire.read import choose_annotator

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def demo_folder() -> Path:
    with as_file(files("crosswire.examples") / "demo") as folder:
        return Path(folder)


@pytest.fixture(scope="session")
def demo_packs(demo_folder: Path) -> Packs:
    return load("core", "negotiation", str(demo_folder / "pack"))


@pytest.fixture(scope="session")
def demo_inputs(demo_folder: Path, demo_packs: Packs) -> Inputs:
    job = Job(paths=(str(demo_folder / "reports"),))
    return collect_inputs(job, demo_packs, None, lambda stage, done, total: None)


@pytest.fixture(scope="session")
def demo_dossier(demo_inputs: Inputs, demo_packs: Packs) -> Dossier:
    readings = tuple(read_all(demo_inputs.articles, demo_packs, choose_annotator()))
    return weigh_readings(demo_inputs, readings, demo_packs, lambda stage, done, total: None)


@pytest.fixture(scope="session")
def demo_assessment(demo_dossier: Dossier, demo_packs: Packs, demo_folder: Path) -> Assessment:
    question = json.loads((demo_folder / "questions.json").read_text(encoding="utf-8"))["default"]
    return assess(demo_dossier, demo_packs, question=question, version="test")


@pytest.fixture(scope="session")
def evaluation_data() -> Path:
    """The evaluation data beside the checkout; tests that need it skip where it is absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the evaluation data (../shared/data) is not beside this checkout")
    return folder
