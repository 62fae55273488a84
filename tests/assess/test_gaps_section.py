"""How two parties stand to each other: one sentence under both names, and what either has said since."""

from crosswire.model import Assessment, Line


def block(assessment: Assessment, head: str) -> list[Line]:
    lines = list(next(one for one in assessment.sections if one.name == "gaps").lines)
    start = next(at for at, line in enumerate(lines) if not line.level and (line.label or "").startswith(head))
    end = next((at for at in range(start + 1, len(lines)) if not lines[at].level), len(lines))
    return lines[start:end]


def test_an_obstacle_of_an_earlier_round_is_shown_with_what_was_said_since(demo_assessment: Assessment) -> None:
    told = block(demo_assessment, "territory and borders · Round 1")
    assert any((line.label or "").startswith("Since then · Kestria · concession") for line in told)


def test_no_sentence_stands_twice_in_a_block_and_no_preference_is_called_firm(demo_assessment: Assessment) -> None:
    lines = next(one for one in demo_assessment.sections if one.name == "gaps").lines
    heads = [at for at, line in enumerate(lines) if not line.level]
    for start, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        texts = [line.text for line in lines[start:end]]
        assert len(set(texts)) == len(texts)
    assert not [line for line in lines if "preference" in (line.label or "")]


def test_what_stands_in_the_way_is_answered_with_both_sides_words(demo_assessment: Assessment) -> None:
    lines = next(one for one in demo_assessment.sections if one.name == "answers").lines
    first = next(at for at, line in enumerate(lines) if (line.label or "").startswith("What stands in the way"))
    assert "ceasefire" in (lines[first].label or "")
    below = lines[first + 1 : first + 3]
    assert [line.level for line in below] == [1, 1]
    assert {(line.label or "").partition(" · ")[0] for line in below} == {"Kestria", "Valmora"}


def test_what_both_agree_on_stands_between_nobody(demo_assessment: Assessment) -> None:
    lines = next(one for one in demo_assessment.sections if one.name == "gaps").lines
    assert lines
    assert not [line for line in lines if (line.label or "").endswith("agreed") or " agree." in line.text]


def test_a_clash_says_who_turns_down_what(demo_assessment: Assessment) -> None:
    told = [line.text for line in block(demo_assessment, "territory and borders · Round 1")]
    assert any(words in told[0] for words in ("rejects what", "rules out what"))
