"""One invented report as the only source: which round, which week, what part, whose name, and who has yet to decide."""

import pytest

from tests.check.test_turns import check_against

SOURCE = """\
GENEVA - The fourth round of talks between Iran and the United States on the water treaty, planned for Thursday in \
Rome, was put off. The third round in May ended without a result.
Envoy Rosa Lindt reached an understanding with Italy's chief forester, Marco Bianchi, at a meeting in Milan. The \
mayors of the valley welcomed the plan. The foresters' union welcomed the appointment of Lindt.
The millers' guild has not yet decided. The bakers' guild declared its solidarity with the strike of the millers.
Rosa Lindt told a crowd of 300 people on Wednesday evening that the plan was a gift to the valley. Police have \
released the six foresters held on Tuesday; two face charges of theft. Her \
deputy is Olaf Fink.
France proposed to Malta that the fishing ban be lifted for ten days. Malta proposed in May that nets be marked.
Opposition leader Piet Haan accused Lindt of having lost her influence in Vienna. The plan foresees a fund under the \
supervision of the International Atomic Energy Agency. A draft says that 460 posts go by 2029.
"""


@pytest.mark.parametrize(
    ("line", "verdict", "said"),
    [
        ("The fifth round of talks on the water treaty was planned for Thursday in Rome.", "wrong-figure", "fifth"),
        ("The foresters' union rejected the appointment of Lindt.", "contradicted", "rejected"),
        ("The millers' guild has joined the strike.", "contradicted", "has joined"),
        ("Lindt reached an understanding with Olaf Fink at a meeting in Milan.", "wrong-name", "Olaf Fink"),
        ("Malta proposed to France that the fishing ban be lifted for ten days.", "wrong-name", "Malta"),
    ],
    ids=["round", "welcomed", "undecided", "of-the-same-kind", "proposed-something-else"],
)
def test_what_is_told_of_another_is_found(line: str, verdict: str, said: str) -> None:
    found = check_against({"The Wire": SOURCE}, line)
    assert found.verdict == verdict, found.reason
    assert any(one.said == said for one in found.differences), found.differences


@pytest.mark.parametrize(
    "line",
    [
        "The fourth round of talks on the water treaty was planned for Thursday in Rome.",
        "The third round in May ended without a result, and a fourth round was planned for Thursday in Rome.",
        "The foresters' union welcomed the appointment of Lindt.",
        "The millers' guild has not yet decided.",
        "Lindt reached an understanding with Marco Bianchi at a meeting in Milan.",
        "Two of the six foresters face charges of theft.",
        "Lindt told a crowd of 300 people on Wednesday that the plan was a gift to the valley.",
        "The round of talks between Tehran and Washington on the water treaty, planned for Thursday, was put off.",
        "The plan foresees a fund under the supervision of the IAEA.",
        "France proposed to Malta that the fishing ban be lifted for ten days.",
        "Malta proposed in May that nets be marked.",
        "According to Haan, Lindt has lost her influence in Vienna.",
    ],
    ids=["round", "two-rounds", "welcomed", "undecided", "right-name", "part-of-the-whole", "weekday", "capitals",
         "initials", "proposer", "other-proposer", "according-to"],
)  # fmt: skip
def test_what_the_source_says_is_not_accused(line: str) -> None:
    found = check_against({"The Wire": SOURCE}, line)
    assert found.verdict in ("supported", "partly"), (found.verdict, found.reason)


def test_an_adjective_of_a_country_is_no_other_person() -> None:
    found = check_against(
        {"The Wire": SOURCE}, "Haan charged that the Italian leader had lost her influence in Vienna."
    )
    assert found.verdict != "wrong-name", found.reason


def test_what_a_draft_says_is_not_certain() -> None:
    found = check_against({"The Wire": SOURCE}, "It is certain that 460 posts go by 2029.")
    assert found.verdict == "partly", found.reason
    assert check_against({"The Wire": SOURCE}, "460 posts go by 2029, a draft says.").verdict == "supported"
