"""What a report may say in other words, and what it may not: one invented source and a copy of it."""

import datetime as dt

import pytest

from crosswire.check import check_report
from crosswire.model import Article, Check, Region
from crosswire.packs import load
from crosswire.pipeline import Inputs, read_all, weigh_readings
from crosswire.sources.drafts import read_draft

WIRE = """\
OLDPORT, March 4 - Three drones set fire to a depot in Oldport on Tuesday morning. One firefighter was killed.
Mayor Jana Rehn proposed a pause of ten days. President Karel Ost accepted the pause.
The council denied that it had hired the lorry which broke through the gate at the Oldport depot.
Mayor Jana Rehn said 38 of the wounded were seriously ill. The harbour office could not agree on the order of the boats.
Oldport's crews, the guard said, did not return in response to a threat from Westhaven.
The talks about the harbour lane began on 2 March. The mayor expects the harbour paper. She expects it on 9 March.
Neither the mayor nor the president attended the supper at the Old Mill.
"""
OWN = """\
WESTHAVEN, March 5 - The guard of Westhaven said a boat with a crew of seven had been boarded off Oldport.
Ferry fares in Westhaven rose by a fifth in the winter.
"""


def check(*lines: str) -> Check:
    packs = load("core")
    articles = tuple(
        Article(name, text, outlet=outlet, published=dt.date(2021, 3, 5), regions=(Region(0, len(text), "body"),))
        for name, text, outlet in (
            ("wire", WIRE, "The Wire"), ("copy", WIRE + "\nIn short, fares stay.", "The Copy"), ("own", OWN, "The Own"),
        )
    )  # fmt: skip
    readings = tuple(read_all(articles, packs))
    dossier = weigh_readings(Inputs(articles, ()), readings, packs, lambda stage, done, total: None)
    return check_report(read_draft("\n\n".join(lines).encode(), "draft.md"), dossier, readings, packs)


def verdict(line: str) -> str:
    (found,) = check(line).statements
    return found.verdict


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Three drones set fire to a depot in Oldport, killing three firefighters.", "wrong-figure",
                     id="the-same-number-of-something-else"),
        pytest.param("A boat with a crew of eleven had been boarded off Oldport.", "wrong-figure",
                     id="the-size-of-a-group"),
        pytest.param("President Karel Ost proposed a pause of ten days.", "wrong-name", id="somebody-else-did-it"),
        pytest.param("A pause of ten days was proposed by President Karel Ost.", "misattributed",
                     id="said-in-the-passive"),
        pytest.param("The council admitted that it had hired the lorry which broke through the gate.", "contradicted",
                     id="denied-not-admitted"),
        pytest.param("The council hired the lorry which broke through the gate at the Oldport depot.", "contradicted",
                     id="told-only-as-denied"),
        pytest.param("Both the mayor and the president attended the supper at the Old Mill.", "contradicted",
                     id="neither-is-a-not"),
        pytest.param("Several outlets report that 38 of the wounded were seriously ill.", "copy-inflated",
                     id="one-wire-is-not-several"),
        pytest.param("Four sources confirm that ferry fares in Westhaven rose by a fifth.", "copy-inflated",
                     id="one-source-is-not-four"),
        pytest.param("The Wire and The Copy both report that 38 of the wounded were seriously ill.", "copy-inflated",
                     id="a-wire-and-its-copy-named"),
        pytest.param("The talks about the harbour lane began on 6 March.", "wrong-date", id="another-day-of-the-deed"),
    ],
)  # fmt: skip
def test_an_error_is_named(line: str, expected: str) -> None:
    assert verdict(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The harbour office quarrelled over the order of the boats.",
        "The mayor expects the harbour paper on 9 March.",
        "Both the mayor and the president stayed away from the supper at the Old Mill.",
        "A firefighter was killed when drones set fire to the depot in Oldport.",
        "President Karel Ost accepted a pause of ten days that had been proposed by Mayor Jana Rehn.",
        "The Wire reports that 38 of the wounded were seriously ill.",
        "Five aid agencies and two papers said nothing of the pause.",
    ],
)
def test_what_is_true_in_other_words_is_not_called_wrong(line: str) -> None:
    assert verdict(line) in ("supported", "partly", "unsupported")


def test_a_word_that_vouches_for_what_nobody_vouched_for_is_not_passed_over() -> None:
    (found,) = check("It was confirmed that a boat with a crew of seven had been boarded off Oldport.").statements
    assert found.verdict == "partly"
    assert any(one.said == "confirmed" for one in found.differences)


def test_an_opinion_is_not_held_to_be_supported_by_its_words() -> None:
    assert verdict("It was shameful that three drones set fire to a depot in Oldport.") == "not-checkable"


def test_a_report_without_a_list_of_references_is_not_blamed_for_its_numbers() -> None:
    (found,) = check("Mayor Jana Rehn proposed a pause of ten days.【1†source】").statements
    assert found.verdict == "supported"
    assert "cannot be looked up" in found.reason


def test_a_number_past_the_end_of_the_list_is_told() -> None:
    body = "President Karel Ost accepted the pause.[1] Mayor Jana Rehn proposed a pause of ten days.[3]"
    _, found = check(body, "1. The Wire\n2. The Own\n").statements
    assert found.verdict == "citation-mismatch"
    assert "no entry 3" in found.reason


def test_a_source_that_may_be_one_of_several_unnamed_ones_is_not_missed() -> None:
    (found,) = check("Ferry fares in Westhaven rose by a fifth in the winter. The Wire+2").statements
    assert found.verdict == "supported"
    (found,) = check("Ferry fares in Westhaven rose by a fifth in the winter. (The Wire)").statements
    assert found.verdict == "citation-mismatch"


def test_a_day_without_a_year_is_of_the_sources_year() -> None:
    packs = load("core")
    text = "OLDPORT - The talks about the harbour lane began on 2 March 2021, the mayor said."
    article = Article("wire", text, outlet="The Wire", published=None, regions=(Region(0, len(text), "body"),))
    readings = tuple(read_all([article], packs))
    dossier = weigh_readings(Inputs((article,), ()), readings, packs, lambda stage, done, total: None)
    draft = read_draft(b"The talks about the harbour lane began on Tuesday.", "draft.md")
    (found,) = check_report(draft, dossier, readings, packs).statements
    assert found.verdict != "wrong-date"
