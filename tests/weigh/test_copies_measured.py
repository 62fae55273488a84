"""The folding of near-copies on planted copies of real reports."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/wirecopy-planted/wirecopy.jsonl"


def evaluator() -> ModuleType:
    path = ROOT / "bench/quality/copies/evaluate.py"
    spec = importlib.util.spec_from_file_location("copies_evaluate", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_file(), reason="needs the evaluation data beside the checkout: wirecopy-planted")
def test_planted_copies_are_folded_and_independent_reports_are_not() -> None:
    bench = evaluator()
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    figures = bench.score(rows, bench.crosswire(rows))
    assert figures["P"] >= 0.98
    assert figures["R"] >= 0.95
