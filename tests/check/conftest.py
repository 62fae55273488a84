"""The bundled case, read by rules and weighed once for every test of checking."""

from collections.abc import Callable

import pytest
from bench.quality.check.swaps import demo

from crosswire.check import check_report
from crosswire.model import Check
from crosswire.sources.drafts import read_draft

Checker = Callable[[str], Check]


@pytest.fixture(scope="session")
def checked() -> Checker:
    """Check a draft given as Markdown against the demo's reports."""
    case = demo()
    return lambda words: check_report(read_draft(words.encode(), "draft.md"), case.dossier, case.readings, case.packs)
