"""A denial whose words say nothing by themselves is shown by who denies."""

from pathlib import Path

from crosswire.pipeline import Job, run

TEXT = (
    "Raid on Arica\n\nBy Jan Holt, Coast Wire, 8 May 2030\n\n"
    "The Harbour Watch said that Chilean aircraft had killed eleven fishermen at the port of Arica on Monday. "
    "This was denied by Chile.\n\n"
    "Envoys of Peru and Chile met in Lima on the same day, and the mayor of the town asked both of them to let relief "
    "through to the port of Arica.\n"
)


def test_who_denies_is_named_where_the_denial_names_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    asked = run(Job(paths=(str(tmp_path),), question="Did Chile raid Arica?", fast=True))
    told = [line.text for one in asked.sections if one.name == "disagreements" for line in one.lines]
    assert any("eleven fishermen" in line for line in told)
    assert "Denied by Chile." in told
