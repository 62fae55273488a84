"""A kept case: nothing twice, only the new is read, every answer explained."""

from pathlib import Path

import pytest

from crosswire.case import Case
from crosswire.errors import CrosswireError, StoreError
from crosswire.write import to_json
from crosswire.write.layout import corpus_line

REPORTS = {
    "harbour.txt": """Title: Envoys agree on truce
Source: Harbour Post
Date: 2025-06-03

The envoys of Oria and Teland agreed on a truce of 30 days on Monday. They will exchange 340 prisoners each.

"This is a beginning," Defence Minister Ilse Varga of Oria said after the meeting. She said the guns would
fall silent at midnight. Teland's foreign minister, Jon Petrov, declined to comment.
""",
    "ledger.txt": """Title: Guns to fall silent
Source: Northern Ledger
Date: 2025-06-03

Oria and Teland agreed on a truce of 30 days on Monday, after two days of meetings in the lake town of Vesk.

Jon Petrov, the foreign minister of Teland, accused Oria of having shelled a school in Marn last week. Oria denied it.
""",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_adding_the_same_reports_twice_changes_nothing(tmp_path: Path, reports: Path) -> None:
    with Case(tmp_path / "a.crosswire", create=True) as case:
        first = case.add([str(reports)])
        before = to_json(case.assess())
        again = case.add([str(reports)])
        assert (first.new, first.known, first.read) == (2, 0, 2)
        assert (again.new, again.known, again.read) == (0, 2, 0)
        assert to_json(case.assess()) == before


def test_one_more_report_is_the_only_one_read(tmp_path: Path, reports: Path) -> None:
    with Case(tmp_path / "a.crosswire", create=True) as case:
        case.add([str(reports)])
        more = tmp_path / "more.txt"
        more.write_text(REPORTS["ledger.txt"].replace("Northern Ledger", "Vesk Mail").replace("30 days", "20 days"))
        assert case.add([str(more)]).read == 1


def test_a_case_assesses_to_the_same_bytes_as_its_folder(tmp_path: Path, reports: Path) -> None:
    from crosswire.pipeline import Job, run

    with Case(tmp_path / "a.crosswire", create=True) as case:
        case.add([str(reports)])
        kept = to_json(case.assess("Will the truce hold?"))
    assert kept == to_json(run(Job((str(reports),), "Will the truce hold?")))


def test_why_shows_the_words_behind_a_claim(tmp_path: Path, reports: Path) -> None:
    with Case(tmp_path / "a.crosswire", create=True) as case:
        case.add([str(reports)])
        texts = {article.id: article.text for article in case.articles()}
        found = case.claims()
        assert found
        for one in found:
            again = case.why(one.claim.id)
            assert again == one
            assert again.origins
            for voice in again.voices:
                voice.evidence.check(texts[voice.evidence.article])


def test_an_unknown_claim_is_named_with_the_remedy(tmp_path: Path, reports: Path) -> None:
    with Case(tmp_path / "a.crosswire", create=True) as case:
        case.add([str(reports)])
        with pytest.raises(CrosswireError, match="crosswire claims"):
            case.why("zzzz")


def test_an_empty_case_says_how_to_fill_it(tmp_path: Path) -> None:
    with Case(tmp_path / "a.crosswire", create=True) as case, pytest.raises(StoreError, match="crosswire add"):
        case.assess()


def test_a_bad_file_is_remembered_as_skipped(tmp_path: Path, reports: Path) -> None:
    (reports / "noise.pdf").write_bytes(b"%PDF-1.4 broken")
    with Case(tmp_path / "a.crosswire", create=True) as case:
        added = case.add([str(reports)])
        assert [Path(one.location).name for one in added.skipped] == ["noise.pdf"]
        assert case.skipped() == list(added.skipped)
        assert case.assess().corpus.skipped == added.skipped


def test_a_case_takes_the_pack_of_its_talks_and_keeps_it(tmp_path: Path) -> None:
    text = "Crews walked out over pay. The union said pickets would stand at the gate until the pay offer rose. " * 3
    report = tmp_path / "strike.txt"
    report.write_text(text)
    with Case(tmp_path / "a.crosswire", create=True, fast=True) as case:
        case.add([str(report)])
        assert "labour" in case.packs.names
    with Case(tmp_path / "a.crosswire", fast=True) as case:
        assert "labour" in case.packs.names
        assert case.read() == 0
        assert "with the pack labour" in corpus_line(case.assess().corpus)
    with Case(tmp_path / "b.crosswire", packs=("core",), create=True, fast=True) as case:
        case.add([str(report)])
        assert case.packs.names == ("core",)
