"""What changed between two states of a case: what is new, firmer, contested, moved or weaker, and nothing else."""

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from crosswire.case import Case
from crosswire.cli import cli
from crosswire.model import Section
from crosswire.pipeline import Job, run
from crosswire.write import to_html, to_json

REST = (
    "Shops along the quay stayed open until the lamps were put out, and nobody in the market spoke of anything else.",
    "Rescue crews worked through the night with two engines and a boat, while neighbours carried water from the canal.",
    "A fireman who had been there since the morning showed reporters the charred beams and the empty sacks of barley.",
    "Fishermen mended their nets at the pier on Friday, waiting for word from the pilots about the state of the buoys.",
)
DAYS = {
    "1.txt": (
        "Harbour Post",
        "2025-06-02",
        "Norway rejected a pause in the fighting around the port of Vesk on Monday.",
    ),
    "2.txt": ("Lake Wire", "2025-06-02", "A fire at the grain store in Vesk killed seven people on Sunday."),
    "3.txt": ("Harbour Post", "2025-06-05", "Seven people were killed in a fire at the grain store in Vesk on Sunday."),
    "4.txt": ("Vesk Mail", "2025-06-06", "Norway agreed to a pause in the fighting around the port of Vesk."),
}


def text(name: str) -> str:
    outlet, date, lead = DAYS[name]
    rest = REST[int(name[0]) - 1]
    last = f"It had rained there since {name[0]} o'clock, and the road to the hills was closed."
    return f"Title: Vesk on {date}\nSource: {outlet}\nDate: {date}\n\n{lead}\n\n{rest}\n\n{last}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in DAYS:
        (tmp_path / name).write_text(text(name), encoding="utf-8")
    return tmp_path


@pytest.fixture
def case(folder: Path) -> Path:
    path = folder / "talks.crosswire"
    with Case(path, create=True) as opened:
        opened.add([str(folder / name) for name in DAYS])
    return path


def since(path: Path, day: int, until: int | None = None) -> Section | None:
    with Case(path) as opened:
        before = opened.dossier(as_of=dt.date(2025, 6, day))
        return opened.changes(before, as_of=dt.date(2025, 6, until) if until else None)


def labels(section: Section | None) -> dict[str, str]:
    return {line.text: line.label or "" for line in section.lines} if section else {}


def test_nothing_changed_says_nothing(case: Path) -> None:
    assert since(case, 6) is None
    result = CliRunner().invoke(cli, ["diff", str(case), "--since", "2025-06-06"])
    assert (result.exit_code, result.output) == (0, "")


def test_a_second_origin_corroborates_an_earlier_claim(case: Path) -> None:
    found = labels(since(case, 2, 5))
    assert [label for words, label in found.items() if "killed seven people" in words] == ["Now corroborated"]


def test_a_refusal_that_became_an_agreement_is_a_position_moved(case: Path) -> None:
    found = labels(since(case, 5))
    moved = [label for words, label in found.items() if "agreed to a pause" in words]
    assert moved == ["Norway · ceasefire · rejection before, acceptance now"]
    assert not any("fire at the grain store" in words for words in found)


def test_the_evidence_of_what_was_before_stands_beside_what_is_now(case: Path) -> None:
    section = since(case, 5)
    assert section is not None
    moved = next(line for line in section.lines if "before" in (line.label or ""))
    assert any("rejected a pause" in one.quote for one in moved.evidence)


def test_a_copy_changes_nothing(case: Path, folder: Path) -> None:
    with Case(case) as opened:
        before = opened.dossier()
        copy = folder / "copy.txt"
        copy.write_text(text("4.txt").replace("Source: Vesk Mail", "Source: The Echo"), encoding="utf-8")
        opened.add([str(copy)])
        section = opened.changes(before)
    assert not labels(section)


def test_a_dropped_report_weakens_what_rested_on_it(case: Path) -> None:
    with Case(case) as opened:
        before = opened.dossier()
        opened.decide("drop", "3.txt", author="Ana", made=dt.datetime(2025, 6, 7, tzinfo=dt.UTC))
        section = opened.changes(before)
    assert section is not None
    assert "Rests on fewer origins than before" in labels(section).values()
    assert section.intro is not None
    assert "No longer among them: Harbour Post" in section.intro


def test_two_cases_compare_like_two_dates(case: Path, folder: Path) -> None:
    early = folder / "early.crosswire"
    with Case(early, create=True) as opened:
        opened.add([str(folder / name) for name in ("1.txt", "2.txt", "3.txt")])
    two = CliRunner().invoke(cli, ["diff", str(early), str(case), "--json"])
    one = CliRunner().invoke(cli, ["diff", str(case), "--since", "2025-06-05", "--json"])
    assert two.exit_code == one.exit_code == 0
    assert two.output == one.output


def test_a_report_since_a_date_opens_with_what_changed(case: Path, folder: Path) -> None:
    job = Job((str(folder),), since=dt.date(2025, 6, 5))
    from_folder = run(Job(tuple(str(folder / name) for name in DAYS), since=job.since))
    with Case(case) as opened:
        kept = opened.assess(since=job.since)
    assert kept.sections[0].name == "changed"
    assert to_json(kept) == to_json(from_folder)
    assert "What changed" in to_html(kept)


def test_diff_asks_for_two_states() -> None:
    result = CliRunner().invoke(cli, ["diff", "one.crosswire"])
    assert result.exit_code == 2
    assert "--since DATE, or two cases" in result.output
