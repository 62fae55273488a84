"""How sections are laid out: counts of origins as figures, long tails folded, nothing lost."""

import re
from collections.abc import Sequence
from typing import get_args

import msgspec
import pytest

from crosswire.model import Assessment, Check, Entry, Grid, GridRow, Line, Passage, Section, Verdict
from crosswire.write import to_html
from crosswire.write.check_steps import STEPS, shares, to_mend
from crosswire.write.check_words import VERDICTS
from crosswire.write.sections import INTROS, item, lay_out
from crosswire.write.strip import round_strip


def line(name: str, *, level: int = 0, note: str | None = None, label: str | None = None) -> Line:
    return Line(name, "reported", name, (), (), note=note, level=level, label=label)


def section(name: str, lines: Sequence[Line], grid: Grid | None = None) -> Section:
    return Section(name, name, tuple(lines), "An intro.", grid)


def laid_lines(name: str, lines: Sequence[Line], *, fold: bool = True, grid: Grid | None = None) -> list[list[str]]:
    laid = lay_out(section(name, lines, grid), fold=fold)
    return [[("- " if group.told else "") + one.line.id for one in group.items] for group in laid.groups]


@pytest.mark.parametrize(
    ("note", "count", "words"),
    [
        ("2 independent origins: A and B; in 3 reports (C); 2 May", 2, "from A and B; in 3 reports (C); 2 May"),
        ("signed; made in round 3; 3 origins: A, B and C", 3, "signed; made in round 3; from A, B and C"),
        ("4 origins: A; 1,200 by the account of 1 origin: B", 4, "from A; 1,200 by the account of 1 origin: B"),
        ("1 origin", 1, ""),
        ("1,200 freed by the account of 1 origin: B", None, "1,200 freed by the account of 1 origin: B"),
        ("told in 3 reports", None, "told in 3 reports"),
        (None, None, ""),
    ],
    ids=["claim", "record", "the-first-alone", "no-names", "of-a-part-only", "no-origins", "no-note"],
)  # fmt: skip
def test_the_count_of_origins_is_a_figure_of_its_own(note: str | None, count: int | None, words: str) -> None:
    shown = item(line("l", note=note))
    assert (shown.count, shown.words) == (count, words)


def test_ranked_lists_fold_their_tail() -> None:
    lines = [line(f"l{number}") for number in range(14)]
    head, tail = laid_lines("single_origin", lines)
    assert head == [one.id for one in lines[:10]]
    assert tail == [f"- {one.id}" for one in lines[10:]]


@pytest.mark.parametrize("name", ["timeline", "watch", "bottom_line", "changed"])
def test_lists_in_another_order_are_shown_whole(name: str) -> None:
    assert laid_lines(name, [line(f"l{number}") for number in range(40)]) == [[f"l{n}" for n in range(40)]]


def test_sides_stay_with_their_dispute_and_long_details_fold() -> None:
    few = [line("head"), line("a", level=1), line("b", level=1)]
    many = [line("round"), *(line(f"d{number}", level=1) for number in range(4)), line("next")]
    assert laid_lines("disagreements", few) == [["head", "a", "b"]]
    assert laid_lines("rounds", many) == [["round"], ["- d0", "- d1", "- d2", "- d3"], ["next"]]


def test_an_answer_shows_two_sides_before_it_folds() -> None:
    many = [line("obstacle"), *(line(f"d{number}", level=1) for number in range(5)), line("next")]
    shown = [["obstacle", "d0", "d1"], ["- d2", "- d3", "- d4"], ["next"]]
    assert laid_lines("answers", many) == laid_lines("gaps", many) == shown


def test_a_table_stands_for_the_lines_behind_it() -> None:
    grid = Grid(("Party",), ("Status",), (GridRow(("A",), ((Entry("due", "l0"),),)),))
    assert laid_lines("commitments", [line("l0")], grid=grid) == [["- l0"]]
    assert laid_lines("commitments", [line("l0")], grid=grid, fold=False) == [["l0"]]


def test_no_line_is_lost_and_every_section_says_what_it_is(demo_assessment: Assessment) -> None:
    for one in demo_assessment.sections:
        laid = lay_out(one)
        assert [each.line for group in laid.groups for each in group.items] == list(one.lines)
        assert laid.intro, one.name
    assert not {one.name for one in demo_assessment.sections if one.intro} & set(INTROS)


def test_every_count_in_the_demo_s_small_print_is_found(demo_assessment: Assessment) -> None:
    notes = [
        one for each in demo_assessment.sections for one in each.lines if " independent origin" in (one.note or "")
    ]
    assert len(notes) > 50
    assert all(item(one).count for one in notes)


def test_the_contents_name_every_section_with_its_size(demo_assessment: Assessment) -> None:
    page = to_html(demo_assessment)
    contents = page.partition('<nav class="contents"')[2].partition("</nav>")[0]
    for one in demo_assessment.sections:
        size = sum(not line.level for line in one.lines)
        assert f'<a href="#s-{one.name}">{one.title}</a> <span class="size">{size}</span>' in contents


def test_the_next_round_on_the_strip_has_its_name() -> None:
    labels = ("Round 1 · 29 April 2025 · Corvane", "Next round · 10 June 2025")
    strip = round_strip(section("rounds", [line(f"l{n}", label=one) for n, one in enumerate(labels)]))
    # Unquoted, the last attribute of a circle took the slash with it, and the circle all that followed.
    assert strip is not None
    assert re.findall(r"=[^\"'>\s]+/>", strip) == []
    assert '<circle cx="660" cy="30" r="7" class="ahead"/>' in strip


def test_every_verdict_says_what_to_do() -> None:
    assert set(STEPS) == set(VERDICTS) == set(get_args(Verdict))


def test_an_empty_check_asks_for_nothing() -> None:
    assert to_mend(Check(Passage("a", "a.md", None, None, ""), (), ())) == []
    assert shares({}) == ""
    assert 'aria-label="1 to mend, 3 supported"' in shares({"unsupported": 1, "supported": 3})


def test_an_outlet_s_name_is_left_out_only_beside_itself(demo_assessment: Assessment) -> None:
    page = to_html(demo_assessment)
    numbered = 0
    for line in page.split('<span class="proof">')[1:]:
        chips = re.findall(r'<a class="chip" href="#[^"]+"(?: aria-label="([^"]+), passage \d+")?>([^<]+)<', line)
        outlets = [told or shown for told, shown in chips]
        numbered += sum(bool(told) for told, _ in chips)
        assert all(outlets[at] == outlets[at - 1] and at for at, (told, _) in enumerate(chips) if told)
    assert numbered > 10


def test_sides_stand_beside_each_other_and_details_below(demo_assessment: Assessment) -> None:
    paired = {one.name for one in demo_assessment.sections if lay_out(one).paired}
    assert paired == {"disagreements", "gaps"}


def test_every_section_but_the_first_folds_and_none_is_folded_at_first(demo_assessment: Assessment) -> None:
    page = to_html(demo_assessment)
    assert page.count('<details class="part" open>') == len(demo_assessment.sections)  # and the sources, less the first
    assert page.count("<details") == page.count("</details>")
    assert '<details class="part">' not in page


def test_a_report_names_the_pack_that_its_case_took(demo_assessment: Assessment) -> None:
    corpus = msgspec.structs.replace(demo_assessment.corpus, subjects=("labour",))
    assert "Read with the pack labour, which it took of itself." in to_html(
        msgspec.structs.replace(demo_assessment, corpus=corpus)
    )
    assert "Read with the pack" not in to_html(demo_assessment)
