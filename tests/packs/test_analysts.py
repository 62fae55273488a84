"""An analyst's file sets order and weight; a wrong one says what is wrong with it and where."""

from pathlib import Path

import pytest

from crosswire.errors import PackError, QuestionError
from crosswire.packs import choose_analyst, load, read_analyst


def _written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_packs_bring_analysts_by_name() -> None:
    assert choose_analyst("ukraine", load()).vantage == "UKR"


def test_an_analyst_changes_no_reading() -> None:
    assert load("ukraine_russia").analysts
    assert load("ukraine_russia").digest == load("core", "negotiation", "ukraine_russia").digest


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    path = _written(tmp_path, 'name = "me"\nvantage = "RUS"\ntone = "brief"\n[issues]\nceasefire = 2.0\n')
    analyst = choose_analyst(str(path), load())
    assert (analyst.name, analyst.vantage, analyst.tone, analyst.issues) == ("me", "RUS", "brief", {"ceasefire": 2.0})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = 3", "str"),
        ('name = "me"\nmood = "grim"', "mood"),
        ('name = "me"\ntone = "shrill"', "shrill"),
        ('name = "me"\n[issues]\nceasefire = 40.0', "between 0 and 10"),
        ("name = ", "TOML"),
    ],
    ids=["no text", "unknown field", "unknown tone", "a weight off the scale", "no TOML"],
)
def test_a_malformed_file_names_the_place_and_the_fault(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PackError, match=said) as raised:
        read_analyst(_written(tmp_path, text))
    assert "mine.toml" in str(raised.value)


def test_nobody_of_that_name_lists_who_there_is() -> None:
    with pytest.raises(QuestionError, match=r"neutral.*\.toml"):
        choose_analyst("nobody", load())


@pytest.mark.parametrize("line", ['vantage = "ATL"', "[issues]\natlantis = 1.0"], ids=["party", "issue"])
def test_a_vantage_or_issue_the_packs_do_not_know_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(QuestionError, match=r"(?i)atl"):
        choose_analyst(str(_written(tmp_path, f'name = "me"\n{line}\n')), load())


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"missing\.toml"):
        choose_analyst(str(tmp_path / "missing.toml"), load())
