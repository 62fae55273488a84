"""Slips that keep nearly all words: a part for the whole, an office, what is to come, a condition, another deed."""

import pytest

from tests.check.test_turns import check_against

SOURCES = {
    "Daily Post": """\
Chile and Peru agreed on Monday to reopen three border crossings, ending a dispute that had halted trade for seven \
weeks.
The deal was signed in Lima by Chile's foreign minister, Juan Roe, and his Peruvian counterpart, Marta Solis.
Under the agreement, Peru will free 340 Chilean truck drivers within ten days, and Chile will lift its ban on Peruvian \
fruit once inspectors have visited the farms.
Brazil, which mediated, had proposed a joint commission. Peru rejected that proposal.
""",
    "Northern Wire": """\
Peru's navy said on Tuesday it had seized two Chilean boats off Tacna.
Chile's defence minister, Pedro Lund, denied that the boats had entered Peruvian waters and demanded their return.
Four of the six crossings remain shut, a customs official said.
The next round of talks is planned for 24 June in Santiago.
""",
}


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("All six crossings remain closed.", "wrong-figure"),
        ("Trade had been halted for seven months.", "wrong-figure"),
        ("The presidents of Chile and Peru signed the deal.", "wrong-name"),
        ("Chile has lifted its ban on Peruvian fruit.", "partly"),
        ("The next round of talks was held in Santiago on 24 June.", "partly"),
        ("Chile will lift its ban on Peruvian fruit at once.", "partly"),
        ("Peru will free 340 Chilean drivers only after Chile opens the port.", "partly"),
        ("Pedro Lund thanked Peru for the return of the boats.", "partly"),
        ("Peru's navy sank two Chilean boats off Tacna.", "partly"),
    ],
)
def test_a_slip_is_found(line: str, verdict: str) -> None:
    found = check_against(SOURCES, line)
    assert found.verdict == verdict, found.reason


@pytest.mark.parametrize(
    "line",
    [
        "Four crossings remain shut.",
        "The foreign ministers of Chile and Peru signed the deal.",
        "Chile will lift its ban on Peruvian fruit once inspectors have visited the farms.",
        "The next round of talks is planned for 24 June in Santiago.",
        "Peru will free 340 Chilean drivers within ten days.",
        "Peru's navy seized two Chilean boats off Tacna.",
        "Trade had been halted for seven weeks.",
        "Peru rejected Brazil's proposal of a joint commission.",
        "Chile's fruit ban is to be lifted once inspectors have visited the farms.",
    ],
)
def test_what_is_right_stays_supported(line: str) -> None:
    found = check_against(SOURCES, line)
    assert found.verdict == "supported", found.reason
