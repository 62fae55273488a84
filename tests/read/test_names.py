"""Names in running text: what is one, where it ends, and what only looks like one."""

import pytest

from crosswire.model import Span
from crosswire.packs import load
from crosswire.read.gazetteer import fold, gazetteer
from crosswire.read.names import find_names

WORDS = gazetteer(load("core"))


def found(text: str) -> list[tuple[str, str | None]]:
    names = find_names(text, [Span(0, len(text))], WORDS)
    return [(text[name.start : name.end], name.kind) for name in names if not name.weak]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Jean-Luc de la Fontaine left.", [("Jean-Luc de la Fontaine", "person")]),
        ("In May, John Q. Berg Jr. left.", [("John Q. Berg Jr.", "person")]),
        ("We met Karim al-Masri there.", [("Karim al-Masri", "person")]),
        ("Sigrún Jónsdóttir, 45, left.", [("Sigrún Jónsdóttir", "person")]),
        ("Ørjan Tveit told us.", [("Ørjan Tveit", "person")]),
        ("Tveit's lawyer, Ann Berg, left.", [("Ann Berg", "person")]),
        ("The House Ways and Means Committee met.", [("House Ways and Means Committee", "body")]),
        ("He joined the Department of Homeland Security.", [("Department of Homeland Security", "body")]),
        ("They flew to Bosnia and Herzegovina.", [("Bosnia and Herzegovina", "state")]),
        ("Reuters and CNN reported it.", [("Reuters", "outlet"), ("CNN", "outlet")]),
        ("Chad Berg met Georgia Holm.", [("Chad Berg", "person"), ("Georgia Holm", "person")]),
        ("Mayor Bloomberg left.", [("Bloomberg", "person")]),
        ("The Lower Berg road was closed.", [("Lower Berg road", "place")]),
        ("They met at the Old Mill bridge.", [("Old Mill bridge", "place")]),
        (
            "The Bureau of Timber, Fisheries, Lamps and Explosives met.",
            [("Bureau of Timber, Fisheries, Lamps and Explosives", "body")],
        ),
        (
            "The Ministry of Trade, Ann Berg and Carl Holm agreed.",
            [("Ministry of Trade", "body"), ("Ann Berg", "person"), ("Carl Holm", "person")],
        ),
        ("Peter Berg QRST", [("Peter Berg", "person")]),
        ("PETER BERG QRST", []),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    names = [item for item in found(text) if item[1] is not None]
    assert [(name.rstrip("."), kind) for name, kind in names] == [(name.rstrip("."), kind) for name, kind in expected]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday they left.",
        "These are hard times.",
        "I think so.",
        "Talks on the plan failed.",
        "He said: Nothing new.",
        "Shells fell on 14 April. Kestria was quiet.",
        "Posted 7:52 p.m. -- Additional records came later.",
        "But neither would confirm it.",
    ],
)
def test_no_names(text: str) -> None:
    assert [item for item in found(text) if item[1] is not None] == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Zelenskyy", "Zelenskiy"),
        ("Medinskij", "Medinsky"),
        ("Yermak", "Jermak"),
        ("Sergei", "Sergey"),
        ("Umerov", "Úmerov"),
    ],
)
def test_spellings_fold_alike(one: str, two: str) -> None:
    assert fold(one) == fold(two)


@pytest.mark.parametrize(("one", "two"), [("Lavrov", "Lavrin"), ("Holm", "Helm"), ("Putin", "Rutte")])
def test_other_names_do_not_fold_alike(one: str, two: str) -> None:
    assert fold(one) != fold(two)
