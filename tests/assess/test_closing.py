"""A line that an outlet sets under every report is shown as no finding."""

from pathlib import Path

import pytest

from crosswire.pipeline import Job, run

STANDING = "Hopes of a settlement between Peru and Chile live on, despite the raids on Arica, says Ann Lee."
TOLD = (
    "Peru's envoys met those of Chile in Lima and agreed on a truce from Friday, the mayor of the city said.",
    "Chile rejected the truce with Peru on Saturday and called its envoy home from Lima, its government said.",
    "Peru said on Tuesday that it had freed forty prisoners of Chile at the bridge of Tacna under the truce.",
)
MORE = "The bridge is the only crossing left open, and forty trucks wait there for the guards of both to wave."


@pytest.mark.parametrize("days", [2, 3])
def test_a_standing_line_at_the_foot_of_reports_is_no_finding(tmp_path: Path, days: int) -> None:
    for number, told in enumerate(TOLD[:days]):
        page = f"Truce talks, day {number}\n\nBy Jan Holt, Coast Wire, {3 * number + 1} May 2030\n\n{told} {MORE}"
        (tmp_path / f"{number}.txt").write_text(f"{page}\n\n{STANDING}\n", encoding="utf-8")
    asked = run(Job(paths=(str(tmp_path),), question="Will the truce between Peru and Chile hold?", fast=True))
    shown = any("Ann Lee" in line.text for one in asked.sections for line in one.lines if one.name != "sources")
    assert shown == (days < 3)
