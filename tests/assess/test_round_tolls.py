"""A toll in round words is shown in them, and a number told beside them is not."""

from pathlib import Path

import pytest

from crosswire.pipeline import Job, run

MORE = "Peru called the raid a breach of the truce, and its envoy left the talks with Chile in Lima on the same day."


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("killing at least two people and wounding dozens", "2 killed; dozens wounded"),
        ("killing dozens of people", "dozens killed"),
    ],
    ids=["beside", "round"],
)
def test_a_toll_is_told_as_reports_count_it(tmp_path: Path, told: str, shown: str) -> None:
    text = (
        f"Truce talks\n\nBy Jan Holt, Coast Wire, 8 May 2030\n\nChile shelled the port of Arica on Monday, {told}, Peru"
    )
    (tmp_path / "a.txt").write_text(f"{text} said. {MORE} {MORE.replace('raid', 'shelling')}\n", encoding="utf-8")
    asked = run(Job(paths=(str(tmp_path),), question="Will the truce hold?", fast=True))
    notes = [line.note for one in asked.sections for line in one.lines if "alleged of" in (line.label or "").lower()]
    assert any(shown in (note or "") for note in notes), notes
