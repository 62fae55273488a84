"""One sentence may tell two claims: above it is shown, and among those of one origin it is not shown again."""

from pathlib import Path

from crosswire.pipeline import Job, run

TOLD = (
    "Peru's President Ana Roe said on Monday that the plan for talks with Chile could form the basis of a settlement, "
    "but threatened to seize the port of Arica if Chile walked away from the negotiations."
)
TEXT = (
    f"Peru weighs a plan for talks with Chile\n\nBy Jan Holt, Coast Wire, 8 May 2030\n\n{TOLD}\n\n"
    "Chile has not answered the plan for talks. Envoys of both met in Lima on Sunday.\n"
)


def test_a_sentence_of_two_claims_is_shown_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    asked = run(Job(paths=(str(tmp_path),), question="Will Peru and Chile hold talks?", fast=True))
    names = [one.name for one in asked.sections for line in one.lines if "form the basis" in line.text]
    assert "bottom_line" in names
    assert "single_origin" not in names
